"""Figures that are out beside those that what is told of counts makes: which are others, and which are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.closing.definitions import is_declared, unpublished
from graph.closing.lattice import Areas, part_cell
from graph.closing.publishing import PublishedCount, Publisher
from graph.indicators.catalogue import all_indicators, all_measures
from graph.indicators.model import AreaLevel, Counts, National, Part
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from countries.register.register import Register
    from graph.closing.lattice import Cell
    from graph.closing.publishing import FigureRow
    from graph.indicators.model import Measure
    from graph.indicators.splits import Splits

KEY = 5
"""So many columns of a figure say what it is about; the others say what."""


def measures_then() -> dict[str, Measure]:
    """What is counted and is no public register, by code."""
    measures = {code: each for code, each in all_measures().items() if is_declared(each)} | dict(unpublished())
    return {code: each for code, each in measures.items() if each.counts is not Counts.PLACES}


def areas_of(cells: Iterable[Cell], register: Register, *, brief: bool) -> Areas:
    """The areas of a release, by its cells."""
    return Areas.of({cell.area for cell in cells if register.get(cell.area) is not None}, register, brief=brief)


def known_by_figures(published: Iterable[FigureRow]) -> dict[Cell, PublishedCount]:
    """What everybody knows of homes and their places, as far as figures show it."""
    indicators, found = all_indicators(), {}
    for each in published:
        indicator = indicators.get(each.indicator)
        for part, number in _parts(indicator, each):
            if part.measure.counts is Counts.PLACES and number is not None:
                cell = part_cell(part, each.area, *_split(each))
                found[cell] = PublishedCount(*[int(number)] * 3)
    return found


def _parts(indicator: object, figure: FigureRow) -> Iterator[tuple[Part, int | None]]:
    for part, number in (
        (getattr(indicator, "numerator", None), figure.numerator),
        (getattr(indicator, "denominator", None), figure.denominator),
    ):
        if isinstance(part, Part):
            yield part, number


def _split(figure: FigureRow) -> tuple[Splits, tuple[str, ...]]:
    if not figure.split_by:
        return (), ()
    return tuple(Dimension(each) for each in figure.split_by.split(",")), tuple(figure.categories.split(","))


def made_again(told: Mapping[Cell, PublishedCount], areas: Areas, published: Sequence[FigureRow]) -> list[FigureRow]:
    """The figures that what is told of counts makes.

    The register of populations may have changed since: what was divided by is taken from the figures themselves.

    Args:
        told: what is told of each count; of what is not here, nothing.
        areas: of the release.
        published: the figures that are out.
    """
    indicators = all_indicators()
    populations = {
        each.area: int(each.denominator)
        for each in published
        if each.indicator in _national() and each.level == AreaLevel.COUNTRY and each.denominator is not None
    }
    return list(Publisher(told, areas, populations).figures(indicators.values()))


def differences(published: Iterable[FigureRow], made: Iterable[FigureRow]) -> Iterator[str]:
    """What is out otherwise than it is made, or is missing, or is made by nothing: each in a few words.

    Where a figure shows nothing nobody can say which population, or how many places, it was to be divided by.
    """
    there, mine = {each[:KEY]: each for each in published}, {each[:KEY]: each for each in made}
    unsaid = _national() | {
        code
        for code, each in all_indicators().items()
        if isinstance(each.denominator, Part) and each.denominator.measure.counts is Counts.PLACES
    }
    for place in sorted(there.keys() | mine.keys()):
        was, now = there.get(place), mine.get(place)
        indicator, area, categories = (str(each) for each in place[2:])
        words = " ".join(filter(None, (indicator, area, categories)))
        if was is None:
            yield f"{words}: the figure is missing."
        elif now is None:
            yield f"{words}: there is a figure that nothing makes."
        elif was != now and not (indicator in unsaid and was.value is None and was.denominator is None):
            yield f"{words}: the figure is another one."


def _national() -> set[str]:
    return {code for code, each in all_indicators().items() if isinstance(each.denominator, National)}
