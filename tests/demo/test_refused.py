"""What cannot be filled is refused in a sentence, before anything is written."""

from __future__ import annotations

import asyncpg
import pytest

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from graph.demo import seed
from graph.errors import BadUserInput, Conflict, Unavailable
from tests.conftest import copy_database
from tests.demo.stored import stored


async def test_unknown_codes_are_refused_before_anything_is_written(empty: Address, register: Register) -> None:
    """One code that is none stops the whole seed, by name."""
    with pytest.raises(BadUserInput, match="XX") as refusal:
        await seed(empty, register, ["BE", "XX"], 10, 1)
    assert "BE,KE" in refusal.value.hint
    assert await stored(empty, "programme") == []


@pytest.mark.parametrize(("codes", "children"), [([], 10), (["BE"], 0)])
async def test_nothing_to_make_is_refused(world: Address, register: Register, codes: list[str], children: int) -> None:
    """No country, or no child, is a mistake and not an empty success."""
    with pytest.raises(BadUserInput):
        await seed(world, register, codes, children, 1)


async def test_a_database_without_tables_asks_for_the_migration(
    server: Address, worker: str, register: Register
) -> None:
    """What is missing is said in the commands' words."""
    bare = await copy_database(server, "template0", f"bare_{worker}")
    with pytest.raises(Conflict) as refusal:
        await seed(bare, register, ["BE"], 10, 1)
    assert "hearth migrate" in refusal.value.hint


async def test_a_database_without_the_country_asks_for_the_migration(empty: Address, register: Register) -> None:
    """A register row that is missing is found before the first row is written."""
    connection = await asyncpg.connect(**empty.connect_arguments(SUPERUSER))
    await connection.execute("DELETE FROM country WHERE code = 'BE'")
    await connection.close()
    with pytest.raises(Conflict) as refusal:
        await seed(empty, register, ["BE", "KE"], 10, 1)
    assert "hearth migrate" in refusal.value.hint
    assert await stored(empty, "programme") == []


async def test_a_server_that_is_not_there_is_unavailable(register: Register) -> None:
    """Nobody reads a stack trace because the database is down."""
    with pytest.raises(Unavailable):
        await seed(Address("postgresql://127.0.0.1:1/hearth"), register, ["BE"], 10, 1)
