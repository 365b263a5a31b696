"""The death of a child: said once, set right, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column, select

from graph.declarations.days import LIFE, DatePrecision
from graph.declarations.doable import RowState
from graph.declarations.obligations import NotOwedReason
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.deaths import DEATH, EXACT, KNOWN, check_death, end_of, end_with_death, read_death, say_death
from graph.writes.mutation import Given, Lock
from graph.writes.obligations import owed_again
from graph.writes.reopening import check_span, move_end, move_ties, read_span, read_stay, read_ties
from graph.writes.stays import EXCEPTION, HOME
from graph.writes.told_of_deaths import (
    let_relatives_take_it_back,
    let_siblings_know,
    take_back_what_they_were_told,
)
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

NOT_DEAD = conflict(Reason.DEATH_NOT_KNOWN, "No death of the child is on record.", "Record it with recordDeath.", "id")
IS_DEAD = RowState("death_is_known", ("died_on",), lambda row, _today: row.c.died_on.is_not(None), NOT_DEAD)
HOME_CLOSED = conflict(
    Reason.HOME_CLOSED,
    "The home where the child lived was closed by then.",
    "Take the death back with voidDeath, and record it anew.",
    "diedOn",
)
CLOSED: ColumnElement[Any] = literal_column("'HOME_CLOSED'")
OF_CHILD = (Lock("child", "id"), Lock("home", "id", through=("placement", "home_id"), of="child_id"))
DIED_ON = "The day on which the child died, or the first day of the time that is known."
PRECISION = "How much of the day is known; the day, where nothing is said."
WHY = Given("reason", Kind.TEXT, "Why it is set right; the history keeps it.", required=True)


def _record(writing: Writing) -> None:
    own = writing.own(*LIFE)
    precision = writing.value_or("diedOnPrecision", EXACT)
    death = read_death(writing, own, writing.value("diedOn"), precision)
    check_death(writing, own, death, day="diedOn")
    _say(writing, own, death)
    end_with_death(writing, death)
    let_siblings_know(writing, death)


def _say(writing: Writing, own: Relation, death: Relation) -> None:
    child = writing.target("child")
    say_death(writing, death, child.c.version == own.c.version)


def _correct(writing: Writing) -> None:
    """The ends that the death has set go along with it."""
    writing.draft.reason = writing.value("reason")
    own = writing.own(*LIFE)
    died = writing.value_or("diedOn", own.c.died_on)
    precision = writing.value_or("diedOnPrecision", own.c.died_on_precision)
    death = read_death(writing, own, died, precision)
    stay, ties = _ended(writing)
    check_death(writing, own, death, day="diedOn", besides=(stay, *ties.values()))
    home = _home(writing, stay)
    day = select(death.c.died_on).scalar_subquery()
    span = read_span(writing, stay, home, end_of(stay, day), DEATH)
    crowded = check_span(writing, home, span)
    opened = span.c.last.is_(None) | home.c.closed_on.is_(None) | (span.c.last <= home.c.closed_on)
    writing.check("home_is_open", opened, HOME_CLOSED)
    _say(writing, own, death)
    move_end(writing, span, crowded)
    owed_again(writing, "child", own.c.id, NotOwedReason.CHILD_DIED, day)
    move_ties(writing, ties, day)


def _void(writing: Writing) -> None:
    """What the death has ended goes on as it was to go on; a home that has closed since ends it."""
    writing.draft.reason = writing.value("reason")
    own = writing.own("died_on")
    stay, ties = _ended(writing)
    home = _home(writing, stay)
    end = func.least(stay.c.was_ended_on, home.c.closed_on)
    reason = case((end.is_(None), NULL), (end == stay.c.was_ended_on, stay.c.was_end_reason), else_=CLOSED)
    span = read_span(writing, stay, home, end, reason)
    crowded = check_span(writing, home, span)
    child = writing.target("child")
    writing.update(
        "child",
        {"died_on": NULL, "died_on_precision": NULL},
        where=[child.c.id == own.c.id, child.c.version == own.c.version],
    )
    move_end(writing, span, crowded)
    move_ties(writing, ties)
    owed_again(writing, "child", own.c.id, NotOwedReason.CHILD_DIED)
    take_back_what_they_were_told(writing, writing.id)
    let_relatives_take_it_back(writing, writing.id)


def _ended(writing: Writing) -> tuple[Relation, dict[str, Relation]]:
    return read_stay(writing, writing.id), read_ties(writing, writing.id)


def _home(writing: Writing, stay: Relation) -> Relation:
    key: Sql = select(stay.c.home_id).select_from(stay.clause).scalar_subquery()
    return writing.row("home", "home", key, *HOME)


ACTIONS = (
    Action(
        "recordDeath",
        "Records that a child has died. Where it lives and its ties to the community end on that day, and what was"
        " planned is not to be; brothers and sisters stay on record as what they are.",
        "child",
        (
            Given("diedOn", Kind.DATE, DIED_ON, required=True, fills="child.died_on"),
            Given("diedOnPrecision", Kind.ENUMERATION, PRECISION, enumeration=DatePrecision),
        ),
        _record,
        creates=False,
        locks=OF_CHILD,
        state=RowState("death_is_new", ("died_on",), lambda row, _today: row.c.died_on.is_(None), KNOWN),
    ),
    Action(
        "correctDeath",
        "Sets right what was recorded wrongly of a child's death, and says why; what ended with it goes along.",
        "child",
        (
            WHY,
            Given("diedOn", Kind.DATE, DIED_ON, fills="child.died_on"),
            Given("diedOnPrecision", Kind.ENUMERATION, "How much of the day is known.", enumeration=DatePrecision),
            EXCEPTION,
        ),
        _correct,
        creates=False,
        needs_some=True,
        explains=frozenset({"reason", "exception", "exception.reason", "exception.authorisedBy"}),
        locks=OF_CHILD,
        state=IS_DEAD,
    ),
    Action(
        "voidDeath",
        "Takes back a death that was recorded in error: what had ended with it goes on. A placement that was planned"
        " then stays voided; place the child anew.",
        "child",
        (WHY, EXCEPTION),
        _void,
        creates=False,
        locks=OF_CHILD,
        state=IS_DEAD,
    ),
)
