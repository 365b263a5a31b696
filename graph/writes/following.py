"""What a mutation follows: the key in its `after`, which has to be done first.

    not refused, and known ──> it goes
    refused ────────────────> AFTER_REFUSED
    not known ──────────────> looked for again, a little; then AFTER_REFUSED too

Nothing is kept of such a refusal: its own key stays free, and the same can be sent again. Keys of others are not known.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from sqlalchemy import exists, func, literal_column, select, table

from graph.kinds.kind import Kind
from graph.kinds.table import TYPES
from graph.plan.bind import bind
from graph.plan.sql.compiled import compiled
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import Relation
from graph.sqlstates import raise_public
from graph.writes.idempotency import NO_REFUSALS, OF_ID
from graph.writes.refusals import AFTER_REFUSED, AFTER_UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime
    from typing import Any

    from countries.tenancy.caller import Caller, Tier
    from graph.declarations.model import GraphModel
    from graph.plan.sql.compiled import Statement
    from graph.refusals import Refusal
    from graph.writes.request import WriteRequest

WAIT_SECONDS = 3.0
"""How long what is not known yet is waited for: it was sent at the same time, and is under way."""
PAUSES = (0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds between two looks; the last one again and again. Whoever ends in this process is heard of at once."""


Came = TypeVar("Came")


class ReadsKeys(Protocol):
    """The database, as far as keys are looked for."""

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> Any:  # noqa: ANN401 - a record
        """Run one statement in a read-only transaction in the caller's scope."""


@dataclass(slots=True)
class Course:
    """The mutations of one request, which are done one after the other.

    Attributes:
        now: the instant at which it came.
        waits: whether one waits for what it follows. In a batch none does: that stands before it.
        ended: the keys under which something of it has come to its end.
    """

    now: datetime
    waits: bool = True
    ended: set[str] = field(default_factory=set)


class Following:
    """Looks for what mutations follow.

    Args:
        model: all entities.
        database: reads keys.
    """

    def __init__(self, model: GraphModel, database: ReadsKeys) -> None:
        self._model, self._database = model, database
        self._looks: dict[Tier, Statement] = {}
        self._waiting: dict[tuple[str, str], set[asyncio.Future[None]]] = {}

    async def go(
        self,
        request: WriteRequest,
        course: Course,
        perform: Callable[[], Awaitable[Came]],
        refused: Callable[[Refusal], Came],
    ) -> Came:
        """Do a mutation once what it follows is done; whoever follows it is told of its end.

        Args:
            request: the mutation.
            course: the mutations of its request.
            perform: does it.
            refused: what it comes to where it cannot follow.

        Raises:
            HearthError: as of `perform`, or the database does not say what it follows.
        """
        try:
            refusal = None if request.inputs.faults else await self._refusal(request, course)
            return await perform() if refusal is None else refused(refusal)
        finally:
            self._end(request, course)

    async def _refusal(self, request: WriteRequest, course: Course) -> Refusal | None:
        """Why a mutation cannot follow what it names; nothing where it can, or was done before under its own key."""
        key = request.inputs.after
        if key is None:
            return None
        loop = asyncio.get_running_loop()
        until = loop.time() + (WAIT_SECONDS if course.waits and key not in course.ended else 0.0)
        pauses = iter(PAUSES)
        while True:
            news = self._listen(request.caller, key)
            try:
                row = await self._look(request)
                if row["known"]:
                    return None
                if row["done"] is not None:
                    return None if row["done"] else AFTER_REFUSED
                if key in course.ended:
                    return AFTER_REFUSED
                left = until - loop.time()
                if left <= 0:
                    return AFTER_UNKNOWN
                await asyncio.wait((news,), timeout=min(left, next(pauses, PAUSES[-1])))
            finally:
                self._forget(request.caller, key, news)

    def _end(self, request: WriteRequest, course: Course) -> None:
        """A mutation has come to its end: whoever waits for its key looks again."""
        key = request.inputs.key
        if key is None:
            return
        course.ended.add(key)
        for news in self._waiting.get((request.caller.key, key), ()):
            if not news.done():
                news.set_result(None)

    def _listen(self, caller: Caller, key: str) -> asyncio.Future[None]:
        news = asyncio.get_running_loop().create_future()
        self._waiting.setdefault((caller.key, key), set()).add(news)
        return news

    def _forget(self, caller: Caller, key: str, news: asyncio.Future[None]) -> None:
        others = self._waiting[caller.key, key]
        others.discard(news)
        if not others:
            del self._waiting[caller.key, key]

    async def _look(self, request: WriteRequest) -> Any:  # noqa: ANN401 - a record
        caller, inputs = request.caller, request.inputs
        statement = self._looks.get(caller.tier)
        if statement is None:
            statement = self._looks[caller.tier] = keys_statement(self._model, caller.tier)
        written = {
            "issuer": caller.issuer, "subject": caller.subject, "after": inputs.after, "key": inputs.key,
            "path": request.place,
        }  # fmt: skip
        try:
            values = bind(statement.sources, (), request.bringing(written))
            return await self._database.read_row(caller, statement.text, values)
        except Exception as error:  # noqa: BLE001 - raised again as what callers hear
            raise_public(error, caller.tier)


def keys_statement(model: GraphModel, tier: Tier) -> Statement:
    """Answers `done`, whether all under the key `after` was, null where nothing is known; `known`, of the own key."""
    parameters = Parameters(tier)
    entity = model.by_table["idempotency_key"]

    def kept(alias: str, **same: str) -> Any:  # noqa: ANN401 - a statement without columns
        source = Relation(table(entity.table).alias(alias))
        given = {"issuer": "issuer", "subject": "subject", **same}
        own = (source.c[name] == parameters.written(value, TYPES[Kind.TEXT]) for name, value in given.items())
        return source, [*parameters.tenancy(entity, source), *own]

    first, conditions = kept("first", key="after")
    done = select(func.bool_and(first.c.refusals == NO_REFUSALS)).select_from(first.clause)
    done = done.where(*conditions, first.c.path != literal_column(f"'{OF_ID}'"))
    own, same = kept("own", key="key", path="path")
    known = exists(select(literal_column("1")).select_from(own.clause).where(*same))
    return compiled(select(done.scalar_subquery().label("done"), known.label("known")), parameters)
