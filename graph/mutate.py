"""A mutation operation: its fields in order, each in a transaction of its own, and their payloads in one response."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import orjson

from graph.answering import AWAY
from graph.closing.mutation import CARRIED, CLOSE_PERIOD, CLOSERS, closed
from graph.errors import HearthError, Unavailable, codes_of
from graph.faults import Doing, public_error
from graph.limits import compile_clock
from graph.plan.bind import check_arguments
from graph.plan.cache import Latest
from graph.plan.cost import check_price
from graph.plan.payload import MutationPlan, Shown, compile_mutations
from graph.plan.tree import Carried, Fixed
from graph.plan.values import Scope
from graph.writes.actions import all_actions
from graph.writes.perform import Performer, Ready, given_to

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import date, datetime

    from countries.caller import Caller
    from graph.closing.mutation import Closes
    from graph.plan.compiler import Surroundings
    from graph.plan.payload import MutationField
    from graph.plan.reading import Reading
    from graph.slices import Slices
    from graph.writes.perform import WritesRows

CLOSER = "statistics"
"""Whose connection it is that closes a period."""
PLANS = 500
PLAN_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an operation.

    Attributes:
        data: the response's `data`.
        errors: the response's own.
        codes: those of the errors and of the refusals in payloads, each once.
        status: the HTTP status: 503 where the database could answer none of it, and the same may be sent again.
    """

    data: bytes
    errors: tuple[HearthError, ...]
    codes: tuple[str, ...]
    status: int


class Mutations:
    """Answers mutation operations.

    Args:
        surroundings: what the compiler knows.
        database: opens transactions.
        slices: does what takes long.
        tell: hears the country and the number of each change, once it is committed.
        closes: closes periods, where this process may.
    """

    def __init__(
        self,
        surroundings: Surroundings,
        database: WritesRows,
        slices: Slices,
        tell: Callable[[str, int], None] | None = None,
        closes: Closes | None = None,
    ) -> None:
        self._surroundings = surroundings
        self._slices = slices
        self._performer = Performer(surroundings.model, database, slices)
        self._actions = all_actions()
        self._tell = tell
        self._closes = closes
        self._shown = {name: Shown(action.table, action.many, action.tiers) for name, action in self._actions.items()}
        self._shown[CLOSE_PERIOD] = Shown(None, many=False, tiers=CLOSERS, carried=CARRIED)
        self._plans: Latest[Hashable, MutationPlan] = Latest(PLANS, PLAN_CHARACTERS)

    def knows(self, caller: Caller, reading: Reading) -> bool:
        """Whether its plan is remembered."""
        return self._plans.get(reading.key(caller.tier)) is not None

    async def plan(self, reading: Reading, caller: Caller, *, checked: bool) -> MutationPlan:
        """The operation's plan, checked against the limits before anything is written.

        Args:
            reading: the operation and its values.
            caller: who sends it.
            checked: whether the caller's budget has been looked at.

        Raises:
            BadUserInput: an argument cannot be meant.
            TooCostly: it asks for too much, or the caller's budget is spent.
        """
        key = reading.key(caller.tier)
        plan = self._plans.get(key)
        while plan is None:
            made = await self._slices.once(caller, key, lambda: self._compile(reading, caller), checked=checked)
            plan = made or self._plans.get(key)
        check_price(plan.prices, reading.values)
        return plan

    def _compile(self, reading: Reading, caller: Caller) -> MutationPlan:
        operation, tier = reading.operation, caller.tier
        plan = compile_mutations(
            self._surroundings, operation, tier, reading.values, reading.conditions, compile_clock(), self._shown
        )
        self._plans.put(reading.key(tier), plan, _characters(plan) + len(operation.normal_text))
        return plan

    async def run(
        self,
        plan: MutationPlan,
        caller: Caller,
        values: Sequence[object],
        today: date,
        now: datetime,
        *,
        checked: bool,
    ) -> Done:
        """Do the mutations one after another; one that fails leaves the others as they are.

        Raises:
            BadUserInput: an argument of a payload cannot be meant; nothing was done.
            TooCostly: the caller's budget is spent; nothing was done.
        """
        scope = Scope(caller.country, caller.countries, caller.programmes, today, {}, bounds=caller.bounds)
        for field in plan.fields:
            if field.statement is not None:
                check_arguments(field.statement.sources, values, scope)
            check_arguments(field.unread, values, scope)
        ready = await self._ready(plan, caller, values, today, checked=checked)
        told: dict[str, object] = {}
        errors: list[HearthError] = list(plan.refusals)
        codes: list[str] = []
        for field in plan.fields:
            if field.name == "__typename":
                told[field.key] = "Mutation"
            elif field.slot is None:
                told[field.key] = None
            elif field.name == CLOSE_PERIOD:
                told[field.key] = await self._close(field, values, now, errors, codes)
            else:
                told[field.key] = await self._one(field, caller, ready[field.key], errors, codes)
        codes += codes_of(errors)
        is_stopped = Unavailable.code in codes and all(value is None or value == "Mutation" for value in told.values())
        return Done(orjson.dumps(told), tuple(errors), tuple(dict.fromkeys(codes)), AWAY if is_stopped else 200)

    async def _close(
        self,
        field: MutationField,
        values: Sequence[object],
        now: datetime,
        errors: list[HearthError],
        codes: list[str],
    ) -> dict[str, object] | None:
        try:
            carried = await closed(self._closes, given_to(field, values), now)
        except Exception as error:
            # A copy: the error itself holds this frame.
            public = replace(error) if isinstance(error, HearthError) else public_error(error, CLOSER, Doing.CLOSING)
            if public is None:
                raise
            errors.append(replace(public, path=(field.key,)))
            return None
        codes += [refused["code"] for refused in carried["errors"]]
        told: dict[str, object] = {}
        for key, root in field.roots:
            if isinstance(root, Carried):
                value = carried[root.name]
                told[key] = value if root.view is None else root.view.of(value)
            elif isinstance(root, Fixed):
                told[key] = root.text
        return told

    async def _ready(
        self, plan: MutationPlan, caller: Caller, values: Sequence[object], today: date, *, checked: bool
    ) -> dict[str, Ready | HearthError]:
        """Each field's mutation, ready to be done, or why it is not. A spent budget refuses all before one is done."""
        ready: dict[str, Ready | HearthError] = {}
        for field in plan.fields:
            action = self._actions.get(field.name)
            if action is None or field.slot is None:
                continue
            try:
                ready[field.key] = await self._performer.ready(caller, action, field, values, today, checked=checked)
            except HearthError as error:
                if error.is_spent:
                    raise
                ready[field.key] = replace(error, path=(field.key,))
        return ready

    async def _one(
        self,
        field: MutationField,
        caller: Caller,
        ready: Ready | HearthError,
        errors: list[HearthError],
        codes: list[str],
    ) -> orjson.Fragment | None:
        if isinstance(ready, HearthError):
            errors.append(ready)
            return None
        try:
            outcome = await self._performer.perform(caller, ready)
        except HearthError as error:
            errors.append(replace(error, path=(field.key,)))
            return None
        errors += outcome.errors
        codes += outcome.codes
        if outcome.number is not None and self._tell is not None and caller.country is not None:
            self._tell(caller.country, outcome.number)
        return orjson.Fragment(outcome.payload)


def _characters(plan: MutationPlan) -> int:
    return sum(len(field.statement.text) for field in plan.fields if field.statement is not None)
