"""`@privacy`: each field of each entity says how closely it is bound to a person, where tools and people look."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import (
    DirectiveNode,
    EnumValueNode,
    GraphQLObjectType,
    GraphQLSchema,
    build_client_schema,
    introspection_from_schema,
)
from graphql import build_schema as parse_schema

from graph.declarations.computed import Computed
from graph.declarations.groupings import groupings
from graph.declarations.members import Column, Member
from graph.declarations.model import EntityModel
from graph.declarations.nouns import Privacy
from graph.declarations.privacy import CLOSER, closest, privacy_of
from graph.entities import graph_model
from graph.schema.sdl import build_schema, print_sdl

MODEL = graph_model()
SDL = parse_schema(print_sdl())
TOLD = build_client_schema(introspection_from_schema(build_schema()._schema))
ENTITIES = sorted(MODEL.by_type)


def class_in_sdl(directives: tuple[DirectiveNode, ...] | None) -> Privacy:
    """The class that a field's one directive names."""
    (directive,) = (each for each in directives or () if each.name.value == "privacy")
    (argument,) = directive.arguments or ()
    assert isinstance(argument.value, EnumValueNode)
    return Privacy[argument.value.value]


def fields(schema: GraphQLSchema, type_name: str) -> dict[str, Any]:
    """The fields of an object type."""
    found = schema.type_map[type_name]
    assert isinstance(found, GraphQLObjectType)
    return dict(found.fields)


@pytest.mark.parametrize("type_name", ENTITIES)
def test_every_field_of_every_entity_says_its_class(type_name: str) -> None:
    """In the SDL one directive, and in what introspection tells, so that GraphiQL's docs show it, the same word."""
    told = fields(TOLD, type_name)
    for name, field in fields(SDL, type_name).items():
        class_ = class_in_sdl(field.ast_node.directives)
        assert (told[name].description or "").endswith(f" Privacy: {class_.value}."), (type_name, name)


UNMARKED = {
    "Query": "what can be asked; each type that it leads to says its own classes",
    "Mutation": "what can be done",
    "Subscription": "what can be followed",
    "PageInfo": "where a page lies",
    "MutationError": "a refusal, said before a row is read: no value of one is in it, but ids that the caller sees",
    "GroupCount": "how many rows share values; the field that leads to it says how close those are",
    "GroupSplit": "one of those values",
    "Code": "a code of a country's own list, which is no secret; the field that leads to it says what it is of",
    "Viewer": "the caller's own token, told to the caller",
    "Limits": "what one operation may ask for",
    "Permission": "what the caller may read, by names of types",
    "Indicator": "the catalogue: what is counted, and no figure",
    "IndicatorSplit": "the catalogue",
    "IndicatorReport": "figures, which are about no person; disclosure control says what they may tell",
    "IndicatorCell": "a figure",
    "FigureSplit": "a figure's place",
    "FigureComparison": "a figure beside others",
    "CountryCoverage": "a figure",
    "SettingReading": "what a country's rules, and figures, count a form of care as",
    "CountryRule": "what a country's law says",
    "Enumeration": "the schema's own words",
    "EnumerationValue": "the schema's own words",
    "ProvenInterval": "what proves a figure",
    "Release": "a period's figures, published",
    "ReportPeriod": "a period",
    "PlacementOptions": "a list of options, each of which says its classes",
}
"""Object types without a class at their fields, and why they need none."""


def holds_rows_of_others(type_name: str) -> bool:
    """Whether a type only leads to rows, each of which says its classes: a page, its edge, a mutation's payload."""
    stem = next((type_name.removesuffix(end) for end in ("Connection", "Edge") if type_name.endswith(end)), None)
    if stem is not None:
        return stem in SDL.type_map and set(fields(SDL, type_name)) <= LEADING | GROUPING
    return type_name.endswith("Payload") and f"{type_name.removesuffix('Payload')}Input" in SDL.type_map


LEADING = {"cursor", "node", "edges", "nodes", "pageInfo", "totalCount", "head"}
"""What a page and its edges have: ways to rows, places among them, how many there are."""
GROUPING = {"counts", "distinct"}
"""What a page tells of all its rows by their values: these two say a class."""


def test_every_field_that_can_hold_personal_data_has_its_class() -> None:
    """Every object type says a class at each field, or stands above with its reason: a new one is asked."""
    objects = {name for name, type_ in SDL.type_map.items() if isinstance(type_, GraphQLObjectType) and name[0] != "_"}
    asked = {name for name in objects if name not in UNMARKED and not holds_rows_of_others(name)}
    assert asked == {*ENTITIES, "HistoryEntry", "Change", "MutationWarning", "PlacementOption", "SiblingBondOffer"}
    for type_name in asked:
        for field in fields(SDL, type_name).values():
            class_in_sdl(field.ast_node.directives)
    said = {
        (type_name, name)
        for type_name in objects - asked
        for name, field in fields(SDL, type_name).items()
        if any(each.name.value == "privacy" for each in field.ast_node.directives or ())
    }
    assert said == {
        (f"{each}Connection", name) for each in ENTITIES if groupings(MODEL.by_type[each]) for name in GROUPING
    }
    assert set(UNMARKED) <= objects


def test_an_entry_of_history_is_as_close_as_what_it_holds() -> None:
    """Its values are those of any row; who wrote is a person; that something was done is about one."""
    classes = {name: class_in_sdl(field.ast_node.directives) for name, field in fields(SDL, "HistoryEntry").items()}
    assert {name for name, class_ in classes.items() if class_ is Privacy.PERSONAL} == {"before", "after", "subject"}
    assert {name for name, class_ in classes.items() if class_ is Privacy.SENSITIVE} == {"operation", "reason"}


def test_introspection_names_the_directive_and_its_classes() -> None:
    """Whoever reads the schema from a server finds what the words mean."""
    directive = TOLD.get_directive("privacy")
    assert directive is not None
    assert str(directive.args["class"].type) == "PrivacyClass!"
    members = TOLD.type_map["PrivacyClass"].values  # type: ignore[attr-defined]  # it is an enumeration
    assert list(members) == [each.name for each in CLOSER]
    assert all(member.description for member in members.values())


@pytest.mark.parametrize("type_name", ENTITIES)
def test_a_field_is_as_close_as_what_it_is_made_of(type_name: str) -> None:
    """A column's class is the declared one; what is worked out is no less close than any column that it reads."""
    entity = MODEL.by_type[type_name]
    for name, field in fields(SDL, type_name).items():
        class_ = class_in_sdl(field.ast_node.directives)
        member = entity.members.get(name)
        if isinstance(member, Column):
            assert class_ is member.privacy
        elif isinstance(member, Computed):
            assert all(closest((class_, entity.stored[used].privacy)) is class_ for used in member.uses)
        elif name in {"history", "asKnownAt"}:
            assert class_ is closest(column.privacy for column in entity.stored.values())
        elif member is not None:
            assert class_ is not Privacy.PLAIN or not leads_to_people(entity, member)


def leads_to_people(entity: EntityModel, member: Member) -> bool:
    """Whether a link or a count is of rows about a person."""
    table = getattr(member, "target", None) or getattr(member, "table", None) or entity.table
    return MODEL.by_table[table].personal


@pytest.mark.parametrize("type_name", [each for each in ENTITIES if groupings(MODEL.by_type[each])])
def test_what_rows_are_counted_by_is_as_close_as_any_of_it(type_name: str) -> None:
    """A count by names and a list of names are as close as names; that there are rows about a person is sensitive."""
    entity = MODEL.by_type[type_name]
    by = [privacy_of(MODEL, entity, member) for member in groupings(entity).values()]
    told = fields(SDL, f"{type_name}Connection")
    for name in GROUPING:
        class_ = class_in_sdl(told[name].ast_node.directives)
        assert class_ is closest((*by, *([Privacy.SENSITIVE] if entity.personal else [])))
    assert type_name != "Child" or class_ is Privacy.PERSONAL


def test_nothing_said_is_sensitive() -> None:
    """What is made of no column is no less close than a column of which nothing is said."""
    assert closest(()) is Privacy.SENSITIVE
    assert closest((Privacy.PERSONAL, Privacy.SENSITIVE)) is Privacy.PERSONAL
    child, country = MODEL.by_type["Child"], MODEL.by_type["Country"]
    assert privacy_of(MODEL, child, child.members["siblings"]) is not Privacy.PLAIN
    assert privacy_of(MODEL, country, country.members["children"]) is not Privacy.PLAIN
