"""From a document's text to its operations: parsed, validated and prepared once, then remembered.

A refusal is remembered as well: an invalid document costs its validation once, not each time it is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphql import (
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
)
from graphql.validation.validate import ValidationAbortedError

from graph.errors import BadUserInput, HearthError, ParseFailed, Reason, TooCostly, ValidationFailed
from graph.limits import MAX_TOKENS, check_nesting, check_size
from graph.plan.cache import Latest
from graph.plan.selection import Operation, prepare_operation
from graph.validation import faults_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphql import GraphQLSchema

DOCUMENTS = 1_000
DOCUMENT_CHARACTERS = 1_000_000
"""Documents that are remembered: at most so many, and so many characters together; a syntax tree is far larger."""

FOUND = re.compile(r"(Int|Float|String|BlockString) ['\"].*['\"](?=[.]$)", re.DOTALL)
"""What a syntax error says of a value: its kind is told, and what it holds is not."""
OPERATIONS = 4
"""Operations of one document that are remembered."""


@dataclass(frozen=True, slots=True)
class Document:
    """A valid document.

    Attributes:
        schema: what it was validated against.
        definitions: its operations by name; the key of an anonymous one is empty.
        fragments: its fragments by name.
        prepared: the operations asked for last. Each is prepared when it is asked for: of many operations beside many
            fragments, all together would take long.
    """

    schema: GraphQLSchema
    definitions: Mapping[str, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]
    prepared: Latest[str, Operation] = field(default_factory=lambda: Latest(OPERATIONS, OPERATIONS))

    def operation(self, name: str | None) -> Operation:
        """The operation to run.

        Raises:
            BadUserInput: there is none of that name, or there are several and no name.
        """
        wanted = next(iter(self.definitions)) if name is None and len(self.definitions) == 1 else name or ""
        definition = self.definitions.get(wanted)
        if definition is None:
            raise BadUserInput(
                "The document has no such operation." if name else "The document has several operations.",
                "Name one of its operations in `operationName`.",
            )
        found = self.prepared.get(wanted)
        if found is None:
            found = prepare_operation(self.schema, definition, self.fragments)
            self.prepared.put(wanted, found)
        return found


class Documents:
    """Remembers the latest documents and refusals by their text."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._held: Latest[str, Document | HearthErrors] = Latest(DOCUMENTS, DOCUMENT_CHARACTERS)

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
            self._held.put(text, held, len(text))
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
        faults = faults_of(self._schema, parsed)
        if faults:
            raise HearthErrors([_validation_error(fault) for fault in faults])
        operations = [node for node in parsed.definitions if isinstance(node, OperationDefinitionNode)]
        fragments = [node for node in parsed.definitions if isinstance(node, FragmentDefinitionNode)]
        return Document(
            self._schema,
            {node.name.value if node.name else "": node for node in operations},
            {node.name.value: node for node in fragments},
        )


class HearthErrors(Exception):
    """Several errors that refuse a request together."""

    def __init__(self, errors: list[HearthError]) -> None:
        super().__init__(f"{len(errors)} errors")
        self.errors = errors


def _places(error: GraphQLError) -> tuple[tuple[int, int], ...]:
    return tuple((place.line, place.column) for place in error.locations or ())


def _parse_error(error: GraphQLSyntaxError) -> HearthError:
    if "more than" in error.message and "tokens" in error.message:
        return TooCostly(f"The document has more than {MAX_TOKENS} tokens.", "Move long lists into variables.")
    message = FOUND.sub(r"\1", error.message)
    return ParseFailed(message, "Correct the document's syntax at the place named.", None, _places(error))


def _validation_error(error: GraphQLError) -> HearthError:
    if isinstance(error, ValidationAbortedError):
        return TooCostly(
            "The document takes too long to check in full.", "Ask in several requests, with fewer fragments."
        )
    told = error.extensions or {}
    return ValidationFailed(
        error.message,
        told.get("hint", "Compare the document with the schema."),
        None,
        _places(error),
        Reason.DOES_NOT_FIT if "place" in told else None,
        place=told.get("place"),
        expected=told.get("expected"),
    )
