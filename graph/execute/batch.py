"""A batch: the operations of one request, in order, each with a response of its own.

    read, planned, priced ─> all of them, one after the other ─> together within what one request may ask for
                          ─> turn ─> run the first ─> turn ─> run the second …

Nothing runs before all are priced. What is refused leaves the others as they are: whoever means otherwise says so
(`after`). Between two operations whoever else waits has a turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from graph.documents.limits import MAX_ALIASES
from graph.errors import HearthError, TooCostly
from graph.execute.request import Begun, GraphQLRequest, GraphQLResponse
from graph.execute.response import Stopwatch, refusal, refused_body
from graph.plan.planner.cost import MAX_BYTES, MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

Batch: TypeAlias = "Sequence[GraphQLRequest | HearthError]"
"""The operations, in order; of one that cannot be read, why."""
Turn = Callable[[], Awaitable[None]]
Unexpected = Callable[[Exception], HearthError]
Begins = Callable[[GraphQLRequest], Awaitable[Begun | GraphQLResponse]]

MAX_OPERATIONS = 50
"""Operations of one batch."""
MAX_WRITES = MAX_ALIASES
"""Mutations of one batch, as many as one operation may hold."""


async def answer_batch(batch: Batch, turn: Turn, fault: Unexpected, begin: Begins) -> GraphQLResponse:
    """Answer a batch.

    Args:
        batch: the operations.
        turn: waits until the caller's next operation may begin.
        fault: what a client hears of an exception that nobody expected; the other operations keep their answers.
        begin: reads and plans one.

    Returns:
        The array of the responses; or why nothing of it was run: it asks for too much, or the caller's budget is spent.
    """
    begun: list[Begun | GraphQLResponse] = []
    for each in batch:
        if isinstance(each, HearthError):
            begun.append(refusal([each], Stopwatch()))
            continue
        await turn()
        made = await begin(each)
        if isinstance(made, GraphQLResponse) and made.retry_after is not None:
            return made
        begun.append(made)
    for too_much in _too_much(begun):
        return refusal([too_much], Stopwatch())
    return await _run(begun, turn, fault)


def _too_much(begun: Sequence[Begun | GraphQLResponse]) -> Iterator[TooCostly]:
    ready = [each for each in begun if isinstance(each, Begun)]
    rows, writes = sum(each.price for each in ready), sum(each.writes for each in ready)
    if rows > MAX_ROWS:
        yield TooCostly(
            "The operations of the batch ask for {rows} rows together; one request may ask for {limit}.",
            "Ask for smaller pages, or in several requests.",
            params=(("rows", rows), ("limit", MAX_ROWS)),
        )
    if writes > MAX_WRITES:
        yield TooCostly(
            "The operations of the batch hold {writes} mutations together; one request may hold {limit}.",
            "Send several smaller batches.",
            params=(("writes", writes), ("limit", MAX_WRITES)),
        )


async def _run(begun: Sequence[Begun | GraphQLResponse], turn: Turn, fault: Unexpected) -> GraphQLResponse:
    bodies: list[bytes] = []
    size, writes, codes, stages = 0, False, dict[str, None](), Counter[str]()
    for each in begun:
        answer = each
        if isinstance(answer, Begun):
            await turn()
            try:
                answer = await answer.go()
            except Exception as unexpected:  # noqa: BLE001 - whatever it is, what the others wrote is told
                answer = refusal([fault(unexpected)], Stopwatch())
        body = answer.body
        size += len(body)
        if size > MAX_BYTES:
            size -= len(body)
            body = refused_body([_too_large(writes=answer.writes)])
            codes[TooCostly.code] = None
        bodies.append(body)
        codes.update(dict.fromkeys(answer.codes))
        stages.update(answer.timings)
        writes = writes or answer.writes
    whole = b"[" + b",".join(bodies) + b"]"
    return GraphQLResponse(whole, 200, dict(stages), writes=writes, codes=tuple(codes))


def _too_large(*, writes: bool) -> TooCostly:
    hint = "Ask for less, or in several requests."
    if writes:
        hint = "Its mutations were carried out: sent again under the same keys, they tell what came of them."
    sentence = "With this one the answers of the batch are larger than {limit} bytes."
    return TooCostly(sentence, hint, params=(("limit", MAX_BYTES),))
