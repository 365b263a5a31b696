from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.care_episode import EnteredFrom
from graph.entities.home_form import HomeForm
from graph.indicators import children_entering
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.children_entering import ENTERING
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS
from graph.indicators.model import National
from graph.indicators.moves import CARE_DAYS
from graph.indicators.period import Period
from graph.indicators.splits import Dimension
from tests.indicators.hand import VOIDED, YEAR

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_the_first_and_the_last_day(hand: Hand) -> None:
    """Two come in the year: on its first day and on its last."""
    home = await hand.home()
    for start in ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"):
        await hand.stay(await hand.child(), home, start)
    assert await hand.amount(ENTRIES) == 2


async def test_a_move_is_no_entry(hand: Hand) -> None:
    """The child came the year before and moves within it, on the day on which the other stay ends."""
    child, one, other = await hand.child(), await hand.home(), await hand.home()
    await hand.stay(child, one, "2024-05-01", "2025-05-01")
    await hand.stay(child, other, "2025-05-01")
    assert await hand.amount(ENTRIES) == await hand.amount(ENTRY_EVENTS) == 0


async def test_a_gap_of_one_day(hand: Hand) -> None:
    """A night elsewhere: the child comes from outside again."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2024-05-01", "2025-05-01")
    await hand.stay(child, home, "2025-05-02")
    assert await hand.amount(ENTRIES) == 1


async def test_a_void_stay_before_makes_no_move(hand: Hand) -> None:
    """The stay that would end on the day of the other was recorded in error: the child came from outside."""
    child, home = await hand.child(), await hand.home()
    await hand.stay(child, home, "2025-03-01", "2025-05-01", void=True)
    await hand.stay(child, home, "2025-05-01")
    assert await hand.amount(ENTRIES) == 1


async def test_each_child_once_by_age_and_home_of_the_first_day(hand: Hand) -> None:
    """The child comes at four into a family, and at five into a shelter: one child, at four, in a family."""
    child = await hand.child("2020-06-15")
    family, shelter = await hand.home(), await hand.home(HomeForm.EMERGENCY_SHELTER)
    await hand.stay(child, family, "2025-06-14", "2025-07-01")
    await hand.stay(child, shelter, "2025-08-01")
    assert await hand.by(ENTRIES, Dimension.AGE_GROUP) == {"AGE_0_4": 1}
    assert await hand.by(ENTRIES, Dimension.SETTING) == {"FAMILY_BASED": 1}
    assert await hand.by(ENTRIES, Dimension.SEX, Dimension.AGE_GROUP) == {"FEMALE/AGE_0_4": 1}
    assert (await hand.amount(ENTRY_EVENTS), await hand.children(ENTRY_EVENTS)) == (2, 1)


async def test_for_each_100_000_children_of_the_country(hand: Hand) -> None:
    """The same children over a population that no office holds: only the whole, and only the federation's share."""
    await hand.stay(await hand.child(), await hand.home(), "2025-06-14")
    indicator = children_entering.INDICATOR
    assert await hand.parts(indicator, YEAR) == (1,)
    assert (indicator.denominator, indicator.scale) == (National.CHILD_POPULATION, 100_000)
    assert indicator.splits == {()}
    assert indicator.provider_share


async def test_a_time_in_care_that_goes_on(hand: Hand) -> None:
    """From home to home, and back after a week that nobody has recorded: one entry, on its first day."""
    child, one, other = await hand.child(), await hand.home(), await hand.home()
    care = await hand.episode(child, "2025-03-01")
    await hand.placement(child, one, "2025-03-01", "2025-05-01", care_episode_id=care)
    await hand.placement(child, other, "2025-05-01", "2025-07-01", care_episode_id=care)
    await hand.placement(child, other, "2025-07-08", care_episode_id=care)
    assert (await hand.amount(ENTERING), await hand.amount(ENTERING, Period.of(2025, month=7))) == (1, 0)
    assert (await hand.amount(ENTRY_EVENTS), await hand.amount(EXIT_EVENTS)) == (2, 1)


async def test_who_is_in_care_already_does_not_enter_it(hand: Hand) -> None:
    """From somebody else's care, and from one time in care to the next on one day: into ours, and not into care."""
    child, other, home = await hand.child(), await hand.child(), await hand.home()
    care = await hand.episode(child, "2025-03-01", entered_from=EnteredFrom.OTHER_CARE)
    await hand.placement(child, home, "2025-03-01", care_episode_id=care)
    await hand.episode(other, "2024-03-01", "2025-04-01")
    await hand.stay(other, home, "2025-04-01")
    assert (await hand.amount(ENTRIES), await hand.amount(ENTERING)) == (2, 0)
    for entered in (EnteredFrom.FAMILY, EnteredFrom.NOT_KNOWN, None):
        one = await hand.child()
        care = await hand.episode(one, "2025-05-01", entered_from=entered)
        await hand.placement(one, home, "2025-05-01", care_episode_id=care)
    assert await hand.amount(ENTERING) == 3


async def test_outside_a_time_in_care_nobody_is_in_care(hand: Hand) -> None:
    """A placement without one, or with one that was recorded in error, and a time in care without a placement."""
    child, other, home = await hand.child(), await hand.child(), await hand.home()
    await hand.placement(child, home, "2025-03-01")
    wrong = await hand.episode(other, "2025-03-01", voided_at=VOIDED, void_reason="Another child's.")
    await hand.placement(other, home, "2025-03-01", care_episode_id=wrong)
    await hand.episode(await hand.child(), "2025-03-01")
    for measure in (CHILDREN_IN_CARE, ENTRIES, ENTERING, CARE_DAYS):
        assert await hand.amount(measure) == 0
