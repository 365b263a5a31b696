"""Whether a mutation goes: which of its checks fail, whether its key is new, and one row where all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, Text, case, cast, func, literal_column, select, true
from sqlalchemy.dialects.postgresql import array

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
    failing = [
        case((condition.is_not(TRUE), _told(writing.draft, name)), else_=NULL)
        for name, (condition, _) in writing.draft.checks.items()
        if name not in writing.draft.against
    ]
    failed = func.array_remove(array[Any](failing, type_=Text()), NULL) if failing else literal_column("'{}'::text[]")
    for name, rows in writing.draft.against.items():
        failed = func.array_cat(failed, _named(writing, name, rows))
    checks = select(failed.label("failed")).select_from(facts(writing.draft)).cte("checks")
    checks = checks.prefix_with("MATERIALIZED")
    nothing_failed = func.cardinality(checks.c.failed) == literal_column("0")
    decided = select(ONE.label("one")).select_from(checks).where(nothing_failed)
    key = claim_key(writing, checks) if writing.keyed else None
    if key is not None:
        decided = decided.select_from(key)
    return checks, key, decided.cte("go").prefix_with("MATERIALIZED")


def _told(draft: Draft, name: str) -> Sql:
    """A failing check by its name; of a list with the place of the row behind a colon."""
    told: Sql = literal_column(f"'{name}'")
    return (
        told.op("||")(literal_column("':'")).op("||")(cast(draft.places[name], Text)) if name in draft.places else told
    )


def _named(writing: Composer, name: str, rows: Select[Any]) -> Sql:
    """A failing check once for each of the rows that stand against it, with the row's id behind a colon."""
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
