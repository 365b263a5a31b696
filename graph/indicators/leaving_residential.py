"""Children leaving residential care for a family placement: core indicator 3, over all who leave residential care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, not_, select, union_all

from graph.entities.destination import Destination
from graph.entities.members import member
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension, SettingCategory
from graph.indicators.stays import follows, stays

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Exists, Select, Subquery

    from graph.indicators.model import PeriodFrame

FAMILY_OUTSIDE = (
    Destination.FAMILY,
    Destination.KIN,
    Destination.FOSTER_OUTSIDE,
    Destination.KAFALA,
    Destination.ADOPTION,
)
"""Ends of care that lead to a family, the own one among them."""


def leaving_residential(frame: PeriodFrame) -> Facts:
    """Placements in residential care that end in the period while none in residential care begins on that day."""
    stay, ends = _ending(frame)
    return _facts(stay, (*ends, not_(_moves_into(frame, stay, SettingCategory.RESIDENTIAL))))


def leaving_for_a_family(frame: PeriodFrame) -> Facts:
    """Those of them that go to family-based care within the federation's, or out of its care to a family.

    Each way is looked for by itself: of either, PostgreSQL makes a join of whole tables, and not a look-up a row.
    """
    stay, ends = _ending(frame)
    placed = _days(stay).where(*ends, _moves_into(frame, stay, SettingCategory.FAMILY_BASED))
    stay, ends = _ending(frame)
    to_family = stay.c.episode_destination.in_([member(each) for each in FAMILY_OUTSIDE])
    over = stay.c.episode_ended_on == stay.c.ended_on
    outside = _days(stay).where(*ends, over, to_family, not_(_moves_into(frame, stay)))
    left = union_all(placed, outside).subquery("left_for_a_family")
    return _facts(left, ())


def _ending(frame: PeriodFrame) -> tuple[Subquery, tuple[ColumnElement[bool], ...]]:
    """The stays in residential care that end in the period, and which they are."""
    stay = stays(frame, "child_id", "setting", "ended_on", episode=("ended_on", "destination"))
    residential = stay.c.setting == member(SettingCategory.RESIDENTIAL)
    return stay, (residential, stay.c.ended_on >= frame.first, stay.c.ended_on < frame.after)


def _moves_into(frame: PeriodFrame, stay: Subquery, setting: SettingCategory | None = None) -> Exists:
    """Whether another stay begins on the day on which one ends; with a setting: one of that."""
    following = stays(frame, "child_id", "setting", "started_on")
    condition = follows(frame, following, stay)
    if setting is None:
        return exists().where(condition)
    return exists().where(condition, following.c.setting == member(setting))


def _days(stay: Subquery) -> Select[Any]:
    return select(stay.c.country_code, stay.c.child_id, stay.c.ended_on)


def _facts(stay: Subquery, where: tuple[ColumnElement[bool], ...]) -> Facts:
    return Facts(source=stay, where=where, country=stay.c.country_code, child=stay.c.child_id, on=stay.c.ended_on)


FEDERAL_LEAVING_SPLITS = frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)})

LEAVING_RESIDENTIAL = Measure(
    code="leaving_residential",
    doc="times that a child left residential care during the period",
    counts=Counts.EVENTS,
    taken=Taken.DURING,
    facts=leaving_residential,
    splits=frozenset(),
    regional=frozenset({()}),
    federal=FEDERAL_LEAVING_SPLITS,
    dated=True,
)
LEAVING_FOR_A_FAMILY = Measure(
    code="leaving_for_a_family",
    doc="times that a child left residential care for a family during the period",
    counts=Counts.EVENTS,
    taken=Taken.DURING,
    facts=leaving_for_a_family,
    splits=frozenset(),
    regional=frozenset({()}),
    federal=FEDERAL_LEAVING_SPLITS,
    part_of=LEAVING_RESIDENTIAL,
    dated=True,
)

INDICATOR = Indicator(
    code="LEAVING_RESIDENTIAL_FOR_FAMILY",
    title="Children leaving residential care for a family, of those who leave it",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(LEAVING_FOR_A_FAMILY),
    numerator_doc="Times that a child left residential care for family-based care, or for the own, a kinship, a"
    " foster or an adoptive family.",
    denominator=Part(LEAVING_RESIDENTIAL),
    denominator_doc="Times that a child left residential care, to whatever place.",
    exclusions="Moves between homes of residential care.",
    scale=100,
    decimals=1,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 3; which of two denominators is meant was not verified: this is all leavers",
)
