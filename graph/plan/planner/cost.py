"""The price of an operation before it runs: how many rows it asks for, from the values of this very request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import BadUserInput, TooCostly
from graph.plan.planner.rows import page_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.plan.planner.context import PagePrice

MAX_ROWS = 50_000
"""Rows that one operation may ask for: the product of page sizes down the tree, summed over its branches."""

MAX_BYTES = 20_000_000
"""Bytes that one answer may have."""


def check_price(prices: Sequence[PagePrice], arguments: Sequence[object]) -> int:
    """How many rows the operation asks for.

    Raises:
        BadUserInput: a page size is outside its bounds.
        TooCostly: it asks for too many rows.
    """
    if not prices:
        return 0
    asked: list[int] = []
    for price in prices:
        asked.append(_size(price, arguments) * (1 if price.parent is None else asked[price.parent]))
    branches = {price.parent for price in prices}
    total = sum(rows for number, rows in enumerate(asked) if number not in branches)
    if total > MAX_ROWS:
        raise TooCostly(
            "The operation asks for {rows} rows; one may ask for {limit}.",
            "Ask for smaller pages with `first`, above all in nested connections, or for fewer figures.",
            params=(("rows", total), ("limit", MAX_ROWS)),
        )
    return total


def size_faults(prices: Sequence[PagePrice], arguments: Sequence[object]) -> Iterator[BadUserInput]:
    """The page sizes that are outside their bounds."""
    for price in prices:
        try:
            _size(price, arguments)
        except BadUserInput as error:
            yield error


def _size(price: PagePrice, arguments: Sequence[object]) -> int:
    if price.slot is None:
        return price.fixed or 0
    value = arguments[price.slot]
    return len(value) if isinstance(value, list) else page_size(value, price.path, price.slot)
