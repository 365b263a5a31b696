"""The page in a real browser: accessible, quiet, as wide as its window, and whole on paper."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import async_playwright

from graph.graphiql.assets import find_node
from graph.report import ReportFormat, figures, write
from tests.report import sample

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Page

HERE = Path(__file__).parent
INSTALLED = HERE.parents[1] / ".cache" / "axe"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PHONE, DESK = 390, 1440

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH: apt-get install chromium"),
]


async def axe() -> str:
    """The accessibility engine's script, installed from its lock file unless it is there."""
    _, npm = find_node()
    script, lock = INSTALLED / "node_modules" / "axe-core" / "axe.min.js", INSTALLED / "package-lock.json"
    wanted = (HERE / "package-lock.json").read_bytes()
    if not script.is_file() or not lock.is_file() or lock.read_bytes() != wanted:
        INSTALLED.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", INSTALLED)
        lock.write_bytes(wanted)
        options = ("--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved")
        process = await asyncio.create_subprocess_exec(*npm, "ci", *options, cwd=INSTALLED)
        assert await process.wait() == 0
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the module."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()


@contextlib.asynccontextmanager
async def opened(browser: Browser, path: Path, width: int = DESK) -> AsyncIterator[tuple[Page, list[str]]]:
    """A page, and all that it asked for or complained about."""
    page = await browser.new_page(viewport={"width": width, "height": 900})
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    await page.goto(path.as_uri())
    yield page, heard
    await page.close()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two countries."""
    found = tmp_path_factory.mktemp("page") / "report.html"
    write(figures.report_of(sample.answer(("BE", "NP"), years=2)), ReportFormat.HTML, found)
    return found


async def test_page_is_accessible(browser: Browser, path: Path) -> None:
    """The accessibility engine finds no fault, and enough contrast by light and in the dark."""
    async with opened(browser, path) as (page, _):
        await page.evaluate(await axe())
        await page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        by_light: dict[str, Any] = await page.evaluate("axe.run({ resultTypes: ['violations'] })")
        await page.emulate_media(color_scheme="dark")
        in_the_dark: dict[str, Any] = await page.evaluate(
            "axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] })"
        )

    faults = by_light["violations"] + in_the_dark["violations"]
    assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in faults] == []


@pytest.mark.parametrize("width", [PHONE, DESK])
async def test_page_fits_its_window_and_asks_for_nothing(browser: Browser, path: Path, width: int) -> None:
    """Nothing sticks out at the side of a phone or a desk, and the file itself is the only request."""
    async with opened(browser, path, width) as (page, heard):
        assert await page.evaluate("document.documentElement.scrollWidth") == width
        assert heard == [path.as_uri()]


async def test_paper_shows_what_is_folded(browser: Browser, path: Path) -> None:
    """Tables that are folded on the screen are open on paper."""
    async with opened(browser, path) as (page, _):
        table = page.locator("#children details table").first
        assert not await table.is_visible()
        await page.emulate_media(media="print")
        assert await table.is_visible()
