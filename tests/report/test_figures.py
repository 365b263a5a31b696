"""What is read from the answer."""

from __future__ import annotations

from graph.indicators.model import AreaLevel
from graph.report import figures
from graph.report.cells import ReportPeriod, Status
from graph.report.figures import Report
from tests.report import sample


def test_every_cell_is_read_once(small: Report) -> None:
    """Cells of all periods are there, each place once."""
    places = [(cell.period, cell.indicator, cell.area, cell.splits) for cell in small.cells]
    told = [small.answer["report"], *small.answer["years"]]

    assert len(places) == len(set(places)) == sum(len(report["cells"]) for report in told)


def test_further_reports_add_their_cells(small: Report) -> None:
    """Another name's report of the same period adds what the main one lacks, and repeats nothing."""
    whole = small.answer["report"]
    main = {**whole, "cells": [cell for cell in whole["cells"] if not cell["splits"]]}
    rest = {**whole, "cells": [cell for cell in whole["cells"] if cell["splits"]]}
    answer = {**small.answer, "report": main, "bySex": rest, "again": main}

    assert sorted(map(repr, figures.report_of(answer).cells)) == sorted(map(repr, small.cells))


def test_areas_have_their_level(small: Report) -> None:
    """The federation, the regions and the countries are told apart."""
    levels = {cell.area: cell.level for cell in small.cells}

    assert levels["FEDERATION"] is AreaLevel.FEDERATION
    assert levels["SOUTH_ASIA"] is AreaLevel.REGION
    assert levels["NP"] is AreaLevel.COUNTRY


def test_hidden_cell_holds_no_number(careless: Report) -> None:
    """Whatever the answer says, a hidden cell holds no number, and no change from or to one is told."""
    hidden = [cell for cell in careless.cells if cell.figure.status is Status.SUPPRESSED]

    assert hidden
    assert all(cell.figure.value is cell.figure.numerator is cell.figure.denominator is None for cell in hidden)
    assert all(cell.change is None for cell in hidden)


def test_series_is_in_order_of_time(small: Report) -> None:
    """A figure over time begins with the earliest period."""
    series = small.series("CARE_STOCK", "FEDERATION")

    assert [period.code for period, _ in series] == ["2023", "2024", "2025"]


def test_comparison_stands_in_for_a_missing_period() -> None:
    """With one period of cells, the comparison gives the line its other end."""
    answer = sample.answer(years=2)
    report = figures.report_of({**answer, "years": []})

    assert [period.code for period, _ in report.series("CARE_STOCK", "FEDERATION")] == ["2024", "2025"]


def test_periods_are_named_as_far_as_they_go() -> None:
    """A year, a quarter and a month have their ISO 8601 names, and so have those of the year before."""
    days = {"firstDay": "2024-01-01", "lastDay": "2024-03-31"}
    leap = {"firstDay": "2024-02-01", "lastDay": "2024-02-29"}

    assert ReportPeriod.of_answer({"year": 2024, "quarter": 1, "month": None, **days}).code == "2024-Q1"
    assert ReportPeriod.of_answer({"year": 2024, "quarter": 1, "month": None, **days}).year_before.code == "2023-Q1"
    assert ReportPeriod.of_answer({"year": 2024, "quarter": None, "month": 2, **leap}).year_before.code == "2023-02"
