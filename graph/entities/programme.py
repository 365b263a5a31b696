"""A programme: what the federation does in one place, under one responsible team."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import ForeignKeyConstraint

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity
from graph.declarations.constraints import refusing
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, plain
from graph.declarations.lives import Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import FEDERATION, DerivedMutation
from graph.declarations.rules import Seen
from graph.declarations.verbs import Verb
from graph.described import Described
from graph.entities.jurisdiction import A_PART, PART_GONE
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

RUN = ("started_on", "ended_on")
"""The columns that `runs` reads."""


def runs(programme: Any, day: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: ANN401 - table, alias or sub-select
    """Whether a programme runs on a day."""
    begun: ColumnElement[bool] = programme.c.started_on <= day
    open_ended: ColumnElement[bool] = programme.c.ended_on.is_(None) | (programme.c.ended_on > day)
    return begun & open_ended


HOME_OPEN = conflict(
    Reason.HOME_OPEN,
    "A home of the programme is open on that day, or later.",
    "Close it first, or check the day.",
    "endedOn",
)
LIVES_IN_CARE = conflict(
    Reason.LIVES_IN_CARE,
    "A child of the programme lives in a home on that day, or later.",
    "Let it leave, or make another programme responsible with moveToProgramme; or check the day.",
    "endedOn",
)
ENROLLED_AFTER = conflict(
    Reason.ENROLLED_LATER,
    "The programme has become responsible for a child on that day, or later.",
    "Make another programme responsible with moveToProgramme, or check the day.",
    "endedOn",
)
BEGUN_BEFORE = conflict(
    Reason.ON_RECORD_EARLIER,
    "A home of the programme was open, or it was responsible for a child, before that day.",
    "Check the day, or the days of what is on record before it.",
    "startedOn",
)


def begins_later(what: str) -> Seen:
    """That nothing of a programme is on record before its first day, where that is set right.

    Args:
        what: the rows, as the name of the check has them.
    """
    return Seen("programme_id", "started_on", f"no_{what}_before", BEGUN_BEFORE, named=True, known=True)


ENROLLED_IN_ITS_DAYS = (
    begins_later("child"),
    Seen("programme_id", "ended_on", "nobody_enrolled_after", ENROLLED_AFTER, named=True, known=True),
)
"""That a programme has become responsible for its children within its days, where those change."""


class ProgrammeKind(Described):
    """What a programme offers."""

    ALTERNATIVE_CARE = "ALTERNATIVE_CARE", "Homes for children who cannot live with their parents."
    FAMILY_STRENGTHENING = "FAMILY_STRENGTHENING", "Support, so that children can stay with their families."
    YOUTH_CARE = "YOUTH_CARE", "Homes and support for young people on their way to adult life."
    AFTERCARE = "AFTERCARE", "Support for those who have left care."
    EMERGENCY = "EMERGENCY", "Help after a disaster, or in flight."
    EDUCATION = "EDUCATION", "Schools, kindergartens and training."
    COMMUNITY = "COMMUNITY", "Work with a place and its people."


class Programme(TenantEntity, Dated, Voidable, Corrected, table=True):
    """What the federation does in one place, under one responsible team; gifts go straight to it."""

    __tablename__ = "programme"
    names: ClassVar[Names] = Names("Programme", "programme", "programmes")
    readers: ClassVar = FEDERATION
    statistics_reads: ClassVar = (
        "country_code", "id", "kind", "jurisdiction", "started_on", "ended_on", "voided_at",
    )  # fmt: skip
    bookkeeping: ClassVar = FEDERATION
    owner: ClassVar = Owner("programme")
    natural_key: ClassVar = ("name",)
    rules: ClassVar = (
        refusing(
            ForeignKeyConstraint(
                ["country_code", "jurisdiction"],
                ["jurisdiction.code", "jurisdiction.name"],
                name="programme_jurisdiction_fkey",
            ),
            PART_GONE,
        ),
    )
    country_back: ClassVar = ("programmes", "The programmes in the country.")
    mutations: ClassVar = (
        DerivedMutation("startProgramme", "Starts a programme.", creates=True),
        DerivedMutation("updateProgramme", "Changes what is on record of a programme.", creates=False),
        DerivedMutation(
            "endProgramme",
            "Ends a programme; it is refused while a home of it is open, or a child of it lives in one, on that day.",
            creates=False,
            verb=Verb.END,
        ),
        *verbs("correct", "void"),
    )

    name: str = plain(
        Kind.TEXT,
        "The name that people know it by.",
        filters=True,
        orders=True,
        creates=OFFICE,
        changes=OFFICE,
        form=TextForm.NAME,
    )
    kind: ProgrammeKind = plain(
        Kind.ENUMERATION, "What it offers.", enumeration=ProgrammeKind, filters=True, orders=True, creates=OFFICE
    )
    started_on: Day = plain(Kind.DATE, "Its first day.", day=Days(When.PLAN), filters=True, orders=True, creates=OFFICE)
    ended_on: Day | None = plain(
        Kind.DATE,
        "The first day after its last, once it has ended.",
        day=Days(When.PLAN, after="started_on"),
        default=None,
        creates=OFFICE,
        changes=OFFICE,
        reasoned=True,
    )
    annual_budget: Decimal | None = plain(
        Kind.DECIMAL,
        "Money planned for the running year, in the country's currency; `programmeYears` has that of each year.",
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
    jurisdiction: str | None = plain(
        Kind.TEXT,
        "The part of the country in which it stands, where the country's pack names parts: the rules of that part hold"
        " for its children and homes. Empty where the rules of the whole country do.",
        default=None,
        filters=True,
        among=A_PART,
        creates=OFFICE,
        changes=OFFICE,
        form=TextForm.NAME,
    )
    people_reached: int = plain(
        Kind.BIG_INTEGER,
        "People reached by its public campaigns since it began, counted once for each time.",
        default=0,
        default_sql="0",
        creates=OFFICE,
        changes=OFFICE,
    )
