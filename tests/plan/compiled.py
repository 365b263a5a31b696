"""Compiling without a database: an engine that only prepares, and callers of each tier."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from graph.commands.explain import NoDatabase
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from graph.execute.queries import Prepared

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PROGRAMME = UUID("0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e")
CALLERS = {
    "caseworker": Caller("carla", Tier.CASEWORKER, ("BE",), (PROGRAMME,)),
    "office": Caller("oscar", Tier.OFFICE, ("BE",)),
    "kenya": Caller("wanjiru", Tier.OFFICE, ("KE",)),
    "region": Caller("rosa", Tier.REGION, ("BE", "NL")),
    "headquarters": Caller("hanna", Tier.HEADQUARTERS),
    "auditor": Caller("aline", Tier.AUDITOR),
}


def new_engine() -> Engine:
    """An engine that has compiled nothing yet."""
    return Engine(build_schema()._schema, graph_model(), load_register(), NoDatabase(), lambda: NOON)


@cache
def shared_engine() -> Engine:
    """One engine for all tests that only ask for text."""
    return new_engine()


def prepare(document: str, as_: str = "office", /, **variables: object) -> Prepared:
    """A request, ready to run, compiled by the shared engine."""
    return shared_engine().prepare(GraphQLRequest(document, variables=variables), CALLERS[as_])


def sql(document: str, as_: str = "office", /, **variables: object) -> str:
    """The text of the one statement."""
    statement = prepare(document, as_, **variables).plan.statement
    assert statement is not None
    return statement.text
