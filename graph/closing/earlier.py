"""Earlier releases: what is out already, and how their counts bind those of a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.closing.lattice import Cell
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Taken
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from graph.closing.lattice import Count, Counts
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

BEFORE, AFTER = CHILDREN_IN_CARE_BEFORE.code, CHILDREN_IN_CARE.code
"""The same stock, as the beginning of one period and the end of another."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release that is out.

    Attributes:
        id: the release.
        period: its period.
        revision: counts the releases of the period.
        counts: every count behind it.
        hidden: the cells that it hid.
        feed: how far each country's feed had come.
        definitions: the indicators as they were defined then.
    """

    id: UUID
    period: Period
    revision: int
    counts: Mapping[Cell, Count]
    hidden: frozenset[Cell]
    feed: Mapping[str, int]
    definitions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Twin:
    """That a new count is the same as one of an earlier release, but for what was entered late."""

    new: Cell
    old: Cell
    release: Earlier


def twins(period: Period, counts: Counts, measures: Mapping[str, Measure], earlier: list[Earlier]) -> Iterator[Twin]:
    """The counts that earlier releases have too: of the same days, and stocks of the same day."""
    for release in earlier:
        names = dict(_same_measures(period, release.period, measures))
        for cell in counts:
            if cell.measure in names:
                old = cell._replace(measure=names[cell.measure])
                if old in release.counts:
                    yield Twin(cell, old, release)


def _same_measures(new: Period, old: Period, measures: Mapping[str, Measure]) -> Iterator[tuple[str, str]]:
    for code, measure in measures.items():
        same_days = new.first == old.first and new.after == old.after
        same_end = measure.taken is Taken.ON_LAST_DAY and new.after == old.after
        same_start = measure.taken is Taken.ON_FIRST_EVE and new.first == old.first
        if measure.counts is not Kind.PLACES and (same_days or same_end or same_start):
            yield code, code
    if new.first == old.after:
        yield BEFORE, AFTER
    if new.after == old.first:
        yield AFTER, BEFORE


@dataclass(frozen=True, slots=True)
class Whole:
    """That counts of parts of a period add up to the count of the whole, or to no more than it.

    Attributes:
        whole: the release of the whole; none where it is the new one.
        parts: the releases of the parts, in the order of their days; none stands for the new one.
        complete: whether the parts make up the whole.
    """

    whole: Earlier | None
    parts: tuple[Earlier | None, ...]
    complete: bool


def wholes(period: Period, earlier: list[Earlier]) -> Iterator[Whole]:
    """Every period that was closed in parts: one kind of part at a time, the new release on either side."""
    everything: list[Earlier | None] = [*earlier, None]

    def days(release: Earlier | None) -> Period:
        return period if release is None else release.period

    for whole in everything:
        for kind in ("quarter", "month"):
            parts = [
                part
                for part in everything
                if part is not whole
                and days(whole).holds(days(part))
                and days(part) != days(whole)
                and getattr(days(part), kind) is not None
            ]
            if parts and (whole is None or None in parts):
                parts.sort(key=lambda part: days(part).first)
                length = sum((days(part).after - days(part).first).days for part in parts)
                complete = length == (days(whole).after - days(whole).first).days
                yield Whole(whole, tuple(parts), complete)


def adds_up(measure: Measure, cell: Cell) -> bool:
    """Whether a count of the year is the sum of the counts of its quarters."""
    if measure.taken is not Taken.DURING or measure.counts not in (Kind.EVENTS, Kind.SUMS):
        return False
    return measure.dated or Dimension.AGE_GROUP not in cell.split


def grows(measure: Measure, cell: Cell) -> bool:
    """Whether a count of children of a quarter is no more than that of the year. Sex stays; age and home need not."""
    return measure.grows and set(cell.split) <= {Dimension.SEX}
