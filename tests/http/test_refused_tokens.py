"""A 401 leaves its reason in the log, and nothing of the token."""

from __future__ import annotations

import base64
import logging
from typing import TYPE_CHECKING, Any

import pytest

from graph.identity.authenticator import Authenticator, issue_token
from tests.http.conftest import connect, only_error
from tests.http.test_auth import signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette

QUERY = {"query": "{ who }"}


async def lines(app: Starlette, caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """What has been logged of tokens so far, with what was held back."""
    authenticator: Authenticator = app.state.authenticator
    await authenticator.close()
    said = [record for record in caplog.records if record.name == "hearth.auth"]
    assert {record.getMessage() for record in said} <= {"A token is refused."}
    return [record.__dict__["fields"] for record in said]


REFUSED = [
    (None, "The request carries no token."),
    ("Basic YTpi", "The Authorization header holds no bearer token."),
    ("Bearer qqqqqqqq.xxxxxxxx.zzzzzzzz", "The token is no signed JSON Web Token."),
    ("Bearer an-opaque-one", "The token is no signed JSON Web Token."),
    ("Bearer e30.e30.e30.e30.e30", "The token is no signed JSON Web Token."),
    (lambda: signed("another-secret-that-is-long-enough-too"), "The token's signature is not that of its key."),
    (lambda: signed(exp=1_000), "The token has expired."),
    (lambda: signed(sub=None), "The token lacks the claim `sub`."),
    (lambda: signed(role="admin-of-everything"), "The token's `role` is missing or unknown."),
    (lambda: signed(country="XX"), "The token's `country` is missing or unknown."),
    ("Bearer " + "a" * 16_385, "The token is longer than 16384 characters."),
]
"""What is sent, or what makes the token when it is sent: one of before all tests began may have expired since."""


@pytest.mark.parametrize(("sent", "reason"), REFUSED, ids=[str(number) for number, _ in enumerate(REFUSED)])
async def test_a_401_is_logged_with_its_reason(
    app: Starlette, sent: str | Callable[[], str] | None, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The reason that the client hears stands in the log, once, however many come; of the token nothing does."""
    authorization = f"Bearer {sent()}" if callable(sent) else sent
    headers = {} if authorization is None else {"Authorization": authorization}
    with caplog.at_level(logging.INFO, "hearth"):
        async with connect(app) as client:
            for more in ({}, {}, {"Origin": "http://127.0.0.1:8000"}, {"Accept": "*/*"}):
                response = await client.post("/graphql", json=QUERY, headers=headers | more)
                assert response.status_code == 401
                assert only_error(response)["message"] == reason
        said = await lines(app, caplog)
    assert said == [{"reason": reason, "times": 1}, {"reason": reason, "times": 3}]
    payloads = [base64.urlsafe_b64decode(f"{part}==") for part in (authorization or "").split(".")[1:2]]
    for secret in filter(None, [authorization, *(authorization or "").split("."), *map(str, payloads)]):
        assert not [record for record in caplog.records if secret in f"{record.getMessage()} {record.__dict__}"]


async def test_each_reason_has_its_line(app: Starlette, token: str, caplog: pytest.LogCaptureFixture) -> None:
    """Two reasons are two lines; who is let in is none."""
    with caplog.at_level(logging.INFO, "hearth"):
        async with connect(app) as client:
            for bearer in (token, "x", "a.b.c", token, signed(exp=1_000), "y"):
                await client.post("/graphql", json=QUERY, headers={"Authorization": f"Bearer {bearer}"})
        said = await lines(app, caplog)
    counted: dict[str, int] = {}
    for fields in said:
        counted[fields["reason"]] = counted.get(fields["reason"], 0) + fields["times"]
    assert counted == {"The token is no signed JSON Web Token.": 3, "The token has expired.": 1}


async def test_a_token_of_a_development_server_goes_on_as_it_was(app: Starlette) -> None:
    """Without a provider nothing is fetched, missing or said of clocks."""
    authenticator: Authenticator = app.state.authenticator
    assert (authenticator.missing(), authenticator.clocks()) == (None, None)
    async with connect(app) as client:
        token = issue_token("a-secret-of-the-tests-and-of-nothing-else", role="headquarters")
        response = await client.post("/graphql", json=QUERY, headers={"Authorization": f"Bearer {token}"})
    assert response.status_code == 200
