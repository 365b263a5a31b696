"""The sentence: parse -> validate -> plan -> one transaction, one statement -> JSON bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Protocol

import orjson
from graphql import OperationType

from graph.answering import OnlyByPostError, Stopwatch, body, failure, in_country, refusal
from graph.documents import Documents, HearthErrors
from graph.errors import BadUserInput, HearthError, TooCostly
from graph.faults import public_error
from graph.introspection import Introspection
from graph.limits import check_variables, compile_clock
from graph.mutate import Mutations
from graph.plan.arguments import argument_values, condition_values, shape_of
from graph.plan.bind import bind
from graph.plan.cache import Latest
from graph.plan.compiler import Plan, Surroundings, compile_operation
from graph.plan.cost import MAX_BYTES, check_price
from graph.plan.figures.nouns import Stated
from graph.plan.places import at_field, placed
from graph.plan.tree import Fixed, Introspected, Viewed
from graph.plan.values import Scope
from graph.plan.viewer import viewer_of
from graph.requests import Answer, GraphQLRequest
from graph.subscribe import Live, Subscriptions
from graph.writes.perform import WritesRows

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from graphql import GraphQLSchema

    from countries.caller import Caller
    from countries.register import Register
    from graph.closing.mutation import Closes
    from graph.entities.model import GraphModel
    from graph.plan.selection import Operation, Slot

QUERY, MUTATION, SUBSCRIPTION = OperationType.QUERY, OperationType.MUTATION, OperationType.SUBSCRIPTION
PLANS = 1_000
PLAN_CHARACTERS = 10_000_000
"""Plans that are remembered: at most so many, and so many characters of document and SQL together."""
NO_DAY = date.min
"""What stands for today where no statement asks."""

TOO_LARGE = (f"The answer is larger than {MAX_BYTES} bytes.", "Ask for smaller pages or fewer fields.")


class OneRow(Protocol):
    """A row of the database: values by column name."""

    def __getitem__(self, column: str, /) -> Any: ...  # noqa: ANN401 - a column of any type


class ReadsAndWrites(WritesRows, Protocol):
    """The database, as far as operations need it."""

    async def read(self, caller: Caller, text: str, values: Sequence[object]) -> OneRow | None:
        """Run one statement in a read-only transaction in the caller's scope."""


@dataclass(slots=True)
class Prepared:
    """A request, ready to run: its plan, the values of its arguments, and those of the statement's parameters."""

    plan: Plan
    arguments: list[object]
    values: list[object]
    scope: Scope


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
    ) -> None:
        self._schema = schema
        self._register = register
        self._database = database
        self._now = now
        self._documents = Documents(schema)
        self._introspection = Introspection(schema)
        self._plans: Latest[Hashable, Plan] = Latest(PLANS, PLAN_CHARACTERS)
        interfaces = {
            name: frozenset({"Node"}) if entity.is_tenant else frozenset() for name, entity in model.by_type.items()
        }
        self._surroundings = Surroundings(model, interfaces, frozenset(register))
        self._mutations = Mutations(self._surroundings, database, tell, closes)
        self._subscriptions = Subscriptions(self._surroundings, database, self._today)

    async def answer(self, request: GraphQLRequest, caller: Caller) -> Answer:
        """Answer one request; every fault that a caller can meet is part of the answer."""
        watch = Stopwatch()
        slots: Sequence[Slot] = ()
        try:
            operation = self._operation(request, caller)
            slots = operation.slots
            watch.lap("parse")
            if operation.definition.operation is MUTATION:
                return await self._mutate(operation, request, caller, watch)
            prepared = self._prepare(operation, request, caller, watch)
        except HearthErrors as errors:
            return refusal(errors.errors, watch)
        except HearthError as error:
            return refusal(in_country([placed(error, slots)], caller.country), watch)
        try:
            data, errors_at = await self._run(prepared, caller)
        except HearthError as error:
            return failure(prepared.plan, error, watch)
        watch.lap("database")
        if len(data) > MAX_BYTES:
            return failure(prepared.plan, TooCostly(*TOO_LARGE), watch)
        return Answer(body(data, [*prepared.plan.refusals, *errors_at]), 200, watch.stages)

    def prepare(self, request: GraphQLRequest, caller: Caller, watch: Stopwatch | None = None) -> Prepared:
        """Everything before the database: parse, validate, plan, bind.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: the operation cannot be meant, or costs too much.
        """
        operation = self._operation(request, caller)
        if operation.definition.operation is not QUERY:
            raise BadUserInput("Only a query has one statement.", "Name a query.")
        try:
            return self._prepare(operation, request, caller, watch or Stopwatch())
        except HearthError as error:
            raise placed(error, operation.slots) from None

    def subscription(self, request: GraphQLRequest, caller: Caller) -> Live | None:
        """What a request subscribes to, planned and bound; nothing where it asks for a query or a mutation.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: the subscription cannot be meant, is not for the caller's role, or costs too much.
        """
        operation = self._find(request, caller)
        if operation.definition.operation is not SUBSCRIPTION:
            return None
        variables = self._variables(operation, request.variables, caller)
        values = argument_values(operation, variables)
        try:
            return self._subscriptions.live(
                operation, caller, values, condition_values(operation, variables), shape_of(operation, values)
            )
        except HearthError as error:
            raise placed(error, operation.slots) from None

    def _find(self, request: GraphQLRequest, caller: Caller) -> Operation:
        check_variables(request.variables)
        try:
            return self._documents.find(request.document).operation(request.operation_name)
        except HearthErrors as errors:
            raise HearthErrors(in_country(errors.errors, caller.country)) from None

    def _operation(self, request: GraphQLRequest, caller: Caller) -> Operation:
        operation = self._find(request, caller)
        self._check_kind(operation, request)
        return operation

    def _prepare(self, operation: Operation, request: GraphQLRequest, caller: Caller, watch: Stopwatch) -> Prepared:
        variables = self._variables(operation, request.variables, caller)
        values = argument_values(operation, variables)
        conditions = condition_values(operation, variables)
        plan = self._plan(operation, caller, values, conditions)
        check_price(plan.prices, values)
        scope = self._scope(caller, operation, plan, request.variables, variables)
        bound = bind(plan.statement.sources, values, scope) if plan.statement else []
        watch.lap("plan")
        return Prepared(plan, values, bound, scope)

    @staticmethod
    def _check_kind(operation: Operation, request: GraphQLRequest) -> None:
        kind = operation.definition.operation
        if kind is SUBSCRIPTION:
            raise BadUserInput("A subscription has many answers.", "Use a WebSocket, or accept text/event-stream.")
        if kind is MUTATION and request.read_only:
            raise OnlyByPostError("Only a query can be answered here.", "Send it as POST.")

    async def _mutate(self, operation: Operation, request: GraphQLRequest, caller: Caller, watch: Stopwatch) -> Answer:
        """Do a mutation operation; what refuses all of it does so before anything is written."""
        variables = self._variables(operation, request.variables, caller)
        values = argument_values(operation, variables)
        conditions = condition_values(operation, variables)
        plan = self._mutations.plan(operation, caller, values, conditions, shape_of(operation, values))
        watch.lap("plan")
        done = await self._mutations.run(plan, caller, values, self._today(caller), self._now())
        watch.lap("database")
        return Answer(body(done.data, done.errors), 200, watch.stages, writes=True)

    @staticmethod
    def _variables(operation: Operation, given: Mapping[str, object], caller: Caller) -> Mapping[str, object]:
        found = operation.variables.read(given)
        if isinstance(found, list):
            raise HearthErrors(in_country([at_field(error, operation) for error in found], caller.country))
        return found

    def _plan(
        self, operation: Operation, caller: Caller, values: Sequence[object], conditions: tuple[bool, ...]
    ) -> Plan:
        key = (operation.normal_text, caller.tier, conditions, shape_of(operation, values))
        plan = self._plans.get(key)
        if plan is None:
            plan = self._compile(operation, caller, values, conditions)
            self._plans.put(key, plan, len(operation.normal_text) + (len(plan.statement.text) if plan.statement else 0))
        return plan

    def _compile(
        self, operation: Operation, caller: Caller, values: Sequence[object], conditions: tuple[bool, ...]
    ) -> Plan:
        return compile_operation(self._surroundings, operation, caller.tier, values, conditions, compile_clock())

    def _scope(
        self,
        caller: Caller,
        operation: Operation,
        plan: Plan,
        given: Mapping[str, object],
        variables: Mapping[str, object],
    ) -> Scope:
        return Scope(
            country=caller.country,
            countries=caller.countries,
            programmes=caller.programmes,
            today=self._today(caller) if plan.is_dated else NO_DAY,
            viewer=viewer_of(caller, self._surroundings.model) if plan.views else {},
            introspected=self._introspection.answer(operation, given, variables) if plan.introspects else {},
            feed=caller.feed,
        )

    def _today(self, caller: Caller) -> date:
        """Today's date in the caller's country; in UTC for whoever has no country."""
        now = self._now()
        country = self._register.get(caller.country) if caller.country else None
        return country.today(now) if country else now.date()

    async def _run(self, prepared: Prepared, caller: Caller) -> tuple[bytes, list[HearthError]]:
        statement = prepared.plan.statement
        if statement is None:
            return _without_table(prepared), []
        try:
            row = await self._database.read(caller, statement.text, prepared.values)
        except Exception as error:
            public = public_error(error)
            if public is None:
                raise
            raise public from error
        data, found = (row["data"], row["cursors"] if statement.sought else ()) if row is not None else (b"null", ())
        if not found:
            return data, []
        gone = dict.fromkeys(each for each, there in zip(statement.sought, found, strict=False) if not there)
        return data, [missing.at(path) for path, missing in gone]


def _without_table(prepared: Prepared) -> bytes:
    """The answer of an operation that needs no table."""
    answer: dict[str, object] = {}
    for key, root in prepared.plan.roots:
        match root:
            case Fixed(text):
                answer[key] = text
            case Stated(stated):
                answer[key] = orjson.Fragment(stated)
            case Viewed(view):
                answer[key] = view.of(prepared.scope.viewer)
            case Introspected():
                answer[key] = orjson.Fragment(prepared.scope.introspected[key])
            case _:
                raise TypeError(key)
    return orjson.dumps(answer)
