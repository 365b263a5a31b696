"""The record of a placement: that it ends, what was wrong of it, that there never was one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import array

from graph.declarations.constraints import ENDS
from graph.declarations.days import LIFE
from graph.declarations.doable import RowState
from graph.declarations.rules import Cells
from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason
from graph.entities.placement_rules import REASON_HAS_END
from graph.entities.programme import RUN
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict, forbidden
from graph.writes.action import Action
from graph.writes.care import end_care_along, move_end_of_care
from graph.writes.checks import CheckKind
from graph.writes.deaths import (
    EXACT,
    KNOWN,
    check_death,
    end_with_death,
    read_death,
    say_death,
)
from graph.writes.enrolment import enrol_along, enrolled_later
from graph.writes.exceptions import note_exceptions
from graph.writes.keeping import Proposed, keep
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.stays import (
    EXCEPTION,
    HOME,
    LOCAL_KIND,
    OF_PLACEMENT,
    change_stay,
    check_room,
    crowding,
    too_full,
)
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.inputs import Inputs
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing

INFINITY: ColumnElement[Any] = literal_column("'infinity'::date")
HOME_OF_ANOTHER = forbidden(
    Reason.HOME_OF_ANOTHER_PROGRAMME,
    "Another programme is responsible for the home.",
    "Ask your national office.",
    "id",
)

IS_OPEN = RowState(
    "placement_is_open",
    ("ended_on",),
    lambda row, today: row.c.ended_on.is_(None) | (row.c.ended_on > today),
    conflict(
        Reason.ENDED_ALREADY, "The placement has ended already.", "Set a wrong day right with correctPlacement.", "id"
    ),
)
BY_DEATH = "byDeath"
WHY = Given("reason", Kind.TEXT, "Why it is set right; the history keeps it.", required=True)


def _end(writing: Writing) -> None:
    own = writing.own("child_id", "care_episode_id", "started_on", "ended_on")
    ended = writing.value("endedOn")
    child = writing.row("child", "child", select(own.c.child_id).scalar_subquery(), *LIFE)
    writing.check("ends_after_start", ended > own.c.started_on, ENDS)
    keep(writing, Proposed("placement", {"ended_on": ended}, {"child_id": child}))
    # Staying longer than planned takes days of the home: a correction looks whether they are free.
    writing.check(
        "ends_by_then",
        own.c.ended_on.is_(None) | (ended <= own.c.ended_on),
        conflict(
            Reason.ENDS_EARLIER,
            "The placement is to end before that day.",
            "Let it last longer with correctPlacement.",
            "endedOn",
        ),
    )
    death = _death(writing, own, child, ended) if writing.has(BY_DEATH) else None
    placement = writing.target("placement")
    written = writing.update(
        "placement",
        {"ended_on": ended, "end_reason": writing.value("endReason")},
        where=[placement.c.id == own.c.id, placement.c.version == own.c.version],
    )
    change_stay(writing, written, {"ended_on": ended})
    if death is None:
        end_care_along(writing, own.c.care_episode_id, ended, writing.value("endReason"))
    else:
        say_death(writing, death)
        end_with_death(writing, death, besides=own.c.id)


def _death(writing: Writing, own: Relation, child: Relation, ended: Sql) -> Relation:
    """A death is said of the child: as if it were recorded there."""
    writing.check("death_is_new", child.c.died_on.is_(None), replace(KNOWN, path=("input", "endReason")))
    death = read_death(writing, child, ended, EXACT)
    check_death(writing, child, death, day="endedOn", besides=(own,))
    return death


def _by_death(inputs: Inputs) -> None:
    """An end by death writes more than another end: it is a statement of its own."""
    if inputs.values.get("endReason") == PlacementEndReason.DEATH:
        inputs.present.add(BY_DEATH)


def _correct(writing: Writing) -> None:
    """What a correction says holds as if it had been recorded so from the start; the history keeps what it replaces."""
    writing.draft.reason = writing.value("reason")
    own = writing.own(
        "child_id", "home_id", "programme_id", "care_episode_id", "started_on", "ended_on", "end_reason", "local_kind"
    )  # fmt: skip
    start = writing.value("startedOn") if writing.has("startedOn") else own.c.started_on
    end = writing.value("endedOn") if writing.has("endedOn") else own.c.ended_on
    if writing.has("homeId"):
        home = writing.linked("homeId", *HOME)
    else:
        home = writing.row("home", "home", select(own.c.home_id).scalar_subquery(), *HOME)
        writing.check(
            "home_is_yours", home.c.found.is_not(None) | own.c.found.is_(None), HOME_OF_ANOTHER, CheckKind.MISSING
        )
    child = writing.row("child", "child", select(own.c.child_id).scalar_subquery(), *LIFE, "enrolled_on")
    programme = writing.row("programme", "programme", select(own.c.programme_id).scalar_subquery(), *RUN)
    why = writing.value_or("endReason", own.c.end_reason)
    writing.check("ends_after_start", end.is_(None) | (end > start), ENDS)
    first = enrolled_later(writing, child, start, own) if writing.has("startedOn") else None
    since = child.c.enrolled_on if first is None else case((first, start), else_=child.c.enrolled_on)
    cells = {"id": own.c.id, "child_id": own.c.child_id, "started_on": start, "ended_on": end, "end_reason": why}
    if writing.has(*SAID):
        cells["local_kind"] = _kind(writing, own.c.local_kind)
    elif writing.has("startedOn"):
        cells["local_kind"] = own.c.local_kind
    led = {"child_id": Cells({"enrolled_on": since}, child), "home_id": home, "programme_id": programme}
    at = {"ended_on": "endedOn" if writing.has("endedOn") else "startedOn", "death_is_said_once": "endedOn"}
    row = Proposed("placement", cells, led, at, was=own)
    keep(writing, row, besides=(REASON_HAS_END,))
    crowded = _crowded(writing, home, start, end)
    check_room(writing, crowded, start, unless=~_takes_days(own, home, start, end))
    values, optional = _set_right(writing, home, start, end, why)
    placement = writing.target("placement")
    written = writing.update(
        "placement",
        values,
        where=[placement.c.id == own.c.id, placement.c.version == own.c.version],
        optional=optional,
    )
    if "end_reason" in values:
        move_end_of_care(writing, own.c.care_episode_id, own.c.ended_on, end, why)
    stays = ("home_id", "started_on", "ended_on")
    taken: dict[str, Sql] = {column: values[column] for column in stays if column in values}
    if taken:
        change_stay(writing, written, taken)
    # What is on record stays so: only what is set right is noted.
    lives_in = {"home_id": select(home.c.id).scalar_subquery()}
    note_exceptions(writing, written, row, too_full(crowded), given=lives_in)
    enrol_along(writing, child, start, first)


SAID = ("startReason", "endReason", LOCAL_KIND.name)
"""What is said of a placement besides its home and its days: one text writes them, whichever of them are given."""


def _kind(writing: Writing, before: Sql) -> Sql:
    """What the country calls the placement: as the input says, also that it calls it nothing, or as before."""
    return case((writing.gives(LOCAL_KIND.name), writing.value(LOCAL_KIND.name)), else_=before)


def _set_right(
    writing: Writing, home: Relation, start: Sql, end: Sql, why: Sql
) -> tuple[dict[str, Sql], dict[str, Question]]:
    """The columns that the input names, and those that go along with them; of the reasons, which may be left out."""
    values: dict[str, Sql] = {}
    if writing.has("homeId"):
        values |= {"home_id": home.c.id, "home_name": home.c.name}
    if writing.has("startedOn"):
        values["started_on"] = start
    ends, reasons = writing.has("endedOn"), writing.has(*SAID)
    if ends:
        values["ended_on"] = end
    if ends or reasons:
        values["end_reason"] = case((end.is_(None), NULL), else_=why)
    if reasons:
        before = writing.target("placement").c
        values["start_reason"] = writing.value_or("startReason", before.start_reason)
        values["local_kind"] = _kind(writing, before.local_kind)
    said: dict[str, Question] = {"start_reason": ("startReason",), "local_kind": (LOCAL_KIND.name,)}
    of_reasons = said if reasons else {}
    return values, of_reasons if ends or not reasons else of_reasons | {"end_reason": ("endReason",)}


def _crowded(writing: Writing, home: Relation, start: Sql, end: Sql) -> Relation:
    mine = writing.draft.read["own"]
    days = select(start.label("start"), end.label("end")).select_from(mine).subquery("days_wanted")
    first = select(days.c.start).scalar_subquery()
    last = select(func.coalesce(days.c.end, INFINITY)).scalar_subquery()
    return crowding(writing, home, first, last, ONE, array([writing.id]))


def _takes_days(own: Relation, home: Relation, start: Sql, end: Sql) -> Sql:
    """Whether the stay takes days of a home that it has not taken before; those it has stay its own, full or not."""
    longer = func.coalesce(end, INFINITY) > func.coalesce(own.c.ended_on, INFINITY)
    return or_(home.c.id != own.c.home_id, start < own.c.started_on, longer)


ACTIONS = (
    Action(
        "endPlacement",
        "Records that a child has left a home, or will.",
        "placement",
        (
            Given("endedOn", Kind.DATE, "The first day no longer there.", required=True, fills="placement.ended_on"),
            Given(
                "endReason", Kind.ENUMERATION, "Why it leaves.", required=True, enumeration=PlacementEndReason,
                fills="placement.end_reason",
            ),
        ),
        _end,
        creates=False,
        locks=OF_PLACEMENT,
        state=IS_OPEN,
        prepare=_by_death,
    ),
    Action(
        "correctPlacement",
        "Sets right what was recorded wrongly of a placement, and says why.",
        "placement",
        (
            WHY,
            Linked("homeId", "home", "The home in which the child really lived."),
            Given("startedOn", Kind.DATE, "The first day.", fills="placement.started_on"),
            Given(
                "endedOn", Kind.DATE, "The first day no longer there; null while it is open.", clears=True,
                fills="placement.ended_on",
            ),
            Given("startReason", Kind.ENUMERATION, "Why the child came.", enumeration=PlacementStartReason),
            Given(
                "endReason", Kind.ENUMERATION, "Why the child left.", enumeration=PlacementEndReason,
                fills="placement.end_reason",
            ),
            LOCAL_KIND,
            EXCEPTION,
        ),
        _correct,
        creates=False,
        needs_some=True,
        explains=frozenset({"reason"}),
        locks=(*OF_PLACEMENT, Lock("home", "homeId")),
    ),
)  # fmt: skip
