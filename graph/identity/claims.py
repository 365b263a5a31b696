"""What a verified token says about its bearer, checked claim by claim.

    role          country   countries   programmes
    caseworker    one       -           its own country's; none of them means no rows
    office        one       -           -
    region        -         1 to 138    -
    headquarters  -         -           -
    auditor       -         -           -

Whatever a role does not take is refused, not passed over: whoever issued a token of headquarters with a country meant
less than the role gives. What is empty, or says the same once more, is no such claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from countries.tenancy.caller import REACH, Caller, Reach, Tier
from graph.errors import Unauthenticated
from graph.settings.claim_map import PROGRAMME, ROLES_TO_COME, TAKES

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

MOST_COUNTRIES = 138
LONGEST_SUBJECT = 255


def caller_from_claims(claims: Mapping[str, object], register: Container[str]) -> Caller:
    """The caller that the claims describe.

    Args:
        claims: the payload of a verified token.
        register: the country codes that exist.

    Raises:
        Unauthenticated: a claim is missing, unknown or of the wrong shape; the message repeats none.
    """
    subject, tier = _subject(claims.get("sub")), _tier(claims.get("role"))
    issuer = str(claims.get("iss") or "")
    match REACH[tier]:
        case Reach.ONE_COUNTRY:
            countries: tuple[str, ...] = (_country(claims, tier, register),)
        case Reach.COUNTRIES:
            countries = _countries(claims, tier, register)
        case Reach.FEDERATION:
            countries = ()
            _refuse(claims, tier, "country", "countries")
    if "programmes" not in TAKES[tier]:
        _refuse(claims, tier, "programmes")
        return Caller(subject, tier, countries, (), issuer)
    return Caller(subject, tier, countries, _programmes(claims, countries[0]), issuer)


def _refuse(claims: Mapping[str, object], tier: Tier, *names: str) -> None:
    """Refuse claims that would narrow a caller, and that its role does not take."""
    for name in names:
        if claims.get(name) not in (None, "", []):
            raise Unauthenticated(
                "The token's `{claim}` would narrow the role {role}, which does not take it.",
                "Ask for a token of another role, or for one without `{claim}`.",
                params=(("claim", name), ("role", str(tier))),
            )


def _subject(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_SUBJECT or not value.isprintable():
        raise Unauthenticated(
            "The token's `sub` is no text of 1 to {limit} printable characters.",
            "Ask for a token that names its bearer.",
            params=(("limit", LONGEST_SUBJECT),),
        )
    return value


def _tier(value: object) -> Tier:
    roles = ("roles", ", ".join(Tier))
    if isinstance(value, str) and value in ROLES_TO_COME:
        named = (("role", value), roles)
        raise Unauthenticated("The role {role} is not served yet.", "The roles are {roles}.", params=named)
    if not isinstance(value, str) or value not in set(Tier):
        raise Unauthenticated("The token's `role` is missing or unknown.", "The roles are {roles}.", params=(roles,))
    return Tier(value)


def _country(claims: Mapping[str, object], tier: Tier, register: Container[str]) -> str:
    value = claims.get("country")
    if not isinstance(value, str) or value not in register:
        raise Unauthenticated(
            "The token's `country` is missing or unknown.",
            "The role {role} needs one ISO 3166-1 code, such as BE.",
            params=(("role", str(tier)),),
        )
    if claims.get("countries") not in (None, [], [value]):
        hint, role = "The role {role} needs `country` alone.", (("role", str(tier)),)
        raise Unauthenticated("The token names several countries.", hint, params=role)
    return value


def _countries(claims: Mapping[str, object], tier: Tier, register: Container[str]) -> tuple[str, ...]:
    values = claims.get("countries")
    codes = [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
    is_whole = isinstance(values, list) and len(codes) == len(values) and all(code in register for code in codes)
    distinct = tuple(dict.fromkeys(codes))
    if not is_whole or not 1 <= len(distinct) <= MOST_COUNTRIES:
        raise Unauthenticated(
            "The token's `countries` is missing or holds an unknown code.",
            "The role {role} needs a list of 1 to {limit} ISO 3166-1 codes.",
            params=(("role", str(tier)), ("limit", MOST_COUNTRIES)),
        )
    if distinct != (claims.get("country"),):
        _refuse(claims, tier, "country")
    return distinct


def _programmes(claims: Mapping[str, object], country: str) -> tuple[UUID, ...]:
    values = claims.get("programmes")
    if values is None:
        return ()
    entries = values if isinstance(values, list) else [values]
    matches = [PROGRAMME.fullmatch(entry) if isinstance(entry, str) else None for entry in entries]
    ids = [UUID(match["id"]) for match in matches if match and match["country"] in (None, country)]
    if len(ids) != len(entries) or not isinstance(values, list):
        raise Unauthenticated(
            "The token's `programmes` holds something else than ids of its own country.",
            "Each is an id such as Programme_{country}_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e.",
            params=(("country", country),),
        )
    return tuple(dict.fromkeys(ids))
