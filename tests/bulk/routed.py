"""An import as a distributed server has it: where it is done so on one server, what it sends, and what came of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import asyncpg

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from graph.bulk.routed import RoutedStage
from graph.database.citus_catalogue import read_grants
from graph.database.citus_plan import wanted_placements
from tests.bulk.files import Desk
from tests.bulk.test_round_trip import graph_of
from tests.bulk.test_rules import REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asyncpg.connection import LoggedQuery

Sent = tuple[str, tuple[object, ...]]
"""A statement, and its parameters."""
HISTORY = (
    "SELECT type, row_id, version, programme_id, issuer, subject, operation, reason, before, after FROM ("
    " SELECT * FROM history_plain UNION ALL SELECT * FROM history_personal UNION ALL SELECT * FROM history_sensitive) h"
    " WHERE country_code = 'BE' ORDER BY type, row_id, version, after::text"
)
FEED = "SELECT number, type, row_id, kind, programme_id FROM change WHERE country_code = 'BE' ORDER BY number"
LEFT = "SELECT 1 FROM import_row"


def one_of_each_sheet() -> dict[str, str]:
    """Of each sheet the first rule that a file of it breaks."""
    found: dict[str, str] = {}
    for name, (_, where, _) in REFUSED.items():
        found.setdefault(where[0][0], name)
    return found


async def as_routed(address: Address) -> Desk:
    """An office that imports as on a distributed server; who adds rows may give their defaults, as there."""
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    try:
        for grant in await read_grants(connection, wanted_placements()):
            await connection.execute(grant.statement)
    finally:
        await connection.close()
    return Desk(address, routed=True)


async def left_behind(desk: Desk) -> dict[str, Any]:
    """What an import leaves: rows, history, and feed; its own rows are gone."""
    assert await desk.rows(LEFT) == []
    feed = [tuple(row) for row in await desk.rows(FEED)]
    assert [row[0] for row in feed] == list(range(1, len(feed) + 1))
    return {
        "graph": await graph_of(desk),
        "history": [tuple(row) for row in await desk.rows(HISTORY)],
        "feed": sorted((row[1:] for row in feed), key=str),
    }


@contextmanager
def listened(monkeypatch: Any) -> Iterator[list[Sent]]:  # noqa: ANN401 - pytest's own
    """Every statement that an import sends from its first row on."""
    sent: list[Sent] = []
    make = RoutedStage.make

    def note(query: LoggedQuery) -> None:
        # The driver itself asks what a type is; of that every server knows by itself.
        if "pg_catalog" not in query.query and "'jit'" not in query.query:
            sent.append((query.query, tuple(query.args)))

    async def heard(stage: RoutedStage) -> None:
        stage.lane.connection.add_query_logger(note)
        await make(stage)

    with monkeypatch.context() as patched:
        patched.setattr(RoutedStage, "make", heard)
        yield sent
