"""The nouns of figures in a plan: which indicators, of which period, in which areas, split by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.indicators.model import AreaLevel

if TYPE_CHECKING:
    from graph.plan.tree.sources import Path


from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.indicators.model import AreaLevel, Indicator
    from graph.indicators.splits import Splits
    from graph.plan.tree.periods import PeriodDays
    from graph.plan.tree.sources import Path
    from graph.plan.tree.values import Value
    from graph.plan.tree.view import View


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures.

    Attributes:
        indicators: in the order in which they were named, each once.
        splits: what every one is split by.
        levels: which areas get figures: FEDERATION, REGION, COUNTRY.
        days: the period.
        compared: the periods that it is compared with.
        revision: of the release, where one is named.
        known_at: as of when an office's records are counted; none for now.
        countries: the countries that are named.
        areas: the same, and the areas of all other levels that are asked for.
        path: the response keys that lead to the field.
    """

    indicators: tuple[Indicator, ...]
    splits: Splits
    levels: tuple[AreaLevel, ...]
    days: PeriodDays
    path: Path
    compared: tuple[PeriodDays, ...] = ()
    revision: Value | None = None
    known_at: Value | None = None
    countries: Value | None = None
    areas: Value | None = None


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """`indicatorReport`, of released figures or counted live."""

    asked: Asked
    view: View
    is_live: bool


@dataclass(frozen=True, slots=True)
class FigureOf:
    """`indicator` of a country: one figure for each row."""

    asked: Asked
    view: View
    is_live: bool


@dataclass(frozen=True, slots=True)
class Releases:
    """`releases`: what is closed."""

    view: View


@dataclass(frozen=True, slots=True)
class ReleaseProof:
    """`releaseProof`: what can be known of each secret count of a release."""

    days: PeriodDays
    revision: Value | None
    view: View
    path: Path


FigureRoot = IndicatorReport | Releases | ReleaseProof


RELEASE_ROWS = 1_000
"""Releases that one answer lists."""
