"""The nouns of what writes leave behind: a row's history, a row as it was known, the changes feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.entities.model import Column, EntityModel
    from graph.plan.tree import Fixed, PageSize, Row, Value
    from graph.plan.values import FromCursor, FromWrite


@dataclass(frozen=True, slots=True)
class Past:
    """`history` of a row: the latest entries first.

    Attributes:
        entity: the row's.
        outputs: response keys with the entry's columns, in order; a fixed text for `__typename`.
        size: how many entries.
        until: only entries up to this instant.
    """

    entity: EntityModel
    outputs: tuple[tuple[str, str | Fixed], ...]
    size: PageSize
    until: Value | None


@dataclass(frozen=True, slots=True)
class KnownAt:
    """`asKnownAt` of a row: its columns as they were on record at an instant, as one JSON object.

    Attributes:
        entity: the row's.
        columns: those that the caller is told.
        instant: when.
    """

    entity: EntityModel
    columns: tuple[Column, ...]
    instant: Value


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What is answered of each change: response keys with a column's name, a fixed text, or the rows by type."""

    outputs: tuple[tuple[str, str | Fixed | tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """`changes`: what was written in the caller's country, in the order in which it was committed.

    Attributes:
        since: the number behind which it begins; none for the beginning. A subscription brings it as a written value.
        types: the types that it is about, as a parameter; none for all.
        entities: the same types, where the plan needs to know them.
        size: how many changes.
        parts: response keys with what they answer, in order.
    """

    since: FromCursor | FromWrite | None
    types: Value | None
    entities: tuple[EntityModel, ...]
    size: PageSize
    parts: tuple[tuple[str, FeedPart], ...]


@dataclass(frozen=True, slots=True)
class FeedNodes:
    """`nodes`: the changes."""

    entry: FeedEntry


@dataclass(frozen=True, slots=True)
class FeedEdges:
    """`edges`: the changes, each with its cursor; an entry, a fixed text, or none for the cursor."""

    entries: tuple[tuple[str, FeedEntry | Fixed | None], ...]


@dataclass(frozen=True, slots=True)
class FeedInfo:
    """`pageInfo` of the feed: response keys with the fields of Relay's PageInfo."""

    entries: tuple[tuple[str, str | Fixed], ...]


@dataclass(frozen=True, slots=True)
class FeedFixed:
    """`__typename` of the connection."""

    text: str


@dataclass(frozen=True, slots=True)
class FeedHead:
    """`head`: the cursor of the newest change."""


FeedPart = FeedNodes | FeedEdges | FeedInfo | FeedHead | FeedFixed
