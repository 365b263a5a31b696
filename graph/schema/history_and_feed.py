"""What writes leave behind, as GraphQL types: `history` and `asKnownAt` of every node, and the changes feed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.tools import create_type

from graph.declarations.nouns import Privacy
from graph.declarations.privacy import closest, privacy_of_history
from graph.entities.change import Change, ChangeKind
from graph.entities.history import HistoryPersonal
from graph.plan.planner.feed import changed_types
from graph.schema.fields import argument, enumeration_of, list_of, optional, output_field
from graph.schema.privacy import PRIVACY_CLASS, marked
from graph.schema.scalars import JSONObject
from graph.schema.semantic_nulls import with_an_error

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        self.model = model
        self.node = node
        self.page_info = page_info
        self.kind = enumeration_of(ChangeKind)
        self.changed_type = enumeration_of(changed_types(model))
        self.entry = create_type(
            "HistoryEntry",
            [marked(made, privacy) for made, privacy in _of_an_entry(model)],
            description="What one write did to a row's fields of one privacy class.",
        )

    def of_node(self) -> list[StrawberryField]:
        """`history` and `asKnownAt`."""
        return [
            with_an_error(
                output_field(
                    "history",
                    optional(list_of(self.entry)),
                    "What was written of the row, the latest first.",
                    [
                        argument("first", optional(int), "How many entries, 1 to 1000; 20 where nothing is said."),
                        argument("until", optional(datetime), "Only what was written until this instant."),
                    ],
                )
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
            [marked(made, privacy) for made, privacy in self._of_a_change()],
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

    def _of_a_change(self) -> Iterator[tuple[StrawberryField, Privacy]]:
        """The fields of a change, each with its class: whether a row is gone is what happened to it, told again."""
        stored = self.model.by_table[Change.__tablename__].stored
        yield output_field("rowId", strawberry.ID, "The row that changed."), stored["row_id"].privacy
        yield output_field("type", self.changed_type, "Its type."), stored["type"].privacy
        yield output_field("kind", self.kind, "What happened to it."), stored["kind"].privacy
        yield output_field("changedAt", datetime, "When."), stored["changed_at"].privacy
        gone = "Whether the row is out of your view now, or was recorded in error: a copy of it may be dropped."
        yield output_field("isGone", bool, gone), stored["kind"].privacy
        mine = "Whether you wrote it, on whichever device."
        yield output_field("isMine", bool, mine), stored["writer"].privacy
        operation = "The mutation that wrote it, or the command; null of what was written before this was kept."
        yield output_field("operation", optional(str), operation), stored["operation"].privacy
        key = "The `idempotencyKey` under which you wrote it; null of what others wrote."
        yield output_field("idempotencyKey", optional(str), key), stored["key"].privacy
        node = "The row as it is now; null where it is out of your view."
        yield output_field("node", optional(self.node), node), stored["type"].privacy

    def feed(self, changes: type) -> StrawberryField:
        """`changes` of the root."""
        return with_an_error(
            output_field(
                "changes",
                optional(changes),
                "What was written in your country, in the order in which it was committed.",
                self.arguments("since", "types", "first"),
            )
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


def _of_an_entry(model: GraphModel) -> Iterator[tuple[StrawberryField, Privacy]]:
    """The fields of a history entry, each with its class; what it holds is as close as the closest column of all."""
    stored = model.by_table[HistoryPersonal.__tablename__].stored
    for name, type_, doc, column in (
        ("version", int, "The row's version after the write.", "version"),
        ("recordedAt", datetime, "When.", "recorded_at"),
        ("subject", str, "Who wrote, by the name that the issuer knows.", "subject"),
        ("issuer", str, "Who vouched for whoever wrote.", "issuer"),
        ("operation", str, "The mutation, or the command.", "operation"),
        ("reason", optional(str), "Why, where the operation asks for it.", "reason"),
    ):
        yield output_field(name, type_, doc), stored[column].privacy
    class_ = "The class of the values; a write has an entry for each class."
    yield output_field("privacy", PRIVACY_CLASS, class_), Privacy.PLAIN
    values = closest(privacy_of_history(entity) for entity in model.by_type.values())
    yield output_field("before", optional(JSONObject), "What the fields held; empty for a new row."), values
    yield output_field("after", JSONObject, "What they hold since."), values
