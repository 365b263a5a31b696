"""What the report says, read from its source: the literals of `said`, `counted`, `to_say`, and those of its pages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

from graph.words.template import Message

PYTHON, TEMPLATES = "*.py", "*.j2"
SAYS = frozenset({"said", "to_say", "marked"})
COUNTS = "counted"
ABOUT = "Of the international report."


def report_texts(root: Path, context: str) -> Iterator[Message]:
    """Every text that the report says.

    Args:
        root: the folder of the packages.
        context: the one of the report in catalogues.
    """
    for path in sorted((root / "graph" / "report").rglob("*")):
        place = path.relative_to(root).as_posix()
        if path.match(PYTHON):
            found = _in_python(path.read_text(encoding="utf-8"))
        elif path.match(TEMPLATES):
            found = _in_template(path.read_text(encoding="utf-8"))
        else:
            continue
        for text, plural in found:
            yield Message(text, ABOUT, context, plural, place)


def _in_python(source: str) -> Iterator[tuple[str, str | None]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from _texts(node.func.id, [each.value for each in node.args if isinstance(each, ast.Constant)])


def _in_template(source: str) -> Iterator[tuple[str, str | None]]:
    for node in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(node.node, nodes.Name):
            yield from _texts(node.node.name, [each.value for each in node.args if isinstance(each, nodes.Const)])


def _texts(name: str, literals: list[object]) -> Iterator[tuple[str, str | None]]:
    texts = [each for each in literals if isinstance(each, str)]
    if name in SAYS and texts:
        yield texts[0], None
    elif name == COUNTS and len(texts) > 1:
        # What is the same for every number in English may not be so elsewhere.
        yield texts[0], texts[1]
