"""One period of a report: which state of knowledge its figures are, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from graph.report.cells import ReportPeriod


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a country's figures rest on.

    Attributes:
        country: ISO 3166-1 alpha-2.
        complete: whether every programme has entered the period.
        timely: whether it did so in time.
        last_entry: when the last entry was made.
        note: what the country says about it.
        read_otherwise: the forms of care that its own rules count as another setting than the figures do, each with
            that setting.
    """

    country: str
    complete: bool
    timely: bool
    last_entry: datetime | None
    note: str | None
    read_otherwise: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownState:
    """Which state of knowledge the figures are.

    Attributes:
        revision: 1 for the first publication of the period.
        published_at: when.
        as_known_at: the instant whose records were counted.
        reason: why there is a later one.
    """

    revision: int
    published_at: datetime | None
    as_known_at: datetime | None
    reason: str | None

    @classmethod
    def of_answer(cls, answer: Mapping[str, Any] | None) -> Self:
        """A release of the answer."""
        told = answer or {}
        return cls(
            told.get("revision") or 1,
            _instant(told.get("publishedAt")),
            _instant(told.get("asKnownAt")),
            told.get("reason"),
        )


@dataclass(frozen=True, slots=True)
class Edition:
    """One period of the report.

    Attributes:
        period: the days.
        release: the state of knowledge.
        coverage: by country.
    """

    period: ReportPeriod
    release: KnownState
    coverage: Mapping[str, Coverage]


def coverage_by_country(answer: Mapping[str, Any]) -> Mapping[str, Coverage]:
    """What the figures of a report rest on, by country."""
    return {
        each["country"]: Coverage(
            each["country"],
            bool(each["complete"]),
            bool(each["timely"]),
            _instant(each.get("lastEntryAt")),
            each.get("note"),
            tuple(
                (reading["form"], reading["national"])
                for reading in each.get("settings") or ()
                if reading["national"] != reading["counted"] and reading["jurisdiction"] is None
            ),
        )
        for each in answer.get("coverage") or ()
    }


def _instant(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told else None
