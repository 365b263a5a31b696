"""What holds by definition among the counts of one area and one release; derived from what measures declare.

Every measure is taken here with all its splits, in every area: what is not published there binds what is. Each rule
yields rows: cells with whole factors, and the least and the most of their sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.closing import presences
from graph.closing.each_child import rows_of
from graph.closing.lattice import Cell, categories_of, part_cell
from graph.entities.home_form import SETTING_OF, HomeSetting
from graph.indicators.catalogue import all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Part
from graph.indicators.presence import PRESENCES
from graph.indicators.splits import CATEGORIES, Dimension, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from graph.closing.each_child import ChildSum as ChildSum  # noqa: PLC0414 - who asks for definitions names their rows
    from graph.indicators.model import Measure
    from graph.indicators.splits import Splits


def unpublished() -> Mapping[str, Measure]:
    """What binds published counts to each other and is not published itself, by code."""
    published = all_measures()
    parts = (part.measure for each in published.values() for part in (*each.made_of, *each.but))
    counted = (*(measure for presence in PRESENCES for measure in presence.measures), *parts)
    return {measure.code: measure for measure in counted if measure.code not in published}


def equal(whole: Cell, parts: Iterable[Cell]) -> ChildSum:
    """The parts add up to the whole."""
    return [(whole, -1), *((part, 1) for part in parts)], 0, 0


def at_most(*terms: tuple[Cell, int]) -> ChildSum:
    """The sum is not above zero."""
    return list(terms), None, 0


def definitions(measures: Mapping[str, Measure], area: str, days: int) -> Iterator[ChildSum]:
    """Every row among the counts of an area.

    Args:
        measures: what is counted there, by code; a rule that needs another one yields nothing.
        area: the area.
        days: how many the period has.
    """
    for measure in measures.values():
        for rule in RULES:
            yield from rule(measure, area)
    for presence in PRESENCES:
        for sentence in presences.RULES:
            for row in sentence(presence, area, days):
                if all(cell.measure in measures for cell, _ in row[0]):
                    yield row


def _divided(measure: Measure, area: str) -> Iterator[ChildSum]:
    """Categories add up to the whole, and forms of homes to no more than their setting: others live in it elsewhere."""
    splits = measure.bound_splits
    for split in sorted(splits):
        for dimension in split:
            rest = tuple(each for each in split if each is not dimension)
            for categories in categories_of(rest) if rest in splits else ():
                chosen = dict(zip(rest, categories, strict=True))
                yield equal(
                    _cell(measure, area, chosen),
                    [_cell(measure, area, {**chosen, dimension: each}) for each in CATEGORIES[dimension]],
                )
            if dimension is Dimension.CARE_FORM and in_order({*rest, Dimension.SETTING}) in splits:
                for categories in categories_of(rest):
                    chosen = dict(zip(rest, categories, strict=True))
                    for setting in HomeSetting:
                        forms = [form for form, its in SETTING_OF.items() if its is setting]
                        yield at_most(
                            (_cell(measure, area, {**chosen, Dimension.SETTING: setting}), -1),
                            *((_cell(measure, area, {**chosen, dimension: form}), 1) for form in forms),
                        )


def _cell(measure: Measure, area: str, chosen: Mapping[Dimension, str]) -> Cell:
    return part_cell(Part(measure, chosen), area, (), ())


def _shared(*measures: Measure) -> Iterator[tuple[Splits, tuple[str, ...]]]:
    """The splits that all of these have, category by category."""
    splits = frozenset.intersection(*(each.bound_splits for each in measures))
    for split in sorted(splits):
        for categories in categories_of(split):
            yield split, categories


def _part_of(measure: Measure, area: str) -> Iterator[ChildSum]:
    """Nothing is more than what it is a part of."""
    whole = measure.part_of
    for split, categories in () if whole is None else _shared(measure, whole):
        assert whole is not None  # noqa: S101 - the line above
        yield at_most((Cell(measure.code, area, split, categories), 1), (Cell(whole.code, area, split, categories), -1))


def _both(measure: Measure, area: str) -> Iterator[ChildSum]:
    """No more than either of two groups, and no fewer than both together have too many for the whole."""
    if measure.both is None:
        return
    one, other = measure.both
    whole = other.measure.part_of or other.measure
    # Of a category there are no further ones.
    parted = one.fixed or other.fixed
    splits = [((), ())] if parted else _shared(measure, one.measure, other.measure, whole)
    for split, categories in splits:
        parts = (Part(measure), one, other, Part(whole))
        mine, first, second, everybody = (part_cell(part, area, split, categories) for part in parts)
        yield at_most((mine, 1), (first, -1))
        yield at_most((mine, 1), (second, -1))
        yield at_most((first, 1), (second, 1), (everybody, -1), (mine, -1))


def _made_of(measure: Measure, area: str) -> Iterator[ChildSum]:
    """The same people, counted otherwise."""
    if measure.made_of:
        terms = [(Part(measure), -1), *((part, 1) for part in measure.made_of), *((part, -1) for part in measure.but)]
        yield [(part_cell(part, area, (), ()), factor) for part, factor in terms], 0, 0


def _of(measure: Measure, area: str) -> Iterator[ChildSum]:
    """Where there are none of those whose events, days or ties they are, there are none; each counts once, or may."""
    whose = measure.of
    for split, categories in () if whose is None else _shared(measure, whose):
        assert whose is not None  # noqa: S101 - the line above
        these, those = (Cell(each.code, area, split, categories) for each in (measure, whose))
        yield at_most((these, 1), (those, -(1 if _is_once_a_day(measure, whose) else presences.MOST[measure.counts])))
        if measure.each:
            yield at_most((those, 1), (these, -1))


def _is_once_a_day(measure: Measure, whose: Measure) -> bool:
    """Something happens at most once on each day of a child."""
    return measure.counts is Kind.EVENTS and whose.counts is Kind.DAYS


def _less_tied(measure: Measure, area: str) -> Iterator[ChildSum]:
    """Whoever is not among those without a tie has one at least."""
    if measure.less_tied is not None and measure.of is not None:
        yield from rows_of(((Part(measure.of), 1), (Part(measure.less_tied), -1), (Part(measure), -1)), area)


RULES: tuple[Callable[[Measure, str], Iterator[ChildSum]], ...] = (_divided, _part_of, _both, _made_of, _of, _less_tied)


def is_declared(measure: Measure) -> bool:
    """Whether a measure says what it is: to whom its counts belong, and what binds them to others.

    What does not is counted for offices alone: nobody could say what its figures tell beside others. Carers are no
    children, and how many there are binds no count of these.
    """
    if measure.counts in (Kind.PLACES, Kind.CARERS):
        return True
    tied: Sequence[object] = (measure.part_of, measure.both, measure.of, measure.same_as, *measure.made_of)
    return any(each is not None for each in tied) or any(measure in presence.measures for presence in PRESENCES)
