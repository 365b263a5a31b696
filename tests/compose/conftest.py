"""The services, as one module of tests has them."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from countries.embedded.postgres import SUPERUSER
from tests.compose.files import COMPOSE, SECRETS, SERVICES, environment_of
from tests.compose.stack import Stack
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """The database of the file, made and started as it says, and migrated by its step."""
    folder = Path(tempfile.mkdtemp(prefix="hearth-compose-"))
    folder.chmod(0o711)
    database = TcpPostgres(folder / "database", SECRETS["HEARTH_SUPERUSER_PASSWORD"])
    made = Stack(folder, database, folder / "output")
    made.hba.write_text(COMPOSE["configs"]["access"]["content"])
    made.hba.chmod(0o444)
    try:
        database.create(*environment_of(SERVICES["database"])["POSTGRES_INITDB_ARGS"].split())
        database.start(*made.options("database"))
        variables = {"PATH": os.defpath, "PGPASSWORD": database.password, "PGPORT": str(database.port)}
        made.run([str(database.binaries.folder / "createdb"), "-h127.0.0.1", f"-U{SUPERUSER}", "hearth"], variables)
        told = made.run(SERVICES["migration"]["command"], made.variables("migration"))
        assert "newest version" in told.stdout
        yield made
    finally:
        database.stop()
        shutil.rmtree(folder)
