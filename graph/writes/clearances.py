"""Whether a caregiver is cleared on a day: as a plan it has to be, and a fact stays a fact.

The office works it out from the checks themselves, held so that none of them fails meanwhile; who may not see the
checks goes by the day that is reckoned of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from countries.tenancy.caller import Tier
from graph.entities.clearance import READS, cleared_until
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.draft import FALSE

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

CLEARED = ("kind", "cleared_until")
"""What is read of a caregiver, besides its programme, to tell whether it is cleared."""
NOT_CLEARED = conflict(
    Reason.CARER_NOT_CLEARED,
    "The caregiver is not cleared on the first day.",
    "Let the office record the checks that are missing with recordCaregiverCheck, or name somebody who is cleared.",
    "caregiverId",
)


def is_cleared(writing: Writing, caregiver: Relation, day: Sql) -> Sql:
    """Whether a caregiver that was read with `CLEARED` and its programme is cleared on a day."""
    if writing.parameters.tier is not Tier.OFFICE:
        return func.coalesce(caregiver.c.cleared_until > day, FALSE)
    check = writing.rows("caregiver_check")
    rows: Any = select(*(check.c[name] for name in ("id", *READS))).select_from(check.clause)
    rows = rows.where(*writing.within("caregiver_check", check), check.c.caregiver_id == caregiver.c.id)
    until = cleared_until(writing, caregiver, rows.correlate_except(check.clause).subquery("checks_of_caregiver"))
    return func.coalesce(until > day, FALSE)


def check_cleared(writing: Writing, caregiver: Relation, start: Sql, at: str = "caregiverId") -> None:
    """A plan is refused where the caregiver, whom the input names by `at`, is not cleared on its first day."""
    cleared = is_cleared(writing, caregiver, start)
    told = replace(NOT_CLEARED, path=("input", at))
    writing.check("caregiver_is_cleared", or_(start <= writing.today, cleared), told)
