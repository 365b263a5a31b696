"""Every example that we ship runs as whom it is meant for, and answers something."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from graph.examples import Example, load_examples
from graph.requests import GraphQLRequest

if TYPE_CHECKING:
    from countries.caller import Caller
    from graph.execute import Engine
    from tests.conftest import Ask

EXAMPLES = load_examples()
README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


def rows_in(value: Any) -> int:  # noqa: ANN401 - any JSON
    """How many objects lie in lists of an answer."""
    if isinstance(value, dict):
        return sum(rows_in(inner) for inner in value.values())
    return sum(1 + rows_in(inner) for inner in value) if isinstance(value, list) else 0


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.audience}/{example.title}")
async def test_an_example_answers_its_audience(
    world_engine: Engine, callers: dict[str, Caller], example: Example
) -> None:
    """The example's audience gets rows and no error."""
    request = GraphQLRequest(example.document, variables=dict(example.variables))
    answer = orjson.loads((await world_engine.answer(request, callers[example.audience])).body)

    assert "errors" not in answer
    assert rows_in(answer["data"]) > 0


def test_there_are_examples_for_offices_and_for_headquarters() -> None:
    """Both audiences find something to begin with."""
    assert {example.audience for example in EXAMPLES} == {"office", "headquarters"}


async def test_the_readme_shows_a_query_that_works(ask: Ask) -> None:
    """The query on the first page answers with the fields that its answer there shows."""
    query, shown = (re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)[0] for kind in ("graphql", "json"))
    answer = await ask(query)

    assert "errors" not in answer
    assert shape(answer) == shape(orjson.loads(shown))


def shape(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """The keys of an answer, in order, without its values; of a list, those of its first entry."""
    if isinstance(value, dict):
        return [(key, shape(inner)) for key, inner in value.items()]
    return [shape(value[0])] if isinstance(value, list) and value else None
