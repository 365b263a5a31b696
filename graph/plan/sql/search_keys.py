"""The keys of rows as they are stored, each with the row: what the table of keys holds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, column, func, select, true
from sqlalchemy.dialects.postgresql import array

from graph.declarations.search_keys import KEY, ROW
from graph.declarations.searched import EMPTY, said_text

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation

Sql = Any
"""An SQL expression."""


def keys_of(entity: EntityModel, rows: Relation) -> Select[Any]:
    """The keys of an entity's rows, with the columns of the table of keys; that of an entity without any is empty.

    Args:
        entity: whose rows.
        rows: its table.

    Raises:
        TypeError: its rows are not searched for.
    """
    if entity.searched is None:
        raise TypeError(entity.table)
    said = each_of(entity.searched.keys(lambda name: rows.c[name]))
    programme = [] if entity.programme_column is None else [rows.c[entity.programme_column]]
    columns = (rows.c.country_code, said.c[KEY], *programme, rows.c.id.label(ROW))
    return select(*columns).select_from(rows.clause.join(said, true())).where(is_key(said)).distinct()


def each_of(keys: Sql) -> Any:  # noqa: ANN401 - rows
    """The keys in an array, as rows."""
    return func.unnest(keys).table_valued(column(KEY, Text())).render_derived(name="each")


def is_key(said: Any) -> Sql:  # noqa: ANN401 - rows
    """Whether it is one: of texts without a letter nothing is put together."""
    return said.c[KEY] != array(map(said_text, EMPTY)).all_()
