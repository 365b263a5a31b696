"""Other people's clients: graphql-ws and graphql-sse listen to the real server, and it takes them as they are."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pytest
import pytest_asyncio

from graph.graphiql.assets import AssetsBuildError, find_node
from graph.serving.server import build_app
from tests.conftest import one_at_a_time
from tests.live.conftest import CHANGED, PATIENCE, serving, settings_of, token
from tests.outside.installed import OPTIONS, PACKAGES, run

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.live.conftest import Ledger, Served

HERE = Path(__file__).parent / "clients"
INSTALLED = HERE.parents[2] / ".cache" / "live"
LOCK = "package-lock.json"


@pytest_asyncio.fixture(scope="module")
async def node() -> str:
    """Node.js, with the clients installed."""
    try:
        node, npm = find_node()
    except AssetsBuildError as fault:
        pytest.skip(str(fault))
    INSTALLED.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(INSTALLED / "lock"):
        stamp, locked = INSTALLED / "stamp", (HERE / LOCK).read_bytes()
        if not stamp.is_file() or stamp.read_bytes() != locked:
            for name in (PACKAGES, LOCK):
                shutil.copy(HERE / name, INSTALLED)
            status, output = await run(INSTALLED, *npm, "ci", *OPTIONS)
            assert status == 0, output
            stamp.write_bytes(locked)
        shutil.copy(HERE / "listen.mjs", INSTALLED)
    return node


async def listening(node: str, served: Served, kind: str, document: str, count: int) -> asyncio.subprocess.Process:
    """A client that listens."""
    url = served.url.replace("http", "ws") if kind == "ws" else served.url
    return await asyncio.create_subprocess_exec(
        node, "listen.mjs", kind, url, token(), document, str(count), cwd=INSTALLED, stdout=asyncio.subprocess.PIPE
    )


@pytest.mark.parametrize("kind", ["ws", "sse"])
async def test_a_client_listens_and_leaves(node: str, served: Served, ledger: Ledger, child: Any, kind: str) -> None:  # noqa: ANN401 - a row
    """Two deliveries, then it stops by itself, and nothing of it is left here."""
    await served.deserted()
    process = await listening(node, served, kind, CHANGED, 2)
    await served.listened_to()
    assert process.stdout is not None
    for name in ("Een", "Twee"):
        served.hub.told("BE", await ledger.rename(child, name))
        line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        assert orjson.loads(line)["data"]["changed"]["nodes"] == [{"rowId": child["global"], "kind": "UPDATED"}]
    assert await asyncio.wait_for(process.stdout.readline(), PATIENCE) == b"complete\n"
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    await served.deserted()


@pytest.mark.parametrize("kind", ["ws", "sse"])
async def test_a_server_that_stops_is_no_end_of_a_subscription(
    node: str, lively: Address, register: Register, kind: str
) -> None:
    """The clients take it as a connection that was lost, and would come back; these here may not."""
    async with serving(build_app(settings_of(lively), register)) as served:
        process = await listening(node, served, kind, CHANGED, 2)
        await served.listened_to()
        served.server.should_exit = True
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        assert b"refused" in line
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 1


@pytest.mark.parametrize("kind", ["ws", "sse"])
async def test_a_client_understands_a_refusal(node: str, served: Served, kind: str) -> None:
    """As the errors of the operation, with their codes."""
    process = await listening(node, served, kind, "subscription { nothing }", 1)
    assert process.stdout is not None
    line = orjson.loads(await asyncio.wait_for(process.stdout.readline(), PATIENCE))
    errors = line["refused"] if kind == "ws" else line["errors"]
    assert errors[0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
    await asyncio.wait_for(process.wait(), PATIENCE)
