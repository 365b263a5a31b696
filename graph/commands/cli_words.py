"""What the product says: the template of its catalogues, catalogues brought up to it, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import click

from graph.commands.errors import plainly


@click.group()
def words() -> None:
    """Look after the catalogues of messages."""


@words.command()
def template() -> None:
    """Write everything that is said to callers to standard output, as a template of gettext."""
    from graph.commands.words import all_messages
    from graph.words.template import template as made
    from graph.words.template import written

    click.echo(written(made(all_messages())), nl=False)


@words.command()
@click.argument("languages", nargs=-1, metavar="[LANGUAGE]...")
@plainly
def update(languages: tuple[str, ...]) -> None:
    """Bring catalogues up to what is said now: what is new comes in, translations stay, what is gone goes.

    LANGUAGE is a tag, such as fr; all that there are where none is named. A new one begins empty. Writes
    docs/languages.md too.
    """
    from graph.commands.words import update_catalogues

    for path, missing in update_catalogues(languages):
        click.echo(f"{path}: {missing:,} messages fall back to English.")


@words.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@plainly
def check(files: tuple[Path, ...]) -> None:
    """Look at catalogues: all of ours, or the FILES that are named. Tells file, line and what is wrong."""
    from graph.commands.words import catalogue_faults

    faults = list(catalogue_faults(files))
    for fault in faults:
        click.echo(str(fault))
    if faults:
        many = "1 fault" if len(faults) == 1 else f"{len(faults):,} faults"
        raise click.ClickException(f"{many}.")
