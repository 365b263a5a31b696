"""Golden cases of subscriptions: the statement of each delivery, and the look into the feed that comes before it.

`examples/office/<name>.graphql` is the operation, `live_cases/<name>.sql` what it becomes for an office;
`HEARTH_GOLDEN=write` writes what a run finds. What a delivery answers, the tests of `tests/live` say.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from graphql import OperationDefinitionNode, OperationType, parse

from countries.register.register import load_register
from countries.tenancy.caller import Tier
from graph.documents.documents import Documents
from graph.entities import graph_model
from graph.execute.reading import read_given
from graph.execute.request import GraphQLRequest
from graph.graphiql.examples import load_examples
from graph.plan.compile.queries import Surroundings
from graph.plan.compile.subscriptions import compile_subscription
from graph.plan.sql.statement import write_statement
from graph.schema.sdl import build_schema
from tests.plan.golden import is_rewriting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.graphiql.examples import Example

CASES = Path(__file__).parent / "live_cases"


def followers() -> Iterator[Example]:
    """The examples that follow something."""
    for example in load_examples():
        (operation,) = (one for one in parse(example.document).definitions if isinstance(one, OperationDefinitionNode))
        if operation.operation is OperationType.SUBSCRIPTION:
            yield example


@pytest.mark.parametrize("example", list(followers()), ids=lambda example: example.name)
def test_the_statement_of_a_delivery(example: Example) -> None:
    """A subscription becomes this one statement a delivery, whatever its variables hold."""
    operation = Documents(build_schema()._schema).find(example.document).operation(None)
    around = Surroundings(graph_model(), {}, frozenset(load_register()))
    reading = read_given(operation, GraphQLRequest(example.document, variables=example.variables))
    plan = compile_subscription(around, reading, Tier.OFFICE, lambda: None)

    # With what it looks for of every type, whichever are on a page.
    whole = write_statement(around.model, Tier.OFFICE, plan.roots)
    text = f"{plan.look.text}\n;\n\n{whole.text}\n;\n"
    path = CASES / f"{example.name}.sql"
    if is_rewriting():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    assert "country_code = $" in plan.statement.text
    assert not any(str(value) in text for value in example.variables.values())


def test_every_file_belongs_to_an_example_that_follows() -> None:
    """No golden file is left over."""
    assert {path.stem for path in CASES.iterdir()} == {example.name for example in followers()}
