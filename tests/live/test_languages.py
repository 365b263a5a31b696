"""Subscriptions speak the language of their subscriber: of the argument, of the socket, of the stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.live.conftest import PATIENCE, token

if TYPE_CHECKING:
    from tests.live.conftest import Served

WATCH = """subscription ($id: ID!, $language: String) {
  childChanged(id: $id, language: $language) { id familyName home { children { nodes { occupancy: __typename } } } }
}"""
NONE_SUCH = '{ enumeration(name: "Nought") { name } }'
HINTS = "subscription ($language: String) { changed(types: [], language: $language) { head } }"


async def test_a_socket_is_answered_in_the_language_that_it_asks_for(served: Served) -> None:
    """By `connection_init`, or by the request that became the socket."""
    english = await _error(served, {}, {})
    french = await _error(served, {"Accept-Language": "fr"}, {})
    german = await _error(served, {}, {"Accept-Language": "de-AT"})
    both = await _error(served, {"Accept-Language": "fr"}, {"Accept-Language": "de"})
    assert len({english, french, german}) == 3
    assert both == french


async def _error(served: Served, payload: dict[str, str], headers: dict[str, str]) -> str:
    async with served.raw(additional_headers=headers) as socket:
        await socket.say(type="connection_init", payload={"Authorization": f"Bearer {token()}", **payload})
        assert await socket.hear() == {"type": "connection_ack"}
        await socket.subscribe(NONE_SUCH)
        told = await socket.hear()
        message: str = told["payload"][0]["message"]
        return message


async def test_the_argument_names_a_language_in_place_of_the_headers(
    served: Served,
    child: Any,  # noqa: ANN401 - a row
) -> None:
    """Subscribers of two languages have a group each, and share it with those of the same."""
    await served.deserted()
    async with served.socket(token()) as socket:
        variables = {"id": f"Child_BE_{child['id']}"}
        for language in ("fr", "nl", "fr", None):
            await served.subscribed(socket, WATCH, **variables, language=language)
        assert sorted(group.live.spoken.tag for group in served.groups) == ["en", "fr", "nl"]
    await served.deserted()


@pytest.mark.parametrize("wrong", ["", "f", "fr_FR", "please", "français", "fr,en"])
async def test_a_tag_that_is_none_is_refused_at_its_place(
    served: Served,
    child: Any,  # noqa: ANN401 - as above
    wrong: str,
) -> None:
    """As every value that does not fit."""
    async with served.socket(token()) as socket:
        await socket.subscribe(WATCH, id=f"Child_BE_{child['id']}", language=wrong)
        told = await socket.hear()
        (error,) = told["payload"]
        assert error["extensions"]["code"] == "BAD_USER_INPUT"
        assert error["extensions"]["place"] == ["$language"]


async def test_an_event_stream_says_its_language(served: Served, child: Any) -> None:  # noqa: ANN401 - as above
    """In the head, by the argument before the header."""
    for language, header, said in ((None, "ar", "ar"), ("es", "ar", "es"), (None, "", "en")):
        body = {"query": WATCH, "variables": {"id": f"Child_BE_{child['id']}", "language": language}}
        headers = {"Authorization": f"Bearer {token()}", "Accept": "text/event-stream", "Accept-Language": header}
        async with (
            httpx.AsyncClient(timeout=PATIENCE) as client,
            client.stream("POST", served.url, json=body, headers=headers) as response,
        ):
            assert response.headers["content-language"] == said
            assert "Accept-Language" in response.headers["vary"]
