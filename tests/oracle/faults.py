"""What the naive executor raises: the three ways in which something is not answered."""

from __future__ import annotations


class BadInputError(Exception):
    """The request cannot be meant: BAD_USER_INPUT, nothing is answered."""


class DeniedError(Exception):
    """The tier may not filter or order so: the connection is null, with FORBIDDEN at its path."""


class CursorGoneError(Exception):
    """The cursor's row is not there: the connection is null, with BAD_USER_INPUT at its path."""
