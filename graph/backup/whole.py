"""The whole database into a folder: pg_dump as the operator, from a snapshot that is counted too, and read back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.coming_in import come_in
from countries.connections.sessions import STEADY
from graph.backup.manifest import BackupKind, Manifest
from graph.errors import Conflict, Internal

if TYPE_CHECKING:
    from countries.embedded.postgres_clients import Clients
    from graph.backup.folder import Folder

    Connection = asyncpg.Connection[asyncpg.Record]

DUMP = "hearth.dump"

SESSION = {**STEADY, "search_path": "", "row_security": "off"}
"""Names are written with their schema; rows that the login does not see are an error, and not left out."""

SNAPSHOT = """
SELECT pg_export_snapshot() AS id, now() AS made, current_setting('server_version') AS postgres,
  (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS sees_all,
  to_regclass('public.hearth_migration') IS NOT NULL AS migrated
"""

TABLES = """
SELECT c.oid::regclass::text AS name, has_table_privilege(c.oid, 'SELECT') AS may,
  format('GRANT SELECT ON %s TO %I', c.oid::regclass, current_user) AS right
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1
"""
"""All that pg_dump takes rows from, whoever made it, and whether this login may."""

ROLES = """
WITH held AS (
  SELECT c.relowner AS owner, each.grantee FROM pg_class c, aclexplode(c.relacl) AS each WHERE c.oid >= 16384
  UNION ALL
  SELECT c.relowner, each.grantee
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl) AS each WHERE c.oid >= 16384
  UNION ALL
  SELECT p.proowner, each.grantee FROM pg_proc p, aclexplode(p.proacl) AS each WHERE p.oid >= 16384
  UNION ALL
  SELECT n.nspowner, each.grantee FROM pg_namespace n, aclexplode(n.nspacl) AS each WHERE n.nspname NOT LIKE 'pg\\_%'
  UNION ALL
  SELECT 0, role FROM pg_policy p, unnest(p.polroles) AS role
)
SELECT DISTINCT r.rolname AS name FROM held JOIN pg_roles r ON r.oid = held.grantee
WHERE held.grantee <> held.owner AND r.rolname NOT LIKE 'pg\\_%' ORDER BY 1
"""
"""The logins that rights are given to: without them they cannot be given again."""

EXTENSIONS = "SELECT extname::text AS name FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1"
COUNTING = "SELECT format('SELECT count(*) FROM %s', $1::text::regclass)"


@dataclass(slots=True)
class Backup:
    """One backup.

    Attributes:
        clients: PostgreSQL's programs, as the operator.
        folder: where it goes.
    """

    clients: Clients
    folder: Folder
    _manifest: Manifest = field(init=False)

    async def dump(self) -> None:
        """Write the dump, and count the same snapshot meanwhile.

        Raises:
            Conflict: the login may not read all of it, there is nothing, or the server is newer than the programs.
            PostgresError: pg_dump fails.
        """
        connection = await come_in(self.clients.address, self.clients.login, server_settings=SESSION)
        try:
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                await self._dump(connection)
        finally:
            await connection.close()

    async def _dump(self, connection: Connection) -> None:
        if await connection.fetchval("SELECT pg_is_in_recovery()"):
            raise Conflict(
                "This server is a replica, and lends nobody its snapshot.",
                "Name the primary in HEARTH_OPERATOR_DATABASE_URL.",
            )
        snapshot = await connection.fetchrow(SNAPSHOT)
        if snapshot is None or not snapshot["migrated"]:
            raise Conflict("The database has no tables yet.", "There is nothing to back up; hearth migrate makes them.")
        self._check_login(snapshot, tables := await connection.fetch(TABLES))
        schema = await connection.fetchval("SELECT version_num FROM public.hearth_migration")
        path = self.folder.new_file(DUMP)
        counts: dict[str, int] = {}
        with self.clients.dumping(path, snapshot["id"]) as process:
            for table in tables:
                counts[table["name"]] = await connection.fetchval(await connection.fetchval(COUNTING, table["name"]))
            await asyncio.to_thread(process.wait)
        self._manifest = Manifest(
            kind=BackupKind.WHOLE,
            country=None,
            made=snapshot["made"].astimezone(UTC),
            schema=schema,
            postgres=str(snapshot["postgres"]).partition(" ")[0],
            files={},
            tables=counts,
            roles=tuple(row["name"] for row in await connection.fetch(ROLES)),
            extensions=tuple(row["name"] for row in await connection.fetch(EXTENSIONS)),
        )

    def _check_login(self, snapshot: asyncpg.Record, tables: list[asyncpg.Record]) -> None:
        """Say beforehand, and by name, what pg_dump would stop at."""
        login = self.clients.login
        if not snapshot["sees_all"]:
            raise Conflict(
                f"The login {login} does not see past row security: its backup would hold no child.",
                "Set HEARTH_OPERATOR_DATABASE_URL to a URL with the operator's login and password.",
            )
        if missing := [table for table in tables if not table["may"]]:
            raise Conflict(
                f"The login {login} may not read {', '.join(table['name'] for table in missing)}.",
                f"Run hearth migrate; or, as the owner: {'; '.join(table['right'] for table in missing)};",
            )
        major = int(str(snapshot["postgres"]).split(".", maxsplit=1)[0].split()[0])
        if major > self.clients.binaries.major:
            raise Conflict(
                f"The server is PostgreSQL {major}, and pg_dump in {self.clients.binaries.folder} is"
                f" {self.clients.binaries.version}.",
                f"Name a folder with the programs of PostgreSQL {major} in HEARTH_PG_BIN.",
            )

    def check(self) -> Manifest:
        """Read the dump back, all of it, and say that it is a backup.

        Raises:
            Internal: it does not hold what was counted.
            PostgresError: it cannot be read.
        """
        path = self.folder.path / DUMP
        found, counted = self.clients.rows(path), self._manifest.tables
        differing = [name for name in {*found, *counted} if found.get(name) != counted.get(name)]
        if differing:
            raise Internal(
                f"The dump does not hold all rows of {', '.join(sorted(differing))}; it was thrown away.",
                "Look for a fault of the disk, and take the backup again.",
            )
        manifest = replace(self._manifest, files=self.folder.held())
        self.folder.finish(manifest)
        return manifest
