"""The identities of new rows: UUIDv7s, made with the input, so that a statement and its repetition know them."""

from __future__ import annotations

import os
import time
from uuid import UUID

MAX_ROWS = 100
"""Rows that one list of an input may name."""

NO_ROW = UUID(int=0)
"""What no row is called."""


def new_id() -> UUID:
    """A UUIDv7: its first 48 bits are the time in milliseconds (RFC 9562, 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10))
    high = milliseconds << 16 | 0x7000 | random >> 64 & 0xFFF
    low = 0x8000_0000_0000_0000 | random & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=high << 64 | low)


def new_ids(count: int) -> list[UUID]:
    """UUIDv7s that count up: the twelve bits behind the time are a counter that begins anywhere (RFC 9562, 6.2)."""
    first = new_id()
    begin = (first.int >> 64 & 0xFFF) % (0x1000 - MAX_ROWS)
    fresh = (new_id().int & 0xFFFF_FFFF_FFFF_FFFF for _ in range(count))
    high = first.int >> 76 << 12
    return [UUID(int=(high | begin + place) << 64 | low) for place, low in enumerate(fresh)]
