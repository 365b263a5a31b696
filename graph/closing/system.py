"""From the counts of a new release, and of those that bind it, to the system that disclosure control works on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from countries.suppression import Cell as Variable
from countries.suppression import Fate, Relation, System
from graph.closing.earlier import adds_up, grows, twins, wholes
from graph.closing.lattice import Cell
from graph.closing.relations import UNPUBLISHED, balances, comings, sums_within
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Level, Taken

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping

    from graph.closing.earlier import Earlier, Whole
    from graph.closing.lattice import Areas, Count, Counts
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

COST_OF_LEVEL = {Level.FEDERATION: 60.0, Level.REGION: 8.0, Level.COUNTRY: 1.0}
COST_OF_SPLIT = {0: 10.0, 1: 3.0, 2: 1.0}
"""What readers miss most is the whole, and the federation."""


@dataclass(slots=True)
class Builder:
    """Gathers cells and relations.

    Args:
        period: of the new release.
        counts: the new release's, every cell.
        measures: what was counted, by code.
        areas: the new release's.
        earlier: the latest release of each other period, and of this one.
        primary: the new cells that may not be shown by themselves.
        impossible: the new cells that everybody knows to be zero.
    """

    period: Period
    counts: Counts
    measures: Mapping[str, Measure]
    areas: Areas
    earlier: list[Earlier]
    primary: Collection[Cell]
    impossible: Collection[Cell]
    variables: list[Variable] = field(default_factory=list)
    places: dict[tuple[int, Cell], int] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    new: dict[int, Cell] = field(default_factory=dict)
    _near: dict[str, tuple[Hashable, ...]] = field(default_factory=dict)

    @property
    def _counts(self) -> list[Mapping[Cell, Count]]:
        """Of the new release, then of each earlier one."""
        return [self.counts, *(release.counts for release in self.earlier)]

    def build(self) -> System:
        """The system; `new` tells afterwards which of its cells are the new release's."""
        fates = self._fates()
        self._near = neighbourhoods(self.areas, self.counts)
        for cell, count in self.counts.items():
            fate = self._fate(cell, fates)
            if fate is not None:
                self.new[len(self.variables)] = cell
                self._add(0, cell, count, self.areas, fate, primary=cell in self.primary)
        for number, release in enumerate(self.earlier, 1):
            for cell, held in release.counts.items():
                if cell.measure in UNPUBLISHED and self.areas.level(cell.area) is Level.COUNTRY:
                    self._add(number, cell, held, self.areas, Fate.FREE, primary=False)
                elif cell in release.hidden:
                    self._add(number, cell, held, self.areas, Fate.HIDDEN, primary=False)
        # What binds the counts of a year binds those of its parts, where they exist.
        every = replace(self.areas, brief=False)
        self._sums(0, self.counts, every)
        for number, release in enumerate(self.earlier, 1):
            self._sums(number, release.counts, every)
        self._links()
        return System(tuple(self.variables), tuple(self.relations))

    def _add(self, release: int, cell: Cell, count: Count, areas: Areas, fate: Fate, *, primary: bool) -> None:
        level = areas.level(cell.area)
        cost = COST_OF_LEVEL[level] * COST_OF_SPLIT[len(cell.split)]
        self.places[release, cell] = len(self.variables)
        self.variables.append(Variable(count.amount, primary, cost, fate, self._near[cell.area]))

    def _fate(self, cell: Cell, known: Mapping[Cell, Fate]) -> Fate | None:
        """What becomes of a new cell; none for what is a constant, or binds nothing."""
        if cell.measure in UNPUBLISHED:
            return Fate.FREE if self.areas.level(cell.area) is Level.COUNTRY else None
        if self.measures[cell.measure].counts is Kind.PLACES or cell in self.impossible:
            return None
        fate = known.get(cell, Fate.OPEN)
        return None if fate is Fate.PUBLISHED else fate

    def _fates(self) -> dict[Cell, Fate]:
        """What earlier releases have decided: equal counts that are out are known, and what was hidden stays so."""
        found: dict[Cell, Fate] = {}
        for twin in twins(self.period, self.counts, self.measures, self.earlier):
            if twin.old.measure in UNPUBLISHED:
                continue
            if twin.old in twin.release.hidden:
                found[twin.new] = Fate.HIDDEN
            elif twin.release.counts[twin.old].amount == self.counts[twin.new].amount:
                found.setdefault(twin.new, Fate.PUBLISHED)
        return found

    def _relate(self, terms: Iterable[tuple[int, Cell, int]], *, exact: bool) -> None:
        """Keep what is known of a sum: that it is what it is, or that it is no more than nothing.

        What is published is a constant, and goes into the bounds.
        """
        kept: list[tuple[int, int]] = []
        moving = constant = 0
        for release, cell, factor in terms:
            place = self.places.get((release, cell))
            amount = factor * self._counts[release][cell].amount
            if place is None:
                constant += amount
            else:
                kept.append((place, factor))
                moving += amount
        together = moving + constant
        if not kept or together > 0 or (exact and together < 0):
            # Nothing binds, or a late entry keeps releases from adding up: nobody can count on their sum.
            return
        is_loose = any(abs(factor) > TWICE for _, factor in kept)
        self.relations.append(Relation(tuple(kept), moving if exact else None, -constant, is_loose))

    def _sums(self, release: int, counts: Mapping[Cell, Count], areas: Areas) -> None:
        """The sums within one release; those of an earlier one bind what it hid."""
        for terms, low, _ in (*sums_within(self.measures.values(), areas), *balances(self.measures, areas)):
            if all(cell in counts for cell, _ in terms):
                self._relate([(release, cell, factor) for cell, factor in terms], exact=low is not None)

    def _links(self) -> None:
        """What binds releases to each other: an attacker takes for the same what nobody says has changed.

        A hidden count that did change is bound by nothing: by how much, neither release tells.
        """
        numbers = {id(release): number for number, release in enumerate(self.earlier, 1)}
        for twin in twins(self.period, self.counts, self.measures, self.earlier):
            same = twin.release.counts[twin.old].amount == self.counts[twin.new].amount
            if same and twin.old in twin.release.hidden and (0, twin.new) in self.places:
                number = numbers[id(twin.release)]
                self._relate([(0, twin.new, 1), (number, twin.old, -1)], exact=True)
        for whole in wholes(self.period, self.earlier):
            self._parts(whole, numbers)

    def _parts(self, whole: Whole, numbers: Mapping[int, int]) -> None:
        counts = self._counts
        top = 0 if whole.whole is None else numbers[id(whole.whole)]
        parts = [0 if part is None else numbers[id(part)] for part in whole.parts]
        for terms in comings(parts, top, self.areas):
            if all(cell in counts[release] for release, cell, _ in terms):
                self._relate(terms, exact=False)
        for cell in counts[top]:
            measure = self.measures.get(cell.measure)
            if measure is None or not all(cell in counts[part] for part in parts):
                continue
            if adds_up(measure, cell):
                terms = [(top, cell, -1), *((part, cell, 1) for part in parts)]
                self._relate(terms, exact=whole.complete)
            elif measure.taken is Taken.DURING and measure.counts is Kind.CHILDREN:
                if whole.complete:
                    self._relate([(top, cell, 1), *((part, cell, -1) for part in parts)], exact=False)
                for part in parts if grows(measure, cell) else ():
                    self._relate([(part, cell, 1), (top, cell, -1)], exact=False)


TWICE = 2
"""Relations that count something more often than this make for broken numbers, and seldom bind."""
TOGETHER = 3
"""Countries of one region, of about the same size, that are looked at first: what one loses, another can make up."""


def neighbourhoods(areas: Areas, counts: Mapping[Cell, Count]) -> dict[str, tuple[Hashable, ...]]:
    """The neighbourhoods of each area, the closest first.

    A few countries of one region come first: what is hidden in two of them leaves the region's figure standing. Then
    the region beside a few countries of another one: what is hidden in both leaves the federation's figure standing.
    """
    found: dict[str, list[Hashable]] = {area: [] for area in areas.all}
    smallest: dict[str, list[str]] = {}
    for region, within in areas.regions.items():
        by_size = sorted(within, key=lambda code: (counts[Cell(CHILDREN_IN_CARE.code, code, (), ())].amount, code))
        clusters = max(1, len(by_size) // TOGETHER)
        for place, code in enumerate(by_size):
            number = min(place // TOGETHER, clusters - 1)
            if len(by_size) > 1:
                found[code].append((region, number))
            if number == 0:
                smallest.setdefault(region, []).append(code)
    regions = list(areas.regions)
    for place, region in enumerate(regions):
        for area in (region, *areas.regions[region]):
            found[area].append(region)
        beside = regions[(place + 1) % len(regions)]
        if beside != region:
            for area in (beside, *smallest[beside]):
                found[area].append(region)
    return {area: tuple(near) for area, near in found.items()}
