"""The packs of this process: ours, and over them those of the installation's own folder, where it has one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from countries.packs.packs import load_packs
from countries.register.register import load_register

if TYPE_CHECKING:
    from pathlib import Path

    from countries.packs.packs import Packs

_FOLDERS: list[Path | None] = [None]
"""The installation's own folder; the last one counts."""


def lay_over(own: Path | None) -> None:
    """Say which folder is the installation's own, before anybody asks: the environment names it."""
    _FOLDERS[:] = [own]


def packs_in_force() -> Packs:
    """What every country lays down here; read once.

    Raises:
        PacksError: files have faults.
        OSError: a file cannot be read.
    """
    return _read(_FOLDERS[-1])


@cache
def _read(own: Path | None) -> Packs:
    return load_packs(load_register(), own)
