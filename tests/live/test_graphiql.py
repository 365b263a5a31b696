"""A subscription in GraphiQL, in a real browser: run it, see a change come, stop it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from playwright.async_api import async_playwright, expect

from graph.graphiql.page import DemoCaller
from graph.serving.server import build_app
from tests.http.graphiql_visit import CHROMIUM, FLAGS, NEEDS_A_BROWSER, visiting
from tests.live.conftest import PATIENCE, serving, settings_of, token

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.live.conftest import Ledger

pytestmark = NEEDS_A_BROWSER


async def test_a_subscription_runs_until_it_is_stopped(
    lively: Address,
    register: Register,
    ledger: Ledger,
    child: Any,  # noqa: ANN401 - a row
) -> None:
    """Over a socket of our own origin, within the page's policy, as the caller that was chosen."""
    callers = [
        DemoCaller("Headquarters", "headquarters", partial(token, "headquarters", "")),
        DemoCaller("Belgian office", "office", token, "BE"),
    ]
    async with (
        serving(build_app(settings_of(lively), register, callers=callers)) as served,
        async_playwright() as playwright,
    ):
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        async with visiting(browser, f"http://127.0.0.1:{served.port}") as visit:
            page = visit.page
            await page.locator(".graphiql-query-editor .view-lines").first.click()
            await page.keyboard.press("Control+A")
            await page.keyboard.insert_text("subscription { changed { nodes { rowId } } }")
            # The editor reads what was written after a moment; until then it names the operation that was there before.
            async with asyncio.timeout(PATIENCE):
                while not await page.get_by_text("Your role may not subscribe").count():
                    visit.complaints.clear()  # of the operation that was there before
                    await page.wait_for_timeout(1_500)
                    await page.get_by_role("button", name="Execute query").click()
                    await page.wait_for_timeout(500)

            await page.get_by_role("radio", name="Belgian office").check()
            await page.get_by_role("button", name="Execute query").click()
            await served.listened_to()
            for name in ("Eerste", "Tweede"):
                served.hub.told("BE", await ledger.rename(child, name))
                await visit.shows(child["global"])
            stop = page.get_by_role("button", name="Stop query")
            await expect(stop).to_be_visible()
            await stop.click()
            await served.until(lambda: not served.hub.figures.clients)

            assert visit.complaints == []
            assert visit.strangers == []
        await browser.close()
