"""What a report cannot be asked: each refusal has its code, its hint and the field's path, and repeats no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.figures.conftest import report

if TYPE_CHECKING:
    from tests.conftest import Ask
    from tests.figures.conftest import Row

STOCK = ["CARE_STOCK"]
YEAR = {"year": 2019}
REPORT = report("cells { value }")
WRONG = [
    ("headquarters", {"indicators": ["SECRET_CODE"]}, "BAD_USER_INPUT", "There is no such indicator."),
    ("office", {"indicators": ["CARE_STOCK", "SECRET_CODE"]}, "BAD_USER_INPUT", "There is no such indicator."),
    ("headquarters", {"indicators": []}, "BAD_USER_INPUT", "No indicator is named."),
    ("headquarters", {"countries": []}, "BAD_USER_INPUT", "No country is named."),
    ("headquarters", {"countries": ["BE", "XX"]}, "BAD_USER_INPUT", "No such country."),
    ("region", {"countries": ["BE", "KE"]}, "FORBIDDEN", "A country that is named is outside your mandate."),
    ("office", {"countries": ["KE"]}, "FORBIDDEN", "A country that is named is outside your mandate."),
    ("office", {"countries": ["XX"]}, "BAD_USER_INPUT", "No such country."),
    ("headquarters", {"period": {"year": 2027}}, "BAD_USER_INPUT", "The period has not begun."),
    ("office", {"period": {"year": 2026, "month": 12}}, "BAD_USER_INPUT", "The period has not begun."),
    ("office", {"period": {"year": 1900}}, "BAD_USER_INPUT", "That is no year that figures are kept of."),
    ("office", {"period": {"year": 2025, "quarter": 5}}, "BAD_USER_INPUT", "There is no such quarter."),
    ("headquarters", {"period": {"year": 2019, "month": 0}}, "BAD_USER_INPUT", "There is no such month."),
    (
        "headquarters", {"period": {"year": 2019, "quarter": 1, "month": 1}}, "BAD_USER_INPUT",
        "A period is a quarter or a month, not both.",
    ),
    (
        "headquarters", {"compareWith": {"year": 2018, "quarter": 1, "month": 1}}, "BAD_USER_INPUT",
        "A period is a quarter or a month, not both.",
    ),
    ("headquarters", {"compareWith": {"year": 2018, "quarter": -1}}, "BAD_USER_INPUT", "There is no such quarter."),
    (
        "office", {"compareWith": [{"year": 2018}, {"year": 2018}]}, "BAD_USER_INPUT",
        "A period is compared with twice.",
    ),
    (
        "headquarters", {"compareWith": [{"year": year} for year in range(2000, 2011)]}, "BAD_USER_INPUT",
        "At most 10 periods are compared with.",
    ),
    ("office", {"revision": 1}, "BAD_USER_INPUT", "Live figures have no revision."),
    (
        "headquarters", {"by": ["SEX", "CARE_FORM"]}, "BAD_USER_INPUT",
        "CARE_STOCK has no figures by SEX, CARE_FORM at the level COUNTRY.",
    ),
    (
        "region", {"by": ["FEDERATION", "REGION", "CARE_FORM"]}, "BAD_USER_INPUT",
        "CARE_STOCK has no figures by CARE_FORM at the level REGION.",
    ),
    (
        "headquarters", {"indicators": ["RE_ENTRIES"]}, "BAD_USER_INPUT",
        "RE_ENTRIES has no figures as a whole at the level COUNTRY.",
    ),
    (
        "region", {"indicators": ["CARE_INFLOW"], "period": {"year": 2019, "quarter": 1}}, "BAD_USER_INPUT",
        "CARE_INFLOW has no figures as a whole at the level COUNTRY of a quarter or a month.",
    ),
    (
        "headquarters", {"indicators": ["CARE_INFLOW"], "compareWith": {"year": 2018, "month": 1}}, "BAD_USER_INPUT",
        "CARE_INFLOW has no figures as a whole at the level COUNTRY of a quarter or a month.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("as_", "given", "code", "message"), WRONG)
async def test_a_request_that_cannot_be_meant(ask: Ask, as_: str, given: Row, code: str, message: str) -> None:
    """It is refused as a whole, before anything runs."""
    response = await ask(REPORT, as_, **{"indicators": STOCK, "period": YEAR, **given})
    (error,) = response["errors"]
    assert "data" not in response
    assert error["extensions"]["code"] == code
    assert error["message"].rpartition("`: ")[2] == message
    assert ("place" in error["extensions"]) == (code == "BAD_USER_INPUT")
    assert error["path"] == ["indicatorReport"]
    assert error["extensions"]["hint"]
    assert "SECRET" not in str(response)


REFUSED = [
    ("caseworker", {}),
    ("auditor", {}),
    ("office", {"by": ["FEDERATION"]}),
    ("office", {"by": ["COUNTRY", "REGION"]}),
    ("headquarters", {"asKnownAt": "2026-01-01T00:00:00Z"}),
    ("region", {"asKnownAt": "2026-01-01T00:00:00Z"}),
]


@pytest.mark.parametrize(("as_", "given"), REFUSED)
async def test_what_a_role_may_not_ask(ask: Ask, as_: str, given: Row) -> None:
    """The field is null with one FORBIDDEN at its path."""
    response = await ask(REPORT, as_, **{"indicators": STOCK, "period": YEAR, **given})
    assert response["data"] == {"indicatorReport": None}
    (error,) = response["errors"]
    assert (error["extensions"]["code"], error["path"]) == ("FORBIDDEN", ["indicatorReport"])


async def test_the_hint_lists_what_there_is(ask: Ask) -> None:
    """Whoever asks for a split that is not there reads which are."""
    response = await ask(REPORT, "headquarters", indicators=["RE_ENTRIES"], period=YEAR, by=["SETTING", "FEDERATION"])
    hint = response["errors"][0]["extensions"]["hint"]
    assert hint == "It has, by level and split: FEDERATION: [], [AGE_GROUP], [SEX]; REGION: []; COUNTRY: -."


MISSING = [
    ({"period": {"year": 2017}}, "The period is not closed."),
    ({"period": {"year": 2019, "quarter": 3}}, "The period is not closed."),
    ({"period": {"year": 2026}}, "The period is not closed."),
    ({"compareWith": {"year": 2017}}, "The period is not closed."),
    ({"revision": 7}, "There is no such release of the period."),
]


@pytest.mark.parametrize(("given", "message"), MISSING)
async def test_what_is_not_closed(ask: Ask, given: Row, message: str) -> None:
    """Only the database knows: the field is null, and the others answer."""
    document = REPORT.replace("indicatorReport", "homes(first: 1) { totalCount } r: indicatorReport")
    response = await ask(document, "headquarters", **{"indicators": STOCK, "period": YEAR, **given})
    (error,) = response["errors"]
    assert response["data"]["r"] is None
    assert response["data"]["homes"]["totalCount"] > 0
    assert (error["extensions"]["code"], error["message"], error["path"]) == ("NOT_FOUND", message, ["r"])


async def test_a_figure_of_a_country_that_cannot_be(ask: Ask) -> None:
    """`indicator` of a country refuses as the report does."""
    document = """query ($code: String!, $period: PeriodInput!) { countries(first: 2) { nodes {
      indicator(code: $code, period: $period) { value } } } }"""
    path = ["countries", "nodes", "indicator"]
    for as_, code, period, expected in (
        ("headquarters", "SECRET_CODE", YEAR, "BAD_USER_INPUT"),
        ("headquarters", "RE_ENTRIES", YEAR, "BAD_USER_INPUT"),
        ("office", "CARE_STOCK", {"year": 2031}, "BAD_USER_INPUT"),
        ("headquarters", "CARE_STOCK", {"year": 2016}, "NOT_FOUND"),
        ("caseworker", "CARE_STOCK", YEAR, "FORBIDDEN"),
    ):
        response = await ask(document, as_, code=code, period=period)
        (error,) = response["errors"]
        assert (error["extensions"]["code"], error["path"]) == (expected, path)
        shown = (response.get("data") or {"countries": {"nodes": []}})["countries"]["nodes"]
        assert all(country == {"indicator": None} for country in shown)


async def test_too_many_cells(ask: Ask) -> None:
    """Cells are counted before anything is read: by indicators, areas, categories and periods."""
    listed = (await ask("{ indicators { code splits { dimensions levels } } }", "headquarters"))["data"]["indicators"]
    whole = [
        each["code"]
        for each in listed
        if any(not split["dimensions"] and "COUNTRY" in split["levels"] for split in each["splits"])
    ]
    arguments = 'indicators: ["CARE_STOCK"], period: { year: 2019 }, by: [SEX, AGE_GROUP]'
    field = f"f%d: indicatorReport({arguments}) {{ cells {{ value }} }}"
    few = "{ " + " ".join(field % number for number in range(30)) + " }"
    many = "{ " + " ".join(field % number for number in range(40)) + " }"
    assert "errors" not in await ask(few, "headquarters")
    response = await ask(many, "headquarters")
    assert response["errors"][0]["extensions"]["code"] == "TOO_COSTLY"
    assert response["errors"][0]["message"].startswith(f"The operation asks for {40 * 10 * 138} rows")
    named = await ask(many.replace("by:", 'countries: ["BE"], by:'), "headquarters")
    assert "errors" not in named
    assert "errors" not in await ask(REPORT, "headquarters", indicators=whole, period=YEAR)
