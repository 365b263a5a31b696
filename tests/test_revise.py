"""A migration that was written by the machine passes the same checks as one that was written by hand."""

from __future__ import annotations

import ast
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from graph.database.ddl import statements_for, table_order
from graph.database.migration_writer import write_migration
from graph.database.revisions import MigrationError, in_order
from tests.conftest import NOW

CONFIGURATION = Path(__file__).parents[1] / "pyproject.toml"


def _file(folder: Path, name: str, version: str, previous: str | None) -> Path:
    path = folder / f"{name}.py"
    down = "None" if previous is None else f'"{previous}"'
    path.write_text(f'"""A step."""\n\nrevision = "{version}"\ndown_revision = {down}\n')
    return path


def _previous(path: Path | None) -> str | None:
    assert path is not None
    (found,) = [revision for revision in in_order(path.parent) if revision.path == path]
    return found.previous


def test_a_written_migration_is_in_the_form_that_lint_asks_for(tmp_path: Path) -> None:
    """Nobody has to run a formatter over the migration of a new entity."""
    path = write_migration("every table there is", NOW, tmp_path)
    assert path is not None
    command = [
        sys.executable,
        "-m",
        "ruff",
        "format",
        "--check",
        "--no-cache",
        "--config",
        str(CONFIGURATION),
        str(path),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own file
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_written_migration_holds_the_statements_word_for_word(tmp_path: Path) -> None:
    """Escapes in a pattern reach PostgreSQL as the entity has them: Python reads none of them."""
    path = write_migration("every table there is", NOW, tmp_path)
    assert path is not None
    strings = [each.value for each in ast.walk(ast.parse(path.read_text())) if isinstance(each, ast.Constant)]
    written = {_flat(each) for each in strings if isinstance(each, str)}
    statements = list(statements_for(table_order()))
    assert any("\\u00ad" in statement for statement in statements)
    assert [each for each in statements if _flat(each) not in written] == []


def _flat(statement: str) -> str:
    return "\n".join(line.strip() for line in statement.strip().splitlines())


@pytest.mark.parametrize(
    "names", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a"), ("2026-11-22_1200_x", "2026-11-22_b", "2026-11-22_a")]
)
def test_a_migration_builds_on_the_newest_version_whatever_its_file_is_called(
    tmp_path: Path, names: tuple[str, str, str]
) -> None:
    """The third of a day has one parent, the second, and the folder goes on to have one head."""
    for number, name in enumerate(names):
        _file(tmp_path, name, f"000{number + 1}", f"000{number}" if number else None)
    path = write_migration("every table there is", NOW, tmp_path)
    assert _previous(path) == "0003"
    assert [revision.version for revision in in_order(tmp_path)] == ["0001", "0002", "0003", "202611221200"]


def test_three_migrations_of_one_minute_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named by day and minute, so that their order is that of the versions; no version is made twice."""
    tables = table_order()
    paths = []
    for count, sentence in enumerate(("zebras", "apples", "more apples"), 1):
        monkeypatch.setattr("graph.database.migration_writer.table_order", lambda count=count: tables[:count])
        paths.append(write_migration(sentence, NOW + timedelta(seconds=count), tmp_path))
    assert [path.name for path in paths if path] == [
        "2026-11-22_1200_zebras.py",
        "2026-11-22_1201_apples.py",
        "2026-11-22_1202_more_apples.py",
    ]
    assert [revision.path for revision in in_order(tmp_path)] == paths
    assert [_previous(path) for path in paths] == [None, "202611221200", "202611221201"]


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ([("a", "1", None), ("b", "2", "1"), ("c", "3", "1")], ("b.py", "c.py")),
        ([("a", "1", None), ("b", "2", "1"), ("c", "2", "2")], ("b.py", "c.py")),
        ([("a", "1", None), ("b", "2", None)], ("a.py", "b.py")),
        ([("a", "1", None), ("b", "2", "gone")], ("b.py",)),
        ([("a", "1", None), ("b", "2", "3"), ("c", "3", "2")], ("b.py", "c.py")),
    ],
)
def test_where_the_line_parts_no_migration_is_written(
    tmp_path: Path, files: list[tuple[str, str, str | None]], named: tuple[str, ...]
) -> None:
    """Two heads, a version twice, two beginnings, a missing parent: the files are named, with a hint."""
    for file in files:
        _file(tmp_path, *file)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(MigrationError) as refused:
        write_migration("every table there is", NOW, tmp_path)
    assert all(name in str(refused.value) for name in named)
    assert "down_revision" in refused.value.hint
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_no_migration_is_named(tmp_path: Path) -> None:
    """A file in the folder that says no version is told of, and not passed over."""
    (tmp_path / "notes.py").write_text('"""Notes."""\n')
    with pytest.raises(MigrationError, match=r"notes\.py"):
        in_order(tmp_path)
