"""The example of a queue: what was done offline is done once, in its order, however it is sent."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import pytest

from graph.graphiql.assets import AssetsBuildError, find_node
from tests.live.conftest import PATIENCE, token

if TYPE_CHECKING:
    from tests.live.conftest import Served

REPLAY = Path(__file__).parents[2] / "examples" / "offline" / "replay.mjs"


@pytest.fixture(scope="module")
def node() -> str:
    """Node.js."""
    try:
        return find_node()[0]
    except AssetsBuildError as fault:
        pytest.skip(str(fault))


@pytest.mark.parametrize("way", ["order", "twice", "parallel"])
async def test_a_day_offline_is_replayed(node: str, served: Served, way: str) -> None:
    """In one batch, twice because the answer was lost, and all at once with the last one first: the last edit stays."""
    process = await asyncio.create_subprocess_exec(
        node, str(REPLAY), served.url, token(), way, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    output, faults = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0, faults.decode()
    told = orjson.loads(output)
    assert (told["waiting"], told["refused"]) == ([], [])
    child = told["child"]
    assert (child["interests"], child["version"]) == ("Football", 4)
    assert child["placements"]["nodes"] == [
        {"id": told["placement"], "startedOn": "2026-02-01", "endedOn": "2026-03-01"}
    ]
    done = [entry["operation"] for entry in child["history"]]
    assert done == sorted(done, reverse=True)
    assert done.count("updateChild") == 3
