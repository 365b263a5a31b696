"""Whether anybody could sign in now: what readiness says of the identity provider's keys, and of clocks."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from graph.identity.token_rules import SET_CLOCK
from graph.reasons import Reason
from graph.telemetry.readiness import Lack, Stops

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette
    from starlette.types import StatelessLifespan

    from graph.identity.authenticator import Authenticator
    from graph.telemetry.readiness import ReadinessCheck

FETCH = "Check HEARTH_OIDC_JWKS_URL, and that this machine reaches it; the log says what came instead of keys."


def sign_in_checks(callers: Authenticator) -> list[ReadinessCheck]:
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


def with_keys(callers: Authenticator, lifespan: StatelessLifespan[Starlette] | None) -> StatelessLifespan[Starlette]:
    """A lifespan that has the keys fetched from its beginning on, and ends what is under way for them at its end.

    Nothing waits for them: an identity provider that is away keeps no server from starting.
    """

    @asynccontextmanager
    async def living(app: Starlette) -> AsyncIterator[None]:
        callers.missing()
        try:
            if lifespan is None:
                yield
            else:
                async with lifespan(app):
                    yield
        finally:
            await callers.close()

    return living
