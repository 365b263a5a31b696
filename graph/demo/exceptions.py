"""Exceptions: where a child came to live although the home was full that day; it has had room since."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from graph.entities.placement import PlacementStartReason
from graph.entities.placement_exception import PlacementRule

if TYPE_CHECKING:
    from graph.demo.stays import Stay

REASONS = {
    PlacementStartReason.EMERGENCY: ("There was no other bed that night.", "It was late, and the road was closed."),
    PlacementStartReason.REUNITING_SIBLINGS: ("So that brothers and sisters live together again.",),
    PlacementStartReason.RETURN_TO_CARE: ("It is the home that the child knows.",),
}
"""Why it had to be, by why the child came; others waited until there was room."""
BY = ("Programme director", "Head of the village", "Duty officer of the night")
OFTEN = 0.12
"""How many of those who came for such a reason found the home full."""


@dataclass(frozen=True, slots=True)
class Excused:
    """Which rule a stay broke, why, and who let it."""

    rule: PlacementRule
    reason: str
    authorised_by: str


def exception_of(stay: Stay, key: str) -> Excused | None:
    """The exception that was made for a stay, if there was one.

    Args:
        stay: the stay.
        key: what chance hangs on: the same one decides alike.
    """
    chance, reasons = Random(f"{key} exception"), REASONS.get(stay.start_reason, ())
    if not reasons or chance.random() >= OFTEN:
        return None
    return Excused(PlacementRule.CAPACITY, chance.choice(reasons), chance.choice(BY))
