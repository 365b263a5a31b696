"""Without any of the rules, figures would be shown that tell: whoever knows the rule has a count narrower than five.

The rules that others imply are named; of all others a federation is found by a whole-number program, and how it could
have been rounded: what is left of the rules stands beside its figures, and with the rule a count has four values or
fewer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import highspy
import numpy as np
import pytest

from graph.closing import presences
from graph.closing.definitions import RULES, unpublished
from graph.closing.each_child import ChildSum
from graph.closing.lattice import Cell
from graph.indicators.catalogue import all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.presence import PRESENCES
from tests.closing.following import Following, gathered

DAYS, FIVE = 28, 5
AREA = "FEDERATION"
INFINITE = highspy.kHighsInf
MEASURES = {code: each for code, each in {**all_measures(), **unpublished()}.items() if each.counts is not Kind.PLACES}
IMPLIED = {
    "balance": "how often children come and go is published nowhere, and may be any number that stocks ask for",
    "once": "as above",
}
"""The rules without which nothing more is told, and why."""


@cache
def rows_by_rule() -> Mapping[str, list[ChildSum]]:
    """What each rule says."""
    found: dict[str, list[ChildSum]] = {}
    for rule in RULES:
        found[rule.__name__.strip("_")] = [row for measure in MEASURES.values() for row in rule(measure, AREA)]
    for sentence in presences.RULES:
        found[sentence.__name__] = [row for presence in PRESENCES for row in sentence(presence, AREA, DAYS)]
    return found


def base_of(cell: Cell) -> int | None:
    """What the figure of a count is a multiple of; none where it is published nowhere."""
    measure = all_measures().get(cell.measure)
    if measure is None or cell.split not in measure.all_splits:
        return None
    return FIVE * DAYS if measure.counts is Kind.DAYS else FIVE


class Program:
    """Whole numbers under rows."""

    def __init__(self, sizes: Sequence[float], *, is_whole: bool) -> None:
        self.solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the solver has no types
        self.solver.silent()
        for option, value in {"threads": 1, "mip_max_nodes": 300, "random_seed": 1}.items():
            self.solver.setOptionValue(option, value)
        for most in sizes:
            self.solver.addVar(0.0, most)
        if is_whole:
            kinds = np.full(len(sizes), highspy.HighsVarType.kInteger)
            self.solver.changeColsIntegrality(len(sizes), np.arange(len(sizes), dtype=np.int32), kinds)

    def add(self, terms: Mapping[int, float], low: float | None, high: float | None) -> None:
        """One row."""
        least, most = (-INFINITE if low is None else low), (INFINITE if high is None else high)
        places, factors = np.array([*terms], dtype=np.int32), np.array([*terms.values()], dtype=np.float64)
        self.solver.addRow(least, most, len(places), places, factors)

    def best(self, cost: Mapping[int, float]) -> list[float] | None:
        """The values that make a sum least, if any."""
        every = np.zeros(self.solver.getNumCol())
        for place, factor in cost.items():
            every[place] = factor
        self.solver.changeColsCost(len(every), np.arange(len(every), dtype=np.int32), every)
        self.solver.run()
        info = self.solver.getInfo()
        has = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return [float(value) for value in self.solver.getSolution().col_value] if has else None


def told(rule: str, row: ChildSum) -> tuple[dict[Cell, int], int] | None:
    """Figures that stand without a rule, and how many values the attacker who knows it leaves of some count."""
    rest = [each for name, rows in rows_by_rule().items() if name != rule for each in rows]
    all_rows = [each for rows in rows_by_rule().values() for each in rows]
    place = {cell: number for number, cell in enumerate(dict.fromkeys(c for t, _, _ in all_rows for c, _ in t))}
    size, bases = len(place), {cell: base for cell in place if (base := base_of(cell)) is not None}
    program = Program([4_000.0] * size + [2_000.0] * size, is_whole=True)
    for terms, low, high in all_rows:
        program.add({place[c]: float(f) for c, f in gathered(terms).items()}, low, high)  # type: ignore[index]  # cells
    for terms, low, high in rest:
        scaled = {size + place[c]: float(f * bases.get(c, 1)) for c, f in gathered(terms).items()}  # type: ignore[index,call-overload]  # cells
        program.add(scaled, low, high)
    for cell, base in bases.items():
        program.add({place[cell]: 1.0, size + place[cell]: -float(base)}, 1 - base, base - 1)
    cost = {size + place[cell]: -float(factor * bases.get(cell, 1)) for cell, factor in row[0]}
    found = program.best(cost)
    if found is None:
        return None
    figures = {cell: round(found[size + place[cell]]) * base for cell, base in bases.items()}
    attacker = Program([INFINITE] * size, is_whole=False)
    for terms, low, high in all_rows:
        attacker.add({place[c]: float(f) for c, f in gathered(terms).items()}, low, high)  # type: ignore[index]  # cells
    for cell, figure in figures.items():
        attacker.add({place[cell]: 1.0}, max(0, figure - bases[cell] + 1), figure + bases[cell] - 1)
    fewest = 1 << 30
    for cell in {cell for cell, _ in row[0]} & bases.keys():
        ends = [attacker.best({place[cell]: sign}) for sign in (1.0, -1.0)]
        assert ends[0] is not None, "the truth is possible"
        assert ends[1] is not None, "the truth is possible"
        fewest = min(fewest, int(ends[1][place[cell]] + 1e-6) - int(ends[0][place[cell]] - 1e-6 + 1) + 1)
    return figures, fewest


@pytest.mark.parametrize("rule", [rule for rule in rows_by_rule() if rule not in IMPLIED])
def test_without_a_rule_figures_tell(rule: str) -> None:
    """Of some row that does not follow from the other rules there are figures that stand without it, and tell."""
    follows = Following(
        [each for name, rows in rows_by_rule().items() if name != rule for each in rows],
        [cell for terms, _, _ in rows_by_rule()[rule] for cell, _ in terms],
    )
    mine = [row for row in rows_by_rule()[rule] if all(base_of(cell) is not None for cell, _ in row[0])]
    free = [row for row in mine if not follows.implies([(cell, -factor) for cell, factor in row[0]])]
    assert free, "it follows from the others"
    fewest = FIVE
    for row in free[:4]:
        found = told(rule, row)
        fewest = fewest if found is None else min(fewest, found[1])
        if fewest < FIVE:
            break
    assert fewest < FIVE


@pytest.mark.parametrize("rule", IMPLIED)
def test_what_is_implied_says_nothing_of_figures_alone(rule: str) -> None:
    """Each of its rows has a count that nobody publishes."""
    assert all(any(base_of(cell) is None for cell, _ in row[0]) for row in rows_by_rule()[rule])
