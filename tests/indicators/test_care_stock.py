from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.arrangement import PlacementArrangement
from graph.entities.child import Sex
from graph.entities.home_form import HomeForm
from graph.entities.programme import ProgrammeKind
from graph.indicators import care_stock_at_start, young_adults_in_care
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.children_entering import ENTERING
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.moves import MOVES
from graph.indicators.occupancy import CHILDREN_IN_HOMES
from graph.indicators.period import Period
from graph.indicators.siblings_together import SIBLING_DAYS, SIBLING_DAYS_TOGETHER
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from tests.indicators.hand import Hand


async def test_in_care_on_the_last_day(hand: Hand) -> None:
    """Three are in care on 31 December: who stays, who comes that day, who leaves on the next."""
    home = await hand.home()
    for start, end in (
        ("2024-05-01", None),
        ("2025-12-31", None),
        ("2025-03-01", "2026-01-01"),
        ("2025-03-01", "2025-12-31"),  # The end is the first day no longer there.
        ("2026-01-01", None),
    ):
        await hand.stay(await hand.child(), home, start, end)
    assert await hand.amount(CHILDREN_IN_CARE) == await hand.children(CHILDREN_IN_CARE) == 3


async def test_in_care_on_the_eve(hand: Hand) -> None:
    """Two were in care on 31 December of the year before: who leaves on 1 January, and who stays on."""
    home = await hand.home()
    for start, end in (
        ("2024-12-31", "2025-01-01"),
        ("2020-01-01", None),
        ("2024-06-01", "2024-12-31"),
        ("2025-01-01", None),
    ):
        await hand.stay(await hand.child(), home, start, end)
    assert await hand.parts(care_stock_at_start.INDICATOR) == (2,)


async def test_what_was_recorded_in_error_counts_nowhere(hand: Hand) -> None:
    """The child's only stay was another child's."""
    await hand.stay(await hand.child(), await hand.home(), "2024-05-01", void=True)
    assert await hand.amount(CHILDREN_IN_CARE) == await hand.amount(CHILDREN_IN_CARE_BEFORE) == 0


async def test_stock_and_flow_when_a_child_comes_and_goes_often(hand: Hand) -> None:
    """None before; one child comes twice and leaves once, another comes and leaves: 0 + 3 - 2 = 1."""
    home, often, briefly = await hand.home(), await hand.child(), await hand.child()
    await hand.stay(often, home, "2025-01-01", "2025-02-01")
    await hand.stay(often, home, "2025-02-02")
    await hand.stay(briefly, home, "2025-12-30", "2025-12-31")
    measures = (CHILDREN_IN_CARE_BEFORE, ENTRY_EVENTS, EXIT_EVENTS, CHILDREN_IN_CARE)
    assert [await hand.amount(each) for each in measures] == [0, 3, 2, 1]
    assert await hand.children(ENTRY_EVENTS) == 2


async def test_ages_at_the_edges_of_groups(hand: Hand) -> None:
    """On 31 December 2025, who was born on 31 December 2020 is five, and a day later still four."""
    home = await hand.home()
    for born in ("2020-12-31", "2021-01-01", "2007-12-31", "2008-01-01", None):
        await hand.stay(await hand.child(born), home, "2024-05-01")
    assert await hand.by(CHILDREN_IN_CARE, Dimension.AGE_GROUP) == {
        "AGE_0_4": 1,
        "AGE_5_9": 1,
        "AGE_15_17": 1,
        "AGE_18_PLUS_OR_UNKNOWN": 2,
    }


async def test_born_on_29_february(hand: Hand) -> None:
    """Eighteen years later, a common year: seventeen on 28 February, and eighteen from 1 March."""
    await hand.stay(await hand.child("2008-02-29"), await hand.home(), "2024-05-01")
    february, march = Period.of(2026, month=2), Period.of(2026, month=3)
    assert await hand.by(CHILDREN_IN_CARE, Dimension.AGE_GROUP, period=february) == {"AGE_15_17": 1}
    assert await hand.by(CHILDREN_IN_CARE, Dimension.AGE_GROUP, period=march) == {"AGE_18_PLUS_OR_UNKNOWN": 1}


async def test_a_last_day_that_is_29_february(hand: Hand) -> None:
    """On 29 February 2028 who was born on 28 February 2010 is eighteen, and who was born on 1 March is not."""
    home = await hand.home()
    await hand.stay(await hand.child("2010-02-28"), home, "2024-05-01")
    await hand.stay(await hand.child("2010-03-01"), home, "2024-05-01")
    found = await hand.by(CHILDREN_IN_CARE, Dimension.AGE_GROUP, period=Period.of(2028, month=2))
    assert found == {"AGE_15_17": 1, "AGE_18_PLUS_OR_UNKNOWN": 1}


async def test_nobody_is_pointed_at_by_sex(hand: Hand) -> None:
    """One girl; boys are counted with those whose sex is another or unknown."""
    home = await hand.home()
    for sex in Sex:
        await hand.stay(await hand.child(sex=sex), home, "2024-05-01")
    assert await hand.by(CHILDREN_IN_CARE, Dimension.SEX) == {"FEMALE": 1, "MALE_OTHER_OR_UNKNOWN": 3}


async def test_homes_and_programmes(hand: Hand) -> None:
    """A child of a youth programme lives in the home of another one: by kind, the child's own programme counts."""
    family = await hand.home(HomeForm.SOS_FAMILY)
    shelter = await hand.home(HomeForm.EMERGENCY_SHELTER, kind=ProgrammeKind.EMERGENCY)
    await hand.stay(await hand.child(), family, "2024-05-01")
    await hand.stay(await hand.child(kind=ProgrammeKind.YOUTH_CARE), shelter, "2024-05-01")
    assert await hand.by(CHILDREN_IN_CARE, Dimension.SETTING) == {"FAMILY_BASED": 1, "RESIDENTIAL": 1}
    assert await hand.by(CHILDREN_IN_CARE, Dimension.CARE_FORM) == {"SOS_FAMILY": 1, "EMERGENCY_SHELTER": 1}
    assert await hand.by(CHILDREN_IN_CARE, Dimension.PROGRAMME_KIND) == {"ALTERNATIVE_CARE": 1, "YOUTH_CARE": 1}


async def test_care_does_not_stop_at_eighteen(hand: Hand) -> None:
    """Of three, one is eighteen on the last day, and of one nobody knows."""
    home = await hand.home()
    for born in ("2007-12-31", None, "2015-01-01"):
        await hand.stay(await hand.child(born), home, "2024-05-01")
    assert await hand.parts(young_adults_in_care.INDICATOR) == (2, 3)


async def test_in_care_and_in_none_of_our_homes(hand: Hand) -> None:
    """Elsewhere by how it counts; at home under an order in none of the settings; in custody nobody is in care."""
    ways = PlacementArrangement
    await hand.stay(await hand.child(), await hand.home(), "2025-01-01")
    for way in (ways.OTHER_FOSTER_FAMILY, ways.SECURE, ways.OWN_HOUSEHOLD, ways.WITH_OWN_FAMILY, ways.HEALTH_FACILITY):
        await hand.stay(await hand.child(), way, "2025-01-01")
    child = await hand.child()
    care = await hand.episode(child, "2024-01-01")
    await hand.placement(child, ways.SECURE, "2024-01-01", "2025-06-01", care_episode_id=care)
    await hand.placement(child, ways.CUSTODY, "2025-06-01", care_episode_id=care)
    assert await hand.by(CHILDREN_IN_CARE, Dimension.SETTING) == {
        "FAMILY_BASED": 2, "RESIDENTIAL": 1, "INDEPENDENT": 1, "OTHER": 2,
    }  # fmt: skip
    assert await hand.by(CHILDREN_IN_CARE, Dimension.CARE_FORM) == {"SOS_FAMILY": 1, "OTHER": 5}
    assert (await hand.amount(CHILDREN_IN_HOMES), await hand.amount(EXITS), await hand.amount(ENTERING)) == (1, 1, 6)


async def test_back_from_custody_is_back_in_care(hand: Hand) -> None:
    """It goes out of care and comes in again; it does not enter care, as its time in care has gone on."""
    child, home = await hand.child(), await hand.home()
    care = await hand.episode(child, "2024-01-01")
    for where, start, end in (
        (home, "2024-01-01", "2025-03-01"), (PlacementArrangement.CUSTODY, "2025-03-01", "2025-05-01"),
        (home, "2025-05-01", None),
    ):  # fmt: skip
        await hand.placement(child, where, start, end, care_episode_id=care)
    assert [await hand.amount(each) for each in (EXITS, ENTRIES, ENTERING, MOVES)] == [1, 1, 0, 0]


async def test_a_move_between_places_that_are_no_homes(hand: Hand) -> None:
    """From a home to a hospital, and to a foster family of others; a new record of the same is no move."""
    child, home, ways = await hand.child(), await hand.home(), PlacementArrangement
    care = await hand.episode(child, "2024-01-01")
    for where, start, end in (
        (home, "2024-01-01", "2025-03-01"), (ways.HEALTH_FACILITY, "2025-03-01", "2025-04-01"),
        (ways.OTHER_FOSTER_FAMILY, "2025-04-01", "2025-05-01"), (ways.OTHER_FOSTER_FAMILY, "2025-05-01", None),
    ):  # fmt: skip
        await hand.placement(child, where, start, end, care_episode_id=care)
    assert await hand.amount(MOVES) == 2


async def test_brothers_and_sisters_elsewhere_are_not_together(hand: Hand) -> None:
    """Two in the same kind of place outside of homes: nobody says that it is the same one."""
    one, other = await hand.child(), await hand.child()
    await hand.bond(one, other)
    for child in (one, other):
        await hand.stay(child, PlacementArrangement.BOARDING_SCHOOL, "2025-12-01")
    assert (await hand.amount(SIBLING_DAYS), await hand.amount(SIBLING_DAYS_TOGETHER)) == (62, 0)
