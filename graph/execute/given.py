"""What a request gives for its operation: the values of variables and arguments, and what of them changes the SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.documents.documents import HearthErrors
from graph.plan.read.arguments import argument_values, condition_values, shape_of
from graph.plan.read.places import at_field
from graph.plan.read.reading import Reading

if TYPE_CHECKING:
    from graph.execute.request import GraphQLRequest
    from graph.plan.read.operation import Operation


def read_given(operation: Operation, request: GraphQLRequest) -> Reading:
    """The operation with the values of this request.

    Raises:
        HearthErrors: a variable does not fit its type.
    """
    variables = operation.variables.read_values(request.variables)
    if isinstance(variables, list):
        raise HearthErrors([at_field(error, operation) for error in variables])
    values = argument_values(operation, variables)
    return Reading(operation, values, condition_values(operation, variables), shape_of(operation, values))
