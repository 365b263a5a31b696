"""`placementOptions` as GraphQL types: homes that some children could come to, ranked, each with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.tools import create_type

from graph.declarations.nouns import Privacy
from graph.entities.placement_options import MOST_CHILDREN
from graph.kinds.kind import Kind
from graph.plan.planner.options import LIST, OPTION, OPTIONS, PAGE
from graph.plan.planner.rows import MAX_PAGE
from graph.schema.fields import argument, list_of, optional, output_field
from graph.schema.privacy import marked
from graph.schema.scalars import TYPE_OF_KIND
from graph.schema.semantic_nulls import with_an_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from strawberry.types.field import StrawberryField

DOC = (
    "Homes that could take all of these children in together, from a day on and for good: those of the homes that you"
    " see that have room for all, ranked, each with what speaks for it and against it. What a placement would be"
    " refused for weighs most, then brothers and sisters who live there, then whoever need not move, then how much"
    " speaks against it, and how much for it, then how near it is. It is advice: a person decides, and `placeChild`"
    " and `placeSiblings` ask anew. No reason tells of another child who lives there (UN Guidelines, paragraphs 11, 14,"
    " 17, 22, 57 and 60)."
)
FREE = (
    "Places that are free on the fullest day from then on, before the children come. Children whom you do not see take"
    " theirs too, and these children take none."
)
DISTANCE = (
    "How far it is from their families' places, of the child who has it farthest, in kilometres as the crow flies;"
    " empty where a place is not on record (paragraph 11)."
)
SCHOOL = "How far it is to their schools, likewise; empty where none goes to school, or a place is not on record."
MOVES = (
    "How often the child who has moved most would have moved within twelve months, this move counted, and no move that"
    " was for a time alone (paragraph 60)."
)


def options_field(home: Any, reason: Any) -> StrawberryField:  # noqa: ANN401 - types made at run time
    """The field of the root.

    Args:
        home: the type of a home.
        reason: the enumeration of reasons.
    """
    day: Any = TYPE_OF_KIND[Kind.DATE]
    option = create_type(
        OPTION,
        list(_told(home, reason)),
        description="A home that some children could come to together, and what speaks for it and against it.",
    )
    page = create_type(
        LIST,
        [
            output_field("nodes", list_of(option), "The first of them, the best first."),
            output_field("totalCount", int, "How many homes that you see have room for all of the children."),
        ],
        description="Homes that some children could come to together.",
    )
    taken = [
        argument("childIds", list_of(strawberry.ID), f"The children: 1 to {MOST_CHILDREN}, each once."),
        argument("on", optional(day), "Their first day there, today or ahead; today where it is left out."),
        argument("first", optional(int), f"How many options, 1 to {MAX_PAGE}; {PAGE} where it is left out."),
    ]
    return with_an_error(output_field(OPTIONS, optional(page), DOC, taken))


def _told(home: Any, reason: Any) -> Iterator[StrawberryField]:  # noqa: ANN401 - as above
    """What is told of an option."""
    yield marked(output_field("home", home, "The home."), Privacy.PLAIN)
    yield marked(output_field("freePlaces", int, FREE), Privacy.SENSITIVE)
    yield marked(output_field("distanceKm", optional(int), DISTANCE), Privacy.SENSITIVE)
    yield marked(output_field("schoolDistanceKm", optional(int), SCHOOL), Privacy.SENSITIVE)
    there = "Brothers and sisters of theirs, beside them, who live there on the day, as far as you see them."
    yield marked(output_field("siblings", int, there), Privacy.SENSITIVE)
    yield marked(output_field("moves", int, MOVES), Privacy.SENSITIVE)
    yield marked(output_field("reasonsFor", list_of(reason), "What speaks for it."), Privacy.SENSITIVE)
    yield marked(output_field("reasonsAgainst", list_of(reason), "What speaks against it."), Privacy.SENSITIVE)
    unknown = "What would be weighed, and nobody knows."
    yield marked(output_field("notKnown", list_of(reason), unknown), Privacy.SENSITIVE)
