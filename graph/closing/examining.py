"""A release examined by an auditor: whether what is out and what proves it belong together. No count is read.

complete      each cell of the lattice has a row, each figure is there
intervals     each is what a rounded figure leaves, which is five whole numbers where no register leaves fewer
figures       each is what the intervals make
proof         the federation that proves it could be: it lies in all intervals, adds up, and keeps all definitions

All of it is worked out anew from what is stored; nothing is solved, and nothing is believed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from graph.closing.claims import Gathering
from graph.closing.comparing import KEY, areas_of, differences, known_by_figures, made_again, measures_then
from graph.closing.drawing import base_of
from graph.closing.lattice import Cell, cells_of
from graph.closing.publishing import Told
from graph.closing.stated import Stated
from graph.indicators.catalogue import all_indicators
from graph.indicators.occupancy import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from countries.register import Register
    from graph.closing.lattice import Areas
    from graph.closing.named import Out
    from graph.closing.publishing import Figure

PART = 0.5
"""The federation that proves a release is kept in whole numbers, each at most so far from where it was found."""


class Proven(NamedTuple):
    """One row of `figure_proof`, as auditors read it; without an interval the count is known to everybody.

    Attributes:
        low: the least that the count may be.
        high: the most.
        shown: 1 where its figure is shown, 0 where not.
        settled: what it is in the federation that proves the release.
    """

    low: int | None
    high: int | None
    shown: int | None
    settled: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is stored of a release.

    Attributes:
        out: the release.
        commitment: the digest of its key; empty where counts were not rounded.
        rows: what proves each count.
        published: its figures.
    """

    out: Out
    commitment: str
    rows: Mapping[Cell, Proven]
    published: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        what: in a sentence.
        looked_at: how many times it was looked for.
        faults: where it is not so.
    """

    what: str
    looked_at: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of it.

    Attributes:
        checks: what was looked at; none of a release of before counts were rounded.
    """

    checks: tuple[Check, ...] = field(default=())

    @property
    def faults(self) -> int:
        """How many there are."""
        return sum(len(check.faults) for check in self.checks)


def examine(evidence: Evidence, register: Register) -> Examined:
    """Look at all of it.

    Args:
        evidence: what is stored.
        register: the countries.
    """
    if not evidence.commitment:
        return Examined()
    return _Examination(evidence, register).run()


class _Examination:
    def __init__(self, evidence: Evidence, register: Register) -> None:
        self.evidence = evidence
        self.period = evidence.out.period
        self.measures = measures_then()
        self.areas: Areas = areas_of(evidence.rows, register, brief=self.period.is_brief)
        self.secret = {cell: row for cell, row in evidence.rows.items() if row.low is not None}
        self.there = {each[:KEY] for each in evidence.published}
        self.zeros = frozenset(
            cell for cell, row in evidence.rows.items() if row.low is None and cell.measure in self.measures
        )

    def run(self) -> Examined:
        checks = (
            self._complete(),
            self._intervals(),
            self._figures(),
            *self._proof(),
        )
        return Examined(checks)

    def _complete(self) -> Check:
        expected = {
            cell
            for measure in self.measures.values()
            if any(row.measure == measure.code for row in self.evidence.rows)
            for area in self.areas.all
            for cell in cells_of(measure, area, self.areas)
        }
        missing = sorted(expected - self.evidence.rows.keys())
        beyond = sorted(self.evidence.rows.keys() - expected - self._places())
        faults = [f"{words(cell)}: there is no row." for cell in missing]
        faults += [f"{words(cell)}: there is a row that belongs to no figure." for cell in beyond]
        return Check("Each count that a figure is made of has its row.", len(expected), tuple(faults))

    def _places(self) -> set[Cell]:
        return {cell for cell in self.evidence.rows if cell.measure not in self.measures}

    def _intervals(self) -> Check:
        faults = tuple(
            f"{words(cell)}: {fault}"
            for cell, row in sorted(self.secret.items())
            for fault in self._of_interval(cell, row)
        )
        return Check(
            "Each interval is what a rounded figure leaves, or what is left of one of which nothing is published.",
            len(self.secret),
            faults,
        )

    def _of_interval(self, cell: Cell, row: Proven) -> Iterator[str]:
        low, high, settled = row.low or 0, row.high, row.settled
        measure = self.measures.get(cell.measure)
        if high is None or settled is None or row.shown is None or measure is None:
            yield "its row is not whole."
            return
        base = base_of(measure, self.period)
        if row.shown:
            figure = _figure(row, base)
            if figure % base:
                yield "its figure is no multiple of its base."
            # A register of places may leave less above a stock.
            is_capped = measure.taken.value.startswith("on") and figure <= high < figure + base - 1
            if high != figure + base - 1 and not is_capped:
                yield "its interval is not that of its figure."
        elif (low, high) != (max(0, settled - base + 1), settled + base - 1):
            yield "its interval is not that of what proves it."

    def _figures(self) -> Check:
        told = {cell: Told(0, 0, 0) for cell in self.zeros}
        for cell, row in self.secret.items():
            measure = self.measures.get(cell.measure)
            if row.shown and row.high is not None and row.low is not None and measure is not None:
                told[cell] = Told(_figure(row, base_of(measure, self.period)), row.low, row.high)
        told |= known_by_figures(self.evidence.published)
        made = [each for each in made_again(told, self.areas, self.evidence.published) if self._is_asked(each, told)]
        faults = tuple(differences(self.evidence.published, made))
        return Check("Each figure is what its counts' intervals make, and none is missing.", len(made), faults)

    def _is_asked(self, made: Figure, told: Mapping[Cell, Told]) -> bool:
        """Whether a figure has to be there: quotients exist where there are places enough, if figures say how many."""
        is_count = all_indicators()[made.indicator].denominator is None
        return is_count or made[:KEY] in self.there or Cell(PLACES.code, made.area, (), ()) in told

    def _proof(self) -> Iterator[Check]:
        whole = {cell: row for cell, row in self.secret.items() if None not in row and cell.measure in self.measures}
        figures = {
            cell: _figure(row, base_of(self.measures[cell.measure], self.period)) if row.shown else row.settled or 0
            for cell, row in whole.items()
        }
        hidden = frozenset(cell for cell, row in whole.items() if not row.shown)
        stated = Stated(self.period, 1, figures, hidden, self.zeros, {})
        gathering = Gathering([stated], self.measures, self.areas)
        claims = gathering.claims()
        world = {place: whole[cell].settled or 0 for place, cell in gathering.cells.items()}
        boxes = tuple(
            f"{words(cell)}: the federation that proves it has no room for four more."
            for place, cell in gathering.cells.items()
            if cell not in hidden and not claims.claims[place].holds(world[place])
        )
        yield Check("In each interval four children more have room.", len(world) - len(hidden), boxes)
        rows = [bound for bound in claims.bounds if all(index in world for index, _ in bound.terms)]
        broken = []
        for bound in rows:
            total = sum(factor * world[index] for index, factor in bound.terms)
            slack = PART * sum(abs(factor) for _, factor in bound.terms)
            if (bound.low is not None and total < bound.low - slack) or (
                bound.high is not None and total > bound.high + slack
            ):
                cells = sorted(words(gathering.cells[index]) for index, _ in bound.terms)
                broken.append(f"{', '.join(cells)}: they do not keep what holds by definition.")
        yield Check("The federation that proves it keeps all that holds by definition.", len(rows), tuple(broken))
        sums = [
            (place, parts) for place, parts in claims.sums if place in world and all(part in world for part in parts)
        ]
        apart = tuple(
            f"{words(gathering.cells[place])}: its parts do not add up."
            for place, parts in sums
            if abs(world[place] - sum(world[part] for part in parts)) > PART * (1 + len(parts))
        )
        yield Check("Its areas add up.", len(sums), apart)


def _figure(row: Proven, base: int) -> int:
    """The figure of an interval: a zero's begins at zero, every other's above it."""
    return row.low + base - 1 if row.low else 0


def words(cell: Cell) -> str:
    """What a cell is, in a few words."""
    return " ".join((cell.measure, cell.area, *cell.categories))
