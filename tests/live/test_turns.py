"""Deliveries take turns: a busy country's reads never keep another's waiting for more than a turn of theirs."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest_asyncio

from countries.connections.database import Database
from countries.connections.turns import most_of_a_member, most_of_a_party
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.fanout.hub import READS_AT_A_TIME, Hub
from graph.schema.sdl import build_schema
from tests.countries.sharers import standing, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.fanout.group import Delivery, SubscriberGroup
    from tests.live.conftest import Ledger

GATE = "SELECT pg_advisory_xact_lock_shared(7)"


class Slow(Database):
    """A database in which the reads of some countries first pass a gate of the server; it notes who read."""

    def __init__(self, address: Address) -> None:
        super().__init__(address)
        self.slow: set[str] = set()
        self.begun: list[Caller] = []

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        """Read, after the gate where the country is slow."""
        self.begun.append(caller)
        if caller.countries[0] in self.slow:
            await super().read_row(caller, GATE, ())
        return await super().read_row(caller, text, values)

    @property
    def countries(self) -> list[str]:
        """Whose reads began, in order."""
        return [caller.countries[0] for caller in self.begun]


@dataclass(eq=False)
class Listener:
    """Who listens, and what has come."""

    heard: list[Delivery] = field(default_factory=list)

    def deliver(self, delivery: Delivery) -> None:
        """A response."""
        self.heard.append(delivery)

    def fail(self, delivery: Delivery) -> None:
        """Nothing here fails."""
        raise AssertionError(delivery.body)


@dataclass
class Room:
    """A hub on a slow database, its engine, and who holds the gate."""

    database: Slow
    engine: Engine
    hub: Hub
    gate: asyncpg.Connection[asyncpg.Record]

    async def listen(self, country: str, number: int = 0, *programmes: UUID) -> tuple[SubscriberGroup, Listener]:
        """Listen to a country's feed; each number has a group of its own."""
        tier = Tier.CASEWORKER if programmes else Tier.OFFICE
        document = f"subscription {{ a{number}: changed {{ head nodes {{ rowId }} }} }}"
        live: Any = self.engine.subscription(GraphQLRequest(document), Caller("oscar", tier, (country,), programmes))
        listener = Listener()
        return await self.hub.join(live, listener), listener

    @asynccontextmanager
    async def closed(self) -> AsyncIterator[None]:
        """As long as the block lasts, slow reads stand at the gate."""
        await self.gate.execute("SELECT pg_advisory_lock(7)")
        try:
            yield
        finally:
            await self.gate.execute("SELECT pg_advisory_unlock(7)")


@pytest_asyncio.fixture
async def room(lively: Address, register: Register) -> AsyncIterator[Room]:
    """The hub of a process that does not sweep."""
    database = Slow(lively)
    await database.open()
    hub = Hub(sweep_seconds=3600)
    engine = Engine(build_schema()._schema, graph_model(), register, database)
    gate = await asyncpg.connect(**lively.connect_arguments(SUPERUSER))
    await gate.execute("GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock_shared(bigint) TO hearth_office")
    try:
        yield Room(database, engine, hub, gate)
    finally:
        await hub.close()
        await gate.close()
        await database.close()


async def heard(listener: Listener) -> None:
    """Wait until something has come."""

    async def has_come() -> bool:
        return bool(listener.heard)

    await until(has_come)


async def change(ledger: Ledger, country: str) -> int:
    """A change in a country; its number."""
    child = (await ledger.children(country))[0]
    return await ledger.add(country, "Child", child["id"], child["programme_id"])


async def test_a_busy_country_leaves_a_read_to_others(room: Room, ledger: Ledger) -> None:
    """Of thirty groups whose reads all stand, three have a place; another's change is delivered meanwhile."""
    busy = [await room.listen("BE", number) for number in range(30)]
    _, kenyan = await room.listen("KE")
    async with room.closed():
        room.database.slow = {"BE"}
        room.hub.told("BE", await change(ledger, "BE"))
        await standing(room.gate, most_of_a_member(READS_AT_A_TIME))
        room.database.begun.clear()
        for _ in range(3):
            kenyan.heard.clear()
            room.hub.told("KE", await change(ledger, "KE"))
            await heard(kenyan)
        assert set(room.database.countries) == {"KE"}
        await standing(room.gate, most_of_a_member(READS_AT_A_TIME))
        # Whoever begins to listen is served too.
        await room.listen("NL")
    await asyncio.gather(*(heard(listener) for _, listener in busy))


async def test_where_two_are_busy_a_third_is_behind_a_turn_of_theirs(room: Room, ledger: Ledger) -> None:
    """All four places are held by two countries with thirty groups each: of their sixty reads few come before it."""
    busy = [await room.listen(code, number) for code in ("BE", "NL") for number in range(30)]
    _, kenyan = await room.listen("KE")
    async with room.closed():
        room.database.slow = {"BE", "NL"}
        for code in ("BE", "NL"):
            room.hub.told(code, await change(ledger, code))
        await standing(room.gate, READS_AT_A_TIME)
        assert all(0 < room.hub._turns.held(code) <= most_of_a_party(READS_AT_A_TIME) for code in ("BE", "NL"))
        room.hub.told("KE", await change(ledger, "KE"))

        async def waits() -> bool:
            return "KE" in room.hub._turns._parties

        await until(waits)
        room.database.begun.clear()
    await heard(kenyan)
    first = room.database.countries.index("KE")
    await asyncio.gather(*(heard(listener) for _, listener in busy))
    # A turn of each of the two.
    assert first <= 2
    assert Counter(room.database.countries)["BE"] >= 27


async def test_a_long_way_through_the_feed_is_many_turns(room: Room, ledger: Ledger) -> None:
    """Who has twenty pages to catch up with holds no place from page to page."""
    await room.listen("BE")
    _, kenyan = await room.listen("KE")
    child = (await ledger.children("BE"))[0]
    async with room.closed():
        room.database.slow = {"BE"}
        room.hub._turns = type(room.hub._turns)(1)
        last = await ledger.add("BE", "Child", child["id"], child["programme_id"], times=1000)
        room.hub.told("BE", last)
        await standing(room.gate, 1)
        room.hub.told("KE", await change(ledger, "KE"))

        async def waits() -> bool:
            return "KE" in room.hub._turns._parties

        await until(waits)
        room.database.begun.clear()
    await heard(kenyan)
    assert room.database.countries.index("KE") <= 1


async def test_colleagues_take_turns_within_a_country(
    room: Room, ledger: Ledger, caseworkers: list[tuple[UUID, str]]
) -> None:
    """A caseworker's one delivery is not behind all groups of the office."""
    (programme, _), _ = caseworkers
    busy = [await room.listen("BE", number) for number in range(30)]
    _, colleague = await room.listen("BE", 0, programme)
    child = (await ledger.children("BE", programme))[0]
    room.database.begun.clear()
    room.hub.told("BE", await ledger.add("BE", "Child", child["id"], programme))
    await heard(colleague)
    await asyncio.gather(*(heard(listener) for _, listener in busy))
    tiers = [caller.tier for caller in room.database.begun]
    # Each of the two has its turn when a place comes free.
    assert tiers.index(Tier.CASEWORKER) <= READS_AT_A_TIME


async def test_who_leaves_while_it_waits_leaves_nothing(room: Room, ledger: Ledger) -> None:
    """Groups that end in the middle of a read, or before their turn, give back what they had."""
    busy = [await room.listen("BE", number) for number in range(12)]
    async with room.closed():
        room.database.slow = {"BE"}
        room.hub.told("BE", await change(ledger, "BE"))
        await standing(room.gate, most_of_a_member(READS_AT_A_TIME))
        for group, listener in busy:
            room.hub.leave(group, listener)
        await standing(room.gate, 0)

    async def is_quiet() -> bool:
        return room.hub._turns.free == READS_AT_A_TIME and not room.hub._turns._parties

    await until(is_quiet)
    room.database.slow.clear()
    _, listener = await room.listen("BE", 99)
    room.hub.told("BE", await change(ledger, "BE"))
    await heard(listener)
