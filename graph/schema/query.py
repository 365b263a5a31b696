"""The root of every query: the fields of each entity, what is suggested, the feed, the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry.tools import create_type

from graph.entities.option_reason import PlacementOptionReason
from graph.schema.fields import argument, list_of, optional, output_field
from graph.schema.options import options_field
from graph.schema.semantic_nulls import with_an_error
from graph.schema.viewer import viewer_type

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

    from graph.declarations.model import EntityModel
    from graph.schema.build import SchemaBuilder


def query_type(types: SchemaBuilder) -> type:
    """Everything that can be asked, once all types are made."""
    fields = [
        output_field("viewer", viewer_type(), "Who is asking, and what they may do."),
        output_field(
            "node",
            optional(types.node),
            "The row with this id; empty where there is none that you may see.",
            [argument("id", strawberry.ID, "The row's id.")],
        ),
        with_an_error(
            output_field(
                "nodes",
                optional(list_of(optional(types.node))),
                "The rows with these ids, in their order; empty where there is none that you may see.",
                [argument("ids", list_of(strawberry.ID), "At most 100 ids.")],
            )
        ),
        _enumeration(),
        options_field(types.types["Home"], types.enumeration(PlacementOptionReason)),
        types.ledgers.feed(types.changes),
        *types.figures.roots(),
    ]
    for entity in types.model.by_type.values():
        fields += _of_entity(types, entity)
    fields += [
        output_field(
            suggestion.name,
            optional(types.types[f"{entity.type_name}Connection"]),
            suggestion.doc,
            [argument(entity.one, strawberry.ID, "Whose."), *types.page_arguments(entity, 50)],
        )
        for entity, suggestion in types.model.suggestions
    ]
    return create_type("Query", fields, description="Everything that can be asked.")


def _of_entity(types: SchemaBuilder, entity: EntityModel) -> list[StrawberryField]:
    made = types.types[entity.type_name]
    key = ("id", strawberry.ID, "Its id.") if entity.is_of_country else ("code", str, "Its ISO 3166-1 alpha-2 code.")
    return [
        output_field(
            entity.one,
            optional(made),
            f"The {entity.type_name} with this {key[0]}; empty where there is none that you may see.",
            [argument(*key)],
        ),
        with_an_error(
            output_field(
                entity.many,
                optional(types.types[f"{entity.type_name}Connection"]),
                f"A page of the {entity.type_name} rows that you may see.",
                types.page_arguments(entity, 50),
            )
        ),
    ]


def _enumeration() -> StrawberryField:
    value = create_type(
        "EnumerationValue",
        [
            output_field("name", str, "As documents and answers write it; the same in every language."),
            output_field("label", str, "What a screen calls it, in your language."),
            output_field("description", str, "What it means, in a sentence of your language."),
        ],
        description="One value of an enumeration.",
    )
    enumeration = create_type(
        "Enumeration",
        [
            output_field("name", str, "Its name in the schema."),
            output_field("values", list_of(value), "All of them, in the order in which they are declared."),
        ],
        description="What there is to choose from, in the language that `Accept-Language` asks for.",
    )
    return with_an_error(
        output_field(
            "enumeration",
            optional(enumeration),
            "The values of an enumeration of this schema, with labels for a screen.",
            [argument("name", str, "As the schema has it, such as `HomeForm`.")],
        )
    )
