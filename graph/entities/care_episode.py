"""A care episode: a time in which a child is in care, from its entry to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import literal_column, or_

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, listed
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, personal, sensitive
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.member_rules import AmongListed
from graph.declarations.nouns import NATIONAL
from graph.declarations.row_rules import BothOrNeither, held
from graph.declarations.rules import Rule
from graph.described import Described
from graph.entities.destination import Destination
from graph.entities.members import member
from graph.entities.reason_for_care import NEVER_ALONE, ReasonForCare
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.text import TextForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.rules import RuleFrame, Sql


class EnteredFrom(Described):
    """With whom a child lived before it came into care."""

    FAMILY = "FAMILY", "With its parents, or one of them."
    KIN = "KIN", "With relatives, or people close to the family."
    OTHER_CARE = "OTHER_CARE", "In the care of somebody else: it goes on being in care."
    OTHER_COUNTRY = "OTHER_COUNTRY", "In another country."
    ALONE = "ALONE", "With no adult who was responsible for it."
    HOSPITAL = "HOSPITAL", "In a hospital."
    NOT_KNOWN = "NOT_KNOWN", "Nobody knows."


class ReferredBy(Described):
    """Who has brought a child to the association's attention."""

    SELF = "SELF", "The child."
    FAMILY = "FAMILY", "The family."
    COMMUNITY = "COMMUNITY", "Neighbours, or others of the community."
    AUTHORITY = "AUTHORITY", "The authority that is responsible for children."
    COURT = "COURT", "A court."
    POLICE = "POLICE", "The police."
    HEALTH = "HEALTH", "A doctor, a hospital, a midwife."
    SCHOOL = "SCHOOL", "A school, or a kindergarten."
    OTHER_PROVIDER = "OTHER_PROVIDER", "Somebody else who cares for children."
    OTHER = "OTHER", "None of these."


class ParentsAtEntry(Described):
    """Which parents a child had when it came into care."""

    BOTH = "BOTH", "Both are living."
    MOTHER = "MOTHER", "The mother is living, the father is not, or nobody knows him."
    FATHER = "FATHER", "The father is living, the mother is not, or nobody knows her."
    NONE = "NONE", "Neither is living."
    NOT_KNOWN = "NOT_KNOWN", "Nobody knows."


NOT_AMONG = bad_input(
    Reason.HALF_GIVEN,
    "The first reason is none of the reasons.",
    "Name it among the reasons too, or leave it out.",
    "primaryReason",
)
END_SAID = bad_input(
    Reason.HALF_GIVEN,
    "The day on which care ends and with whom the child lives then come together.",
    "Give both, or neither.",
    "destination",
)
POVERTY_ALONE = conflict(
    Reason.POVERTY_ALONE,
    "Poverty or a disability alone takes no child from its family.",
    "Support the family instead: openSupport records what it needs.",
    "reasons",
)
NOT_KNOWN_AHEAD = conflict(
    Reason.DESTINATION_NOT_KNOWN,
    "Nobody plans that a child leaves care and does not know for where.",
    "Say with whom the child is to live.",
    "destination",
)
ONE_CARE = conflict(
    Reason.ONE_AT_A_TIME,
    "The child is in care on one of these days already.",
    "End the other care episode first, or choose other days.",
    "startedOn",
)


def _not_for_these_alone(row: Any, _led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
    """Some reason speaks for care beside those that ask for help alone; where none is known, nothing is said."""
    alone = ", ".join(f"'{each.value}'" for each in NEVER_ALONE)
    return or_(row.c.reasons.is_(None), ~row.c.reasons.bool_op("<@")(literal_column(f"ARRAY[{alone}]::text[]")))


class CareEpisode(TenantEntity, Dated, Voidable, Corrected, table=True):
    """A time in which a child is in care, from its entry to its end (UN Guidelines, paragraphs 14, 15, 47, 49-52)."""

    __tablename__ = "care_episode"
    names: ClassVar[Names] = Names("CareEpisode", "careEpisode", "careEpisodes")
    statistics_reads: ClassVar = (
        "country_code", "id", "child_id", "entered_from", "started_on", "ended_on", "destination", "parents_at_entry",
        "voided_at",
    )  # fmt: skip
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "started_on")
    at_end: ClassVar = ("destination",)
    at_death: ClassVar = {"destination": Destination.DEATH}
    alone: ClassVar = Alone("child_id", refusal=ONE_CARE)
    cut_by_death: ClassVar = True
    voided_by: ClassVar = OFFICE
    rules: ClassVar = (
        held("care_episode_primary_reason_among_check", AmongListed("primary_reason", "reasons"), NOT_AMONG),
        held("care_episode_end_said_check", BothOrNeither("ended_on", "destination"), END_SAID),
    )
    keeps: ClassVar = (
        Rule(
            "not_for_poverty_alone",
            "reasons",
            POVERTY_ALONE,
            of=("reasons", "started_on"),
            holds=_not_for_these_alone,
            plans="started_on",
        ),
        Rule(
            "destination_is_known",
            "destination",
            NOT_KNOWN_AHEAD,
            of=("destination", "ended_on"),
            holds=lambda row, _led, _frame: row.c.destination != member(Destination.NOT_KNOWN),
            plans="ended_on",
        ),
    )
    mutations: ClassVar = verbs("correct", "void")

    reasons: list[ReasonForCare] | None = listed(
        ReasonForCare, "Why the child came into care; empty where nobody knows yet.", default=None, creates=NATIONAL
    )
    primary_reason: ReasonForCare | None = sensitive(
        Kind.ENUMERATION, "The first of the reasons.", enumeration=ReasonForCare, filters=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    emergency: Answer = answered("Whether it had to be at once.", filters=True, creates=NATIONAL)
    entered_from: EnteredFrom | None = sensitive(
        Kind.ENUMERATION, "With whom the child lived before.", enumeration=EnteredFrom, filters=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    referred_by: ReferredBy | None = sensitive(
        Kind.ENUMERATION, "Who has brought the child to attention.", enumeration=ReferredBy, filters=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    parents_at_entry: ParentsAtEntry | None = sensitive(
        Kind.ENUMERATION, "Which parents the child had then.", enumeration=ParentsAtEntry, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    disabled_at_entry: Answer = answered("Whether the child had a disability then.", creates=NATIONAL)
    family_locality: str | None = personal(
        Kind.TEXT, "The village, town or quarter where the family lived then.", default=None, creates=NATIONAL,
        form=TextForm.NAME,
    )  # fmt: skip
    family_latitude_e2: int | None = sensitive(
        Kind.INTEGER, "The latitude of that place in hundredths of a degree, a kilometre or so.", default=None,
        creates=NATIONAL,
    )  # fmt: skip
    family_longitude_e2: int | None = sensitive(
        Kind.INTEGER, "Its longitude, likewise.", default=None, creates=NATIONAL
    )
    started_on: Day
    ended_on: Day | None
    destination: Destination | None = sensitive(
        Kind.ENUMERATION, "With whom the child lives then.", enumeration=Destination, filters=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    follow_up_until: Day | None = sensitive(
        Kind.DATE,
        "The day until which somebody looks after the child and its family from then on.",
        day=Days(When.PLAN),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
