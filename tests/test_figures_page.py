"""docs/figures.md tells readers of figures what is so: its query works, its words are those of the schema."""

from __future__ import annotations

import os
import re
from math import prod
from pathlib import Path

import orjson

from countries.tenancy.caller import Caller
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import AreaLevel, Indicator
from graph.indicators.splits import CATEGORIES
from graph.report.sdmx_codes import OBSERVATION

ROOT = Path(__file__).resolve().parent.parent
PATH = ROOT / "docs" / "figures.md"
PAGE = PATH.read_text("utf-8")
THERE_ARE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end -->)", re.DOTALL)
HEAD = """\
| indicator | a country's year | a region's | the federation's | a country's quarter | a region's | the federation's |
|---|---|---|---|---|---|---|
"""


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


def of_one_area(indicator: Indicator, level: AreaLevel, *, brief: bool) -> int:
    """How many figures of an indicator there are in one area of a level, where homes have places enough."""
    splits = indicator.splits_at(level, brief=brief)
    return sum(prod(len(CATEGORIES[dimension]) for dimension in split) for split in splits)


def figures_there_are() -> str:
    """The table of the page, from the catalogue."""
    levels = (AreaLevel.COUNTRY, AreaLevel.REGION, AreaLevel.FEDERATION)
    rows = {
        f"`{code}`": [of_one_area(each, level, brief=brief) for brief in (False, True) for level in levels]
        for code, each in all_indicators().items()
    }
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    return HEAD + "".join(f"| {name} | {' | '.join(map(str, counts))} |\n" for name, counts in rows.items())


def test_the_page_says_which_figures_there_are() -> None:
    """An indicator, or a split, that comes or goes changes the table; HEARTH_GOLDEN=write writes it anew."""
    made = figures_there_are()
    if os.environ.get("HEARTH_GOLDEN") == "write":
        PATH.write_text(THERE_ARE.sub(lambda _: made, PAGE, count=1), "utf-8")
        return
    found = THERE_ARE.search(PAGE)
    assert found is not None
    assert found[0] == made
