"""A migration that was written by the machine passes the same checks as one that was written by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from graph.revise import write_migration
from tests.conftest import NOW

CONFIGURATION = Path(__file__).parents[1] / "pyproject.toml"


def test_a_written_migration_is_in_the_form_that_lint_asks_for(tmp_path: Path) -> None:
    """Nobody has to run a formatter over the migration of a new entity."""
    path = write_migration("every table there is", NOW, tmp_path)
    assert path is not None
    command = [
        sys.executable,
        "-m",
        "ruff",
        "format",
        "--check",
        "--no-cache",
        "--config",
        str(CONFIGURATION),
        str(path),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own file
    assert ran.returncode == 0, ran.stdout + ran.stderr
