"""`@privacy(class:)`: how closely a field is bound to a person, in the SDL and in every field's description.

Introspection tells which directives there are and not where they stand; GraphiQL's docs are drawn from it. So the
field's description ends with the same word.
"""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.schema_directive import Location
from strawberry.types.field import StrawberryField

from graph.declarations.nouns import Privacy
from graph.described import Described
from graph.schema.fields import enumeration_of


class PrivacyClass(Described):
    """How closely values are bound to a person."""

    PLAIN = "PLAIN", "Says nothing of a person: whoever reads the row may read it."
    SENSITIVE = "SENSITIVE", "Is about a person, or may tell of one; stays in the country."
    PERSONAL = "PERSONAL", "Names or identifies a person; never leaves the country."


PRIVACY_CLASS = enumeration_of(PrivacyClass)


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="privacy",
    description="How closely a field is bound to a person; its description ends with the same.",
)
class PrivacyDirective:
    """Stands at each field of an entity, and of what writes leave behind."""

    privacy_class: PRIVACY_CLASS = strawberry.directive_field(name="class")  # type: ignore[valid-type]  # it is made of ours


def marked(made: StrawberryField, privacy: Privacy) -> StrawberryField:
    """The field with its class, as directive and in its description."""
    members: Any = PrivacyClass
    made.directives = [*made.directives, PrivacyDirective(privacy_class=members[privacy.name])]
    made.description = f"{made.description} Privacy: {privacy.value}."
    return made
