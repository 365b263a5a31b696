"""Requests that wait share a transaction with those of the same scope, and with nobody else; scopes take turns."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from random import Random
from typing import TYPE_CHECKING

import asyncpg
import pytest

import countries.connections.sharing
from countries.connections.sharing import MOST_SECONDS, MOST_STATEMENTS, TURN_STATEMENTS
from countries.connections.turns import most_of_a_member
from countries.tenancy.caller import Caller, Tier
from tests.countries.pools import KENYA, OFFICE
from tests.countries.sharers import (
    AT_THE_GATE,
    LONG,
    NUMBERED,
    TRANSACTION,
    asked,
    assert_quiet,
    closed_gate,
    numbered,
    pools,
    standing,
    transaction_of,
)

if TYPE_CHECKING:
    from uuid import UUID

    from countries.connections.address import Address
    from tests.countries.conftest import Connection

NETHERLANDS = Caller("nel", Tier.OFFICE, ("NL",))
SEES = """
SELECT pg_backend_pid() AS pid, transaction_timestamp() AS began, current_setting('hearth.country') AS country,
  current_setting('hearth.programmes') AS programmes, current_setting('transaction_read_only') AS read_only,
  count(*) AS number, array_agg(DISTINCT country_code) AS countries, array_agg(DISTINCT programme_id) AS own FROM child
"""


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction is bounded by its number of statements alone: a busy machine changes nothing."""
    monkeypatch.setattr(countries.connections.sharing, "MOST_SECONDS", LONG)


@pytest.mark.usefixtures("unhurried")
async def test_requests_of_one_scope_that_wait_share_a_transaction(world: Address) -> None:
    """One server process, one beginning; each gets its own answer."""
    async with pools(world, 1) as database:
        rows = await asyncio.gather(*numbered(database, OFFICE, 10))
        assert [row["number"] for row in rows] == list(range(10))
        assert len({transaction_of(row) for row in rows}) == 1


async def test_requests_that_follow_each_other_have_a_transaction_each(world: Address) -> None:
    """Nobody waits for company."""
    async with pools(world, 1) as database:
        rows = [await asked(database, OFFICE, NUMBERED, number) for number in range(3)]
        assert len({transaction_of(row) for row in rows}) == 3


@pytest.mark.usefixtures("unhurried")
async def test_every_statement_has_a_snapshot_of_its_own(world: Address, superuser: Connection) -> None:
    """What is committed between two statements of a shared transaction, the second one sees."""
    async with pools(world, 1) as database:
        snapshot = f"pg_snapshot_xmax(pg_current_snapshot()) AS beyond, {TRANSACTION}"
        async with closed_gate(superuser):
            first = asked(database, OFFICE, f"SELECT pg_advisory_xact_lock_shared(7), {snapshot}")
            second = asked(database, OFFICE, f"SELECT {snapshot}")
            await standing(superuser, 1)
            await superuser.fetchval("SELECT pg_current_xact_id()")
        before, after = await first, await second
        assert transaction_of(before) == transaction_of(after)
        assert after["beyond"] > before["beyond"]


@pytest.mark.usefixtures("unhurried")
async def test_a_transaction_takes_256_statements(world: Address) -> None:
    """The 257th has a new one, although nobody else waits."""
    assert MOST_STATEMENTS == 256
    async with pools(world, 1) as database:
        rows = await asyncio.gather(*numbered(database, OFFICE, 520))
        assert list(Counter(transaction_of(row) for row in rows).values()) == [256, 256, 8]


@pytest.mark.usefixtures("unhurried")
async def test_a_transaction_takes_sixteen_statements_while_another_scope_waits(world: Address) -> None:
    """The seventeenth has a new one, after the other scope has had its turn; then there is room again."""
    assert TURN_STATEMENTS == 16
    async with pools(world, 1) as database:
        belgian, kenyan = numbered(database, OFFICE, 60), numbered(database, KENYA, 20)
        rows = await asyncio.gather(*belgian)
        assert list(Counter(transaction_of(row) for row in rows).values()) == [16, 16, 28]
        rows = await asyncio.gather(*kenyan)
        assert list(Counter(transaction_of(row) for row in rows).values()) == [16, 4]


@pytest.mark.usefixtures("unhurried")
async def test_who_comes_during_a_long_transaction_ends_it(world: Address) -> None:
    """It takes no further statement once another scope waits, however many of its own do."""
    order: list[str] = []
    async with pools(world, 1) as database:
        belgian = numbered(database, OFFICE, 250)
        for task in belgian:
            task.add_done_callback(lambda _: order.append("BE"))
        await belgian[99]
        late = asked(database, KENYA, NUMBERED, 0)
        late.add_done_callback(lambda _: order.append("KE"))
        rows = await asyncio.gather(*belgian)
        await late
    # A few go on while it is still on its way; without the rule it would come last.
    assert 100 <= order.index("KE") <= 200
    assert len({transaction_of(row) for row in rows}) == 2


async def test_a_transaction_takes_no_statement_after_fifty_milliseconds(world: Address) -> None:
    """Statements of sixty have one each; of statements of thirty at most two fit."""
    assert MOST_SECONDS == 0.05
    async with pools(world, 1) as database:
        for seconds, most in ((0.06, 1), (0.03, 2)):
            text = f"SELECT pg_sleep($1), {TRANSACTION}"
            rows = await asyncio.gather(*(asked(database, OFFICE, text, seconds) for _ in range(5)))
            assert max(Counter(transaction_of(row) for row in rows).values()) <= most


@pytest.mark.parametrize(
    "change",
    [
        "SELECT set_config('transaction_read_only', 'off', true)",
        "INSERT INTO child (country_code) VALUES ('BE')",
        "DELETE FROM child",
        "CREATE TEMPORARY TABLE mine (x int)",
        "SELECT id FROM child FOR UPDATE",
    ],
)
async def test_nothing_can_be_written_through_a_read(world: Address, change: str) -> None:
    """Whoever comes alone or waits is in a transaction that only reads, and those beside it get their answers."""
    async with pools(world, 1) as database:
        before, write, after = (asked(database, OFFICE, text) for text in (SEES, change, SEES))
        with pytest.raises(
            (asyncpg.ReadOnlySQLTransactionError, asyncpg.InsufficientPrivilegeError, asyncpg.ActiveSQLTransactionError)
        ):
            await write
        for row in (await before, await after):
            assert (row["read_only"], row["country"], row["countries"]) == ("on", "BE", ["BE"])


@pytest.mark.parametrize("connections", [1, 2, 4])
async def test_scopes_never_share_a_transaction(
    world: Address, superuser: Connection, programmes: dict[str, list[UUID]], connections: int
) -> None:
    """Six scopes at once through a few connections: each answer has all of its own rows and no others."""
    first, second, *_ = programmes["BE"]
    asking = [
        *(Caller("an office", Tier.OFFICE, (code,)) for code in ("BE", "KE", "NL")),
        *(Caller("carla", Tier.CASEWORKER, ("BE",), own) for own in ((first,), (second,), (first, second))),
    ]
    counts = "SELECT country_code, programme_id, count(*) AS number FROM child GROUP BY 1, 2"
    sizes = {(row[0], row[1]): row[2] for row in await superuser.fetch(counts)}
    order = asking * 30
    Random(4).shuffle(order)  # noqa: S311 - the order of requests is no secret
    async with pools(world, connections) as database:
        rows = await asyncio.gather(*(asked(database, caller, SEES) for caller in order))
        await assert_quiet(database)
    scopes = defaultdict(set)
    for caller, row in zip(order, rows, strict=True):
        assert (row["country"], row["programmes"]) == (caller.country, ",".join(str(own) for own in caller.programmes))
        assert (row["read_only"], row["countries"]) == ("on", list(caller.countries))
        assert row["number"] == sum(
            number
            for (country, programme), number in sizes.items()
            if country == caller.country and (programme in caller.programmes or not caller.programmes)
        )
        assert not caller.programmes or set(row["own"]) == set(caller.programmes)
        scopes[transaction_of(row)].add(caller.scope)
    assert {len(found) for found in scopes.values()} == {1}
    assert len(scopes) < len(order)


WHO = """
SELECT pg_backend_pid() AS pid, transaction_timestamp() AS began, coalesce(current_setting('hearth.persons', true), '')
  AS persons, coalesce(current_setting('hearth.groups', true), '') AS groups,
  current_setting('hearth.country') AS country
"""


@pytest.mark.usefixtures("unhurried")
async def test_who_is_asked_in_person_shares_with_nobody_else(world: Address) -> None:
    """Colleagues share as before, and nothing says who they are; where it does, and for groups, each is apart."""
    colleagues = [Caller(name, Tier.OFFICE, ("BE",), issuer="here") for name in ("anna", "bert")]
    nurse = Caller("nora", Tier.OFFICE, ("BE",), issuer="here", groups=("health",))
    asking = [*colleagues, nurse, nurse.in_person(), *(each.in_person() for each in colleagues)]
    order = asking * 20
    Random(7).shuffle(order)  # noqa: S311 - the order of requests is no secret
    async with pools(world, 2) as database:
        rows = await asyncio.gather(*(asked(database, caller, WHO) for caller in order))
        await assert_quiet(database)
    apart = defaultdict(set)
    for caller, row in zip(order, rows, strict=True):
        in_person = any(caller is each for each in asking[3:])
        assert row["persons"] == (f"here|{caller.subject}" if in_person else "")
        assert (row["groups"], row["country"]) == (",".join(caller.groups), "BE")
        apart[transaction_of(row)].add(caller.share.member)
    assert {len(members) for members in apart.values()} == {1}
    assert len({caller.share.member for caller in asking}) == 5
    assert {caller.share.party for caller in asking} == {"BE"}
    assert len(apart) < len(order)


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize("flooding", [(OFFICE,), (OFFICE, KENYA)])
async def test_a_flood_lets_others_have_their_turn(world: Address, flooding: tuple[Caller, ...]) -> None:
    """On one connection a single request is behind one transaction of each scope that floods."""
    done: list[str] = []
    async with pools(world, 1) as database:
        tasks = []
        for caller in flooding:
            for task in numbered(database, caller, 200):
                task.add_done_callback(lambda _: done.append("flood"))
                tasks.append(task)
        single = asked(database, NETHERLANDS, NUMBERED, 0)
        single.add_done_callback(lambda _: done.append("single"))
        await asyncio.gather(single, *tasks)
    assert done.index("single") <= TURN_STATEMENTS * len(flooding)
    assert len(done) == 200 * len(flooding) + 1


async def test_a_scope_leaves_one_connection_of_three(world: Address, superuser: Connection) -> None:
    """While one scope's statements hang on all the connections that it may have, another scope is answered."""
    assert [most_of_a_member(size) for size in (1, 2, 3, 6)] == [1, 1, 2, 4]
    async with pools(world, 3) as database:
        async with closed_gate(superuser):
            hanging = [asked(database, OFFICE, AT_THE_GATE) for _ in range(10)]
            await standing(superuser, most_of_a_member(3))
            row = await asked(database, KENYA, NUMBERED, 5)
            assert row["number"] == 5
            assert not any(task.done() for task in hanging)
            await standing(superuser, most_of_a_member(3))
        await asyncio.gather(*hanging)
        await assert_quiet(database)
