"""Homes: closing one, and opening it again. The others derive from the entity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from graph.declarations.constraints import ENDS
from graph.declarations.doable import RowState
from graph.declarations.nouns import OFFICE
from graph.entities.home import RESPONSIBLE_BEFORE as BEFORE_OPENING
from graph.entities.home_rules import responsible_since
from graph.entities.programme import RUN, runs
from graph.entities.spot import Spot
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm
from graph.writes.action import Action
from graph.writes.keeping import Proposed, keep
from graph.writes.keeping_led import keep_led
from graph.writes.moved_homes import CHILDREN, open_tasks, reckon_distances
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.places import PLACE_BESIDE, place_cells
from graph.writes.verbs.change import REASON, WHY
from graph.writes.writing import NULL, after

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing


NO_PROGRAMME = conflict(
    Reason.PROGRAMME_NOT_RUNNING,
    "The programme had ended when the home was closed.",
    "Set the programme's end right with correctProgramme first.",
    "id",
)


RESPONSIBLE_ALREADY = conflict(
    Reason.RESPONSIBLE_ALREADY,
    "That programme is responsible already.",
    "Look at the home as it is now.",
    "programmeId",
)
NOT_RUNNING = conflict(
    Reason.PROGRAMME_NOT_RUNNING, "The programme does not run on that day.", "Name one that does.", "programmeId"
)
RESPONSIBLE_BEFORE = replace(BEFORE_OPENING, path=("input", "on"))
RESPONSIBLE_LATER = conflict(
    Reason.ENROLLED_LATER,
    "The present programme has become responsible later than that.",
    "Check the day.",
    "on",
)
IS_OPEN = RowState(
    "home_is_open",
    ("closed_on",),
    lambda row, _today: row.c.closed_on.is_(None),
    conflict(Reason.HOME_CLOSED, "The home is closed already.", "Look at the home as it is now.", "id"),
)
IS_CLOSED = RowState(
    "home_is_closed",
    ("closed_on",),
    lambda row, _today: row.c.closed_on.is_not(None),
    conflict(Reason.HOME_OPEN, "The home is open.", "Look at the home as it is now.", "id"),
)


def _close(writing: Writing) -> None:
    own = writing.own("opened_on")
    closed = writing.value("closedOn")
    writing.check(
        "closes_after_opening",
        closed > own.c.opened_on,
        replace(ENDS, path=("input", "closedOn")),
    )
    cells = {"closed_on": closed}
    keep_led(writing, "home", own, cells)
    home = writing.target("home")
    writing.update("home", cells, where=[home.c.id == own.c.id, home.c.version == own.c.version])


def _reopen(writing: Writing) -> None:
    """It goes on as if it had not been closed; the history keeps that it was."""
    writing.draft.reason = writing.value(REASON)
    own = writing.own("programme_id", "closed_on")
    key = select(own.c.programme_id).select_from(own.clause).scalar_subquery()
    programme = writing.row("programme", "programme", key, *RUN, stays=True)
    running = own.c.closed_on.is_(None) | runs(programme, own.c.closed_on)
    writing.check("programme_runs", running, NO_PROGRAMME)
    home = writing.target("home")
    writing.update("home", {"closed_on": NULL}, where=[home.c.id == own.c.id, home.c.version == own.c.version])


def _move(writing: Writing) -> None:
    """The address before ends on the day; what lists show of the home follows, and what its children have of it."""
    home = writing.linked("homeId", "programme_id", "opened_on", "closed_on")
    day = writing.value("startedOn")
    keep(writing, Proposed("home_address", {"started_on": day, "ended_on": NULL}, {"home_id": home}))
    target = writing.target("home_address")
    before = [
        target.c.home_id == select(home.c.id).scalar_subquery(),
        target.c.started_on < day,
        target.c.ended_on.is_(None) | (target.c.ended_on > day),
    ]
    ended = writing.update("home_address", {"ended_on": day}, where=before, must=False)
    cells, optional = place_cells(writing)
    whose: dict[str, Sql] = {"id": writing.id, "home_id": home.c.id, "programme_id": home.c.programme_id}
    row = {**whose, **cells, "started_on": day}
    writing.insert("home_address", row, home, after(ended), optional=optional)
    reckon_distances(writing, home, Spot(cells["latitude_e2"], cells["longitude_e2"]), day)
    open_tasks(writing, home, day)


def _move_to_programme(writing: Writing) -> None:
    """What is the home's goes along; its children's programme stays what it is."""
    own = writing.own("programme_id", "opened_on", "responsible_since")
    programme = writing.linked("programmeId", *RUN, stays=True)
    day = writing.value_or("on", writing.today)
    writing.check("programme_changes", own.c.programme_id != programme.c.id, RESPONSIBLE_ALREADY)
    writing.check("programme_runs", runs(programme, day), NOT_RUNNING)
    writing.check("moves_after_opening", day >= own.c.opened_on, RESPONSIBLE_BEFORE)
    writing.check("moves_after_the_last", day >= responsible_since(own), RESPONSIBLE_LATER)
    cells: dict[str, Sql] = {"programme_id": programme.c.id, "responsible_since": day}
    home = writing.target("home")
    writing.update("home", cells, where=[home.c.id == own.c.id, home.c.version == own.c.version])


ACTIONS = (
    Action(
        "moveHome",
        "Says where a home is from a day on; where it was before ends on that day. Of each child who lives there a task"
        " asks to look at school, contact and doctor anew.",
        "home_address",
        (
            Linked("homeId", "home", "The home.", required=True),
            Given("startedOn", Kind.DATE, "The first day there.", required=True, fills="home_address.started_on"),
            Given(
                "locality",
                Kind.TEXT,
                "The village, town or quarter that it belongs to from then on.",
                required=True,
                form=TextForm.NAME,
                fills="home_address.locality",
            ),
            *PLACE_BESIDE,
        ),
        _move,
        creates=True,
        locks=(CHILDREN, Lock("home", "homeId")),
    ),
    Action(
        "moveHomeToProgramme",
        "Makes another programme responsible for a home, with what is on record of the home itself; its children's"
        " programme stays what it is.",
        "home",
        (
            Linked("programmeId", "programme", "The programme that becomes responsible.", required=True),
            Given("on", Kind.DATE, "From which day on; today where it is left out.", fills="home.responsible_since"),
        ),
        _move_to_programme,
        creates=False,
        tiers=OFFICE,
        locks=(Lock("home", "id"),),
    ),
    Action(
        "closeHome",
        "Closes a home; it is refused while children live there.",
        "home",
        (Given("closedOn", Kind.DATE, "The first day after its last.", required=True, fills="home.closed_on"),),
        _close,
        creates=False,
        tiers=OFFICE,
        locks=(Lock("home", "id"),),
        state=IS_OPEN,
    ),
    Action(
        "reopenHome",
        "Takes back that a home was closed, and says why; the history keeps it.",
        "home",
        (WHY,),
        _reopen,
        creates=False,
        tiers=OFFICE,
        locks=(Lock("home", "id"),),
        state=IS_CLOSED,
    ),
)
