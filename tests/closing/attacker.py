"""Whoever wants to know hidden counts: takes all that is known as one system, and asks how far each count can go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import highspy
import numpy as np

from tests.closing.knowledge import Key, Knowledge, Row

INFINITE = highspy.kHighsInf
NEARLY = 1e-5
"""How far a number of the solver may be from a whole one."""
OPTIONS = {
    "output_flag": False, "threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5,
    "mip_heuristic_run_feasibility_jump": False,
}  # fmt: skip
"""The solver's. A first answer need not be looked for: the truth is one."""
FAR = 10_000_000
"""How far above its least a count is followed."""


@dataclass(slots=True)
class Attacker:
    """Solves what it knows, in whole numbers.

    Attributes:
        knowledge: numbers and constraints.
    """

    knowledge: Knowledge
    _component: dict[Key, int] = field(default_factory=dict)
    _programs: dict[int, _Program] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = [row for row in map(self._open, self.knowledge.rows()) if row[0]]
        parent: dict[Key, Key] = {}

        def root(key: Key) -> Key:
            parent.setdefault(key, key)
            while parent[key] != key:
                parent[key] = parent[parent[key]]
                key = parent[key]
            return key

        for terms, _, _ in rows:
            for key, _ in terms[1:]:
                parent[root(key)] = root(terms[0][0])
        numbers: dict[Key, int] = {}
        gathered: dict[int, list[Row]] = {}
        for row in rows:
            gathered.setdefault(numbers.setdefault(root(row[0][0][0]), len(numbers)), []).append(row)
        self._component = {key: numbers[root(key)] for key in list(parent) if root(key) in numbers}
        self._programs = {number: _Program(within) for number, within in gathered.items()}

    def _open(self, row: Row) -> Row:
        """A constraint on what is not known."""
        terms, low, high = row
        known = self.knowledge.known
        constant = sum(factor * known[key] for key, factor in terms if key in known)
        kept: dict[Key, int] = {}
        for key, factor in terms:
            if key not in known:
                kept[key] = kept.get(key, 0) + factor
        left = [(key, factor) for key, factor in kept.items() if factor]
        low, high = (None if low is None else low - constant), (None if high is None else high - constant)
        assert left or ((low is None or low <= 0) and (high is None or high >= 0)), row
        return left, low, high

    def interval(self, key: Key, low: int = -1, high: int = FAR) -> tuple[int, int]:
        """All that a hidden count can be.

        Args:
            key: the count.
            low: how low it is worth looking.
            high: and how high.
        """
        if key in self.knowledge.known:
            return self.knowledge.known[key], self.knowledge.known[key]
        if key not in self._component:
            return 0, FAR
        program = self._programs[self._component[key]]
        least, most = program.seen.get(key, (FAR, 0))
        least = least if least <= low else program.end(key, 1)
        return least, most if most >= high else program.end(key, -1, least + FAR)


class _Program:
    """One part of the system that hangs on no other."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = list(rows)
        self._place = {key: 0 for terms, _, _ in self._rows for key, _ in terms}
        for place, key in enumerate(self._place):
            self._place[key] = place
        self.seen: dict[Key, tuple[int, int]] = {}
        self._broken, self._whole = self._made(whole=False), self._made(whole=True)

    def _made(self, *, whole: bool) -> Any:  # noqa: ANN401 - the solver has no types
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the solver has no types
        for option, value in OPTIONS.items():
            solver.setOptionValue(option, value)
        model = self._model()
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * len(self._place)
        solver.passModel(model)
        return solver

    def _model(self) -> Any:  # noqa: ANN401 - the solver has no types
        size = len(self._place)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = size, len(self._rows)
        model.col_cost_, model.col_lower_ = np.zeros(size), np.zeros(size)
        model.col_upper_ = np.full(size, INFINITE)
        starts, columns, factors = [0], [], []
        for terms, _, _ in self._rows:
            columns += [self._place[key] for key, _ in terms]
            factors += [factor for _, factor in terms]
            starts.append(len(columns))
        model.row_lower_ = np.array([-INFINITE if low is None else low for _, low, _ in self._rows], dtype=np.float64)
        model.row_upper_ = np.array([INFINITE if high is None else high for _, _, high in self._rows], dtype=np.float64)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(factors, dtype=np.float64)
        return model

    def end(self, key: Key, sign: int, highest: float = INFINITE) -> int:
        """One end of a count; a table of whole numbers that has it shows something of all others too."""
        found = self._solved(self._broken, key, sign, highest)
        if found is None:
            found = self._solved(self._whole, key, sign, highest)
        assert found is not None, key
        for other, place in self._place.items():
            low, high = self.seen.get(other, (found[place], found[place]))
            self.seen[other] = min(low, found[place]), max(high, found[place])
        return found[self._place[key]]

    def _solved(self, solver: Any, key: Key, sign: int, highest: float) -> list[int] | None:  # noqa: ANN401 - as above
        """The table with the end of a count, if it is one of whole numbers."""
        place = self._place[key]
        solver.changeColCost(place, float(sign))
        solver.changeColBounds(place, 0.0, float(highest))
        solver.run()
        status = solver.getModelStatus()
        values = np.asarray(solver.getSolution().col_value)
        solver.changeColCost(place, 0.0)
        solver.changeColBounds(place, 0.0, INFINITE)
        assert status == highspy.HighsModelStatus.kOptimal, (key, status)
        rounded = np.rint(values)
        return [int(value) for value in rounded] if np.abs(values - rounded).max() < NEARLY else None
