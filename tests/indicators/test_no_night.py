"""What ends on its first day holds no night: it is in no figure, and what comes and goes balances still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.children_entering import ENTERING
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.leaving_residential import LEAVING_RESIDENTIAL
from graph.indicators.leaving_residential_of_residents import RESIDENTS
from graph.indicators.moves import MOVES
from graph.indicators.re_entries import RE_ENTRIES

if TYPE_CHECKING:
    from graph.indicators.model import Measure
    from tests.indicators.hand import Hand

NIGHT = "2025-05-01"
FLOWS = (ENTRIES, ENTRY_EVENTS, EXITS, EXIT_EVENTS, MOVES, RESIDENTS, LEAVING_RESIDENTIAL, RE_ENTRIES)


async def _counted(hand: Hand, *measures: Measure) -> list[int]:
    return [await hand.amount(each) for each in measures]


async def test_a_shelter_at_night_is_no_home_to_move_from(hand: Hand) -> None:
    """To the grandmother at noon: one entry, no move, and nobody who lived in residential care."""
    child = await hand.child()
    care = await hand.episode(child, NIGHT)
    await hand.placement(child, await hand.home(HomeForm.EMERGENCY_SHELTER), NIGHT, NIGHT, care_episode_id=care)
    await hand.placement(child, await hand.home(HomeForm.KINSHIP_FAMILY), NIGHT, care_episode_id=care)
    assert await _counted(hand, *FLOWS) == [1, 1, 0, 0, 0, 0, 0, 0]
    assert await _counted(hand, CHILDREN_IN_CARE, ENTERING) == [1, 1]


async def test_between_two_homes_it_is_none_either(hand: Hand) -> None:
    """From one home to the next by way of a shelter: one move."""
    child = await hand.child()
    care = await hand.episode(child, "2024-01-01")
    days = ((HomeForm.KINSHIP_FAMILY, "2024-01-01", NIGHT), (HomeForm.EMERGENCY_SHELTER, NIGHT, NIGHT))
    for form, start, end in (*days, (HomeForm.FOSTER_FAMILY, NIGHT, None)):
        await hand.placement(child, await hand.home(form), start, end, care_episode_id=care)
    assert await _counted(hand, *FLOWS) == [0, 0, 0, 0, 1, 0, 0, 0]


async def test_care_of_no_night_is_neither_an_entry_nor_an_exit(hand: Hand) -> None:
    """Alone it counts nothing; who comes into care again on that day enters it then, and for the first time."""
    child, home = await hand.child(), await hand.home(HomeForm.EMERGENCY_SHELTER)
    await hand.stay(child, home, NIGHT, NIGHT)
    assert await _counted(hand, *FLOWS, ENTERING) == [0] * 9
    await hand.stay(child, home, NIGHT, "2025-05-03")
    assert await _counted(hand, *FLOWS, ENTERING) == [1, 1, 1, 1, 0, 1, 1, 0, 1]
