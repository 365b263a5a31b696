"""The one transaction of a caller: begin, scope, the statements, commit. Nothing else begins or commits for one."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from countries.tenancy.scope import ExtendedScope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.pool import Lane
    from countries.tenancy.scope import AnyScope

BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"
SCOPE = "SELECT hearth_scope($1, $2, $3)"
EXTENDED_SCOPE = "SELECT hearth_scope($1, $2, $3, $4, $5)"
BEGIN_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
BEGIN_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
"""All its statements see the database as it was at the first."""
COMMIT = "COMMIT"
ROLLBACK = "ROLLBACK"
ROLLBACK_SECONDS = 5.0


def call_of(scope: AnyScope) -> str:
    """The statement that sets a scope, whose parameters it is."""
    return EXTENDED_SCOPE if isinstance(scope, ExtendedScope) else SCOPE


@asynccontextmanager
async def in_scope(lane: Lane, scope: AnyScope, begin: str = BEGIN) -> AsyncIterator[None]:
    """A transaction around the block, which reads only unless it begins with `BEGIN_WRITE`.

    Each statement in it has a snapshot of its own, but for one that begins with `BEGIN_SNAPSHOT`.

    An exception of the block rolls back, a cancellation too: the driver then asks the server to stop, and waits for it.
    """
    await lane.run(begin)
    try:
        await lane.one_row(call_of(scope), scope)
        yield
    except BaseException:
        if not lane.connection.is_closed():
            await lane.run(ROLLBACK, ROLLBACK_SECONDS)
        raise
    await lane.run(COMMIT)
