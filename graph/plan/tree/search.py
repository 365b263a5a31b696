"""The noun of a search: what of its text is looked for, as parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.declarations.searched import Searched
    from graph.plan.tree.values import Value


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """A word that is looked for: how its keys begin (`graph/search/asked.py`), as lists of texts.

    Attributes:
        starts: beginnings.
        ends: the first text behind all that begin so, for each.
        patterns: the same as patterns of LIKE, in what stands beside a name.
    """

    starts: Value
    ends: Value
    patterns: Value


@dataclass(frozen=True, slots=True)
class Search:
    """Rows that are found by their names and numbers.

    Attributes:
        keys_of: the table of their keys.
        words: each word that is looked for; how many there are changes the SQL.
        whole: all of them as one.
        keys: `key`, `place`, `far`, lists in step.
        ranked: whether the nearest come first, because nobody says another order.
        searched: how the rows are searched for, where the tier reads what stands beside their names.
    """

    keys_of: EntityModel
    words: tuple[SoughtWord, ...]
    whole: SoughtWord
    keys: tuple[tuple[str, Value], ...]
    ranked: bool
    searched: Searched | None
