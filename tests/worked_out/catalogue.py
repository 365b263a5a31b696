"""Made-up entities that are owed, and values of today's entities that are worked out in every way there is."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import Integer, and_, cast, func, literal_column

import graph.bulk.exporting  # noqa: F401 - likewise
from countries.packs.keys import KEYS, RuleKey
from countries.packs.units import RuleUnit
from countries.tenancy.logins import OWNER
from graph.bulk.sheets import all_sheets
from graph.bulk.staging import final_table, staged_table
from graph.database.ddl import statements_for
from graph.declarations.base import Entity, Kind, Names, Owner, TenantEntity, implied, looked_up, worked_out
from graph.declarations.days import MADE, Days, When
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import PERIOD, Day, link, personal, sensitive
from graph.declarations.lives import verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.declarations.obligation_rules import overdue_of, owed_of, owed_rows
from graph.declarations.obligations import Every, NotOwedReason, Obligation
from graph.declarations.selected import RowsOfMany, SelectedEntity
from graph.entities import all_entities, graph_model
from graph.entities.child import Child
from graph.entities.parts import READS, laid_down_for
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.connections.address import Address
    from graph.declarations.frame import Frame, Rows, Sql
    from graph.declarations.model import GraphModel

TABLES = ("check_up", "look_in", "spell", "annual_report")
BOTH: dict[str, Any] = {"creates": NATIONAL, "changes": NATIONAL}
LISTED: dict[str, Any] = {"filters": True, "orders": True, **BOTH}
INTERVAL = RuleKey("check_up_interval_days", "Days from one check-up to the next.", RuleUnit.DAYS, 1, 1_000)
ONE: Sql = literal_column("1")
HUNDRED: Sql = literal_column("100")


def _next_check_up(frame: Frame, row: Rows) -> Sql:
    owed = frame.rows("check_up", child_id=row.c.id)
    return frame.value(func.min(owed.c.due_on), owed, and_(owed.c.held_on.is_(None), owed.c.due_on.is_not(None)))


class CheckUpKind(StrEnum):
    """What is looked at."""

    GENERAL = "GENERAL"
    DENTAL = "DENTAL"


class WorkKind(StrEnum):
    """What is owed."""


# Values of today's entities


def continuity(frame: Frame, child: Rows) -> Sql:
    """The share of the days that the carer of the most days was there, in per cent."""
    spells = frame.rows("spell", child_id=child.c.id)
    until = func.coalesce(func.least(spells.c.ended_on, frame.today), frame.today)
    days = func.sum(until - spells.c.started_on)
    begun = spells.c.started_on < frame.today
    carers = frame.grouped({"days": days}, spells, begun, by=spells.c.carer)
    share = HUNDRED * func.max(carers.c.days) / func.sum(carers.c.days)
    return cast(frame.value(share, carers), Integer)


VALUES: dict[tuple[type[Entity], str], Any] = {
    (Child, "carer_continuity"): worked_out(
        Kind.INTEGER,
        "The share of days with the most constant carer, in per cent.",
        continuity,
        reads={"spell": ("child_id", "carer", *PERIOD)},
        orders=True,
        served=looked_up("spell_child_id_idx"),
    ),
    (Child, "basis_days"): worked_out(
        Kind.INTEGER,
        "Days after which a legal basis must be there.",
        lambda frame, row: laid_down_for(frame, row, KEYS["legal_basis_days"], frame.today),
        uses=("programme_id",),
        reads=READS,
    ),
    (Child, "next_check_up_on"): worked_out(
        Kind.DATE,
        "When the next check-up is due.",
        _next_check_up,
        reads={"check_up": ("child_id", "due_on", "held_on")},
    ),
}


@cache
def declare() -> tuple[type[Entity], ...]:
    """The classes."""

    class CheckUp(TenantEntity, table=True):
        """A check-up of a child."""

        __tablename__ = "check_up"
        names: ClassVar[Names] = Names("CheckUp", "checkUp", "checkUps")
        owner: ClassVar = Owner("child")
        obligation: ClassVar = Obligation(due="due_on", done="held_on", then=Every(INTERVAL, ("kind",)))
        mutations: ClassVar = (
            DerivedMutation("recordCheckUp", "Records a check-up.", creates=True),
            DerivedMutation("changeCheckUp", "Changes one.", creates=False),
        )

        kind: CheckUpKind = sensitive(Kind.ENUMERATION, "What.", enumeration=CheckUpKind, filters=True, **BOTH)
        due_on: Day = sensitive(Kind.DATE, "When it is due.", day=Days(When.PLAN), filters=True, orders=True, **BOTH)
        held_on: Day | None = sensitive(
            Kind.DATE, "When it was.", day=Days(When.FACT), filters=True, orders=True, default=None, **BOTH
        )
        note: str | None = sensitive(Kind.TEXT, "What was found.", default=None, **BOTH)

    class LookIn(TenantEntity, table=True):
        """Somebody looks in on a child, planned or not."""

        __tablename__ = "look_in"
        names: ClassVar[Names] = Names("LookIn", "lookIn", "lookIns")
        owner: ClassVar = Owner("child")
        obligation: ClassVar = Obligation(due="due_on", done="held_on", outlives=(NotOwedReason.CHILD_DIED,))
        mutations: ClassVar = (
            DerivedMutation("recordLookIn", "Records that somebody looks in.", creates=True),
            DerivedMutation("changeLookIn", "Changes one.", creates=False),
        )

        due_on: Day | None = sensitive(Kind.DATE, "When it is due.", day=Days(When.PLAN), default=None, **LISTED)
        held_on: Day | None = sensitive(Kind.DATE, "When it was.", day=Days(When.FACT), default=None, **LISTED)

    class Spell(TenantEntity, table=True):
        """That somebody cares for a child for a time."""

        __tablename__ = "spell"
        names: ClassVar[Names] = Names("Spell", "spell", "spells")
        owner: ClassVar = Owner("child")
        mutations: ClassVar = (DerivedMutation("recordSpell", "Records a spell.", creates=True),)

        carer: str = personal(Kind.TEXT, "Who.", **BOTH)
        started_on: Day = sensitive(Kind.DATE, "The first day.", day=Days(When.FACT), **LISTED)
        ended_on: Day | None = sensitive(
            Kind.DATE, "The first day no longer.", day=Days(When.FACT, after="started_on"), default=None, **BOTH
        )

    class AnnualReport(TenantEntity, table=True):
        """What a programme tells once a year."""

        __tablename__ = "annual_report"
        names: ClassVar[Names] = Names("AnnualReport", "annualReport", "annualReports")
        owner: ClassVar = Owner("programme")
        obligation: ClassVar = Obligation(due="due_on", done="written_on", then=Every(INTERVAL))
        mutations: ClassVar = verbs("record", "change")

        programme_id: UUID = link("programme", "Whose.", back="reports", back_doc="Its reports.", creates=NATIONAL)
        due_on: Day = sensitive(Kind.DATE, "When it is due.", day=Days(When.PLAN), filters=True, orders=True, **BOTH)
        written_on: Day | None = sensitive(Kind.DATE, "When.", day=Days(When.FACT), default=None, **BOTH)

    class WorkItem(SelectedEntity, table=True):
        """What is owed, of every kind."""

        __tablename__ = "work_item"
        names: ClassVar[Names] = Names("WorkItem", "workItem", "worklist")
        programme_column: ClassVar = "programme_id"
        order: ClassVar = ("due_on",)
        selection: ClassVar = RowsOfMany(owed_rows, kind="kind", given=("due_on",))

        child_id: UUID | None = link("child", "The child.", back="worklist", back_doc="What is owed.", default=None)
        programme_id: UUID | None = link("programme", "Whose.", back="worklist", back_doc="What is owed.", default=None)
        kind: str = sensitive(Kind.ENUMERATION, "What.", enumeration=WorkKind, filters=True, primary_key=True)
        due_on: Day = sensitive(Kind.DATE, "When it is due.", day=MADE, filters=True, orders=True)
        done_on: Day | None = sensitive(Kind.DATE, "When it was done.", day=MADE, default=None)
        not_owed_from: Day | None = sensitive(Kind.DATE, "From when it is not owed.", day=MADE, default=None)
        owed = worked_out(
            Kind.BOOLEAN, "Whether it is still to be done.", owed_of, uses=("done_on", "not_owed_from"),
            nullable=False, filters=True, served=implied("open_idx"),
        )  # fmt: skip
        overdue = worked_out(
            Kind.BOOLEAN, "Whether it was due before today.", overdue_of,
            uses=("done_on", "not_owed_from", "due_on"), nullable=False, filters=True, served=implied("open_idx"),
        )  # fmt: skip

    return CheckUp, LookIn, Spell, AnnualReport, WorkItem


def _forget() -> None:
    """Let what derives from the model be derived anew."""
    for derived in (all_actions, build_schema, all_sheets, staged_table, final_table):
        derived.cache_clear()


@contextmanager
def made_up_model() -> Iterator[GraphModel]:
    """The model with these entities and values, and everything that derives from it; afterwards it is as before."""
    entities = declare()
    tables = [vars(entity)["__table__"] for entity in entities]
    for entity, table in zip(entities, tables, strict=True):
        entity.metadata._add_table(table.name, None, table)
    stored = [entity for entity in entities if not issubclass(entity, SelectedEntity)]
    complete_tables(stored)
    asking = [each for name, each in sys.modules.items() if name.startswith("graph.") and name != "graph.entities"]
    with pytest.MonkeyPatch.context() as patch:
        for (entity, name), value in VALUES.items():
            patch.setattr(entity, name, value, raising=False)
        model = read_graph([*all_entities(), *entities])
        for module in asking:
            if getattr(module, "graph_model", None) is graph_model:
                patch.setattr(module, "graph_model", lambda: model)
        _forget()
        yield model
    _forget()
    for entity, table in zip(entities, tables, strict=True):
        entity.metadata.remove(table)


async def make_tables(address: Address) -> None:
    """The tables, as their migration would make them."""
    owner = await asyncpg.connect(**address.connect_arguments(OWNER))
    for statement in statements_for(TABLES):
        await owner.execute(statement)
    await owner.execute(
        "INSERT INTO policy (code, key, jurisdiction, from_day, until_day, value, whole, unit, source, certain, origin)"
        " VALUES ('BE', $1, '', '0001-01-01', '2026-06-01', '180', 180, 'DAYS', 'made up', 'NO', 'COUNTRY'),"
        " ('BE', $1, '', '2026-06-01', NULL, '90', 90, 'DAYS', 'made up', 'NO', 'COUNTRY')",
        INTERVAL.key,
    )
    # A part says everything that its country says, or something else.
    await owner.execute(
        "INSERT INTO policy (code, key, jurisdiction, from_day, until_day, value, whole, unit, source, certain, origin)"
        " SELECT code, key, name, from_day, until_day, shown, shown::int, unit, source, certain, origin"
        " FROM policy JOIN jurisdiction USING (code),"
        " LATERAL (SELECT CASE name WHEN 'FRENCH_COMMUNITY' THEN '30' ELSE value END AS shown) AS said WHERE key = $1",
        INTERVAL.key,
    )
    await owner.close()
