"""A selection on an object that no table holds: it is answered from a value, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from graph.plan.tree.view import View

if TYPE_CHECKING:
    from graphql import SelectionSetNode

    from graph.plan.read.selection import Selector

TYPE_OF = {
    "limits": "Limits", "may": "Permission", "errors": "MutationError", "period": "ReportPeriod", "release": "Release",
    "comparedWith": "Release", "cells": "IndicatorCell", "splits": "FigureSplit", "comparison": "FigureComparison",
    "comparisons": "FigureComparison", "comparedReleases": "Release",
    "coverage": "CountryCoverage", "settings": "SettingReading",
}  # fmt: skip
"""The types behind fields; a name means the same in nearly all of these objects."""


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
