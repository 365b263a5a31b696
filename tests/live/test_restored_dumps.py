"""A dump that is restored, a country that comes back: clients of before are told to load everything again."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER, find_binaries
from countries.embedded.postgres_binaries import ENVIRONMENT
from countries.tenancy.logins import OPERATOR
from countries.tenancy.seal import begin_new_histories
from graph.database.migrate import make_database
from tests.conftest import copy_database
from tests.live.histories import OFFICES, UNTOUCHED, clients

if TYPE_CHECKING:
    from pathlib import Path

    from countries.connections.address import Address
    from countries.register.register import Register


def run_program(name: str, address: Address, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on a database, as the superuser."""
    password = {"PGPASSWORD": address.passwords[SUPERUSER]} if SUPERUSER in address.passwords else {}
    finished = subprocess.run(  # noqa: S603 - PostgreSQL's own programs, no shell
        [str(find_binaries().folder / name), f"--username={SUPERUSER}", f"--dbname={address.dsn}", *arguments],
        check=False, capture_output=True, text=True, env=ENVIRONMENT | password,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr


async def emptied(address: Address, statement: str) -> None:
    """Take the rows of the feed out of a database."""
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    for table in ("change", "change_counter"):
        await superuser.execute(f"{statement} {table}")
    await superuser.close()


@pytest.mark.parametrize("way", ["into another database", "over itself", "rows alone, emptied", "rows alone, deleted"])
async def test_a_dump_that_is_restored(
    server: Address, worker: str, register: Register, tmp_path: Path, way: str
) -> None:
    """Whatever pg_restore restores into, no cursor of before is followed, also when the feed has passed it."""
    address = await copy_database(server, "world", f"dumped_{worker}")
    async with clients(address, register) as before:
        await before.write(3, "kept")
        kept = await before.read()
        dump = str(tmp_path / "dump")
        run_program("pg_dump", address, "--format=custom", f"--file={dump}")
        await before.write(3, "lost")
        old = {who: [*kept[who], *cursors] for who, cursors in (await before.read()).items()}
        assert not any(any(each) for each in (await before.refused(old)).values())
    if way == "into another database":
        await make_database(server, SUPERUSER, f"restored_{worker}")
        address = server.with_database(f"restored_{worker}")
        run_program("pg_restore", address, dump)
    elif way == "over itself":
        run_program("pg_restore", address, "--clean", dump)
    else:
        await emptied(address, "TRUNCATE" if way.endswith("emptied") else "DELETE FROM")
        run_program("pg_restore", address, "--data-only", "--table=change", "--table=change_counter", dump)
        # In a feed that had not begun there is nothing to come back.
        del old[UNTOUCHED]
    async with clients(address, register) as after:
        await after.check(old)
        await after.write(4, "new")
        await after.check(old)


async def test_one_country_that_comes_back_tells_its_own_clients_alone(
    server: Address, worker: str, register: Register
) -> None:
    """Rows of one country's feed, taken out and brought back by COPY, end that country's cursors and no other's."""
    address = await copy_database(server, "world", f"country_{worker}")
    async with clients(address, register) as all_:
        await all_.write(3, "kept")
        old = await all_.read()
        operator = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
        last = await operator.fetchval("SELECT last FROM change_counter WHERE country_code = 'BE'")
        await operator.execute("DELETE FROM change_counter WHERE country_code = 'BE'")
        await operator.copy_records_to_table("change_counter", records=[("BE", last)], columns=["country_code", "last"])
        await operator.close()
        told = await all_.refused(old)
        assert {name for name, each in told.items() if any(each)} == {"BE", "carla"}
        assert all(told["BE"])
        await all_.read()
        assert not any((await all_.refused(all_.cursors))["BE"])


async def test_whoever_says_so_begins_a_new_history(server: Address, worker: str, register: Register) -> None:
    """One call ends the cursors of a country, or of all, and counts the feeds."""
    address = await copy_database(server, "world", f"said_{worker}")
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    async with clients(address, register) as all_:
        await all_.write(2, "kept")
        await all_.read()
        assert await begin_new_histories(operator, "KE") == 1
        told = await all_.refused(all_.cursors)
        assert {name for name, each in told.items() if any(each)} == {"KE"}
        await all_.read()
        assert await begin_new_histories(operator) == len(OFFICES)
        told = await all_.refused(all_.cursors)
        assert all(all(told[name]) for name in OFFICES)
        assert await begin_new_histories(operator, UNTOUCHED) == 0
    await operator.close()


async def test_a_write_leaves_the_secret_as_it_is(server: Address, worker: str, register: Register) -> None:
    """Mutations, which add to the counter's row or change it, make no other history; nobody can set a secret."""
    address = await copy_database(server, "world", f"writes_{worker}")
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    async with clients(address, register) as all_:
        await all_.write(1, "first")
        secrets = await superuser.fetch("SELECT country_code, secret FROM change_counter ORDER BY 1")
        assert len({row["secret"] for row in secrets}) == len(OFFICES)
        await all_.write(3, "more")
        await superuser.execute("VACUUM FULL change_counter")
        assert await superuser.fetch("SELECT country_code, secret FROM change_counter ORDER BY 1") == secrets
    for statement in (
        "UPDATE change_counter SET secret = gen_random_uuid()",
        "INSERT INTO change_counter (country_code, last, secret) VALUES ('NL', 1, gen_random_uuid())",
    ):
        with pytest.raises(asyncpg.GeneratedAlwaysError):
            await superuser.execute(statement)
    await superuser.close()
