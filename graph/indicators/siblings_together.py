"""Siblings together: of the days that brothers and sisters are in care at the same time, those in the same home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, literal_column, or_, select

from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.moves import CARE_DAYS, STABILITY_SPLITS, days_within
from graph.indicators.stays import stays

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Subquery

    from graph.indicators.model import PeriodFrame


def sibling_days(frame: PeriodFrame, *, together: bool) -> Facts:
    """Each child with its days beside a brother or sister in care; one day counts once for each of them."""
    bond = frame.rows("sibling_bond", "child_id", "sibling_id", "started_on", "ended_on")
    own = stays(frame, "child_id", "home_id", "started_on", "ended_on")
    other = stays(frame, "child_id", "home_id", "started_on", "ended_on")
    days = days_within(frame, bond, own, other)
    mine = and_(frame.same_country(own.c.country_code, bond.c.country_code), own.c.child_id == bond.c.child_id)
    theirs = and_(frame.same_country(other.c.country_code, bond.c.country_code), other.c.child_id == bond.c.sibling_id)
    where = [*_touching(frame, bond), *_touching(frame, own), *_touching(frame, other), days > literal_column("0")]
    if together:
        # Not `=`: PostgreSQL would look for the sibling among all who ever lived in the home, rather than by its key.
        where += [own.c.home_id.is_not(None), own.c.home_id.is_not_distinct_from(other.c.home_id)]
    child = (
        select(bond.c.country_code, bond.c.child_id, func.sum(days).label("days"))
        .select_from(bond.join(own, mine).join(other, theirs))
        .where(*where)
        .group_by(bond.c.country_code, bond.c.child_id)
        .subquery("sibling")
    )
    return Facts(
        source=child,
        where=(),
        country=child.c.country_code,
        child=child.c.child_id,
        on=frame.last,
        amount=child.c.days,
    )


def _touching(frame: PeriodFrame, row: Subquery) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return row.c.started_on < frame.after, or_(row.c.ended_on.is_(None), row.c.ended_on > frame.first)


SIBLING_DAYS = Measure(
    code="sibling_days",
    doc="days of the period on which a child in care has a brother or sister in care, bond by bond",
    counts=Counts.DAYS,
    taken=Taken.DURING,
    facts=lambda frame: sibling_days(frame, together=False),
    splits=STABILITY_SPLITS,
    of=CARE_DAYS,
)
SIBLING_DAYS_TOGETHER = Measure(
    code="sibling_days_together",
    doc="those of them on which both live in the same home",
    counts=Counts.DAYS,
    taken=Taken.DURING,
    facts=lambda frame: sibling_days(frame, together=True),
    splits=STABILITY_SPLITS,
    part_of=SIBLING_DAYS,
)

INDICATOR = Indicator(
    code="SIBLINGS_TOGETHER",
    title="Siblings together",
    topic=Topic.STABILITY,
    unit="percent",
    numerator=Part(SIBLING_DAYS_TOGETHER),
    numerator_doc="Sibling-days in the same home; ages are of the last day of the period.",
    denominator=Part(SIBLING_DAYS),
    denominator_doc="Days of the period on which a child in care has, by a bond in force, a brother or sister in care"
    " too; one day counts once for each child and each brother or sister.",
    exclusions="Brothers and sisters who are not in the federation's care.",
    scale=100,
    decimals=1,
    definition_source="Hearth; UN Guidelines for the Alternative Care of Children (A/RES/64/142), paragraph 17",
)
