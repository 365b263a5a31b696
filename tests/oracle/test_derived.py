"""A type that nobody named is understood: taken from the written names, each is derived again as it was written."""

from __future__ import annotations

from dataclasses import replace

import asyncpg
import pytest
from graphql import build_schema, print_type

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from graph.declarations.members import ToMany
from graph.entities import graph_model
from tests.conftest import copy_database
from tests.oracle.catalogue import Catalogue, read_catalogue
from tests.oracle.conftest import SDL
from tests.oracle.derived import derive
from tests.oracle.left_out import without_unknown
from tests.oracle.made_up import COUNTRIES, make_up_rows
from tests.oracle.nouns import AS_TEXT, NOUNS
from tests.oracle.rows import read_rows
from tests.oracle.selected import with_selected
from tests.oracle.vocabulary import BY_HAND, Vocabulary

TEXT = SDL.read_text(encoding="utf-8")
SCHEMA = build_schema(TEXT)
EMPTIED = "TRUNCATE community_link, placement, sibling_bond, community_partner CASCADE"


def without(vocabulary: Vocabulary, type_name: str) -> Vocabulary:
    """The names, as though nobody had written down this type."""
    kept = {
        name: replace(
            noun,
            to_one={field: link for field, link in noun.to_one.items() if link[1] != type_name},
            to_many={field: link for field, link in noun.to_many.items() if link[0] != type_name},
        )
        for name, noun in vocabulary.nouns.items()
        if name != type_name
    }
    return replace(vocabulary, nouns=kept)


def stored(vocabulary: Vocabulary) -> Vocabulary:
    """The names without the types whose rows are in no table: those come after whatever is derived."""
    for entity in graph_model().selected.values():
        vocabulary = without(vocabulary, entity.type_name)
    return vocabulary


@pytest.fixture
async def catalogue(world: Address) -> Catalogue:
    """What PostgreSQL says of the tables."""
    connection = await asyncpg.connect(**world.connect_arguments("hearth_operator"))
    try:
        return await read_catalogue(connection)
    finally:
        await connection.close()


@pytest.mark.parametrize(
    "type_name",
    ["Home", "Child", "Placement", "PlacementException", "SiblingBond", "CommunityPartner", "CommunityLink"],
)
async def test_a_type_is_derived_as_people_wrote_it(
    vocabulary: Vocabulary, catalogue: Catalogue, type_name: str
) -> None:
    """Table, root fields, values and links are found again; those of one kind are told apart as they are declared."""
    derived = with_selected(derive(SCHEMA, catalogue, without(stored(vocabulary), type_name)), graph_model())
    assert without_unknown(TEXT, derived)[1] == without_unknown(TEXT, vocabulary)[1] == []
    assert derived.nouns == vocabulary.nouns


async def test_a_way_is_derived_as_people_wrote_it(vocabulary: Vocabulary, catalogue: Catalogue) -> None:
    """By way of which table a link leads is found again where nobody wrote it down."""
    assert derive(SCHEMA, catalogue, replace(vocabulary, ways={})).ways == vocabulary.ways


async def test_a_declaration_is_believed_as_far_as_there_are_foreign_keys(
    vocabulary: Vocabulary, catalogue: Catalogue
) -> None:
    """A connection by a column that leads elsewhere is left out, and said."""
    wrong = {"siblingBonds": "programme_id", "siblingBondsOfOthers": "sibling_id"}
    child = graph_model().by_type["Child"]
    members = {
        name: replace(member, far=wrong[name]) if name in wrong and isinstance(member, ToMany) else member
        for name, member in child.members.items()
    }
    model = graph_model()
    changed = replace(model, by_type={**model.by_type, "Child": replace(child, members=members)})
    derived = with_selected(derive(SCHEMA, catalogue, without(stored(vocabulary), "SiblingBond"), changed), changed)
    assert without_unknown(TEXT, derived)[1] == ["Child.siblingBonds"]


async def test_wide_numbers_are_told_by_their_scalars(vocabulary: Vocabulary, catalogue: Catalogue) -> None:
    """A value of the scalars BigInt and Decimal is text in JSON."""
    values = {field: column for field, column in NOUNS["Programme"].values.items() if field == "name"}
    nouns = {**NOUNS, "Programme": replace(NOUNS["Programme"], values=values)}
    known = replace(BY_HAND, nouns=nouns, as_text=frozenset(), worked_out=vocabulary.worked_out)
    derived = with_selected(derive(SCHEMA, catalogue, known), graph_model())
    assert derived == vocabulary
    assert derived.as_text >= AS_TEXT


def test_what_nobody_can_explain_is_left_out_and_said(vocabulary: Vocabulary) -> None:
    """A type, a field and its filter go from the text; the rest stays valid."""
    text, left_out = without_unknown(TEXT, without(vocabulary, "CommunityPartner"))
    schema = build_schema(text)
    assert set(left_out) >= {
        "CommunityLink.partner", "CommunityPartner", "Country.communityPartners", "Query.communityPartner",
        "Query.communityPartners",
    }  # fmt: skip
    assert not {"CommunityPartner.name", "CommunityLink.kind", "Query.communityLinks", "Home"} & set(left_out)
    assert "CommunityPartner" not in schema.type_map
    assert "partner" not in print_type(schema.type_map["CommunityLinkWhere"]).split()


async def test_empty_tables_get_rows_in_every_country(server: Address, worker: str) -> None:
    """Tables with checks, enumerations, links to each other and periods that must not overlap take some rows."""
    address = await copy_database(server, "world", f"made_up_{worker}")
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    try:
        await superuser.execute(EMPTIED)
        catalogue = await read_catalogue(operator)
        whole = derive(SCHEMA, catalogue)
        named = replace(whole, nouns={name: noun for name, noun in whole.nouns.items() if name in BY_HAND.nouns})
        made = await make_up_rows(operator, SCHEMA, catalogue, named)
        assert set(made) == {"community_link", "placement", "placement_exception", "sibling_bond", "community_partner"}
        for table, number in made.items():
            rows = await read_rows(operator, table)
            assert len(rows) == number >= 10
            assert {row["country_code"] for row in rows} == set(COUNTRIES)
    finally:
        await operator.close()
        await superuser.close()
