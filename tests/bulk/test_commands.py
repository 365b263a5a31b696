"""`hearth import` and `hearth export` as a person uses them; and twenty thousand rows at once."""

from __future__ import annotations

import asyncio
import csv
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from countries.tenancy.caller import Tier
from graph.cli import main
from tests.bulk.files import Desk, base, child, write_csv

ROOT = Path(__file__).resolve().parents[2]
MANY = 20_000
MEGABYTES = 220
"""The program itself takes about a hundred."""

MEASURED = """
import re, sys
from pathlib import Path
from graph.cli import main
try:
    main(sys.argv[1:])
finally:
    # The peak of this program alone; what getrusage tells counts whoever started it.
    print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024, file=sys.stderr)
"""

Hearth = Callable[..., Awaitable[Result]]


def environment(desk: Desk) -> dict[str, str]:
    """Where the command finds the database, and the office's password."""
    login = Tier.OFFICE.login
    passwords = {"HEARTH_DATABASE_PASSWORD_OFFICE": desk.address.passwords[login]} if desk.address.passwords else {}
    return {"HEARTH_DATABASE_URL": desk.address.dsn, **passwords}


@pytest.fixture
def hearth(desk: Desk) -> Hearth:
    """The command, run against the desk's database."""

    async def run(*arguments: str) -> Result:
        return await asyncio.to_thread(CliRunner(env=environment(desk)).invoke, main, arguments)

    return run


async def measured(desk: Desk, *arguments: str) -> tuple[str, int]:
    """What the command says, and the megabytes that its process took at most."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", MEASURED, *arguments, cwd=ROOT, env={**os.environ, **environment(desk)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    return output.decode(), int(errors.split()[-1])


async def test_a_person_imports_and_exports(hearth: Hearth, tmp_path: Path) -> None:
    """A dry run, the import, a second one, and the export: each says what it did in a sentence."""
    folder = str(write_csv(tmp_path / "in", base()))
    dry = await hearth("import", folder, "--country", "BE", "--dry-run")
    first = await hearth("import", folder, "--country", "be")
    again = await hearth("import", folder, "--country", "BE")
    out = await hearth("export", "--country", "BE", str(tmp_path / "out"))
    twice = await hearth("export", "--country", "BE", str(tmp_path / "out"))

    assert (dry.exit_code, dry.stdout) == (0, "9 rows are in order. Nothing was written: this was a dry run.\n")
    assert "9 rows read: new 1 programmes, 1 homes" in first.stdout
    assert "Rows read: 9 of 9" in first.stderr
    assert again.stdout == "9 rows read; everything is on record already.\n"
    assert "12 rows written" in out.stdout
    assert twice.exit_code == 1
    assert "holds something already" in twice.stderr


async def test_faults_are_a_table_on_standard_error(hearth: Hearth, desk: Desk, tmp_path: Path) -> None:
    """File, row, column, value, sentence and hint; nothing on standard output; the code is 1."""
    folder = write_csv(tmp_path / "in", {**base(), "children": [child("1", sex="F"), child("2")]})
    ended = await hearth("import", str(folder), "--country", "BE")

    assert ended.exit_code == 1
    assert ended.stdout == ""
    for part in ("children.csv", "2", "sex", "F", "There is no such value.", "FEMALE", "One fault; nothing was"):
        assert part in ended.stderr
    assert "Traceback" not in ended.stderr
    assert await desk.rows("SELECT 1 FROM programme") == []


async def test_what_cannot_be_meant_gets_a_sentence(hearth: Hearth, tmp_path: Path) -> None:
    """A path or a country that is not there, and help that names every column."""
    missing = await hearth("import", str(tmp_path / "nowhere"), "--country", "BE")
    country = await hearth("import", str(tmp_path), "--country", "ZZ")
    helped = await hearth("import", "--help")

    assert missing.exit_code == country.exit_code == 1
    assert "no such file" in missing.stderr
    assert "no such country" in country.stderr
    assert "caseNumber*" in helped.stdout
    assert "placementExceptions" in helped.stdout


async def test_twenty_thousand_rows_take_bounded_memory(desk: Desk, tmp_path: Path) -> None:
    """Rows are read, staged, checked and exported a few at a time: the process stays small, and all of them come."""
    folder = write_csv(tmp_path / "in", {name: base()[name] for name in ("programmes", "homes")})
    with (folder / "children.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(child("1", interests="")))
        writer.writeheader()
        writer.writerows(child(str(number), interests="Bees " * 20) for number in range(MANY))
    said, peak = await measured(desk, "import", str(folder), "--country", "BE")
    _, peak_out = await measured(desk, "export", "--country", "BE", str(tmp_path / "out"))

    assert f"{MANY + 2:,} rows read" in said
    assert peak < MEGABYTES
    assert peak_out < MEGABYTES
    (row,) = await desk.rows("SELECT count(*) AS children, (SELECT last FROM change_counter) AS last FROM child")
    assert (row["children"], row["last"]) == (MANY, MANY + 2)
    assert (tmp_path / "out" / "children.csv").read_text().count("\n") == MANY + 1
