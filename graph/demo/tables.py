"""What a story has to tell of each table: every column that PostgreSQL does not work out, whoever declares it.

A story hands over what it knows of a row, by column. What a row repeats of another one is taken from that one, a day
alone is known to the day, and a list of members stands in their order. So a new column of an entity is a word in a
story, and a new table is a story.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.declarations.days import DatePrecision
from graph.declarations.file_rules import in_order
from graph.declarations.lives import VOID_REASON
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.kinds.values import stored_members
from graph.text_keys import made

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.text_keys import MadeOf, TextKey

KEY = ("country_code", "id", "version", "created_at", "updated_at")
"""The columns that every row of a country has."""
UNTOLD: Mapping[str, str] = {
    "child.died_on": "Nobody dies in a made-up story.",
    "child.died_on_precision": "Nobody dies in a made-up story.",
    "child.name_reading": "Made-up names come without their reading.",
}
"""The columns, and the tables, of which no story tells anything; and why. More follow, in `untold`."""
IN_ERROR = "No list shows what was recorded in error."

RowCells = dict[str, object]
"""What is told of one row, by column."""
RowValues = tuple[object, ...]


@cache
def untold() -> Mapping[str, str]:
    """The columns, and the tables, of which no story tells anything, also those of what rows may become; and why."""
    voidable = [entity for entity in graph_model().kept if entity.void_column is not None and not entity.shadow_of]
    errors = [f"{entity.table}.{name}" for entity in voidable for name in (entity.void_column, VOID_REASON)]
    errors += [f"{entity.table}.{entity.same_as}" for entity in voidable if entity.same_as is not None]
    return {**UNTOLD, **dict.fromkeys(errors, IN_ERROR)}


@cache
def told_tables() -> Mapping[str, tuple[str, ...]]:
    """The columns of every table of a country that stories tell, in an order in which every link finds its row."""
    return {entity.table: _columns(entity) for entity in in_order(graph_model()) if entity.table not in untold()}


def _columns(entity: EntityModel) -> tuple[str, ...]:
    own = (name for name, column in entity.stored.items() if name not in KEY and _is_told(column))
    return (*KEY, *own)


@cache
def brought_columns(table: str) -> tuple[str, ...]:
    """The columns that COPY brings into a table: those that stories tell, and what is made of their texts."""
    stored = graph_model().by_table[table].stored
    return (*told_tables()[table], *(name for name, column in stored.items() if column.made is not None))


def _is_told(column: Column) -> bool:
    """Whether a client sees it, as a value or a link; what only the machinery sees, PostgreSQL fills."""
    return not column.generated and bool(column.api or column.target)


class Ids:
    """Who has which id: whatever a story tells of, by itself."""

    def __init__(self) -> None:
        self._found: dict[object, object] = {}

    def noted(self, told: object, cells: RowCells) -> RowCells:
        """The row of something, remembered."""
        self._found[told] = cells["id"]
        return cells

    def __getitem__(self, told: object) -> object:
        """The id of something that was told of before."""
        return self._found[told]


class PartRows:
    """The rows of one part of a country, table by table, each after those that it leads to.

    Args:
        country: its code.
    """

    def __init__(self, country: str) -> None:
        self._country = country
        self._rows: dict[str, dict[object, RowCells]] = {}
        self._keys: dict[tuple[TextKey, str], object] = {}

    def rows(self, table: str, told: Sequence[RowCells]) -> list[RowValues]:
        """The rows of a table as COPY takes them: `brought_columns`, in order.

        Raises:
            ValueError: a story tells of a column that there is none.
        """
        columns, stored = told_tables()[table], graph_model().by_table[table].stored
        unknown = {name for cells in told for name in cells}.difference(columns)
        if unknown:
            message = f"{table} has no column {', '.join(sorted(unknown))} that a story could fill"
            raise ValueError(message)
        for column in (stored[name] for name in columns if name not in KEY):
            self._complete(column, told)
            if column.kind is Kind.ENUMERATION_LIST:
                _put_in_order(column, told)
        self._rows[table] = {cells["id"]: cells for cells in told}
        keys = [of for name in brought_columns(table) if (of := stored[name].made) is not None]
        if not keys:
            return [tuple(map(cells.get, columns)) for cells in told]
        return [(*map(cells.get, columns), *self._made(cells, keys)) for cells in told]

    def _made(self, cells: RowCells, keys: Sequence[MadeOf]) -> list[object]:
        """What is made of a row's texts: of names that many bear it is made once."""
        return [self._made_of(of.key, cells.get(of.text)) for of in keys]

    def _made_of(self, key: TextKey, text: object) -> object:
        if not isinstance(text, str):
            return made(key, self._country, text)
        found = self._keys.get((key, text))
        if found is None:
            found = self._keys[key, text] = made(key, self._country, text)
        return found

    def _complete(self, column: Column, told: Sequence[RowCells]) -> None:
        """Fill in what follows from other rows, from other cells, or from nothing."""
        name, about = column.name, column.about
        for copy in column.copy_of:
            for cells in told:
                if cells.get(copy.link) is not None and cells.get(name) is None:
                    cells[name] = self._rows[copy.target][cells[copy.link]][copy.column]
        if about is not None:
            for cells in told:
                if cells.get(about.of) is not None:
                    cells.setdefault(name, DatePrecision.DAY)
        elif column.default_sql is not None and (without := [cells for cells in told if name not in cells]):
            default = _plainly(column.default_sql)
            for cells in without:
                cells[name] = default


def _put_in_order(column: Column, told: Sequence[RowCells]) -> None:
    """A list of members as it is stored: each once, in their order."""
    stored = stored_members(column.enumeration)
    for cells in told:
        if cells.get(column.name) is not None:
            cells[column.name] = stored(cells[column.name])


def _plainly(default: str) -> object:
    """What PostgreSQL would fill in: a number, or a text in quotes."""
    return default[1:-1] if default.startswith("'") else int(default)
