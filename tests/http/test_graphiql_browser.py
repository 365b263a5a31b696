"""GraphiQL in a real browser: Debian's Chromium, headless."""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import async_playwright, expect

from graph.graphiql.assets import BUILT, SOURCES, built_stamp, fingerprint
from graph.graphiql.examples import load_examples
from graph.graphiql.page import DemoCaller
from graph.identity.authenticator import issue_token
from graph.serving.server import build_app
from graph.settings.settings import Settings
from tests.http.conftest import SECRET, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from playwright.async_api import Browser, ConsoleMessage, Page, Request

    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.conftest import Ask

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",  # tests also run as root, where Chromium's sandbox refuses
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=30_000)  # a browser beside another core's tests may be slow

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH: apt-get install chromium"),
    pytest.mark.skipif(
        SOURCES.is_dir() and built_stamp(BUILT) != fingerprint(),
        reason="GraphiQL is not built: python -m graph.graphiql.assets",
    ),
]


def is_question(request: Request) -> bool:
    """Whether the reader asked this, not the page for its schema."""
    return request.method == "POST" and "IntrospectionQuery" not in (request.post_data or "")


def children(answer: dict[str, Any]) -> list[str]:
    """Who is in an answer to the first example: given name, family name, age."""
    return [
        f"{child['givenName']} {child['familyName']} {child['age']}" for child in answer["data"]["children"]["nodes"]
    ]


def names(answer: dict[str, Any]) -> list[str]:
    """Who is in an answer to the first example, whatever day it is."""
    return [name.rpartition(" ")[0] for name in children(answer)]


@dataclass
class Visit:
    """One page in the browser, and all that it did."""

    page: Page
    origin: str
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The GraphQL requests so far, as they were sent."""
        return [json.loads(request.post_data or "null") for request in self.requests if request.method == "POST"]

    @property
    def strangers(self) -> list[str]:
        """Every address outside our own origin that the page asked for."""
        own = (f"{self.origin}/", f"blob:{self.origin}/", "data:")
        return [request.url for request in self.requests if not request.url.startswith(own)]

    async def run(self) -> dict[str, Any]:
        """Press the run button, and return what the server answered."""
        async with self.page.expect_response(lambda response: is_question(response.request)) as answer:
            await self.page.get_by_role("button", name="Execute query").click()
        body: dict[str, Any] = await (await answer.value).json()
        return body

    async def shows(self, text: str) -> None:
        """Wait until the response pane shows a text; it draws a little after the answer is there."""
        await expect(self.page.get_by_role("region", name="Result Window")).to_contain_text(text)

    def keep(self, request: Request) -> None:
        """Remember a request."""
        self.requests.append(request)

    def note(self, message: ConsoleMessage) -> None:
        """Keep what the browser complains about; a refused policy is reported here too."""
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


def settings_for(world: Address) -> Settings:
    """A development server on the seeded world."""
    return Settings(database_url=world.dsn, database_passwords=world.passwords, dev_secret=SECRET)


@pytest.fixture(scope="module")
async def served_url(world: Address, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[str]:
    """The origin of a running demonstration server: the real one."""
    programme = str(programmes["BE"][0])
    callers = [
        DemoCaller("Belgian caseworker", issue_token(SECRET, role="caseworker", country="BE", programmes=[programme])),
        DemoCaller("Belgian office", issue_token(SECRET, role="office", country="BE")),
        DemoCaller("Kenyan office", issue_token(SECRET, role="office", country="KE")),
        DemoCaller("Headquarters", issue_token(SECRET, role="headquarters")),
    ]
    async with serve(build_app(settings_for(world), register, callers=callers)) as url:
        yield url


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the module; every visit gets a profile of its own in it."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()


@contextlib.asynccontextmanager
async def visiting(browser: Browser, origin: str) -> AsyncIterator[Visit]:
    """Open GraphiQL as a first-time reader, and wait until its editor is there."""
    context = await browser.new_context()
    visit = Visit(await context.new_page(), origin)
    visit.page.on("request", visit.keep)
    visit.page.on("console", visit.note)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    await visit.page.goto(f"{origin}/graphql")
    await visit.page.wait_for_selector(".graphiql-query-editor .view-line")
    yield visit
    await context.close()


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
        for panel in ("Show Documentation Explorer", "Show History", "Show Examples"):
            await page.get_by_role("button", name=panel).click()
        await page.get_by_role("button", name="Whom do our children know").click()
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
