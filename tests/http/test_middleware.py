"""What every answer gets on its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.datastructures import Headers

from graph.errors import Internal
from graph.http.middleware import FaultBarrier, internal_error, is_allowed_origin
from tests.http.conftest import connect

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"host": "hearth.example"}, True),
        ({"host": "hearth.example", "origin": "https://hearth.example"}, True),
        ({"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8000"}, True),
        ({"host": "hearth.example", "origin": "https://office.example"}, True),
        ({"host": "hearth.example", "origin": "https://evil.example"}, False),
        ({"host": "hearth.example", "origin": "https://hearth.example.evil.example"}, False),
        ({"host": "hearth.example", "origin": "https://hearth.example:8443"}, False),
        ({"host": "hearth.example", "origin": "null"}, False),
        ({"host": "hearth.example", "origin": ""}, False),
        ({"host": "hearth.example", "origin": "https://["}, False),
        ({"host": "hearth.example", "origin": "https://hearth.example/"}, False),
        ({"host": "", "origin": ""}, False),
        ({"origin": "null"}, False),
    ],
)
def test_origins_of_sockets(headers: dict[str, str], expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A page of our own, of a configured origin, or no page at all may open a socket."""
    assert is_allowed_origin(Headers(headers), ("https://office.example",)) is expected


def test_each_fault_has_its_reference() -> None:
    """Two faults are told apart by their references."""
    first, second = internal_error(ValueError()), internal_error(ValueError())
    assert isinstance(first, Internal)
    assert first.message != second.message


async def test_half_an_answer_is_not_finished() -> None:
    """A fault after the answer has begun ends the connection: nothing else could tell the client."""

    async def half(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ConnectionAbortedError

    async with connect(FaultBarrier(half)) as client:
        with pytest.raises(ConnectionAbortedError):
            await client.get("/")
