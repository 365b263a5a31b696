"""Published figures: what headquarters and regions read of a release, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.execute.request import GraphQLRequest
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import AreaLevel
from tests.conftest import Ask
from tests.figures.conftest import report
from tests.plan.compiled import prepare
from tests.releases import CODES, COUNTRIES, LATE, RELEASES, figure_rows

if TYPE_CHECKING:
    import asyncpg

    from countries.connections.database import Database
    from countries.tenancy.caller import Caller
    from graph.execute.engine import Engine
    from tests.figures.conftest import Row

CELL = "indicator area country splits { dimension value } value numerator denominator uncertainty status"
YEAR = {"year": 2019}


def expected(number: int, split_by: str, levels: set[str], codes: set[str], areas: set[str] | None = None) -> list[Row]:
    """The cells of a release, as its rows were written, in the order of the primary key."""
    rows = [row for row in figure_rows(RELEASES[number][0]) if row[1] == split_by and row[2] in levels]
    kept = [row for row in rows if row[3] in codes and (row[2] != "COUNTRY" or areas is None or row[4] in areas)]
    return [_cell(row, split_by) for row in sorted(kept, key=lambda row: (row[2], row[3], row[4], row[5]))]


def _cell(row: tuple[object, ...], split_by: str) -> Row:
    _, _, _, indicator, area, categories, country, value, numerator, denominator, uncertainty, status = row
    pairs = zip(split_by.split(","), str(categories).split(","), strict=True) if split_by else ()
    return {
        "indicator": indicator,
        "area": area,
        "country": country or None,
        "splits": [{"dimension": dimension, "value": category} for dimension, category in pairs],
        "value": value,
        "numerator": numerator,
        "denominator": denominator,
        "uncertainty": uncertainty,
        "status": status,
    }


STOCK = ["CARE_STOCK"]


@pytest.mark.parametrize("as_", ["office", "kenya"])
async def test_an_office_reads_no_release(ask: Ask, as_: str) -> None:
    """Its figures are its own, counted now: of other countries' published figures it sees nothing."""
    response = await ask(report(f"release {{ revision }} cells {{ {CELL} }}"), as_, indicators=STOCK, period=YEAR)
    own = "BE" if as_ == "office" else "KE"
    assert response["data"]["indicatorReport"]["release"] is None
    assert [cell["area"] for cell in response["data"]["indicatorReport"]["cells"]] == [own]
    response = await ask("{ releases { year } }", as_)
    assert response["data"]["releases"] is None
    assert response["errors"][0]["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize(
    ("by", "split_by", "levels"),
    [
        (None, "", {"COUNTRY"}),
        ([], "", {"COUNTRY"}),
        (["SEX"], "SEX", {"COUNTRY"}),
        (["AGE_GROUP", "SEX"], "SEX,AGE_GROUP", {"COUNTRY"}),
        (["FEDERATION"], "", {"FEDERATION"}),
        (["REGION", "SEX"], "SEX", {"REGION"}),
        (["COUNTRY", "REGION", "FEDERATION", "SEX"], "SEX", {"COUNTRY", "REGION", "FEDERATION"}),
        (["FEDERATION", "CARE_FORM"], "CARE_FORM", {"FEDERATION"}),
    ],
)
async def test_the_cells_of_a_release(ask: Ask, by: list[str] | None, split_by: str, levels: set[str]) -> None:
    """Each published row is one cell, in the order of level, indicator, area and categories; hidden ones too."""
    response = await ask(report(f"cells {{ {CELL} }}"), "headquarters", indicators=STOCK, period=YEAR, by=by)
    cells = response["data"]["indicatorReport"]["cells"]
    assert cells == expected(2, split_by, levels, {"CARE_STOCK"})
    assert "errors" not in response


async def test_several_indicators(ask: Ask) -> None:
    """Named twice or in another order, each is answered once, by its code."""
    named = ["DATACARE_ALTERNATIVE_CARE_RATE", "CARE_STOCK", "CARE_STOCK"]
    response = await ask(report(f"cells {{ {CELL} }}"), "headquarters", indicators=named, period=YEAR)
    cells = response["data"]["indicatorReport"]["cells"]
    assert cells == expected(2, "", {"COUNTRY"}, set(named))
    assert {"PUBLISHED", "NOT_AVAILABLE"} <= {cell["status"] for cell in cells}


async def test_countries_narrow_the_cells_of_countries(ask: Ask) -> None:
    """Regions and the federation stay; coverage is of the countries that are named."""
    response = await ask(
        report(f"cells {{ {CELL} }} coverage {{ country completeness timeliness lastEntryOn }}"),
        "headquarters", indicators=STOCK, period=YEAR, by=["COUNTRY", "REGION"], countries=["KE"],
    )  # fmt: skip
    found = response["data"]["indicatorReport"]
    assert found["cells"] == expected(2, "", {"COUNTRY", "REGION"}, {"CARE_STOCK"}, {"KE"})
    assert found["coverage"] == [
        {"country": "KE", "completeness": "PARTIAL", "timeliness": "LATE", "lastEntryOn": "2019-11-02"}
    ]


async def test_a_region_sees_its_countries(ask: Ask) -> None:
    """Its own countries, and what is of no single country; not a row of another country."""
    response = await ask(
        report(f"cells {{ {CELL} }} coverage {{ country }}"), "region", indicators=STOCK, period=YEAR,
        by=["COUNTRY", "REGION", "FEDERATION"],
    )  # fmt: skip
    found = response["data"]["indicatorReport"]
    assert found["cells"] == expected(2, "", {"COUNTRY", "REGION", "FEDERATION"}, {"CARE_STOCK"}, {"BE", "NL"})
    assert [each["country"] for each in found["coverage"]] == ["BE", "NL"]


async def test_the_latest_revision_and_an_earlier_one(ask: Ask) -> None:
    """Without a revision the latest counts; an earlier one can still be read."""
    shown = f"release {{ revision reason definitions publishedAt }} cells {{ {CELL} }}"
    latest = await ask(report(shown), "headquarters", indicators=STOCK, period={"year": 2018})
    first = await ask(report(shown), "headquarters", indicators=STOCK, period={"year": 2018}, revision=1)
    latest, first = latest["data"]["indicatorReport"], first["data"]["indicatorReport"]
    assert (latest["release"]["revision"], latest["release"]["reason"]) == (2, LATE)
    assert (first["release"]["revision"], first["release"]["reason"]) == (1, None)
    assert first["release"]["definitions"] == [f"{code}@1" for code in CODES]
    assert latest["cells"] == expected(1, "", {"COUNTRY"}, {"CARE_STOCK"})
    assert first["cells"] == expected(0, "", {"COUNTRY"}, {"CARE_STOCK"})


@pytest.mark.parametrize(
    ("period", "number", "label", "last"),
    [
        ({"year": 2019, "quarter": 4}, 3, "2019-Q4", "2019-12-31"),
        ({"year": 2019, "month": 12}, 4, "2019-12", "2019-12-31"),
        ({"year": 2019, "quarter": None, "month": None}, 2, "2019", "2019-12-31"),
    ],
)
async def test_periods(ask: Ask, period: Row, number: int, label: str, last: str) -> None:
    """A quarter, a month and a year have releases of their own."""
    shown = f"period {{ label lastDay year quarter month }} cells {{ {CELL} }}"
    response = await ask(report(shown), "headquarters", indicators=STOCK, period=period)
    found = response["data"]["indicatorReport"]
    assert (found["period"]["label"], found["period"]["lastDay"]) == (label, last)
    assert (found["period"]["quarter"], found["period"]["month"]) == (period.get("quarter"), period.get("month"))
    assert found["cells"] == expected(number, "", {"COUNTRY"}, {"CARE_STOCK"})


async def test_a_comparison(ask: Ask) -> None:
    """The same cell of the other period's latest release; a change only where both are published."""
    compared = "comparison { value status change changeUncertainty uncertainty }"
    shown = f"comparedWith {{ year revision }} cells {{ {CELL} {compared} }}"
    response = await ask(
        report(shown), "headquarters", indicators=STOCK, period=YEAR, compareWith={"year": 2018},
        by=["SEX", "AGE_GROUP"],
    )  # fmt: skip
    found = response["data"]["indicatorReport"]
    assert found["comparedWith"] == {"year": 2018, "revision": 2}
    now = expected(2, "SEX,AGE_GROUP", {"COUNTRY"}, {"CARE_STOCK"})
    before = expected(1, "SEX,AGE_GROUP", {"COUNTRY"}, {"CARE_STOCK"})
    for cell, one, other in zip(found["cells"], now, before, strict=True):
        both = one["value"] is not None and other["value"] is not None
        change = one["value"] - other["value"] if both else None
        far = (one["uncertainty"] or 0) + (other["uncertainty"] or 0)
        off = {"uncertainty": other["uncertainty"], "changeUncertainty": (far or None) if both else None}
        assert cell == {
            **one, "comparison": {"value": other["value"], "status": other["status"], "change": change, **off},
        }  # fmt: skip
    assert {cell["comparison"]["status"] for cell in found["cells"]} == {"APPROXIMATE", "PUBLISHED", "SUPPRESSED"}
    assert None in {cell["comparison"]["change"] for cell in found["cells"]}


async def test_several_periods_are_compared_with_at_once(ask: Ask) -> None:
    """Each is told with its period, in the order in which they are named, and as a report of it alone tells it."""
    numbers = "value numerator denominator uncertainty status"
    shown = f"comparedReleases {{ year }} cells {{ value comparisons {{ period {{ year }} {numbers} change }} }}"
    named = [{"year": 2018}, {"year": 2019}]
    response = await ask(report(shown), "headquarters", indicators=STOCK, period=YEAR, compareWith=named)
    found = response["data"]["indicatorReport"]
    assert found["comparedReleases"] == named
    alone = {}
    for period in named:
        other = await ask(report(f"cells {{ {numbers} }}"), "headquarters", indicators=STOCK, period=period)
        alone[period["year"]] = other["data"]["indicatorReport"]["cells"]
    for place, cell in enumerate(found["cells"]):
        for told in cell["comparisons"]:
            other = alone[told["period"]["year"]][place]
            both = cell["value"] is not None and other["value"] is not None
            change = cell["value"] - other["value"] if both else None
            assert told == {"period": told["period"], **other, "change": change}
        assert [told["period"] for told in cell["comparisons"]] == named


async def test_hidden_figures_look_alike(ask: Ask) -> None:
    """A figure that is not shown has no value, no numerator, no denominator, and no uncertainty."""
    response = await ask(
        report(f"cells {{ {CELL} }}"), "headquarters", indicators=STOCK, period={"year": 2018}, by=["SEX", "AGE_GROUP"]
    )
    hidden = [cell for cell in response["data"]["indicatorReport"]["cells"] if cell["status"] == "SUPPRESSED"]
    assert hidden
    names = ("value", "numerator", "denominator", "uncertainty")
    assert {tuple(cell[name] for name in names) for cell in hidden} == {(None, None, None, None)}


async def test_the_figure_of_a_country(ask: Ask) -> None:
    """`indicator` of a country composes with the rest of the graph; a region sees it of its countries alone."""
    document = """query ($codes: [String!]) { countries(where: { code: { in: $codes } }) { nodes {
      code indicator(code: "CARE_STOCK", period: { year: 2019 }) { indicator area value status comparison { value } }
      programmes(first: 1) { nodes { kind } } } } }"""
    cells = expected(2, "", {"COUNTRY"}, {"CARE_STOCK"})
    values = {cell["area"]: cell["value"] for cell in cells}
    statuses = {cell["area"]: cell["status"] for cell in cells}
    for as_, seen in (("headquarters", set(COUNTRIES)), ("region", {"BE", "NL"})):
        response = await ask(document, as_, codes=["BE", "DE", "KE", "NL"])
        for country in response["data"]["countries"]["nodes"]:
            shown = country["indicator"]
            assert (shown is not None) == (country["code"] in seen)
            if shown is not None:
                assert shown == {
                    "indicator": "CARE_STOCK", "area": country["code"], "value": values[country["code"]],
                    "status": statuses[country["code"]], "comparison": None,
                }  # fmt: skip


async def test_releases(ask: Ask) -> None:
    """The newest period first, of two that end together the longer one, and each with all its revisions."""
    document = "{ releases { year quarter month revision reason firstDay lastDay } }"
    for as_ in ("headquarters", "region", "auditor"):
        listed = (await ask(document, as_))["data"]["releases"]
        assert [(each["year"], each["quarter"], each["month"], each["revision"]) for each in listed] == [
            (2019, None, None, 1), (2019, 4, None, 1), (2019, None, 12, 1), (2018, None, None, 2),
            (2018, None, None, 1),
        ]  # fmt: skip


async def test_everything_in_one_statement(engine: Engine, callers: dict[str, Caller], ask: Ask) -> None:
    """Several reports, releases, the catalogue and rows are one statement with one plan for all values of a shape."""
    document = """query ($period: PeriodInput!, $countries: [String!]) {
      a: indicatorReport(indicators: ["CARE_STOCK"], period: $period, countries: $countries) { cells { value } }
      b: indicatorReport(indicators: ["CARE_INFLOW"], period: $period, by: [REGION]) { cells { area } }
      releases { year } indicators { code } homes(first: 1) { totalCount } viewer { role } }"""
    variables: list[Row] = [
        {"period": {"year": 2019}, "countries": ["BE"]},
        {"period": {"year": 2018}, "countries": ["KE", "NL"]},
    ]
    plans = {
        id(engine.prepare(GraphQLRequest(document, variables=each), callers["headquarters"]).plan) for each in variables
    }
    assert len(plans) == 1
    response = await ask(document, "headquarters", period=YEAR, countries=["BE"])
    assert "errors" not in response
    data = response["data"]
    assert len(data["a"]["cells"]) == 1
    assert len(data["b"]["cells"]) == 2
    assert len(data["indicators"]) == len(all_indicators())
    assert data["viewer"] == {"role": "headquarters"}


@pytest.mark.parametrize(
    ("by", "countries"), [(["SEX", "AGE_GROUP"], None), (["COUNTRY", "REGION", "FEDERATION"], ["BE", "KE"])]
)
async def test_figures_are_a_range_of_their_primary_key(
    database: Database, callers: dict[str, Caller], by: list[str], countries: list[str] | None
) -> None:
    """Nothing is sorted, and nothing is read that is not answered: all that is asked for is in the range."""
    variables = {"indicators": ["CARE_INFLOW", "CARE_STOCK"], "period": YEAR, "by": by, "countries": countries}
    if by[0] == "SEX":
        variables["indicators"] = STOCK
    prepared = prepare(report(f"cells {{ {CELL} }}"), "headquarters", **variables)
    assert prepared.plan.statement is not None
    plan = await explained(database, callers["headquarters"], prepared.plan.statement.text, prepared.values)
    (scan,) = [node for node in nodes(plan) if node.get("Relation Name") == "published_figure"]
    assert scan["Node Type"] == "Index Scan"
    assert scan["Index Name"] == "published_figure_pkey"
    for column in ("release_id", "split_by", "level", "indicator"):
        assert column in scan["Index Cond"]
    assert ("area" in scan["Index Cond"]) == (countries is not None)
    assert "Filter" not in scan
    assert [node["Sort Key"] for node in nodes(plan) if "Sort Key" in node] == [["release_1.revision DESC"]]


async def explained(database: Database, caller: Caller, text: str, values: list[object]) -> Row:
    """The plan of a statement, as though tables were large."""
    async with database.transaction(caller) as lane:
        connection: asyncpg.Connection[asyncpg.Record] = lane.connection
        await connection.execute("SET LOCAL enable_seqscan = off")
        await connection.execute("SET LOCAL enable_bitmapscan = off")
        found = await connection.fetchval("EXPLAIN (FORMAT JSON) " + text, *values)
    import orjson

    plan: Row = orjson.loads(found)[0]["Plan"]
    return plan


def nodes(plan: Row) -> list[Row]:
    """Every node of a plan."""
    return [plan, *(node for inner in plan.get("Plans", []) for node in nodes(inner))]


async def test_no_level_lacks_a_figure_that_the_lattice_has(ask: Ask) -> None:
    """What the catalogue lists for a level can be asked for it."""
    document = "{ indicators { code splits { dimensions levels } } }"
    listed = (await ask(document, "headquarters"))["data"]["indicators"]
    for indicator in listed:
        for split in indicator["splits"]:
            for level in split["levels"]:
                by = [level, *split["dimensions"]]
                prepared = prepare(
                    report("cells { value }"), "headquarters", indicators=[indicator["code"]], period=YEAR, by=by
                )
                assert prepared.plan.statement is not None
    assert {level for each in listed for split in each["splits"] for level in split["levels"]} == set(AreaLevel)
