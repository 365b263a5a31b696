"""`counts` and `distinct` of a connection as GraphQL types."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from strawberry.tools import create_type

from graph.declarations.groupings import groupings, privacy_of_groups
from graph.plan.planner.counting import COUNTED_PAGE, MOST_DIMENSIONS
from graph.schema.fields import argument, enumeration_of, list_of, optional, output_field
from graph.schema.privacy import marked
from graph.schema.semantic_nulls import with_an_error

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

    from graph.declarations.model import EntityModel, GraphModel

FIRST = f"How many at most, 1 to 1000; {COUNTED_PAGE} where it is left out."


class GroupTypes:
    """Makes the fields; what they answer is the same type everywhere.

    Args:
        model: all entities.
    """

    def __init__(self, model: GraphModel) -> None:
        self._model = model
        split = create_type(
            "GroupSplit",
            [
                output_field("dimension", str, "What rows are grouped by, as it was named in `by`."),
                output_field(
                    "value",
                    optional(str),
                    "The value that all of them have, or the id of the row that they link to; empty where they have"
                    " none that you may see.",
                ),
            ],
            description="One value that the rows of a group share.",
        )
        self._group = create_type(
            "GroupCount",
            [
                output_field("splits", list_of(split), "What they share, in the order of `by`."),
                output_field("count", int, "How many they are."),
            ],
            description="How many rows share some values.",
        )

    def of_connection(self, entity: EntityModel) -> list[StrawberryField]:
        """`counts` and `distinct`; neither where nothing is filtered by."""
        members = groupings(entity)
        if not members:
            return []
        words: Any = StrEnum(f"{entity.type_name}Grouping", {word: word for word in members})  # type: ignore[misc]  # made at run time
        words.__doc__ = f"By what {entity.type_name} rows are grouped."
        for word, member in members.items():
            setattr(words[word], "doc", member.doc)  # noqa: B010 - members made at run time have no attribute declared
        named = enumeration_of(words)
        privacy = privacy_of_groups(self._model, entity)
        made = [
            with_an_error(
                output_field(
                    "counts",
                    optional(list_of(self._group)),
                    "How many of the rows that meet the filter share each combination of values, the most first,"
                    " whatever the page. Combinations that no row has are left out.",
                    [
                        argument("by", list_of(named), f"By what: 1 to {MOST_DIMENSIONS}, which are combined."),
                        argument("first", optional(int), FIRST),
                    ],
                )
            ),
            with_an_error(
                output_field(
                    "distinct",
                    optional(list_of(str)),
                    "The values that rows which meet the filter have, each once, in order, whatever the page.",
                    [argument("field", named, "Of what."), argument("first", optional(int), FIRST)],
                )
            ),
        ]
        return [marked(each, privacy) for each in made]
