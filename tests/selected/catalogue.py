"""Made-up entities that are selected: a join that counts, a grouping above an office, and parts of two readers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import pytest
from sqlalchemy import Date, and_, cast, func, literal_column, select

import graph.bulk.exporting  # noqa: F401 - whatever asks for the model has to be there to be asked
from countries.packs.keys import AGE_OF_MAJORITY
from graph.declarations.base import Kind, Names
from graph.declarations.days import MADE
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import in_force, link, personal, plain, sensitive
from graph.declarations.nouns import FEDERATION
from graph.declarations.selected import RowsOfMany, SelectedEntity, SelectOf, the_row
from graph.declarations.selection import PartOf
from graph.entities import all_entities, graph_model
from graph.entities.home_form import HomeForm
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.declarations.base import Entity
    from graph.declarations.model import GraphModel
    from graph.declarations.selections import SelectionFrame


class BeginningKind(StrEnum):
    """What begins."""


def rooms(frame: SelectionFrame) -> Select[Any]:
    """Each home with the children who live there today, and the places that are left."""
    homes = frame.rows("home", "id", "programme_id", "capacity", "opened_on")
    stays = frame.rows("placement", "home_id", "started_on", "ended_on")
    lives = and_(
        frame.same_country(homes.c.country_code, stays.c.country_code),
        stays.c.home_id == homes.c.id,
        in_force(stays, frame.today),
    )
    there = func.count(stays.c.home_id)
    return (
        select(
            homes.c.country_code,
            homes.c.id,
            homes.c.id.label("home_id"),
            homes.c.programme_id,
            homes.c.opened_on,
            there.label("children"),
            (homes.c.capacity - there).label("free"),
        )
        .select_from(homes.outerjoin(stays, lives))
        .group_by(homes.c.country_code, homes.c.id, homes.c.programme_id, homes.c.capacity, homes.c.opened_on)
    )


def forms(frame: SelectionFrame) -> Select[Any]:
    """Each programme's homes by their form."""
    homes = frame.rows("home", "programme_id", "form", "capacity")
    return select(
        homes.c.country_code,
        homes.c.programme_id.label("id"),
        homes.c.form,
        homes.c.programme_id,
        func.count().label("homes"),
        func.sum(homes.c.capacity).label("places"),
    ).group_by(homes.c.country_code, homes.c.programme_id, homes.c.form)


def adults(frame: SelectionFrame) -> Select[Any]:
    """The children who are of age by what their country has laid down for today."""
    children = frame.rows("child", "id", "programme_id", "birth_date")
    age = frame.policy(AGE_OF_MAJORITY, children.c.country_code, frame.today)
    adult_on = cast(children.c.birth_date + age * literal_column("interval '1 year'"), Date)
    return select(
        children.c.country_code,
        children.c.id,
        children.c.id.label("child_id"),
        children.c.programme_id,
        adult_on.label("adult_on"),
    ).where(adult_on <= frame.today)


def beginnings(_: GraphModel) -> Iterator[PartOf]:
    """What is read by all, and what stays in the country."""
    yield PartOf("home", "HOME", "A home opens.", {"programme_id": "programme_id", "day": "opened_on"})
    yield PartOf("placement", "STAY", "A stay.", {"programme_id": "programme_id", "day": "started_on"})


@cache
def declare() -> tuple[type[Entity], ...]:
    """The classes."""

    class HomeRoom(SelectedEntity, table=True):
        """The room in a home."""

        __tablename__ = "home_room"
        names: ClassVar[Names] = Names("HomeRoom", "homeRoom", "homeRooms")
        programme_column: ClassVar = "programme_id"
        order: ClassVar = ("-free", "opened_on")
        selection: ClassVar = SelectOf(rooms)

        home_id: UUID = link("home", "The home.", back="room", back_doc="Its room.")
        programme_id: UUID = link("programme", "Whose.", back="rooms", back_doc="The room in its homes.")
        opened_on: date = sensitive(Kind.DATE, "Since when.", day=MADE, filters=True, orders=True)
        children: int = sensitive(Kind.INTEGER, "Who live there today.", filters=True, orders=True)
        free: int = sensitive(Kind.INTEGER, "What is left.", filters=True, orders=True)

    class FormOfHomes(SelectedEntity, table=True):
        """The homes of a programme that are of one form."""

        __tablename__ = "form_of_homes"
        names: ClassVar[Names] = Names("FormOfHomes", "formOfHomes", "formsOfHomes")
        programme_column: ClassVar = "programme_id"
        selection: ClassVar = SelectOf(forms)

        form: str = plain(Kind.ENUMERATION, "The form.", enumeration=HomeForm, filters=True, primary_key=True)
        programme_id: UUID = link(
            "programme", "Whose.", back="forms", back_doc="Its homes by form.", readers=FEDERATION
        )
        homes: int = plain(Kind.INTEGER, "How many.", filters=True, orders=True)
        places: int = plain(Kind.BIG_INTEGER, "How many places.", filters=True, orders=True)

    class OfAge(SelectedEntity, table=True):
        """A child who is of age."""

        __tablename__ = "of_age"
        names: ClassVar[Names] = Names("OfAge", "ofAge", "allOfAge")
        programme_column: ClassVar = "programme_id"
        order: ClassVar = ("adult_on",)
        selection: ClassVar = SelectOf(adults)

        child_id: UUID = link("child", "Who.", back="ofAge", back_doc="Whether it is of age.")
        programme_id: UUID = link("programme", "Whose.", back="ofAge", back_doc="Who is of age there.")
        adult_on: date = personal(Kind.DATE, "Since when.", day=MADE, filters=True, orders=True)

    class Beginning(SelectedEntity, table=True):
        """Something that begins."""

        __tablename__ = "beginning"
        names: ClassVar[Names] = Names("Beginning", "beginning", "beginnings")
        programme_column: ClassVar = "programme_id"
        order: ClassVar = ("day",)
        selection: ClassVar = RowsOfMany(beginnings, kind="kind")

        programme_id: UUID = link("programme", "Whose.", back="beginnings", back_doc="What begins there.")
        kind: str = plain(Kind.ENUMERATION, "What.", enumeration=BeginningKind, filters=True, primary_key=True)
        day: date = sensitive(Kind.DATE, "When.", day=MADE, filters=True, orders=True, readers=EVERYBODY)

        row = the_row("The row.")

    return HomeRoom, FormOfHomes, OfAge, Beginning


EVERYBODY = SelectedEntity.readers


def made_up_model(*entities: type[Entity]) -> GraphModel:
    """The model of ours and of these."""
    complete_tables(entities)
    return read_graph([*all_entities(), *entities])


@contextmanager
def made_up_graph() -> Iterator[GraphModel]:
    """The model with all of them, and the schema that derives from it; afterwards it is as before."""
    model = made_up_model(*declare())
    asking = [each for name, each in sys.modules.items() if name.startswith("graph.") and name != "graph.entities"]
    with pytest.MonkeyPatch.context() as patch:
        for module in asking:
            if getattr(module, "graph_model", None) is graph_model:
                patch.setattr(module, "graph_model", lambda: model)
        build_schema.cache_clear()
        yield model
    build_schema.cache_clear()
