"""Where the keys come from that a token's signature is checked with."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from countries.connections.once_a_minute import OnceAMinute
from graph.errors import Unauthenticated, Unavailable
from graph.identity.key_set import ALGORITHMS, Fetched, KeySetError, fetch_key_set, parse_key_set
from graph.reasons import Reason
from graph.telemetry.logs import fault_trail

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from jwt import PyJWK

logger = logging.getLogger("hearth.keys")

REFRESH_SECONDS = 300.0  # a key set older than this is fetched anew, while requests go on with the old one
STALE_SECONDS = 3600.0  # and one older than this is trusted no more: a withdrawn key must die
ATTEMPT_SECONDS = 10.0  # between two fetches, however many tokens name unknown keys


class SigningKeys(Protocol):
    """A source of keys, and the algorithms that it vouches for."""

    @property
    def algorithms(self) -> tuple[str, ...]:
        """The allow-list of `alg`."""
        ...

    @property
    def clock_ahead(self) -> float:
        """Seconds that our clock is ahead of the one of the source; behind it below zero; 0 where nobody knows."""
        ...

    async def key_for(self, key_id: str | None) -> PyJWK | str:
        """The key that a token names in its `kid`.

        Raises:
            Unauthenticated: there is no such key.
            Unavailable: the keys cannot be fetched now.
        """
        ...

    def missing(self) -> str | None:
        """Why no token can be checked now, in one sentence; None where tokens can."""
        ...

    def look(self) -> None:
        """See that there are keys, and young ones; wait for nothing."""
        ...

    async def close(self) -> None:
        """End what is under way."""
        ...


@dataclass(frozen=True, slots=True)
class SharedSecret:
    """Development: one secret, on this machine."""

    secret: str
    algorithms: tuple[str, ...] = ("HS256",)
    clock_ahead: float = 0.0

    async def key_for(self, key_id: str | None) -> str:
        """The secret, whatever key a token names."""
        del key_id
        return self.secret

    def missing(self) -> None:
        """It is always there."""

    def look(self) -> None:
        """It is there."""

    async def close(self) -> None:
        """Nothing is under way."""


class JsonWebKeySet:
    """Production: the public keys of an identity provider (RFC 7517).

    A fetch is nobody's own: it has one time limit from the look-up of the address to the last byte, runs beside the
    requests, and goes on when a client that waits for it leaves. Who names a key that is known waits for none, while
    the set is not too old.

    Args:
        url: where the set is.
        fetch: reads what is behind an address, within a time limit of its own.
        clock: seconds on a clock that never goes back.
    """

    algorithms = ALGORITHMS

    def __init__(
        self,
        url: str,
        fetch: Callable[[str], Awaitable[Fetched]] = fetch_key_set,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._fetch = fetch
        self._clock = clock
        self._keys: tuple[PyJWK, ...] = ()
        self._fetched = self._attempted = float("-inf")
        self._failed = False
        self._fetching: asyncio.Task[None] | None = None
        self._often = OnceAMinute(logger, clock)
        self.clock_ahead = 0.0

    @property
    def seconds_old(self) -> float:
        """Since the set was read last; infinite where it never was."""
        return self._clock() - self._fetched

    async def key_for(self, key_id: str | None) -> PyJWK:
        """The key of that id; without an id the only key of the set.

        Raises:
            Unauthenticated: there is no such key.
            Unavailable: the last set is too old, or lacks the key, and no newer one can be fetched now.
        """
        key = self._find(key_id)
        if key is None or self.seconds_old > STALE_SECONDS:
            self._begin()
            if self._fetching is not None:
                await asyncio.wait([self._fetching])
            key = self._find(key_id)
        else:
            self.look()
        if self.seconds_old > STALE_SECONDS or (key is None and self._failed):
            # Which keys there are now nobody knows: a new one is no reason to send its bearer away.
            seconds = max(1, math.ceil(self._attempted + ATTEMPT_SECONDS - self._clock()))
            raise Unavailable(
                "The identity provider's keys cannot be read now.",
                "Try again in a few seconds.",
                reason=Reason.KEYS_MISSING,
                retry_after=seconds,
            )
        if key is None and key_id is None:
            raise Unauthenticated(
                "The token names no key, and the identity provider has several.",
                "Ask whoever manages the identity provider for tokens with a `kid`.",
            )
        if key is None:
            raise Unauthenticated(
                "The token is signed with an unknown key.", "Ask your identity provider for a new token."
            )
        return key

    def missing(self) -> str | None:
        """Whether keys were ever had, and whether they are young enough to be trusted."""
        if self._fetched == float("-inf"):
            return "The identity provider's keys were never had."
        return "The identity provider's keys are too old." if self.seconds_old > STALE_SECONDS else None

    def look(self) -> None:
        """Begin to fetch the set where it is old."""
        if self.seconds_old > REFRESH_SECONDS:
            self._begin()

    def _begin(self) -> None:
        """Begin to fetch the set, unless that is under way or was tried a moment ago."""
        if self._fetching is None and self._clock() - self._attempted >= ATTEMPT_SECONDS:
            self._attempted = self._clock()
            self._fetching = asyncio.create_task(self._fetch_now())
            self._fetching.add_done_callback(self._ended)

    async def close(self) -> None:
        """Let go of a fetch that is under way, and write the lines that wait."""
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.wait([self._fetching])
        self._often.flush()

    def _ended(self, task: asyncio.Task[None]) -> None:
        del task
        self._fetching = None

    def _find(self, key_id: str | None) -> PyJWK | None:
        if key_id is None:
            return self._keys[0] if len(self._keys) == 1 else None
        return next((key for key in self._keys if key.key_id == key_id), None)

    async def _fetch_now(self) -> None:
        first = self._fetched == float("-inf")
        try:
            fetched = await self._fetch(self._url)
            keys = parse_key_set(fetched.body)
        except KeySetError as fault:
            self._tell(str(fault), {})
        except Exception as fault:  # noqa: BLE001 - whatever came instead of keys, the ones that are there serve on
            self._tell("The identity provider's keys could not be fetched.", {"fault": fault_trail(fault)})
        else:
            if first or self._failed:
                logger.info("The identity provider's keys are here.", extra={"fields": {"keys": len(keys)}})
            self._keys, self._fetched, self._failed = keys, self._clock(), False
            self.clock_ahead = fetched.clock_ahead

    def _tell(self, sentence: str, fields: dict[str, object]) -> None:
        self._failed = True
        had = "never" if self._fetched == float("-inf") else f"{self.seconds_old:.0f} seconds ago"
        self._often.say(sentence, sentence, logging.WARNING, {"had": had, **fields})
