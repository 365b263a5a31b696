"""`hearth migrate`: the logins, the schema's newest version, and the register of countries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import create_async_engine

from countries.logins import OWNER, ensure_logins

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from countries.address import Address
    from countries.register import Register

PACKAGED = Path(__file__).resolve().parent / "migrations"
CHECKOUT = Path(__file__).resolve().parent.parent / "migrations"

UPSERT_COUNTRY = """
INSERT INTO country (code, name, region, languages, currency, time_zone, age_of_majority)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, region = excluded.region, languages = excluded.languages,
  currency = excluded.currency, time_zone = excluded.time_zone, age_of_majority = excluded.age_of_majority
WHERE (country.*) IS DISTINCT FROM (excluded.*)
"""


def migrations_folder() -> Path:
    """Where the migrations are: beside the packages in a checkout, inside `graph` in an installed wheel."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


async def make_database(server: Address, superuser: str, name: str) -> None:
    """Make the logins and a database that the owner's login owns, where they are missing."""
    connection = await asyncpg.connect(**server.connect_arguments(superuser))
    try:
        await ensure_logins(connection, server.passwords)
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            made = await connection.fetchval(
                "SELECT format('CREATE DATABASE %I OWNER %I', $1::text, $2::text)", name, OWNER
            )
            await connection.execute(made)
    finally:
        await connection.close()


async def migrate(address: Address, login: str, register: Register) -> None:
    """Bring the schema to its newest version and the register's rows up to date.

    Args:
        address: the database.
        login: the login that owns the tables, or is about to.
        register: the countries.

    Raises:
        LoginError: a login is missing and `login` may not make it.
    """
    arguments = address.connect_arguments(login)
    connection = await asyncpg.connect(**arguments)
    try:
        await ensure_logins(connection, address.passwords)
    finally:
        await connection.close()

    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(**arguments)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect)
    try:
        async with engine.connect() as opened:
            await opened.run_sync(_upgrade)
    finally:
        await engine.dispose()
    await _fill_register(arguments, register)


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


async def _fill_register(arguments: dict[str, Any], register: Register) -> None:
    rows = [
        (
            country.code,
            country.name,
            country.region.value,
            list(country.languages),
            country.currency,
            country.time_zone.key,
            country.age_of_majority,
        )
        for country in register.values()
    ]
    connection = await asyncpg.connect(**arguments)
    try:
        await connection.executemany(UPSERT_COUNTRY, rows)
    finally:
        await connection.close()
