"""JSON as callers send it, seen in its text: every member counts, and there may not be too many of them.

RFC 8259 leaves open what a second member of one name means, and orjson, as nearly every reader, keeps the last and
drops the others. A filter that is given twice would be half of what was asked. To go through very many values one by
one would take long: how many there are is counted in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import orjson

from graph.documents.limits import MAX_VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

QUOTE, ESCAPED_QUOTE = b'"', b"\\u0022"
SHORT = MAX_VALUES
"""Bytes up to which a text cannot hold too many values: each but the first stands behind a character of its own."""
FEW = 10_000
"""Values that are gone through one by one."""
# No alternative fails half-way: Python 3.11 does not always go back to where a possessive repetition began.
TOO_MANY = re.compile(rb'(?:(?:[^",\[{]++|"(?:[^"\\]++|\\.)*+")*+[,\[{]){%d}+' % (MAX_VALUES + 1), re.DOTALL)
NUL = rb"\u0000"
A_BACKSLASH = rb"\\"
"""How it is written, two by two: what is left of it belongs to what follows."""


class TwiceError(ValueError):
    """An object has two members of one name."""


def read_json(text: bytes) -> object:
    """The value that a JSON text writes.

    Raises:
        TwiceError: an object in it has two members of one name.
        ValueError: it is no JSON by RFC 8259.
    """
    value = orjson.loads(text)
    try:
        written = orjson.dumps(value).count(QUOTE)
    except orjson.JSONEncodeError:
        # It nests deeper than orjson writes, and four times deeper than what of a request is read.
        return value
    # A member that was dropped took two quotation marks with it at least.
    if _quotes(text) != written:
        raise TwiceError
    return value


def _quotes(text: bytes) -> int:
    """The quotation marks of a JSON text: two around every key and text, and those inside, however they are escaped."""
    plain = text.count(QUOTE)
    if ESCAPED_QUOTE not in text:
        return plain
    # Without the backslashes that are written as two, each one that is left begins an escape.
    return plain + text.replace(A_BACKSLASH, b"").count(ESCAPED_QUOTE)


def holds_too_much(text: bytes) -> bool:
    """Whether it has more values than variables may hold, the request's own members counted.

    Args:
        text: JSON, or what is taken for it.
    """
    return len(text) > SHORT and _most_values(text) > MAX_VALUES and TOO_MANY.match(text) is not None


def names_nul(text: bytes, members: Mapping[str, object] | Sequence[object]) -> bool:
    """Whether the character U+0000 stands in the name of a member, at any depth.

    In a value of a few it may stand here: the engine finds it, and says where. Of very many nobody says.

    Args:
        text: JSON.
        members: the same, read.
    """
    if NUL not in text or NUL not in text.replace(A_BACKSLASH, b""):
        return False
    if _most_values(text) > FEW:
        return True
    waiting: list[object] = [members]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if any("\x00" in name for name in item):
                return True
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return False


def _most_values(text: bytes) -> int:
    """How many values it has at most: such characters stand in texts too."""
    return text.count(b",") + text.count(b"[") + text.count(b"{")
