"""The arithmetic of shares, and what a request is taken to weigh."""

from __future__ import annotations

import sys
from typing import Any
from uuid import UUID

import orjson
import pytest

from countries.tenancy.caller import Caller, Tier
from graph.errors import HearthError, TooCostly, Unavailable
from graph.http.rates import Rate
from graph.reasons import Reason
from graph.refusals import Phrase
from graph.shares.bounds import HeldAmounts, Holdings, Limit, kept_bytes

PLACES = Limit(Phrase("places"), 3, 5, Phrase("Leave some first"), retry_after=7)
ID = "Child_BE_0162aae6-482c-770b-a2d1-b1ea7837b715"
BYTES = Limit(Phrase("bytes"), 100, 300, Phrase("Read some first"), takes_one=True)


def test_a_share_is_each_callers_own() -> None:
    """Whoever has it whole is refused, says why and when to come back; another one is not."""
    held = HeldAmounts(PLACES)
    for _ in range(3):
        held.take("a")
    with pytest.raises(TooCostly) as refusal:
        held.take("a")
    assert (refusal.value.reason, refusal.value.retry_after, refusal.value.retryable) == (Reason.BUDGET_SPENT, 7, True)
    assert refusal.value.hint == "Leave some first, or try again in 7 seconds."
    held.take("b", 2)
    with pytest.raises(Unavailable) as full:
        held.take("c")
    assert (full.value.reason, full.value.retry_after) == (Reason.NOT_NOW, 7)
    assert (held.total, held.callers, held.of("a"), held.of("c")) == (5, 2, 3, 0)


def test_what_is_given_back_is_forgotten() -> None:
    """However often, and whether it was taken whole or in parts, in a block or out of one."""
    held = HeldAmounts(BYTES)
    for number in range(10_000):
        held.take(f"caller {number}", 30)
        held.add(f"caller {number}", 20)
        held.give(f"caller {number}", 49)
        held.give(f"caller {number}", 1)
    with pytest.raises(HearthError), held.holding("a", 10):
        held.take("a", 91)
    held.take("a", 0)
    held.give("a", 0)
    assert (held.total, held.callers) == (0, 0)


def test_what_has_a_limit_of_its_own_is_taken_alone() -> None:
    """However large; not beside another of the same caller, and not where others hold everything."""
    held = HeldAmounts(BYTES)
    assert held.has_room("a", 1_000)
    held.take("a", 290)
    assert not held.has_room("a", 1)
    with pytest.raises(TooCostly):
        held.take("a", 1)
    with pytest.raises(Unavailable):
        held.take("b", 11)
    held.take("b", 10)
    with held.holding("a", 50, anyway=True):
        assert held.total == 350


def test_no_caller_may_hold_all_there_is() -> None:
    """Ten have to come together to fill a process, of whatever kind."""
    holdings = Holdings()
    for held in (
        holdings.requests, holdings.bodies, holdings.clients, holdings.subscriptions, holdings.kept, holdings.unread,
    ):  # fmt: skip
        assert held.bound.most >= 8 * held.bound.each


def weight(value: Any) -> int:  # noqa: ANN401 - JSON
    """What a value of JSON takes in memory."""
    waiting, total = [value], 0
    while waiting:
        item = waiting.pop()
        total += sys.getsizeof(item)
        if isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return total


@pytest.mark.parametrize(
    "text",
    [
        "[" + "[]," * 20_000 + "1]", "[" + "{}," * 20_000 + "1]", '[{"a":1}' + ',{"a":1}' * 20_000 + "]",
        "[" + "1," * 20_000 + "1]", "[" + "1234567," * 20_000 + "1]", "[" + "1.5," * 20_000 + "1]",
        '["ab"' + ',"ab"' * 20_000 + "]", '"' + "x" * 100_000 + '"', '"' + "😀" * 100_000 + '"',
        f'["{ID}"' + f',"{ID}"' * 1_000 + "]",
    ],
)  # fmt: skip
def test_a_request_weighs_what_it_takes(text: str) -> None:
    """Never much less than in memory, and never many times as much."""
    real = weight(orjson.loads(text))
    assert 0.75 * real < kept_bytes(text.encode()) < 5 * real


def test_a_callers_key_is_what_its_token_says() -> None:
    """Equal for equal claims in whatever order; another in each of them otherwise."""
    one, two = UUID(int=1), UUID(int=2)
    anna = Caller("anna", Tier.CASEWORKER, ("BE",), (one, two), "issuer")
    assert anna.key == Caller("anna", Tier.CASEWORKER, ("BE",), (two, one), "issuer").key
    others = [
        Caller("berta", Tier.CASEWORKER, ("BE",), (one, two), "issuer"),
        Caller("anna", Tier.OFFICE, ("BE",), (), "issuer"),
        Caller("anna", Tier.CASEWORKER, ("KE",), (one, two), "issuer"),
        Caller("anna", Tier.CASEWORKER, ("BE",), (one,), "issuer"),
        Caller("anna", Tier.CASEWORKER, ("BE",), (one, two), "another"),
    ]
    assert len({anna.key, *(other.key for other in others)}) == 6


async def test_a_rate_is_each_callers_own() -> None:
    """The third of two in a minute is refused, with the seconds to wait; another caller has its own two."""
    rate = Rate(Phrase("sockets"), 2)
    for who in ("a", "a", "b", "b"):
        await rate.hit(who)
    with pytest.raises(TooCostly) as refusal:
        await rate.hit("a")
    assert refusal.value.reason is Reason.BUDGET_SPENT
    assert refusal.value.retry_after is not None
    assert 1 <= refusal.value.retry_after <= 120
    assert f"in {refusal.value.retry_after} second" in refusal.value.hint
