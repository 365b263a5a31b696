"""The files of the migrations: literal statements, named after their minute and what they are about, in one line."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import graph.database.migrate
from graph.database.migration_writer import write_migration
from graph.database.revisions import in_order
from tests.conftest import NOW

FOLDER = Path(graph.database.migrate.__file__).parents[2] / "migrations" / "versions"
VERSIONS = sorted(FOLDER.glob("*.py"))
CALLS = {"execute"}


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: str(path.stem))
def test_a_migration_holds_literal_statements_and_nothing_of_the_graph(path: Path) -> None:
    """It imports Alembic's operations alone, and every statement is one plain string: history does not change."""
    tree = ast.parse(path.read_text())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"__future__", "alembic"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.JoinedStr | ast.BinOp)]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert calls
    for call in calls:
        assert isinstance(call.func, ast.Attribute)
        assert call.func.attr in CALLS
        assert [type(argument) for argument in call.args] == [ast.Constant]
        assert not call.keywords


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: str(path.stem))
def test_a_migration_is_named_after_its_minute_and_what_it_is_about(path: Path) -> None:
    """`2026-11-22_1405_homes_and_children.py` begins with the sentence that its name says, and can be taken back.

    The first ones have no minute.
    """
    named = re.fullmatch(r"\d{4}-\d{2}-\d{2}_(?:\d{4}_)?([a-z0-9_]+)", path.stem)
    assert named is not None
    words = named[1]
    tree = ast.parse(path.read_text())
    sentence = ast.get_docstring(tree) or ""
    assert re.sub(r"[^a-z0-9]+", "_", sentence.lower()).strip("_") == words
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert functions.keys() == {"upgrade", "downgrade"}
    assert not [statement for statement in functions["downgrade"].body if isinstance(statement, ast.Pass)]


def test_the_migrations_are_one_line() -> None:
    """Each builds on the one before it, so that nobody has to merge; every table has its migration."""
    line = in_order(FOLDER)
    assert [revision.previous for revision in line] == [None, *(revision.version for revision in line[:-1])]
    assert {revision.path for revision in line} == set(VERSIONS)
    assert write_migration("nothing new", NOW, FOLDER) is None
