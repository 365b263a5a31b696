"""Which reasons the product says, and where: read from the statements that mutations become, and from the code."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from graph import errors
from graph.declarations.nouns import NATIONAL
from graph.entities import graph_model
from graph.errors import HearthError
from graph.reasons import Reason
from graph.refusals import Refusal
from graph.writes import refusals
from graph.writes.actions import all_actions
from graph.writes.constraints import refusals as of_constraints
from graph.writes.enrolment import EARLIER_ADMISSION
from graph.writes.mutation import Group, Parts
from graph.writes.statement import compile_write
from tests.test_architecture import ROOT, modules, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from graph.writes.action import Action

ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, HearthError)]
"""Every class of errors."""
SELDOM = frozenset({EARLIER_ADMISSION, "byDeath"})
"""What few mutations need, and what their statements are composed anew with."""
CODES: Mapping[str, str] = {
    **{kind.__name__: kind.code for kind in ERRORS},
    "bad_input": "BAD_USER_INPUT",
    "conflict": "CONFLICT",
    "forbidden": "FORBIDDEN",
    "Lack": "UNAVAILABLE",
}
"""The code by the name of what says a reason."""
READ_BY_VALUES = tuple(
    ROOT / path for path in ("graph/kinds/values.py", "graph/plan/read/ids.py", "graph/declarations/day_bounds.py")
)
"""What refuses a value of an input by itself."""


def given_to(action: Action) -> Iterator[frozenset[str]]:
    """What an input may give: as little as it may, all, and all but one."""
    least, all_ = set[str](), set[str]()
    for taken in action.takes:
        names = {taken.name}
        if isinstance(taken, Group) and not taken.many:
            names |= {f"{taken.name}.{inner.name}" for inner in taken.takes}
        all_ |= names
        if not isinstance(taken, Group) and taken.required:
            least |= names
    yield frozenset(least)
    yield frozenset(all_)
    yield frozenset(all_) | SELDOM
    for taken in action.takes:
        if taken.name not in least:
            yield frozenset(name for name in all_ if name.partition(".")[0] != taken.name)


@cache
def refusals_of_mutations() -> tuple[Refusal, ...]:
    """What every mutation's statements may be refused with, as either tier sends it; no database is asked."""
    found: dict[Refusal, None] = {}
    for action in all_actions().values():
        if action.either is not None:
            found |= dict.fromkeys((action.either.both, action.either.neither, action.either.lacking))
        for taken in action.takes:
            if isinstance(taken, Parts) and taken.either is not None:
                found |= dict.fromkeys((taken.either.both, taken.either.neither, taken.either.lacking))
        for tier in sorted(action.tiers & NATIONAL):
            for present in given_to(action):
                statement = compile_write(graph_model(), action, tier, present, keyed=True)
                found |= dict.fromkeys(statement.refusals.values())
    found |= dict.fromkeys(of_constraints().values())
    found |= dict.fromkeys(each for each in vars(refusals).values() if isinstance(each, Refusal))
    return tuple(found)


def said_by_mutations() -> set[Reason]:
    """Why a mutation may be refused: by its statement, by a constraint, by what its input says."""
    by_values = {reason for path in READ_BY_VALUES for reason, _ in said_in(path)}
    return {each.reason for each in refusals_of_mutations()} | by_values | {errors.BadUserInput.usual}


def said_in(path: Path) -> Iterator[tuple[Reason, str]]:
    """Each reason that a module says, and the code that it is said with; no code where that is not written there."""
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in CODES:
                code = CODES[name]
            case ast.Call(func=ast.Name(id="Refusal"), args=[ast.Constant(value=str(said)), *_]):
                code = said
            case ast.Tuple(elts=[ast.Name(id=name), *_]) if name in CODES:
                code = CODES[name]
            case _:
                code = ""
        inside = ast.iter_child_nodes(node) if not code else ast.walk(node)
        for each in inside:
            if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "Reason":
                yield Reason[each.attr], code


def reasons_as_words() -> Iterator[str]:
    """Where the product says a reason in place of a sentence: `Reason.X.value` among words, or a word in capitals."""
    for path in modules("graph", "countries"):
        for node in ast.walk(tree_of(path)):
            match node:
                case ast.Call(func=ast.Name(id=name), args=words) if name in CODES:
                    pass
                case ast.Tuple(elts=[ast.Name(id=name), *words]) if name in CODES:
                    pass
                case _:
                    continue
            for each in words[:3]:
                by_value = isinstance(each, ast.Attribute) and ast.unparse(each).startswith("Reason.")
                by_value = by_value and ast.unparse(each).endswith(".value")
                said = each.value if isinstance(each, ast.Constant) and isinstance(each.value, str) else ""
                if by_value or said in Reason.__members__:
                    yield f"{path.name}:{node.lineno}"


@cache
def said_in_product() -> Mapping[Reason, frozenset[str]]:
    """Each reason that the product says, with the codes that it is said with."""
    found: dict[Reason, set[str]] = {}
    for path in modules("graph", "countries"):
        if path.name != "reasons.py":
            for reason, code in said_in(path):
                found.setdefault(reason, set()).update({code} - {""})
    for kind in ERRORS:
        found.setdefault(kind.usual, set()).add(kind.code)
    return {reason: frozenset(codes) for reason, codes in found.items()}
