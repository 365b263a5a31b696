"""What stocks on several days of a period say of what happens in it: of its flows, its days, and those of its parts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from graph.closing.lattice import Cell, categories_of
from graph.indicators.entries import ENTRIES
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.model import Measure, Part, Taken
from graph.indicators.moves import CARE_DAYS, MOVES
from graph.indicators.presence import IN_CARE, IN_RESIDENTIAL_CARE
from graph.indicators.splits import AgeGroup, Dimension, SettingCategory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SumTerm = tuple[int, Cell, int]
"""The number of a release, a count of it, and a factor."""
SumRow = tuple[list[SumTerm], int | None, int | None]


class StockDay(NamedTuple):
    """A day of a period of which a stock is told.

    Attributes:
        number: of the release that tells.
        measure: of the stock.
        over: how many days of the period are over with it.
    """

    number: int
    measure: Measure
    over: int


def risen(top: int, told: Sequence[StockDay], area: str, days: int) -> Iterator[SumRow]:
    """What stocks on several days say of the comings, the goings and the days of the whole."""
    for split in ((), (Dimension.SEX,)):
        for categories in categories_of(split):
            flows = (ENTRIES, EXITS, CARE_DAYS, MOVES)
            came, left, spent, moved = (Cell(each.code, area, split, categories) for each in flows)
            at = [(day, (day.number, Cell(day.measure.code, area, split, categories))) for day in told]
            yield [*((*there, 1) for day, there in at if day.over), (top, spent, -1)], None, 0
            for place, (first, there) in enumerate(at):
                for last, then in at[place + 1 :]:
                    if first.number != last.number or first.number != top:
                        yield [(*then, 1), (*there, -1), (top, came, -1)], None, 0
                        yield [(*there, 1), (*then, -1), (top, left, -1)], None, 0
                over = first.over
                if 0 < over < days:
                    # Who is there and did not come was there until then, and who does not leave stays on.
                    yield [(*there, days), (top, left, over - days), (top, came, 1 - over), (top, spent, -1)], None, 0
                    yield [(*there, days), (top, moved, days - 1), (top, spent, -days)], None, 0
                    # Who is not there and was before has left, and who is later comes.
                    yield [(top, spent, 1), (*there, -days), (top, left, 1 - over), (top, came, over - days)], None, 0


def rest(top: int, number: int, told: Sequence[StockDay], area: str, spans: tuple[int, int, int]) -> Iterator[SumRow]:
    """What is said of the days of the whole that are not of a part: who was there then did so for as long."""
    begin, end, days = spans
    rest = days - (end - begin)
    for split in ((), (Dimension.SEX,)) if rest else ():
        for categories in categories_of(split):
            came, left, spent = (Cell(each.code, area, split, categories) for each in (ENTRIES, EXITS, CARE_DAYS))
            outside = [(top, spent, -1), (number, spent, 1)]
            seen = [day for day in told if 0 < day.over <= begin or end < day.over]
            yield (
                [*((day.number, Cell(day.measure.code, area, split, categories), 1) for day in seen), *outside],
                None,
                0,
            )
            for day in told:
                if begin < day.over < end:
                    continue
                there = (day.number, Cell(day.measure.code, area, split, categories))
                over = day.over if day.over <= begin else day.over - (end - begin)
                is_of_rest = day in seen
                yield (
                    [(*there, rest), (top, left, over - rest), (top, came, is_of_rest - over), *outside],
                    None,
                    0,
                )
                gone = max(0, over - is_of_rest)
                yield (
                    [
                        (*there, -rest),
                        (top, left, -gone),
                        (top, came, over - rest),
                        *((n, c, -f) for n, c, f in outside),
                    ],
                    None,
                    0,
                )


def elsewhere(top: int, told: Sequence[StockDay], area: str, days: int) -> Iterator[SumRow]:
    """Whoever came straight into one setting and was in another on a day was there on two."""
    split = (Dimension.SETTING,)
    spent = Cell(CARE_DAYS.code, area, (), ())
    for day in told:
        for setting in SettingCategory if 0 < day.over < days else ():
            others = [each for each in SettingCategory if each is not setting]
            firsts = [(top, Cell(ENTRIES.code, area, split, (each,)), 1) for each in others]
            yield [(day.number, Cell(day.measure.code, area, split, (setting,)), 1), *firsts, (top, spent, -1)], None, 0


def first_day(top: int, part: int, measures: Mapping[str, Measure], area: str, days: int) -> Iterator[SumRow]:
    """Whoever was there on the eve and on no day left on the first one, and that is in the part that begins so."""
    left, seen = ((part, Cell(each.code, area, (), ()), factor) for each, factor in ((EXITS, -1), (CARE_DAYS, -days)))
    split, groups = (Dimension.AGE_GROUP,), tuple(AgeGroup)
    for until in range(1, len(groups)):
        # Whoever has days, and none in that part, came.
        spent = [(top, Cell(CARE_DAYS.code, area, split, (group,)), 1) for group in groups[:until]]
        came = [(top, Cell(ENTRIES.code, area, split, (group,)), -days) for group in groups[:until]]
        yield [*spent, *came, seen], None, 0
    counted = (IN_CARE.before, IN_CARE.left, IN_CARE.goings, IN_RESIDENTIAL_CARE.goings, IN_RESIDENTIAL_CARE.present)
    for each in counted:
        measure = each.measure if isinstance(each, Part) else each
        if measure is None or measure.code not in measures:
            continue
        yield [(top, Cell(measure.code, area, (), ()), 1), (top, Cell(CARE_DAYS.code, area, (), ()), -1), left], None, 0
        for since in range(1, len(groups)) if measure.taken is Taken.DURING and split in measure.all_splits else ():
            older = groups[since:]
            gone = ((top, Cell(measure.code, area, split, (group,)), 1) for group in older)
            yield [*gone, *((top, Cell(CARE_DAYS.code, area, split, (group,)), -1) for group in older), left], None, 0


def later(top: int, part: int, area: str, days: int) -> Iterator[SumRow]:
    """Whoever leaves in a part that begins later was there the day before, and moved on another one."""
    gone, moved, spent = (Cell(each.code, area, (), ()) for each in (EXIT_EVENTS, MOVES, CARE_DAYS))
    yield [(part, gone, days), (top, moved, 1), (top, spent, -days)], None, 0


def aged(top: int, told: Sequence[StockDay], area: str, days: int) -> Iterator[SumRow]:
    """Whoever is of an age or older stays so: is there later, or left at that age; the younger were there, or came."""
    cells = partial(_of_ages, area)
    groups = tuple(AgeGroup)
    whole = Cell(CARE_DAYS.code, area, (), ())
    seen = [day for day in told if day.over]
    for since in range(1, len(groups)):
        # Of an age or older on one day is so on the last; and younger no more than a group older.
        for on_day, at_end in ((groups[since:], groups[since:]), (groups[:since], groups[: since + 1])):
            there = [(day.number, cell, 1) for day in seen for cell in cells(day.measure, on_day)]
            yield [*there, *((top, cell, -1) for cell in cells(CARE_DAYS, at_end))], None, 0
    for day in told:
        for since in range(1, len(groups)) if 0 < day.over < days else ():
            older, younger = groups[since:], groups[:since]
            # Who came at another age did so on another day.
            for one, other in ((older, younger), (younger, older)):
                came = ((top, cell, 1) for cell in cells(ENTRIES, one))
                yield [*((day.number, cell, 1) for cell in cells(day.measure, other)), *came, (top, whole, -1)], None, 0
            yield (
                [*((day.number, cell, days) for cell in cells(day.measure, older)),
                 *((top, cell, day.over - days) for cell in cells(EXITS, older)),
                 (top, Cell(ENTRIES.code, area, (), ()), 1 - day.over),
                 *((top, cell, -1) for cell in cells(CARE_DAYS, older))],
                None,
                0,
            )  # fmt: skip
            yield (
                [*((top, cell, 1) for cell in cells(CARE_DAYS, younger)),
                 *((day.number, cell, -days) for cell in cells(day.measure, younger)),
                 *((top, cell, 1 - day.over) for cell in cells(EXITS, younger)),
                 *((top, cell, day.over - days) for cell in cells(ENTRIES, younger))],
                None,
                0,
            )  # fmt: skip
    yield from _aged_between(top, told, area)


def _of_ages(area: str, measure: Measure, groups: Sequence[AgeGroup]) -> list[Cell]:
    return [Cell(measure.code, area, (Dimension.AGE_GROUP,), (group,)) for group in groups]


def _aged_between(top: int, told: Sequence[StockDay], area: str) -> Iterator[SumRow]:
    """The same from one day that is told to another."""
    cells = partial(_of_ages, area)
    groups = tuple(AgeGroup)
    for place, first in enumerate(told):
        for last in told[place + 1 :]:
            # Between the whole's own ends, the definitions say it.
            for since in range(1, len(groups)) if {first.number, last.number} != {top} else ():
                older, younger = groups[since:], groups[:since]
                yield (
                    [*((first.number, cell, 1) for cell in cells(first.measure, older)),
                     *((last.number, cell, -1) for cell in cells(last.measure, older)),
                     *((top, cell, -1) for cell in cells(EXITS, older))],
                    None,
                    0,
                )  # fmt: skip
                yield (
                    [*((last.number, cell, 1) for cell in cells(last.measure, younger)),
                     *((first.number, cell, -1) for cell in cells(first.measure, younger)),
                     *((top, cell, -1) for cell in cells(ENTRIES, younger))],
                    None,
                    0,
                )  # fmt: skip
