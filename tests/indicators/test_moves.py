from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.indicators.moves import CARE_DAYS, INDICATOR, MOVES
from graph.indicators.period import Period
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_back_to_back_stays_are_moves(hand: Hand) -> None:
    """Two moves in the year, the second on its last day; the one on the day after belongs to the next."""
    child = await hand.child()
    days = ("2024-05-01", "2025-01-01", "2025-12-31", "2026-01-01", None)
    for start, end in pairwise(days):
        assert start is not None
        await hand.stay(child, await hand.home(), start, end)
    assert await hand.parts(INDICATOR) == (2, 365)
    assert await hand.children(MOVES) == 1


async def test_with_a_day_between_it_is_none(hand: Hand) -> None:
    """The child left and came again; of 365 days it was not in care on one."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2024-05-01", "2025-05-01")
    await hand.stay(child, await hand.home(), "2025-05-02")
    assert await hand.parts(INDICATOR) == (0, 364)


async def test_a_new_record_of_the_same_home_is_none(hand: Hand) -> None:
    """The child goes on living where it lived."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2024-05-01", "2025-05-01")
    await hand.stay(child, home, "2025-05-01")
    assert await hand.parts(INDICATOR) == (0, 365)


async def test_what_a_void_stay_leads_to_is_none(hand: Hand) -> None:
    """The stay that ends on that day was recorded in error."""
    child = await hand.child()
    await hand.stay(child, await hand.home(), "2024-05-01", "2025-05-01", void=True)
    await hand.stay(child, await hand.home(), "2025-05-01")
    assert await hand.parts(INDICATOR) == (0, 245)


async def test_days_of_care_within_the_period(hand: Hand) -> None:
    """The whole of a leap February, its last day, one night over its first, and none before or after it."""
    home = await hand.home()
    for start, end in (
        ("2020-01-01", None),  # 29
        ("2024-02-01", "2024-03-01"),  # 29
        ("2024-02-29", "2026-01-01"),  # 1
        ("2024-01-15", "2024-02-02"),  # 1
        ("2024-02-10", "2024-02-13"),  # 3
        ("2024-01-01", "2024-02-01"),
        ("2024-03-01", None),
    ):
        await hand.stay(await hand.child(), home, start, end)
    february = Period.of(2024, month=2)
    assert await hand.amount(CARE_DAYS, february) == 29 + 29 + 1 + 1 + 3
    assert await hand.children(CARE_DAYS, february) == 5


async def test_ages_are_of_the_last_day(hand: Hand) -> None:
    """Who turns five on the last day counts as five with all moves and days of the year."""
    child = await hand.child("2020-12-31")
    await hand.stay(child, await hand.home(), "2025-01-01", "2025-02-01")
    await hand.stay(child, await hand.home(), "2025-02-01", "2025-04-11")
    assert await hand.by(MOVES, Dimension.AGE_GROUP) == {"AGE_5_9": 1}
    assert await hand.by(CARE_DAYS, Dimension.AGE_GROUP) == {"AGE_5_9": 100}
