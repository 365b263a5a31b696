"""The nouns of what writes leave behind: a row's history, a row as it was known, the changes feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.plan.tree.sources import FromCursor, FromWrite
from graph.plan.tree.values import Fixed, PageSize, Value

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.plan.tree.rows import Row


from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.plan.tree.rows import Row
    from graph.plan.tree.sources import FromCursor
    from graph.plan.tree.values import Fixed, PageSize, Value


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


SINCE = FromWrite("since")
"""Where a subscription's page begins: whoever delivers it knows what was delivered last."""


WINDOW = 10_000
"""Changes that one page looks at."""


def member_name(name: str) -> str:
    """`SiblingBond` as a member of an enumeration: `SIBLING_BOND`."""
    return "".join(f"_{letter}" if letter.isupper() and place else letter for place, letter in enumerate(name)).upper()
