"""Who may read and write which column: the file that people wrote, the database and the entities agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Tier, TierWithoutRule
from countries.tenancy.logins import OPERATOR, OWNER
from countries.tenancy.policies import TablePromise, scope_statements, table_statements
from countries.tenancy.rows import RULES, RowsOf
from graph.entities import graph_model
from tests.access import EMPTIED, TIERS, Access, read_access

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address

    Connection = asyncpg.Connection[Any]

ACCESS = read_access()
UNDER_MIGRATION = "hearth_migration"
"""The one table without entity: which migrations have run."""

COLUMNS = """
SELECT c.relname AS table, a.attname AS column
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> $1
"""
COLUMN_GRANTS = """
SELECT c.relname AS table, a.attname AS column, t.tier AS tier,
  has_column_privilege('hearth_' || t.tier, c.oid, a.attnum, 'SELECT') AS reads,
  has_column_privilege('hearth_' || t.tier, c.oid, a.attnum, 'INSERT') AS creates,
  has_column_privilege('hearth_' || t.tier, c.oid, a.attnum, 'UPDATE') AS changes,
  has_column_privilege('hearth_' || t.tier, c.oid, a.attnum, 'REFERENCES') AS refers
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid CROSS JOIN unnest($2::text[]) AS t (tier)
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> $1
"""
TABLE_GRANTS = """
SELECT c.relname AS table, t.tier AS tier, p.privilege AS privilege
FROM pg_class c CROSS JOIN unnest($1::text[]) AS t (tier) CROSS JOIN unnest($2::text[]) AS p (privilege)
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  AND CASE WHEN c.relkind = 'S' THEN has_sequence_privilege('hearth_' || t.tier, c.oid, 'USAGE, SELECT, UPDATE')
      ELSE has_table_privilege('hearth_' || t.tier, c.oid, p.privilege) END
"""
WHOLE_TABLE = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"]


async def access_faults(connection: Connection, access: Access) -> list[str]:
    """Where the file and the database differ, in either direction."""
    faults: list[str] = []
    stored = {(row["table"], row["column"]) for row in await connection.fetch(COLUMNS, UNDER_MIGRATION)}
    written = set(access.cells)
    faults += [f"no line for {'.'.join(line)}" for line in sorted(stored - written)]
    faults += [f"a line for a column that is not there: {'.'.join(line)}" for line in sorted(written - stored)]
    for row in await connection.fetch(COLUMN_GRANTS, UNDER_MIGRATION, list(TIERS)):
        line = (row["table"], row["column"], row["tier"])
        for word, allowed in (
            ("reads", access.reads),
            ("creates", access.creates),
            ("changes", access.changes),
            ("refers", frozenset[tuple[str, str, str]]()),
        ):
            if row[word] != (line in allowed):
                faults.append(f"{'.'.join(line)} {word} {row[word]} in the database")
    for row in await connection.fetch(TABLE_GRANTS, list(TIERS), WHOLE_TABLE):
        if row["privilege"] != "DELETE" or (row["table"], row["tier"]) not in EMPTIED:
            faults.append(f"{row['tier']} holds {row['privilege']} on the whole of {row['table']}")
    return faults


@pytest.fixture
async def owner(empty: Address) -> AsyncIterator[Connection]:
    """The owner's connection to a database as the migrations leave it."""
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    yield connection
    await connection.close()


async def test_the_database_grants_what_the_file_says_and_no_more(owner: Connection) -> None:
    """Every column has a line, every line a column, and the grants are those of the file."""
    assert await access_faults(owner, ACCESS) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("ALTER TABLE home ADD COLUMN shoe_size integer", "no line for home.shoe_size"),
        ("ALTER TABLE child DROP COLUMN interests", "a line for a column that is not there: child.interests"),
        ("GRANT SELECT (name) ON home TO hearth_region", "home.name.region reads True in the database"),
        ("GRANT SELECT (name) ON home TO PUBLIC", "home.name.auditor reads True in the database"),
        ("GRANT SELECT ON child TO hearth_headquarters", "headquarters holds SELECT on the whole of child"),
        ("REVOKE SELECT (sex) ON child FROM hearth_office", "child.sex.office reads False in the database"),
        ("GRANT INSERT (sex) ON child TO hearth_region", "child.sex.region creates True in the database"),
        ("REVOKE INSERT (sex) ON child FROM hearth_office", "child.sex.office creates False in the database"),
        (
            "GRANT UPDATE (given_name) ON child TO hearth_caseworker",
            "child.given_name.caseworker changes True in the database",
        ),
        ("REVOKE UPDATE (sex) ON child FROM hearth_office", "child.sex.office changes False in the database"),
        ("GRANT UPDATE (kind) ON change TO hearth_office", "change.kind.office changes True in the database"),
        (
            "GRANT UPDATE (after) ON history_plain TO hearth_office",
            "history_plain.after.office changes True in the database",
        ),
        (
            "GRANT INSERT (recorded_at) ON history_personal TO hearth_office",
            "history_personal.recorded_at.office creates True in the database",
        ),
        ("GRANT REFERENCES (id) ON child TO hearth_office", "child.id.office refers True in the database"),
        ("GRANT INSERT ON change TO hearth_listener", "listener holds INSERT on the whole of change"),
        ("GRANT UPDATE ON child TO hearth_office", "office holds UPDATE on the whole of child"),
        ("GRANT TRUNCATE ON home_stay TO hearth_office", "office holds TRUNCATE on the whole of home_stay"),
        ("GRANT DELETE ON child TO hearth_office", "office holds DELETE on the whole of child"),
        (
            "CREATE VIEW every_child AS SELECT given_name FROM child",
            "no line for every_child.given_name",
        ),
        ("GRANT SELECT ON hearth_migration TO hearth_office", "office holds SELECT on the whole of hearth_migration"),
    ],
)
async def test_a_difference_between_the_file_and_the_grants_is_noticed(
    owner: Connection, change: str, fault: str
) -> None:
    """A new or missing column, a grant too many and a grant too few each become a fault."""
    await owner.execute(change)
    assert fault in await access_faults(owner, ACCESS)


@pytest.mark.parametrize("word", ["reads", "creates", "changes"])
def test_the_entities_declare_the_rights_of_the_file(word: str) -> None:
    """What an entity says of its readers and writers is what people wrote down.

    The planner refuses what the grants refuse, and no input takes what the grants do not let in.
    """
    declared = {
        (table, column.name, tier.value)
        for table, entity in graph_model().by_table.items()
        for column in entity.stored.values()
        for tier in {
            "reads": column.readers,
            "creates": column.written.creates,
            "changes": column.written.changes,
        }[word]
    }
    assert declared == {line for line in getattr(ACCESS, word) if line[2] in set(Tier)}


async def test_the_operator_reads_and_writes_every_table_and_deletes_no_record(owner: Connection) -> None:
    """Seed, back-fill and backup need every row; no record is ever deleted."""
    for table in ACCESS.tables:
        held = {
            privilege
            for privilege in WHOLE_TABLE
            if await owner.fetchval("SELECT has_table_privilege($1, $2, $3)", OPERATOR, table, privilege)
        }
        empties = {"DELETE"} if any(table == name for name, _ in EMPTIED) else set()
        assert held == {"SELECT", "INSERT", "UPDATE", "MAINTAIN"} | empties, table


async def test_the_owner_of_the_tables_sees_no_tenant_row(world: Address) -> None:
    """Row security is forced: who runs migrations reads no child, and what is the same for every country."""
    registers = {name for name, entity in graph_model().by_table.items() if entity.rows_of is RowsOf.NOBODY}
    connection, found = await asyncpg.connect(**world.connect_arguments(OWNER)), set[str]()
    try:
        for table in ACCESS.tables:
            counting = await connection.fetchval("SELECT format('SELECT count(*) FROM %I', $1::text)", table)
            seen = await connection.fetchval(counting)
            assert not seen or table in registers, table
            found |= {table} if seen else set()
        assert found
    finally:
        await connection.close()


async def test_no_login_that_serves_may_make_anything(empty: Address) -> None:
    """None of them may create in a schema or the database, or run the server's files and programs."""
    connection = await asyncpg.connect(**empty.connect_arguments(SUPERUSER))
    try:
        for tier in TIERS:
            login = f"hearth_{tier}"
            assert not await connection.fetchval("SELECT has_schema_privilege($1, 'public', 'CREATE')", login)
            assert not await connection.fetchval(
                "SELECT has_database_privilege($1, current_database(), 'CREATE')", login
            )
            for function in ("pg_read_file(text)", "pg_ls_dir(text)", "lo_import(text)"):
                assert not await connection.fetchval(
                    "SELECT has_function_privilege($1, $2, 'EXECUTE')", login, function
                )
    finally:
        await connection.close()


def test_only_the_tiers_may_call_the_scope_function() -> None:
    """The statements take the right from PUBLIC and give it to the five tiers, by name."""
    *_, revoked, granted = scope_statements()
    assert revoked.endswith("FROM PUBLIC")
    assert granted.rpartition(" TO ")[2].split(", ") == [f"hearth_{tier.value}" for tier in Tier]


def test_a_tier_without_columns_gets_neither_policy_nor_grant() -> None:
    """What is not declared is closed."""
    promise = TablePromise("diary", RowsOf.COUNTRY, None, {Tier.OFFICE: ("country_code", "id")})
    statements = list(table_statements(promise))
    assert [text for text in statements if "hearth_" in text and "hearth_office" not in text] == [
        "GRANT SELECT, INSERT, UPDATE, MAINTAIN ON diary TO hearth_operator"
    ]
    assert sum(text.startswith("CREATE POLICY") for text in statements) == 1


def test_a_tier_may_write_what_is_declared_and_no_more() -> None:
    """Rights to give and to change are by column; a tier without reads gets none, and rows go where it is said."""
    promise = TablePromise(
        "diary",
        RowsOf.COUNTRY,
        None,
        reads={Tier.OFFICE: ("country_code", "id", "note"), Tier.CASEWORKER: ("country_code", "id")},
        creates={Tier.OFFICE: ("country_code", "note"), Tier.CASEWORKER: (), Tier.REGION: ("note",)},
        changes={Tier.OFFICE: ("note",)},
        empties=frozenset({Tier.CASEWORKER, Tier.REGION}),
    )
    granted = [text for text in table_statements(promise) if text.startswith("GRANT")]
    assert granted == [
        ("GRANT SELECT (country_code, id, note), INSERT (country_code, note), UPDATE (note) ON diary TO hearth_office"),
        "GRANT SELECT (country_code, id), DELETE ON diary TO hearth_caseworker",
        "GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON diary TO hearth_operator",
    ]


def test_rows_without_a_programme_are_for_every_caseworker_of_the_country() -> None:
    """Also for one without programmes; and the policy says so without OR."""
    reads = {Tier.CASEWORKER: ("country_code",), Tier.OFFICE: ("country_code",)}
    promise = TablePromise("diary", RowsOf.PROGRAMME_OR_COUNTRY, "programme_id", reads)
    policy, *others = [text for text in table_statements(promise) if text.startswith("CREATE POLICY")]
    assert "coalesce(programme_id::text, '') = ANY" in policy
    assert " OR " not in policy
    assert len(others) == 1
    assert "programme_id" not in others[0]


def test_a_register_has_no_row_security_and_a_tenant_table_forces_it() -> None:
    """The kind of a table decides."""
    reads = {Tier.OFFICE: ("code",)}
    register = list(table_statements(TablePromise("code_list", RowsOf.NOBODY, None, reads)))
    tenant = list(table_statements(TablePromise("diary", RowsOf.COUNTRY, None, reads)))
    assert not any("ROW LEVEL SECURITY" in text or "POLICY" in text for text in register)
    assert tenant[:2] == ["ALTER TABLE diary ENABLE ROW LEVEL SECURITY", "ALTER TABLE diary FORCE ROW LEVEL SECURITY"]


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("owner", RowsOf)
def test_every_kind_of_table_has_a_rule_for_a_tier_or_refuses_it(owner: RowsOf, tier: Tier) -> None:
    """All tables and tiers: the policy of a tier with a rule, or an error with table and tier; nothing in between."""
    promise = TablePromise("diary", owner, "programme_id", {tier: ("country_code",)})
    if tier not in RULES[owner]:
        with pytest.raises(TierWithoutRule, match=f"diary names {tier.value} .* countries/tenancy/rows.py"):
            list(table_statements(promise))
        return
    policies = [text for text in table_statements(promise) if text.startswith("CREATE POLICY")]
    assert len(policies) == (owner is not RowsOf.NOBODY)
    for policy in policies:
        assert ("current_setting('hearth.country'" in policy) == tier.is_national
        assert ("USING (true)" in policy) == (tier in {Tier.HEADQUARTERS, Tier.AUDITOR} or owner is RowsOf.FIGURES)
