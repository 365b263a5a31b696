"""The two columns that `day_about` declares: a day, and behind it how much of it is known."""

from __future__ import annotations

from typing import Any

from graph.declarations.days import DatePrecision
from graph.declarations.declared import DayAbout


def with_pairs(body: dict[str, Any]) -> dict[str, Any]:
    """A class's body in which each such day has its second column behind it."""
    if not any(isinstance(value, DayAbout) for value in body.values()):
        return body
    made: dict[str, Any] = {}
    annotations: dict[str, Any] = {}
    for name, type_ in body["__annotations__"].items():
        annotations[name] = type_
        pair = body.get(name)
        if isinstance(pair, DayAbout):
            precision = f"{name}_precision"
            made |= {name: pair.day, precision: pair.precision(name)}
            annotations[precision] = DatePrecision | None if pair.optional else DatePrecision
    return {**body, **made, "__annotations__": annotations}
