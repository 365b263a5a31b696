"""The files of the migrations: literal statements, named after their minute and what they are about, in one line."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from pglast import ast as sql
from pglast import parse_sql
from pglast.enums import AlterTableType, ConstrType

import graph.database.migrate
from graph.database.migration_writer import write_migration
from graph.database.revisions import in_order
from tests.conftest import NOW
from tests.routing import nodes

FOLDER = Path(graph.database.migrate.__file__).parents[2] / "migrations" / "versions"
VERSIONS = sorted(FOLDER.glob("*.py"))
CALLS = {"execute"}
STATED = {
    ConstrType.CONSTR_CHECK,
    ConstrType.CONSTR_PRIMARY,
    ConstrType.CONSTR_UNIQUE,
    ConstrType.CONSTR_EXCLUSION,
    ConstrType.CONSTR_FOREIGN,
}


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


BEFORE_ANY_CLUSTER = "202611300245"
"""The last version that a cluster is filled with from one server, and never by itself."""


def refused_on_shards(statement: str) -> list[str]:
    """What of a statement Citus does not do to a table that is distributed already.

    A new table is everything that it will be before it is distributed.
    """
    faults = []
    for raw in parse_sql(statement):
        altered = raw.stmt
        if not isinstance(altered, sql.AlterTableStmt):
            continue
        commands: tuple[Any, ...] = altered.cmds or ()
        for command in commands:
            made = command.def_
            constraints = [each for each in nodes(made) if isinstance(each, sql.Constraint)]
            if len(commands) > 1 and constraints:
                faults.append("a constraint beside another change")
            if any(each.contype in STATED and not each.conname for each in constraints):
                faults.append("a constraint without a name")
            if command.subtype in {AlterTableType.AT_SetOptions, AlterTableType.AT_ResetOptions}:
                faults.append("an option of a column")
    return faults


def test_every_migration_can_be_run_on_a_cluster() -> None:
    """Of a table that is there it changes one thing at a time, with names, and nothing that shards do not take."""
    for path in (each.path for each in in_order(FOLDER) if each.version > BEFORE_ANY_CLUSTER):
        calls = [call for call in ast.walk(ast.parse(path.read_text())) if isinstance(call, ast.Call)]
        texts = [str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)]
        made = {found for text in texts for found in re.findall(r"CREATE TABLE (\w+)", text)}
        for text in texts:
            altered = re.match(r"\s*ALTER TABLE (\w+)", text)
            if altered and altered[1] not in made:
                assert refused_on_shards(text) == [], f"{path.name}: {text}"


def test_what_shards_refuse_is_found() -> None:
    """Each of the changes that Citus does not make to a distributed table is seen."""
    assert refused_on_shards("ALTER TABLE home ADD COLUMN a int, ADD CONSTRAINT b CHECK (a > 1)") == [
        "a constraint beside another change"
    ]
    assert refused_on_shards("ALTER TABLE home ADD COLUMN a int CHECK (a > 1)") == ["a constraint without a name"]
    assert refused_on_shards("ALTER TABLE home ADD COLUMN a int REFERENCES b") == ["a constraint without a name"]
    assert refused_on_shards("ALTER TABLE home ALTER COLUMN a SET (n_distinct = 8)") == ["an option of a column"]
    assert refused_on_shards("ALTER TABLE home ADD COLUMN a int NOT NULL DEFAULT 1") == []
    assert refused_on_shards("ALTER TABLE home ADD CONSTRAINT a CHECK (b > 1)") == []


def test_the_migrations_are_one_line() -> None:
    """Each builds on the one before it, so that nobody has to merge; every table has its migration."""
    line = in_order(FOLDER)
    assert [revision.previous for revision in line] == [None, *(revision.version for revision in line[:-1])]
    assert {revision.path for revision in line} == set(VERSIONS)
    assert write_migration("nothing new", NOW, FOLDER) is None
