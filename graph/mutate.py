"""A mutation operation: its fields in order, each in a transaction of its own, and their payloads in one response."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import orjson

from graph.closing.mutation import CARRIED, CLOSE_PERIOD, CLOSERS, closed
from graph.errors import HearthError
from graph.faults import public_error
from graph.limits import compile_clock
from graph.plan.bind import check_arguments
from graph.plan.cache import Latest
from graph.plan.cost import check_price
from graph.plan.payload import MutationPlan, Shown, compile_mutations
from graph.plan.tree import Carried, Fixed
from graph.plan.values import Scope
from graph.writes.actions import all_actions
from graph.writes.perform import Performer, given_to

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import date, datetime

    from countries.caller import Caller
    from graph.closing.mutation import Closes
    from graph.plan.compiler import Surroundings
    from graph.plan.payload import MutationField
    from graph.plan.selection import Operation
    from graph.writes.perform import WritesRows

PLANS = 500
PLAN_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an operation: the response's `data`, and its errors."""

    data: bytes
    errors: tuple[HearthError, ...]


class Mutations:
    """Answers mutation operations.

    Args:
        surroundings: what the compiler knows.
        database: opens transactions.
        tell: hears the country and the number of each change, once it is committed.
        closes: closes periods, where this process may.
    """

    def __init__(
        self,
        surroundings: Surroundings,
        database: WritesRows,
        tell: Callable[[str, int], None] | None = None,
        closes: Closes | None = None,
    ) -> None:
        self._surroundings = surroundings
        self._performer = Performer(surroundings.model, database)
        self._actions = all_actions()
        self._tell = tell
        self._closes = closes
        self._shown = {name: Shown(action.table, action.many, action.tiers) for name, action in self._actions.items()}
        self._shown[CLOSE_PERIOD] = Shown(None, many=False, tiers=CLOSERS, carried=CARRIED)
        self._plans: Latest[Hashable, MutationPlan] = Latest(PLANS, PLAN_CHARACTERS)

    def plan(
        self,
        operation: Operation,
        caller: Caller,
        values: Sequence[object],
        conditions: tuple[bool, ...],
        shape: Hashable,
    ) -> MutationPlan:
        """The operation's plan, checked against the limits before anything is written.

        Raises:
            BadUserInput: an argument cannot be meant.
            TooCostly: it asks for too much.
        """
        key = (operation.normal_text, caller.tier, conditions, shape)
        plan = self._plans.get(key)
        if plan is None:
            plan = compile_mutations(
                self._surroundings, operation, caller.tier, values, conditions, compile_clock(), self._shown
            )
            self._plans.put(key, plan, len(operation.normal_text))
        check_price(plan.prices, values)
        return plan

    async def run(
        self, plan: MutationPlan, caller: Caller, values: Sequence[object], today: date, now: datetime
    ) -> Done:
        """Do the mutations one after another; one that fails leaves the others as they are.

        Raises:
            BadUserInput: an argument of a payload cannot be meant; nothing was done.
        """
        scope = Scope(caller.country, caller.countries, caller.programmes, today, {})
        for field in plan.fields:
            if field.statement is not None:
                check_arguments(field.statement.sources, values, scope)
        told: dict[str, object] = {}
        errors: list[HearthError] = list(plan.refusals)
        for field in plan.fields:
            if field.name == "__typename":
                told[field.key] = "Mutation"
            elif field.slot is None:
                told[field.key] = None
            elif field.name == CLOSE_PERIOD:
                told[field.key] = await self._close(field, values, now, errors)
            else:
                told[field.key] = await self._one(field, caller, values, today, errors)
        return Done(orjson.dumps(told), tuple(errors))

    async def _close(
        self, field: MutationField, values: Sequence[object], now: datetime, errors: list[HearthError]
    ) -> dict[str, object] | None:
        try:
            carried = await closed(self._closes, given_to(field, values), now)
        except Exception as error:
            public = error if isinstance(error, HearthError) else public_error(error)
            if public is None:
                raise
            errors.append(replace(public, path=(field.key,)))
            return None
        told: dict[str, object] = {}
        for key, root in field.roots:
            if isinstance(root, Carried):
                value = carried[root.name]
                told[key] = value if root.view is None else root.view.of(value)
            elif isinstance(root, Fixed):
                told[key] = root.text
        return told

    async def _one(
        self, field: MutationField, caller: Caller, values: Sequence[object], today: date, errors: list[HearthError]
    ) -> orjson.Fragment | None:
        try:
            outcome = await self._performer.perform(caller, self._actions[field.name], field, values, today)
        except HearthError as error:
            errors.append(replace(error, path=(field.key,)))
            return None
        errors += outcome.errors
        if outcome.number is not None and self._tell is not None and caller.country is not None:
            self._tell(caller.country, outcome.number)
        return orjson.Fragment(outcome.payload)
