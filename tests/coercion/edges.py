"""Values at the edge of their types: the largest, the smallest, the emptiest, and those a step beyond."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLScalarType

from tests.coercion.made_up import SECRETIVE

NIL, MAX = "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"
UUID_TEXT = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
MOST_TEXT, MOST_ITEMS = 10_000, 1_000

EDGES: dict[str, list[object]] = {
    "Int": [0, -1, 1_000, 1_001, 2**31 - 1, -(2**31), 2**31, 10**19, 1e300, 0.5, -0.0],
    "Float": [0, 1e308, 10**400],
    "Boolean": [True, False, "true", 0],
    "String": [
        "", " ", "\x00", "a\x00b", "\t\r\n", "%_\\", "'; --", "$1", "\ufeff", "\ufffe\uffff",
        "\U0010ffff", "e\u0301\u0327", "\u202e" + SECRETIVE, "x" * MOST_TEXT, "x" * (MOST_TEXT + 1),
        "\U0001f600" * MOST_TEXT, "infinity", "NaN", "null",
    ],
    "ID": [
        "", " ", "\x00", "x", SECRETIVE, "Child_BE", "Child_BE_", f"Child_BE_{NIL}", f"Child_BE_{MAX}",
        f"Child_XX_{UUID_TEXT}", f"Child_KE_{UUID_TEXT}", f"Home_BE_{MAX}", f"Programme_BE_{NIL}",
        f"Placement_BE_{MAX}", f"Country_BE_{UUID_TEXT}", f"Change_BE_{UUID_TEXT}", f"Child_BE_{UUID_TEXT.upper()}",
        f"child_be_{UUID_TEXT}", "x" * 100_000, 0, 2**63, -1,
    ],
    "UUID": [NIL, MAX, UUID_TEXT, UUID_TEXT.upper(), UUID_TEXT[:-1], f"{{{UUID_TEXT}}}", "", " ", "x", "\x00", 0, -1],
    "Date": [
        "0001-01-01", "9999-12-31", "0000-00-00", "0000-01-01", "10000-01-01", "-0001-01-01", "2026-02-29",
        "2024-02-29", "infinity", "-infinity", "", "2026-11-22T00:00:00Z", "20261122", 0,
    ],
    "DateTime": [
        "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999999-12:00", "9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00Z",
        "2026-11-22T24:00:00Z", "2026-11-22T23:59:60Z", "2026-11-22T00:00:00+99:99", "2026-11-22T00:00:00.1234567Z",
        "2026-11-22T00:00", "infinity", "", 0,
    ],
    "Decimal": [
        "0", "-0", "0.0000000001", "9" * 30, "-" + "9" * 30 + "." + "9" * 10, "9" * 31, "1e30", "NaN", "Infinity",
        "", "1,5", "\u0661", 10**29, 10**31, 1.5,
    ],
    "BigInt": [0, 10**18 - 1, -(10**18) + 1, 10**18, "9" * 18, "9" * 19, "-" + "9" * 18, "", "1.0", "\u0661", 2**63],
}  # fmt: skip
"""What is tried at every place of a scalar; JSON."""


def edges_of(type_: Any) -> list[object]:  # noqa: ANN401 - graphql-core's own
    """The edges of a leaf type."""
    if isinstance(type_, GraphQLEnumType):
        return [*type_.values, SECRETIVE, "", 0, next(iter(type_.values)).lower()]
    return EDGES[type_.name]


def in_type(type_: object) -> list[object]:
    """The edges of a type; of an input object the whole is tried, because its fields have their own."""
    match type_:
        case GraphQLList(of_type=item):
            inner = getattr(item, "of_type", item)
            if isinstance(inner, GraphQLInputObjectType):
                return [[], [None], [{}]]
            leaves = edges_of(inner)
            lists: list[object] = [[], [None], [[leaves[0]]], [leaves[0]] * MOST_ITEMS, [leaves[0]] * (MOST_ITEMS + 1)]
            return [*lists, *([leaf] for leaf in leaves)]
        case GraphQLInputObjectType():
            return [{}, SECRETIVE, [], {SECRETIVE: SECRETIVE}]
        case GraphQLScalarType() | GraphQLEnumType():
            return [*edges_of(type_), [], {}, None]
        case _:
            raise TypeError(type_)
