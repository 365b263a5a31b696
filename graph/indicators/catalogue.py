"""The catalogue: every module of this folder that defines an `INDICATOR`, found by its folder, in name order."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graph import indicators
from graph.declarations.misdeclared import MisdeclaredError
from graph.indicators.model import Indicator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.indicators.model import Measure


@cache
def all_indicators() -> Mapping[str, Indicator]:
    """Every indicator by its code, in the order of topics, and of the modules' names within one.

    Raises:
        MisdeclaredError: two have one code.
    """
    found: list[Indicator] = []
    places: dict[str, str] = {}
    for module in sorted(iter_modules(indicators.__path__), key=lambda each: each.name):
        loaded = import_module(f"{indicators.__name__}.{module.name}")
        defined = vars(loaded).get("INDICATOR")
        if isinstance(defined, Indicator):
            found.append(defined)
            before = places.setdefault(defined.code, f"{loaded.__file__}:1")
            if before != f"{loaded.__file__}:1":
                message = f"another indicator has the code {defined.code} already: {before}."
                raise MisdeclaredError(f"{loaded.__file__}:1", "INDICATOR", message)
    order = {topic: place for place, topic in enumerate(type(found[0].topic))}
    return {each.code: each for each in sorted(found, key=lambda each: order[each.topic])}


@cache
def all_measures() -> Mapping[str, Measure]:
    """Every measure that an indicator counts, by its code."""
    return {part.measure.code: part.measure for each in all_indicators().values() for part in each.parts}
