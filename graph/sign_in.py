"""Whether anybody could sign in now: what readiness says of the identity provider's keys, and of clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import Reason
from graph.readiness import Lack, Stops
from graph.token_rules import SET_CLOCK

if TYPE_CHECKING:
    from graph.auth import Authenticator
    from graph.readiness import Check

FETCH = "Check HEARTH_OIDC_JWKS_URL, and that this machine reaches it; the log says what came instead of keys."


def sign_in_checks(callers: Authenticator) -> list[Check]:
    """Keys that were never had, or are too old, stop everything; keys that are due are fetched when somebody asks.

    Clocks that differ stop nothing: a key server with a wrong date is no reason to send everybody away.
    """

    def keys() -> Lack | None:
        missing = callers.missing()
        return None if missing is None else Lack("keys", Reason.KEYS_MISSING, missing, FETCH)

    def clocks() -> Lack | None:
        differ = callers.clocks()
        return None if differ is None else Lack("clock", Reason.CLOCKS_DIFFER, differ, SET_CLOCK, Stops.NOTHING)

    return [keys, clocks]
