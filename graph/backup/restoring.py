"""A whole backup back into an empty database: checked before, brought in one transaction, counted in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.coming_in import come_in
from countries.embedded.postgres_clients import ScriptError
from countries.tenancy.logins import ensure_logins
from graph.backup.manifest import check_files
from graph.backup.scripts import ALL_ROWS, LIVES, NOT_OURS, ROWS_DIFFER, before, empty_check
from graph.backup.whole import DUMP
from graph.database.migrate import known_versions
from graph.errors import BadUserInput, Conflict

if TYPE_CHECKING:
    from countries.embedded.postgres_clients import Clients
    from graph.backup.manifest import Manifest

LEFT_OUT = re.compile(r"^\d+; \d+ \d+ (ACL pg_catalog |COMMENT - EXTENSION |SCHEMA - public |COMMENT - SCHEMA public )")
"""What the owner of a database may not say: rights on PostgreSQL's own functions, which `hearth migrate` takes anew,
and what an extension is called."""

MISSING_ROLES = """
SELECT name, format('CREATE ROLE %I LOGIN;', name) AS making FROM unnest($1::text[]) AS name
WHERE to_regrole(quote_ident(name)) IS NULL
"""
MISSING_EXTENSIONS = """
SELECT wanted.name, format('CREATE EXTENSION %I;', wanted.name) AS making FROM unnest($1::text[]) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = wanted.name)
  AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
  AND NOT EXISTS (SELECT FROM pg_available_extension_versions v WHERE v.name = wanted.name AND v.trusted)
"""
SERVER = "SELECT current_setting('server_version_num')::integer / 10000 AS major"

INTO_A_NEW_ONE = (
    "Make a new database for the restore, and name it in HEARTH_DATABASE_URL, HEARTH_OWNER_DATABASE_URL and"
    " HEARTH_OPERATOR_DATABASE_URL."
)
REFUSALS = {
    LIVES: (
        "The database lives: it holds rows, and a restore never writes over any.",
        INTO_A_NEW_ONE,
    ),
    NOT_OURS: (
        "The database holds tables that are not Hearth's, or of another version of it.",
        INTO_A_NEW_ONE,
    ),
    ROWS_DIFFER: (
        "The dump does not hold the rows that its manifest counts.",
        "Copy the directory anew, or restore another backup.",
    ),
    "42501": (
        "The login that restores may not make what the backup holds.",
        "Let it own the database: CREATE DATABASE hearth OWNER hearth_owner; or restore as a superuser.",
    ),
    "53100": ("The server's disk is full.", "Make room, and restore again."),
    "57P01": ("The server was stopped meanwhile.", "Start it, and restore again."),
    "55P03": ("Somebody holds the tables of the database.", "Stop what uses it, and restore again."),
}
"""What a refused statement comes from, by SQLSTATE: sentence and hint."""


@dataclass(frozen=True, slots=True)
class Restore:
    """One restore of a whole backup.

    Attributes:
        folder: the backup.
        manifest: what it says of itself.
        clients: PostgreSQL's programs, as the owner-to-be of the tables.
    """

    folder: Path
    manifest: Manifest
    clients: Clients

    async def check_place(self) -> None:
        """See that the server can take it, before anything is read or written.

        Raises:
            BadUserInput: it is of a newer Hearth, or a newer PostgreSQL.
            Conflict: logins or extensions are missing, there is no such database, or the login is refused.
            LoginError: our own logins are missing and may not be made.
        """
        if DUMP not in self.manifest.files:
            raise BadUserInput(f"{self.folder} does not say what {DUMP} holds.", "Take another backup.")
        if self.manifest.schema not in known_versions():
            raise BadUserInput(
                f"{self.folder} is of a version of the schema that this Hearth does not know: {self.manifest.schema}"
                f" (Hearth {self.manifest.hearth}).",
                "Install the Hearth that made it, or a newer one, and restore with that.",
            )
        address, login = self.clients.address, self.clients.login
        try:
            connection = await come_in(address, login)
        except asyncpg.InvalidCatalogNameError:
            raise Conflict(
                "There is no such database yet.", "As a superuser: CREATE DATABASE hearth OWNER hearth_owner;"
            ) from None
        except asyncpg.InvalidAuthorizationSpecificationError:
            raise Conflict(
                f"The server refuses the login {login}, which is to restore.",
                "Check its password and pg_hba.conf. A new server has none of Hearth's logins yet: name its superuser"
                " in HEARTH_OWNER_DATABASE_URL, and hearth restore makes them.",
            ) from None
        try:
            await ensure_logins(connection, address.passwords)
            await self._check_server(connection)
        finally:
            await connection.close()

    async def _check_server(self, connection: asyncpg.Connection[asyncpg.Record]) -> None:
        major = await connection.fetchval(SERVER)
        programs = self.clients.binaries
        if self.manifest.postgres_major > min(major, programs.major):
            raise BadUserInput(
                f"{self.folder} was made from PostgreSQL {self.manifest.postgres}; the server is {major} and pg_restore"
                f" {programs.version}.",
                f"Restore into PostgreSQL {self.manifest.postgres_major} or newer, with its programs in HEARTH_PG_BIN.",
            )
        if missing := await connection.fetch(MISSING_ROLES, list(self.manifest.roles)):
            raise Conflict(
                f"The backup gives rights to logins that are missing here: {_joined(missing, 'name', ', ')}.",
                f"As a superuser: {_joined(missing, 'making')}",
            )
        if missing := await connection.fetch(MISSING_EXTENSIONS, list(self.manifest.extensions)):
            raise Conflict(
                f"The backup needs extensions that only a superuser adds: {_joined(missing, 'name', ', ')}.",
                f"In this database, as a superuser: {_joined(missing, 'making')}",
            )

    def run(self) -> None:
        """Bring it, all of it or nothing. Not from a coroutine: whoever interrupts it is to end it.

        Raises:
            BadUserInput: a file is cut off or changed.
            Conflict: the database lives, or refuses; nothing was written.
            PostgresError: the dump cannot be read, or the server not be reached; nothing was written.
        """
        try:
            self.clients.try_out(empty_check())
            check_files(self.folder, self.manifest)
            dump = self.folder / DUMP
            entries = [line for line in self.clients.contents(dump) if not LEFT_OUT.match(line)]
            self.clients.restore(dump, entries, before(self.manifest), ALL_ROWS)
        except ScriptError as error:
            refusal = REFUSALS.get(error.sqlstate) or (
                f"PostgreSQL refused a statement of the restore (SQLSTATE {error.sqlstate}).",
                "Its log says more. The backup may be of a database that was changed by hand.",
            )
            raise Conflict(f"{refusal[0]} Nothing was written.", refusal[1]) from None


def _joined(rows: list[asyncpg.Record], name: str, between: str = " ") -> str:
    return between.join(row[name] for row in rows)
