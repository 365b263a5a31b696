"""Tasks: what a move, a coming home or a missing paper asks of somebody, what was done, and what is owed no longer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from countries.packs.keys import KEYS
from graph.declarations.obligations import NotOwedReason
from graph.demo.parts import laid_down
from graph.demo.records import SETTLED
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.task import TaskKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.demo.stays import Life
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

PREPARED, FOLLOWED, OTHERS, DONE, REPLACED = 0.4, 0.85, 0.2, 0.86, 0.4
"""Moves that somebody was to prepare; of those who came home how many were to be visited; children for whom something
else was to be done; of what was due how much was done, and of the rest how much is owed no longer. Made up."""
FOLLOW_UP = KEYS["follow_up_interval_days"]
VISITS = 2
PREPARATIONS = (
    "Show the new school to the child.", "Pack together, and say goodbye to the friends.",
    "Talk with the carers about what the child likes.",
)  # fmt: skip
VISIT = "Visit the family at home."
WHATEVER = (
    (TaskKind.REMEDY, "Ask for the birth certificate."), (TaskKind.OTHER, "Find the doctor who knows the child."),
    (TaskKind.REMEDY, "Ask the court who decides for the child."), (TaskKind.OTHER, "Look for a place in the choir."),
)  # fmt: skip
BY = ("Caseworker of the village", "Family counsellor", None)
OUTCOMES = ("All is well.", "It took two visits.", None)
A_MONTH, A_WEEK = timedelta(days=30), timedelta(days=7)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What was to be done for each child."""
    decided: dict[object, list[RowCells]] = defaultdict(list)
    for decision in telling.rows("decision"):
        decided[decision["child_id"]].append(decision)
    episodes = {(each["child_id"], each["ended_on"]): each["id"] for each in telling.rows("care_episode")}
    care = {each["child_id"]: each["id"] for each in telling.rows("care_episode")}
    for life in (each for family in telling.families for each in family.lives):
        child = telling.id_of(life.child)
        for day in _moves(life):
            opened = max(day - A_MONTH, life.child.joined)
            if telling.rng.random() < PREPARED and opened < day:
                title = telling.rng.choice(PREPARATIONS)
                carried_out = _decided(telling, decided[child], day)
                yield from _task(telling, child, (TaskKind.PREPARATION, title), opened, day, care[child], carried_out)
        for day in _homecomings(life):
            if telling.rng.random() < FOLLOWED:
                between = timedelta(days=int(laid_down(telling.country.code, FOLLOW_UP, day, None)))
                for number in range(VISITS):
                    opened, due = day + number * between, day + (number + 1) * between
                    yield from _task(telling, child, (TaskKind.FOLLOW_UP, VISIT), opened, due, episodes[child, day])
        if telling.rng.random() < OTHERS:
            some = telling.some_day(life.child.joined)
            if some is not None:
                what = telling.rng.choice(WHATEVER)
                yield from _task(telling, child, what, some, some + A_MONTH, care.get(child))


def _moves(life: Life) -> Iterator[date]:
    for before, after in zip(life.stays, life.stays[1:], strict=False):
        if before.ended_on == after.started_on:
            yield after.started_on


def _homecomings(life: Life) -> Iterator[date]:
    ends = {stay.ended_on: stay.end_reason for stay in life.stays}
    for _, ended in life.spells:
        if ended is not None and ends[ended] is PlacementEndReason.REUNIFICATION_WITH_FAMILY:
            yield ended


def _decided(telling: StoryTeller, decisions: Sequence[RowCells], day: date) -> object:
    """The decision that a move carries out, where one was taken on its day."""
    return next((each["id"] for each in decisions if telling.day(each, "decided_on") == day), None)


def _task(  # noqa: PLR0913, PLR0917 - what is said of one
    telling: StoryTeller,
    child: object,
    what: tuple[TaskKind, str],
    opened: date,
    due: date,
    care: object,
    decision: object = None,
) -> Iterator[RowCells]:
    """One task, where it had been opened by now."""
    chance, settled = telling.rng, due <= telling.today - SETTLED
    if opened > telling.today - SETTLED:
        return
    done = max(opened, due - A_WEEK) if settled and chance.random() < DONE else None
    replaced = due if settled and done is None and chance.random() < REPLACED else None
    yield telling.row(
        opened,
        done or replaced,
        child_id=child,
        kind=what[0],
        title=what[1],
        assigned_to=chance.choice(BY),
        due_on=due,
        done_on=done,
        outcome=chance.choice(OUTCOMES) if done is not None else None,
        not_owed_from=replaced,
        not_owed_reason=NotOwedReason.REPLACED if replaced else None,
        care_episode_id=care,
        decision_id=decision,
    )
