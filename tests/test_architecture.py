"""The shape of the code itself: sizes, names, and the few places where a thing may be done."""

from __future__ import annotations

import ast
import re
import tokenize
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from countries.register.register import load_register
from tests.conftest import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
PRODUCT = ("graph", "countries")
MAX_LINES = 300
MAX_FUNCTION_LINES = 50
VAGUE = {"utils", "util", "helpers", "helper", "common", "service", "services", "manager", "managers", "misc", "base64"}

SQL_IN_TEXT = {
    "countries/tenancy/policies.py": "policies and grants, which go into migrations word for word",
    "countries/tenancy/seal.py": "the functions that seal numbers, which go into migrations word for word",
    "countries/tenancy/privileges.py": "rights of databases and functions: PostgreSQL itself quotes the names",
    "countries/tenancy/logins.py": "roles: their statements take no parameters, and PostgreSQL itself quotes the names",
    "graph/bulk/stage.py": "a set of rows, filled by a statement that is composed; its name is a sheet's",
    "graph/bulk/routed.py": "the same where a set is rows of another table, which is read under the set's name",
    "graph/bulk/kept_cells.py": "cells of such rows, by the names of our own columns",
    "graph/database/migration_writer.py": "the text of a migration, which nothing runs before a person has read it",
}
"""Where statements may be put together as text, and why."""

DDL_TEXT = tuple(f"graph/declarations/{name}.py" for name in ("base", "fields", "text_columns"))
"""Where SQLAlchemy's `text` stands for a default of a column."""

STATEMENT = re.compile(
    r"\b(SELECT\s|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|ROLE|DATABASE|POLICY|INDEX|FUNCTION)"
    r"|ALTER\s+(TABLE|ROLE|DATABASE)|DROP\s+\w+|GRANT\s|REVOKE\s|SET\s+(LOCAL|ROLE|SESSION))"
)

# Put together here, so that this file does not name them.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("python" + "hosted", "org"),
        ("registry", "npm" + "js", "org"),
        ("npm" + "js", "com"),
        ("yarnpkg", "com"),
        ("proxy", "golang", "org"),
        ("crates", "io"),
        ("docker", "io"),
        ("ghcr", "io"),
    )
)
MACHINE = tuple("/".join(parts) for parts in (("", "root", ""), ("", "home", ""), ("", "Users", "")))


def modules(*folders: str) -> list[Path]:
    """The Python modules below folders of the repository."""
    return sorted(
        path for folder in folders for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts
    )


def name_of(path: Path) -> str:
    """A path as a person names it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), name_of(path))


def all_files() -> Iterator[Path]:
    """Every file that belongs to the repository: what .gitignore names is left out."""
    ignored = {line.strip().strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()}
    waiting = [ROOT]
    while waiting:
        for path in waiting.pop().iterdir():
            relative = name_of(path)
            if path.name == ".git" or path.name in ignored or relative in ignored or path.name.endswith(".egg-info"):
                continue
            if path.is_dir():
                waiting.append(path)
            else:
                yield path


@cache
def country_codes() -> frozenset[str]:
    """The countries of the register."""
    return frozenset(load_register())


def found_in(paths: list[Path], look: Callable[[Path], list[Any]]) -> dict[str, list[Any]]:
    """What is found in modules, by their names; those without anything are left out. There are some modules."""
    assert paths
    found = {name_of(path): look(path) for path in paths}
    return {name: each for name, each in found.items() if each}


def test_modules_are_small() -> None:
    """A module holds one idea: 300 lines are enough for it."""

    def too_long(path: Path) -> list[int]:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        return [lines] if lines > MAX_LINES else []

    assert found_in(modules(*PRODUCT), too_long) == {}


def test_functions_are_small() -> None:
    """A function fits on a screen: 50 lines, its documentation included."""

    def too_long(path: Path) -> list[str]:
        return [
            node.name
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (node.end_lineno or node.lineno) - node.lineno + 1 > MAX_FUNCTION_LINES
        ]

    assert found_in(modules(*PRODUCT), too_long) == {}


def test_the_modules_that_are_tested_first_exist() -> None:
    """Whoever renames one renames it there too."""
    assert [name for name in LONGEST if not (ROOT / "tests" / name).is_file()] == []


def test_names_say_what_is_inside() -> None:
    """No module or folder is called what says nothing."""
    names = {
        part
        for path in modules(*PRODUCT, "tests", "migrations")
        for part in path.relative_to(ROOT).with_suffix("").parts
    }
    assert names & VAGUE == set()


def types_of(path: Path) -> Iterator[tuple[str, bool]]:
    """The names of a module's types: its classes, wherever they stand, and other names for types; which is a class."""
    tree = tree_of(path)
    yield from ((node.name, True) for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    for node in tree.body:
        # A type variable stands for any type: its name is none.
        if isinstance(node, ast.Assign) and not (
            isinstance(node.value, ast.Call) and "TypeVar" in ast.dump(node.value)
        ):
            names = (target.id for target in node.targets if isinstance(target, ast.Name))
            yield from ((name, False) for name in names if name[0].isupper() and not name.isupper())


def test_one_word_means_one_thing() -> None:
    """No two classes share a name, and no other name for a type is that of a class."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for path in modules(*PRODUCT):
        for name, is_class in types_of(path):
            found.setdefault(name, []).append((name_of(path), is_class))
    assert len(found) > len(modules(*PRODUCT))
    several = {name: each for name, each in found.items() if len(each) > 1}
    assert {name: each for name, each in several.items() if any(is_class for _, is_class in each)} == {}


def test_the_environment_is_read_in_one_place() -> None:
    """Only graph/settings/settings.py reads environment variables."""

    def readers(path: Path) -> list[int]:
        return [
            node.lineno
            for node in ast.walk(tree_of(path))
            if (isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "environb"))
            or (
                isinstance(node, ast.ImportFrom)
                and node.module == "os"
                and any("env" in each.name for each in node.names)
            )
        ]

    assert set(found_in(modules(*PRODUCT), readers)) == {"graph/settings/settings.py"}


def test_no_statement_is_put_together_as_text() -> None:
    """SQL is composed; only tenancy's statements, which go word for word into migrations, are text."""

    def built(path: Path) -> list[int]:
        return [
            node.lineno
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.JoinedStr)
            and STATEMENT.search("".join(str(part.value) for part in node.values if isinstance(part, ast.Constant)))
        ]

    assert found_in([path for path in modules(*PRODUCT) if name_of(path) not in SQL_IN_TEXT], built) == {}


def test_no_text_clause() -> None:
    """SQLAlchemy's `text` lets any text into a statement: only what declares a column's default imports it."""

    def imported(path: Path) -> list[int]:
        return [
            node.lineno
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith(("sqlalchemy", "sqlmodel"))
            and any(each.name in ("text", "TextClause") for each in node.names)
        ]

    assert set(found_in(modules(*PRODUCT), imported)) == set(DDL_TEXT)


def test_countries_differ_by_data() -> None:
    """No branch asks for a country: what differs between countries is dated data."""
    codes = country_codes()

    def asked(path: Path) -> list[int]:
        return [
            node.lineno
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Compare | ast.MatchValue)
            for leaf in ast.walk(node)
            if isinstance(leaf, ast.Constant) and leaf.value in codes
        ]

    assert found_in(modules(*PRODUCT), asked) == {}


def comments(path: Path) -> Iterator[tuple[int, str]]:
    """A module's comments with their lines."""
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def test_every_lint_exception_has_its_reason() -> None:
    """Whoever silences a check names it and says why, in the same line."""
    named = re.compile(
        r"# noqa: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)* +[-#] \w.{3,}|# type: ignore\[[a-z-]+(, ?[a-z-]+)*\] +# \w.{3,}"
    )

    def bare(path: Path) -> list[tuple[int, str]]:
        return [
            (line, text)
            for line, text in comments(path)
            if re.search(r"#\s*(noqa|type:\s*ignore|pragma|pylint|mypy:)", text) and not named.search(text)
        ]

    assert found_in(modules(*PRODUCT, "benchmarks", "tests", "migrations"), bare) == {}


def test_every_exception_of_the_linters_has_its_reason() -> None:
    """Each rule that pyproject.toml switches off carries a comment in its line."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    options = tomllib.loads("\n".join(lines))["tool"]["ruff"]["lint"]
    rules = {*options["ignore"], *(rule for listed in options["per-file-ignores"].values() for rule in listed)}
    assert rules
    for rule in rules:
        silent = [line for line in lines if f'"{rule}"' in line and not re.search(r"# \w+", line)]
        assert silent == [], rule


def test_no_file_names_a_registry() -> None:
    """Where packages come from is the affair of whoever installs; no file names a registry."""
    found = [
        (name_of(path), registry)
        for path in all_files()
        for registry in REGISTRIES
        if registry.encode() in path.read_bytes()
    ]
    assert found == []


def test_the_project_speaks_of_itself_alone() -> None:
    """No file knows a path of the machine that it was written on."""
    found = [(name_of(path), place) for path in all_files() for place in MACHINE if place.encode() in path.read_bytes()]
    assert found == []
