"""An operator at the command line: one database, the commands run against it, and what is true there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import asyncpg
from click.testing import CliRunner, Result

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER
from graph.backup.manifest import FILE, HeldFile
from graph.cli import main
from tests.snapshot import snapshot

TABLES = """
SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
ORDER BY 1
"""
COLUMNS = """
SELECT string_agg(quote_ident(attname), ', ' ORDER BY attname) FROM pg_attribute
WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'secret'
"""
ROWS = "SELECT format('SELECT to_jsonb(row)::text FROM (SELECT %s FROM %I) AS row', $1::text, $2::text)"


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who runs the commands."""

    address: Address

    @property
    def name(self) -> str:
        """The database."""
        return urlsplit(self.address.dsn).path.removeprefix("/")

    def environment(self, *without: str) -> dict[str, str | None]:
        """Where the commands find the database, and every login's password."""
        names = {f"HEARTH_DATABASE_PASSWORD_{login.removeprefix('hearth_').upper()}": login for login in ALL_LOGINS}
        passwords = {name: self.address.passwords.get(login) for name, login in names.items()}
        urls = ("HEARTH_DATABASE_URL", "HEARTH_OWNER_DATABASE_URL", "HEARTH_OPERATOR_DATABASE_URL")
        said: dict[str, str | None] = {**dict.fromkeys(urls, self.address.dsn), **passwords}
        return said | dict.fromkeys(without)

    async def hearth(
        self, *arguments: object, without: tuple[str, ...] = (), instead: Mapping[str, str] = MappingProxyType({})
    ) -> Result:
        """Run a command to its end, without some variables or with others instead."""
        runner = CliRunner(env={**self.environment(*without), **instead})
        return await asyncio.to_thread(runner.invoke, main, [str(each) for each in arguments])

    async def done(self, *arguments: object) -> str:
        """What a command says that ends well."""
        ended = await self.hearth(*arguments)
        assert ended.exit_code == 0, ended.output
        return ended.stdout

    async def refused(
        self, *arguments: object, without: tuple[str, ...] = (), instead: Mapping[str, str] = MappingProxyType({})
    ) -> str:
        """What a command says that is refused, in sentences."""
        ended = await self.hearth(*arguments, without=without, instead=instead)
        assert ended.exit_code == 1, ended.output
        assert "Traceback" not in ended.output
        return ended.stderr

    async def fetch(self, statement: str, *values: object, login: str = OPERATOR) -> list[asyncpg.Record]:
        """What is true, whoever asks."""
        connection = await asyncpg.connect(**self.address.connect_arguments(login))
        try:
            return list(await connection.fetch(statement, *values))
        finally:
            await connection.close()

    async def run(self, statement: str, login: str = SUPERUSER) -> None:
        """Change something behind everybody's back."""
        connection = await asyncpg.connect(**self.address.connect_arguments(login))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    async def rows(self) -> dict[str, list[str]]:
        """Every row of every table that is there, but for the secrets of feeds."""
        connection = await asyncpg.connect(**self.address.connect_arguments(SUPERUSER))
        try:
            found = {}
            for table in await connection.fetch(TABLES):
                columns = await connection.fetchval(COLUMNS, table["name"])
                reading = await connection.fetchval(ROWS, columns, table["name"])
                found[table["name"]] = sorted(row[0] for row in await connection.fetch(reading))
            # By which rules it has reckoned, each server says itself.
            found["pack_digest"] = [row for row in found.get("pack_digest", []) if '"reckoned.' not in row]
            return found
        finally:
            await connection.close()

    async def schema(self) -> Any:  # noqa: ANN401 - as the snapshot
        """Columns, constraints, indexes, policies, rights, comments and functions."""
        connection = await asyncpg.connect(**self.address.connect_arguments(OWNER))
        try:
            return await snapshot(connection)
        finally:
            await connection.close()

    async def is_bare(self) -> bool:
        """Whether there is nothing in the database: no table, no function of ours."""
        found = await self.fetch(
            "SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace)"
            " + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)",
            login=SUPERUSER,
        )
        return bool(found[0][0] == 0)


def of_country(rows: Mapping[str, list[str]], code: str) -> dict[str, list[str]]:
    """The rows of a country, by table, of the tables in which it has any."""
    read = {table: [json.loads(row) for row in held] for table, held in rows.items()}
    own = {
        table: sorted(json.dumps(row, sort_keys=True) for row in held if row.get("country_code") == code)
        for table, held in read.items()
    }
    return {table: held for table, held in own.items() if held}


def say(folder: Path, **changed: object) -> None:
    """Let a backup's manifest say something else."""
    path = folder / FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | changed))


def believe(folder: Path, name: str) -> None:
    """Let the manifest say of a file what it holds now, as whoever changes both does."""
    files = json.loads((folder / FILE).read_text())["files"]
    held = HeldFile.of(folder / name)
    say(folder, files=files | {name: {"bytes": held.bytes, "sha256": held.sha256}})
