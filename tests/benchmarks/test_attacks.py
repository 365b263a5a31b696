"""The worst caller's requests are what they are called, by the real engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest

from benchmarks.attacks import (
    EXPENSIVE,
    KINDS,
    UPDATE,
    bodies_of_introspection,
    bodies_refused,
    bodies_to_compile,
    body,
)
from benchmarks.worst_caller import Found, Waits
from countries.tenancy.caller import Caller, Tier
from graph.execute.request import GraphQLRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.execute.engine import Engine

OFFICE = Caller("oscar", Tier.OFFICE, ("BE",))
HOME = "Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"


async def codes(engine: Engine, sent: bytes) -> set[str]:
    """The codes of a request's errors."""
    given = orjson.loads(sent)
    answer = await engine.answer(GraphQLRequest(given["query"], variables=given["variables"]), OFFICE)
    return {error["extensions"]["code"] for error in orjson.loads(answer.body).get("errors", [])}


@pytest.mark.parametrize(
    ("bodies", "sizes", "expected"),
    [
        (bodies_refused(), (290_000, 320_000), ({"GRAPHQL_VALIDATION_FAILED"},)),
        (bodies_of_introspection(), (1_500, 2_500), (set(), {"TOO_COSTLY"})),
        (bodies_to_compile(), (15_000, 20_000), (set(), {"TOO_COSTLY"})),
        (iter([body(EXPENSIVE)] * 2), (200, 500), (set(),)),
        (iter([body(UPDATE, input={"id": HOME, "version": 1, "capacity": 5})] * 2), (100, 300), (set(),)),
    ],
    ids=["refused", "introspection", "compile", "expensive", "mutation"],
)
async def test_each_is_what_it_is_called(
    engine: Engine, bodies: Iterator[bytes], sizes: tuple[int, int], expected: tuple[set[str], ...]
) -> None:
    """Of its size, new each time where it should be, and answered or refused for the reason that it is made for."""
    first, second = next(bodies), next(bodies)
    assert sizes[0] < len(first) < sizes[1]
    assert await codes(engine, first) in expected
    assert await codes(engine, second) in expected


def test_the_goal_is_told() -> None:
    """Twice as long at most in the middle, 50 ms for nearly all, and nobody refused."""
    quick, slow = Waits([1.0] * 100), Waits([1.9] * 98 + [49.0] * 2)
    assert Found("kind", quick, slow, 10, 10).line().endswith("met")
    for worse in (Waits([2.1] * 100), Waits([1.0] * 98 + [51.0] * 2), Waits([1.0] * 100, 1), Waits()):
        assert Found("kind", quick, worse, 10, 10).line().endswith("missed")
    assert (
        Found("introspection", quick, slow, 120_000_000, 9_000_000)
        .line()
        .startswith(
            "worst introspection p50 1.0 -> 1.9 ms p99 1.0 -> 49.0 ms refused 0 of 100 server 120 MB backends 9 MB"
        )
    )
    assert len(KINDS) == 8
