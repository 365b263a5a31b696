"""JSON as callers send it: every member counts, so that none may stand twice in an object.

RFC 8259 leaves open what a second member of one name means, and orjson, as nearly every reader, keeps the last and
drops the others. A filter that is given twice would be half of what was asked.
"""

from __future__ import annotations

import orjson

QUOTE, ESCAPED_QUOTE = b'"', b"\\u0022"
BACKSLASH = b"\\\\"


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
    return plain + text.replace(BACKSLASH, b"").count(ESCAPED_QUOTE)
