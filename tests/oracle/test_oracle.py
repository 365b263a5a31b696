"""Random valid documents over the whole schema: the engine answers as a naive executor over the raw tables does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

import pytest
from graphql import GraphQLScalarType, parse, validate
from graphql.type import is_specified_scalar_type

from tests.oracle.codes import CODES
from tests.oracle.documents import SCALARS, random_shapes
from tests.oracle.dress import Asked, Dresser
from tests.oracle.literals import MAKERS
from tests.oracle.oracle import Oracle, Outcome
from tests.oracle.shrink import shrink
from tests.oracle.vary import varied

DOCUMENTS = int(os.environ.get("HEARTH_ORACLE_DOCUMENTS", "50"))
SEED = int(os.environ.get("HEARTH_ORACLE_SEED", "20261122"))
AGAIN = 0.4
"""How often a request is asked again with other values, sometimes by somebody else."""


async def ask_at_random(oracle: Oracle, name: str, number: int, seed: int) -> tuple[int, int, int]:
    """Ask that many random documents; how many answered rows, were refused, and were not valid after all."""
    random = Random(f"{seed} {name}")  # noqa: S311 - reproducible, not secret
    shapes = random_shapes(oracle.sdl, tuple(oracle.vocabulary.by_many), DOCUMENTS, seed)
    with_rows = refused = invalid = 0
    for shape in shapes[:number]:
        asked = Dresser(random, oracle.schema, oracle.sight(name), oracle.cursors).dress(shape)
        if validate(oracle.schema, parse(asked.document)):
            invalid += 1
            continue
        outcome = await agreed(oracle, name, asked)
        with_rows += outcome.rows > 0
        refused += bool(outcome.refusals)
        again = varied(random, asked)
        if random.random() < AGAIN and not validate(oracle.schema, parse(again.document)):
            await agreed(oracle, random.choice([name, name, *oracle.callers]), again)
    return with_rows, refused, invalid


async def agreed(oracle: Oracle, name: str, asked: Asked) -> Outcome:
    """What came of a request in which both agree."""
    outcome = await oracle.compare(asked, name)
    if outcome.difference is not None:
        pytest.fail(f"{outcome.difference}\n{await smallest(oracle, name, asked)}", pytrace=False)
    return outcome


async def smallest(oracle: Oracle, name: str, asked: Asked) -> str:
    """The difference, shown by the smallest document that still has it."""

    async def differs(attempt: Asked) -> bool:
        return (await oracle.compare(attempt, name)).difference is not None

    found = await oracle.compare(await shrink(oracle.schema, asked, differs), name)
    return found.difference or "the difference comes and goes"


@pytest.mark.parametrize("name", ["office", "kenya", "caseworker", "caseworker of two", "region", "headquarters"])
async def test_the_engine_answers_as_the_naive_executor_does(oracle: Oracle, name: str) -> None:
    """Random documents get the same JSON and the same errors, and at least half of them show rows or groups of them."""
    with_rows, refused, invalid = await ask_at_random(oracle, name, DOCUMENTS, SEED)
    assert with_rows >= DOCUMENTS / 2
    assert refused < DOCUMENTS / 4
    assert invalid < DOCUMENTS / 4


@pytest.fixture
def across(oracle: Oracle) -> Iterator[Oracle]:
    """Both executors; the engine writes as for a cluster."""
    oracle.engine.write_for(is_distributed=True)
    yield oracle
    oracle.engine.write_for(is_distributed=oracle.engine._database.is_distributed)


@pytest.mark.parametrize("name", ["region", "headquarters"])
async def test_whoever_reads_across_is_answered_so_by_what_is_written_for_a_cluster(across: Oracle, name: str) -> None:
    """A level read at once for all rows gives each of them what a look-up would."""
    with_rows, _, _ = await ask_at_random(across, name, DOCUMENTS, SEED + 1)
    assert with_rows >= DOCUMENTS / 2


async def test_an_auditor_is_answered_as_the_naive_executor_says(oracle: Oracle) -> None:
    """An auditor reads no row, and is told so at every root field."""
    with_rows, _, _ = await ask_at_random(oracle, "auditor", DOCUMENTS // 4, SEED)
    assert with_rows == 0


def test_every_scalar_has_a_strategy(oracle: Oracle) -> None:
    """No scalar is left out of the random documents for want of values."""
    scalars = {name: type_ for name, type_ in oracle.schema.type_map.items() if isinstance(type_, GraphQLScalarType)}
    assert set(scalars) <= set(MAKERS)
    assert {name for name, type_ in scalars.items() if not is_specified_scalar_type(type_)} <= set(SCALARS)


def test_no_field_is_left_out(oracle: Oracle) -> None:
    """Every field of the schema is asked for, over tables that hold rows."""
    assert not oracle.left_out, f"say in tests/oracle/nouns.py what these mean: {', '.join(oracle.left_out)}"
    empty = [table for table, rows in oracle.tables.rows.items() if not rows]
    assert not empty, f"no row that is made up by types passes the rules of {', '.join(empty)}: tests/oracle/made_up.py"
    assert {
        noun.table for noun in oracle.vocabulary.nouns.values()
    } == oracle.tables.rows.keys() - oracle.vocabulary.beneath - {CODES}
