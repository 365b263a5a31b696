"""The map: the countries of the federation, a circle for the children of each, coloured by where they live."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from math import sqrt
from typing import Any

import pycountry

from graph.graphiql.assets import ATLAS
from graph.report.cells import ReportIndicator, Status
from graph.report.figures import Report
from graph.report.names import country_name
from graph.report.page.headlines import FAMILY_BASED, STOCK
from graph.report.page.telling import FigureText, told
from graph.report.saying import number, to_say

LARGEST, LARGEST_OF_MANY, SMALLEST, UNKNOWN = 24.0, 17.0, 2.4, 4.5
"""Radii, in units of the map's width of 960."""
MANY = 40
"""From so many countries on, smaller circles."""
EDGES = (25, 50, 75)
"""Between the classes of the share in family-based care, per cent."""
CLASSES = (to_say("under 25%"), to_say("25 to 50%"), to_say("50 to 75%"), to_say("75% and more"))
MOST_NAMES = 14
LETTER, LINE = 6.4, 13.0
"""About the room that a letter of a name takes on the map."""


@dataclass(frozen=True, slots=True)
class MapCircle:
    """A country's circle.

    Attributes:
        code: ISO 3166-1 alpha-2.
        name: the country's.
        x: of the centre.
        y: of the centre.
        radius: by the square root of the number of children.
        kind: the class of its share, `0` to `3`, or `none`; `hidden` or `absent` where the children have no number.
        children: the figure.
        share: in family-based care.
        label: its name and figure where there is room for it, else empty.
        is_between: whether its share may as well lie in the next class.
    """

    code: str
    name: str
    x: float
    y: float
    radius: float
    kind: str
    children: FigureText
    share: FigureText | None
    label: str = ""
    is_between: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """The map.

    Attributes:
        width: of the sheet.
        height: of the sheet.
        land: each country's path, and whether the federation is there.
        marks: the circles, the largest first.
        sizes: circles of the legend: number of children and radius.
        source: whom the shapes come from, and their licence.
    """

    width: int
    height: int
    land: tuple[tuple[str, bool], ...]
    marks: tuple[MapCircle, ...]
    sizes: tuple[tuple[str, float], ...]
    source: str


def world(report: Report) -> Map | None:
    """The map; none where its shapes are not built, or where nobody counted children in care."""
    atlas, stock = _atlas(), report.indicators.get(STOCK)
    if atlas is None or stock is None:
        return None
    places = {_numeric(code): code for code in report.countries}
    most = max((report.figure(STOCK, code).value or 0 for code in report.countries), default=0) or 1
    largest = LARGEST if len(places) < MANY else LARGEST_OF_MANY
    marks = [
        _mark(report, (stock, largest, most), places[country["numeric"]], country)
        for country in atlas["countries"]
        if country["numeric"] in places
    ]
    marks.sort(key=lambda mark: -mark.radius)
    land = tuple((country["path"], country["numeric"] in places) for country in atlas["countries"] if country["path"])
    return Map(atlas["width"], atlas["height"], land, tuple(_named(marks)), _sizes(largest, most), atlas["source"])


def _mark(report: Report, by: tuple[ReportIndicator, float, float], code: str, country: dict[str, Any]) -> MapCircle:
    stock, largest, most = by
    figure = report.figure(STOCK, code)
    family = report.indicators.get(FAMILY_BASED)
    share = report.figure(FAMILY_BASED, code)
    if figure.value is None:
        radius, kind = UNKNOWN, "hidden" if figure.status is Status.SUPPRESSED else "absent"
    else:
        radius = max(SMALLEST, largest * sqrt(figure.value / most))
        kind = "none" if share.value is None else str(_class(share.value))
    return MapCircle(
        code,
        country_name(code),
        country["x"],
        country["y"],
        round(radius, 1),
        kind,
        told(figure, stock),
        told(share, family) if family else None,
        is_between=len({_class(end) for end in share.ends or ()}) > 1,
    )


def _class(share: float) -> int:
    return sum(share >= edge for edge in EDGES)


def _named(marks: list[MapCircle]) -> list[MapCircle]:
    """Names for the largest circles, as long as no name lies on another one."""
    taken: list[tuple[float, float, float, float]] = []
    found: list[MapCircle] = []
    for mark in marks:
        text = f"{mark.name} {mark.children.written}"
        left, top = mark.x + mark.radius + 3, mark.y - LINE / 2
        box = (left, top, left + LETTER * len(text), top + LINE)
        fits = len(taken) < MOST_NAMES and not any(_overlap(box, other) for other in taken)
        if fits:
            taken.append(box)
        found.append(replace(mark, label=text) if fits else mark)
    return found


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _sizes(largest: float, most: float) -> tuple[tuple[str, float], ...]:
    """Two round numbers of children, and their circles."""
    power = 10 ** (len(str(int(most))) - 1)
    large = int(most // power * power)
    small = max(1, large // 5)
    return tuple((number(size, 0), round(max(SMALLEST, largest * sqrt(size / most)), 1)) for size in (small, large))


def _numeric(code: str) -> str | None:
    country = pycountry.countries.get(alpha_2=code)
    return str(country.numeric) if country else None


@cache
def _atlas() -> dict[str, Any] | None:
    """What the build has drawn; none where it has not."""
    try:
        drawn: dict[str, Any] = json.loads((ATLAS / "atlas.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return drawn
