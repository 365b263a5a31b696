"""Answers of the report's query, made up: the same ones every time, for few countries or for all."""

from __future__ import annotations

from functools import cache
from itertools import product
from math import exp
from typing import Any
from zlib import crc32

from countries.register.register import load_register
from graph.entities.home_form import SETTING_OF
from graph.indicators.catalogue import all_indicators
from graph.indicators.splits import CATEGORIES, Dimension

FOUR = ("BE", "KE", "NP", "PE")
FEWEST = 5
"""Smaller counts are hidden, and another one beside them."""
ONE, TWO = (Dimension.SEX,), (Dimension.SEX, Dimension.AGE_GROUP)
SPLITS = (ONE, (Dimension.AGE_GROUP,), (Dimension.SETTING,), (Dimension.CARE_FORM,), TWO)
WEIGHTS: dict[Dimension, tuple[float, ...]] = {
    Dimension.SEX: (0.49, 0.51),
    Dimension.AGE_GROUP: (0.12, 0.23, 0.31, 0.22, 0.12),
    Dimension.CARE_FORM: (0.30, 0.19, 0.14, 0.15, 0.11, 0.08, 0.02, 0.01),
}
LEVELS = {
    "CARE_INFLOW": 0.16,
    "CARE_OUTFLOW": 0.14,
    "HOMES_BY_FORM": 0.13,
    "DATACARE_FAMILY_BASED_SHARE": 64,
    "DATACARE_RESIDENTIAL_SHARE": 29,
    "RESIDENTIAL_TO_FAMILY_BASED": 0.46,
    "LEAVING_RESIDENTIAL_FOR_FAMILY": 41,
    "SIBLINGS_TOGETHER": 78,
    "COMMUNITY_LINKS_PER_CHILD": 2.3,
    "MOVES_PER_1000_CARE_DAYS": 1.12,
    "OCCUPANCY": 88,
    "LENGTH_OF_STAY": 1510,
    "RE_ENTRIES": 6,
    "CARE_ON_A_LEGAL_GROUND": 91,
    "GATEKEEPING": 73,
    "CARER_CONTINUITY": 68,
    "FAMILY_CONTACT": 72,
    "PARENT_CONTACT": 51,
    "CONTACT_WITHOUT_PARENTS": 44,
    "CHILDREN_HEARD": 71,
    "QUALIFIED_CARERS": 77,
    "QUALIFIED_MANAGERS": 84,
}

Split = tuple[tuple[str, str], ...]


READ_OTHERWISE = ("PE",)
"""Countries whose own rules count an SOS family as residential."""


def answer(countries: tuple[str, ...] = FOUR, years: int = 3, last: int = 2025) -> dict[str, Any]:
    """An answer for some countries over some years, the last of them the report's own."""
    first = last - years + 1
    editions = [_report(countries, year, compares=year > first) for year in range(first, last + 1)]
    indicators = [_indicator(code) for code in all_indicators()]
    return {"indicators": indicators, "report": editions[-1], "years": editions[:-1]}


def every_country() -> tuple[str, ...]:
    """The codes of all countries of the register."""
    return load_register().codes


def draw(*key: object) -> float:
    """A number from 0 to 1 that hangs on the key alone."""
    return crc32(repr(key).encode()) / 2**32


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
    cells = []
    for code in all_indicators():
        for area, country in _areas(countries):
            now = _cells(code, area, country, countries, year)
            before = _cells(code, area, country, countries, year - 1)
            for splits, cell in now.items():
                cells.append({**cell, "comparison": _compared(cell, before[splits]) if compares else None})
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


@cache
def _areas(countries: tuple[str, ...]) -> list[tuple[str, str | None]]:
    regions = sorted({load_register()[code].region.value for code in countries})
    whole: list[tuple[str, str | None]] = [("FEDERATION", None), *((region, None) for region in regions)]
    return whole + [(code, code) for code in countries]


@cache
def _children(area: str, countries: tuple[str, ...], year: int) -> int:
    """Children in care in an area on a year's last day."""
    if area not in countries:
        register = load_register()
        inside = [code for code in countries if area in {"FEDERATION", register[code].region.value}]
        return sum(_children(code, countries, year) for code in inside)
    trend = 1 + (year - 2025) * (draw("trend", area) - 0.4) * 0.05
    return max(1, round(exp(1.4 + 5 * draw("size", area)) * trend * (0.97 + 0.06 * draw(area, year))))


@cache
def _cells(
    code: str, area: str, country: str | None, countries: tuple[str, ...], year: int
) -> dict[Split, dict[str, Any]]:
    """The cells of an indicator in an area, by what they are split by."""
    indicator, size = all_indicators()[code], _children(area, countries, year)
    known = [split for split in SPLITS if split in indicator.splits and (not country or split == (Dimension.SETTING,))]
    absent = indicator.provider_share and (not country or draw("population", country) < 0.1)
    whole_hidden = size < FEWEST or bool(country and draw("hidden", code, area) < 0.03)
    found: dict[Split, dict[str, Any]] = {}
    for split in ((), *known):
        parts = _parts(size, area, split)
        small = {part for part, count in parts.items() if count < FEWEST}
        if len(small) == 1 and len(parts) > 1:
            small.add(min(set(parts) - small, key=lambda part: parts[part]))
        for part, count in parts.items():
            status = "NOT_AVAILABLE" if absent else "SUPPRESSED" if whole_hidden or part in small else "PUBLISHED"
            numbers = _numbers(code, area, year, part, count) if status == "PUBLISHED" else (None, None, None)
            if indicator.unit == "children" and numbers[0] is not None and numbers[0] < FEWEST:
                status, numbers = "SUPPRESSED", (None, None, None)
            found[part] = {
                "indicator": code,
                "area": area,
                "country": country,
                "splits": [{"dimension": dimension, "value": value} for dimension, value in part],
                **dict(zip(("value", "numerator", "denominator"), numbers, strict=True)),
                "status": status,
            }
    return found


def _numbers(code: str, area: str, year: int, part: Split, count: int) -> tuple[float, int, int | None]:
    indicator = all_indicators()[code]
    level = LEVELS.get(code, 1.0 if indicator.denominator is None else 12.0)
    if indicator.denominator is None:
        return float(round(count * level)), round(count * level), None
    spread = 0.12 if area.isupper() and len(area) > 2 else 0.5
    growth = (year - 2025) * 0.03 * (draw("way", code, area) - 0.3)
    value = level * (1 - spread / 2 + spread * draw(code, area, part) + growth)
    value = min(value + level * 0.02 * draw(code, area, part, year), 100 if indicator.unit == "percent" else value * 2)
    return round(value, indicator.decimals), round(value * count / 100), count


def _parts(size: int, area: str, split: tuple[Dimension, ...]) -> dict[Split, int]:
    """A whole in its parts, which add up to it."""
    shares = {
        tuple((each.value, str(category)) for each, category in zip(split, categories, strict=True)): _share(
            area, split, categories
        )
        for categories in product(*(CATEGORIES[each] for each in split))
    }
    total, run, parts = sum(shares.values()), 0.0, {}
    for part, share in shares.items():
        parts[part] = round(size * (run + share) / total) - round(size * run / total)
        run += share
    return parts


def _share(area: str, split: tuple[Dimension, ...], categories: tuple[str, ...]) -> float:
    share = 1.0
    for dimension, category in zip(split, categories, strict=True):
        if dimension is Dimension.SETTING:
            forms = [form for form, setting in SETTING_OF.items() if setting == category] or [category]
            share *= sum(_share(area, (Dimension.CARE_FORM,), (str(form),)) for form in forms)
        else:
            place = [str(each) for each in CATEGORIES[dimension]].index(str(category))
            share *= WEIGHTS[dimension][place] * (0.6 + 0.8 * draw("share", area, str(category)))
    return share


def _compared(cell: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    known = cell["value"] is not None and before["value"] is not None
    far = (cell.get("uncertainty") or 0) + (before.get("uncertainty") or 0)
    return {
        **{name: before[name] for name in ("value", "numerator", "denominator", "status")},
        "change": round(cell["value"] - before["value"], 2) if known else None,
        "changeUncertainty": (far or None) if known else None,
    }


def _coverage(code: str, year: int) -> dict[str, Any]:
    complete = draw("complete", code) < 0.93
    return {
        "country": code,
        "complete": complete,
        "timely": complete and draw("timely", code) < 0.93,
        "lastEntryAt": f"{year + 1}-01-{3 + int(26 * draw('day', code)):02}T09:30:00Z",
        "note": None if complete else "Two programmes have not entered December yet.",
        "settings": [
            {
                "form": "SOS_FAMILY",
                "counted": "FAMILY_BASED",
                "jurisdiction": None,
                "national": "RESIDENTIAL" if code in READ_OTHERWISE else "FAMILY_BASED",
            }
        ],
    }
