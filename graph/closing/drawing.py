"""From the counts of a release to the table that is rounded: names, bases, what adds up, what is out already."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from countries.disclosure.rounding import Bound, CountTable, rounded
from countries.disclosure.rounding import CountToRound as Rounded
from graph.closing.between import between
from graph.closing.definitions import definitions
from graph.closing.lattice import FEDERATION, Cell, categories_of
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Taken
from graph.indicators.presence import IN_CARE
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from graph.closing.definitions import ChildSum
    from graph.closing.lattice import Areas, CellCounts
    from graph.closing.stated import Stated
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

STOCKS = tuple(part.measure for part in (IN_CARE.after, IN_CARE.before) if part is not None)
BASE = 5
"""Figures of counts are multiples of this."""
DAY = timedelta(days=1)


def base_of(measure: Measure, period: Period) -> int:
    """What the figures of a measure are multiples of: five, or five children on every day of the period."""
    return BASE * (period.after - period.first).days if measure.counts is Kind.DAYS else BASE


def name_of(cell: Cell, measure: Measure, period: Period) -> str:
    """What a count is, in whatever release it stands: a stock is the same at the end of a year and of a quarter."""
    match measure.taken:
        case Taken.ON_LAST_DAY:
            return f"{_what(cell, measure)}|{period.last}"
        case Taken.ON_FIRST_EVE:
            return f"{_what(cell, measure)}|{period.first - DAY}"
        case Taken.DURING:
            return f"{_what(cell, measure)}|{period.first}|{period.after}"


def draw_of(cell: Cell, measure: Measure, period: Period) -> str:
    """What a count's number is drawn for: of a stock, one number serves all days.

    So figures of a stock rise and fall by what it rose or fell by, rounded to a neighbour: as those who came or left
    may be rounded too. With a number for each day they would often lie farther apart than anybody could have come.
    """
    return name_of(cell, measure, period) if measure.taken is Taken.DURING else _what(cell, measure)


def _what(cell: Cell, measure: Measure) -> str:
    same = measure if measure.same_as is None else measure.same_as
    return "|".join((same.code, cell.area, ",".join(cell.split), ",".join(cell.categories)))


def known_cells(counts: CellCounts, measures: Mapping[str, Measure], impossible: Collection[Cell]) -> set[Cell]:
    """The cells that everybody knows: homes and places, and what is zero for want of a home."""
    places = {code for code, measure in measures.items() if measure.counts is Kind.PLACES}
    return {cell for cell in counts if cell.measure in places} | set(impossible)


WEIGHTS = (4.0, 2.0, 1.0)
"""How much it matters that sums add up: of who is in care, came and left; of other wholes; of parts."""


def _rank(cell: Cell) -> int:
    flows = {IN_CARE.after.measure, IN_CARE.came, IN_CARE.left}
    if cell.split:
        return 2
    return 0 if any(each is not None and each.code == cell.measure for each in flows) else 1


STIFF = {(): 20.0, (Dimension.SEX,): 15.0}
"""How much it matters that a stock goes the way that is drawn for it, of whose comings and goings figures tell."""


@dataclass(slots=True)
class Drawing:
    """Rounds the counts of one release.

    Args:
        period: of the release.
        counts: every cell that is published.
        measures: what was counted, by code.
        areas: the areas.
        known: the cells that everybody knows.
        most: what public registers leave of a cell at most.
        earlier: by name, the latest count and figure that are out.
        beside: the releases that bind the new one.
        stocks: by what is drawn, the count and the figure of stocks on an earlier day.
    """

    period: Period
    counts: CellCounts
    measures: Mapping[str, Measure]
    areas: Areas
    known: Collection[Cell]
    most: Mapping[Cell, int]
    earlier: Mapping[str, tuple[int, int]]
    beside: Sequence[Stated] = ()
    stocks: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)
    _place: dict[Cell, int] = field(default_factory=dict)
    _beyond: dict[Cell, int] = field(default_factory=dict)
    _rows: dict[bool, list[ChildSum]] = field(default_factory=dict)

    def figures(self, key: bytes) -> dict[Cell, int]:
        """The figure of each count that is not known."""
        table = self.table()
        return dict(zip(self.cells, rounded(table, key), strict=True))

    def ways(self, cell: Cell) -> tuple[int, ...]:
        """The figures that a count may become."""
        return self._count(cell).ways

    def table(self) -> CountTable:
        """The table; `cells` tells afterwards which cell each of its counts is."""
        self.cells = [cell for cell in self.counts if cell not in self.known]
        self._place = {cell: place for place, cell in enumerate(self.cells)}
        rounded_counts = [self._count(cell) for cell in self.cells]
        above = {FEDERATION, *self.areas.regions}
        groups = [[place for cell, place in self._place.items() if cell.area in above]]
        by_country: dict[str, list[int]] = {code: [] for code in self.areas.countries}
        for cell, place in self._place.items():
            if cell.area not in above:
                by_country[cell.area].append(place)
        bounds, sums = self._bounds(), []
        below = dict(self.areas.sums())
        for cell, place in self._place.items():
            parts = [cell._replace(area=area) for area in below.get(cell.area, ())]
            if not parts or any(part not in self.counts for part in parts):
                continue
            numbers = tuple(self._place[part] for part in parts if part in self._place)
            if cell.area == FEDERATION:
                bounds[0].append(Bound(((place, -1), *((number, 1) for number in numbers)), 0, 0))
            else:
                sums.append((place, numbers))
        return CountTable(rounded_counts, [groups[0], *by_country.values()], bounds, sums)

    def _count(self, cell: Cell) -> Rounded:
        measure = self.measures[cell.measure]
        name = name_of(cell, measure, self.period)
        value, base = self.counts[cell].amount, base_of(measure, self.period)
        drawn = draw_of(cell, measure, self.period)
        stiffness = self._stiffness(cell)
        # Stocks whose comings and goings are told go the way on which they are: unchanged, they are the same figure.
        before = self.stocks.get(drawn) if stiffness > 1 and measure.taken is Taken.ON_LAST_DAY else None
        earlier = self.earlier.get(name, before)
        return Rounded(drawn, value, base, self.most.get(cell), earlier, WEIGHTS[_rank(cell)], stiffness)

    def _stiffness(self, cell: Cell) -> float:
        """Countries' stocks are stiff; areas above give way to sums."""
        is_stiff = cell.measure in {stock.code for stock in STOCKS} and cell.area in self.areas.countries
        return STIFF.get(cell.split, 1.0) if is_stiff else 1.0

    def _bounds(self) -> list[list[Bound]]:
        """What holds by definition in each area, also of what is not published there; of areas above, together."""
        days = (self.period.after - self.period.first).days
        found: list[list[Bound]] = [[]]
        for area in self.areas.all:
            if area in self.areas.countries:
                found.append([])
            for terms, low, high in self._patterns(area, days):
                here = [(cell._replace(area=area), factor) for cell, factor in terms]
                kept = tuple((self._index(cell), factor) for cell, factor in here if cell not in self.known)
                if any(index < len(self.cells) for index, _ in kept):
                    found[-1].append(Bound(kept, low, high))
            found[-1] += self._beside(area)
            found[-1] += self._moving(area) if area in self.areas.countries else ()
        return found

    def _moving(self, area: str) -> Iterator[Bound]:
        """Figures of a country's stock move from the eve to the last day as the stock does, or stay."""
        stock, eve = (measure.code for measure in STOCKS)
        for split in STIFF:
            for categories in categories_of(split):
                cells = (Cell(stock, area, split, categories), Cell(eve, area, split, categories))
                if any(cell not in self._place for cell in cells):
                    continue
                risen = self.counts[cells[0]].amount - self.counts[cells[1]].amount
                terms = ((self._place[cells[0]], 1), (self._place[cells[1]], -1))
                yield Bound(terms, 0 if risen >= 0 else None, 0 if risen <= 0 else None)

    def _beside(self, area: str) -> Iterator[Bound]:
        """What holds between the new counts of an area and figures that are out."""
        latest = [(0, self.period), *((n, each.period) for n, each in enumerate(self.beside, 1) if each.is_latest)]
        place, known = self._place, self.known
        for terms, low, high in between(latest, self.measures, area):
            mine = tuple((place[cell], factor) for number, cell, factor in terms if not number and cell in place)
            others = [(self.beside[number - 1], cell, factor) for number, cell, factor in terms if number]
            is_whole = all(number or cell in place or cell in known for number, cell, _ in terms)
            is_out = all(cell in each.figures or cell in each.zeros for each, cell, _ in others)
            if mine and others and is_whole and is_out:
                constant = sum(
                    factor * each.figures.get(cell, each.exact.get(cell, 0)) for each, cell, factor in others
                )
                yield Bound(mine, None if low is None else low - constant, None if high is None else high - constant)

    def _patterns(self, area: str, days: int) -> list[ChildSum]:
        """The rows of an area; of a quarter, where only stocks are published, those among stocks."""
        is_brief = self.period.is_brief and area != FEDERATION
        if is_brief not in self._rows:
            stocks = {code: each for code, each in self.measures.items() if each.taken is not Taken.DURING}
            self._rows[is_brief] = list(definitions(stocks if is_brief else self.measures, FEDERATION, days))
        return self._rows[is_brief]

    def _index(self, cell: Cell) -> int:
        """The number of a cell; what is not published has one beyond those that are."""
        place = self._place.get(cell)
        return self._beyond.setdefault(cell, len(self.cells) + len(self._beyond)) if place is None else place
