"""The tables of search keys: one for each entity whose rows are searched for, made of its declaration.

A row is one key of one row. Who sees a row sees its keys, by the same terms, so that nobody finds, or counts, or waits
for what is another's. Only equality and ranges of texts are asked: these PostgreSQL uses an index for under row
security. A key holds part of a name. It stands in no history, feed or file.
"""

from __future__ import annotations

from types import new_class
from typing import TYPE_CHECKING, Any
from uuid import UUID

from graph.declarations.base import Names, table_of
from graph.declarations.declared import stored_of
from graph.declarations.ledger import Ledger, country_of, entry
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import TableKind
from graph.declarations.owning import programme_column_of
from graph.declarations.searched import KEYS_OF
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.declarations.base import Entity

KEY, ROW = "key", "row_id"


def with_search_keys(entities: Iterable[type[Entity]]) -> list[type[Entity]]:
    """The entities, and behind them the tables of their keys.

    Raises:
        MisdeclaredError: one says that it is searched for, and its keys could not be seen as its rows are.
    """
    listed = list(entities)
    searched = [each for each in listed if any(stored_of(column).searched for column in table_of(each).columns)]
    return [*listed, *map(_keys_of, searched)]


def _keys_of(entity: type[Entity]) -> type[Entity]:
    table = table_of(entity)
    name = KEYS_OF.format(table.name)
    if name in table.metadata.tables:
        made: type[Entity] = table.metadata.tables[name].info["made"]
        return made
    texts = {column.name: stored_of(column) for column in table.columns if stored_of(column).searched}
    _refuse(entity, texts)
    readers = frozenset.intersection(entity.readers, *(each.readers for each in texts.values()))
    writers = frozenset.union(*(each.written.creates | each.written.changes for each in texts.values()))
    closest = max((each.privacy for each in texts.values()), key=lambda each: each.value == "personal")
    programme = programme_column_of(entity)
    given: dict[str, Any] = {"readers": readers, "creates": writers & readers, "primary_key": True}
    columns: dict[str, tuple[Any, Any]] = {
        "country_code": (str, country_of(readers, writers & readers)),
        KEY: (str, entry(Kind.TEXT, "A key that the row is found by.", privacy=closest, **given)),
    }
    if programme is not None:
        doc = "The programme that is responsible for the row."
        columns[programme] = (UUID, entry(Kind.ID, doc, **given))
    columns[ROW] = (UUID, entry(Kind.ID, "The row.", **given))
    type_name = f"{entity.names.type}SearchKey"
    body = {
        "__module__": __name__,
        "__doc__": f"What a row of {table.name} is found by.",
        "__tablename__": name,
        "__annotations__": {each: type_ for each, (type_, _) in columns.items()},
        "names": Names(type_name, f"{entity.names.one}SearchKey", f"{entity.names.one}SearchKeys"),
        "readers": readers,
        "emptied_by": writers & readers,
        "programme_column": programme,
        "keys_of": table.name,
        **{each: column for each, (_, column) in columns.items()},
    }
    made = new_class(type_name, (Ledger,), {"table": True}, lambda space: space.update(body))
    table_of(made).info["made"] = made
    return made


def _refuse(entity: type[Entity], texts: Iterable[str]) -> None:
    first, programme = next(iter(texts)), programme_column_of(entity)
    if entity.table_kind is not TableKind.TENANT or not entity.in_graph:
        raise MisdeclaredError(entity, first, "only rows of a country that the graph shows are searched for.")
    if entity.rows:
        raise MisdeclaredError(entity, first, "rows with terms of their own are not searched for.")
    if programme is not None and table_of(entity).columns[programme].nullable:
        raise MisdeclaredError(entity, first, "rows that may be of no programme are not searched for.")
    strays = [name for name in entity.named_by if name not in texts]
    if strays or len(entity.named_by) not in (0, 2):
        raise MisdeclaredError(entity, "named_by", "it takes two columns that say searched=True.")
