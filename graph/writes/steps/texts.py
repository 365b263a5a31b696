"""The statements that write values down: rows that are added, rows that change, the key, the counter.

Each names its table's country as its first parameter, and holds values alone: no other table, no sub-select, no
function that a distributed server would have to evaluate for each row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.kinds.cells import SEPARATOR
from graph.kinds.kind import Kind
from graph.kinds.table import KINDS
from graph.plan.sql.compiled import DIALECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.declarations.members import Column

MOST_ROWS = 100
"""How many rows one statement adds at most."""
COUNTRY = "$1::VARCHAR"

CLAIM = (
    "INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) "
    f"VALUES ({COUNTRY}, $2::TEXT, $3::TEXT, $4::TEXT, $5::TEXT, $6::TEXT, $7::TEXT[], $8::TEXT[]) "
    "ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, "
    "ids = excluded.ids, refusals = excluded.refusals, recorded_at = excluded.recorded_at "
    # The difference of two instants: an instant less an interval would depend on the time zone.
    "WHERE excluded.recorded_at - idempotency_key.recorded_at > interval '24 hours' RETURNING true AS taken"
)
"""Takes a key, or returns no row where it was taken within a day; a twin at work is waited for."""
COUNT = (
    f"INSERT INTO change_counter (country_code, last) VALUES ({COUNTRY}, $2::BIGINT) "
    "ON CONFLICT (country_code) DO UPDATE SET last = change_counter.last + excluded.last RETURNING last"
)
"""Takes so many numbers of the country's feed; they are held until the commit."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column that is written, and the kind of its values."""

    name: str
    kind: Kind

    @property
    def is_listed(self) -> bool:
        """Whether its values are lists, which travel as one text: an array of arrays would be a rectangle."""
        return KINDS[self.kind].listed

    @property
    def type(self) -> str:
        """The type that its values travel as."""
        if self.kind is Kind.JSON:
            return "JSONB"
        return "TEXT" if self.is_listed else KINDS[self.kind].value.compile(dialect=DIALECT)

    def stored(self, value: str) -> str:
        """What is stored of a value that has travelled."""
        return f"string_to_array({value}, '{SEPARATOR}')" if self.is_listed else value


ID = Slot("id", Kind.ID)


def slot_of(column: Column) -> Slot:
    """A column of a table."""
    return Slot(column.name, column.kind)


@dataclass(frozen=True, slots=True)
class Adding:
    """A table to which rows are added.

    Attributes:
        table: the table.
        same: the columns that hold the same in each row, the country first.
        each: those that every row says.
    """

    table: str
    same: tuple[Slot, ...]
    each: tuple[Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What is answered of each row."""
        return self.each

    def text(self, many: int) -> str:
        """The statement that adds so many rows: the values of `same`, then those of each row."""
        return _adding(self, many)


@cache
def _adding(what: Adding, many: int) -> str:
    same = [slot.stored(f"${place}::{slot.type}") for place, slot in enumerate(what.same, start=1)]
    first, width = len(same) + 1, len(what.each)
    rows = (
        [slot.stored(f"${first + row * width + place}::{slot.type}") for place, slot in enumerate(what.each)]
        for row in range(many)
    )
    columns = ", ".join(slot.name for slot in (*what.same, *what.each))
    values = ", ".join(f"({', '.join([*same, *row])})" for row in rows)
    return f"INSERT INTO {what.table} ({columns}) VALUES {values}"


@dataclass(frozen=True, slots=True)
class Changing:
    """A table of which rows change.

    Attributes:
        table: the table.
        each: the columns that every row says, besides its `id`.
        is_versioned: whether the row counts its versions, and notes when it was changed last.
    """

    table: str
    each: tuple[Slot, ...]
    is_versioned: bool

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What is answered of each row."""
        return (ID, *self.each)

    @property
    def text(self) -> str:
        """The statement that changes them: the country, the ids, and a list for each column; it returns the ids."""
        lists = ", ".join(f"${place}::{slot.type}[]" for place, slot in enumerate(self.slots, start=2))
        cells = [f"{slot.name} = {slot.stored(f'said.{slot.name}')}" for slot in self.each]
        cells += [f"version = {self.table}.version + 1", "updated_at = now()"] if self.is_versioned else []
        return (
            f"UPDATE {self.table} SET {', '.join(cells)} "
            f"FROM unnest({lists}) AS said ({', '.join(slot.name for slot in self.slots)}) "
            f"WHERE {self.table}.country_code = {COUNTRY} AND {self.table}.id = said.id RETURNING {self.table}.id"
        )


def in_turns(rows: Sequence[Sequence[object]]) -> list[Sequence[Sequence[object]]]:
    """Rows, as many at a time as one statement adds."""
    return [rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS)]
