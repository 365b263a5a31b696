"""Every table keeps the promises of its kind, and a change that breaks one is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OWNER
from graph.entities import graph_model
from tests.access import read_access
from tests.countries.catalogue import catalogue_faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address

    Connection = asyncpg.Connection[Any]

DIARY = "CREATE TABLE diary (country_code text, id uuid)"


@pytest.fixture
async def owner(empty: Address) -> AsyncIterator[Connection]:
    """The owner's connection to a database as the migrations leave it."""
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    yield connection
    await connection.close()


async def _faults(connection: Connection) -> list[str]:
    return await catalogue_faults(connection, graph_model(), read_access())


async def test_every_table_keeps_the_promises_of_its_kind(owner: Connection) -> None:
    """Row security, policies, keys, links, indexes, comments, rights and logins are as each kind of table promises."""
    assert await _faults(owner) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (DIARY, "diary is declared by no entity"),
        ("CREATE VIEW all_children AS SELECT * FROM child", "all_children is declared by no entity"),
        ("CREATE SEQUENCE child_number", "child_number is declared by no entity"),
        ("DROP TABLE sibling_bond", "sibling_bond is declared and not there"),
        (
            "ALTER TABLE child NO FORCE ROW LEVEL SECURITY",
            "child is a table of rows or figures without enabled and forced row security",
        ),
        (
            "ALTER TABLE child DISABLE ROW LEVEL SECURITY",
            "child is a table of rows or figures without enabled and forced row security",
        ),
        (
            "ALTER TABLE figure_proof DISABLE ROW LEVEL SECURITY",
            "figure_proof is a table of rows or figures without enabled and forced row security",
        ),
        (
            "ALTER POLICY published_figure_region ON published_figure USING (true)",
            "published_figure_region is a policy that lets headquarters' rows out to another login",
        ),
        (
            "GRANT INSERT (value) ON published_figure TO hearth_region",
            "hearth_region may INSERT published_figure.value",
        ),
        ("ALTER TABLE country ENABLE ROW LEVEL SECURITY", "country is shared by all and has row security or a policy"),
        ("CREATE POLICY open ON child USING (true)", "open is a policy that is not for exactly one login"),
        (
            "CREATE POLICY two ON child TO hearth_office, hearth_region USING (true)",
            "two is a policy that is not for exactly one login",
        ),
        ("CREATE POLICY twice ON child TO hearth_office USING (true)", "twice is a second policy of the same login"),
        (
            "CREATE POLICY wide ON child TO hearth_region USING (true)",
            "wide is a policy that lets headquarters' rows out to another login",
        ),
        ("CREATE POLICY wide ON child TO hearth_region USING (true)", "child has a policy for hearth_region"),
        ("DROP POLICY child_office ON child", "child has no policy for hearth_office"),
        (
            "ALTER POLICY child_office ON child USING (country_code = 'BE' OR country_code = 'NL')",
            "child_office is a policy with OR or a sub-query",
        ),
        (
            "ALTER POLICY child_office ON child USING (country_code = 'BE' AND true)",
            "child_office is a policy with a term that is always true",
        ),
        (
            "ALTER POLICY child_office ON child USING (sex = current_setting('hearth.country', true))",
            "child_office is a policy that compares with the scope and says no country",
        ),
        (
            "ALTER POLICY child_office ON child USING (country_code = (SELECT min(code) FROM country))",
            "child_office is a policy with OR or a sub-query",
        ),
        ("ALTER TABLE child DROP CONSTRAINT child_pkey CASCADE", "child is a tenant table whose key is not"),
        (
            "ALTER TABLE change DROP CONSTRAINT change_pkey",
            "change is a ledger without a key that begins with country_code",
        ),
        (
            (
                "ALTER TABLE home_stay DROP CONSTRAINT home_stay_pkey,"
                " ADD CONSTRAINT home_stay_pkey PRIMARY KEY (id, country_code)"
            ),
            "home_stay is a ledger without a key that begins with country_code",
        ),
        (
            (
                "ALTER TABLE change_counter ADD COLUMN id uuid, DROP CONSTRAINT change_counter_pkey,"
                " ADD CONSTRAINT change_counter_pkey PRIMARY KEY (id)"
            ),
            "change_counter_pkey is a key, exclusion or link of a tenant table that does not begin with country_code",
        ),
        (
            (
                "ALTER TABLE placement ADD CONSTRAINT placement_stay_fkey"
                " FOREIGN KEY (country_code, id) REFERENCES home_stay DEFERRABLE INITIALLY DEFERRED"
            ),
            "placement_stay_fkey is a ledger that other tables lean on",
        ),
        (
            "ALTER TABLE child ADD CONSTRAINT child_number_key UNIQUE (case_number)",
            "child_number_key is a key, exclusion or link of a tenant table that does not begin with country_code",
        ),
        (
            "ALTER TABLE child ADD CONSTRAINT child_when EXCLUDE USING gist (enrolled_on WITH =)",
            "child_when is a key, exclusion or link of a tenant table that does not begin with country_code",
        ),
        (
            (
                "ALTER TABLE home DROP CONSTRAINT home_programme_id_fkey, ADD CONSTRAINT home_programme_id_fkey"
                " FOREIGN KEY (country_code, programme_id) REFERENCES programme ON DELETE CASCADE"
            ),
            "home_programme_id_fkey is a link that deletes or empties rows by itself",
        ),
        ("CREATE INDEX child_sex ON child (sex)", "child_sex is an index of a tenant table"),
        ("ALTER TABLE child ADD CHECK (sex <> '')", "child_sex_check1 is a constraint whose name PostgreSQL made up"),
        ("ALTER TABLE child ADD COLUMN nickname text", "child.nickname is a text column that does not compare"),
        ("ALTER TABLE child ADD COLUMN during daterange", "child.during is a column of a type"),
        ("ALTER TABLE child ADD COLUMN extras jsonb", "child.extras is a column of a type"),
        ("COMMENT ON TABLE child IS NULL", "child is a table without a comment"),
        ("COMMENT ON COLUMN child.sex IS NULL", "child.sex is a column without a comment"),
        (
            (
                "CREATE TRIGGER touched BEFORE UPDATE ON child FOR EACH ROW"
                " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
            ),
            "touched is a trigger",
        ),
        ("CREATE RULE nothing AS ON DELETE TO child DO INSTEAD NOTHING", "nothing is a rule"),
        ("GRANT SELECT ON child TO PUBLIC", "child is open to PUBLIC"),
        ("GRANT SELECT (sex) ON child TO PUBLIC", "child.sex is open to PUBLIC"),
        ("CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1", "one is open to PUBLIC"),
        ("GRANT CREATE ON SCHEMA public TO PUBLIC", "public is open to PUBLIC"),
        ("GRANT INSERT ON child TO hearth_office WITH GRANT OPTION", "child is a right that its holder may pass on"),
        ("GRANT DELETE ON child TO hearth_office", "child lets a login delete or empty it"),
        ("GRANT TRUNCATE ON change TO hearth_operator", "change lets a login delete or empty it"),
        ("GRANT DELETE ON home_stay TO PUBLIC", "home_stay lets a login delete or empty it"),
        ("GRANT UPDATE ON history_plain TO hearth_office", "history_plain lets a login write more than"),
        ("GRANT INSERT ON child TO hearth_region", "child lets a login write more than"),
        ("GRANT UPDATE (kind) ON change TO hearth_office", "hearth_office may UPDATE change.kind"),
        (
            "GRANT UPDATE (after) ON history_personal TO hearth_office",
            "hearth_office may UPDATE history_personal.after",
        ),
        (
            "GRANT UPDATE (programme_id) ON placement TO hearth_caseworker",
            "hearth_caseworker may UPDATE placement.programme_id",
        ),
        ("GRANT UPDATE (country_code) ON child TO hearth_office", "hearth_office may UPDATE child.country_code"),
        ("GRANT INSERT (name) ON home TO hearth_caseworker", "hearth_caseworker may INSERT home.name"),
        ("GRANT INSERT (row_id) ON change TO hearth_listener", "hearth_listener may INSERT change.row_id"),
        ("REVOKE INSERT (sex) ON child FROM hearth_office", "hearth_office may not INSERT child.sex"),
        (
            "REVOKE UPDATE (voided_at) ON placement FROM hearth_office",
            "hearth_office may not UPDATE placement.voided_at",
        ),
        (
            "CREATE FUNCTION one() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN 1",
            "one is a function that runs as its owner",
        ),
        ("CREATE SCHEMA hidden", "hidden is a schema beside public"),
        ("DROP INDEX child_given_name_idx", "child.given_name may be filtered or ordered by without an index"),
        (
            "DROP INDEX home_capacity_idx; ALTER TABLE home ALTER capacity TYPE numeric",
            "home.capacity may be filtered or ordered by, and its comparisons are not leakproof",
        ),
    ],
)
async def test_a_broken_promise_is_noticed(owner: Connection, change: str, fault: str) -> None:
    """Each of these changes becomes a fault that names what it broke."""
    await owner.execute(change)
    faults = await _faults(owner)
    assert any(found.startswith(fault) for found in faults), faults


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("GRANT hearth_headquarters TO hearth_office", "hearth_office is a member of another login, or has members"),
        ("ALTER ROLE hearth_office BYPASSRLS", "hearth_office is a login that could do more than it may"),
        ("ALTER ROLE hearth_region CREATEROLE", "hearth_region is a login that could do more than it may"),
        ("ALTER ROLE hearth_owner SUPERUSER", "hearth_owner is a login that could do more than it may"),
        ("ALTER ROLE hearth_listener INHERIT", "hearth_listener is a login that could do more than it may"),
        ("ALTER TABLE child OWNER TO hearth_office", "child does not belong to hearth_owner"),
    ],
)
async def test_a_mighty_login_is_noticed(empty: Address, change: str, fault: str) -> None:
    """A login that became a member, sees past row security, makes roles or owns a table is a fault."""
    superuser = await asyncpg.connect(**empty.connect_arguments(SUPERUSER))
    transaction = superuser.transaction()
    await transaction.start()
    try:
        await superuser.execute(change)
        assert fault in await _faults(superuser)
    finally:
        # Logins belong to the whole server, which other tests use at this moment: nothing of this is ever committed.
        await transaction.rollback()
        await superuser.close()
