"""Support services: the help that children, families and carers have asked for, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.support_service import SupportEndReason, SupportFor, SupportOrigin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.family_life import Help
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

WITH_A_PARTNER, SAID = 0.4, 0.6
"""How many are given by a partner on record; of how many somebody has written down what was wished."""
WISHES = {
    SupportFor.CHILD: ("Somebody to learn with.", "To talk with somebody who is not from home.", "Shoes for school."),
    SupportFor.FAMILY: ("That the children can stay.", "A roof that does not leak.", "Somebody who listens to us."),
    SupportFor.CAREGIVERS: ("A weekend in a month.", "To ask somebody how one does it."),
}  # fmt: skip
COMES_BACK = "I would like to talk with somebody about where to live."
OTHERWISE = (
    SupportEndReason.NOT_WANTED_ANY_MORE, SupportEndReason.REPLACED, SupportEndReason.MOVED_AWAY,
    SupportEndReason.NOT_OFFERED_ANY_MORE, SupportEndReason.OTHER,
)  # fmt: skip


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What was asked for in each family, and what came of it; of one kind once a day for whom it is for."""
    seen: set[tuple[object, ...]] = set()
    for help_ in (each for family in telling.families for each in family.helps):
        told = (help_.life, help_.kind, help_.asked, help_.for_whom)
        if told not in seen:
            seen.add(told)
            yield _row(telling, help_)


def _row(telling: StoryTeller, help_: Help) -> RowCells:
    chance, partners = telling.rng, telling.rows("community_partner")
    back = help_.origin is SupportOrigin.RETURN
    wish = COMES_BACK if back else chance.choice(WISHES[help_.for_whom])
    reason = SupportEndReason.AIM_REACHED if help_.enough else chance.choice(OTHERWISE)
    return telling.row(
        help_.asked,
        help_.ended,
        child_id=telling.id_of(help_.life.child),
        kind=help_.kind,
        for_whom=help_.for_whom,
        origin=help_.origin,
        wish=wish if back or chance.random() < SAID else None,
        asked_on=help_.asked,
        offered_on=help_.offered,
        answer=help_.answer,
        partner_id=chance.choice(partners)["id"] if partners and chance.random() < WITH_A_PARTNER else None,
        started_on=help_.began,
        ended_on=help_.ended,
        end_reason=None if help_.ended is None else reason,
    )
