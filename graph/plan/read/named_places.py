"""How a place in a request is written: as one word, by its line, by the variables in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphql import (
    ListValueNode,
    ObjectValueNode,
    VariableNode,
)

from graph.errors import BadUserInput
from graph.reasons import Reason

if TYPE_CHECKING:
    from graphql import Node, ValueNode

    from graph.errors import Place
    from graph.plan.read.misfits import Misfit


def written(place: Place) -> str:
    """A place as one word: `$where.and[2].sex.eq`."""
    return str(place[0]) + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place[1:])


def locations(node: Node) -> tuple[tuple[int, int], ...]:
    """Line and column at which a part of the document begins, counted from 1."""
    return () if node.loc is None else ((node.loc.start_token.line, node.loc.start_token.column),)


def names_in(node: ValueNode) -> set[str]:
    """The variables in a value, each as `$name`."""
    match node:
        case VariableNode(name=name):
            return {f"${name.value}"}
        case ListValueNode(values=values):
            return {name for value in values for name in names_in(value)}
        case ObjectValueNode(fields=fields):
            return {name for field in fields for name in names_in(field.value)}
        case _:
            return set()


def variable_error(misfit: Misfit, name: str, node: Node) -> BadUserInput:
    """The error of a variable that does not fit; `node` is its definition, or where it stands."""
    place: Place = (f"${name}", *misfit.steps)
    return BadUserInput(
        misfit.fault,
        misfit.hint,
        None,
        locations(node),
        Reason.DOES_NOT_FIT,
        place=place,
        expected=misfit.expected,
        aside=misfit.params_at(f"`{written(place)}`"),
    )
