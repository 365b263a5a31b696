"""In touch with the family: by whom, in three months, and of children without parents apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.care_episode import ParentsAtEntry
from graph.entities.met_with import MetWith
from graph.indicators import contact_without_parents, family_contact, parent_contact
from graph.indicators.period import Period

if TYPE_CHECKING:
    from tests.indicators.hand import Hand, Row


async def _in_care(hand: Hand, parents: ParentsAtEntry | None = None) -> Row:
    child, home = await hand.child(), await hand.home()
    episode = await hand.episode(child, "2024-01-01", parents_at_entry=parents)
    await hand.placement(child, home, "2024-01-01", care_episode_id=episode)
    return child


async def test_who_has_met_somebody_of_the_family(hand: Hand) -> None:
    """In the three months up to the last day; not before, after, missed, nor a brother or a friend."""
    for whom, held in (
        (MetWith.PARENT, "2025-12-31"),
        (MetWith.GUARDIAN, "2025-10-01"),
        (MetWith.ADULT_FAMILY, "2025-11-11"),
        (MetWith.PARENT, "2025-09-30"),
        (MetWith.PARENT, "2026-01-01"),
        (MetWith.PARENT, None),
        (MetWith.SIBLING, "2025-12-01"),
        (MetWith.OTHER, "2025-12-01"),
    ):
        await hand.met(await _in_care(hand), whom, held, "2025-12-01")
    await hand.met(await hand.child(), MetWith.PARENT, "2025-12-01")
    assert await hand.parts(family_contact.INDICATOR) == (3, 8)
    assert await hand.parts(parent_contact.INDICATOR) == (1, 8)
    assert await hand.parts(parent_contact.INDICATOR, Period.of(2025, month=10)) == (1, 8)


async def test_who_has_no_parents_is_told_apart(hand: Hand) -> None:
    """An aunt is met; of whom nobody knows whether they have parents is none of them."""
    one = await _in_care(hand, ParentsAtEntry.NONE)
    await hand.met(one, MetWith.ADULT_FAMILY, "2025-12-01")
    await hand.met(one, MetWith.ADULT_FAMILY, "2025-12-24")
    await hand.met(await _in_care(hand, ParentsAtEntry.NOT_KNOWN), MetWith.PARENT, "2025-12-01")
    await _in_care(hand, ParentsAtEntry.NONE)
    assert await hand.parts(contact_without_parents.INDICATOR) == (1, 2)
    assert await hand.parts(family_contact.INDICATOR) == (2, 3)
