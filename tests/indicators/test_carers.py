from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.entities.caregiver import CaregiverKind
from graph.indicators import carer_continuity, qualified_carers, qualified_managers
from graph.indicators.carer_continuity import IN_CARE_FOR_A_YEAR
from graph.indicators.period import Period

if TYPE_CHECKING:
    from tests.indicators.hand import Hand

SINCE = "2024-12-31"
"""The same day a year before the last of 2025."""


async def test_in_post_on_the_last_day_with_what_is_asked(hand: Hand) -> None:
    """Who is engaged then, managers apart; who only lives in a home is neither, and nobody's guess is a yes."""
    kinds, yes = CaregiverKind, Answer.YES
    for kind, qualified in (
        (kinds.FAMILY_CARER, yes), (kinds.STAFF, Answer.NO), (kinds.SOCIAL_WORKER, Answer.NOT_KNOWN),
        (kinds.STAFF, yes), (kinds.MANAGER, yes), (kinds.MANAGER, Answer.NOT_KNOWN), (kinds.HOUSEHOLD_ADULT, yes),
    ):  # fmt: skip
        await hand.carer(kind, qualified)
    for engaged, left in (("2025-12-31", None), ("2026-01-01", None), ("2020-01-01", "2025-12-31")):
        await hand.carer(kinds.STAFF, yes, engaged, left)
    await hand.carer(kinds.STAFF, yes, "2020-01-01", "2026-01-01")
    assert await hand.parts(qualified_carers.INDICATOR) == (4, 6)
    assert await hand.parts(qualified_managers.INDICATOR) == (1, 2)


async def test_in_care_for_a_year(hand: Hand) -> None:
    """From the same day a year before on, also where the child has moved; not with a night elsewhere."""
    home, other = await hand.home(), await hand.home()
    await hand.stay(await hand.child(), home, SINCE)
    await hand.stay(await hand.child(), home, "2025-01-01")
    moved, away, left = await hand.child(), await hand.child(), await hand.child()
    for child, end in ((moved, "2025-06-01"), (away, "2025-05-31")):
        care = await hand.episode(child, "2020-01-01")
        await hand.placement(child, home, "2020-01-01", end, care_episode_id=care)
        await hand.placement(child, other, "2025-06-01", care_episode_id=care)
    await hand.stay(left, home, "2020-01-01", "2025-12-31")
    assert await hand.amount(IN_CARE_FOR_A_YEAR) == 2
    assert await hand.amount(IN_CARE_FOR_A_YEAR, Period.of(2026, month=1)) == 3


async def test_the_same_key_carer_for_a_year(hand: Hand) -> None:
    """Who has one since then, also from home to home; not who was handed over, nor who has been there for less."""
    home, other = await hand.home(), await hand.home()
    mother, aunt = [await hand.carer(CaregiverKind.FAMILY_CARER, Answer.YES) for _ in range(2)]
    kept, moved, handed, new, nobody = [await hand.child() for _ in range(5)]
    for child in (kept, handed, nobody):
        await hand.stay(child, home, "2020-01-01")
    care = await hand.episode(moved, "2020-01-01")
    await hand.placement(moved, home, "2020-01-01", "2025-06-01", care_episode_id=care)
    await hand.placement(moved, other, "2025-06-01", care_episode_id=care)
    await hand.stay(new, home, "2025-01-01")
    await hand.key_carer(kept, mother, SINCE)
    await hand.key_carer(moved, mother, "2020-01-01", "2026-01-01")
    await hand.key_carer(handed, mother, "2020-01-01", "2025-07-01")
    await hand.key_carer(handed, aunt, "2025-07-01")
    await hand.key_carer(new, mother, "2024-01-01")
    assert await hand.parts(carer_continuity.INDICATOR) == (2, 4)


async def test_a_leap_year_has_a_year_before_every_day(hand: Hand) -> None:
    """On the 29 February who came on the 28 of the year before has been there for a year; who came a day later not."""
    home = await hand.home()
    for start in ("2023-02-28", "2023-03-01"):
        await hand.stay(await hand.child(), home, start)
    assert await hand.amount(IN_CARE_FOR_A_YEAR, Period.of(2024, month=2)) == 1
