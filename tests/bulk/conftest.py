"""Offices at their desks: an empty country, one with a small village, and a federation."""

from __future__ import annotations

from pathlib import Path

import pytest_asyncio

from countries.connections.address import Address
from tests.bulk.files import Desk, base, write_csv
from tests.conftest import copy_database


@pytest_asyncio.fixture
async def desk(server: Address, worker: str) -> Desk:
    """A database as the migrations leave it."""
    return Desk(await copy_database(server, "empty", f"bulk_{worker}"))


@pytest_asyncio.fixture(scope="session")
async def template(server: Address, worker: str, tmp_path_factory: object) -> str:
    """The name of a database with the village."""
    name = f"village_{worker}"
    made = Desk(await copy_database(server, "empty", name))
    folder: Path = tmp_path_factory.mktemp("village")  # type: ignore[attr-defined]  # pytest's own factory
    await made.bring(write_csv(folder, base()))
    return name


@pytest_asyncio.fixture
async def village(server: Address, worker: str, template: str) -> Desk:
    """The village, for one test to change."""
    return Desk(await copy_database(server, template, f"bulk_{worker}"))


@pytest_asyncio.fixture(scope="session")
async def read_only_village(server: Address, worker: str, template: str) -> Desk:
    """The village, for tests that change nothing."""
    return Desk(await copy_database(server, template, f"read_village_{worker}"))


@pytest_asyncio.fixture
async def federation(server: Address, worker: str) -> Desk:
    """Three countries with 40 children each."""
    return Desk(await copy_database(server, "world", f"federation_{worker}"))
