"""Moves: why a child went from one home to the next, whether it was prepared, how far from its family it lives.

Some of long ago lived elsewhere between two homes, at a boarding school or in a hospital. Each stay has a chance of its
own, so that nothing else of the story hangs on it.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.entities.arrangement import MoveReason, PlacementArrangement
from graph.entities.community_partner import CommunityPartnerKind
from graph.entities.placement_reasons import PlacementStartReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

WHY: Mapping[object, tuple[MoveReason, ...]] = {
    PlacementStartReason.REUNITING_SIBLINGS: (MoveReason.SIBLINGS_TOGETHER,),
    PlacementStartReason.TOWARDS_INDEPENDENCE: (MoveReason.PLANNED, MoveReason.CHILD_ASKED),
    PlacementStartReason.EMERGENCY: (MoveReason.EMERGENCY,),
}
"""What a move is for, by why the child came."""
OTHERS = (
    MoveReason.PLANNED, MoveReason.NEEDS_CHANGED, MoveReason.NEARER_TO_FAMILY, MoveReason.CARERS_ASKED,
    MoveReason.HOME_CLOSED,
)  # fmt: skip
TOLD, PREPARED, ON_A_DAY, KNOWN, ELSEWHERE = 0.8, 0.7, 0.6, 0.7, 0.25
"""How many say why they moved, were prepared, on a known day; of how many it is known how far it is; how many of those
of long ago who moved and moved on lived elsewhere between."""
BEFORE = (3, 40)
"""Days before a move on which a child was told."""
NEAR = 35
"""Kilometres: how far it is in the middle, and many times as far for some."""
LONG_AGO = timedelta(days=5 * 365)
WHERE = {
    CommunityPartnerKind.SCHOOL: PlacementArrangement.BOARDING_SCHOOL,
    CommunityPartnerKind.HEALTH_SERVICE: PlacementArrangement.HEALTH_FACILITY,
}


def moved(telling: StoryTeller) -> Iterator[RowCells]:
    """The stays as they were told, with what is said of each move."""
    stays = telling.rows("placement")
    ends = {(stay["child_id"], stay["ended_on"]) for stay in stays if stay["ended_on"] is not None}
    begins = {(stay["child_id"], stay["started_on"]) for stay in stays}
    born = {child["id"]: child["birth_date"] for child in telling.rows("child")}
    partners = [each for each in telling.rows("community_partner") if each["kind"] in WHERE]
    for stay in stays:
        chance = Random(f"{stay['id']} move")
        comes = (stay["child_id"], stay["started_on"]) in ends
        told = {**stay, **_how_far(chance), **(_why(telling, stay, chance, born) if comes else {})}
        goes_on = comes and (stay["child_id"], stay["ended_on"]) in begins
        if goes_on and partners and _was_elsewhere(telling, stay, chance):
            partner = chance.choice(partners)
            told |= {"home_id": None, "home_name": None, "distance_km": None, "local_kind": None}
            told |= {"partner_id": partner["id"], "arrangement": WHERE[CommunityPartnerKind(str(partner["kind"]))]}
        yield told


def _how_far(chance: Random) -> RowCells:
    far = round(NEAR * chance.lognormvariate(0, 1))
    return {"distance_km": far if chance.random() < KNOWN else None}


def _why(telling: StoryTeller, stay: RowCells, chance: Random, born: Mapping[object, object]) -> RowCells:
    why = chance.choice(WHY.get(stay["start_reason"], OTHERS))
    prepared = Answer.YES if chance.random() < PREPARED else chance.choice((Answer.NO, Answer.NOT_KNOWN))
    day = telling.day(stay, "started_on") - timedelta(days=chance.randint(*BEFORE))
    birth = born[stay["child_id"]]
    known = prepared is Answer.YES and chance.random() < ON_A_DAY and (birth is None or str(birth) <= day.isoformat())
    return {
        "move_reason": why if chance.random() < TOLD else None,
        "prepared": prepared,
        "prepared_on": min(day, telling.today) if known else None,
    }


def _was_elsewhere(telling: StoryTeller, stay: RowCells, chance: Random) -> bool:
    old = telling.day(stay, "ended_on") < telling.today - LONG_AGO
    return old and stay["start_reason"] is PlacementStartReason.MOVE and chance.random() < ELSEWHERE
