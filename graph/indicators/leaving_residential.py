"""Children leaving residential care for a family placement: core indicator 3, over all who leave residential care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, literal_column, not_, select, union_all

from graph.entities.home_form import HomeSetting
from graph.entities.placement_reasons import PlacementEndReason
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension
from graph.indicators.stays import follows

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Exists, FromClause, Select, Subquery

    from graph.indicators.model import PeriodFrame

FAMILY_OUTSIDE = (
    PlacementEndReason.REUNIFICATION_WITH_FAMILY,
    PlacementEndReason.KINSHIP_CARE_OUTSIDE,
    PlacementEndReason.FOSTER_CARE_OUTSIDE,
    PlacementEndReason.ADOPTION,
)
"""Ends of care that lead to a family, the own one among them."""


def leaving_residential(frame: PeriodFrame) -> Facts:
    """Placements in residential care that end in the period while none in residential care begins on that day."""
    source, stay, ends = _ending(frame)
    return _facts(source, stay, (*ends, not_(_moves_into(frame, stay, HomeSetting.RESIDENTIAL))))


def leaving_for_a_family(frame: PeriodFrame) -> Facts:
    """Those of them that go to a family-based home of the federation, or out of its care to a family.

    Each way is looked for by itself: of either, PostgreSQL makes a join of whole tables, and not a look-up a row.
    """
    source, stay, ends = _ending(frame)
    placed = _days(stay).select_from(source).where(*ends, _moves_into(frame, stay, HomeSetting.FAMILY_BASED))
    source, stay, ends = _ending(frame)
    to_family = stay.c.end_reason.in_([literal_column(f"'{each}'") for each in FAMILY_OUTSIDE])
    outside = _days(stay).select_from(source).where(*ends, to_family, not_(_moves_into(frame, stay)))
    left = union_all(placed, outside).subquery("left_for_a_family")
    return _facts(left, left, ())


def _ending(frame: PeriodFrame) -> tuple[FromClause, Subquery, tuple[ColumnElement[bool], ...]]:
    """Where placements in residential care that end in the period come from, the placements, and which they are."""
    stay = frame.rows("placement", "child_id", "home_id", "ended_on", "end_reason")
    home = frame.rows("home", "id", "setting")
    here = and_(frame.same_country(home.c.country_code, stay.c.country_code), home.c.id == stay.c.home_id)
    residential = home.c.setting == literal_column(f"'{HomeSetting.RESIDENTIAL}'")
    return stay.join(home, here), stay, (residential, stay.c.ended_on >= frame.first, stay.c.ended_on < frame.after)


def _moves_into(frame: PeriodFrame, stay: Subquery, setting: HomeSetting | None = None) -> Exists:
    """Whether another placement begins on the day on which one ends; with a setting: in a home of it."""
    following = frame.rows("placement", "child_id", "home_id", "started_on")
    condition = follows(frame, following, stay)
    if setting is None:
        return exists().where(condition)
    home = frame.rows("home", "id", "setting")
    there = and_(frame.same_country(home.c.country_code, following.c.country_code), home.c.id == following.c.home_id)
    return (
        exists()
        .select_from(following.join(home, there))
        .where(condition, home.c.setting == literal_column(f"'{setting}'"))
    )


def _days(stay: Subquery) -> Select[Any]:
    return select(stay.c.country_code, stay.c.child_id, stay.c.ended_on)


def _facts(source: FromClause, stay: Subquery, where: tuple[ColumnElement[bool], ...]) -> Facts:
    return Facts(source=source, where=where, country=stay.c.country_code, child=stay.c.child_id, on=stay.c.ended_on)


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
    numerator_doc="Times that a child left residential care for a family-based home, or for the own, a kinship, a"
    " foster or an adoptive family.",
    denominator=Part(LEAVING_RESIDENTIAL),
    denominator_doc="Times that a child left residential care, to whatever place.",
    exclusions="Moves between homes of residential care.",
    scale=100,
    decimals=1,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 3; which of two denominators is meant was not verified: this is all leavers",
)
