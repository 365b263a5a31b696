"""The noun of a search: what of its text is looked for, as parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.plan.tree.values import Value


@dataclass(frozen=True, slots=True)
class Search:
    """Rows that are found by their names and numbers.

    Attributes:
        keys_of: the table of their keys.
        words: how many words are looked for.
        beginnings: of keys: `start`, `until`, `place`, lists in step (`graph/search/asked.py`).
        keys: `key`, `place`, `far`, likewise.
        ranked: whether the nearest come first, because nobody says another order.
    """

    keys_of: EntityModel
    words: Value
    beginnings: tuple[tuple[str, Value], ...]
    keys: tuple[tuple[str, Value], ...]
    ranked: bool
