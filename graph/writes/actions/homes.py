"""Homes: closing one. Opening and changing derive from the entity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.declarations.constraints import ENDS
from graph.declarations.nouns import OFFICE
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.keeping import keep_led
from graph.writes.mutation import Given, Lock

if TYPE_CHECKING:
    from graph.writes.writing import Writing


def _close(writing: Writing) -> None:
    own = writing.own("opened_on", "closed_on")
    closed = writing.value("closedOn")
    writing.check(
        "home_is_open",
        own.c.closed_on.is_(None),
        conflict(Reason.HOME_CLOSED, "The home is closed already.", "Look at the home as it is now.", "id"),
    )
    writing.check(
        "closes_after_opening",
        closed > own.c.opened_on,
        replace(ENDS, path=("input", "closedOn")),
    )
    cells = {"closed_on": closed}
    keep_led(writing, "home", own, cells)
    home = writing.target("home")
    writing.update("home", cells, where=[home.c.id == own.c.id, home.c.version == own.c.version])


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
    ),
)
