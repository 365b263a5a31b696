"""Whose row it is: said once by every entity, and a declaration that contradicts itself is refused where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import asyncpg
import pytest

from countries.tenancy.caller import Tier
from countries.tenancy.terms import InCountry, OfProgrammes
from graph.declarations.base import COUNTRY, Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.fields import copied, link, sensitive
from graph.declarations.lives import Dated, ReviewedBy, Voidable
from graph.declarations.members import ToMany, ToOne
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import NATIONAL, OFFICE, DerivedMutation, Privacy
from graph.entities import graph_model
from graph.writes.actions import all_actions
from tests.entities.test_refused import declared, read
from tests.oracle.catalogue import read_catalogue

if TYPE_CHECKING:
    from countries.connections.address import Address
    from graph.declarations.model import EntityModel

MODEL = graph_model()
TENANTS = [entity for entity in MODEL.by_type.values() if entity.is_tenant]
HERE = "tests/entities/test_owners.py:"


async def test_whatever_cannot_be_without_an_owned_row_is_owned_by_the_same(world: Address) -> None:
    """PostgreSQL's own foreign keys: a table that has to lead to a child's row names the child, over any number."""
    connection = await asyncpg.connect(**world.connect_arguments("hearth_operator"))
    try:
        catalogue = await read_catalogue(connection)
    finally:
        await connection.close()
    required = {(each.table, each.name) for each in catalogue.columns if not each.nullable}
    assert len(MODEL.roots) > 1
    for root in MODEL.roots:
        below = {entity.table for entity in MODEL.owned_by(root) if len(entity.owners) == 1}
        led = {each.table for each in catalogue.links if each.target in below and (each.table, each.name) in required}
        assert led <= {entity.table for entity in MODEL.owned_by(root)}
        for entity in MODEL.owned_by(root):
            column = next(each.column for each in entity.owners if each.table == root)
            assert catalogue.target_of(entity.table, column) == root


@pytest.mark.parametrize("entity", TENANTS, ids=lambda entity: entity.table)
def test_who_a_row_belongs_to_decides_its_programme(entity: EntityModel) -> None:
    """A row with an owner has the owner's programme, as a copy; a row without one is the whole country's."""
    assert (entity.programme_column is None) == (entity.owners == ())
    for owner in entity.owners:
        if entity.table not in (owner.table, *MODEL.roots) and owner.table != "programme":
            copies = {(copy.target, copy.column) for copy in entity.stored["programme_id"].copy_of}
            assert (owner.table, "programme_id") in copies
            assert not entity.stored[owner.column].written.changes
            assert MODEL.by_table[owner.table].programme_column == "programme_id"
    persons = {owner.table for owner in entity.owners if MODEL.by_table[owner.table].personal}
    assert entity.personal >= bool(persons)


@pytest.mark.parametrize("entity", TENANTS, ids=lambda entity: entity.table)
def test_a_copy_is_what_its_original_is(entity: EntityModel) -> None:
    """Kind, privacy, form; written with the link, and changed by whoever changes the link or the original."""
    for column in entity.stored.values():
        changes = frozenset[Any]()
        for copy in column.copy_of:
            original = MODEL.by_table[copy.target].stored[copy.column]
            assert (column.kind, column.form) == (original.kind, original.form)
            if column.otherwise:
                assert set(column.enumeration or ()) >= set(original.enumeration or ())
            else:
                assert column.enumeration == original.enumeration
            assert column.privacy in (original.privacy, Privacy.SENSITIVE)
            changes |= original.written.changes | entity.stored[copy.link].written.changes
        if column.copy_of:
            assert column.written.changes == changes
            assert column.written.owned


@pytest.mark.parametrize("entity", TENANTS, ids=lambda entity: entity.table)
def test_no_input_takes_a_copy(entity: EntityModel) -> None:
    """What is copied, nobody gives."""
    names = {column.label for column in entity.stored.values() if column.copy_of}
    for mutation in entity.mutations:
        taken = {each.name.removesuffix("Id") for each in all_actions()[mutation.name].takes}
        assert not taken & names


def test_everybody_locks_owners_and_what_others_lean_on() -> None:
    """What is locked are rows that others belong to, in their order, and then those that others lean on."""
    for action in all_actions().values():
        others = {lock.table for lock in action.locks if not lock.in_turn} - {*MODEL.roots}
        assert all(any(MODEL.leaning_on(table)) for table in others), action.name


def test_a_table_of_an_owner_needs_no_word_more() -> None:
    """Links, words, rights, programme, back links and the rule that it is somebody's follow from its owners."""
    creation = DerivedMutation("makeUp", "Makes one up.", creates=True)
    with declared(
        owner=Owner("child", "home"), mutations=(creation,), note=sensitive(Kind.TEXT, "A note.", creates=NATIONAL),
        __annotations__={"note": str},
    ) as entity:  # fmt: skip
        model = read(entity)
        made = model.by_table[str(entity.__tablename__)]
        number = entity.__name__.removeprefix("MadeUp")
        assert [(each.table, each.column) for each in made.owners] == [("child", "child_id"), ("home", "home_id")]
        assert made.programme_column == "programme_id"
        assert made.personal
        assert made.rule(next(iter(NATIONAL - OFFICE))) == (InCountry(), OfProgrammes("programme_id"))
        assert made.stored["child_id"].doc == f"The child, where the made up{number} is a child's."
        assert made.stored["programme_id"].doc == (
            "The programme that is responsible for the child, or for the home where no child is named."
        )
        assert made.stored["child_id"].written.creates == NATIONAL
        assert not made.stored["child_id"].written.owned
        assert made.stored["programme_id"].written.changes == OFFICE
        for table in ("child", "home"):
            assert f"madeUps{number}" in model.by_table[table].members
        assert f"madeUps{number}" not in model.by_table["programme"].members
        constraints = {str(each.name) for each in Entity.metadata.tables[made.table].constraints}
        assert f"{made.table}_someone_check" in constraints
        assert made in model.owned_by("child")
        assert made in model.owned_by("home")


def test_a_programme_has_a_connection_of_what_asks_for_one() -> None:
    """The rows of its children and homes are found by these; forty connections more would hide those that are used."""
    with declared(owner=Owner("child", programme_back=True), __annotations__={}) as entity:
        model = read(entity)
        number = entity.__name__.removeprefix("MadeUp")
        back = model.by_table["programme"].members[f"madeUps{number}"]
        assert back.doc == f"The made ups{number} of the programme's children."


@pytest.mark.parametrize("entity", TENANTS, ids=lambda entity: entity.table)
def test_a_link_without_a_way_back_is_a_link(entity: EntityModel) -> None:
    """It is asked for, filtered and ordered by from its own side; on the other side nothing is there."""
    other = link(entity.table, "Another.", back=None, default=None)
    with declared(owner=Owner("child"), other_id=other, __annotations__={"other_id": UUID | None}) as made:
        model = read(made)
        table = str(made.__tablename__)
        own, there = model.by_table[table], model.by_table[entity.table]
        assert isinstance(own.members["other"], ToOne)
        assert own.members["other"].target == entity.table
        backs = [each for each in there.members.values() if isinstance(each, ToMany) and each.target == table]
        assert [each.far for each in backs] == (["child_id"] if entity.table == "child" else [])


def test_what_is_written_with_its_owner_is_a_part_of_it_and_comes_along() -> None:
    """The owner's own link leads to the whole, and is no copy; what records the whole takes a list of the parts."""
    with declared(
        owner=Owner("programme", part_of="programme_id", comes_along=True),
        mutations=(DerivedMutation("makeUp", "Makes one up.", creates=True),),
        note=sensitive(Kind.TEXT, "A note.", creates=OFFICE), __annotations__={"note": str},
    ) as entity:  # fmt: skip
        model = read(entity)
        made = model.by_table[str(entity.__tablename__)]
        assert made.part_of == made.programme_column == "programme_id"
        assert made.stored["programme_id"].copy_of == ()
        start, *_ = model.by_table["programme"].mutations
        assert made.table in [part.table for part in start.parts]
        (record,) = made.mutations
        assert not record.parts


def test_who_does_not_record_a_row_may_do_nothing_else_of_it() -> None:
    """Owners' links, days, the end, taking back, looking again: the office's alone, where it alone records."""

    class Recorded(TenantEntity, Dated, ReviewedBy, Voidable, table=True):
        """Of the office."""

        __tablename__ = "recorded_by_the_office"
        names: ClassVar[Names] = Names("Recorded", "recorded", "recordeds")
        owner: ClassVar = Owner("home")
        mutations: ClassVar = (DerivedMutation("makeUp", "Makes one up.", creates=True),)

        note: str = sensitive(Kind.TEXT, "A note.", creates=OFFICE)

    try:
        read_alone(Recorded)
        made = read(Recorded).by_table["recorded_by_the_office"]
        written = [column.written for column in made.stored.values()]
        assert frozenset[Tier]().union(*(each.creates | each.changes for each in written)) == OFFICE
    finally:
        Entity.metadata.remove(Entity.metadata.tables["recorded_by_the_office"])


LINK = {"back": "madeUps", "back_doc": "What was made up."}
NAME = copied("child_id", "given_name", "The name.")


@pytest.mark.parametrize(
    ("members", "annotations", "said"),
    [
        ({"owner": None}, {}, "owner: nothing says whose row it is"),
        ({"owner": Owner("nobody")}, {}, "owner: there is no table nobody"),
        ({"owner": Owner("placement")}, {}, "owner: a row of placement owns nothing"),
        ({"owner": Owner("community_partner")}, {}, "owner: a row of community_partner owns nothing"),
        ({"owner": Owner("child"), "child_id": link("home", "A home.", **LINK)}, {"child_id": UUID}, "link to child"),
        ({"owner": Owner("child"), "child_id": sensitive(Kind.TEXT, "A child.")}, {"child_id": str}, "is no link"),
        (
            {"owner": Owner("child"), "child_id": link("child", "A child.", **LINK, changes=NATIONAL)},
            {"child_id": UUID}, "its owner is given once",
        ),
        (
            {"owner": Owner("child"), "child_id": link("child", "A child.", **LINK, default=None)},
            {"child_id": UUID | None}, "an only owner is always given",
        ),
        (
            {"owner": COUNTRY, "home_id": link("home", "A home.", **LINK)}, {"home_id": UUID},
            "home_id leads to rows of programmes",
        ),
        (
            {"owner": Owner("home"), "placement_id": link("placement", "A placement.", **LINK)},
            {"placement_id": UUID}, "leads to a row of a child",
        ),
        ({"owner": Owner("child", part_of="whole_id")}, {}, "whole_id is no link"),
        ({"owner": Owner("programme", comes_along=True)}, {}, "owner: it comes along with nothing; say part_of"),
        ({"owner": Owner("child", part_of="child_id", comes_along=True)}, {}, "owner: it comes along with nothing"),
        ({"owner": COUNTRY, "partner_id": link("community_partner", "A.", back=None, back_doc="Those.")},
         {"partner_id": UUID}, "partner_id: a way back has a name and a sentence"),
        ({"owner": COUNTRY, "partner_id": link("community_partner", "A.", back="madeUps")},
         {"partner_id": UUID}, "partner_id: a way back has a name and a sentence"),
        ({"owner": Owner("programme", programme_back=True)}, {}, "owner: programme_back is of rows"),
        (
            {"owner": Owner("child", part_of="home_id"), "home_id": link("home", "A home.", **LINK)},
            {"home_id": UUID}, "a copy of nothing: home has no column child_id",
        ),
        (
            {"owner": Owner("child"), "name": copied("nowhere", "name", "A name.")}, {"name": str},
            "name: nowhere is no link",
        ),
        (
            {"owner": Owner("child"), "name": copied("child_id", "nothing", "A name.")}, {"name": str},
            "name: it is a copy of nothing: child has no column nothing",
        ),
        (
            {"owner": Owner("child"), "key": copied("child_id", "case_number_key", "A number.")}, {"key": str},
            "key: child.case_number_key changes by itself",
        ),
        (
            {"owner": Owner("child"), "birth": copied("child_id", "birth_date", "A day."),
             "other_id": link("child", "Another child.", **LINK),
             "other_birth": copied("other_id", "birth_date", "Another day.")},
            {"birth": str, "other_id": UUID, "other_birth": str},
            "other_birth: who changes child.birth_date may not see every copy",
        ),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(members: dict[str, Any], annotations: dict[str, Any], said: str) -> None:
    """An owner that is none, a copy of nothing, a row that would be seen by those who do not see what it leads to."""
    hints: dict[str, Any] = {**annotations}
    with (
        pytest.raises(MisdeclaredError) as refused,
        declared(**members, __annotations__=hints) as entity,
    ):
        read(entity)
    assert said in str(refused.value)


def test_it_is_refused_with_file_and_line() -> None:
    """Who reads the refusal finds the declaration."""

    class Stray(TenantEntity, table=True):
        """Of nobody."""

        __tablename__ = "stray"
        names: ClassVar[Names] = Names("Stray", "stray", "strays")
        owner: ClassVar = Owner("nothing")

    try:
        with pytest.raises(MisdeclaredError) as refused:
            read_alone(Stray)
    finally:
        Entity.metadata.remove(Entity.metadata.tables["stray"])
    line = next(
        number
        for number, text in enumerate(Path(__file__).read_text(encoding="utf-8").splitlines(), start=1)
        if 'Owner("nothing")' in text
    )
    assert f"{HERE}{line}: Stray.owner: there is no table nothing" in str(refused.value)


def read_alone(entity: type[Entity]) -> None:
    """Complete one entity beside all others."""
    from graph.declarations.derive import complete_tables

    complete_tables([entity])
