"""Idempotency keys: what came of a write that may be sent again.

A key belongs to a country, an issuer, a subject and a response path. What is kept is a digest of mutation and input,
the ids that were touched and the names of the checks that refused it; never a value.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from graph.declarations.base import Kind, Names
from graph.declarations.ledger import Ledger, entry
from graph.declarations.nouns import NATIONAL, NOBODY


class IdempotencyKey(Ledger, table=True):
    """A write that was sent under a key."""

    __tablename__ = "idempotency_key"
    names: ClassVar[Names] = Names("IdempotencyKey", "idempotencyKey", "idempotencyKeys")

    issuer: str = entry(Kind.TEXT, "Who vouched for the subject.", primary_key=True)
    subject: str = entry(Kind.TEXT, "Who sent it.", primary_key=True)
    key: str = entry(Kind.TEXT, "The key.", primary_key=True)
    path: str = entry(Kind.TEXT, "The response path of the mutation.", primary_key=True)
    digest: str = entry(Kind.TEXT, "SHA-256 of the mutation and its input, in hexadecimal.", changes=NATIONAL)
    ids: list[str] = entry(Kind.TEXT_LIST, "The ids that were touched; the payload's first.", changes=NATIONAL)
    refusals: list[str] = entry(
        Kind.TEXT_LIST, "The checks that refused it; none where it was written.", changes=NATIONAL
    )
    recorded_at: datetime | None = entry(
        Kind.INSTANT, "When.", creates=NOBODY, changes=NATIONAL, default=None, default_sql="now()", nullable=False
    )
