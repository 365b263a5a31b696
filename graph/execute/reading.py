"""A request, read: which operation it means, and what it gives for it; what of that changes the SQL.

Queries, mutations and subscriptions are read here, in one way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.documents.documents import Documents
from graph.documents.limits import check_variables
from graph.errors import HearthError, Place
from graph.plan.read.arguments import argument_values, condition_faults, condition_values, shape_of
from graph.plan.read.places import at_fields
from graph.plan.read.reading import Reading
from graph.plan.read.rest import Misread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphql import GraphQLSchema

    from countries.tenancy.caller import Caller
    from graph.documents.slices import Slices
    from graph.execute.request import GraphQLRequest
    from graph.plan.read.operation import Operation

LONG = 8_000
"""Bytes of a request, or letters of its document, from which on its values are read in slices: a document that is named
by its hash comes in a short request."""


class RequestReader:
    """Reads requests; documents are remembered.

    Args:
        schema: the type system.
        slices: does what takes long.
    """

    def __init__(self, schema: GraphQLSchema, slices: Slices) -> None:
        self._documents = Documents(schema)
        self._slices = slices

    def keep(self, texts: Iterable[str]) -> None:
        """Prepare documents that are known beforehand, and never forget them.

        Raises:
            HearthErrors: one cannot be meant.
        """
        for text in texts:
            self._documents.keep(text)

    def find(self, request: GraphQLRequest) -> Operation:
        """The operation that a request means, at once.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: it asks for no operation of its document, or its variables hold too much.
        """
        check_variables(request.variables)
        return self._parsed(request)

    async def found(self, request: GraphQLRequest, caller: Caller) -> tuple[Operation, bool]:
        """The operation, worked out in slices, once for all who wait for it; and whether the budget was looked at.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: as of `find`, or the caller's budget is spent.
        """
        if request.size > LONG:
            await self._slices.run(caller, lambda: check_variables(request.variables), checked=True)
        else:
            check_variables(request.variables)
        held = self._held(request)
        if held is not None:
            return held, False
        # The budget is looked at once: whoever was let in is not stopped half-way.
        key = (request.document, request.operation_name)
        while (held := self._held(request)) is None:
            if (made := await self._slices.once(caller, key, lambda: self._parsed(request))) is not None:
                return made, True
        return held, False

    async def reading(self, operation: Operation, request: GraphQLRequest, caller: Caller) -> Reading:
        """The operation with the values of this request, and what of them does not fit."""
        if request.size > LONG or len(request.document) > LONG:
            return await self._slices.run(caller, lambda: read_given(operation, request), checked=True)
        return read_given(operation, request)

    def _held(self, request: GraphQLRequest) -> Operation | None:
        """The operation, where it is remembered."""
        document = self._documents.held(request.document)
        return None if document is None else document.held(request.operation_name)

    def _parsed(self, request: GraphQLRequest) -> Operation:
        return self._documents.find(request.document).operation(request.operation_name)


def read_given(operation: Operation, request: GraphQLRequest) -> Reading:
    """The operation with the values of this request; where not all of them fit, with the rest, and what does not."""
    variables = operation.variables.read_values(request.variables)
    faults, told = list[HearthError](), list[Place]()
    if isinstance(variables, Misread):
        faults, variables, told = variables
    if operation.conditions:
        faults += condition_faults(operation, variables)
    values = argument_values(operation, variables)
    conditions, shape = condition_values(operation, variables), shape_of(operation, values)
    if not faults:
        return Reading(operation, values, conditions, shape)
    return Reading(operation, values, conditions, shape, [*at_fields(faults, operation)], told)
