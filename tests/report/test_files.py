"""CSV, XLSX and JSON, read back."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import orjson
import pytest
from openpyxl import load_workbook

from graph.report import ReportFormat, figures, write
from graph.report.cells import DIMENSIONS, ReportCell, Status
from graph.report.figures import Report
from graph.report.names import TOPICS, category_name
from graph.report.workbook import HEAD_ROWS, KEYS, SYMBOLS
from tests.report.conftest import TELLTALE

Place = tuple[str, str, str, tuple[str, ...]]


def place_of(cell: ReportCell) -> Place:
    """What tells a cell from every other."""
    splits = dict(cell.splits)
    return cell.period.code, cell.indicator, cell.area, tuple(splits.get(each, "") for each in DIMENSIONS)


def number(text: str) -> float | None:
    """A number of a CSV cell."""
    return float(text) if text else None


def csv_lines(path: Path) -> list[dict[str, str]]:
    """The lines of a CSV file by the names of its columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_reads_back_equal(small: Report, tmp_path: Path) -> None:
    """Each cell is one line, with its status and its numbers, and nothing else is there."""
    path = tmp_path / "report.csv"
    write(small, ReportFormat.CSV, path)
    found = {
        (
            line["period"],
            line["indicator"],
            line["area"],
            tuple(line[each.lower()] for each in DIMENSIONS),
        ): (line["status"], *(number(line[name]) for name in ("value", "numerator", "denominator", "change")))
        for line in csv_lines(path)
    }

    assert found == {
        place_of(cell): (
            cell.figure.status,
            cell.figure.value,
            cell.figure.numerator,
            cell.figure.denominator,
            cell.change,
        )
        for cell in small.cells
    }


def test_csv_text_is_never_run(small: Report, tmp_path: Path) -> None:
    """A title that a spreadsheet would run is guarded; a negative number stays a number."""
    indicators = [{**each, "title": "=1+1"} for each in small.answer["indicators"]]
    path = tmp_path / "report.csv"
    write(figures.report_of({**small.answer, "indicators": indicators}), ReportFormat.CSV, path)
    lines = csv_lines(path)

    assert {line["title"] for line in lines} == {"'=1+1"}
    assert any(line["change"].startswith("-") for line in lines)


def sheet_cells(sheet: Any) -> dict[Place, Any]:  # noqa: ANN401 - the library's sheet
    """The values of a topic's sheet by what tells a cell from every other."""
    rows = list(sheet.iter_rows(values_only=True))
    codes = {place: code for place, code in enumerate(rows[1]) if place >= len(KEYS) and code}
    return {
        (row[3], code, row[2], tuple(row[4 : 4 + len(DIMENSIONS)])): row[place]
        for row in rows[HEAD_ROWS:]
        for place, code in codes.items()
        if row[place] is not None
    }


@pytest.fixture
def book(small: Report, tmp_path: Path) -> Any:  # noqa: ANN401 - the library's workbook
    """The small report as a workbook, read back."""
    path = tmp_path / "report.xlsx"
    write(small, ReportFormat.XLSX, path)
    return load_workbook(path)


def test_xlsx_reads_back_equal(small: Report, book: Any) -> None:  # noqa: ANN401 - the library's workbook
    """Each cell is in the sheet of its topic, as its value or as the symbol of its status."""
    found: dict[Place, Any] = {}
    for topic in {each.topic for each in small.indicators.values()}:
        found |= sheet_cells(book[TOPICS[topic]])

    def shown(cell: ReportCell) -> Place:
        code, indicator, area, _ = place_of(cell)
        splits = dict(cell.splits)
        return code, indicator, area, tuple(category_name(splits.get(each, "All")) for each in DIMENSIONS)

    assert found == {
        shown(cell): cell.figure.value if cell.figure.value is not None else SYMBOLS[cell.figure.status]
        for cell in small.cells
    }


def test_xlsx_has_notes_and_definitions(small: Report, book: Any) -> None:  # noqa: ANN401 - the library's workbook
    """The first sheet explains the symbols, the last one defines every indicator."""
    notes = {row[0] for row in book.worksheets[0].iter_rows(values_only=True)}
    codes = [row[0] for row in book.worksheets[-1].iter_rows(min_row=2, values_only=True)]

    assert {"c: hidden", "n/a: not available", "Rounding"} <= notes
    assert codes == list(small.indicators)


def test_xlsx_headings_stay_in_sight(small: Report, book: Any) -> None:  # noqa: ANN401 - the library's workbook
    """Each sheet of figures keeps its headings and its areas, and shows numbers in the digits of their unit."""
    sheet = book[TOPICS["DATACARE"]]
    decimals = small.indicators["DATACARE_FAMILY_BASED_SHARE"].decimals

    assert sheet.freeze_panes == "C4"
    assert f"#,##0.{'0' * decimals}" in {cell.number_format for row in sheet.iter_rows() for cell in row}


def test_json_is_the_answer(small: Report, tmp_path: Path) -> None:
    """JSON is the answer as it was read, and what a reader has to know in sentences."""
    path = tmp_path / "report.json"
    write(small, ReportFormat.JSON, path)

    written = orjson.loads(path.read_bytes())
    assert "at most 4 away" in written.pop("notes")["Rounding"]
    assert written == small.answer


@pytest.mark.parametrize("form", [ReportFormat.CSV, ReportFormat.XLSX])
def test_hidden_number_is_in_no_file(careless: Report, tmp_path: Path, form: ReportFormat) -> None:
    """A number that the answer holds in a hidden cell by mistake is not written."""
    path = tmp_path / f"report.{form}"
    write(careless, form, path)
    if form is ReportFormat.CSV:
        told = path.read_text(encoding="utf-8")
    else:
        book = load_workbook(path)
        told = repr([row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)])

    assert str(TELLTALE) not in told
    assert any(cell.figure.status is Status.SUPPRESSED for cell in careless.cells)
