"""Disclosure control: which cells of a release are hidden so that none of them can be computed back.

The promise: for every hidden cell the interval of whole numbers that is consistent with everything published, in all
releases, and with every rule by which the numbers add up, is at least five wide and holds a number below five and one
of five or more. It is kept by showing, for each hidden cell, another table of whole numbers that agrees with everything
published and in which the cell lies far enough from its true count; the two together span the interval. Such a table
stays valid when more is hidden later, and one table serves all the cells that differ in it.

The tables are found by linear programs (Kelly, Golden and Assad 1992): move the cell, let hidden cells follow for free,
and let others follow at the cost of hiding them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.suppression_search import Neighbourhoods
from countries.suppression_system import Cell, Fate, Interval, Relation, Rule, System

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Cell", "Fate", "Interval", "Relation", "Rule", "System", "protect"]

FIVE = Rule()


def protect(system: System, rule: Rule = FIVE) -> Mapping[int, Interval]:
    """Choose what is hidden, and prove it.

    Args:
        system: the cells and all that is known of them.
        rule: the promise.

    Returns:
        The hidden cells by their index, each with an interval of which both ends are counts that some table of whole
        numbers has which agrees with everything published: what an attacker can derive is never narrower. Where what is
        out already leaves less room than is promised, the interval is as wide as room is.

    Raises:
        ValueError: the counts themselves do not satisfy a relation.
    """
    system.check()
    ledger, search = _Ledger(system, rule), Neighbourhoods(system)
    ledger.hide(index for index, cell in enumerate(system.cells) if cell.fate is Fate.HIDDEN)
    ledger.hide(index for index, cell in enumerate(system.cells) if cell.primary and cell.fate is Fate.OPEN)
    search.hide(ledger.hidden)
    search.hide(index for index, cell in enumerate(system.cells) if cell.fate is Fate.FREE)
    while (target := ledger.next_unproved()) is not None:
        tables = _tables(ledger, search, target)
        if tables is None:
            tables = _farthest(ledger, search, target)
            ledger.settle(target)
        for moved in tables:
            added = [
                index for index in moved if index not in ledger.hidden and system.cells[index].fate is not Fate.FREE
            ]
            ledger.hide(added)
            search.hide(added)
            ledger.note(moved)
    return {index: Interval(low, high) for index, (low, high) in sorted(ledger.spans.items())}


def _tables(ledger: _Ledger, search: Neighbourhoods, target: int) -> list[Mapping[int, int]] | None:
    """The tables that prove a hidden cell, as differences from the true counts; none where there are none."""
    for ways in ledger.rule.goals(ledger.system.cells[target].value):
        tables: list[Mapping[int, int]] = []
        for distance in ways:
            if ledger.reaches(target, distance):
                continue
            moved = search.move(target, distance)
            if moved is None:
                break
            tables.append(moved)
        else:
            return tables
    return None


def _farthest(ledger: _Ledger, search: Neighbourhoods, target: int) -> list[Mapping[int, int]]:
    """The tables in which a hidden cell lies as far from its count as what is out leaves room for, up and down.

    Whatever must move there is hidden, although the promise is not kept: this release is not to tell what is left.
    """
    found: list[Mapping[int, int]] = []
    for sign in (1, -1):
        for distance in range(ledger.rule.width, 0, -1):
            if ledger.system.cells[target].value + sign * distance < 0:
                continue
            moved = search.move(target, sign * distance)
            if moved is not None:
                found.append(moved)
                break
    return found


class _Ledger:
    """What is hidden so far, and how far each hidden cell has been shown to reach."""

    def __init__(self, system: System, rule: Rule) -> None:
        self.system = system
        self.rule = rule
        self.spans: dict[int, tuple[int, int]] = {}
        self._waiting: list[int] = []
        self._settled: set[int] = set()

    @property
    def hidden(self) -> Mapping[int, tuple[int, int]]:
        """The hidden cells."""
        return self.spans

    def hide(self, indexes: Iterable[int]) -> None:
        """Hide cells; each then waits for its proof."""
        cells = self.system.cells
        fresh = [index for index in indexes if index not in self.spans]
        for index in fresh:
            self.spans[index] = (cells[index].value, cells[index].value)
        # The smallest last: they are what the others are hidden for, and are taken from the end.
        self._waiting += sorted(fresh, key=lambda index: (-cells[index].value, index))

    def reaches(self, index: int, distance: int) -> bool:
        """Whether a hidden cell has been shown to lie so far from its true count."""
        low, high = self.spans[index]
        there = self.system.cells[index].value + distance
        return low <= there <= high

    def note(self, moved: Mapping[int, int]) -> None:
        """A table in which hidden cells differ from their counts by these amounts."""
        for index, amount in moved.items():
            if index not in self.spans:
                continue
            low, high = self.spans[index]
            there = self.system.cells[index].value + amount
            self.spans[index] = (min(low, there), max(high, there))

    def settle(self, index: int) -> None:
        """A hidden cell keeps the interval that it has."""
        self._settled.add(index)

    def next_unproved(self) -> int | None:
        """A hidden cell whose interval does not keep the promise yet."""
        while self._waiting:
            index = self._waiting[-1]
            if index not in self._settled and not self.rule.holds(Interval(*self.spans[index])):
                return index
            self._waiting.pop()
        return None
