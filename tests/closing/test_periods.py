"""Years, quarters and months: whichever is closed first, the others follow, and short ones say less."""

from __future__ import annotations

import os

import pytest

from graph.closing.closed import Closed
from graph.indicators.period import Period
from tests.closing.office import HEADQUARTERS, Office
from tests.conftest import NOW

YEAR = Period(2025)
NUMBERS = range(1, 5) if int(os.environ.get("HEARTH_FIGURE_ORDERS", "1")) > 1 else (1, 4)
QUARTERS = tuple(Period(2025, number) for number in NUMBERS)
"""The first and the last; at night all four."""
MONTHS = (Period(2025, None, 12), Period(2025, None, 1))
ORDERS = {
    "the year first": (YEAR, *reversed(QUARTERS), *MONTHS),
    "its parts first": (*MONTHS, *QUARTERS, YEAR),
    "between its parts": (QUARTERS[-2], Period(2024), YEAR, *QUARTERS[:-2], QUARTERS[-1]),
}
ASKED = """query($period: PeriodInput!, $by: [FigureDimension!]) {
  indicatorReport(indicators: ["CARE_STOCK"], period: $period, by: $by) { cells { area status value } } }"""


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
async def test_every_order_of_closing_is_possible(federation: Office, order: tuple[Period, ...]) -> None:
    """No release keeps another one from being published, and of a quarter little is hidden."""
    closed: list[Closed] = [await federation.closing.close(period, NOW) for period in order]
    assert [each.period for each in closed] == list(order)
    for each in closed:
        if each.period.is_brief:
            assert each.suppressed < each.published / 20, each.period


async def test_a_quarter_has_stocks_everywhere_and_flows_of_the_federation(federation: Office) -> None:
    """Headquarters reads what there is; what there is not is refused with what there is."""
    await federation.closing.close(Period(2025, 3), NOW)
    period = {"year": 2025, "quarter": 3}
    stocks = await federation.ask(ASKED, HEADQUARTERS, period=period, by=["COUNTRY", "SEX"])
    assert {cell["area"] for cell in stocks["indicatorReport"]["cells"]} == {"BE", "BO", "KE", "NP"}
    flows = ASKED.replace("CARE_STOCK", "CARE_INFLOW")
    (cell,) = (await federation.ask(flows, HEADQUARTERS, period=period, by=["FEDERATION"]))["indicatorReport"]["cells"]
    assert cell["value"] > 0
    told = await federation.refused(flows, HEADQUARTERS, period=period, by=["COUNTRY"])
    assert told["extensions"]["code"] == "BAD_USER_INPUT"
    assert "of a quarter or a month" in told["message"]
    assert "FEDERATION: []" in told["extensions"]["hint"]
