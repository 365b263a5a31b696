"""What a key is compared by: a digest of the mutation and of what its input would write."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_WRITTEN = ("idempotencyKey", "clientMutationId", "dryRun", "after")
"""Entries of every input that say nothing of what is written."""


def digest_of(name: str, given: Mapping[str, object]) -> str:
    """SHA-256 of a mutation and of what its input would write, whatever the order of its fields.

    The key stays out of it, and so do what a client only wants to hear again and what it follows: a new attempt may
    carry another one. Whether it is a dry run stays out too: that is told what the mutation itself would be told.
    """
    said = {key: value for key, value in given.items() if key not in NOT_WRITTEN}
    text = orjson.dumps([name, said], default=_written, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(text).hexdigest()


def _written(value: object) -> object:
    match value:
        case Enum():
            return value.name
        case Decimal() | UUID():
            return str(value)
        case date() | datetime():
            return value.isoformat()
        case _:
            raise TypeError(type(value))
