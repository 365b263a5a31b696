"""The nouns of an operation that is read: its arguments, itself, the fields of a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphql import (
    DirectiveNode,
    FragmentDefinitionNode,
    GraphQLInputType,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
)

from graph.plan.read.literals import Read
from graph.plan.read.variables import VariableReader
from graph.plan.tree.sources import ABSENT

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Slot:
    """One argument as the document writes it.

    Attributes:
        name: the argument's name.
        field: the name of the field that it is given to.
        node: what is written there.
        type: the argument's type.
        read: its value under some variables; `Undefined` where it does not fit.
        is_literal: whether no variable is in it, so that its value is part of the document.
        value: the value of a literal, read once for all requests.
        shape: the shape of a literal, likewise.
    """

    name: str
    field: str
    node: ValueNode
    type: GraphQLInputType
    read: Read
    is_literal: bool
    value: object = ABSENT
    shape: Hashable = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation, prepared once for its document.

    Attributes:
        definition: its syntax tree.
        fragments: the document's fragments by name.
        slots: its arguments, in the order of the document.
        slot_of: the number of the slot by the identity of its argument node.
        conditions: the `if` of every @skip and @include, in the order of the document.
        condition_of: the number of the condition by the identity of its directive node.
        variables: reads its variables.
        normal_text: the document with every argument's value taken out: equal for all requests of one structure.
        periods: the numbers of the slots that name periods of figures.
    """

    definition: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    slots: tuple[Slot, ...]
    slot_of: Mapping[int, int]
    conditions: tuple[ValueNode, ...]
    condition_of: Mapping[int, int]
    variables: VariableReader
    normal_text: str
    periods: tuple[int, ...]

    def includes(self, directives: Iterable[DirectiveNode] | None, conditions: Sequence[bool]) -> bool:
        """Whether a selection with these directives is part of the answer, under the outcome of each condition."""
        for directive in directives or ():
            number = self.condition_of.get(id(directive))
            if number is not None and conditions[number] != (directive.name.value == "include"):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Field:
    """One response key of a level: its field, its arguments, and every selection set that was merged under it."""

    key: str
    name: str
    arguments: Mapping[str, int]
    selection_sets: tuple[SelectionSetNode, ...]
