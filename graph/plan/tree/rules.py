"""The nouns of what a country lays down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.plan.tree.values import Value
    from graph.plan.tree.view import View


@dataclass(frozen=True, slots=True)
class RulesOf:
    """The rules of the country that a row is, on a day.

    Attributes:
        view: what is selected of each.
        key: which one; all of them, as a list, where none is named.
        part: the part of the country; all of it where none is named.
        on: the day; today where none is named.
    """

    view: View
    key: Value | None
    part: Value | None
    on: Value | None


@dataclass(frozen=True, slots=True)
class JurisdictionsOf:
    """The names of the parts of the country that a row is."""
