"""Tasks: what somebody has to do for a child, what was done, and what is owed no longer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.declarations.obligations import NotOwedReason
from graph.demo.records import SETTLED
from graph.entities.task import TaskKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

OFTEN, DONE, REPLACED = 0.3, 0.7, 0.1
TITLES = (
    (TaskKind.PREPARATION, "Show the new school to the child."),
    (TaskKind.PREPARATION, "Pack together, and say goodbye to the friends."),
    (TaskKind.REMEDY, "Ask for the birth certificate."),
    (TaskKind.OTHER, "Find the doctor who knows the child."),
    (TaskKind.FOLLOW_UP, "Visit the family at home."),
)
BY = ("Caseworker of the village", "Family counsellor", None)
OUTCOMES = ("All is well.", "It took two visits.", None)
A_MONTH, A_WEEK = timedelta(days=30), timedelta(days=7)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What was to be done for some children."""
    chance = telling.rng
    care = {episode["child_id"]: episode["id"] for episode in telling.rows("care_episode")}
    for child in telling.rows("child"):
        opened = telling.some_day(telling.day(child, "enrolled_on")) if chance.random() < OFTEN else None
        if opened is None:
            continue
        kind, title = chance.choice(TITLES)
        due = opened + A_MONTH
        settled = due <= telling.today - SETTLED
        done = due - A_WEEK if settled and chance.random() < DONE else None
        replaced = settled and done is None and chance.random() < REPLACED
        yield telling.row(
            opened,
            done or (due if replaced else None),
            child_id=child["id"],
            kind=kind,
            title=title,
            assigned_to=chance.choice(BY),
            due_on=due,
            done_on=done,
            outcome=chance.choice(OUTCOMES) if done is not None else None,
            not_owed_from=due if replaced else None,
            not_owed_reason=NotOwedReason.REPLACED if replaced else None,
            care_episode_id=care.get(child["id"]),
        )
