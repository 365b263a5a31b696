"""The sentence: a request is read (`reading.py`), picked by its kind, run and answered by what does that kind."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from graphql import OperationType

from countries.packs.packs import load_packs
from graph.documents.enumerations import enumerations_of
from graph.documents.introspection import Introspection
from graph.documents.slices import Slices
from graph.errors import BadUserInput, HearthError, HearthErrors, NotThisWay
from graph.execute.batch import answer_batch
from graph.execute.input_faults import InputFaults
from graph.execute.mutations import Mutations
from graph.execute.page_types import PageTypes
from graph.execute.queries import Queries
from graph.execute.reading import RequestReader, read_given
from graph.execute.request import Begun
from graph.execute.response import OnlyByPostError, Stopwatch, in_country, refusal
from graph.execute.subscriptions import Subscriptions
from graph.plan.compile.queries import Surroundings
from graph.plan.read.places import placed
from graph.plan.tree.sources import CountryDays
from graph.writes.doables import all_doables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from graphql import GraphQLSchema

    from countries.packs.packs import Packs
    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from graph.declarations.model import GraphModel
    from graph.execute.batch import Batch, Turn, Unexpected
    from graph.execute.mutations import ReadsAndWrites
    from graph.execute.queries import Prepared
    from graph.execute.request import GraphQLRequest, GraphQLResponse
    from graph.execute.subscriptions import Live
    from graph.plan.read.operation import Operation, Slot
    from graph.plan.read.reading import Reading
    from graph.shares.budgets import Budgets
    from graph.writes.following import Course
    from graph.writes.periods import Closes

QUERY, MUTATION, SUBSCRIPTION = OperationType.QUERY, OperationType.MUTATION, OperationType.SUBSCRIPTION


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
        packs: what countries lay down; without, as it comes with the program.
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
        packs: Packs | None = None,
    ) -> None:
        self._register = register
        self._packs = packs or load_packs(register)
        self._now = now
        self._database = database
        self._slices = Slices(budgets)
        self._requests = RequestReader(schema, self._slices)
        self._introspection = Introspection(schema)
        self._model, self._tell, self._closes = model, tell, closes
        self._enumerations = enumerations_of(schema)
        self.write_for(is_distributed=database.is_distributed)

    def keep(self, texts: Iterable[str]) -> None:
        """Prepare documents that are known beforehand, and never forget them.

        Raises:
            HearthErrors: one cannot be meant.
        """
        self._requests.keep(texts)

    def write_for(self, *, is_distributed: bool) -> None:
        """Write statements for one server, or for one that asks other nodes; what was written before is forgotten."""
        database, slices, today = self._database, self._slices, self._today
        interfaces = {
            name: frozenset({"Node"}) if entity.has_id else frozenset() for name, entity in self._model.by_type.items()
        }
        around = Surroundings(
            self._model,
            interfaces,
            frozenset(self._register),
            is_distributed,
            all_doables(),
            self._packs,
            self._enumerations,
        )
        pages = PageTypes(around, slices)
        self._queries = Queries(self._introspection, around, database, slices, self._days, pages)
        self._mutations = Mutations(around, database, slices, today, self._now, self._tell, self._closes)
        self._faults = InputFaults(around, today, self._mutations.shown, self._mutations.performers)
        self._subscriptions = Subscriptions(around, database, today, pages)

    async def answer(self, request: GraphQLRequest, caller: Caller) -> GraphQLResponse:
        """Answer one request; every fault that a caller can meet is part of the answer."""
        begun = await self.begin(request, caller)
        return await begun.go() if isinstance(begun, Begun) else begun

    async def answer_batch(self, batch: Batch, caller: Caller, turn: Turn, fault: Unexpected) -> GraphQLResponse:
        """Answer the operations of a batch in their order, as an array; each has a response of its own.

        Args:
            batch: the operations.
            caller: who sends them.
            turn: waits until the caller's next operation may begin; others have their turns between two of them.
            fault: what a client hears of an exception that nobody expected.
        """
        begin = partial(self.begin, caller=caller, course=self._mutations.course(waits=False))
        return await answer_batch(batch, turn, fault, begin)

    async def begin(
        self, request: GraphQLRequest, caller: Caller, course: Course | None = None
    ) -> Begun | GraphQLResponse:
        """Everything of a request before it runs; its response, where it is refused.

        Args:
            request: what is asked for.
            caller: who asks.
            course: that of the mutations of a batch; a mutation without one has its own.
        """
        watch = Stopwatch()
        slots: Sequence[Slot] = ()
        try:
            operation, checked = await self._requests.found(request, caller)
            slots = operation.slots
            _check_kind(operation, request)
            watch.lap("parse")
            reading = await self._requests.reading(operation, request, caller)
            if reading.faults:
                raise await self._refused(reading, caller)
            try:
                if operation.definition.operation is MUTATION:
                    return await self._mutations.begin(reading, caller, watch, course, checked=checked)
                return await self._queries.begin(reading, caller, watch, checked=checked)
            except BadUserInput as error:
                raise await self._refused(reading, caller, error) from None
        except HearthErrors as errors:
            return refusal(in_country(errors.errors, caller.country), watch)
        except HearthError as error:
            return refusal(in_country([placed(error, slots)], caller.country), watch)

    def prepare(self, request: GraphQLRequest, caller: Caller) -> Prepared:
        """Everything of a query before the database, at once: parse, validate, plan, bind.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: the operation cannot be meant, or costs too much.
        """
        operation = self._requests.find(request)
        _check_kind(operation, request)
        if operation.definition.operation is not QUERY:
            raise NotThisWay("Only a query has one statement.", "Name a query.")
        reading = read_given(operation, request)
        if reading.faults:
            raise HearthErrors.of(self._faults.of(reading, caller))
        try:
            return self._queries.prepare(reading, caller)
        except BadUserInput as error:
            raise HearthErrors.of(self._faults.of(reading, caller, [error])) from None
        except HearthError as error:
            raise placed(error, operation.slots) from None

    def subscription(self, request: GraphQLRequest, caller: Caller) -> Live | None:
        """What `subscribe` gives, at once.

        Raises:
            HearthErrors: the document cannot be meant.
            HearthError: the subscription cannot be meant, is not for the caller's role, or costs too much.
        """
        operation = self._requests.find(request)
        if operation.definition.operation is not SUBSCRIPTION:
            return None
        reading = read_given(operation, request)
        if reading.faults:
            raise HearthErrors.of(self._faults.of(reading, caller))
        try:
            return self._subscriptions.live(caller, reading)
        except BadUserInput as error:
            raise HearthErrors.of(self._faults.of(reading, caller, [error])) from None
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
            operation, checked = await self._requests.found(request, caller)
            slots = operation.slots
            if operation.definition.operation is not SUBSCRIPTION:
                return None
            reading = await self._requests.reading(operation, request, caller)
            if reading.faults:
                raise await self._refused(reading, caller)
            checked = checked or self._subscriptions.knows(caller, reading)
            try:
                live = partial(self._subscriptions.live, caller, reading)
                return await self._slices.run(caller, live, checked=checked)
            except BadUserInput as error:
                raise await self._refused(reading, caller, error) from None
        except HearthErrors as errors:
            raise HearthErrors(in_country(errors.errors, caller.country)) from None
        except HearthError as error:
            raise in_country([placed(error, slots)], caller.country)[0] from None

    async def _refused(self, reading: Reading, caller: Caller, *first: HearthError) -> HearthErrors:
        """All that is wrong with what a request gives, worked out in slices; it was let in already.

        One fault is not raised itself: `reading` holds it, and it would hold the frame that holds `reading`.
        """
        return HearthErrors(
            await self._slices.run(caller, lambda: self._faults.of(reading, caller, first), checked=True)
        )

    def _today(self, caller: Caller) -> date:
        """Today's date in the caller's country; in UTC for whoever has no country."""
        return self._days(caller, False).today

    def _days(self, caller: Caller, by_country: bool) -> CountryDays:  # noqa: FBT001 - a callable has no keywords
        """Today's date, and where it is another one: of one instant."""
        now = self._now()
        country = self._register.get(caller.country) if caller.country else None
        today = country.today(now) if country else now.date()
        return CountryDays(today, *self._register.elsewhere(now, today)) if by_country else CountryDays(today)


def _check_kind(operation: Operation, request: GraphQLRequest) -> None:
    kind = operation.definition.operation
    if kind is SUBSCRIPTION:
        raise NotThisWay("A subscription has many answers.", "Use a WebSocket, or accept text/event-stream.")
    if kind is MUTATION and request.read_only:
        raise OnlyByPostError("Only a query can be answered here.", "Send it as POST.")
