"""One country into a folder, whole: a CSV file for each table, as PostgreSQL's COPY writes them, from one snapshot.

COPY keeps what an export for people does not: an empty text beside none, microseconds, every digit.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.coming_in import come_in
from graph.backup.belonging import belongings
from graph.backup.manifest import BackupKind, Manifest
from graph.backup.whole import SESSION
from graph.database.migrate import newest_version
from graph.errors import Conflict, Internal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from graph.backup.folder import Folder

    Connection = asyncpg.Connection[asyncpg.Record]

STATED = """
SELECT now() AS made, current_setting('server_version') AS postgres,
  (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS sees_all
"""
VERSION = "SELECT version_num FROM public.hearth_migration"
FOUND = {**SESSION, "search_path": "public"}


@asynccontextmanager
async def operated(address: Address, login: str) -> AsyncIterator[Connection]:
    """A connection that sees every country's rows, to a database of this Hearth's version.

    Raises:
        Conflict: it does not, or the schema is another version's.
    """
    connection = await come_in(address, login, server_settings=FOUND)
    try:
        await _check(connection, login)
        yield connection
    finally:
        await connection.close()


async def _check(connection: Connection, login: str) -> None:
    stated = await connection.fetchrow(STATED)
    if stated is None or not stated["sees_all"]:
        raise Conflict(
            f"The login {login} does not see past row security.",
            "Set HEARTH_OPERATOR_DATABASE_URL to a URL with the operator's login and password.",
        )
    try:
        version = await connection.fetchval(VERSION)
    except (asyncpg.UndefinedTableError, asyncpg.InsufficientPrivilegeError):
        version = None
    if version != newest_version():
        raise Conflict("The schema is not at the version of this Hearth.", "Run hearth migrate first.")


@dataclass(frozen=True, slots=True)
class CountryBackup:
    """A backup of one country.

    Attributes:
        address: the database.
        login: who sees every country's rows there.
        code: the country.
        folder: where it goes.
    """

    address: Address
    login: str
    code: str
    folder: Folder

    async def run(self) -> Manifest:
        """Write every table's rows, look at what was written, and say that it is a backup.

        Raises:
            Conflict: the login does not see the rows, or the schema is another version's.
            Internal: what is on the disk is not what was read.
        """
        async with (
            operated(self.address, self.login) as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            manifest = await self._write(connection)
        for name, rows in manifest.tables.items():
            if (found := self._records(name)) != rows:
                raise Internal(
                    f"{name}.csv holds {found:,} rows, and {rows:,} were read.",
                    "Look for a fault of the disk, and export again.",
                )
        manifest = replace(manifest, files=self.folder.held())
        self.folder.finish(manifest)
        return manifest

    async def _write(self, connection: Connection) -> Manifest:
        counts: dict[str, int] = {}
        for each in belongings():
            path = self.folder.new_file(f"{each.name}.csv")
            said = await connection.copy_from_query(each.rows(), self.code, output=path, format="csv", header=True)
            counts[each.name] = copied(said)
        stated = await connection.fetchrow(STATED)
        if stated is None:
            raise Conflict("The database says nothing of itself.", "Run it again.")
        return Manifest(
            kind=BackupKind.COUNTRY,
            country=self.code,
            made=stated["made"].astimezone(UTC),
            schema=newest_version(),
            postgres=str(stated["postgres"]).partition(" ")[0],
            files={},
            tables=counts,
        )

    def _records(self, name: str) -> int:
        """The rows of a file, its header left out: a line that ends inside quotation marks ends no row."""
        rows, inside = -1, False
        with (self.folder.path / f"{name}.csv").open("rb") as file:
            for line in file:
                inside ^= bool(line.count(b'"') % 2)
                rows += not inside
        return rows


def copied(said: str) -> int:
    """The rows of which COPY says that it took them: `COPY 12`."""
    return int(said.rpartition(" ")[2])
