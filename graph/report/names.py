"""How areas and categories are called in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from countries.register.register import Register, load_register
from graph.indicators.model import AreaLevel
from graph.report.cells import FEDERATION, Splits

TOPICS: Mapping[str, str] = {
    "STOCKS_AND_FLOWS": "Children in care",
    "CORE": "Core indicators of formal care",
    "DATACARE": "DataCare indicators",
    "STABILITY": "Stability",
    "BELONGING": "Belonging",
    "HOMES": "Homes",
}
DIMENSIONS: Mapping[str, str] = {
    "SEX": "Sex",
    "AGE_GROUP": "Age group",
    "SETTING": "Setting",
    "CARE_FORM": "Form of care",
    "PROGRAMME_KIND": "Kind of programme",
}
LEVELS: Mapping[AreaLevel, str] = {
    AreaLevel.FEDERATION: "Federation",
    AreaLevel.REGION: "Region",
    AreaLevel.COUNTRY: "Country",
}
CATEGORIES: Mapping[str, str] = {
    "FEMALE": "Female",
    "MALE": "Male",
    "OTHER_OR_UNKNOWN": "Other or unknown",
    "MALE_OTHER_OR_UNKNOWN": "Male, other or unknown",
    "AGE_0_4": "0 to 4 years",
    "AGE_5_9": "5 to 9 years",
    "AGE_10_14": "10 to 14 years",
    "AGE_15_17": "15 to 17 years",
    "AGE_0_17": "0 to 17 years",
    "AGE_18_PLUS": "18 years and more",
    "AGE_18_PLUS_OR_UNKNOWN": "18 years and more, or unknown",
    "UNKNOWN": "Unknown",
    "SOS_FAMILY": "SOS family",
}
SMALL_WORDS = {"And": "and", "Or": "or", "Of": "of"}


@cache
def _register() -> Register:
    return load_register()


def country_name(code: str) -> str:
    """A country's English short name; its code where the register does not know it."""
    country = _register().get(code)
    return country.name if country else code


def region_of(code: str) -> str | None:
    """The region that a country is in."""
    country = _register().get(code)
    return country.region.value if country else None


def area_name(area: str, level: AreaLevel) -> str:
    """The name of an area: `Federation`, `Western Europe`, `Belgium`."""
    if level is AreaLevel.COUNTRY:
        return country_name(area)
    if area == FEDERATION:
        return "Federation"
    words = area.replace("_", " ").title().split()
    return " ".join(SMALL_WORDS.get(word, word) for word in words)


def category_name(category: str) -> str:
    """The name of a category: `Female`, `0 to 4 years`, `Foster family`."""
    return CATEGORIES.get(category) or category.replace("_", " ").capitalize()


def splits_name(splits: Splits) -> str:
    """The name of what a cell is split by: `All`, `Female, 0 to 4 years`."""
    return ", ".join(category_name(category) for _, category in splits) or "All"
