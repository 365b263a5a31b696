"""The same request again, a little different: what a plan that is kept must not mix up."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from graphql import (
    ArgumentNode,
    BooleanValueNode,
    EnumValueNode,
    IntValueNode,
    Visitor,
    VisitorAction,
    parse,
    print_ast,
    visit,
)

from tests.oracle.dress import Asked

TURNED = {"ASC": "DESC", "DESC": "ASC"}
SIZES = ("first", "last")


class _Literals(Visitor):
    """Other page sizes, directions and truths in the document."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self.random = random

    def enter_argument(self, node: ArgumentNode, *_: Any) -> ArgumentNode | None:  # noqa: ANN401 - the visitor's own signature
        if node.name.value in SIZES and isinstance(node.value, IntValueNode) and self.random.random() < 0.5:
            return replace(node, value=IntValueNode(value=str(self.random.randrange(1, 6))))
        return None

    def enter_enum_value(self, node: EnumValueNode, *_: Any) -> EnumValueNode | None:  # noqa: ANN401 - as above
        if node.value in TURNED and self.random.random() < 0.3:
            return replace(node, value=TURNED[node.value])
        return None

    def enter_boolean_value(self, node: BooleanValueNode, *_: Any) -> BooleanValueNode | VisitorAction | None:  # noqa: ANN401 - as above
        return replace(node, value=not node.value) if self.random.random() < 0.3 else None


def varied(random: Random, asked: Asked) -> Asked:
    """The request with other literals or other variables."""
    if random.random() < 0.5:
        return replace(asked, document=print_ast(visit(parse(asked.document), _Literals(random))))
    variables = {name: _other(random, value) for name, value in asked.variables.items()}
    dropped = random.choice([*variables, None])
    if dropped is not None and random.random() < 0.4:
        if random.random() < 0.5:
            del variables[dropped]
        else:
            variables[dropped] = None
    return replace(asked, variables=variables)


def _other(random: Random, value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    match value:
        case dict():
            return {key: _other(random, inner) for key, inner in value.items()}
        case list():
            return [_other(random, inner) for inner in value]
        case bool():
            return value != (random.random() < 0.3)
        case int():
            return random.randrange(1, 6)
        case "ASC" | "DESC":
            return TURNED[value] if random.random() < 0.3 else value
        case _:
            return value
