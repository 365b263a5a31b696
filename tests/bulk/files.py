"""Files for the tests: rows by sheet, written as a person would."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
from openpyxl import Workbook

from countries.connections.address import Address
from countries.connections.database import Database
from countries.connections.limits import TierLimits
from countries.tenancy.caller import Caller, Tier
from graph.bulk.exporting import Export, ExportFormat
from graph.bulk.faults import Fault, FaultyFilesError
from graph.bulk.importing import Brought, Import
from graph.reasons import Reason
from graph.refusals import named_in

TODAY = date(2026, 11, 22)
OFFICE = Caller("olga", Tier.OFFICE, ("BE",), issuer="command line")
LIMITS = {Tier.OFFICE: TierLimits(1, 120)}

Rows = Sequence[Mapping[str, object]]
Sheets = Mapping[str, Rows]

PROGRAMME: dict[str, object] = {"name": "Village Liège", "kind": "ALTERNATIVE_CARE", "startedOn": "2000-01-01"}
HOME: dict[str, object] = {
    "programme": "Village Liège", "name": "House Mango", "form": "SOS_FAMILY", "capacity": 2, "openedOn": "2005-01-01",
}  # fmt: skip
YEAR: dict[str, object] = {
    "programme": "Village Liège", "year": "2020", "annualBudget": "12000.00", "peopleReached": "300",
}  # fmt: skip
PARTNER: dict[str, object] = {"name": "Judo Club", "kind": "SPORTS_CLUB", "locality": "Liège"}


def child(number: str, **values: object) -> dict[str, object]:
    """A child of the village."""
    return {
        "programme": "Village Liège", "caseNumber": number, "givenName": f"Mira {number}", "birthDate": "2015-05-31",
        "sex": "FEMALE", "enrolledOn": "2020-01-01", **values,
    }  # fmt: skip


def placement(number: str, start: str = "2020-01-01", **values: object) -> dict[str, object]:
    """That a child lives in the house."""
    return {
        "childProgramme": "Village Liège", "childCaseNumber": number, "homeProgramme": "Village Liège",
        "homeName": "House Mango", "startedOn": start, "startReason": "ADMISSION", **values,
    }  # fmt: skip


def bond(one: str, other: str, **values: object) -> dict[str, object]:
    """That two children are brothers or sisters."""
    return {
        "childProgramme": "Village Liège", "childCaseNumber": one, "siblingProgramme": "Village Liège",
        "siblingCaseNumber": other, "kind": "FULL", "startedOn": "2020-01-01", **values,
    }  # fmt: skip


def tie(number: str, **values: object) -> dict[str, object]:
    """A child's tie to the club."""
    return {
        "childProgramme": "Village Liège", "childCaseNumber": number, "kind": "SPORTS_CLUB", "partner": "Judo Club",
        "startedOn": "2021-01-01", "note": "Yellow belt.", **values,
    }  # fmt: skip


def base() -> dict[str, Rows]:
    """A village with one house and two sisters in it."""
    return {
        "programmes": [PROGRAMME],
        "homes": [HOME],
        "communityPartners": [PARTNER],
        "children": [child("1"), child("2", givenName="Lena")],
        "siblingBonds": [bond("1", "2")],
        "placements": [placement("1"), placement("2")],
        "communityLinks": [tie("1")],
    }


def header_of(rows: Rows) -> list[str]:
    """Every column that some row has."""
    return list(dict.fromkeys(name for row in rows for name in row))


def write_csv(folder: Path, sheets: Sheets) -> Path:
    """A directory of CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header_of(rows), restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def write_book(path: Path, sheets: Sheets) -> Path:
    """A workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        header = header_of(rows)
        sheet.append(header)
        for row in rows:
            sheet.append([row.get(column) for column in header])
    book.save(path)
    return path


@dataclass(frozen=True, slots=True)
class Desk:
    """An office at its desk: one database, and what it does there; `routed`, as on a distributed server."""

    address: Address
    routed: bool = False

    async def bring(self, path: Path, *, dry_run: bool = False, caller: Caller = OFFICE, **options: Any) -> Brought:  # noqa: ANN401 - as Import takes them
        """Import."""
        database = Database(self.address, LIMITS)
        await database.open()
        database.is_distributed |= self.routed
        try:
            return await Import(caller, TODAY, path, dry_run=dry_run, **options).run(database)
        finally:
            await database.close()

    async def faults(self, path: Path, caller: Caller = OFFICE) -> list[Fault]:
        """What is wrong with files; nothing is written."""
        try:
            await self.bring(path, dry_run=True, caller=caller)
        except FaultyFilesError as refused:
            for fault in refused.faults:
                # Every fault of every file that a test brings is whole.
                assert isinstance(fault.refusal.reason, Reason), fault
                assert not list(named_in(fault.message, fault.hint)), fault
            return list(refused.faults)
        return []

    async def take(self, folder: Path, form: ExportFormat = ExportFormat.CSV) -> dict[str, int]:
        """Export."""
        database = Database(self.address, LIMITS)
        await database.open()
        try:
            return await Export(OFFICE, TODAY, folder, form).run(database)
        finally:
            await database.close()

    async def rows(self, statement: str, *values: object) -> list[asyncpg.Record]:
        """What is true, whoever asks."""
        connection = await asyncpg.connect(**self.address.connect_arguments("hearth_operator"))
        try:
            return list(await connection.fetch(statement, *values))
        finally:
            await connection.close()

    async def run(self, statement: str, *values: object) -> None:
        """Change something behind everybody's back."""
        connection = await asyncpg.connect(**self.address.connect_arguments("hearth_operator"))
        try:
            await connection.execute(statement, *values)
        finally:
            await connection.close()


def places(faults: Sequence[Fault]) -> list[tuple[str, int | None, str | None]]:
    """Where faults are: file, row and column."""
    return [(fault.file, fault.row, fault.column) for fault in faults]
