"""Community links: ending one. Adding derives from the entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.model import Kind
from graph.writes.action import Action, Given, conflict

if TYPE_CHECKING:
    from graph.writes.writing import Writing


def _end(writing: Writing) -> None:
    own = writing.own("started_on")
    ended = writing.value("endedOn")
    writing.check(
        "ends_after_start",
        ended > own.c.started_on,
        conflict("A tie ends after its first day.", "Check the day.", "endedOn"),
    )
    link = writing.target("community_link")
    writing.update(
        "community_link", {"ended_on": ended}, where=[link.c.id == own.c.id, link.c.version == own.c.version]
    )


LINKS = (
    Action(
        "endCommunityLink",
        "Records that a tie to the community has ended, or will.",
        "community_link",
        (Given("endedOn", Kind.DATE, "The first day after its last.", required=True),),
        _end,
        creates=False,
    ),
)
