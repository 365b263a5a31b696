"""Timelines: what holds of one rule in one place, day by day, once every file has said its own.

The closer a file is, the more it counts: a part's line beats the country's, the country's beats the default's; of two
that are equally close an installation's own beats ours. That is asked day by day: a country's rule of 1990 to 2013
leaves the default before and after.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from countries.packs.days import ALWAYS
from countries.packs.explained import Explained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from countries.packs.keys import RuleKey
    from countries.packs.lines import PackLine


class RuleOrigin(Explained):
    """Who has laid a rule down; of an installation's own files, that installation."""

    FEDERATION = "FEDERATION", "The default of all countries: this country has said nothing else."
    COUNTRY = "COUNTRY", "The country's own pack."
    PART = "PART", "The lines of a part of the country."
    INSTALLATION = "INSTALLATION", "A file of this installation, over those that come with the program."


@dataclass(frozen=True, slots=True)
class LaidDown:
    """What holds of one rule for a time.

    Attributes:
        key: the rule.
        from_day: the first day on which it holds here.
        until_day: the first day on which it no longer does; none where it holds to this day.
        value: what it says.
        certain: whether its source was read.
        source: where it is laid down.
        origin: who has laid it down.
        line: the line that says it.
    """

    key: RuleKey
    from_day: date
    until_day: date | None
    value: str
    certain: bool
    source: str
    origin: RuleOrigin
    line: PackLine

    @property
    def whole(self) -> int | None:
        """The value as a number; none where it is none, or nothing is asked."""
        return int(self.value) if self.key.unit.is_number and self.value.isdigit() else None

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.from_day <= day and (self.until_day is None or day < self.until_day)


Layer = tuple[RuleOrigin, "Sequence[PackLine]"]
"""Lines of one file about one rule in one place, none of which overlap."""


def timeline(layers: Sequence[Layer]) -> tuple[LaidDown, ...]:
    """What holds when.

    Args:
        layers: what each file says of one rule, the closest first.

    Returns:
        By first day, without overlaps; with a hole where no layer says anything.
    """
    return tuple(_pieces(layers, ALWAYS, None))


def _pieces(layers: Sequence[Layer], first: date, end: date | None) -> Iterator[LaidDown]:
    """What holds from a day to before another one: the closest layer, and in its holes those behind it."""
    if not layers:
        return
    origin, lines = layers[0]
    day = first
    for line in sorted(lines, key=lambda each: each.from_day):
        begins, ends = max(line.from_day, first), _earlier(line.until_day, end)
        if ends is not None and ends <= begins:
            continue
        if begins > day:
            yield from _pieces(layers[1:], day, begins)
        yield LaidDown(line.key, begins, ends, line.value, line.certain, line.source, origin, line)
        if ends is None:
            return
        day = ends
    if end is None or day < end:
        yield from _pieces(layers[1:], day, end)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((each for each in (one, other) if each is not None), default=None)
