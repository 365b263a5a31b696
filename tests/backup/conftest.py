"""A federation with history, a feed and releases, its backups, and databases to restore them into."""

from __future__ import annotations

from pathlib import Path

import asyncpg
import pytest_asyncio

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from countries.tenancy.logins import OWNER
from graph.indicators.period import Period
from tests.backup.operator import Operator
from tests.closing.office import opened
from tests.conftest import NOW, copy_database

ODD = {"MALE": '\\N, "a"\nb\t\\.\n\\.\n;\r\u00e9\u2028', "FEMALE": ""}
"""Texts that end a row, a copy or a file where they are not quoted; and one that is empty and not missing."""


@pytest_asyncio.fixture(scope="session")
async def lived(server: Address, worker: str, register: Register) -> str:
    """The name of a database in which offices have written and a year is closed."""
    name = f"lived_{worker}"
    address = await copy_database(server, "world", name)
    async with opened(address, register) as office:
        await office.closing.close(Period(2025), NOW)
        assert await office.leave_late("BE", 3) == 3
        assert await office.leave_late("KE", 2) == 2
        await office.operator.execute("INSERT INTO population VALUES ('BE', 2024, 2300000, 'Statbel')")
        for sex, text in ODD.items():
            await office.operator.execute("UPDATE child SET interests = $1 WHERE sex = $2", text, sex)
    return name


@pytest_asyncio.fixture(scope="session")
async def federation(server: Address, lived: str) -> Operator:
    """That database, for tests that change nothing."""
    return Operator(server.with_database(lived))


@pytest_asyncio.fixture
async def bare(server: Address, worker: str) -> Operator:
    """A new database that the owner's login owns, without a table."""
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    name = f"bare_{worker}"
    try:
        for statement in ("DROP DATABASE IF EXISTS %I", "CREATE DATABASE %I OWNER %I"):
            await connection.execute(
                await connection.fetchval("SELECT format($1, $2::text, $3::text)", statement, name, OWNER)
            )
    finally:
        await connection.close()
    return Operator(server.with_database(name))


@pytest_asyncio.fixture
async def migrated(empty: Address) -> Operator:
    """A database as the migrations leave it."""
    return Operator(empty)


@pytest_asyncio.fixture(scope="session")
async def whole(federation: Operator, tmp_path_factory: object) -> Path:
    """A whole backup of the federation, for tests that change nothing in it."""
    folder: Path = tmp_path_factory.mktemp("backups") / "whole"  # type: ignore[attr-defined]  # pytest's own factory
    await federation.done("backup", folder)
    return folder


@pytest_asyncio.fixture(scope="session")
async def belgium(federation: Operator, tmp_path_factory: object) -> Path:
    """A whole export of Belgium, likewise."""
    folder: Path = tmp_path_factory.mktemp("exports") / "BE"  # type: ignore[attr-defined]  # as above
    await federation.done("export", "--country", "BE", "--whole", folder)
    return folder
