from __future__ import annotations

from typing import TYPE_CHECKING

from graph.indicators.community_links import COMMUNITY_LINKS
from graph.indicators.community_links import INDICATOR as LINKS_PER_CHILD
from graph.indicators.splits import Dimension
from graph.indicators.without_community_links import INDICATOR as WITHOUT_LINKS

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_links_in_force_on_the_last_day(hand: Hand) -> None:
    """Three of five are: one begins that day, one ends on the next; all of one child, out of two."""
    home, child = await hand.home(), await hand.child()
    await hand.stay(child, home, "2024-05-01")
    await hand.stay(await hand.child(), home, "2024-05-01")
    for start, end in (
        ("2024-09-01", None),
        ("2025-12-31", None),
        ("2024-09-01", "2026-01-01"),
        ("2024-09-01", "2025-12-31"),
        ("2026-01-01", None),
    ):
        await hand.tie(child, start, end)
    assert await hand.parts(LINKS_PER_CHILD) == (3, 2)
    assert await hand.children(COMMUNITY_LINKS) == 1
    assert await hand.by(COMMUNITY_LINKS, Dimension.AGE_GROUP) == {"AGE_10_14": 3}
    assert await hand.parts(WITHOUT_LINKS) == (1, 2)


async def test_a_link_that_has_ended_leaves_a_child_without(hand: Hand) -> None:
    """It ended on the last day."""
    child = await hand.child()
    await hand.stay(child, await hand.home(), "2024-05-01")
    await hand.tie(child, "2024-09-01", "2025-12-31")
    assert await hand.parts(WITHOUT_LINKS) == (1, 1)


async def test_links_of_homes_and_of_those_who_left(hand: Hand) -> None:
    """A home's link names no child; who left care, or whose stay was another child's, is not counted with any."""
    home, gone, mistaken = await hand.home(), await hand.child(), await hand.child()
    await hand.tie(home, "2024-09-01", of_home=True)
    await hand.stay(await hand.child(), home, "2024-05-01")
    await hand.stay(gone, home, "2024-05-01", "2025-12-31")
    await hand.stay(mistaken, home, "2024-05-01", void=True)
    for child in (gone, mistaken):
        await hand.tie(child, "2024-09-01")
    assert await hand.parts(LINKS_PER_CHILD) == (0, 1)
    assert await hand.parts(WITHOUT_LINKS) == (1, 1)
