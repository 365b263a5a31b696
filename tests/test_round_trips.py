"""What a request costs on the wire, counted there: statements, and how often the server is waited for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import orjson
import pytest

import countries.connections.sharing
from benchmarks.workloads import document
from countries.connections.database import Database
from countries.connections.limits import LIMITS, TierLimits
from countries.connections.transaction import BEGIN, COMMIT, SCOPE
from countries.connections.turns import most_of_a_member
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest, GraphQLResponse
from graph.schema.sdl import build_schema
from tests.conftest import NOW
from tests.wire import Line, Said, Wire, listening

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from countries.connections.address import Address
    from countries.register.register import Register

OFFICE = Caller("oscar", Tier.OFFICE, ("BE",))
KENYA = Caller("wanjiru", Tier.OFFICE, ("KE",))
W2 = GraphQLRequest(document("W2"))
CLIENTS = 16
CONNECTIONS = LIMITS[Tier.OFFICE].connections


@pytest.fixture
async def wire(world: Address) -> AsyncIterator[Wire]:
    """A wire that is listened to."""
    async with listening(world) as wire:
        yield wire


@pytest.fixture
async def behind(wire: Wire) -> AsyncIterator[Database]:
    """The pools at the other end of the wire."""
    database = Database(wire.address, {Tier.OFFICE: TierLimits(CONNECTIONS, 30)})
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def watched(behind: Database, register: Register) -> Engine:
    """The real engine before them."""
    return Engine(build_schema()._schema, graph_model(), register, behind, lambda: NOW)


async def ended(database: Database) -> None:
    """Wait for the commits: an answer does not."""
    async with asyncio.timeout(60):
        while any(shared._carriers for shared in database._shared.values()):  # noqa: ASYNC110 - it sets no event
            await asyncio.sleep(0.001)


async def ask(engine: Engine, caller: Caller = OFFICE) -> GraphQLResponse:
    """The workload's request, answered in full."""
    answer = await engine.answer(W2, caller)
    data = orjson.loads(answer.body)
    assert set(data) == {"data"}
    assert len(data["data"]["children"]["nodes"]) == 20
    return answer


def text_of(engine: Engine) -> str:
    """The one statement that the workload becomes."""
    statement = engine.prepare(W2, OFFICE).plan.statement
    assert statement is not None
    return statement.text


def from_the_beginning(line: Line) -> list[tuple[str, str]]:
    """What was asked for since the first transaction; before it the driver learns how JSON is to be read."""
    said = [(what, text) for what, text, _ in line.said]
    return said[said.index(("query", BEGIN)) :]


def transactions(wire: Wire) -> Iterator[list[Said]]:
    """What stands between each begin and its commit; nothing stands elsewhere, but for how a connection begins."""
    for line in wire.lines:
        begun = next((place for place, said in enumerate(line.said) if said.text == BEGIN), len(line.said))
        said = line.said[begun:]
        while said:
            assert said[0] == Said("query", BEGIN)
            end = said.index(Said("query", COMMIT))
            yield said[1:end]
            del said[: end + 1]


async def test_a_lone_request_costs_four_round_trips(wire: Wire, behind: Database, watched: Engine) -> None:
    """Begin, scope, the one statement, commit; the first on a connection prepares two statements besides."""
    text = text_of(watched)
    await ask(watched)
    await ended(behind)
    line = wire.lines[-1]
    cold = [("query", BEGIN), ("prepare", SCOPE), ("run", SCOPE), ("prepare", text), ("run", text), ("query", COMMIT)]
    assert from_the_beginning(line) == cold
    warm = [("query", BEGIN), ("run", SCOPE), ("run", text), ("query", COMMIT)]
    for caller in (OFFICE, KENYA, OFFICE):
        wire.forget()
        await ask(watched, caller)
        await ended(behind)
        assert [(what, said) for what, said, _ in line.said] == warm
        assert line.said[1].values == (caller.countries[0].encode(), b"", b"")
        assert wire.trips == 4


async def test_to_prepare_costs_one_round_trip(wire: Wire, behind: Database, watched: Engine) -> None:
    """A statement that a connection has not met costs one round trip more, once."""
    await ask(watched)
    for trips in (5, 4, 4):
        await ended(behind)
        wire.forget()
        await watched.answer(GraphQLRequest("{ children { totalCount } }"), OFFICE)
        await ended(behind)
        assert wire.trips == trips


async def test_sixteen_requests_of_one_scope_share_round_trips(
    wire: Wire, behind: Database, watched: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each runs its own statement, in the scope and before the commit; the rest of the way they go together."""
    monkeypatch.setattr(countries.connections.sharing, "MOST_SECONDS", 60.0)
    monkeypatch.setattr(countries.connections.sharing, "QUICK_SECONDS", 60.0)
    text = text_of(watched)
    for _ in range(2):
        wire.forget()
        answers = await asyncio.gather(*(ask(watched) for _ in range(CLIENTS)))
        await ended(behind)
        assert len({answer.body for answer in answers}) == 1
    found = [[said for said in inside if said.what == "run"] for inside in transactions(wire)]
    prepared = sum(said.what == "prepare" for inside in transactions(wire) for said in inside)
    assert all(inside[0] == Said("run", SCOPE, (b"BE", b"", b"")) for inside in found)
    assert [said.text for inside in found for said in inside[1:]] == [text] * CLIENTS
    assert len(found) <= most_of_a_member(CONNECTIONS)
    # After the first of a carrier, those that wait go several in one.
    assert wire.trips < 3 * len(found) + CLIENTS + prepared
    assert wire.trips < 2 * CLIENTS


async def test_requests_of_two_scopes_share_nothing(wire: Wire, behind: Database, watched: Engine) -> None:
    """Each transaction on the wire sets its scope once, first, and every statement in it asks for that country."""
    text = text_of(watched)
    await asyncio.gather(*(ask(watched, caller) for caller in (OFFICE, KENYA) * CLIENTS))
    await ended(behind)
    ran = 0
    for inside in transactions(wire):
        scope, *statements = [said for said in inside if said.what == "run"]
        assert scope.text == SCOPE
        assert {(said.text, said.values[0]) for said in statements} <= {(text, scope.values[0])}
        ran += len(statements)
    assert ran == 2 * CLIENTS
