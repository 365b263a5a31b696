from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementEndReason
from graph.indicators import exits
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_the_first_and_the_last_day(hand: Hand) -> None:
    """Two leave in the year: the first day outside is its first day, or its last."""
    home = await hand.home()
    for end in ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", None):
        await hand.stay(await hand.child(), home, "2020-01-01", end)
    assert await hand.parts(exits.INDICATOR) == (2,)


async def test_whatever_ends_care_is_an_exit(hand: Hand) -> None:
    """A death counts as a way out like every other: one child for each reason, a move that leads nowhere too."""
    home = await hand.home()
    for why in PlacementEndReason:
        await hand.stay(await hand.child(), home, "2020-01-01", "2025-05-01", why)
    assert await hand.amount(EXITS) == len(PlacementEndReason)


async def test_a_move_is_no_exit(hand: Hand) -> None:
    """The next stay begins on the day on which the first one ends, in the next year the last of them ends."""
    child, one, other = await hand.child(), await hand.home(), await hand.home()
    await hand.stay(child, one, "2024-05-01", "2025-05-01")
    await hand.stay(child, other, "2025-05-01", "2026-05-01")
    assert await hand.amount(EXITS) == await hand.amount(EXIT_EVENTS) == 0


async def test_a_void_stay_after_is_no_move(hand: Hand) -> None:
    """The stay that would begin on the day was recorded in error: the child left."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2024-05-01", "2025-05-01")
    await hand.stay(child, home, "2025-05-01", void=True)
    assert await hand.amount(EXITS) == 1


async def test_each_child_once_by_age_and_home_of_the_last_time(hand: Hand) -> None:
    """The child leaves a family at four, comes again and leaves a shelter at five: one child, at five, in a shelter."""
    child = await hand.child("2020-06-15")
    family, shelter = await hand.home(), await hand.home(HomeForm.EMERGENCY_SHELTER)
    await hand.stay(child, family, "2024-01-01", "2025-06-14")
    await hand.stay(child, shelter, "2025-06-15", "2025-06-20")
    assert await hand.by(EXITS, Dimension.AGE_GROUP) == {"AGE_5_9": 1}
    assert await hand.by(EXITS, Dimension.SETTING) == {"RESIDENTIAL": 1}
    assert (await hand.amount(EXIT_EVENTS), await hand.children(EXIT_EVENTS)) == (2, 1)
