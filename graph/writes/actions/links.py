"""Community links: ending one. Adding derives from the entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from graph.entities.constraints import ENDS
from graph.entities.days import LIFE
from graph.kinds.kind import Kind
from graph.writes.action import Action, Given
from graph.writes.days import check_inside, check_lives

if TYPE_CHECKING:
    from graph.writes.writing import Writing


def _end(writing: Writing) -> None:
    own = writing.own("child_id", "home_id", "started_on")
    ended = writing.value("endedOn")
    child = writing.row("child", "child", select(own.c.child_id).scalar_subquery(), *LIFE, stays=True)
    key = select(own.c.home_id).scalar_subquery()
    home = writing.row("home", "home", key, "opened_on", "closed_on", stays=True)
    writing.check("ends_after_start", ended > own.c.started_on, ENDS)
    check_lives(writing, "community_link", {"ended_on": ended}, {"child_id": child})
    check_inside(writing, "community_link", {"ended_on": ended}, {"home_id": home})
    link = writing.target("community_link")
    writing.update(
        "community_link", {"ended_on": ended}, where=[link.c.id == own.c.id, link.c.version == own.c.version]
    )


LINKS = (
    Action(
        "endCommunityLink",
        "Records that a tie to the community has ended, or will.",
        "community_link",
        (Given("endedOn", Kind.DATE, "The first day after its last.", required=True, fills="community_link.ended_on"),),
        _end,
        creates=False,
    ),
)
