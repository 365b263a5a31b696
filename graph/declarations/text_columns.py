"""The columns that follow from a text: what Python makes of it, hidden behind all others.

    name: str = sensitive(Kind.TEXT, "…", orders=True, form=TextForm.NAME)  ─>  name_order, by which lists are ordered

A name or a number that rows are found by has what they are found by (`searched.py`). One that lists are ordered by has
its key. So has the original of a copy that lists are ordered by, and the copy's key is a copy of that one. Prose and
codes are ordered by themselves. It runs once all entities are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, text

from graph.declarations.declared import Stored, stored_of
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import TableKind, WrittenBy
from graph.declarations.owning import complete_column, entity_of
from graph.kinds.kind import Kind
from graph.kinds.table import STORED
from graph.text import TextForm
from graph.text_keys import NOT_MADE, MadeOf, TextKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Table

    from countries.tenancy.caller import Tier
    from graph.declarations.base import Entity

DOCS = {
    TextKey.ORDER: "What lists are ordered by in place of {}, as people of the country order.",
    TextKey.ROOT_ORDER: "What lists of many countries are ordered by in place of {}.",
    TextKey.SEARCH: "What rows are found by in place of {}; a row each in the table of search keys.",
}


def complete_keys(entities: Iterable[type[Entity]]) -> None:
    """Give every table the keys of its texts.

    Raises:
        MisdeclaredError: a column is called as a key is, or has no place for one.
    """
    wanted: dict[tuple[str, str], type[Entity]] = {}
    for entity in entities:
        for column in _table(entity).columns:
            if stored_of(column).orders and _is_named(stored_of(column)):
                if entity.table_kind is TableKind.SELECTED:
                    message = "what is in no table has no key of a name; let lists be ordered by the row it leads to."
                    raise MisdeclaredError(entity, column.name, message)
                wanted |= {(_table(each).name, name): each for each, name in _originals(entity, column.name)}
    for (_, name), entity in wanted.items():
        for key in _keys(entity, name):
            _add(entity, name, key)
    for entity in entities:
        for column in [each for each in _table(entity).columns if stored_of(each).searched]:
            _add(entity, column.name, TextKey.SEARCH)


def keys_of(column: Any) -> dict[TextKey, str]:  # noqa: ANN401 - a column of any type
    """The columns that hold what is made of a text, by what that is."""
    found = {each.name: stored_of(each).made for each in column.table.columns}
    return {made.key: name for name, made in found.items() if made is not None and made.text == column.name}


def _table(entity: type[Entity]) -> Table:
    found: Table = vars(entity)["__table__"]
    return found


def _is_named(stored: Stored) -> bool:
    return stored.kind is Kind.TEXT and stored.form is not TextForm.PROSE


def _originals(entity: type[Entity], name: str) -> Iterator[tuple[type[Entity], str]]:
    """The columns that a text repeats, before itself: a key that is copied has to be there."""
    columns = _table(entity).columns
    for link, column in stored_of(columns[name]).copies:
        led = stored_of(columns[link]).link
        target = entity_of(led.target) if led is not None else None
        if target is not None:
            yield from _originals(target, column)
    yield entity, name


def _keys(entity: type[Entity], name: str) -> Iterator[TextKey]:
    """A country's own order, and where tiers of many countries read the text, one order of all."""
    if entity.table_kind is TableKind.TENANT:
        yield TextKey.ORDER
    if any(not tier.is_national for tier in stored_of(_table(entity).columns[name]).readers & entity.readers):
        yield TextKey.ROOT_ORDER


def _readers(entity: type[Entity], of: Stored, key: TextKey) -> frozenset[Tier]:
    """Who orders or writes by a key; nobody else has any use for it."""
    if entity.table_kind is not TableKind.TENANT:
        return of.readers
    if key is TextKey.SEARCH:
        # Who writes one of the texts that a row is found by makes its keys of all of them.
        texts = (stored_of(each).written for each in _table(entity).columns if stored_of(each).searched)
        return of.readers & {tier for each in texts for tier in each.creates | each.changes}
    orders = {tier for tier in of.readers if tier.is_national == (key is TextKey.ORDER)}
    return frozenset(orders) | of.written.creates | of.written.changes


def _add(entity: type[Entity], name: str, key: TextKey) -> None:
    table, own = _table(entity), key.beside(name)
    original = table.columns[name]
    of = stored_of(original)
    if own in table.columns:
        if stored_of(table.columns[own]).made == MadeOf(name, key):
            return
        raise MisdeclaredError(entity, own, f"what is made of {name} is called so; call it otherwise.")
    stored = Stored(
        Kind.TEXT, DOCS[key].format(name), of.privacy, _readers(entity, of, key), filters=False, orders=False, api=None,
        hidden=True, written=WrittenBy(of.written.creates, of.written.changes, owned=True), made=MadeOf(name, key),
        copies=tuple((link, key.beside(column)) for link, column in of.copies),
    )  # fmt: skip
    made = Column(
        own, STORED[Kind.TEXT], nullable=original.nullable, server_default=text(f"'{NOT_MADE}'"), comment=stored.doc,
        info={"hearth": stored},
    )  # fmt: skip
    table.append_column(made)
    if stored.copies:
        complete_column(entity, made)
