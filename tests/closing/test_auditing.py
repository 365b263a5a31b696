"""`hearth audit` as auditors run it: a process of its own, whose exit code says whether a release holds."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from countries.tenancy.logins import SERVER_LOGINS, password_variable
from tests.closing.test_again import as_superuser

if TYPE_CHECKING:
    from tests.closing.office import Office

ROOT = Path(__file__).resolve().parents[2]
CLOSES, DRAWS = "1", "4242"
"""Seeds of the order in which a process walks over sets: of one that closes, and of one that draws again."""
IS_NIGHT = int(os.environ.get("HEARTH_FIGURE_ORDERS", "1")) > 1
PERIODS = {"2024": ("2024",), "2025-Q4/1": ("2025", "--quarter", "4"), "2025": ("2025",)}
"""What is closed, by what an auditor calls its release; each closing is a process, and so is each look at one."""
CLOSED = PERIODS if IS_NIGHT else {name: PERIODS[name] for name in ("2025-Q4/1", "2025")}
LOOKED_AT = CLOSED if IS_NIGHT else ("2025",)
"""The one beside which another one was out, drawn in two; at night all three."""


async def hearth(office: Office, *arguments: str, seed: str = CLOSES) -> tuple[int, str, str]:
    """Run the command; its exit code, and what it says."""
    passwords = {
        password_variable(login): office.address.passwords[login]
        for login in SERVER_LOGINS
        if login in office.address.passwords
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "graph.cli", *arguments, cwd=ROOT,
        env={**os.environ, **passwords, "HEARTH_DATABASE_URL": office.address.dsn, "PYTHONHASHSEED": seed},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, failed = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode(), failed.decode()


async def test_a_release_holds_or_the_command_fails(fresh: Office, tmp_path: Path) -> None:
    """The exit code is 0 where the proof holds, and 1 where something was changed; the page is written in both."""
    for period in CLOSED.values():
        code, said, failed = await hearth(fresh, "close-period", "--year", *period)
        assert code == 0, said + failed
    for number, release in enumerate(LOOKED_AT):
        page = tmp_path / f"{number}.html"
        code, said, failed = await hearth(fresh, "audit", "release", release, "--output", str(page))
        assert (code, failed) == (0, ""), re.findall("<li>(.*?)</li>", page.read_text())[:9]
        assert "The proof holds." in page.read_text()
        assert f"the proof of {release[:4]}" in said
        # In another process sets are walked in another order: what is drawn does not hang on it.
        code, said, failed = await hearth(fresh, "audit", "redraw", release, seed=DRAWS)
        assert (code, failed) == (0, ""), said
        assert "are as they were published" in said
    change = (
        "UPDATE figure_proof SET settled = settled + 40 WHERE measure = 'entries' AND area = 'BE' AND split_by = ''"
    )
    # Of a quarter no flows of a country are published.
    assert await as_superuser(fresh, change) == f"UPDATE {sum('-' not in name for name in CLOSED)}"
    page = tmp_path / "changed.html"
    code, said, failed = await hearth(fresh, "audit", "release", "2025", "--output", str(page))
    assert code == 1
    assert "The proof of 2025, release 1 does not hold" in failed
    assert "entries BE: the federation that proves stocks lies out of its interval." in page.read_text()
    code, said, failed = await hearth(fresh, "audit", "redraw", "2025", seed=DRAWS)
    assert code == 1
    assert "entries BE: what proves it is another number." in said
    assert "from what is kept" in failed
