"""How forms of care are read: figures count every country by one reading, and say beside it what each one's own is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from graph.entities.home_form import SETTING_OF, HomeForm
from tests.figures.conftest import report
from tests.releases import RELEASES

if TYPE_CHECKING:
    from tests.figures.conftest import Operator, Report, Row

YEAR = {"year": 2019}
ASKED = "coverage { country settings { form counted national jurisdiction source certain } }"


async def settings(figures: Report, as_: str = "headquarters") -> dict[str, list[Row]]:
    """What each country of a release reads each form as."""
    told = await figures(report(ASKED), as_, indicators=["CARE_STOCK"], period=YEAR, by=["COUNTRY"])
    return {each["country"]: each["settings"] for each in told["data"]["indicatorReport"]["coverage"]}


@pytest_asyncio.fixture(scope="module")
async def france(everything: Operator) -> None:
    """A country in the release whose statistics count families of the federation among establishments."""
    await everything.execute(
        "INSERT INTO release_coverage (release_id, country_code, completeness, timeliness, feed_number)"
        " VALUES ($1, 'FR', 'COMPLETE', 'TIMELY', 0)",
        RELEASES[2][0],
    )


@pytest.mark.usefixtures("france")
async def test_a_report_says_which_reading_each_country_has_of_each_form(figures: Report) -> None:
    """All forms, in their order; counted alike everywhere, and read otherwise where the country's pack says so."""
    told = await settings(figures)
    assert set(told) == {"BE", "FR", "KE", "NL"}
    for readings in told.values():
        assert [each["form"] for each in readings] == list(HomeForm)
        assert {each["form"]: each["counted"] for each in readings} == dict(SETTING_OF)
    otherwise = {
        (country, each["form"], each["national"])
        for country, readings in told.items()
        for each in readings
        if each["national"] != each["counted"]
    }
    assert otherwise == {("FR", "SOS_FAMILY", "RESIDENTIAL")}
    (reading,) = (each for each in told["FR"] if each["form"] == "SOS_FAMILY")
    assert reading["source"].startswith("the reading of national statistics")
    assert reading["certain"] is False


async def test_a_region_is_told_of_its_own_countries_and_an_office_of_none(figures: Report) -> None:
    """Coverage is of released figures, and of the countries that a caller reads them of."""
    assert set(await settings(figures, "region")) == {"BE", "NL"}
    assert await settings(figures, "office") == {}


async def test_the_reading_is_that_of_the_last_day_of_the_period(figures: Report, everything: Operator) -> None:
    """A reading that begins the day after is of the next period; a part with one of its own is named."""
    await everything.execute(
        "UPDATE policy SET until_day = '2020-01-01' WHERE code = 'NL' AND key = 'setting_of.SOS_FAMILY'"
    )
    await everything.execute(
        "INSERT INTO policy (code, key, jurisdiction, from_day, value, unit, source, certain, origin) VALUES"
        " ('NL', 'setting_of.SOS_FAMILY', '', '2020-01-01', 'RESIDENTIAL', 'SETTING', 'made up', 'NO', 'COUNTRY')"
    )
    await everything.execute(
        "UPDATE policy SET value = 'RESIDENTIAL', origin = 'PART' WHERE code = 'BE' AND key = 'setting_of.SOS_FAMILY'"
        " AND jurisdiction = 'FRENCH_COMMUNITY'"
    )
    told = await settings(figures)
    assert {each["national"] for each in told["NL"] if each["form"] == "SOS_FAMILY"} == {"FAMILY_BASED"}
    assert [(each["jurisdiction"], each["national"]) for each in told["BE"] if each["form"] == "SOS_FAMILY"] == [
        (None, "FAMILY_BASED"), ("FRENCH_COMMUNITY", "RESIDENTIAL"),
    ]  # fmt: skip
