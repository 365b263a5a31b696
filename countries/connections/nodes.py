"""The nodes of a Citus cluster: which of them its coordinator cannot reach.

A node that refuses is known at once, one that is silent after `citus.node_connection_timeout`, which the tiers'
connections set (`countries/connections/sessions.py`).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countries.connections.pool import Connection

NODES_SECONDS = 1.5
"""How long all nodes together may take: less than readiness waits for an answer."""
NODES = """
SELECT nodename, nodeport FROM pg_dist_node WHERE noderole = 'primary' AND isactive AND groupid > 0 ORDER BY groupid
"""
REACHES = "SELECT citus_check_connection_to_node($1, $2)"


async def nodes_away(connection: Connection) -> tuple[str, ...]:
    """The nodes that cannot be reached now, as `host:port`, in the order in which they were added.

    Where several are silent, those are not told that nobody had the time to ask.

    Raises:
        OSError, PostgresError, InterfaceError: the coordinator itself does not answer.
    """
    away: list[str] = []
    asked = None
    try:
        async with asyncio.timeout(NODES_SECONDS):
            for host, port in await connection.fetch(NODES):
                asked = f"{host}:{port}"
                if not await connection.fetchval(REACHES, host, port):
                    away.append(asked)
    except TimeoutError:
        if asked is None:
            raise
        away.append(asked)
    return tuple(away)
