"""What an import keeps from others, from when, and what it makes of what they wrote while it looked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path

import asyncpg
import pytest
from rich.console import Console

from countries.embedded.postgres import SUPERUSER
from graph.bulk.faults import FaultyFilesError
from graph.bulk.importing import Brought
from graph.bulk.locks import ImportLocks
from graph.bulk.report import held_told, sentence, told_hold
from tests.bulk.files import HOME, Desk, bond, child, placement, tie, write_csv

FIG = {**HOME, "name": "House Fig", "capacity": 1}
WAITING = "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
FIRST_CHILD = "SELECT 1 FROM child WHERE case_number = '1' FOR UPDATE"
COUNTER = "SELECT 1 FROM change_counter FOR UPDATE"

Sheets = dict[str, Sequence[dict[str, object]]]


@asynccontextmanager
async def superuser(desk: Desk) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
    """Somebody whom no policy keeps from a row."""
    connection = await asyncpg.connect(**desk.address.connect_arguments(SUPERUSER))
    try:
        yield connection
    finally:
        await connection.close()


async def waiting(connection: asyncpg.Connection[asyncpg.Record], number: int = 1) -> list[str]:
    """The statements that wait for locks, as soon as there are so many."""
    for _ in range(6_000):
        found = await connection.fetch(WAITING)
        if len(found) >= number:
            return [row["query"] for row in found]
        await asyncio.sleep(0.01)
    raise TimeoutError


@asynccontextmanager
async def stopped(desk: Desk, path: Path, at: str, steps: list[str]) -> AsyncIterator[asyncio.Task[Brought]]:
    """An import that waits for a row that somebody holds, for as long as the block takes."""
    async with superuser(desk) as holder, superuser(desk) as watcher:
        async with holder.transaction():
            await holder.execute(at)
            work = asyncio.create_task(desk.bring(path, progress=lambda step, _: steps.append(step)))
            await waiting(watcher)
            yield work
        await asyncio.wait([work])


async def free(desk: Desk, table: str) -> int:
    """How many rows of a table nobody holds."""
    async with superuser(desk) as connection:
        return len(await connection.fetch(f"SELECT 1 FROM {table} FOR UPDATE SKIP LOCKED"))  # noqa: S608 - our own tables' names


def files(folder: Path) -> Path:
    """A sister's interests, and a new child with her place in House Fig."""
    sheets = {
        "children": [child("1", interests="Bees"), child("3")],
        "placements": [placement("3", homeName="House Fig")],
    }
    return write_csv(folder / "mine", sheets)


async def test_nothing_is_held_while_it_looks_and_checks(village: Desk, tmp_path: Path) -> None:
    """When an import asks for its first row, everything is checked, and every home, child and number is still free."""
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    steps: list[str] = []
    async with stopped(village, files(tmp_path), FIRST_CHILD, steps) as work:
        assert steps[-1] == "Checking"
        assert (await free(village, "home"), await free(village, "change_counter")) == (2, 1)
        assert await free(village, "child") == 1  # but for the one that the test holds
    brought = work.result()
    assert (brought.held.children, brought.held.homes) == (1, 1)
    assert brought.stored is not None
    assert brought.stored.created == {"children": 1, "placements": 1, "careEpisodes": 1}


async def test_the_countrys_counter_is_taken_when_all_is_written_and_checked(village: Desk, tmp_path: Path) -> None:
    """Rows, history and links are done before the counter: it is held for the feed alone; till then nothing is seen."""
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    async with stopped(village, files(tmp_path), COUNTER, []) as work, superuser(village) as watcher:
        (statement,) = await waiting(watcher)
        assert "INSERT INTO change " in statement
        assert "INSERT INTO child" not in statement
        assert "INSERT INTO history" not in statement
        # PostgreSQL has looked after every link: it keeps the rows that they lead to.
        assert await free(village, "programme") == 0
        assert len(await village.rows("SELECT 1 FROM child")) == 2
        assert len(await village.rows("SELECT 1 FROM placement")) == 2
    assert work.result().stored is not None
    assert len(await village.rows("SELECT 1 FROM child")) == 3
    numbers = [row["number"] for row in await village.rows("SELECT number FROM change ORDER BY number")]
    (counter,) = await village.rows("SELECT last FROM change_counter WHERE country_code = 'BE'")
    assert numbers == list(range(1, counter["last"] + 1))


UNTOUCHED: dict[str, Sheets] = {
    "a tie of another child": {"communityLinks": [tie("2", kind="SCHOOL", partner="")]},
    "a child of another name": {"children": [child("9")]},
    "a home of another name": {"homes": [{**HOME, "name": "House Date"}]},
    "a change of another child": {"children": [child("2", givenName="Lena", interests="Ants")]},
    "a partner": {"communityPartners": [{"name": "Library", "kind": "OTHER"}]},
}


@pytest.mark.parametrize("theirs", UNTOUCHED)
async def test_what_others_write_beside_the_file_changes_nothing(village: Desk, tmp_path: Path, theirs: str) -> None:
    """Rows that the file neither brings, names nor leads to: what was found stays, and is looked up once."""
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    steps: list[str] = []
    async with stopped(village, files(tmp_path), FIRST_CHILD, steps) as work:
        other = await village.bring(write_csv(tmp_path / "theirs", UNTOUCHED[theirs]))
        assert other.stored is not None
        assert other.stored.number is not None
    assert work.result().stored is not None
    assert steps.count("Looking up") == steps.count("Checking") == 1


async def test_a_place_that_others_took_meanwhile_is_taken(village: Desk, tmp_path: Path) -> None:
    """The home had room when it was looked at, and has none when it is held: a fault, and nothing is written."""
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    steps: list[str] = []
    theirs: Sheets = {"children": [child("4")], "placements": [placement("4", homeName="House Fig")]}
    async with stopped(village, files(tmp_path), FIRST_CHILD, steps) as work:
        await village.bring(write_csv(tmp_path / "theirs", theirs))
    with pytest.raises(FaultyFilesError) as refused:
        work.result()
    assert [(fault.file, fault.column) for fault in refused.value.faults] == [("placements.csv", "homeName")]
    assert steps.count("Looking up") == 2
    assert await village.rows("SELECT 1 FROM child WHERE case_number = '3' OR interests IS NOT NULL") == []


async def test_a_home_that_was_renamed_meanwhile_is_not_found(village: Desk, tmp_path: Path) -> None:
    """A row that the file led to has another name now: the name in the file is nobody's."""
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    (home,) = await village.rows("SELECT id FROM home WHERE name = 'House Fig'")
    renamed = {**FIG, "id": f"Home_BE_{home['id']}", "name": "House Olive"}
    async with stopped(village, files(tmp_path), FIRST_CHILD, []) as work:
        await village.bring(write_csv(tmp_path / "theirs", {"homes": [renamed]}))
    with pytest.raises(FaultyFilesError) as refused:
        work.result()
    assert [fault.column for fault in refused.value.faults] == ["homeName"]


async def test_a_child_that_came_meanwhile_is_the_one_of_the_file(village: Desk, tmp_path: Path) -> None:
    """The number was nobody's when it was looked up: the child that has it now is changed, and no second one made."""
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    async with stopped(village, files(tmp_path), FIRST_CHILD, []) as work:
        await village.bring(write_csv(tmp_path / "theirs", {"children": [child("3", givenName="Tess")]}))
    stored = work.result().stored
    assert stored is not None
    assert (stored.created, stored.changed) == ({"placements": 1, "careEpisodes": 1}, {"children": 2})
    assert [
        row["given_name"] for row in await village.rows("SELECT given_name FROM child WHERE case_number = '3'")
    ] == ["Mira 3"]


async def test_a_bond_that_others_made_of_a_child_of_the_file_is_seen(village: Desk, tmp_path: Path) -> None:
    """A row that leads to one of the file's counts as the file's: two bonds on the same days are one too many."""
    await village.bring(write_csv(tmp_path / "fourth", {"children": [child("4")]}))
    sheets: Sheets = {"children": [child("1", interests="Bees")], "siblingBonds": [bond("1", "4")]}
    path = write_csv(tmp_path / "mine", sheets)
    theirs: Sheets = {"siblingBonds": [bond("4", "1", kind="HALF", startedOn="2019-01-01")]}
    steps: list[str] = []
    # Bonds hold their children too; so the other import writes while this one waits for the first of them.
    async with superuser(village) as holder, superuser(village) as watcher:
        async with holder.transaction():
            await holder.execute("SELECT 1 FROM change_counter FOR UPDATE")
            first = asyncio.create_task(village.bring(write_csv(tmp_path / "theirs", theirs)))
            await waiting(watcher)
            second = asyncio.create_task(village.bring(path, progress=lambda step, _: steps.append(step)))
            await waiting(watcher, 2)
        await first
        with pytest.raises(FaultyFilesError) as refused:
            await second
    assert steps.count("Looking up") == 2
    assert {fault.column for fault in refused.value.faults} == {"startedOn"}


async def test_faults_that_others_set_right_meanwhile_are_none(village: Desk, tmp_path: Path) -> None:
    """There was no such home when it was looked up; there is when everybody else waits."""
    steps: list[str] = []
    async with stopped(village, files(tmp_path), FIRST_CHILD, steps) as work:
        await village.bring(write_csv(tmp_path / "theirs", {"homes": [FIG]}))
    assert work.result().stored is not None
    assert steps.count("Looking up") == 2


async def test_a_dry_run_waits_for_nobody_and_counts_what_would_wait(village: Desk, tmp_path: Path) -> None:
    """It holds no row, whoever holds one; it says how many children and homes on record the files name."""
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    async with superuser(village) as holder, holder.transaction():
        await holder.execute(FIRST_CHILD)
        brought = await asyncio.wait_for(village.bring(files(tmp_path), dry_run=True), 60)
    assert brought.stored is None
    assert (brought.held.children, brought.held.homes) == (1, 1)


async def test_what_is_held_is_told_before_it_is(village: Desk, tmp_path: Path) -> None:
    """Whoever imports hears it between the checks and the writing."""
    heard: list[object] = []
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    await village.bring(files(tmp_path), progress=lambda step, _: heard.append(step), holding=heard.append)
    assert heard[-1] == "Writing"
    told = heard[-2]
    assert isinstance(told, ImportLocks)
    assert (told.children, told.homes) == (1, 1)


async def test_what_is_held_is_told_before_anything_is(village: Desk, tmp_path: Path) -> None:
    """While an import still waits for its first row it has been told, and is told again where it looked once more."""
    heard: list[ImportLocks] = []
    await village.bring(write_csv(tmp_path / "fig", {"homes": [FIG]}))
    async with superuser(village) as holder, superuser(village) as watcher:
        async with holder.transaction():
            await holder.execute(FIRST_CHILD)
            work = asyncio.create_task(village.bring(files(tmp_path), holding=heard.append))
            await waiting(watcher)
            assert [(held.children, held.homes) for held in heard] == [(1, 1)]
            await village.bring(write_csv(tmp_path / "theirs", {"homes": [{**FIG, "locality": "Huy"}]}))
        await asyncio.wait([work])
    assert work.result().stored is not None
    assert len(heard) == 2


def test_the_length_is_a_sentence_where_somebody_would_feel_it() -> None:
    """Children, homes and seconds; of what takes no second, or holds nothing, nobody needs to hear."""
    told = held_told(ImportLocks(40_000, 200, 6.4))
    assert told is not None
    assert "40,000 children and 200 homes" in told
    assert "about 6 seconds" in told
    heard = StringIO()
    told_hold(Console(file=heard, width=300))(ImportLocks(40_000, 200, 6.4))
    assert heard.getvalue().strip() == told
    assert held_told(ImportLocks(0, 0, 60.0)) is None
    assert held_told(ImportLocks(1, 0, 0.2)) is None
    dry = sentence(Brought(100_000, None, ImportLocks(40_000, 200, 6.4)))
    assert dry.startswith("100,000 rows are in order. Nothing was written: this was a dry run. When they are written:")
