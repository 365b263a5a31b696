"""What a statement answers beside its data: columns of its one row that no client sees, noted while it is written.

    cursors   of each field that leans on a cursor, a release or a place in the feed: whether it is there (`missing.py`)
    reached   of a subscription's page: changes on it, where to go on, the newest
    history   of which history that feed is
    types     of the feed's pages: the types of the changes on them
    shown     the identities that the answer's rows name in `Row.shown`: whose file was read

There is one column for each of these that the answer needs, and none otherwise: the text of all other statements is
what it would be without this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ARRAY, Text, func, literal_column
from sqlalchemy.dialects.postgresql import array

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ColumnElement

Sql = Any
"""An SQL expression."""
Listed = Literal["cursors", "reached"]
"""Columns that hold an array: one element for each note."""
Joined = Literal["types", "shown"]
"""Columns that hold the elements of all notes, each of which is such a list with commas, or nothing."""
SHOWN: Joined = "shown"
"""Also the name of the column by which a level hands on what its rows show."""
COMMA: ColumnElement[Any] = literal_column("','")


class SideColumns:
    """The side columns of one statement."""

    def __init__(self) -> None:
        self._listed: dict[Listed, list[tuple[object, Sql]]] = {}
        self._joined: dict[Joined, list[Sql]] = {}
        self._alone: dict[str, Sql] = {}

    def note(self, name: Listed, value: Sql, key: object = None) -> None:
        """Note an element; `key` says what it is about, for whoever reads the row."""
        self._listed.setdefault(name, []).append((key, value))

    def join(self, name: Joined, value: Sql) -> None:
        """Note a text of elements with commas between them."""
        self._joined.setdefault(name, []).append(value)

    def put(self, name: Literal["history"], value: Sql) -> None:
        """Note a value of its own column."""
        self._alone[name] = value

    @property
    def keys(self) -> Mapping[str, tuple[Any, ...]]:
        """The side columns that there are, each with what its elements are about."""
        keys: dict[str, tuple[Any, ...]] = dict.fromkeys((*self._listed, *self._alone, *self._joined), ())
        return keys | {name: tuple(key for key, _ in notes) for name, notes in self._listed.items()}

    def columns(self) -> Iterator[ColumnElement[Any]]:
        """The columns, under their names."""
        for listed, notes in self._listed.items():
            yield array([value for _, value in notes]).label(listed)
        for alone, value in self._alone.items():
            yield value.label(alone)
        for name, values in self._joined.items():
            yield split(joined(values)).label(name)


def joined(values: list[Sql]) -> Sql:
    """Texts with a comma between them; those that are null are left out."""
    return values[0] if len(values) == 1 else func.concat_ws(COMMA, *values)


def gathered(value: Sql) -> Sql:
    """The texts of many rows as one."""
    return func.string_agg(value, COMMA)


def split(text: Sql) -> Sql:
    """The elements of such a text; none where it is null."""
    return func.coalesce(func.string_to_array(text, COMMA), literal_column("'{}'::text[]"), type_=ARRAY(Text()))
