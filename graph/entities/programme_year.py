"""A programme's year: what was planned for it, and how many people its campaigns reached."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import and_, column, extract, literal_column
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity, among_themselves
from graph.declarations.constraints import refusing
from graph.declarations.fields import link, plain
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import FEDERATION
from graph.declarations.row_rules import MoreThan, held
from graph.declarations.rules import Others, Rule, Seen, Sql
from graph.entities.programme import RUN
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.rules import RuleFrame

ONE: Sql = literal_column("1")
FURTHEST = 5
"""Years that a plan may lie ahead, as for days."""
YEAR_ON_RECORD = conflict(
    Reason.YEAR_ON_RECORD,
    "The programme's year is on record already.",
    "Change it with updateProgrammeYear, or choose another year.",
    "year",
)
NOT_RUNNING = conflict(
    Reason.PROGRAMME_NOT_RUNNING,
    "The programme does not run in that year.",
    "Choose a year of its life.",
    "year",
)
YEAR_OUTSIDE = conflict(
    Reason.YEAR_ON_RECORD,
    "A year of the programme is on record in which it would not run.",
    "Set that year right with correctProgrammeYear, or take it back with voidProgrammeYear; or check the day.",
    "startedOn",
)
TOO_FAR = bad_input(
    Reason.DAY_TOO_FAR,
    "The year lies more than {limit} years ahead.",
    "Check the year; nearer plans can be recorded.",
    "year",
    limit=FURTHEST,
)
NOT_BEGUN = bad_input(
    Reason.DAY_IN_FUTURE,
    "The year has not begun, and people are said to have been reached in it.",
    "Leave peopleReached out until it has.",
    "peopleReached",
)
NOT_A_YEAR = bad_input(Reason.WRONG_AMOUNT, "A year is later than 1899.", "Give four digits.", "year")
BELOW_ZERO = bad_input(Reason.WRONG_AMOUNT, "A budget is not below 0.", "Give 0 or more.", "annualBudget")
FEWER_THAN_NONE = bad_input(
    Reason.WRONG_AMOUNT, "Nobody is reached less than 0 times.", "Give 0 or more.", "peopleReached"
)


def _runs_in(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
    """The programme runs on a day of the year."""
    programme, last = led["programme_id"], led["programme_id"].c.ended_on - ONE
    runs_on: Sql = programme.c.ended_on.is_(None) | (extract("year", last) >= row.c.year)
    return (extract("year", programme.c.started_on) <= row.c.year) & runs_on


def _begun(row: Any, _led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    return row.c.people_reached.is_(None) | (row.c.year <= extract("year", frame.today))


def _near(row: Any, _led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    return row.c.year <= extract("year", frame.today) + literal_column(str(FURTHEST))


class ProgrammeYear(TenantEntity, Voidable, Corrected, table=True):
    """What was planned for a programme's year, and how many people its public campaigns reached in it."""

    __tablename__ = "programme_year"
    names: ClassVar[Names] = Names("ProgrammeYear", "programmeYear", "programmeYears")
    readers: ClassVar = FEDERATION
    bookkeeping: ClassVar = FEDERATION
    owner: ClassVar = Owner("programme")
    natural_key: ClassVar = ("programme_id", "year")
    rules: ClassVar = (
        refusing(
            ExcludeConstraint(
                (column("country_code"), "="),
                (column("programme_id"), "="),
                (column("year"), "="),
                using="gist",
                where=among_themselves("", voids=True),
                name="programme_year_once",
            ),
            YEAR_ON_RECORD,
        ),
        held("programme_year_year_check", MoreThan("year", 1899), NOT_A_YEAR),
        held("programme_year_annual_budget_check", MoreThan("annual_budget", -1), BELOW_ZERO),
        held("programme_year_people_reached_check", MoreThan("people_reached", -1), FEWER_THAN_NONE),
    )
    keeps: ClassVar = (
        Rule(
            "year_is_new",
            "year",
            YEAR_ON_RECORD,
            of=("programme_id", "year"),
            others=Others(
                "programme_year",
                ("programme_id", "year"),
                lambda row, other: and_(other.c.programme_id == row.c.programme_id, other.c.year == row.c.year),
            ),
        ),
        Rule(
            "programme_runs_in_it",
            "year",
            NOT_RUNNING,
            reads={"programme_id": RUN},
            holds=_runs_in,
            back=(
                Seen("programme_id", "started_on", "no_year_before", YEAR_OUTSIDE, named=True, known=True),
                Seen("programme_id", "ended_on", "no_year_after", YEAR_OUTSIDE, named=True, known=True),
            ),
        ),
        Rule("year_is_near", "year", TOO_FAR, holds=_near),
        Rule("people_reached_by_now", "people_reached", NOT_BEGUN, of=("people_reached", "year"), holds=_begun),
    )
    mutations: ClassVar = verbs("record", "change", "correct", "void")

    programme_id: UUID = link(
        "programme",
        "The programme.",
        back="programmeYears",
        back_doc="The programme's years: what was planned for each, and how many people were reached.",
        readers=FEDERATION,
        creates=OFFICE,
    )
    year: int = plain(Kind.INTEGER, "The calendar year.", filters=True, orders=True, creates=OFFICE)
    annual_budget: Decimal | None = plain(
        Kind.DECIMAL,
        "Money planned for the year, in the country's currency.",
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
    people_reached: int | None = plain(
        Kind.BIG_INTEGER,
        "People reached by the programme's public campaigns in the year, counted once for each time.",
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
