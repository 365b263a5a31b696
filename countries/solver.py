"""The solver of linear and whole-number programs, in one thread and without a word."""

from __future__ import annotations

from typing import Any

import highspy


class Solver(highspy.Highs):
    """The solver; its own writes who made it to standard output when it is made."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the library's name
        """The first thing that would write."""
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)
        super().enableCallbacks()  # type: ignore[no-untyped-call]  # the solver has no types


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
