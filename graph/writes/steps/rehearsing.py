"""The first step: what the mutation would write, read and worked out by its own expressions; nothing is written.

    WITH child_read AS (…), checks AS (…), go AS (…),
      written_1 AS (SELECT what each row that changes holds, and is to hold … FOR NO KEY UPDATE OF placement),
      written_2 AS (SELECT what each new row is to hold … FROM go, child_read, …)
    SELECT the checks that fail; of each write its rows, a list a column; the entries of the history; the feed's

In one statement every write sees the rows as they were before it, and so does a rehearsal, which leaves them so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, BindParameter, Text, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from graph.kinds.kind import Kind
from graph.kinds.table import KINDS, STORED, TYPES
from graph.plan.sql.relation import Relation
from graph.writes.draft import NULL, default_of
from graph.writes.history_and_feed import SAID, entries_of, touched
from graph.writes.steps.texts import COUNTRY, OF_COUNTRY, Adding, Changing, Removing, StepWrite, slot_of
from graph.writes.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import FromClause, Select, Subquery
    from sqlalchemy.types import TypeEngine

    from countries.tenancy.caller import Tier
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.writes.draft import Sql, Target
    from graph.writes.mutation import Mutation

FRAME = (COUNTRY, "version", "updated_at")
"""What the statement that changes a row writes by itself."""
OF_THE_WRITER = ("issuer", "subject", "operation")
"""What the entries of one mutation have in common."""
WHY = "reason"
"""What those have in common besides that are told it."""
WROTE_IT = ("writer", "operation", "key")
"""What its entries in the feed have in common."""
FEED = "change"
TOLD = ("type", "row_id", "kind", "programme_id")


@dataclass(frozen=True, slots=True)
class RehearsedRows:
    """Rows that a rehearsal answers, and what becomes of them.

    Attributes:
        name: what the columns of the answer begin with.
        columns: what each row says, in order.
        into: what is written of them.
    """

    name: str
    columns: tuple[str, ...]
    into: StepWrite


class Rehearsing(Writing):
    """Composes a rehearsal of a mutation. Arguments as of `Composer`; a key is taken by a step of its own."""

    def __init__(self, model: GraphModel, action: Mutation, tier: Tier, present: frozenset[str]) -> None:
        super().__init__(model, action, tier, present, keyed=False)
        self.becomes: list[StepWrite] = []
        """What is written of the rows of each write, in order."""

    def _made(
        self,
        entity: EntityModel,
        cells: Mapping[str, Sql],
        sources: Sequence[Relation],
        where: Sequence[Sql],
        kept: Sequence[str],
    ) -> CTE:
        given = dict(cells)
        if "id" in entity.stored and "id" not in given:
            given["id"] = default_of(entity.stored["id"])
        columns = [entity.stored[name] for name in given if name != COUNTRY]
        self.becomes.append(Adding(entity.table, (OF_COUNTRY,), tuple(map(slot_of, columns))))
        told = dict.fromkeys((*(column.name for column in columns), *kept))
        values = {name: given[name] if name in given else default_of(entity.stored[name]) for name in told}
        chosen = select(*(_typed(entity.stored[name], value).label(f"n_{name}") for name, value in values.items()))
        chosen = chosen.select_from(self.go, *(source.clause for source in sources)).where(*where)
        return self._rows(chosen)

    def _changed(self, target: Target, cells: Mapping[str, Sql], where: Sequence[Sql], kept: Sequence[str]) -> CTE:
        entity = self.model.by_table[target.table.name]
        changing = [entity.stored[name] for name in cells if name not in FRAME]
        self.becomes.append(Changing(entity.table, tuple(map(slot_of, changing)), is_versioned="version" in cells))
        told = dict.fromkeys(("id", *(column.name for column in changing), *kept))
        chosen = select(
            *(
                (_typed(entity.stored[name], cells[name]) if name in cells else target.c[name]).label(f"n_{name}")
                for name in told
            ),
            *(target.c[name].label(f"o_{name}") for name in kept),
        )
        # Nobody else changes them until what is said of them here has been written.
        locked = chosen.select_from(target.table).where(*where).with_for_update(key_share=True, of=target.table)
        return self._rows(locked)

    def _removed(self, entity: EntityModel, rows: Relation) -> CTE:
        self.becomes.append(Removing(entity.table, tuple(slot_of(entity.stored[name]) for name in entity.identity)))
        # Keys are a row's own, and whoever writes the row holds it.
        told = (rows.c[name].label(f"n_{name}") for name in entity.identity)
        return self._rows(select(*told).select_from(rows.clause))

    def _rows(self, chosen: Select[Any]) -> CTE:
        return chosen.cte(self._next()).prefix_with("MATERIALIZED")


def _typed(column: Column, value: Sql) -> Sql:
    """A value as the column would hold it."""
    if isinstance(value, BindParameter) and column.kind is not Kind.DECIMAL:
        return value
    return cast(value, _type_of(column.kind))


def _type_of(kind: Kind) -> TypeEngine[Any]:
    """A column's type; of texts without their collation, which is none of the type's."""
    if KINDS[kind].listed:
        return ARRAY(Text())
    return TYPES[kind] if kind in (Kind.TEXT, Kind.ENUMERATION) else STORED[kind]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A rehearsal.

    Attributes:
        statement: answers one row: `failed`, the names of the checks that fail; `touched`, the ids to show; `reason`,
            why; and of the rows below a list a column, called `<name>_<column>`, empty where there are none.
        written: the rows of each write, in order.
        history: those of its history.
        feed: those of the feed, in the order of their numbers.
    """

    statement: Select[Any]
    written: tuple[RehearsedRows, ...]
    history: tuple[RehearsedRows, ...]
    feed: RehearsedRows


def rehearsed(writing: Rehearsing, checks: CTE, shown: Sql) -> Rehearsed:
    """The statement that rehearses a mutation, and what it answers.

    Args:
        writing: the mutation, composed.
        checks: its checks.
        shown: the ids to show.
    """
    answered = [
        _answered(f"w{place}", into, each.cte, {slot.name: each.cte.c[f"n_{slot.name}"] for slot in into.slots})
        for place, (each, into) in enumerate(zip(writing.draft.written, writing.becomes, strict=True), start=1)
    ]
    entries = [
        _answered(f"h{place}", into, each.rows, each.said, each.where)
        for place, each in enumerate(entries_of(writing), start=1)
        for same in [OF_THE_WRITER if each.reason is None else (*OF_THE_WRITER, WHY)]
        for into in [_into(writing.model, each.table, (COUNTRY, *same), SAID)]
    ]
    told = Relation(touched(writing).subquery("told"))
    in_order = Relation(select(*(told.c[name] for name in TOLD)).order_by(told.c.place).subquery("in_order"))
    change = _into(writing.model, FEED, (COUNTRY, *WROTE_IT), ("number", *TOLD))
    feed = _answered("f", change, in_order.clause, {name: in_order.c[name] for name in TOLD})
    lists = [each.lists for each in (*answered, *entries, feed)]
    reason = NULL if writing.draft.reason is None else writing.draft.reason
    statement: Select[Any] = select(
        checks.c.failed.label("failed"),
        shown.label("touched"),
        cast(reason, Text).label("reason"),
        *(column for each in lists for column in each.c),
    ).select_from(checks, *lists)
    return Rehearsed(statement, tuple(each.rows for each in answered), tuple(each.rows for each in entries), feed.rows)


@dataclass(frozen=True, slots=True)
class _Answered:
    """Rows, and the select that answers them: a list for each column, all in the order of the source."""

    rows: RehearsedRows
    lists: Subquery


def _answered(
    name: str,
    into: StepWrite,
    source: FromClause,
    cells: Mapping[str, Sql],
    where: Sequence[Sql] = (),
) -> _Answered:
    slots = [slot for slot in into.slots if slot.name in cells]
    lists = (func.array_agg(slot.answered(cells[slot.name])).label(f"{name}_{slot.name}") for slot in slots)
    said = select(*lists).select_from(source).where(*where)
    return _Answered(RehearsedRows(name, tuple(slot.name for slot in slots), into), said.subquery(f"{name}_rows"))


def _into(model: GraphModel, table: str, same: Sequence[str], each: Sequence[str]) -> Adding:
    stored = model.by_table[table].stored
    return Adding(table, tuple(slot_of(stored[name]) for name in same), tuple(slot_of(stored[name]) for name in each))
