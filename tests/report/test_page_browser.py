"""The page in a real browser: accessible, quiet, as wide as its window, and whole on paper."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import async_playwright

from graph.assets import find_node
from graph.report import Format, write
from graph.report.figures import Report

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page

HERE = Path(__file__).parent
INSTALLED = HERE.parents[1] / ".cache" / "axe"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PHONE, DESK = 390, 1440

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
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


@contextlib.asynccontextmanager
async def opened(path: Path, width: int, *, dark: bool = False) -> AsyncIterator[tuple[Page, list[str]]]:
    """A page without scripts of its own, and all that it asked for or complained about."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = await browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        heard: list[str] = []
        page.on("request", lambda request: heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        await page.goto(path.as_uri())
        yield page, heard
        await browser.close()


@pytest.fixture(scope="module")
def path(small: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small report's page."""
    found = tmp_path_factory.mktemp("page") / "report.html"
    write(small, Format.HTML, found)
    return found


@pytest.mark.parametrize("dark", [False, True])
async def test_page_is_accessible(path: Path, dark: bool) -> None:  # noqa: FBT001 - pytest gives a parameter by name
    """The accessibility engine finds no fault, contrast included, by light and in the dark."""
    script = await axe()
    async with opened(path, DESK, dark=dark) as (page, _):
        await page.evaluate(script)
        await page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found: dict[str, Any] = await page.evaluate("axe.run()")

    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]] == []


@pytest.mark.parametrize("width", [PHONE, DESK])
async def test_page_fits_its_window_and_asks_for_nothing(path: Path, width: int) -> None:
    """Nothing sticks out at the side of a phone or a desk, and the file itself is the only request."""
    async with opened(path, width) as (page, heard):
        assert await page.evaluate("document.documentElement.scrollWidth") == width
        assert heard == [path.as_uri()]


async def test_paper_shows_what_is_folded(path: Path) -> None:
    """Tables that are folded on the screen are open on paper."""
    async with opened(path, DESK) as (page, _):
        table = page.locator("#children details table").first
        assert not await table.is_visible()
        await page.emulate_media(media="print")
        assert await table.is_visible()
