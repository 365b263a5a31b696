"""How a cell of a set is kept in `import_row`, written and read: as JSON, and so that no session's settings matter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Date, DateTime, Text
from sqlalchemy.dialects.postgresql import JSONB

from graph.bulk.sheets import ID
from graph.bulk.staging import keys_of
from graph.plan.sql.compiled import DIALECT
from graph.text import number_key_sql

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, Table
    from sqlalchemy.types import TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_CELLS = 40
"""How many cells are put together at once: a function takes a hundred arguments, and each is two."""
IDENTITIES = (ID, "n_id")
"""The columns of a set that tell which row of the country one stands for."""


def sent_cell(value: object) -> object:
    """A value as a cell keeps it: `kept_cell`, of what a file holds."""
    if isinstance(value, datetime):
        return str((value - EPOCH) / timedelta(seconds=1))
    return (value - EPOCH.date()).days if isinstance(value, date) else value


def kept_cell(value: str, of: TypeEngine[Any]) -> str:
    """A value as a cell keeps it: days and instants as numbers, whatever a session would write them like."""
    if isinstance(of, Date):
        return f"{value} - DATE '1970-01-01'"
    return f"extract(epoch FROM {value})" if isinstance(of, DateTime) else value


def read_cell(column: Column[Any]) -> str:
    """A cell of a row that is kept, as its column has it: no function here depends on a session's settings.

    A distributed server lets no other stand in what changes a row.
    """
    if column.name in IDENTITIES:
        return "kept.row_id"
    held, told = f"kept.cells -> '{column.name}'", f"kept.cells ->> '{column.name}'"
    if isinstance(column.type, JSONB):
        return held
    if isinstance(column.type, ARRAY):
        return f"CASE WHEN jsonb_typeof({held}) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text({held})) END"
    if isinstance(column.type, Text):
        return f'({told}) COLLATE "C"'
    if isinstance(column.type, Date):
        return f"DATE '1970-01-01' + CAST({told} AS INTEGER)"
    if isinstance(column.type, DateTime):
        return f"to_timestamp(CAST({told} AS DOUBLE PRECISION))"
    return f"CAST({told} AS {type_name(column.type)})"


def type_name(of: TypeEngine[Any]) -> str:
    """A type as a cast names it: a collation is none of the type's."""
    if isinstance(of, ARRAY):
        return "TEXT[]"
    return "TEXT" if isinstance(of, Text) else of.compile(dialect=DIALECT)


def cells_of(table: Table, columns: Sequence[str]) -> str:
    """The cells of rows that are written, those that are worked out of them among them."""
    told = [(name, kept_cell(f"placed.{name}", table.c[name].type)) for name in columns if name not in IDENTITIES]
    told += [(key, number_key_sql(f"placed.{of}")) for key, of in keys_of(table).items()]
    parts = (told[start : start + MOST_CELLS] for start in range(0, len(told), MOST_CELLS))
    pairs = (", ".join(f"'{name}', {cell}" for name, cell in part) for part in parts)
    return " || ".join(f"jsonb_build_object({each})" for each in pairs)
