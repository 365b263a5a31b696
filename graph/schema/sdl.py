"""The schema, built once, and its print."""

from __future__ import annotations

from functools import cache

import strawberry
from strawberry.schema.config import StrawberryConfig

from graph.entities import graph_model
from graph.plan.read.misfits import UNSERVED
from graph.schema.build import SchemaBuilder
from graph.schema.mutations import MutationTypes
from graph.schema.privacy import PrivacyDirective
from graph.schema.query import query_type
from graph.schema.scalars import SCALARS
from graph.schema.semantic_nulls import SemanticNonNull
from graph.schema.subscriptions import subscription_type
from graph.schema.unserved import unfiltered, unordered

DESCRIPTION = (
    "Children in alternative care, the homes they live in, and the communities around them: each country's rows for who"
    " works there, published figures for the federation. What a role may not read is null, with an error at its path."
    " Fields that are null for no other reason bear @semanticNonNull. Days are of the country's time zone, instants are"
    " in UTC, ids are opaque."
)
ROOTS = "schema {\n  query: Query\n  mutation: Mutation\n  subscription: Subscription\n}"


@cache
def build_schema() -> strawberry.Schema:
    """The schema of all entities."""
    model = graph_model()
    builder = SchemaBuilder(model)
    for entity in model.by_type.values():
        builder.own_types(entity)
    for entity in model.by_type.values():
        builder.links(entity)
    schema = strawberry.Schema(
        query=query_type(builder),
        mutation=MutationTypes(model, builder.types, builder.type_of).mutation(),
        subscription=subscription_type(builder.ledgers, builder.changes, builder.types["Child"]),
        types=[*(builder.types[name] for name in model.by_type), PrivacyDirective, SemanticNonNull],
        config=StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS, disable_field_suggestions=True),
    )
    schema._schema.description = DESCRIPTION  # noqa: SLF001 - Strawberry's own has no place for it
    for entity in model.by_type.values():
        # Strawberry writes @oneOf into the SDL; this makes introspection say it, and graphql-core check variables.
        types = schema._schema.type_map  # noqa: SLF001 - as above
        types[f"{entity.type_name}OrderBy"].is_one_of = True  # type: ignore[attr-defined]  # an input's own
        for name, reasons in (("Where", unfiltered(entity)), ("OrderBy", unordered(entity))):
            types[f"{entity.type_name}{name}"].extensions[UNSERVED] = reasons
    return schema


def print_sdl() -> str:
    """The schema in GraphQL's schema definition language; `schema.graphql` holds the same."""
    return f'"""\n{DESCRIPTION}\n"""\n{ROOTS}\n\n{build_schema().as_str()}\n'
