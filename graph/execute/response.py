"""How a request is answered: the response's bytes, its status, and the time of each stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

import orjson

from countries.register.calendars import with_calendar
from graph.errors import NotThisWay, Unavailable, codes_of
from graph.execute.request import GraphQLResponse
from graph.plan.bind import bind
from graph.plan.sql.missing import missing_in
from graph.plan.tree.figures import FixedJson
from graph.plan.tree.roots import Introspected, Viewed
from graph.plan.tree.values import Fixed
from graph.sqlstates import raise_public
from graph.writes.transaction import WritesRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countries.tenancy.caller import Caller
    from graph.errors import HearthError
    from graph.execute.page_types import PageTypes
    from graph.plan.compile.queries import Plan
    from graph.plan.read.reading import Reading
    from graph.plan.sql.compiled import Statement
    from graph.plan.tree.sources import Scope


DAYS = frozenset({"Date", "DateTime"})
"""Scalars that name a day of a calendar."""
TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS.value
AWAY = HTTPStatus.SERVICE_UNAVAILABLE.value


class OnlyByPostError(NotThisWay):
    """A GET changes nothing: whoever follows a link does no mutation."""


class OneRow(Protocol):
    """A row of the database: values by column name."""

    def __getitem__(self, column: str, /) -> Any: ...  # noqa: ANN401 - a column of any type


class ReadsAndWrites(WritesRows, Protocol):
    """The database, as far as operations need it."""

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> OneRow | None:
        """Run one statement in a read-only transaction in the caller's scope."""


@dataclass(slots=True)
class Prepared:
    """A request, ready to run: its plan, the values of its arguments, and those of the statement's parameters."""

    plan: Plan
    arguments: list[object]
    values: list[object]
    scope: Scope


class Stopwatch:
    """Milliseconds by stage."""

    __slots__ = ("_began", "stages")

    def __init__(self) -> None:
        self._began = perf_counter()
        self.stages: dict[str, float] = {}

    def lap(self, stage: str) -> None:
        """The stage that ends now."""
        now = perf_counter()
        self.stages[stage] = (now - self._began) * 1000
        self._began = now


def in_country(errors: Sequence[HearthError], country: str | None) -> list[HearthError]:
    """The errors as a caller of a country reads them: a day that is none may be one of another calendar."""
    return [
        replace(error, hint=with_calendar(error.hint, country)) if _type(error.expected) in DAYS else error
        for error in errors
    ]


def _type(expected: str | None) -> str | None:
    """`Date` for `Date!` and `[Date!]`."""
    return expected and expected.strip("[]!")


def body(data: bytes, errors: Sequence[HearthError]) -> bytes:
    """A response as JSON: what PostgreSQL wrote, and the errors beside it."""
    if not errors:
        return b'{"data":' + data + b"}"
    return b'{"data":' + data + b',"errors":' + orjson.dumps([error.formatted() for error in errors]) + b"}"


def refused_body(errors: Sequence[HearthError]) -> bytes:
    """A response without data: its only member is `errors`."""
    return orjson.dumps({"errors": [error.formatted() for error in errors]})


def answered(data: bytes, errors: Sequence[HearthError], watch: Stopwatch) -> GraphQLResponse:
    """What PostgreSQL wrote, and the errors beside it."""
    return GraphQLResponse(body(data, errors), 200, watch.stages, codes=codes_of(errors) if errors else ())


def refusal(errors: Sequence[HearthError], watch: Stopwatch) -> GraphQLResponse:
    """Refused before it ran: no data."""
    status = 405 if any(isinstance(error, OnlyByPostError) for error in errors) else 400
    retry_after = max((error.retry_after or 0 for error in errors), default=0) or None
    if retry_after is not None:
        status = TOO_MANY
    return GraphQLResponse(refused_body(errors), status, watch.stages, retry_after, codes=codes_of(errors))


def failure(plan: Plan, error: HearthError, watch: Stopwatch) -> GraphQLResponse:
    """Failed while it ran: every root field is null, and each says so."""
    at = [replace(error, path=(key,), locations=()) for key, _ in plan.roots]
    data = orjson.dumps({key: None for key, _ in plan.roots})
    status = AWAY if error.code == Unavailable.code else 200
    return GraphQLResponse(
        body(data, [*plan.refusals, *at]), status, watch.stages, codes=codes_of([*plan.refusals, error])
    )


async def run(
    database: ReadsAndWrites, prepared: Prepared, caller: Caller, pages: PageTypes, reading: Reading
) -> tuple[bytes, list[HearthError]]:
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
            return await _read(database, caller, statement, values)

        statement, row = await pages.ask(caller, reading.key(caller.tier), plan.roots, asked)
    else:
        statement, row = plan.statement, await _read(database, caller, plan.statement, prepared.values)
    if row is None:
        return b"null", []
    return row["data"], missing_in(statement.beside["cursors"], row["cursors"]) if "cursors" in statement.beside else []


async def _read(
    database: ReadsAndWrites, caller: Caller, statement: Statement, values: Sequence[object]
) -> OneRow | None:
    try:
        asks = caller.in_person() if statement.asks_who else caller
        return await database.read_row(asks, statement.text, values)
    except Exception as error:  # noqa: BLE001 - raised again as what callers hear
        raise_public(error, caller.tier)


def _without_table(prepared: Prepared) -> bytes:
    """The answer of an operation that needs no table."""
    answer: dict[str, object] = {}
    for key, root in prepared.plan.roots:
        match root:
            case Fixed(text):
                answer[key] = text
            case FixedJson(stated):
                answer[key] = orjson.Fragment(stated)
            case Viewed(view):
                answer[key] = view.of(prepared.scope.viewer)
            case Introspected():
                answer[key] = orjson.Fragment(prepared.scope.introspected[key])
            case _:
                raise TypeError(key)
    return orjson.dumps(answer)
