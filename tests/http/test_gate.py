"""What one caller sends at once begins in several turns of the loop, and nobody else waits behind it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from graph.http.arrivals import Turnstile
from graph.shares.gate import AT_ONCE, MOST_CALLERS, Gate
from tests.http.real_app import bearer

if TYPE_CHECKING:
    import httpx

    from tests.http.small_engine import SmallEngine


async def begin(gate: Gate, who: str, begun: list[str]) -> None:
    """One request."""
    await gate.passed(who)
    begun.append(who)


async def test_so_many_begin_in_a_turn() -> None:
    """In each turn of the loop a caller begins as many as it may, in the order in which they came."""
    gate, begun, turns = Gate(), list[str](), list[int]()
    tasks = [asyncio.create_task(begin(gate, "BE", begun)) for _ in range(5 * AT_ONCE)]
    while len(begun) < len(tasks):
        before = len(begun)
        await asyncio.sleep(0)
        turns.append(len(begun) - before)
    assert max(turns) == AT_ONCE
    await asyncio.gather(*tasks)
    await asyncio.sleep(0)
    assert not len(gate)


async def test_few_wait_for_nothing() -> None:
    """Whoever sends as many as may begin has begun them in the same turn, and again in the next."""
    gate = Gate()
    for _ in range(3):
        assert all(gate.lets_in("BE") for _ in range(AT_ONCE))
        await asyncio.sleep(0)


async def test_another_caller_goes_past() -> None:
    """Behind hundreds of one caller another one's request begins at once."""
    gate, begun = Gate(), list[str]()
    tasks = [asyncio.create_task(begin(gate, "BE", begun)) for _ in range(300)]
    tasks.append(asyncio.create_task(begin(gate, "KE", begun)))
    await asyncio.gather(*tasks)
    assert begun.index("KE") == AT_ONCE
    assert len(begun) == 301


async def test_who_goes_away_keeps_nobody_waiting() -> None:
    """Of those who wait some go; the others begin."""
    gate, begun = Gate(), list[str]()
    tasks = [asyncio.create_task(begin(gate, "BE", begun)) for _ in range(60)]
    await asyncio.sleep(0)
    for task in tasks[10:50]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert len(begun) == 20
    assert not len(gate)


async def test_callers_are_forgotten() -> None:
    """However many come, few are kept in mind."""
    gate = Gate()
    for number in range(3 * MOST_CALLERS):
        assert gate.lets_in(f"s{number}")
        await asyncio.sleep(0)
    assert len(gate._begun) <= MOST_CALLERS + 1


async def test_over_http(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """A country that asks last is answered among the first, however much another sends."""
    many = [
        client.post("/graphql", json={"query": "{ who }"}, headers=bearer("office", country="BE")) for _ in range(90)
    ]
    one = client.post("/graphql", json={"query": "{ who }"}, headers=bearer("office", country="KE"))
    answers = await asyncio.gather(*many, one)
    assert {answer.status_code for answer in answers} == {200}
    assert [caller.country for _, caller in engine.asked].index("KE") <= 2 * AT_ONCE


async def test_handshakes_begin_in_several_turns() -> None:
    """Of a thousand that come at once so many begin in a turn, in their order; who comes alone waits for nothing."""
    turnstile, begun, turns = Turnstile(4), list[int](), list[int]()
    loop = asyncio.get_running_loop()
    for number in range(1_000):
        turnstile.enter(lambda number=number: begun.append(number), loop)  # type: ignore[misc]  # a default binds it
    turns.append(len(begun))
    while len(turnstile):
        await asyncio.sleep(0)
        turns.append(len(begun) - sum(turns))
    assert max(turns) == 4
    assert begun == list(range(1_000))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    turnstile.enter(lambda: begun.append(-1), loop)
    assert begun[-1] == -1
