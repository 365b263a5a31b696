"""The commands of a Citus cluster: thin, no logic of their own."""

from __future__ import annotations

import asyncio

import click

from graph.commands.errors import plainly


@click.command()
@click.option("--dry-run", is_flag=True, help="Name the steps and take none.")
@plainly
def distribute(dry_run: bool) -> None:  # noqa: FBT001 - click gives a flag's value by its name
    """Spread the migrated tables of HEARTH_CITUS_URL over the nodes of its Citus cluster."""
    from graph.database.citus import citus_address
    from graph.database.citus import distribute as work
    from graph.settings.settings import Settings

    address, login = citus_address(Settings.from_environment())
    click.echo(asyncio.run(work(address, login, tell=click.echo, dry_run=dry_run)))


@click.command()
@plainly
def places() -> None:
    """Print which node of HEARTH_CITUS_URL's cluster holds which countries' rows."""
    from countries.register.register import load_register
    from graph.database.citus import citus_address
    from graph.database.residency import listed
    from graph.database.residency import places as work
    from graph.settings.settings import Settings

    address, login = citus_address(Settings.from_environment())
    for line in listed(*asyncio.run(work(address, login, load_register()))):
        click.echo(line)


@click.command()
@click.argument("country")
@click.argument("node")
@plainly
def place(country: str, node: str) -> None:
    """Keep a country's rows on one node of HEARTH_CITUS_URL's cluster, in shards of its own.

    COUNTRY is an ISO code, NODE a host or host:port that `hearth places` prints. The first time its writes wait while
    it is given shards of its own. As it moves it is written to where every server's wal_level is logical; else its
    writes wait for that too. What the rows left on the node before is dropped at once. Nothing moves while a period is
    being closed.
    """
    from countries.register.register import load_register
    from graph.database.citus import citus_address
    from graph.database.residency import place as work
    from graph.settings.settings import Settings

    address, login = citus_address(Settings.from_environment())
    click.echo(asyncio.run(work(address, login, load_register(), country, node, tell=click.echo)))
