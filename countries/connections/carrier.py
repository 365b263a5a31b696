"""Those who wait for a row, those who carry them to PostgreSQL, and one round trip."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    import asyncpg

    from countries.connections.measured import Measured
    from countries.connections.pool import Lane
    from countries.tenancy.scope import AnyScope
    from countries.tenancy.share import Share

STATEMENTS_TIMED = 100
WEIGHT_OF_LAST = 1 / 32


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


class Sends(Protocol):
    """Whoever sends carriers to those who wait."""

    def takes_another(self, queue: Queue) -> bool:
        """Whether a queue needs another carrier now."""

    def send(self, queue: Queue) -> None:
        """Send it one, which holds a place."""


@dataclass(slots=True, eq=False)
class Queue:
    """The requests of one scope that wait, and the carriers on it; as a claim, they want places for carriers.

    Attributes:
        share: in whose name the places are held.
        scope: the scope of the transactions.
        sender: who sends the carriers.
        waiting: the requests, the first one is the next.
        takes_several: several carriers of a scope come together and go together: that is one turn.
        claims: whether places are asked for: whenever something waits.
        carriers: how many there are.
        busy: how many of them are busy with a statement.
        back_at: when, by the performance counter, one of them came back last, or the first one came.
    """

    share: Share
    scope: AnyScope
    sender: Sends
    waiting: deque[Waiting] = field(default_factory=deque)
    takes_several: bool = True
    claims: bool = False
    carriers: int = 0
    busy: int = 0
    back_at: float = 0.0

    def wants(self) -> bool:
        """Whether another carrier would be of use."""
        return self.sender.takes_another(self)

    def grant(self) -> None:
        """A carrier may go."""
        self.sender.send(self)


class Carrier:
    """Whoever holds a connection: the task, the requests under way, and the last statement, where it was quick."""

    __slots__ = ("group", "has_begun", "queue", "quick", "task")

    def __init__(self, queue: Queue) -> None:
        self.queue = queue
        self.group: Sequence[Waiting] = ()
        self.quick: str | None = None
        self.has_begun = False
        self.task: asyncio.Task[None] | None = None


class Usual:
    """How long round trips of the statements that were run last usually take: a mean in which the latest weigh most."""

    def __init__(self) -> None:
        self._seconds: OrderedDict[str, float] = OrderedDict()

    def note(self, text: str, seconds: float) -> None:
        """A round trip of a statement."""
        before = self._seconds.get(text, seconds)
        self._seconds[text] = before + (seconds - before) * WEIGHT_OF_LAST
        self._seconds.move_to_end(text)
        if len(self._seconds) > STATEMENTS_TIMED:
            self._seconds.popitem(last=False)

    def seconds(self, text: str) -> float:
        """Of a statement; infinite where none is remembered."""
        return self._seconds.get(text, inf)


def measure(waits: Measured, group: Sequence[Waiting], until: float) -> None:
    """A group's statement begins: how long each has waited for it; who goes a second time has been counted.

    Args:
        waits: where it is counted.
        group: the requests.
        until: when one that came at this moment would stop waiting.
    """
    for waiting in group:
        if not waiting.alone:
            waits.add(until - waiting.until)


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
        # The error holds this frame, which is not to hold the error's future, nor the values of a request.
        del first, group
        raise StatementFailedError from error
    for waiting, row in zip(group, rows, strict=True):
        if not waiting.row.done():
            waiting.row.set_result(row)
