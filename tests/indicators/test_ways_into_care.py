from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.care_episode import EnteredFrom
from graph.entities.gatekeeping_assessment import Assessor
from graph.entities.legal_status import LegalStatusKind
from graph.indicators import gatekeeping, legal_ground
from graph.indicators.gatekeeping import GATEKEPT
from graph.indicators.period import Period

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_by_the_gate_or_not(hand: Hand) -> None:
    """Of five who came, two were asked about with the authority by their first day; one is in others' care already."""
    home = await hand.home()
    for completed, assessor in (
        ("2025-03-01", Assessor.AUTHORITY),
        ("2025-02-01", Assessor.JOINT),
        ("2025-02-01", Assessor.OWN),
        ("2025-03-02", Assessor.JOINT),
        (None, Assessor.JOINT),
    ):
        child = await hand.child()
        await hand.asked(child, await hand.stay(child, home, "2025-03-01"), completed, assessor)
    moved = await hand.child()
    care = await hand.episode(moved, "2025-03-01", entered_from=EnteredFrom.OTHER_CARE)
    await hand.placement(moved, home, "2025-03-01", care_episode_id=care)
    await hand.asked(moved, care, "2025-02-01", Assessor.JOINT)
    assert await hand.parts(gatekeeping.INDICATOR) == (2, 5)


async def test_each_child_by_its_first_entry(hand: Hand) -> None:
    """Nobody was asked as it came, and somebody as it came again: of the year it is not one, of the month it is."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2025-03-01", "2025-04-01")
    await hand.asked(child, await hand.stay(child, home, "2025-07-01"), "2025-06-01", Assessor.AUTHORITY)
    assert (await hand.amount(GATEKEPT), await hand.amount(GATEKEPT, Period.of(2025, month=7))) == (0, 1)


async def test_on_a_legal_ground_on_the_last_day(hand: Hand) -> None:
    """An order since then or since nobody knows when, an agreement; not what is over, begins later or says else."""
    home, kinds = await hand.home(), LegalStatusKind
    for kind, start, end in (
        (kinds.CARE_ORDER, "2025-12-31", None),
        (kinds.AGREEMENT, None, "2026-01-01"),
        (kinds.OTHER, "2024-01-01", "2025-12-31"),
        (kinds.INTERIM_ORDER, "2026-01-01", None),
        (kinds.EMERGENCY_PROTECTION, "2025-01-01", None),
        (kinds.ASYLUM, "2025-01-01", None),
    ):
        child = await hand.child()
        await hand.stay(child, home, "2024-01-01")
        await hand.ground(child, kind, start, end)
    await hand.ground(await hand.child(), kinds.CARE_ORDER, None)
    assert await hand.parts(legal_ground.INDICATOR) == (2, 6)


async def test_two_grounds_are_one_child(hand: Hand) -> None:
    """An order for care, and asylum beside it."""
    child = await hand.child()
    await hand.stay(child, await hand.home(), "2024-01-01")
    for kind in (LegalStatusKind.CARE_ORDER, LegalStatusKind.ASYLUM):
        await hand.ground(child, kind, "2024-01-01")
    assert await hand.parts(legal_ground.INDICATOR) == (1, 1)
