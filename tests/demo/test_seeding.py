"""What is told is written: whole, once, by as many processes as one likes."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections import Counter, defaultdict

import asyncpg
import pytest

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from countries.tenancy.logins import OPERATOR
from graph.demo import country_rows, largest_programmes, seed
from graph.demo.fill import looked_up
from graph.demo.rows import PART
from graph.demo.tables import told_tables
from graph.errors import Conflict
from tests.conftest import CHILDREN, NOW, SEED, WORLD
from tests.demo.stored import stored
from tests.demo.told import TODAY

ROWS_READ = """
SELECT t.relname AS table, t.seq_tup_read AS by_scan, c.reltuples::int AS rows,
  sum(i.idx_tup_read) FILTER (WHERE x.indisunique) AS by_key,
  sum(i.idx_tup_read) FILTER (WHERE NOT x.indisunique) AS by_other_indexes
FROM pg_stat_user_tables t JOIN pg_class c ON c.oid = t.relid
JOIN pg_stat_user_indexes i USING (relid) JOIN pg_index x USING (indexrelid)
WHERE t.relname = ANY ($1)
GROUP BY t.relid, t.relname, t.seq_tup_read, c.reltuples
"""
OTHERS_THERE = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""
"""A session tells what it has read at the latest when it goes; its client does not wait for that."""


async def test_a_seed_writes_what_the_generator_tells(empty: Address, register: Register) -> None:
    """The database holds exactly the generated rows, its statistics know of them, and progress counts each child."""
    done: dict[str, int] = defaultdict(int)

    def progress(code: str, children: int) -> None:
        done[code] += children

    report = await seed(empty, register, ["KE", "BE"], 30, 3, today=TODAY, progress=progress)
    assert report.seeded == ("BE", "KE")
    assert report.skipped == ()
    assert report.rows["child"] == 60
    assert done == {"BE": 30, "KE": 30}
    for table in told_tables():
        expected = sorted(
            (
                row
                for code in report.seeded
                for batch in country_rows(register[code], 30, 3, TODAY)
                if batch.table == table
                for row in batch.rows
            ),
            key=lambda row: (row[0], row[1]),
        )
        assert await stored(empty, table) == expected
    connection = await asyncpg.connect(**empty.connect_arguments(OPERATOR))
    assert await connection.fetchval("SELECT reltuples FROM pg_class WHERE relname = 'child'") == 60
    await connection.close()


@pytest.mark.parametrize("before", [(), ("NL",)], ids=["empty", "analysed when small"])
async def test_foreign_keys_are_looked_up_by_their_keys(
    empty: Address, register: Register, before: tuple[str, ...]
) -> None:
    """No link of a large country is checked by reading a table: that would take its square in time."""
    for code in before:
        await seed(empty, register, [code], 2, 1, today=TODAY)
    await seed(empty, register, ["BE"], 3 * PART, 1, today=TODAY, processes=1)
    connection = await asyncpg.connect(**empty.connect_arguments(OPERATOR))
    try:
        while await connection.fetchval(OTHERS_THERE):  # noqa: ASYNC110 - the server sets no event here
            await asyncio.sleep(0.01)
        read = await connection.fetch(ROWS_READ, looked_up())
    finally:
        await connection.close()
    assert {row["table"] for row in read} == set(looked_up())
    often = [row for row in read if row["by_key"] > 1_000]
    assert {row["table"] for row in often} >= {"programme", "home", "community_partner", "child"}
    for row in often:
        # Beside the links every table's days are compared with the lives of its children, once for all of them, and
        # what may not overlap is looked up among a child's own.
        assert row["by_scan"] + row["by_other_indexes"] < 3 * row["by_key"] + 15 * row["rows"], row
    # What few rows lead to is read more for other reasons; it is still found by its key.
    assert all(row["by_key"] for row in read)


async def test_each_placement_takes_the_days_of_its_home(world: Address) -> None:
    """The days mirror placements and temporary stays, one for one: id, home, days, and whether it was an error."""
    days = "SELECT country_code, id, home_id, started_on, ended_on, voided_at FROM"
    connection = await asyncpg.connect(**world.connect_arguments(OPERATOR))
    try:
        lived = await connection.fetch(f"{days} placement UNION ALL {days} temporary_stay ORDER BY 1, 2")
        taken = await connection.fetch(f"{days} home_stay ORDER BY 1, 2")
    finally:
        await connection.close()
    assert taken == lived
    assert {row["country_code"] for row in taken} == set(WORLD)


async def test_a_filled_country_is_left_as_it_is(empty: Address, register: Register) -> None:
    """A second seed writes only the countries that had nothing, and says which it left alone."""
    await seed(empty, register, ["BE"], 10, 1, today=TODAY)
    before = await stored(empty, "child")
    done: list[tuple[str, int]] = []
    report = await seed(empty, register, ["BE", "NL"], 12, 2, today=TODAY, progress=lambda *told: done.append(told))
    assert (report.seeded, report.skipped) == (("NL",), ("BE",))
    assert sorted(done) == [("BE", 12), ("NL", 12)]
    assert [row for row in await stored(empty, "child") if row[0] == "BE"] == before


async def test_two_seeds_at_once_write_a_country_once(empty: Address, register: Register) -> None:
    """The second waits for the first, and finds the country filled."""
    reports = await asyncio.gather(*(seed(empty, register, ["BE"], 10, number, today=TODAY) for number in (1, 2)))
    assert sorted(report.seeded for report in reports) == [(), ("BE",)]
    assert len(await stored(empty, "child")) == 10


async def test_the_number_of_processes_changes_no_row(empty: Address, world: Address, register: Register) -> None:
    """Two processes write the rows that one wrote, and progress reaches its total."""
    done: dict[str, int] = defaultdict(int)

    def progress(code: str, children: int) -> None:
        done[code] += children

    report = await seed(empty, register, WORLD, CHILDREN, SEED, today=NOW.date(), progress=progress, processes=2)
    assert done == dict.fromkeys(WORLD, CHILDREN)
    for table in told_tables():
        rows = await stored(empty, table)
        assert rows == await stored(world, table)
        assert report.rows[table] == len(rows)


async def test_a_seed_that_is_stopped_leaves_whole_countries(empty: Address, register: Register) -> None:
    """Ctrl-C cancels: what a process was at is undone, no process stays, and the next seed goes on."""
    codes, children = list(register)[:12], PART + 20
    stopped: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def progress(_code: str, _children: int) -> None:
        if not stopped.done():
            stopped.set_result(None)

    work = asyncio.create_task(seed(empty, register, codes, children, 1, today=TODAY, progress=progress, processes=2))
    await stopped
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert multiprocessing.active_children() == []
    whole = Counter(row[0] for row in await stored(empty, "child"))
    assert set(whole.values()) <= {children}
    assert len(whole) < len(codes)


async def test_what_a_process_meets_is_told_by_the_first(empty: Address, register: Register) -> None:
    """A table that may not be filled is the same sentence out of a crew, and no row stays."""
    connection = await asyncpg.connect(**empty.connect_arguments(SUPERUSER))
    await connection.execute("REVOKE INSERT ON community_link FROM hearth_operator")
    await connection.close()
    with pytest.raises(Conflict) as refusal:
        await seed(empty, register, ["BE", "KE"], 10, 1, processes=2)
    assert "hearth migrate" in refusal.value.hint
    assert await stored(empty, "programme") == []


async def test_the_largest_programme_comes_first(world: Address) -> None:
    """The sizes are true counts of children, falling, and together they are the country's children."""
    sizes = await largest_programmes(world, "BE")
    children = await stored(world, "child")
    counts = [sum(row[5] == size.id for row in children) for size in sizes]
    assert [size.children for size in sizes] == counts == sorted(counts, reverse=True)
    assert sum(counts) == sum(row[0] == "BE" for row in children)
