"""`hearth backup` and `hearth restore`: thin, as `graph/cli.py`."""

from __future__ import annotations

from pathlib import Path

import click

from graph.commands.errors import plainly


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@plainly
def backup(folder: Path) -> None:
    """Back up the whole database into an empty or a new directory, and read it back.

    It is of one instant, while everybody goes on writing. Done as the operator, by PostgreSQL's own pg_dump.
    """
    from graph.commands.backup import run_backup
    from graph.settings.settings import Settings

    run_backup(Settings.from_environment(), folder)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@plainly
def restore(folder: Path) -> None:
    """Bring back what `hearth backup`, or `hearth export --whole`, has written: all of it or nothing.

    A whole backup goes into an empty database, as the owner, and is migrated; one country's into a database where the
    country is empty, as the operator. Clients that followed the feed are told to load everything anew.
    """
    from graph.commands.backup import run_restore
    from graph.settings.settings import Settings

    run_restore(Settings.from_environment(), folder)
