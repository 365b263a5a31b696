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
from typing import TYPE_CHECKING, Any, Protocol

from countries.tenancy.share import Share

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


NO_PLACE = "nobody left a place in time"
"""What a `TimeoutError` says where it was not one's turn for as long as one may wait."""
NOBODY = Share("", "")
"""The server itself, when it asks whether the database answers."""


def most_of_a_member(places: int) -> int:
    """How many of so many places one member of a party may hold: one of three is left to others, of two one."""
    return max(1, places - max(1, places // 3))


def most_of_a_party(places: int) -> int:
    """How many of so many places all members of a party may hold together: one is left to other parties."""
    return max(1, places - 1)


class Waiter(Protocol):
    """Somebody who waits for places.

    Attributes:
        share: in whose name they will be held.
        takes_several: whether all the places that it wants are one turn, which ends when it gives one back.
    """

    share: Share
    takes_several: bool

    def wants(self) -> bool:
        """Whether it would use a place now; one that would not keeps its turn."""

    def grant(self) -> None:
        """It holds a place from now on."""


@dataclass(slots=True, eq=False)
class _Member:
    """How many places a member holds, and the claims by which it waits: the first one is the next to have a turn."""

    held: int = 0
    claims: dict[Waiter, None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Party:
    """How many places a party holds, its members, and in their row those that wait."""

    held: int = 0
    members: dict[str, _Member] = field(default_factory=dict)
    row: dict[str, _Member] = field(default_factory=dict)


class _Waiters:
    """Those of one member who wait for one place each: the first to come is the first to go."""

    __slots__ = ("futures", "share", "takes_several")

    def __init__(self, share: Share) -> None:
        self.share = share
        self.takes_several = False
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
        """Those that hold or wait."""
        self._row: dict[str, _Party] = {}
        """Those that wait; the first one is the next to have a turn."""
        self._waiters: dict[str, _Waiters] = {}
        self._resting: list[asyncio.Future[None]] = []

    @property
    def queued(self) -> int:
        """How many wait for one place each."""
        return sum(len(waiters.futures) for waiters in list(self._waiters.values()))

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
                try:
                    async with asyncio.timeout(wait_seconds):
                        await future
                except TimeoutError:
                    raise TimeoutError(NO_PLACE) from None
        except BaseException:
            if future.done() and not future.cancelled():
                # It came at the same moment.
                self.release(share)
            raise
        finally:
            if not waiters.wants() and self._waiters.get(share.member) is waiters:
                del self._waiters[share.member]
                self.withdraw(waiters)

    def ask(self, claim: Waiter) -> None:
        """Wait for places, as long as the claim is not withdrawn; one that waits already keeps its turn."""
        name, inner = claim.share
        party = self._parties.get(name)
        if party is None:
            party = self._parties[name] = _Party()
        member = party.members.get(inner)
        if member is None:
            member = party.members[inner] = _Member()
        if claim not in member.claims:
            member.claims[claim] = None
            self.waiting += 1
            party.row.setdefault(inner, member)
            self._row.setdefault(name, party)
        if self.free:
            self.serve()

    def withdraw(self, claim: Waiter) -> None:
        """Wait no more."""
        name, inner = claim.share
        party = self._parties.get(name)
        member = None if party is None else party.members.get(inner)
        if party is None or member is None or claim not in member.claims:
            return
        del member.claims[claim]
        self.waiting -= 1
        if not member.claims:
            del party.row[inner]
            if not party.row:
                del self._row[name]
            self._forget(name, inner)

    def serve(self) -> None:
        """Give free places to those whose turn it is."""
        while self.free and (claim := self._next()) is not None:
            claim.grant()

    def release(self, share: Share) -> None:
        """Hold one place less; whoever is next has it."""
        if (claim := self.pass_on(share, self._waiters.get(share.member))) is not None:
            claim.grant()

    def pass_on(self, share: Share, own: Waiter | None) -> Waiter | None:
        """Hold one place less, and see whose it is now: the claim that is answered holds it, and has not been told.

        Args:
            share: in whose name it was held.
            own: the claim by which it was, if it still waits. It has had its turn, as its member and its party have.
        """
        name, inner = share
        party = self._parties[name]
        member = party.members[inner]
        party.held -= 1
        member.held -= 1
        self.free += 1
        self._had_turn(share, own)
        claim = self._next()
        self._forget(name, inner)
        if self.free == self.places:
            self._wake()
        return claim

    def _next(self) -> Waiter | None:
        """Whose turn it is: the place is counted as its own."""
        for party in self._row.values():
            if party.held >= self._most_of_a_party:
                continue
            for member in party.row.values():
                if member.held >= self._most_of_a_member:
                    continue
                for claim in member.claims:
                    if claim.wants():
                        self.free -= 1
                        party.held += 1
                        member.held += 1
                        if not claim.takes_several:
                            self._had_turn(claim.share, claim)
                        return claim
        return None

    def _had_turn(self, share: Share, claim: Waiter | None) -> None:
        """A claim, its member and its party go to the end of the rows in which they still wait."""
        party = self._parties[share.party]
        member = party.members[share.member]
        for row, key in ((member.claims, claim), (party.row, share.member), (self._row, share.party)):
            _to_the_end(row, key)

    def _forget(self, name: str, inner: str) -> None:
        """Keep nothing of those who neither hold nor wait."""
        party = self._parties[name]
        member = party.members.get(inner)
        if member is not None and not member.held and not member.claims:
            del party.members[inner]
            if not party.members:
                del self._parties[name]

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


def _to_the_end(row: dict[Any, Any], key: object) -> None:
    if len(row) > 1 and key in row:
        row[key] = row.pop(key)
