"""The page: valid, whole, and quiet about what is hidden."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest

from graph.indicators.model import AreaLevel
from graph.report import figures
from graph.report.cells import Status
from graph.report.figures import Report
from graph.report.names import area_name, region_of
from graph.report.page import render
from graph.report.saying import number
from tests.report import sample
from tests.report.conftest import TELLTALE

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def parsed(page: str) -> Element:
    """The tree of a page; a fault against the standard's grammar fails."""
    tree: Element = html5lib.HTMLParser(strict=True).parse(page)
    return tree


def text(element: Element) -> str:
    """All text within an element, in single spaces."""
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def page(small: Report) -> str:
    """The small report's page."""
    return render(small)


@pytest.fixture(scope="module")
def tree(page: str) -> Element:
    """The same, parsed."""
    return parsed(page)


def test_page_of_every_country_is_valid(large: Report) -> None:
    """The page of 138 countries follows the grammar, and has a panel for each."""
    tree = parsed(render(large))

    assert len([each for each in tree.iter(f"{HTML}li") if each.get("class") == "panel"]) == len(sample.every_country())


@pytest.mark.parametrize("countries", [("BE",), ("BE", "FR"), sample.FOUR])
@pytest.mark.parametrize("years", [1, 2, 10])
def test_page_of_any_size_is_valid(countries: tuple[str, ...], years: int) -> None:
    """From one country and one year to ten years."""
    parsed(render(figures.report_of(sample.answer(countries, years))))


def test_page_with_few_indicators_is_valid(small: Report) -> None:
    """The catalogue may lack what the page would show first."""
    few = [each for each in small.answer["indicators"] if each["topic"] == "HOMES"]
    codes = {each["code"] for each in few}
    report = small.answer["report"]
    cells = [cell for cell in report["cells"] if cell["indicator"] in codes]

    parsed(render(figures.report_of({"indicators": few, "report": {**report, "cells": cells, "coverage": []}})))


def test_page_with_everything_hidden_shows_no_number(small: Report) -> None:
    """Where all is hidden there is no figure, and no picture falls over it."""
    report = small.answer["report"]
    nothing = {"value": None, "numerator": None, "denominator": None, "status": "SUPPRESSED", "comparison": None}
    cells = [{**cell, **nothing} for cell in report["cells"]]
    tree = parsed(render(figures.report_of({**small.answer, "report": {**report, "cells": cells}, "years": []})))

    assert {text(each) for each in tree.iter(f"{HTML}td") if each.get("class") is None} >= {"hidden"}
    assert not [each for each in tree.iter(f"{HTML}p") if each.get("class") == "big" and text(each) != "hidden"]


def test_page_loads_and_runs_nothing(page: str, tree: Element) -> None:
    """No script, no frame, no address outside the page itself."""
    addresses = [value for each in tree.iter() for name, value in each.items() if name in {"src", "href", "action"}]

    assert all(address.startswith("#") for address in addresses)
    assert not {each.tag for each in tree.iter()} & {f"{HTML}{name}" for name in ("script", "iframe", "link", "img")}
    assert set(re.findall(r"url\(([^)]*)\)", page)) == {"#hatch"}
    assert "@import" not in page


def test_addresses_within_the_page_exist(tree: Element) -> None:
    """Each id is there once, and each link and label finds its own."""
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    wanted = {each.get("href", "")[1:] for each in tree.iter(f"{HTML}a")}
    wanted |= {name for each in tree.iter() for name in each.get("aria-labelledby", "").split()}

    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


def test_headings_leave_no_level_out(tree: Element) -> None:
    """One first heading, and none skips a level."""
    levels = [int(each.tag[-1]) for each in tree.iter() if re.fullmatch(rf"{HTML}h[1-6]", str(each.tag))]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headings(tree: Element) -> None:
    """A reader who hears a table knows which row and column a figure is in."""
    tables = list(tree.iter(f"{HTML}table"))

    assert tables
    assert all(table.find(f"{HTML}caption") is not None for table in tables)
    assert all(each.get("scope") in {"col", "row"} for each in tree.iter(f"{HTML}th"))


def test_every_picture_says_itself_in_words(tree: Element) -> None:
    """Each drawing has a title, or is hidden from those who hear the page."""
    drawings = list(tree.iter(f"{SVG}svg"))
    silent = [each for each in drawings if each.get("role") != "img"]
    spoken = [each for each in drawings if each.get("role") == "img"]

    assert spoken
    assert all(each.get("aria-hidden") == "true" for each in silent)
    assert all(text(title) for each in spoken if (title := each.find(f"{SVG}title")) is not None)
    assert all(each.find(f"{SVG}title") is not None for each in spoken)


def test_tables_hold_every_figure(small: Report, tree: Element) -> None:
    """The table of each topic shows every area's figure, in the indicator's digits, and a word where there is none."""
    words = {Status.SUPPRESSED: "hidden", Status.NOT_AVAILABLE: "n/a"}
    levels = {area_name(cell.area, cell.level): (cell.area, cell.level) for cell in small.cells}
    seen = 0
    for table in (each for each in tree.iter(f"{HTML}table") if each.get("class") == "all"):
        titles = [str(each.text).strip() for each in table.iter(f"{HTML}th") if each.get("scope") == "col"][1:]
        indicators = [next(each for each in small.indicators.values() if each.title == title) for title in titles]
        for row in table.iter(f"{HTML}tr"):
            cells = row.findall(f"{HTML}td")
            area = levels[text(row[0])][0] if cells else ""
            for indicator, cell in zip(indicators, cells, strict=bool(cells)):
                figure = small.figure(indicator.code, area)
                expected = words.get(figure.status) or number(figure.value or 0, indicator.decimals)
                assert text(cell).split()[0] == expected
                seen += 1

    assert seen == len([cell for cell in small.cells if not cell.splits and cell.period == small.current.period])


def test_hidden_number_is_nowhere(careless: Report) -> None:
    """A number that the answer holds in a hidden cell by mistake is not shown, in no form."""
    page = render(careless)

    assert str(TELLTALE) not in page
    assert f"{TELLTALE:,}" not in page


def test_hidden_pieces_are_not_told_apart(small: Report, tree: Element) -> None:
    """Where two parts of a bar are hidden, they are one piece: their border would tell how large they are."""
    drawings = [each for each in tree.iter(f"{SVG}svg") if each.get("class") == "stack"]
    hidden = [sum(piece.get("fill") == "url(#hatch)" for piece in each) for each in drawings]

    assert max(hidden) == 1
    assert any(cell.figure.status is Status.SUPPRESSED and cell.splits for cell in small.cells)


def test_page_says_what_a_reader_has_to_know(small: Report, tree: Element) -> None:
    """Release, rounding, hiding, coverage, each definition with its source, and the licence of the map."""
    told = text(tree)

    assert "Revision 1, published 1 February 2026" in told
    assert "halves away from zero" in told
    assert "A hidden figure is not zero" in told
    assert "countries are complete" in told
    assert "which changes no figure: Peru, SOS family as Residential." in told
    assert "Natural Earth (public domain)" in told or "its shapes were not built" in told
    assert all(" ".join(each.source.split()) in told for each in small.indicators.values())
    assert "not yet compared" in told


def test_texts_of_the_answer_are_escaped(small: Report) -> None:
    """What somebody typed is text, whatever it looks like."""
    report = small.answer["report"]
    release = {**report["release"], "reason": "<script>alert(1)</script>"}
    page = render(figures.report_of({**small.answer, "report": {**report, "release": release}}))

    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_every_country_belongs_to_a_region(small: Report) -> None:
    """The page orders countries by region, so that none may be without one."""
    countries = [cell.area for cell in small.cells if cell.level is AreaLevel.COUNTRY]

    assert all(region_of(code) for code in countries)
