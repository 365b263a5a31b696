"""Those who wait for a row, those who carry them to PostgreSQL, and one round trip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    import asyncpg

    from countries.caller import Scope
    from countries.pool import Lane


@dataclass(slots=True, eq=False)
class Waiting:
    """A request that waits for its row, or for its turn.

    Attributes:
        text: the statement.
        values: its parameters.
        row: the row, when it is there.
        until: when, by the loop's clock, it stops waiting for its turn.
        alone: whether it has a round trip of its own: it went with others once, and one of them failed.
    """

    text: str
    values: Sequence[object]
    row: asyncio.Future[asyncpg.Record | None]
    until: float
    alone: bool = False


class StatementFailedError(Exception):
    """Ends a transaction after a statement that failed; its request has been told."""


class Carrier:
    """Whoever holds a connection: the task, the requests under way, and the last statement, where it was quick."""

    __slots__ = ("group", "has_begun", "quick", "scope", "task")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.group: Sequence[Waiting] = ()
        self.quick: str | None = None
        self.has_begun = False
        self.task: asyncio.Task[None] | None = None


@dataclass(slots=True)
class Crew:
    """How many carriers are on a scope, and how many of them are busy with a statement."""

    carriers: int = 0
    busy: int = 0


async def answer(lane: Lane, group: Sequence[Waiting]) -> None:
    """Run the statement for each of a group and hand out the rows; of several nobody is told of a failure.

    Raises:
        StatementFailedError: it failed, and the transaction with it.
    """
    first = group[0]
    try:
        if len(group) == 1:
            rows: Sequence[asyncpg.Record | None] = [await lane.one_row(first.text, first.values)]
        else:
            rows = await lane.a_row_each(first.text, [waiting.values for waiting in group])
    except Exception as error:
        if len(group) == 1 and not first.row.done():
            first.row.set_exception(error)
        raise StatementFailedError from error
    for waiting, row in zip(group, rows, strict=True):
        if not waiting.row.done():
            waiting.row.set_result(row)
