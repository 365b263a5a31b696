"""What is done with packs, code lists and catalogues of messages: see whether a file is right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.commands.errors import plainly

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.group()
def rules() -> None:
    """Look at what countries lay down: their packs, lists and words."""


@rules.command(name="check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@plainly
def check_rules(file: Path) -> None:
    """See whether a pack, a code list or a catalogue of messages is right, before anybody installs it.

    A pack is named after its country, BE.csv, or default.csv. It is read as one of HEARTH_PACKS_DIR, over the packs
    that come with the program; one of those is read as itself. A code list is BE/legal_grounds.csv, named after its
    list in a folder named after its country; a catalogue is fr.po. Every fault is told at once, with its line and
    column, and what contradicts what. No database is asked, and nothing is changed. The exit code is 1 where there is
    a fault.
    """
    from countries.codes.codes import is_list

    faults, right = _catalogue(file) if file.suffix == ".po" else _list(file) if is_list(file) else _pack(file)
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        click.echo("One fault." if len(faults) == 1 else f"{len(faults):,} faults.", err=True)
        raise SystemExit(1)
    click.echo(f"{file}: {right}")


def _pack(file: Path) -> tuple[Sequence[object], str]:
    from countries.packs.faults import PacksError
    from countries.packs.lines import read_lines
    from countries.packs.packs import DEFAULT, load_packs
    from countries.register.register import load_register
    from graph.settings.settings import Settings

    settings = Settings.from_environment()
    try:
        load_packs(load_register(), settings.packs_dir, instead=file)
    except PacksError as error:
        return error.faults, ""
    lines, _ = read_lines(file, parts=file.stem != DEFAULT)
    return (), f"{len(lines):,} lines, right; {sum(not line.certain for line in lines):,} of them to be confirmed."


def _list(file: Path) -> tuple[Sequence[object], str]:
    from countries.codes.reading import read_list
    from countries.register.register import load_register

    codes, faults = read_list(file, load_register())
    return faults, f"{len(codes):,} lines, right; {sum(not code.certain for code in codes):,} of them to be confirmed."


def _catalogue(file: Path) -> tuple[Sequence[object], str]:
    from graph.commands.words import catalogue_faults

    return list(catalogue_faults([file])), "right."
