"""From figures to all that they say: the new release beside those that bind it, and what holds among them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from countries.disclosure.rounding import Bound
from countries.disclosure.rounding_claims import Claim, Claims
from graph.closing.between import between
from graph.closing.composed import Composed
from graph.closing.definitions import definitions
from graph.closing.drawing import base_of, draw_of, name_of
from graph.closing.editions import at_odds, at_one, editions
from graph.closing.lattice import FEDERATION
from graph.closing.ranges import beside_range, in_common
from graph.closing.weights import grows_by, weight_of
from graph.indicators.model import Taken
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.closing.between import Spanned
    from graph.closing.definitions import ChildSum
    from graph.closing.lattice import Areas, Cell
    from graph.closing.stated import Stated
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

Key = tuple[str, object]
"""A count: its name, and what is said of it; what has no figure goes by the release."""


@dataclass(slots=True)
class Gathering:
    """Gathers all that is said.

    Args:
        releases: the new one first.
        measures: what is counted, by code.
        areas: the areas of the new one.
        is_apart: whether the counts of each release have numbers of their own, also where they are the same.
        is_loose: whether the federation may be otherwise than releases of before counts were rounded told it.
    """

    releases: Sequence[Stated]
    measures: Mapping[str, Measure]
    areas: Areas
    is_apart: bool = False
    is_loose: bool = False
    index: dict[Key, int] = field(default_factory=dict)
    cells: dict[int, Cell] = field(default_factory=dict)
    _claims: list[Claim] = field(default_factory=list)
    _groups: dict[str, list[int]] = field(default_factory=dict)
    _last: dict[str, tuple[int, tuple[int, int]]] = field(default_factory=dict)
    _ranges: dict[int, tuple[int, int]] = field(default_factory=dict)
    _keys: dict[tuple[int, Cell], Key] = field(default_factory=dict)
    _editions: list[Mapping[str, tuple[int, ...]]] = field(default_factory=list)
    _where: dict[int, tuple[int, Cell]] = field(default_factory=dict)
    _halves: dict[str, int] = field(default_factory=dict)
    _composed: Composed = field(init=False)

    def __post_init__(self) -> None:
        self._composed = Composed(self.releases, self.areas)

    def claims(self) -> Claims:
        """All of it; `cells` tells afterwards which cell of the new release a count is."""
        self._groups = {area: [] for area in self.areas.all}
        self._editions = list(editions(self.releases, self.areas, self._name))
        bounds: dict[tuple[tuple[int, int], ...], Bound] = {}
        sums: dict[int, tuple[int, ...]] = {}
        self._state()
        # Releases of the year are looked at together: what is out of them may move within its room.
        for number, release in enumerate(self.releases):
            if release.period.year == self.releases[0].period.year and release.is_latest:
                for row in self._within(release):
                    self._keep(bounds, ((number, cell, factor) for cell, factor in row[0]), row)
        for number, release in enumerate(self.releases):
            self._areas_of(number, release, sums)
        self._let_go(sums)
        latest = [(number, release.period) for number, release in enumerate(self.releases) if release.is_latest]
        for terms, low, high in self._between(latest):
            self._keep(bounds, terms, ([], low, high))
        self._unsaid_sums(sums)
        for place, (least, most) in self._ranges.items():
            bounds[((place, 1),)] = Bound(((place, 1),), least, most)
        places = {area: number for number, area in enumerate(self._groups)}
        clusters = [[places[area], *(places[each] for each in within)] for area, within in self.areas.regions.items()]
        return Claims(self._claims, list(self._groups.values()), list(bounds.values()), list(sums.items()), clusters)

    def _state(self) -> None:
        """Every figure; what is hidden in one release and out in another is out."""
        single, of_before = frozenset(self.areas.countries), self._of_before()
        for number, release in enumerate(self.releases):
            is_held = release.period.year != self.releases[0].period.year or not release.is_latest
            for cell, figure in release.figures.items():
                key, is_shown = self._key(number, cell), cell not in release.hidden
                base, most = base_of(self.measures[cell.measure], release.period), release.most.get(cell)
                place = self.index.get(key)
                if place is None:
                    settled = self._before(cell, release, figure) if number == 0 else release.federation.get(cell)
                    more = self._grows(cell, release.period)
                    shown = figure if is_shown else None
                    is_swapped = bool({Dimension.SETTING, Dimension.CARE_FORM} & {*cell.split}) and cell.area in single
                    weight = weight_of(cell)
                    claim = Claim(shown, base, most, number == 0, weight, settled, more, is_held, is_swapped)
                    left = of_before.get(self._name(cell, release)) if number == 0 else None
                    place = self._add(key, cell, claim if left is None else beside_range(claim, left))
                    if left is not None and in_common(claim, left):
                        self._ranges[place] = left
                elif is_shown:
                    before = self._claims[place]
                    settled = release.federation.get(cell, before.settled)
                    stays = is_held or before.is_held
                    self._claims[place] = replace(before, figure=figure, is_new=False, settled=settled, is_held=stays)
                elif self._claims[place].settled is None:
                    # It is not out: the new release may say it, or not.
                    self._claims[place] = replace(self._claims[place], settled=release.federation.get(cell))
                if number == 0:
                    self.cells[place] = cell

    def _grows(self, cell: Cell, period: Period) -> tuple[int, int]:
        """How much room a count has in each federation: in half of the countries, stories change places.

        So of those who stay, as of those who visit, half of the countries have room at once, and the others may make
        up for what these lie below their figures. What is above countries has room in both, for either.
        """
        if not self._halves:
            for within in (self.areas.regions or {"": self.areas.countries}).values():
                self._halves |= {code: place % 2 for place, code in enumerate(within)}
        one, other = grows_by(self.measures[cell.measure], period)
        half = self._halves.get(cell.area)
        if half is None:
            return max(one, other), max(one, other)
        return (other, one) if half else (one, other)

    def _of_before(self) -> dict[str, tuple[int, int]]:
        """What releases of before counts were rounded left of a count, by its name: of most nothing but one number.

        A count that may still be what it was then is taken for that, whether it is or not: readers may take it so.
        """
        found: dict[str, tuple[int, int]] = {}
        for release in self.releases[1:]:
            if release.figures:
                continue
            left = {cell: (release.exact.get(cell, 0),) * 2 for cell in release.zeros} | dict(release.ranges)
            found |= {self._name(cell, release): ends for cell, ends in left.items() if cell.measure in self.measures}
        return found

    def _before(self, cell: Cell, new: Stated, figure: int) -> tuple[int, int] | None:
        """What a stock is where nothing stands in the way: what it was, while its figure is the same."""
        measure = self.measures[cell.measure]
        if measure.taken is Taken.DURING:
            return None
        if not self._last:
            for release in sorted(self.releases[1:], key=lambda each: (each.period.last, each.revision)):
                for each, settled in release.federation.items():
                    if release.period.last < new.period.last and self.measures[each.measure].taken is Taken.ON_LAST_DAY:
                        self._last[draw_of(each, self.measures[each.measure], release.period)] = (
                            release.figures[each],
                            settled,
                        )
        last, settled = self._last.get(draw_of(cell, measure, new.period), (figure, (figure, figure)))
        return settled if last == figure else (figure, figure)

    def _name(self, cell: Cell, release: Stated) -> str:
        return name_of(cell, self.measures[cell.measure], release.period) + self._composed.mark(release, cell)

    def _add(self, key: Key, cell: Cell, claim: Claim) -> int:
        place = self.index[key] = len(self._claims)
        self._claims.append(claim)
        self._groups[cell.area].append(place)
        return place

    def _key(self, number: int, cell: Cell) -> Key:
        """What a cell of a release is: the same count as another's while nothing of its area is told otherwise."""
        found = self._keys.get((number, cell))
        if found is None:
            release, figure = self.releases[number], self.releases[number].figures.get(cell)
            name = self._name(cell, release)
            if self.is_apart:
                found = name, number
            elif figure is None:
                which = "latest" if release.is_latest else release.revision
                found = name, (which, *self._editions[number].get(cell.area, ()))
            else:
                found = name, (figure, *self._editions[number].get(cell.area, ()))
            self._keys[number, cell] = found
        return found

    def numbered(self) -> Iterator[tuple[int, Cell, int]]:
        """Every cell of every release that has a number: the release's place, the cell and the count's index."""
        for (number, cell), key in self._keys.items():
            if key in self.index:
                yield number, cell, self.index[key]

    def _let_go(self, sums: dict[int, tuple[int, ...]]) -> None:
        """What an area above was is not what it is where one of those that it adds up is not."""
        for whole, parts in reversed(sums.items()):
            if whole in self._ranges and any(part not in self._ranges for part in parts):
                del self._ranges[whole]
        if self.is_loose:
            self._ranges = {n: left for n, left in self._ranges.items() if self.cells[n].area != FEDERATION}

    def _at(self, number: int, cell: Cell) -> int | None:
        """The count that a cell of a release is; none where everybody knows that it is zero."""
        release = self.releases[number]
        if cell in release.zeros:
            return None
        key = self._key(number, cell)
        place = self.index.get(key)
        if place is not None:
            return place
        base = base_of(self.measures[cell.measure], release.period)
        place = self._add(key, cell, Claim(None, base, release.most.get(cell)))
        self._where[place] = number, cell
        if cell in release.ranges:
            self._ranges[place] = release.ranges[cell]
        return place

    def _keep(
        self, bounds: dict[tuple[tuple[int, int], ...], Bound], terms: Iterable[tuple[int, Cell, int]], row: ChildSum
    ) -> None:
        kept: dict[int, int] = {}
        constant = 0
        for number, cell, factor in terms:
            place = self._at(number, cell)
            if place is not None:
                kept[place] = kept.get(place, 0) + factor
            else:
                constant += factor * self.releases[number].exact.get(cell, 0)
        known = tuple((place, factor) for place, factor in kept.items() if factor)
        if len(known) > 1 or (known and known[0][1] > 0):
            low, high = (None if end is None else end - constant for end in row[1:])
            bounds[known] = Bound(known, low, high)

    def _within(self, release: Stated) -> Iterator[ChildSum]:
        """What holds among the counts of each area; of a quarter, where only stocks are published, among those."""
        days = (release.period.after - release.period.first).days
        stocks = {code: each for code, each in self.measures.items() if each.taken is not Taken.DURING}
        full = list(definitions(self.measures, FEDERATION, days))
        brief = list(definitions(stocks, FEDERATION, days)) if release.period.is_brief else full
        for area in self.areas.all:
            for terms, low, high in full if area == FEDERATION else brief:
                yield [(cell._replace(area=area), factor) for cell, factor in terms], low, high

    def _areas_of(self, number: int, release: Stated, sums: dict[int, tuple[int, ...]]) -> None:
        for area, within in self.areas.sums():
            for cell in [each for each in release.figures if each.area == area]:
                parts = [cell._replace(area=each) for each in self._composed.parts(number, within)]
                if any(part not in release.figures and part not in release.zeros for part in parts):
                    continue
                self._sum(number, cell, parts, sums)

    def _unsaid_sums(self, sums: dict[int, tuple[int, ...]]) -> None:
        """What nobody publishes adds up, too: so whatever holds in all their countries holds above them."""
        below = dict(self.areas.sums())
        for whole, (number, cell) in sorted(self._where.items()):
            parts = [cell._replace(area=area) for area in self._composed.parts(number, below.get(cell.area, ()))]
            known = self.releases[number].zeros
            if (
                parts
                and whole not in sums
                and all(part in known or self._key(number, part) in self.index for part in parts)
            ):
                self._sum(number, cell, parts, sums)

    def _sum(self, number: int, cell: Cell, parts: Sequence[Cell], sums: dict[int, tuple[int, ...]]) -> None:
        whole = self._at(number, cell)
        numbers = tuple(place for part in parts if (place := self._at(number, part)) is not None)
        if whole is not None and numbers:
            sums[whole] = numbers

    def _between(
        self, latest: Sequence[Spanned]
    ) -> Iterator[tuple[list[tuple[int, Cell, int]], int | None, int | None]]:
        periods = dict(latest)
        odds = at_odds(self.releases, self.areas, self._name)
        groups = (
            (area, group)
            for area in self.areas.all
            for alike in self._composed.alike([*periods], area)
            for group in at_one(alike, odds[area])
        )
        for area, numbers in groups:
            alike = [(number, periods[number]) for number in numbers]
            for terms, low, high in between(alike, self.measures, area):
                is_near = any(
                    self.releases[number].period.year == self.releases[0].period.year for number, _, _ in terms
                )
                if is_near and all(self._exists(*term[:2]) for term in terms):
                    yield terms, low, high

    def _exists(self, number: int, cell: Cell) -> bool:
        """Whether a count is one of a release, published or not: quarters have no flows but the federation's."""
        release = self.releases[number]
        return not release.period.is_brief or cell in release.figures or cell in release.zeros
