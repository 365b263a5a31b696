"""A document's text to its syntax tree, in steps.

graphql-core's lexer and parser do it, and hand out their tokens one by one: each is a step. What lies inside one token,
or between two, is read character by character; where that may be long, the text itself counts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from graphql import DocumentNode, GraphQLSyntaxError, Lexer, Source, Token, TokenKind
from graphql.language.parser import Parser

from graph.documents.library_words import said_by_library
from graph.documents.limits import MAX_NESTING, MAX_TOKENS, check_lines, check_nesting, too_many_tokens
from graph.errors import HearthError, ParseFailed, TooLarge
from graph.shares.steps import step

TOKEN_STEPS = 10
"""Steps that a token takes, with the node that it ends up in."""
LONG_PIECE = 1_000
"""Characters inside one token, or between two, from which on each of them is a step."""
LIST_STEPS = 30
"""Steps of going through a list of nodes, beside those of each node."""
LONG_LIST = 32
"""Nodes of a list from which on each of them is a step."""
FOUND = re.compile(r"(Int|Float|String|BlockString) ['\"].*['\"](?=[.]$)", re.DOTALL)
"""What a syntax error says of a value: its kind is told, and what it holds is not."""
LONGEST_MESSAGE = 500
"""Characters of what graphql-core says of a document: it quotes names, which may be as long as the document."""

Parsed = TypeVar("Parsed")


def parse_document(text: str) -> DocumentNode:
    """The syntax tree of a document.

    Raises:
        ParseFailed: it does not follow the grammar.
        TooCostly: it nests too deep, or has too many tokens or lines.
    """
    longest = check_nesting(text)
    check_lines(text)
    lexer = _Lexer(Source(_Counted(text) if longest > LONG_PIECE else text))
    try:
        return _Parser(lexer.source, lexer=lexer, max_tokens=MAX_TOKENS).parse_document()
    except GraphQLSyntaxError as error:
        raise _public(error) from None
    except RecursionError:
        raise TooLarge(
            "The document nests deeper than {limit} levels.",
            "Ask in several requests.",
            params=(("limit", MAX_NESTING),),
        ) from None


def places(error: Any) -> tuple[tuple[int, int], ...]:  # noqa: ANN401 - an error of graphql-core
    """Where in the document an error is: pairs of line and column, counted from 1."""
    return tuple((place.line, place.column) for place in error.locations or ())


def clipped(message: str) -> str:
    """A message of graphql-core, not longer than one is read."""
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}…"


def _public(error: GraphQLSyntaxError) -> HearthError:
    if "more than" in error.message and "tokens" in error.message:
        return too_many_tokens()
    hint = "Correct the document's syntax at the place named."
    message = FOUND.sub(r"\1", error.message)
    said = said_by_library(message, clipped(message))
    return ParseFailed(said.template, hint, None, places(error), aside=said.params)


class _Lexer(Lexer):
    def read_next_token(self, start: int) -> Token:
        step(TOKEN_STEPS)
        return super().read_next_token(start)


class _Parser(Parser):
    """Long lists of nodes count who goes through them: validation and planning do so again and again."""

    def any(self, open_kind: TokenKind, parse_fn: Callable[[], Parsed], close_kind: TokenKind) -> tuple[Parsed, ...]:
        # What a literal lists or an object holds, however short: it is compared with all that its type may hold.
        return _Nodes(super().any(open_kind, parse_fn, close_kind))

    def optional_many(
        self, open_kind: TokenKind, parse_fn: Callable[[], Parsed], close_kind: TokenKind
    ) -> tuple[Parsed, ...] | None:
        found = super().optional_many(open_kind, parse_fn, close_kind)
        return None if found is None else _counted(found)

    def many(self, open_kind: TokenKind, parse_fn: Callable[[], Parsed], close_kind: TokenKind) -> tuple[Parsed, ...]:
        return _counted(super().many(open_kind, parse_fn, close_kind))


def _counted(nodes: tuple[Parsed, ...]) -> tuple[Parsed, ...]:
    return nodes if len(nodes) < LONG_LIST else _Nodes(nodes)


class _Nodes(tuple[Parsed, ...]):
    """Nodes of which each is a step for whoever goes through them."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Parsed]:
        step(LIST_STEPS)
        for node in super().__iter__():
            step(TOKEN_STEPS)
            yield node


class _Counted(str):
    """A text that counts how often it is looked at."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> str:  # noqa: ANN401 - as of any text
        step()
        return super().__getitem__(key)
