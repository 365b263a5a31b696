"""A period that figures are about: a year, a quarter or a month of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from graph.reasons import Reason
from graph.refusals import bad_input

if TYPE_CHECKING:
    from graph.refusals import Param

MONTHS = 12
QUARTERS = 4
EARLIEST_YEAR, LATEST_YEAR = 1949, 2200
"""The first year of which a figure may be asked, the year in which the first SOS family was founded, and the last."""
LAST_TIME_ZONE = timedelta(hours=12)
"""How far behind UTC the last place on Earth is in which a day ends."""


class PeriodError(ValueError):
    """Year, quarter and month do not make a period; `hint` says what would, and `part` which of them is at fault."""

    def __init__(self, sentence: str, advice: str, part: str, **params: Param) -> None:
        self.refusal = bad_input(Reason.NO_SUCH_PERIOD, sentence, advice, part, **params)
        super().__init__(self.refusal.message)
        self.hint = self.refusal.hint
        self.part = part


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole days from `first` to the day before `after`.

    Attributes:
        year: of the calendar.
        quarter: 1 to 4; none for a whole year or a month.
        month: 1 to 12; none for a whole year or a quarter.
    """

    year: int
    quarter: int | None = None
    month: int | None = None

    @classmethod
    def of(cls, year: int, quarter: int | None = None, month: int | None = None) -> Period:
        """The period that three numbers name.

        Raises:
            PeriodError: they name none.
        """
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            hint = "Name one from {first} to {last}."
            message = "That is no year that figures are kept of."
            raise PeriodError(message, hint, "year", first=EARLIEST_YEAR, last=LATEST_YEAR)
        if quarter is not None and month is not None:
            raise PeriodError("A period is a quarter or a month, not both.", "Leave one of them out.", "month")
        if quarter is not None and not 1 <= quarter <= QUARTERS:
            raise PeriodError("There is no such quarter.", "Name a quarter from 1 to 4.", "quarter")
        if month is not None and not 1 <= month <= MONTHS:
            raise PeriodError("There is no such month.", "Name a month from 1 to 12.", "month")
        return cls(year, quarter, month)

    @property
    def is_brief(self) -> bool:
        """Whether it is a quarter or a month."""
        return self.quarter is not None or self.month is not None

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 3 * ((self.quarter or 1) - 1) + 1, 1)

    @property
    def after(self) -> date:
        """The first day after its last."""
        months = 1 if self.month else 3 if self.quarter else MONTHS
        count = self.first.month - 1 + months
        return date(self.year + count // MONTHS, count % MONTHS + 1, 1)

    @property
    def last(self) -> date:
        """Its last day: stocks are of this day."""
        return self.after - timedelta(days=1)

    @property
    def label(self) -> str:
        """`2025`, `2025-Q1` or `2025-03`, as SDMX writes time periods."""
        if self.month:
            return f"{self.year}-{self.month:02d}"
        return f"{self.year}-Q{self.quarter}" if self.quarter else str(self.year)

    def has_ended(self, now: datetime) -> bool:
        """Whether its last day is over in every country."""
        return (now.astimezone(UTC) - LAST_TIME_ZONE).date() >= self.after

    def holds(self, other: Period) -> bool:
        """Whether the other lies within it."""
        return self.first <= other.first and other.after <= self.after
