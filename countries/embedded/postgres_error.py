"""The one error of the embedded PostgreSQL."""

from __future__ import annotations


class PostgresError(RuntimeError):
    """The embedded PostgreSQL cannot do what was asked.

    Attributes:
        message: one sentence for a person.
        hint: what to do about it.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message
