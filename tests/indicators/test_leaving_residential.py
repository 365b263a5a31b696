from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from graph.entities.destination import DESTINATION_OF
from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementEndReason
from graph.indicators.leaving_residential import FAMILY_OUTSIDE, INDICATOR, LEAVING_FOR_A_FAMILY, LEAVING_RESIDENTIAL
from graph.indicators.leaving_residential_of_residents import INDICATOR as OF_RESIDENTS
from graph.indicators.leaving_residential_of_residents import RESIDENTS
from graph.indicators.period import Period
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from tests.indicators.hand import Hand, Row

MOVE, REUNIFIED = PlacementEndReason.MOVE, PlacementEndReason.REUNIFICATION_WITH_FAMILY


@pytest_asyncio.fixture
async def group_home(hand: Hand) -> Row:
    """A home of residential care."""
    return await hand.home(HomeForm.SMALL_GROUP_HOME)


@pytest.mark.parametrize("why", PlacementEndReason)
async def test_out_of_the_federations_care(hand: Hand, group_home: Row, why: PlacementEndReason) -> None:
    """One child leaves for the own, a kinship, a foster or an adoptive family, or for anything else."""
    await hand.stay(await hand.child(), group_home, "2024-05-01", "2025-05-01", why)
    assert await hand.parts(INDICATOR) == (int(DESTINATION_OF.get(why) in FAMILY_OUTSIDE), 1)


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (HomeForm.SOS_FAMILY, (1, 1)),
        (HomeForm.FOSTER_FAMILY, (1, 1)),
        (HomeForm.KINSHIP_FAMILY, (1, 1)),
        (HomeForm.SUPERVISED_INDEPENDENT_LIVING, (0, 1)),
        (HomeForm.YOUTH_HOME, (0, 0)),
        (HomeForm.EMERGENCY_SHELTER, (0, 0)),
    ],
)
async def test_into_another_home(hand: Hand, group_home: Row, form: HomeForm, found: tuple[int, int]) -> None:
    """A family is one; from one residential home to another the child does not leave residential care."""
    child = await hand.child()
    await hand.stay(child, group_home, "2024-05-01", "2025-05-01", MOVE)
    await hand.stay(child, await hand.home(form), "2025-05-01")
    assert await hand.parts(INDICATOR) == found


async def test_the_next_stay_says_more_than_the_reason(hand: Hand, group_home: Row) -> None:
    """Whose end says reunification, and who lives under supervision from that day, did not go to a family."""
    child = await hand.child()
    await hand.stay(child, group_home, "2024-05-01", "2025-05-01", REUNIFIED)
    await hand.stay(child, await hand.home(HomeForm.SUPERVISED_INDEPENDENT_LIVING), "2025-05-01")
    assert await hand.parts(INDICATOR) == (0, 1)


async def test_a_family_a_day_later(hand: Hand, group_home: Row) -> None:
    """Who is in a family home of the federation only from the day after left it for the reason that was written."""
    child, family = await hand.child(), await hand.home()
    await hand.stay(child, group_home, "2024-05-01", "2025-05-01", PlacementEndReason.ABSENT_WITHOUT_CONTACT)
    await hand.stay(child, family, "2025-05-02")
    assert await hand.parts(INDICATOR) == (0, 1)


async def test_a_void_stay_leads_nowhere(hand: Hand, group_home: Row) -> None:
    """The family home of the day was recorded in error."""
    child = await hand.child()
    await hand.stay(child, group_home, "2024-05-01", "2025-05-01", MOVE)
    await hand.stay(child, await hand.home(), "2025-05-01", void=True)
    assert await hand.parts(INDICATOR) == (0, 1)


async def test_only_residential_care_of_the_period(hand: Hand, group_home: Row) -> None:
    """Who leaves a family, and who leaves on the day before the first or after the last, is not counted."""
    family = await hand.home()
    await hand.stay(await hand.child(), family, "2024-05-01", "2025-05-01", REUNIFIED)
    for end in ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"):
        await hand.stay(await hand.child(), group_home, "2024-05-01", end, REUNIFIED)
    assert await hand.parts(INDICATOR) == (2, 2)


async def test_twice_in_a_year(hand: Hand, group_home: Row) -> None:
    """One child leaves in spring and in autumn, at nine and at ten: two times, one child."""
    child = await hand.child("2015-06-15")
    await hand.stay(child, group_home, "2024-05-01", "2025-05-01", REUNIFIED)
    await hand.stay(child, group_home, "2025-06-01", "2025-09-01", REUNIFIED)
    assert await hand.parts(INDICATOR) == (2, 2)
    assert await hand.children(LEAVING_RESIDENTIAL) == await hand.children(LEAVING_FOR_A_FAMILY) == 1
    assert await hand.by(LEAVING_FOR_A_FAMILY, Dimension.AGE_GROUP) == {"AGE_5_9": 1, "AGE_10_14": 1}


async def test_of_those_who_lived_there(hand: Hand, group_home: Row) -> None:
    """Four lived in residential care in the year, one of them in two homes; one of them went to a family."""
    mover, other = await hand.child(), await hand.home(HomeForm.YOUTH_HOME)
    await hand.stay(mover, group_home, "2024-05-01", "2025-05-01", MOVE)
    await hand.stay(mover, other, "2025-05-01")
    await hand.stay(await hand.child(), group_home, "2025-12-31")
    await hand.stay(await hand.child(), group_home, "2024-05-01", "2025-01-02", REUNIFIED)
    await hand.stay(await hand.child(), group_home, "2025-02-01", "2025-02-02")
    await hand.stay(await hand.child(), group_home, "2020-05-01", "2024-12-31", REUNIFIED)
    await hand.stay(await hand.child(), group_home, "2026-01-01")
    await hand.stay(await hand.child(), await hand.home(), "2024-05-01")
    assert await hand.parts(OF_RESIDENTS) == (1, 4)


async def test_who_leaves_on_the_first_day_lived_there_on_the_eve(hand: Hand, group_home: Row) -> None:
    """All who leave are among those who lived there: no more than a hundred of a hundred."""
    await hand.stay(await hand.child(), group_home, "2024-05-01", "2025-04-01", REUNIFIED)
    april = Period.of(2025, month=4)
    assert await hand.parts(OF_RESIDENTS, april) == (1, 1)
    assert await hand.amount(RESIDENTS, Period.of(2025, month=5)) == 0
