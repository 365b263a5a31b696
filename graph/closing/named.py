"""Which release somebody means: by its period, by period and revision, or by its id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from graph.errors import BadUserInput, NotFound
from graph.indicators.period import Period
from graph.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

PERIOD = re.compile(
    r"(?P<year>\d{4})(?:-?Q(?P<quarter>\d)|-(?P<month>\d{2}))?(?:/R?(?P<revision>\d{1,6}))?", re.ASCII | re.IGNORECASE
)
ID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Out:
    """A release that is out, as far as it is told from others.

    Attributes:
        id: its own.
        period: its period.
        revision: counts the releases of the period, from 1.
    """

    id: UUID
    period: Period
    revision: int


@dataclass(frozen=True, slots=True)
class NamedRelease:
    """What somebody named.

    Attributes:
        period: the period; none where it is named by its id.
        revision: which release of it; none for the latest.
        id: the release's own; none where its period is named.
    """

    period: Period | None = None
    revision: int | None = None
    id: UUID | None = None

    def chosen(self, releases: Sequence[Out]) -> Out:
        """The one among all releases.

        Raises:
            NotFound: it is none of them.
        """
        if self.period is None:
            for each in releases:
                if each.id == self.id:
                    return each
            raise NotFound(
                "There is no release of that id.",
                "Ask for `releases { id year quarter month revision }`.",
                reason=Reason.NOT_PUBLISHED,
            )
        mine = [each for each in releases if each.period == self.period]
        if not mine:
            raise NotFound(
                "{period} has no release.",
                "Close it first: hearth close-period.",
                reason=Reason.NOT_PUBLISHED,
                params=(("period", self.period.label),),
            )
        last = max(each.revision for each in mine)
        for each in mine:
            if each.revision == (last if self.revision is None else self.revision):
                return each
        raise NotFound(
            "{period} has no release {revision}.",
            "Its releases are 1 to {last}.",
            reason=Reason.NOT_PUBLISHED,
            params=(("period", self.period.label), ("revision", self.revision or last), ("last", last)),
        )


def release_named(text: str) -> NamedRelease:
    """What a text names: `2025`, `2025-Q1`, `2025-03`, `2025/2`, `2025-Q1/2`, or a release's id.

    Raises:
        BadUserInput: it names none.
        PeriodError: there is no such period.
    """
    given = text.strip()
    if ID.fullmatch(given):
        return NamedRelease(id=UUID(given))
    found = PERIOD.fullmatch(given)
    if found is None:
        raise BadUserInput(
            "That names no release.",
            "Write a period, 2025, 2025-Q1 or 2025-03, a revision behind it where the latest is not meant, 2025/1 or"
            " 2025-Q1/1; or the id that `releases { id }` answers.",
        )
    year, quarter, month, revision = (None if part is None else int(part) for part in found.groups())
    return NamedRelease(Period.of(year or 0, quarter, month), revision)
