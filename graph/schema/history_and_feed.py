"""What writes leave behind, as GraphQL types: `history` and `asKnownAt` of every node, and the changes feed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.tools import create_type

from graph.entities.change import ChangeKind
from graph.plan.planner.feed import changed_types
from graph.schema.fields import argument, list_of, optional, output_field
from graph.schema.privacy import PRIVACY_CLASS
from graph.schema.scalars import JSONObject

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

    from graph.declarations.model import GraphModel


class LedgerTypes:
    """Builds the fields.

    Args:
        model: all entities.
        node: the Node interface.
        page_info: Relay's PageInfo.
    """

    def __init__(self, model: GraphModel, node: Any, page_info: Any) -> None:  # noqa: ANN401 - types made at run time
        self.node = node
        self.page_info = page_info
        self.kind = strawberry.enum(ChangeKind, description=ChangeKind.__doc__)
        self.changed_type = strawberry.enum(changed_types(model), description="A type whose rows change.")
        self.entry = create_type(
            "HistoryEntry",
            [
                output_field("version", int, "The row's version after the write."),
                output_field("recordedAt", datetime, "When."),
                output_field("subject", str, "Who wrote, by the name that the issuer knows."),
                output_field("issuer", str, "Who vouched for whoever wrote."),
                output_field("operation", str, "The mutation, or the command."),
                output_field("reason", optional(str), "Why, where the operation asks for it."),
                output_field("privacy", PRIVACY_CLASS, "The class of the values; a write has an entry for each class."),
                output_field("before", optional(JSONObject), "What the fields held; empty for a new row."),
                output_field("after", JSONObject, "What they hold since."),
            ],
            description="What one write did to a row's fields of one privacy class.",
        )

    def of_node(self) -> list[StrawberryField]:
        """`history` and `asKnownAt`."""
        return [
            output_field(
                "history",
                optional(list_of(self.entry)),
                "What was written of the row, the latest first.",
                [
                    argument("first", optional(int), "How many entries, 1 to 1000; 20 where nothing is said."),
                    argument("until", optional(datetime), "Only what was written until this instant."),
                ],
            ),
            output_field(
                "asKnownAt",
                optional(JSONObject),
                "The row's own fields as they were on record at an instant; empty where it was not on record yet.",
                [argument("instant", datetime, "The instant.")],
            ),
        ]

    def connection(self) -> type:
        """A page of the changes feed."""
        change = create_type(
            "Change",
            [
                output_field("rowId", strawberry.ID, "The row that changed."),
                output_field("type", self.changed_type, "Its type."),
                output_field("kind", self.kind, "What happened to it."),
                output_field("changedAt", datetime, "When."),
                output_field(
                    "isGone",
                    bool,
                    "Whether the row is out of your view now, or was recorded in error: a copy of it may be dropped.",
                ),
                output_field("node", optional(self.node), "The row as it is now; null where it is out of your view."),
            ],
            description="That a row changed.",
        )
        edge = create_type(
            "ChangeEdge",
            [
                output_field("cursor", str, "Where to go on from."),
                output_field("node", change, "The change."),
            ],
            description="A change at its place in the feed.",
        )
        return create_type(
            "ChangeConnection",
            [
                output_field("edges", list_of(edge), "The page's changes, each with its cursor."),
                output_field("nodes", list_of(change), "The page's changes, as they were committed."),
                output_field(
                    "pageInfo",
                    self.page_info,
                    "Where the page lies. `endCursor` is where to go on from, also behind an empty page.",
                ),
                output_field(
                    "head",
                    str,
                    "The cursor of the newest change that you see: where to begin after loading everything.",
                ),
            ],
            description="A page of what was written in your country, as far as you see it.",
        )

    def feed(self, changes: type) -> StrawberryField:
        """`changes` of the root."""
        return output_field(
            "changes",
            optional(changes),
            "What was written in your country, in the order in which it was committed.",
            self.arguments("since", "types", "first"),
        )

    def arguments(self, *names: str) -> list[Any]:
        """The arguments of the feed."""
        listed = {
            "since": argument(
                "since",
                optional(str),
                "The `endCursor` or `head` that you got last. Refused with reason `RESYNC`, as after a restore of the"
                " database, or after another server took over: load everything again.",
            ),
            "types": argument("types", optional(list_of(self.changed_type)), "Only changes of these types."),
            "first": argument("first", optional(int), "How many changes, 1 to 1000; 50 where nothing is said."),
        }
        return [listed[name] for name in names]
