"""What a scheduler does once a night."""

from __future__ import annotations

import asyncio

import click

from graph.commands.errors import plainly


@click.command()
@click.option("--countries", default="all", show_default=True, help="ISO codes, or `all`.")
@plainly
def nightly(countries: str) -> None:
    """Reckon what hangs on the day, and empty what is kept no longer; for a scheduler, once a night.

    Where somebody is cleared until, where a home is, and what else is reckoned of other rows is put right by the rules
    and the day of today. The outcome of a check that was not passed goes after the months that the country has laid
    down, with what the history holds of it.
    """
    from graph.commands.nightly import run_nightly
    from graph.settings.settings import Settings

    asyncio.run(run_nightly(Settings.from_environment(), countries))
