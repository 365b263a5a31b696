"""What a server tells of another server that it cannot reach, beside what it tells of its own end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.connections.causes import DRIVER_FAULTS, NODE, cause_of, state_of
from countries.embedded.postgres import SUPERUSER
from graph.errors import Unavailable
from graph.reasons import Reason
from graph.sqlstates import Doing, public_error

if TYPE_CHECKING:
    from countries.connections.address import Address

STATES = ("08000", "08001", "08003", "08004", "08006", "57P01", "57P02", "57P03")


async def said(address: Address, state: str) -> asyncpg.PostgresError:
    """The error with which a server tells of a node, as its coordinator would."""
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    try:
        with pytest.raises(asyncpg.PostgresError) as raised:
            await connection.execute(f"DO $$ BEGIN RAISE EXCEPTION 'worker-2:5432' USING ERRCODE = '{state}'; END $$")
        assert not connection.is_closed()
    finally:
        await connection.close()
    return raised.value


@pytest.mark.parametrize("state", STATES)
async def test_a_node_that_is_gone_is_told_as_such(world: Address, state: str) -> None:
    """A caller hears that a machine is away and what still works, and not where that machine is."""
    error = await said(world, state)
    assert state_of(error) == NODE
    assert cause_of(error).passes

    for doing in Doing:
        heard = public_error(error, "office", doing)
        assert isinstance(heard, Unavailable)
        assert heard.reason is Reason.NODE_AWAY
        assert heard.hint.startswith(doing.unavailable)
        assert "worker" not in f"{heard} {heard.hint}"


async def test_a_server_that_ends_is_not_told_as_a_node(world: Address) -> None:
    """A connection that its own server ends is lost; no other machine is."""
    connection = await asyncpg.connect(**world.connect_arguments(SUPERUSER))
    other = await asyncpg.connect(**world.connect_arguments(SUPERUSER))
    await other.execute("SELECT pg_terminate_backend($1)", connection.get_server_pid())
    await other.close()
    with pytest.raises(DRIVER_FAULTS) as raised:
        await connection.fetchval("SELECT pg_sleep(5)")

    heard = public_error(raised.value)
    assert isinstance(heard, Unavailable)
    assert heard.reason is not Reason.NODE_AWAY


LOST = (asyncpg.InterfaceError(""), asyncpg.InternalClientError(""), ConnectionResetError())


@pytest.mark.parametrize("error", LOST)
def test_a_connection_that_is_lost_may_be_asked_again(error: Exception) -> None:
    """Closed, ended as it was asked, or cut: the caller hears the same, and nothing of it is a fault of ours."""
    heard = public_error(error)
    assert isinstance(heard, Unavailable)
    assert heard.retryable


@pytest.mark.parametrize("state", ["08P01", "57014", "22012"])
async def test_what_is_no_matter_of_a_node_stays_what_it_is(world: Address, state: str) -> None:
    """A broken message, a cancelled statement and a bad value have codes of their own."""
    assert state_of(await said(world, state)) == state


@pytest.mark.parametrize("source", ["placement_connection.c", "remote_transaction.c", "remote_commands.c"])
def test_a_node_that_goes_as_a_transaction_ends_is_told_as_such(source: str) -> None:
    """The coordinator has no state for that: it is known by who says so, and is no fault of ours."""
    lost = asyncpg.InternalServerError("failure on connection marked as essential: worker-2:5432")
    lost.server_source_filename = source
    assert state_of(lost) == NODE
    other = asyncpg.InternalServerError("cache lookup failed")
    other.server_source_filename = "syscache.c"
    assert state_of(other) == "XX000"
