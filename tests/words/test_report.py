"""The report in a language: words, numbers, days and names of countries; never what machines read."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from openpyxl import load_workbook

from graph.commands.report import write_report
from graph.errors import BadUserInput
from graph.indicators.period import Period
from graph.report import ReportFormat, figures, write
from graph.report.figures import Report
from graph.report.page import render
from graph.report.saying import day, number
from graph.settings.settings import Settings
from graph.words.speaking import speaking, spoken_by
from graph.words.words import languages
from tests.report import sample


@pytest.fixture(scope="module")
def report() -> Report:
    """Four countries, two years."""
    return figures.report_of(sample.answer(years=2))


@pytest.mark.parametrize("tag", languages())
def test_the_page_says_its_language_and_its_direction(report: Report, tag: str) -> None:
    """It is valid in each, and Arabic reads from right to left."""
    with speaking(spoken_by(tag)):
        tree = html5lib.HTMLParser(strict=True).parse(render(report))
    assert (tree.get("lang"), tree.get("dir")) == (tag, "rtl" if tag == "ar" else "ltr")


def test_numbers_days_and_countries_are_written_as_the_language_does(report: Report) -> None:
    """By CLDR; English stays as it was."""
    last = report.current.period.last_day
    told = {}
    for tag in ("en", "de", "fr"):
        with speaking(spoken_by(tag)):
            told[tag] = (number(-1234.5, 1), day(last))
    assert told["en"] == ("\N{MINUS SIGN}1,234.5", "31 December 2025")
    assert told["de"] == ("\N{MINUS SIGN}1.234,5", "31. Dezember 2025")
    assert told["fr"][1] == "31 décembre 2025"
    with speaking(spoken_by("nl")):
        assert "België" in render(report)


def test_a_workbook_has_headings_of_the_language(report: Report, tmp_path: Path) -> None:
    """And its codes."""
    with speaking(spoken_by("fr")):
        write(report, ReportFormat.XLSX, tmp_path / "rapport.xlsx")
    write(report, ReportFormat.XLSX, tmp_path / "report.xlsx")
    french, english = (load_workbook(tmp_path / name) for name in ("rapport.xlsx", "report.xlsx"))
    assert len(french.sheetnames) == len(english.sheetnames)
    assert french.sheetnames != english.sheetnames
    sheets = zip(french.worksheets[1:-1], english.worksheets[1:-1], strict=True)
    assert all(
        [cell.value for cell in one["C"]][3:] == [cell.value for cell in other["C"]][3:] for one, other in sheets
    )


async def test_a_language_that_is_not_here_writes_no_report(tmp_path: Path) -> None:
    """Whoever names one means it; no database is asked."""
    with pytest.raises(BadUserInput, match="no catalogue"):
        await write_report(Settings(), Period(2025), ReportFormat.HTML, tmp_path / "x.html", "sw")
