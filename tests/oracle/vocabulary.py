"""All that the naive executor knows of names: those that people wrote down, and those that were derived beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tests.oracle.nouns import AS_TEXT, NOUNS, WAYS, WORKED_OUT, Noun, Way


@dataclass(frozen=True)
class Vocabulary:
    """The meaning of every type and field that documents may ask for.

    Attributes:
        nouns: the types of rows.
        ways: links by way of a third table, by (type, field).
        worked_out: what a field that is worked out reads, by (type, field).
        as_text: the (type, field) of numbers that JSON holds as text.
    """

    nouns: Mapping[str, Noun]
    ways: Mapping[tuple[str, str], Way]
    worked_out: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]
    as_text: frozenset[tuple[str, str]]

    @cached_property
    def by_one(self) -> dict[str, str]:
        """The type by its root field for one row."""
        return {noun.one: name for name, noun in self.nouns.items()}

    @cached_property
    def by_many(self) -> dict[str, str]:
        """The type by its root field for the connection."""
        return {noun.many: name for name, noun in self.nouns.items()}

    @cached_property
    def beneath(self) -> frozenset[str]:
        """The tables that values are worked out from and that no type shows."""
        read = {table for columns in self.worked_out.values() for table, _ in columns}
        return frozenset(read - {noun.table for noun in self.nouns.values()})

    def target_of(self, type_name: str, name: str) -> tuple[str, bool] | None:
        """Where a link leads, and whether to many rows; nothing where the field is a value."""
        noun = self.nouns[type_name]
        if name in noun.to_one:
            return noun.to_one[name][1], False
        if name in noun.to_many:
            return noun.to_many[name][0], True
        way = self.ways.get((type_name, name))
        return (way.target, way.many) if way else None

    def knows(self, type_name: str, name: str) -> bool:
        """Whether the field's meaning is known."""
        is_value = name == "id" or name in self.nouns[type_name].values or (type_name, name) in self.worked_out
        return is_value or self.target_of(type_name, name) is not None


BY_HAND = Vocabulary(NOUNS, WAYS, WORKED_OUT, AS_TEXT)
"""What people wrote down."""
