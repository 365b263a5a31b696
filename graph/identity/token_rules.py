"""What a token must say besides who the caller is, and for how long it may be valid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from graph.errors import Unauthenticated
from graph.refusals import Plural, Spoken
from graph.settings.settings import CLOCK_SKEW

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from graph.refusals import Params
    from graph.settings.claim_map import ClaimMap

LAST_SECOND = 2**40  # beyond any date, and within what a float can hold
NEW_TOKEN = "Ask for a new token."  # noqa: S105 - a hint, not a password
NOT_YET = "Ask for a new token; where that is refused too, tell whoever runs this server: its clock may be behind."
SET_CLOCK = "Set this machine's clock, and let a time server keep it: until then good tokens are refused."
TOO_LONG = {
    3_600: Plural(
        "The token is valid for more than {count} hours.",
        one="The token is valid for more than {count} hour.",
        by="count",
    ),
    60: Plural(
        "The token is valid for more than {count} minutes.",
        one="The token is valid for more than {count} minute.",
        by="count",
    ),
    1: Plural(
        "The token is valid for more than {count} seconds.",
        one="The token is valid for more than {count} second.",
        by="count",
    ),
}
"""By the seconds of the unit that a lifetime is told in."""


@dataclass(frozen=True, slots=True)
class TokenRules:
    """What a token must say besides who the caller is.

    Attributes:
        issuer: its `iss`; None takes any, because whoever holds a development secret is the issuer.
        audience: what its `aud` names; None looks at none.
        lifetime: the longest that it may be valid.
        skew: how far the issuer's clock and ours may be apart. A token may come so much early, and seem to live so much
            longer; an expired one is expired.
        reading: how its claims are read; None where they have the names of ours.
    """

    issuer: str | None
    audience: str | None
    lifetime: timedelta
    skew: timedelta = CLOCK_SKEW
    reading: ClaimMap | None = None

    @property
    def required(self) -> list[str]:
        """The claims without which no token is looked at."""
        return ["iss", "exp"] if self.reading else ["iss", "sub", "exp"]

    def expiry(self, claims: Mapping[str, object], now: float, clock_ahead: float) -> float:
        """When a token expires, in seconds since 1970.

        Args:
            claims: the payload of a token whose signature is right.
            now: seconds since 1970, by our clock.
            clock_ahead: how far our clock is ahead of the issuer's, where that is known.

        Raises:
            Unauthenticated: it has expired, is not valid yet, or is valid for too long.
        """
        expires, begins, issued = (claims.get(name) for name in ("exp", "nbf", "iat"))
        skew, lifetime = self.skew.total_seconds(), self.lifetime.total_seconds()
        begins, issued = (now if each is None else each for each in (begins, issued))
        if not _is_instant(expires) or not _is_instant(begins) or not _is_instant(issued):
            raise Unauthenticated("The token's `exp`, `nbf` or `iat` is no number of seconds.", NEW_TOKEN)
        if expires <= now:
            raise self._untimely("The token has expired.", NEW_TOKEN, clock_ahead)
        if max(begins, issued) > now + skew:
            raise self._untimely("The token is not valid yet.", NOT_YET, clock_ahead)
        if expires - min(now, issued) > lifetime + skew:
            longest, hint = _longest(lifetime), "Ask for a token that expires sooner."
            raise self._untimely(longest.template, hint, clock_ahead, longest.params)
        return expires

    def differ(self, clock_ahead: float) -> bool:
        """Whether clocks that are so far apart let tokens be refused."""
        return abs(clock_ahead) > self.skew.total_seconds()

    def clocks(self, clock_ahead: float) -> str | None:
        """How clocks are too far apart, in one sentence; None where they are not."""
        if not self.differ(clock_ahead):
            return None
        how = "ahead of" if clock_ahead > 0 else "behind"
        return f"This machine's clock is {round(abs(clock_ahead))} seconds {how} the identity provider's."

    def _untimely(self, message: str, hint: str, clock_ahead: float, params: Params = ()) -> Unauthenticated:
        """A refusal for which clocks may be the reason: another token would not help then."""
        if self.differ(clock_ahead):
            hint = "The clocks of this server and of the identity provider differ: tell whoever runs this server."
        return Unauthenticated(message, hint, params=params)


def _is_instant(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < LAST_SECOND


def _longest(seconds: float) -> Spoken:
    """What is told of a token that is valid for longer than so many seconds."""
    unit = next(unit for unit in TOO_LONG if seconds % unit == 0 and seconds >= unit)
    return Spoken(TOO_LONG[unit], (("count", round(seconds / unit)),))
