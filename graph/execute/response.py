"""How a request is answered: the response's bytes, its status, and the time of each stage."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from time import perf_counter
from typing import TYPE_CHECKING

import orjson

from graph.calendars import with_calendar
from graph.errors import NotThisWay, Unavailable, codes_of
from graph.execute.request import GraphQLResponse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.errors import HearthError
    from graph.plan.compile.queries import Plan


DAYS = frozenset({"Date", "DateTime"})
"""Scalars that name a day of a calendar."""
TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS.value
AWAY = HTTPStatus.SERVICE_UNAVAILABLE.value


class OnlyByPostError(NotThisWay):
    """A GET changes nothing: whoever follows a link does no mutation."""


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
    return [with_calendar(error, country) if _type(error.expected) in DAYS else error for error in errors]


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
