"""What holds for each child holds for any of them together: from a sentence about one child to rows among counts.

A sentence says that of each child's counts some are together no more than others. So it holds for girls, for boys, for
those of an age on the last day. What of the greater side is not counted so, is taken of all children: the sentence says
less and stays true. Where the smaller side is not counted so, or nothing of the greater one, it says nothing new.

Ages of what has happened are of that day. Whoever is of an age on the last day was of it then, or one group younger: a
period is shorter than the years of any group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.closing.lattice import Cell, part_cell
from graph.indicators.splits import CATEGORIES, AgeGroup, Dimension, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.indicators.model import Part

Terms = list[tuple[Cell, int]]
ChildSum = tuple[Terms, int | None, int | None]
Sentence = tuple[tuple["Part", int], ...]
"""Counts of a child with whole factors: their sum is not above zero."""
GROUPS = tuple(AgeGroup)


@dataclass(frozen=True, slots=True)
class Some:
    """Some of all children.

    Attributes:
        dimension: what tells them from others; none for all.
        categories: those they are in, of ages on the last day.
    """

    dimension: Dimension | None = None
    categories: tuple[str, ...] = ()

    def _at(self, part: Part, *, is_more: bool) -> tuple[str, ...]:
        """The categories of a count that are theirs: all of it, on the greater side, or nothing else, on the other."""
        if self.dimension is not Dimension.AGE_GROUP or not part.measure.is_aged_then:
            return self.categories
        return tuple(
            group
            for place, group in enumerate(GROUPS)
            if (any if is_more else all)(each in self.categories for each in GROUPS[place : place + 2])
        )

    def cells(self, part: Part, area: str, *, is_more: bool) -> list[Cell] | None:
        """The cells of a count that are theirs; none where it is not counted so."""
        if self.dimension is None:
            return [part_cell(part, area, (), ())]
        if in_order({*part.fixed, self.dimension}) not in part.measure.bound_splits:
            return None
        found = self._at(part, is_more=is_more)
        is_all = len(found) == len(CATEGORIES[self.dimension])
        return [part_cell(part, area, (self.dimension,), (each,)) for each in found] if found and not is_all else None

    def is_exact(self, part: Part) -> bool:
        """Whether these cells hold what is theirs and nothing else."""
        return self.dimension is not Dimension.AGE_GROUP or not part.measure.is_aged_then


ALL = Some()
SEXES = tuple(Some(Dimension.SEX, (each,)) for each in CATEGORIES[Dimension.SEX])
AGES = tuple(Some(Dimension.AGE_GROUP, (each,)) for each in GROUPS)
OLDER = tuple(Some(Dimension.AGE_GROUP, GROUPS[place:]) for place in range(1, len(GROUPS) - 1))
YOUNGER = tuple(Some(Dimension.AGE_GROUP, GROUPS[:place]) for place in range(2, len(GROUPS)))
BY_AGE = (*AGES, *OLDER, *YOUNGER)
ANY = (ALL, *SEXES, *BY_AGE)


def is_counted(part: Part) -> bool:
    """Whether a count exists anywhere, narrowed as it is."""
    return in_order(frozenset(part.fixed)) in part.measure.bound_splits


def rows_of(sentence: Sentence, area: str, by: Sequence[Some] = ANY, *, is_equal: bool = False) -> Iterator[ChildSum]:
    """What a sentence about each child says of counts.

    Args:
        sentence: what holds.
        area: of the counts.
        by: of whom it is said; of others it follows from what else is.
        is_equal: whether the sum is zero.
    """
    if not sentence or not all(is_counted(part) for part, _ in sentence):
        return
    low = 0 if is_equal else None
    for some in by:
        found = [(some.cells(part, area, is_more=factor < 0), part, factor) for part, factor in sentence]
        is_whole = all(cells is not None and some.is_exact(part) for cells, part, _ in found)
        is_less = all(cells is not None for cells, _, factor in found if factor > 0)
        is_more = any(cells is not None for cells, _, factor in found if factor < 0)
        # Where all is counted by age, each age says it for itself.
        if is_less and is_more and (is_whole or not is_equal) and not (is_whole and some.categories[1:]):
            everyone = ((cells or ALL.cells(part, area, is_more=True) or [], factor) for cells, part, factor in found)
            yield [(cell, factor) for cells, factor in everyone for cell in cells], low, 0


def in_time(sentence: Sentence, area: str, *, is_older: bool) -> Iterator[ChildSum]:
    """What a sentence says by age where what is less comes before what is more, or after it.

    Args:
        sentence: who came is there, or left.
        area: of the counts.
        is_older: what is more comes later: whoever was of an age, or older, is so then; otherwise it came before, and
            whoever is of an age, or younger, was so.
    """
    if not sentence or not all(is_counted(part) for part, _ in sentence):
        return
    for place in range(1, len(GROUPS)):
        groups = GROUPS[place:] if is_older else GROUPS[:place]
        terms: Terms = []
        sides = set()
        for part, factor in sentence:
            is_aged = in_order({*part.fixed, Dimension.AGE_GROUP}) in part.measure.bound_splits
            if is_aged and (is_older or factor > 0 or part.measure.is_aged_then):
                terms += [(part_cell(part, area, (Dimension.AGE_GROUP,), (group,)), factor) for group in groups]
                sides.add(factor > 0)
            elif factor < 0:
                terms.append((part_cell(part, area, (), ()), factor))
        if len(sides) > 1:
            yield terms, None, 0
