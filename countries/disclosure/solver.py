"""Linear and whole-number programs, and their solver, in one thread and without a word."""

from __future__ import annotations

from typing import Any, NamedTuple

import highspy
import numpy as np


class Solver(highspy.Highs):
    """The solver; its own writes who made it to standard output when it is made."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the library's name
        """The first thing that would write."""
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)
        # What is asked here has a first answer that is seen at once; looking for one takes longer than a small program.
        self.setOptionValue("mip_heuristic_run_feasibility_jump", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]  # the solver has no types


class ProgramRows(NamedTuple):
    """Rows of a program, as arrays: the row, the column and the factor of each entry; and the ends of each row."""

    numbers: Any
    columns: Any
    factors: Any
    lows: Any
    highs: Any


def program_of(costs: Any, mosts: Any, rows: ProgramRows, whole: Any = None) -> Any:  # noqa: ANN401 - arrays of numbers; the solver has no types
    """The program that asks for what costs least, of numbers that are none below zero.

    Args:
        costs: of each number.
        mosts: the most that each may be.
        rows: what holds among them.
        whole: which of them are whole; of none where it is not given.
    """
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(rows.lows)
    model.col_cost_, model.col_lower_, model.col_upper_ = costs, np.zeros(len(costs)), mosts
    model.row_lower_, model.row_upper_ = rows.lows, rows.highs
    numbers = np.asarray(rows.numbers, dtype=np.int64)
    order = np.argsort(numbers, kind="stable")
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    starts = np.concatenate([[0], np.cumsum(np.bincount(numbers, minlength=len(rows.lows)))])
    model.a_matrix_.start_ = starts.astype(np.int32)
    model.a_matrix_.index_ = np.asarray(rows.columns, dtype=np.int32)[order]
    model.a_matrix_.value_ = np.asarray(rows.factors, dtype=np.float64)[order]
    if whole is not None:
        child, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [child if each else part for each in whole.tolist()]
    return model


def solver_of(model: Any, **options: float) -> Any:  # noqa: ANN401 - the solver has no types
    """A solver that has a program and is to be run.

    Args:
        model: the program.
        options: the solver's own.
    """
    solver: Any = Solver()  # type: ignore[no-untyped-call]  # the solver has no types
    for option, value in options.items():
        solver.setOptionValue(option, value)
    solver.passModel(model)
    return solver
