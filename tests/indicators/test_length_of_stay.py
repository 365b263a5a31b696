from __future__ import annotations

from typing import TYPE_CHECKING

from graph.indicators.length_of_stay import INDICATOR, STAY_DAYS

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_days_from_the_first_to_the_day_of_leaving(hand: Hand) -> None:
    """From 1 to 11 March are ten nights; from 29 February 2024 to 1 March 2025 are 366."""
    home = await hand.home()
    await hand.stay(await hand.child(), home, "2025-03-01", "2025-03-11")
    await hand.stay(await hand.child(), home, "2024-02-29", "2025-03-01")
    assert await hand.parts(INDICATOR) == (10 + 366, 2)


async def test_through_all_homes_without_a_day_between(hand: Hand) -> None:
    """Three homes one after the other: 31 + 28 + 30 days, although only the last stay ends care."""
    child = await hand.child()
    for start, end in (("2025-01-01", "2025-02-01"), ("2025-02-01", "2025-03-01"), ("2025-03-01", "2025-03-31")):
        await hand.stay(child, await hand.home(), start, end)
    assert await hand.parts(INDICATOR) == (89, 1)


async def test_a_gap_begins_a_new_stay(hand: Hand) -> None:
    """One night outside: the last stay alone counts, five days, and the child leaves once."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2020-01-01", "2025-03-01")
    await hand.stay(child, home, "2025-03-02", "2025-03-07")
    assert await hand.parts(INDICATOR) == (5, 1)


async def test_what_goes_on_has_no_length_yet(hand: Hand) -> None:
    """Neither who stays, nor who leaves after the last day, nor who moves."""
    home, mover = await hand.home(), await hand.child()
    await hand.stay(await hand.child(), home, "2020-01-01")
    await hand.stay(await hand.child(), home, "2020-01-01", "2026-01-01")
    await hand.stay(mover, home, "2020-01-01", "2025-05-01")
    await hand.stay(mover, await hand.home(), "2025-05-01")
    assert await hand.parts(INDICATOR) == (0, 0)


async def test_a_later_stay_has_no_part_in_it(hand: Hand) -> None:
    """Who leaves in the year after ten days and comes again, was there ten days."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2025-03-01", "2025-03-11")
    await hand.stay(child, home, "2025-04-01")
    assert await hand.parts(INDICATOR) == (10, 1)
    assert await hand.children(STAY_DAYS) == 1


async def test_a_void_stay_lengthens_nothing(hand: Hand) -> None:
    """The years before were another child's."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2020-01-01", "2025-03-01", void=True)
    await hand.stay(child, home, "2025-03-01", "2025-03-11")
    assert await hand.parts(INDICATOR) == (10, 1)
