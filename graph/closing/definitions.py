"""What holds by definition among the counts of one area and one release; derived from what measures declare.

Every measure is taken here with all its splits, in every area: what is not published there binds what is. Each rule
yields rows: cells with whole factors, and the least and the most of their sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.closing.lattice import Cell, categories_of, part_cell
from graph.entities.home import SETTING_OF
from graph.indicators.catalogue import all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Part
from graph.indicators.presence import PRESENCES
from graph.indicators.splits import CATEGORIES, Dimension, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.indicators.model import Measure
    from graph.indicators.presence import Presence
    from graph.indicators.splits import Splits

Terms = list[tuple[Cell, int]]
Row = tuple[Terms, int | None, int | None]


def unpublished() -> Mapping[str, Measure]:
    """What binds published counts to each other and is not published itself, by code."""
    published = all_measures()
    counted = (measure for presence in PRESENCES for measure in presence.measures)
    return {measure.code: measure for measure in counted if measure.code not in published}


MOST = {Kind.EVENTS: 183, Kind.TIES: 1_000, Kind.DAYS: 40_000}
"""How much one child, or one of its days, adds at most: comings on every second day, a thousand links, a long life."""
STABLE = frozenset({Dimension.SEX})
"""What of a child is the same on every day."""


def equal(whole: Cell, parts: Iterable[Cell]) -> Row:
    """The parts add up to the whole."""
    return [(whole, -1), *((part, 1) for part in parts)], 0, 0


def at_most(*terms: tuple[Cell, int]) -> Row:
    """The sum is not above zero."""
    return list(terms), None, 0


def definitions(measures: Mapping[str, Measure], area: str, days: int) -> Iterator[Row]:
    """Every row among the counts of an area.

    Args:
        measures: what is counted there, by code; a rule that needs another one yields nothing.
        area: the area.
        days: how many the period has.
    """
    for measure in measures.values():
        yield from _divided(measure, area)
        for rule in (_part_of, _both, _made_of, _of, _less_tied, _part_in):
            yield from rule(measure, area)
    for presence in PRESENCES:
        if all(each.code in measures for each in presence.measures):
            yield from _presence(presence, area, days)


def _divided(measure: Measure, area: str) -> Iterator[Row]:
    """Categories add up to the whole, and care forms to settings."""
    splits = measure.all_splits
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
                    for setting in CATEGORIES[Dimension.SETTING]:
                        yield equal(
                            _cell(measure, area, {**chosen, Dimension.SETTING: setting}),
                            [
                                _cell(measure, area, {**chosen, dimension: form})
                                for form, its in SETTING_OF.items()
                                if its == setting
                            ],
                        )


def _cell(measure: Measure, area: str, chosen: Mapping[Dimension, str]) -> Cell:
    return part_cell(Part(measure, chosen), area, (), ())


def _shared(*measures: Measure) -> Iterator[tuple[Splits, tuple[str, ...]]]:
    """The splits that all of these have, category by category."""
    splits = frozenset.intersection(*(each.all_splits for each in measures))
    for split in sorted(splits):
        for categories in categories_of(split):
            yield split, categories


def _part_of(measure: Measure, area: str) -> Iterator[Row]:
    """Nothing is more than what it is a part of."""
    whole = measure.part_of
    for split, categories in () if whole is None else _shared(measure, whole):
        assert whole is not None  # noqa: S101 - the line above
        yield at_most((Cell(measure.code, area, split, categories), 1), (Cell(whole.code, area, split, categories), -1))


def _both(measure: Measure, area: str) -> Iterator[Row]:
    """No more than either of two groups, and no fewer than both together have too many for the whole."""
    if measure.both is None:
        return
    one, other = measure.both
    whole = other.measure
    parts = (Part(measure), one, other, Part(whole))
    mine, first, second, everybody = (part_cell(part, area, (), ()) for part in parts)
    yield at_most((mine, 1), (first, -1))
    yield at_most((mine, 1), (second, -1))
    yield at_most((first, 1), (second, 1), (everybody, -1), (mine, -1))


def _made_of(measure: Measure, area: str) -> Iterator[Row]:
    """The same people, counted otherwise."""
    if measure.made_of:
        yield equal(_cell(measure, area, {}), [part_cell(part, area, (), ()) for part in measure.made_of])


def _of(measure: Measure, area: str) -> Iterator[Row]:
    """Where there are none of those whose events, days or ties they are, there are none; each counts once, or may."""
    whose = measure.of
    for split, categories in () if whose is None else _shared(measure, whose):
        assert whose is not None  # noqa: S101 - the line above
        these, those = (Cell(each.code, area, split, categories) for each in (measure, whose))
        yield at_most((these, 1), (those, -(1 if _is_once_a_day(measure, whose) else MOST[measure.counts])))
        if measure.each:
            yield at_most((those, 1), (these, -1))


def _is_once_a_day(measure: Measure, whose: Measure) -> bool:
    """Something happens at most once on each day of a child."""
    return measure.counts is Kind.EVENTS and whose.counts is Kind.DAYS


def _less_tied(measure: Measure, area: str) -> Iterator[Row]:
    """Whoever is not among those without a tie has one at least."""
    without, of = measure.less_tied, measure.of
    if without is None or of is None:
        return
    for split, categories in _shared(measure, without, of):
        cells = (Cell(each.code, area, split, categories) for each in (of, without, measure))
        living, untied, ties = cells
        yield at_most((living, 1), (untied, -1), (ties, -1))


def _part_in(measure: Measure, area: str) -> Iterator[Row]:
    """What can never be more than this."""
    for part in measure.part_in:
        yield at_most((part_cell(part, area, (), ()), 1), (_cell(measure, area, {}), -1))


def _presence(presence: Presence, area: str, days: int) -> Iterator[Row]:
    """What binds a stock, what flows in and out of it, and its days."""
    splits: tuple[Splits, ...] = ((), (Dimension.SEX,))
    for split in splits:
        narrowed = frozenset(split) | frozenset(presence.after.fixed)
        if in_order(narrowed) not in presence.after.measure.all_splits:
            continue
        for categories in categories_of(split):
            slots = {
                name: None if counted is None or not _has(counted, split) else _slot(counted, area, split, categories)
                for name, counted in _slots(presence).items()
            }
            yield from _flows(slots)
            yield from _around(slots)
    if presence.days is not None and presence.came is not None and presence.left is not None:
        for split, categories in _shared(presence.days, presence.after.measure):
            yield from _days(presence, area, (split, categories), days)


def _slots(presence: Presence) -> Mapping[str, Part | None]:
    counts = {name: getattr(presence, name) for name in ("came", "left", "comings", "goings", "present")}
    narrow = {name: None if each is None else Part(each) for name, each in counts.items()}
    return {"after": presence.after, "before": presence.before, **narrow}


def _has(part: Part, split: Splits) -> bool:
    return in_order(frozenset(split) | frozenset(part.fixed)) in part.measure.all_splits


def _slot(part: Part, area: str, split: Splits, categories: tuple[str, ...]) -> Cell:
    return part_cell(part, area, split, categories)


def _flows(slots: Mapping[str, Cell | None]) -> Iterator[Row]:
    """Who was there, and came, and did not leave, is there now: as events, and as children, each once."""
    after, before, came, left = (slots[name] for name in ("after", "before", "came", "left"))
    comings, goings = slots["comings"], slots["goings"]
    if after and before and comings and goings:
        yield [(after, 1), (before, -1), (comings, -1), (goings, 1)], 0, 0
    for once, often in ((came, comings), (left, goings)):
        if once and often:
            yield at_most((once, 1), (often, -1))
            yield at_most((often, 1), (once, -MOST[Kind.EVENTS]))
    if after and before and came and left:
        yield at_most((after, 1), (before, -1), (came, -1))
        yield at_most((before, 1), (after, -1), (left, -1))
        yield at_most((came, 1), (after, -1), (left, -1))
        yield at_most((left, 1), (before, -1), (came, -1))
        # Whoever came more often than left was not there before; and the other way round.
        yield at_most((left, 1), (before, -1), (after, 1), (came, -2))
        yield at_most((came, 1), (before, 1), (after, -1), (left, -2))


def _around(slots: Mapping[str, Cell | None]) -> Iterator[Row]:
    """Who was there at any time was there at the end or left, and was there before or came."""
    present = slots["present"]
    if present is None:
        return
    for name in ("after", "before", "came", "left"):
        cell = slots[name]
        if cell:
            yield at_most((cell, 1), (present, -1))
    for name in ("comings", "goings"):
        cell = slots[name]
        if cell:
            yield at_most((cell, 1), (present, -MOST[Kind.EVENTS]))
    for there, through in ((slots["after"], slots["goings"] or slots["left"]), (slots["before"], slots["comings"])):
        if there and through:
            yield at_most((present, 1), (there, -1), (through, -1))


def _days(presence: Presence, area: str, at: tuple[Splits, tuple[str, ...]], days: int) -> Iterator[Row]:
    """Who is there and did not come was there on all days; who came, on one at least; who left, not on all.

    Ages are of the last day, and those of comings and goings of theirs: by age, those of all ages may have come.
    """
    assert presence.came is not None  # noqa: S101 - as is presence.left, by who asks
    assert presence.left is not None  # noqa: S101 - as above
    assert presence.days is not None  # noqa: S101 - as above
    split, categories = at
    flat = at if frozenset(split) <= STABLE else ((), ())
    spent = Cell(presence.days.code, area, split, categories)
    after = part_cell(presence.after, area, split, categories)
    came, left = (Cell(each.code, area, *flat) for each in (presence.came, presence.left))
    yield at_most((after, 1), (spent, -1))
    yield at_most((after, days), (came, 1 - days), (spent, -1))
    yield at_most((spent, 1), (after, -days), (left, 1 - days))
    if presence.before is not None and frozenset(split) <= STABLE and split in presence.before.measure.all_splits:
        before = part_cell(presence.before, area, split, categories)
        yield at_most((before, days), (left, -days), (came, 1), (spent, -1))
        yield at_most((spent, 1), (before, -days), (came, -days), (left, 1))


def is_declared(measure: Measure) -> bool:
    """Whether a measure says what it is: to whom its counts belong, and what binds them to others.

    What does not is counted for offices alone: nobody could say what its figures tell beside others.
    """
    if measure.counts is Kind.PLACES:
        return True
    tied: Sequence[object] = (measure.part_of, measure.both, measure.of, measure.same_as, *measure.made_of)
    return any(each is not None for each in tied) or any(measure in presence.measures for presence in PRESENCES)
