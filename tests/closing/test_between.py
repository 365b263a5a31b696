"""Whatever holds between two releases is known: short relations are looked for in families as two periods see them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pytest
from numpy.typing import NDArray

from graph.closing.between import between
from graph.closing.definitions import definitions
from graph.closing.drawing import name_of
from graph.closing.lattice import FEDERATION, Cell
from graph.indicators.model import AreaLevel
from graph.indicators.period import Period
from graph.indicators.splits import AgeGroup
from tests.closing.following import Following, Row
from tests.closing.search import Relation, holding, some_of
from tests.closing.stories import counted, told
from tests.closing.test_relations import MEASURES, Name, cell_of, days_of, weight

FAMILIES = int(os.environ.get("HEARTH_FIGURE_WORLDS", "2000"))
SEED = 20261130
ALIKE = {
    "sibling_days", "sibling_days_together", "community_links", "children_without_links", "leaving_for_a_family",
    "minors_in_care", "minors_in_residential_care", "same_key_carer", "gatekept", "children_on_a_legal_ground",
    "in_touch", "in_touch_with_a_parent", "without_parents", "in_touch_without_parents",
    "minors_in_sos_family", "minors_residential_or_sos_family", "residential_or_sos_family",
    "family_based_but_sos_family",
    "heard_on_decisions", "decided_about",
}  # fmt: skip
"""What hangs on others of its own period alone, or adds up as they do."""
AGES = (AgeGroup.AGE_0_4.value, AgeGroup.AGE_18_PLUS_OR_UNKNOWN.value)
NAMES: list[Name] = [
    *((code, "") for code in MEASURES if code not in ALIKE),
    *((code, age) for code in ("children_in_care", "entries", "exits", "care_days") for age in AGES),
    *((code, "RESIDENTIAL") for code in ("children_in_care", "entries", "exits")),
]


@dataclass(frozen=True)
class Pair:
    """Two periods.

    Attributes:
        one: the whole, or the earlier.
        other: a part of it, or the later.
    """

    one: Period
    other: Period

    @property
    def both(self) -> tuple[Period, Period]:
        """Each of them."""
        return self.one, self.other

    @cached_property
    def counts(self) -> dict[str, tuple[int, Name]]:
        """By what it is in every release: where each count is read, of those that are told of such periods."""
        found: dict[str, tuple[int, Name]] = {}
        for number, period in enumerate(self.both):
            is_brief = number == 1 and self.one.holds(self.other)
            for name in NAMES:
                measure, cell = MEASURES[name[0]], cell_of(name)
                if cell.split in measure.splits_at(AreaLevel.FEDERATION, brief=is_brief):
                    found.setdefault(self.named(number, cell), (number, name))
            del period
        return found

    def named(self, number: int, cell: Cell) -> str:
        """What a count of one of them is called in every release."""
        return name_of(cell, MEASURES[cell.measure], self.both[number])

    def seen(self, chance: np.random.Generator) -> NDArray[np.int64]:
        """The counts of families, one in each column."""
        first, after = min(each.first for each in self.both), max(each.after for each in self.both)
        ends = sorted({(day - first).days for each in self.both for day in (each.first, each.after)})
        stories = told(chance, FAMILIES, (after - first).days, ends)
        of_period = []
        for period in self.both:
            begin = stories.eve + 1 + (period.first - first).days
            of_period.append(counted(stories.within(begin, begin + days_of(period) - 1)))
        return np.stack([of_period[number][name] for number, name in self.counts.values()], axis=1)

    def rows(self) -> list[Row]:
        """What is known of both."""
        found: list[Row] = []
        for number, period in enumerate(self.both):
            for terms, low, high in definitions(MEASURES, FEDERATION, days_of(period)):
                found.append(([(self.named(number, cell), factor) for cell, factor in terms], low, high))
        for spanned, low, high in between(list(enumerate(self.both)), MEASURES, FEDERATION):
            found.append(([(self.named(number, cell), factor) for number, cell, factor in spanned], low, high))
        return found


PAIRS = {
    "one after the other": Pair(Period(2025, None, 3), Period(2025, None, 4)),
    "a part that begins the whole": Pair(Period(2025, 1), Period(2025, None, 1)),
    "a part in the middle": Pair(Period(2025, 1), Period(2025, None, 2)),
    "a part that ends the whole": Pair(Period(2025, 1), Period(2025, None, 3)),
}


def unknown(pair: Pair, rows: list[Row]) -> list[str]:
    """What holds in all families and does not follow."""
    days, counts = days_of(pair.one), list(pair.counts)
    seen = pair.seen(np.random.default_rng(SEED))
    found = holding(seen, np.full(len(seen), days))
    follows = Following(rows, counts)
    left = [each for each in some_of(found) if not follows.implies(terms_of(each, counts, days))]
    for seed in range(SEED + 1, SEED + 5):
        more = pair.seen(np.random.default_rng(seed)) if left else seen
        left = [each for each in left if _least(each, more, days) >= 0]
    assert len(found) > 500
    return [" ".join(f"{factor:+} {count}" for count, factor in terms_of(each, counts, days)) for each in left]


def terms_of(found: Relation, counts: list[str], days: int) -> list[tuple[str, int]]:
    """The counts of a relation."""
    return [(counts[number], weight(factor, days)) for number, factor in found]


def _least(found: Relation, seen: NDArray[np.int64], days: int) -> int:
    return int(np.min(sum(weight(factor, days) * seen[:, number] for number, factor in found)))


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_what_holds_between_two_releases_is_known(pair: Pair) -> None:
    """No short relation holds in all families that does not follow from what is known of both periods."""
    assert not unknown(pair, pair.rows())


def test_what_is_known_of_each_alone_is_not_enough() -> None:
    """Without what binds a month to its quarter there is much that is not known."""
    pair = PAIRS["a part that ends the whole"]
    assert len(unknown(pair, pair.rows()[: -len(list(between(list(enumerate(pair.both)), MEASURES, FEDERATION)))])) > 10
