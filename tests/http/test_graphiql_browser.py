"""GraphiQL in a real browser: Debian's Chromium, headless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.async_api import expect

from graph.graphiql.examples import load_examples
from graph.identity.authenticator import issue_token
from graph.serving.server import build_app
from tests.http.conftest import SECRET, serve, settings_for
from tests.http.graphiql_visit import NEEDS_A_BROWSER, visiting

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.conftest import Ask

pytestmark = NEEDS_A_BROWSER


def children(answer: dict[str, Any]) -> list[str]:
    """Who is in an answer to the first example: given name, family name, age."""
    return [
        f"{child['givenName']} {child['familyName']} {child['age']}" for child in answer["data"]["children"]["nodes"]
    ]


def names(answer: dict[str, Any]) -> list[str]:
    """Who is in an answer to the first example, whatever day it is."""
    return [name.rpartition(" ")[0] for name in children(answer)]


async def test_each_caller_sees_its_own_rows(browser: Browser, served_url: str) -> None:
    """The same example, run as two callers, shows two countries' children; choosing a caller runs nothing."""
    async with visiting(browser, served_url) as visit:
        await visit.page.get_by_role("radio", name="Belgian office").check()
        belgian = children(await visit.run())
        await visit.shows(belgian[0].split()[0])
        asked = len(visit.questions)
        await visit.page.get_by_role("radio", name="Kenyan office").check()
        await visit.page.get_by_text("Run it again to ask as Kenyan office").wait_for()

        assert len(visit.questions) == asked
        await visit.shows(belgian[0].split()[0])

        kenyan = children(await visit.run())
        await visit.page.get_by_text("Answered as Kenyan office.").wait_for()
        await visit.shows(kenyan[0].split()[0])

        assert set(belgian).isdisjoint(kenyan)
        assert visit.complaints == []
        assert visit.strangers == []


async def test_schema_is_asked_for_once(browser: Browser, served_url: str) -> None:
    """The schema stays loaded when another caller is chosen."""
    async with visiting(browser, served_url) as visit:
        for name in ("Kenyan office", "Headquarters", "Belgian office"):
            await visit.page.get_by_role("radio", name=name).check()
        await visit.run()

        assert [question["operationName"] for question in visit.questions] == [
            "IntrospectionQuery",
            "ChildrenAndTheirHomes",
        ]


async def test_caller_is_chosen_by_keyboard(browser: Browser, served_url: str) -> None:
    """The arrow keys move between the callers, as in any group of radio buttons."""
    async with visiting(browser, served_url) as visit:
        await visit.page.get_by_role("radio").first.focus()
        await visit.page.keyboard.press("ArrowRight")

        assert await visit.page.get_by_role("radio").nth(1).is_checked()


async def test_every_editor_feature_keeps_to_the_policy(browser: Browser, served_url: str) -> None:
    """Documentation, history, examples and prettifying work without another origin or a refused policy."""
    async with visiting(browser, served_url) as visit:
        page = visit.page
        for panel in ("Show Documentation Explorer", "Show History"):
            await page.get_by_role("button", name=panel).click()
        await visit.open("children know beyond")
        await page.get_by_text('"SPORTS_CLUB"').wait_for()
        await page.get_by_role("button", name="Prettify query").click()
        await page.get_by_text("CommunityLinks", exact=True).first.wait_for()
        answer = await visit.run()

        assert visit.questions[-1]["variables"] == {"kinds": ["SCHOOL", "SPORTS_CLUB", "NEIGHBOUR"]}
        assert "errors" not in answer
        assert visit.complaints == []
        assert visit.strangers == []


async def test_the_docs_say_how_closely_a_field_is_bound_to_a_person(browser: Browser, served_url: str) -> None:
    """Whoever reads of a field sees its privacy class, in the list of a type's fields and at the field."""
    async with visiting(browser, served_url) as visit:
        await visit.page.get_by_role("button", name="Show Documentation Explorer").click()
        docs = visit.page.locator(".graphiql-doc-explorer")
        await docs.get_by_text("Query", exact=True).click()
        await docs.get_by_text("Child", exact=True).first.click()
        await expect(docs).to_contain_text("The name that the child is called by.")
        await expect(docs).to_contain_text("Privacy: personal.")
        await docs.get_by_text("firstLanguage", exact=True).click()
        await expect(docs).to_contain_text("Privacy: sensitive.")
        assert visit.complaints == []


async def test_reader_brings_a_token_outside_a_demonstration(
    browser: Browser, world: Address, register: Register, ask: Ask
) -> None:
    """Without demonstration callers nothing is asked until a token is pasted, and the token is stored nowhere."""
    token = issue_token(SECRET, role="office", country="KE")
    expected = await ask(load_examples()[0].document, as_="kenya")
    async with serve(build_app(settings_for(world), register)) as url, visiting(browser, url) as visit:
        assert visit.questions == []

        await visit.page.get_by_label("Token").fill(f"Bearer {token}")
        await visit.page.get_by_role("button", name="Use").click()
        answer = await visit.run()
        stored = await visit.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")

        # Without ages: the server goes by the clock on the wall, what is expected by the tests' own.
        assert names(answer) == names(expected)
        assert token not in stored
        assert visit.complaints == []
