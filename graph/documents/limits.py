"""What a request may be before anything costly looks at it: nesting, tokens, fields, depth of variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from graphql import DocumentNode, FieldNode, FragmentSpreadNode, SelectionSetNode, Visitor

from graph.errors import BadUserInput, ParseFailed, TooCostly, TooLarge
from graph.plan.read.walk import walk
from graph.reasons import Reason
from graph.shares.steps import LONG_LIST, paced, seconds_taken, step

COMPILE_SECONDS = 2.0
"""Processor time that one operation's document, or its plan, may take; waiting for a busy machine does not count."""

MAX_NESTING = 64
"""Braces, brackets and parentheses inside each other, in a document or in variables."""

MAX_VALUES = 150_000
"""Values of variables, those inside lists and objects among them."""

MAX_TOKENS = 10_000
MAX_SELECTIONS = 2_000
MAX_ALIASES = 500
MAX_REPEATS = 50
"""How often one selection set may repeat a response key: merging compares each with each."""

MAX_SPREADS = 200

MAX_LINES = 10_000
"""Lines of a document: finding a fault's place counts them, and so does a text between triple quotes."""

CHUNK = 4_096
"""Characters of a document that are looked at in one go."""

# No alternative begins as another, and the end is optional: each character is looked at once, whatever there is.
SHORT_TEXT = r'"(?!"")[^"\\\n\r]{0,32}(?:"|(?=[\n\r]))'
OUTSIDE = re.compile(rf'(?P<bracket>[{{}}()\[\]])|(?:[^"#{{}}()\[\]]|{SHORT_TEXT}){{1,{CHUNK}}}|(?P<opens>"""|"|\#)')
INSIDE = {
    '"""': re.compile(rf'(?:[^"\\]|\\"""|\\|"(?!"")){{0,{CHUNK}}}(?P<end>""")?'),
    '"': re.compile(rf'(?:\\[^\n\r]|[^"\\\n\r]){{0,{CHUNK}}}(?P<end>")?'),
    "#": re.compile(rf"[^\n\r]{{0,{CHUNK}}}(?P<end>[\n\r])?"),
}
"""What a text between triple quotes, a text and a comment hold, and what ends them."""


class TooLongError(TooCostly):
    """It took more processor time than it may; another time it may take less, so nobody remembers it."""


def too_long() -> TooLongError:
    """An operation that takes more processor time than it may."""
    return TooLongError("The operation takes too long to plan.", "Ask for less in one request.")


def compile_clock() -> Callable[[], None]:
    """A clock for one operation that begins to be compiled; asking it raises `TooCostly` once the time is up."""
    deadline = seconds_taken() + COMPILE_SECONDS

    def check_time() -> None:
        step(5)
        if seconds_taken() > deadline:
            raise too_long()

    return check_time


def check_nesting(text: str) -> int:
    """Refuse a document whose brackets lie too deep, before a parser follows them.

    Returns:
        The length of its longest piece: a text, a comment, or what stands between two of those and of brackets.

    Raises:
        TooCostly: they do, or there are more than a parser would take.
    """
    depth = brackets = longest = position = 0
    while (piece := OUTSIDE.match(text, position)) is not None:
        began, position = position, piece.end()
        if piece.lastgroup == "opens":
            position = _behind(text, position, INSIDE[piece[0]])
        elif piece.lastgroup == "bracket":
            brackets += 1
            depth += 1 if piece[0] in "{([" else -1
            if depth > MAX_NESTING:
                raise TooLarge(
                    "The document nests deeper than {limit} levels.",
                    "Ask in several requests.",
                    params=(("limit", MAX_NESTING),),
                )
            if brackets > MAX_TOKENS:
                raise too_many_tokens()
        step(1 + (piece.end() - began) // 50)
        longest = max(longest, position - began)
    return longest


def _behind(text: str, position: int, inside: re.Pattern[str]) -> int:
    """Where what has been opened at a position ends; what ends nowhere ends with what it may not hold."""
    while True:
        content = inside.match(text, position)
        if content is None or content.end() == position:
            return position
        step(1 + (content.end() - position) // 50)
        position = content.end()
        if content.lastgroup == "end":
            return position


def too_many_tokens() -> TooCostly:
    """A document with more tokens than one may have."""
    return TooLarge(
        "The document has more than {limit} tokens.",
        "Move long lists into variables.",
        params=(("limit", MAX_TOKENS),),
    )


def check_lines(text: str) -> None:
    """Refuse a document of very many lines.

    Raises:
        TooCostly: it has.
    """
    if 1 + text.count("\n") + text.count("\r") > MAX_LINES:
        raise TooLarge(
            "The document has more than {limit} lines.",
            "Leave out empty lines and comments.",
            params=(("limit", MAX_LINES),),
        )


def check_variables(variables: Mapping[str, object]) -> None:
    """Refuse variables that nest too deep to be walked, or hold very much.

    Raises:
        BadUserInput: they do.
    """
    count = len(variables)
    waiting = [(value, 1) for value in paced(variables.values()) if isinstance(value, dict | list)]
    while waiting:
        value, depth = waiting.pop()
        step(1 + len(value) // 8 if len(value) < LONG_LIST else 1)
        count += len(value)
        if count > MAX_VALUES:
            raise BadUserInput(
                "The variables hold more than {limit} values.",
                "Send several smaller requests.",
                reason=Reason.DOCUMENT_TOO_LARGE,
                params=(("limit", MAX_VALUES),),
            )
        if value and depth >= MAX_NESTING:
            raise BadUserInput(
                "The variables nest deeper than {limit} levels.",
                "Flatten them.",
                reason=Reason.DOCUMENT_TOO_LARGE,
                params=(("limit", MAX_NESTING),),
            )
        inside = value.values() if isinstance(value, dict) else value
        waiting += [(each, depth + 1) for each in paced(inside) if isinstance(each, dict | list)]


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
    walk(document, count)
    if count.empty:
        raise ParseFailed("A selection is empty.", "Name at least one field between { and }.")
    for found, limit, sentence in (
        (count.selections, MAX_SELECTIONS, "The document has {found} selections; it may have {limit}."),
        (count.aliases, MAX_ALIASES, "The document has {found} aliases; it may have {limit}."),
        (count.spreads, MAX_SPREADS, "The document has {found} fragment spreads; it may have {limit}."),
        (
            count.repeats,
            MAX_REPEATS,
            "The document has {found} repetitions of one response key; it may have {limit}.",
        ),
    ):
        if found > limit:
            raise TooLarge(sentence, "Ask in several requests.", params=(("found", found), ("limit", limit)))
