"""Every statement of a mutation that is written step by step goes to the one node that holds its country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

from graph.declarations.nouns import NATIONAL
from graph.entities import graph_model
from graph.writes.actions import all_actions
from graph.writes.following import keys_statement
from graph.writes.statement import compile_write
from graph.writes.steps.texts import Adding, claiming, counting, telling
from tests.shapes import shapes_of
from tests.writes.routing import faults_of, ground_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import GraphModel
    from graph.writes.action import Action
    from graph.writes.statement import WriteStatement
    from tests.writes.routing import Ground


@pytest_asyncio.fixture(scope="module")
async def ground(operator: asyncpg.Connection[asyncpg.Record]) -> Ground:
    """The tables of the entities, and what PostgreSQL says of its functions."""
    return await ground_of(operator)


def texts_of(compiled: WriteStatement) -> Iterator[str]:
    """Every text that such a mutation may run before its payload, also of several rows."""
    assert compiled.steps is not None
    yield from (each.text for each in (compiled.locks, compiled.write, compiled.stored) if each is not None)
    rehearsal = compiled.steps.rehearsal
    for rows in (*rehearsal.written, *rehearsal.history, rehearsal.feed):
        yield from (rows.into.text(1), rows.into.text(3)) if isinstance(rows.into, Adding) else (rows.into.text,)


def texts_in_steps(model: GraphModel, action: Action) -> set[str]:
    """The texts of all shapes of a mutation; of a further tier, whose rows alone are others, those of two."""
    first, *others = sorted(action.tiers & NATIONAL, reverse=True)
    shapes = [(first, present) for present in shapes_of(model, action, first).values()]
    for tier in others:
        further = sorted(shapes_of(model, action, tier).values(), key=len)
        shapes += [(tier, further[0]), (tier, further[-1])]
    return {
        text
        for tier, present in shapes
        for text in texts_of(compile_write(model, action, tier, present, keyed=True, in_steps=True))
    }


@pytest.mark.parametrize("name", all_actions())
def test_each_statement_goes_to_one_node(name: str, ground: Ground) -> None:
    """Whatever an input gives, and whoever sends it, no statement of a mutation needs a second node."""
    texts = texts_in_steps(graph_model(), all_actions()[name])
    assert len(texts) > 3
    assert {text: found for text in texts if (found := faults_of(text, ground))} == {}


def test_keys_and_numbers_go_to_one_node(ground: Ground) -> None:
    """What every mutation shares."""
    followed = [keys_statement(graph_model(), tier).text for tier in sorted(NATIONAL)]
    for text in (claiming(), telling(), counting(), *followed):
        assert faults_of(text, ground) == []


@pytest.mark.parametrize("name", all_actions())
def test_one_statement_would_not(name: str, ground: Ground) -> None:
    """Written at once, the same mutation reads and writes in one statement, which is not for a cluster."""
    action = all_actions()[name]
    present = next(iter(shapes_of(graph_model(), action, min(action.tiers & NATIONAL)).values()))
    compiled = compile_write(graph_model(), action, min(action.tiers & NATIONAL), present, keyed=True)
    faults = faults_of(compiled.write.text, ground)
    assert any("a WITH that writes" in fault for fault in faults)
    assert any("INSERT … SELECT" in fault for fault in faults)


SAME = "SELECT id FROM child c WHERE c.country_code = $1 AND c.id = $2"
WITHOUT = "EXISTS (SELECT 1 FROM placement p WHERE p.child_id = c.id"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("SELECT id FROM child WHERE id = $1", "child: nothing says of which country"),
        ("SELECT id FROM child WHERE country_code = 'BE'", "child: nothing says of which country"),
        ("SELECT id FROM child WHERE country_code = ANY ($1)", "child: nothing says of which country"),
        ("SELECT id FROM child WHERE country_code = $1 OR id = $2", "child: nothing says of which country"),
        (f"{SAME} AND {WITHOUT})", "placement: nothing says of which country"),
        (f"{SAME} AND {WITHOUT} AND p.country_code = c.country_code)", "placement: nothing says of which country"),
        (f"{SAME} AND {WITHOUT} AND p.country_code = $3)", "several countries: $1, $3"),
        ("SELECT c.id FROM child c, home h WHERE c.country_code = $1", "home: nothing says of which country"),
        ("SELECT k.code FROM country k LEFT JOIN child c ON c.country_code = $1", "LEFT JOIN of a country's table"),
        ("SELECT k.code FROM country k FOR SHARE", "country: a lock on every node"),
        ("SELECT count(*) FROM child WHERE country_code = $1 GROUP BY ROLLUP (sex)", "GROUPING SETS"),
        ("SELECT hearth_scope($2, '', '') FROM child WHERE country_code = $1", "hearth_scope(): no function of"),
        ("SELECT id FROM somewhere WHERE country_code = $1", "somewhere: not a table of ours"),
        (
            "WITH gone AS (DELETE FROM child WHERE country_code = $1 RETURNING id) SELECT id FROM gone",
            "gone: a WITH that writes",
        ),
        (
            (
                "WITH RECURSIVE r AS (SELECT 1 AS n UNION SELECT n + 1 FROM r WHERE n < 9)"
                " SELECT n FROM r, child WHERE country_code = $1"
            ),
            "r: recursion without the country",
        ),
        (
            "MERGE INTO child USING home ON child.id = home.id WHEN MATCHED THEN DO NOTHING",
            "MergeStmt: no node takes it alone",
        ),
        ("INSERT INTO child (id) VALUES ($1)", "child: nothing says of which country"),
        ("INSERT INTO child (country_code, id) VALUES ('BE', $1)", "child: nothing says of which country"),
        ("INSERT INTO child (country_code, id) VALUES ($1, $2), ($3, $4)", "several countries: $1, $3"),
        ("INSERT INTO child (country_code, id) SELECT $1, unnest($2::uuid[])", "goes by way of the coordinator"),
        (
            "INSERT INTO child (country_code, id) VALUES ($1, (SELECT id FROM home WHERE country_code = $1))",
            "child: a value that is looked up",
        ),
        ("INSERT INTO country (code) VALUES ($1)", "country: no table of one country"),
        (
            (
                "INSERT INTO child (country_code, id) VALUES ($1, $2)"
                " ON CONFLICT (country_code, id) DO UPDATE SET updated_at = now()"
            ),
            "ON CONFLICT: now() is stable",
        ),
        (
            (
                "INSERT INTO child (country_code, id) VALUES ($1, $2)"
                " ON CONFLICT (country_code, id) DO UPDATE SET updated_at = CURRENT_TIMESTAMP"
            ),
            "ON CONFLICT: the present instant is stable",
        ),
        (
            (
                "INSERT INTO child (country_code, id) VALUES ($1, $2) ON CONFLICT (country_code, id) DO UPDATE"
                " SET version = 2 WHERE child.updated_at < excluded.updated_at - interval '1 day'"
            ),
            "ON CONFLICT: an instant and a span",
        ),
        ("INSERT INTO child (country_code) VALUES ($1) RETURNING id::text", "RETURNING: a cast"),
        ("UPDATE child SET version = 1 WHERE id = $1", "child: nothing says of which country"),
        ("UPDATE child SET country_code = $2 WHERE country_code = $1", "UPDATE: a row stays in its country"),
        ("UPDATE child SET id = gen_random_uuid() WHERE country_code = $1", "gen_random_uuid() is volatile"),
        ("UPDATE child SET note = birth_date::text WHERE country_code = $1", "UPDATE: a cast of a column"),
        ("UPDATE child SET note = to_char(birth_date, $2) WHERE country_code = $1", "to_char() is worked out for each"),
        (
            "UPDATE child SET version = ($2::int[])[array_position($3::uuid[], id)] WHERE country_code = $1",
            "UPDATE: an element of a list that is a parameter",
        ),
        (
            "UPDATE child SET version = 1 FROM home h WHERE child.country_code = $1 AND h.id = child.id",
            "home: nothing says of which country",
        ),
        ("UPDATE child SET version = 1 WHERE country_code = $1 RETURNING now()", "RETURNING: now() is stable"),
        ("DELETE FROM child WHERE id = $1", "child: nothing says of which country"),
    ],
)
def test_what_cannot_go_to_one_node_is_refused(text: str, fault: str, ground: Ground) -> None:
    """Each way in which a statement would need other nodes, or none would take it, is told."""
    assert any(fault in found for found in faults_of(text, ground)), faults_of(text, ground)


@pytest.mark.parametrize(
    "text",
    [
        SAME,
        "SELECT coalesce($1, 1)",
        "SELECT c.id FROM child c JOIN home h ON h.country_code = $1 AND h.id = c.id WHERE c.country_code = $1",
        "SELECT p.whole FROM policy p, child c WHERE c.country_code = $1 AND p.code = c.country_code",
        "WITH a AS (SELECT id FROM child WHERE country_code = $1 FOR NO KEY UPDATE) SELECT count(*) FROM a",
        (
            "UPDATE child SET version = child.version + 1, updated_at = now() FROM unnest($2::uuid[]) AS s (id)"
            " WHERE child.country_code = $1::text AND child.id = s.id RETURNING old.version, new.version"
        ),
    ],
)
def test_what_goes_to_one_node_passes(text: str, ground: Ground) -> None:
    """Joins, registers, locks and lists are no fault where each level names the country."""
    assert faults_of(text, ground) == []
