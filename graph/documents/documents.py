"""From a document's text to its operations: parsed, validated and prepared once, then remembered.

A refusal is remembered as well: an invalid document costs its validation once, not each time it is sent. What is kept
of it is plain text and numbers under a digest: an error would keep the frames that it went through, with the syntax
tree and the variables of the request.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from graphql import FragmentDefinitionNode, OperationDefinitionNode
from graphql.validation.validate import ValidationAbortedError

from graph.documents.library_words import said_by_library
from graph.documents.limits import TooLongError, check_size
from graph.documents.parsing import LONGEST_MESSAGE, clipped, parse_document, places
from graph.documents.validation import faults_of
from graph.errors import BadUserInput, HearthError, HearthErrors, TooLarge, ValidationFailed
from graph.memory import Latest
from graph.plan.read.operation import Operation
from graph.plan.read.prepare import prepare_operation
from graph.reasons import Reason
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphql import DocumentNode, GraphQLError, GraphQLSchema

    from graph.refusals import Param

DOCUMENTS = 1_000
DOCUMENT_BYTES = 64_000_000
"""Documents that are remembered: at most so many, and so many bytes together, by the estimate below."""
TOKEN_BYTES = 750
"""What a token comes to in the syntax tree and in the operations that are made of it: 360 to 560 in the tree (measured
with graphql-core 3.3), and up to 190 in an operation."""
DOCUMENT_ITSELF_BYTES = 4_000

REFUSALS = 1_000
REFUSAL_BYTES = 4_000_000
"""Refusals that are remembered: at most so many, and so many bytes together."""

OPERATIONS = 4
"""Operations of one document that are remembered."""


@dataclass(frozen=True, slots=True)
class Document:
    """A valid document.

    Attributes:
        schema: what it was validated against.
        definitions: its operations by name; the key of an anonymous one is empty.
        fragments: its fragments by name.
        size: bytes that it takes, by estimate.
        prepared: the operations asked for last. Each is prepared when it is asked for: of many operations beside many
            fragments, all together would take long.
    """

    schema: GraphQLSchema
    definitions: Mapping[str, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]
    size: int
    prepared: Latest[str, Operation] = field(default_factory=lambda: Latest(OPERATIONS, OPERATIONS))

    def held(self, name: str | None) -> Operation | None:
        """The operation to run, where it has been prepared lately."""
        return self.prepared.get(self._key(name))

    def _key(self, name: str | None) -> str:
        return next(iter(self.definitions)) if name is None and len(self.definitions) == 1 else name or ""

    def operation(self, name: str | None) -> Operation:
        """The operation to run.

        Raises:
            BadUserInput: there is none of that name, or there are several and no name.
        """
        wanted = self._key(name)
        definition = self.definitions.get(wanted)
        if definition is None:
            raise BadUserInput(
                "The document has no such operation." if name else "The document has several operations.",
                "Name one of its operations in `operationName`.",
                reason=Reason.DOCUMENT_INVALID,
            )
        found = self.prepared.get(wanted)
        if found is None:
            found = prepare_operation(self.schema, definition, self.fragments)
            self.prepared.put(wanted, found)
        return found


FAULT_STEPS = 200
"""Steps of remembering what is wrong in one place of a document."""


class PlainError(NamedTuple):
    """An error as plain data: what it is and what it says, and no trace of where it was raised."""

    kind: type[HearthError]
    says: tuple[object, ...]


class Documents:
    """Remembers the latest documents by their text, and the latest refusals by its digest."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._held: Latest[str, Document] = Latest(DOCUMENTS, DOCUMENT_BYTES)
        self._refused: Latest[bytes, tuple[PlainError, ...]] = Latest(REFUSALS, REFUSAL_BYTES)
        self._kept: dict[str, Document] = {}

    def __len__(self) -> int:
        return len(self._held) + len(self._refused)

    def keep(self, text: str) -> None:
        """Prepare a document with all its operations, and never forget it.

        Raises:
            HearthErrors: it cannot be parsed, is not valid, or is too large.
        """
        found = self._prepare(text)
        if not isinstance(found, Document):
            raise _errors(found)
        for name in found.definitions:
            found.operation(name)
        self._kept[text] = found

    def held(self, text: str) -> Document | None:
        """The document, where it is remembered.

        Raises:
            HearthErrors: it is remembered that it was refused.
        """
        held = self._kept.get(text) or self._held.get(text)
        if held is None and len(self._refused):
            refused = self._refused.get(_digest(text))
            if refused is not None:
                raise _errors(refused)
        return held

    def find(self, text: str) -> Document:
        """The document.

        Raises:
            HearthErrors: it cannot be parsed, is not valid, or is too large.
            TooLongError: it takes too much processor time.
        """
        held = self.held(text)
        if held is not None:
            return held
        found = self._prepare(text)
        if isinstance(found, Document):
            self._held.put(text, found, found.size + sys.getsizeof(text))
            return found
        self._refused.put(_digest(text), found, _size(found))
        raise _errors(found)

    def _prepare(self, text: str) -> Document | tuple[PlainError, ...]:
        """The document, or why it is refused. No error leaves it: one would hold what is under way here."""
        try:
            parsed = parse_document(text)
            check_size(parsed)
        except TooLongError:
            raise
        except HearthError as error:
            return (_plain(error),)
        faults = faults_of(self._schema, parsed)
        if faults:
            return tuple(_refusal(fault) for fault in faults)
        operations = [node for node in parsed.definitions if isinstance(node, OperationDefinitionNode)]
        fragments = [node for node in parsed.definitions if isinstance(node, FragmentDefinitionNode)]
        return Document(
            self._schema,
            {node.name.value if node.name else "": node for node in operations},
            {node.name.value: node for node in fragments},
            DOCUMENT_ITSELF_BYTES + TOKEN_BYTES * _tokens(parsed),
        )


def _errors(refused: tuple[PlainError, ...]) -> HearthErrors:
    """A refusal as an exception of its own each time: one that is raised again and again would grow."""
    return HearthErrors([each.kind(*each.says) for each in refused])  # type: ignore[arg-type]  # as `_plain` took them


def _plain(error: HearthError) -> PlainError:
    return PlainError(type(error), tuple(getattr(error, each.name) for each in fields(error)))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _size(refused: tuple[PlainError, ...]) -> int:
    """Bytes of a refusal and of what remembers it."""
    return 500 + sum(300 + sum(_weight(value) for value in each.says) for each in refused)


def _weight(value: object) -> int:
    inside = sum(_weight(each) for each in value) if isinstance(value, tuple) else 0
    return sys.getsizeof(value) + inside


def _tokens(document: DocumentNode) -> int:
    count: int = getattr(document, "token_count", 0)
    return count


def _refusal(error: GraphQLError) -> PlainError:
    if isinstance(error, ValidationAbortedError):
        hint = "Ask in several requests, with fewer fragments."
        return _plain(TooLarge("The document takes too long to check in full.", hint))
    step(FAULT_STEPS)
    told = error.extensions or {}
    said = said_by_library(error.message, clipped(error.message))
    return _plain(
        ValidationFailed(
            told.get("sentence", said.template),
            told.get("advice", "Compare the document with the schema."),
            None,
            places(error),
            Reason.DOES_NOT_FIT if "place" in told else None,
            place=told.get("place"),
            expected=told.get("expected"),
            argument=told.get("path"),
            aside=tuple((name, _bounded(value)) for name, value in told.get("params", ())) or said.params,
        )
    )


def _bounded(value: Param) -> Param:
    """A parameter; what a document names may be as long as the document."""
    return clipped(value) if isinstance(value, str) and len(value) > LONGEST_MESSAGE else value
