"""Every sentence that a caller can hear is a template: a literal, so that a catalogue can hold it in other languages.

What a sentence or a hint is made of is looked at in the source: in each call of an error, of a refusal, and of whatever
function or class of ours takes a `message`, a `hint`, a `sentence` or an `advice`, and in what a name in such a call
has been given in its module. A text that is put together there is one that no catalogue can hold.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import BadUserInput, HearthError
from graph.refusals import Plural, Spoken, filled
from graph.words.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
WORDS = ("message", "hint", "sentence", "advice", "template")
"""Parameters that are templates."""
AT_A_TERMINAL = ("graph/backup", "graph/commands", "graph/demo", "graph/database")
"""Whose sentences only whoever runs the server hears, at its terminal or in its log, with paths and figures of its."""
BEFORE_SERVING = (
    "graph/declarations/noted.py",
    "graph/declarations/computed_reader.py",
    "graph/settings/claim_file.py",
)
"""What is raised before a server serves, for whoever develops or configures it."""
NOT_TO_CALLERS = frozenset(
    {"MisdeclaredError", "body_error", "SettingsError", "ManifestError", "_read", "clipped", "say"}
)
"""The same, by the name of what is called; what passes graphql-core's own words on; a line of the log."""


@dataclass
class Source:
    """A module: what its names are given, in each function and outside of all, and what its functions return.

    Attributes:
        calls: every call, with the function that it stands in.
    """

    path: str
    tree: ast.Module
    calls: list[tuple[ast.Call, str]] = field(default_factory=list)
    given: dict[tuple[str, str], list[ast.expr]] = field(default_factory=dict)
    returned: dict[str, list[ast.expr]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._read(self.tree, "")

    def _read(self, node: ast.AST, inside: str) -> None:
        for each in ast.iter_child_nodes(node):
            here = inside
            match each:
                case ast.FunctionDef(name=name, lineno=line) | ast.AsyncFunctionDef(name=name, lineno=line):
                    here = f"{name} {line}"
                case ast.Assign(targets=targets, value=value):
                    for target in targets:
                        self._note(target, value, inside)
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    self._note(target, value, inside)
                case ast.Return(value=ast.expr() as value):
                    self.returned.setdefault(inside.partition(" ")[0], []).append(value)
                case ast.Call():
                    self.calls.append((each, inside))
                case _:
                    pass
            self._read(each, here)

    def _note(self, target: ast.expr, value: ast.expr, inside: str) -> None:
        if isinstance(target, ast.Name):
            self.given.setdefault((inside, target.id), []).append(value)
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, part in zip(target.elts, value.elts, strict=False):
                self._note(one, part, inside)

    def made(self, said: ast.expr, inside: str, seen: frozenset[str] = frozenset()) -> Iterator[ast.expr]:
        """What of an expression in a function is put together of pieces."""
        match said:
            case ast.JoinedStr() | ast.BinOp():
                yield said
            case ast.Call(func=ast.Attribute(attr="format" | "format_map" | "join" | "replace" | "capitalize")):
                yield said
            case _:
                for part, where, met in self._behind(said, inside, seen):
                    yield from self.made(part, where, met)

    def _behind(
        self, said: ast.expr, inside: str, seen: frozenset[str]
    ) -> Iterator[tuple[ast.expr, str, frozenset[str]]]:
        """What an expression stands for: each with the function that it is in, and the names that led to it."""
        match said:
            case ast.Call() if (name := _name(said)) not in seen | NOT_TO_CALLERS:
                yield from ((value, "", seen | {name}) for value in self.returned.get(name, ()))
            case ast.Name(id=name) if name not in seen:
                values = self.given.get((inside, name), self.given.get(("", name), ()))
                yield from ((value, inside, seen | {name}) for value in values)
            case ast.Subscript(value=value) | ast.Starred(value=value):
                yield value, inside, seen
            case ast.IfExp(body=one, orelse=other):
                yield from ((part, inside, seen) for part in (one, other))
            case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values) | ast.Dict(values=values):
                yield from ((part, inside, seen) for part in values)
            case _:
                return


@cache
def _sources() -> list[Source]:
    named = [(path.relative_to(ROOT).as_posix(), path) for path in sorted((ROOT / "graph").rglob("*.py"))]
    left_out = (*AT_A_TERMINAL, *BEFORE_SERVING)
    return [Source(name, ast.parse(path.read_text("utf-8"))) for name, path in named if not name.startswith(left_out)]


@cache
def _errors() -> set[str]:
    """The names of `HearthError` and of all that comes from it."""
    found, before = {HearthError.__name__}, 0
    classes = [node for source in _sources() for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)]
    while len(found) != before:
        before = len(found)
        found |= {each.name for each in classes if any(isinstance(b, ast.Name) and b.id in found for b in each.bases)}
    return found


@cache
def _speakers() -> dict[str, set[tuple[int, str]]]:
    """Functions and classes by name, each with where its templates stand: by position, and by name."""
    found: dict[str, set[tuple[int, str]]] = {name: {(0, "message"), (1, "hint")} for name in _errors()}
    for source in _sources():
        for node in ast.walk(source.tree):
            match node:
                case ast.FunctionDef(name=name, args=args):
                    names = [each.arg for each in args.args if each.arg not in ("self", "cls")]
                case ast.ClassDef(name=name, body=body):
                    parts = [each.target for each in body if isinstance(each, ast.AnnAssign)]
                    names = [each.id for each in parts if isinstance(each, ast.Name)]
                    made = next(
                        (each for each in body if isinstance(each, ast.FunctionDef) and each.name == "__init__"), None
                    )
                    names = names if made is None else [each.arg for each in made.args.args[1:]]
                case _:
                    continue
            places = {(place, each) for place, each in enumerate(names) if each in WORDS}
            if places and not name.startswith("__"):
                found.setdefault(name, set()).update(places)
    return {name: places for name, places in found.items() if name not in NOT_TO_CALLERS}


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _said(call: ast.Call, places: set[tuple[int, str]]) -> Iterator[ast.expr]:
    by_name = {name for _, name in places}
    positions = {place for place, _ in places}
    for place, argument in enumerate(call.args):
        if place in positions or isinstance(argument, ast.Starred):
            yield argument
    yield from (each.value for each in call.keywords if each.arg in by_name)


def test_no_sentence_to_a_caller_is_put_together_of_pieces() -> None:
    """Neither an f-string nor `+`, `%`, `.format` or `.join` stands where a sentence or a hint is said."""
    speakers = _speakers()
    found = {
        f"{source.path}:{made.lineno}: {ast.unparse(made)}"
        for source in _sources()
        for call, inside in source.calls
        if _name(call) in speakers and not _stops_nothing(call)
        for said in _said(call, speakers[_name(call)])
        for made in source.made(said, inside)
    }
    assert not found, "\n".join(sorted(found))


def _stops_nothing(call: ast.Call) -> bool:
    """Whether it says what is lacking where all is served: only whoever runs the server is told that."""
    return any(ast.unparse(each) == "Stops.NOTHING" for each in call.args)


def test_a_template_brings_the_parameters_that_it_names() -> None:
    """Where a literal names a parameter, its error is given parameters: no caller reads a name in braces."""
    errors = _errors()
    found = {
        f"{source.path}:{call.lineno}"
        for source in _sources()
        for call, _ in source.calls
        if _name(call) in errors
        for said in _said(call, {(0, "message"), (1, "hint")})
        if isinstance(said, ast.Constant) and PLACEHOLDER.search(str(said.value))
        if not any(each.arg in ("params", None) for each in call.keywords)
    }
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("line", [
    'raise BadUserInput(f"There is no {name}.", "Check it.")',
    'raise BadUserInput("No.", "Check " + name)',
    'bad_input(Reason.EMPTY, "It is %s." % name, "Check it.")',
    'hint = "Check {}.".format(name)\nraise Conflict("No.", hint)',
    'def _hint():\n    return f"Check {name}."\nraise Conflict("No.", _hint())',
    'LIMIT = (f"At most {MOST}.", "Check it.")\nraise TooCostly(*LIMIT)',
])  # fmt: skip
def test_whatever_is_put_together_is_seen(line: str) -> None:
    """In the call itself, in a name that it is given, in a function, in a pair."""
    source = Source("line.py", ast.parse(line))
    speakers = _speakers()
    told = [said for call, inside in source.calls if _name(call) in speakers
            for said in _said(call, speakers[_name(call)]) if [*source.made(said, inside)]]  # fmt: skip
    assert told


@pytest.mark.parametrize(("count", "told"), [(1, "1 second."), (2, "2 seconds."), (0, "0 seconds.")])
def test_a_plural_knows_its_singular(count: int, told: str) -> None:
    """Which of the two is said depends on the parameter that counts."""
    template = Plural("{seconds} seconds.", one="{seconds} second.", by="seconds")
    assert filled(template, (("seconds", count),)) == told


def test_a_further_sentence_is_told_once_and_stays_a_template() -> None:
    """It stands behind the hint, with its own parameters, and its error keeps both apart."""
    error = BadUserInput("No.", "Say {what}.", params=(("what", "yes"),))
    more = Spoken("Or {other}.", (("other", "maybe"),))
    told = error.advising(more).advising(more)
    assert (told.hint, told.advice, told.further) == ("Say yes. Or maybe.", "Say {what}.", ("Or {other}.",))
