"""What headquarters can get: every figure that it may ask for, the homes, and which country is in which region."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from countries.tenancy.caller import Caller
from tests.closing.office import HEADQUARTERS, Office

REPORT = """query($codes: [String!]!, $period: PeriodInput!, $by: [FigureDimension!], $revision: Int) {
  indicatorReport(indicators: $codes, period: $period, by: $by, revision: $revision) {
    cells { indicator area splits { dimension value } numerator denominator uncertainty status } } }"""
HOMES = """query($after: String) { homes(first: 1000, after: $after) {
  nodes { form openedOn closedOn country { code } } pageInfo { hasNextPage endCursor } } }"""

PROGRAMMES = """query($after: String) { programmes(first: 1000, after: $after) {
  nodes { kind country { code } } pageInfo { hasNextPage endCursor } } }"""

TAKEN = """query($day: Date!, $after: String) { homes(first: 1000, after: $after) {
  nodes { capacity openedOn closedOn country { code } occupancy freePlaces then: freePlaces(on: $day) }
  pageInfo { hasNextPage endCursor } } }"""
COUNTED = """{
  free: homes(where: { freePlaces: { gte: 1 } }) { totalCount }
  full: homes(where: { not: { freePlaces: { gte: 1 } } }) { totalCount }
  taken: homes(where: { occupancy: { gte: 1 } }) { totalCount }
  of: programmes(where: { homes: { some: { occupancy: { gte: 1 } } } }) { totalCount }
  byFree: homes(first: 1, orderBy: [{ freePlaces: ASC }]) { nodes { id } }
  byTaken: homes(first: 1, orderBy: [{ occupancy: DESC }]) { nodes { id } } }"""
"""Whatever would tell of how many live in a home without saying it."""

Categories = tuple[tuple[str, str], ...]
"""Dimensions with their categories, sorted."""
Released = tuple[str, int]
"""A period, such as 2025 or 2025-Q1, and the revision of its figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure, hidden or not."""

    released: Released
    indicator: str
    area: str
    categories: Categories
    status: str
    numerator: int | None
    denominator: int | None


@dataclass(slots=True)
class Gathered:
    """All of it.

    Attributes:
        figures: every one.
        regions: the countries of each region that has figures.
        homes: country, form, first day, and first day no longer open.
        kinds: country and kind of each programme.
        days: first day, and first day after, of each release.
        taken: how many live in the homes of a country on the last day of a release, where homes tell that.
        doors: by which other ways homes tell of who lives there.
    """

    figures: list[Figure] = field(default_factory=list)
    regions: dict[str, list[str]] = field(default_factory=dict)
    homes: list[tuple[str, str, str, str]] = field(default_factory=list)
    kinds: set[tuple[str, str]] = field(default_factory=set)
    days: dict[Released, tuple[str, str]] = field(default_factory=dict)
    taken: dict[tuple[Released, str], int] = field(default_factory=dict)
    doors: set[str] = field(default_factory=set)


async def gather(office: Office, *, only: tuple[str, ...] | None = None) -> Gathered:
    """Ask for everything, as headquarters; of some periods only, where they are named."""
    found = Gathered()
    splits: dict[str, dict[tuple[str, tuple[str, ...]], list[str]]] = {"levels": {}, "quarterLevels": {}}
    catalogue = await office.ask("{ indicators { code splits { dimensions levels quarterLevels } } }")
    for each in catalogue["indicators"]:
        for split in each["splits"]:
            for name, held in splits.items():
                for level in split[name]:
                    held.setdefault((level, tuple(split["dimensions"])), []).append(each["code"])
    document = "{ releases { year quarter month revision firstDay lastDay } }"
    for release in (await office.ask(document))["releases"]:
        label = str(release["year"]) + (f"-Q{release['quarter']}" if release["quarter"] else "")
        if only is not None and label not in only:
            continue
        released = (label, release["revision"])
        found.days[released] = (release["firstDay"], release["lastDay"])
        period = {name: release[name] for name in ("year", "quarter", "month") if release[name]}
        there = splits["quarterLevels" if release["quarter"] or release["month"] else "levels"]
        for (level, dimensions), codes in there.items():
            answer = await office.ask(
                REPORT, codes=codes, period=period, by=[level, *dimensions], revision=release["revision"]
            )
            found.figures += [_figure(released, cell) for cell in answer["indicatorReport"]["cells"]]
    await _places(office, found)
    for released, (_, last) in found.days.items():
        for country, lives in (await places_taken(office, HEADQUARTERS, last, found.doors)).items():
            found.taken[released, country] = lives
    counted = await office.answered(COUNTED)
    found.doors |= {name for name, answer in counted.items() if answer is not None}
    return found


async def places_taken(office: Office, caller: Caller, day: str, doors: set[str]) -> dict[str, int]:
    """How many live in the homes of each country on a day, as far as the homes tell; none may be too full."""
    lives: dict[str, int] = {}
    for node in await _all(office, "homes", TAKEN, caller, day=day):
        doors |= {name for name in ("occupancy", "freePlaces") if node[name] is not None}
        if node["then"] is not None and node["openedOn"] <= day < (node["closedOn"] or "9999-12-31"):
            code = node["country"]["code"]
            lives[code] = lives.get(code, 0) + node["capacity"] - node["then"]
    return lives


def _figure(released: Released, cell: dict[str, Any]) -> Figure:
    categories = tuple(sorted((each["dimension"], each["value"]) for each in cell["splits"]))
    below = None if cell["denominator"] is None else int(cell["denominator"])
    return Figure(released, cell["indicator"], cell["area"], categories, cell["status"], cell["numerator"], below)


async def _places(office: Office, found: Gathered) -> None:
    areas = {figure.area for figure in found.figures}
    for node in (await office.ask("{ countries(first: 300) { nodes { code region } } }"))["countries"]["nodes"]:
        if node["code"] in areas:
            found.regions.setdefault(node["region"], []).append(node["code"])
    found.homes = [
        (node["country"]["code"], node["form"], node["openedOn"], node["closedOn"] or "9999-12-31")
        for node in await _all(office, "homes", HOMES)
    ]
    found.kinds = {(node["country"]["code"], node["kind"]) for node in await _all(office, "programmes", PROGRAMMES)}


async def _all(
    office: Office, root: str, document: str, caller: Caller = HEADQUARTERS, **variables: object
) -> list[dict[str, Any]]:
    """Every row that a caller sees, page by page."""
    rows: list[dict[str, Any]] = []
    after = None
    while True:
        page = (await office.answered(document, caller, after=after, **variables))[root]
        rows += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return rows
        after = page["pageInfo"]["endCursor"]
