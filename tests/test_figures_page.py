"""docs/figures.md tells readers of figures what is so: its query works, its words are those of the schema."""

from __future__ import annotations

import re
from pathlib import Path

import orjson

from countries.tenancy.caller import Caller
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.report.sdmx_codes import OBSERVATION

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "figures.md").read_text("utf-8")


async def test_the_query_works(published: Engine, callers: dict[str, Caller]) -> None:
    """Headquarters gets every country's figure with its uncertainty."""
    (query,) = re.findall(r"```graphql\n(.*?)```", PAGE, re.DOTALL)
    answer = orjson.loads((await published.answer(GraphQLRequest(query), callers["headquarters"])).body)
    assert "errors" not in answer
    cells = answer["data"]["indicatorReport"]["cells"]
    assert {"BE", "KE", "NL"} <= {cell["area"] for cell in cells}
    for cell in cells:
        assert (cell["uncertainty"] is not None) == (cell["status"] == "APPROXIMATE")


def test_every_status_is_explained() -> None:
    """Each of the schema's has a row, and each file's code a letter."""
    schema = (ROOT / "schema.graphql").read_text("utf-8")
    statuses = re.findall(
        r"^  ([A-Z_]+)$", re.findall(r"enum FigureStatus \{(.*?)\n\}", schema, re.DOTALL)[0], re.MULTILINE
    )
    assert len(statuses) == 4
    for status in statuses:
        assert f"| `{status}` |" in PAGE
    for code in OBSERVATION.values():
        assert f"`{code}` " in PAGE
