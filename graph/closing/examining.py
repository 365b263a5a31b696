"""A release examined by an auditor: whether what is out and what proves it belong together. No count is read.

complete      each cell of the lattice has a row, each figure is there
intervals     each is what a rounded figure leaves, which is five whole numbers where no register leaves fewer
figures       each is what the intervals make
proof         the federations that prove it could be: each lies in all intervals, with room for four children more who
              stay, or who visit; it adds up, and keeps all that holds by definition, in this release and between
              those that were out

All of it is worked out anew from what is stored; nothing is solved, and nothing is believed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.disclosure.rounding_check import verified
from countries.disclosure.rounding_claims import Claim
from graph.closing.comparing import KEY, areas_of, differences, known_by_figures, made_again, measures_then
from graph.closing.drawing import base_of
from graph.closing.lattice import Cell, cells_of
from graph.closing.publishing import PublishedCount
from graph.closing.verifying import LOOKED_FOR, claimed_by, words
from graph.indicators.catalogue import all_indicators
from graph.indicators.occupancy import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.register.register import Register
    from graph.closing.lattice import Areas
    from graph.closing.proven import Evidence, Proven
    from graph.closing.publishing import FigureRow


@dataclass(frozen=True, slots=True)
class Examination:
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

    checks: tuple[Examination, ...] = field(default=())

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

    def _complete(self) -> Examination:
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
        return Examination("Each count that a figure is made of has its row.", len(expected), tuple(faults))

    def _places(self) -> set[Cell]:
        return {cell for cell in self.evidence.rows if cell.measure not in self.measures}

    def _intervals(self) -> Examination:
        faults = tuple(
            f"{words(cell)}: {fault}"
            for cell, row in sorted(self.secret.items())
            for fault in self._of_interval(cell, row)
        )
        return Examination(
            "Each interval is what a rounded figure leaves, or what is left of one of which nothing is published.",
            len(self.secret),
            faults,
        )

    def _of_interval(self, cell: Cell, row: Proven) -> Iterator[str]:
        low, high, numbers = row.low or 0, row.high, row.numbers
        measure = self.measures.get(cell.measure)
        if high is None or numbers is None or row.shown is None or measure is None:
            yield "its row is not whole."
            return
        base = base_of(measure, self.period)
        if row.shown:
            figure = row.figure(base)
            if figure % base:
                yield "its figure is no multiple of its base."
            # A register of places may leave less above a stock.
            if high != Claim(figure, base, row.most).interval[1]:
                yield "its interval is not that of its figure."
        elif (low, high) != (max(0, min(numbers) - base + 1), max(numbers) + base - 1):
            yield "its interval is not that of what proves it."

    def _figures(self) -> Examination:
        told = {cell: PublishedCount(0, 0, 0) for cell in self.zeros}
        for cell, row in self.secret.items():
            measure = self.measures.get(cell.measure)
            if row.shown and row.high is not None and row.low is not None and measure is not None:
                told[cell] = PublishedCount(row.figure(base_of(measure, self.period)), row.low, row.high)
        told |= known_by_figures(self.evidence.published)
        made = [each for each in made_again(told, self.areas, self.evidence.published) if self._is_asked(each, told)]
        faults = tuple(differences(self.evidence.published, made))
        return Examination("Each figure is what its counts' intervals make, and none is missing.", len(made), faults)

    def _is_asked(self, made: FigureRow, told: Mapping[Cell, PublishedCount]) -> bool:
        """Whether a figure has to be there: quotients exist where there are places enough, if figures say how many."""
        is_count = all_indicators()[made.indicator].denominator is None
        return is_count or made[:KEY] in self.there or Cell(PLACES.code, made.area, (), ()) in told

    def _proof(self) -> Iterator[Examination]:
        claimed = claimed_by(self.evidence, self.measures, self.areas)
        faults: dict[str, list[str]] = {what: [] for what in LOOKED_FOR}
        for fault in verified(claimed.claims, claimed.worlds):
            faults[fault.what].append(claimed.told(fault))
        for what, sentence in LOOKED_FOR.items():
            yield Examination(sentence, claimed.looked_at(what), tuple(faults[what]))
