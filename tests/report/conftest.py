"""The reports that the tests write."""

from __future__ import annotations

from typing import Any

import pytest

from graph.report import figures
from graph.report.cells import Status
from graph.report.figures import Report
from tests.report import sample


@pytest.fixture(scope="session")
def small() -> Report:
    """Four countries, three years."""
    return figures.report_of(sample.answer())


@pytest.fixture(scope="session")
def large() -> Report:
    """All countries, two years."""
    return figures.report_of(sample.answer(sample.every_country(), years=2))


@pytest.fixture(scope="session")
def careless() -> Report:
    """Four countries, of an answer that holds a number in each hidden cell."""
    answer = sample.answer()
    for cell in (cell for report in (answer["report"], *answer["years"]) for cell in report["cells"]):
        betray(cell)
        if cell["comparison"]:
            betray(cell["comparison"])
    return figures.report_of(answer)


@pytest.fixture(scope="session")
def rounded() -> Report:
    """All countries, two years, every figure rounded as the closing does it."""
    answer = sample.answer(sample.every_country(), years=2)
    for cell in (cell for report in (answer["report"], *answer["years"]) for cell in report["cells"]):
        blur(cell, cell["indicator"])
        if cell["comparison"]:
            blur(cell["comparison"], cell["indicator"])
            far = (cell.get("uncertainty") or 0) + (cell["comparison"].get("uncertainty") or 0)
            cell["comparison"]["changeUncertainty"] = far or None
    return figures.report_of(answer)


def blur(cell: dict[str, Any], indicator: str) -> None:
    """Make an approximate figure of one that is exact."""
    if cell["status"] == Status.PUBLISHED:
        far = 4 if cell["denominator"] is None else 2.5 if "SHARE" in indicator else 0.05
        cell.update(status=Status.APPROXIMATE, uncertainty=far)


TELLTALE = 271828


def betray(cell: dict[str, Any]) -> None:
    """Put a number into a hidden cell."""
    if cell["status"] == Status.SUPPRESSED:
        cell.update(value=TELLTALE, numerator=TELLTALE, denominator=TELLTALE)
        if "change" in cell:
            cell.update(change=TELLTALE, changeUncertainty=TELLTALE)
