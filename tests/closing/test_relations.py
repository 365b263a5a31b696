"""Whatever holds by definition is known: short relations are looked for in families by chance, and proved.

More families take longer: HEARTH_FIGURE_WORLDS=40000 pytest -n 0 tests/closing/test_relations.py
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.closing.definitions import definitions, unpublished
from graph.closing.lattice import FEDERATION, Cell
from graph.entities.destination import Destination
from graph.indicators.catalogue import all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Measure
from graph.indicators.period import Period
from graph.indicators.splits import AgeGroup, Dimension, SettingCategory, SexCategory
from tests.closing.following import Following
from tests.closing.search import DAYS, Relation, holding, some_of
from tests.closing.stories import CHILDREN, HOMES, SETTINGS, SOS, Stories, counted, told
from tests.indicators.naive import Naive, World

FAMILIES = int(os.environ.get("HEARTH_FIGURE_WORLDS", "2000"))
SEED = 20261129
MEASURES: Mapping[str, Measure] = {
    code: measure
    for code, measure in {**all_measures(), **unpublished()}.items()
    if measure.counts not in (Kind.PLACES, Kind.CARERS)
}
YEAR, MONTH = Period(2025), Period(2025, None, 2)
CATEGORIES = (
    (Dimension.SEX, SexCategory.FEMALE),
    (Dimension.AGE_GROUP, AgeGroup.AGE_0_4),
    (Dimension.AGE_GROUP, AgeGroup.AGE_18_PLUS_OR_UNKNOWN),
    (Dimension.SETTING, SettingCategory.RESIDENTIAL),
    (Dimension.SETTING, SettingCategory.FAMILY_BASED),
    (Dimension.SETTING, SettingCategory.INDEPENDENT),
)
NAMES_OF = {1: "RESIDENTIAL", 2: "FAMILY_BASED", 3: "INDEPENDENT", 4: "OTHER"}
Name = tuple[str, str]
"""A measure and a category; empty for the whole."""


def names() -> list[Name]:
    """What relations are looked for among: each measure, and each of a category in which it is counted."""
    found = [(code, "") for code in MEASURES]
    for code, measure in MEASURES.items():
        found += [(code, category.value) for dimension, category in CATEGORIES if (dimension,) in measure.bound_splits]
    return found


def cell_of(name: Name) -> Cell:
    """The cell that the system knows it by."""
    code, category = name
    split = tuple(dimension for dimension, each in CATEGORIES if each.value == category)
    return Cell(code, FEDERATION, split, (category,) if category else ())


def days_of(period: Period) -> int:
    """How many days a period has."""
    return (period.after - period.first).days


def weight(factor: int, days: int) -> int:
    """How often a factor of a relation takes a count."""
    return (days if abs(factor) == DAYS else 1) * (1 if factor > 0 else -1)


def known(days: int, without: str | None = None) -> Following:
    """All that the system says holds in one area.

    Args:
        days: of the period.
        without: a measure of which nothing is taken to be known.
    """
    measures = {code: each for code, each in MEASURES.items() if code != without}
    return Following(definitions(measures, FEDERATION, days), map(cell_of, names()))


def terms_of(found: Relation, days: int) -> list[tuple[Cell, int]]:
    """The counts of a relation."""
    listed = names()
    return [(cell_of(listed[number]), weight(factor, days)) for number, factor in found]


def written(found: Relation) -> str:
    """A relation as a person reads it."""
    listed = names()

    def side(sign: int) -> str:
        terms = [
            f"{'D ' if abs(factor) == DAYS else ''}{' '.join(filter(None, listed[number]))}"
            for number, factor in found
            if factor * sign > 0
        ]
        return " + ".join(terms) or "0"

    return f"{side(-1)} <= {side(1)}"


def made(chance: np.random.Generator, families: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The counts of families by chance, half of them over a year and half over a month, and the days of each."""
    listed, periods = names(), (YEAR, MONTH)
    parts = []
    for period in periods:
        counts = counted(told(chance, families // 2, days_of(period)))
        parts.append(np.stack([counts[name] for name in listed], axis=1))
    order = chance.permutation(2 * (families // 2))
    days = np.repeat([days_of(period) for period in periods], families // 2)
    return np.concatenate(parts)[order], days[order]


@cache
def families() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Those in which relations are looked for."""
    return made(np.random.default_rng(SEED), FAMILIES)


@cache
def found() -> list[Relation]:
    """What holds in all of them."""
    return holding(*families())


def test_every_measure_is_counted() -> None:
    """A new measure is told of in families, too: or nobody would look for what binds it."""
    counts = counted(told(np.random.default_rng(SEED), 800, days_of(MONTH)))
    assert set(names()) <= counts.keys()
    assert all(counts[name].any() for name in names())


def test_families_are_counted_as_by_days() -> None:
    """What is counted of families at once is what is counted day by day and child by child."""
    some = told(np.random.default_rng(SEED), 120, days_of(MONTH))
    alone = np.ones_like(some.alike)
    stories = replace(some, links=np.minimum(some.links, 3), alike=alone, apart=np.zeros_like(some.apart))
    counts, naive = counted(stories), Naive(world_of(stories), MONTH)
    for code, category in names():
        split = tuple(dimension for dimension, each in CATEGORIES if each.value == category)
        cells = naive.cells(code, split)
        by_hand = [cells.get((str(family), *filter(None, [category])), (0, 0))[0] for family in range(120)]
        assert counts[code, category].tolist() == by_hand, (code, category)


def world_of(stories: Stories) -> World:
    """The rows of families, each of which is a country to itself; in each of them are all homes."""
    first = MONTH.last - timedelta(days=stories.homes.shape[2] - 1)
    children: dict[Any, Any] = {}
    homes: dict[Any, Any] = {}
    stays: dict[Any, Any] = {}
    links: dict[Any, Any] = {}
    legal: dict[Any, Any] = {}
    contacts: dict[Any, Any] = {}
    carers: dict[Any, Any] = {}
    decided: dict[Any, Any] = {}
    bonds = []
    for family in range(len(stories.homes)):
        country = str(family)
        for child in range(CHILDREN):
            key = country, child
            older = first + timedelta(days=int(stories.birthdays[family, child]))
            born = older.replace(year=older.year - (5 if stories.small[family, child] else 18))
            children[key] = {"sex": "FEMALE" if stories.girls[family, child] else "MALE", "birth_date": born}
            stays[key] = list(_stays(stories, family, child, first))
            tie = {"started_on": first, "ended_on": None}
            links[key] = [tie] * int(stories.links[family, child])
            legal[key] = [tie | {"domain": "CARE"}] * int(stories.legal[family, child])
            met = [{"met_with": who, "held_on": MONTH.last} for who in ("ADULT_FAMILY", "PARENT")]
            contacts[key] = met[: int(stories.met[family, child])]
            always = {"role": "KEY_CARER", "started_on": date.min, "ended_on": None}
            carers[key] = [always] * int(stories.kept[family, child])
            said = {"decided_on": MONTH.last, "heard_from": 0, "said": ["SPOKE"] * int(stories.heard[family, child])}
            decided[key] = [said] * int(stories.decided[family, child])
            since = first + timedelta(days=int(stories.bonds[family]))
            bonds += [
                {
                    "country_code": country, "child_id": child, "sibling_id": other, "started_on": since,
                    "ended_on": None,
                }
                for other in range(CHILDREN) if other != child
            ]  # fmt: skip
    return World(children, homes, {}, stays, bonds, links, legal, carers, contacts=contacts, decided=decided)


def _stays(stories: Stories, family: int, child: int, first: date) -> Iterator[dict[str, Any]]:
    """A child's stays, home by home."""
    homes, sooner = stories.homes[family, child], int(stories.sooner[family, child])
    places, begin = [*range(len(homes))], 0
    for day in range(1, len(homes) + 1):
        if day == len(homes) or homes[day] != homes[begin]:
            if homes[begin]:
                is_over = day < len(homes)
                came = next((each + 1 for each in reversed(places[:begin]) if not homes[each]), 0)
                left = next((each for each in places[begin:] if not homes[each]), None)
                to_family = is_over and bool(stories.to_family[family, child, day])
                yield {
                    "home_id": int(homes[begin]) if homes[begin] <= HOMES else None,
                    "arrangement": "SOS_FAMILY" if homes[begin] == SOS else int(homes[begin]),
                    "setting": NAMES_OF[int(SETTINGS[homes[begin]])],
                    "started_on": first + timedelta(days=begin or -sooner),
                    "ended_on": first + timedelta(days=day) if is_over else None,
                    "care_began": first + timedelta(days=came or -sooner),
                    "care_ended": None if left is None else first + timedelta(days=left),
                    "parents_at_entry": "NONE" if stories.orphaned[family, child] else "BOTH",
                    "is_gatekept": bool(stories.asked[family, child, came]),
                    "entered_from": "FAMILY" if stories.enters[family, child, came] else "OTHER_CARE",
                    "destination": Destination.ADOPTION if to_family else Destination.NOT_KNOWN,
                }  # fmt: skip
            begin = day


def test_what_holds_by_definition_is_known() -> None:
    """No short relation holds in all families that does not follow from what the system knows."""
    days, follows = days_of(YEAR), known(days_of(YEAR))
    unknown = [each for each in some_of(found()) if not follows.implies(terms_of(each, days))]
    assert len(found()) > 10_000
    for seed in range(SEED + 1, SEED + 13):
        # What holds by chance does not in others.
        others = made(np.random.default_rng(seed), FAMILIES) if unknown else families()
        unknown = [each for each in unknown if holds(each, *others)]
    assert not [written(each) for each in unknown], "\n".join(written(each) for each in unknown)


def holds(found: Relation, counts: NDArray[np.int64], days: NDArray[np.int64]) -> bool:
    """Whether a relation holds in these families."""
    total = sum(
        (days if abs(factor) == DAYS else 1) * (1 if factor > 0 else -1) * counts[:, number] for number, factor in found
    )
    return bool(np.min(total) >= 0)


def test_what_the_system_takes_to_hold_does() -> None:
    """Its relations among these counts hold in all families: none is broken by a child that could be."""
    counts, days = families()
    place = {cell_of(name): number for number, name in enumerate(names())}
    seen = 0
    for period in (YEAR, MONTH):
        of_period = counts[days == days_of(period)]
        for terms, low, high in definitions(MEASURES, FEDERATION, days_of(period)):
            if all(cell in place for cell, _ in terms) and max(abs(factor) for _, factor in terms) <= days_of(period):
                total = sum(factor * of_period[:, place[cell]] for cell, factor in terms)
                assert low is None or np.min(total) >= low, terms
                assert high is None or np.max(total) <= high, terms
                seen += 1
    assert seen > 100


def test_a_relation_that_is_taken_away_is_missed() -> None:
    """Without what binds days to a stock, what is found does not follow any more."""
    days, follows = days_of(YEAR), known(days_of(YEAR), without="care_days")
    assert any(not follows.implies(terms_of(each, days)) for each in found())
