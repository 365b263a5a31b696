"""What an entity says of its rows in files: said by every one, and refused where it cannot be meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import pytest

from graph.declarations.base import COUNTRY, Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.columns import listed
from graph.declarations.days import Days, When
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import Day, link, plain, sensitive
from graph.declarations.file_rules import in_order
from graph.declarations.files import Beside, Kept
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.model import EntityModel
from graph.declarations.nouns import NATIONAL, OFFICE
from graph.entities import all_entities, graph_model
from graph.entities.child import Sex
from tests.entities.test_refused import declared, read

TENANTS = [entity for entity in graph_model().by_type.values() if entity.is_tenant]
HERE = "tests/entities/test_files.py:"
LINK: dict[str, Any] = {"back": "madeUps", "back_doc": "What was made up.", "creates": NATIONAL}
NAME = plain(Kind.TEXT, "A name.", creates=OFFICE, changes=OFFICE)
HELD = {"name": NAME, "natural_key": ("name",)}


@pytest.mark.parametrize("entity", TENANTS, ids=lambda entity: entity.table)
def test_every_entity_says_what_tells_its_rows_apart_or_why_no_file_holds_them(entity: EntityModel) -> None:
    """Nobody forgets it; an empty natural key says that an id alone tells them."""
    said = entity.files
    assert (said.key is None) == (said.no_sheet is not None), f"{entity.type_name}: say natural_key, or no_sheet"
    if said.no_sheet is None:
        assert entity.in_sheet


def test_tables_are_filled_in_an_order_in_which_every_link_finds_its_row() -> None:
    """Parts come after their wholes; the order is the same on every machine."""
    seen: set[str] = set()
    for entity in in_order(graph_model()):
        links = {column.target for column in entity.stored.values()} & {each.table for each in TENANTS}
        assert links - {entity.table} <= seen
        seen.add(entity.table)
    assert seen == {entity.table for entity in TENANTS}


@pytest.mark.parametrize(
    ("members", "annotations", "said"),
    [
        ({"no_sheet": "Nobody wants them"}, {}, "no_sheet: it says in a sentence why"),
        ({**HELD, "no_sheet": "They are made anew."}, {"name": str}, "no_sheet: no file holds the rows, and yet"),
        ({"natural_key": ("name",)}, {}, "natural_key: a file does not hold name"),
        ({"name": plain(Kind.TEXT, "A name."), "natural_key": ("name",)}, {"name": str}, "does not hold name"),
        (
            {"name": plain(Kind.TEXT, "A name.", creates=OFFICE, readers=NATIONAL - OFFICE)}, {"name": str},
            "name: the office gives it and does not read it",
        ),
        ({"natural_key": ("id",)}, {}, "natural_key: a file does not hold id"),
        ({**HELD, "natural_key": ("name", "name")}, {"name": str}, "natural_key: a column stands there twice"),
        (
            {"sexes": listed(Sex, "Some.", creates=OFFICE), "natural_key": ("sexes",)}, {"sexes": list[Sex]},
            "natural_key: rows are not told apart by what sexes is",
        ),
        ({"owner": Owner("child"), "mirrored_by": "other_id"}, {}, "mirrored_by: it is the link to another row"),
        (
            {"owner": Owner("child"), "home_id": link("home", "A home.", **LINK), "mirrored_by": "home_id"},
            {"home_id": UUID}, "mirrored_by: it is the link to another row",
        ),
        (
            {"owner": Owner("child"), "other_id": link("child", "Another.", **LINK), "mirrored_by": "other_id",
             "natural_key": ("child_id",)},
            {"other_id": UUID}, "mirrored_by: what tells a pair apart are both its sides",
        ),
        ({"beside": {"name": Beside("aName", "A name.")}}, {}, "beside: it is no part of a row"),
        (
            {"owner": Owner("child", part_of="placement_id"), "placement_id": link("placement", "Of what.", **LINK),
             "beside": {"name": Beside("aName", "A name.")}},
            {"placement_id": UUID}, "beside: there is no column name",
        ),
        ({"name": plain(Kind.TEXT, "A name.", in_files=Kept("No."))}, {"name": str}, "name: no file holds it"),
        (
            {"name": plain(Kind.TEXT, "A name.", creates=OFFICE, in_files=Kept("No."))}, {"name": str},
            "name: nobody changes it",
        ),
        (
            {"name": plain(Kind.TEXT, "A name.", creates=OFFICE, changes=OFFICE, in_files=Kept("No.")),
             "no_sheet": "They are made anew."},
            {"name": str}, "name: no file holds it",
        ),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(members: dict[str, Any], annotations: dict[str, Any], said: str) -> None:
    """A key of what no file holds, a pair of one, a part of nothing, what nobody changes."""
    classes = dict.fromkeys(("natural_key", "no_sheet", "mirrored_by", "beside"), ClassVar)
    with declared(**members, __annotations__=classes | annotations) as entity:
        with pytest.raises(MisdeclaredError) as refused:
            read(entity)
        assert said in str(refused.value)


def test_it_is_refused_with_file_and_line() -> None:
    """Who reads the refusal finds the declaration."""

    class Unfiled(TenantEntity, table=True):
        """In no file."""

        __tablename__ = "unfiled"
        names: ClassVar[Names] = Names("Unfiled", "unfiled", "unfileds")
        owner: ClassVar = COUNTRY
        natural_key: ClassVar = ("nothing",)

    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if '= ("nothing",)' in text)
    try:
        complete_tables([Unfiled])
        with pytest.raises(MisdeclaredError) as refused:
            read(Unfiled)
    finally:
        Entity.metadata.remove(Entity.metadata.tables["unfiled"])
    assert f"{HERE}{line}: Unfiled.natural_key: a file does not hold nothing" in str(refused.value)


def test_tables_that_lead_to_each_other_are_refused() -> None:
    """No order of files could bring them."""

    class Hen(TenantEntity, table=True):
        """A hen."""

        __tablename__ = "hen"
        names: ClassVar[Names] = Names("Hen", "hen", "hens")
        owner: ClassVar = COUNTRY
        laid_on: Day | None = sensitive(Kind.DATE, "When.", day=Days(When.FACT), default=None, creates=OFFICE)
        egg_id: UUID = link("egg", "Out of which.", back="hens", back_doc="The hens.", creates=OFFICE)

    class Egg(TenantEntity, table=True):
        """An egg."""

        __tablename__ = "egg"
        names: ClassVar[Names] = Names("Egg", "egg", "eggs")
        owner: ClassVar = COUNTRY
        hen_id: UUID = link("hen", "Whose.", back="eggs", back_doc="The eggs.", creates=OFFICE)

    try:
        complete_tables([Hen, Egg])
        with pytest.raises(MisdeclaredError, match="lead to each other in a circle: egg, hen"):
            read_graph([*all_entities(), Hen, Egg])
    finally:
        for table in ("hen", "egg"):
            Entity.metadata.remove(Entity.metadata.tables[table])
