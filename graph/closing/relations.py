"""What everybody knows of how the counts of one release add up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.closing.lattice import Cell, categories_of, divisions, splits_of
from graph.entities.home import SETTING_OF, HomeSetting
from graph.indicators.alternative_care_rate import MINORS_IN_CARE
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.community_links import COMMUNITY_LINKS
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.residential_share import MINORS_IN_RESIDENTIAL_CARE
from graph.indicators.splits import CATEGORIES, AgeGroup, Dimension, in_order
from graph.indicators.without_community_links import CHILDREN_WITHOUT_LINKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.closing.lattice import Areas
    from graph.indicators.model import Measure
    from graph.indicators.splits import Splits

Sum = tuple[Sequence[tuple[Cell, int]], int | None, int | None]
"""Cells with their coefficients, and the least and the most of their sum."""
UNPUBLISHED = {each.code: each for each in (ENTRY_EVENTS, EXIT_EVENTS)}
"""Counts that bind published ones to each other, and are not published themselves; country by country is enough."""
MOST_TIMES = 183
"""A child comes into care, or leaves it, at most on every second day of a year."""


def sums_within(measures: Iterable[Measure], areas: Areas) -> Iterator[Sum]:
    """Every sum among the cells of one release."""
    for measure in measures:
        for split in sorted(measure.all_splits) if measure.code not in UNPUBLISHED else ():
            for categories in categories_of(split):
                for area, within in areas.sums():
                    if split not in measure.splits_at(areas.level(within[0])):
                        continue
                    yield _equation(
                        Cell(measure.code, area, split, categories),
                        [Cell(measure.code, each, split, categories) for each in within],
                    )
        for area in areas.all if measure.code not in UNPUBLISHED else areas.countries:
            yield from _over_categories(measure, area, areas)
            if measure.part_of is not None:
                yield from _part_of(measure, measure.part_of, area, areas)


def _equation(whole: Cell, parts: Sequence[Cell]) -> Sum:
    return [(whole, -1), *((part, 1) for part in parts)], 0, 0


def _over_categories(measure: Measure, area: str, areas: Areas) -> Iterator[Sum]:
    """Categories add up to the whole, and care forms to settings."""
    for whole, parts in divisions(measure, area, areas):
        yield _equation(whole, parts)
    splits = splits_of(measure, area, areas)
    for split in splits:
        if Dimension.CARE_FORM in split:
            yield from _forms_in_settings(measure, area, split, splits)


def _forms_in_settings(measure: Measure, area: str, split: Splits, splits: Sequence[Splits]) -> Iterator[Sum]:
    rest = tuple(each for each in split if each is not Dimension.CARE_FORM)
    upper = in_order({*rest, Dimension.SETTING})
    if upper not in splits:
        return
    place, above = split.index(Dimension.CARE_FORM), upper.index(Dimension.SETTING)
    for others in categories_of(rest):
        for setting in CATEGORIES[Dimension.SETTING]:
            forms = [form for form, its in SETTING_OF.items() if its == setting]
            yield _equation(
                Cell(measure.code, area, upper, (*others[:above], setting, *others[above:])),
                [Cell(measure.code, area, split, (*others[:place], form, *others[place:])) for form in forms],
            )


def _part_of(measure: Measure, whole: Measure, area: str, areas: Areas) -> Iterator[Sum]:
    """Nothing is more than what it is a part of."""
    for split in sorted({*splits_of(measure, area, areas)} & {*splits_of(whole, area, areas)}):
        for categories in categories_of(split):
            part, all_of_it = Cell(measure.code, area, split, categories), Cell(whole.code, area, split, categories)
            yield [(part, 1), (all_of_it, -1)], None, 0


def _residential_minors(areas: Areas) -> Iterator[Sum]:
    """No more than all who live in residential care, and no fewer than those less all who are grown up."""
    for area in areas.all:
        minors = Cell(MINORS_IN_RESIDENTIAL_CARE.code, area, (), ())
        everybody = Cell(CHILDREN_IN_CARE.code, area, (Dimension.SETTING,), (HomeSetting.RESIDENTIAL,))
        grown = Cell(CHILDREN_IN_CARE.code, area, (Dimension.AGE_GROUP,), (AgeGroup.AGE_18_PLUS_OR_UNKNOWN,))
        yield [(minors, 1), (everybody, -1)], None, 0
        yield [(everybody, 1), (grown, -1), (minors, -1)], None, 0


def _ties(areas: Areas) -> Iterator[Sum]:
    """Whoever has a tie to the community has one link at least."""
    for area in areas.all:
        for split in splits_of(COMMUNITY_LINKS, area, areas):
            for categories in categories_of(split):
                codes = (CHILDREN_IN_CARE.code, CHILDREN_WITHOUT_LINKS.code, COMMUNITY_LINKS.code)
                living, untied, links = (Cell(code, area, split, categories) for code in codes)
                yield [(living, 1), (untied, -1), (links, -1)], None, 0


def balances(measures: Mapping[str, Measure], areas: Areas) -> Iterator[Sum]:
    """What is the same by definition: children under eighteen, and stocks with what flows in and out."""
    for area in areas.all:
        if MINORS_IN_CARE.code in measures:
            grown = Cell(CHILDREN_IN_CARE.code, area, (Dimension.AGE_GROUP,), (AgeGroup.AGE_18_PLUS_OR_UNKNOWN,))
            yield _equation(Cell(CHILDREN_IN_CARE.code, area, (), ()), [Cell(MINORS_IN_CARE.code, area, (), ()), grown])
    if MINORS_IN_RESIDENTIAL_CARE.code in measures:
        yield from _residential_minors(areas)
    if COMMUNITY_LINKS.code in measures:
        yield from _ties(areas)
    yield from _stock_and_flow(measures, areas)
    if {CHILDREN_IN_CARE.code, CHILDREN_IN_CARE_BEFORE.code, ENTRIES.code, EXITS.code} <= measures.keys():
        yield from _comings_and_goings(areas)


def _stock_and_flow(measures: Mapping[str, Measure], areas: Areas) -> Iterator[Sum]:
    """Who was in care before, and came, and did not leave, is in care now; sex by sex, for it does not change.

    What comes and leaves here are events, which are never published; a child that is counted once has at least one,
    and no more than one for every second day.
    """
    signs = {CHILDREN_IN_CARE.code: 1, CHILDREN_IN_CARE_BEFORE.code: -1, ENTRY_EVENTS.code: -1, EXIT_EVENTS.code: 1}
    if not signs.keys() <= measures.keys():
        return
    for split in ((), (Dimension.SEX,)):
        for categories in categories_of(split):
            for area in areas.countries:
                yield [(Cell(code, area, split, categories), sign) for code, sign in signs.items()], 0, 0
                for children, events in ((ENTRIES, ENTRY_EVENTS), (EXITS, EXIT_EVENTS)):
                    once = Cell(children.code, area, split, categories)
                    often = once._replace(measure=events.code)
                    yield [(once, 1), (often, -1)], None, 0
                    yield [(often, 1), (once, -MOST_TIMES)], None, 0


def _comings_and_goings(areas: Areas) -> Iterator[Sum]:
    """Children, each once: who is there was there or came, who came is there or left, and the other way round.

    Whoever came more often than left was not there before; the last two lines count them twice at most.
    """
    for area in areas.all:
        for split in ((), (Dimension.SEX,)):
            for categories in categories_of(split):
                codes = (CHILDREN_IN_CARE_BEFORE.code, CHILDREN_IN_CARE.code, ENTRIES.code, EXITS.code)
                before, after, came, left = (Cell(code, area, split, categories) for code in codes)
                yield [(after, 1), (before, -1), (came, -1)], None, 0
                yield [(before, 1), (after, -1), (left, -1)], None, 0
                yield [(came, 1), (after, -1), (left, -1)], None, 0
                yield [(left, 1), (before, -1), (came, -1)], None, 0
                yield [(left, 1), (before, -1), (after, 1), (came, -2)], None, 0
                yield [(came, 1), (before, 1), (after, -1), (left, -2)], None, 0


def comings(parts: Sequence[int], whole: int, areas: Areas) -> Iterator[list[tuple[int, Cell, int]]]:
    """Over a period as many come at least as a stock rises between two days of it, and as many leave as it falls.

    Args:
        parts: the releases of parts of the period, in the order of their days.
        whole: the release of the period.
        areas: the areas.

    Yields:
        releases and cells with their factors, whose sum is not above zero.
    """
    for area in areas.all:
        for split in ((), (Dimension.SEX,)):
            for categories in categories_of(split):
                codes = (CHILDREN_IN_CARE_BEFORE.code, CHILDREN_IN_CARE.code, ENTRIES.code, EXITS.code)
                before, after, came, left = (Cell(code, area, split, categories) for code in codes)
                for place, first in enumerate(parts):
                    for last in parts[place:]:
                        yield [(last, after, 1), (first, before, -1), (whole, came, -1)]
                        yield [(first, before, 1), (last, after, -1), (whole, left, -1)]
