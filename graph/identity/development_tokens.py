"""Development tokens and callers, from what a person types."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from countries.register.register import load_register
from graph.errors import BadUserInput
from graph.identity.authenticator import issue_token
from graph.identity.claims import caller_from_claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countries.tenancy.caller import Caller
    from graph.settings.settings import Settings

LIFETIME = timedelta(hours=24)


def caller_of(
    *,
    role: str,
    country: str | None = None,
    countries: Sequence[str] | None = None,
    programmes: Sequence[str] = (),
    subject: str = "developer",
) -> Caller:
    """The caller that such a token would describe.

    Raises:
        Unauthenticated: the claims do not fit together.
    """
    claims = {"sub": subject, "role": role, "country": country, "countries": countries, "programmes": list(programmes)}
    return caller_from_claims({name: value for name, value in claims.items() if value}, load_register())


def development_token(
    settings: Settings,
    *,
    role: str,
    country: str | None = None,
    countries: Sequence[str] | None = None,
    programmes: Sequence[str] = (),
    subject: str = "developer",
) -> str:
    """A token that a development server takes.

    Raises:
        BadUserInput: the settings name an identity provider: tokens come from there.
        Unauthenticated: the claims do not fit together.
    """
    if settings.dev_secret is None:
        raise BadUserInput("Tokens come from the identity provider.", "Unset HEARTH_OIDC_ISSUER for development.")
    caller_of(role=role, country=country, countries=countries, programmes=programmes, subject=subject)
    return issue_token(
        settings.dev_secret,
        role=role,
        country=country,
        countries=countries or (),
        programmes=programmes,
        subject=subject,
        lifetime=LIFETIME,
    )
