"""Which releases tell the same of an area: where one figure has changed, others may stand for other counts, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

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


def at_odds(
    releases: Sequence[Stated], areas: Areas, name: Callable[[Cell, Stated], str]
) -> Mapping[str, set[tuple[int, int]]]:
    """The pairs of releases that tell one count of an area, or of what it adds up, otherwise: `{"BE": {(0, 3)}}`.

    One of them was counted before a late entry and the other one after it, so nothing holds between the two there: a
    year that is told anew has other children who left than the quarters that it has been told with.

    Args:
        releases: the new one first, then those that are out, in the order in which they came out.
        areas: as `editions`.
        name: as `editions`.
    """
    own: dict[str, set[tuple[int, int]]] = {area: set() for area in areas.all}
    told: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, release in enumerate(releases):
        for cell, figure in release.figures.items():
            before = told.setdefault((cell.area, name(cell, release)), [])
            own.setdefault(cell.area, set()).update((other, number) for other, each in before if each != figure)
            before.append((number, figure))
    below = dict(areas.sums())
    count = len(releases)
    return {area: _since(set().union(*(own[each] for each in _within(area, below))), count) for area in areas.all}


def _since(pairs: Collection[tuple[int, int]], count: int) -> set[tuple[int, int]]:
    """What has come out after a release that another one is at odds with is at odds with that one too."""

    def came_out(number: int) -> int:
        return number or count

    found = set()
    for pair in pairs:
        before, after = sorted(pair, key=came_out)
        found |= {(min(before, each), max(before, each)) for each in range(count) if came_out(each) >= came_out(after)}
    return found


def at_one(numbers: Sequence[int], odds: Collection[tuple[int, int]]) -> list[list[int]]:
    """The largest groups of releases of which no two are at odds."""
    groups = [frozenset(numbers)]
    for pair in sorted(odds):
        split = (
            part for group in groups for part in ([group - {each} for each in pair] if group >= {*pair} else [group])
        )
        found = list(dict.fromkeys(split))
        groups = [each for each in found if not any(each < other for other in found)]
    return [sorted(group) for group in groups]


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
