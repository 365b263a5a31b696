"""Clocks that differ: by a little, which is nothing, and by a lot, which is said to whoever can set them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from countries.register.register import load_register
from graph.errors import Unauthenticated
from graph.identity.authenticator import Authenticator
from graph.identity.keys import JsonWebKeySet
from graph.identity.token_rules import TokenRules
from tests.http.test_auth import Clock
from tests.http.test_keys import AUDIENCE, ISSUER, RSA, Provider, public, signed
from tests.log_lines import ours

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

HOUR, DAY = 3600, 86_400
NOW = 1_800_000_000
"""By the provider's clock."""
URL = "https://id.example/keys"


def callers(
    ahead: float = 0, skew: int = 60, lifetime: int = HOUR, *, known: bool = False
) -> tuple[Authenticator, Provider]:
    """An authenticator whose clock is ahead of the provider's; `known` where the provider's answers are dated."""
    provider, clock = Provider(public(RSA, "k")), Clock()
    clock.now = NOW + ahead
    provider.clock_ahead = ahead if known else 0.0
    rules = TokenRules(ISSUER, AUDIENCE, timedelta(seconds=lifetime), timedelta(seconds=skew))
    return Authenticator(JsonWebKeySet(URL, provider.fetch), rules, load_register(), clock), provider


async def who(authenticator: Authenticator, age: float = 0, lives: float = HOUR, /, **claims: object) -> Caller:
    """The caller of a token that the provider issued so many seconds ago, for so many seconds."""
    dates = {"iat": NOW - age, "exp": NOW - age + lives}
    return await authenticator.caller(signed(RSA, "RS256", "k", **(dates | claims)))


@pytest.mark.parametrize("ahead", [-60, -59, -1, 0, 1, 59, 60, 600])
async def test_a_standard_token_of_an_hour(ahead: int) -> None:
    """A new token of an hour is good where our clock is behind by the skew at most, or ahead."""
    authenticator, _ = callers(ahead)
    assert (await who(authenticator)).subject == "anna"
    assert (await who(authenticator, nbf=NOW)).subject == "anna"


@pytest.mark.parametrize(("ahead", "skew"), [(-61, 60), (-1, 0), (-301, 300), (-DAY, 600)])
async def test_a_clock_that_is_further_behind(ahead: int, skew: int) -> None:
    """Beyond the skew a token of now is one of the future."""
    authenticator, _ = callers(ahead, skew)
    with pytest.raises(Unauthenticated, match="not valid yet"):
        await who(authenticator)
    with pytest.raises(Unauthenticated, match="not valid yet"):
        await who(authenticator, HOUR // 2, HOUR // 2 + 60, nbf=NOW)


async def test_the_skew_is_a_setting() -> None:
    """A provider that dates its tokens five minutes back needs as much; the usual minute is too little for it."""
    authenticator, _ = callers(skew=300)
    assert (await who(authenticator, 300, HOUR + 300)).subject == "anna"
    authenticator, _ = callers()
    with pytest.raises(Unauthenticated, match="more than 1 hour"):
        await who(authenticator, 300, HOUR + 300)


@pytest.mark.parametrize(
    ("lifetime", "said"), [(HOUR, "1 hour"), (7200, "2 hours"), (900, "15 minutes"), (90, "90 sec")]
)
async def test_a_token_lives_no_longer_than_the_setting_and_the_skew(lifetime: int, said: str) -> None:
    """A second more is too long, by the token's own dates as by our clock; the message has the limit in words."""
    authenticator, _ = callers(lifetime=lifetime)
    assert (await who(authenticator, 0, lifetime + 60)).subject == "anna"
    for age, claims in ((0, {}), (30, {}), (0, {"iat": None})):
        with pytest.raises(Unauthenticated, match=f"more than {said}"):
            await who(authenticator, age, lifetime + 61, **claims)


@pytest.mark.parametrize("skew", [0, 60, 600])
async def test_no_skew_brings_an_expired_token_back(skew: int) -> None:
    """A token is good until the second that it names, whatever clocks may differ by."""
    authenticator, _ = callers(skew=skew)
    with pytest.raises(Unauthenticated, match="expired"):
        await who(authenticator, HOUR)
    assert (await who(authenticator, HOUR - 30)).subject == "anna"


@pytest.mark.parametrize("name", ["iat", "nbf", "exp"])
@pytest.mark.parametrize("value", ["now", True, [], {}, -1, 2**41])
async def test_times_that_are_no_times(name: str, value: object) -> None:
    """A date that is no number of seconds is refused."""
    authenticator, _ = callers()
    with pytest.raises(Unauthenticated):
        await who(authenticator, **{name: value})


async def test_times_that_are_not_said() -> None:
    """A token must say when it expires, and need not say when it was issued or begins."""
    authenticator, _ = callers()
    assert (await who(authenticator, iat=None, nbf=None)).subject == "anna"
    with pytest.raises(Unauthenticated, match="lacks the claim `exp`"):
        await who(authenticator, exp=None)


@pytest.mark.parametrize(("ahead", "said", "how"), [(DAY, "expired", "ahead of"), (-DAY, "not valid yet", "behind")])
async def test_a_clock_a_day_off(ahead: int, said: str, how: str, caplog: pytest.LogCaptureFixture) -> None:
    """Where the provider dates its answers, a caller hears that clocks differ; log and readiness say by how much."""
    authenticator, _ = callers(ahead, known=True)
    with pytest.raises(Unauthenticated, match=said) as caught:
        await who(authenticator)
    with caplog.at_level("INFO", "hearth.auth"):
        authenticator.tell(caught.value)
    assert caught.value.hint.startswith("The clocks of this server and of the identity provider differ")
    told = f"This machine's clock is {DAY} seconds {how} the identity provider's."
    refused, clocks = ours(caplog)
    assert refused.__dict__["fields"] == {"reason": caught.value.message, "times": 1}
    assert clocks.getMessage().startswith(f"{told} Set this machine's clock")
    assert clocks.levelname == "WARNING"
    assert authenticator.clocks() == told


@pytest.mark.parametrize(("ahead", "known"), [(60, True), (-60, True), (DAY, False)])
async def test_clocks_of_which_nothing_is_to_be_said(ahead: int, known: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Within the skew, or where nobody knows, a caller is told to ask for a new token."""
    authenticator, _ = callers(ahead, known=known)
    with pytest.raises(Unauthenticated, match="expired") as caught:
        await who(authenticator, DAY)
    assert caught.value.hint == "Ask for a new token."
    assert authenticator.clocks() is None
