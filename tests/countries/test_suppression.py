"""Disclosure control: nobody computes a hidden count back, and what is hidden beside it is chosen for that alone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import highspy
import pytest

from countries.suppression import Cell, Fate, Interval, Relation, Rule, System, protect

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

RULE = Rule()


def cell(value: int, *, primary: bool = False, fate: Fate = Fate.OPEN) -> Cell:
    """A cell of a small system."""
    return Cell(value, primary, 1.0, fate)


def equation(whole: int, *parts: int) -> Relation:
    """That some cells add up to another."""
    return Relation(((whole, -1), *((part, 1) for part in parts)), 0, 0)


def bounds(system: System, hidden: Collection[int], target: int) -> Interval:
    """What an attacker derives of a hidden cell: the least and the most, in whole numbers."""
    found = []
    for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the solver has no types
        solver.setOptionValue("output_flag", False)
        for index, one in enumerate(system.cells):
            known = index not in hidden
            solver.addVar(one.value if known else 0, one.value if known else highspy.kHighsInf)
            solver.changeColIntegrality(index, highspy.HighsVarType.kInteger)
        for relation in system.relations:
            indexes = [index for index, _ in relation.terms]
            low = -highspy.kHighsInf if relation.low is None else relation.low
            high = highspy.kHighsInf if relation.high is None else relation.high
            solver.addRow(low, high, len(indexes), indexes, [factor for _, factor in relation.terms])
        solver.changeColCost(target, 1)
        solver.changeObjectiveSense(sense)
        solver.run()
        solved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found.append(round(solver.getSolution().col_value[target]) if solved else None)
    assert found[0] is not None
    return Interval(found[0], found[1])


def assert_kept(system: System, proof: Mapping[int, Interval]) -> None:
    """Every hidden cell keeps the promise, for an attacker who shares no code with what is tried."""
    for index, proved in proof.items():
        derived = bounds(system, proof.keys(), index)
        assert RULE.holds(derived), (index, derived)
        assert derived.low <= proved.low
        assert derived.high is None or (proved.high is not None and proved.high <= derived.high)


def table(rng: Random, rows: int, columns: int) -> System:
    """A table with both margins and the total."""
    inner = [[rng.choice((0, 0, 1, 2, 4, 7, 12, 30)) for _ in range(columns)] for _ in range(rows)]
    values = [value for row in inner for value in row]
    values += [sum(row) for row in inner]
    values += [sum(row[place] for row in inner) for place in range(columns)]
    values.append(sum(sum(row) for row in inner))
    base = rows * columns
    relations = [equation(base + row, *(row * columns + place for place in range(columns))) for row in range(rows)]
    relations += [
        equation(base + rows + place, *(row * columns + place for row in range(rows))) for place in range(columns)
    ]
    relations.append(equation(base + rows + columns, *(base + row for row in range(rows))))
    return System(tuple(cell(value, primary=0 < value < 5) for value in values), tuple(relations))


@pytest.mark.parametrize("seed", range(12))
def test_no_hidden_cell_of_a_table_is_computed_back(seed: int) -> None:
    """Rows, columns and totals together leave every hidden cell wide enough, and on both sides of five."""
    system = table(Random(seed), 3, 4)  # noqa: S311 - the same tables each time
    proof = protect(system)
    assert {index for index, one in enumerate(system.cells) if one.primary} <= proof.keys()
    assert_kept(system, proof)


def test_without_complementary_cells_the_attacker_wins() -> None:
    """A single hidden part of a published sum is the sum less the others."""
    system = System((cell(43), cell(3, primary=True), cell(40)), (equation(0, 1, 2),))
    assert bounds(system, {1}, 1) == Interval(3, 3)
    assert_kept(system, protect(system))


def test_what_an_earlier_release_hid_stays_hidden_and_keeps_its_promise() -> None:
    """A later count that adds up with hidden ones of before is chosen so that those stay wide."""
    cells = (
        cell(3, fate=Fate.HIDDEN), cell(20, fate=Fate.HIDDEN), cell(23, fate=Fate.PUBLISHED),
        cell(4), cell(9), cell(13), cell(7), cell(29),
    )  # fmt: skip
    relations = (equation(2, 0, 1), equation(5, 3, 4), equation(6, 0, 3), equation(7, 1, 4))
    system = System(cells, relations)
    proof = protect(system)
    assert {0, 1} <= proof.keys()
    assert_kept(system, proof)


def test_a_restatement_that_forgets_the_release_before_is_found_out() -> None:
    """Each release alone is safe, both together are not; protected together they are."""
    first = System((cell(30), cell(3, primary=True), cell(7), cell(20)), (equation(0, 1, 2, 3),))
    hidden = protect(first).keys()
    both = (*first.cells, cell(30), cell(3, primary=True), cell(7), cell(20))
    same = tuple(Relation(((index + 4, 1), (index, -1)), 0, 0) for index in range(1, 4))
    joined = System(both, (*first.relations, equation(4, 5, 6, 7), *same))
    naive = {*hidden, 5, *({6, 7} - {max(hidden) + 4})}
    assert any(not RULE.holds(bounds(joined, naive, index)) for index in naive)
    fates = tuple(
        replace(one, primary=False, fate=Fate.HIDDEN if index in hidden else Fate.PUBLISHED) if index < 4
        else replace(one, fate=Fate.HIDDEN if index - 4 in hidden else Fate.PUBLISHED)
        for index, one in enumerate(both)
    )  # fmt: skip
    together = System(fates, joined.relations)
    assert_kept(together, protect(together))


def test_numbers_that_nobody_publishes_bind_others_and_are_promised_nothing() -> None:
    """A free cell is in no proof, and makes room where it may be anything."""
    system = System((cell(10), cell(3, primary=True), cell(7, fate=Fate.FREE)), (equation(0, 1, 2),))
    proof = protect(system)
    assert proof.keys() == {1}
    assert bounds(system, {1, 2}, 1) == Interval(0, 10)


def test_the_same_system_gives_the_same_proof() -> None:
    """What is hidden depends on the counts and on nothing else."""
    system = table(Random(3), 4, 4)  # noqa: S311 - as above
    assert protect(system) == protect(system)


def test_what_is_out_may_leave_no_room_and_nothing_is_refused() -> None:
    """A hidden part between published ones is told already: its interval says so, and others are hidden as promised."""
    cells = (
        cell(1_234, fate=Fate.PUBLISHED), cell(34, fate=Fate.HIDDEN), cell(1_200, fate=Fate.PUBLISHED),
        cell(9), cell(3, primary=True), cell(6),
    )  # fmt: skip
    proof = protect(System(cells, (equation(0, 1, 2), equation(3, 4, 5))))
    assert proof[1] == Interval(34, 34)
    assert RULE.holds(proof[4])


def test_little_room_is_used_as_far_as_it_goes() -> None:
    """Where a count can lie in three places, its interval is three wide, and a further one is hidden for it."""
    cells = (cell(2, primary=True), cell(2, fate=Fate.FREE), cell(7))
    relations = (Relation(((0, 1), (1, 1)), 4, 4), Relation(((0, 1), (2, -1)), -5, -5), Relation(((0, 1),), 1, 3))
    proof = protect(System(cells, relations))
    assert proof == {0: Interval(1, 3), 2: Interval(6, 8)}


def test_counts_that_do_not_add_up_are_no_system() -> None:
    """A relation that the counts themselves break would promise what is not so."""
    with pytest.raises(ValueError, match="does not hold"):
        protect(System((cell(5), cell(1), cell(3)), (equation(0, 1, 2),)))


def test_the_solver_writes_nothing() -> None:
    """A closing's output is its own: neither the solver's name and licence nor its progress stands in it."""
    closing = """
from countries.suppression import Cell, Fate, Relation, System, protect
from countries.suppression_search import _Solver

cells = [Cell(20, False, 1.0, Fate.OPEN), Cell(3, True, 1.0, Fate.OPEN), Cell(17, False, 1.0, Fate.OPEN)]
print(sorted(protect(System(cells, [Relation(((0, -1), (1, 1), (2, 1)), 0, 0)]))))
whole = _Solver()
whole.addVar(0, 3)
whole.run()
"""
    ended = subprocess.run([sys.executable, "-c", closing], check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    assert ended.stdout.startswith("[")
    assert len(ended.stdout.splitlines()) == 1
    assert ended.stderr == ""
