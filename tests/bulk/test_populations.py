"""`hearth population`: files as people save them are read as an import reads them, and every fault has its place."""

from __future__ import annotations

import asyncio
import codecs
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from countries.register.register import load_register
from graph.bulk.faults import FaultyFilesError
from graph.bulk.populations import read_populations
from graph.cli import main
from graph.database.populations import ChildPopulation
from tests.bulk.files import TODAY, write_book

if TYPE_CHECKING:
    from pathlib import Path

    from graph.bulk.faults import Fault
    from tests.bulk.files import Desk

HEADER = "code,year,children,source\n"
GOOD = "BE,2024,2300000,Statbel\n"


def read(path: Path) -> list[ChildPopulation]:
    """The rows of a file."""
    return read_populations(path, load_register(), TODAY)


def faults(path: Path) -> list[Fault]:
    """What is wrong with a file."""
    with pytest.raises(FaultyFilesError) as refused:
        read(path)
    return list(refused.value.faults)


def written(folder: Path, text: str | bytes, name: str = "figures.csv") -> Path:
    """A file of any name."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        HEADER + GOOD,
        HEADER + GOOD + ",,,\n,,,\n\n",
        codecs.BOM_UTF8 + (HEADER + GOOD).replace(",", ";").replace("\n", "\r\n").encode(),
        "source,children,year,code\nStatbel\u200b, 2300000,2024,be\n",
        'code,year,children,source,,\n\nBE,2024,2300000,"Statbel"\n',
    ],
    ids=["plain", "empty last rows", "semicolons and a mark", "another order, other writings", "quoted"],
)
def test_files_of_other_habits_are_read(tmp_path: Path, text: str | bytes) -> None:
    """Marks, semicolons, CRLF, empty rows, another order of columns: it is one row."""
    assert read(written(tmp_path, text)) == [ChildPopulation("BE", 2024, 2_300_000, "Statbel")]


def test_a_workbook_is_read(tmp_path: Path) -> None:
    """Its one sheet, or the one called `populations`; numbers are numbers, a formula is none."""
    row = {"code": "BE", "year": 2024, "children": 2_300_000.0, "source": "Statbel"}
    wanted = [ChildPopulation("BE", 2024, 2_300_000, "Statbel")]
    assert read(write_book(tmp_path / "one.xlsx", {"Sheet1": [row]})) == wanted
    assert read(write_book(tmp_path / "two.xlsx", {"Notes": [{"a": 1}], "Populations": [row]})) == wanted
    (fault,) = faults(write_book(tmp_path / "three.xlsx", {"A": [row], "B": [row]}))
    assert "several sheets" in fault.message
    (fault,) = faults(write_book(tmp_path / "run.xlsx", {"A": [{**row, "children": "=1+1"}]}))
    assert (fault.row, fault.column, fault.message) == (2, "children", "A formula stands there.")


BAD: dict[str, tuple[str | bytes, int | None, str | None, str]] = {
    "latin-1": ((HEADER + "BE,2024,2300000,Ministère\n").encode("latin-1"), 2, None, "Latin-1"),
    "utf-16": ((HEADER + GOOD).encode("utf-16"), None, None, "UTF-16"),
    "twice": (HEADER + GOOD + "be,2024,1,S\n", 3, "year", "more than once"),
    "no such country": (HEADER + "XX,2024,1,S\n", 2, "code", "no such country"),
    "a name of a country": (HEADER + "Belgium,2024,1,S\n", 2, "code", "no such country"),
    "a year too many": (HEADER + "BE,20250,1,S\n", 2, "year", "future"),
    "next year": (HEADER + "BE,2027,1,S\n", 2, "year", "future"),
    "another calendar": (HEADER + "NP,2081,1,S\n", 2, "year", "future"),
    "a year of two digits": (HEADER + "BE,24,1,S\n", 2, "year", "before 1900"),
    "a negative year": (HEADER + "BE,-2024,1,S\n", 2, "year", "before 1900"),
    "a year that no number is": (HEADER + "BE,99999999999,1,S\n", 2, "year", "too large"),
    "a year in words": (HEADER + "BE,2024/25,1,S\n", 2, "year", "whole number"),
    "nobody": (HEADER + "BE,2024,0,S\n", 2, "children", "above zero"),
    "less than nobody": (HEADER + "BE,2024,-5,S\n", 2, "children", "above zero"),
    "more than there are": (HEADER + "BE,2024,2300000000,S\n", 2, "children", "so many"),
    "endless": (HEADER + f"BE,2024,{'9' * 40},S\n", 2, "children", "whole number"),
    "points between": (HEADER + "BE,2024,2.300.000,S\n", 2, "children", "whole number"),
    "other digits": (HEADER + "BE,2024,٢٣٠,S\n", 2, "children", "whole number"),
    "no source": (HEADER + "BE,2024,1,\n", 2, "source", "empty"),
    "a source that nobody sees": (HEADER + "BE,2024,1,\u200b\n", 2, "source", "empty"),
    "a column too few": ("code,year,children\nBE,2024,1\n", 1, "source", "missing"),
    "another column": ("code,year,children,source,region\nBE,2024,1,S,W\n", 1, "region", "no such column"),
    "capitals": ("Code,year,children,source\nBE,2024,1,S\n", 1, "Code", "no such column"),
    "a cell too many": (HEADER + "BE,2024,2,300,S\n", 2, None, "more cells"),
    "a NUL": (HEADER + "BE,2024,1,S\x00\n", 2, "source", "NUL"),
    "nothing": (b"", None, None, "empty"),
    "a header alone": (HEADER, None, None, "no row"),
    "an open quotation": (HEADER + 'BE,2024,1,"S\n', 2, None, "never closed"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_has_its_place(tmp_path: Path, name: str) -> None:
    """Row, column, sentence and hint, and no row is taken."""
    text, row, column, sentence = BAD[name]
    found = faults(written(tmp_path, text))
    assert (found[0].row, found[0].column) == (row, column), found
    assert sentence in found[0].message, found
    assert all(fault.hint for fault in found)


def test_every_fault_is_told(tmp_path: Path) -> None:
    """Not the first alone: all of a file, row by row."""
    found = faults(written(tmp_path, HEADER + "XX,24,0,\nBE,2024,5,S\nBE,2024,x,S\n,2024,5,S\n"))
    assert [(fault.row, fault.column) for fault in found] == [
        (2, "source"), (2, "code"), (2, "year"), (2, "children"), (4, "children"), (5, "code"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["nowhere.csv", "figures.txt", "figures.xls", "."])
def test_a_path_that_holds_no_file_of_the_kind_is_a_fault(tmp_path: Path, name: str) -> None:
    """A missing file, a directory and a file of another kind are told; no stack is."""
    if name.startswith("figures"):
        written(tmp_path, HEADER + GOOD, name)
    (fault,) = faults(tmp_path / name)
    assert fault.hint


def test_a_broken_workbook_is_a_fault(tmp_path: Path) -> None:
    """A text that calls itself a workbook, and a workbook that is cut off."""
    (fault,) = faults(written(tmp_path, HEADER + GOOD, "figures.xlsx"))
    assert "cut off" in fault.message
    book = Workbook()
    book.save(tmp_path / "whole.xlsx")
    (fault,) = faults(written(tmp_path, (tmp_path / "whole.xlsx").read_bytes()[:900], "half.xlsx"))
    assert "cut off" in fault.message


@pytest.mark.parametrize(("row", "calendar"), [
    ("NP,2081", "Bikram Sambat"), ("np,2081", "Bikram Sambat"), ("TH,2567", "Buddhist Era"), ("AF,1403", "Solar Hijri"),
    ("IL,5784", "Hebrew"), ("BE,2081", None), ("XX,2081", None),
])  # fmt: skip
def test_a_year_of_another_calendar(tmp_path: Path, row: str, calendar: str | None) -> None:
    """Whoever writes a year that cannot be is told which calendar its country has beside the Gregorian one."""
    (fault,) = (each for each in faults(written(tmp_path, f"{HEADER}{row},1,S\n")) if each.column == "year")
    assert fault.hint.startswith("Write the year of the Gregorian calendar, as in 2024.")
    assert (" not of " in fault.hint) == (calendar is not None)
    assert (calendar or "") in fault.hint


async def test_the_command_tells_faults_as_an_import_does(desk: Desk, tmp_path: Path) -> None:
    """A table on standard error and the code 1; a good file says how many rows are in the register."""
    login = "hearth_operator"
    environment = {
        "HEARTH_DATABASE_URL": desk.address.dsn,
        "HEARTH_OPERATOR_DATABASE_URL": as_login(desk, login),
    }

    async def run(path: Path) -> tuple[int, str, str]:
        result = await asyncio.to_thread(CliRunner(env=environment).invoke, main, ["population", str(path)])
        return result.exit_code, result.stdout, result.stderr

    code, said, told = await run(written(tmp_path, HEADER + GOOD + "XX,20250,1,S\n"))
    assert (code, said) == (1, "")
    for part in ("figures.csv", "20250", "no such country", "lies in the future", "2 faults; nothing was written."):
        assert part in told
    assert await desk.rows("SELECT 1 FROM population") == []

    assert await run(written(tmp_path, HEADER + GOOD)) == (0, "1 population is in the register.\n", "")
    assert (await run(written(tmp_path, HEADER + GOOD.replace("2300000", "2400000"))))[0] == 0
    (row,) = await desk.rows("SELECT children, source FROM population WHERE code = 'BE'")
    assert (row["children"], row["source"]) == (2_400_000, "Statbel")


def as_login(desk: Desk, login: str) -> str:
    """The desk's database as a URL of a login."""
    password = desk.address.passwords.get(login, "")
    return desk.address.dsn + f"&user={login}" + (f"&password={password}" if password else "")
