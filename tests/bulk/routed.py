"""An import as a distributed server has it: where it is done so on one server, what it sends, and what came of it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import asyncpg
from pglast import ast

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from graph.bulk.routed import RoutedStage
from graph.database.citus import read_grants
from graph.database.citus_plan import wanted_placements
from tests.bulk.files import Desk
from tests.bulk.test_round_trip import graph_of
from tests.bulk.test_rules import REFUSED
from tests.routing import nodes, not_of_one_country, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asyncpg.connection import LoggedQuery

Sent = tuple[str, tuple[object, ...]]
"""A statement, and its parameters."""
WRITES = (ast.InsertStmt, ast.UpdateStmt, ast.DeleteStmt)
ANEW = re.compile(r"\b(uuidv7|gen_random_uuid|random|clock_timestamp|nextval)\s*\(")
"""What answers anew each time: Citus takes such an INSERT … SELECT to the coordinator."""
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
        sent.append((query.query, tuple(query.args)))

    async def heard(stage: RoutedStage) -> None:
        stage.lane.connection.add_query_logger(note)
        await make(stage)

    with monkeypatch.context() as patched:
        patched.setattr(RoutedStage, "make", heard)
        yield sent


def not_routed(text: str, values: tuple[object, ...]) -> list[str]:
    """Why a statement of an import in BE would not be one node's; nothing where it would."""
    countries = [name for name, kind in wanted_placements().items() if kind == "distributed"]
    own = {number for number, value in enumerate(values, 1) if value == "BE"}
    tree = parsed(text)
    faults = not_of_one_country(text, countries, own)
    if isinstance(tree, ast.InsertStmt):
        target: Any = tree.relation
        # What it adds to has no country but that of the rows, which are selected with it or hold it as a value.
        faults.remove(f"{target.relname} has no country")
        faults += [] if _gives_country(tree, own) else ["the country of the rows is not that of a row"]
        faults += [f"{found[1]} answers anew" for found in [ANEW.search(text)] if found and tree.selectStmt]
    faults += ["a WITH that writes" for each in nodes(tree) if _writes(each)]
    if isinstance(tree, ast.UpdateStmt | ast.DeleteStmt) and tree.withClause is not None:
        faults.append("a WITH before a change")
    return faults


def _writes(each: Any) -> bool:  # noqa: ANN401 - a node
    return isinstance(each, ast.CommonTableExpr) and isinstance(each.ctequery, WRITES)


def _gives_country(tree: Any, own: set[int]) -> bool:  # noqa: ANN401 - a node
    select = tree.selectStmt
    if select.valuesLists:
        return all(isinstance(row[0], ast.ParamRef) and row[0].number in own for row in select.valuesLists)
    first = select.targetList[0].val
    return isinstance(first, ast.ColumnRef) and [each.sval for each in first.fields] == ["run", "country_code"]
