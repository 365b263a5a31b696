"""The schema: what is printed, what is promised to frontends, and what every part of it says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLEnumValueMap,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    get_named_type,
    is_introspection_type,
    is_specified_scalar_type,
    print_ast,
    validate_schema,
)
from graphql import (
    build_schema as parse_schema,
)

from graph.declarations.computed import Computed
from graph.declarations.groupings import groupings
from graph.declarations.members import Column, ToOne
from graph.entities import graph_model
from graph.schema.sdl import build_schema, print_sdl
from graph.writes.periods import all_rowless

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SCHEMA = build_schema()._schema
MODEL = graph_model()

BOOKKEEPING = "id version createdAt updatedAt"
FIELDS = {
    "Query": "viewer node nodes countries country children child homes home programmes programme placements placement"
    " communityLinks communityLink communityPartners communityPartner placementExceptions placementException changes"
    " indicators indicatorReport releases releaseProof",
    "Mutation": "startProgramme openHome updateHome closeHome admitChild updateChild recordSiblingBond placeChild"
    " placeSiblings endPlacement correctPlacement voidPlacement addCommunityLink endCommunityLink"
    " recordDeath correctDeath voidDeath",
    "MutationError": "code message path hint",
    "AddCommunityLinkPayload": "communityLink errors clientMutationId",
    "AdmitChildPayload": "child errors clientMutationId",
    "PlaceSiblingsPayload": "placements errors clientMutationId",
    "Viewer": "subject role countries programmes limits may",
    "Country": "code name region currency languages ageOfMajority homes children programmes",
    "Programme": f"{BOOKKEEPING} country name kind startedOn endedOn homes children",
    "Home": f"{BOOKKEEPING} country programme name form setting capacity occupancy openedOn closedOn children"
    " placements communityLinks",
    "Child": f"{BOOKKEEPING} country givenName familyName birthDate birthDatePrecision age sex home programme siblings"
    " placements communityLinks diedOn diedOnPrecision",
    "Placement": f"{BOOKKEEPING} child home startedOn endedOn startReason endReason voidedAt voidReason exceptions",
    "PlacementException": f"{BOOKKEEPING} placement home programme rule dated reason authorisedBy",
    "CommunityLink": f"{BOOKKEEPING} kind startedOn endedOn child home partner",
    "CommunityPartner": f"{BOOKKEEPING} country name kind",
    "IndicatorReport": "period release comparedWith cells coverage",
    "IndicatorCell": "indicator area country splits value numerator denominator status comparison",
    "FigureSplit": "dimension value",
    "FigureComparison": "value numerator denominator status change",
    "Release": "year quarter month revision publishedAt knownAt reason definitions",
    "CountryCoverage": "country completeness timeliness lastEntryOn",
    "Indicator": "code title topic unit numerator denominator exclusions splits definitionSource verified version"
    " decimals providerShare",
    "ProvenInterval": "measure area splits low high",
    "PlacementOptions": "nodes",
    "PlacementOption": "home reasonsFor reasonsAgainst",
    "PageInfo": "hasNextPage hasPreviousPage startCursor endCursor",
    "ChildConnection": "edges nodes pageInfo totalCount",
    "ChildEdge": "cursor node",
}
MEMBERS = {
    "ProgrammeKind": "ALTERNATIVE_CARE FAMILY_STRENGTHENING YOUTH_CARE AFTERCARE EMERGENCY",
    "HomeForm": "SOS_FAMILY FOSTER_FAMILY KINSHIP_FAMILY SMALL_GROUP_HOME YOUTH_HOME SUPERVISED_INDEPENDENT_LIVING"
    " EMERGENCY_SHELTER",
    "HomeSetting": "FAMILY_BASED RESIDENTIAL INDEPENDENT",
    "Sex": "FEMALE MALE OTHER UNKNOWN",
    "CommunityLinkKind": "SCHOOL SPORTS_CLUB ARTS_AND_CULTURE FAITH NEIGHBOUR VOLUNTEER EMPLOYER HEALTH_SERVICE"
    " PEER_GROUP",
    "FigureDimension": "FEDERATION REGION COUNTRY SEX AGE_GROUP SETTING CARE_FORM PROGRAMME_KIND",
    "FigureStatus": "PUBLISHED SUPPRESSED NOT_AVAILABLE",
    "Role": "caseworker office region headquarters auditor",
    "Direction": "ASC DESC",
}
EXACT = ("HomeForm", "HomeSetting", "Sex", "Direction")
"""Enumerations that the contract closes."""

OPERATORS = "eq ne in notIn lt lte gt gte contains startsWith isNull"
PAGING = ["first", "after", "last", "before", "where", "orderBy"]
SEARCHED = {"ChildConnection", "HomeConnection", "CommunityPartnerConnection"}
"""The connections of people and places that have names: these are searched too."""
FEEDS = {"Query.changes": ["since", "types", "first"], "Subscription.changed": ["types", "language"]}
"""The connections that go on from where their reader was, in one direction and one order."""
SUGGESTED = ("possibleDuplicates", "possibleSiblings")
"""The connections that hang on a row which is named; their other arguments are every connection's."""
DATED = ("Home.team",)
"""The connections of the rows of a day, which is named before the page."""
BESIDE = {"country": ["codes", "indicator", "jurisdictions", "rules", "rule"]}
"""Fields that no column and no link stands behind."""
PAST = ["history", "asKnownAt"]
"""What every tenant type has besides its rows of today."""


def object_type(name: str) -> GraphQLObjectType:
    """An object type of the schema."""
    found = SCHEMA.type_map[name]
    assert isinstance(found, GraphQLObjectType)
    return found


def input_type(name: str) -> GraphQLInputObjectType:
    """An input type of the schema."""
    found = SCHEMA.type_map[name]
    assert isinstance(found, GraphQLInputObjectType)
    return found


def test_the_printed_schema() -> None:
    """schema.graphql is what `hearth schema` prints; `hearth schema > schema.graphql` brings it up to date."""
    assert (ROOT / "schema.graphql").read_text(encoding="utf-8") == print_sdl()


def test_the_schema_is_valid_and_complete() -> None:
    """The printed schema can be read by any GraphQL library and knows the same types."""
    assert validate_schema(SCHEMA) == []
    read = parse_schema(print_sdl())
    assert validate_schema(read) == []
    assert set(read.type_map) == set(SCHEMA.type_map)


@pytest.mark.parametrize("name", FIELDS)
def test_promised_fields(name: str) -> None:
    """Every type and field that frontends rely on is there."""
    assert not set(FIELDS[name].split()) - set(object_type(name).fields)


@pytest.mark.parametrize("name", MEMBERS)
def test_promised_members(name: str) -> None:
    """Every enumeration has the members that frontends rely on, and no others where it is closed."""
    found = SCHEMA.type_map[name]
    assert isinstance(found, GraphQLEnumType)
    missing = set(MEMBERS[name].split()) - set(found.values)
    assert not missing
    if name in EXACT:
        assert list(found.values) == MEMBERS[name].split()


def test_page_info() -> None:
    """PageInfo is Relay's: two flags that are always there, and two cursors that may be empty."""
    fields = object_type("PageInfo").fields
    assert {name: str(field.type) for name, field in fields.items()} == {
        "hasNextPage": "Boolean!",
        "hasPreviousPage": "Boolean!",
        "startCursor": "String",
        "endCursor": "String",
    }


def test_every_connection_has_one_form() -> None:
    """Edges, nodes, pageInfo and totalCount, and what is told of groups; an edge has a cursor and a node."""
    for entity in MODEL.by_type.values():
        name = entity.type_name
        shape = {field: str(value.type) for field, value in object_type(f"{name}Connection").fields.items()}
        groups = {"counts": "[GroupCount!]", "distinct": "[String!]"} if groupings(entity) else {}
        assert shape == {
            **groups,
            "edges": f"[{name}Edge!]!",
            "nodes": f"[{name}!]!",
            "pageInfo": "PageInfo!",
            "totalCount": "Int!",
        }
        edge = {field: str(value.type) for field, value in object_type(f"{name}Edge").fields.items()}
        assert edge == {"cursor": "String!", "node": f"{name}!"}


def connections() -> Iterator[tuple[str, list[str]]]:
    """Every field that answers a connection, with its arguments."""
    for type_ in SCHEMA.type_map.values():
        if isinstance(type_, GraphQLObjectType):
            for name, field in type_.fields.items():
                if str(field.type).rstrip("!").endswith("Connection"):
                    yield f"{type_.name}.{name}", list(field.args)


def test_every_connection_pages_the_same() -> None:
    """first, after, last, before, where and orderBy, in this order, everywhere; of names search, too."""
    found = dict(connections())
    assert len(found) > 20
    paging = dict.fromkeys(found, PAGING)
    for type_ in SCHEMA.type_map.values():
        for name, field in type_.fields.items() if isinstance(type_, GraphQLObjectType) else ():
            if str(field.type).rstrip("!") in SEARCHED:
                paging[f"{type_.name}.{name}"] = [*PAGING[:4], "search", *PAGING[4:]]
    for suggested in SUGGESTED:
        assert found.pop(f"Query.{suggested}")[0] == "child"
    for dated in DATED:
        assert found.pop(dated) == ["on", *PAGING]
    assert {name: arguments for name, arguments in found.items() if arguments != paging[name]} == FEEDS


def test_every_mutation_has_one_form() -> None:
    """One `input`, of the type that is named after it; a payload with the rows, `errors` and `clientMutationId`."""
    rowless = all_rowless()
    for name, field in object_type("Mutation").fields.items():
        type_name = f"{name[0].upper()}{name[1:]}"
        assert {key: str(each.type) for key, each in field.args.items()} == {"input": f"{type_name}Input!"}
        assert str(field.type) == f"{type_name}Payload", name
        payload = {key: str(each.type) for key, each in object_type(f"{type_name}Payload").fields.items()}
        assert payload.pop("errors") == "[MutationError!]!"
        assert payload.pop("clientMutationId") == "String"
        for supposed in ("warnings", "offers"):
            assert payload.pop(supposed, "[!]!").endswith("!]!"), "what nothing follows from is never missing"
        assert not any(shown.endswith("!") for shown in payload.values()), "what was refused shows no row"
        taken = input_type(f"{type_name}Input").fields
        assert (str(taken["clientMutationId"].type), str(taken["dryRun"].type)) == ("String", "Boolean")
        if name in rowless:
            assert set(payload) == {each.name for each in rowless[name].tells}
            assert {"idempotencyKey", "id", "version"}.isdisjoint(taken)
            continue
        assert len(payload) == 1
        assert str(taken["idempotencyKey"].type) == "String"
        assert ("version" in taken) == (str(getattr(taken.get("id"), "type", "")) == "ID!"), name


def test_closing_a_period_writes_figures_and_shows_no_row() -> None:
    """Headquarters' one mutation names a period, and its payload holds the release and how much of it is shown."""
    taken = input_type("ClosePeriodInput").fields
    assert list(taken) == ["year", "quarter", "month", "reason", "clientMutationId", "after", "dryRun"]
    payload = {key: str(each.type) for key, each in object_type("ClosePeriodPayload").fields.items()}
    assert payload == {
        "release": "Release", "published": "Int", "suppressed": "Int", "errors": "[MutationError!]!",
        "clientMutationId": "String",
    }  # fmt: skip


def test_no_ledger_is_in_the_schema() -> None:
    """What writes leave behind for the machinery has no type, no field and no filter of its own."""
    ledgers = {entity.type_name for entity in MODEL.by_table.values() if not entity.in_graph}
    assert ledgers & set(SCHEMA.type_map) <= {"Change", "Release"}
    for end in ("Where", "OrderBy", "ListWhere"):
        assert not {f"{name}{end}" for name in ledgers} & set(SCHEMA.type_map)
    node = SCHEMA.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    assert "Change" not in {each.name for each in SCHEMA.get_possible_types(node)}


def test_links_to_tenant_tables_are_nullable() -> None:
    """A row behind a link may be another programme's or another tier's: no link may promise that it is there."""
    for entity in MODEL.by_type.values():
        for name, field in object_type(entity.type_name).fields.items():
            target = get_named_type(field.type).name.removesuffix("Connection")
            if target in MODEL.by_type:
                assert not isinstance(field.type, GraphQLNonNull), f"{entity.type_name}.{name}"


def test_roots_are_nullable() -> None:
    """A root that fails or is refused is null, and the others answer; only the viewer is always there."""
    assert [name for name, field in object_type("Query").fields.items() if isinstance(field.type, GraphQLNonNull)] == [
        "viewer"
    ]


def test_fields_that_some_reader_may_not_read_are_nullable() -> None:
    """What a tier that reads the row may not read is answered with null, so its type must allow null."""
    for entity in MODEL.by_type.values():
        for member in entity.members.values():
            field = object_type(entity.type_name).fields[member.api]
            if member.readers != entity.readers:
                assert not isinstance(field.type, GraphQLNonNull), f"{entity.type_name}.{member.api}"


def test_the_order_of_fields() -> None:
    """Identity and country first, then what the entity declares, the bookkeeping, and the past last."""
    for entity in MODEL.by_type.values():
        fields = list(object_type(entity.type_name).fields)
        after = ["mayDo", *PAST] if entity.is_tenant else []
        assert fields == [*entity.members, *BESIDE.get(entity.table, ()), *after]
        if entity.is_tenant:
            assert fields[:2] == ["id", "country"]
            assert fields[-6:] == ["version", "createdAt", "updatedAt", "mayDo", *PAST]


def test_tenant_types_are_nodes() -> None:
    """Every type of a country's rows implements Node, and so does the country itself."""
    node = SCHEMA.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    implementing = {each.name for each in SCHEMA.get_possible_types(node)}
    assert implementing == {entity.type_name for entity in MODEL.by_type.values()}


def test_operators() -> None:
    """Text has every operator; no type has one that the contract does not know."""
    assert set(input_type("TextFilter").fields) == set(OPERATORS.split())
    for type_ in SCHEMA.type_map.values():
        if isinstance(type_, GraphQLInputObjectType) and type_.name.endswith("Filter"):
            assert not set(type_.fields) - set(OPERATORS.split()), type_.name


def test_filters_and_orderings_of_an_example() -> None:
    """The example of the contract can be asked: own columns, linked rows, and, or, not."""
    assert {"familyName", "birthDate", "home", "placements", "and", "or", "not"} <= set(input_type("ChildWhere").fields)
    assert list(input_type("PlacementListWhere").fields) == ["some", "none", "every", "isNull"]
    assert {"familyName", "birthDate"} <= set(input_type("ChildOrderBy").fields)
    assert "input ChildOrderBy @oneOf {" in print_sdl()


def test_only_declared_columns_filter_and_order() -> None:
    """What is not declared as filterable or orderable is in no filter and in no ordering."""
    for entity in MODEL.by_type.values():
        where = input_type(f"{entity.type_name}Where").fields
        order = input_type(f"{entity.type_name}OrderBy").fields
        for member in entity.members.values():
            assert (member.api in where) == getattr(member, "filters", False), f"{entity.type_name}.{member.api}"
            if hasattr(member, "orders"):
                assert (member.api in order) == member.orders, f"{entity.type_name}.{member.api}"


def enumerations() -> Iterator[tuple[str, GraphQLEnumValueMap]]:
    """The members of each enumeration."""
    for name, type_ in SCHEMA.type_map.items():
        if isinstance(type_, GraphQLEnumType) and not is_introspection_type(type_):
            yield name, type_.values


def described() -> Iterator[tuple[str, str | None]]:
    """Everything that a person can meet in the schema, with what it says of itself."""
    for name, type_ in SCHEMA.type_map.items():
        if is_introspection_type(type_) or (isinstance(type_, GraphQLScalarType) and is_specified_scalar_type(type_)):
            continue
        yield name, type_.description
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for field_name, field in type_.fields.items():
                yield f"{name}.{field_name}", field.description
                for argument_name, argument in field.args.items():
                    yield f"{name}.{field_name}({argument_name})", argument.description
        elif isinstance(type_, GraphQLInputObjectType):
            for input_name, input_field in type_.fields.items():
                yield f"{name}.{input_name}", input_field.description
    for name, members in enumerations():
        yield from ((f"{name}.{member}", value.description) for member, value in members.items())
    for directive in SCHEMA.directives:
        yield f"@{directive.name}", directive.description
    yield "schema", SCHEMA.description


def test_everything_is_described() -> None:
    """Each type, field, argument, input, value of an enumeration, directive, and the whole says what it is."""
    texts = {**dict(described()), "printed": parse_schema(print_sdl()).description}
    assert len(texts) > 1_000
    assert [name for name, text in texts.items() if not text or not text.strip()] == []
    assert [name for name, text in texts.items() if text and not text.strip().endswith((".", '".'))] == []


def test_every_scalar_of_our_own_says_by_what_it_is_specified() -> None:
    """Tools find the form of a scalar's values behind an address; the printed schema has it too."""
    for schema in (SCHEMA, parse_schema(print_sdl())):
        own = [
            each
            for each in schema.type_map.values()
            if isinstance(each, GraphQLScalarType) and not is_specified_scalar_type(each)
        ]
        assert {"Date", "DateTime", "Decimal", "JSON"} <= {each.name for each in own}
        assert all((each.specified_by_url or "").startswith("https://") for each in own)


def promised() -> Iterator[tuple[str, str, GraphQLField]]:
    """The fields of the printed schema that bear @semanticNonNull: type, name, field."""
    for type_ in parse_schema(print_sdl()).type_map.values():
        for name, field in type_.fields.items() if isinstance(type_, GraphQLObjectType) else ():
            directives = () if field.ast_node is None else field.ast_node.directives or ()
            for each in directives:
                if each.name.value == "semanticNonNull":
                    assert print_ast(each) == "@semanticNonNull(levels: [0])"
                    yield type_.name, name, field


def test_what_is_null_for_rights_alone_says_so() -> None:
    """Every value that is always there, every page, the history, each payload: null for the wire, and never empty."""
    found = {(type_name, name) for type_name, name, _ in promised()}
    for type_name, name, field in promised():
        assert not isinstance(field.type, GraphQLNonNull), f"{type_name}.{name}"
    for entity in MODEL.by_type.values():
        for member in entity.members.values():
            place = (entity.type_name, member.api)
            field = object_type(entity.type_name).fields[member.api]
            if isinstance(member, Column | Computed):
                by_rights = not member.nullable and not isinstance(field.type, GraphQLNonNull)
                assert (place in found) is by_rights, place
            elif get_named_type(field.type).name.endswith("Connection"):
                assert place in found, place
            elif isinstance(member, ToOne) and entity.stored[member.near].nullable:
                assert place not in found, place
        assert ("Query", entity.many) in found
        assert ("Query", entity.one) not in found
        assert not entity.is_tenant or (entity.type_name, "history") in found
    assert {name for type_name, name in found if type_name == "Mutation"} == set(object_type("Mutation").fields)
    assert {("Child", "country"), ("Home", "occupancy"), ("Query", "changes")} <= found
    assert not {("Child", "home"), ("Placement", "home"), ("Child", "familyName"), ("SiblingBond", "sibling")} & found


def test_messages_suggest_nothing() -> None:
    """An unknown field is not answered with names of known ones: suggestions map a schema for those who guess."""
    assert build_schema().config.disable_field_suggestions
