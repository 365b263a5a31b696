"""A mutation operation: its fields in order, each in a transaction of its own, and their payloads in one response."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

import orjson

from graph.documents.limits import compile_clock
from graph.errors import HearthError, Unavailable, codes_of
from graph.execute.queries import ReadsOneRow
from graph.execute.request import Begun, GraphQLResponse
from graph.execute.response import AWAY, body
from graph.memory import Latest
from graph.plan.bind import check_arguments
from graph.plan.compile.mutations import MutationPlan, Shown, SupposedAsked, compile_mutations
from graph.plan.planner.cost import check_price
from graph.plan.tree.sources import Scope
from graph.writes.actions import all_actions
from graph.writes.following import Course
from graph.writes.input_rules import InputRules
from graph.writes.periods import CLOSE_PERIOD, all_rowless, closing
from graph.writes.rowless import RowlessPerformer
from graph.writes.transaction import Performer, WritesRows

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from datetime import date, datetime

    from countries.tenancy.caller import Caller
    from graph.documents.slices import Slices
    from graph.execute.response import Stopwatch
    from graph.plan.compile.mutations import MutationField
    from graph.plan.compile.queries import Surroundings
    from graph.plan.read.reading import Reading
    from graph.writes.action import Action
    from graph.writes.outcomes import Go, Performs
    from graph.writes.periods import Closes


class ReadsAndWrites(ReadsOneRow, WritesRows, Protocol):
    """The database, as far as operations need it."""

    @property
    def is_distributed(self) -> bool:
        """Whether countries' rows may be on nodes of their own."""


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

    Attributes:
        performers: who does each mutation, by its name.
        shown: what the payload of each shows.

    Args:
        surroundings: what the compiler knows.
        database: opens transactions.
        slices: does what takes long.
        today: today's date in a caller's country.
        now: the present instant.
        tell: hears the country and the number of each change, once it is committed.
        closes: closes periods, where this process may.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it is put together from
        self,
        surroundings: Surroundings,
        database: WritesRows,
        slices: Slices,
        today: Callable[[Caller], date],
        now: Callable[[], datetime],
        tell: Callable[[str, int], None] | None = None,
        closes: Closes | None = None,
    ) -> None:
        self._surroundings = surroundings
        self._slices = slices
        self._today, self._now = today, now
        self._tell = tell
        actions, rowless = all_actions(), all_rowless()
        of_rows = Performer(InputRules(surroundings.model, surroundings.packs), database, slices, actions)
        without = RowlessPerformer(surroundings.model, rowless, {CLOSE_PERIOD.name: closing(closes)})
        self.performers: Mapping[str, Performs] = dict.fromkeys(actions, of_rows) | dict.fromkeys(rowless, without)
        self.shown = {
            **{name: _shown(each) for name, each in actions.items()},
            **{name: Shown(None, many=False, tiers=each.tiers, carried=each.carried) for name, each in rowless.items()},
        }
        self._plans: Latest[Hashable, MutationPlan] = Latest(PLANS, PLAN_CHARACTERS)

    def course(self, *, waits: bool = True) -> Course:
        """That of the mutations of one request; `waits` as of `Course`."""
        return Course(self._now(), waits)

    async def begin(
        self, reading: Reading, caller: Caller, watch: Stopwatch, course: Course | None, *, checked: bool
    ) -> Begun:
        """The operation, read and compiled; nothing of it is done yet. Each mutation that fails is part of its answer.

        Raises:
            HearthError: what refuses all of it.
        """
        known = self._plans.get(reading.key(caller.tier)) is not None
        plan, price = await self._planned(reading, caller, checked=checked)
        packs = self._surroundings.packs
        scope, course = Scope.of(caller, self._today(caller), packs=packs), course or self.course()
        for field in plan.fields:
            if field.statement is not None:
                check_arguments(field.statement.sources, reading.arguments, scope)
            check_arguments(field.unread, reading.arguments, scope)
        ready = await self._ready(plan, caller, reading.arguments, scope, course, checked=checked or not known)
        watch.lap("plan")
        return Begun(partial(self._go, plan, caller, ready, watch), price, len(ready))

    async def _planned(self, reading: Reading, caller: Caller, *, checked: bool) -> tuple[MutationPlan, int]:
        """The operation's plan, and its price: checked against the limits before anything is written.

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
        return plan, check_price(plan.prices, reading.arguments)

    def _compile(self, reading: Reading, caller: Caller) -> MutationPlan:
        plan = compile_mutations(self._surroundings, reading, caller.tier, compile_clock(), self.shown)
        self._plans.put(reading.key(caller.tier), plan, _characters(plan) + len(reading.operation.normal_text))
        return plan

    async def _go(
        self, plan: MutationPlan, caller: Caller, ready: Mapping[str, Go | HearthError], watch: Stopwatch
    ) -> GraphQLResponse:
        done = await self._run(plan, caller, ready)
        watch.lap("database")
        return GraphQLResponse(body(done.data, done.errors), done.status, watch.stages, writes=True, codes=done.codes)

    async def _run(self, plan: MutationPlan, caller: Caller, ready: Mapping[str, Go | HearthError]) -> Done:
        """Do the mutations one after another; one that fails leaves the others as they are."""
        told: dict[str, object] = {}
        errors: list[HearthError] = list(plan.refusals)
        codes: list[str] = []
        for field in plan.fields:
            if field.name == "__typename":
                told[field.key] = "Mutation"
            elif field.slot is None:
                told[field.key] = None
            else:
                told[field.key] = await self._one(field, caller, ready[field.key], errors, codes)
        codes += codes_of(errors)
        is_stopped = Unavailable.code in codes and all(value is None or value == "Mutation" for value in told.values())
        return Done(orjson.dumps(told), tuple(errors), tuple(dict.fromkeys(codes)), AWAY if is_stopped else 200)

    async def _ready(
        self,
        plan: MutationPlan,
        caller: Caller,
        values: Sequence[object],
        scope: Scope,
        course: Course,
        *,
        checked: bool,
    ) -> dict[str, Go | HearthError]:
        """Each field's mutation, ready to be done, or why it is not. A spent budget refuses all before one is done."""
        ready: dict[str, Go | HearthError] = {}
        for field in plan.fields:
            if field.slot is None:
                continue
            performer = self.performers[field.name]
            try:
                ready[field.key] = await performer.go(caller, field, values, scope, course, checked=checked)
            except HearthError as error:
                if error.is_spent:
                    raise
                ready[field.key] = replace(error, path=(field.key,))
        return ready

    async def _one(
        self, field: MutationField, caller: Caller, go: Go | HearthError, errors: list[HearthError], codes: list[str]
    ) -> orjson.Fragment | None:
        if isinstance(go, HearthError):
            errors.append(go)
            return None
        try:
            outcome = await go()
        except HearthError as error:
            errors.append(replace(error, path=(field.key,)))
            return None
        errors += outcome.errors
        codes += outcome.codes
        if outcome.number is not None and self._tell is not None and caller.country is not None:
            self._tell(caller.country, outcome.number)
        return orjson.Fragment(outcome.payload)


def _shown(action: Action) -> Shown:
    """What the payload of an action shows, and what it supposes."""
    carried = {each.name: each.type_name for each in action.supposes}
    supposed = {each.name: SupposedAsked(each.table, each.suggestion, each.tells) for each in action.supposes}
    return Shown(action.table, action.many, action.tiers, carried, supposed)


def _characters(plan: MutationPlan) -> int:
    return sum(len(field.statement.text) for field in plan.fields if field.statement is not None)
