"""A bearer token becomes a caller: the only place that sees a token."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import jwt

from countries.connections.once_a_minute import OnceAMinute
from graph.errors import BadUserInput, Unauthenticated
from graph.identity.claims import caller_from_claims
from graph.identity.keys import JsonWebKeySet, SharedSecret
from graph.identity.token_rules import NEW_TOKEN, SET_CLOCK, TokenRules
from graph.reasons import Reason
from graph.settings.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from countries.tenancy.caller import Caller
    from graph.errors import HearthError
    from graph.identity.keys import SigningKeys
    from graph.settings.settings import Settings

logger = logging.getLogger("hearth.auth")

DEVELOPMENT_ISSUER = "hearth-development"
DEVELOPMENT_LIFETIME = timedelta(days=1)
LONGEST_IN_DEVELOPMENT = timedelta(days=31)  # of a token that somebody signs with the secret themselves
TOKEN_LIMIT_CHARACTERS = 16_384
CACHE_TOKENS = 4_096
CACHE_SECONDS = 300.0  # a key that the issuer withdraws is forgotten after this at the latest


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A caller whose token was verified.

    Attributes:
        caller: who it is.
        seconds: how long the token is valid from that moment on.
    """

    caller: Caller
    seconds: float


class Authenticator:
    """Verifies tokens, and remembers the verified ones for a while.

    Args:
        keys: where signatures are checked.
        rules: issuer, audience and lifetime.
        register: the country codes that exist.
        clock: seconds since 1970.
    """

    def __init__(
        self,
        keys: SigningKeys,
        rules: TokenRules,
        register: Container[str],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._keys = keys
        self._rules = rules
        self._register = register
        self._clock = clock
        # Digests, so that neither a dump of this memory shows a token nor a long token fills it.
        self._verified: OrderedDict[bytes, tuple[Caller, float]] = OrderedDict()
        self._often = OnceAMinute(logger)

    @property
    def keys(self) -> SigningKeys:
        """Where signatures are checked."""
        return self._keys

    async def caller(self, token: str) -> Caller:
        """Who sent this token.

        Raises:
            Unauthenticated: it is not valid, or says too little; the message names no part of it.
            Unavailable: the keys to check it cannot be fetched now.
        """
        if len(token) > TOKEN_LIMIT_CHARACTERS:
            raise Unauthenticated(
                "The token is longer than {limit} characters.", NEW_TOKEN, params=(("limit", TOKEN_LIMIT_CHARACTERS),)
            )
        known = self.known(token)
        return known if known is not None else (await self.signed_in(token)).caller

    async def signed_in(self, token: str) -> SignedIn:
        """Who sent this token, and for how long it is valid; verified now, whatever is remembered.

        Raises:
            Unauthenticated: as `caller`.
            Unavailable: as `caller`.
        """
        if len(token) > TOKEN_LIMIT_CHARACTERS:
            raise Unauthenticated(
                "The token is longer than {limit} characters.", NEW_TOKEN, params=(("limit", TOKEN_LIMIT_CHARACTERS),)
            )
        claims = await self._verify(token)
        expires = self._rules.expiry(claims, self._clock(), self._keys.clock_ahead)
        caller = self._caller(claims)
        self._remember(_digest(token), caller, expires)
        return SignedIn(caller, expires - self._clock())

    def known(self, token: str) -> Caller | None:
        """Who sent this token, where it was verified a short while ago."""
        digest = _digest(token)
        known = self._verified.get(digest)
        if known is None or known[1] <= self._clock():
            return None
        self._verified.move_to_end(digest)
        return known[0]

    async def _verify(self, token: str) -> Mapping[str, object]:
        try:
            key_id = jwt.get_unverified_header(token).get("kid")
            return self._decode(token, await self._keys.key_for(key_id))
        except jwt.PyJWTError as fault:
            raise _refusal(fault) from None
        except (ValueError, TypeError, OverflowError, RecursionError):
            # Bytes that are no token at all reach decoders of several kinds.
            raise Unauthenticated("The token cannot be read.", NEW_TOKEN) from None

    def _decode(self, token: str, key: jwt.PyJWK | str) -> Mapping[str, object]:
        claims: Mapping[str, object] = jwt.decode(
            token,
            key,
            algorithms=list(self._keys.algorithms),
            issuer=self._rules.issuer,
            audience=self._rules.audience,
            options={
                "require": self._rules.required,
                "verify_aud": self._rules.audience is not None,
                # Times are compared by our own clock and skew.
                "verify_exp": False,
                "verify_nbf": False,
                "verify_iat": False,
                # Who it is our own code finds out, by the provider's claim; a token's number is no matter.
                "verify_sub": False,
                "verify_jti": False,
                "enforce_minimum_key_length": self._rules.issuer is not None,
            },
        )
        return claims

    def _caller(self, claims: Mapping[str, object]) -> Caller:
        reading = self._rules.reading
        if reading is None:
            return caller_from_claims(claims, self._register)
        try:
            return caller_from_claims(reading.read_claims(claims), self._register)
        except Unauthenticated as error:
            # Its words are Hearth's names; whoever manages the provider knows others.
            raise error.advising(reading.told()) from None

    def tell(self, refusal: HearthError) -> None:
        """Log why a token is refused, once a minute for each reason, with how often; other errors are not told here."""
        if not isinstance(refusal, Unauthenticated):
            return
        self._often.say(refusal.message, "A token is refused.", logging.INFO, {"reason": refusal.message})
        clocks = self.clocks()
        if clocks is not None:
            self._often.say(SET_CLOCK, f"{clocks} {SET_CLOCK}")

    def missing(self) -> str | None:
        """Why nobody can sign in now, in one sentence; None where callers can. Keys that are due are fetched then."""
        self._keys.look()
        return self._keys.missing()

    def clocks(self) -> str | None:
        """How our clock and the issuer's are too far apart, in one sentence; None where they are not."""
        return self._rules.clocks(self._keys.clock_ahead)

    async def close(self) -> None:
        """End what is under way, and write the lines that wait."""
        await self._keys.close()
        self._often.flush()

    def _remember(self, digest: bytes, caller: Caller, expires: float) -> None:
        self._verified[digest] = (caller, min(expires, self._clock() + CACHE_SECONDS))
        self._verified.move_to_end(digest)
        while len(self._verified) > CACHE_TOKENS:
            self._verified.popitem(last=False)


def authenticator(settings: Settings, register: Container[str]) -> Authenticator:
    """The authenticator that the settings ask for.

    Raises:
        SettingsError: they name neither an identity provider nor a development secret.
    """
    if settings.identity is not None:
        identity = settings.identity
        rules = TokenRules(identity.issuer, identity.audience, identity.lifetime, identity.clock_skew, identity.claims)
        return Authenticator(JsonWebKeySet(identity.jwks_url), rules, register)
    if settings.dev_secret is not None:
        rules = TokenRules(None, None, LONGEST_IN_DEVELOPMENT)
        return Authenticator(SharedSecret(settings.dev_secret), rules, register)
    raise SettingsError(
        "HEARTH_OIDC_ISSUER",
        "Nobody could sign in: there is neither an identity provider nor a development secret.",
        "Set HEARTH_OIDC_ISSUER, HEARTH_OIDC_AUDIENCE and HEARTH_OIDC_JWKS_URL; for development HEARTH_DEV_SECRET.",
    )


def bearer_token(headers: Sequence[str]) -> str:
    """The token in the values of all `Authorization` headers of a request (RFC 6750, 2.1).

    Raises:
        Unauthenticated: there is none, more than one, or one of another scheme.
    """
    hint = "Send one header: Authorization: Bearer <token>."
    if not headers:
        raise Unauthenticated("The request carries no token.", hint, reason=Reason.TOKEN_MISSING)
    if len(headers) > 1:
        raise Unauthenticated(
            "The request carries more than one Authorization header.", hint, reason=Reason.TOKEN_MISSING
        )
    scheme, _, token = headers[0].strip().partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated("The Authorization header holds no bearer token.", hint, reason=Reason.TOKEN_MISSING)
    return token


def issue_token(  # noqa: PLR0913 - one argument a claim
    secret: str,
    *,
    role: str,
    country: str | None = None,
    countries: Sequence[str] = (),
    programmes: Sequence[str] = (),
    subject: str | None = None,
    lifetime: timedelta = timedelta(hours=12),
) -> str:
    """A development token. Whether its claims fit together is for `caller_from_claims`.

    Args:
        secret: the key that the server verifies with.
        role: a tier.
        country: the country of a caseworker or an office.
        countries: the countries of a region.
        programmes: ids of a caseworker's programmes.
        subject: who it is; made from the role and the country when absent.
        lifetime: how long it is valid, at most a day.

    Raises:
        BadUserInput: the lifetime is not between a second and a day.
    """
    if not timedelta(seconds=1) <= lifetime <= DEVELOPMENT_LIFETIME:
        raise BadUserInput("A development token is valid for a day at most.", "Ask for a shorter lifetime.")
    now = int(time.time())
    claims: dict[str, object] = {
        "iss": DEVELOPMENT_ISSUER,
        "sub": subject or "-".join(filter(None, (role, country))),
        "iat": now,
        "exp": now + int(lifetime.total_seconds()),
        "role": role,
    }
    optional = {"country": country, "countries": list(countries), "programmes": list(programmes)}
    claims.update({name: value for name, value in optional.items() if value})
    return jwt.encode(claims, secret, algorithm="HS256")


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def _refusal(fault: jwt.PyJWTError) -> Unauthenticated:
    """The library's fault in our words: its own repeat parts of the token."""
    if isinstance(fault, jwt.MissingRequiredClaimError):
        return Unauthenticated("The token lacks the claim `{claim}`.", NEW_TOKEN, params=(("claim", fault.claim),))
    sentences: dict[type[jwt.PyJWTError], str] = {
        jwt.ExpiredSignatureError: "The token has expired.",
        jwt.ImmatureSignatureError: "The token is not valid yet.",
        jwt.InvalidAudienceError: "The token is meant for another service.",
        jwt.InvalidIssuerError: "The token comes from another issuer.",
        jwt.InvalidAlgorithmError: "The token is signed with an algorithm that is not allowed.",
        jwt.InvalidSignatureError: "The token's signature is not that of its key.",
        jwt.InvalidKeyError: "The token is signed with a key that is too weak.",
        jwt.DecodeError: "The token is no signed JSON Web Token.",
    }
    return Unauthenticated(sentences.get(type(fault), "The token cannot be verified."), NEW_TOKEN)
