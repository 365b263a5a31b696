"""The statements that write values down: rows that are added, rows that change, the key, the counter.

Each is of one table and names its country, and holds nothing but values: no other table, no sub-select, and no function
that a cluster's coordinator would have to work out for each row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, bindparam, cast, column, delete, func, literal_column, update
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert

from graph.kinds.cells import SEPARATOR
from graph.kinds.kind import Kind
from graph.kinds.table import KINDS, TYPES
from graph.plan.sql.compiled import text_of
from graph.plan.sql.relation import Relation
from graph.writes.draft import NOW, ONE, table_of
from graph.writes.idempotency import KEY_COLUMNS, KEY_LASTS, KEY_OUTCOME, is_free

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Label, TableClause
    from sqlalchemy.dialects.postgresql import Insert
    from sqlalchemy.types import TypeEngine

    from graph.declarations.members import Column
    from graph.writes.draft import Sql

OF_THE_KEY = ("issuer", "subject", "key", "path", "digest")
"""What a mutation brings of its key, in the order of the parameters that take it."""
MOST_ROWS = 100
"""How many rows one statement adds at most."""
COUNTRY = "country_code"


@dataclass(frozen=True, slots=True)
class ColumnSlot:
    """A column that is written, and the kind of its values.

    On the way from the rehearsal to the row each value is a text: a list of rows an array of texts, which the driver
    knows. Of arrays of other types it asks each connection's server, which takes a cluster's coordinator a second.
    """

    name: str
    kind: Kind

    @property
    def is_listed(self) -> bool:
        """Whether its values are lists."""
        return KINDS[self.kind].listed

    @property
    def is_text(self) -> bool:
        """Whether its values are texts anyhow."""
        return isinstance(KINDS[self.kind].value, Text)

    @property
    def type(self) -> TypeEngine[Any]:
        """The type of its values."""
        return JSONB() if self.kind is Kind.JSON else TYPES[self.kind]

    def answered(self, value: Sql) -> Sql:
        """A value as it is answered."""
        return func.array_to_string(value, SEPARATES) if self.is_listed else cast(value, Text)

    def given(self, name: str) -> Sql:
        """The parameter that takes what was answered of one row."""
        value = bindparam(name, type_=Text(), required=True)
        if self.is_listed:
            return func.string_to_array(value, SEPARATES)
        return value if self.is_text else cast(value, self.type)

    def listed(self, name: str) -> Sql:
        """The parameter that takes what was answered of many rows, of which `of_row` makes what each stores."""
        values = bindparam(name, type_=LIST, required=True)
        return values if self.is_listed or self.is_text else cast(values, ARRAY(self.type))

    def of_row(self, value: Sql) -> Sql:
        """What one of many rows stores."""
        return func.string_to_array(value, SEPARATES) if self.is_listed else value


LIST: TypeEngine[Any] = ARRAY(Text())
SEPARATES: ColumnElement[str] = literal_column(f"'{SEPARATOR}'")
ID = ColumnSlot("id", Kind.ID)
OF_COUNTRY = ColumnSlot(COUNTRY, Kind.TEXT)


def slot_of(stored: Column) -> ColumnSlot:
    """A column of a table."""
    return ColumnSlot(stored.name, stored.kind)


@dataclass(frozen=True, slots=True)
class Adding:
    """A table to which rows are added.

    Attributes:
        table: the table.
        same: the columns that hold the same in each row, the country first.
        each: those that every row says.
    """

    table: str
    same: tuple[ColumnSlot, ...]
    each: tuple[ColumnSlot, ...]

    @property
    def slots(self) -> tuple[ColumnSlot, ...]:
        """What is answered of each row."""
        return self.each

    def text(self, many: int) -> str:
        """The statement that adds so many rows; its parameters are those of `same`, then those of each row."""
        return _adding(self, many)


@cache
def _adding(what: Adding, many: int) -> str:
    same = {slot.name: slot.given(slot.name) for slot in what.same}
    rows = [same | {slot.name: slot.given(f"{slot.name}_{row}") for slot in what.each} for row in range(many)]
    return text_of(insert(table_of(what.table, rows[0])).values(rows))


@dataclass(frozen=True, slots=True)
class Changing:
    """A table of which rows change.

    Attributes:
        table: the table.
        each: the columns that every row says, besides its `id`.
        is_versioned: whether the row counts its versions, and notes when it was changed last.
    """

    table: str
    each: tuple[ColumnSlot, ...]
    is_versioned: bool

    @property
    def slots(self) -> tuple[ColumnSlot, ...]:
        """What is answered of each row."""
        return (ID, *self.each)

    @property
    def text(self) -> str:
        """The statement that changes them; its parameters are the ids, a list for each column, and the country.

        It returns the ids.
        """
        return _changing(self)


@cache
def _changing(what: Changing) -> str:
    names = [slot.name for slot in what.slots]
    target = table_of(what.table, dict.fromkeys((COUNTRY, *names, "version", "updated_at")))
    lists = (slot.listed(slot.name) for slot in what.slots)
    said = Relation(func.unnest(*lists).table_valued(*(column(name) for name in names)).render_derived(name="said"))
    cells = {slot.name: slot.of_row(said.c[slot.name]) for slot in what.each}
    if what.is_versioned:
        cells |= {"version": target.c.version + ONE, "updated_at": NOW}
    there = [target.c.id == said.c.id, target.c[COUNTRY] == OF_COUNTRY.given("country")]
    return text_of(update(target).values(cells).where(*there).returning(target.c.id))


@dataclass(frozen=True, slots=True)
class Removing:
    """A table from which rows are taken.

    Attributes:
        table: the table.
        slots: what tells each of them.
    """

    table: str
    slots: tuple[ColumnSlot, ...]

    @property
    def text(self) -> str:
        """The statement that takes them; its parameters are a list for each slot, and the country."""
        return _removing(self)


StepWrite = Adding | Changing | Removing
"""What is written of rows that were rehearsed."""


@cache
def _removing(what: Removing) -> str:
    names = [slot.name for slot in what.slots]
    target = table_of(what.table, (COUNTRY, *names))
    lists = (slot.listed(slot.name) for slot in what.slots)
    said = Relation(func.unnest(*lists).table_valued(*(column(name) for name in names)).render_derived(name="said"))
    told = [target.c[name] == said.c[name] for name in names]
    return text_of(delete(target).where(*told, target.c[COUNTRY] == OF_COUNTRY.given("country")))


_TAKEN: Label[bool] = literal_column("true").label("taken")


def _claim() -> tuple[Insert, TableClause]:
    kinds = {**dict.fromkeys((*KEY_COLUMNS, "digest"), TYPES[Kind.TEXT]), "ids": LIST, "refusals": LIST}
    target = table_of("idempotency_key", (*kinds, "recorded_at"))
    values = {name: bindparam(name, type_=kind, required=True) for name, kind in kinds.items()}
    return insert(target).values(values), target


@cache
def claiming() -> str:
    """The statement that takes a key: a row, or none where it is taken; a twin at work is waited for.

    Its parameters are the country, issuer, subject, key, path, digest, ids, and the checks that fail.
    """
    claim, target = _claim()
    renewed = {name: claim.excluded[name] for name in (*KEY_OUTCOME, "recorded_at")}
    # The difference of two instants: an instant less a span would depend on the session's time zone.
    has_lasted = claim.excluded.recorded_at - target.c.recorded_at > KEY_LASTS
    may_be_taken = and_(has_lasted, is_free(target, claim.excluded))
    return text_of(
        claim.on_conflict_do_update(index_elements=list(KEY_COLUMNS), set_=renewed, where=may_be_taken).returning(
            _TAKEN
        )
    )


@cache
def telling() -> str:
    """The statement by which a key tells of what was done before under another one; its parameters as of `claiming`."""
    claim, target = _claim()
    told = {name: claim.excluded[name] for name in KEY_OUTCOME}
    same = target.c.digest == claim.excluded.digest
    keyed = claim.on_conflict_do_update(index_elements=list(KEY_COLUMNS), set_=told, where=same)
    return text_of(keyed.returning(_TAKEN))


@cache
def counting() -> str:
    """The statement that takes numbers of the country's feed, which are held until the commit.

    Its parameters are the country and how many; its row is the last number.
    """
    target = table_of("change_counter", (COUNTRY, "last"))
    last = bindparam("last", type_=TYPES[Kind.BIG_INTEGER], required=True)
    count = insert(target).values({COUNTRY: OF_COUNTRY.given(COUNTRY), "last": last})
    added = {"last": target.c.last + count.excluded.last}
    return text_of(count.on_conflict_do_update(index_elements=[COUNTRY], set_=added).returning(target.c.last))


def in_turns(rows: Sequence[Sequence[object]]) -> list[Sequence[Sequence[object]]]:
    """Rows, as many at a time as one statement adds."""
    return [rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS)]
