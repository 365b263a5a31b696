"""What PostgreSQL needs to plan a statement of ours: it grows as the operation does, and has an end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from graph.errors import TooCostly
from graph.execute.request import GraphQLRequest
from graph.plan.sql.statement import MAX_SELECTS
from tests.plan.compiled import prepare

if TYPE_CHECKING:
    from countries.connections.database import Database
    from countries.tenancy.caller import Caller
    from graph.execute.engine import Engine

WIDE = {
    "connections": "placements(first: 1) { totalCount nodes { id startedOn } }",
    "links": "home { id name form }",
}


def wide(field: str, count: int) -> str:
    """An operation that asks for the same field of an object so often."""
    return f"{{ children(first: 5) {{ nodes {{ id {' '.join(f'a{n}: {field}' for n in range(count))} }} }} }}"


@pytest.mark.parametrize("field", WIDE.values(), ids=WIDE)
async def test_memory_grows_as_the_operation_does(
    engine: Engine, database: Database, callers: dict[str, Caller], field: str
) -> None:
    """Twice as many links of one object take about twice as much to plan."""
    used = []
    for count in (20, 40, 80):
        prepared = engine.prepare(GraphQLRequest(wide(field, count)), callers["office"])
        assert prepared.plan.statement is not None
        text = f"EXPLAIN (MEMORY, FORMAT JSON) {prepared.plan.statement.text}"
        async with database.transaction(callers["office"]) as lane:
            (explained,) = json.loads(await lane.connection.fetchval(text, *prepared.values))
        used.append(explained["Planning"]["Memory Used"])
    assert used[1] < 2.5 * used[0]
    assert used[2] < 2.5 * used[1]


def test_a_statement_has_so_many_selects() -> None:
    """An operation that becomes more is refused before PostgreSQL hears of it."""
    pages = " ".join(f"p{n}: homes(first: 1) {{ nodes {{ id name }} }}" for n in range(40))
    statement = prepare(f"{{ {pages} }}").plan.statement
    assert statement is not None
    assert statement.text.count("FROM ") < MAX_SELECTS
    inside = " ".join(f"q{n}: placements(first: 1) {{ nodes {{ id }} }}" for n in range(20))
    many = " ".join(f"p{n}: children(first: 1) {{ nodes {{ {inside} }} }}" for n in range(20))
    with pytest.raises(TooCostly, match="too many different things") as caught:
        prepare(f"{{ {many} }}")
    assert caught.value.hint == "Ask in several requests."


def test_hundreds_of_links_of_one_object_are_refused() -> None:
    """What is too deep a FROM for the writer of SQL is an error of the request, no fault."""
    with pytest.raises(TooCostly, match="too many different things"):
        prepare(wide("home { id }", 490))
