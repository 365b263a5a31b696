"""Which releases tell the same of an area: where one figure has changed, others may stand for other counts, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from graph.closing.lattice import Areas, Cell
    from graph.closing.stated import Stated


def editions(
    releases: Sequence[Stated], areas: Areas, name: Callable[[Cell, Stated], str]
) -> Iterator[Mapping[str, tuple[int, ...]]]:
    """Of each release the edition of every area, and of all that it adds up: `{"BE": (0,), "EUROPE": (1, 0, 1)}`.

    Counts of two releases are proved as one while the editions of their area are the same. Where a late entry has
    changed a figure, all of the area is proved anew: it could not be what it was, and all but that figure need not be.

    Args:
        releases: the new one first.
        areas: of the new one.
        name: what a cell of a release is called, in whatever release it stands.
    """
    told: dict[str, list[dict[str, int]]] = {}
    below = dict(areas.sums())
    for release in releases:
        figures: dict[str, dict[str, int]] = {area: {} for area in areas.all}
        for cell, figure in release.figures.items():
            figures.setdefault(cell.area, {})[name(cell, release)] = figure
        found = {area: _edition(told.setdefault(area, []), mine) for area, mine in figures.items()}
        yield {area: tuple(found[each] for each in _within(area, below)) for area in figures}


def _edition(told: list[dict[str, int]], mine: Mapping[str, int]) -> int:
    """The first that tells nothing otherwise, which is told what is new; else a new one."""
    for number, each in enumerate(told):
        if all(each.get(name, figure) == figure for name, figure in mine.items()):
            each.update(mine)
            return number
    told.append(dict(mine))
    return len(told) - 1


def _within(area: str, below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """An area and all that it adds up."""
    yield area
    for each in below.get(area, ()):
        yield from _within(each, below)
