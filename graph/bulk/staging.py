"""The tables of an import: the rows as the files hold them, the rows as they are to be, and what was written.

On one server they are temporary tables (`stage.py`); on a distributed one their rows lie beside the country's
(`routed.py`), under these names and with these columns.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Computed,
    Integer,
    MetaData,
    Table,
    Uuid,
)
from sqlalchemy.schema import CreateIndex, CreateTable, Index

from graph.bulk.sheets import ID, all_sheets
from graph.kinds.kind import Kind
from graph.kinds.table import STORED
from graph.plan.sql.compiled import text_of
from graph.text import number_key_sql
from graph.text_keys import MadeOf, made

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.bulk.row_rules import FileRow
    from graph.bulk.sheets import Sheet, SheetColumn
    from graph.declarations.owners import CopyOf
    from graph.text_keys import TextKey

STAGED, FINAL = "import_", "final_"
OF = "of"


def all_tables(prefix: str) -> str:
    """The names of all temporary tables of a sort, for a statement: `STAGED`, or `FINAL`."""
    return ", ".join(f"{prefix}{table}" for table in all_sheets())


def _temporary(name: str, *columns: Column[Any]) -> Table:
    return Table(name, MetaData(), *columns, prefixes=["TEMPORARY"], postgresql_on_commit="DROP")


@cache
def staged_table(table: str) -> Table:
    """The rows of a sheet as the file holds them: `number`, `faulty`, and a column for each header."""
    sheet = all_sheets()[table]
    columns: list[Column[Any]] = [
        Column("number", Integer()),
        Column("faulty", Boolean()),
        Column("mirrored", Boolean()),
    ]
    for cell in sheet.cells:
        columns.append(Column(cell.staged, STORED[cell.kind]))
        if cell.key:
            columns.append(_key(cell.staged, cell.compared))
        columns += [Column(key.beside(cell.staged), STORED[Kind.TEXT]) for key in made_of(sheet, cell)]
        if cell.names is not None:
            columns.append(Column(cell.staged_id, Uuid()))
    return _temporary(f"{STAGED}{table}", *columns)


def made_of(sheet: Sheet, cell: SheetColumn) -> Mapping[TextKey, str]:
    """What is made of a cell's text, and the table's columns for it."""
    return {} if cell.column is None else sheet.entity.stored[cell.column].keys


def keys_made(sheet: Sheet) -> dict[str, MadeOf]:
    """The table's columns that hold what is made of the texts that an import fills."""
    stored = (sheet.entity.stored[str(cell.column)] for cell in sheet.values)
    return {name: MadeOf(each.name, key) for each in stored for key, name in each.keys.items()}


def _key(column: str, key: str) -> Column[Any]:
    """What PostgreSQL compares a text by, as the table itself has it."""
    return Column(key, STORED[Kind.TEXT], Computed(number_key_sql(column), persisted=True), info={OF: column})


def keys_of(table: Table) -> dict[str, str]:
    """The columns that PostgreSQL works out, each with the one that it is worked out of."""
    return {str(column.name): column.info[OF] for column in table.columns if column.computed is not None}


def given_columns(table: Table) -> list[str]:
    """The columns that a row brings, in order; PostgreSQL fills the others."""
    return [str(column.name) for column in table.columns if column.computed is None]


def copies_of(sheet: Sheet) -> dict[str, tuple[CopyOf, ...]]:
    """The columns that are taken from the rows that a row leads to alone, and what each repeats."""
    stored = sheet.entity.stored.values()
    return {column.name: column.copy_of for column in stored if column.copy_of and not column.otherwise}


def columns_of(sheet: Sheet) -> tuple[str, ...]:
    """The table's own columns that an import fills, without the key and the bookkeeping."""
    return (
        *(reference.column for reference in sheet.references),
        *copies_of(sheet),
        *(str(cell.column) for cell in sheet.values),
    )


@cache
def final_table(table: str) -> Table:
    """The rows of a sheet as they are to be.

    Beside the table's columns: `number`, `faulty`, `mirrored`; `known`, whether the row exists; `same`, whether nothing
    changes; `matches`, how many rows have its key; and for each link how many rows its name means.
    """
    sheet = all_sheets()[table]
    stored = sheet.entity.stored
    columns: list[Column[Any]] = [
        Column("number", Integer()),
        Column("faulty", Boolean()),
        Column("mirrored", Boolean()),
        Column("known", Boolean()),
        Column("same", Boolean()),
        Column("matches", BigInteger()),
        Column("id_given", Boolean()),
        Column(ID, Uuid()),
        *(Column(name, STORED[stored[name].kind]) for name in columns_of(sheet)),
    ]
    columns += [_key(name, key) for name in columns_of(sheet) if (key := stored[name].key) is not None]
    columns += [Column(name, STORED[Kind.TEXT]) for name in keys_made(sheet)]
    for reference in sheet.references:
        columns.append(Column(f"{reference.column}_many", BigInteger()))
        if reference.within is not None:
            columns.append(Column(f"{reference.column}_within_many", BigInteger()))
    columns += [Column(cell.staged, STORED[cell.kind]) for cell in sheet.of_parts]
    return _temporary(f"{FINAL}{table}", *columns)


CHANGED = "import_changed"


@cache
def changed_table() -> Table:
    """What was written and has no number in the feed yet, in the order in which it gets them."""
    ids = [Column(name, Uuid()) for name in ("row_id", "programme_id")]
    texts = [Column(name, STORED[Kind.TEXT]) for name in ("type", "kind")]
    return _temporary(CHANGED, Column("place", BigInteger()), *ids, *texts)


def making() -> Iterator[str]:
    """The statements that make all of them."""
    yield text_of(CreateTable(changed_table()))
    for table in all_sheets():
        for each in (staged_table(table), final_table(table)):
            yield text_of(CreateTable(each))
        yield text_of(CreateIndex(Index(f"{FINAL}{table}_id", final_table(table).c.id)))


def records(sheet: Sheet, rows: list[FileRow], country: str) -> Iterator[tuple[object, ...]]:
    """Rows as COPY takes them: the columns that a row brings to `staged_table`, in order."""
    for row in rows:
        values: list[object] = [row.number, row.faulty, False]
        for cell in sheet.cells:
            value = row.values.get(cell.header)
            if cell.names is None:
                values += [value, *(made(key, country, value) for key in made_of(sheet, cell))]
            elif isinstance(value, UUID):
                values += [None, value]
            else:
                values += [value, None]
        yield tuple(values)
