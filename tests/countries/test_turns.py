"""Places and turns by themselves: nobody holds them all, and who waits is served in turns."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from random import Random
from uuid import UUID

import pytest

from countries.connections.turns import Turns, most_of_a_member, most_of_a_party
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.share import Share

BE, KE, NL = (Share(code, f"office|{code}") for code in ("BE", "KE", "NL"))
ONE, OTHER = UUID(int=1), UUID(int=2)


async def holding(turns: Turns, share: Share, count: int) -> None:
    """Take places that are free."""
    for _ in range(count):
        await asyncio.wait_for(turns.take(share), 60)


def waiting(turns: Turns, share: Share, count: int, order: list[str]) -> list[asyncio.Task[None]]:
    """Wait for a place, say so when it is there, and give it back."""

    async def wait() -> None:
        async with turns.place(share):
            order.append(share.party)
            await asyncio.sleep(0)

    return [asyncio.create_task(wait()) for _ in range(count)]


def assert_quiet(turns: Turns) -> None:
    """Nobody holds, nobody waits, and nothing is kept of those who did."""
    assert (turns.free, turns.waiting) == (turns.places, 0)
    assert not turns._parties
    assert not turns._waiters


def test_a_member_and_a_party_leave_places_to_others() -> None:
    """Of two or more places there is always one that a scope, and one that all scopes of a country, cannot hold."""
    assert [most_of_a_member(places) for places in (1, 2, 3, 4, 6, 9)] == [1, 1, 2, 3, 4, 6]
    assert [most_of_a_party(places) for places in (1, 2, 3, 4, 6, 9)] == [1, 1, 2, 3, 5, 8]
    for places in range(2, 50):
        assert most_of_a_member(places) <= most_of_a_party(places) < places


def test_in_whose_name_a_caller_holds() -> None:
    """A country's callers are one party whatever their scope, a region's by its countries; above, each is its own."""
    office = Caller("oscar", Tier.OFFICE, ("BE",)).share
    both = Caller("carla", Tier.CASEWORKER, ("BE",), (ONE, OTHER)).share
    assert both == Caller("cleo", Tier.CASEWORKER, ("BE",), (OTHER, ONE, ONE)).share
    assert office.party == both.party == "BE"
    shares = {
        office,
        both,
        Caller("carla", Tier.CASEWORKER, ("BE",), (ONE,)).share,
        Caller("carla", Tier.CASEWORKER, ("BE",)).share,
        Caller("carla", Tier.CASEWORKER, ("NL",), (ONE,)).share,
    }
    assert len({share.member for share in shares}) == 5
    region = Caller("rosa", Tier.REGION, ("BE", "NL")).share
    assert region == Caller("rolf", Tier.REGION, ("NL", "BE")).share
    assert region.party != Caller("rosa", Tier.REGION, ("BE",)).share.party
    for tier in (Tier.HEADQUARTERS, Tier.AUDITOR):
        one, other = Caller("hanna", tier).share, Caller("henk", tier).share
        assert one == Caller("hanna", tier).share
        assert one.party != other.party
        assert one.party != Caller("hanna", tier, issuer="https://elsewhere.example").share.party


async def test_one_leaves_others_a_place() -> None:
    """As many as a member may hold are held at once; the others wait although there is a place, which another takes."""
    turns, order = Turns(6), list[str]()
    await holding(turns, BE, 4)
    more = waiting(turns, BE, 500, order)
    await asyncio.sleep(0)
    assert (turns.held("BE"), turns.free, order) == (4, 2, [])
    await holding(turns, KE, 1)
    assert order == []
    for share in (*[BE] * 4, KE):
        turns.release(share)
    await asyncio.gather(*more)
    assert_quiet(turns)


async def test_many_members_of_a_party_leave_others_a_place() -> None:
    """Forty scopes of one country hold all places but one."""
    turns, order = Turns(6), list[str]()
    scopes = [Share("BE", f"caseworker|BE|{number}") for number in range(40)]
    held = [asyncio.create_task(turns.take(scope)) for scope in scopes]
    await asyncio.sleep(0)
    assert (turns.held("BE"), sum(task.done() for task in held)) == (5, 5)
    await asyncio.wait_for(asyncio.gather(*waiting(turns, KE, 3, order)), 60)
    assert order == ["KE"] * 3
    for number, scope in enumerate(scopes):
        await held[number]
        turns.release(scope)
    assert_quiet(turns)


@pytest.mark.parametrize("crowd", [1, 10, 1000])
async def test_who_comes_alone_is_behind_one_turn_of_each_other(crowd: int) -> None:
    """However many wait before it in two other countries, each has one turn before it."""
    turns, order = Turns(1), list[str]()
    await holding(turns, BE, 1)
    tasks = [*waiting(turns, BE, crowd, order), *waiting(turns, KE, crowd, order)]
    await asyncio.sleep(0)
    tasks += waiting(turns, NL, 1, order)
    await asyncio.sleep(0)
    turns.release(BE)
    await asyncio.wait_for(asyncio.gather(*tasks), 60)
    assert order.index("NL") <= 2
    assert Counter(order) == {"BE": crowd, "KE": crowd, "NL": 1}
    assert_quiet(turns)


async def test_members_of_a_party_take_turns() -> None:
    """A colleague of another programme is behind one turn of a scope in which a hundred wait."""
    turns, order = Turns(1), list[str]()
    one, other = (Share("BE", name) for name in ("one", "other"))
    await holding(turns, one, 1)
    tasks = waiting(turns, one, 100, [])

    async def single() -> None:
        async with turns.place(other):
            order.extend(["done"] * sum(task.done() for task in tasks))

    tasks.append(asyncio.create_task(single()))
    await asyncio.sleep(0)
    turns.release(one)
    await asyncio.gather(*tasks)
    assert len(order) <= 1
    assert_quiet(turns)


async def test_who_waits_too_long_is_told_and_forgotten() -> None:
    """The others keep their turn."""
    turns = Turns(1)
    await holding(turns, BE, 1)
    patient = asyncio.create_task(turns.take(KE))
    await asyncio.sleep(0)
    with pytest.raises(TimeoutError):
        await turns.take(KE, 0.01)
    turns.release(BE)
    await patient
    turns.release(KE)
    assert_quiet(turns)


@pytest.mark.parametrize("steps", range(4))
async def test_who_goes_away_gives_its_place_back(steps: int) -> None:
    """Before its turn, at the moment at which it comes, and after it."""
    turns = Turns(1)
    await holding(turns, BE, 1)

    async def wait() -> None:
        async with turns.place(KE):
            await asyncio.Event().wait()

    leaving, behind = asyncio.create_task(wait()), asyncio.create_task(turns.take(NL))
    await asyncio.sleep(0)
    if steps:
        turns.release(BE)
    for _ in range(steps - 1):
        await asyncio.sleep(0)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    if not steps:
        turns.release(BE)
    await asyncio.wait_for(behind, 60)
    turns.release(NL)
    assert_quiet(turns)


async def test_rest_comes_when_nobody_holds() -> None:
    """Not before, and at once where nobody does."""
    turns = Turns(2)
    await asyncio.wait_for(turns.rest(), 60)
    await holding(turns, BE, 1)
    await holding(turns, KE, 1)
    resting = asyncio.create_task(turns.rest())
    turns.release(BE)
    await asyncio.sleep(0)
    assert not resting.done()
    turns.release(KE)
    await asyncio.wait_for(resting, 60)


@pytest.mark.parametrize("places", [1, 2, 3, 4, 6])
async def test_a_storm_keeps_the_bounds(places: int) -> None:
    """Five parties with four members each come, wait, go away and give up at random; nobody ever holds too much."""
    random = Random(places)  # noqa: S311 - a storm that can be told again
    turns, held = Turns(places), Counter[str]()
    shares = [Share(party, f"{party}|{number}") for party in "ABCDE" for number in range(4)]
    served = Counter[str]()

    async def one(share: Share) -> None:
        with suppress(TimeoutError):
            async with turns.place(share, random.choice([None, 0.002])):
                held[share.party] += 1
                held[share.member] += 1
                assert held[share.member] <= most_of_a_member(places)
                assert held[share.party] <= most_of_a_party(places)
                assert sum(held[party] for party in "ABCDE") <= places
                served[share.party] += 1
                try:
                    for _ in range(random.randrange(4)):
                        await asyncio.sleep(0)
                finally:
                    held[share.party] -= 1
                    held[share.member] -= 1

    tasks = []
    for number in range(3000):
        task = asyncio.create_task(one(random.choice(shares)))
        tasks.append(task)
        if random.random() < 0.2:
            asyncio.get_running_loop().call_later(random.random() * 0.005, task.cancel)
        if not number % 20:
            await asyncio.sleep(0)
    found = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 60)
    assert {type(each) for each in found} <= {type(None), asyncio.CancelledError}
    assert len(served) == 5
    assert_quiet(turns)
