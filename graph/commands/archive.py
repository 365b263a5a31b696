"""The archive on the command line: kept, brought back, and tried, so that the day it is needed is not the first one."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

import asyncpg
import click

from countries.archive.archive import Archive, ArchiveError
from countries.archive.archiving import ArchivedServer, make_copy, receive, told
from countries.archive.recovery import Recovery
from countries.connections.address import Address
from countries.connections.coming_in import come_in
from countries.embedded.postgres import find_binaries
from countries.tenancy.logins import OPERATOR
from graph.database.location import PlaceError
from graph.database.migrate import newest_version

if TYPE_CHECKING:
    from pathlib import Path

    from graph.settings.settings import Settings

    Connection = asyncpg.Connection[asyncpg.Record]

TABLES = """
SELECT c.relname AS name, format('SELECT count(each) FROM %I AS each', c.relname) AS counted FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname
"""
FEED = """
SELECT count(*) AS countries, coalesce(sum(last), 0) AS changes, (SELECT max(changed_at) FROM change) AS newest,
  count(*) FILTER (WHERE last IS DISTINCT FROM coalesce((
    SELECT max(number) FROM change WHERE change.country_code = change_counter.country_code), 0)) AS broken
FROM change_counter
"""


def keep_archive(settings: Settings, folder: Path, *, copy: bool, keep: int) -> None:
    """Receive the log of a server into its archive until the server goes away; or make a further copy, and end.

    Args:
        settings: which server.
        folder: the archive.
        copy: whether to make a copy.
        keep: how many copies are kept.

    Raises:
        PlaceError: nobody says which server.
        ArchiveError: it is another server's archive, or the server refuses, or goes away.
        PostgresError: there are no programs of PostgreSQL.
    """
    if settings.replication_url is None:
        raise PlaceError(
            "Nothing says which server is archived.",
            "Set HEARTH_REPLICATION_URL to postgresql://replicator@host:5432/, and PGPASSWORD to its password.",
        )
    source = ArchivedServer(
        Address(settings.replication_url), find_binaries(settings.pg_bin), settings.client_variables
    )
    if copy:
        click.echo(told(make_copy(Archive(folder), source, keep=keep)))
    else:
        receive(Archive(folder), source, click.echo, keep=keep)


def recover(settings: Settings, folder: Path, data: Path, until: datetime | None) -> None:
    """Make a data folder that PostgreSQL recovers when it starts on it.

    Raises:
        ArchiveError: the archive does not hold it, or the folder is not empty.
    """
    recovery = Recovery.plan(Archive(folder), until, find_binaries(settings.pg_bin))
    recovery.fill(data)
    click.echo(
        f"{data} holds the copy {recovery.copy.folder.name}. Start PostgreSQL on it: it recovers {_far(recovery)}."
    )


async def rehearse(settings: Settings, folder: Path, until: datetime | None, scratch: Path | None, name: str) -> None:
    """Recover a server for a look, and tell what is in it.

    Args:
        settings: where PostgreSQL's programs are.
        folder: the archive.
        until: the instant to recover; as far as the log goes where there is none.
        scratch: where there is room for the copy.
        name: of the database.

    Raises:
        ArchiveError: the archive does not give it back, or what it gives back is not whole.
    """
    began = time.monotonic()
    recovery = Recovery.plan(Archive(folder), until, find_binaries(settings.pg_bin))
    click.echo(f"Recovering the copy {recovery.copy.folder.name} {_far(recovery)}.")
    with recovery.looked_at(scratch) as address:
        try:
            connection = await _opened(address.with_database(name))
        except asyncpg.PostgresError as error:
            raise ArchiveError(
                f"What was recovered holds no database {name} of Hearth's.", "Name its database with --database."
            ) from error
        try:
            await _tell(connection)
        finally:
            await connection.close()
    click.echo(f"Recovered and read in {time.monotonic() - began:.0f} s. Nothing of it is left.")


def _far(recovery: Recovery) -> str:
    """How far a recovery goes, in words that follow others."""
    if recovery.until is not None:
        return f"up to {recovery.until.isoformat()}"
    newest = (
        "nothing was written since" if recovery.newest is None else f"its newest write is of {_said(recovery.newest)}"
    )
    return f"as far as the log goes: {newest}"


def _said(instant: datetime) -> str:
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"


async def _opened(address: Address) -> Connection:
    """A superuser's connection: whoever that is there, nobody asks for a password."""
    connection = await come_in(address, OPERATOR)
    try:
        superuser = await connection.fetchval("SELECT rolname FROM pg_roles WHERE rolsuper AND rolcanlogin LIMIT 1")
    finally:
        await connection.close()
    return await come_in(address, superuser or OPERATOR)


async def _tell(connection: Connection) -> None:
    """What was recovered: each table read from its first row to its last, and the feed beside its counters."""
    version = await connection.fetchval("SELECT version_num FROM hearth_migration")
    click.echo(f"Schema {version}{_beside(version)}.")
    total, empty = 0, 0
    tables = await connection.fetch(TABLES)
    for name, counted in tables:
        rows = await connection.fetchval(counted)
        total, empty = total + rows, empty + (not rows)
        if rows:
            click.echo(f"  {name:<24}{rows:>14,}")
    click.echo(f"{total:,} rows in {len(tables) - empty} tables; {empty} are empty.")
    (feed,) = await connection.fetch(FEED)
    newest = "none" if feed["newest"] is None else _said(feed["newest"])
    click.echo(f"Feeds of {feed['countries']} countries: {feed['changes']:,} changes, the newest {newest}.")
    if feed["broken"]:
        raise ArchiveError(
            f"In {feed['broken']} countries the feed does not end where its counter stands.",
            "Recover from an earlier copy, and keep this archive: something wrote past Hearth, or a disk is failing.",
        )


def _beside(version: str) -> str:
    return (
        "" if version == newest_version() else f" (this Hearth's is {newest_version()}: hearth migrate brings it there)"
    )
