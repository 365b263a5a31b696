"""Two made-up entities: one with columns that fewer tiers read than its rows, and one that the office alone reads."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import asyncpg
import pytest

import graph.database.ddl
import graph.schema.sdl
import graph.writes.actions
from countries.tenancy.logins import OWNER
from graph.database.ddl import statements_for
from graph.declarations.base import COUNTRY, Entity, Kind, Names, TenantEntity
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import link, personal, plain, sensitive
from graph.declarations.nouns import NATIONAL, OFFICE, DerivedMutation
from graph.entities import all_entities
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Table

    from countries.connections.address import Address
    from graph.declarations.model import GraphModel

TABLES = ("audit", "mentor")
BOTH: dict[str, Any] = {"creates": NATIONAL, "changes": NATIONAL}
NARROW: dict[str, Any] = {"readers": OFFICE, "creates": OFFICE, "changes": OFFICE, "default": None, "nullable": True}
SECRETS = {
    "phone": "+32 470 00 00 01", "rating": 3, "fee": "1250.00", "motive": "Testimony", "reach": "9007199254740993",
}  # fmt: skip
"""What only the office reads of a mentor; the links to a partner and to an audit are as narrow."""
LATER = {"phone": "+32 470 00 00 02", "rating": 5, "fee": "990.00", "motive": "Remorse", "reach": "9007199254740995"}


@cache
def declare() -> tuple[type[Entity], type[Entity]]:
    """The two classes, each with a column of every privacy class."""

    class Mentor(TenantEntity, table=True):
        """A mentor."""

        __tablename__ = "mentor"
        names: ClassVar[Names] = Names("Mentor", "mentor", "mentors")
        owner: ClassVar = COUNTRY
        mutations: ClassVar = (
            DerivedMutation("addMentor", "Records a mentor.", creates=True),
            DerivedMutation("updateMentor", "Changes a mentor.", creates=False),
        )

        name: str = personal(Kind.TEXT, "The name.", filters=True, orders=True, **BOTH)
        motto: str | None = sensitive(Kind.TEXT, "What they live by.", default=None, **BOTH)
        phone: str | None = personal(Kind.TEXT, "The telephone.", **NARROW)
        rating: int | None = plain(Kind.INTEGER, "How good.", **NARROW)
        fee: str | None = sensitive(Kind.DECIMAL, "How much.", **NARROW)
        motive: str | None = sensitive(Kind.TEXT, "Why.", **NARROW)
        reach: int | None = sensitive(Kind.BIG_INTEGER, "How many.", **NARROW)
        partner_id: UUID | None = link(
            "community_partner", "Where from.", back="mentors", back_doc="Its mentors.",
            readers=OFFICE, creates=OFFICE, changes=OFFICE, default=None,
        )  # fmt: skip
        audit_id: UUID | None = link(
            "audit", "What came of it.", back="mentors", back_doc="Whose it is.",
            creates=OFFICE, changes=OFFICE, default=None,
        )  # fmt: skip

    class Audit(TenantEntity, table=True):
        """An audit, which the office alone reads."""

        __tablename__ = "audit"
        names: ClassVar[Names] = Names("Audit", "audit", "audits")
        owner: ClassVar = COUNTRY
        readers: ClassVar = OFFICE
        mutations: ClassVar = (
            DerivedMutation("addAudit", "Records an audit.", creates=True),
            DerivedMutation("updateAudit", "Changes an audit.", creates=False),
        )

        note: str = sensitive(Kind.TEXT, "What was found.", creates=OFFICE, changes=OFFICE)
        child_id: UUID | None = link(
            "child", "About whom.", back="audits", back_doc="Audits about it.", creates=OFFICE, default=None
        )

    return Mentor, Audit


def _forget() -> None:
    """Let what derives from the model be derived anew."""
    all_actions.cache_clear()
    build_schema.cache_clear()


def narrower_model() -> AbstractContextManager[GraphModel]:
    """The model with both entities, as long as the block lasts."""
    return model_with(declare())


@contextmanager
def model_with(entities: tuple[type[Entity], ...]) -> Iterator[GraphModel]:
    """The model with further entities, and everything that derives from it; afterwards it is as before."""
    ours = all_entities()
    tables: list[Table] = [vars(entity)["__table__"] for entity in entities]
    for table in tables:
        # A class is declared once in a process; its table is there as long as somebody asks for it.
        Entity.metadata._add_table(table.name, None, table)
    complete_tables(entities)
    model = read_graph([*ours, *entities])
    with pytest.MonkeyPatch.context() as patch:
        for module in (graph.schema.sdl, graph.database.ddl, graph.writes.actions):
            patch.setattr(module, "graph_model", lambda: model)
        _forget()
        yield model
    _forget()
    for table in tables:
        Entity.metadata.remove(table)


async def make_tables(address: Address, tables: tuple[str, ...] = TABLES) -> None:
    """The tables, as their migration would make them."""
    owner = await asyncpg.connect(**address.connect_arguments(OWNER))
    for statement in statements_for(tables):
        await owner.execute(statement)
    await owner.close()
