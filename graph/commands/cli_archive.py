"""The commands of an archive: kept, brought back, and tried. Thin, as the others are."""

from __future__ import annotations

import asyncio
import signal
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from graph.commands.errors import plainly


class _Instant(click.ParamType["datetime"]):
    """An instant with its zone: without one nobody knows which hour is meant."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401 - as click has it
        try:
            instant = datetime.fromisoformat(value)
        except ValueError:
            self.fail("This is no instant. Write it as 2026-11-29T16:05:00Z.", param, ctx)
        if instant.tzinfo is None:
            self.fail("The zone is missing. Write it as 2026-11-29T16:05:00Z or 2026-11-29T17:05:00+01:00.", param, ctx)
        return instant


_FOLDER = click.Path(file_okay=False, path_type=Path)
_UNTIL = click.option("--until", type=_Instant(), help="Such as 2026-11-29T16:05:00Z; else as far as the log goes.")


@click.command()
@click.argument("folder", metavar="ARCHIVE", type=_FOLDER)
@click.option("--copy", is_flag=True, help="Make a further whole copy, and end.")
@click.option(
    "--keep", default=2, show_default=True, type=click.IntRange(1), help="So many copies stay, and their log."
)
@plainly
def archive(folder: Path, copy: bool, keep: int) -> None:  # noqa: FBT001 - click gives a flag's value by its name
    """Receive all that HEARTH_REPLICATION_URL writes into ARCHIVE, beside a first whole copy.

    It runs until the server goes away, and is to be started again by whoever started it. With --copy it makes one copy,
    checks it, removes what is older, and ends.
    """
    from graph.commands.archive import keep_archive
    from graph.settings.settings import Settings

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        keep_archive(Settings.from_environment(), folder, copy=copy, keep=keep)
    except KeyboardInterrupt:
        if copy:
            raise
        click.echo("Stopped.", err=True)


@click.command()
@click.argument("folder", metavar="ARCHIVE", type=_FOLDER)
@click.argument("data", metavar="DATA_DIR", type=_FOLDER)
@_UNTIL
@plainly
def recover(folder: Path, data: Path, until: datetime | None) -> None:
    """Make DATA_DIR, on which PostgreSQL comes back from ARCHIVE as it was at an instant."""
    from graph.commands.archive import recover as work
    from graph.settings.settings import Settings

    work(Settings.from_environment(), folder, data, until)


@click.command()
@click.argument("folder", metavar="ARCHIVE", type=_FOLDER)
@_UNTIL
@click.option("--scratch", type=_FOLDER, help="Where there is room for a copy of the database.")
@click.option("--database", default="hearth", show_default=True)
@plainly
def rehearse(folder: Path, until: datetime | None, scratch: Path | None, database: str) -> None:
    """Bring the database back from ARCHIVE for a look, count what is in it, and remove it again."""
    from graph.commands.archive import rehearse as work
    from graph.settings.settings import Settings

    asyncio.run(work(Settings.from_environment(), folder, until, scratch, database))
