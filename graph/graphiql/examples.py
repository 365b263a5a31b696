"""Example questions: the operations of `examples/`, which GraphiQL opens with and the tests run."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

AUDIENCES = ("office", "headquarters")
"""The folders of `examples/`, in the order in which they are shown."""

KINDS = ("query", "subscription", "mutation")

_PLACES = tuple(Path(__file__).resolve().parents[up] / "examples" for up in (2, 1))
EXAMPLES = next((place for place in _PLACES if place.is_dir()), _PLACES[0])
"""Where the examples are: beside the package in the repository, inside it once installed."""


@dataclass(frozen=True, slots=True)
class Example:
    """One question that somebody really asks.

    Attributes:
        name: the file's name, without its ending.
        title: the question in one sentence, from the document's first comment line.
        audience: whose question it is, one of `AUDIENCES`.
        document: the GraphQL text, its comment included.
        variables: JSON values by variable name.
    """

    name: str
    title: str
    audience: str
    document: str
    variables: dict[str, object] = field(default_factory=dict)


def load_examples(folder: Path = EXAMPLES) -> list[Example]:
    """Read every `<audience>/<name>.graphql` of `folder`, with `<name>.variables.json` beside it where it has any.

    Returns:
        The examples by audience: first what can be asked at once, then what needs variables, then what follows or
        changes something; nothing where there is no such folder.

    Raises:
        ValueError: a document without its first sentence, or variables that are no JSON object.
    """
    found = [_load(path, audience) for audience in AUDIENCES for path in sorted((folder / audience).glob("*.graphql"))]
    return sorted(found, key=_place)


def _place(example: Example) -> tuple[int, int, bool]:
    kind = next(word for line in example.document.splitlines() if (word := line.partition(" ")[0]) in KINDS)
    return AUDIENCES.index(example.audience), KINDS.index(kind), bool(example.variables)


def _load(path: Path, audience: str) -> Example:
    document = path.read_text("utf-8")
    comment, _, _ = document.partition("\n")
    if not comment.startswith("# "):
        raise ValueError(f"{path}: write the question as a sentence in a comment on the first line")
    return Example(path.stem, comment.removeprefix("# ").strip(), audience, document, _variables(path))


def _variables(path: Path) -> dict[str, object]:
    beside = path.with_suffix(".variables.json")
    if not beside.is_file():
        return {}
    values = json.loads(beside.read_text("utf-8"))
    if not isinstance(values, dict):
        raise ValueError(f"{beside}: write the variables as one JSON object")  # noqa: TRY004 - the file is at fault, not a caller's type
    return values
