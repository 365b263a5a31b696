"""What a report is made of: periods, indicators and cells. A hidden cell holds no number, whatever was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Self

from graph.indicators.model import AreaLevel

FEDERATION = "FEDERATION"
"""The area that all countries are in."""
DIMENSIONS = ("SEX", "AGE_GROUP", "SETTING", "CARE_FORM", "PROGRAMME_KIND")
"""What figures may be split by, in the order in which they are written."""

Splits = tuple[tuple[str, str], ...]
"""Dimensions and their categories, in the order of `DIMENSIONS`; empty for the whole."""


class Status(StrEnum):
    """Whether a cell shows its figure."""

    PUBLISHED = "PUBLISHED"
    APPROXIMATE = "APPROXIMATE"
    """Rounded, so that nobody can be told from it: within its uncertainty of the true one."""
    SUPPRESSED = "SUPPRESSED"
    """Hidden, so that nobody can be told from it."""
    NOT_AVAILABLE = "NOT_AVAILABLE"
    """There is nothing to show: nothing to divide by, or no such number in that country."""


SHOWN = frozenset({Status.PUBLISHED, Status.APPROXIMATE})
NUMBERS = ("value", "numerator", "denominator", "uncertainty")


class ReportPeriod(NamedTuple):
    """The days that figures are about; periods sort by time.

    Attributes:
        first_day: its first.
        last_day: its last.
        code: ISO 8601, as far as it goes: `2025`, `2025-Q1`, `2025-01`.
    """

    first_day: date
    last_day: date
    code: str

    @classmethod
    def of_answer(cls, answer: Mapping[str, Any]) -> Self:
        """A period of the answer."""
        year, quarter, month = answer["year"], answer.get("quarter"), answer.get("month")
        code = f"{year}-Q{quarter}" if quarter else f"{year}-{month:02}" if month else f"{year}"
        return cls(date.fromisoformat(answer["firstDay"]), date.fromisoformat(answer["lastDay"]), code)

    @property
    def year_before(self) -> ReportPeriod:
        """The same days a year earlier."""
        year, _, part = self.code.partition("-")
        first = self.first_day.replace(year=self.first_day.year - 1, day=1)
        day = 28 if self.last_day.month == 2 else self.last_day.day  # noqa: PLR2004 - February
        last = self.last_day.replace(year=self.last_day.year - 1, day=day)
        return ReportPeriod(first, last, f"{int(year) - 1}-{part}" if part else f"{int(year) - 1}")


@dataclass(frozen=True, slots=True)
class ReportIndicator:
    """What a figure means.

    Attributes:
        code: SCREAMING_SNAKE_CASE.
        title: a noun phrase.
        topic: what it is grouped under.
        unit: of the value, such as `children` or `percent`.
        decimals: digits that values are rounded to.
        numerator: what is counted, a sentence.
        denominator: what it is divided by; none for a count.
        exclusions: who or what is left out.
        source: where the definition comes from.
        verified: whether the definition was compared with its source word by word.
        version: of the definition.
        provider_share: whether it sets the federation's own children against a national population.
    """

    code: str
    title: str
    topic: str
    unit: str
    decimals: int
    numerator: str
    denominator: str | None
    exclusions: str
    source: str
    verified: bool
    version: int
    provider_share: bool

    @classmethod
    def of_answer(cls, answer: Mapping[str, Any]) -> Self:
        """An indicator of the answer."""
        return cls(
            **{name: answer[name] for name in ("code", "title", "topic", "unit", "decimals", "numerator")},
            denominator=answer.get("denominator"),
            exclusions=answer.get("exclusions") or "None.",
            source=answer["definitionSource"],
            verified=bool(answer.get("verified")),
            version=answer.get("version") or 1,
            provider_share=bool(answer.get("providerShare")),
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or the reason why there is none.

    Attributes:
        status: whether there is one.
        value: the indicator's value, in its unit and rounded; none unless published.
        numerator: what was counted; none unless published.
        denominator: what it was divided by; none unless published, and for counts.
        uncertainty: how far the true value may be from this one; none where it is exact.
    """

    status: Status
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    uncertainty: float | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a number."""
        return self.status in SHOWN

    @property
    def ends(self) -> tuple[float, float] | None:
        """The least and the most that the true value may be; none where there is no number. Nothing is below zero."""
        if self.value is None:
            return None
        far = self.uncertainty or 0
        return max(0, self.value - far) if self.value >= 0 else self.value - far, self.value + far

    @classmethod
    def of_answer(cls, answer: Mapping[str, Any]) -> Figure:
        """A figure of the answer. One that is not published holds no number."""
        status = Status(answer["status"])
        if status not in SHOWN or answer.get("value") is None:
            return Figure(Status.NOT_AVAILABLE if status in SHOWN else status)
        return Figure(status, *(_number(answer.get(name)) for name in NUMBERS))


NOTHING = Figure(Status.NOT_AVAILABLE)


@dataclass(frozen=True, slots=True)
class ReportCell:
    """One figure of an indicator, in an area, a category and a period.

    Attributes:
        period: the days.
        indicator: its code.
        area: `FEDERATION`, a region, or a country's ISO 3166-1 alpha-2.
        level: what the area is.
        splits: the category; empty for the whole.
        figure: the number.
        earlier: the number of the period that it is compared with; none where it is compared with none.
        change: the number less the earlier one, in the indicator's unit; none unless both are published.
        change_uncertainty: how far the true change may be from it: what both values may be off by; none where both are
            exact.
    """

    period: ReportPeriod
    indicator: str
    area: str
    level: AreaLevel
    splits: Splits
    figure: Figure
    earlier: Figure | None = None
    change: float | None = None
    change_uncertainty: float | None = None

    @classmethod
    def of_answer(cls, answer: Mapping[str, Any], period: ReportPeriod) -> Self:
        """A cell of the answer."""
        figure, compared = Figure.of_answer(answer), answer.get("comparison")
        earlier = Figure.of_answer(compared) if compared else None
        told = earlier and figure.value is not None and earlier.value is not None
        area = answer["area"]
        level = (
            AreaLevel.COUNTRY
            if answer.get("country")
            else AreaLevel.FEDERATION
            if area == FEDERATION
            else AreaLevel.REGION
        )
        splits = {each["dimension"]: each["value"] for each in answer.get("splits") or ()}
        return cls(
            period,
            answer["indicator"],
            area,
            level,
            tuple((dimension, splits[dimension]) for dimension in DIMENSIONS if dimension in splits),
            figure,
            earlier,
            _number(compared.get("change")) if compared and told else None,
            _number(compared.get("changeUncertainty")) if compared and told else None,
        )


def _number(told: float | str | None) -> float | None:
    """A number; whole ones are integers, so that they are written without a point."""
    if told is None:
        return None
    number = float(told)
    return int(number) if number.is_integer() else number
