"""A selection on an object that no table holds: it is answered from a value, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphql import SelectionSetNode

    from graph.plan.selection import Selector

TYPE_OF = {
    "limits": "Limits", "may": "Permission", "errors": "MutationError", "period": "ReportPeriod", "release": "Release",
    "comparedWith": "Release", "cells": "IndicatorCell", "splits": "FigureSplit", "comparison": "FigureComparison",
    "coverage": "CountryCoverage",
}  # fmt: skip
"""The types behind fields; a name means the same in nearly all of these objects."""


@dataclass(frozen=True, slots=True)
class View:
    """What is selected of an object: response key, field, and what is selected inside."""

    type_name: str
    fields: tuple[tuple[str, str, View | None], ...]

    def of(self, value: object) -> object:
        """The JSON value that the selection answers."""
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [self.of(item) for item in value]
        if not isinstance(value, Mapping):
            return value
        answer: dict[str, object] = {}
        for key, name, inside in self.fields:
            found = self.type_name if name == "__typename" else value[name]
            answer[key] = found if inside is None else inside.of(found)
        return answer


def view(
    selector: Selector,
    type_name: str,
    selection_sets: Iterable[SelectionSetNode],
    types: Mapping[str, str] = TYPE_OF,
) -> View:
    """Read a selection. `types` are those behind its fields."""
    return View(
        type_name,
        tuple(
            (
                field.key,
                field.name,
                view(selector, types[field.name], field.selection_sets, types) if field.selection_sets else None,
            )
            for field in selector.fields(type_name, selection_sets)
        ),
    )
