"""All that is wrong with the arguments of an operation, where one of them cannot be meant.

A plan ends at the first fault: it is on every request's way. Here the operation is planned once more, aside, and each
part that cannot be meant leaves the others to be looked at. Nothing of it is written as SQL, or kept.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from graph.errors import Forbidden, TooCostly
from graph.plan.bind import faults_of, unread
from graph.plan.compile.mutations import payload_roots
from graph.plan.compile.queries import planning_of
from graph.plan.compile.subscriptions import subscribed_root
from graph.plan.planner.cost import size_faults
from graph.plan.planner.roots import plan_roots

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from countries.tenancy.caller import Tier
    from graph.errors import HearthError
    from graph.plan.compile.mutations import Shown
    from graph.plan.compile.queries import Surroundings
    from graph.plan.planner.context import Planning
    from graph.plan.read.reading import Reading
    from graph.plan.tree.sources import Scope


def argument_faults(
    surroundings: Surroundings,
    reading: Reading,
    tier: Tier,
    check_time: Callable[[], None],
    scope: Scope,
    shown: Mapping[str, Shown],
) -> list[HearthError]:
    """What is wrong with the arguments; where one mutation of several is at fault, with those of all payloads.

    Args:
        surroundings: what the compiler knows.
        reading: the operation, and what the request gives for it.
        tier: whose rights apply.
        check_time: raises `TooCostly` once it has taken too long: what has been found by then is told.
        scope: what the caller brings.
        shown: what the payload of each mutation shows.
    """
    planning = planning_of(surroundings, reading, tier, check_time)
    planning.collect(is_told=bool(reading.told))
    tree: object = ()
    # What costs too much, or is not the caller's, is told where it is met by itself.
    with suppress(TooCostly, Forbidden):
        tree = _tree(planning, reading, shown)
    sizes = size_faults(planning.prices, reading.arguments)
    return [*planning.faults, *sizes, *faults_of(unread(tree, ()), reading.arguments, scope)]


def _tree(planning: Planning, reading: Reading, shown: Mapping[str, Shown]) -> object:
    definition = reading.operation.definition
    match definition.operation.value:
        case "query":
            return plan_roots(planning, planning.selector.fields("Query", [definition.selection_set]))
        case "mutation":
            selected = planning.selector.fields("Mutation", [definition.selection_set])
            mine = [each for each in selected if each.name in shown and planning.tier in shown[each.name].tiers]
            for each in mine:
                with planning.part:
                    planning.argument(each, "input")
            return tuple(payload_roots(planning, each, shown[each.name]) for each in mine)
        case _:
            with planning.part:
                return subscribed_root(planning, reading.operation)
            return ()
