"""What is done with policy packs: see whether a file is right."""

from __future__ import annotations

from pathlib import Path

import click

from graph.commands.errors import plainly


@click.group()
def rules() -> None:
    """Look at what countries lay down: their policy packs."""


@rules.command(name="check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@plainly
def check_rules(file: Path) -> None:
    """See whether a pack is right, before anybody installs it.

    FILE is named after its country, BE.csv, or default.csv. It is read as one of HEARTH_PACKS_DIR, over the packs that
    come with the program; one of those is read as itself. Every fault is told at once, with its line and column, and
    what contradicts what. No database is asked, and nothing is changed. The exit code is 1 where there is a fault.
    """
    from countries.packs.faults import PacksError
    from countries.packs.lines import read_lines
    from countries.packs.packs import DEFAULT, load_packs
    from countries.register.register import load_register
    from graph.settings.settings import Settings

    settings = Settings.from_environment()
    try:
        load_packs(load_register(), settings.packs_dir, instead=file)
    except PacksError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        number = len(error.faults)
        click.echo("One fault." if number == 1 else f"{number:,} faults.", err=True)
        raise SystemExit(1) from None
    lines, _ = read_lines(file, parts=file.stem != DEFAULT)
    doubted = sum(not line.certain for line in lines)
    click.echo(f"{file}: {len(lines):,} lines, right; {doubted:,} of them to be confirmed.")
