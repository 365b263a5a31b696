"""A small GraphQL server behind the protocol that the HTTP edge asks for: graphql-core over three fields."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import orjson
from graphql import (
    GraphQLError,
    OperationType,
    build_schema,
    execute_sync,
    get_operation_ast,
    parse,
    validate,
)

from graph.errors import (
    BadUserInput,
    HearthError,
    ParseFailed,
    ValidationFailed,
)
from graph.execute.batch import answer_batch
from graph.execute.request import Begun, GraphQLRequest, GraphQLResponse

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller
    from graph.execute.batch import Batch, Turn, Unexpected

SCHEMA = build_schema("""
type Query { hello(name: String): String!  who: String! }
type Mutation { rename(name: String!): String! }
""")
HINT = "Read the schema."


class SmallEngine:
    """Answers as the graph does: its statuses, its shapes.

    Attributes:
        asked: every request that came this far, with its caller.
        faults: what a document with that word in it raises.
        seconds: how long it takes.
        goes_on: while it is not set, nothing is answered.
    """

    def __init__(self) -> None:
        self.faults: dict[str, Exception] = {}
        self.seconds = 0.0
        self.goes_on = asyncio.Event()
        self.goes_on.set()
        self.asked: list[tuple[GraphQLRequest, Caller]] = []

    async def answer(self, request: GraphQLRequest, caller: Caller) -> GraphQLResponse:
        """The response to one request."""
        self.asked.append((request, caller))
        if self.seconds:
            await asyncio.sleep(self.seconds)
        await self.goes_on.wait()
        for word, fault in self.faults.items():
            if word in request.document:
                raise fault
        try:
            document = parse(request.document)
        except GraphQLError:
            return _refused(400, ParseFailed("This is no GraphQL.", HINT))
        if validate(SCHEMA, document):
            return _refused(400, ValidationFailed("This does not fit.", HINT))
        operation = get_operation_ast(document, request.operation_name)
        if operation is None:
            return _refused(400, BadUserInput("There is no such operation.", HINT))
        if request.read_only and operation.operation is not OperationType.QUERY:
            return _refused(405, BadUserInput("A mutation needs a POST.", HINT))
        result = execute_sync(
            SCHEMA,
            document,
            _Root(caller),
            variable_values=request.variables,
            operation_name=request.operation_name,
        )
        if result.data is None and result.errors and result.errors[0].path is None:
            return _refused(400, BadUserInput("A variable does not fit.", HINT))
        return GraphQLResponse(orjson.dumps(result.formatted), timings={"parse": 0.25, "transaction": 1.5})

    async def answer_batch(self, batch: Batch, caller: Caller, turn: Turn, fault: Unexpected) -> GraphQLResponse:
        """The responses to several, as the real engine puts them together."""

        async def begin(request: GraphQLRequest) -> Begun:
            return Begun(partial(self.answer, request, caller))

        return await answer_batch(batch, turn, fault, begin)


class _Root:
    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def hello(self, info: object, name: str = "world") -> str:
        del info
        return f"Hello {name}"

    def who(self, info: object) -> str:
        del info
        return f"{self._caller.tier} {','.join(self._caller.countries)}"

    def rename(self, info: object, name: str) -> str:
        del info
        return name


def _refused(status: int, error: HearthError) -> GraphQLResponse:
    return GraphQLResponse(orjson.dumps({"errors": [error.formatted()]}), status)
