"""Files that cannot be meant: each is one clear fault at its place, and nothing is written."""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.bulk.exporting import ExportFormat
from graph.bulk.faults import MOST_FAULTS, Fault, Faults
from graph.bulk.reading import COLUMN_TWICE
from graph.bulk.sources import find_sources
from tests.bulk.files import Desk, base, child, placement, write_book, write_csv

HEADER = "programme,caseNumber,givenName,birthDate,sex,enrolledOn,interests\n"
GOOD = "Village Liège,7,Noor,2015-05-31,FEMALE,2020-01-01,Bees\n"


def children(text: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    """A file of children with this text."""

    def write(folder: Path) -> Path:
        path = folder / "children.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def cell(column: str, value: object) -> Callable[[Path], Path]:
    """A file of children with one value of its own."""
    return lambda folder: write_csv(folder, {"children": [child("7"), child("8", **{column: value})]})


BAD = {
    "truncated in a row": (children(HEADER + GOOD + "Village Liège,8,No"), 3, None, "3 cells of 7"),
    "truncated in quotes": (children(HEADER + GOOD + 'Village Liège,8,"No'), 3, None, "never closed"),
    "a quotation mark inside": (children(HEADER + 'Village Liège,8,"No"or,,FEMALE,2020-01-01,\n'), 2, None, "inside"),
    "too many cells": (children(HEADER + GOOD.strip() + ",more\n"), 2, None, "more cells"),
    "Latin-1": (children(HEADER + GOOD, "latin-1"), 2, None, "Latin-1"),
    "UTF-16": (children(HEADER + GOOD, "utf-16"), None, None, "UTF-16"),
    "UTF-16 without its mark": (children(HEADER + GOOD, "utf-16-le"), None, None, "UTF-16"),
    "empty": (children(""), None, None, "empty"),
    "empty but for its mark": (children("\N{ZERO WIDTH NO-BREAK SPACE}\n"), None, None, "empty"),
    "a column twice": (children(HEADER.replace("interests", "sex") + GOOD), 1, "sex", "twice"),
    "an unknown column": (children(HEADER.replace("interests", "hobby") + GOOD), 1, "hobby", "no such column"),
    "a column written otherwise": (children(HEADER.replace("sex", "Sex") + GOOD), 1, "Sex", "no such column"),
    "a missing column": (children("caseNumber\n1\n"), 1, "programme", "missing"),
    "an endless line": (children("a" * 1_000_001), 1, None, "never ends"),
    "a day of another order": (cell("birthDate", "31/05/2015"), 3, "birthDate", "ISO 8601"),
    "a day that is none": (cell("birthDate", "2015-02-30"), 3, "birthDate", "no such day"),
    "a birth in the future": (cell("birthDate", "2027-01-01"), 3, "birthDate", "future"),
    "a precision of nothing": (
        lambda folder: write_csv(folder, {"children": [child("7", birthDate="", birthDatePrecision="DAY")]}),
        2, "birthDatePrecision", "together",
    ),
    "an unknown member": (cell("sex", "female"), 3, "sex", "no such value"),
    "an empty cell": (cell("givenName", " "), 3, "givenName", "empty"),
    "the NUL character": (cell("givenName", "No\x00or"), 3, "givenName", "NUL"),
    "an endless text": (cell("interests", "x" * 10_001), 3, "interests", "10000 characters"),
    "an id of another type": (
        cell("id", "Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"), 3, "id", "no id of a Child",
    ),
    "an id of another country": (
        cell("id", "Child_KE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"), 3, "id", "another country",
    ),
    "a fraction of a place": (
        lambda folder: write_csv(folder, {"homes": [{**base()["homes"][0], "name": "New", "capacity": "2.5"}]}),
        2, "capacity", "whole number",
    ),
    "no place": (
        lambda folder: write_csv(folder, {"homes": [{**base()["homes"][0], "name": "New", "capacity": 0}]}),
        2, "capacity", "one child at least",
    ),
    "a budget in words": (
        lambda folder: write_csv(folder, {"programmes": [{**base()["programmes"][0], "annualBudget": "1.250,00"}]}),
        2, "annualBudget", "amount",
    ),
    "no such path": (lambda folder: folder / "nowhere", None, None, "no such file"),
    "an empty directory": (lambda folder: folder, None, None, "no file of a table"),
    "a file of another name": (lambda folder: write_csv(folder, {"kids": [child("7")]}), None, None, "No table"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_file_is_one_fault_at_its_place(read_only_village: Desk, tmp_path: Path, name: str) -> None:
    """The fault names row, column and sentence; nothing is written."""
    make, row, column, sentence = BAD[name]
    faults = await read_only_village.faults(make(tmp_path))

    assert sentence in faults[0].message
    assert (faults[0].row, faults[0].column) == (row, column)
    assert all(fault.hint for fault in faults)
    if name != "a missing column":
        assert len(faults) == 1


def broken_zip(folder: Path) -> Path:
    """A workbook of which half has come."""
    path = write_book(folder / "half.xlsx", base())
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def broken_part(folder: Path) -> Path:
    """A workbook whose sheet ends in the middle."""
    whole = write_book(folder / "whole.xlsx", {"children": base()["children"]})
    path = folder / "part.xlsx"
    with zipfile.ZipFile(whole) as read, zipfile.ZipFile(path, "w") as written:
        for part in read.infolist():
            content = read.read(part)
            cut = part.filename.startswith("xl/worksheets/")
            written.writestr(part.filename, content[: len(content) // 2] if cut else content)
    return path


def growing_entities(folder: Path) -> Path:
    """A workbook whose entities grow without end."""
    whole = write_book(folder / "whole.xlsx", {"children": base()["children"]})
    path = folder / "bomb.xlsx"
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    with zipfile.ZipFile(whole) as read, zipfile.ZipFile(path, "w") as written:
        for part in read.infolist():
            content = read.read(part).decode()
            if part.filename.startswith("xl/worksheets/"):
                head = f'<!DOCTYPE worksheet [<!ENTITY e0 "lol">{entities}]>'
                content = head + content.replace("<t>Mira 1</t>", "<t>&e11;</t>").replace("<v>", "<v>&e11;", 1)
            written.writestr(part.filename, content)
    return path


def other_sheet(folder: Path) -> Path:
    """A workbook with a sheet that no table is called after."""
    return write_book(folder / "other.xlsx", {"children": [child("7")], "Sheet2": [child("8")]})


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (broken_zip, "cut off"),
        (broken_part, "cut off"),
        (growing_entities, "cut off"),
        (other_sheet, "No table"),
        (lambda folder: children("no zip")(folder).rename(folder / "children.xlsx"), "cut off"),
        (lambda folder: children("x")(folder).rename(folder / "children.ods"), "Only .csv and .xlsx"),
    ],
    ids=["half", "part", "entities", "sheet", "text", "ods"],
)
async def test_a_bad_workbook_is_a_fault(
    read_only_village: Desk, tmp_path: Path, make: Callable[[Path], Path], sentence: str
) -> None:
    """A workbook that is cut off, or none, is told as such."""
    assert sentence in (await read_only_village.faults(make(tmp_path)))[0].message


async def test_date_cells_and_whole_numbers_of_a_workbook_are_taken(village: Desk, tmp_path: Path) -> None:
    """A date cell is a day, a number is text where text is wanted; a time of day, or a fraction, is a fault."""
    row = child("", caseNumber=1234, birthDate=date(2015, 5, 31), enrolledOn=datetime(2020, 1, 1))  # noqa: DTZ001 - a workbook knows no zone
    await village.bring(write_book(tmp_path / "typed.xlsx", {"children": [row]}))
    (found,) = await village.rows("SELECT birth_date FROM child WHERE case_number = '1234'")
    assert found["birth_date"] == date(2015, 5, 31)

    row = child("5", birthDate=datetime(2015, 5, 31, 9, 30), sex=7)  # noqa: DTZ001 - as above
    faults = await village.faults(write_book(tmp_path / "wrong.xlsx", {"children": [row]}))
    assert [(fault.column, fault.row) for fault in faults] == [("birthDate", 2), ("sex", 2)]


async def test_files_of_other_habits_are_taken(village: Desk, tmp_path: Path) -> None:
    """With a mark or without, with semicolons, with empty rows and CRLF: the file is read."""
    text = (HEADER + "\n" + GOOD).replace(",", ";").replace("\n", "\r\n")
    (tmp_path / "Children.CSV").write_bytes(codecs.BOM_UTF8 + text.encode())
    assert (await village.bring(tmp_path / "Children.CSV")).rows == 1
    faults = await village.faults(children(HEADER + "\n\n" + GOOD.replace("FEMALE", "F"))(tmp_path))
    assert faults[0].row == 4


async def test_every_fault_is_told_not_the_first(read_only_village: Desk, tmp_path: Path) -> None:
    """Faults of cells, of rows, of names and of rules come together, file by file and row by row."""
    sheets = {
        "children": [child("7", sex="F", birthDate="31/05/2015"), child("8", programme="Nowhere")],
        "placements": [placement("99", "2010-01-01", endedOn="2011-01-01", endReason="OTHER")],
    }
    faults = await read_only_village.faults(write_csv(tmp_path / "many", sheets))

    assert [(fault.file, fault.row, fault.column) for fault in faults] == [
        ("children.csv", 2, "birthDate"),
        ("children.csv", 2, "sex"),
        ("children.csv", 3, "programme"),
        ("placements.csv", 2, "childCaseNumber"),
    ]
    assert [fault.value for fault in faults] == ["31/05/2015", "F", "Nowhere", "99"]


async def test_a_flood_of_faults_is_counted(read_only_village: Desk, tmp_path: Path) -> None:
    """The first thousand faults are told, the others counted."""
    rows = [child(str(number), sex="F") for number in range(1_200)]
    path = write_csv(tmp_path / "flood", {"children": rows})
    faults = await read_only_village.faults(path)

    assert len(faults) == MOST_FAULTS
    collected = Faults()
    for _ in rows:
        collected.add(Fault("f", COLUMN_TWICE))
    assert (collected.total, len(collected.listed)) == (1_200, MOST_FAULTS)


async def test_a_file_that_cannot_be_read_is_the_one_fault(read_only_village: Desk, tmp_path: Path) -> None:
    """Rows that lean on those of an unreadable file are not told as faults of their own."""
    write_csv(tmp_path, {"children": [{**child("7"), "hobby": "Bees"}], "placements": [placement("7", "2030-01-01")]})
    faults = await read_only_village.faults(tmp_path)

    assert [(fault.file, fault.row, fault.column) for fault in faults] == [("children.csv", 1, "hobby")]


def test_two_files_of_one_table_are_a_fault(tmp_path: Path) -> None:
    """Which of the two is meant nobody can say."""
    write_csv(tmp_path, {"children": [child("7")]})
    write_book(tmp_path / "children.xlsx", {"children": [child("7")]})
    faults = Faults()
    for source in find_sources(tmp_path, faults):
        source.rows.close()

    assert [fault.message for fault in faults] == ["children.csv holds children already."]


async def test_formulas_are_never_run(village: Desk, tmp_path: Path) -> None:
    """A formula in a workbook is a fault; text that looks like one stays text, there and back, in both forms."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "children"
    row = child("7")
    sheet.append(list(row))
    sheet.append(["=1+1" if name == "givenName" else value for name, value in row.items()])
    book.save(tmp_path / "formula.xlsx")
    faults = await village.faults(tmp_path / "formula.xlsx")
    assert [(fault.message, fault.value, fault.row) for fault in faults] == [("A formula stands there.", "=1+1", 2)]

    texts = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=x", "''x", "'s-Hertogenbosch", " x", "＝1"]  # noqa: RUF001 - the wide form is the point
    await village.run(
        "INSERT INTO child (country_code, programme_id, case_number, given_name, sex, enrolled_on, interests)"
        " SELECT 'BE', p.id, 'T' || t.number, 'Ada', 'FEMALE', '2020-01-01', t.interests"
        " FROM programme p, unnest($1::text[]) WITH ORDINALITY AS t (interests, number)",
        texts,
    )
    for form in ExportFormat:
        await _there_and_back(village, tmp_path / form, form, texts)


async def _there_and_back(desk: Desk, folder: Path, form: ExportFormat, texts: list[str]) -> None:
    await desk.take(folder, form)
    brought = await desk.bring(folder)
    assert brought.stored is not None
    assert brought.stored.number is None
    held = {row["interests"] for row in await desk.rows("SELECT interests FROM child")}
    assert held >= set(texts)
    if form is ExportFormat.CSV:
        cells = (folder / "children.csv").read_text(encoding="utf-8-sig")
        assert "'=cmd" in cells
        assert "'+1" in cells
        assert "''s-Her" not in cells
