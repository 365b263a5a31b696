"""The messages of graphql-transport-ws that carry an operation's id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import orjson

from graph.errors import TooCostly, Unauthenticated
from graph.http.json_text import SHORT, holds_too_much, read_json
from graph.reasons import Reason
from graph.words.speaking import speak, spoken_by

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Mapping

    from countries.tenancy.caller import Caller
    from graph.errors import HearthError
    from graph.fanout.group import Delivery, SubscriberGroup
    from graph.http.subscriptions.edge import LiveEdge
    from graph.http.subscriptions.outbox import Outbox

LONGEST_ID = 200


class SendsMessages(Protocol):
    """A socket, as far as a subscription needs it."""

    def put(self, frame: str) -> None:
        """Let a message wait to be sent."""

    def finish(self, id_: str, type_: str, payload: str | None = None) -> None:
        """Send the last message of an operation."""


class Listening:
    """One subscription of a socket."""

    def __init__(self, socket: SendsMessages, id_: str) -> None:
        self._socket = socket
        self._id = id_
        # What is before the payload is put together once; a delivery is copied behind it as it is.
        self._head = f'{{"id":{orjson.dumps(id_).decode()},"type":"next","payload":'
        self.group: SubscriberGroup | None = None

    def deliver(self, delivery: Delivery) -> None:
        """Take a response."""
        self._socket.put(f"{self._head}{delivery.text}}}")

    def fail(self, delivery: Delivery) -> None:
        """Take the errors that end the subscription."""
        self._socket.finish(self._id, "error", delivery.errors)

    def stop(self, edge: LiveEdge, caller: Caller) -> None:
        """Listen no more."""
        if self.group is not None:
            edge.leave(self.group, self, caller)


@dataclass(slots=True)
class SocketOperation:
    """One operation of a socket, from its `subscribe` to its end.

    Attributes:
        kept: how many bytes of its caller's share it takes.
        task: what runs a query or a mutation, or begins a subscription.
        listening: the subscription that has begun.
    """

    kept: int
    task: asyncio.Task[None] | None = None
    listening: Listening | None = None


def members_of(text: str) -> dict[str, Any] | None:
    """The JSON object of a message; nothing where it is none, gives a member twice, or holds too much."""
    if len(text) > SHORT and holds_too_much(text.encode()):
        return None
    try:
        said = read_json(text.encode())
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def is_id(value: object) -> bool:
    """Whether it can be an operation's id."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID


def greeted(payload: Mapping[str, Any]) -> list[str]:
    """What `connection_init` brings as Authorization; the language that it asks for is spoken from then on.

    It is spoken by the task that hears the socket, and by those that this one begins; where it asks for none, they
    speak that of the request that became the socket.
    """
    for language in _texts(payload, "Accept-Language"):
        speak(spoken_by(language))
    return _texts(payload, "Authorization")


def _texts(payload: Mapping[str, Any], name: str) -> list[str]:
    return [payload[each] for each in (name, name.lower()) if isinstance(payload.get(each), str)]


def frame_of(id_: str, type_: str, payload: str | None = None) -> str:
    """A message.

    Args:
        id_: of the operation.
        type_: of the message.
        payload: JSON as it stands.
    """
    head = f'{{"id":{orjson.dumps(id_).decode()},"type":"{type_}"'
    return f"{head}}}" if payload is None else f'{head},"payload":{payload}}}'


def too_many_operations() -> TooCostly:
    """What an operation is told for which its socket has no place."""
    return TooCostly(
        "The socket has as many operations as it may have.",
        "Complete some of them first, or try again in 1 second.",
        reason=Reason.BUDGET_SPENT,
        retry_after=1,
    )


def again_in(retry_after: int | None) -> str:
    """What a close reason says of when to come back."""
    seconds = retry_after or 1
    return f"try again in {seconds} second{'s' if seconds > 1 else ''}"


def close_of(error: HearthError) -> tuple[int, str]:
    """The close code and the reason for a socket that may not be opened."""
    if isinstance(error, Unauthenticated):
        return 4401, "Unauthorized"
    if isinstance(error, TooCostly):
        return 4429, f"Too many connections: {again_in(error.retry_after)}"
    return 1013, f"Too much at the moment: {again_in(error.retry_after)}"


async def put_answer(outbox: Outbox[str], id_: str, answer: Delivery) -> None:
    """Let the answer of a query or a mutation wait once nothing else waits to be sent."""
    if answer.body.startswith(b'{"errors":'):
        await outbox.put_when_empty(frame_of(id_, "error", answer.errors))
    else:
        await outbox.put_when_empty(frame_of(id_, "next", answer.text))
        await outbox.put_when_empty(frame_of(id_, "complete", None))
