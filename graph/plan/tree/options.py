"""The nouns of options: what is asked about, and what is told of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.plan.tree.rows import Row
    from graph.plan.tree.sources import Path
    from graph.plan.tree.values import Fixed, PageSize, Value


@dataclass(frozen=True, slots=True)
class OptionNodes:
    """The options of a page, the best first: response keys, each with the row, a fixed text, or a column by name."""

    entries: tuple[tuple[str, Row | Fixed | str], ...]


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How many options there are."""


OptionPart = OptionNodes | OptionCount


@dataclass(frozen=True, slots=True)
class PlacementOptions:
    """Where some children could live together from a day on.

    Attributes:
        children: their ids.
        on: the day; today where none is named.
        size: how many options are told.
        parts: what is told, by response key.
        asked: the children's own rows, of which nothing is told: the answer is about them.
        path: the response keys that lead to it.
    """

    children: Value
    on: Value | None
    size: PageSize
    parts: tuple[tuple[str, OptionPart | Fixed], ...]
    asked: Row
    path: Path
