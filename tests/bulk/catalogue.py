"""Made-up entities of each ownership and of every shape that a file may hold; and rows of them, as a person writes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from graph.declarations.base import COUNTRY, OFFICE, Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, day_about, listed
from graph.declarations.days import MADE, Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.files import Kept
from graph.declarations.ledger import Ledger, entry
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation, PartsOf
from graph.text import TextForm
from tests.bulk.files import YEAR, base

BOTH: dict[str, Any] = {"creates": NATIONAL, "changes": NATIONAL}
EMPTY: dict[str, Any] = {"default": None, "nullable": True}
FACT = Days(When.FACT)
EVENT = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"


class SurveyTopic(StrEnum):
    """What something is about."""

    HEALTH = "HEALTH"
    SCHOOL = "SCHOOL"
    MONEY = "MONEY"


@cache
def declare() -> tuple[type[Entity], ...]:
    """The classes: of the country, a programme, a home, a child; parts, pairs, times that exclude each other."""

    class Vehicle(TenantEntity, table=True):
        """Of the whole country, told by its name."""

        __tablename__ = "vehicle"
        names: ClassVar[Names] = Names("Vehicle", "vehicle", "vehicles")
        owner: ClassVar = COUNTRY
        natural_key: ClassVar = ("name",)

        name: str = sensitive(Kind.TEXT, "Its name.", filters=True, form=TextForm.NAME, **BOTH)
        distance: int | None = sensitive(Kind.BIG_INTEGER, "How far it has come.", **EMPTY, **BOTH)

    class Seat(TenantEntity, table=True):
        """Of a vehicle or of none, told by its name within it."""

        __tablename__ = "seat"
        names: ClassVar[Names] = Names("Seat", "seat", "seats")
        owner: ClassVar = COUNTRY
        natural_key: ClassVar = ("vehicle_id", "label")

        vehicle_id: UUID | None = link(
            "vehicle", "Where.", back="seats", back_doc="Its seats.", creates=NATIONAL, default=None
        )
        label: str = sensitive(Kind.TEXT, "Its name.", form=TextForm.NAME, **BOTH)

    class Stamp(TenantEntity, table=True):
        """In no file."""

        __tablename__ = "stamp"
        names: ClassVar[Names] = Names("Stamp", "stamp", "stamps")
        owner: ClassVar = COUNTRY
        no_sheet: ClassVar = "A machine makes them; nobody has them in a file."

        ink: str = sensitive(Kind.TEXT, "Its colour.", creates=OFFICE)

    class Mentor(TenantEntity, table=True):
        """Of a programme."""

        __tablename__ = "mentor"
        names: ClassVar[Names] = Names("Mentor", "mentor", "mentors")
        owner: ClassVar = Owner("programme")
        natural_key: ClassVar = ("programme_id", "full_name")

        full_name: str = personal(Kind.TEXT, "The name.", filters=True, form=TextForm.NAME, **BOTH)
        rank: str | None = sensitive(
            Kind.TEXT, "How high.", in_files=Kept("promoteMentor does.", once=True), **EMPTY, **BOTH
        )

    class Survey(TenantEntity, table=True):
        """Of a home, with a list, a uuid, an answer, a day of which not all is known, and parts."""

        __tablename__ = "survey"
        names: ClassVar[Names] = Names("Survey", "survey", "surveys")
        owner: ClassVar = Owner("home")
        natural_key: ClassVar = ("home_id", "held_on")
        mutations: ClassVar = (
            DerivedMutation("recordSurvey", "Records one.", creates=True, parts=(PartsOf("survey_point"),)),
        )

        held_on: Day = sensitive(Kind.DATE, "When.", day=FACT, filters=True, creates=NATIONAL)
        topics: list[SurveyTopic] | None = listed(SurveyTopic, "What about.", **EMPTY, **BOTH)
        event_id: UUID | None = sensitive(Kind.UUID, "The occasion.", **EMPTY, **BOTH)
        agreed: Answer = answered("Whether they agree.", **BOTH)
        built_on: Day | None = day_about("How old it is.", day=FACT, known="How much is known.", **EMPTY, **BOTH)
        fee: str | None = sensitive(Kind.DECIMAL, "What it cost.", **EMPTY, **BOTH)

    class SurveyPoint(TenantEntity, table=True):
        """A part of a home's survey."""

        __tablename__ = "survey_point"
        names: ClassVar[Names] = Names("SurveyPoint", "surveyPoint", "surveyPoints")
        owner: ClassVar = Owner("home", part_of="survey_id")
        natural_key: ClassVar = ("survey_id", "topic")

        survey_id: UUID = link("survey", "Of which.", back="points", back_doc="Its points.", creates=NATIONAL)
        topic: SurveyTopic = sensitive(Kind.ENUMERATION, "About what.", enumeration=SurveyTopic, creates=NATIONAL)
        score: int = sensitive(Kind.INTEGER, "How good.", **BOTH)

    class Mentorship(TenantEntity, Dated, Voidable, Corrected, table=True):
        """Of a child, in a time of its own; may be taken back, and leads to one before it."""

        __tablename__ = "mentorship"
        names: ClassVar[Names] = Names("Mentorship", "mentorship", "mentorships")
        owner: ClassVar = Owner("child")
        natural_key: ClassVar = ("child_id", "started_on")
        alone: ClassVar = Alone("child_id")
        mutations: ClassVar = verbs("record", "correct", "end", "void")

        mentor_id: UUID = link("mentor", "Who.", back="mentorships", back_doc="Whom.", **BOTH)
        seat_id: UUID | None = link("seat", "Where.", back="mentorships", back_doc="Who.", default=None, **BOTH)
        stamp_id: UUID | None = link("stamp", "By which.", back="mentorships", back_doc="What.", default=None, **BOTH)
        before_id: UUID | None = link(
            "mentorship", "The one before.", back="after", back_doc="The next.", default=None, **BOTH
        )

    class MentorshipStay(Ledger, table=True):
        """The days of a mentorship, without a word of whom."""

        __tablename__ = "mentorship_stay"
        names: ClassVar[Names] = Names("MentorshipStay", "mentorshipStay", "mentorshipStays")
        shadow_of: ClassVar = ("mentorship",)

        id: UUID = entry(Kind.ID, "The mentorship's id.", primary_key=True)
        mentor_id: UUID = entry(Kind.ID, "The mentor.", changes=NATIONAL)
        started_on: Day = entry(Kind.DATE, "The first day.", day=MADE, changes=NATIONAL)
        ended_on: Day | None = entry(
            Kind.DATE, "The end.", day=Days(When.MADE, after="started_on"), default=None, changes=NATIONAL
        )
        voided_at: datetime | None = entry(Kind.INSTANT, "Taken back when.", default=None, changes=NATIONAL)

    class Friendship(TenantEntity, table=True):
        """Of two children, each of whom has a row."""

        __tablename__ = "friendship"
        names: ClassVar[Names] = Names("Friendship", "friendship", "friendships")
        owner: ClassVar = Owner("child")
        natural_key: ClassVar = ("child_id", "friend_id", "begun_on")
        mirrored_by: ClassVar = "friend_id"

        friend_id: UUID = link("child", "With whom.", back="friendshipsOfOthers", back_doc="Theirs.", creates=NATIONAL)
        begun_on: Day | None = sensitive(
            Kind.DATE, "Since when.", day=FACT, filters=True, default=None, creates=NATIONAL
        )
        words: str | None = sensitive(Kind.TEXT, "How they met.", default=None, **BOTH)

    class Remark(TenantEntity, table=True):
        """Of a child; nothing but its id tells one from another."""

        __tablename__ = "remark"
        names: ClassVar[Names] = Names("Remark", "remark", "remarks")
        owner: ClassVar = Owner("child", "home")
        natural_key: ClassVar = ()

        mentorship_id: UUID | None = link(
            "mentorship", "On which.", back="remarks", back_doc="What was said.", creates=NATIONAL, default=None
        )
        words: str = sensitive(Kind.TEXT, "What was said.", **BOTH)

    return (
        Vehicle, Seat, Stamp, Mentor, Survey, SurveyPoint, Mentorship, MentorshipStay, Friendship, Remark,
    )  # fmt: skip


MENTORSHIPS = [f"Mentorship_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d0{number}" for number in range(1, 5)]
SURVEY = "Survey_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5f"
CHILD = {"childProgramme": "Village Liège", "childCaseNumber": "1"}
MENTOR = {"mentorProgramme": "Village Liège", "mentorFullName": "Ann Example"}


def rows() -> dict[str, list[Mapping[str, object]]]:
    """Rows of every sheet, ours among them; some are told by id, some by name."""
    return {name: list(each) for name, each in base().items()} | {
        "programmeYears": [YEAR],
        "vehicles": [{"name": "Bus", "distance": "9007199254740993"}, {"name": "Boat", "distance": ""}],
        "seats": [{"vehicle": "Bus", "label": "Front"}, {"vehicle": "", "label": "Front"}],
        "mentors": [
            {"programme": "Village Liège", "fullName": "Ann Example", "rank": ""},
            {"programme": "Village Liège", "fullName": "Bea Example", "rank": "First"},
        ],
        "surveys": [
            {
                "id": SURVEY, "homeProgramme": "Village Liège", "homeName": "House Mango", "heldOn": "2026-01-31",
                "topics": "MONEY; HEALTH", "eventId": EVENT, "agreed": "NO", "builtOn": "1999-01-01",
                "builtOnPrecision": "YEAR", "fee": "12.50",
            },
            {"homeProgramme": "Village Liège", "homeName": "House Mango", "heldOn": "2026-02-28"},
        ],
        "surveyPoints": [
            {"survey": SURVEY, "topic": "HEALTH", "score": 7},
            {"survey": SURVEY, "topic": "SCHOOL", "score": 3},
        ],
        "mentorships": [
            {**CHILD, **MENTOR, "id": MENTORSHIPS[0], "startedOn": "2024-01-01", "endedOn": "2025-01-01",
             "seatVehicle": "Bus", "seatLabel": "Front"},
            {**CHILD, **MENTOR, "id": MENTORSHIPS[1], "startedOn": "2025-01-01", "before": MENTORSHIPS[0],
             "seatLabel": "Front"},
            {**CHILD, **MENTOR, "id": MENTORSHIPS[2], "startedOn": "2025-01-01", "voidedAt": "2026-01-01T10:00:00Z",
             "voidReason": "Another child", "before": MENTORSHIPS[1]},
        ],
        "friendships": [
            {**CHILD, "friendProgramme": "Village Liège", "friendCaseNumber": "2", "begunOn": "2021-05-01",
             "words": "At the pond."},
            {**CHILD, "friendProgramme": "Village Liège", "friendCaseNumber": "2", "begunOn": "", "words": ""},
        ],
        "remarks": [
            {**CHILD, "words": "Well done.", "mentorship": MENTORSHIPS[2]},
            {"homeProgramme": "Village Liège", "homeName": "House Mango", "words": "Well done."},
        ],
    }  # fmt: skip
