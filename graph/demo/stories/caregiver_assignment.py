"""Assignments: who cares for each home, one after the other, and who is key carer of each child who lives there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.caregiver_assignment import AssignmentEndReason, CaregiverRole
from graph.entities.placement_reasons import PlacementEndReason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.crews import Post, Term
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

NOBODY = 0.03
"""Stays in which nobody is the child's key carer."""
GOES_ON = frozenset({PlacementEndReason.MOVE, PlacementEndReason.HOME_CLOSED})


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """Each term of a home's posts; each child's key carer holds one of them, and whoever comes after is the next."""
    for posts in telling.crews.homes.values():
        for term in (each for post in posts for each in post):
            yield telling.row(
                term.began, term.ended, child_id=None, home_id=term.home_id, caregiver_id=telling.id_of(term),
                role=term.role, started_on=term.began, ended_on=term.ended, end_reason=term.why,
            )  # fmt: skip
    for stay in telling.rows("placement"):
        if telling.rng.random() >= NOBODY:
            caring = [post for post in telling.crews.homes[stay["home_id"]] if post[0].cares]
            yield from _of_child(telling, stay, telling.rng.choice(caring))


def _of_child(telling: StoryTeller, stay: RowCells, post: Post) -> Iterator[RowCells]:
    began, ended = telling.day(stay, "started_on"), telling.end(stay, "ended_on")
    for term in post:
        days = _together(term, began, ended)
        if days is not None:
            yield telling.row(
                *days, child_id=stay["child_id"], home_id=None, caregiver_id=telling.id_of(term),
                role=CaregiverRole.KEY_CARER, started_on=days[0], ended_on=days[1],
                end_reason=None if days[1] is None else _why(term, stay, goes=days[1] == ended),
            )  # fmt: skip


def _together(term: Term, first: date, end: date | None) -> tuple[date, date | None] | None:
    """The days of a time on which somebody held the post."""
    began = max(first, term.began)
    ended = min((each for each in (end, term.ended) if each is not None), default=None)
    return None if ended is not None and ended <= began else (began, ended)


def _why(term: Term, stay: RowCells, *, goes: bool) -> AssignmentEndReason:
    if not goes:
        return (
            AssignmentEndReason.HANDED_OVER
            if term.why is AssignmentEndReason.HANDED_OVER
            else AssignmentEndReason.LEFT_SERVICE
        )
    return AssignmentEndReason.CHILD_MOVED if stay["end_reason"] in GOES_ON else AssignmentEndReason.CARE_ENDED
