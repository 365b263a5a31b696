"""The record of a placement: that it ends, what was wrong of it, that there never was one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import array

from graph.declarations.constraints import ENDS
from graph.declarations.days import LIFE
from graph.declarations.doable import RowState
from graph.declarations.rules import Cells
from graph.entities.arrangement import OF_A_HOME
from graph.entities.members import member, none_of
from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason
from graph.entities.placement_rules import HOME_OR_OTHER, REASON_HAS_END, THE_HOMES
from graph.entities.programme import RUN
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict, forbidden
from graph.writes.action import Action
from graph.writes.apart import check_left
from graph.writes.checks import CheckKind
from graph.writes.ending_along import look_for_ends, look_who_follows
from graph.writes.ends_of_care import follow_care
from graph.writes.enrolment import enrol_along, enrolled_later, take_along
from graph.writes.exceptions import note_exceptions
from graph.writes.following_ends import look_for_key_carers
from graph.writes.guests import check_no_guest
from graph.writes.keeping import Proposed, keep
from graph.writes.lodging import ARRANGEMENT, MOVE, PARTNER
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.set_right import SAID, set_right, told_besides
from graph.writes.stays import (
    EXCEPTION,
    HOME,
    KIN_OF_PLACEMENT,
    LOCAL_KIND,
    OF_PLACEMENT,
    change_stay,
    check_room,
    crowding,
    too_full,
)
from graph.writes.stays_in_care import check_stays_in_care, move_care, read_care
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.exceptions import Broken
    from graph.writes.writing import Sql, Writing, Written

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
WHY = Given("reason", Kind.TEXT, "Why it is set right; the history keeps it.", required=True)


def _end(writing: Writing) -> None:
    own = writing.own("child_id", "care_episode_id", "home_id", "programme_id", "started_on", "ended_on")
    ended = writing.value("endedOn")
    child = writing.row("child", "child", select(own.c.child_id).scalar_subquery(), *LIFE)
    writing.check("ends_after_start", ended >= own.c.started_on, ENDS)
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
    check_stays_in_care(writing, writing.value("endReason"))
    # Where a home closes, whoever lives there leaves it.
    closes = writing.value("endReason") == member(PlacementEndReason.HOME_CLOSED)
    broken = check_left(writing, own, ended, "endedOn", unless=closes)
    look_for_ends(writing, "placement", lambda row, link: row.c[link] == _one(own.c.id), ended)
    placement = writing.target("placement")
    written = writing.update(
        "placement",
        {"ended_on": ended, "end_reason": writing.value("endReason")},
        where=[placement.c.id == own.c.id, placement.c.version == own.c.version],
    )
    change_stay(writing, written, {"ended_on": ended})
    note_exceptions(writing, written, None, *broken, given={"home_id": _one(own.c.home_id)})


def _correct(writing: Writing) -> None:
    """What a correction says holds as if it had been recorded so from the start; the history keeps what it replaces."""
    writing.draft.reason = writing.value("reason")
    own = writing.own(*OWN)
    start = writing.value("startedOn") if writing.has("startedOn") else own.c.started_on
    end = writing.value("endedOn") if writing.has("endedOn") else own.c.ended_on
    home = _home(writing, own)
    child = writing.row("child", "child", select(own.c.child_id).scalar_subquery(), *LIFE, "enrolled_on")
    programme_id = select(own.c.programme_id).scalar_subquery()
    programme = writing.row("programme", "programme", programme_id, *RUN, "jurisdiction")
    why = writing.value_or("endReason", own.c.end_reason)
    writing.check("ends_after_start", end.is_(None) | (end >= start), ENDS)
    first = enrolled_later(writing, child, start, own) if writing.has("startedOn") else None
    since = child.c.enrolled_on if first is None else case((first, start), else_=child.c.enrolled_on)
    cells = {"id": own.c.id, "child_id": own.c.child_id, "started_on": start, "ended_on": end, "end_reason": why}
    led: dict[str, Any] = {"child_id": Cells({"enrolled_on": since}, child), "programme_id": programme}
    led |= {} if home is None else {"home_id": home}
    check_stays_in_care(writing, why, own.c.end_reason)
    dated = writing.has("startedOn") or writing.has("endedOn")
    care = read_care(writing, own) if dated or writing.has(*SAID) else None
    if care is not None:
        led["care_episode_id"] = care.along(own, start, end, why)
    cells |= told_besides(writing, own, home)
    at = {"ended_on": "endedOn" if writing.has("endedOn") else "startedOn", "death_is_said_once": "endedOn"}
    row = Proposed("placement", cells, led, at, was=own, maybe=("home_id", "care_episode_id"))
    # A home may have changed its form since.
    keep(writing, row, besides=(REASON_HAS_END, *(() if writing.has("homeId") else (THE_HOMES,))))
    crowded = None
    if home is not None:
        crowded = _crowded(writing, home, start, end)
        check_room(writing, crowded, start, unless=~_takes_days(own, home, start, end))
        check_no_guest(writing, own, home)
    broken = _check_left(writing, own, home, start, end, why)
    _look_for_ends(writing, own, start, end)
    if care is not None and writing.has("endedOn", *SAID):
        look_for_key_carers(writing, _one(care.row.c.child_id), _one(care.row.c.ended_on))
    values, optional = set_right(writing, own, home, start, end, why)
    placement = writing.target("placement")
    written = writing.update(
        "placement",
        values,
        where=[placement.c.id == own.c.id, placement.c.version == own.c.version],
        optional=optional,
    )
    take_along(writing, start, first)
    moved = None if care is None else move_care(writing, care, own, start, end, why)
    if moved is not None:
        follow_care(writing, moved)
    _take_days(writing, written, values)
    _note(writing, written, row, home, crowded, broken)
    enrol_along(writing, child, start, first, besides=moved)


def _take_days(writing: Writing, written: Written, values: Mapping[str, Sql]) -> None:
    """The days that it takes of a home are those that are set right."""
    stays = ("home_id", "started_on", "ended_on")
    if taken := {column: values[column] for column in stays if column in values}:
        change_stay(writing, written, taken)


def _check_left(
    writing: Writing, own: Relation, home: Relation | None, start: Sql, end: Sql, why: Sql
) -> tuple[Broken, ...]:
    """Where it lived elsewhere, or has left since, somebody says why those whom it belongs together with stayed."""
    if writing.has("homeId") or writing.has(*ELSEWHERE):
        to = NULL if home is None else _one(home.c.id)
        at = "arrangement" if home is None else "homeId"
        return check_left(writing, own, start, at, unless=own.c.home_id.is_(None), to=to)
    if not writing.has("endedOn"):
        return ()
    no_parting = or_(own.c.ended_on.is_not(None), end.is_(None), why == member(PlacementEndReason.HOME_CLOSED))
    return check_left(writing, own, end, "endedOn", unless=no_parting)


def _note(
    writing: Writing,
    written: Written,
    row: Proposed,
    home: Relation | None,
    crowded: Relation | None,
    broken: tuple[Broken, ...],
) -> None:
    """What is on record stays so: only what is set right is noted."""
    lives_in: Sql = NULL if home is None else select(home.c.id).scalar_subquery()
    full = [] if crowded is None else [too_full(crowded)]
    note_exceptions(writing, written, row, *full, *broken, given={"home_id": lives_in})


OWN = (
    "child_id", "home_id", "programme_id", "care_episode_id", "started_on", "ended_on", "end_reason", "local_kind",
    "prepared_on", "arrangement",
)  # fmt: skip
ELSEWHERE = (ARRANGEMENT.name, PARTNER.name)
"""What is said of a child who lives in none of our homes."""


def _home(writing: Writing, own: Relation) -> Relation | None:
    """The home in which the child really lived, or as it was; none where it is said to have lived in none of ours."""
    if writing.has("homeId"):
        return writing.linked("homeId", *HOME)
    if writing.has(*ELSEWHERE):
        writing.linked(PARTNER.name, stays=True, optional=True)
        said = writing.value_or(ARRANGEMENT.name, own.c.arrangement)
        writing.check("placement_home_or_other", none_of(said, OF_A_HOME), HOME_OR_OTHER)
        return None
    home = writing.row("home", "home", select(own.c.home_id).scalar_subquery(), *HOME)
    theirs = home.c.found.is_not(None) | own.c.found.is_(None) | own.c.home_id.is_(None)
    writing.check("home_is_yours", theirs, HOME_OF_ANOTHER, CheckKind.MISSING)
    return home


def _look_for_ends(writing: Writing, own: Relation, start: Sql, end: Sql) -> None:
    """What ends with the placement lies in its days, or ends along."""
    if not writing.has("startedOn", "endedOn"):
        return
    days = select(start.label("start"), end.label("end")).select_from(own.clause).subquery("days_said")
    until, since = _one(func.coalesce(days.c.end, INFINITY)), _one(days.c.start)
    look_for_ends(writing, "placement", lambda row, link: row.c[link] == _one(own.c.id), until, began=since)
    if writing.has("endedOn"):
        look_who_follows(writing, "placement", _one(own.c.id), _one(own.c.ended_on))


def _one(column: Sql) -> Sql:
    """The column of what is at most one row."""
    return select(column).scalar_subquery()


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
            EXCEPTION,
        ),
        _end,
        creates=False,
        locks=(*OF_PLACEMENT, KIN_OF_PLACEMENT),
        state=IS_OPEN,
    ),
    Action(
        "correctPlacement",
        "Sets right what was recorded wrongly of a placement, and says why.",
        "placement",
        (
            WHY,
            Linked("homeId", "home", "The home in which the child really lived.", fills="placement.home_id"),
            ARRANGEMENT, PARTNER, *MOVE,
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
        locks=(*OF_PLACEMENT, Lock("home", "homeId"), KIN_OF_PLACEMENT),
    ),
)  # fmt: skip
