"""What it says of other days and periods that children have been in care for a year: they were there on all of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.closing.lattice import Cell, categories_of
from graph.indicators.model import Measure, Part
from graph.indicators.presence import IN_CARE
from graph.indicators.splits import AgeGroup, Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from graph.closing.days_told import SumRow
    from graph.indicators.period import Period

    Spanned = tuple[int, Period]

DAY = timedelta(days=1)
GROUPS = tuple(AgeGroup)


def year_before(day: date) -> date:
    """The same day a year before; of 29 February it is the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return (day - DAY * is_leap_day).replace(year=day.year - 1)


def lasting(releases: Sequence[Spanned], measures: Mapping[str, Measure], area: str) -> Iterator[SumRow]:
    """Every row about who has been in care for a year, beside what other releases say.

    Args:
        releases: one for each period.
        measures: what is counted, by code.
        area: the area.
    """
    there = IN_CARE.lasting
    if there is None or there.code not in measures:
        return
    for number, period in releases:
        for other, beside in releases:
            if other == number:
                yield from _beside_leavers(number, number, period, releases, area)
                continue
            yield from _on_days(number, period, other, beside, area)
            if year_before(period.last) < beside.first <= period.last:
                if beside.last <= period.last:
                    yield from _through(number, other, beside, area)
                    yield from _beside_leavers(number, other, beside, releases, area)
                else:
                    yield from _until(number, other, (period.after - beside.first).days, area)
            if period.last < beside.last:
                yield from _since(releases, number, period, other, beside, area)


def _cell(measure: Measure | Part | None, area: str, split: tuple[Dimension, ...], categories: tuple[str, ...]) -> Cell:
    counted = measure.measure if isinstance(measure, Part) else measure
    assert counted is not None  # noqa: S101 - care as a whole says all of it
    return Cell(counted.code, area, split, categories)


def _on_days(number: int, period: Period, other: int, beside: Period, area: str) -> Iterator[SumRow]:
    """They are among those who are there on each day of that year of which a stock is told."""
    for stock, day in ((IN_CARE.after, beside.last), (IN_CARE.before, beside.first - DAY)):
        if not year_before(period.last) <= day < period.last:
            continue
        for split in ((), (Dimension.SEX,)):
            for categories in categories_of(split):
                cells = (_cell(each, area, split, categories) for each in (IN_CARE.lasting, stock))
                yield [(number, next(cells), 1), (other, next(cells), -1)], None, 0
        for since in range(1, len(GROUPS)):
            # Whoever is younger was so then; whoever is of an age was so then, or one group younger.
            for now, then in ((GROUPS[:since], GROUPS[:since]), (GROUPS[since:], GROUPS[since - 1 :])):
                split = (Dimension.AGE_GROUP,)
                few = [(number, _cell(IN_CARE.lasting, area, split, (group,)), 1) for group in now]
                many = [(other, _cell(stock, area, split, (group,)), -1) for group in then]
                yield [*few, *many], None, 0


def _through(number: int, other: int, beside: Period, area: str) -> Iterator[SumRow]:
    """In a period of that year they were there on all days, and neither came nor left."""
    days = (beside.after - beside.first).days
    for split in ((), (Dimension.SEX,)):
        for categories in categories_of(split):
            long = (number, _cell(IN_CARE.lasting, area, split, categories))
            after, before, came, left, comings, spent = (
                (other, _cell(each, area, split, categories))
                for each in (
                    IN_CARE.after, IN_CARE.before, IN_CARE.came, IN_CARE.left, IN_CARE.comings, IN_CARE.days,
                )
            )  # fmt: skip
            yield [(*long, 1), (*left, 1), (*before, -1), (*came, -1)], None, 0
            yield [(*long, 1), (*came, 1), (*after, -1), (*left, -1)], None, 0
            yield [(*long, days - 1), (*after, 1), (*spent, -1)], None, 0
            yield [(*long, days), (*comings, 1), (*spent, -1)], None, 0


def _beside_leavers(
    number: int, other: int, beside: Period, releases: Sequence[Spanned], area: str
) -> Iterator[SumRow]:
    """Whoever left in a part of that period that begins later was there the day before, and is none of them."""
    for part, span in releases:
        if beside.first < span.first and span.last <= beside.last:
            long, goings, spent = (
                _cell(each, area, (), ()) for each in (IN_CARE.lasting, IN_CARE.goings, IN_CARE.days)
            )
            days = (beside.after - beside.first).days
            yield [(number, long, days), (part, goings, 1), (other, spent, -1)], None, 0


def _until(number: int, other: int, days: int, area: str) -> Iterator[SumRow]:
    """In a period that goes on longer they were there on all days until then, and came on none of these."""
    for split in ((), (Dimension.SEX,)):
        for categories in categories_of(split):
            long, comings, spent = (
                _cell(each, area, split, categories) for each in (IN_CARE.lasting, IN_CARE.comings, IN_CARE.days)
            )
            yield [(number, long, days), (other, comings, 1), (other, spent, -1)], None, 0


def _since(
    releases: Sequence[Spanned], number: int, period: Period, other: int, beside: Period, area: str
) -> Iterator[SumRow]:
    """Who has been there for a year and does not leave has been so on a later day, too."""
    for flows, span in releases:
        if span.first <= period.after and beside.last <= span.last:
            for split in ((), (Dimension.SEX,)):
                for categories in categories_of(split):
                    long = _cell(IN_CARE.lasting, area, split, categories)
                    left = _cell(IN_CARE.left, area, split, categories)
                    yield [(number, long, 1), (other, long, -1), (flows, left, -1)], None, 0
