"""`hearth backup`, `hearth restore` and `hearth export --whole`: find the database, and tell what came of it.

What PostgreSQL's programs do runs outside the event loop, so that whoever interrupts the command ends them too.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

import asyncpg
import click

from countries.connections.coming_in import come_in
from countries.embedded.postgres_clients import Clients
from countries.register.register import load_register
from graph.backup.country_back import CountryRestore
from graph.backup.country_out import CountryBackup
from graph.backup.folder import new_folder
from graph.backup.manifest import BackupKind, Manifest, read_manifest, unlisted
from graph.backup.restoring import Restore
from graph.backup.whole import Backup
from graph.commands.bulk import bring_up, office_of
from graph.database.location import open_place
from graph.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from countries.connections.address import Address
    from graph.database.location import Location
    from graph.settings.settings import Settings

TIDYING = """
SELECT format('VACUUM (ANALYZE) %s', to_regclass(name)) FROM unnest($1::text[]) AS name
WHERE to_regclass(name) IS NOT NULL
"""
"""Lists that are read from an index alone are so once PostgreSQL knows which pages everybody sees."""
TOLD = "Clients that followed the feed are told to load everything anew."


@contextmanager
def _opened(settings: Settings) -> Iterator[Location]:
    place = asyncio.run(open_place(settings))
    try:
        yield place
    except asyncpg.InvalidCatalogNameError:
        raise Conflict("There is no such database yet.", "hearth migrate, or hearth restore, fills one.") from None
    finally:
        asyncio.run(place.close())


def run_backup(settings: Settings, path: Path) -> None:
    """Back up the whole database into a new folder.

    Raises:
        PlaceError: nobody says where the operator logs in.
        BadUserInput: the folder holds something already.
        Conflict: the login may not read all of it, or there is nothing.
        PostgresError: PostgreSQL's programs are missing, or fail.
    """
    with _opened(settings) as place:
        clients = Clients.find(settings.pg_bin, place.seen_whole_by(), settings.client_variables)
        with new_folder(path) as folder:
            backup = Backup(clients, folder)
            asyncio.run(backup.dump())
            manifest = backup.check()
    click.echo(f"{path}: {_held(manifest)}; the schema's version {manifest.schema}. All of it was read back.")


def run_whole_export(settings: Settings, path: Path, code: str) -> None:
    """Write all rows of one country into a new folder.

    Raises:
        PlaceError: the register has no such country, or nobody says where the operator logs in.
        BadUserInput: the folder holds something already.
        Conflict: the login does not see the rows, or the schema is another version's.
    """
    country = office_of(code)[0].country or ""
    with _opened(settings) as place:
        address, login = place.seen_whole_by()
        with new_folder(path) as folder:
            manifest = asyncio.run(CountryBackup(address, login, country, folder).run())
    click.echo(f"{path}: {_held(manifest)} of {country}, with ids, history, feed and releases.")


def run_restore(settings: Settings, path: Path) -> None:
    """Bring a backup back: a whole one into an empty database, one country's into a database where it is empty.

    Raises:
        PlaceError: nobody says where the owner, or the operator, logs in.
        BadUserInput: it is no backup, cut off, changed, or of another version.
        Conflict: the database, or the country, has rows already; nothing was written.
        PostgresError: PostgreSQL's programs are missing, or fail; nothing was written.
    """
    manifest = read_manifest(path)
    if others := unlisted(path, manifest):
        click.echo(f"{path} holds what is not of the backup, and is not read: {', '.join(others)}.", err=True)
    with _opened(settings) as place:
        if manifest.kind is BackupKind.COUNTRY:
            _restore_country(place, path, manifest)
        else:
            _restore_whole(place, settings, path, manifest)


def _restore_whole(place: Location, settings: Settings, path: Path, manifest: Manifest) -> None:
    clients = Clients.find(settings.pg_bin, place.owned_by(), settings.client_variables)
    restore = Restore(path, manifest, clients)
    asyncio.run(place.make())
    asyncio.run(restore.check_place())
    restore.run()
    click.echo(f"Restored as of {manifest.made:%Y-%m-%d %H:%M:%S} UTC: {_held(manifest)}. {TOLD}")
    asyncio.run(bring_up(place, settings))
    asyncio.run(_tidy(clients.address, clients.login, manifest))


def _restore_country(place: Location, path: Path, manifest: Manifest) -> None:
    asyncio.run(place.prepare(load_register()))
    address, login = place.seen_whole_by()
    brought = asyncio.run(CountryRestore(path, manifest, address, login).run())
    click.echo(
        f"Restored {manifest.country} as of {manifest.made:%Y-%m-%d %H:%M:%S} UTC: {brought.rows:,} rows,"
        f" its feed up to {brought.head:,}. {TOLD}"
    )
    if brought.left:
        listed = ", ".join(f"{rows:,} of {name}" for name, rows in brought.left.items())
        click.echo(f"Left in the directory, because the database has its own: {listed}.")
    asyncio.run(_tidy(address, login, manifest))


async def _tidy(address: Address, login: str, manifest: Manifest) -> None:
    connection = await come_in(address, login)
    try:
        for row in await connection.fetch(TIDYING, list(manifest.tables)):
            await connection.execute(row[0])
    finally:
        await connection.close()


def _held(manifest: Manifest) -> str:
    return f"{manifest.rows:,} rows in {len(manifest.tables)} tables"
