"""What Python makes of a text for PostgreSQL to compare in its place, and where that stands: a column beside the text.

A key is made wherever the text is written, by whoever writes it: a statement takes it as a parameter of its own, whose
value is made of the text's value (`graph/plan/bind.py`); a file's rows, a story's and a back-fill have it beside the
text. What is the same expression over the texts and over their keys needs no third way (`graph/writes/made.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from graph.collation import ROOT, order_of, sort_key
from graph.search.keys import RECIPE, search_keys


class TextKey(Enum):
    """What is made of a text; its value stands behind the name of the text's column."""

    ORDER = "_order"
    """What it is ordered by in its row's country."""
    ROOT_ORDER = "_root_order"
    """What it is ordered by among rows of many countries."""
    SEARCH = "_search"
    """What it is found by."""

    def beside(self, column: str) -> str:
        """The column that holds the key, wherever the text's column is: `given_name_order` of `given_name`."""
        return f"{column}{self.value}"


@dataclass(frozen=True, slots=True)
class MadeOf:
    """That a column holds what is made of a text.

    Attributes:
        text: the column of the text, in the same row.
        key: what is made of it.
    """

    text: str
    key: TextKey


NOT_MADE = ""
"""What stands in place of a key that nobody has made yet; no key is so."""

MAKERS: Mapping[TextKey, Callable[[str, str], str]] = {
    TextKey.ORDER: sort_key,
    TextKey.ROOT_ORDER: lambda _, text: sort_key(ROOT, text),
    TextKey.SEARCH: lambda _, text: search_keys(text),
}
"""By a country and a text, the key."""


def made(key: TextKey, country: str | None, value: object) -> object:
    """The key of a text, of each of a list of texts, or of nothing.

    Args:
        key: which one.
        country: whose row it is.
        value: a text, a list of them, or None.

    Raises:
        TypeError: it is neither.
    """
    if value is None:
        return None
    if isinstance(value, list):
        return [made(key, country, each) for each in value]
    if not isinstance(value, str):
        raise TypeError(type(value))
    return MAKERS[key](country or ROOT, value)


@cache
def recipe_of(country: str) -> str:
    """How the keys of a country's texts are made: where that has changed, stored ones are made anew."""
    return f"{order_of(country)}, {RECIPE}"


def behind(orders: Mapping[str, str | None]) -> list[str]:
    """The countries whose keys are made otherwise.

    Args:
        orders: by country, as of `recipe_of`; None where there are no keys yet.
    """
    return sorted(country for country, order in orders.items() if order != recipe_of(country))
