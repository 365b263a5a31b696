"""Gatekeeping assessments: whether care was necessary, asked each time before children came, or soon after.

Of families that were helped instead, they say so. How soon it is answered after an emergency is the country's own rule.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from countries.packs.keys import KEYS
from graph.declarations.columns import Answer
from graph.declarations.obligations import NotOwedReason
from graph.demo.parts import laid_down
from graph.demo.records import SETTLED
from graph.entities.gatekeeping_assessment import GatekeepingOutcome, Necessity
from graph.entities.home_form import HomeForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.family_life import Round
    from graph.demo.stays import Life
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

ASKED, ANSWERED, REPLACED, UNCLEAR = 0.82, 0.85, 0.15, 0.15
"""Of those who came how many were asked about, were answered, and of those that were not are owed no longer; of how
many who stayed at home it could not be said at once whether care is necessary. Made up."""
WITHIN = timedelta(days=20)
HOURS = KEYS["gatekeeping_hours"]
BY = ("Ms. Intake and Mr. Family", "Family council", "Intake team of the district")
SUITS = ("A family nearby, and the school goes on.", "There they can stay together.", "The house is known to them.")


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """One for each child of a round; what was found is the same for all of them."""
    episodes = {(each["child_id"], each["started_on"]): each["id"] for each in telling.rows("care_episode")}
    for asked in (each for family in telling.families for each in family.rounds):
        if asked.enters is None or telling.rng.random() < ASKED:
            yield from _round(telling, asked, episodes)


def _round(telling: StoryTeller, asked: Round, episodes: dict[tuple[object, object], object]) -> Iterator[RowCells]:
    chance, admitted = telling.rng, asked.outcome is GatekeepingOutcome.ADMIT
    due = asked.opened + _within(telling, asked)
    settled = due <= telling.today - SETTLED
    done = due if settled and (not admitted or chance.random() < ANSWERED) else None
    replaced = due if settled and done is None and chance.random() < REPLACED else None
    unclear = not admitted and chance.random() < UNCLEAR
    necessity = Necessity.NOT_YET_CLEAR if unclear else Necessity.NOT_NECESSARY
    by, why = chance.choice(BY), chance.choice(SUITS)
    for life in asked.lives:
        child = telling.id_of(life.child)
        yield telling.row(
            asked.opened,
            done or replaced,
            child_id=child,
            opened_on=asked.opened,
            due_on=due,
            completed_on=done,
            assessor=asked.by,
            assessed_by=by if done else None,
            necessity=(Necessity.NECESSARY if admitted else necessity) if done else None,
            alternatives=list(asked.tried) if done else None,
            poverty_only=(Answer.YES if asked.poverty else Answer.NO) if done else Answer.NOT_KNOWN,
            recommended_form=_form(life, asked.enters) if done and admitted else None,
            suitability_reasons=why if done and admitted else None,
            outcome=asked.outcome if done else None,
            not_owed_from=replaced,
            not_owed_reason=NotOwedReason.REPLACED if replaced else None,
            care_episode_id=episodes.get((child, asked.enters)),
        )


def _within(telling: StoryTeller, asked: Round) -> timedelta:
    """How long it takes: where they came at once, what the country gives for it."""
    hours = int(laid_down(telling.country.code, HOURS, asked.opened, None))
    return timedelta(days=max(1, hours // 24)) if asked.at_once else WITHIN


def _form(life: Life, day: date | None) -> HomeForm | None:
    """The form of the home to which the child came."""
    return next((stay.home.form for stay in life.stays if stay.started_on == day), None)
