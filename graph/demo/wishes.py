"""What children have with them, and what brothers and sisters wish: each from a chance of its own."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.entities.paper import Paper
from graph.entities.sibling_bond import SiblingWish

if TYPE_CHECKING:
    from collections.abc import Mapping

REGISTERED = {Answer.YES: 86, Answer.NO: 5, Answer.NOT_KNOWN: 9}
"""Of a hundred children; made up, like everything here."""
PAPERS: Mapping[Paper, float] = {
    Paper.BIRTH_CERTIFICATE: 0.75, Paper.IDENTITY_CARD: 0.25, Paper.PASSPORT: 0.12, Paper.RESIDENCE_PERMIT: 0.05,
    Paper.REFUGEE_PAPER: 0.04, Paper.HEALTH_CARD: 0.8, Paper.PARENTS_DEATH_CERTIFICATE: 0.1, Paper.COURT_FILE: 0.3,
}  # fmt: skip
TONIGHT, NOTES = 0.2, (
    "Allergic to nuts: the pen is in the blue bag.",
    "Sleeps with the light on in the hall.",
    "Two puffs of the spray before bed.",
    "Calls for her brother when she wakes.",
)  # fmt: skip
WISHES = {
    SiblingWish.TOGETHER: 62, SiblingWish.NEAR: 12, SiblingWish.APART: 3, SiblingWish.MIXED: 6,
    SiblingWish.NOT_ASKED: 17,
}  # fmt: skip
WRITTEN_DOWN = 0.7


def belongings(case: str) -> dict[str, object]:
    """What is on record of a child's papers, and of tonight."""
    chance = Random(f"{case} papers")
    registered = chance.choices(list(REGISTERED), list(REGISTERED.values()))[0]
    papers = [paper for paper, often in PAPERS.items() if chance.random() < often]
    if registered is not Answer.YES:
        papers = [paper for paper in papers if paper is not Paper.BIRTH_CERTIFICATE]
    note = chance.choice(NOTES) if chance.random() < TONIGHT else None
    return {"birth_registered": registered, "papers": papers or None, "care_tonight": note}


def wish_of(pair: str) -> SiblingWish | None:
    """What two brothers or sisters wish; nothing where nobody has written it down."""
    chance = Random(f"{pair} wish")
    return chance.choices(list(WISHES), list(WISHES.values()))[0] if chance.random() < WRITTEN_DOWN else None
