"""Support services: the help that children, families and carers have asked for, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.entities.support_service import SupportAnswer, SupportEndReason, SupportFor, SupportKind, SupportOrigin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

OFTEN, OVER, WITH_A_PARTNER = 0.4, 0.5, 0.4
KINDS = (
    SupportKind.COUNSELLING, SupportKind.LEARNING, SupportKind.HEALTH, SupportKind.FAMILY_COUNSELLING,
    SupportKind.MATERIAL, SupportKind.RESPITE, SupportKind.SPEECH, SupportKind.HOUSING, SupportKind.LEGAL,
)  # fmt: skip
FOR_WHOM = {SupportKind.FAMILY_COUNSELLING: SupportFor.FAMILY, SupportKind.RESPITE: SupportFor.CAREGIVERS}
ORIGINS = (SupportOrigin.PLAN, SupportOrigin.REVIEW, SupportOrigin.OWN_REQUEST, SupportOrigin.GATEKEEPING)
ANSWERS = {
    SupportAnswer.ACCEPTED: 62, SupportAnswer.OPEN: 12, SupportAnswer.WAITING_LIST: 12, SupportAnswer.DECLINED: 8,
    SupportAnswer.NOT_THERE: 6,
}  # fmt: skip
OFFERED = frozenset({SupportAnswer.ACCEPTED, SupportAnswer.DECLINED})
WISHES = ("Somebody to learn with.", "To talk with somebody who is not from home.", "Shoes for school.")
A_WEEK = timedelta(days=7)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What was asked for some children, and what came of it."""
    chance, partners = telling.rng, telling.rows("community_partner")
    for child in telling.rows("child"):
        asked = telling.some_day(telling.day(child, "enrolled_on")) if chance.random() < OFTEN else None
        if asked is None:
            continue
        kind = chance.choice(KINDS)
        answer = chance.choices(list(ANSWERS), list(ANSWERS.values()))[0]
        offered = min(asked + A_WEEK, telling.today) if answer in OFFERED else None
        given = telling.some_time(asked, over=OVER) if answer is SupportAnswer.ACCEPTED else None
        began, ended = given or (None, None)
        yield telling.row(
            asked,
            ended,
            child_id=child["id"],
            kind=kind,
            for_whom=FOR_WHOM.get(kind, SupportFor.CHILD),
            origin=chance.choice(ORIGINS),
            wish=chance.choice(WISHES),
            asked_on=asked,
            offered_on=offered,
            answer=answer,
            partner_id=chance.choice(partners)["id"] if partners and chance.random() < WITH_A_PARTNER else None,
            started_on=began,
            ended_on=ended,
            end_reason=SupportEndReason.AIM_REACHED if ended is not None else None,
        )
