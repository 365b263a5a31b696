"""The sentence: parse -> validate -> plan -> one transaction, one statement -> JSON bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from graphql import OperationType

from graph.documents.documents import Documents, HearthErrors
from graph.documents.introspection import Introspection
from graph.documents.limits import check_variables, compile_clock
from graph.documents.slices import Slices
from graph.errors import HearthError, NotThisWay, TooCostly
from graph.execute.given import read_given
from graph.execute.mutations import Mutations
from graph.execute.page_types import NONE, PageTypes
from graph.execute.request import Answer, GraphQLRequest
from graph.execute.response import (
    OnlyByPostError,
    Prepared,
    ReadsAndWrites,
    Stopwatch,
    answered,
    body,
    failure,
    in_country,
    refusal,
    run,
)
from graph.execute.subscriptions import Live, Subscriptions
from graph.memory import Latest
from graph.plan.bind import bind, check_arguments
from graph.plan.compile.queries import Plan, Surroundings, compile_operation
from graph.plan.planner.cost import MAX_BYTES, check_price
from graph.plan.planner.viewer import viewer_of
from graph.plan.read.places import placed
from graph.plan.read.reading import Reading
from graph.plan.tree.sources import Scope
from graph.shares.budgets import Budgets

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from graphql import GraphQLSchema

    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from graph.declarations.model import GraphModel
    from graph.plan.read.operation import Operation, Slot
    from graph.writes.periods import Closes

QUERY, MUTATION, SUBSCRIPTION = OperationType.QUERY, OperationType.MUTATION, OperationType.SUBSCRIPTION
PLANS = 1_000
PLAN_CHARACTERS = 10_000_000
"""Plans that are remembered: at most so many, and so many characters of document and SQL together."""
LONG = 8_000
"""Bytes of a request from which on its variables are read in slices."""
NOTHING: dict[str, bytes] = {}
NO_DAY = date.min
"""What stands for today where no statement asks."""

TOO_LARGE = (f"The answer is larger than {MAX_BYTES} bytes.", "Ask for smaller pages or fewer fields.")


class Engine:
    """Answers GraphQL requests.

    Args:
        schema: the type system.
        model: the entities.
        register: the countries.
        database: runs statements for a caller.
        now: the present instant.
        tell: hears the country and the number of each change, once it is committed.
        closes: closes periods, where this process may.
        budgets: how much new work each caller may ask for; without, any amount.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it is put together from
        self,
        schema: GraphQLSchema,
        model: GraphModel,
        register: Register,
        database: ReadsAndWrites,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        tell: Callable[[str, int], None] | None = None,
        closes: Closes | None = None,
        budgets: Budgets | None = None,
    ) -> None:
        self._schema = schema
        self._register = register
        self._database = database
        self._now = now
        self._documents = Documents(schema)
        self._introspection = Introspection(schema)
        self._slices, self._model, self._tell, self._closes = Slices(budgets), model, tell, closes
        self.write_for(is_distributed=database.is_distributed)

    def write_for(self, *, is_distributed: bool) -> None:
        """Write statements for one server, or for one that asks other nodes; what was written before is forgotten."""
        model, node = self._model, frozenset({"Node"})
        interfaces = {name: node if entity.is_of_country else frozenset() for name, entity in model.by_type.items()}
        self._plans: Latest[Hashable, Plan] = Latest(PLANS, PLAN_CHARACTERS)
        self._surroundings = Surroundings(model, interfaces, frozenset(self._register), is_distributed)
        self._mutations = Mutations(self._surroundings, self._database, self._slices, self._tell, self._closes)
        self._pages = PageTypes(self._surroundings, self._slices)
        self._subscriptions = Subscriptions(self._surroundings, self._database, self._today, self._pages)

    async def answer(self, request: GraphQLRequest, caller: Caller) -> Answer:
        """Answer one request; every fault that a caller can meet is part of the answer."""
        watch = Stopwatch()
        slots: Sequence[Slot] = ()
        try:
            is_long = request.size > LONG
            await self._check_long(request, caller) if is_long else check_variables(request.variables)
            operation, checked = self._held(request), False
            if operation is None:
                # The budget is looked at once: whoever was let in is not stopped half-way.
                operation, checked = await self._found(request, caller)
            slots = operation.slots
            self._check_kind(operation, request)
            watch.lap("parse")
            reading = await self._read_long(operation, request, caller) if is_long else read_given(operation, request)
            if operation.definition.operation is MUTATION:
                return await self._mutate(reading, caller, watch, checked=checked)
            plan = self._plans.get(reading.key(caller.tier))
            if plan is None:
                plan, checked = await self._planned(reading, caller, checked=checked), True
            told = await self._introspected(reading, caller, checked=checked) if plan.introspects else NOTHING
            prepared = self._bind(plan, reading, caller, told)
            self._slices.requests += not checked
            watch.lap("plan")
        except HearthErrors as errors:
            return refusal(in_country(errors.errors, caller.country), watch)
        except HearthError as error:
            return refusal(in_country([placed(error, slots)], caller.country), watch)
        try:
            data, errors_at = await run(self._database, prepared, caller, self._pages, reading)
        except HearthError as error:
            return failure(prepared.plan, error, watch)
        watch.lap("database")
        if len(data) > MAX_BYTES:
            return failure(prepared.plan, TooCostly(*TOO_LARGE), watch)
        answer = answered(data, [*prepared.plan.refusals, *errors_at], watch)
        answer.of_schema = plan.introspects and plan.statement is None and not plan.views
        return answer

    def prepare(self, request: GraphQLRequest, caller: Caller) -> Prepared:
        """Everything before the database, at once: parse, validate, plan, bind.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: the operation cannot be meant, or costs too much.
        """
        check_variables(request.variables)
        operation = self._find(request)
        self._check_kind(operation, request)
        if operation.definition.operation is not QUERY:
            raise NotThisWay("Only a query has one statement.", "Name a query.")
        try:
            reading = read_given(operation, request)
            plan = self._plans.get(reading.key(caller.tier)) or self._compile(reading, caller)
            if plan.asks_types:
                plan = self._compile(reading, caller, None)
            told = self._introspection.answer(reading) if plan.introspects else NOTHING
            return self._bind(plan, reading, caller, told)
        except HearthError as error:
            raise placed(error, operation.slots) from None

    def subscription(self, request: GraphQLRequest, caller: Caller) -> Live | None:
        """What `subscribe` gives, at once.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: the subscription cannot be meant, is not for the caller's role, or costs too much.
        """
        check_variables(request.variables)
        operation = self._find(request)
        if operation.definition.operation is not SUBSCRIPTION:
            return None
        try:
            return self._subscriptions.live(caller, read_given(operation, request))
        except HearthError as error:
            raise placed(error, operation.slots) from None

    async def subscribe(self, request: GraphQLRequest, caller: Caller) -> Live | None:
        """What a request subscribes to, planned and bound; nothing where it asks for a query or a mutation.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: the subscription cannot be meant, is not for the caller's role, or costs too much.
        """
        slots: Sequence[Slot] = ()
        try:
            is_long = request.size > LONG
            await self._check_long(request, caller) if is_long else check_variables(request.variables)
            operation, checked = self._held(request), False
            if operation is None:
                operation, checked = await self._found(request, caller)
            slots = operation.slots
            if operation.definition.operation is not SUBSCRIPTION:
                return None
            reading = await self._read_long(operation, request, caller)
            checked = checked or self._subscriptions.knows(caller, reading)
            return await self._slices.run(caller, lambda: self._subscriptions.live(caller, reading), checked=checked)
        except HearthErrors as errors:
            raise HearthErrors(in_country(errors.errors, caller.country)) from None
        except HearthError as error:
            raise in_country([placed(error, slots)], caller.country)[0] from None

    def _held(self, request: GraphQLRequest) -> Operation | None:
        """The operation, where it is remembered."""
        document = self._documents.held(request.document)
        return None if document is None else document.held(request.operation_name)

    async def _found(self, request: GraphQLRequest, caller: Caller) -> tuple[Operation, bool]:
        """The operation, worked out in slices, once for all who wait for it; and whether the budget was looked at."""
        key = (request.document, request.operation_name)
        while (found := self._held(request)) is None:
            if (found := await self._slices.once(caller, key, lambda: self._find(request))) is not None:
                return found, True
        return found, False

    def _find(self, request: GraphQLRequest) -> Operation:
        return self._documents.find(request.document).operation(request.operation_name)

    async def _check_long(self, request: GraphQLRequest, caller: Caller) -> None:
        await self._slices.run(caller, lambda: check_variables(request.variables), checked=True)

    async def _read_long(self, operation: Operation, request: GraphQLRequest, caller: Caller) -> Reading:
        return await self._slices.run(caller, lambda: read_given(operation, request), checked=True)

    async def _planned(self, reading: Reading, caller: Caller, *, checked: bool) -> Plan:
        """The plan, compiled in slices, once for all who wait for it."""
        key = reading.key(caller.tier)
        while True:
            found = self._plans.get(key) or await self._slices.once(
                caller, key, lambda: self._compile(reading, caller), checked=checked
            )
            if found is not None:
                return found

    async def _introspected(self, reading: Reading, caller: Caller, *, checked: bool) -> Mapping[str, bytes]:
        held = self._introspection.held(reading)
        if held is not None:
            return held
        return await self._slices.run(caller, lambda: self._introspection.answer(reading), checked=checked)

    @staticmethod
    def _check_kind(operation: Operation, request: GraphQLRequest) -> None:
        kind = operation.definition.operation
        if kind is SUBSCRIPTION:
            raise NotThisWay("A subscription has many answers.", "Use a WebSocket, or accept text/event-stream.")
        if kind is MUTATION and request.read_only:
            raise OnlyByPostError("Only a query can be answered here.", "Send it as POST.")

    async def _mutate(self, reading: Reading, caller: Caller, watch: Stopwatch, *, checked: bool) -> Answer:
        """Do a mutation operation; what refuses all of it does so before anything is written."""
        known = self._mutations.knows(caller, reading)
        plan = await self._mutations.plan(reading, caller, checked=checked)
        watch.lap("plan")
        checked = checked or not known
        today, now = self._today(caller), self._now()
        done = await self._mutations.run(plan, caller, reading.values, today, now, checked=checked)
        watch.lap("database")
        return Answer(body(done.data, done.errors), done.status, watch.stages, writes=True, codes=done.codes)

    def _compile(self, reading: Reading, caller: Caller, types: frozenset[str] | None = NONE) -> Plan:
        operation, tier = reading.operation, caller.tier
        plan = compile_operation(
            self._surroundings, operation, tier, reading.values, reading.conditions, compile_clock(), types
        )
        if types is not None:
            size = len(operation.normal_text) + (len(plan.statement.text) if plan.statement else 0)
            self._plans.put(reading.key(tier), plan, size)
        return plan

    def _bind(self, plan: Plan, reading: Reading, caller: Caller, told: Mapping[str, bytes]) -> Prepared:
        check_price(plan.prices, reading.values)
        scope = Scope(
            country=caller.country,
            countries=caller.countries,
            programmes=caller.programmes,
            today=self._today(caller) if plan.is_dated else NO_DAY,
            viewer=viewer_of(caller, self._surroundings.model) if plan.views else {},
            introspected=told,
            feed=caller.feed,
            bounds=caller.bounds,
        )
        values = bind(plan.statement.sources, reading.values, scope) if plan.statement else []
        check_arguments(plan.unread, reading.values, scope)
        return Prepared(plan, reading.values, values, scope)

    def _today(self, caller: Caller) -> date:
        """Today's date in the caller's country; in UTC for whoever has no country."""
        now = self._now()
        country = self._register.get(caller.country) if caller.country else None
        return country.today(now) if country else now.date()
