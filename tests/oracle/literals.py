"""Values for arguments: drawn from real rows, written as GraphQL literals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from random import Random
from typing import Any

from graphql import (
    BooleanValueNode,
    EnumValueNode,
    GraphQLEnumType,
    GraphQLNamedType,
    IntValueNode,
    ListValueNode,
    NameNode,
    ObjectFieldNode,
    ObjectValueNode,
    StringValueNode,
    ValueNode,
)

from tests.oracle.rows import Row
from tests.oracle.sight import Sight, as_json, identifier

MAKERS: dict[str, Callable[[Any], ValueNode]] = {
    "Boolean": lambda value: BooleanValueNode(value=bool(value)),
    "Int": lambda value: IntValueNode(value=str(int(value))),
    "Float": lambda value: IntValueNode(value=str(int(value))),
    "String": lambda value: StringValueNode(value=str(value)),
    "ID": lambda value: StringValueNode(value=str(value)),
    "Date": lambda value: StringValueNode(value=value.isoformat() if isinstance(value, date) else str(value)),
    "DateTime": lambda value: StringValueNode(value=value.isoformat() if isinstance(value, datetime) else str(value)),
    "Decimal": lambda value: StringValueNode(value=str(value)),
    "BigInt": lambda value: StringValueNode(value=str(int(value))),
    "UUID": lambda value: StringValueNode(value=str(value)),
}
"""How a value of each scalar is written."""


def literal(type_: GraphQLNamedType, value: object) -> ValueNode:
    """A value, as a literal of an input type."""
    return EnumValueNode(value=str(value)) if isinstance(type_, GraphQLEnumType) else MAKERS[type_.name](value)


def object_of(fields: dict[str, ValueNode]) -> ObjectValueNode:
    """An input object."""
    return ObjectValueNode(
        fields=tuple(ObjectFieldNode(name=NameNode(value=name), value=value) for name, value in fields.items())
    )


def list_of(values: list[ValueNode]) -> ListValueNode:
    """A list."""
    return ListValueNode(values=tuple(values))


class RealValues:
    """Draws from the rows of all tables; mostly from those that the caller sees."""

    def __init__(self, random: Random, sight: Sight) -> None:
        self.random = random
        self.sight = sight

    def row(self, type_name: str, *, seen: float = 0.85) -> Row | None:
        """A row; one that the caller sees with the probability `seen`."""
        rows = self.sight.rows(type_name)
        if not rows or self.random.random() > seen:
            rows = self.sight.tables.rows[self.sight.nouns[type_name].table]
        return self.random.choice(rows) if rows else None

    def id(self, type_name: str) -> str:
        """An id: of a visible row, of an invisible one, of none."""
        row = self.row(type_name, seen=0.9)
        if row is None or self.random.random() < 0.04:
            return f"{type_name}_BE_01990000-0000-7000-8000-00000000{self.random.randrange(16**4):04x}"
        return identifier(type_name, row)

    def value(self, type_name: str, name: str) -> object:
        """A value of a column, of a row that has one."""
        if name == "id":
            return self.id(type_name)
        if (type_name, name) in self.sight.vocabulary.worked_out:
            return as_json(self.random.choice(self.sight.drawn[type_name, name]), as_text=False)
        for _ in range(5):
            row = self.row(type_name)
            value = row and row[self.sight.nouns[type_name].values[name]]
            if value is not None:
                return as_json(value, as_text=False)
        return None
