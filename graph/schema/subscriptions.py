"""The subscriptions as GraphQL types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.tools import create_type

from graph.schema.fields import argument, optional, output_field
from graph.schema.semantic_nulls import with_an_error

if TYPE_CHECKING:
    from graph.schema.history_and_feed import LedgerTypes


def subscription_type(ledgers: LedgerTypes, changes: Any, child: Any) -> type:  # noqa: ANN401 - types made at run time
    """The root of every subscription.

    Args:
        ledgers: makes the arguments of the feed.
        changes: the page of the feed.
        child: the Child type.
    """
    language = argument(
        "language",
        optional(str),
        "The language of labels and messages, as `pt-BR`: in place of `Accept-Language`, which a page cannot send with"
        " a socket.",
    )
    return create_type(
        "Subscription",
        [
            with_an_error(
                output_field(
                    "changed",
                    optional(changes),
                    "What is written in your country from now on, as far as you see it: each delivery holds everything"
                    " since the last one. After a break go on with `changes(since:)` from the last `endCursor`. Ends"
                    " with reason `RESYNC` where the database was restored, or another server took over: load"
                    " everything again.",
                    [*ledgers.arguments("types"), language],
                )
            ),
            output_field(
                "childChanged",
                optional(child),
                "The child, whenever your answer has changed; null once when it leaves your view.",
                [argument("id", strawberry.ID, "The child's id."), language],
            ),
        ],
        description="What can be listened to, over graphql-transport-ws or text/event-stream. One field each.",
    )
