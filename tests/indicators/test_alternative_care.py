"""The point-in-time indicators of the manual and of DataCare: who is under eighteen, and where they live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from graph.entities.home_form import HomeForm
from graph.indicators import (
    alternative_care_rate,
    children_living_in_care,
    family_based_share,
    residential_care_rate,
    residential_ratio,
    residential_share,
)
from graph.indicators.alternative_care_rate import MINORS_IN_CARE
from graph.indicators.model import National
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from tests.indicators.hand import Hand

MINOR, GROWN, TURNS_18 = "2008-01-01", "2000-01-01", "2007-12-31"


@pytest_asyncio.fixture
async def lived_in(hand: Hand) -> Hand:
    """On the last day: families 3 minors, residential 2, independent 1; grown up or of unknown age 1, 2 and 1."""
    for form, ages in (
        (HomeForm.SOS_FAMILY, (MINOR, GROWN)),
        (HomeForm.FOSTER_FAMILY, (MINOR,)),
        (HomeForm.KINSHIP_FAMILY, (MINOR,)),
        (HomeForm.SMALL_GROUP_HOME, (MINOR, TURNS_18)),
        (HomeForm.EMERGENCY_SHELTER, (MINOR, None)),
        (HomeForm.SUPERVISED_INDEPENDENT_LIVING, (MINOR, GROWN)),
    ):
        home = await hand.home(form)
        for born in ages:
            await hand.stay(await hand.child(born), home, "2024-05-01")
    return hand


async def test_children_under_eighteen(lived_in: Hand) -> None:
    """Six of ten: who turns eighteen on the last day is none, and of whom nobody knows is counted with the grown."""
    assert await lived_in.parts(children_living_in_care.INDICATOR) == (6,)
    assert await lived_in.parts(alternative_care_rate.INDICATOR) == (6,)
    assert await lived_in.by(MINORS_IN_CARE, Dimension.SETTING) == {
        "FAMILY_BASED": 3,
        "RESIDENTIAL": 2,
        "INDEPENDENT": 1,
    }


async def test_shares_of_residential_and_family_based_care(lived_in: Hand) -> None:
    """Of six minors two live in residential care; of all ten, whatever their age, four live in a family."""
    assert await lived_in.parts(residential_share.INDICATOR) == (2, 6)
    assert await lived_in.parts(family_based_share.INDICATOR) == (4, 10)
    assert await lived_in.parts(residential_care_rate.INDICATOR) == (2,)


async def test_residential_to_family_based(lived_in: Hand) -> None:
    """The manual's ratio is of all who live there, whatever their age: 4 to 4."""
    assert await lived_in.parts(residential_ratio.INDICATOR) == (4, 4)


def test_rates_are_the_share_of_one_provider() -> None:
    """What is set against a national population says that the federation's children are not all."""
    for module in (children_living_in_care, alternative_care_rate, residential_care_rate):
        indicator = module.INDICATOR
        assert (indicator.denominator, indicator.scale) == (National.CHILD_POPULATION, 100_000)
        assert indicator.provider_share
