"""A catalogue with many made-up types beside ours: each is a child's, and says one thing of it."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

import graph.schema.sdl
import graph.writes.actions
from graph.declarations.base import Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import sensitive
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.entities import all_entities, graph_model
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import GraphModel


@cache
def made(number: int) -> type[Entity]:
    """One of them: `Made7`, in the table `made_7`."""
    said: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": "Something about a child.",
        "__tablename__": f"made_{number}",
        "__annotations__": {
            "names": ClassVar[Names], "owner": ClassVar[Owner], "mutations": ClassVar[tuple[Any, ...]], "note": str,
        },
        "names": Names(f"Made{number}", f"made{number}", f"mades{number}"),
        "owner": Owner("child"),
        "mutations": (DerivedMutation(f"addMade{number}", "Adds one.", creates=True),),
        "note": sensitive(Kind.TEXT, "A note.", creates=NATIONAL),
    }  # fmt: skip
    kind: Any = type(TenantEntity)
    entity: type[Entity] = kind(f"Made{number}", (TenantEntity,), said, table=True)
    return entity


@contextmanager
def many_types(amount: int) -> Iterator[GraphModel]:
    """The model with so many of them, and what derives from it; afterwards it is as before."""
    ours = all_entities()
    entities = [made(number) for number in range(amount)]
    tables = [vars(entity)["__table__"] for entity in entities]
    for table in tables:
        # A class is declared once in a process; its table is there as long as somebody asks for it.
        Entity.metadata._add_table(table.name, None, table)
    complete_tables(entities)
    model = read_graph([*ours, *entities])
    with pytest.MonkeyPatch.context() as patch:
        for module in (graph.schema.sdl, graph.writes.actions):
            assert module.graph_model is graph_model
            patch.setattr(module, "graph_model", lambda: model)
        _forget()
        yield model
    _forget()
    for table in tables:
        Entity.metadata.remove(table)


def _forget() -> None:
    for derived in (all_actions, build_schema):
        derived.cache_clear()
