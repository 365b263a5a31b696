"""How small counts were hidden before figures were rounded, as plain arithmetic on girls and boys of a few countries.

Everybody knows how many children each country has, and how many girls there are in all. A country's girls and boys are
hidden where one of them is 1 to 4, or all of the country's, or all of them; and so are those of the fewest further
countries that leave each hidden count an interval of five at least, with a number below five in it and one above.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SMALL = 5
Girls = tuple[int, ...]
"""How many girls each country has."""


def all_worlds(children: Girls, girls: int) -> Iterator[Girls]:
    """Every way in which so many girls may live in countries of these sizes."""
    for world in product(*(range(size + 1) for size in children)):
        if sum(world) == girls:
            yield world


def interval(world: Girls, children: Girls, hidden: Collection[int], place: int) -> tuple[int, int]:
    """What sums leave of the girls of a country that are hidden."""
    together = sum(world[each] for each in hidden)
    beside = sum(children[each] for each in hidden if each != place)
    return max(0, together - beside), min(children[place], together)


def is_wide(world: Girls, children: Girls, hidden: Collection[int]) -> bool:
    """Whether that keeps what was promised, of girls and of boys."""
    return all(
        low < SMALL <= high and high - low >= SMALL
        for place in hidden
        for least, most in [interval(world, children, hidden, place)]
        for low, high in ((least, most), (children[place] - most, children[place] - least))
    )


def would_tell(world: Girls, children: Girls) -> set[int]:
    """The countries whose girls or boys may not be shown by themselves."""
    girls, boys = sum(world), sum(children) - sum(world)
    return {
        place
        for place, size in enumerate(children)
        for count, all_of_them in ((world[place], girls), (size - world[place], boys))
        if 0 < count < SMALL or count in {size, all_of_them} - {0}
    }


def shown(world: Girls, children: Girls) -> tuple[int | None, ...]:
    """The girls of each country, as they were published."""
    first = would_tell(world, children)
    others = [place for place in range(len(children)) if place not in first]
    for many in range(len(others) + 1):
        for more in combinations(others, many):
            hidden = first | set(more)
            if is_wide(world, children, hidden):
                return tuple(None if place in hidden else girls for place, girls in enumerate(world))
    return (None,) * len(world)
