"""What an entry of a row's history says of one column, for statements that ask what a row was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation


def before_of(entry: Relation, label: str) -> ColumnElement[Any]:
    """What the column held before, as text; empty where it held nothing, or the entry says nothing of it."""
    said: ColumnElement[Any] = entry.c.before.op("->>")(word(label))
    return said


def after_of(entry: Relation, label: str) -> ColumnElement[Any]:
    """What it holds since, likewise."""
    said: ColumnElement[Any] = entry.c.after.op("->>")(word(label))
    return said


def word(text: str) -> ColumnElement[Any]:
    """A word of ours as a literal."""
    written: ColumnElement[Any] = literal_column(f"'{text}'")
    return written


def words(*texts: str) -> list[ColumnElement[Any]]:
    """Several of them."""
    return [word(text) for text in texts]
