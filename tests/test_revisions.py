"""What a server makes of the mark that a database carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.database.revisions import Fit, Revision, SchemaMark, fit, mark_at, mark_statement

LINE = [
    Revision("one", None, Path("1")),
    Revision("two", "one", Path("2"), contracts=True),
    Revision("three", "two", Path("3")),
    Revision("four", "three", Path("4"), contracts=True),
]


@pytest.mark.parametrize(("version", "writers"), [("one", "one"), ("two", "two"), ("three", "two"), ("four", "four")])
def test_the_oldest_writer_knows_the_last_contraction(version: str, writers: str) -> None:
    """What comes after it in the line does not count yet."""
    assert mark_at(version, LINE) == SchemaMark(version, writers)


@pytest.mark.parametrize(
    ("version", "known", "expected"),
    [
        ("one", 1, Fit.SAME),
        ("two", 1, Fit.NEWER),
        ("three", 1, Fit.NEWER),
        ("three", 2, Fit.EXPANDED),
        ("four", 2, Fit.NEWER),
        ("four", 3, Fit.NEWER),
        ("four", 4, Fit.SAME),
        ("three", 4, Fit.OLDER),
        ("one", 4, Fit.OLDER),
    ],
)
def test_every_server_beside_every_schema(version: str, known: int, expected: Fit) -> None:
    """A server writes into its own schema, and into newer ones as far as they only expand."""
    found = fit(mark_at(version, LINE), [revision.version for revision in LINE[:known]])
    assert found is expected
    assert found.may_write == (expected in {Fit.SAME, Fit.EXPANDED})


def test_a_database_of_before_there_were_marks_is_older() -> None:
    """Whatever else the comment says."""
    for text in (None, "", "Alembic's table", "version one"):
        assert SchemaMark.of_text(text) is None
    assert fit(None, ["one"]) is Fit.OLDER


def test_a_mark_is_read_as_it_was_left() -> None:
    """The statement holds the text that is read."""
    mark = SchemaMark("202611291330", "0001")
    assert SchemaMark.of_text(mark.text) == mark
    assert mark_statement(mark).endswith(f"IS '{mark.text}'")
    assert mark_statement(None).endswith("IS NULL")
