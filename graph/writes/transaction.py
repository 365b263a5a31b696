"""One mutation, done: its transaction, its locks, its statement, its payload; again where it lost a race, never twice.

BEGIN, scope ─> locks ─> the statement ─┬─ written ────> payload ─> COMMIT
                                        ├─ refused ────> COMMIT (the key keeps the refusal)
                                        └─ key known ──> the outcome of the first time ─> payload ─> COMMIT

A dry run is the same with ROLLBACK in COMMIT's place: it is checked, written and told by the same statements, and
nothing is left of it, neither a key nor a number of the feed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import asyncpg

from graph.declarations.constraints import RACED as BUSY
from graph.errors import HearthError, codes_of
from graph.memory import Latest
from graph.plan.bind import bind
from graph.sqlstates import Doing, raise_public
from graph.writes.constraints import refusal_of
from graph.writes.following import Following, ReadsKeys
from graph.writes.inputs import read_input
from graph.writes.made_before import as_made
from graph.writes.outcomes import LostRaceError, Outcome, SeldomError, answer_of, repeated
from graph.writes.payload import Payload
from graph.writes.request import WriteRequest
from graph.writes.shapes import Shapes
from graph.writes.statement import compile_write

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import date

    from countries.tenancy.caller import Caller
    from graph.plan.compile.mutations import MutationField
    from graph.plan.tree.sources import Scope
    from graph.refusals import Refusal
    from graph.writes.action import Action
    from graph.writes.following import Course
    from graph.writes.input_rules import InputRules
    from graph.writes.inputs import Inputs
    from graph.writes.outcomes import Go
    from graph.writes.statement import WriteStatement

STATEMENTS = 500
STATEMENT_CHARACTERS = 10_000_000
TRIES = 4
"""How often a write that lost a race begins anew."""
RACES = ("40001", "40P01")
"""serialization_failure, deadlock_detected."""

Made = TypeVar("Made")


class WritesRows(ReadsKeys, Protocol):
    """The database, as far as mutations need it."""

    @property
    def is_distributed(self) -> bool:
        """Whether it asks other nodes: then a mutation is written step by step (`graph/writes/steps`)."""

    def writing(self, caller: Caller) -> AbstractAsyncContextManager[Any]:
        """A transaction that writes, in the caller's scope."""


class WorksOnce(Protocol):
    """What does long work without holding up others, as far as mutations need it."""

    async def once(
        self, caller: Caller, key: Hashable, function: Callable[[], Made], *, checked: bool = False
    ) -> Made | None:
        """Do something for a caller; nothing where somebody else has just done it."""


@dataclass(frozen=True, slots=True)
class Ready:
    """One mutation, ready to be done.

    Attributes:
        action: what it is.
        request: who sends what; where its input has faults it cannot be meant, and nothing is done.
        telling: what it is answered with.
        statement: what is run.
    """

    action: Action
    request: WriteRequest
    telling: Payload
    statement: WriteStatement | None = None

    def refused(self, refusal: Refusal) -> Outcome:
        """What it comes to where it is refused."""
        return Outcome(self.telling.without_rows([refusal]), codes=(refusal.code,))


class _DryRunDoneError(Exception):
    """A dry run has come to its end; what was written is undone."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class Performer:
    """Does mutations.

    Args:
        rules: what inputs are asked, of all entities.
        database: opens transactions.
        slices: does what takes long.
        actions: the mutations, by name.
        packs: what countries lay down.
    """

    def __init__(
        self, rules: InputRules, database: WritesRows, slices: WorksOnce, actions: Mapping[str, Action]
    ) -> None:
        self._model, self._rules = rules.model, rules
        self._actions = actions
        self._database = database
        self._slices = slices
        self._statements: Latest[Hashable, WriteStatement] = Latest(STATEMENTS, STATEMENT_CHARACTERS)
        self._shapes = Shapes()
        self._following = Following(rules.model, database)

    async def go(
        self,
        caller: Caller,
        field: MutationField,
        arguments: Sequence[object],
        scope: Scope,
        course: Course,
        *,
        checked: bool,
    ) -> Go:
        """As of `Performs`."""
        action = self._actions[field.name]
        ready = await self.ready(caller, action, field, arguments, scope, checked=checked)
        return partial(self._following.go, ready.request, course, partial(self.perform, caller, ready), ready.refused)

    def faults(self, caller: Caller, name: str, given: Mapping[str, object], today: date) -> Sequence[Refusal]:
        """As of `Performs`."""
        return read_input(self._actions[name], self._rules, caller, given, today).faults

    async def ready(
        self,
        caller: Caller,
        action: Action,
        field: MutationField,
        arguments: Sequence[object],
        scope: Scope,
        *,
        checked: bool,
    ) -> Ready:
        """One mutation, read and compiled; nothing of it has been done.

        Args:
            caller: who sends it.
            action: what it is.
            field: its place in the operation.
            arguments: the values of the operation's arguments.
            scope: what the caller brings into a statement.
            checked: whether the caller's budget has been looked at.

        Raises:
            HearthError: it cannot be meant, or the caller's budget is spent.
        """
        inputs = read_input(action, self._rules, caller, given_to(field, arguments), scope.today)
        request = WriteRequest(caller, inputs, field.key, scope)
        telling = Payload(action, field, request, arguments)
        if inputs.faults:
            return Ready(action, request, telling)
        if action.prepare is not None:
            action.prepare(inputs)
        statement = await self._statement(action, caller, inputs, checked=checked)
        return Ready(action, request, telling, statement)

    async def perform(self, caller: Caller, ready: Ready) -> Outcome:
        """Do one mutation.

        Raises:
            HearthError: it could not be done; nothing of it was written, or a key will tell.
        """
        request, statement = ready.request, ready.statement
        if (faults := request.inputs.faults) or statement is None:
            return Outcome(ready.telling.without_rows(faults), codes=codes_of(faults))
        for attempt in range(TRIES):
            try:
                return await self._once(ready, statement)
            except SeldomError as seldom:
                statement = await self._statement(ready.action, caller, request.inputs, seldom.names, checked=True)
            except LostRaceError:
                await asyncio.sleep(0.005 * attempt)
            except asyncpg.PostgresError as error:
                if error.sqlstate in RACES:
                    await asyncio.sleep(0.01 * (attempt + 1))
                    continue
                return await self._violated(ready, statement, error)
            except HearthError:
                raise
            except Exception as error:  # noqa: BLE001 - raised again as what callers hear
                raise_public(error, caller.tier, Doing.WRITING)
        return ready.refused(BUSY)

    async def _violated(self, ready: Ready, statement: WriteStatement, error: asyncpg.PostgresError) -> Outcome:
        """What a constraint of the database comes to: its refusal, unless the same mutation made the row before."""
        inputs, tier = ready.request.inputs, ready.request.caller.tier
        refused = refusal_of(error, inputs.named)
        if refused is None:
            raise_public(error, tier, Doing.WRITING)
        asks, scope = self._asking(ready, statement)
        try:
            if statement.named:
                async with self._database.writing(asks) as lane:
                    answer = await as_made(lane, statement, scope, keeps=not inputs.dry_run)
                    if answer is not None:
                        return Outcome(*await ready.telling.read_shown(lane, answer))
        except Exception as fault:  # noqa: BLE001 - raised again as what callers hear
            raise_public(fault, tier, Doing.WRITING)
        return ready.refused(refused)

    async def _statement(
        self,
        action: Action,
        caller: Caller,
        inputs: Inputs,
        seldom: frozenset[str] = frozenset(),
        *,
        checked: bool,
    ) -> WriteStatement:
        present = frozenset(inputs.present) | seldom
        in_steps = self._database.is_distributed
        keyed, named = inputs.key is not None, inputs.is_named
        of = (action.name, caller.tier, keyed, named, in_steps)

        def remembered() -> WriteStatement | None:
            key = self._shapes.find(of, present)
            return None if key is None else self._statements.get(key)

        def compiled() -> WriteStatement:
            made = compile_write(self._model, action, caller.tier, present, keyed=keyed, named=named, in_steps=in_steps)
            self._statements.put(self._shapes.learn(of, made.asked), made, len(made.write.text))
            return made

        held = remembered()
        while held is None:
            held = await self._slices.once(caller, (of, present), compiled, checked=checked) or remembered()
        return held

    async def _once(self, ready: Ready, statement: WriteStatement) -> Outcome:
        try:
            return await self._within(ready, statement)
        except _DryRunDoneError as done:
            return done.outcome

    async def _within(self, ready: Ready, statement: WriteStatement) -> Outcome:
        request, telling = ready.request, ready.telling
        asks, scope = self._asking(ready, statement)
        async with self._database.writing(asks) as lane:
            if statement.locks is not None:
                await lane.one_row(statement.locks.text, bind(statement.locks.sources, (), scope))
            row = await lane.one_row(statement.write.text, bind(statement.write.sources, (), scope))
            if statement.steps is not None:
                row = await statement.steps.take(lane, scope, row)
            if row["taken"] or statement.stored is None:
                answer = answer_of(statement, row)
            else:
                stored = await lane.one_row(statement.stored.text, bind(statement.stored.sources, (), scope))
                answer = repeated(statement, stored, request.inputs.digest)
            if answer.refusals:
                answer = await as_made(lane, statement, scope) or answer
            payload, errors = await telling.read_shown(lane, answer)
            outcome = Outcome(payload, errors, answer.number, codes_of(answer.refusals))
            if request.inputs.dry_run:
                # Nobody hears of a number that is taken back.
                raise _DryRunDoneError(replace(outcome, number=None))
        return outcome

    def _asking(self, ready: Ready, statement: WriteStatement) -> tuple[Caller, Scope]:
        """As whom the statements run, and what they are brought."""
        caller = ready.request.caller
        asks = caller.in_person() if statement.asks_who or ready.telling.asks_who else caller
        type_name = self._model.by_table[ready.action.table].type_name
        return asks, ready.request.bringing(ready.request.written(ready.action, type_name, statement))


def given_to(field: MutationField, arguments: Sequence[object]) -> dict[str, object]:
    """A mutation's whole input: the schema demands one, and one that does not fit has refused the operation before."""
    given = None if field.slot is None else arguments[field.slot]
    if not isinstance(given, dict):
        raise TypeError(field.name)
    return given
