"""Golden cases: an operation, the one statement that it becomes, and what the seeded world answers.

A case is three files, `<topic>/<name>.graphql`, `.sql` and `.json`; where a cluster is sent another text, that is
`.cluster.sql` (`test_across.py`). Comments at the head of the operation say who asks
and with what:

    # as: office
    # variables: {"first": 2}
    # from: after = paging/first_page: data.children.pageInfo.endCursor

`from` takes a variable out of the answer of a case that sorts before this one, so that no case writes an id or a cursor
of the seeded world itself.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).parent / "cases"
NO_STATEMENT = "-- no statement: nothing here needs a table"
HEAD = re.compile(r"# (as|variables|from): (.*)")
FROM = re.compile(r"(\w+) = ([\w/]+): ([\w.]+)")


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case.

    Attributes:
        name: topic and name, as in the folder.
        document: the operation.
        as_: who asks.
        variables: what stands in the head.
        taken: for a variable, the case and the keys of its answer.
    """

    name: str
    document: str
    as_: str = "office"
    variables: dict[str, object] = field(default_factory=dict)
    taken: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    def path(self, suffix: str) -> Path:
        """One of its files."""
        return CASES / f"{self.name}.{suffix}"

    def all_variables(self) -> dict[str, object]:
        """The variables, with those that answers of other cases hold."""
        return {**self.variables, **{name: _found(*where) for name, where in self.taken.items()}}


BEGINNING = "0" * 16
"""How the beginning of a feed stands in these files; sealed, it is another one in each database."""


def _found(name: str, keys: list[str]) -> object:
    found = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    for key in keys:
        found = found[int(key)] if isinstance(found, list) else found[key]
    return found


def _read(path: Path) -> Case:
    name = path.relative_to(CASES).with_suffix("").as_posix()
    document = path.read_text(encoding="utf-8")
    as_, variables, taken = "office", {}, {}
    for line in document.splitlines():
        match = HEAD.fullmatch(line)
        if match is None:
            break
        if match[1] == "as":
            as_ = match[2]
        elif match[1] == "variables":
            variables = json.loads(match[2])
        else:
            source = FROM.fullmatch(match[2])
            assert source is not None, f"{name}: {line}"
            assert source[2] < name, f"{name} takes from {source[2]}, which sorts after it"
            taken[source[1]] = (source[2], source[3].split("."))
    return Case(name, document, as_, variables, taken)


def all_cases() -> list[Case]:
    """Every case, by name."""
    return sorted((_read(path) for path in CASES.rglob("*.graphql")), key=lambda case: case.name)


def is_rewriting() -> bool:
    """Whether this run writes what it finds instead of comparing: HEARTH_GOLDEN=write, never in CI.

    Run it in one process (`-n 0`): a case may take from an answer that has just been written.

    Raises:
        RuntimeError: CI asks for it.
    """
    if os.environ.get("HEARTH_GOLDEN") != "write":
        return False
    if os.environ.get("CI"):
        message = "CI compares golden cases; it never rewrites them"
        raise RuntimeError(message)
    return True


def pretty(response: bytes) -> str:
    """A response as a golden file holds it: its keys in the order in which they came."""
    return json.dumps(json.loads(response), indent=2, ensure_ascii=False) + "\n"
