"""During writes a country's names are in the files of its own node, and of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from tests.citus.on_disk import PORT, nodes_that_hold
from tests.writes.operations import OPERATIONS

if TYPE_CHECKING:
    from tests.citus.cluster import ClusterServer
    from tests.writes.writes import Writes

NAMES = ("familyName", "givenName", "name")
"""The inputs that hold a name."""


async def test_a_name_that_is_written_is_in_no_file_of_another_node(server: ClusterServer, writes: Writes) -> None:
    """Whatever mutation it came by, tried, done and sent again, with its history and feed."""
    word = f"Q{uuid4().hex}"
    named = set()
    for operation, make in OPERATIONS.items():
        given = await make(writes)
        words = {name: f"{word} {operation}" for name in NAMES if isinstance(given.get(name), str)}
        for key in (None, operation):
            done = await writes.do(operation, **given | words, dryRun=key is None, idempotencyKey=key)
            assert done.errors == [], (operation, done.body)
        named |= {operation} if words else set()

    assert named >= {"admitChild", "updateChild", "addCommunityPartner"}
    here = await writes.value(PORT, "BE")
    assert await nodes_that_hold(word, server.cluster) == {here}
