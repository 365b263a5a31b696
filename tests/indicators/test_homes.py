from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm
from graph.entities.programme import ProgrammeKind
from graph.indicators.homes_by_form import HOMES
from graph.indicators.homes_by_form import INDICATOR as BY_FORM
from graph.indicators.occupancy import INDICATOR as OCCUPANCY
from graph.indicators.occupancy import PLACES
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_homes_open_on_the_last_day(hand: Hand) -> None:
    """Three of five: one opens that day, one closes on the next; the first day after its last is not open."""
    for opened, closed in (
        ("2020-01-01", None),
        ("2025-12-31", None),
        ("2020-01-01", "2026-01-01"),
        ("2020-01-01", "2025-12-31"),
        ("2026-01-01", None),
    ):
        await hand.home(places=7, opened=opened, closed=closed)
    assert await hand.parts(BY_FORM) == (3,)
    assert await hand.amount(PLACES) == 21
    assert await hand.children(HOMES) == await hand.children(PLACES) == 0


async def test_homes_by_setting_form_and_programme(hand: Hand) -> None:
    """Two families, a shelter of an emergency programme."""
    await hand.home(HomeForm.SOS_FAMILY, places=6)
    await hand.home(HomeForm.FOSTER_FAMILY, places=2)
    await hand.home(HomeForm.EMERGENCY_SHELTER, places=20, kind=ProgrammeKind.EMERGENCY)
    assert await hand.by(HOMES, Dimension.SETTING) == {"FAMILY_BASED": 2, "RESIDENTIAL": 1}
    assert await hand.by(HOMES, Dimension.PROGRAMME_KIND) == {"ALTERNATIVE_CARE": 2, "EMERGENCY": 1}
    assert await hand.by(PLACES, Dimension.CARE_FORM) == {"SOS_FAMILY": 6, "FOSTER_FAMILY": 2, "EMERGENCY_SHELTER": 20}


async def test_occupancy(hand: Hand) -> None:
    """Two children in homes of eight places, one of which is closed; who left on the last day takes no place."""
    home = await hand.home(places=5)
    await hand.home(places=3)
    await hand.home(places=100, closed="2025-12-31")
    await hand.stay(await hand.child(), home, "2024-05-01")
    await hand.stay(await hand.child(), home, "2024-05-01")
    await hand.stay(await hand.child(), home, "2024-05-01", "2025-12-31")
    assert await hand.parts(OCCUPANCY) == (2, 8)


def test_occupancy_is_split_by_what_home_and_child_share() -> None:
    """A child of one programme may live in a home of another: by setting and form alone both sides are the same."""
    assert OCCUPANCY.splits == {(), (Dimension.SETTING,), (Dimension.CARE_FORM,)}
