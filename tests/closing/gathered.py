"""What headquarters can get: every figure that it may ask for, the homes, and which country is in which region."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.closing.office import Office

REPORT = """query($codes: [String!]!, $period: PeriodInput!, $by: [FigureDimension!], $revision: Int) {
  indicatorReport(indicators: $codes, period: $period, by: $by, revision: $revision) {
    cells { indicator area splits { dimension value } numerator denominator uncertainty status } } }"""
HOMES = """query($after: String) { homes(first: 1000, after: $after) {
  nodes { form openedOn closedOn country { code } } pageInfo { hasNextPage endCursor } } }"""

PROGRAMMES = """query($after: String) { programmes(first: 1000, after: $after) {
  nodes { kind country { code } } pageInfo { hasNextPage endCursor } } }"""

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
    """

    figures: list[Figure] = field(default_factory=list)
    regions: dict[str, list[str]] = field(default_factory=dict)
    homes: list[tuple[str, str, str, str]] = field(default_factory=list)
    kinds: set[tuple[str, str]] = field(default_factory=set)
    days: dict[Released, tuple[str, str]] = field(default_factory=dict)


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
    return found


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


async def _all(office: Office, root: str, document: str) -> list[dict[str, Any]]:
    """Every row that headquarters sees, page by page."""
    rows: list[dict[str, Any]] = []
    after = None
    while True:
        page = (await office.ask(document, after=after))[root]
        rows += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return rows
        after = page["pageInfo"]["endCursor"]
