"""What a request of HTTP holds of its caller's shares: a place, its body's bytes, and its answer's until they are read.

Whether there is a place is known before the body is read. What is small is not weighed: a place bounds it.
"""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from graph.execute.request import GraphQLResponse
    from graph.http.request import Head
    from graph.shares.bounds import HeldAmounts

UNREAD = "hearth.unread"
"""Where in the ASGI scope the protocol leaves what hears of a large answer: it is called with what is to be called once
that has left, or its client has gone."""
LARGE_BYTES = 65_536
"""Bodies and answers up to here are not weighed."""


NOTHING = nullcontext()


def body_held(bodies: HeldAmounts, who: str, head: Head) -> AbstractContextManager[None]:
    """A block in which a request's body counts.

    Args:
        bodies: the bytes of all bodies under way.
        who: the caller's key.
        head: the request's.

    Raises:
        TooCostly: on entry, where the caller's share is spent.
        Unavailable: on entry, where all callers' is.
    """
    size = head.most_body
    return bodies.holding(who, size) if size > LARGE_BYTES else NOTHING


def wait_for_reader(unread: HeldAmounts, who: str, answer: GraphQLResponse, head: Head) -> None:
    """Take a large answer from its caller's share until it has left.

    Args:
        unread: what waits for its readers.
        who: the caller's key.
        answer: about to be sent.
        head: the request's.

    Raises:
        TooCostly: too much waits for this caller already; what was written is told all the same.
        Unavailable: too much waits for all callers.
    """
    hold: Callable[[Callable[[], None]], None] | None = head.scope.get(UNREAD)
    if hold is None:
        return  # nobody is there any more, or another server does not tell when an answer has left
    size = len(answer.body)
    (unread.add if answer.writes else unread.take)(who, size)
    hold(partial(unread.give, who, size))
