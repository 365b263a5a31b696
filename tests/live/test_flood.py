"""The command NOTIFY cannot be taken from a login: whoever floods the channel, and forges messages, changes nothing."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest_asyncio

from graph.fanout.group import PAUSE_SECONDS
from tests.live.conftest import CHANGED, WATCH, token
from tests.live.test_deliveries import rows
from tests.live.test_processes import heard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from tests.live.conftest import Ledger, Served

__all__ = ["heard"]

FORGED = (
    "BE 999999999999999999",
    "BE 1",
    "KE 999999999999999999",
    "ZZ 5",
    "BE -1",
    "BE 0",
    "BE 99999999999999999999999",
    "BE 5\nKE 5",
    "be 5",
    "BE",
    "'; DROP TABLE child; --",
    "\u0001\u2603 5",
    "x" * 7_900,
)
MANY = 3_000


@pytest_asyncio.fixture
async def hostile(lively: Address) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
    """A statement of the office's login, as somebody would run it who had found a way to."""
    connection = await asyncpg.connect(**lively.connect_arguments("hearth_office"))
    yield connection
    await connection.close()


async def _notify(connection: asyncpg.Connection[asyncpg.Record], payload: str) -> None:
    quoted = payload.replace("'", "''")
    await connection.execute(f"NOTIFY hearth_changes, '{quoted}'")


async def test_a_flood_of_forged_messages_is_read_at_the_pace_of_deliveries(
    heard: Served,
    ledger: Ledger,
    child: Any,  # noqa: ANN401 - a row
    hostile: asyncpg.Connection[asyncpg.Record],
) -> None:
    """Thousands, of every form: nothing is delivered, a read a pause at most, requests are answered, changes arrive."""
    async with heard.socket(token()) as socket, heard.socket(token(country="KE")) as kenya:
        await heard.subscribed(socket, CHANGED)
        await heard.subscribed(socket, WATCH, id=child["global"])
        await heard.subscribed(kenya, CHANGED)
        await asyncio.sleep(0.1)
        reads, deliveries, began = heard.hub.figures.reads, heard.hub.figures.deliveries, time.monotonic()
        tasks = len(asyncio.all_tasks())
        for number in range(MANY):
            await _notify(hostile, FORGED[number % len(FORGED)])
            if not number % 500:
                answered = await heard.post("{ viewer { role } }", token())
                assert answered == {"viewer": {"role": "office"}}
        await hostile.execute(
            "DO $$ BEGIN FOR n IN 1..5000 LOOP EXECUTE format('NOTIFY hearth_changes, %L', 'BE ' || 10000000 + n);"
            " END LOOP; END $$"
        )
        await socket.silence(0.3)
        await kenya.silence()
        # Each of the two countries is asked after once a pause, whatever is said of it.
        most = 2 * ((time.monotonic() - began) / PAUSE_SECONDS + 2)
        assert heard.hub.figures.reads - reads <= most
        assert heard.hub.figures.deliveries == deliveries
        assert len(asyncio.all_tasks()) <= tasks + 4
        await _notify(hostile, f"BE {await ledger.rename(child, 'Echt')}")
        told = [await socket.hear() for _ in range(2)]
        assert [child["global"]] in [rows(each) for each in told if "changed" in each["payload"]["data"]]


async def test_a_forged_number_does_not_hide_a_true_one(
    heard: Served,
    ledger: Ledger,
    child: Any,  # noqa: ANN401 - a row
    hostile: asyncpg.Connection[asyncpg.Record],
) -> None:
    """Whoever announces that the feed has come far beyond its end does not keep what follows from being heard."""
    async with heard.socket(token()) as socket:
        await heard.subscribed(socket, CHANGED)
        for number in range(3):
            await _notify(hostile, "BE 999999999999999999")
            await asyncio.sleep(0.1)
            await _notify(hostile, f"BE {await ledger.rename(child, f'Na {number}')}")
            assert rows(await socket.hear()) == [child["global"]]
