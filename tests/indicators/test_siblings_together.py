from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.indicators.period import Period
from graph.indicators.siblings_together import INDICATOR, SIBLING_DAYS
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from tests.indicators.hand import Hand

JANUARY = Period.of(2025, month=1)


async def test_together_all_the_time(hand: Hand) -> None:
    """Two in one home: 31 days beside a brother or sister for each of them."""
    home, one, other = await hand.home(), await hand.child(), await hand.child("2012-01-01")
    await hand.bond(one, other)
    for child in (one, other):
        await hand.stay(child, home, "2020-01-01")
    assert await hand.parts(INDICATOR, JANUARY) == (62, 62)
    assert await hand.by(SIBLING_DAYS, Dimension.AGE_GROUP, period=JANUARY) == {"AGE_5_9": 31, "AGE_10_14": 31}


async def test_split_over_two_homes(hand: Hand) -> None:
    """Of three, two live together and one elsewhere: of six ordered pairs two are together."""
    home, other_home = await hand.home(), await hand.home()
    children = [await hand.child() for _ in range(3)]
    for place, child in enumerate(children):
        await hand.stay(child, other_home if place == 0 else home, "2020-01-01")
        for sibling in children[:place]:
            await hand.bond(child, sibling)
    assert await hand.parts(INDICATOR, JANUARY) == (2 * 31, 6 * 31)
    assert await hand.children(SIBLING_DAYS, JANUARY) == 3


async def test_a_move_apart(hand: Hand) -> None:
    """Ten days together, then twenty-one in two homes; two days later one of them leaves care."""
    home, one, other = await hand.home(), await hand.child(), await hand.child()
    await hand.bond(one, other)
    await hand.stay(one, home, "2020-01-01")
    await hand.stay(other, home, "2020-01-01", "2025-01-11")
    await hand.stay(other, await hand.home(), "2025-01-11", "2025-01-13")
    assert await hand.parts(INDICATOR, JANUARY) == (2 * 10, 2 * 12)


@pytest.mark.parametrize("comes", ["2025-01-11", "2025-01-21"])
async def test_one_after_the_other_is_not_together(hand: Hand, comes: str) -> None:
    """The second comes on the day on which the first leaves, or later: on no day are both in care."""
    home, one, other = await hand.home(), await hand.child(), await hand.child()
    await hand.bond(one, other)
    await hand.stay(one, home, "2020-01-01", "2025-01-11")
    await hand.stay(other, home, comes)
    assert await hand.parts(INDICATOR, JANUARY) == (0, 0)
    assert await hand.children(SIBLING_DAYS, JANUARY) == 0


async def test_a_bond_of_a_part_of_the_time(hand: Hand) -> None:
    """Known from 5 January and found mistaken on the 8th: three days, for each of the two."""
    home, one, other = await hand.home(), await hand.child(), await hand.child()
    await hand.bond(one, other, "2025-01-05", "2025-01-08")
    for child in (one, other):
        await hand.stay(child, home, "2020-01-01")
    assert await hand.parts(INDICATOR, JANUARY) == (6, 6)


async def test_bonds_before_and_after_count_nothing(hand: Hand) -> None:
    """One bond ends on the first day, another begins on the day after the last."""
    home, one, other = await hand.home(), await hand.child(), await hand.child()
    await hand.bond(one, other, "2020-01-05", "2025-01-01")
    await hand.bond(one, other, "2025-02-01")
    for child in (one, other):
        await hand.stay(child, home, "2020-01-01")
    assert await hand.parts(INDICATOR, JANUARY) == (0, 0)


async def test_a_sibling_outside_care_or_recorded_in_error(hand: Hand) -> None:
    """Neither a brother who was never in care, nor one whose stay was another child's, is a day beside one."""
    home, child = await hand.home(), await hand.child()
    outside, mistaken = await hand.child(), await hand.child()
    for sibling in (outside, mistaken):
        await hand.bond(child, sibling)
    await hand.stay(child, home, "2020-01-01")
    await hand.stay(mistaken, home, "2020-01-01", void=True)
    assert await hand.parts(INDICATOR, JANUARY) == (0, 0)
