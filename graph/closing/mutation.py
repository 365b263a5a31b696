"""`closePeriod`: what it takes, who may do it, and what its payload tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from countries.caller import Tier
from graph.errors import BadUserInput, Conflict, Unavailable, refusal_of, told_refusal
from graph.indicators.period import Period, PeriodError
from graph.kinds.values import label, text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from graph.closing.close import Closed
    from graph.kinds.values import Convert
    from graph.refusals import Refusal

CLOSE_PERIOD = "closePeriod"
CLOSERS = frozenset({Tier.HEADQUARTERS})
"""Who may ask for it. What is then counted, the statistics login counts; nothing of it but figures comes back."""
CARRIED: Mapping[str, str | None] = {"release": "Release", "published": None, "suppressed": None}
"""The payload's fields besides `errors` and `clientMutationId`, and the type of what is an object."""


TEXTS: Mapping[str, Convert] = {"clientMutationId": label, "reason": text}
"""What of the input is text, and how it is taken."""


class Closes(Protocol):
    """Whoever closes periods."""

    async def close(self, period: Period, now: datetime, reason: str | None = None) -> Closed:
        """As `Closing.close`."""


async def closed(closes: Closes | None, given: Mapping[str, object], now: datetime) -> dict[str, Any]:
    """Close the period that an input names; the payload's fields, of which `errors` tells why it was refused.

    Raises:
        Unavailable: this server closes no periods.
    """
    if closes is None:
        raise Unavailable("Periods cannot be closed here.", "Use hearth close-period.")
    told: dict[str, Any] = {"clientMutationId": given.get("clientMutationId"), "errors": []}
    for name, convert in TEXTS.items():
        try:
            if given.get(name) is not None:
                convert(given[name])
        except BadUserInput as error:
            return {**told, "clientMutationId": None, **_refused(refusal_of(error, ("input", name)))}
    try:
        period = Period.of(_number(given, "year") or 0, _number(given, "quarter"), _number(given, "month"))
        reason = given.get("reason")
        done = await closes.close(period, now, reason if isinstance(reason, str) else None)
    except PeriodError as error:
        return {**told, **_refused(error.refusal)}
    except (BadUserInput, Conflict) as error:
        return {**told, **_refused(refusal_of(error, ("input",)))}
    return {**told, "release": _release(done), "published": done.published, "suppressed": done.suppressed}


def _number(given: Mapping[str, object], name: str) -> int | None:
    value = given.get(name)
    return value if isinstance(value, int) else None


def _refused(refusal: Refusal) -> dict[str, object]:
    return {"errors": [told_refusal(refusal)], "release": None, "published": None, "suppressed": None}


def _release(done: Closed) -> dict[str, object]:
    period = done.period
    return {
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
    }
