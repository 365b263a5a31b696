"""Children entering formal care: core indicator 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, not_, or_, select
from sqlalchemy.dialects.postgresql import distinct_on

from graph.declarations.fields import PERIOD
from graph.entities.care_episode import EnteredFrom
from graph.entities.members import member
from graph.indicators.entries import ENTRIES, coming_into_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, National, Once, Part, Taken, Topic
from graph.indicators.stays import LED, stays

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.indicators.model import PeriodFrame

OF_EPISODE = ("started_on", "entered_from")
OTHER_CARE: ColumnElement[str] = member(EnteredFrom.OTHER_CARE)


def entering_care(frame: PeriodFrame) -> Facts:
    """Each child by the first of its entries in the period: a time in care that begins, and goes on from no other.

    It counts from the day on which the child has come into a home. Whoever comes out of somebody else's care, or goes
    from one time in care to the next on one day, is in care already: one that held no night is none to come from.
    """
    coming = coming_into_care(frame, episode=OF_EPISODE)
    stay = coming.source
    before, other = stays(frame, LED, "started_on"), frame.rows("care_episode", "child_id", *PERIOD)
    goes_on = exists().where(
        and_(
            frame.same_country(other.c.country_code, coming.country),
            other.c.child_id == coming.child,
            other.c.ended_on == stay.c.episode_started_on,
            other.c.started_on < other.c.ended_on,
        )
    )
    comes_back = exists().where(
        and_(
            frame.same_country(before.c.country_code, coming.country),
            before.c[LED] == stay.c[LED],
            before.c.started_on < stay.c.started_on,
        )
    )
    from_outside = or_(stay.c.episode_entered_from.is_(None), stay.c.episode_entered_from != OTHER_CARE)
    key = (stay.c.country_code, stay.c.child_id)
    first = (
        select(*key, stay.c[LED], stay.c.started_on, stay.c.episode_started_on)
        .ext(distinct_on(*key))
        .where(*coming.where, from_outside, not_(goes_on), not_(comes_back))
        .order_by(*key, stay.c.started_on)
        .subquery("first_in_care")
    )
    return Facts(source=first, where=(), country=first.c.country_code, child=first.c.child_id, on=first.c.started_on)


ENTERING = Measure(
    code="entering",
    doc="children who came into formal care during the period, each once: those from somebody else's are left out",
    counts=Counts.CHILDREN,
    taken=Taken.DURING,
    facts=entering_care,
    splits=frozenset({()}),
    part_of=ENTRIES,
    once=Once.FIRST,
)

INDICATOR = Indicator(
    code="CHILDREN_ENTERING_CARE",
    title="Children entering formal care",
    topic=Topic.CORE,
    unit="children per 100,000",
    numerator=Part(ENTERING),
    numerator_doc="Children whose time in the federation's care began during the period, each once; with"
    " them the few who came at 18 or more, whom the difference between two figures would point at.",
    denominator=National.CHILD_POPULATION,
    denominator_doc="Children of the country aged 0 to 17.",
    exclusions="Children who came out of somebody else's care, or back within one time in care; children in the care of"
    " others: this is the federation's share of the national indicator.",
    scale=100_000,
    decimals=2,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 1: number of children entering formal care during a 12-month period per 100,000"
    " child population",
    verified=True,
    version=2,
    provider_share=True,
)
