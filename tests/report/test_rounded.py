"""Whoever reads a rounded figure sees that it is one, and how far the truth may be: in words, tables, pictures."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.report import ReportFormat, write
from graph.report.cells import Figure, ReportCell, Status
from graph.report.figures import Report
from graph.report.page import render
from graph.report.page.telling import change, told
from graph.report.page.trends import line
from graph.report.page.world import world


def test_csv_says_it_of_every_line(rounded: Report, tmp_path: Path) -> None:
    """The status, how far, how far the change, and a sentence."""
    path = tmp_path / "report.csv"
    write(rounded, ReportFormat.CSV, path)
    lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    stocks = [each for each in lines if each["indicator"] == "CARE_STOCK" and each["value"]]
    assert {each["status"] for each in stocks} == {"APPROXIMATE"}
    assert {each["uncertainty"] for each in stocks} == {"4"}
    assert {each["reading"] for each in stocks} == {"rounded: the true value is at most 4 away"}
    assert {each["change_uncertainty"] for each in stocks if each["change"]} == {"8"}
    assert {each["reading"] for each in lines if each["status"] == "SUPPRESSED"} == {
        "hidden, to protect children; not zero"
    }


def test_a_workbook_says_it_beside_every_number(rounded: Report, tmp_path: Path) -> None:
    """A column behind the value, one behind the change, and sentences among the notes."""
    path = tmp_path / "report.xlsx"
    write(rounded, ReportFormat.XLSX, path)
    book = load_workbook(path, read_only=True)
    assert any("at most so far from" in str(row[1]) for row in book["Notes"].iter_rows(values_only=True))
    sheet = next(each for each in book if each.title == "Children in care")
    _, _, headings, first, *_ = list(sheet.iter_rows(values_only=True))
    place = next(place for place, each in enumerate(headings) if str(each).startswith("Children in care"))
    assert headings[place + 1 : place + 4] == ("Within, up or down", "Change", "Change within, up or down")
    assert (first[place + 1], first[place + 3]) == (4, 8)


def test_sdmx_says_it_of_every_observation(rounded: Report, tmp_path: Path) -> None:
    """The attribute, the status, and what they mean in the structure."""
    path = tmp_path / "report.zip"
    write(rounded, ReportFormat.SDMX, path)
    with zipfile.ZipFile(path) as archive:
        data, described = archive.read("data.xml").decode(), archive.read("structure.xml").decode()
    stocks = re.findall(r'<[^>]*INDICATOR="CARE_STOCK"[^>]*OBS_VALUE="[^>]*>', data)
    assert stocks
    assert all('UNCERTAINTY="4' in each and 'OBS_STATUS="E"' in each for each in stocks)
    assert "rounded, the true one is at most UNCERTAINTY away" in described
    assert "How far the true value may be from this one" in described


def test_no_number_of_the_page_stands_alone(rounded: Report) -> None:
    """Cards, tables, bars, the map with its labels and tooltips, alternative texts: all say how far."""
    page = render(rounded)
    for macro in (
        r'<p class="big">[^<]*\d[^<]*(?!.*within)</p>',
        r"<td>[\d,.]+</td>",
        r"<title>[^<]*: [\d,.]+ children</title>",
    ):
        assert re.findall(macro, page) == [], macro
    assert page.count("give or take") > 200
    assert page.count('class="within">±') > 200
    assert "about " in page[page.index('class="lead"') :][:200]
    labels = re.findall(r'<tspan class="count">([^<]*)</tspan>', page)
    assert all(each.endswith(("±4", "children", "hidden", "n/a")) for each in labels), labels
    assert "A hidden figure is not zero" in page


def test_what_figures_do_not_tell_is_not_told(rounded: Report) -> None:
    """A change within what both may be off by has no direction; one beyond says about how much."""
    stock = rounded.indicators["CARE_STOCK"]
    found = rounded.cell("CARE_STOCK", "FEDERATION")
    assert found is not None

    def changed(now: float, before: float) -> str:
        one, other = (Figure(Status.APPROXIMATE, value, uncertainty=4) for value in (now, before))
        cell = ReportCell(found.period, found.indicator, found.area, found.level, (), one, other, now - before, 8)
        said = change(cell, stock, "2024")
        assert said is not None
        return f"{said.short}: {said.text}"

    assert changed(5, 0) == "≈ ±8: no change from 2024 that figures can tell"
    assert changed(100, 100) == "≈ ±8: no change from 2024 that figures can tell"
    assert changed(110, 100) == "+10 ±8: about 10 more than in 2024, give or take 8"
    assert told(Figure(Status.APPROXIMATE, 0, uncertainty=4), stock).sentence == "0 children, give or take 4"
    assert told(Figure(Status.PUBLISHED, 0), stock).sentence == "0 children"


@pytest.mark.parametrize("area", ["FEDERATION", "BE", "KE"])
def test_a_line_between_what_may_be_the_same_is_dotted(rounded: Report, area: str) -> None:
    """Each point reaches as far as the truth may be, within the picture."""
    course = line(rounded, rounded.indicators["CARE_STOCK"], area)
    assert course is not None
    for point in course.points:
        if point.y is not None:
            assert point.reach is not None
            assert 0 <= point.reach[0] < point.y <= point.reach[1] <= 100
    shown = [point for point in course.points if point.reach]
    for (*_, is_told), one, other in zip(course.segments, shown, shown[1:], strict=False):
        apart = min(one.reach[1], other.reach[1]) < max(one.reach[0], other.reach[0])  # type: ignore[index]  # shown
        assert is_told == apart


def test_a_circle_near_the_edge_of_its_class_says_so(rounded: Report) -> None:
    """A share that may as well lie in the next class has a mark of its own."""
    map_ = world(rounded)
    assert map_ is not None
    for mark in map_.marks:
        share = rounded.figure("DATACARE_FAMILY_BASED_SHARE", mark.code)
        if share.ends is not None:
            low, high = share.ends
            assert mark.is_between == any(low < edge <= high for edge in (25, 50, 75)), (mark.code, low, high)
