"""What derives from the entities' declarations: closed by default, and the same promise in every table."""

from __future__ import annotations

import pytest
from sqlalchemy import ForeignKeyConstraint, UniqueConstraint

from countries.caller import Tier
from graph.entities import all_entities, graph_model
from graph.entities.base import Entity, Stored, personal, plain, sensitive
from graph.entities.derive import camel
from graph.entities.model import NATIONAL, Column, Count, Kind, Privacy, Through, ToMany, ToOne

ENTITIES = list(graph_model().by_type.values())
TENANTS = [entity for entity in ENTITIES if entity.is_tenant]


def stored(field: object) -> Stored:
    """What a column function noted."""
    options: dict[str, dict[str, Stored]] = vars(field)["sa_column_kwargs"]
    return options["info"]["hearth"]


@pytest.mark.parametrize("declare", [sensitive, personal])
def test_a_column_is_closed_by_default(declare: object) -> None:
    """Without a word more a column stays in its country and can be neither filtered nor ordered by."""
    assert callable(declare)
    found = stored(declare(Kind.TEXT, "A text."))
    assert (found.readers, found.filters, found.orders) == (NATIONAL, False, False)


def test_a_plain_column_is_read_by_the_federation() -> None:
    """What says nothing of a person is read wherever its row is, and still not filtered by."""
    found = stored(plain(Kind.TEXT, "A text."))
    assert Tier.HEADQUARTERS in found.readers
    assert Tier.AUDITOR not in found.readers
    assert (found.filters, found.orders) == (False, False)


@pytest.mark.parametrize("table", [entity.table for entity in ENTITIES])
def test_nothing_personal_leaves_its_country(table: str) -> None:
    """No personal column is read beyond caseworkers and offices, whatever its entity says."""
    for column in graph_model().by_table[table].stored.values():
        if column.privacy is not Privacy.PLAIN and column.api:
            assert column.readers <= NATIONAL, column.api


@pytest.mark.parametrize("table", [entity.table for entity in TENANTS])
def test_every_key_carries_the_country(table: str) -> None:
    """Primary, foreign and unique keys begin with the country, so that no row can point into another one."""
    all_entities()
    found = Entity.metadata.tables[table]
    assert [column.name for column in found.primary_key] == ["country_code", "id"]
    for constraint in found.constraints:
        if isinstance(constraint, ForeignKeyConstraint | UniqueConstraint):
            assert next(iter(constraint.columns)).name == "country_code", constraint.name


@pytest.mark.parametrize("table", [entity.table for entity in ENTITIES])
def test_what_filters_and_orders_has_an_index(table: str) -> None:
    """No filter and no ordering is offered without an index that begins with the country."""
    entity = graph_model().by_table[table]
    indexed = {tuple(column.name for column in index.columns) for index in Entity.metadata.tables[table].indexes}
    for column in entity.stored.values():
        if (column.filters or column.orders) and column.name not in entity.key:
            wanted = ("country_code", column.name) if entity.is_tenant else (column.name,)
            found = [names for names in indexed if names[: len(wanted)] == wanted]
            assert [names for names in found if names[-1] == ("id" if entity.is_tenant else column.name)], column.name


@pytest.mark.parametrize("table", [entity.table for entity in ENTITIES])
def test_a_link_is_read_by_those_who_read_both_ends(table: str) -> None:
    """Nobody reads, counts or filters by a link to rows that they may not read."""
    model = graph_model()
    entity = model.by_table[table]
    for member in entity.members.values():
        match member:
            case ToOne() | ToMany():
                assert member.readers <= entity.readers & model.by_table[member.target].readers, member.api
            case Through():
                ends = model.by_table[member.target].readers & model.by_table[member.via].readers
                assert member.readers <= entity.readers & ends, member.api
            case Count():
                assert member.readers <= entity.readers & model.by_table[member.table].readers, member.api
            case Column():
                assert member.readers <= entity.readers, member.api
            case _:
                pass


def test_every_link_has_its_way_back() -> None:
    """Where a row points to another, the other shows the rows that point to it."""
    model = graph_model()
    for entity in TENANTS:
        for link in entity.members.values():
            if isinstance(link, ToOne) and link.target != "country":
                back = [
                    member
                    for member in model.by_table[link.target].members.values()
                    if isinstance(member, ToMany) and (member.target, member.far) == (entity.table, link.near)
                ]
                assert len(back) == 1, f"{entity.type_name}.{link.api}"


@pytest.mark.parametrize(
    ("column", "field"), [("id", "id"), ("started_on", "startedOn"), ("birth_date_precision", "birthDatePrecision")]
)
def test_names_of_fields(column: str, field: str) -> None:
    """A field is called as its column, in GraphQL's way of writing."""
    assert camel(column) == field
