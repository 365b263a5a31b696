"""What a request may be before anything costly looks at it: nesting, tokens, fields, depth of variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from time import thread_time
from typing import Any

from graphql import DocumentNode, FieldNode, FragmentSpreadNode, SelectionSetNode, Visitor, visit

from graph.errors import BadUserInput, ParseFailed, TooCostly

COMPILE_SECONDS = 2.0
"""Processor time that the compiler may take over one operation; waiting for a busy machine does not count."""

MAX_NESTING = 64
"""Braces, brackets and parentheses inside each other, in a document or in variables."""

MAX_TOKENS = 10_000
MAX_SELECTIONS = 2_000
MAX_ALIASES = 500
MAX_REPEATS = 50
"""How often one selection set may repeat a response key: merging compares each with each."""

MAX_SPREADS = 200

# Possessive, and content without its end to match it: each character is looked at once, whatever the document holds.
IGNORED = re.compile(r'"""(?:[^"\\]|\\"""|\\|"(?!""))*+(?:""")?|"(?:\\[^\n\r]|[^"\\\n\r])*+"?|#[^\n\r]*+')
BRACKETS = re.compile(r"[{}()\[\]]")


def compile_clock() -> Callable[[], None]:
    """A clock for one operation that begins to be compiled; asking it raises `TooCostly` once the time is up."""
    deadline = thread_time() + COMPILE_SECONDS

    def check_time() -> None:
        if thread_time() > deadline:
            raise TooCostly("The operation takes too long to plan.", "Ask for less in one request.")

    return check_time


def check_nesting(text: str) -> None:
    """Refuse a document whose brackets lie too deep, before a parser follows them.

    Raises:
        TooCostly: they do.
    """
    depth = 0
    for bracket in BRACKETS.findall(IGNORED.sub("", text)):
        depth += 1 if bracket in "{([" else -1
        if depth > MAX_NESTING:
            raise TooCostly(f"The document nests deeper than {MAX_NESTING} levels.", "Ask in several requests.")


def check_variables(variables: Mapping[str, object]) -> None:
    """Refuse variables that nest too deep to be walked.

    Raises:
        BadUserInput: they do.
    """
    waiting: list[tuple[object, int]] = [(value, 1) for value in variables.values() if isinstance(value, dict | list)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MAX_NESTING:
            raise BadUserInput(f"The variables nest deeper than {MAX_NESTING} levels.", "Flatten them.")
        if isinstance(value, dict):
            waiting += [(inner, depth + 1) for inner in value.values()]
        elif isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in value]


class _Count(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.selections = self.aliases = self.spreads = self.repeats = self.empty = 0

    def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> None:  # noqa: ANN401 - the visitor's own signature
        keys: dict[str, int] = {}
        for selection in node.selections:
            self.selections += 1
            match selection:
                case FieldNode():
                    key = (selection.alias or selection.name).value
                    keys[key] = keys.get(key, 0) + 1
                    self.aliases += selection.alias is not None
                case FragmentSpreadNode():
                    self.spreads += 1
                case _:
                    pass
        self.repeats = max(self.repeats, *keys.values()) if keys else self.repeats
        self.empty += not node.selections


def check_size(document: DocumentNode) -> None:
    """Refuse a document that would take long to validate, or that the parser should not have let pass.

    Raises:
        ParseFailed: a selection is empty, which the grammar forbids.
        TooCostly: it has too many fields, aliases, fragments or repetitions.
    """
    count = _Count()
    visit(document, count)
    if count.empty:
        raise ParseFailed("A selection is empty.", "Name at least one field between { and }.")
    for found, limit, what in (
        (count.selections, MAX_SELECTIONS, "selections"),
        (count.aliases, MAX_ALIASES, "aliases"),
        (count.spreads, MAX_SPREADS, "fragment spreads"),
        (count.repeats, MAX_REPEATS, "repetitions of one response key"),
    ):
        if found > limit:
            raise TooCostly(f"The document has {found} {what}; it may have {limit}.", "Ask in several requests.")
