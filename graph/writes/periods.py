"""`closePeriod`: headquarters' one mutation. It writes figures, as the statistics login, and no country's row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from countries.tenancy.caller import Tier
from graph.errors import BadUserInput, Conflict, HearthError, Unavailable, refusal_of
from graph.indicators.period import Period, PeriodError
from graph.kinds.kind import Kind
from graph.sqlstates import Doing, public_error
from graph.writes.mutation import Given
from graph.writes.rowless import Did, Rowless, Tells

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from graph.closing.closed import Closed
    from graph.writes.inputs import Inputs
    from graph.writes.rowless import Deed

CLOSER = "statistics"
"""Whose connection it is that closes a period. What is counted, that login counts; nothing but figures comes back."""

CLOSE_PERIOD = Rowless(
    "closePeriod",
    "Counts a period that has ended, protects its figures and publishes them; minutes for a large federation.",
    takes=(
        Given("year", Kind.INTEGER, "The calendar year.", required=True),
        Given("quarter", Kind.INTEGER, "1 to 4, for a quarter of it.", clears=True),
        Given("month", Kind.INTEGER, "1 to 12, for a month of it.", clears=True),
        Given("reason", Kind.TEXT, "Why a period that is closed is published once more.", clears=True),
    ),
    takes_doc=(
        " To close a period twice is a conflict, and does nothing. A dry run counts and checks, and draws no figure:"
        " how many would be shown, nobody is told beforehand."
    ),
    asks="Which period, and why again.",
    tells=(
        Tells("release", "Release", "What was published; null where refused."),
        Tells("published", "Int", "How many of its figures are shown; null in a dry run."),
        Tells("suppressed", "Int", "How many are hidden, so that nobody can be told from them; null in a dry run."),
    ),
    tiers=frozenset({Tier.HEADQUARTERS}),
)


def all_rowless() -> Mapping[str, Rowless]:
    """Every mutation without a row by its name."""
    return {each.name: each for each in (CLOSE_PERIOD,)}


class Closes(Protocol):
    """Whoever closes periods."""

    async def close(self, period: Period, now: datetime, reason: str | None = None, *, dry_run: bool = False) -> Closed:
        """As `Closing.close`."""


def closing(closes: Closes | None) -> Deed:
    """How a period is closed, by whom; by nobody, where this server closes none."""

    async def close(inputs: Inputs, now: datetime) -> Did:
        if closes is None:
            raise Unavailable("Periods cannot be closed here.", "Use hearth close-period.")
        reason = inputs.values.get("reason")
        try:
            period = Period.of(_number(inputs, "year") or 0, _number(inputs, "quarter"), _number(inputs, "month"))
            done = await closes.close(period, now, reason if isinstance(reason, str) else None, dry_run=inputs.dry_run)
        except PeriodError as error:
            return Did(refusals=(error.refusal,))
        except (BadUserInput, Conflict) as error:
            return Did(refusals=(refusal_of(error, ("input",)),))
        except Exception as error:
            # A copy: the error itself holds this frame.
            public = replace(error) if isinstance(error, HearthError) else public_error(error, CLOSER, Doing.CLOSING)
            if public is None:
                raise
            raise public from None
        shown = {} if inputs.dry_run else {"published": done.published, "suppressed": done.suppressed}
        return Did({"release": _release(done), **shown})

    return close


def _number(inputs: Inputs, name: str) -> int | None:
    value = inputs.values.get(name)
    return value if isinstance(value, int) else None


def _release(done: Closed) -> dict[str, object]:
    period = done.period
    return {
        "id": str(done.release),
        "year": period.year,
        "quarter": period.quarter,
        "month": period.month,
        "firstDay": period.first,
        "lastDay": period.last,
        "revision": done.revision,
        "publishedAt": done.published_at,
        "knownAt": done.known_at,
        "reason": done.reason,
        "definitions": list(done.definitions),
        "commitment": done.commitment,
    }
