"""From a document's text to its operations: parsed, validated and prepared once, then remembered.

A refusal is remembered as well: an invalid document costs its validation once, not each time it is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphql import (
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    specified_rules,
)
from strawberry.schema.schema import validate_document

from graph.errors import BadUserInput, HearthError, ParseFailed, ValidationFailed
from graph.limits import MAX_TOKENS, check_nesting, check_size
from graph.plan.cache import Latest
from graph.plan.selection import Operation, prepare_operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphql import GraphQLSchema

DOCUMENTS = 1_000
MAX_REMEMBERED = 20_000
"""Characters of a document that is remembered; a longer one is prepared each time."""

RULES = tuple(specified_rules)


@dataclass(frozen=True, slots=True)
class Document:
    """A valid document's operations, by name; the key of an anonymous one is empty."""

    operations: Mapping[str, Operation]

    def operation(self, name: str | None) -> Operation:
        """The operation to run.

        Raises:
            BadUserInput: there is none of that name, or there are several and no name.
        """
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        found = self.operations.get(name or "")
        if found is None:
            raise BadUserInput(
                "The document has no such operation." if name else "The document has several operations.",
                "Name one of its operations in `operationName`.",
            )
        return found


class Documents:
    """Remembers the latest documents and refusals by their text."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._held: Latest[str, Document | HearthErrors] = Latest(DOCUMENTS)

    def __len__(self) -> int:
        return len(self._held)

    def find(self, text: str) -> Document:
        """The document.

        Raises:
            HearthErrors: it cannot be parsed, is not valid, or is too large.
        """
        held = self._held.get(text)
        if held is None:
            try:
                held = self._prepare(text)
            except HearthErrors as errors:
                held = errors
            if len(text) <= MAX_REMEMBERED:
                self._held.put(text, held)
        if isinstance(held, HearthErrors):
            raise HearthErrors(held.errors)
        return held

    def _prepare(self, text: str) -> Document:
        try:
            check_nesting(text)
            parsed = parse(text, max_tokens=MAX_TOKENS)
            check_size(parsed)
        except GraphQLSyntaxError as error:
            raise HearthErrors([_parse_error(error)]) from None
        except HearthError as error:
            raise HearthErrors([error]) from None
        faults = validate_document(self._schema, parsed, RULES)
        if faults:
            raise HearthErrors([_validation_error(fault) for fault in faults])
        fragments = {node.name.value: node for node in parsed.definitions if isinstance(node, FragmentDefinitionNode)}
        return Document(
            {
                node.name.value if node.name else "": prepare_operation(self._schema, node, fragments)
                for node in parsed.definitions
                if isinstance(node, OperationDefinitionNode)
            }
        )


class HearthErrors(Exception):
    """Several errors that refuse a request together."""

    def __init__(self, errors: list[HearthError]) -> None:
        super().__init__(f"{len(errors)} errors")
        self.errors = errors


def _places(error: GraphQLError) -> tuple[tuple[int, int], ...]:
    return tuple((place.line, place.column) for place in error.locations or ())


def _parse_error(error: GraphQLSyntaxError) -> HearthError:
    return ParseFailed(error.message, "Correct the document's syntax at the place named.", None, _places(error))


def _validation_error(error: GraphQLError) -> HearthError:
    return ValidationFailed(error.message, "Compare the document with the schema.", None, _places(error))
