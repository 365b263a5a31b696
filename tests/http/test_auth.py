"""Tokens: which are believed, and which are not."""

from __future__ import annotations

import base64
import time
import warnings
from datetime import timedelta
from typing import Any

import jwt
import orjson
import pytest

from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from graph.errors import BadUserInput, Unauthenticated
from graph.identity.authenticator import (
    CACHE_SECONDS,
    CACHE_TOKENS,
    DEVELOPMENT_ISSUER,
    Authenticator,
    authenticator,
    bearer_token,
    issue_token,
)
from graph.identity.keys import SharedSecret
from graph.identity.token_rules import TokenRules
from graph.settings.settings import Settings, SettingsError

SECRET = "a-secret-of-the-tests-and-of-nothing-else"
REGISTER = load_register()
OFFICE = Caller("office-BE", Tier.OFFICE, ("BE",), issuer="hearth-development")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


def development(clock: Clock | None = None) -> Authenticator:
    """An authenticator of development tokens."""
    rules = TokenRules(DEVELOPMENT_ISSUER, None, timedelta(days=1))
    return Authenticator(SharedSecret(SECRET), rules, REGISTER, clock or Clock())


def signed(secret: str = SECRET, algorithm: str = "HS256", /, **claims: object) -> str:
    """A development token with some claims changed; a claim of None is left out."""
    now = int(time.time())
    payload: dict[str, Any] = {
        "iss": DEVELOPMENT_ISSUER,
        "sub": "office-BE",
        "iat": now,
        "exp": now + 600,
        "role": "office",
        "country": "BE",
    }
    payload.update(claims)
    return jwt.encode({k: v for k, v in payload.items() if v is not None}, secret, algorithm=algorithm)


def unsigned(header: object, payload: object, signature: str = "") -> str:
    """The three parts of a token, whatever they are."""
    parts = (base64.urlsafe_b64encode(orjson.dumps(part)).rstrip(b"=").decode() for part in (header, payload))
    return ".".join((*parts, signature))


async def refusal(token: str) -> Unauthenticated:
    """Why a token is refused; it repeats no part of it."""
    with pytest.raises(Unauthenticated) as caught:
        await development().caller(token)
    assert caught.value.hint
    assert len(token) < 9 or token not in str(caught.value)
    return caught.value


async def test_an_issued_token_is_believed() -> None:
    """What `issue_token` makes, the server takes."""
    token = issue_token(SECRET, role="office", country="BE")
    assert await development().caller(token) == OFFICE


async def test_an_issued_token_carries_its_claims() -> None:
    """Role, countries, programmes, subject and lifetime stand in the token."""
    programme = "Programme_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
    token = issue_token(
        SECRET,
        role="caseworker",
        country="BE",
        programmes=[programme],
        subject="anna",
        lifetime=timedelta(minutes=5),
    )
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims.pop("exp") - claims.pop("iat") == 300
    assert claims == {
        "iss": DEVELOPMENT_ISSUER,
        "sub": "anna",
        "role": "caseworker",
        "country": "BE",
        "programmes": [programme],
    }


@pytest.mark.parametrize("lifetime", [timedelta(0), timedelta(seconds=-5), timedelta(days=1, seconds=1)])
def test_a_development_token_lives_a_day_at_most(lifetime: timedelta) -> None:
    """A token is issued for a second to a day."""
    with pytest.raises(BadUserInput):
        issue_token(SECRET, role="office", country="BE", lifetime=lifetime)


async def test_an_expired_token() -> None:
    """A token is refused from the second that it names on; no skew is granted."""
    now = int(time.time())
    assert (await refusal(signed(iat=now - 600, exp=now - 1))).message == "The token has expired."
    assert (await refusal(signed(iat=now - 600, exp=now - 3600))).message == "The token has expired."


async def test_a_token_that_is_valid_for_too_long() -> None:
    """A token for a year is as good as a password, and refused."""
    now = int(time.time())
    assert "more than 24 hours" in (await refusal(signed(exp=now + 86_400 * 365))).message
    assert "more than 24 hours" in (await refusal(signed(iat=None, exp=now + 86_400 * 2))).message
    assert "more than 24 hours" in (await refusal(signed(iat=now - 86_400 * 3, exp=now + 60))).message


async def test_a_token_of_the_future() -> None:
    """`nbf` and `iat` count, with half a minute for clocks that disagree."""
    now = int(time.time())
    assert (await refusal(signed(nbf=now + 120))).message == "The token is not valid yet."
    assert (await refusal(signed(iat=now + 120))).message == "The token is not valid yet."
    assert await development().caller(signed(iat=now + 10)) == OFFICE


@pytest.mark.parametrize("claim", ["iss", "sub", "exp"])
async def test_a_missing_claim(claim: str) -> None:
    """Issuer, subject and expiry are required; the message names the missing one."""
    assert (await refusal(signed(**{claim: None}))).message == f"The token lacks the claim `{claim}`."


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://id.example"},
        {"exp": "tomorrow"},
        {"exp": True},
        {"exp": "99999999999"},
        {"exp": []},
        {"iat": "now"},
        {"iat": True},
        {"nbf": "x"},
        {"sub": 7},
        {"role": "admin"},
        {"country": "XX"},
    ],
)
async def test_a_claim_of_the_wrong_kind(claims: dict[str, object]) -> None:
    """A signature makes no nonsense true."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            token = signed(**claims)
        except TypeError:  # the library signs no such token; anybody else can
            key = jwt.PyJWS()
            now = int(time.time())
            payload = {"iss": DEVELOPMENT_ISSUER, "sub": "s", "exp": now + 60, "role": "office", "country": "BE"}
            token = key.encode(orjson.dumps({**payload, **claims}), SECRET, algorithm="HS256")
        await refusal(token)


@pytest.mark.parametrize("exp", [b"1e999", b"1e400", b"NaN", b"Infinity", b"-1", b"9" * 400])
async def test_an_expiry_that_is_no_instant(exp: bytes) -> None:
    """Numbers beyond any clock are refused, and break nothing."""
    payload = b'{"iss":"hearth-development","sub":"s","role":"office","country":"BE","exp":' + exp + b"}"
    await refusal(jwt.PyJWS().encode(payload, SECRET, algorithm="HS256"))


async def test_a_forged_token() -> None:
    """A token of another key, or one that was changed after signing, is refused."""
    await refusal(signed("another-secret-that-is-long-enough-too"))
    head, _, signature = signed().split(".")
    payload = unsigned({}, {"iss": DEVELOPMENT_ISSUER, "sub": "s", "exp": 9_999_999_999, "role": "headquarters"})
    await refusal(f"{head}.{payload.split('.')[1]}.{signature}")


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", "", "HS384", "HS512", "RS256", "x", None, 7, []])
async def test_an_algorithm_that_is_not_allowed(algorithm: object) -> None:
    """The algorithm comes from our list, not from the token; `none` is on no list."""
    now = int(time.time())
    payload = {"iss": DEVELOPMENT_ISSUER, "sub": "s", "exp": now + 60, "role": "headquarters"}
    token = unsigned({"alg": algorithm, "typ": "JWT"}, payload)
    await refusal(token)
    await refusal(token + "AAAA")


async def test_a_stronger_hash_of_the_right_secret_is_refused() -> None:
    """Even with the right secret only the one algorithm counts."""
    long_secret = SECRET * 2
    rules = TokenRules(DEVELOPMENT_ISSUER, None, timedelta(days=1))
    callers = Authenticator(SharedSecret(long_secret), rules, REGISTER)
    assert await callers.caller(signed(long_secret)) == OFFICE
    with pytest.raises(Unauthenticated, match="algorithm"):
        await callers.caller(signed(long_secret, "HS512"))


@pytest.mark.parametrize(
    "token",
    [
        ".",
        "..",
        "...",
        "x",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "é.é.é",
        "\ud800",
        "e30.e30.",
        "bnVsbA.e30.e30",
        unsigned([], {}),
        unsigned({"alg": "HS256", "kid": 7}, {}, "AAAA"),
        unsigned({"alg": "HS256", "crit": ["x"], "x": 1}, {}, "AAAA"),
        unsigned({"alg": "HS256", "b64": False}, {}, "AAAA"),
        base64.urlsafe_b64encode(b"[" * 9_000).decode() + ".e30.AAAA",
        base64.urlsafe_b64encode(b"\xff\xfe").decode() + ".e30.AAAA",
        "a" * 16_384,
        "a" * 16_385,
    ],
)
async def test_bytes_that_are_no_token(token: str) -> None:
    """Whatever is sent as a token, the answer is that it is none."""
    await refusal(token)


@pytest.mark.parametrize(
    "headers",
    [[], [""], ["Bearer"], ["Bearer "], ["Basic abc"], ["abc"], ["Bearerabc"], ["Bearer a", "Bearer b"]],
)
def test_headers_without_a_token(headers: list[str]) -> None:
    """A request has one Authorization header of the scheme Bearer."""
    with pytest.raises(Unauthenticated) as caught:
        bearer_token(headers)
    assert caught.value.hint == "Send one header: Authorization: Bearer <token>."


@pytest.mark.parametrize("header", ["Bearer abc", "bearer abc", "BEARER  abc "])
def test_headers_with_a_token(header: str) -> None:
    """The scheme's name has no case."""
    assert bearer_token([header]) == "abc"


async def test_a_verified_token_is_remembered_until_it_expires() -> None:
    """A token is verified once in a while, and never believed after its end."""
    clock = Clock()
    callers = development(clock)
    token = signed(exp=int(clock.now) + 120)
    caller = await callers.caller(token)
    assert await callers.caller(token) is caller
    clock.now += 121
    with pytest.raises(Unauthenticated, match="expired"):
        await callers.caller(token)


async def test_a_verified_token_is_verified_again() -> None:
    """After a few minutes the signature is checked anew, so that a withdrawn key is noticed."""
    clock = Clock()
    callers = development(clock)
    token = signed(exp=int(clock.now) + 3600)
    caller = await callers.caller(token)
    clock.now += CACHE_SECONDS + 1
    again = await callers.caller(token)
    assert again == caller
    assert again is not caller


async def test_the_memory_of_tokens_is_bounded() -> None:
    """However many tokens come by, a fixed number is remembered, and none in clear."""
    callers = development()
    for number in range(CACHE_TOKENS + 5):
        callers._remember(number.to_bytes(4), OFFICE, time.time() + 60)
    assert len(callers._verified) == CACHE_TOKENS
    token = signed()
    await callers.caller(token)
    assert token.encode() not in callers._verified


async def test_a_token_that_is_refused_is_not_remembered() -> None:
    """Whoever makes tokens up, however many, fills no memory."""
    callers = development()
    for number in range(500):
        with pytest.raises(Unauthenticated):
            await callers.caller(f"{signed(sub=str(number))}x")
    assert not callers._verified


def test_nobody_can_sign_in_without_keys() -> None:
    """A server without identity provider and without development secret does not start."""
    with pytest.raises(SettingsError, match="HEARTH_OIDC_ISSUER"):
        authenticator(Settings(), REGISTER)


async def test_the_settings_choose_the_keys() -> None:
    """With a development secret its tokens are believed."""
    assert await authenticator(Settings(dev_secret=SECRET), REGISTER).caller(signed()) == OFFICE


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
async def test_whoever_holds_the_development_secret_is_the_issuer() -> None:
    """In development any `iss` and `aud` will do, and a short secret too: it never leaves this machine."""
    callers = authenticator(Settings(dev_secret="short"), REGISTER)
    claims = {"iss": "a-test", "aud": "anything", "sub": "s", "exp": int(time.time()) + 60, "role": "headquarters"}
    caller = await callers.caller(jwt.encode(claims, "short", algorithm="HS256"))

    assert caller.tier is Tier.HEADQUARTERS
