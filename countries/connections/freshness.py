"""How far a replica may be behind its primary, seen from outside by looking at both again and again.

The replica alone cannot tell: cut off from a busy primary it looks as it does beside an idle one. So:

    09:00:00.0  the primary is at 4711  ─┐ the replica has replayed 4711:
    09:00:01.0  the primary is at 4720   └─> it holds all that was committed before 09:00:00.0
    09:00:01.1  the replica is at 4715

The latest such instant bounds its staleness. Beside an idle primary, which stays where it is, it is fresh once it has
everything; one that receives or replays no more falls behind as soon as the primary moves on, whatever the reason. Any
login may ask for the positions, and nothing is written to find out.
"""

from __future__ import annotations

from collections import deque
from enum import Enum
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any

import asyncpg

from countries.connections.causes import DRIVER_FAULTS
from countries.connections.sessions import STEADY
from countries.tenancy.caller import Tier

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.connections.pool import Connection

# The written position: replay never comes to the inserted one where that is behind the header of an empty page;
# what synchronous_commit = off keeps unwritten counts as committed when it is written, within a second.
PRIMARY = """
SELECT (pg_current_wal_lsn() - '0/0')::bigint AS position, system_identifier AS server,
  pg_postmaster_start_time() AS since FROM pg_control_system()
"""
REPLICA = """
SELECT pg_is_in_recovery() AS follows, (pg_last_wal_replay_lsn() - '0/0')::bigint AS position,
  system_identifier AS server, pg_postmaster_start_time() AS since,
  current_setting('max_connections')::int AS room FROM pg_control_system()
"""


class ReplicaState(Enum):
    """What is known of a replica, as it is logged."""

    ANSWERS = "answers regions and headquarters"
    BEHIND = "may be too far behind; the primary answers"
    UNREACHABLE = "cannot be reached; the primary answers"
    NO_REPLICA = "follows no primary; the primary answers"
    PROMOTED = "was promoted and follows no primary any more; the primary answers"
    FOREIGN = "follows another primary; the primary answers"


class Freshness:
    """The instant of which a replica certainly holds everything.

    Instants are seconds of one clock; positions are bytes of the write-ahead log.

    Args:
        seconds: how long a position of the primary is remembered.
    """

    def __init__(self, seconds: float) -> None:
        self.as_of = -inf
        self._seconds = seconds
        self._marks: deque[tuple[float, int]] = deque()

    def primary_at(self, instant: float, position: int) -> None:
        """What had been committed by this instant stands before this position."""
        while self._marks and self._marks[0][0] < instant - self._seconds:
            self._marks.popleft()
        self._marks.append((instant, position))

    def forget(self) -> None:
        """What was found out says nothing any more: the primary has gone back, or it is another server."""
        self._marks.clear()
        self.as_of = -inf

    def replica_at(self, position: int | None) -> None:
        """The replica has replayed up to this position; None where it has replayed nothing."""
        passed = (instant for instant, mark in reversed(self._marks) if position is not None and mark <= position)
        self.as_of = max(self.as_of, next(passed, -inf))


class Watched:
    """A connection of its own through which a server is looked at, opened again after each fault.

    Args:
        address: the server.
        seconds: how long it may take to answer.
    """

    def __init__(self, address: Address, seconds: float) -> None:
        self._arguments: dict[str, Any] = address.connect_arguments(Tier.HEADQUARTERS.login)
        self._seconds = seconds
        self._connection: Connection | None = None

    async def look(self, statement: str) -> asyncpg.Record | None:
        """The one row of a statement; None where the server does not give it in time."""
        try:
            if self._connection is None:
                self._connection = await asyncpg.connect(
                    **self._arguments,
                    timeout=self._seconds,
                    server_settings={**STEADY, "application_name": "hearth watch"},
                )
            row: asyncpg.Record | None = await self._connection.fetchrow(statement, timeout=self._seconds)
        except DRIVER_FAULTS:
            self.drop()
            return None
        return row

    def drop(self) -> None:
        """Leave the connection."""
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None


class ReplicaWatch:
    """Looks at a replica and its primary.

    Args:
        primary: whom the replica should follow.
        replica: the replica.
        seconds: how far behind it may be; a look takes at most half of that.

    Attributes:
        room: how many connections the replica allows; 0 before the first look.
    """

    def __init__(self, primary: Address, replica: Address, seconds: float) -> None:
        self.room = 0
        self._seconds = seconds
        self._primary = Watched(primary, seconds / 4)
        self._replica = Watched(replica, seconds / 4)
        self._freshness = Freshness(seconds)
        self._replayed = 0

    async def look(self) -> ReplicaState:
        """Look once. Of a replica that is what it should be, `is_fresh` tells whether it may answer."""
        instant = monotonic()
        there = await self._primary.look(PRIMARY)
        # Who follows is never ahead: what the replica had replayed before, this primary has not written.
        is_behind = there is not None and there["position"] < self._replayed
        if there is not None and not is_behind:
            self._freshness.primary_at(instant, there["position"])
        here = await self._replica.look(REPLICA)
        if here is None:
            return ReplicaState.UNREACHABLE
        self.room = here["room"]
        if not here["follows"]:
            # A copy of the same cluster that is another server than the primary has followed it once.
            is_copy = there is None or (there["server"] == here["server"] and there["since"] != here["since"])
            return ReplicaState.PROMOTED if is_copy else ReplicaState.NO_REPLICA
        self._replayed = here["position"] or 0
        if there is not None and (is_behind or there["server"] != here["server"]):
            self._freshness.forget()
            return ReplicaState.FOREIGN
        self._freshness.replica_at(here["position"])
        return ReplicaState.ANSWERS if self.is_fresh else ReplicaState.BEHIND

    @property
    def seconds_behind(self) -> float:
        """How far behind the primary the replica may be at this moment; infinite where nothing is known."""
        return monotonic() - self._freshness.as_of

    @property
    def is_fresh(self) -> bool:
        """Whether it is certainly no further behind than it may be."""
        return self.seconds_behind <= self._seconds

    def forget(self) -> None:
        """Trust the replica again only after another look."""
        self._freshness.as_of = -inf

    def drop(self) -> None:
        """Leave the connections; another look opens them again."""
        self._primary.drop()
        self._replica.drop()
