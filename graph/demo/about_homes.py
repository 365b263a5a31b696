"""What an office has written down of a home besides: who runs it, its number, whom it takes in."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm, HomeProvider

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.register.register import RegisteredCountry
    from graph.demo.homes import DemoHome
    from graph.demo.tables import RowCells

AGES: Mapping[HomeForm, tuple[int, int]] = {
    HomeForm.SOS_FAMILY: (0, 17),
    HomeForm.FOSTER_FAMILY: (0, 17),
    HomeForm.SMALL_GROUP_HOME: (6, 17),
    HomeForm.YOUTH_HOME: (14, 20),
    HomeForm.SUPERVISED_INDEPENDENT_LIVING: (16, 25),
    HomeForm.EMERGENCY_SHELTER: (0, 17),
}
"""From which age to which homes of a form take children in; relatives take their own."""
FAMILIES = (HomeForm.FOSTER_FAMILY, HomeForm.KINSHIP_FAMILY)
FROM_ANOTHER = 0.08
"""Homes for which another programme was responsible before."""
OTHERS = 0.1
"""Homes that somebody else runs, of those that are no families of their own."""


def responsible_since(opened_on: date, closed_on: date | None, today: date, chance: str) -> date | None:
    """Since when the programme is responsible, of the few homes that another one began; from a chance of its own."""
    rng = Random(f"{chance} since")
    day = opened_on + timedelta(days=rng.randint(30, 700))
    moved = rng.random() < FROM_ANOTHER and day < min(today, closed_on or today)
    return day if moved else None


def about(home: DemoHome, country: RegisteredCountry, chance: str, number: str) -> RowCells:
    """The cells, from a chance of the home's own: whoever tells them, all other rows stay the same.

    Args:
        home: the home.
        country: where it is.
        chance: the country part's.
        number: the home's own in the country, unique.
    """
    rng = Random(f"{chance} {number} about")
    is_family = home.form in FAMILIES
    ages = AGES.get(home.form)
    other = rng.choice((HomeProvider.PUBLIC, HomeProvider.VOLUNTARY))
    run_by = HomeProvider.FAMILY if is_family else other if rng.random() < OTHERS else HomeProvider.OWN
    return {
        "provider": run_by,
        "registration_number": None if ages is None else f"{country.code}-H{number}",
        "ages_from": None if ages is None else ages[0],
        "ages_to": None if ages is None else ages[1],
        "languages": list(country.languages[:2]),
        "own_children": rng.choice((0, 0, 1, 2)) if is_family else 0,
    }
