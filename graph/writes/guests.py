"""Guests: a child that is away for some nights in another home takes a place there, and keeps its own.

The host has room and its licence, and its carers are cleared: a plan is refused that has not, and a fact is recorded
where somebody answers for it (`exception`), as with a placement. Of the placement that it lies in nothing changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import array

from graph.reasons import Reason
from graph.refusals import conflict, forbidden
from graph.writes.checks import CheckKind
from graph.writes.exceptions import note_exceptions
from graph.writes.gates import check_gates
from graph.writes.mutation import Lock
from graph.writes.stays import HOME, check_room, crowding, too_full
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing, Written

TABLE = "temporary_stay"
INFINITY: ColumnElement[Any] = literal_column("'infinity'::date")
DAYS = ("startedOn", "endedOn")
READS = ("placement_id", "home_id", "started_on", "ended_on")
"""What is needed of a stay that changes."""
OF_NEW = (Lock("child", "childId"), Lock("home", "homeId"))
OF_KNOWN = (Lock("child", "id", through=(TABLE, "child_id")), Lock("home", "id", through=(TABLE, "home_id")))
"""Whose rows are held: nobody ends the placement meanwhile, or takes the host's last place."""
HOST_OF_ANOTHER = forbidden(
    Reason.HOME_OF_ANOTHER_PROGRAMME,
    "Another programme is responsible for the home where the child is a guest.",
    "Ask your national office.",
    "id",
)
ENDS_EARLIER = conflict(
    Reason.ENDS_EARLIER,
    "The temporary stay is to end before that day.",
    "Let it last longer with correctTemporaryStay.",
    "endedOn",
)

WAS_A_GUEST = conflict(
    Reason.LIVES_THERE_ALREADY,
    "The child is, or was, a guest in that home in the days of this placement.",
    "Correct or void the temporary stay first, or name another home.",
    "homeId",
)


def check_no_guest(writing: Writing, placement: Relation, home: Relation) -> None:
    """Nobody is a guest where it lives: a placement is not set right into the home of a host.

    Args:
        writing: the statement.
        placement: the placement's row.
        home: the home that it is to be in.
    """
    if not writing.has("homeId"):
        return
    stay = writing.rows(TABLE)
    there = [
        *writing.within(TABLE, stay),
        stay.c.placement_id == select(placement.c.id).scalar_subquery(),
        stay.c.home_id == select(home.c.id).scalar_subquery(),
    ]
    writing.check("child_is_no_guest_there", ~exists(select(ONE).select_from(stay.clause).where(*there)), WAS_A_GUEST)


def propose_guest(
    writing: Writing, cells: Mapping[str, Sql], was: Relation | None
) -> Callable[[Writing, Written], None] | None:
    """The host home has room, and what a home has to have; what else it breaks is noted with the row.

    Args:
        writing: the statement.
        cells: the columns of the temporary stay as they are to be.
        was: the row as it stood; none where it is new.
    """
    if not writing.has("homeId", *(DAYS if was is not None else ())):
        return None
    home_id, start, end = (_cell(name, cells, was) for name in ("home_id", "started_on", "ended_on"))
    told = select(home_id.label("home_id"), start.label("start"), func.coalesce(end, INFINITY).label("end"))
    days = (told if was is None else told.select_from(was.clause)).subquery("days_away")
    host = writing.row("host", "home", select(days.c.home_id).scalar_subquery(), *HOME)
    first, last = (select(days.c[name]).scalar_subquery() for name in ("start", "end"))
    crowded = crowding(writing, host, first, last, ONE, None if was is None else array([writing.id]))
    if was is None:
        check_room(writing, crowded, start)
        broken = check_gates(writing, host, start)
    else:
        longer = func.coalesce(end, INFINITY) > func.coalesce(was.c.ended_on, INFINITY)
        anew = or_(home_id.is_distinct_from(was.c.home_id), start < was.c.started_on, longer)
        seen = or_(host.c.found, was.c.found.is_(None), home_id.is_(None), ~anew)
        writing.check("host_is_yours", seen, HOST_OF_ANOTHER, CheckKind.MISSING)
        check_room(writing, crowded, start, unless=~anew)
        broken = ()
    given = {"home_id": select(host.c.id).scalar_subquery()}
    if was is not None:
        given["placement_id"] = select(was.c.placement_id).scalar_subquery()

    def follow(writing: Writing, written: Written) -> None:
        note_exceptions(writing, written, None, too_full(crowded), *broken, given=given, whole="placement")

    return follow


def _cell(name: str, cells: Mapping[str, Sql], was: Relation | None) -> Sql:
    return cells.get(name, NULL if was is None else was.c[name])


def check_ends_earlier(writing: Writing, own: Relation) -> None:
    """Who stays away longer than planned takes days of the host: a correction looks whether they are free."""
    ended = writing.value("endedOn")
    writing.check("ends_by_then", own.c.ended_on.is_(None) | (ended <= own.c.ended_on), ENDS_EARLIER)
