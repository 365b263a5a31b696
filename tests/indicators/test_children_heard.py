"""Children heard on what is decided about them, by a handful of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.indicators.children_heard import DECIDED_ABOUT, HEARD, INDICATOR
from graph.indicators.period import Period

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_a_child_is_heard_by_whatever_means(hand: Hand) -> None:
    """Who spoke, showed, wrote, or had it told; not who said nothing, of whom nothing is noted, or another's word."""
    home = await hand.home()
    for how in ("SPOKE", "SHOWED", "WROTE", "THROUGH_SOMEBODY", "SAID_NOTHING", "NONE", None):
        child = await hand.child()
        await hand.stay(child, home, "2024-01-01")
        await hand.decided(child, "2025-03-01", how)
    mothers = await hand.child()
    await hand.stay(mothers, home, "2024-01-01")
    await hand.decided(mothers, "2025-03-01", "SPOKE", role="MOTHER")
    assert await hand.parts(INDICATOR) == (4, 8)


async def test_each_decision_counts_and_each_child_once(hand: Hand) -> None:
    """Heard on one of two is not heard; nobody is counted twice; who is not in care on the last day is not counted."""
    home = await hand.home()
    both, one, left = [await hand.child() for _ in range(3)]
    for child, end in ((both, None), (one, None), (left, "2025-12-31")):
        await hand.stay(child, home, "2024-01-01", end)
        await hand.decided(child, "2025-02-01", "SPOKE")
    await hand.decided(both, "2025-10-01", "WROTE")
    await hand.decided(one, "2025-10-01", None)
    assert await hand.parts(INDICATOR) == (1, 2)


async def test_of_the_year_up_to_the_last_day(hand: Hand) -> None:
    """From the day after the same day a year before on, whatever the period is: of a month, too."""
    home = await hand.home()
    for day in ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"):
        child = await hand.child()
        await hand.stay(child, home, "2024-01-01")
        await hand.decided(child, day, "SPOKE")
    assert await hand.parts(INDICATOR) == (2, 2)
    assert await hand.parts(INDICATOR, Period.of(2025, month=12)) == (2, 2)


async def test_of_the_age_from_which_the_country_has_a_child_heard(hand: Hand) -> None:
    """Where it is twelve, a child of eleven is asked for nothing; on its birthday it is; unknown is not left out."""
    home = await hand.home()
    await hand.connection.execute(
        "UPDATE policy SET value = '12', whole = 12 WHERE key = 'age_of_being_heard' AND code = $1", hand.country
    )
    for born in ("2013-03-02", "2013-03-01", None):
        child = await hand.child(born)
        await hand.stay(child, home, "2024-01-01")
        await hand.decided(child, "2025-03-01", None)
    assert (await hand.amount(DECIDED_ABOUT), await hand.amount(HEARD)) == (2, 0)
