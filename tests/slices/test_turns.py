"""Nobody's document holds up the others: what a turn of the loop does is bounded, and callers take turns."""

from __future__ import annotations

import asyncio
import gc
import random
from typing import TYPE_CHECKING

import orjson
import pytest

from graph.documents import limits
from graph.documents.documents import Documents
from graph.documents.slices import SLICE, Slices
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from graph.shares.steps import step
from tests.conftest import NOW
from tests.slices.turns import CALLS, counted
from tests.slices.worst import LINKS, LONG_VARIABLES, WORST, aliased

if TYPE_CHECKING:
    from collections.abc import Callable

    from countries.connections.database import Database
    from countries.register.register import Register
    from countries.tenancy.caller import Caller

W2 = "query { children(first: 20) { nodes { id givenName home { name } placements { nodes { startedOn } } } } }"


@pytest.fixture
def cold(database: Database, register: Register) -> Engine:
    """The real engine on the world, which remembers nothing yet."""
    return Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)


@pytest.mark.parametrize("what", WORST)
async def test_a_turn_of_the_loop_is_short(
    cold: Engine, callers: dict[str, Caller], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Whatever one document takes, no turn of the loop holds more than a slice of it."""
    # What the first request of a process makes once and for all is not the document's.
    await cold.answer(GraphQLRequest(W2), callers["kenya"])
    async with counted(monkeypatch) as turns:
        await cold.answer(GraphQLRequest(WORST[what]), callers["office"])
    assert sum(turns.steps) > SLICE
    assert max(turns.steps) < 2 * SLICE
    assert max(turns.calls) < CALLS


async def test_the_bound_is_seen_to_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The count tells: work without a step in it is one long turn."""
    async with counted(monkeypatch) as turns:
        for _ in range(2 * CALLS):
            step()
        await asyncio.sleep(0)
    assert max(turns.calls) > CALLS


async def test_another_caller_is_answered_meanwhile(cold: Engine, callers: dict[str, Caller]) -> None:
    """While four documents of one caller are compiled, another one's first request overtakes them all."""
    done: list[str] = []

    async def ask(who: str, document: str) -> None:
        await cold.answer(GraphQLRequest(document), callers[who])
        done.append(who)

    async with asyncio.TaskGroup() as group:
        for number in range(4):
            group.create_task(ask("office", aliased(60, LINKS.replace("givenName", f"n{number}: givenName"))))
        await asyncio.sleep(0)
        group.create_task(ask("kenya", W2))
    assert done[0] == "kenya"
    assert len(done) == 5


async def test_the_same_document_is_worked_out_once(cold: Engine, callers: dict[str, Caller]) -> None:
    """Twenty who ask for the same at the same time wait for one who parses and compiles it."""
    slices = cold._slices
    begun: list[object] = []
    run = slices.run

    async def counted_run(caller: Caller, function: Callable[[], object], *, checked: bool = False) -> object:
        begun.append(function)
        return await run(caller, function, checked=checked)

    slices.run = counted_run  # type: ignore[assignment, method-assign]  # counts, and goes on
    request = GraphQLRequest(aliased(50, LINKS))
    answers = await asyncio.gather(*(cold.answer(request, callers["office"]) for _ in range(20)))
    assert len({answer.body for answer in answers}) == 1
    assert len(begun) == 2


def long_work(log: list[str], who: str, slices: int) -> Callable[[], None]:
    """Work of so many slices, which notes its own."""

    def work() -> None:
        for _ in range(slices):
            log.append(who)
            step(SLICE)

    return work


async def test_callers_take_turns(callers: dict[str, Caller]) -> None:
    """Of one with three pieces of work and two with one each, everybody has every third slice."""
    slices, log = Slices(), list[str]()
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(slices.run(callers["office"], long_work(log, "office", 3)))
        for who in ("kenya", "region"):
            group.create_task(slices.run(callers[who], long_work(log, who, 3)))
    assert log[:9].count("office") == log[:9].count("kenya") == log[:9].count("region") == 3
    assert log[9:] == ["office"] * 6


async def test_what_fits_into_a_slice_does_not_wait(callers: dict[str, Caller]) -> None:
    """Small work is done without a turn of the loop in between."""
    log: list[str] = []
    slices = Slices()
    coroutine = slices.run(callers["office"], lambda: log.append("done"))
    with pytest.raises(StopIteration):
        coroutine.send(None)
    assert log == ["done"]


async def test_whoever_goes_away_is_forgotten(callers: dict[str, Caller]) -> None:
    """Work whose client is gone is laid down at once, with what it holds, and the next one goes on."""
    slices, log = Slices(), list[str]()
    first = asyncio.create_task(slices.run(callers["office"], long_work(log, "office", 1_000_000)))
    second = asyncio.create_task(slices.run(callers["kenya"], long_work(log, "kenya", 5)))
    while log.count("kenya") < 2:  # noqa: ASYNC110 - turns are what is counted
        await asyncio.sleep(0)
    first.cancel()
    await second
    before = log.count("office")
    for _ in range(20):
        await asyncio.sleep(0)
    assert log.count("office") == before
    assert log.count("kenya") == 5
    assert not slices._waiting


async def test_an_error_of_the_work_is_its_callers(callers: dict[str, Caller]) -> None:
    """Whatever the work raises, in whichever slice, comes out where it was asked for, and nowhere else."""
    slices = Slices()

    def works() -> int:
        step(2 * SLICE)
        return 7

    def fails() -> None:
        step(3 * SLICE)
        message = "no"
        raise KeyError(message)

    async with asyncio.TaskGroup() as group:
        good = group.create_task(slices.run(callers["kenya"], works))
        with pytest.raises(KeyError):
            await slices.run(callers["office"], fails)
    assert good.result() == 7


async def test_what_takes_too_long_is_refused(
    cold: Engine, callers: dict[str, Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work whose processor time is up ends with TOO_COSTLY, at whatever it was, and may be asked for again."""
    request = GraphQLRequest(aliased(50, LINKS))
    monkeypatch.setattr(limits, "COMPILE_SECONDS", 0.001)
    body = orjson.loads((await cold.answer(request, callers["office"])).body)
    assert [error["extensions"]["code"] for error in body["errors"]] == ["TOO_COSTLY"]
    monkeypatch.undo()
    body = orjson.loads((await cold.answer(request, callers["office"])).body)
    assert len(body["data"]) == 50


@pytest.mark.parametrize("what", LONG_VARIABLES)
async def test_long_variables_are_read_in_slices(
    cold: Engine, callers: dict[str, Caller], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """A hundred thousand values of a remembered operation hold nobody up either, whether they fit or not."""
    document, variables, status = LONG_VARIABLES[what]
    await cold.answer(GraphQLRequest(document), callers["office"])
    request = GraphQLRequest(document, variables=variables, size=500_000)
    async with counted(monkeypatch) as turns:
        answer = await cold.answer(request, callers["office"])
    assert answer.status == status
    assert sum(turns.steps) > 4 * SLICE
    assert max(turns.calls) < CALLS


async def test_a_long_name_is_like_no_other(
    cold: Engine, callers: dict[str, Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody looks for what may be meant by a field whose name is as long as a request may be."""
    document = "query ($w: HomeWhere) { homes(where: $w) { totalCount } }"
    await cold.answer(GraphQLRequest(document), callers["office"])
    request = GraphQLRequest(document, variables={"w": {"name" * 200_000: 1}}, size=900_000)
    async with counted(monkeypatch) as turns:
        answer = await cold.answer(request, callers["office"])
    assert answer.status == 400
    assert sum(turns.calls) < CALLS


def test_operations_share_what_reads_their_variables() -> None:
    """How an input is read is made once for all operations, not for each variable: hundreds lead to all others."""
    documents = Documents(build_schema()._schema)
    documents.find("query ($w: ChildWhere!) { children(where: { and: [$w] }) { totalCount } }").operation(None)
    gc.collect()
    before = len(gc.get_objects())
    names = [f"$w{number}" for number in range(200)]
    declared = " ".join(f"{name}: ChildWhere!" for name in names)
    text = f"query ({declared}) {{ children(where: {{ and: [{' '.join(names)}] }}) {{ totalCount }} }}"
    document = documents.find(text)
    document.operation(None)
    gc.collect()
    assert len(gc.get_objects()) - before < 20_000


async def test_a_pause_only_while_others_ask(cold: Engine, callers: dict[str, Caller]) -> None:
    """What is remembered counts as others' business; what is new does not, so that a cold server is not slowed down."""
    request = GraphQLRequest(W2)
    await cold.answer(request, callers["office"])
    assert cold._slices.requests == 0
    await cold.answer(request, callers["office"])
    assert cold._slices.requests == 1
    assert cold._slices._others_are_busy()


async def test_no_turn_is_lost(callers: dict[str, Caller]) -> None:
    """Whoever goes away, and whenever: waiting, just given a turn, or in between, those who stay are served."""
    slices, log = Slices(), list[str]()
    chance = random.Random(7)  # noqa: S311 - which clients go is no secret
    who = [chance.choice(list(callers)) for _ in range(200)]
    tasks = [asyncio.create_task(slices.run(callers[each], long_work(log, each, 4))) for each in who]
    for task in chance.sample(tasks, 150):
        for _ in range(chance.randrange(4)):
            await asyncio.sleep(0)
        task.cancel()
    async with asyncio.timeout(60):
        await asyncio.gather(*tasks, return_exceptions=True)
        await slices.run(callers["office"], long_work(log, "office", 4))
    assert not slices._waiting
    assert not slices._is_given
