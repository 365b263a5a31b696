"""From one PostgreSQL to a Citus cluster: the plan and its plain steps; `tests/citus` takes all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from click.testing import CliRunner

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OWNER
from graph.cli import main
from graph.database.citus import take
from graph.database.citus_catalogue import read_grants, read_tables
from graph.database.citus_plan import DISTRIBUTED, REFERENCE, DistributionError, plan_distribution, wanted_placements
from graph.entities import graph_model
from tests.conftest import copy_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from graph.database.citus_plan import DistributionPlan, PlacedTable

    Connection = asyncpg.Connection[Any]

CATALOGUE = """
SELECT 'constraint', c.relname || '.' || k.conname,
  concat_ws(' ', pg_get_constraintdef(k.oid), k.convalidated, k.conenforced, k.condeferrable, k.condeferred)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = 'public'::regnamespace
UNION ALL
SELECT 'table', relname, concat_ws(' ', relkind, relrowsecurity, relforcerowsecurity, relowner::regrole, relacl)
FROM pg_class WHERE relnamespace = 'public'::regnamespace
UNION ALL
SELECT 'column', attrelid::regclass || '.' || attname, concat_ws(' ', attnotnull, attgenerated, attacl)
FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND attnum > 0
UNION ALL
SELECT 'policy', tablename || '.' || policyname, concat_ws(' ', roles, cmd, qual, with_check) FROM pg_policies
ORDER BY 1, 2, 3
"""

GIVEN = "WITH given AS (SELECT $1::oid[] AS tenant, $2::oid[] AS shared) "

REFUSED_BY_CITUS = {
    "a unique index without country_code": (
        """
        SELECT i.indexrelid::regclass::text FROM given, pg_index i
        WHERE i.indrelid = ANY (tenant) AND i.indisunique AND NOT EXISTS (SELECT FROM pg_attribute a
          WHERE a.attrelid = i.indrelid AND a.attname = 'country_code' AND a.attnum = ANY (i.indkey::int2[]))""",
        "CREATE UNIQUE INDEX fault ON child (case_number, id)",
    ),
    "an exclusion that does not compare country_code by equality": (
        """
        SELECT k.conname FROM given, pg_constraint k
        WHERE k.conrelid = ANY (tenant) AND k.contype = 'x' AND NOT EXISTS (
          SELECT FROM unnest(k.conkey, k.conexclop) AS each (attnum, operator)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = each.attnum
          JOIN pg_operator o ON o.oid = each.operator WHERE a.attname = 'country_code' AND o.oprname = '=')""",
        "ALTER TABLE child ADD CONSTRAINT fault EXCLUDE USING gist (id WITH =)",
    ),
    "a trigger": (
        "SELECT t.tgname FROM given, pg_trigger t WHERE t.tgrelid = ANY (tenant || shared) AND NOT t.tgisinternal",
        "CREATE TRIGGER fault BEFORE UPDATE ON child EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    ),
    "an identity column": (
        """
        SELECT a.attname FROM given, pg_attribute a
        WHERE a.attrelid = ANY (tenant || shared) AND a.attidentity <> ''""",
        "ALTER TABLE child ADD COLUMN fault bigint GENERATED ALWAYS AS IDENTITY",
    ),
    "a link from what is the same for all to what belongs to a country": (
        """
        SELECT k.conname FROM given, pg_constraint k
        WHERE k.contype = 'f' AND k.conrelid = ANY (shared) AND k.confrelid = ANY (tenant)""",
        "ALTER TABLE country ADD COLUMN home uuid, ADD CONSTRAINT fault FOREIGN KEY (code, home) REFERENCES home",
    ),
    "a link between countries' rows that does not compare country_code with country_code": (
        """
        SELECT k.conname FROM given, pg_constraint k
        WHERE k.contype = 'f' AND k.conrelid = ANY (tenant) AND k.confrelid = ANY (tenant) AND NOT EXISTS (
          SELECT FROM unnest(k.conkey, k.confkey) AS each (near, far)
          JOIN pg_attribute n ON n.attrelid = k.conrelid AND n.attnum = each.near AND n.attname = 'country_code'
          JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = each.far AND f.attname = 'country_code')""",
        "ALTER TABLE child ADD COLUMN home uuid, ADD CONSTRAINT fault FOREIGN KEY (sex, home) REFERENCES home",
    ),
    "a link that empties or deletes rows by itself": (
        """
        SELECT k.conname FROM given, pg_constraint k
        WHERE k.contype = 'f' AND k.conrelid = ANY (tenant) AND k.confdeltype NOT IN ('a', 'r')""",
        "ALTER TABLE child ADD CONSTRAINT fault FOREIGN KEY (country_code, id) REFERENCES home ON DELETE CASCADE",
    ),
    "a policy with a sub-query": (
        """
        SELECT p.polname FROM given, pg_policy p WHERE p.polrelid = ANY (tenant)
          AND concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ 'SELECT'""",
        "CREATE POLICY fault ON child USING (country_code = (SELECT min(code) FROM country))",
    ),
    "a country_code of another type or collation": (
        """
        SELECT c.relname FROM given, pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.attrelid = ANY (tenant) AND a.attname = 'country_code'
          AND (a.atttypid <> 'text'::regtype OR a.attcollation <> '"C"'::regcollation OR NOT a.attnotnull)""",
        "ALTER TABLE faulty ADD COLUMN country_code char(2)",
    ),
}
"""What `create_distributed_table` refuses, how to find it among the tables of each kind, and a fault of that kind."""


@pytest.fixture
async def populated(server: Address, worker: str) -> Address:
    """A database with three countries' rows, which a test may change."""
    return await copy_database(server, "world", f"distribute_{worker}")


@pytest.fixture
async def owner(populated: Address) -> AsyncIterator[Connection]:
    """The owner's connection to it."""
    connection = await asyncpg.connect(**populated.connect_arguments(OWNER), server_settings={"search_path": "public"})
    yield connection
    await connection.close()


@pytest.fixture
async def reader(world: Address) -> AsyncIterator[Connection]:
    """The owner's connection to a database that no test changes."""
    connection = await asyncpg.connect(**world.connect_arguments(OWNER), server_settings={"search_path": "public"})
    yield connection
    await connection.close()


async def read(
    connection: Connection, placed: dict[str, str] | None = None
) -> tuple[dict[str, PlacedTable], list[str]]:
    """The tables, and the names of their foreign keys as the catalogue has them."""
    tables, _ = await read_tables(connection, wanted_placements(), placed or {})
    rows = await connection.fetch("SELECT conname FROM pg_constraint WHERE contype = 'f' ORDER BY conname")
    return tables, [row["conname"] for row in rows]


async def planned(connection: Connection, placed: dict[str, str] | None = None) -> DistributionPlan:
    """The plan for the tables of a database, some of them in their place."""
    return plan_distribution(*await read_tables(connection, wanted_placements(), placed or {}))


async def take_what_is_plain(connection: Connection, plan: DistributionPlan) -> None:
    """Take the steps that need no Citus: everything but the moves themselves."""
    for step in plan.steps:
        if not step.arguments:
            await take(connection, step)


async def test_what_belongs_to_a_country_is_spread_and_all_else_is_everywhere(reader: Connection) -> None:
    """Every tenant table is distributed by country_code, beside the first; every other is a reference table."""
    plan = await planned(reader)
    calls = [(step.statement.partition("(")[0], *step.arguments) for step in plan.steps if step.arguments]
    tenant = sorted(table for table, entity in graph_model().by_table.items() if entity.is_tenant)
    shared = sorted(set(graph_model().by_table) - set(tenant))

    assert calls == [
        *(("SELECT create_reference_table", table) for table in shared),
        *(
            ("SELECT create_distributed_table", table, "country_code", "default" if table == tenant[0] else tenant[0])
            for table in tenant
        ),
    ]


async def test_every_foreign_key_goes_before_the_first_table_moves_and_comes_back_after_the_last(
    reader: Connection,
) -> None:
    """Citus takes no table over that a foreign key binds to one that has not moved yet."""
    plan = await planned(reader)
    _, keys = await read(reader)
    moves = [number for number, step in enumerate(plan.steps) if step.arguments]
    gone = [number for number, step in enumerate(plan.steps) if " DROP CONSTRAINT " in step.statement]
    back = [number for number, step in enumerate(plan.steps) if " ADD CONSTRAINT " in step.statement]

    assert sorted(plan.keys) == keys
    assert len(gone) == len(back) == len(keys)
    assert max(gone) < min(moves)
    assert max(moves) < min(back)


async def test_the_catalogue_is_as_before_when_the_keys_are_back(owner: Connection) -> None:
    """The steps leave every constraint, right, policy and row security as they found it, with rows in the tables."""
    before = await owner.fetch(CATALOGUE)
    async with owner.transaction():
        await take_what_is_plain(owner, await planned(owner))

    assert await owner.fetch(CATALOGUE) == before
    assert any(row[0] == "constraint" and "FOREIGN KEY" in row[2] for row in before)


async def test_a_key_that_comes_back_is_checked_against_the_rows(owner: Connection, populated: Address) -> None:
    """A row that points nowhere stops the distribution, which leaves everything as it was."""
    superuser = await asyncpg.connect(**populated.connect_arguments(SUPERUSER))
    try:
        await superuser.execute("SET session_replication_role = replica")  # nobody checks what is written now
        await superuser.execute("UPDATE placement SET home_id = uuidv7()")
    finally:
        await superuser.close()
    before = await owner.fetch(CATALOGUE)
    plan = await planned(owner)

    with pytest.raises(DistributionError, match="placement_home_id_fkey"):
        async with owner.transaction():
            await take_what_is_plain(owner, plan)
    assert await owner.fetch(CATALOGUE) == before


async def test_keys_over_periods_come_back_last(owner: Connection) -> None:
    """A foreign key with PERIOD follows all others, and is the same key when it is back."""
    await owner.execute("CREATE TABLE stay (country_code text, id int, during daterange,"
                        " CONSTRAINT stay_key UNIQUE (country_code, id, during WITHOUT OVERLAPS))")  # fmt: skip
    await owner.execute("CREATE TABLE award (country_code text, id int, during daterange,"
                        " CONSTRAINT award_stay_fkey FOREIGN KEY (country_code, id, PERIOD during)"
                        " REFERENCES stay (country_code, id, PERIOD during))")  # fmt: skip
    before = await owner.fetch(CATALOGUE)
    wanted = {**wanted_placements(), "award": DISTRIBUTED, "stay": DISTRIBUTED}
    plan = plan_distribution(*await read_tables(owner, wanted, {}))
    await take_what_is_plain(owner, plan)

    assert plan.keys[-1] == "award_stay_fkey"
    assert await owner.fetch(CATALOGUE) == before


async def test_who_adds_rows_may_give_their_defaults(owner: Connection) -> None:
    """Each login that adds rows of a table gets the right to give the columns with a default, and nothing else."""
    gives = """
    SELECT c.relname AS of, g.grantee::regrole::text AS login, a.attname AS name,
      a.atthasdef AND a.attgenerated = '' AS is_default
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl) AS g
    WHERE g.privilege_type = 'INSERT' AND c.relnamespace = 'public'::regnamespace
    """
    rights = "SELECT relname, relacl FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1"
    before, tables = await owner.fetch(gives), await owner.fetch(rights)
    adders = {(row["of"], row["login"]) for row in before}
    plan = plan_distribution(
        *await read_tables(owner, wanted_placements(), {}), await read_grants(owner, wanted_placements())
    )
    await take_what_is_plain(owner, plan)
    after = await owner.fetch(gives)
    new = {tuple(row) for row in after} - {tuple(row) for row in before}
    defaults = await owner.fetch(
        "SELECT table_name AS of, column_name AS name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND column_default IS NOT NULL AND is_generated = 'NEVER'"
    )

    assert {(of, login) for of, login, _, _ in new} <= adders
    assert all(is_default for *_, is_default in new)
    held = {(row["of"], row["login"], row["name"]) for row in after}
    assert {(row["of"], login, row["name"]) for row in defaults for of, login in adders if of == row["of"]} <= held
    assert ("child", "hearth_office", "created_at", True) in new
    assert await owner.fetch(rights) == tables
    assert await read_grants(owner, wanted_placements()) == ()


async def test_nothing_is_left_to_do_when_every_table_is_in_its_place(reader: Connection) -> None:
    """A second distribution has no step."""
    plan = await planned(reader, wanted_placements())

    assert plan.steps == ()
    assert plan.keys == ()


async def test_a_table_that_came_later_goes_beside_the_others(reader: Connection) -> None:
    """Only the keys from and to the new table are touched, and its rows go to the nodes that hold their country's."""
    placed = {table: kind for table, kind in wanted_placements().items() if table != "placement"}
    plan = await planned(reader, placed)
    tenant = sorted(table for table, kind in placed.items() if kind == DISTRIBUTED)
    touched = await reader.fetch(
        "SELECT conname FROM pg_constraint WHERE contype = 'f' AND 'placement'::regclass IN (conrelid, confrelid)"
    )

    assert [step.arguments for step in plan.steps if step.arguments] == [("placement", "country_code", tenant[0])]
    assert sorted(plan.keys) == sorted(row[0] for row in touched)


async def test_a_table_in_another_place_is_refused(reader: Connection) -> None:
    """Whoever placed a table otherwise must undo it: nothing is moved twice without a word."""
    with pytest.raises(DistributionError, match="home is a reference table"):
        await planned(reader, {**wanted_placements(), "home": REFERENCE})


async def test_a_database_without_tables_is_refused(server: Address) -> None:
    """What is not migrated cannot be distributed."""
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    try:
        with pytest.raises(DistributionError, match="has no table") as refused:
            await planned(connection)
    finally:
        await connection.close()
    assert "hearth migrate" in refused.value.hint


def test_a_server_without_citus_says_so(populated: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """`hearth distribute` on a plain PostgreSQL ends with one sentence and what to do."""
    monkeypatch.setenv("HEARTH_CITUS_URL", populated.dsn)
    monkeypatch.setenv("HEARTH_DATABASE_PASSWORD_OWNER", populated.passwords[OWNER])
    ended = CliRunner().invoke(main, ["distribute"])

    assert ended.exit_code == 1
    assert ended.output.startswith("Error: This database has no Citus.")
    assert "HEARTH_CITUS_URL" in ended.output


def test_nothing_is_distributed_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """`hearth distribute` never falls back to another database."""
    monkeypatch.setenv("HEARTH_CITUS_URL", "")
    ended = CliRunner().invoke(main, ["distribute"])

    assert ended.exit_code == 1
    assert "HEARTH_CITUS_URL" in ended.output


async def found(connection: Connection, what: str, *more: str) -> list[str]:
    """What the catalogue has of a kind that Citus refuses."""
    by_kind: dict[str, list[int]] = {DISTRIBUTED: [], REFERENCE: []}
    for table, kind in {**wanted_placements(), **dict.fromkeys(more, DISTRIBUTED)}.items():
        by_kind[kind].append(await connection.fetchval("SELECT $1::text::regclass::oid", table))
    rows = await connection.fetch(GIVEN + REFUSED_BY_CITUS[what][0], by_kind[DISTRIBUTED], by_kind[REFERENCE])
    return [row[0] for row in rows]


@pytest.mark.parametrize("what", REFUSED_BY_CITUS)
async def test_no_table_has_what_citus_refuses(reader: Connection, what: str) -> None:
    """Every table can be distributed as its migrations made it."""
    assert await found(reader, what) == []


async def test_what_citus_refuses_is_found(owner: Connection) -> None:
    """A fault of each kind is seen, so that a migration which brings one fails here and not on the cluster."""
    await owner.execute("CREATE TABLE faulty (id uuid)")
    for what, (_, fault) in REFUSED_BY_CITUS.items():
        change = owner.transaction()
        await change.start()
        await owner.execute(fault)
        assert await found(owner, what, "faulty") in (["fault"], ["faulty"]), what
        await change.rollback()
