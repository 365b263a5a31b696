"""An enumeration of which each member says what it means, as those of the graph do; the countries know no graph."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Explained(StrEnum):
    """The base of such enumerations.

    Attributes:
        doc: what a member means, in a sentence.
    """

    doc: str

    def __new__(cls, value: str, doc: str) -> Self:
        """A member by its value, with its sentence."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.doc = doc
        return member
