"""`@semanticNonNull`: a field that is null only where an error of the answer says why, as where a role may not read it.

A field of such a type is nullable for the wire: what the caller's rights hide is null, and the rest answers. A client
that throws on errors never meets that null, and tools that know the directive make types of it that are not optional.
What may be empty, or may lead to a row that the caller does not see, does not bear it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry.schema_directive import Location

from graph.declarations.members import ToOne
from graph.declarations.visibility import is_partial

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

    from graph.declarations.members import Link
    from graph.declarations.model import EntityModel, GraphModel

SELF = (0,)
"""The level of the field's own value; 1 would be that of a list's items."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="semanticNonNull",
    description="The field is null only where an error at its path says why: its value is never empty by itself.",
)
class SemanticNonNull:
    """Stands at each field that is nullable for the sake of rights and refusals alone."""

    levels: list[int] = strawberry.directive_field(name="levels", default=SELF)


def with_an_error(made: StrawberryField) -> StrawberryField:
    """The field, said to be null only where an error says why."""
    made.directives = [*made.directives, SemanticNonNull()]
    return made


def is_seen_with_it(model: GraphModel, entity: EntityModel, link: Link) -> bool:
    """Whether whoever sees a row sees the one that a link leads to: its country, its programme, whose row it is."""
    if not isinstance(link, ToOne) or entity.stored[link.near].nullable:
        return False
    return model.at(link.target).void_column is None and not is_partial(model, entity, link)
