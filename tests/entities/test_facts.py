"""No value counts less than it says, and no null means two things: over all entities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from countries.tenancy.caller import Tier
from graph.declarations.base import Owner
from graph.declarations.computed import Computed
from graph.declarations.derive import read_graph
from graph.declarations.fields import link
from graph.declarations.members import Through, ToMany, ToOne
from graph.declarations.nouns import NATIONAL, Privacy
from graph.declarations.privacy import privacy_of
from graph.declarations.visibility import is_partial, sees_all
from graph.entities import all_entities, graph_model
from graph.kinds.kind import Kind
from graph.schema.sdl import build_schema
from tests.access import read_access
from tests.entities.test_refused import declared

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel

MODEL = graph_model()
ACCESS = read_access()
SEEN = " As far as they are yours to see."


def by_programme(table: str) -> bool:
    """Whether a caseworker sees a table's rows by the programme that is responsible, as `access.csv` has its column."""
    return table == "programme" or "programme_id" in ACCESS.columns(table)


@pytest.mark.parametrize("type_name", MODEL.by_type)
def test_a_value_is_worked_out_from_all_rows_that_it_is_about(type_name: str) -> None:
    """Of other tables it reads what the whole country sees, or rows of its own programme because it owns them."""
    entity = MODEL.by_type[type_name]
    for member in entity.members.values():
        for table, by in member.hung if isinstance(member, Computed) and Tier.CASEWORKER in member.readers else ():
            owner = next(iter(MODEL.at(table).owners), None)
            owned = owner is not None and owner.table == entity.table and owner.column in by
            assert owned or not by_programme(table), f"{type_name}.{member.api} reads some rows of {table}"


@pytest.mark.parametrize("type_name", [each.type_name for each in MODEL.kept])
def test_a_link_that_may_be_empty_or_hidden_says_whether_there_is_one(type_name: str) -> None:
    """A null tells one thing where every row has a link, or whoever sees the row sees the other; else a field tells."""
    entity = MODEL.by_type[type_name]
    for member in entity.members.values():
        if not isinstance(member, ToOne) or member.near == "country_code" or Tier.CASEWORKER not in member.readers:
            continue
        own = entity.stored[member.near]
        hidden = by_programme(member.target) and member.target != "programme" and member.near != entity.first_owner
        beside = entity.members.get(f"has{member.api[0].upper()}{member.api[1:]}")
        assert (beside is not None) == (own.nullable and hidden), member.api
        if beside is not None:
            assert isinstance(beside, Computed)
            assert (beside.uses, beside.kind, beside.nullable) == ((member.near,), Kind.BOOLEAN, False)
            assert beside.readers == own.readers
            assert privacy_of(MODEL, entity, beside) is own.privacy is Privacy.SENSITIVE


def test_what_a_row_says_of_its_links_follows_from_its_declaration() -> None:
    """A made-up row of a child that may be at a home: the field is there, filters, and the link's index serves it."""
    there = link("home", "Where it was.", back=None, default=None, creates=NATIONAL)
    annotations: dict[str, Any] = {"home_id": UUID | None}
    with declared(home_id=there, owner=Owner("child"), __annotations__=annotations) as entity:
        model = read_graph([*all_entities(), entity])
        read: EntityModel = model.by_table[str(entity.__tablename__)]
        beside = read.members["hasHome"]
        assert list(read.members).index("hasHome") == list(read.members).index("home") + 1
        assert isinstance(beside, Computed)
        assert beside.filters
        assert beside.served is not None
        assert beside.served.index == f"{read.table}_home_id_idx"


def test_many_rows_say_where_a_caller_may_see_some_of_them() -> None:
    """So does the description of a connection: a home's children are of several programmes, a child's file is whole."""
    schema = build_schema()._schema
    partial: dict[tuple[str, str], bool] = {}
    for entity in MODEL.by_type.values():
        for member in entity.members.values():
            if isinstance(member, ToMany) or (isinstance(member, Through) and member.many):
                said: Any = schema.type_map[entity.type_name]
                partial[entity.type_name, member.api] = SEEN in said.fields[member.api].description
                assert partial[entity.type_name, member.api] == is_partial(MODEL, entity, member)
    some = {
        ("Home", "children"), ("Home", "placements"), ("Home", "communityLinks"), ("Child", "siblings"),
        ("Child", "siblingBondsOfOthers"), ("Country", "children"), ("CommunityPartner", "communityLinks"),
    }  # fmt: skip
    whole = {
        ("Child", "placements"), ("Child", "siblingBonds"), ("Child", "timeline"), ("Placement", "exceptions"),
        ("Programme", "children"), ("Programme", "placements"), ("Programme", "timeline"),
    }  # fmt: skip
    assert {partial[each] for each in some} == {True}
    assert {partial[each] for each in whole} == {False}


def test_all_rows_are_seen_by_whoever_is_bound_by_the_country_alone() -> None:
    """An office sees all that hangs on a row; a caseworker sees all stays in a home, and not all placements there."""
    home = MODEL.by_type["Home"]
    assert sees_all(MODEL, Tier.OFFICE, home, "placement", ("home_id",))
    assert not sees_all(MODEL, Tier.CASEWORKER, home, "placement", ("home_id",))
    assert sees_all(MODEL, Tier.CASEWORKER, home, "home_stay", ("home_id",))
    assert sees_all(MODEL, Tier.CASEWORKER, MODEL.by_type["Child"], "placement", ("child_id",))
    assert not sees_all(MODEL, Tier.CASEWORKER, MODEL.by_type["Child"], "sibling_bond", ("sibling_id",))


def test_every_null_of_todays_values_is_told_by_a_sentence() -> None:
    """A value that may be empty says in its description when it is."""
    for entity in MODEL.by_type.values():
        for member in entity.members.values():
            if isinstance(member, Computed) and member.nullable:
                assert "empty" in member.doc, f"{entity.type_name}.{member.api}"
