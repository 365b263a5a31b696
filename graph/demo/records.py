"""When a row was recorded, and the identity that comes with it: the past of an office that keeps its books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from random import Random

BOOKS = timedelta(days=3653)
"""How long the office has kept its books here; what is older was entered when they were opened."""

SETTLED = timedelta(days=4)
"""Nothing happens in the last days, so that whatever happened is on record before now, in every time zone."""

LATEST = timedelta(days=2)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# Milliseconds and day numbers: every row has two instants, and arithmetic with dates took a sixth of the whole story.
A_DAY = 86_400_000
A_MINUTE = 60_000
OPENS = 7 * 3_600_000
CLOSES = 16 * 3_600_000


@dataclass(frozen=True, slots=True)
class Record:
    """The columns that every row of a country has beside `country_code`, in their order."""

    id: UUID
    version: int
    created_at: datetime
    updated_at: datetime

    @property
    def cells(self) -> tuple[UUID, int, datetime, datetime]:
        """As a row holds them."""
        return (self.id, self.version, self.created_at, self.updated_at)


@dataclass(frozen=True, slots=True)
class Books:
    """Makes records, each once, in the order of the calls.

    Attributes:
        rng: where chance comes from.
        today: the last day of the story.
    """

    rng: Random
    today: date

    def record(self, began: date, ended: date | None = None) -> Record:
        """The record of something that began on one day, and changed when it ended on another."""
        entered = self._entered(began)
        created = _instant(entered)
        identity = uuid7(entered, self.rng)
        if ended is None:
            return Record(identity, 1, created, created)
        return Record(identity, 2, created, _instant(max(self._entered(ended), entered + A_MINUTE)))

    def _entered(self, day: date) -> int:
        """Milliseconds since the epoch: within office hours of that day or of the next two."""
        told = max(day, self.today - BOOKS).toordinal() + self.rng.randrange(3)
        entered = min(told, (self.today - LATEST).toordinal())
        return (entered - EPOCH.toordinal()) * A_DAY + self.rng.randrange(OPENS, CLOSES)


def _instant(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


def uuid7(milliseconds: int, rng: Random) -> UUID:
    """A UUID version 7 (RFC 9562) of an instant in milliseconds since the epoch, with the given chance in it."""
    value = milliseconds << 80 | 0x7 << 76 | rng.getrandbits(12) << 64 | 0b10 << 62 | rng.getrandbits(62)
    return UUID(int=value)
