"""Large answers go out compressed to whoever takes them so.

What tells of the schema alone is the same for everybody: it is compressed once, and kept. An answer with rows has some
space behind it first, random in kind and length: where rows stand beside a client's own words, the length of what is
compressed would tell how alike they are. A token is sent by hand, so that no other page makes a browser ask; the space
is for whoever can do so all the same, and listens on the way.
"""

from __future__ import annotations

import asyncio
import gzip
import re
import secrets
from functools import lru_cache
from typing import TYPE_CHECKING

import zstandard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LEAST_BYTES = 1_000
"""Of the schema: a shorter answer is one packet anyway."""
LARGE_BYTES = 8_000
"""Of rows: a shorter one is on its way before it would be compressed."""
ASIDE_BYTES = 100_000
"""A longer one is compressed beside the loop: it takes a millisecond or more, and others wait meanwhile."""
GZIP_LEVEL = 4
"""A third of the time of the usual level, for a tenth more bytes."""
ZSTD_LEVEL = 3
MOST_SPACE = 512
"""Characters of space behind an answer, of four kinds: up to 128 bytes, however it is compressed."""
SPACE = bytes(b" \t\n\r"[each % 4] for each in range(256))
NEVER = re.compile(r"q\s*=\s*0(\.0*)?")
KEPT = 8
"""So many answers of the schema are kept: those that tools ask for."""


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, GZIP_LEVEL, mtime=0)


def _zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(body)


CODINGS: Mapping[str, tuple[tuple[str, ...], Callable[[bytes], bytes]]] = {
    "zstd": (("zstd",), _zstd),
    "gzip": (("gzip", "x-gzip"), _gzip),
}
"""What there is, the better one first: how clients name it, and what does it."""


def coding_for(headers: Iterable[tuple[bytes, bytes]]) -> str | None:
    """The coding of an answer by a request's `Accept-Encoding`; none where it names none (RFC 9110, 12.5.3)."""
    said: dict[str, bool] = {}
    for name, value in headers:
        if name == b"accept-encoding":
            for coding in value.decode("latin-1").lower().split(","):
                what, _, weight = (part.strip() for part in coding.partition(";"))
                said[what] = NEVER.fullmatch(weight) is None
    for coding, (names, _) in CODINGS.items():
        named = [said[each] for each in names if each in said]
        if any(named):
            return coding
    # Whoever takes anything is given what everybody reads.
    return "gzip" if said.get("*", False) and not {"gzip", "x-gzip"} & said.keys() else None


async def packed(body: bytes, coding: str, *, of_schema: bool) -> bytes:
    """An answer, compressed.

    Args:
        body: JSON.
        coding: of `CODINGS`.
        of_schema: whether it tells of the schema and of nothing else.
    """
    if of_schema:
        return _packed_once(body, coding)
    spaced = body + secrets.token_bytes(secrets.randbelow(MOST_SPACE)).translate(SPACE)
    pack = CODINGS[coding][1]
    return await asyncio.to_thread(pack, spaced) if len(body) > ASIDE_BYTES else pack(spaced)


@lru_cache(maxsize=KEPT)
def _packed_once(body: bytes, coding: str) -> bytes:
    return CODINGS[coding][1](body)
