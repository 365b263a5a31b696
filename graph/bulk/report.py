"""What a person sees of an import: how far it is, what is wrong with the files, and what was written."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.demo import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from graph.bulk.faults import Faults
    from graph.bulk.importing import Brought
    from graph.bulk.locks import ImportLocks
    from graph.bulk.one_form import Rewritten as FormBrought

READING = "Reading"
FELT_SECONDS = 1


@contextmanager
def told_steps(rows: int, console: Console) -> Iterator[Callable[[str, int], None]]:
    """Show how many of about `rows` are read, and which step follows.

    Yields:
        What to call with a step and how many rows more of it are done.
    """
    total = max(1, rows)
    with counted("Rows read", total, console) as advance:
        left = total

        def tell(step: str, done: int) -> None:
            nonlocal left
            if step == READING:
                # The number of rows was an estimate: cells may hold line ends.
                more = min(done, left)
                left -= more
                if more:
                    advance(more)
            else:
                console.print(f"{step} …", highlight=False)

        yield tell


def told_hold(console: Console) -> Callable[[ImportLocks], None]:
    """What tells a person of what is held, before it is."""

    def tell(held: ImportLocks) -> None:
        told = held_told(held)
        if told is not None:
            console.print(told, highlight=False)

    return tell


def show_faults(faults: Faults, console: Console) -> None:
    """A table of the faults, and how many there are besides."""
    table = Table("File", "Row", "Column", "Value", "What is wrong", "What to do", show_lines=False)
    for fault in faults:
        cells = (fault.file, "" if fault.row is None else str(fault.row), fault.column or "", fault.value or "")
        table.add_row(*(Text(cell) for cell in (*cells, fault.message, fault.hint)))
    console.print(table)
    if faults.total > len(faults.listed):
        console.print(f"And {faults.total - len(faults.listed):,} more.", highlight=False)


def held_told(held: ImportLocks) -> str | None:
    """What an import keeps from others, and for how long; nothing where nobody would feel it."""
    seconds = round(held.seconds)
    if seconds < FELT_SECONDS or not held.rows:
        return None
    counts = [f"{count:,} {name}" for name, count in (("children", held.children), ("homes", held.homes), *held.others)]
    return (
        f"{', '.join(counts[:-1])} and {counts[-1]} on record stand in the files: what others write about"
        f" them waits for the end, about {seconds:,} seconds, or is refused with TIMEOUT and can be repeated."
    )


def sentence(brought: Brought) -> str:
    """What came of an import, in a sentence or two."""
    if brought.stored is None:
        told = f"{brought.rows:,} rows are in order. Nothing was written: this was a dry run."
        held = held_told(brought.held)
        return told if held is None else f"{told} When they are written: {held}"
    created, changed = sum(brought.stored.created.values()), sum(brought.stored.changed.values())
    if not created and not changed:
        return f"{brought.rows:,} rows read; everything is on record already."
    parts = [f"{verb} {_counts(counts)}" for verb, counts in _said(brought) if counts]
    return f"{brought.rows:,} rows read: {'; '.join(parts)}."


def texts_told(brought: FormBrought) -> Iterator[str]:
    """What the back-fill of texts did in a country, and what is left to a person."""
    yield f"{brought.code}: {brought.rows:,} rows were brought to one form of text."
    for path, rows in brought.listed.items():
        yield (
            f"{brought.code}: {rows:,} {path.stem} share a number or a name, or have none that is seen. They are listed"
            f" in {path}, which names people. Correct it there, then: hearth import {path} --country {brought.code}"
        )


def _said(brought: Brought) -> list[tuple[str, Mapping[str, int]]]:
    stored = brought.stored
    return [] if stored is None else [("new", stored.created), ("changed", stored.changed)]


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())
