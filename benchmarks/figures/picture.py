"""README's picture: the head of the last year's report, as Chromium shows it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier

if TYPE_CHECKING:
    from countries.connections.address import Address

YEAR = 2025
SIZE = "1100,1420"


def picture(address: Address, path: Path) -> None:
    """Write the report of a federation by the command for it, and take its picture.

    Args:
        address: a federation with closed periods.
        path: where the picture goes.

    Raises:
        RuntimeError: there is no Chromium, or one of the two did not end well.
    """
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        message = "There is no Chromium here."
        raise RuntimeError(message)
    login = Tier.HEADQUARTERS.login
    named = {
        "HEARTH_DATABASE_URL": address.dsn,
        "HEARTH_DATABASE_PASSWORD_HEADQUARTERS": address.passwords[login],
    }
    with TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        command = (sys.executable, "-m", "graph.cli", "report", "--year", str(YEAR), "--output", str(page))
        _run(command, {**os.environ, **named})
        shown = (browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={SIZE}")
        _run((*shown, f"--screenshot={path.resolve()}", page.as_uri()), dict(os.environ))


def _run(command: tuple[str, ...], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        message = f"{Path(command[0]).name} ended with {done.returncode}: {done.stderr[-500:]}"
        raise RuntimeError(message)
