"""Claims: what a verified token may say about its bearer."""

from __future__ import annotations

from uuid import UUID

import pytest

from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from graph.errors import Unauthenticated
from graph.identity.claims import caller_from_claims

REGISTER = load_register()
PROGRAMME = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
NARROWER: list[dict[str, object]] = [
    {"country": "BE"},
    {"country": ["BE"]},
    {"country": "XX"},
    {"country": 0},
    {"countries": ["BE"]},
    {"countries": ["BE", "NL"]},
    {"countries": "BE"},
    {"countries": ["XX"]},
    {"countries": [None]},
    {"countries": {}},
    {"countries": False},
    {"programmes": [PROGRAMME]},
    {"programmes": PROGRAMME},
]
"""What a role that is bound by nothing does not take, in whatever shape."""


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"role": "office", "country": "BE"}, Caller("s", Tier.OFFICE, ("BE",))),
        ({"role": "office", "country": "BE", "countries": ["BE"]}, Caller("s", Tier.OFFICE, ("BE",))),
        ({"role": "office", "country": "KE", "programmes": []}, Caller("s", Tier.OFFICE, ("KE",))),
        (
            {"role": "caseworker", "country": "BE", "programmes": [f"Programme_BE_{PROGRAMME}", PROGRAMME.upper()]},
            Caller("s", Tier.CASEWORKER, ("BE",), (UUID(PROGRAMME),)),
        ),
        ({"role": "caseworker", "country": "BE"}, Caller("s", Tier.CASEWORKER, ("BE",))),
        ({"role": "region", "countries": ["NL", "BE", "NL"]}, Caller("s", Tier.REGION, ("NL", "BE"))),
        ({"role": "region", "countries": list(REGISTER)}, Caller("s", Tier.REGION, tuple(REGISTER))),
        ({"role": "headquarters"}, Caller("s", Tier.HEADQUARTERS)),
        (
            {"role": "headquarters", "country": "", "countries": [], "programmes": []},
            Caller("s", Tier.HEADQUARTERS),
        ),
        ({"role": "auditor"}, Caller("s", Tier.AUDITOR)),
        ({"role": "auditor", "country": None, "countries": None}, Caller("s", Tier.AUDITOR)),
        ({"role": "region", "country": "BE", "countries": ["BE"]}, Caller("s", Tier.REGION, ("BE",))),
    ],
)
def test_claims_that_fit(claims: dict[str, object], expected: Caller) -> None:
    """Each role becomes its caller."""
    assert caller_from_claims({"sub": "s", **claims}, REGISTER) == expected


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"role": None},
        {"role": "admin"},
        {"role": "Office", "country": "BE"},
        {"role": ["office"], "country": "BE"},
        {"role": "safeguarding"},
        {"role": "donor"},
        {"role": "subject"},
        {"role": "office"},
        {"role": "office", "country": ""},
        {"role": "office", "country": "be"},
        {"role": "office", "country": "XX"},
        {"role": "office", "country": ["BE"]},
        {"role": "office", "country": {"BE": 1}},
        {"role": "office", "countries": ["BE"]},
        {"role": "office", "country": "BE", "countries": ["BE", "NL"]},
        {"role": "office", "country": "BE", "programmes": [PROGRAMME]},
        {"role": "caseworker", "programmes": [PROGRAMME]},
        {"role": "caseworker", "country": "BE", "programmes": PROGRAMME},
        {"role": "caseworker", "country": "BE", "programmes": {}},
        {"role": "caseworker", "country": "BE", "programmes": [f"Programme_KE_{PROGRAMME}"]},
        {"role": "caseworker", "country": "BE", "programmes": [f"Home_BE_{PROGRAMME}"]},
        {"role": "caseworker", "country": "BE", "programmes": [PROGRAMME, "x"]},
        {"role": "caseworker", "country": "BE", "programmes": [PROGRAMME + "\n"]},
        {"role": "caseworker", "country": "BE", "programmes": [PROGRAMME.replace("-", "")]},
        {"role": "caseworker", "country": "BE", "programmes": [7]},
        {"role": "region"},
        {"role": "region", "country": "BE"},
        {"role": "region", "countries": []},
        {"role": "region", "countries": "BE"},
        {"role": "region", "countries": ["BE", "XX"]},
        {"role": "region", "countries": ["BE", 7]},
        {"role": "region", "countries": [["BE"]]},
        {"role": "region", "countries": ["BE"], "programmes": [PROGRAMME]},
        {"role": "region", "country": "BE", "countries": ["BE", "NL"]},
        {"role": "region", "country": "KE", "countries": ["BE"]},
        *({"role": role, **each} for role in ("headquarters", "auditor") for each in NARROWER),
        {"role": "office", "country": "BE", "sub": ""},
        {"role": "office", "country": "BE", "sub": 7},
        {"role": "office", "country": "BE", "sub": "a\x00b"},
        {"role": "office", "country": "BE", "sub": "a\nb"},
        {"role": "office", "country": "BE", "sub": "a" * 256},
    ],
)
def test_claims_that_do_not(claims: dict[str, object]) -> None:
    """A claim that is missing, unknown, of another shape or narrower than its role is refused with a hint."""
    with pytest.raises(Unauthenticated) as caught:
        caller_from_claims({"sub": "someone", **claims}, REGISTER)
    assert caught.value.hint
    assert PROGRAMME not in str(caught.value)


def test_who_vouches_comes_along() -> None:
    """History and idempotency keys tell the same subject of two issuers apart."""
    claims = {"sub": "s", "role": "office", "country": "BE"}
    issued = caller_from_claims({**claims, "iss": "https://one.example"}, REGISTER)
    assert issued == Caller("s", Tier.OFFICE, ("BE",), issuer="https://one.example")
    assert issued != caller_from_claims({**claims, "iss": "https://other.example"}, REGISTER)
    for role in ({"role": "region", "countries": ["BE"]}, {"role": "headquarters"}):
        assert caller_from_claims({"sub": "s", "iss": "one", **role}, REGISTER).issuer == "one"
