"""SDMX code lists: what each dimension and attribute may say, in SDMX's own codes where it has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pycountry
from pysdmx.model import Code, Codelist

from countries.register.register import Region, load_register
from graph.indicators.model import AreaLevel
from graph.indicators.splits import CATEGORIES, Dimension
from graph.report.cells import FEDERATION, ReportIndicator, Status
from graph.report.figures import Report
from graph.report.names import area_name, category_name

AGENCY = "HEARTH"
VERSION = "1.0.0"
TOTAL = "_T"
SPLIT_DIMENSIONS: Mapping[str, str] = {
    "SEX": "SEX",
    "AGE_GROUP": "AGE",
    "SETTING": "CARE_SETTING",
    "CARE_FORM": "CARE_TYPE",
    "PROGRAMME_KIND": "PROGRAMME_KIND",
}
"""The dimension of the structure for each of ours."""
RENAMED: Mapping[tuple[str, str], str] = {
    ("SEX", "FEMALE"): "F",
    ("SEX", "MALE"): "M",
    ("AGE_GROUP", "AGE_0_4"): "Y0T4",
    ("AGE_GROUP", "AGE_5_9"): "Y5T9",
    ("AGE_GROUP", "AGE_10_14"): "Y10T14",
    ("AGE_GROUP", "AGE_15_17"): "Y15T17",
    ("AGE_GROUP", "AGE_0_17"): "Y0T17",
    ("AGE_GROUP", "AGE_18_PLUS"): "Y_GE18",
    ("AGE_GROUP", "AGE_18_PLUS_OR_UNKNOWN"): "Y_GE18_U",
    ("AGE_GROUP", "UNKNOWN"): "_U",
}
"""Categories for which the code lists of SDMX have codes of their own, or nearly so."""
FREQUENCIES = {"A": "Annual", "Q": "Quarterly", "M": "Monthly"}
OBSERVATION: Mapping[Status, str] = {
    Status.PUBLISHED: "A", Status.APPROXIMATE: "E", Status.SUPPRESSED: "Q", Status.NOT_AVAILABLE: "O",
}  # fmt: skip
OBSERVATIONS = {
    "A": "Normal value",
    "E": "Estimated value: rounded, the true one is at most UNCERTAINTY away",
    "O": "Missing value",
    "Q": "Missing value; suppressed",
}
CONFIDENTIAL = {"F": "Free", "C": "Confidential statistical information"}
"""All that is hidden is C: why a figure is hidden is not told outside the office, so there is no D."""


def frequency(period: str) -> str:
    """The frequency of a period's code: `A`, `Q`, `M`."""
    return "Q" if "-Q" in period else "M" if "-" in period else "A"


def area_code(area: str, level: AreaLevel) -> str:
    """An area's code: ISO 3166-1 alpha-3 for a country, its own name for a region and for the federation."""
    if level is not AreaLevel.COUNTRY:
        return area
    country = pycountry.countries.get(alpha_2=area)
    return str(country.alpha_3) if country else area


def category_code(dimension: str, category: str) -> str:
    """A category's code."""
    return RENAMED.get((dimension, category), str(category))


def unit_code(indicator: ReportIndicator) -> str:
    """A unit's code: `CHILDREN_PER_100000`."""
    return re.sub(r"[^A-Z0-9]+", "_", indicator.unit.replace(",", "").upper()).strip("_")


def codelists(report: Report) -> dict[str, Codelist]:
    """The code lists by the concept that they belong to.

    They hold every country, region and category that there can be, so that they are the same for every report.
    """
    register = load_register()
    areas = {FEDERATION: area_name(FEDERATION, AreaLevel.FEDERATION)}
    areas |= {region.value: area_name(region.value, AreaLevel.REGION) for region in Region}
    areas |= {cell.area: area_name(cell.area, cell.level) for cell in report.cells if cell.level is AreaLevel.REGION}
    areas |= {area_code(code, AreaLevel.COUNTRY): register[code].name for code in register}
    indicators = report.indicators.values()
    lists = {
        "FREQ": FREQUENCIES,
        "REF_AREA": areas,
        "INDICATOR": {each.code: each.title for each in indicators},
        **{concept: _categories(report, dimension) for dimension, concept in SPLIT_DIMENSIONS.items()},
        "UNIT_MEASURE": {unit_code(each): each.unit for each in indicators},
        "OBS_STATUS": OBSERVATIONS,
        "CONF_STATUS": CONFIDENTIAL,
    }
    return {concept: _codelist(concept, codes.items()) for concept, codes in lists.items()}


def _categories(report: Report, dimension: str) -> dict[str, str]:
    known = dict.fromkeys(CATEGORIES[Dimension(dimension)])
    met = dict.fromkeys(category for cell in report.cells for name, category in cell.splits if name == dimension)
    return {TOTAL: "Total", **{category_code(dimension, each): category_name(each) for each in {**known, **met}}}


def _codelist(concept: str, codes: Iterable[tuple[str, str]]) -> Codelist:
    items = tuple(Code(code, name=name) for code, name in codes)
    return Codelist(
        f"CL_{concept}", name=concept.replace("_", " ").capitalize(), agency=AGENCY, version=VERSION, items=items
    )
