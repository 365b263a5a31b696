"""What came of a closing, or would have; and what it must be told with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import BadUserInput, Conflict
from graph.reasons import Reason

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from graph.closing.earlier import Earlier
    from graph.closing.lattice import CellCounts
    from graph.indicators.period import Period


@dataclass(frozen=True, slots=True)
class Closed:
    """What came of a closing.

    Attributes:
        release: its id.
        period: its period.
        revision: counts the releases of the period.
        published: how many figures are shown; none in a dry run.
        suppressed: how many are hidden; none in a dry run.
        counted: the countries that were counted anew; of the others nothing had changed since the last release.
        known_at: as of when the records were read.
        published_at: when the figures were published.
        reason: why they were, where that was not the first time.
        definitions: the indicators as they were defined.
        commitment: the digest of the key with which counts were rounded; none where it was a dry run.
    """

    release: UUID
    period: Period
    revision: int
    published: int
    suppressed: int
    counted: tuple[str, ...]
    known_at: datetime
    published_at: datetime
    reason: str | None
    definitions: tuple[str, ...]
    commitment: str | None


class DryRunDone(Exception):
    """A dry run has come to its end; nothing is written."""

    def __init__(self, closed: Closed) -> None:
        super().__init__()
        self.closed = closed


def check_closed(period: Period, previous: Earlier | None, reason: str | None) -> None:
    """A period is closed once, and once more with a reason.

    Raises:
        Conflict: it is closed.
        BadUserInput: there is nothing to restate.
    """
    if previous is not None and reason is None:
        raise Conflict(
            "{period} is closed.",
            "A late entry makes a new release: close it again with a reason.",
            reason=Reason.PERIOD_CLOSED,
            params=(("period", period.label),),
        )
    if previous is None and reason is not None:
        raise BadUserInput(
            "{period} has not been published yet.",
            "Close it without a reason first.",
            reason=Reason.PERIOD_OPEN,
            params=(("period", period.label),),
        )


def check_news(period: Period, previous: Earlier | None, full: CellCounts) -> None:
    """A release says something new.

    Raises:
        Conflict: nothing has changed since.
    """
    if previous is not None and full == previous.counts:
        raise Conflict(
            "Nothing of {period} has changed since it was published.",
            "There is nothing to do.",
            reason=Reason.NOTHING_NEW,
            params=(("period", period.label),),
        )
