"""Exceptions: where a child came to live although the home was full that day; it has had room since."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from graph.entities.placement_exception import PlacementRule
from graph.entities.placement_reasons import PlacementStartReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

REASONS: Mapping[object, tuple[str, ...]] = {
    PlacementStartReason.EMERGENCY: ("There was no other bed that night.", "It was late, and the road was closed."),
    PlacementStartReason.REUNITING_SIBLINGS: ("So that brothers and sisters live together again.",),
    PlacementStartReason.RETURN_TO_CARE: ("It is the home that the child knows.",),
}
"""Why it had to be, by why the child came; others waited until there was room."""
BY = ("Programme director", "Head of the village", "Duty officer of the night")
LAPSES = timedelta(days=28)
OFTEN = 0.12
"""How many of those who came for such a reason found the home full."""


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """The exception that was made for a stay, where there was one."""
    for stay in telling.rows("placement"):
        reasons = REASONS.get(stay["start_reason"], ())
        chance = Random(f"{stay['id']} exception")  # each stay's own, whichever others there are
        if reasons and chance.random() < OFTEN:
            day = telling.day(stay, "started_on")
            yield telling.row(
                day,
                None,
                placement_id=stay["id"],
                home_id=stay["home_id"],
                rule=PlacementRule.CAPACITY,
                dated=day,
                lapses_on=day + LAPSES if chance.random() < 0.5 else None,  # noqa: PLR2004 - a share
                reason=chance.choice(reasons),
                authorised_by=chance.choice(BY),
            )
