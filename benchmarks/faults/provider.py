"""An identity provider: a key, tokens that it signs by its own clock, and a key server that can be made to drip."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

import jwt
import orjson
from cryptography.hazmat.primitives.asymmetric import ec

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchmarks.faults.place import Place

ISSUER, AUDIENCE, KEY = "https://id.example", "hearth", "of-the-faults"
ALGORITHM = "ES256"
TOKEN_SECONDS = 3_600
DRIP_SECONDS = 0.2
"""Between two bytes: sooner than any limit from byte to byte."""


class Provider:
    """Who signs tokens.

    Attributes:
        seconds_ahead: how far its clock is ahead of this machine's; below zero, how far behind.
        drips: whether its keys come a byte at a time.
    """

    def __init__(self) -> None:
        self.seconds_ahead = 0.0
        self.drips = False
        self._key = ec.generate_private_key(ec.SECP256R1())
        public = jwt.algorithms.ECAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        self._keys = orjson.dumps({"keys": [{**public, "kid": KEY}]})

    def sign(self, country: str, subject: str) -> str:
        """A token of a country's office."""
        now = int(time.time() + self.seconds_ahead)
        dates = {"iat": now, "exp": now + TOKEN_SECONDS}
        claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": subject, "role": "office", "country": country, **dates}
        return jwt.encode(claims, self._key, algorithm=ALGORITHM, headers={"kid": KEY})

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection with the keys."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            date = format_datetime(datetime.fromtimestamp(time.time() + self.seconds_ahead, UTC), usegmt=True)
            head = f"HTTP/1.1 200 OK\r\nDate: {date}\r\nContent-Length: {len(self._keys)}\r\nConnection: close\r\n\r\n"
            writer.write(head.encode())
            rest = self._keys
            while self.drips and rest:
                writer.write(rest[:1])
                rest = rest[1:]
                await writer.drain()
                await asyncio.sleep(DRIP_SECONDS)
            writer.write(rest)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def signed_in(place: Place, provider: Provider) -> AsyncIterator[None]:
    """The server asks a provider who calls, and callers have its tokens, for the length of the block."""
    server = await asyncio.start_server(provider.serve, "127.0.0.1", 0)
    keys = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/keys"
    settings = {"HEARTH_OIDC_ISSUER": ISSUER, "HEARTH_OIDC_AUDIENCE": AUDIENCE, "HEARTH_OIDC_JWKS_URL": keys}
    async with server, place.with_settings({**settings, "HEARTH_DEV_SECRET": ""}):
        place.sign = provider.sign
        try:
            yield
        finally:
            place.sign = None
