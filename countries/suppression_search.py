"""The search for another table: a cell moves, hidden cells follow for free, and others at a price.

It looks close by first: a program over few cells is quick, and what it hides concerns the same readers. Cells outside
the neighbourhood stay as they are, so that whatever is found is a table of the whole system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

from countries.suppression_system import Fate

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from countries.suppression_system import System

EVERYWHERE = ("everywhere",)
INFINITE = highspy.kHighsInf
CLOSE_TO_WHOLE = 1e-6
LARGE = 10
"""A cell of this size costs twice as much as the smallest: it must be able to look small itself once it is hidden."""
EMPTY = 10
"""An empty cell costs as much as one of this size: it can only rise, and readers like to see that nobody is there."""
MIXED_NODES = 300
"""How many branches are followed in search of whole numbers where a linear program gives none."""
DEAREST = 1_000
"""A larger cell is no dearer: solvers lose their way among prices of sixteen digits."""


class Neighbourhoods:
    """The programs of a system, each made when it is first asked for."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._hidden: set[int] = set()
        self._programs: dict[Hashable, _Program] = {}
        self._members: dict[Hashable, list[int]] = {}
        self._relations: list[list[int]] = [[] for _ in system.cells]
        for index, cell in enumerate(system.cells):
            if cell.fate is not Fate.PUBLISHED:
                for place in (*cell.places, EVERYWHERE):
                    self._members.setdefault(place, []).append(index)
        for number, relation in enumerate(system.relations):
            for index, _ in relation.terms:
                self._relations[index].append(number)

    def hide(self, indexes: Iterable[int]) -> None:
        """These cells follow for free from now on."""
        fresh = [index for index in indexes if index not in self._hidden]
        self._hidden.update(fresh)
        for program in self._programs.values():
            program.free(fresh)

    def move(self, target: int, amount: int) -> Mapping[int, int] | None:
        """A table in which a cell differs from its count by an amount: the difference of each cell that differs.

        None where there is no such table.
        """
        for place in (*self._system.cells[target].places, EVERYWHERE):
            found = self._program(place).move(target, amount)
            if found is not None:
                return found
        return None

    def _program(self, place: Hashable) -> _Program:
        if place not in self._programs:
            self._programs[place] = _Program(self._system, self._members[place], self._relations)
            self._programs[place].free(self._hidden)
        return self._programs[place]


class _Solver(highspy.Highs):
    """The solver, in one thread and without a word: its own writes who made it to standard output when it is made."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the library's name
        """The first thing that would write."""
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)
        super().enableCallbacks()  # type: ignore[no-untyped-call]  # the solver has no types


class _Program:
    """One linear program: how far each of its cells goes up and down, under the relations that touch them.

    Args:
        system: all cells and relations.
        members: the cells that may move.
        relations: the relations that each cell of the system is in.
    """

    def __init__(self, system: System, members: Sequence[int], relations: Sequence[Sequence[int]]) -> None:
        self._system = system
        self._members = members
        self._relations = relations
        self._numbers = sorted({number for index in members for number in relations[index]})
        self._place = {index: place for place, index in enumerate(members)}
        self._solver: Any = _Solver()  # type: ignore[no-untyped-call]  # the solver has no types
        self._values = np.array([system.cells[index].value for index in members], dtype=np.float64)
        self._solver.passModel(self._model())

    def _model(self, *, loose: bool = False) -> Any:  # noqa: ANN401 - the solver has no types
        cells = [self._system.cells[index] for index in self._members]
        price = np.array([cell.cost * (1 + (min(cell.value or EMPTY, DEAREST) / LARGE) ** 4) for cell in cells])
        size = len(cells)
        model = highspy.HighsLp()
        numbers = [number for number in self._numbers if loose or not self._system.relations[number].is_loose]
        model.num_col_, model.num_row_ = 2 * size, len(numbers)
        model.col_cost_ = np.concatenate([price, price])
        model.col_lower_ = np.zeros(2 * size)
        model.col_upper_ = np.concatenate([np.full(size, INFINITE), self._values])
        starts, columns, factors, lows, highs = [0], [], [], [], []
        for number in numbers:
            relation = self._system.relations[number]
            total = sum(factor * self._system.cells[index].value for index, factor in relation.terms)
            lows.append(-INFINITE if relation.low is None else relation.low - total)
            highs.append(INFINITE if relation.high is None else relation.high - total)
            for index, factor in relation.terms:
                place = self._place.get(index)
                if place is not None:
                    columns += [place, place + size]
                    factors += [factor, -factor]
            starts.append(len(columns))
        model.row_lower_, model.row_upper_ = np.array(lows, dtype=np.float64), np.array(highs, dtype=np.float64)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(factors, dtype=np.float64)
        return model

    def free(self, indexes: Iterable[int]) -> None:
        """These cells move at no cost."""
        places = [self._place[index] for index in indexes if index in self._place]
        if places:
            columns = np.array([*places, *(place + len(self._members) for place in places)], dtype=np.int32)
            self._solver.changeColsCost(len(columns), columns, np.zeros(len(columns)))

    def move(self, target: int, amount: int) -> Mapping[int, int] | None:
        """As `Neighbourhoods.move`, within these cells."""
        up = self._place[target]
        down = up + len(self._members)
        rises, falls = (amount, 0) if amount > 0 else (0, -amount)
        self._solver.changeColBounds(up, rises, rises)
        self._solver.changeColBounds(down, falls, falls)
        try:
            return self._solved()
        finally:
            self._solver.changeColBounds(up, 0, INFINITE)
            self._solver.changeColBounds(down, 0, self._values[up])

    def _solved(self) -> Mapping[int, int] | None:
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self._solver.getSolution()
        found = self._whole(solution)
        return self._mixed(np.asarray(solution.col_value)) if found is None else found

    def _whole(self, solution: Any) -> Mapping[int, int] | None:  # noqa: ANN401 - the solver has no types
        """The solution, if it is one in whole numbers; checked in whole numbers, relation by relation."""
        columns = np.asarray(solution.col_value)
        size = len(self._members)
        moved = columns[:size] - columns[size:]
        rounded = np.rint(moved)
        if np.abs(moved - rounded).max(initial=0.0) > CLOSE_TO_WHOLE:
            return None
        found = {self._members[int(place)]: int(rounded[place]) for place in np.flatnonzero(rounded)}
        return found if self._holds(found) else None

    def _holds(self, moved: Mapping[int, int]) -> bool:
        cells = self._system.cells
        if any(cells[index].value + amount < 0 for index, amount in moved.items()):
            return False
        for number in {number for index in moved for number in self._relations[index]}:
            relation = self._system.relations[number]
            total = sum(factor * (cells[index].value + moved.get(index, 0)) for index, factor in relation.terms)
            if (relation.low is not None and total < relation.low) or (
                relation.high is not None and total > relation.high
            ):
                return False
        return True

    def _mixed(self, columns: Any) -> Mapping[int, int] | None:  # noqa: ANN401 - the solver has no types
        """A table of whole numbers in which, but for hidden cells, none moves that does not move in a broken one.

        Any such table will do: to look for the cheapest takes long, and the broken one is about as cheap as can be.
        """
        for only in (columns > CLOSE_TO_WHOLE, np.ones(len(columns), dtype=bool)):
            found = self._first_whole(only)
            if found is not None:
                return found
        return None

    def _first_whole(self, only: Any) -> Mapping[int, int] | None:  # noqa: ANN401 - as above
        model = self._model(loose=True)
        current = self._solver.getLp()
        costs = np.asarray(current.col_cost_)
        model.col_cost_, model.col_lower_ = costs, current.col_lower_
        model.col_upper_ = np.where(only | (costs == 0), np.asarray(current.col_upper_), 0.0)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
        whole: Any = _Solver()  # type: ignore[no-untyped-call]  # the solver has no types
        options = {"mip_max_improving_sols": 1, "mip_max_nodes": MIXED_NODES}
        for option, value in options.items():
            whole.setOptionValue(option, value)
        whole.passModel(model)
        whole.run()
        solution = whole.getSolution()
        return self._whole(solution) if solution.value_valid else None
