"""How far each of many counts can go, as far as five: one linear program over all that is known.

Every answer says something of all counts, so most are settled before they are asked for by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any

import highspy
import numpy as np

from tests.closing.knowledge import OF_DAYS, Key, Knowledge, Row

INFINITE = highspy.kHighsInf
NEARLY = 1e-5
FAR = 1e9
"""No count is followed above this."""
FIVE = 5
ROUNDS = 3
"""So often all open counts of an area are pushed up together, and down; then one by one."""


@dataclass(slots=True)
class _Matrix:
    """A linear program, as it grows."""

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    factors: list[int] = field(default_factory=list)

    def grow(self, size: int) -> None:
        """So many counts."""
        self.low += [0.0] * (size - len(self.low))
        self.high += [FAR] * (size - len(self.high))

    def add(self, terms: dict[int, int], low: float, high: float) -> None:
        """A row, or a bound."""
        if len(terms) == 1:
            ((place, factor),) = terms.items()
            least, most = sorted((low / factor, high / factor))
            self.low[place], self.high[place] = max(self.low[place], least), min(self.high[place], most)
        elif terms:
            self.columns += terms
            self.factors += terms.values()
            self.starts.append(len(self.columns))
            self.lows.append(low)
            self.highs.append(high)

    def model(self) -> Any:  # noqa: ANN401 - the solver has no types
        """As the solver takes it."""
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.low), len(self.lows)
        model.col_cost_ = np.zeros(len(self.low))
        model.col_lower_, model.col_upper_ = np.array(self.low), np.array(self.high)
        model.row_lower_, model.row_upper_ = np.array(self.lows), np.array(self.highs)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self.starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(self.columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self.factors, dtype=np.float64)
        return model


@dataclass(slots=True)
class Survey:
    """Surveys counts.

    Attributes:
        knowledge: what is known.
        least: how low each count was seen.
        most: how high.
        solved: how many programs it took.
    """

    knowledge: Knowledge
    least: Any = None
    most: Any = None
    solved: int = 0
    _place: dict[Key, int] = field(default_factory=dict)
    _solver: Any = None

    def __post_init__(self) -> None:
        matrix = _Matrix()
        for row in self.knowledge.rows():
            self._add(matrix, row)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the solver has no types
        for option, value in {"output_flag": False, "threads": 1}.items():
            self._solver.setOptionValue(option, value)
        self._solver.passModel(matrix.model())
        size = len(matrix.low)
        self.least, self.most = np.full(size, np.inf), np.full(size, -np.inf)

    def _add(self, matrix: _Matrix, row: Row) -> None:
        """A row on what is not known; of one count alone it is a bound."""
        known = self.knowledge.known
        terms, least, most = row
        kept: dict[int, int] = {}
        constant = 0
        for key, factor in terms:
            if key in known:
                constant += factor * known[key]
            else:
                place = self._place.setdefault(key, len(self._place))
                kept[place] = kept.get(place, 0) + factor
        matrix.grow(len(self._place))
        ends = (-INFINITE if least is None else least - constant), (INFINITE if most is None else most - constant)
        matrix.add({place: factor for place, factor in kept.items() if factor}, *ends)

    def narrow(self, asked: Iterable[Key]) -> dict[Key, int]:
        """The counts that may be fewer than five whole numbers, and how many each may be.

        Args:
            asked: all that are asked for.
        """
        open_ = [key for key in asked if key in self._place]
        groups: dict[tuple[str, str], list[Key]] = {}
        for key in open_:
            groups.setdefault((key.area, key.released[0]), []).append(key)
        for group in groups.values():
            for _ in range(ROUNDS):
                for sign in (-1.0, 1.0):
                    left = [key for key in group if self._values(key) < FIVE]
                    self._solve(left, sign)
        found: dict[Key, int] = {}
        for key in open_:
            for sign in (-1.0, 1.0):
                if self._values(key) < FIVE:
                    self._solve([key], sign)
            if self._values(key) < FIVE:
                found[key] = self._values(key)
        return found

    def _values(self, key: Key) -> int:
        place = self._place[key]
        least, most = float(self.least[place]), float(self.most[place])
        return 0 if most < least else floor(most + NEARLY) - ceil(least - NEARLY) + 1

    def _solve(self, keys: list[Key], sign: float) -> None:
        """Push counts up, or down, as far as they go together."""
        if not keys:
            return
        costs = {self._place[key]: sign / (100.0 if key.measure in OF_DAYS else 1.0) for key in keys}
        for place, cost in costs.items():
            self._solver.changeColCost(place, cost)
        self._solver.run()
        self.solved += 1
        assert self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal, self._solver.getModelStatus()
        values = np.asarray(self._solver.getSolution().col_value)
        self.least, self.most = np.minimum(self.least, values), np.maximum(self.most, values)
        for place in costs:
            self._solver.changeColCost(place, 0.0)
