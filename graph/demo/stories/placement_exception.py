"""Exceptions: where a child came to live although the home was full that day, or it was too small for such a home."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from countries.packs.keys import FAMILY_ONLY_UNDER
from graph.demo.parts import laid_down
from graph.entities.home_form import SETTING_OF, HomeSetting
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
MOSTLY = 0.8
"""How many of the small ones somebody has answered for."""


YOUNG = "There was no family with room for all of the brothers and sisters."


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """The exceptions that were made for a stay, where there were some."""
    yield from _full(telling)
    yield from _small(telling)


def _small(telling: StoryTeller) -> Iterator[RowCells]:
    """Small children in a group home or a shelter: of most somebody has said until when."""
    children = {child["id"]: child for child in telling.rows("child")}
    parts = {each["id"]: each["jurisdiction"] for each in telling.rows("programme")}
    forms = {home["id"]: SETTING_OF[str(home["form"])] for home in telling.rows("home")}
    for stay in telling.rows("placement"):
        child, day = children[stay["child_id"]], telling.day(stay, "started_on")
        birth = child["birth_date"]
        if not isinstance(birth, date) or forms.get(stay["home_id"]) != HomeSetting.RESIDENTIAL:
            continue
        years = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
        part = parts[child["programme_id"]]
        under = laid_down(telling.country.code, FAMILY_ONLY_UNDER, day, None if part is None else str(part))
        chance = Random(f"{stay['id']} young")
        if years < int(under) and chance.random() < MOSTLY:
            yield telling.row(
                day,
                None,
                placement_id=stay["id"],
                home_id=stay["home_id"],
                rule=PlacementRule.UNDER_THREE,
                dated=day,
                lapses_on=day + LAPSES,
                reason=YOUNG,
                authorised_by=chance.choice(BY),
            )


def _full(telling: StoryTeller) -> Iterator[RowCells]:
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
