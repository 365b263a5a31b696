"""The docs are read: sentences are short, and what they name is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest
from graphql import GraphQLNamedType, GraphQLObjectType
from graphql import build_schema as parse_schema

from tests.test_architecture import ROOT, all_files, modules, name_of, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

DOCS = ["ARCHITECTURE.md", *sorted(name_of(path) for path in (ROOT / "docs").glob("*.md"))]
LONGEST_AVERAGE = 20
"""Words of a sentence, on average over a file's paragraphs and bullets; tables, figures and headings are none."""
FEWEST = 5
"""Of fewer sentences an average says nothing: such a file is a table."""

ENDINGS = {"csv", "graphql", "json", "md", "py", "sql", "toml", "yml"}
"""What a file's name ends with: `a.csv` is no name of a module's."""
MADE = {
    "manifest.json": "what a backup writes last",
    "passwords.json": "what `hearth` writes when it makes logins",
    "corrections/": "what `hearth migrate` writes for an office to decide",
    "base/": "whole copies in an archive",
    "2026-11-29_1405_what_it_is_about.py": "how a migration is called, by example",
}
"""Files and folders that the docs name and that are made only when something runs."""

OPERATORS = ("docs/cluster.md", "docs/operating.md")
"""What operators read."""
FOREIGN = {
    "Table.alias()": "SQLAlchemy's, in a decision against it",
    "archive_command": "PostgreSQL's, in a decision against it",
    "json_build_object": "PostgreSQL's, in a decision against it",
    "on_execute": "Strawberry's, in a decision against it",
}
"""Names of others that the code has nowhere, because it does something else instead."""


def text_of(name: str) -> str:
    """A file of the docs."""
    return (ROOT / name).read_text(encoding="utf-8")


def prose(text: str) -> Iterator[str]:
    """The paragraphs and bullets of Markdown: no code, indented or fenced, no table, no heading."""
    paragraph: list[str] = []
    for line in [*re.sub(r"```.*?```", "", text, flags=re.DOTALL).splitlines(), ""]:
        if not paragraph and line.startswith("    "):
            continue
        bullet = re.match(r"\s*([-*]|\d+\.)\s+", line)
        apart = not line.strip() or line.startswith(("|", "#", "<!--"))
        if paragraph and (apart or bullet):
            yield " ".join(paragraph)
            paragraph = []
        if not apart:
            paragraph.append(line[bullet.end() if bullet else 0 :].strip())


def sentences(text: str) -> list[str]:
    """The sentences of Markdown, a link by its words; what is one word is none."""
    found = (
        sentence
        for each in prose(text)
        for sentence in re.split(r"(?<=[.?!])[\")]?\s+(?=[A-Z`\"(*])", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", each))
    )
    return [sentence for sentence in found if len(sentence.split()) > 1]


@pytest.mark.parametrize("name", DOCS)
def test_sentences_are_short(name: str) -> None:
    """Under twenty words a sentence, on average over a file."""
    said = sentences(text_of(name))
    words = sum(len(each.split()) for each in said)
    assert len(said) < FEWEST or words / len(said) < LONGEST_AVERAGE, sorted(said, key=len)[-5:]


def test_only_prose_is_counted() -> None:
    """Figures, tables and headings are no sentences; a bullet ends the paragraph before it."""
    text = (
        "# A heading\n\n    a figure\n\n| a | table |\n\nOne two. Three\nfour!\n- Five six: `seven`.\n```\ncode\n```\n"
    )
    assert sentences(text) == ["One two.", "Three four!", "Five six: `seven`."]


@cache
def paths() -> tuple[str, ...]:
    """Every file and folder of the repository, a folder with a slash behind it."""
    files = [name_of(path) for path in all_files()]
    folders = {f"{parent}/" for name in files for parent in PurePath(name).parents if parent.name}
    return (*files, *sorted(folders))


@cache
def there(path: str) -> bool:
    """Whether a path is one, from the root or from any folder; `rounding*.py` is several, `_worlds.py` ends a name."""
    pattern = re.escape(path.removeprefix("../")).replace(r"\*", "[^/]*").replace("<name>", "[^/]*")
    led = "" if path.startswith("_") else "(.*/)?"
    return any(re.fullmatch(rf"{led}{pattern}", each) or (path[0] == "_" and each.endswith(path)) for each in paths())


def named_paths(text: str) -> set[str]:
    """What a text calls a file or a folder: modules, in figures too; in backticks and links whatever else."""
    spans = re.findall(r"`([^`\s]+)`", text)
    files = [
        each for each in spans if re.fullmatch(r"[\w.*/-]*\w\.(csv|md|toml|graphql|json|sql|html|yml)|[\w./-]+/", each)
    ]
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    return {*re.findall(r"(?<![\w/.<>*-])[\w*/][\w*/-]*\.py\b", text), *files, *linked} - set(MADE)


@pytest.mark.parametrize("name", DOCS)
def test_every_path_exists(name: str) -> None:
    """Whoever moves a file moves it in the docs too."""
    assert sorted(path for path in named_paths(text_of(name)) if not there(path)) == []


@cache
def _types() -> Mapping[str, GraphQLNamedType]:
    return parse_schema((ROOT / "schema.graphql").read_text(encoding="utf-8")).type_map


@cache
def _modules() -> tuple[tuple[Path, str], ...]:
    return tuple(
        (path, path.read_text(encoding="utf-8")) for path in modules("graph", "countries", "benchmarks", "tests")
    )


@cache
def defined(name: str) -> frozenset[str]:
    """What a module, a class (with its bases) or a type of the schema defines; nothing where it is none of these."""
    found: set[str] = set()
    for path, text in _modules():
        if path.stem == name:
            found.update(_names(tree_of(path)))
        if re.search(rf"^\s*class {name}\b", text, re.MULTILINE):
            for node in ast.walk(tree_of(path)):
                if isinstance(node, ast.ClassDef) and node.name == name:
                    above = (defined(each.id) for each in node.bases if isinstance(each, ast.Name))
                    found.update(_names(node), *above)
    type_ = _types().get(name)
    return frozenset({*found, *(type_.fields if isinstance(type_, GraphQLObjectType) else ())})


def _names(holder: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in ast.walk(holder):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


@cache
def words_of_code() -> frozenset[str]:
    """Every word of the code, of its data and of what it prints."""
    kinds = {".csv", ".graphql", ".mako", ".py", ".toml", ".yml", ""}
    read = [path for path in all_files() if path.suffix in kinds and name_of(path) != "tests/test_docs.py"]
    words = (word for path in read for word in re.findall(r"\w+", _decoded(path)))
    return frozenset({*words, *(path.stem for path in read)})


def _decoded(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="ignore")


def stale(text: str) -> list[str]:
    """What stands in backticks and is no name: `module.name`, `Class.name`, and words with an underscore."""
    found: list[str] = []
    for span in set(re.findall(r"`([^`\n]+)`", text)) - set(FOREIGN) - set(MADE):
        dotted = re.fullmatch(r"([A-Za-z_]\w*)\.([A-Za-z_]\w*)(\(.*\))?", span)
        if dotted and dotted[2] in ENDINGS:
            continue
        if dotted:
            known = defined(dotted[1])
            missing = dotted[2] not in known if known else not {dotted[1], dotted[2]} <= words_of_code()
            found += [span] if missing else []
        found += [word for word in re.findall(r"\b[A-Za-z]+_\w+\b", span) if word not in words_of_code()]
    return sorted(set(found))


@pytest.mark.parametrize("name", [each for each in DOCS if each not in OPERATORS])
def test_every_name_exists(name: str) -> None:
    """Whoever renames a function, a class, a column or a setting renames it in the docs too.

    What operators read names much of PostgreSQL's and the system's: there paths alone are looked at.
    """
    assert stale(text_of(name)) == []


def test_what_is_gone_is_found() -> None:
    """A file, a function and a word that are not there; what is there passes."""
    assert not there("graph/nowhere.py")
    assert there("levels.py")
    assert there("plan/sql/levels.py")
    assert named_paths("see `a/b.csv` and c.py ([d](d.md))") == {"a/b.csv", "c.py", "d.md"}
    assert stale("`sqlstates.nothing` `no_such_word_at_all` `Caller.key`") == sorted(
        ["no_such_word_at_all", "sqlstates.nothing"]
    )
