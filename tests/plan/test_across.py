"""What is written for a cluster answers the same on one server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW
from tests.plan.golden import BEGINNING, NO_STATEMENT, all_cases, is_rewriting, pretty
from tests.plan.test_cases import beginnings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.connections.database import Database
    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from tests.plan.golden import Case

__all__ = ["beginnings"]


@pytest.fixture(scope="session")
def across(database: Database, register: Register) -> Engine:
    """The real engine on the world of one server, which writes as for a cluster."""
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    engine.write_for(is_distributed=True)
    return engine


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
async def test_the_answer_is_the_same(
    case: Case, across: Engine, callers: Mapping[str, Caller], beginnings: Mapping[str, str]
) -> None:
    """Every golden case has its golden answer."""
    beginning = beginnings.get(case.as_, BEGINNING)
    variables = {
        name: value.replace(BEGINNING, beginning) if isinstance(value, str) else value
        for name, value in case.all_variables().items()
    }
    answer = await across.answer(GraphQLRequest(case.document, variables=variables), callers[case.as_])
    body = answer.body.replace(beginning.encode(), BEGINNING.encode())
    assert pretty(body) == case.path("json").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_the_statement_is_this_one(case: Case, across: Engine, callers: Mapping[str, Caller]) -> None:
    """Where a cluster has a text of its own, `<name>.cluster.sql` holds it; everywhere else it has one server's."""
    request = GraphQLRequest(case.document, variables=case.all_variables())
    statement = across.prepare(request, callers[case.as_]).plan.statement
    text = (statement.text if statement else NO_STATEMENT) + "\n"
    own, ones = case.path("cluster.sql"), case.path("sql").read_text(encoding="utf-8")
    if is_rewriting():
        own.unlink(missing_ok=True)
        if text != ones:
            own.write_text(text, encoding="utf-8")
    assert text == (own if own.exists() else case.path("sql")).read_text(encoding="utf-8")
    assert (text != ones) == own.exists()
