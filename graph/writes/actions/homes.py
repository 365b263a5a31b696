"""Homes: closing one, and opening it again. The others derive from the entity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from graph.declarations.constraints import ENDS
from graph.declarations.doable import RowState
from graph.declarations.nouns import OFFICE
from graph.entities.programme import RUN, runs
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.keeping_led import keep_led
from graph.writes.mutation import Given, Lock
from graph.writes.verbs.change import REASON, WHY
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from graph.writes.writing import Writing


NO_PROGRAMME = conflict(
    Reason.PROGRAMME_NOT_RUNNING,
    "The programme had ended when the home was closed.",
    "Set the programme's end right with correctProgramme first.",
    "id",
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


ACTIONS = (
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
