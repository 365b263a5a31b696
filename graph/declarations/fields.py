"""How a column and a link are declared: what it is, who reads and writes it, in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Uuid, text
from sqlalchemy.types import TypeEngine
from sqlmodel import Field

from graph.declarations.declared import LinkDeclaration, Stored, ThroughDeclaration
from graph.declarations.nouns import (
    FEDERATION,
    NATIONAL,
    NOBODY,
    Condition,
    Privacy,
    WrittenBy,
)
from graph.kinds.kind import Kind
from graph.kinds.table import STORED
from graph.text import TextForm

Day = date
"""An ISO 8601 calendar day."""


OPTIONS = frozenset({"default", "default_factory", "default_sql", "generated", "nullable", "primary_key"})
"""What a column says besides what a declaration keeps of it."""


def column_of(stored: Stored, type_: TypeEngine[Any], **options: Any) -> Any:  # noqa: ANN401 - a field stands for any type
    """A column as SQLModel takes it, with what the declaration says of it.

    Raises:
        ValueError: it says a word that there is none.
    """
    if stray := sorted(options.keys() - OPTIONS):
        message = f"there is no option {', '.join(stray)} of a column: {stored.doc}"
        raise ValueError(message)
    default_sql = options.pop("default_sql", None)
    generated = options.pop("generated", None)
    if generated is not None:
        options["sa_column_args"] = [generated]
    column: dict[str, Any] = {"info": {"hearth": stored}, "comment": stored.doc}
    if default_sql is not None:
        column["server_default"] = text(default_sql)
    return Field(sa_type=type_, sa_column_kwargs=column, **options)


def _value(kind: Kind, doc: str, privacy: Privacy, options: dict[str, Any]) -> Any:  # noqa: ANN401 - as _column
    return column_of(_stored(kind, doc, privacy, options), STORED[kind], **options)


def _stored(kind: Kind, doc: str, privacy: Privacy, options: dict[str, Any]) -> Stored:
    """What a column says of itself; of the options is left what the table's column takes."""
    readers = options.pop("readers", FEDERATION if privacy is Privacy.PLAIN else NATIONAL)
    return Stored(
        kind=kind,
        doc=doc,
        privacy=privacy,
        readers=readers,
        filters=options.pop("filters", False),
        orders=options.pop("orders", False),
        api=options.pop("api", None),
        enumeration=options.pop("enumeration", None),
        then=options.pop("then", None),
        covers=options.pop("covers", ()),
        hidden=options.pop("hidden", False),
        written=_written(options),
        day=options.pop("day", None),
        form=options.pop("form", TextForm.PROSE),
        key=options.pop("key", None),
        until=options.pop("until", ()),
        longest=options.pop("longest", None),
        about=options.pop("about", None),
        kept=options.pop("in_files", None),
        searched=options.pop("searched", False),
        among=options.pop("among", None),
        codes=options.pop("codes", None),
        reckoned=options.pop("reckoned", None),
    )


def _written(options: dict[str, Any]) -> WrittenBy:
    said = {name: options.pop(name, False) for name in ("owned", "reasoned")}
    return WrittenBy(options.pop("creates", NOBODY), options.pop("changes", NOBODY), **said)


def plain(kind: Kind, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column that says nothing of a person: whoever reads the row reads it.

    Options: `filters`, `orders` (both bring an index), `then` (a column that lists are narrowed by along with this one,
    behind it in the index), `covers` (what the index carries besides: lists of no more are read from it alone), `api`
    (the GraphQL name, where it is not the column's), `enumeration`, `day` (what it may be:
    `graph/declarations/days.py`; a column that is a day has to say so), `readers`, `default`, `default_sql`,
    `generated` (worked out by PostgreSQL from other columns); `creates` and `changes` (the tiers that may give the
    value with a new row, and change it later), `owned` (an action writes it: no derived input has it), `reasoned` (it
    changes by a correction alone), `hidden` (no client sees it);
    of a text `form` (how it is kept: graph/text.py), `longest` (the characters that it may hold; 10,000 where nothing
    is said, 500 of one that filters or orders) and `key` (the hidden column that holds what it is compared by);
    what is reckoned from rows of another table says `reckoned` (graph/declarations/reckoned.py);
    of a text that is one of the names that a country has `among` (graph/declarations/among.py);
    of a name or a number `searched` (rows are found by it: graph/declarations/searching.py);
    `until` (the columns of which a change brings this number back to 0); `in_files` (`Kept("…")`: an import does not
    change it in a row on record, and the sentence says which mutation does).
    """
    return _value(kind, doc, Privacy.PLAIN, options)


def personal(kind: Kind, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column that names or identifies a person: it never leaves the country. Options as `plain`."""
    return _value(kind, doc, Privacy.PERSONAL, options)


def sensitive(kind: Kind, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """Any other column that stays in the country. Options as `plain`."""
    return _value(kind, doc, Privacy.SENSITIVE, options)


def link(target: str, doc: str, *, back: str | None, back_doc: str = "", **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A stored link to one row of another table of the same country.

    The foreign key carries the country, so that no row points into another one. GraphQL shows the link under the
    column's name without `_id`, and the way back as the connection `back` of the target; none with `back=None`, where
    nobody would look for these rows from there.

    Options: `readers`, `api`, `covers`, `default`, `creates`, `changes`, `owned`, `in_files`, as of `plain`.
    """
    stored = Stored(
        kind=Kind.ID,
        doc=doc,
        privacy=Privacy.SENSITIVE,
        readers=options.pop("readers", NATIONAL),
        filters=False,
        orders=False,
        api=None,
        hidden=True,
        link=LinkDeclaration(target, doc, back, back_doc, options.pop("api", None)),
        covers=options.pop("covers", ()),
        written=_written(options),
        kept=options.pop("in_files", None),
    )
    return column_of(stored, Uuid(), **options)


def copied(of: str, column: str, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column that repeats one of the row that the own link `of` leads to, and follows where that one changes.

    It is of the original's kind, privacy and form, read by whoever reads the original, and changed by whoever changes
    the original or the link. Options: `filters`, `orders`, `then`, `covers`, `api`, `default`, as of `plain`.
    """
    stored = Stored(
        Kind.TEXT,
        doc,
        Privacy.SENSITIVE,
        NATIONAL,
        filters=options.pop("filters", False),
        orders=options.pop("orders", False),
        api=options.pop("api", None),
        then=options.pop("then", None),
        covers=options.pop("covers", ()),
        copies=((of, column),),
    )
    return column_of(stored, STORED[Kind.TEXT], **options)


def copied_or_given(of: str, column: str, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column that repeats one of the row that the own link `of` leads to; where that is empty, somebody gives it.

    It says itself what it is, because it may hold more than the original does. Who changes the original changes it, and
    an action that writes the link writes it along. A file may leave it out where the link is given. Options: as of
    `plain`, `enumeration` and `creates` among them.
    """
    options |= {"owned": True}
    stored = _stored(options.pop("kind"), doc, Privacy.SENSITIVE, options)
    return column_of(replace(stored, copies=((of, column),), otherwise=True), STORED[stored.kind], **options)


def through(  # noqa: PLR0913 - a link by way of a third table has this many ends
    target: str,
    *,
    via: str,
    near: str,
    far: str,
    many: bool,
    doc: str,
    condition: Condition,
    uses: tuple[str, ...],
) -> Any:  # noqa: ANN401 - as _column
    """A link by way of the rows of `via` that meet `condition` today: `near` points here, `far` at the target."""
    return ThroughDeclaration(target, via, near, far, many, doc, condition, uses)


def one_of(target: str, column: str, *, doc: str, condition: Condition, uses: tuple[str, ...]) -> Any:  # noqa: ANN401 - as _column
    """A link to the one row of `target` that points here by `column` and meets `condition` today."""
    return ThroughDeclaration(target, target, column, "id", many=False, doc=doc, condition=condition, uses=uses)


def all_of(target: str, column: str, *, doc: str, condition: Condition, uses: tuple[str, ...], asks: str) -> Any:  # noqa: ANN401 - as _column
    """A connection of the rows of `target` that point here by `column` and meet `condition` on a day.

    `asks` is what its argument `on` means; today's are meant where it is left out, and by filters.
    """
    return ThroughDeclaration(
        target, target, column, "id", many=True, doc=doc, condition=condition, uses=uses, asks=asks
    )


def in_force(row: Any, today: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: ANN401 - table, alias or sub-select
    """Periods are half-open: `ended_on` is the first day no longer there."""
    begun: ColumnElement[bool] = row.c.started_on <= today
    open_ended: ColumnElement[bool] = row.c.ended_on.is_(None) | (row.c.ended_on > today)
    return begun & open_ended


PERIOD = ("started_on", "ended_on")
"""The columns that `in_force` reads."""
