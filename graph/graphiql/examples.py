"""Example questions: the operations of `examples/`, which GraphiQL offers and the tests run.

    examples/<role>/<name>.graphql                 one operation; its first comment lines say what it is
    examples/<role>/<name>.variables.json          its variables: rows that the demonstration has under these ids
    examples/<role>/rows/<name>.graphql            what finds other rows for them, asked as the same caller
    examples/demonstration.json                    the rows that variables name, as mutations in their order

What `rows/` answers stands in the place of the variable, or of the field of an input, that has its name; where that is
a list, all of that name. `yearBefore` is one less than the smallest. A key, a case number and the id of a new row are
made afresh, so that an example can run again and again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

AUDIENCES = ("caseworker", "office", "region", "headquarters", "auditor")
"""The folders of `examples/`: a role each, in the order in which they are shown."""

SUBJECTS = (
    "Children",
    "The way into care",
    "Where children live",
    "Brothers and sisters",
    "Decisions and who was heard",
    "Family",
    "Community",
    "Homes and programmes",
    "Homes and carers",
    "When a child has died",
    "Changes and history",
    "Figures",
)
"""What examples are about, in the order in which they are shown."""

OTHER = "Other"
"""The subject of an example that does not say one of `SUBJECTS`; it is shown last."""

KINDS = ("query", "subscription", "mutation")

_SUBJECT = "# Subject: "
_ASKED_BY = "# Asked by: "
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
        document: the GraphQL text, its first comment line included.
        variables: JSON values by variable name.
        subject: what it is about, one of `SUBJECTS` or `OTHER`.
        callers: the roles that may ask it, its audience among them.
        rows: the query that finds rows for the variables; empty where they name none.
    """

    name: str
    title: str
    audience: str
    document: str
    variables: dict[str, object] = field(default_factory=dict)
    subject: str = OTHER
    callers: tuple[str, ...] = ()
    rows: str = ""


@dataclass(frozen=True, slots=True)
class NamedRow:
    """How a row comes to be that an example names.

    Attributes:
        mutation: the field of `Mutation`.
        input: what it takes, as JSON.
    """

    mutation: str
    input: dict[str, object]


def load_examples(folder: Path = EXAMPLES) -> list[Example]:
    """Read every `<audience>/<name>.graphql` of `folder`, with what lies beside it.

    Returns:
        The examples by audience and subject: first what can be asked at once, then what needs variables, then what
        follows or changes something; nothing where there is no such folder.

    Raises:
        ValueError: a document without its first sentence, callers that are no roles, or variables that are no object.
    """
    found = [_load(path, audience) for audience in AUDIENCES for path in sorted((folder / audience).glob("*.graphql"))]
    return sorted(found, key=_place)


def named_rows(country: str, folder: Path = EXAMPLES) -> list[NamedRow]:
    """The rows that examples name, in the order in which they are to be written.

    Args:
        country: the code of the country whose rows they are to be.
        folder: where the examples are.

    Returns:
        Nothing where there is no such file.
    """
    path = folder / "demonstration.json"
    if not path.is_file():
        return []
    listed = json.loads(path.read_text("utf-8").replace("_BE_", f"_{country}_"))
    return [NamedRow(mutation, dict(values)) for row in listed for mutation, values in row.items()]


def _place(example: Example) -> tuple[int, int, int, bool]:
    words = (line.partition(" ")[0] for line in example.document.splitlines())
    kind = next((word for word in words if word in KINDS), KINDS[0])
    subject = (*SUBJECTS, OTHER).index(example.subject)
    return AUDIENCES.index(example.audience), subject, KINDS.index(kind), bool(example.variables)


def _load(path: Path, audience: str) -> Example:
    comment, *lines = path.read_text("utf-8").splitlines(keepends=True)
    if not comment.startswith("# "):
        raise ValueError(f"{path}: write the question as a sentence in a comment on the first line")
    subject = _said(lines, _SUBJECT) or OTHER
    callers = tuple(dict.fromkeys((audience, *filter(None, _said(lines, _ASKED_BY).split(", ")))))
    if not set(callers) <= set(AUDIENCES):
        raise ValueError(f"{path}: name roles after '{_ASKED_BY.strip()}', a comma between: {', '.join(AUDIENCES)}")
    rows = path.parent / "rows" / path.name
    return Example(
        path.stem,
        comment.removeprefix("# ").strip(),
        audience,
        comment + "".join(line for line in lines if not line.startswith((_SUBJECT, _ASKED_BY))),
        _variables(path),
        subject if subject in SUBJECTS else OTHER,
        callers,
        rows.read_text("utf-8") if rows.is_file() else "",
    )


def _said(lines: list[str], word: str) -> str:
    """What a comment line says after a word; empty where there is none."""
    return next((line.removeprefix(word).strip() for line in lines if line.startswith(word)), "")


def _variables(path: Path) -> dict[str, object]:
    beside = path.with_suffix(".variables.json")
    if not beside.is_file():
        return {}
    values = json.loads(beside.read_text("utf-8"))
    if not isinstance(values, dict):
        raise ValueError(f"{beside}: write the variables as one JSON object")  # noqa: TRY004 - the file is at fault, not a caller's type
    return values
