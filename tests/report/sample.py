"""Answers of the report's query, made up: the same ones every time."""

from __future__ import annotations

import random
from typing import Any

from countries.register import load_register
from graph.indicators.catalogue import all_indicators
from graph.indicators.splits import CATEGORIES, Dimension

FOUR = ("BE", "KE", "NP", "PE")
SPLITS: tuple[tuple[Dimension, ...], ...] = (
    (Dimension.SEX,),
    (Dimension.AGE_GROUP,),
    (Dimension.SETTING,),
    (Dimension.CARE_FORM,),
    (Dimension.SEX, Dimension.AGE_GROUP),
)
SHARES = {
    "CARE_INFLOW": 0.16,
    "CARE_OUTFLOW": 0.14,
    "HOMES_BY_FORM": 0.13,
    "DATACARE_FAMILY_BASED_SHARE": 64,
    "DATACARE_RESIDENTIAL_SHARE": 30,
    "SIBLINGS_TOGETHER": 78,
    "COMMUNITY_LINKS_PER_CHILD": 2.3,
    "OCCUPANCY": 88,
    "LENGTH_OF_STAY": 1510,
    "RE_ENTRIES": 6,
}
FEWEST = 5


def answer(countries: tuple[str, ...] = FOUR, years: int = 3, last: int = 2025) -> dict[str, Any]:
    """An answer for some countries over some years; small counts are hidden, and so is what would give them away."""
    editions = [
        _report(countries, year, compares=year > last - years + 1) for year in range(last - years + 1, last + 1)
    ]
    return {
        "indicators": [_indicator(code) for code in all_indicators()],
        "report": editions[-1],
        "years": editions[:-1],
    }


def every_country() -> tuple[str, ...]:
    """The codes of all countries of the register."""
    return load_register().codes


def _indicator(code: str) -> dict[str, Any]:
    found = all_indicators()[code]
    return {
        "code": code,
        "title": found.title,
        "topic": found.topic.value,
        "unit": found.unit,
        "decimals": found.decimals,
        "numerator": found.numerator_doc,
        "denominator": found.denominator_doc,
        "exclusions": found.exclusions,
        "splits": [[each.value for each in split] for split in found.splits if split],
        "definitionSource": found.definition_source,
        "verified": found.verified,
        "version": found.version,
        "providerShare": found.provider_share,
    }


def _report(countries: tuple[str, ...], year: int, *, compares: bool) -> dict[str, Any]:
    register = load_register()
    regions = sorted({register[code].region.value for code in countries})
    areas: list[tuple[str, str | None]] = [("FEDERATION", None), *((region, None) for region in regions)]
    areas += [(code, code) for code in countries]
    weights = {code: _children(code) for code in countries}
    sizes = dict(weights)
    for region in regions:
        sizes[region] = sum(weights[code] for code in countries if register[code].region.value == region)
    sizes["FEDERATION"] = sum(weights.values())
    cells = []
    for code in all_indicators():
        for area, country in areas:
            for splits in _splits(code, country):
                cell = _cell(code, (area, country), splits, sizes[area], year)
                before = _cell(code, (area, country), splits, sizes[area], year - 1)
                cells.append({**cell, "comparison": _compared(cell, before) if compares else None})
    return {
        "period": {
            "year": year,
            "quarter": None,
            "month": None,
            "firstDay": f"{year}-01-01",
            "lastDay": f"{year}-12-31",
        },
        "release": {
            "revision": 1,
            "publishedAt": f"{year + 1}-02-01T10:00:00Z",
            "asKnownAt": f"{year + 1}-01-31T00:00:00Z",
            "reason": None,
        },
        "cells": cells,
        "coverage": [_coverage(code, year) for code in countries],
    }


def _draw(*key: object) -> random.Random:
    return random.Random(repr(key))  # noqa: S311 - made-up figures


def _children(code: str) -> int:
    return int(_draw("size", code).lognormvariate(5.2, 1.1)) + 3


def _splits(code: str, country: str | None) -> list[tuple[tuple[str, str], ...]]:
    found: list[tuple[tuple[str, str], ...]] = [()]
    known = all_indicators()[code].splits
    for split in SPLITS:
        if split in known and (country is None or split == (Dimension.SETTING,)):
            parts: list[tuple[tuple[str, str], ...]] = [()]
            for dimension in split:
                parts = [(*part, (dimension.value, each)) for part in parts for each in CATEGORIES[dimension].leaves]
            found += parts
    return found


def _cell(
    code: str, area: tuple[str, str | None], splits: tuple[tuple[str, str], ...], size: int, year: int
) -> dict[str, Any]:
    indicator = all_indicators()[code]
    drawn = _draw("cell", code, area, splits)
    share = drawn.uniform(0.5, 1.5) / max(1, 2 * len(splits)) if splits else 1.0
    growth = 1 + (year - 2025) * _draw("growth", area[0]).uniform(-0.03, 0.05) + _draw(area, year).uniform(-0.03, 0.03)
    children = max(0, round(size * share * growth * (0.25 if splits else 1)))
    cell: dict[str, Any] = {
        "indicator": code,
        "area": area[0],
        "country": area[1],
        "splits": [{"dimension": dimension, "value": value} for dimension, value in splits],
        "value": None,
        "numerator": None,
        "denominator": None,
        "status": "PUBLISHED",
    }
    if children < FEWEST or (area[1] and drawn.random() < 0.04):
        return {**cell, "status": "SUPPRESSED"}
    if indicator.provider_share and (area[1] is None or drawn.random() < 0.1):
        return {**cell, "status": "NOT_AVAILABLE"}
    level = SHARES.get(code, 1.0 if indicator.denominator is None else 12.0)
    if indicator.denominator is None:
        count = round(children * level)
        return {**cell, "value": float(count), "numerator": count}
    spread = drawn.uniform(0.75, 1.25) if area[1] else drawn.uniform(0.95, 1.05)
    value = level * spread * (1 + (year - 2025) * 0.012) + _draw(area, code, year).uniform(-0.01, 0.01) * level
    if indicator.unit == "percent":
        value = min(value, 100)
    below = children * 10
    return {
        **cell,
        "value": round(value, indicator.decimals),
        "numerator": round(value * below / 100),
        "denominator": below,
    }


def _compared(cell: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    known = cell["value"] is not None and before["value"] is not None
    return {
        **{name: before[name] for name in ("value", "numerator", "denominator", "status")},
        "change": round(cell["value"] - before["value"], 2) if known else None,
    }


def _coverage(code: str, year: int) -> dict[str, Any]:
    drawn = _draw("coverage", code)
    complete = drawn.random() < 0.9
    return {
        "country": code,
        "complete": complete,
        "timely": complete and drawn.random() < 0.93,
        "lastEntryAt": f"{year + 1}-01-{drawn.randint(3, 29):02}T09:30:00Z",
        "note": None if complete else "Two programmes have not entered December yet.",
    }
