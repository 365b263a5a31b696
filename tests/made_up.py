"""A catalogue of the tests' own: entities beside those that are ours, and everything that derives from them."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import asyncpg
import pytest

import graph.bulk.exporting  # noqa: F401 - likewise: whoever asks for the model has to be there
from countries.tenancy.logins import OWNER
from graph.bulk.sheets import all_sheets
from graph.bulk.staging import final_table, staged_table
from graph.database.ddl import statements_for
from graph.declarations.base import Entity
from graph.declarations.derive import complete_tables, read_graph
from graph.entities import all_entities, graph_model
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Table

    from countries.connections.address import Address
    from graph.declarations.model import GraphModel


def _forget() -> None:
    """Let what derives from the model be derived anew."""
    for derived in (all_actions, build_schema, all_sheets, staged_table, final_table):
        derived.cache_clear()


@contextmanager
def model_with(entities: Sequence[type[Entity]]) -> Iterator[GraphModel]:
    """The model with these entities, and everything that derives from it; afterwards it is as before."""
    tables: list[Table] = [vars(entity)["__table__"] for entity in entities]
    for table in tables:
        # A class is declared once in a process; its table is there as long as somebody asks for it.
        Entity.metadata._add_table(table.name, None, table)
    complete_tables(entities)
    model = read_graph([*all_entities(), *entities])
    ours, apart = ("graph.", "tests."), {"graph.entities", __name__}
    asking = [each for name, each in sys.modules.items() if name.startswith(ours) and name not in apart]
    with pytest.MonkeyPatch.context() as patch:
        for module in asking:
            if getattr(module, "graph_model", None) is graph_model:
                patch.setattr(module, "graph_model", lambda: model)
        _forget()
        yield model
    _forget()
    for table in tables:
        Entity.metadata.remove(table)


async def make_tables(address: Address, entities: Sequence[type[Entity]]) -> None:
    """Their tables, as a migration would make them."""
    owner = await asyncpg.connect(**address.connect_arguments(OWNER))
    for statement in statements_for([str(entity.__tablename__) for entity in entities]):
        await owner.execute(statement)
    await owner.close()
