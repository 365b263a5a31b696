"""A temporary stay: that a child is away for some nights, and still lives where it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, and_

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer
from graph.declarations.constraints import refusing
from graph.declarations.fields import PERIOD, Day, copied, link, sensitive
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.declarations.row_rules import Within, held
from graph.declarations.rules import EMPTY, Others, Rule, RuleFrame, Seen, Sql, lasts_beyond
from graph.described import Described
from graph.entities.kinship import MAY_NOT_MEET, Kinship
from graph.entities.members import case_of, member, none_of
from graph.entities.met_with import MET_WITH, MetWith
from graph.entities.placement_rules import HOME_CLOSED, HOME_NOT_EMPTY, LIVED_BEFORE
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement


class TemporaryStayKind(Described):
    """Why a child is away from where it lives for some nights (UN Guidelines, paragraphs 30, 81 and 82)."""

    RESPITE = "RESPITE", "With others, so that those who care for it may rest."
    HOSPITAL = "HOSPITAL", "In hospital, or at a cure."
    BOARDING_SCHOOL = "BOARDING_SCHOOL", "At a school where it sleeps in term, or in the week."
    HOLIDAY = "HOLIDAY", "On a holiday, at a camp."
    TRIAL_AT_HOME = "TRIAL_AT_HOME", "With its family, to see how it is to live there again."
    SHARED_CARE = "SHARED_CARE", "With others who bring it up too, some nights of each week."
    CARER_AWAY = "CARER_AWAY", "With others, because whoever cares for it is away."
    OTHER = "OTHER", "None of these."


AWAY_ALREADY = conflict(
    Reason.ONE_AT_A_TIME,
    "The child is, or is to be, away otherwise on one of these days already.",
    "End, correct or void the other temporary stay first; nights of each week are said with nightsAWeek.",
    "startedOn",
)
NO_SUCH_NIGHTS = bad_input(
    Reason.WRONG_AMOUNT, "A week has 1 to 7 nights.", "Give 1 to 7, or leave it empty.", "nightsAWeek"
)
LIVES_THERE = conflict(
    Reason.LIVES_THERE_ALREADY,
    "The child lives in that home: nobody is away where it lives.",
    "Name another home, or leave homeId out.",
    "homeId",
)
NOT_NOW = conflict(
    Reason.MAY_NOT_MEET,
    "It is laid down that the two may not meet for now.",
    "Look at the relative's contact and its reason; let the child stay with somebody else.",
    "relativeId",
)
DEAD = conflict(Reason.HAS_DIED, "The relative has died.", "Look at the relative.", "relativeId")
MET_NOBODY = bad_input(Reason.HALF_GIVEN, "Whom it meets is said of a relative.", "Name the relative.", "relativeId")


def _meets(row: Any, other: Any) -> ColumnElement[bool]:  # noqa: ANN401 - whatever gives columns
    """Two that are no pattern of the week, with a night in common."""
    ends = [] if row.c.ended_on is EMPTY else [lasts_beyond(row, PERIOD, other.c.started_on)]
    return and_(
        other.c.child_id == row.c.child_id,
        row.c.nights_a_week.is_(None),
        other.c.nights_a_week.is_(None),
        *ends,
        lasts_beyond(other, PERIOD, row.c.started_on),
    )


def _closes_after(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """A guest leaves before the home closes."""
    closed_on = led["home_id"].c.closed_on
    if row.c.ended_on is EMPTY:
        return closed_on.is_(None)
    return closed_on.is_(None) | (row.c.ended_on.is_not(None) & (row.c.ended_on <= closed_on))


def _opened_by(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    return led["home_id"].c.opened_on <= row.c.started_on


class TemporaryStay(TenantEntity, Dated, Voidable, Corrected, table=True):
    """That a child is away for some nights and does not move: placement, bed and carer go on (paragraph 30)."""

    __tablename__ = "temporary_stay"
    names: ClassVar[Names] = Names("TemporaryStay", "temporaryStay", "temporaryStays")
    owner: ClassVar = Owner("child")
    statistics_reads: ClassVar = ("country_code", "child_id", "met_with", "started_on", "ended_on", "voided_at")
    natural_key: ClassVar = ("child_id", "kind", "started_on")
    ends_with: ClassVar = "placement_id"
    alone: ClassVar = Alone("child_id", where="nights_a_week IS NULL", refusal=AWAY_ALREADY)
    rules: ClassVar = (
        held("temporary_stay_nights_check", Within("nights_a_week", 1, 7), NO_SUCH_NIGHTS),
        refusing(
            CheckConstraint("(relative_id IS NULL) = (met_with IS NULL)", name="temporary_stay_with_relative_check"),
            MET_NOBODY,
        ),
    )
    keeps: ClassVar = (
        Rule(
            "not_away_otherwise",
            "started_on",
            AWAY_ALREADY,
            of=("child_id", "nights_a_week", "started_on", "ended_on"),
            others=Others("temporary_stay", ("child_id", "nights_a_week", "started_on", "ended_on"), _meets),
        ),
        Rule(
            "relative_may_be_met",
            "relative_id",
            NOT_NOW,
            of=("relative_id",),
            reads={"relative_id": ("contact",)},
            holds=lambda _row, led, _frame: none_of(led["relative_id"].c.contact, MAY_NOT_MEET),
            plans="started_on",
        ),
        Rule(
            "relative_lives",
            "relative_id",
            DEAD,
            of=("relative_id",),
            reads={"relative_id": ("living",)},
            holds=lambda _row, led, _frame: led["relative_id"].c.living != member(Answer.NO),
            plans="started_on",
        ),
        Rule(
            "host_is_another_home",
            "home_id",
            LIVES_THERE,
            of=("home_id", "placement_id"),
            reads={"placement_id": ("home_id",)},
            holds=lambda row, led, _frame: led["placement_id"].c.home_id.is_distinct_from(row.c.home_id),
        ),
        Rule(
            "host_is_open",
            "started_on",
            HOME_CLOSED,
            of=("started_on", "ended_on"),
            reads={"home_id": ("opened_on", "closed_on")},
            holds=lambda row, led, frame: _opened_by(row, led, frame) & _closes_after(row, led, frame),
            back=(
                Seen("home_id", "closed_on", "home_is_empty", HOME_NOT_EMPTY, _closes_after),
                Seen(
                    "home_id", "opened_on", "nobody_lived_there_before", LIVED_BEFORE, _opened_by, ("started_on",),
                    known=True,
                ),
            ),
        ),
    )  # fmt: skip
    mutations: ClassVar = verbs("record", "correct", "end", "void")

    kind: TemporaryStayKind = sensitive(
        Kind.ENUMERATION, "Why it is away.", enumeration=TemporaryStayKind, filters=True, creates=NATIONAL
    )
    nights_a_week: int | None = sensitive(
        Kind.INTEGER,
        "How many nights of each week, where it is away in some nights of each: then others may lie in the same days.",
        default=None,
        creates=NATIONAL,
    )
    note: str | None = sensitive(Kind.TEXT, "What somebody has to know of it.", default=None, creates=NATIONAL)
    placement_id: UUID = link(
        "placement",
        "The placement in whose days it lies, and with which it ends.",
        back="stays",
        back_doc="The nights on which the child was away meanwhile.",
        creates=NATIONAL,
    )
    home_id: UUID | None = link(
        "home",
        "The home that the child is a guest of, and takes a place in; empty where it is none of ours.",
        back="guestStays",
        back_doc="The children of other homes who are, or were, guests there.",
        default=None,
        creates=NATIONAL,
    )
    relative_id: UUID | None = link(
        "relative",
        "The relative with whom the child stays, where it is with family: then it is a contact too.",
        back="stays",
        back_doc="The nights that the child has spent, or is to spend, there.",
        default=None,
        creates=NATIONAL,
    )
    relation: Kinship | None = copied("relative_id", "relation", "What the relative is to the child.", default=None)
    met_with: MetWith | None = sensitive(
        Kind.ENUMERATION,
        "As whom the relative counts in statistics of contact; it follows from what the relative is to the child.",
        enumeration=MetWith,
        filters=True,
        generated=Computed(case_of("relation", MET_WITH), persisted=True),
        default=None,
    )
    partner_id: UUID | None = link(
        "community_partner",
        "The hospital, school or camp where it is, where that is on record.",
        back="stays",
        back_doc="The children who are, or were, there for some nights.",
        default=None,
        creates=NATIONAL,
    )
    started_on: Day
    ended_on: Day | None
