"""The rules that a placement keeps with the rows around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, literal_column, or_

from graph.declarations.row_rules import OnlyWith
from graph.declarations.rules import EMPTY, Rule, RuleFrame, Seen, Sql, one_at_a_time
from graph.entities.child import PROGRAMME_RUNS
from graph.entities.programme import LIVES_IN_CARE, RUN, runs
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

DEATH: ColumnElement[Any] = literal_column("'DEATH'")

REASON_HAS_END = "end_reason_has_its_day"

LIVES_ELSEWHERE = conflict(
    Reason.LIVES_ELSEWHERE,
    "The child lives, or is to live, in a home on one of these days already.",
    "End, correct or void the other placement first.",
    "startedOn",
)
LEFT_WITHOUT_REASON = bad_input(
    Reason.REASON_MISSING, "It is not said why the child left.", "Give endReason.", "endReason"
)
LEFT_WITHOUT_DAY = bad_input(
    Reason.HALF_GIVEN, "It is said why the child left, and not when.", "Give endedOn, or leave both empty.", "endReason"
)

HOME_CLOSED = conflict(
    Reason.HOME_CLOSED, "The home is not open on every one of these days.", "Choose days within its life.", "startedOn"
)
HOME_NOT_EMPTY = conflict(
    Reason.HOME_NOT_EMPTY,
    "Children live there, or are to live there, on that day or later.",
    "Find them another home first.",
    "closedOn",
)
LIVED_BEFORE = conflict(
    Reason.ON_RECORD_EARLIER,
    "A child has lived in the home before that day.",
    "Check the day, or the days of the placements.",
    "openedOn",
)
LIVED_LATER = conflict(
    Reason.LIVED_LATER,
    "The child has lived in a home after that day.",
    "Correct or void the later placements first, or check the day.",
    "diedOn",
)
SAID_OF_CHILD = conflict(
    Reason.DEATH_ENDED_IT,
    "The placement ended by the child's death.",
    "Set the death right with correctDeath or voidDeath.",
    "endedOn",
)
NOT_ON_RECORD = conflict(
    Reason.DEATH_NOT_KNOWN, "No death of the child is on record by then.", "Record it with recordDeath.", "endReason"
)


def _closes_after(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
    """A stay ends before its home closes; one that goes on lives in a home that is open."""
    home = led["home_id"]
    if row.c.ended_on is EMPTY:
        return home.c.closed_on.is_(None)
    return home.c.closed_on.is_(None) | (row.c.ended_on.is_not(None) & (row.c.ended_on <= home.c.closed_on))


def _responsible(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """The programme runs on the first day; before the child came under it, another one was responsible."""
    return runs(led["programme_id"], row.c.started_on) | (row.c.started_on < led["child_id"].c.enrolled_on)


def _ends_by(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """Nobody lives in a home under a programme that has ended."""
    return row.c.ended_on.is_not(None) & (row.c.ended_on <= led["programme_id"].c.ended_on)


def _opened_by(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    return led["home_id"].c.opened_on <= row.c.started_on


def _death_on_record(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    died_on = led["child_id"].c.died_on
    return died_on.is_not(None) & (row.c.ended_on >= died_on)


def _follows_death(row: Any, led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """An end by death follows the death: it changes with that alone."""
    kept = [row.c[name].is_not_distinct_from(frame.was.c[name]) for name in ("ended_on", "end_reason")]
    return or_(led["child_id"].c.died_on.is_(None), and_(*kept))


NOT_IN_CARE = conflict(
    Reason.CARE_NOT_BEGUN,
    "The child is not in care on the first day.",
    "Begin its care with beginCare first, or choose another day.",
    "startedOn",
)

OF_PLACEMENT = (
    Rule(
        "placement_in_episode",
        "started_on",
        NOT_IN_CARE,
        of=("started_on", "care_episode_id"),
        holds=lambda row, _led, _frame: row.c.care_episode_id.is_not(None),
        plans="started_on",
    ),
    one_at_a_time(
        "no_other_placement",
        "placement",
        ("child_id",),
        LIVES_ELSEWHERE,
        advice="End or correct the other placement, in the file or before.",
    ),
    Rule(
        "home_is_open",
        "started_on",
        HOME_CLOSED,
        of=("started_on", "ended_on"),
        reads={"home_id": ("opened_on", "closed_on")},
        holds=lambda row, led, frame: (led["home_id"].c.opened_on <= row.c.started_on) & _closes_after(row, led, frame),
        back=(
            Seen("home_id", "closed_on", "home_is_empty", HOME_NOT_EMPTY, _closes_after),
            Seen(
                "home_id",
                "opened_on",
                "nobody_lived_there_before",
                LIVED_BEFORE,
                _opened_by,
                ("started_on",),
                known=True,
            ),
        ),
    ),
    Rule(
        "programme_runs",
        "started_on",
        PROGRAMME_RUNS,
        reads={"programme_id": RUN, "child_id": ("enrolled_on",)},
        holds=_responsible,
        back=(
            Seen(
                "programme_id",
                "ended_on",
                "nobody_lives_in_care",
                LIVES_IN_CARE,
                _ends_by,
                ("ended_on",),
                named=True,
                known=True,
            ),
        ),
    ),
    Rule(
        "end_has_reason",
        "end_reason",
        LEFT_WITHOUT_REASON,
        of=("ended_on", "end_reason"),
        holds=lambda row, _led, _frame: row.c.ended_on.is_(None) | row.c.end_reason.is_not(None),
        empty=True,
        whole=True,
    ),
    # Where an end is taken back, a mutation takes its reason back with it.
    Rule(
        REASON_HAS_END,
        "end_reason",
        LEFT_WITHOUT_DAY,
        of=("end_reason", "ended_on"),
        form=OnlyWith("end_reason", "ended_on"),
    ),
    Rule(
        "death_is_said_once",
        "ended_on",
        SAID_OF_CHILD,
        of=("ended_on", "end_reason"),
        reads={"child_id": ("died_on",)},
        was=("ended_on", "end_reason"),
        about=lambda _row, frame: frame.was.c.end_reason == DEATH,
        holds=_follows_death,
        empty=True,
        whole=True,
        header="end_reason",
    ),
    Rule(
        "death_is_on_record",
        "end_reason",
        NOT_ON_RECORD,
        of=("ended_on", "end_reason"),
        reads={"child_id": ("died_on",)},
        about=lambda row, _frame: and_(row.c.end_reason == DEATH, row.c.ended_on.is_not(None)),
        holds=_death_on_record,
        left=True,
        advice="Fill diedOn in the child's row.",
    ),
)
