"""The doors behind the graph: what each login gets from SQL itself, whatever the server's code might forget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.connections.transaction import SCOPE
from countries.tenancy.caller import Tier
from countries.tenancy.logins import LISTENER, SERVER_LOGINS, STATISTICS
from tests.access import FIGURES, TIERS
from tests.countries.leaks.conftest import Connection
from tests.countries.leaks.documents import KINDS
from tests.countries.leaks.shape import ACCESS
from tests.countries.leaks.truth import Truth

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]

INJECTIONS = [
    "BE' OR '1'='1",
    "BE'; SET LOCAL hearth.country = 'KE",
    "BE\\'; SELECT 1; --",
    "%",
    "_E",
    "*",
    "BE,KE",
    "{BE,KE}",
    " KE",
    "KE ",
    "ke",
    "DEFAULT",
    "' || (SELECT 'KE') || '",
    "$$KE$$",
    "\u2019KE",
    "KE\n",
]


@pytest.fixture
async def logins(border: Address) -> AsyncIterator[dict[str, Connection]]:
    """A plain connection of every login that serves."""
    connections = {tier: await asyncpg.connect(**border.connect_arguments(f"hearth_{tier}")) for tier in TIERS}
    yield connections
    for connection in connections.values():
        await connection.close()


async def _select(connection: Connection, table: str, column: str) -> list[object]:
    # PostgreSQL itself quotes the names: a query has no other way to name a table.
    query = await connection.fetchval("SELECT format('SELECT %I::text FROM %I', $1::text, $2::text)", column, table)
    return [row[0] for row in await connection.fetch(query)]


def _figures(truth: Truth, caller: Caller, table: str) -> list[dict[str, Any]]:
    """The figures that a caller reads: a region those of its countries, and of no single country."""
    own = ("", *caller.countries) if caller.tier is Tier.REGION else None
    return [row for row in truth.rows[table] if own is None or row.get("country_code", "") in own]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_login_selects_the_columns_and_rows_of_its_scope(
    logins: dict[str, Connection], truth: Truth, kinds: Kinds, kind: str
) -> None:
    """Every column of every table: the values of the visible rows, or permission denied."""
    caller = kinds[kind]
    tier = caller.tier.value
    connection = logins[tier]
    for table in ACCESS.tables:
        for column in ACCESS.columns(table):
            async with connection.transaction(readonly=True):
                await connection.fetchval(SCOPE, *caller.scope)
                if not ACCESS.may_read(tier, table, column):
                    with pytest.raises(asyncpg.InsufficientPrivilegeError):
                        async with connection.transaction():
                            await _select(connection, table, column)
                    continue
                found = await _select(connection, table, column)
                visible = _figures(truth, caller, table) if table in FIGURES else truth.visible(caller, table)
                assert len(found) == len(visible), (table, column)
                if column in ("id", "code", "country_code"):
                    assert sorted(map(str, found)) == sorted(str(row[column]) for row in visible)


@pytest.mark.parametrize("tier", TIERS)
async def test_without_a_scope_there_are_no_rows(logins: dict[str, Connection], tier: str) -> None:
    """A transaction that forgot its scope sees no row of any country; only who is bound by none needs none."""
    unbound = {"headquarters", "statistics"}
    connection = logins[tier]
    for table in ACCESS.tables:
        for column in ACCESS.columns(table):
            if table in FIGURES or "country_code" not in ACCESS.columns(table):
                continue
            if ACCESS.may_read(tier, table, column):
                assert bool(await _select(connection, table, column)) == (tier in unbound), (table, column)


@pytest.mark.parametrize("login", [STATISTICS, LISTENER])
async def test_logins_that_serve_nobody_read_what_the_file_says(logins: dict[str, Connection], login: str) -> None:
    """Statistics reads the columns that are counted, the listener none, and neither sets a scope."""
    tier = login.removeprefix("hearth_")
    connection = logins[tier]
    for table in ACCESS.tables:
        for column in ACCESS.columns(table):
            if ACCESS.may_read(tier, table, column):
                await _select(connection, table, column)
                continue
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await _select(connection, table, column)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.fetchval(SCOPE, "BE", "BE", "")


@pytest.mark.parametrize("text", INJECTIONS)
async def test_the_scope_function_takes_text_as_text(logins: dict[str, Connection], text: str) -> None:
    """Whatever stands in a country or a programme is compared as it is: no quote, pattern or list opens another one."""
    for tier, arguments in (
        ("office", (text, "", "")),
        ("caseworker", (text, "", text)),
        ("caseworker", ("BE", "", text)),
    ):
        connection = logins[tier]
        async with connection.transaction(readonly=True):
            await connection.fetchval(SCOPE, *arguments)
            assert await connection.fetchval("SELECT current_setting('hearth.country')") == arguments[0]
            assert await connection.fetchval("SELECT current_setting('hearth.programmes')") == arguments[2]
            assert await connection.fetchval("SELECT count(*) FROM child") == 0


async def test_a_country_in_the_wrong_setting_opens_nothing(logins: dict[str, Connection], kinds: Kinds) -> None:
    """An office is bounded by its one country, whatever stands in the region's list; and the other way round."""
    for tier, arguments in (
        ("office", ("", "BE,KE", "")),
        ("office", ("NL,KE", "BE,KE", "")),
        ("region", ("BE", "", "")),
        ("caseworker", ("", "BE", ",".join(str(own) for own in kinds["caseworker"].programmes))),
    ):
        async with logins[tier].transaction(readonly=True):
            await logins[tier].fetchval(SCOPE, *arguments)
            assert await logins[tier].fetchval("SELECT count(id) FROM home") == 0, (tier, arguments)


async def test_null_is_no_scope(logins: dict[str, Connection]) -> None:
    """A scope of nothing at all sees nothing, or is refused."""
    connection = logins["office"]
    async with connection.transaction(readonly=True):
        try:
            async with connection.transaction():
                await connection.fetchval(SCOPE, None, None, None)
        except asyncpg.PostgresError:
            return
        assert await connection.fetchval("SELECT count(*) FROM child") == 0


async def test_a_scope_ends_with_its_transaction(logins: dict[str, Connection], truth: Truth, kinds: Kinds) -> None:
    """Committed or rolled back, it is gone; within a transaction a later scope replaces an earlier one whole."""
    connection = logins["office"]
    for finish in ("commit", "rollback"):
        transaction = connection.transaction()
        await transaction.start()
        await connection.fetchval(SCOPE, "BE", "", "")
        assert await connection.fetchval("SELECT count(*) FROM child") == len(truth.visible(kinds["office"], "child"))
        await connection.fetchval(SCOPE, "KE", "", "")
        assert await connection.fetchval("SELECT count(*) FROM child") == len(truth.visible(kinds["kenya"], "child"))
        await getattr(transaction, finish)()
        assert await connection.fetchval("SELECT count(*) FROM child") == 0
        assert await connection.fetchval("SELECT current_setting('hearth.country', true)") == ""


async def test_a_scope_outside_a_transaction_is_gone_at_once(logins: dict[str, Connection]) -> None:
    """It is LOCAL: without a transaction it ends with the statement that set it."""
    connection = logins["office"]
    await connection.fetchval(SCOPE, "BE", "", "")
    assert await connection.fetchval("SELECT count(*) FROM child") == 0


@pytest.mark.parametrize("login", SERVER_LOGINS)
async def test_statistics_of_the_planner_show_no_values(logins: dict[str, Connection], login: str) -> None:
    """PostgreSQL's own samples of a column are hidden from every login that row security bounds."""
    connection = logins[login.removeprefix("hearth_")]
    tenant = [table for table in ACCESS.tables if "country_code" in ACCESS.columns(table)]
    assert await connection.fetchval("SELECT count(*) FROM pg_stats WHERE tablename = ANY ($1)", tenant) == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.fetch("SELECT stavalues1::text FROM pg_statistic")


@pytest.mark.parametrize("tier", list(Tier))
async def test_no_function_of_the_callers_own_sees_hidden_rows(
    logins: dict[str, Connection], tier: Tier, border: Address
) -> None:
    """A condition that would tell what it sees is asked about no hidden row: row security comes first.

    Only the office may make a function at all, a temporary one.
    """
    del border
    connection = logins[tier.value]
    if tier is not Tier.OFFICE:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("CREATE FUNCTION pg_temp.tell(id uuid) RETURNS boolean LANGUAGE sql RETURN true")
        return
    async with connection.transaction():
        await connection.execute(
            "CREATE FUNCTION pg_temp.tell(id uuid) RETURNS boolean LANGUAGE plpgsql COST 0.0000001"
            " AS $$ BEGIN RAISE EXCEPTION 'I saw %', id; END $$"
        )
        assert await connection.fetch("SELECT id FROM home WHERE pg_temp.tell(id)") == []
