"""How many children each country of a demonstration has: as many in each, or drawn from a skewed law.

A federation has a few large countries and many small ones. The law is drawn once over the whole register, so that a
country has the same size whoever is filled beside it: its countries lie in an order that chance gives them, the median
is 300, the first has 5, the last 5,000, and the farther from the middle, the faster sizes change. In one country of
twelve nobody has come or left for years.
"""

from __future__ import annotations

from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from graph.errors import BadUserInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

EVENLY = 100
"""Children of each country, where nobody says how many."""
MEDIAN = 300
LEAST, MOST = 5, 5_000
SKEW = 3
"""A size is the median times a power of how far the end is from it, that grows as this power of how far out it lies."""
STILL = 12
"""In one of so many countries nobody comes or leaves."""


class Sizes(StrEnum):
    """How sizes are chosen."""

    EVEN = "even"
    SKEWED = "skewed"


def sizes_of(
    codes: Iterable[str], register: Collection[str], children: int | None, seed: int, sizes: Sizes = Sizes.EVEN
) -> tuple[Mapping[str, int], frozenset[str]]:
    """How many children each of some countries has, and in which of them nobody comes or leaves.

    Args:
        codes: of these countries.
        register: the codes of all countries that there may be.
        children: how many in each, where sizes are even.
        seed: chooses among sizes.
        sizes: how they are chosen.

    Raises:
        BadUserInput: a number is given that would not be heeded.
    """
    if sizes is Sizes.EVEN:
        return dict.fromkeys(codes, EVENLY if children is None else children), frozenset()
    if children is not None:
        raise BadUserInput(
            "With --sizes skewed the number of children of a country is drawn: --children would say nothing.",
            "Leave out one of the two.",
        )
    drawn, still = skewed_sizes(register, seed), still_countries(register, seed)
    listed = list(codes)
    return {code: drawn[code] for code in listed if code in drawn}, still & set(listed)


def skewed_sizes(register: Iterable[str], seed: int) -> Mapping[str, int]:
    """How many children each country of a register has; who is large and who is small hangs on the seed."""
    order = sorted(register)
    Random(f"{seed} sizes").shuffle(order)
    last = max(1, len(order) - 1)
    return {code: _size(2 * place / last - 1) for place, code in enumerate(order)}


def still_countries(register: Iterable[str], seed: int) -> frozenset[str]:
    """Those of a register in which nobody comes or leaves: of all sizes, whatever the seed."""
    sizes = skewed_sizes(register, seed)
    by_size = sorted(sizes, key=lambda code: (sizes[code], code))
    first = Random(f"{seed} still").randrange(STILL)
    return frozenset(by_size[first::STILL])


def _size(out: float) -> int:
    """The size of a country that lies so far from the middle: -1 for the smallest, 1 for the largest."""
    end = MOST if out > 0 else LEAST
    times: float = (end / MEDIAN) ** (abs(out) ** SKEW)
    return round(MEDIAN * times)
