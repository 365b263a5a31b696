"""Made-up entities with every verb: a child's dated record with parts of parts, a home's stocktake, and many links."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from graph.declarations.base import Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, day_about
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, copied, link, personal, plain, sensitive
from graph.declarations.lives import Alone, Corrected, Dated, ReviewedBy, Voidable, verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation, PartsOf
from graph.declarations.rules import Rule, one_at_a_time
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm

TABLES = ("pastime", "pastime_step", "step_note", "stocktake", "gathering", "alliance", "outing", "outing_stop")
GIVEN: dict[str, Any] = {"creates": NATIONAL}
EMPTY: dict[str, Any] = {"default": None, "nullable": True, **GIVEN}
MANY = 20
"""Columns of an pastime that may be left out, besides the others."""


EARLY = conflict(Reason.OUTSIDE_ITS_DAYS, "The outing had not begun.", "Check the day.", "seenOn")
TWO_STOPS = conflict(Reason.ONE_AT_A_TIME, "The child is somewhere else on that day.", "Check the days.", "seenOn")


class PastimeKind(StrEnum):
    """What is done."""

    SPORT = "SPORT"
    ARTS = "ARTS"


class EndReason(StrEnum):
    """Why it is done no more."""

    REACHED = "REACHED"
    GIVEN_UP = "GIVEN_UP"


@cache
def declare() -> tuple[type[Entity], ...]:
    """The classes."""

    class Pastime(TenantEntity, Dated, Voidable, Corrected, table=True):
        """What a child does."""

        __tablename__ = "pastime"
        names: ClassVar[Names] = Names("Pastime", "pastime", "pastimes")
        owner: ClassVar = Owner("child")
        at_end: ClassVar = ("end_reason",)
        alone: ClassVar = Alone("child_id", "kind")
        mutations: ClassVar = verbs("record", "correct", "end", "void", parts=(PartsOf("pastime_step"),))

        kind: PastimeKind = sensitive(Kind.ENUMERATION, "What.", enumeration=PastimeKind, filters=True, **GIVEN)
        title: str = personal(Kind.TEXT, "What it is called.", orders=True, form=TextForm.NAME, **GIVEN)
        trainer: str | None = personal(Kind.TEXT, "Who leads it.", orders=True, form=TextForm.NAME, **EMPTY)
        room: str | None = plain(Kind.TEXT, "Where.", **EMPTY)
        hours: int = sensitive(Kind.INTEGER, "Hours a week.", default=1, default_sql="1", **GIVEN)
        own_choice: Answer = answered("Whether the child chose it.", **GIVEN)
        found_on: Day | None = day_about(
            "When it was found.", day=Days(When.FACT), known="How much of that.", filters=True, **EMPTY
        )
        end_reason: EndReason | None = sensitive(Kind.ENUMERATION, "Why it ended.", enumeration=EndReason, **EMPTY)
        partner_id: UUID | None = link(
            "community_partner", "With whom.", back="pastimes", back_doc="Its pastimes.", default=None, **GIVEN
        )
        for nth in range(MANY):
            vars()[f"note_{nth}"] = sensitive(Kind.TEXT, f"Note {nth}.", **EMPTY)
            __annotations__[f"note_{nth}"] = "str | None"
        del nth

    class PastimeStep(TenantEntity, Voidable, Corrected, table=True):
        """A step of an pastime."""

        __tablename__ = "pastime_step"
        names: ClassVar[Names] = Names("PastimeStep", "pastimeStep", "pastimeSteps")
        owner: ClassVar = Owner("child", part_of="pastime_id")
        mutations: ClassVar = verbs("record", "correct", "void")

        pastime_id: UUID = link("pastime", "The pastime.", back="steps", back_doc="Its steps.", **GIVEN)
        title: str = sensitive(Kind.TEXT, "What it is.", orders=True, form=TextForm.NAME, **GIVEN)

    class StepNote(TenantEntity, Voidable, table=True):
        """A note on a step."""

        __tablename__ = "step_note"
        names: ClassVar[Names] = Names("StepNote", "stepNote", "stepNotes")
        owner: ClassVar = Owner("child", part_of="step_id")
        mutations: ClassVar = verbs("record", "void")

        step_id: UUID = link("pastime_step", "The step.", back="notes", back_doc="Its notes.", **GIVEN)
        words: str = sensitive(Kind.TEXT, "What is noted.", **GIVEN)

    class Stocktake(TenantEntity, ReviewedBy, Corrected, table=True):
        """A look at a home."""

        __tablename__ = "stocktake"
        names: ClassVar[Names] = Names("Stocktake", "stocktake", "stocktakes")
        owner: ClassVar = Owner("home")
        mutations: ClassVar = (
            DerivedMutation("stocktakeHome", "Records that somebody has looked at a home.", creates=True),
            *verbs("change", "correct"),
        )

        held_on: Day = sensitive(Kind.DATE, "When.", day=Days(When.FACT, owners=True), filters=True, **GIVEN)
        grade: int = sensitive(Kind.INTEGER, "How good.", **GIVEN)
        phone: str | None = sensitive(Kind.TEXT, "Whom to call.", changes=NATIONAL, **EMPTY)

    class Gathering(TenantEntity, Dated, Corrected, table=True):
        """Who comes together."""

        __tablename__ = "gathering"
        names: ClassVar[Names] = Names("Gathering", "gathering", "gatherings")
        owner: ClassVar = Owner("child", "home")
        when: ClassVar = When.FACT
        mutations: ClassVar = verbs("record", "correct", "end")

        host_id: UUID | None = link(
            "community_partner",
            "Who invites.",
            back="gatherings",
            back_doc="What it invites to.",
            default=None,
            **GIVEN,
        )
        guest_id: UUID | None = link(
            "community_partner", "Who comes.", back="visits", back_doc="Where it comes.", default=None, **GIVEN
        )
        pastime_id: UUID | None = link(
            "pastime", "For what.", back="gatherings", back_doc="Who comes together for it.", default=None, **GIVEN
        )
        venue_id: UUID | None = link(
            "home", "Where.", back="venues", back_doc="What takes place there.", default=None, **GIVEN
        )
        venue_name: str | None = copied("venue_id", "name", "Where, by name.", orders=True, default=None)

    class Alliance(TenantEntity, Dated, Voidable, Corrected, table=True):
        """That two children do something together: each of them has a row."""

        __tablename__ = "alliance"
        names: ClassVar[Names] = Names("Alliance", "alliance", "alliances")
        owner: ClassVar = Owner("child")
        when: ClassVar = When.FACT
        alone: ClassVar = Alone("child_id", "ally_id")
        natural_key: ClassVar = ("child_id", "ally_id", "started_on")
        mirrored_by: ClassVar = "ally_id"
        mutations: ClassVar = verbs("record", "correct", "end", "void")

        ally_id: UUID = link("child", "With whom.", back="alliancesOfOthers", back_doc="Of others.", **GIVEN)
        ally_name: str = copied("ally_id", "given_name", "With whom, by name.", orders=True)
        aim: str | None = sensitive(Kind.TEXT, "What for.", **EMPTY)

    class Outing(TenantEntity, table=True):
        """Where a child goes, with its stops."""

        __tablename__ = "outing"
        names: ClassVar[Names] = Names("Outing", "outing", "outings")
        owner: ClassVar = Owner("child")
        mutations: ClassVar = verbs("record", parts=(PartsOf("outing_stop"),))

        begun_on: Day = sensitive(
            Kind.DATE, "When.", day=Days(When.FACT, owners=True), filters=True, orders=True, **GIVEN
        )

    class OutingStop(TenantEntity, table=True):
        """A stop of an outing: of a child's, one at a time."""

        __tablename__ = "outing_stop"
        names: ClassVar[Names] = Names("OutingStop", "outingStop", "outingStops")
        owner: ClassVar = Owner("child", part_of="outing_id")
        keeps: ClassVar = (
            Rule(
                "after_the_outing_begins",
                "seen_on",
                EARLY,
                reads={"outing_id": ("begun_on",)},
                holds=lambda row, led, _frame: row.c.seen_on >= led["outing_id"].c.begun_on,
            ),
            one_at_a_time("one_stop", "outing_stop", ("child_id",), TWO_STOPS, span=("seen_on", "left_on")),
        )

        outing_id: UUID = link("outing", "The outing.", back="stops", back_doc="Its stops.", **GIVEN)
        seen_on: Day = sensitive(
            Kind.DATE, "When.", day=Days(When.FACT, owners=True, inside=("home_id",)), orders=True, **GIVEN
        )
        left_on: Day | None = sensitive(Kind.DATE, "Until when.", day=Days(When.FACT, after="seen_on"), **EMPTY)
        home_id: UUID | None = link("home", "Where.", back="stops", back_doc="Stops there.", default=None, **GIVEN)

    made = (Pastime, PastimeStep, StepNote, Stocktake, Gathering, Alliance, Outing, OutingStop)
    for entity in made:
        # A module asks for their verbs as it is collected; a table is there as long as somebody asks for its rows.
        Entity.metadata.remove(vars(entity)["__table__"])
    return made
