"""What is in the files of a cluster's nodes, where they are on this machine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from countries.connections.address import Address
    from tests.citus.cluster import Cluster

PORT = "SELECT nodeport FROM citus_shards WHERE shardid = get_shard_id_for_distribution_column('child', $1::text)"


async def node_of(address: Address, country: str, cluster: Cluster) -> int:
    """The port of the node that has a country's rows."""
    connection = await cluster.connect(address)
    try:
        port: int = await connection.fetchval(PORT, country)
    finally:
        await connection.close()
    return port


async def nodes_that_hold(name: str, cluster: Cluster) -> set[int]:
    """The ports of the nodes in one of whose files a name stands: tables, log, what was sorted or sent, messages."""
    holding = set()
    for node in cluster.nodes:
        connection = await cluster.connect(node)
        await connection.execute("CHECKPOINT")
        folder = Path(await connection.fetchval("SHOW data_directory"))
        await connection.close()
        held = await asyncio.to_thread(_holds, folder, name.encode())
        if held is None:
            pytest.skip("The nodes' data directories are on other machines.")
        if held:
            holding.add(urlsplit(node.dsn).port or 5432)
    return holding


def _holds(folder: Path, name: bytes) -> bool | None:
    """Whether a file below a folder holds a name; files that go away meanwhile hold none. Nobody knows of no folder."""
    if not folder.is_dir():
        return None
    for path in folder.rglob("*"):
        try:
            if path.is_file() and name in path.read_bytes():
                return True
        except OSError:
            continue
    return False
