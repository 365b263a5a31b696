"""What goes into the engine and what comes out: plain data between the wire and the sentence."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class GraphQLRequest:
    """One GraphQL request, decoded but not yet parsed.

    Attributes:
        document: the GraphQL text.
        operation_name: which of its operations to run, where it has several.
        variables: JSON values by variable name.
        read_only: whether only a query may run, as over GET.
        size: bytes of the body that it came in; nothing where nobody counted them.
        document_id: names a document that is known beforehand (`graph/execute/trusted.py`).
        is_persisted: whether it is named as persisted queries name theirs.
    """

    document: str
    operation_name: str | None = None
    variables: dict[str, object] = field(default_factory=dict)
    read_only: bool = False
    size: int = field(default=0, compare=False)
    document_id: str | None = None
    is_persisted: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """An operation that has been read and planned; nothing of it has been run.

    Attributes:
        go: runs it. It raises nothing that a caller can meet: what fails is part of the response.
        price: the rows that it asks for.
        writes: how many mutations it holds.
    """

    go: Callable[[], Awaitable[GraphQLResponse]]
    price: int = 0
    writes: int = 0


@dataclass(slots=True)
class GraphQLResponse:
    """One finished response.

    Attributes:
        body: the response as UTF-8 JSON: `data`, `errors`.
        status: the HTTP status for a client that reads `application/graphql-response+json`: 200 where execution began,
            4xx where the request was refused before it, 405 for a mutation over GET, 429 where the caller's budget is
            spent, 5xx where the server failed.
        timings: milliseconds by stage, for `Server-Timing`.
        retry_after: whole seconds after which the same request may succeed, for `Retry-After`.
        writes: whether it tells what was written: such an answer is given whatever else waits for its reader.
        codes: those of its errors and of the refusals in payloads of mutations, each once.
        of_schema: whether it tells of the schema and of nothing else.
    """

    body: bytes
    status: int = 200
    timings: dict[str, float] = field(default_factory=dict)
    retry_after: int | None = None
    writes: bool = False
    codes: Sequence[str] = ()
    of_schema: bool = False
