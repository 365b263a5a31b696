"""Places that many want: nobody holds them all, and whoever waits has a turn.

A place is a connection of a tier, or one of the statements that subscriptions run at a time. It is held for a *party*,
in whose name it was asked for: a country, a region, or a caller who acts for neither. Its *members* are its scopes.

    BE ── office ── claims: reads, transactions ─┐
    KE ── office ── claims: transactions ────────┴──> a place that is free: BE, KE, BE, BE, …

Parties take turns, within one its members, and within a member its claims: who comes alone is behind one turn of each
other party, however many of its own wait. A member leaves one place of three to others, a party at least one.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

K = TypeVar("K")
V = TypeVar("V")


class Share(NamedTuple):
    """In whose name places are held and waited for.

    Attributes:
        party: whoever takes turns with others.
        member: one of the party's own, of a name that no other party's member has.
    """

    party: str
    member: str


NOBODY = Share("", "")
"""The server itself, when it asks whether the database answers."""


def most_of_a_member(places: int) -> int:
    """How many of so many places one member of a party may hold: one of three is left to others, of two one."""
    return max(1, places - max(1, places // 3))


def most_of_a_party(places: int) -> int:
    """How many of so many places all members of a party may hold together: one is left to other parties."""
    return max(1, places - 1)


class Claim(Protocol):
    """Somebody who waits for places."""

    share: Share

    def wants(self) -> bool:
        """Whether it would use a place now; one that would not keeps its turn."""

    def grant(self) -> None:
        """It holds a place from now on."""


@dataclass(slots=True, eq=False)
class _Member:
    held: int = 0
    claims: dict[Claim, None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Party:
    held: int = 0
    members: dict[str, _Member] = field(default_factory=dict)


class _Waiters:
    """Those of one member who wait for one place each: the first to come is the first to go."""

    __slots__ = ("futures", "share")

    def __init__(self, share: Share) -> None:
        self.share = share
        self.futures: deque[asyncio.Future[None]] = deque()

    def wants(self) -> bool:
        """Whether anybody still waits."""
        while self.futures and self.futures[0].done():
            self.futures.popleft()
        return bool(self.futures)

    def grant(self) -> None:
        """The first has it."""
        self.futures.popleft().set_result(None)


class Turns:
    """So many places, and the turns of those who want them.

    Args:
        places: how many there are.

    Attributes:
        free: how many nobody holds.
        waiting: how many claims there are.
    """

    def __init__(self, places: int) -> None:
        self.places = self.free = places
        self.waiting = 0
        self._most_of_a_member = most_of_a_member(places)
        self._most_of_a_party = most_of_a_party(places)
        self._parties: dict[str, _Party] = {}
        """Those that hold or wait; the first one is the next to have a turn, and so within each."""
        self._waiters: dict[str, _Waiters] = {}
        self._resting: list[asyncio.Future[None]] = []

    def held(self, party: str) -> int:
        """How many places a party holds."""
        found = self._parties.get(party)
        return 0 if found is None else found.held

    @asynccontextmanager
    async def place(self, share: Share, wait_seconds: float | None = None) -> AsyncIterator[None]:
        """A place for the length of the block.

        Raises:
            TimeoutError: it was nobody's turn to leave one for too long.
        """
        await self.take(share, wait_seconds)
        try:
            yield
        finally:
            self.release(share)

    async def take(self, share: Share, wait_seconds: float | None = None) -> None:
        """Wait for a place, and hold it until it is released.

        Raises:
            TimeoutError: it was not one's turn for too long.
        """
        waiters = self._waiters.get(share.member)
        if waiters is None:
            waiters = self._waiters[share.member] = _Waiters(share)
        future = asyncio.get_running_loop().create_future()
        waiters.futures.append(future)
        self.ask(waiters)
        try:
            if not future.done():
                async with asyncio.timeout(wait_seconds):
                    await future
        except BaseException:
            if future.done() and not future.cancelled():
                # It came at the same moment.
                self.release(share)
            raise
        finally:
            if not waiters.wants() and self._waiters.get(share.member) is waiters:
                del self._waiters[share.member]
                self.withdraw(waiters)

    def ask(self, claim: Claim) -> None:
        """Wait for places, as long as the claim is not withdrawn; one that waits already keeps its turn."""
        party = self._parties.get(claim.share.party)
        if party is None:
            party = self._parties[claim.share.party] = _Party()
        member = party.members.get(claim.share.member)
        if member is None:
            member = party.members[claim.share.member] = _Member()
        if claim not in member.claims:
            member.claims[claim] = None
            self.waiting += 1
        if self.free:
            self.serve()

    def withdraw(self, claim: Claim) -> None:
        """Wait no more."""
        party = self._parties.get(claim.share.party)
        member = None if party is None else party.members.get(claim.share.member)
        if party is not None and member is not None and claim in member.claims:
            del member.claims[claim]
            self.waiting -= 1
            self._forget(claim.share, party, member)

    def serve(self) -> None:
        """Give free places to those whose turn it is."""
        while self.free and (claim := self._next()) is not None:
            claim.grant()

    def release(self, share: Share) -> None:
        """Hold one place less; whoever is next has it."""
        if (claim := self.pass_on(share, self._waiters.get(share.member))) is not None:
            claim.grant()

    def pass_on(self, share: Share, own: Claim | None) -> Claim | None:
        """Hold one place less, and see whose it is now: the claim that is answered holds it, and has not been told.

        Args:
            share: in whose name it was held.
            own: the claim by which it was, if it still waits. It has had its turn, as its member and its party have.
        """
        party = self._parties[share.party]
        member = party.members[share.member]
        party.held -= 1
        member.held -= 1
        self.free += 1
        _to_the_end(self._parties, share.party)
        _to_the_end(party.members, share.member)
        if own in member.claims:
            _to_the_end(member.claims, own)
        claim = self._next()
        self._forget(share, party, member)
        if self.free == self.places:
            self._wake()
        return claim

    def _next(self) -> Claim | None:
        """Whose turn it is: the place is counted as its own, and its claim, its member and its party go to the end."""
        for name, party in self._parties.items():
            if party.held >= self._most_of_a_party:
                continue
            for inner, member in party.members.items():
                if member.held >= self._most_of_a_member:
                    continue
                for claim in member.claims:
                    if claim.wants():
                        self.free -= 1
                        party.held += 1
                        member.held += 1
                        _to_the_end(self._parties, name)
                        _to_the_end(party.members, inner)
                        _to_the_end(member.claims, claim)
                        return claim
        return None

    def _forget(self, share: Share, party: _Party, member: _Member) -> None:
        """Keep nothing of those who neither hold nor wait."""
        if not member.held and not member.claims and party.members.get(share.member) is member:
            del party.members[share.member]
            if not party.members and self._parties.get(share.party) is party:
                del self._parties[share.party]

    async def rest(self) -> None:
        """Wait until nobody holds a place."""
        while self.free < self.places:
            future = asyncio.get_running_loop().create_future()
            self._resting.append(future)
            await future

    def _wake(self) -> None:
        for future in self._resting:
            if not future.done():
                future.set_result(None)
        self._resting.clear()


def _to_the_end(row: dict[K, V], key: K) -> None:
    if len(row) > 1:
        row[key] = row.pop(key)
