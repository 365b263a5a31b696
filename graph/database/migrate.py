"""`hearth migrate`: the logins, the schema's newest version, the register, and what countries have laid down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg

from countries.codes.codes import load_codes
from countries.connections.coming_in import come_in
from countries.packs.packs import load_packs
from countries.tenancy.logins import OWNER, ensure_logins
from countries.tenancy.privileges import close_databases, close_functions
from graph.database.code_lists import write_codes
from graph.database.revisions import MigrationError, in_order, mark_at, mark_statement
from graph.text import RULES
from graph.text_keys import TextKey, made, recipe_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from countries.codes.code import Code
    from countries.connections.address import Address
    from countries.packs.packs import Packs
    from countries.register.register import Register

OTHER_DATABASES = ("postgres", "template1")
"""What a server has besides ours."""

PACKAGED = Path(__file__).resolve().parents[1] / "migrations"
CHECKOUT = Path(__file__).resolve().parents[2] / "migrations"

UPSERT_COUNTRY = """
INSERT INTO country (code, name, region, languages, currency, time_zone, name_root_order)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, region = excluded.region, languages = excluded.languages,
  currency = excluded.currency, time_zone = excluded.time_zone, name_root_order = excluded.name_root_order
WHERE (country.*) IS DISTINCT FROM (excluded.*)
"""

HELD = "SELECT digest FROM pack_digest WHERE name = 'rules'"
ALONE = "LOCK TABLE pack_digest IN SHARE ROW EXCLUSIVE MODE"
TAKE_BACK = "DELETE FROM policy"
LAY_DOWN = """
INSERT INTO policy (code, jurisdiction, key, from_day, until_day, value, whole, unit, source, certain, origin)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::text[], $7::int[], $8::text[],
  $9::text[], $10::text[], $11::text[])
"""
NAMED_PARTS = "SELECT code, name FROM jurisdiction ORDER BY code, name"
NAME_PARTS = """
INSERT INTO jurisdiction (code, name) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
"""
FORGET_PART = "DELETE FROM jurisdiction WHERE code = $1 AND name = $2"
MARK_PACKS = """
INSERT INTO pack_digest (name, digest) VALUES ('rules', $1) ON CONFLICT (name) DO UPDATE SET digest = excluded.digest
"""
"""What countries have laid down is data of ours: where the packs say something else, all of it is written anew."""

MARK_TEXTS = """
INSERT INTO text_rules (code, version, keys, keys_since)
SELECT said.code, $1, said.keys, now() FROM unnest($2::text[], $3::text[]) AS said (code, keys)
ON CONFLICT DO NOTHING
"""
"""Countries that are new have no texts of an earlier form, and none of another order."""


VERSION_TABLE = "hearth_migration"
FILLED = frozenset({"country", "jurisdiction", "national_code", "pack_digest", "policy", "text_rules", VERSION_TABLE})
"""The tables of which `hearth migrate` fills the rows: a database with no others has nobody's records."""


def migrations_folder() -> Path:
    """Where the migrations are: beside the packages in a checkout, inside `graph` in an installed wheel."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


async def make_database(server: Address, superuser: str, name: str) -> None:
    """Make the logins and a database that the owner's login owns, where they are missing.

    The server is ours alone: nobody but a superuser connects to its other databases.
    """
    connection = await come_in(server, superuser)
    try:
        await ensure_logins(connection, server.passwords)
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            made = await connection.fetchval(
                "SELECT format('CREATE DATABASE %I OWNER %I', $1::text, $2::text)", name, OWNER
            )
            await connection.execute(made)
        await close_databases(connection, name, *OTHER_DATABASES)
    finally:
        await connection.close()
    connection = await come_in(server.with_database(name), superuser)
    try:
        await close_functions(connection)
    finally:
        await connection.close()


async def migrate(
    address: Address,
    login: str,
    register: Register,
    packs: Packs | None = None,
    codes: Sequence[Code] | None = None,
) -> list[str]:
    """Bring the schema to its newest version and the register's rows up to date, and close what is open to everybody.

    Args:
        address: the database.
        login: the login that owns the tables, or is about to.
        register: the countries.
        packs: what they lay down; without, the packs of this package.
        codes: what their lists hold; without, the lists of this package.

    Returns:
        The statements that take rights from everybody and that `login` may not run.

    Raises:
        LoginError: a login is missing and `login` may not make it.
        MigrationError: the database is newer than the migrations here, or they are not one line.
        PacksError: the packs have faults; nothing was done.
        CodesError: code lists have faults, or have lost codes that rows hold.
    """
    laid_down = packs or load_packs(register)
    listed = load_codes(register) if codes is None else codes
    arguments = address.connect_arguments(login)
    connection = await come_in(address, login)
    try:
        await ensure_logins(connection, address.passwords)
        version = await _version(connection)
        known = [] if version is None else [row["code"] for row in await connection.fetch("SELECT code FROM country")]
        if version != newest_version():
            await run_migrations(arguments)
        else:
            # A database that was migrated before there were marks has none.
            await connection.execute(mark_statement(mark_at(version, in_order(migrations_folder() / "versions"))))
        await _fill_register(connection, register)
        await _lay_down(connection, laid_down)
        await write_codes(connection, listed)
        if len(known) < len(register):
            new = sorted(set(register).difference(known))
            await connection.execute(MARK_TEXTS, RULES, new, [recipe_of(code) for code in new])
        name = await connection.fetchval("SELECT current_database()")
        return [*await close_databases(connection, name), *await close_functions(connection)]
    finally:
        await connection.close()


def known_versions() -> tuple[str, ...]:
    """The versions of all migrations, the oldest first.

    Raises:
        MigrationError: the migrations are not one line.
    """
    return tuple(each.version for each in in_order(migrations_folder() / "versions"))


def newest_version() -> str:
    """The version of the last migration: the one that no other builds on.

    Raises:
        MigrationError: the migrations are not one line.
    """
    return known_versions()[-1]


async def _version(connection: asyncpg.Connection[asyncpg.Record]) -> str | None:
    if await connection.fetchval("SELECT to_regclass('public.hearth_migration')") is None:
        return None
    version: str | None = await connection.fetchval("SELECT version_num FROM public.hearth_migration")
    return version


async def run_migrations(arguments: dict[str, Any]) -> None:
    """Let Alembic run what is missing; it is slow to import, and a second start has nothing for it to do."""
    from sqlalchemy.ext.asyncio import create_async_engine

    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(**arguments)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect)
    try:
        async with engine.connect() as opened:
            await opened.run_sync(_upgrade)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise MigrationError(
            "The database has a version that this Hearth does not know.",
            "Install the newer Hearth that migrated it, or restore a backup from before.",
        ) from error


async def _fill_register(connection: asyncpg.Connection[asyncpg.Record], register: Register) -> None:
    rows = [
        (
            country.code,
            country.name,
            country.region.value,
            list(country.languages),
            country.currency,
            country.time_zone.key,
            made(TextKey.ROOT_ORDER, country.code, country.name),
        )
        for country in register.values()
    ]
    await connection.executemany(UPSERT_COUNTRY, rows)


async def _lay_down(connection: asyncpg.Connection[asyncpg.Record], packs: Packs) -> None:
    """Write what countries lay down, where the packs say something else than those that were written last."""
    if await connection.fetchval(HELD) == packs.digest:
        return
    columns = [list(column) for column in zip(*packs.rows(), strict=True)]
    async with connection.transaction():
        # Two migrations at once are one after the other; whoever reads goes on.
        await connection.execute(ALONE)
        await _name_parts(connection, packs)
        await connection.execute(TAKE_BACK)
        await connection.execute(LAY_DOWN, *columns)
        await connection.execute(MARK_PACKS, packs.digest)


async def _name_parts(connection: asyncpg.Connection[asyncpg.Record], packs: Packs) -> None:
    """Write which parts countries have.

    Raises:
        MigrationError: a part is named no more, and a programme stands in it.
    """
    named = {(code, part) for code, part in packs.places if part}
    for row in await connection.fetch(NAMED_PARTS):
        code, part = row["code"], row["name"]
        if (code, part) in named:
            continue
        try:
            await connection.execute(FORGET_PART, code, part)
        except asyncpg.ForeignKeyViolationError as error:
            raise MigrationError(
                f"{code}.csv: the pack names the part {part} no more, and a programme stands in it.",
                f"Name {part} in a line of {code}.csv again, or correct the programme's part first.",
            ) from error
    columns = [list(column) for column in zip(*sorted(named), strict=True)] or [[], []]
    await connection.execute(NAME_PARTS, *columns)
