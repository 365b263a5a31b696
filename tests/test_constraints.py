"""Every constraint of the database has its answer, and no answer is for a constraint that is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.tenancy.logins import OWNER
from graph.declarations.constraints import GONE, NO_COUNTRY, NO_MEMBER, RACED
from graph.entities.jurisdiction import PART_GONE
from graph.reasons import Reason
from graph.writes.constraints import refusal_of, refusals

if TYPE_CHECKING:
    from countries.connections.address import Address

CONSTRAINTS = """
SELECT k.conname AS name, k.contype::text AS kind, pg_get_constraintdef(k.oid) AS says
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
WHERE c.relnamespace = 'public'::regnamespace AND k.contype <> 'n' AND c.relname <> ALL ($1::text[])
ORDER BY k.conname
"""
"""All but those that a value is not missing: PostgreSQL tells that of a column."""
NOT_WRITTEN = [
    "country", "hearth_migration", "jurisdiction", "national_code", "pack_digest", "policy", "population", "release",
    "published_figure",
    "figure_proof", "proof_beside", "country_count", "drawing_key", "release_coverage", "text_rules",
]  # fmt: skip
"""What no caller writes: the registers, which migrations have run, and what closing a period publishes."""
UNIQUE_INDEXES = """
SELECT i.indexrelid::regclass::text AS name, 'u' AS kind, pg_get_indexdef(i.indexrelid) AS says
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
"""
"""An index that is unique, be it of some rows alone, answers under its own name."""
TELLING = re.compile(
    r"select|insert|constraint|relation|_fkey|_key\b|_check\b|hearth_|\b(country_code|programme_id)\b", re.IGNORECASE
)


@pytest.fixture
async def constraints(empty: Address) -> dict[str, tuple[str, str]]:
    """Kind and text of every constraint of a migrated database, by name."""
    connection: asyncpg.Connection[Any] = await asyncpg.connect(**empty.connect_arguments(OWNER))
    try:
        rows = [*await connection.fetch(CONSTRAINTS, NOT_WRITTEN), *await connection.fetch(UNIQUE_INDEXES)]
    finally:
        await connection.close()
    return {row["name"]: (row["kind"], row["says"]) for row in rows}


async def test_every_constraint_has_its_answer(constraints: dict[str, tuple[str, str]]) -> None:
    """No name is missing, and none is left over from a constraint that is gone."""
    assert sorted(refusals()) == sorted(constraints)


async def test_an_answer_is_of_the_constraints_kind(constraints: dict[str, tuple[str, str]]) -> None:
    """A link that leads nowhere, a key that is taken and a value out of the list are told apart."""
    for name, (kind, says) in constraints.items():
        refusal = refusals()[name]
        match kind:
            case "f" if "REFERENCES jurisdiction(" in says:
                assert refusal == PART_GONE, name
            case "f" if "child_file_id" in says:
                assert refusal.reason is Reason.OF_ANOTHER_CHILD, name
                assert len(refusal.path) == len(("input", "careEpisodeId")), name
            case "f":
                assert refusal == (NO_COUNTRY if "REFERENCES country(" in says else GONE), name
            case "p" | "u" | "x":
                assert refusal.code == "CONFLICT", name
            case _:
                listed = " = ANY (ARRAY[" in says or re.fullmatch(r"CHECK \(\(\w+ = '\w+'::text\)\)", says)
                assert (refusal == NO_MEMBER) == bool(listed), (name, says)


def test_an_answer_names_neither_row_nor_constraint() -> None:
    """What a caller hears is a sentence of the subject, with what to do."""
    for name, refusal in refusals().items():
        for words in (refusal.message, refusal.hint):
            assert words.endswith("."), name
            assert not TELLING.search(words), name
            assert name not in words


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ('duplicate key value violates unique constraint "child_pkey"', "child_pkey"),
        ('duplicate key value violates unique constraint "child_pkey_102009"', "child_pkey"),
        (
            'conflicting key value violates exclusion constraint "placement_one_home_at_a_time_102041"',
            "placement_one_home_at_a_time",
        ),
        (
            'insert or update on table "home_102011" violates foreign key constraint "home_programme_id_fkey_102011"',
            "home_programme_id_fkey",
        ),
    ],
)
def test_a_distributed_server_tells_a_name_with_the_number_of_its_shard(message: str, name: str) -> None:
    """The number is cut off, and the answer is that of a single server."""
    error = asyncpg.UniqueViolationError(message)
    assert refusal_of(error) == refusals()[name]


def test_an_unknown_constraint_is_a_race_and_another_error_is_none() -> None:
    """Whatever is violated is a refusal; what is no violation is somebody else's to tell."""
    assert refusal_of(asyncpg.UniqueViolationError('violates unique constraint "none_of_ours"')) == RACED
    assert refusal_of(asyncpg.QueryCanceledError("too long")) is None
    missing = refusal_of(asyncpg.NotNullViolationError('null value in column "sex"'))
    assert missing is not None
    assert missing.code == "BAD_USER_INPUT"
    assert "sex" not in missing.message
