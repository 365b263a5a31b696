from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.indicators.re_entries import INDICATOR

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


@pytest.mark.parametrize(
    ("before", "numerator"),
    [
        (("2015-01-01", "2016-01-01"), 1),  # Nine years ago.
        (("2024-01-01", "2025-04-30"), 1),  # One night outside.
        (None, 0),
    ],
)
async def test_who_had_left_before(hand: Hand, before: tuple[str, str] | None, numerator: int) -> None:
    """A child comes on 1 May, and is one who comes again if an earlier stay had ended."""
    child, home = await hand.child(), await hand.home()
    if before is not None:
        await hand.stay(child, home, *before)
    await hand.stay(child, home, "2025-05-01")
    assert await hand.parts(INDICATOR) == (numerator, 1)


async def test_a_move_is_no_way_back(hand: Hand) -> None:
    """Who moves neither left nor came."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2024-05-01", "2025-05-01")
    await hand.stay(child, await hand.home(), "2025-05-01")
    assert await hand.parts(INDICATOR) == (0, 0)


async def test_again_within_the_period_of_the_first_coming(hand: Hand) -> None:
    """A child counts once, by the first coming of the year, before which it had never been in care."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2025-02-01", "2025-03-01")
    await hand.stay(child, home, "2025-05-01")
    assert await hand.parts(INDICATOR) == (0, 1)


async def test_a_void_stay_is_no_earlier_one(hand: Hand) -> None:
    """The stay of years ago was another child's."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2015-01-01", "2016-01-01", void=True)
    await hand.stay(child, home, "2025-05-01")
    assert await hand.parts(INDICATOR) == (0, 1)
