"""The enumerations of the schema by their names: what each value is called in a document, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from strawberry.types.enum import StrawberryEnumDefinition

from graph.schema.sdl import build_schema

Values = tuple[tuple[str, str], ...]
"""The name of a value, and what it means in a sentence."""


@cache
def all_enumerations() -> Mapping[str, Values]:
    """Every enumeration of the schema, by name; its values in the order in which they are declared."""
    types = build_schema().schema_converter.type_map.values()
    found = {
        each.definition.name: tuple((value.name, value.description or "") for value in each.definition.values)
        for each in types
        if isinstance(each.definition, StrawberryEnumDefinition)
    }
    return dict(sorted(found.items()))
