"""Keys of an identity provider: fetched, kept, refreshed, withdrawn."""

from __future__ import annotations

import asyncio
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import jwt
import orjson
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from countries.register.register import load_register
from countries.tenancy.caller import Tier
from graph.errors import Unauthenticated, Unavailable
from graph.http.app import create_app
from graph.identity.authenticator import Authenticator, authenticator
from graph.identity.key_set import FETCH_LIMIT_BYTES, Fetched, KeySetError, fetch_key_set, parse_key_set
from graph.identity.keys import ATTEMPT_SECONDS, REFRESH_SECONDS, STALE_SECONDS, JsonWebKeySet
from graph.identity.token_rules import TokenRules
from graph.settings.settings import Identity, Settings
from tests.http.conftest import connect, is_ready

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.http.small_engine import SmallEngine

ISSUER, AUDIENCE = "https://id.example", "hearth"
RULES = TokenRules(ISSUER, AUDIENCE, timedelta(hours=1))
RSA = rsa.generate_private_key(65_537, 2048)
OTHER_RSA = rsa.generate_private_key(65_537, 2048)
WEAK_RSA = rsa.generate_private_key(65_537, 1024)  # noqa: S505 - to be refused
P256 = ec.generate_private_key(ec.SECP256R1())
P384 = ec.generate_private_key(ec.SECP384R1())
ED25519 = ed25519.Ed25519PrivateKey.generate()

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


def public(key: PrivateKey, kid: str, **members: object) -> dict[str, Any]:
    """The public half as a JSON Web Key."""
    kinds: tuple[tuple[type[Any], Any], ...] = (
        (rsa.RSAPrivateKey, jwt.algorithms.RSAAlgorithm),
        (ec.EllipticCurvePrivateKey, jwt.algorithms.ECAlgorithm),
        (ed25519.Ed25519PrivateKey, jwt.algorithms.OKPAlgorithm),
    )
    (algorithm,) = (algorithm for kind, algorithm in kinds if isinstance(key, kind))
    return {**algorithm.to_jwk(key.public_key(), as_dict=True), "kid": kid, **members}


class Provider:
    """An identity provider whose keys and health a test sets."""

    def __init__(self, *keys: dict[str, Any]) -> None:
        self.keys = list(keys)
        self.is_down = False
        self.fetches = 0
        self.clock_ahead = 0.0
        self.answers = asyncio.Event()
        self.answers.set()

    async def fetch(self, url: str) -> Fetched:
        """The key set, once the provider answers."""
        assert url == "https://id.example/keys"
        self.fetches += 1
        await self.answers.wait()
        if self.is_down:
            raise ConnectionRefusedError
        return Fetched(orjson.dumps({"keys": self.keys}), self.clock_ahead)


class Clock:
    """A clock that a test sets."""

    now = 1000.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


def callers_of(provider: Provider, clock: Clock | None = None) -> Authenticator:
    """An authenticator of that provider's tokens."""
    keys = JsonWebKeySet("https://id.example/keys", provider.fetch, clock or Clock())
    return Authenticator(keys, RULES, load_register())


async def under_way(keys: JsonWebKeySet) -> None:
    """Wait for the fetch that is under way."""
    assert keys._fetching is not None
    await keys._fetching


def signed(key: PrivateKey, algorithm: str, kid: str | None, **claims: object) -> str:
    """A token as the provider issues it."""
    now = int(time.time())
    payload: dict[str, Any] = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "anna",
        "iat": now,
        "exp": now + 600,
        "role": "office",
        "country": "BE",
        "jti": str(claims.get("jti", "")),
    }
    payload.update(claims)
    return jwt.encode(payload, key, algorithm=algorithm, headers={"kid": kid} if kid else None)


@pytest.mark.parametrize(("key", "algorithm"), [(RSA, "RS256"), (P256, "ES256"), (ED25519, "EdDSA")])
async def test_allowed_algorithms(key: PrivateKey, algorithm: str) -> None:
    """RSA, P-256 and Ed25519 signatures are believed."""
    provider = Provider(public(OTHER_RSA, "other"), public(key, "k"))
    caller = await callers_of(provider).caller(signed(key, algorithm, "k"))
    assert (caller.subject, caller.tier) == ("anna", Tier.OFFICE)


@pytest.mark.parametrize(
    ("key", "algorithm", "jwk"),
    [
        (RSA, "RS384", public(RSA, "k")),
        (RSA, "PS256", public(RSA, "k")),
        (RSA, "RS512", public(RSA, "k", alg="RS512")),
        (P384, "ES384", public(P384, "k")),
        (WEAK_RSA, "RS256", public(WEAK_RSA, "k")),
        (RSA, "RS256", public(RSA, "k", use="enc")),
        (RSA, "RS256", public(OTHER_RSA, "k")),
        (P256, "ES256", public(RSA, "k")),
    ],
)
@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")  # signing with the weak key warns
async def test_other_algorithms_and_keys(key: PrivateKey, algorithm: str, jwk: dict[str, Any]) -> None:
    """An algorithm off the list, a weak key, a key for something else or of somebody else: refused."""
    provider = Provider(public(ED25519, "known"), jwk)
    with pytest.raises(Unauthenticated):
        await callers_of(provider).caller(signed(key, algorithm, "k"))


async def test_a_public_key_is_no_shared_secret() -> None:
    """The classic confusion, the public key used as an HMAC secret, leads nowhere; a key set may hold no secret."""
    pem = RSA.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    now = int(time.time())
    payload = orjson.dumps({"iss": ISSUER, "aud": AUDIENCE, "sub": "x", "exp": now + 60, "role": "headquarters"})
    hmac = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    head = b".".join(jwt.utils.base64url_encode(part) for part in (orjson.dumps({"alg": "HS256", "kid": "k"}), payload))
    token = b".".join((head, jwt.utils.base64url_encode(hmac.sign(head, pem)))).decode()
    secret = {"kty": "oct", "kid": "s", "k": jwt.utils.base64url_encode(b"s" * 32).decode()}
    callers = callers_of(Provider(public(RSA, "k"), secret))
    with pytest.raises(Unauthenticated, match="algorithm"):
        await callers.caller(token)
    with pytest.raises(Unauthenticated, match="unknown key"):
        await callers.caller(jwt.encode(orjson.loads(payload), "s" * 32, headers={"kid": "s"}))


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        ({"iss": "https://other.example"}, "another issuer"),
        ({"aud": "payroll"}, "another service"),
        ({"aud": ["payroll", "mail"]}, "another service"),
        ({"aud": None}, "cannot be|lacks|another service"),
        ({"exp": int(time.time()) + 7200}, "more than 1 hour"),
        ({"iat": int(time.time()) - 3500, "exp": int(time.time()) + 3000}, "more than 1 hour"),
        ({"exp": int(time.time()) - 1}, "expired"),
    ],
)
async def test_claims_of_production(claims: dict[str, object], message: str) -> None:
    """Issuer, audience and an hour at most are checked."""
    with pytest.raises(Unauthenticated, match=message):
        await callers_of(Provider(public(RSA, "k"))).caller(signed(RSA, "RS256", "k", **claims))


async def test_several_audiences() -> None:
    """A token for several services is for us too if it names us."""
    token = signed(RSA, "RS256", "k", aud=["mail", AUDIENCE])
    assert (await callers_of(Provider(public(RSA, "k"))).caller(token)).subject == "anna"


async def test_a_token_without_a_key_id() -> None:
    """Without a key id the only key is meant; of several none is."""
    token = signed(RSA, "RS256", None)
    assert (await callers_of(Provider(public(RSA, "k"))).caller(token)).subject == "anna"
    with pytest.raises(Unauthenticated, match="names no key, and the identity provider has several"):
        await callers_of(Provider(public(RSA, "k"), public(P256, "l"))).caller(token)


@pytest.mark.parametrize(
    "beside",
    [
        {"kty": "RSA", "alg": {"a": 1}, "kid": "bad"},
        {"kty": "RSA", "alg": ["RS256"], "n": "AQAB", "e": "AQAB"},
        {"kty": "RSA", "n": 5, "e": "AQAB", "kid": "bad"},
        {"kty": ["EC"], "crv": {}, "kid": "bad"},
        {"kty": "EC", "crv": "P-256", "x": None, "y": {}},
        {"kty": "OKP", "crv": "Ed25519", "x": "=!"},
        {"kty": "RSA", "alg": "RSA-OAEP", "use": "enc", "kid": "k"},
        {},
        "key",
        None,
    ],
)
async def test_a_broken_key_takes_nothing_from_the_others(beside: Any) -> None:  # noqa: ANN401 - any JSON
    """A key of a set that cannot be read, or is for something else, is left out; those beside it serve."""
    for keys in ((public(RSA, "k"), beside), (beside, public(RSA, "k"))):
        assert (await callers_of(Provider(*keys)).caller(signed(RSA, "RS256", "k"))).subject == "anna"


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        ({"sub": 5}, "`sub` is no text"),
        ({"sub": ["anna"]}, "`sub` is no text"),
        ({"iss": 5}, "another issuer"),
        ({"aud": {"hearth": 1}}, "another service"),
        ({"role": ["office"]}, "`role` is missing or unknown"),
    ],
)
async def test_claims_of_another_kind_are_named(claims: dict[str, object], message: str) -> None:
    """A claim that is no text is refused by its name, as the log has it; a token's own number may be any."""
    provider = Provider(public(RSA, "k"))
    good = {"iss": ISSUER, "aud": AUDIENCE, "sub": "anna", "exp": int(time.time()) + 600, "role": "headquarters"}
    algorithms = jwt.PyJWS()

    def token(**more: object) -> str:
        return algorithms.encode(orjson.dumps({**good, **more}), RSA, "RS256", headers={"kid": "k"})

    assert (await callers_of(provider).caller(token(jti=7))).subject == "anna"
    with pytest.raises(Unauthenticated, match=message):
        await callers_of(provider).caller(token(**claims))


async def test_a_new_key_is_found() -> None:
    """A token of a key that appeared since makes the set be read again, after the shortest interval."""
    provider, clock = Provider(public(RSA, "old")), Clock()
    callers = callers_of(provider, clock)
    await callers.caller(signed(RSA, "RS256", "old"))
    provider.keys.append(public(P256, "new"))
    clock.now += ATTEMPT_SECONDS
    assert (await callers.caller(signed(P256, "ES256", "new"))).subject == "anna"
    assert provider.fetches == 2


async def test_unknown_keys_cause_no_storm() -> None:
    """However many tokens name unknown keys, even at once, the provider is asked once an interval."""
    provider, clock = Provider(public(RSA, "k")), Clock()
    callers = callers_of(provider, clock)
    tokens = [signed(P256, "ES256", f"unknown-{number}") for number in range(10)]
    answers = await asyncio.gather(*(callers.caller(token) for token in tokens), return_exceptions=True)
    assert {type(answer) for answer in answers} == {Unauthenticated}
    assert provider.fetches == 1
    clock.now += ATTEMPT_SECONDS
    with pytest.raises(Unauthenticated):
        await callers.caller(tokens[0])
    assert provider.fetches == 2


async def test_a_withdrawn_key_dies() -> None:
    """Some minutes after the provider withdrew a key, its tokens are refused."""
    provider, clock = Provider(public(RSA, "k"), public(P256, "bad")), Clock()
    keys = JsonWebKeySet("https://id.example/keys", provider.fetch, clock)
    await keys.key_for("bad")
    provider.keys.pop()
    clock.now += REFRESH_SECONDS + 1
    await keys.key_for("bad")  # answered with the old set while the new one is fetched
    await under_way(keys)
    with pytest.raises(Unauthenticated, match="unknown key"):
        await keys.key_for("bad")


async def test_a_provider_that_is_down() -> None:
    """Without keys nobody is refused for good: it is the provider's fault. Known keys serve on for an hour."""
    provider, clock = Provider(public(RSA, "k")), Clock()
    keys = JsonWebKeySet("https://id.example/keys", provider.fetch, clock)
    provider.is_down = True
    with pytest.raises(Unavailable):
        await keys.key_for("k")
    with pytest.raises(Unavailable):
        await keys.key_for("k")
    assert provider.fetches == 1
    provider.is_down = False
    clock.now += ATTEMPT_SECONDS
    await keys.key_for("k")
    provider.is_down = True
    clock.now += STALE_SECONDS - 1
    await keys.key_for("k")
    await under_way(keys)
    clock.now += ATTEMPT_SECONDS
    with pytest.raises(Unavailable):
        await keys.key_for("k")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b"{}",
        b'{"keys": []}',
        b'{"keys": {}}',
        b'{"keys": "abc"}',
        b'{"keys": [7]}',
        b'{"keys": [{}]}',
        b'{"keys": [{"kty": "RSA"}]}',
        b'{"keys": [{"kty": "RSA", "n": 7, "e": []}]}',
        b'{"keys": [{"kty": "oct", "k": "c2VjcmV0", "kid": "s"}]}',
    ],
)
async def test_a_set_of_no_keys(raw: bytes) -> None:
    """Whatever a provider sends instead of keys, it counts as being down."""

    async def fetch(_: str) -> Fetched:
        return Fetched(raw)

    keys = JsonWebKeySet("https://id.example/keys", fetch)
    with pytest.raises(Unavailable):
        await keys.key_for("k")


def test_a_strange_key_spoils_no_set() -> None:
    """Keys of kinds that we do not know are passed over."""
    raw = orjson.dumps({"keys": [{"kty": "future"}, public(P384, "a"), public(RSA, "b"), 7]})
    assert [key.key_id for key in parse_key_set(raw)] == ["b"]


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    """A small web server with a key set, a redirect to it and a page without end; the value is its address."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer one of three paths."""
            if self.path == "/moved":
                self.send_response(302)
                self.send_header("Location", "/keys")
                self.end_headers()
                return
            self.send_response(200)
            self.end_headers()
            self.wfile.write(orjson.dumps({"keys": [public(RSA, "k")]}) if self.path == "/keys" else b"x" * 2_000_000)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


async def test_keys_over_a_socket(web: str) -> None:
    """The settings of production lead to a caller, over a real connection."""
    settings = Settings(identity=Identity(ISSUER, AUDIENCE, f"{web}/keys"))
    callers = authenticator(settings, load_register())
    assert (await callers.caller(signed(RSA, "RS256", "k"))).countries == ("BE",)


async def test_no_server_timing_in_production(web: str, engine: SmallEngine) -> None:
    """A server that takes the organisation's tokens does not say how long its stages took: times tell what exists."""
    settings = Settings(identity=Identity(ISSUER, AUDIENCE, f"{web}/keys"))
    headers = {"Authorization": f"Bearer {signed(RSA, 'RS256', 'k')}"}
    async with connect(create_app(engine, settings, load_register(), ready=is_ready)) as client:
        response = await client.post("/graphql", json={"query": "{ who }"}, headers=headers)
    assert response.json() == {"data": {"who": "office BE"}}
    assert "server-timing" not in response.headers


async def test_a_provider_that_is_down_is_a_503(engine: SmallEngine) -> None:
    """While keys cannot be fetched a client is told to come back, not that its token is bad."""
    settings = Settings(identity=Identity(ISSUER, AUDIENCE, "http://127.0.0.1:9/keys"))
    headers = {"Authorization": f"Bearer {signed(RSA, 'RS256', 'k')}"}
    async with connect(create_app(engine, settings, load_register(), ready=is_ready)) as client:
        response = await client.post("/graphql", json={"query": "{ who }"}, headers=headers)
    assert (response.status_code, response.headers["retry-after"]) == (503, "10")
    (error,) = response.json()["errors"]
    assert error["extensions"] == {
        "code": "UNAVAILABLE",
        "hint": "Try again in a few seconds.",
        "retryable": True,
        "reason": "KEYS_MISSING",
    }


async def test_a_redirect_is_not_followed(web: str) -> None:
    """Keys come from the configured address alone."""
    with pytest.raises(KeySetError, match="302"):
        await fetch_key_set(f"{web}/moved")


async def test_an_endless_key_set(web: str) -> None:
    """No more than a megabyte is kept of what a provider sends."""
    assert FETCH_LIMIT_BYTES == 1_000_000
    with pytest.raises(KeySetError, match="too long"):
        await fetch_key_set(f"{web}/endless")
