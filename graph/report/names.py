"""How areas and categories are called in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from countries.register.register import Register, load_register
from graph.indicators.model import AreaLevel
from graph.report.cells import FEDERATION, Splits
from graph.report.saying import said, territory, to_say

TOPICS: Mapping[str, str] = {
    "STOCKS_AND_FLOWS": to_say("Children in care"),
    "CORE": to_say("Core indicators of formal care"),
    "DATACARE": to_say("DataCare indicators"),
    "STABILITY": to_say("Stability"),
    "VOICE": to_say("Voice"),
    "BELONGING": to_say("Belonging"),
    "HOMES": to_say("Homes"),
}
DIMENSIONS: Mapping[str, str] = {
    "SEX": to_say("Sex"),
    "AGE_GROUP": to_say("Age group"),
    "SETTING": to_say("Setting"),
    "CARE_FORM": to_say("Form of care"),
    "PROGRAMME_KIND": to_say("Kind of programme"),
}
LEVELS: Mapping[AreaLevel, str] = {
    AreaLevel.FEDERATION: to_say("Federation"),
    AreaLevel.REGION: to_say("Region"),
    AreaLevel.COUNTRY: to_say("Country"),
}
CATEGORIES: Mapping[str, str] = {
    "FEMALE": to_say("Female"),
    "MALE": to_say("Male"),
    "OTHER_OR_UNKNOWN": to_say("Other or unknown"),
    "MALE_OTHER_OR_UNKNOWN": to_say("Male, other or unknown"),
    "AGE_0_4": to_say("0 to 4 years"),
    "AGE_5_9": to_say("5 to 9 years"),
    "AGE_10_14": to_say("10 to 14 years"),
    "AGE_15_17": to_say("15 to 17 years"),
    "AGE_0_17": to_say("0 to 17 years"),
    "AGE_18_PLUS": to_say("18 years and more"),
    "AGE_18_PLUS_OR_UNKNOWN": to_say("18 years and more, or unknown"),
    "UNKNOWN": to_say("Unknown"),
    "SOS_FAMILY": to_say("SOS family"),
    "OTHER": to_say("Other"),
}
SMALL_WORDS = {"And": "and", "Or": "or", "Of": "of"}


@cache
def _register() -> Register:
    return load_register()


def country_name(code: str) -> str:
    """A country's short name; its code where the register does not know it."""
    country = _register().get(code)
    return territory(code, country.name) if country else code


def region_of(code: str) -> str | None:
    """The region that a country is in."""
    country = _register().get(code)
    return country.region.value if country else None


def area_name(area: str, level: AreaLevel) -> str:
    """The name of an area: `Federation`, `Western Europe`, `Belgium`."""
    if level is AreaLevel.COUNTRY:
        return country_name(area)
    if area == FEDERATION:
        return said(LEVELS[AreaLevel.FEDERATION])
    return said(region_words(area))


def region_words(region: str) -> str:
    """A region in English: `Western Europe`."""
    words = region.replace("_", " ").title().split()
    return " ".join(SMALL_WORDS.get(word, word) for word in words)


def category_name(category: str) -> str:
    """The name of a category: `Female`, `0 to 4 years`, `Foster family`."""
    return said(category_words(category))


def category_words(category: str) -> str:
    """A category in English."""
    return CATEGORIES.get(category) or category.replace("_", " ").capitalize()


def topic_name(topic: str) -> str:
    """The name of a topic of the catalogue: `Core indicators of formal care`."""
    return said(TOPICS[topic]) if topic in TOPICS else category_name(topic)


def splits_name(splits: Splits) -> str:
    """The name of what a cell is split by: `All`, `Female, 0 to 4 years`."""
    return ", ".join(category_name(category) for _, category in splits) or said("All")
