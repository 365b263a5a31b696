"""Rows in bulk on the command line: find the database, log in as who may, and tell what came of it."""

from __future__ import annotations

import getpass
import os
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console

from countries.connections.address import Address
from countries.connections.database import Database
from countries.connections.limits import TierLimits
from countries.connections.listener import announce
from countries.packs.packs import load_packs
from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import OPERATOR
from graph.bulk.exporting import Export, ExportFormat
from graph.bulk.faults import FaultyFilesError
from graph.bulk.importing import Import
from graph.bulk.keys_anew import order_anew
from graph.bulk.nightly import Nightly
from graph.bulk.one_form import OneForm
from graph.bulk.populations import read_populations
from graph.bulk.report import sentence, show_faults, texts_told, told_hold, told_steps
from graph.bulk.sheets import all_sheets
from graph.bulk.unsaid import CORRECTIONS, tell_unsaid_deaths
from graph.database.location import PlaceError, check_schema, open_place, prepared_place
from graph.database.populations import fill_populations

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date
    from pathlib import Path

    from countries.register.register import RegisteredCountry
    from graph.database.location import Location
from graph.settings.settings import Settings
from graph.words.checking import check_catalogues

ISSUER = "command line"
"""Who vouches for whoever runs a command: the machine, for its own accounts."""
ALONE = {Tier.OFFICE: TierLimits(connections=1, statement_seconds=3_600)}
"""The office's connection, alone; a statement may take as long as an import of a whole country does."""
LEFT_BEHIND = (
    "Left behind: history, the feed, keys of writes that were sent, and releases; --whole leaves nothing behind."
)
"""What an import takes none of."""
WIDE = 200
"""Columns of a table of faults where nobody says how wide the terminal is."""


def columns_help() -> list[tuple[str, str]]:
    """The names of files and sheets, each with its columns, for `--help`; a star stands at what has to be filled."""
    return [
        (sheet.name, ", ".join(cell.header + ("*" if cell.required else "") for cell in sheet.cells))
        for sheet in all_sheets().values()
    ]


def office_of(code: str) -> tuple[Caller, date]:
    """The office of a country, as whoever runs the command, and today's date there.

    Raises:
        PlaceError: the register has no such country.
    """
    country: RegisteredCountry | None = load_register().get(code.strip().upper())
    if country is None:
        raise PlaceError("The register has no such country.", "Name its ISO 3166-1 code, such as BE.")
    caller = Caller(account(), Tier.OFFICE, (country.code,), issuer=ISSUER)
    return caller, country.today(datetime.now(UTC))


def account() -> str:
    """The name of the machine's account that runs the command; its number where it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


@asynccontextmanager
async def office_database(settings: Settings, *, writing: bool) -> AsyncIterator[tuple[Database, Address]]:
    """The office's way into the database that the settings name, and where that is.

    Args:
        settings: where the database is.
        writing: whether rows are to be written, and not only read.

    Raises:
        PlaceError: the database has no tables yet, or not those that this Hearth writes.
        PostgresError: the embedded server cannot start.
    """
    async with prepared_place(settings, load_register()) as place:
        await place.check_tables(writing=writing)
        database = Database(place.address, ALONE)
        await database.open()
        try:
            yield database, place.address
        finally:
            await database.close()


async def run_import(settings: Settings, path: Path, code: str, *, dry_run: bool) -> None:
    """Import a file or a directory.

    Args:
        settings: where the database is.
        path: what to import.
        code: the country.
        dry_run: whether everything is checked and nothing written.

    Raises:
        PlaceError: the register has no such country, or the database no tables.
        SystemExit: something is wrong with the files; it was told on standard error.
    """
    caller, today = office_of(code)
    console = Console(stderr=True)
    reached: list[int] = []
    packs = load_packs(load_register(), settings.packs_dir)
    work = Import(caller, today, path, dry_run=dry_run, tell=lambda _, number: reached.append(number), packs=packs)
    work.holding = told_hold(console)
    try:
        rows = work.estimate()
        async with office_database(settings, writing=True) as (database, address):
            with told_steps(rows, console) as work.progress:
                brought = await work.run(database)
            if reached:
                await announce(address, code, reached[-1])
    except FaultyFilesError as error:
        _refuse(error)
    finally:
        work.close()
    click.echo(sentence(brought))


async def run_population(settings: Settings, path: Path) -> None:
    """Bring national child populations into the register; those that are there already are replaced.

    Raises:
        PlaceError: nobody says where the operator logs in.
        SystemExit: something is wrong with the file; it was told on standard error.
    """
    register = load_register()
    try:
        populations = read_populations(path, register, datetime.now(UTC).date())
    except FaultyFilesError as error:
        _refuse(error)
    async with prepared_place(settings, register) as place:
        address = place.filled_by()
        await check_schema(address, OPERATOR)
        rows = await fill_populations(address, populations)
        click.echo("1 population is in the register." if rows == 1 else f"{rows:,} populations are in the register.")


async def settle(place: Location, settings: Settings) -> None:
    """What is left to do for rows of before, once the schema is at its newest version; what remains is told.

    It is done by the operator, or by an owner who sees past row security. Where nobody may, it is said as long as there
    are texts of before.
    """
    address, login = place.operator or place.owner or (place.address, OPERATOR)
    folder = settings.data_dir / CORRECTIONS
    work = OneForm(address, login, ISSUER, account(), datetime.now(UTC).date(), folder)
    has_form = await work.run(lambda brought: click.echo("\n".join(texts_told(brought))))
    if has_form:
        await tell_unsaid_deaths(address, login, folder)
    is_ordered = await order_anew(address, login)
    nightly = Nightly(address, login, ISSUER, account(), datetime.now(UTC))
    if await nightly.where_rules_changed(load_register()) is None:
        click.echo(
            "Countries have laid down something else, and what is reckoned by it is not reckoned anew yet: set"
            " HEARTH_OPERATOR_DATABASE_URL to a URL with the operator's login and password, and migrate again.",
            err=True,
        )
    if is_ordered and has_form:
        return
    click.echo(
        "Texts that were written before are not in their one form yet, or not in their country's order, and whether"
        " every end by death is said of the child is not known: set HEARTH_OPERATOR_DATABASE_URL to a URL with the"
        " operator's login and password, and migrate again.",
        err=True,
    )


async def run_migrate(settings: Settings) -> None:
    """Bring the schema to its newest version, the register of countries up to date, and texts to their one form.

    Raises:
        PlaceError: nobody says where the owner logs in.
        CatalogueError: a catalogue of messages has faults; nothing was done.
    """
    check_catalogues()
    place = await open_place(settings)
    try:
        await bring_up(place, settings)
    finally:
        await place.close()


async def bring_up(place: Location, settings: Settings) -> None:
    """Migrate what is there, settle what is of before, and tell what is left for a superuser.

    Raises:
        PlaceError: nobody says where the owner logs in.
    """
    register = load_register()
    await place.prepare(register)
    left = await place.migrate(register) if place.server is None else []
    await settle(place, settings)
    click.echo("The schema is at its newest version.")
    if left:
        click.echo("Every login may still do what it need not. In this database, as a superuser:", err=True)
        click.echo("\n".join(f"  {statement};" for statement in left), err=True)


def _refuse(error: FaultyFilesError) -> NoReturn:
    show_faults(error.faults, wide(Console(stderr=True)))
    click.echo(f"{_number(error.faults.total)}; nothing was written.", err=True)
    raise SystemExit(1) from None


def wide(console: Console) -> Console:
    """A console that is wide enough for a table: one that is no terminal takes any width."""
    return console if console.is_terminal else Console(stderr=True, width=WIDE)


def _number(faults: int) -> str:
    return "One fault" if faults == 1 else f"{faults:,} faults"


async def run_export(settings: Settings, folder: Path, code: str, form: str) -> None:
    """Export a country into a directory.

    Raises:
        PlaceError: the register has no such country, or the database no tables.
        BadUserInput: the directory holds something already.
    """
    caller, today = office_of(code)
    async with office_database(settings, writing=False) as (database, _):
        counts = await Export(caller, today, folder, ExportFormat(form)).run(database)
    click.echo(f"{sum(counts.values()):,} rows written: {', '.join(f'{n:,} {name}' for name, n in counts.items())}.")
    click.echo(LEFT_BEHIND)
