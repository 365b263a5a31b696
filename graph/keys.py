"""Where the keys come from that a token's signature is checked with."""

from __future__ import annotations

import asyncio
import logging
import time
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.error import HTTPError

import orjson
from jwt import PyJWK, PyJWKSet, PyJWTError

from graph.errors import Unauthenticated, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message
    from typing import IO

logger = logging.getLogger("hearth.keys")

ALGORITHMS = ("RS256", "ES256", "EdDSA")
REFRESH_SECONDS = 300.0  # a key set older than this is fetched anew, while requests go on with the old one
STALE_SECONDS = 3600.0  # and one older than this is trusted no more: a withdrawn key must die
ATTEMPT_SECONDS = 10.0  # between two fetches, however many tokens name unknown keys
FETCH_TIMEOUT_SECONDS = 5.0
FETCH_LIMIT_BYTES = 1_000_000


class SigningKeys(Protocol):
    """A source of keys, and the algorithms that it vouches for."""

    @property
    def algorithms(self) -> tuple[str, ...]:
        """The allow-list of `alg`."""
        ...

    async def key_for(self, key_id: str | None) -> PyJWK | str:
        """The key that a token names in its `kid`.

        Raises:
            Unauthenticated: there is no such key.
            Unavailable: the keys cannot be fetched now.
        """
        ...


@dataclass(frozen=True, slots=True)
class SharedSecret:
    """Development: one secret, on this machine."""

    secret: str
    algorithms: tuple[str, ...] = ("HS256",)

    async def key_for(self, key_id: str | None) -> str:
        """The secret, whatever key a token names."""
        del key_id
        return self.secret


class JsonWebKeySet:
    """Production: the public keys of an identity provider, fetched off the event loop (RFC 7517).

    Args:
        url: where the set is.
        fetch: reads the bytes behind an address; blocking.
        clock: seconds on a clock that never goes back.
    """

    algorithms = ALGORITHMS

    def __init__(
        self, url: str, fetch: Callable[[str], bytes] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._url = url
        self._fetch = fetch or fetch_key_set
        self._clock = clock
        self._keys: tuple[PyJWK, ...] = ()
        self._fetched = self._attempted = float("-inf")
        self._lock = asyncio.Lock()
        self._refreshing: asyncio.Task[None] | None = None

    async def key_for(self, key_id: str | None) -> PyJWK:
        """The key of that id; without an id the only key of the set.

        Raises:
            Unauthenticated: there is no such key.
            Unavailable: the set cannot be fetched now, and the last one is too old.
        """
        key = self._find(key_id)
        if key is None or self._is_stale():
            await self._refresh()
            key = self._find(key_id)
        elif self._clock() - self._fetched > REFRESH_SECONDS and (self._refreshing is None or self._refreshing.done()):
            self._refreshing = asyncio.create_task(self._refresh_quietly())
        if key is None:
            raise Unauthenticated(
                "The token is signed with an unknown key.", "Ask your identity provider for a new token."
            )
        return key

    @property
    def seconds_old(self) -> float:
        """Since the set was read last; infinite where it never was."""
        return self._clock() - self._fetched

    def _find(self, key_id: str | None) -> PyJWK | None:
        if key_id is None:
            return self._keys[0] if len(self._keys) == 1 else None
        return next((key for key in self._keys if key.key_id == key_id), None)

    def _is_stale(self) -> bool:
        return self._clock() - self._fetched > STALE_SECONDS

    async def _refresh_quietly(self) -> None:
        try:
            await self._refresh()
        except Unavailable:
            logger.warning("the old key set is too old now")

    async def _refresh(self) -> None:
        async with self._lock:
            if self._clock() - self._attempted >= ATTEMPT_SECONDS:
                self._attempted = self._clock()
                await self._fetch_now()
        if self._is_stale():
            raise Unavailable("The identity provider's keys cannot be read now.", "Try again in a few seconds.")

    async def _fetch_now(self) -> None:
        try:
            # A set of the wrong shape breaks the library's reader in several ways.
            keys = parse_key_set(await asyncio.to_thread(self._fetch, self._url))
        except (OSError, ValueError, TypeError, LookupError, AttributeError, PyJWTError) as fault:
            logger.warning("the key set could not be fetched: %s", type(fault).__name__)
        else:
            self._keys, self._fetched = keys, self._clock()


def parse_key_set(raw: bytes) -> tuple[PyJWK, ...]:
    """The public signing keys of a key set, of the algorithms that we allow.

    Raises:
        ValueError, TypeError, PyJWTError: it is no key set, or holds no usable key.
    """
    document = orjson.loads(raw)
    if not isinstance(document, dict):
        raise TypeError("a key set is a JSON object")
    keys = [
        key
        for key in PyJWKSet.from_dict(document).keys
        if key.algorithm_name in ALGORITHMS and key.public_key_use in {None, "sig"}
    ]
    if not keys:
        raise ValueError("the key set holds no key of an allowed algorithm")
    return tuple(keys)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect could lead from https to http, or to an address that nobody configured."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Refuse it."""
        del newurl
        raise HTTPError(req.full_url, code, msg, headers, fp)


def fetch_key_set(url: str) -> bytes:
    """The bytes behind `url`; blocking, at most 1 MB, at most five seconds between bytes.

    Raises:
        OSError: it cannot be read.
    """
    request = urllib.request.Request(url, headers={"Accept": "application/json"})  # noqa: S310 - Settings allows https
    with urllib.request.build_opener(_NoRedirects).open(request, timeout=FETCH_TIMEOUT_SECONDS) as response:
        body: bytes = response.read(FETCH_LIMIT_BYTES + 1)
    if len(body) > FETCH_LIMIT_BYTES:
        raise OSError("the key set is too long")
    return body
