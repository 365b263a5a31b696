"""Whether a mutation goes: which of its checks fail, whether its key is new, and one row where all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, Text, case, cast, func, literal_column, select, true
from sqlalchemy.dialects.postgresql import aggregate_order_by, array

from graph.plan.sql.relation import Relation
from graph.writes.draft import NULL, ONE, TRUE
from graph.writes.idempotency import claim_key

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.writes.composer import Composer
    from graph.writes.draft import Draft, Sql


MOST_NAMED = 20
"""So many of the rows of one kind that stand against a write are named."""


def decide(writing: Composer) -> tuple[CTE, CTE | None, CTE]:
    """The names of the checks that fail; the key, where there is one; and the row that whatever writes selects from."""
    checks = select(_failed(writing).label("failed")).select_from(facts(writing.draft)).cte("checks")
    checks = checks.prefix_with("MATERIALIZED")
    nothing_failed = func.cardinality(checks.c.failed) == literal_column("0")
    decided = select(ONE.label("one")).select_from(checks).where(nothing_failed)
    key = claim_key(writing, checks) if writing.keyed else None
    if key is not None:
        decided = decided.select_from(key)
    return checks, key, decided.cte("go").prefix_with("MATERIALIZED")


def _failed(writing: Composer) -> Sql:
    """The failing checks by their names; of rows once for each, with its place in a list, or its id, behind a colon."""
    draft = writing.draft
    failing = [
        case((condition.is_not(TRUE), literal_column(f"'{name}'")), else_=NULL)
        for name, (condition, _) in draft.checks.items()
        if name not in draft.places and name not in draft.against
    ]
    failed: Sql = literal_column("'{}'::text[]")
    if failing:
        failed = func.array_remove(array[Any](failing, type_=Text()), NULL)
    for name, places in draft.places.items():
        failed = func.array_cat(failed, _named(name, places))
    for name, rows in draft.against.items():
        failed = func.array_cat(failed, _told_of(writing, name, rows))
    return failed


def _named(name: str, places: Select[Any]) -> Sql:
    """A check's name with each of the places at which it fails; nothing where there is none."""
    at = Relation(places.subquery(f"{name}_at"))
    told: Sql = literal_column(f"'{name}:'").op("||")(cast(at.c.place, Text))
    in_order = aggregate_order_by(told, at.c.place)
    return select(func.array_agg(in_order)).select_from(at.clause).scalar_subquery()


def _told_of(writing: Composer, name: str, rows: Select[Any]) -> Sql:
    """A check's name with each of the rows that stand against the write, by its id."""
    type_name = writing.draft.checks[name][1].names
    row = rows.order_by(literal_column("1")).limit(literal_column(str(MOST_NAMED))).subquery(f"{name}_against")
    prefix = literal_column(f"'{name}:{type_name}_'").op("||")(writing.country).op("||")(literal_column("'_'"))
    return func.array(select(prefix.op("||")(cast(row.c.id, Text))).select_from(row).scalar_subquery())


def facts(draft: Draft) -> Sql:
    """One row of everything read, rows that are not there as NULL."""
    clause: Sql = select(ONE.label("one")).subquery("fact")
    for name in draft.single:
        clause = clause.outerjoin(draft.read[name], true())
    return clause
