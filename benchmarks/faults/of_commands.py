"""Faults of commands beside a server: imports, closings and migrations cut off, a large import, an old backup."""

from __future__ import annotations

import asyncio
import csv
import time
from typing import TYPE_CHECKING, Any

import httpx

from benchmarks.faults.fault import fault
from benchmarks.faults.place import PlaceError, end_session
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Tier
from countries.tenancy.logins import OWNER, STATISTICS
from graph.database.location import DATABASE
from graph.database.migrate import make_database
from graph.reasons import Reason

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from pathlib import Path

    import asyncpg

    from benchmarks.faults.place import Place

PATIENCE_SECONDS = 180.0
MANY, VERY_MANY = 20_000, 100_000
YEAR = 2024
AT_WORK = "SELECT true FROM pg_stat_activity WHERE datname = $1 AND usename = $2 AND query LIKE $3 AND state = 'active'"
HAS_WRITTEN = "SELECT true FROM pg_stat_activity WHERE datname = $1 AND usename = $2 AND backend_xid IS NOT NULL"
BETWEEN_SECONDS = 0.005
LAST = "SELECT last FROM change_counter WHERE country_code = 'BE'"


async def _until_at_work(
    superuser: asyncpg.Connection[asyncpg.Record], command: subprocess.Popen[bytes], question: str, *work: str
) -> bool:
    """Wait until a login is at work in a database, as a question has it; whether it was before the command ended."""
    until = time.monotonic() + PATIENCE_SECONDS
    while command.poll() is None and time.monotonic() < until:
        if await superuser.fetchval(question, *work):
            return True
        await asyncio.sleep(BETWEEN_SECONDS)
    return False


async def _end(command: subprocess.Popen[bytes]) -> int:
    try:
        return await asyncio.to_thread(command.wait, PATIENCE_SECONDS)
    finally:
        end_session(command)


def _write_children(path: Path, programme: str, numbers: Sequence[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    header = ("programme", "caseNumber", "givenName", "birthDate", "sex", "enrolledOn")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows((programme, number, "Mira", "2015-05-31", "FEMALE", "2022-01-01") for number in numbers)


async def _children_file(place: Place, prefix: str, many: int) -> Path:
    async with place.login() as operator:
        programme = await operator.fetchval("SELECT id FROM programme WHERE country_code = 'BE' ORDER BY id LIMIT 1")
    path = place.folder / prefix / "children.csv"
    await asyncio.to_thread(
        _write_children, path, f"Programme_BE_{programme}", [f"{prefix}{number}" for number in range(many)]
    )
    return path


async def _there(place: Place, prefix: str) -> int:
    async with place.login() as operator:
        return int(await operator.fetchval("SELECT count(*) FROM child WHERE case_number LIKE $1", f"{prefix}%"))


@fault(f"An import of {MANY:,} rows killed while it writes, begun again")
async def import_killed(place: Place) -> str:
    """None of its rows is there afterwards, and all of them after the second time."""
    path = await _children_file(place, "killed", MANY)
    command = place.command("import", str(path), "--country", "BE")
    async with place.login(SUPERUSER) as superuser:
        seen = await _until_at_work(superuser, command, AT_WORK, DATABASE, Tier.OFFICE.login, "%INSERT INTO child%")
    end_session(command)
    await asyncio.sleep(1)
    left = await _there(place, "killed")
    code = await _end(place.command("import", str(path), "--country", "BE"))
    after = await _there(place, "killed")
    if not seen or code or left not in {0, MANY} or after != MANY:
        message = f"The import left {left}, and {after} after it was begun again (code {code}, seen {seen})."
        raise PlaceError(message)
    return f"{left} rows after the kill, {after:,} after the second time"


@fault(f"An import of {VERY_MANY:,} rows beside the callers")
async def import_beside(place: Place) -> str:
    """The office goes on writing meanwhile."""
    path = await _children_file(place, "large", VERY_MANY)
    began = time.monotonic()
    code = await _end(place.command("import", str(path), "--country", "BE"))
    there = await _there(place, "large")
    if code or there != VERY_MANY:
        message = f"The import ended with {code} and left {there} rows."
        raise PlaceError(message)
    return f"it took {time.monotonic() - began:.0f} s"


@fault("A closing killed while it counts, begun again")
async def closing_killed(place: Place) -> str:
    """Nothing of it is published, and all of it after the second time."""
    command = place.command("close-period", "--year", str(YEAR))
    async with place.login(SUPERUSER) as superuser:
        seen = await _until_at_work(superuser, command, AT_WORK, DATABASE, STATISTICS, "%")
    end_session(command)
    await asyncio.sleep(1)
    async with place.login() as operator:
        left = await operator.fetchval("SELECT count(*) FROM release")
    code = await _end(place.command("close-period", "--year", str(YEAR)))
    async with place.login() as operator:
        after = await operator.fetchval("SELECT count(*) FROM release")
    if not seen or left or code or after != 1:
        message = f"The closing left {left} releases, and {after} after it was begun again (code {code}, seen {seen})."
        raise PlaceError(message)
    return f"{left} releases after the kill, {after} after the second time"


@fault("A migration of another database killed midway, begun again")
async def migration_killed(place: Place) -> str:
    """The second time brings it to the newest version."""
    address = place.address.with_database("migrating")
    await make_database(place.address.with_database("postgres"), SUPERUSER, "migrating")
    command = place.command("migrate", address=address)
    async with place.login(SUPERUSER) as superuser:
        seen = await _until_at_work(superuser, command, HAS_WRITTEN, "migrating", OWNER)
    end_session(command)
    await asyncio.sleep(1)
    code = await _end(place.command("migrate", address=address))
    if not seen or code:
        message = f"The second migration ended with {code} (seen {seen})."
        raise PlaceError(message)
    return "at its newest version after the second time"


@fault("A backup brought back into another database, whose feed passes a cursor of after the backup")
async def restored(place: Place) -> str:
    """Who has followed the feed beyond the backup is told to load everything anew."""
    folder, address = place.folder / "backup", place.address.with_database("restored")
    codes = [await _end(place.command("backup", str(folder)))]
    async with place.login() as operator:
        kept_until = await operator.fetchval(LAST)
    await asyncio.sleep(1)
    cursor = (await _changes(place, place.url, "head"))["data"]["changes"]["head"]
    await make_database(place.address.with_database("postgres"), SUPERUSER, "restored")
    codes.append(await _end(place.command("restore", str(folder), address=address)))
    async with place.login() as operator:
        path = await _children_file(place, "restored", await operator.fetchval(LAST) - kept_until + 1)
    codes.append(await _end(place.command("import", str(path), "--country", "BE", address=address)))
    async with place.another_server(address) as url:
        answer = await _changes(place, url, "pageInfo { endCursor }", f'(since: "{cursor}")')
    reasons = [error["extensions"].get("reason") for error in answer.get("errors", ())]
    if any(codes) or reasons != [Reason.RESYNC]:
        message = f"The old cursor was answered {reasons} (codes {codes})."
        raise PlaceError(message)
    return f"the old cursor was answered {reasons[0]}"


async def _changes(place: Place, url: str, asked: str, arguments: str = "") -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {place.token('BE', 'restored')}"}
    async with httpx.AsyncClient(trust_env=False, headers=headers, timeout=PATIENCE_SECONDS) as client:
        answer = await client.post(url, json={"query": f"{{ changes{arguments} {{ {asked} }} }}"})
    return dict(answer.json())


FAULTS = (import_killed, import_beside, closing_killed, migration_killed, restored)
