"""GraphiQL's examples and callers in a real browser: found, filled, run again, remembered, and usable by everybody."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import expect

from graph.graphiql.examples import load_examples
from graph.graphiql.page import DemoCaller
from graph.identity.authenticator import issue_token
from graph.serving.server import build_app
from tests.conftest import copy_database
from tests.example_rows import refusals_of
from tests.http.conftest import SECRET, demo_callers, serve, settings_for
from tests.http.graphiql_visit import MOST_TABS, NEEDS_A_BROWSER, PHONE, Visit, visiting
from tests.report.test_page_browser import axe

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from typing import Literal
    from uuid import UUID

    from playwright.async_api import Browser

    from countries.connections.address import Address
    from countries.register.register import Register

pytestmark = NEEDS_A_BROWSER

STOPS = 10
"""So many presses of the Tab key may be needed for Run."""


@pytest.fixture(scope="module")
async def url(
    server: Address, worker: str, register: Register, programmes: dict[str, list[UUID]]
) -> AsyncIterator[str]:
    """The origin of a demonstration server on a world of its own, which may be changed."""
    copied = await copy_database(server, "world", f"graphiql_{worker}")
    async with serve(build_app(settings_for(copied), register, callers=demo_callers(programmes["BE"][0]))) as origin:
        yield origin


async def variables(visit: Visit) -> Any:  # noqa: ANN401 - any JSON
    """What the editor of variables holds."""
    stored = json.loads(await visit.page.evaluate("sessionStorage.getItem('graphiql:tabState')"))
    return json.loads(stored["tabs"][stored["activeTabIndex"]]["variables"])


async def test_run_is_among_the_first_stops_of_the_tab_key(browser: Browser, url: str) -> None:
    """Caller, examples, Run: whoever has no mouse reaches it within ten presses, and it runs."""
    async with visiting(browser, url) as visit:
        for _ in range(STOPS):
            await visit.page.keyboard.press("Tab")
            if "execute query" in (await visit.page.evaluate("document.activeElement.ariaLabel") or ""):
                break
        else:
            pytest.fail("no Run")
        await visit.page.keyboard.press("Enter")
        await visit.page.get_by_text("Answered as Belgian caseworker.").wait_for()


async def test_examples_are_found_by_their_words_and_their_fields(browser: Browser, url: str) -> None:
    """In any order, whatever the capitals and accents; one that the caller may not ask brings a caller who may."""
    async with visiting(browser, url) as visit:
        menu, options = visit.page.get_by_role("combobox", name="Examples"), visit.page.get_by_role("option")
        await menu.click()
        assert await options.count() == len(load_examples())
        assert await visit.page.get_by_role("group", name="Headquarters: Figures").count() == 1
        for words in ("TOGETHER brothers", "pl\u00e4ceChild", "when a child has died record"):
            await menu.fill(words)
            assert 1 <= await options.count() < len(load_examples()), words
        await menu.fill("kings and queens")
        await expect(visit.page.get_by_text("No example has these words.")).to_be_visible()
        await visit.page.keyboard.press("Escape")
        await expect(visit.page.get_by_role("listbox")).to_be_hidden()

        await visit.open("publish year count")
        await visit.in_front("CloseAPeriod")
        assert await visit.page.get_by_role("radio", name="Headquarters").is_checked()
        assert visit.complaints == []


async def test_an_example_runs_as_it_stands_and_with_another_key_each_time(browser: Browser, url: str) -> None:
    """Its rows are looked for as its caller; what its reader writes stays, but for a key that has been used."""
    async with visiting(browser, url) as visit:
        await visit.choose("Belgian office")
        await visit.open("child likes")
        answers = [await visit.run(), await visit.run()]
        await visit.choose("Kenyan office")
        answers.append(await visit.run())
        sent = [each["variables"]["input"] for each in visit.questions if each.get("operationName") == "UpdateAChild"]

        assert [refusals_of(answer) for answer in answers] == [[], [], []]
        assert len({each["idempotencyKey"] for each in sent}) == len(sent) == 3
        assert [each["id"].split("_")[1] for each in sent] == ["BE", "BE", "KE"]

        own = {**sent[-1], "version": sent[-1]["version"] + 1, "interests": "The sea."}
        await visit.set_variables(json.dumps({"input": own}))
        answers = [await visit.run(), await visit.run()]
        last = visit.questions[-1]["variables"]["input"]
        assert refusals_of(answers[0]) == []
        assert (last["id"], last["interests"]) == (own["id"], "The sea.")
        assert last["idempotencyKey"] != own["idempotencyKey"]

        refused = visit.page.get_by_role("list", name="Refused")
        (refusal,) = refusals_of(answers[1])
        for told in (refusal["message"], refusal["hint"], "CONFLICT", "input \u203a version"):
            await expect(refused).to_contain_text(told)
        assert visit.strangers == []


async def test_three_tabs_are_open_at_most_and_no_text_is_lost(browser: Browser, url: str) -> None:
    """An example takes the place of one that nobody has touched, and is refused one where all are somebody's own."""
    async with visiting(browser, url) as visit:
        plus = visit.page.get_by_role("button", name="New tab")
        for words in ("likes", "placeChild", "openHome", "closeHome"):
            await visit.open(words)
        await visit.in_front("CloseAHome")
        assert await visit.tabs.count() == 1

        for number in range(MOST_TABS):
            await visit.write(f"query Own{number} {{ viewer {{ role }} }}")
            if number < MOST_TABS - 1:
                await plus.click()
        await expect(plus).to_be_hidden()
        await visit.open("likes")
        await visit.page.get_by_text("Three tabs are open").wait_for()
        assert await visit.tabs.count() == MOST_TABS
        await visit.in_front(f"Own{MOST_TABS - 1}")
        await visit.run()
        assert visit.questions[-1]["operationName"] == f"Own{MOST_TABS - 1}"


async def test_a_caller_brings_its_example_and_a_reload_brings_back_everything(browser: Browser, url: str) -> None:
    """Each caller the example that it had last; caller, tabs, variables and theme are there again after a reload."""
    async with visiting(browser, url) as visit:
        await visit.in_front("MyChildren")
        await visit.choose("Headquarters")
        await visit.in_front("CapacityByCountry")
        await visit.choose("Belgian office")
        await visit.in_front("ChildrenAndTheirHomes")
        await visit.open("likes")
        await visit.choose("Headquarters")
        await visit.in_front("CapacityByCountry")
        await visit.choose("Belgian office")
        await visit.in_front("UpdateAChild")
        await visit.page.get_by_role("button", name="New tab").click()
        await visit.write("query Own { viewer { role } }")
        await visit.page.locator(".graphiql-tab").first.get_by_role("button").first.click()
        await visit.in_front("UpdateAChild")
        await visit.page.get_by_role("button", name="Open settings dialog").click()
        await visit.page.get_by_role("button", name="Dark").click()
        await visit.page.keyboard.press("Escape")
        await visit.page.wait_for_timeout(1_000)  # GraphiQL keeps its tabs after half a second
        before = await variables(visit)

        await visit.page.reload()
        await visit.page.wait_for_selector(".graphiql-query-editor .view-line")
        await visit.in_front("UpdateAChild")
        assert await visit.page.get_by_role("radio", name="Belgian office").is_checked()
        assert await visit.tabs.all_inner_texts() == ["UpdateAChild", "Own"]
        assert "graphiql-dark" in await visit.page.evaluate("document.body.className")
        assert refusals_of(await visit.run()) == []
        assert visit.questions[-1]["variables"] == before


async def test_a_token_that_expires_is_renewed(browser: Browser, world: Address, register: Register) -> None:
    """A page that is left open asks on with a token of a later page; nobody has to reload it."""
    lives = iter([timedelta(seconds=1), timedelta(hours=1)])

    def sign() -> str:
        return issue_token(SECRET, role="office", country="BE", lifetime=next(lives))

    callers = [DemoCaller("Belgian office", "office", sign, "BE")]
    app = build_app(settings_for(world), register, callers=callers)
    async with serve(app) as origin, visiting(browser, origin) as visit:
        await visit.page.wait_for_timeout(1_500)
        answer = await visit.run()

        assert answer["data"]["children"]["nodes"]
        assert visit.complaints == []


async def test_a_telephone_is_wide_enough(browser: Browser, url: str) -> None:
    """At 390 pixels nothing sticks out, everything that is needed can be touched, and the answer comes into sight."""
    async with visiting(browser, url, PHONE) as visit:
        for name in ("Belgian caseworker", "Belgian office"):
            await visit.choose(name)
        await visit.open("room places open home taken")
        await visit.run()
        await expect(visit.page.get_by_text("Answered as Belgian office.")).to_be_in_viewport()
        await expect(visit.page.get_by_role("region", name="Result Window")).to_be_in_viewport(ratio=0.9)
        wide = "[...document.querySelectorAll('button, input, section')].map(each => each.getBoundingClientRect())"
        assert await visit.page.evaluate("document.documentElement.scrollWidth") == PHONE
        assert await visit.page.evaluate(f"Math.max(...{wide}.filter(box => box.width).map(box => box.width))") <= PHONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_serious_stands_in_anybodys_way(
    browser: Browser, url: str, scheme: Literal["light", "dark"]
) -> None:
    """The accessibility engine finds nothing serious in menu, refusals, documentation and history, light or dark."""
    found: list[tuple[str, str]] = []
    async with visiting(browser, url, scheme=scheme) as visit:
        page = visit.page
        await page.evaluate(await axe())

        async def look() -> None:
            told = await page.evaluate("axe.run({ resultTypes: ['violations'] })")
            found.extend(
                (each["id"], node["html"][:200])
                for each in told["violations"]
                for node in each["nodes"]
                if each["impact"] in {"serious", "critical"}
            )

        await page.get_by_role("combobox", name="Examples").click()
        await look()
        await visit.open("history child year who wrote")
        await visit.run()
        await look()
        await page.get_by_role("button", name="New tab").click()
        await visit.write("{ indicatorReport(indicators: [], period: { year: 1 }) { cells { value } } }")
        await visit.run()
        await page.get_by_role("list", name="Refused").wait_for()
        await page.get_by_role("button", name="Show Documentation Explorer").click()
        await page.locator(".graphiql-doc-explorer").get_by_text("Query", exact=True).click()
        await look()
        await page.get_by_role("button", name="Show History").click()
        await page.get_by_role("button", name="Open settings dialog").click()
        await look()

    assert found == []
