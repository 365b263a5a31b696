"""A query, planned, bound, run and answered: one statement in one read-only transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import orjson

from graph.documents.limits import compile_clock
from graph.errors import HearthError, TooCostly
from graph.execute.page_types import NONE
from graph.execute.request import Begun
from graph.execute.response import answered, failure
from graph.memory import Latest
from graph.plan.bind import bind, check_arguments
from graph.plan.compile.queries import Plan, compile_operation
from graph.plan.planner.cost import MAX_BYTES, check_price
from graph.plan.planner.viewer import viewer_of
from graph.plan.sql.missing import missing_in
from graph.plan.tree.roots import Introspected, Viewed, Worded
from graph.plan.tree.sources import CountryDays, Scope
from graph.plan.tree.values import Fixed
from graph.sqlstates import raise_public

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from countries.tenancy.caller import Caller
    from graph.documents.introspection import Introspection
    from graph.documents.slices import Slices
    from graph.execute.page_types import PageTypes
    from graph.execute.request import GraphQLResponse
    from graph.execute.response import Stopwatch
    from graph.plan.compile.queries import Surroundings
    from graph.plan.read.reading import Reading
    from graph.plan.sql.compiled import Statement

PLANS = 1_000
PLAN_CHARACTERS = 10_000_000
"""Plans that are remembered: at most so many, and so many characters of document and SQL together."""
NOTHING: dict[str, bytes] = {}
NO_DAYS = CountryDays(date.min)
"""What stands for today where no statement asks."""
TOO_LARGE = ("The answer is larger than {limit} bytes.", "Ask for smaller pages or fewer fields.")


class OneRow(Protocol):
    """A row of the database: values by column name."""

    def __getitem__(self, column: str, /) -> Any: ...  # noqa: ANN401 - a column of any type


class ReadsOneRow(Protocol):
    """The database, as far as queries need it."""

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> OneRow | None:
        """Run one statement in a read-only transaction in the caller's scope."""


@dataclass(slots=True)
class Prepared:
    """A query, ready to run: its plan, the values of its arguments, those of the statement's parameters, its price."""

    plan: Plan
    arguments: list[object]
    values: list[object]
    scope: Scope
    price: int


class Queries:
    """Answers queries.

    Args:
        introspection: answers what is asked of the type system.
        surroundings: what the compiler knows.
        database: runs statements for a caller.
        slices: does what takes long.
        days: today's date in a caller's country, or in each of several.
        pages: asks for pages of the feed.
    """

    def __init__(
        self,
        introspection: Introspection,
        surroundings: Surroundings,
        database: ReadsOneRow,
        slices: Slices,
        days: Callable[[Caller, bool], CountryDays],
        pages: PageTypes,
    ) -> None:
        self._surroundings = surroundings
        self._database = database
        self._slices = slices
        self._days = days
        self._pages = pages
        self._introspection = introspection
        self._plans: Latest[Hashable, Plan] = Latest(PLANS, PLAN_CHARACTERS)

    async def begin(self, reading: Reading, caller: Caller, watch: Stopwatch, *, checked: bool) -> Begun:
        """The query, planned and bound; what fails while it runs is part of its response.

        Raises:
            HearthError: it cannot be meant, or costs too much.
        """
        plan = self._plans.get(reading.key(caller.tier))
        if plan is None:
            plan, checked = await self._planned(reading, caller, checked=checked), True
        told = await self._introspected(reading, caller, checked=checked) if plan.introspects else NOTHING
        prepared = self._bind(plan, reading, caller, told)
        self._slices.requests += not checked
        watch.lap("plan")
        return Begun(partial(self._go, prepared, caller, reading, watch), prepared.price)

    async def _go(self, prepared: Prepared, caller: Caller, reading: Reading, watch: Stopwatch) -> GraphQLResponse:
        plan = prepared.plan
        try:
            data, errors = await self._run(prepared, caller, reading)
        except HearthError as error:
            return failure(plan, error, watch)
        watch.lap("database")
        if len(data) > MAX_BYTES:
            return failure(plan, TooCostly(*TOO_LARGE, params=(("limit", MAX_BYTES),)), watch)
        answer = answered(data, [*plan.refusals, *errors], watch)
        answer.of_schema = plan.introspects and plan.statement is None and not plan.views
        return answer

    def prepare(self, reading: Reading, caller: Caller) -> Prepared:
        """Everything before the database, at once: plan and bind.

        Raises:
            HearthError: it cannot be meant, or costs too much.
        """
        plan = self._plans.get(reading.key(caller.tier)) or self._compile(reading, caller)
        if plan.asks_types:
            plan = self._compile(reading, caller, None)
        told = self._introspection.answer(reading) if plan.introspects else NOTHING
        return self._bind(plan, reading, caller, told)

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

    def _compile(self, reading: Reading, caller: Caller, types: frozenset[str] | None = NONE) -> Plan:
        plan = compile_operation(self._surroundings, reading, caller.tier, compile_clock(), types)
        if types is not None:
            size = len(reading.operation.normal_text) + (len(plan.statement.text) if plan.statement else 0)
            self._plans.put(reading.key(caller.tier), plan, size)
        return plan

    def _bind(self, plan: Plan, reading: Reading, caller: Caller, told: Mapping[str, bytes]) -> Prepared:
        price = check_price(plan.prices, reading.arguments)
        days = self._days(caller, plan.is_dated_by_country) if plan.is_dated else NO_DAYS
        scope = Scope.of(
            caller,
            days.today,
            ahead=days.ahead,
            behind=days.behind,
            viewer=viewer_of(caller, self._surroundings.model, self._surroundings.doables) if plan.views else {},
            introspected=told,
            feed=caller.feed,
            packs=self._surroundings.packs,
        )
        values = bind(plan.statement.sources, reading.arguments, scope) if plan.statement else []
        check_arguments(plan.unread, reading.arguments, scope)
        return Prepared(plan, reading.arguments, values, scope, price)

    async def _run(self, prepared: Prepared, caller: Caller, reading: Reading) -> tuple[bytes, list[HearthError]]:
        """Run the one statement: the `data` of the response, and the errors of fields whose rows are gone.

        Raises:
            HearthError: the database does not answer.
        """
        plan = prepared.plan
        if plan.statement is None:
            return _without_table(prepared), []
        if plan.asks_types:

            async def asked(statement: Statement) -> OneRow | None:
                values = bind(statement.sources, prepared.arguments, prepared.scope)
                return await self._row(caller, statement, values)

            statement, row = await self._pages.ask(caller, reading.key(caller.tier), plan.roots, asked)
        else:
            statement, row = plan.statement, await self._row(caller, plan.statement, prepared.values)
        if row is None:
            return b"null", []
        beside = statement.beside
        return row["data"], missing_in(beside["cursors"], row["cursors"]) if "cursors" in beside else []

    async def _row(self, caller: Caller, statement: Statement, values: Sequence[object]) -> OneRow | None:
        try:
            asks = caller.in_person() if statement.asks_who else caller
            return await self._database.read_row(asks, statement.text, values)
        except Exception as error:  # noqa: BLE001 - raised again as what callers hear
            raise_public(error, caller.tier)


def _without_table(prepared: Prepared) -> bytes:
    """The answer of an operation that needs no table."""
    answer: dict[str, object] = {}
    for key, root in prepared.plan.roots:
        match root:
            case Fixed(text):
                answer[key] = text
            case Worded(source):
                answer[key] = orjson.Fragment(bind([source], prepared.arguments, prepared.scope)[0])  # type: ignore[arg-type]  # JSON, as bytes
            case Viewed(view):
                answer[key] = view.of(prepared.scope.viewer)
            case Introspected():
                answer[key] = orjson.Fragment(prepared.scope.introspected[key])
            case _:
                raise TypeError(key)
    return orjson.dumps(answer)
