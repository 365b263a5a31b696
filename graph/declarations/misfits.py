"""What a column says that its type, its entity, or the tables that it leads to cannot mean."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args
from uuid import UUID

from graph.declarations.base import Entity
from graph.declarations.days import BIRTH, LIFE, OWN
from graph.declarations.declared import ComputedDeclaration, Stored, ThroughDeclaration
from graph.declarations.lives import ENDED_ON, STARTED_ON, Dated
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import TableKind
from graph.declarations.verbs import Verb
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Table

TYPES: Mapping[Kind, tuple[Any, ...]] = {
    Kind.ID: (UUID,),
    Kind.UUID: (UUID,),
    Kind.TEXT: (str,),
    Kind.TEXT_LIST: (list[str],),
    Kind.LANGUAGES: (list[str],),
    Kind.INTEGER: (int,),
    Kind.BIG_INTEGER: (int,),
    Kind.DECIMAL: (Decimal, float, str),
    Kind.DATE: (date,),
    Kind.INSTANT: (datetime,),
}
"""How Python calls a value of each kind; of an enumeration its members, or `str`, and of JSON anything."""
ANYTHING = (Any, object)
MEMBER = re.compile(r"(?!__|true$|false$|null$)[A-Za-z_][A-Za-z0-9_]*")
KEY = ("country_code", "id")


def refuse_columns(entity: type[Entity], table: Table) -> None:
    """Look at what the columns of an entity say of themselves, and of one another.

    Raises:
        MisdeclaredError: one cannot be meant.
    """
    columns: dict[str, Stored] = {}
    for column in table.columns:
        if "hearth" not in column.info:
            message = "nothing says what it is, and who reads it; say plain(…), sensitive(…) or personal(…)."
            raise MisdeclaredError(entity, column.name, message)
        columns[column.name] = column.info["hearth"]
    typed = (each for name, stored in columns.items() for each in _typed(entity, table, name, stored))
    for name, message in (
        *_named(columns),
        *_spanned(entity),
        *_of_entity(entity, columns),
        *typed,
        *_read(entity, columns),
    ):
        raise MisdeclaredError(entity, name, message)


def _named(columns: Mapping[str, Stored]) -> Iterator[tuple[str, str]]:
    """Columns that name others name such as are there."""
    for name, stored in columns.items():
        named = {"then": (stored.then,), "covers": stored.covers, "until": stored.until, "key": (stored.key,)}
        for word, others in named.items():
            for other in others:
                if other is not None and other not in columns:
                    yield name, f"`{word}` says {other}, and there is no such column{_like(other, columns)}."


def _spanned(entity: type[Entity]) -> Iterator[tuple[str, str]]:
    """What ends, or is one at a time, has one period."""
    if not issubclass(entity, Dated):
        return
    columns, stored = vars(entity)["__table__"].columns, _columns(entity)
    for name in (STARTED_ON, ENDED_ON):
        if stored[name].kind is not Kind.DATE:
            yield name, "a dated row begins and ends on a day; say Kind.DATE."
    if not columns[ENDED_ON].nullable:
        yield ENDED_ON, "it is empty as long as the row goes on; say `Day | None`, and default=None."
    ends = any(mutation.does is Verb.END for mutation in entity.mutations)
    for name in _spans(entity):
        if name != ENDED_ON and (ends or entity.at_end or entity.alone or entity.cut_by_death):
            yield (
                name,
                f"it would be the end of the row, as {ENDED_ON} is; leave `after` out, or what asks for the end.",
            )


def _of_entity(entity: type[Entity], columns: Mapping[str, Stored]) -> Iterator[tuple[str, str]]:
    """Words of the entity name columns such as are there."""
    for word in ("statistics_reads", "statistics_adds"):
        for other in getattr(entity, word):
            if other not in columns:
                yield word, f"there is no column {other}{_like(other, columns)}."
    for word in ("void_column", "programme_column"):
        other = getattr(entity, word)
        if other is not None and other not in columns:
            yield word, f"there is no column {other}{_like(other, columns)}."
    if len(set(entity.statistics_reads)) < len(entity.statistics_reads):
        yield "statistics_reads", "a column stands there twice."


def _typed(entity: type[Entity], table: Table, name: str, stored: Stored) -> Iterator[tuple[str, str]]:
    """What Python calls a column is of its kind, and as empty as it."""
    column = table.columns[name]
    if not stored.doc.strip() and stored.link is None:
        yield name, "it says in no sentence what it is."
    said = entity.model_fields[name].annotation
    of = tuple(each for each in get_args(said) if each is not type(None)) if _may_be_empty(said) else (said,)
    if stored.copies:
        return  # its kind is the original's
    if column.nullable and entity.model_fields[name].is_required():
        yield name, "it may be empty, and nothing says that it is where nobody gives it; say default=None."
    filled = column.primary_key or column.server_default is not None
    if _may_be_empty(said) and not column.nullable and not filled:
        yield name, "its type says that it may be empty, and it never is; say default=None, or leave `| None` out."
    elif column.nullable and not _may_be_empty(said) and said not in ANYTHING:
        yield name, "it may be empty, and its type does not say so; say `| None`, or leave default=None out."
    selected = entity.table_kind is TableKind.SELECTED
    if stored.enumeration is not None:
        yield from _members(name, stored, of, str(getattr(column.server_default, "arg", "")), selected=selected)
    elif stored.kind in TYPES and of[0] not in (*TYPES[stored.kind], *ANYTHING):
        yield name, f"its type is {_called(of[0])}, and it is of Kind.{stored.kind.name}."


def _members(
    name: str, stored: Stored, of: tuple[Any, ...], default: str, *, selected: bool
) -> Iterator[tuple[str, str]]:
    """As above; a selected entity's members may be the names of what it selects from."""
    members: Any = stored.enumeration
    fitting = (list[members], *ANYTHING) if stored.kind is Kind.ENUMERATION_LIST else (members, str, *ANYTHING)
    if of[0] not in fitting:
        yield name, f"its type is {_called(of[0])}, and its members are those of {members.__name__}."
    if not [*members] and not selected:
        yield name, f"{members.__name__} has no member."
    for member in members if issubclass(members, StrEnum) else ():
        if not MEMBER.fullmatch(member.value) or member.value != member.name:
            yield name, f"{members.__name__}.{member.name} is {member.value!r}: a member is told by its own name."
    given = default.strip("'") if stored.kind is Kind.ENUMERATION and default.startswith("'") else None
    if given is not None and given not in {member.value for member in members}:
        yield name, f"a new row would be {default}, and {members.__name__} has no such member."


def _may_be_empty(said: Any) -> bool:  # noqa: ANN401 - a type
    return type(None) in get_args(said)


def _called(said: Any) -> str:  # noqa: ANN401 - as above
    return said.__name__ if isinstance(said, type) and not get_args(said) else str(said)


def _read(entity: type[Entity], columns: Mapping[str, Stored]) -> Iterator[tuple[str, str]]:
    """Who gives or changes a column is somebody who reads the table."""
    if entity.table_kind is not TableKind.TENANT:
        return
    if entity.in_graph and not entity.readers:
        yield "readers", "nobody reads it; say who does, or in_graph = False."
    # What follows from an owner is written by whoever writes the others.
    for name, stored in sorted(columns.items(), key=lambda each: not each[1].doc):
        if entity.in_graph and not stored.hidden and stored.doc and not stored.readers & entity.readers:
            yield name, "nobody who reads the table reads it; say `readers` of the table, or others here."
        stray = (stored.written.creates | stored.written.changes) - entity.readers
        if stray:
            tiers = ", ".join(sorted(tier.value for tier in stray))
            yield name, f"{tiers} would write it, and does not read the table; let them read, or leave them out."


def _like(name: str, there: Iterable[str]) -> str:
    found = get_close_matches(name, list(there), 1)
    return f"; there is {found[0]}" if found else ""


# Of other tables


def refuse_strays(entities: Iterable[type[Entity]]) -> None:
    """Look at where the columns of all entities lead to.

    Raises:
        MisdeclaredError: there is no such table, or no such column of it.
    """
    listed = list(entities)
    tables = {str(entity.__tablename__): entity for entity in listed}
    for entity in listed:
        for name, stored in _columns(entity).items():
            for message in (*_led(entity, stored, tables), *_days(entity, stored, tables)):
                raise MisdeclaredError(entity, name, message)
        for name, declared in vars(entity).items():
            if isinstance(declared, ThroughDeclaration):
                for message in _through(entity, declared, tables):
                    raise MisdeclaredError(entity, name, message)
            elif isinstance(declared, ComputedDeclaration) and not declared.doc.strip():
                raise MisdeclaredError(entity, name, "it says in no sentence what it is.")


def _columns(entity: type[Entity]) -> dict[str, Stored]:
    return {column.name: column.info["hearth"] for column in vars(entity)["__table__"].columns}


def _led(entity: type[Entity], stored: Stored, tables: Mapping[str, type[Entity]]) -> Iterator[str]:
    if stored.link is None:
        return
    table = stored.link.target
    target = tables.get(table)
    if target is None:
        yield f"it leads to {table}, and there is no such table{_like(table, tables)}."
    elif target.table_kind is TableKind.SELECTED and entity.table_kind is not TableKind.SELECTED:
        yield f"the rows of {table} are in no table, so that no key leads there; link what they are selected from."
    elif target.table_kind not in (TableKind.TENANT, TableKind.SELECTED) or not set(KEY) <= _columns(target).keys():
        yield f"the rows of {table} are no country's, so that no id leads there; keep its code as a text."
    elif entity.in_graph and not target.in_graph:
        yield f"the graph does not show {table}; leave the link out, or say in_graph of it."


def _days(entity: type[Entity], stored: Stored, tables: Mapping[str, type[Entity]]) -> Iterator[str]:
    day = stored.day
    if day is None:
        return
    own = _columns(entity)
    if day.after is not None and (day.after not in own or own[day.after].kind is not Kind.DATE):
        yield f"it comes after {day.after}, and there is no such column that is a day{_like(day.after, own)}."
    for word, links, needs in (("born", day.born, BIRTH), ("lives", day.lives, LIFE), ("inside", day.inside, ())):
        for link in links:
            declared = own[link].link if link in own else None
            target = entity if (link,) == OWN else tables.get(declared.target if declared else "")
            if target is None:
                yield f"`{word}` says {link}, and that is no link{_like(link, own)}."
            elif not set(needs) <= _columns(target).keys():
                yield f"`{word}` says {link}, and a row of {target.__tablename__} has no {' and '.join(needs)}."
            elif word == "inside" and len(_spans(target)) != 1:
                yield f"`inside` says {link}, and a row of {target.__tablename__} has no days of its own."


def _spans(entity: type[Entity]) -> list[str]:
    return [name for name, each in _columns(entity).items() if each.day is not None and each.day.after]


def _through(entity: type[Entity], said: ThroughDeclaration, tables: Mapping[str, type[Entity]]) -> Iterator[str]:
    via = tables.get(said.via)
    for table in (said.via, said.target):
        if table not in tables:
            yield f"there is no table {table}{_like(table, tables)}."
            return
    columns = {} if via is None else _columns(via)
    for name in (said.near, said.far, *said.uses):
        if name not in columns:
            yield f"{said.via} has no column {name}{_like(name, columns)}."
            return
    alone = getattr(via, "alone", None)
    if not said.many and (alone is None or {*alone.by} != {said.near}):
        yield f'several rows of {said.via} may meet it on one day; say `alone = Alone("{said.near}")` there.'
    ends = ((said.near, str(entity.__tablename__)), (said.far, said.target))
    for name, target in ends[:1] if said.via == said.target else ends:
        link = columns[name].link
        if link is None or link.target != target:
            yield f"{said.via}.{name} does not lead to {target}."
