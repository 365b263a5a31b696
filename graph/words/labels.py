"""The English label of a value of an enumeration: its name, as a person writes it. Other languages have catalogues."""

from __future__ import annotations

__all__ = ["INDICATOR", "RULE_DOC", "UNIT", "context_of", "label_of"]

INDICATOR, UNIT = "Indicator", "Unit"
"""The contexts in which catalogues have what an indicator says, and what its value is counted in."""

CAPITALS = frozenset({"SOS", "UN"})
"""Words that stay in capitals."""
RULE_DOC = "Rule"
"""The context of what countries' rules say."""
SHARED = "Grouping"
"""Enumerations whose names end so list fields of a type: their labels are the same everywhere."""


def label_of(member: str) -> str:
    """A value's name in words: `SMALL_GROUP_HOME` is a `Small group home`."""
    first, *rest = (word if word.upper() in CAPITALS else word.lower() for word in member.split("_"))
    return " ".join((first[:1].upper() + first[1:], *rest))


def context_of(enumeration: str) -> str:
    """The context of an enumeration's labels in a catalogue: one word may be said otherwise of a child and of a day."""
    return SHARED if enumeration.endswith(SHARED) else enumeration
