"""One look at an identity provider's key set: over HTTP, within one time limit, and no more than can be meant."""

from __future__ import annotations

import asyncio
import ssl
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import orjson
from jwt import PyJWK, PyJWTError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

ALGORITHMS = ("RS256", "ES256", "EdDSA")
FETCH_SECONDS = 5.0
FETCH_LIMIT_BYTES = 1_000_000
MOST_KEYS = 100
"""A key takes a tenth of a millisecond to read, and others wait meanwhile; a provider has less than ten."""


_lookups: dict[tuple[asyncio.AbstractEventLoop, str], asyncio.Future[object]] = {}
"""The look-ups of names that are under way."""


class Connection(Protocol):
    """A connection of the HTTP library."""

    async def aclose(self) -> None:
        """Close it."""
        ...


class KeySetError(Exception):
    """What came is no key set; one sentence for the log, without anything of what came."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is behind an address.

    Attributes:
        body: the bytes.
        clock_ahead: seconds that our clock is ahead of the server's, by the date of its answer; below zero where it is
            behind; 0 where they agree, as far as the length of the request can tell, or where there is no date.
    """

    body: bytes
    clock_ahead: float = 0.0


async def fetch_key_set(url: str) -> Fetched:
    """The bytes behind `url`: at most 1 MB, at most five seconds in all, from no other address.

    Raises:
        KeySetError: it takes longer, or another answer comes.
        OSError, httpx.HTTPError: it cannot be read.
    """
    import httpx

    connections: list[Connection] = []

    async def trace(event: str, info: dict[str, Connection]) -> None:
        if event == "connection.connect_tcp.complete":
            connections.append(info["return_value"])

    try:
        async with asyncio.timeout(FETCH_SECONDS):
            await _look_up(url)
            return await _fetched(url, trace)
    except (TimeoutError, httpx.TimeoutException):
        message = f"The identity provider's keys: the answer took longer than {FETCH_SECONDS:.0f} seconds."
        raise KeySetError(message) from None
    finally:
        # The library forgets one whose handshake was given up, and leaves it to the garbage collector.
        for connection in connections:
            await connection.aclose()


async def _look_up(url: str) -> None:
    """Wait until the name is known to this machine, where no proxy looks it up.

    A look-up cannot be stopped, and holds one of few threads, which look up the database's name too: one that hangs is
    waited for again rather than begun again.
    """
    parts = urlsplit(url)
    host, loop = parts.hostname or "", asyncio.get_running_loop()
    if {parts.scheme, "all"} & getproxies().keys() and not proxy_bypass(host):
        return
    key = (loop, host)
    if key not in _lookups:

        def ended(lookup: asyncio.Future[object]) -> None:
            del _lookups[key]
            if not lookup.cancelled():
                lookup.exception()  # nobody may wait for it any more

        _lookups[key] = asyncio.ensure_future(loop.getaddrinfo(host, parts.port))
        _lookups[key].add_done_callback(ended)
    lookup = _lookups[key]
    await asyncio.wait([lookup])
    lookup.result()


async def _fetched(url: str, trace: Callable[[str, dict[str, Connection]], Awaitable[None]]) -> Fetched:
    import httpx

    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    body = bytearray()
    async with httpx.AsyncClient(verify=_authorities(), timeout=FETCH_SECONDS, follow_redirects=False) as client:
        asked = time.time()
        async with client.stream("GET", url, headers=headers, extensions={"trace": trace}) as answer:
            ahead = clock_ahead(answer.headers, asked, time.time())
            if answer.status_code != HTTPStatus.OK:
                # A redirect could lead from https to http, or to an address that nobody configured.
                raise KeySetError(f"The identity provider's keys: the answer is HTTP {answer.status_code}.")
            async for part in answer.aiter_raw():
                body += part
                if len(body) > FETCH_LIMIT_BYTES:
                    raise KeySetError("The identity provider's keys: the answer is too long.")
    return Fetched(bytes(body), ahead)


@cache
def _authorities() -> ssl.SSLContext:
    """Whom the system trusts, which may be an organisation's own; read once, because that takes 50 ms."""
    return ssl.create_default_context()


def clock_ahead(headers: Mapping[str, str], asked: float, answered: float) -> float:
    """How far our clock is ahead of the one that dated an answer (RFC 9110, 6.6.1; with `Age` where it was kept).

    Args:
        headers: of the answer.
        asked: when the request left, by our clock.
        answered: when its head was there, by our clock.

    Returns:
        Seconds, below zero where ours is behind; 0 where the date lies between the two, or there is none.
    """
    try:
        date = parsedate_to_datetime(headers["date"]).timestamp() + int(headers.get("age", "0"))
    except (KeyError, ValueError, TypeError, OverflowError):
        return 0.0
    # A date has whole seconds, cut off.
    return max(asked - (date + 1), 0.0) or min(answered - date, 0.0)


def parse_key_set(raw: bytes) -> tuple[PyJWK, ...]:
    """The public signing keys of a key set, of the algorithms that we allow.

    Raises:
        KeySetError: it is no key set, or holds no usable key.
    """
    try:
        document = orjson.loads(raw)
    except ValueError:
        raise KeySetError("The identity provider's keys: the answer is no JSON.") from None
    listed = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise KeySetError("The identity provider's keys: the answer is no key set.")
    if len(listed) > MOST_KEYS:
        raise KeySetError(f"The identity provider's keys: the set holds more than {MOST_KEYS}.")
    keys = tuple(key for key in map(_read, listed) if key is not None)
    if not keys:
        raise KeySetError("The identity provider's keys: the set holds none of an allowed algorithm.")
    return keys


def _read(listed: object) -> PyJWK | None:
    """A key to check signatures with; None where it is none, which takes nothing from those beside it."""
    try:
        key = PyJWK(listed) if isinstance(listed, dict) else None
    except (ValueError, TypeError, LookupError, AttributeError, PyJWTError):
        # A key of the wrong shape breaks the library's reader in several ways.
        return None
    suits = key is not None and key.algorithm_name in ALGORITHMS and key.public_key_use in {None, "sig"}
    return key if suits else None
