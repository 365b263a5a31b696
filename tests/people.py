"""The order in which people list names, by ICU itself: what tests compare the graph's order with."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import icu

from countries.register.register import load_register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.tenancy.caller import Caller


def is_a_name(column: str | None, row: Mapping[str, Any]) -> bool:
    """Whether people have an order of a column's texts: something stands beside it in the row."""
    return column is not None and any(re.fullmatch(f"{column}(_root)?_order", each) for each in row)


def place_of(name: str, caller: Caller, row: Mapping[str, Any]) -> bytes:
    """A name's place: whoever looks at one country orders by its first language, whoever looks at many by none.

    Args:
        name: what stands in the row.
        caller: who looks.
        row: a country's, or of the register.
    """
    country = caller.country if "country_code" in row else None
    place: bytes = by_language(_locale(country) if country else "root").getSortKey(name)
    return place


@cache
def _locale(country: str) -> str:
    return f"{load_register()[country].languages[0]}_{country}"


@cache
def by_language(locale: str) -> Any:  # noqa: ANN401 - the library has no types
    """ICU's own order, numbers as numbers."""
    collator = icu.Collator.createInstance(icu.Locale(locale))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return collator
