"""What a home keeps: room for somebody, ages in their order, and a programme that runs while it is responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func

from graph.declarations.rules import Rule
from graph.entities.home_open import NO_HOME_IS_OPEN
from graph.entities.programme import RUN, begins_later, runs
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

NO_ROOM_AT_ALL = bad_input(
    Reason.WRONG_AMOUNT, "A home has room for one child at least.", "Give a number above 0.", "capacity"
)
AGES_TURNED = bad_input(
    Reason.WRONG_AMOUNT, "The oldest are younger than the youngest.", "Give agesTo no smaller than agesFrom.", "agesTo"
)
NO_AGE = bad_input(Reason.WRONG_AMOUNT, "Nobody is younger than 0.", "Give 0 or more.", "agesFrom")
FEWER_THAN_NONE = bad_input(Reason.WRONG_AMOUNT, "Nobody has less than 0 children.", "Give 0 or more.", "ownChildren")


def responsible_since(row: Any) -> ColumnElement[Any]:  # noqa: ANN401 - whatever gives columns
    """The first day on which a home's programme is responsible for it."""
    since: ColumnElement[Any] = func.coalesce(row.c.responsible_since, row.c.opened_on)
    return since


PROGRAMME_CLOSED = conflict(
    Reason.PROGRAMME_NOT_RUNNING,
    "The programme does not run on the first day.",
    "Choose a day within its life.",
    "openedOn",
)


RESPONSIBLE_BEFORE = bad_input(
    Reason.OUTSIDE_ITS_DAYS,
    "No programme was responsible for the home before it opened.",
    "Give a day on which it was open.",
    "responsibleSince",
)

PROGRAMME_RUNS = Rule(
    "programme_runs",
    "opened_on",
    PROGRAMME_CLOSED,
    of=("opened_on", "responsible_since"),
    reads={"programme_id": RUN},
    holds=lambda row, led, _frame: runs(led["programme_id"], responsible_since(row)),
    back=(
        begins_later("home"),
        NO_HOME_IS_OPEN,
    ),
)
