"""Live figures: an office counts its own country, and nobody else's."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest

from graph.execute.request import GraphQLRequest
from graph.indicators.catalogue import all_indicators
from graph.indicators.period import Period
from tests.conftest import NOW
from tests.figures.by_hand import CATEGORIES, Hand, Split, read_rows
from tests.figures.conftest import report
from tests.plan.compiled import prepare

if TYPE_CHECKING:
    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from graph.execute.engine import Engine
    from tests.figures.conftest import Operator, Report, Row

CELL = "indicator area country splits { dimension value } value numerator denominator status"
PERIODS: list[Row] = [
    {"year": 2026}, {"year": 2025}, {"year": 2024}, {"year": 2026, "quarter": 3}, {"year": 2026, "quarter": 4},
    {"year": 2026, "month": 2}, {"year": 2020, "quarter": 1},
]  # fmt: skip
COUNTED = (
    "placement", "child", "home", "community_link", "sibling_bond", "programme", "care_episode", "legal_status",
    "gatekeeping_assessment", "caregiver", "caregiver_assignment", "decision", "participation",
)  # fmt: skip
COUNTRY_OF = {"office": "BE", "kenya": "KE"}


def shapes() -> list[tuple[str, Split]]:
    """Every indicator that is counted by hand, by each of its splits."""
    codes = (
        "CARE_STOCK", "CARE_INFLOW", "CARE_OUTFLOW", "RE_ENTRIES", "DATACARE_ALTERNATIVE_CARE_RATE",
        "COMMUNITY_LINKS_PER_CHILD", "WITHOUT_COMMUNITY_LINKS", "SIBLINGS_TOGETHER", "HOMES_BY_FORM", "OCCUPANCY",
    )  # fmt: skip
    return [
        (code, tuple(each.value for each in split)) for code in codes for split in sorted(all_indicators()[code].splits)
    ]


async def test_two_offices_have_nothing_in_common(figures: Report) -> None:
    """Each cell is of the caller's own country."""
    for as_, country in COUNTRY_OF.items():
        codes = list(all_indicators())
        response = await figures(report(f"cells {{ {CELL} }}"), as_, indicators=codes, period={"year": 2026})
        assert "errors" not in response
        cells = response["data"]["indicatorReport"]["cells"]
        assert {(cell["area"], cell["country"]) for cell in cells} == {(country, country)}
        assert [cell["indicator"] for cell in cells] == sorted(codes)


@pytest.mark.parametrize("as_", COUNTRY_OF)
@pytest.mark.parametrize(("code", "split"), shapes(), ids=str)
async def test_figures_as_they_are_counted_by_hand(
    figures: Report, everything: Operator, register: Register, as_: str, code: str, split: Split
) -> None:
    """Every cell of every split in several periods, also those that are zero."""
    country = COUNTRY_OF[as_]
    rows = await read_rows(everything, country)
    today = register[country].today(NOW)
    for period in PERIODS:
        hand = Hand(rows, Period(period["year"], period.get("quarter"), period.get("month")), today)
        response = await figures(report(f"cells {{ {CELL} }}"), as_, indicators=[code], period=period, by=list(split))
        cells = response["data"]["indicatorReport"]["cells"]
        there = {tuple(one["value"] for one in cell["splits"]): cell for cell in cells}
        assert set(there) == set(product(*(CATEGORIES[each] for each in split)))
        assert len(there) == len(cells)
        assert list(there) == sorted(there, key=",".join)
        for categories, cell in there.items():
            value, numerator, denominator = hand.figure(code, split, categories)
            assert (cell["numerator"], cell["denominator"]) == (numerator, denominator), (period, categories)
            assert (cell["value"] is None) == (value is None)
            assert value is None or Decimal(str(cell["value"])) == value
            assert cell["status"] == ("NOT_AVAILABLE" if value is None else "PUBLISHED")
            assert [one["dimension"] for one in cell["splits"]] == list(split)


async def test_something_is_counted(figures: Report) -> None:
    """The world has figures of every kind: none of the tests above compares nothing with nothing."""
    response = await figures(report(f"cells {{ {CELL} }}"), "office", indicators=list(all_indicators()),
                             period={"year": 2025})  # fmt: skip
    counted = {cell["indicator"] for cell in response["data"]["indicatorReport"]["cells"] if cell["numerator"]}
    assert len(counted) > len(all_indicators()) / 2


async def test_a_period_that_runs_ends_today(figures: Report) -> None:
    """It says so; a period that is over has its own last day."""
    for period, last in (({"year": 2026}, "2026-11-22"), ({"year": 2026, "month": 10}, "2026-10-31")):
        response = await figures(
            report("period { firstDay lastDay }"), "office", indicators=["CARE_STOCK"], period=period
        )
        assert response["data"]["indicatorReport"]["period"]["lastDay"] == last
    assert date.fromisoformat(last) < NOW.date()


async def test_there_is_no_release_and_no_coverage(figures: Report) -> None:
    """Live figures come from no release."""
    shown = "release { revision } comparedWith { revision } coverage { country }"
    response = await figures(
        report(shown), "office", indicators=["CARE_STOCK"], period={"year": 2025}, compareWith={"year": 2024},
        countries=["BE"],
    )  # fmt: skip
    assert response["data"]["indicatorReport"] == {"release": None, "comparedWith": None, "coverage": []}


async def test_a_comparison(figures: Report) -> None:
    """The other period's figures are those that a report of it has."""
    codes = ["CARE_STOCK", "CARE_INFLOW", "CARE_OUTFLOW"]
    compared = "comparison { value numerator denominator status change changeUncertainty }"
    shown = f"cells {{ indicator value splits {{ value }} {compared} }}"
    given = {"indicators": codes, "by": ["AGE_GROUP"]}
    both = await figures(report(shown), "office", period={"year": 2026}, compareWith={"year": 2025}, **given)
    other = await figures(report(f"cells {{ {CELL} }}"), "office", period={"year": 2025}, **given)
    for cell, alone in zip(
        both["data"]["indicatorReport"]["cells"], other["data"]["indicatorReport"]["cells"], strict=True
    ):
        assert cell["comparison"] == {
            **{name: alone[name] for name in ("value", "numerator", "denominator", "status")},
            "change": cell["value"] - alone["value"],
            "changeUncertainty": None,
        }


async def test_several_comparisons(figures: Report) -> None:
    """Each period's figures are those that a report of it has, whichever of them are asked for."""
    years = [2025, 2023, 2024]
    given = {"indicators": ["CARE_STOCK", "OCCUPANCY"], "period": {"year": 2026}}
    compared = [{"year": year} for year in years]
    shown = "cells { value comparison { value } comparisons { period { label } value change } }"
    told = await figures(report(shown), "office", compareWith=compared, **given)
    for place, cell in enumerate(told["data"]["indicatorReport"]["cells"]):
        assert [each["period"]["label"] for each in cell["comparisons"]] == [str(year) for year in years]
        assert cell["comparison"]["value"] == cell["comparisons"][0]["value"]
        for year, each in zip(years, cell["comparisons"], strict=True):
            alone = await figures(report("cells { value }"), "office", **{**given, "period": {"year": year}})
            assert each["value"] == alone["data"]["indicatorReport"]["cells"][place]["value"]


async def test_the_figure_of_the_own_country(figures: Report) -> None:
    """In a list of countries, only the own one has a figure; it is the report's."""
    document = """{ countries(first: 138) { nodes { code
      indicator(code: "OCCUPANCY", period: { year: 2025 }) { area value numerator denominator status } } } }"""
    response = await figures(document, "office")
    found = {each["code"]: each["indicator"] for each in response["data"]["countries"]["nodes"]}
    assert len(found) == 138
    assert {code for code, cell in found.items() if cell is not None} == {"BE"}
    alone = await figures(
        report("cells { area value numerator denominator status }"), "office", indicators=["OCCUPANCY"],
        period={"year": 2025},
    )  # fmt: skip
    assert [found["BE"]] == alone["data"]["indicatorReport"]["cells"]


async def test_a_figure_inside_a_child(figures: Report) -> None:
    """The figure of a child's country composes with the child."""
    figure = 'indicator(code: "CARE_STOCK", period: { year: 2025 }) { value }'
    document = f"{{ children(first: 1) {{ nodes {{ country {{ {figure} }} }} }} }}"
    response = await figures(document, "office")
    (child,) = response["data"]["children"]["nodes"]
    assert child["country"]["indicator"]["value"] > 0


def test_values_do_not_change_the_statement(figures_engine: Engine, callers: dict[str, Caller]) -> None:
    """Years, countries and instants are parameters; indicators and splits make another plan."""

    def plan(**given: object) -> int:
        variables = {"indicators": ["CARE_STOCK"], "period": {"year": 2025}, **given}
        return id(figures_engine.prepare(GraphQLRequest(report(), variables=variables), callers["office"]).plan)

    assert plan() == plan(period={"year": 2024}) == plan(period={"year": 2024, "quarter": None})
    assert plan(countries=["BE"]) == plan(countries=["BE", "BE"])
    assert len({plan(), plan(by=["SEX"]), plan(indicators=["OCCUPANCY"]), plan(period={"year": 2024, "month": 2})}) == 4


def test_what_is_shared_is_counted_once() -> None:
    """Two indicators over one measure read it once; a split reads no table that it does not need."""
    statement = prepare(
        report("cells { value }"), "office", indicators=["CARE_STOCK", "HOMES_BY_FORM", "WITHOUT_COMMUNITY_LINKS"],
        period={"year": 2025},
    ).plan.statement  # fmt: skip
    assert statement is not None
    assert statement.text.count("FROM placement ") == 2
    assert statement.text.count("FROM child ") == 0
    assert statement.text.count("FROM home ") == 1


@pytest.mark.parametrize("splits", [[], ["SEX"], ["AGE_GROUP"]])
def test_a_join_says_nothing_of_the_country(splits: list[str]) -> None:
    """Each table's rows are the caller's country's; said once more, a plan for a large federation goes wrong."""
    codes = [code for code, each in all_indicators().items() if tuple(splits) in each.splits]
    statement = prepare(report("cells { value }"), "office", indicators=codes, by=splits, period={"year": 2025}).plan
    assert statement.statement is not None
    text = statement.statement.text
    assert text.count("country_code = $") == len(re.findall(rf"FROM ({'|'.join(COUNTED)}) ", text))
    assert not re.search(r"country_code = \w+\.country_code", text)
