"""A reader of GraphiQL in a real browser: Debian's Chromium, headless."""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import pytest
from playwright.async_api import expect

from graph.graphiql.assets import BUILT, SOURCES, built_stamp, fingerprint

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Request

DESK, PHONE = 1280, 390
MOST_TABS = 3
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

NEEDS_A_BROWSER = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH: apt-get install chromium"),
    pytest.mark.skipif(
        SOURCES.is_dir() and built_stamp(BUILT) != fingerprint(),
        reason="GraphiQL is not built: python -m graph.graphiql.assets",
    ),
]
"""What a module of such tests is marked with."""

expect.set_options(timeout=30_000)  # a browser beside another core's tests may be slow


def is_question(request: Request) -> bool:
    """Whether the reader asked this, not the page for its schema."""
    return request.method == "POST" and "IntrospectionQuery" not in (request.post_data or "")


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

    async def open(self, words: str) -> None:
        """Open the example that the menu finds first, by keyboard alone."""
        await self.page.get_by_role("combobox", name="Examples").fill(words)
        await self.page.keyboard.press("Enter")
        await expect(self.page.get_by_role("listbox")).to_be_hidden()

    async def choose(self, caller: str) -> None:
        """Choose whom to ask as."""
        await self.page.get_by_role("radio", name=caller).check()

    @property
    def tabs(self) -> Locator:
        """GraphiQL's tabs."""
        return self.page.locator(".graphiql-tab")

    async def in_front(self, operation: str) -> None:
        """Wait until the tab of an operation is in front."""
        await expect(self.page.locator(".graphiql-tab-active")).to_contain_text(operation)

    async def write(self, text: str) -> None:
        """Write over the document in the editor, and wait until GraphiQL has read it."""
        await self.page.locator(".graphiql-query-editor .view-lines").first.click()
        await self.page.keyboard.press("Control+A")
        await self.page.keyboard.insert_text(text)
        await self.page.wait_for_timeout(400)

    async def set_variables(self, text: str) -> None:
        """Put a text into the editor of variables, as pasting does: typed, it would close each bracket by itself."""
        models = "__MONACO.editor.getModels()"
        await self.page.evaluate(
            f"text => {models}.find(model => model.uri.path.endsWith('variables.json')).setValue(text)", text
        )
        await self.page.wait_for_timeout(400)

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


@contextlib.asynccontextmanager
async def visiting(
    browser: Browser, origin: str, width: int = DESK, scheme: Literal["light", "dark"] = "light"
) -> AsyncIterator[Visit]:
    """Open GraphiQL as a first-time reader, and wait until its editor is there."""
    context = await browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    visit = Visit(await context.new_page(), origin)
    visit.page.on("request", visit.keep)
    visit.page.on("console", visit.note)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    await visit.page.goto(f"{origin}/graphql")
    await visit.page.wait_for_selector(".graphiql-query-editor .view-line")
    yield visit
    await context.close()
