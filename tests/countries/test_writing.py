"""Two kinds of transaction: one that reads writes nothing; one that writes is in the same scope, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import asyncpg
import pytest
import pytest_asyncio

from countries.tenancy.caller import Caller, Tier
from tests.access import read_access
from tests.conftest import copy_database
from tests.countries.pools import CHILDREN, KENYA, OFFICE, SEEN, single

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.connections.database import Database
    from countries.connections.pool import Lane

ACCESS = read_access()
ADD = "INSERT INTO community_partner (country_code, id, name, kind) VALUES ($1, $2, 'Club', 'OTHER') RETURNING id"
FIND = "SELECT count(*) AS number FROM community_partner WHERE id = $1"


@pytest_asyncio.fixture(scope="module")
async def own_world(server: Address, worker: str) -> Address:
    """A copy of the world that these tests may change."""
    return await copy_database(server, "world", f"writing_{worker}")


def anybody(tier: Tier, programmes: dict[str, list[UUID]]) -> Caller:
    """A caller of a tier who sees as much as one can."""
    mine = tuple(programmes["BE"]) if tier is Tier.CASEWORKER else ()
    countries = ("BE",) if tier.is_national else ("BE", "KE") if tier is Tier.REGION else ()
    return Caller("anybody", tier, countries, mine)


async def refusal(lane: Lane, statement: str) -> type[Exception] | None:
    """What kind of error a statement of a transaction ends in; the transaction goes on as though it had not been."""
    await lane.connection.execute("SAVEPOINT before")
    try:
        await lane.connection.execute(statement)
    except asyncpg.PostgresError as error:
        await lane.connection.execute("ROLLBACK TO before")
        return type(error)
    return None


async def add_partner(database: Database, country: str, new: UUID, *, fail: bool = False) -> None:
    """Add a partner in a writing transaction of the Belgian office."""
    async with database.writing(OFFICE) as lane:
        await lane.one_row(ADD, (country, new))
        if fail:
            raise LookupError


@pytest.mark.parametrize("tier", Tier)
async def test_what_a_tier_may_write_it_cannot_write_while_it_reads(
    world: Address, programmes: dict[str, list[UUID]], tier: Tier
) -> None:
    """The rights are there, and a reading transaction refuses each of them: of every table and column."""
    written = 0
    async with single(world) as database, database.transaction(anybody(tier, programmes)) as lane:
        for table in ACCESS.tables:
            changes = [("UPDATE %1$I SET %2$I = %2$I", name) for name in ACCESS.may_change(tier.value, table)]
            gives = [("INSERT INTO %1$I (%2$I) VALUES (NULL)", name) for name in ACCESS.may_create(tier.value, table)]
            for form, column in changes + gives:
                made = await lane.connection.fetchval("SELECT format($1, $2::text, $3::text)", form, table, column)
                assert await refusal(lane, made) is asyncpg.ReadOnlySQLTransactionError, made
                written += 1
    assert bool(written) == tier.is_national


async def test_a_reading_transaction_cannot_become_one_that_writes(world: Address) -> None:
    """Neither from inside nor by the function that sets the scope, once it has looked at anything."""
    async with single(world) as database, database.transaction(OFFICE) as lane:
        for change in ("SET TRANSACTION READ WRITE", "SET transaction_read_only = off"):
            assert await refusal(lane, change) is asyncpg.ActiveSQLTransactionError
        assert await lane.connection.fetchval("SHOW transaction_read_only") == "on"


async def test_what_a_writing_transaction_wrote_is_there_when_it_ends(own_world: Address) -> None:
    """It is in the caller's scope, writes, and is committed; the next transaction on the connection reads only."""
    new = uuid4()
    async with single(own_world) as database:
        async with database.writing(OFFICE) as lane:
            assert await lane.connection.fetchval("SHOW transaction_read_only") == "off"
            seen = await lane.one_row(SEEN, ())
            assert seen is not None
            assert tuple(seen)[:4] == ("hearth_office", "BE", "", "")
            await lane.one_row(ADD, ("BE", new))
        async with database.transaction(OFFICE) as lane:
            assert await lane.connection.fetchval("SHOW transaction_read_only") == "on"
        for caller, number in ((OFFICE, 1), (KENYA, 0)):
            row = await database.read_row(caller, FIND, (new,))
            assert row is not None
            assert row["number"] == number


async def test_a_writing_transaction_that_fails_has_written_nothing(own_world: Address) -> None:
    """After an exception nothing of it is there, and the connection serves the next caller in that one's scope."""
    new = uuid4()
    async with single(own_world) as database:
        with pytest.raises(LookupError):
            await add_partner(database, "BE", new, fail=True)
        async with database._pools[Tier.OFFICE].lane() as lane:
            assert await lane.connection.fetchval("SELECT count(*) FROM child") == 0
        row = await database.read_row(OFFICE, FIND, (new,))
        assert row is not None
        assert row["number"] == 0
        row = await database.read_row(KENYA, CHILDREN, ())
        assert row is not None
        assert row["countries"] == ["KE"]


async def test_a_writing_transaction_writes_no_row_of_another_country(own_world: Address) -> None:
    """Neither a new one, nor by an update; what belongs to another country is as if it were not."""
    async with single(own_world) as database:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            await add_partner(database, "KE", uuid4())
        async with database.writing(OFFICE) as lane:
            status = await lane.connection.execute("UPDATE child SET interests = 'x' WHERE country_code <> 'BE'")
            assert status == "UPDATE 0"


@pytest.mark.parametrize("tier", [Tier.REGION, Tier.HEADQUARTERS, Tier.AUDITOR])
async def test_who_only_reads_holds_no_right_to_write(
    world: Address, programmes: dict[str, list[UUID]], tier: Tier
) -> None:
    """In a writing transaction, too, a region, headquarters and an auditor write nothing."""
    async with single(world) as database, database.writing(anybody(tier, programmes)) as lane:
        for change in (
            "UPDATE home SET capacity = capacity",
            "INSERT INTO programme (country_code, name) VALUES ('BE', 'x')",
            "DELETE FROM home",
            "SELECT id FROM home FOR UPDATE",
        ):
            assert await refusal(lane, change) is asyncpg.InsufficientPrivilegeError, change


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE mine (x int)",
        "CREATE SCHEMA mine",
        "COMMENT ON TABLE child IS 'mine'",
        "ALTER TABLE child DISABLE ROW LEVEL SECURITY",
        "DROP POLICY child_office ON child",
        "GRANT UPDATE ON child TO hearth_region",
        "SET ROLE hearth_owner",
        "SET SESSION AUTHORIZATION hearth_operator",
        "SET LOCAL session_replication_role = replica",
    ],
)
async def test_a_writing_transaction_writes_rows_alone(world: Address, change: str) -> None:
    """It makes no table, touches no policy or right, becomes no other login, and switches no foreign key off."""
    async with single(world) as database, database.writing(OFFICE) as lane:
        assert await refusal(lane, change) is asyncpg.InsufficientPrivilegeError


async def test_no_transaction_without_open_pools(world: Address) -> None:
    """Before the pools are open, and after they are closed, nothing is written."""
    async with single(world) as database:
        pass
    with pytest.raises(ConnectionError):
        await add_partner(database, "BE", uuid4())
