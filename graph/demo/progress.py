"""How far long work has come: a bar in a terminal, a line at each tenth elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TENTHS = 10
A_SECOND = 1.0


@contextmanager
def counted(what: str, total: int, console: Console | None = None) -> Iterator[Callable[[int], None]]:
    """Show how many of `total` are done, since when, and how long the rest will take.

    Args:
        what: what is counted, as a heading.
        total: how many there are, one at least.
        console: where to show it; without it, standard output.

    Yields:
        What to call with how many more are done.
    """
    console = console or Console()
    if not console.is_terminal:
        yield _ProgressLines(what, total, console).advance
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda more: bar.update(task, advance=more)


class _ProgressLines:
    """A line each time that another tenth is done, in a second at most one, and at the end."""

    def __init__(self, what: str, total: int, console: Console) -> None:
        self._what = what
        self._total = total
        self._console = console
        self._began = self._last = monotonic()
        self._done = self._shown = 0

    def advance(self, more: int) -> None:
        """So many more are done."""
        self._done += more
        now = monotonic()
        tenth = self._done * TENTHS // self._total > self._shown * TENTHS // self._total
        if tenth and (now - self._last >= A_SECOND or self._done >= self._total):
            self._show(now)

    def _show(self, now: float) -> None:
        """A line; what is left will go as fast as what was done since the line before."""
        pace = (now - self._last) / (self._done - self._shown)
        left = self._total - self._done
        self._console.print(
            f"{self._what}: {self._done:,} of {self._total:,} in {_clock(now - self._began)}, "
            f"{_clock(pace * left)} left",
            highlight=False,
            soft_wrap=True,
        )
        self._last, self._shown = now, self._done


def _clock(seconds: float) -> str:
    return str(timedelta(seconds=round(seconds)))
