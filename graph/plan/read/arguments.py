"""From an operation and its variables to the arguments' values, and to their shape: what of them changes the SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from graphql import GraphQLBoolean, GraphQLNonNull, Undefined, VariableNode

from graph.plan.read.ids import code_id, global_id
from graph.plan.read.misfits import NULL, OTHER, Misfit, misfit, of_literal
from graph.plan.read.named_places import variable_error
from graph.plan.tree.sources import ABSENT
from graph.search.asked import is_blank, words_in
from graph.shares.steps import paced, step

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from graphql import ValueNode

    from graph.errors import HearthError
    from graph.plan.read.operation import Operation, Slot
    from graph.plan.tree.sources import Path

FILTER = "where"
SEARCH = "search"
PAGE_SIZES = ("first", "last")
LISTED = ("in", "notIn")
WORDS = ("orderBy", "types", "indicators", "by", "topic", "field")
"""Arguments whose values are words of the schema or of the catalogue, and decide what the SQL is."""
PERIODS = ("period", "compareWith")
CONDITION = GraphQLNonNull(GraphQLBoolean)
"""What @skip and @include take."""
SHAPE_STEPS = 3
"""Steps that it takes to see what of an object changes the SQL."""
FIGURE = "indicator"
"""The field of one figure; its `code` is such a word."""


def argument_values(operation: Operation, variables: Mapping[str, object]) -> list[object]:
    """The value of every slot; `ABSENT` where its variable was not given, a `Misfit` where it does not fit."""
    return [slot.value if slot.is_literal else value_in(slot, variables) for slot in operation.slots]


def condition_values(operation: Operation, variables: Mapping[str, object]) -> tuple[bool, ...]:
    """The outcome of every @skip and @include."""
    if not operation.conditions:
        return ()
    return tuple(_condition(node, variables) for node in operation.conditions)


def condition_faults(operation: Operation, variables: Mapping[str, object]) -> list[HearthError]:
    """The variables of @skip and @include that are null, which is neither."""
    nodes = {node.name.value: node for node in operation.conditions if isinstance(node, VariableNode)}
    null = (name for name in nodes if variables.get(name) is None)
    return [variable_error(misfit((), CONDITION, NULL), name, nodes[name]) for name in null]


def _condition(node: ValueNode, variables: Mapping[str, object]) -> bool:
    if isinstance(node, VariableNode):
        return variables.get(node.name.value) is True
    return bool(getattr(node, "value", False))


def value_in(slot: Slot, variables: Mapping[str, object]) -> object:
    """The value of one slot: not given, given, or given and not fitting, which are three different things."""
    value = slot.read(variables)
    if value is not Undefined:
        return value
    if isinstance(slot.node, VariableNode) and slot.node.name.value not in variables:
        return ABSENT
    first, *others = [*of_literal(slot.node, slot.type, variables)] or [misfit((), slot.type, OTHER)]
    return replace(first, others=tuple(others)) if others else first


def shape_of(operation: Operation, values: Sequence[object]) -> tuple[Hashable, ...]:
    """What of the values changes the SQL text: presence, structure, null tests, orderings, types named by ids."""
    shapes = [
        slot.shape if slot.is_literal else shape_in(slot, value)
        for slot, value in zip(operation.slots, values, strict=True)
    ]
    if operation.periods:
        given = periods_given(operation.periods, values)
        shapes += [first_alike(given, each.value) for each in given]
    return tuple(shapes)


@dataclass(frozen=True, slots=True)
class PeriodGiven:
    """A period of figures as it is given: the slot, the steps from there, and the value."""

    slot: int
    steps: Path
    value: object


def periods_given(slots: Sequence[int], values: Sequence[object]) -> list[PeriodGiven]:
    """Every period that slots name, in order; an argument may name several."""
    found: list[PeriodGiven] = []
    for slot in slots:
        value = values[slot]
        if isinstance(value, list):
            found += [PeriodGiven(slot, (place,), one) for place, one in enumerate(value)]
        else:
            found.append(PeriodGiven(slot, (), value))
    return found


def first_alike(given: Sequence[PeriodGiven], value: object) -> int:
    """The first of them that is the same period: figures of one period are counted together."""
    return next(number for number, each in enumerate(given) if each.value == value)


def shape_in(slot: Slot, value: object) -> Hashable:
    """The shape of one slot's value."""
    if value is ABSENT or (slot.name == FILTER and not value) or (slot.name == SEARCH and is_blank(value)):
        return "absent"
    if value is None:
        return None
    if isinstance(value, Misfit):
        return "misfit"
    if slot.name in PAGE_SIZES:
        # A page size that the document writes stands in the SQL: PostgreSQL plans `LIMIT 20` better than `LIMIT $1`.
        return ("literal", str(value)) if slot.is_literal else "given"
    if slot.name in SHAPES:
        return SHAPES[slot.name](value)
    if slot.name in WORDS or slot.field == FIGURE:
        return _frozen(value)
    if slot.name == "ids":
        return tuple(sorted({_type_named(each) for each in value})) if isinstance(value, list) else "given"
    return "given"


def _type_named(value: object) -> str:
    """The type that an id names; a malformed one never shares the plan of a good one, nor one with a code behind it."""
    parsed = global_id(value)
    if parsed is None:
        found = code_id(value)
        return "" if found is None else f"{found.type_name[:64]} by code"
    return parsed.type_name[:64] if parsed.code is None else f"{parsed.type_name[:64]}_"


def _filter_shape(value: object, key: str = "") -> Hashable:
    if isinstance(value, dict):
        step(SHAPE_STEPS)
        return tuple((name, _filter_shape(inner, name)) for name, inner in value.items())
    if isinstance(value, list) and key not in LISTED:
        return ("list", *(_filter_shape(inner) for inner in paced(value)))
    if value is None or isinstance(value, bool):
        return value  # whether it is empty, and a yes or no that is worked out
    return "given"


def _given(value: object) -> Hashable:
    """The keys of an object that have a value, or of each in a list."""
    if isinstance(value, list):
        return ("list", *(_given(inner) for inner in paced(value)))
    return tuple(name for name, inner in value.items() if inner is not None) if isinstance(value, dict) else "given"


def _frozen(value: object) -> Hashable:
    if isinstance(value, dict):
        step(SHAPE_STEPS)
        return tuple((name, _frozen(inner)) for name, inner in value.items())
    if isinstance(value, list):
        return tuple(_frozen(inner) for inner in paced(value))
    return value.name if isinstance(value, Enum) else str(value)


SHAPES: Mapping[str, Callable[[object], Hashable]] = {
    FILTER: _filter_shape,
    SEARCH: words_in,
    "id": _type_named,
    **dict.fromkeys(PERIODS, _given),
}
"""What of a value changes the SQL, by the argument's name."""
