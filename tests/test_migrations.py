"""Migrations: what they leave is what the entities say, they run one at a time, and they stay as they were written."""

from __future__ import annotations

import asyncio
import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

import graph.database.migrate
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OPERATOR, OWNER
from graph.database.ddl import all_statements
from graph.database.migrate import make_database, migrate
from graph.database.revisions import in_order
from tests.conftest import copy_database
from tests.snapshot import Fact, snapshot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection as SyncConnection

    from countries.connections.address import Address
    from countries.register.register import Register

    Connection = asyncpg.Connection[Any]

MIGRATIONS = Path(graph.database.migrate.__file__).parents[2] / "migrations"
REVISIONS = [revision.version for revision in in_order(MIGRATIONS / "versions")]
WITHOUT_STAYS = "0002"
"""The last version of a schema without `home_stay`."""
ADVISORY_LOCK = int(re.findall(r"ADVISORY_LOCK = ([\d_]+)", (MIGRATIONS / "env.py").read_text())[0])
LOCKS = """
    SELECT count(*) FROM pg_locks
    WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
"""Advisory locks of this database; other tests use others of the same server."""

ADDITION = '''"""A second migration, for the tests alone."""

from __future__ import annotations

from alembic import op

revision = "next"
down_revision = "{previous}"


def upgrade() -> None:
    op.execute("CREATE TABLE seen AS SELECT current_setting('lock_timeout') a, current_setting('statement_timeout') b")
    op.execute("ALTER TABLE home ADD COLUMN garden text")


def downgrade() -> None:
    op.execute("ALTER TABLE home DROP COLUMN garden")
'''


@pytest.fixture
async def fresh(server: Address, worker: str) -> Address:
    """A database without a table, for the owner to fill."""
    name = f"fresh_{worker}"
    superuser = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    await superuser.execute(await superuser.fetchval("SELECT format('DROP DATABASE IF EXISTS %I', $1::text)", name))
    await superuser.close()
    await make_database(server, SUPERUSER, name)
    return server.with_database(name)


@pytest.fixture
async def owner(empty: Address) -> AsyncIterator[Connection]:
    """The owner's connection to a database as the migrations leave it."""
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    yield connection
    await connection.close()


async def _snapshot_of(address: Address) -> frozenset[Fact]:
    connection = await asyncpg.connect(**address.connect_arguments(OWNER))
    try:
        return await snapshot(connection)
    finally:
        await connection.close()


def _migrate_in_a_process(address: Address, register: Register) -> None:
    asyncio.run(migrate(address, OWNER, register))


async def run_alembic(address: Address, folder: Path, target: str, *, down: bool = False) -> None:
    """Up to a version, or down to one, the way `hearth migrate` gives Alembic its connection."""

    async def connect() -> Connection:
        connection: Connection = await asyncpg.connect(**address.connect_arguments(OWNER))
        return connection

    def run(connection: SyncConnection) -> None:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(config, target)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect)
    try:
        async with engine.connect() as opened:
            await opened.run_sync(run)
    finally:
        await engine.dispose()


async def test_the_migrations_leave_what_the_entities_say(fresh: Address, empty: Address) -> None:
    """Columns, constraints, indexes, policies, rights, comments and functions of both are equal, fact by fact."""
    connection = await asyncpg.connect(**fresh.connect_arguments(OWNER))
    try:
        for statement in all_statements():
            await connection.execute(statement)
        declared = await snapshot(connection)
    finally:
        await connection.close()
    migrated = await _snapshot_of(empty)
    assert sorted(migrated - declared) == []
    assert sorted(declared - migrated) == []
    assert len(declared) > 500


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE home DROP CONSTRAINT home_capacity_check",
        "ALTER TABLE home DROP CONSTRAINT home_capacity_check, ADD CONSTRAINT home_capacity_check CHECK (capacity > 1)",
        "ALTER TABLE placement DROP CONSTRAINT placement_child_id_fkey",
        "ALTER TABLE placement DROP CONSTRAINT placement_one_home_at_a_time",
        "COMMENT ON TABLE child IS 'Somebody.'",
        "COMMENT ON COLUMN child.sex IS 'Something.'",
        "REVOKE SELECT (sex) ON child FROM hearth_caseworker",
        "GRANT SELECT (name) ON home TO hearth_region",
        "GRANT SELECT ON child TO hearth_statistics",
        "REVOKE INSERT (sex) ON child FROM hearth_office",
        "REVOKE UPDATE (sex) ON child FROM hearth_caseworker",
        "GRANT UPDATE (kind) ON change TO hearth_office",
        "GRANT INSERT (recorded_at) ON history_plain TO hearth_office",
        "ALTER TABLE change DROP CONSTRAINT change_kind_check",
        "ALTER TABLE home_stay DROP CONSTRAINT home_stay_pkey",
        (
            "ALTER TABLE placement DROP CONSTRAINT placement_one_home_at_a_time, ADD CONSTRAINT"
            " placement_one_home_at_a_time EXCLUDE USING gist (country_code WITH =, child_id WITH =,"
            " daterange(started_on, ended_on) WITH &&) WHERE (id IS NOT NULL)"
        ),
        "ALTER POLICY child_office ON child USING (true)",
        "ALTER POLICY child_office ON child TO hearth_region",
        "DROP POLICY child_office ON child",
        "ALTER TABLE child NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE child DISABLE ROW LEVEL SECURITY",
        "DROP INDEX child_sex_idx",
        "DROP INDEX child_sex_idx; CREATE INDEX child_sex_idx ON child (country_code, sex)",
        "ALTER TABLE child ALTER interests SET NOT NULL",
        "ALTER TABLE child ALTER id DROP DEFAULT",
        "ALTER TABLE child ALTER interests TYPE varchar(80)",
        'ALTER TABLE community_link ALTER note TYPE text COLLATE "default"',
        "ALTER TABLE home ALTER setting SET EXPRESSION AS ('RESIDENTIAL')",
        "ALTER TABLE home ALTER setting DROP EXPRESSION",
        "ALTER TABLE programme ALTER annual_budget TYPE numeric(12, 2)",
        "ALTER TABLE child ADD COLUMN nickname text",
        "ALTER TABLE child ALTER COLUMN country_code RESET (n_distinct)",
        "CREATE TABLE diary ()",
        "CREATE TYPE mood AS ENUM ('GOOD')",
        "GRANT EXECUTE ON FUNCTION hearth_scope(text, text, text) TO PUBLIC",
        "ALTER FUNCTION hearth_scope(text, text, text) SECURITY DEFINER",
        (
            "CREATE OR REPLACE FUNCTION hearth_scope(country text, countries text, programmes text) RETURNS void"
            " LANGUAGE plpgsql AS 'BEGIN END'"
        ),
    ],
)
async def test_the_comparison_notices_a_difference(owner: Connection, change: str) -> None:
    """Each of these changes makes another set of facts."""
    before = await snapshot(owner)
    await owner.execute(change)
    assert await snapshot(owner) != before


async def test_a_second_run_changes_nothing(empty: Address, register: Register) -> None:
    """The schema stays as it is, and no row of the register is written again."""
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    rows = "SELECT ctid::text, xmin::text, code FROM country ORDER BY code"
    try:
        facts, written = await snapshot(connection), await connection.fetch(rows)
        await migrate(empty, OWNER, register)
        assert await snapshot(connection) == facts
        assert await connection.fetch(rows) == written
        assert len(written) == len(register)
    finally:
        await connection.close()


async def test_two_migrations_at_once_are_one_after_the_other(
    fresh: Address, empty: Address, register: Register
) -> None:
    """Two processes succeed, and the schema is made once."""
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        await asyncio.gather(
            *(loop.run_in_executor(processes, _migrate_in_a_process, fresh, register) for _ in range(2))
        )
    assert await _snapshot_of(fresh) == await _snapshot_of(empty)


async def test_a_migration_waits_while_another_holds_the_lock(fresh: Address, register: Register) -> None:
    """Nothing is made before the other one lets go; then everything is."""
    holder = await asyncpg.connect(**fresh.connect_arguments(OWNER))
    try:
        await holder.execute("SELECT pg_advisory_lock($1)", ADVISORY_LOCK)
        waiting = asyncio.create_task(migrate(fresh, OWNER, register))
        for _ in range(100):
            if await holder.fetchval(f"{LOCKS} AND NOT granted"):
                break
            await asyncio.sleep(0.05)
        assert not waiting.done()
        assert await holder.fetchval("SELECT to_regclass('public.child')") is None
        await holder.execute("SELECT pg_advisory_unlock($1)", ADVISORY_LOCK)
        await waiting
        assert await holder.fetchval("SELECT to_regclass('public.child')") is not None
        assert await holder.fetchval(LOCKS) == 0
    finally:
        await holder.close()


@pytest.fixture
def extended(tmp_path: Path) -> Path:
    """The migrations, and one more that alters a table; it waits for a lock for a moment only."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "2999-01-01_gardens.py").write_text(ADDITION.replace("{previous}", REVISIONS[-1]))
    return folder


async def test_a_migration_runs_under_the_promised_limits(empty: Address, extended: Path) -> None:
    """A statement may take ten minutes, and wait for a lock for five seconds."""
    await run_alembic(empty, extended, "head")
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    try:
        assert tuple(await connection.fetchrow("SELECT * FROM seen") or ()) == ("5s", "10min")
    finally:
        await connection.close()


async def test_a_migration_gives_up_on_a_busy_table_and_may_run_again(empty: Address, extended: Path) -> None:
    """Rather than make every request queue behind it, it leaves the schema as it was, and lets go of its own lock."""
    environment = extended / "env.py"
    environment.write_text(environment.read_text().replace('LOCK_TIMEOUT = "5s"', 'LOCK_TIMEOUT = "100ms"'))
    before = await _snapshot_of(empty)
    reader = await asyncpg.connect(**empty.connect_arguments(OWNER))
    try:
        async with reader.transaction():
            await reader.execute("LOCK TABLE home IN ACCESS SHARE MODE")
            with pytest.raises(DBAPIError, match="lock timeout"):
                await run_alembic(empty, extended, "head")
        assert await _snapshot_of(empty) == before
        assert await reader.fetchval(LOCKS) == 0
        await run_alembic(empty, extended, "head")
        assert await reader.fetchval("SELECT version_num FROM hearth_migration") == "next"
    finally:
        await reader.close()


async def test_a_downgrade_to_the_base_leaves_nothing(empty: Address, register: Register) -> None:
    """No table, function or type stays, and the way up again leads to the same place; the logins stay."""
    full = await _snapshot_of(empty)
    await run_alembic(empty, MIGRATIONS, "base", down=True)
    left = await _snapshot_of(empty)
    assert {fact[0] for fact in left} == {"extension", "schema right"}
    await migrate(empty, OWNER, register)
    assert await _snapshot_of(empty) == full


async def test_each_step_down_leaves_what_the_step_before_left(fresh: Address) -> None:
    """Whoever takes the newest migrations back, one by one, has the schema that there was, rights and all."""
    left: list[frozenset[Fact]] = []
    for revision in REVISIONS:
        await run_alembic(fresh, MIGRATIONS, revision)
        left.append(await _snapshot_of(fresh))
    for revision, before in reversed(list(zip(REVISIONS, left, strict=True))[:-1]):
        await run_alembic(fresh, MIGRATIONS, revision, down=True)
        assert await _snapshot_of(fresh) == before, revision


async def test_the_days_of_placements_that_were_there_before_are_taken(server: Address, worker: str) -> None:
    """A filled database gets one stay for each placement; down and up again, no row is lost or doubled."""
    address = await copy_database(server, "world", f"stays_{worker}")
    stays = "SELECT country_code, id, home_id, started_on, ended_on, voided_at FROM home_stay ORDER BY 1, 2"
    placements = stays.replace("home_stay", "placement")
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    try:
        before = await operator.fetch(placements)
    finally:
        await operator.close()
    await run_alembic(address, MIGRATIONS, WITHOUT_STAYS, down=True)
    await run_alembic(address, MIGRATIONS, "head")
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    try:
        assert before
        assert await operator.fetch(placements) == before
        assert await operator.fetch(stays) == before
    finally:
        await operator.close()


async def test_a_database_made_by_copying_a_template_is_equal(server: Address, empty: Address, worker: str) -> None:
    """Tests may copy the template instead of migrating anew."""
    copy = await copy_database(server, "empty", f"copy_{worker}")
    assert await _snapshot_of(copy) == await _snapshot_of(empty)
