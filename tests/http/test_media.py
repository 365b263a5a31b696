"""Media types: `Accept` by RFC 9110, `Content-Type` for JSON."""

from __future__ import annotations

import pytest

from graph.http.media_types import GRAPHQL_RESPONSE, HTML, JSON, is_json_body, negotiate
from tests.effort import at_most

BOTH = (JSON, GRAPHQL_RESPONSE)
ALL = (JSON, GRAPHQL_RESPONSE, HTML)
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "offers", "expected"),
    [
        (None, BOTH, JSON),
        ("", BOTH, JSON),
        ("*/*", ALL, JSON),
        ("application/*", ALL, JSON),
        (JSON, BOTH, JSON),
        (GRAPHQL_RESPONSE, BOTH, GRAPHQL_RESPONSE),
        ("Application/GraphQL-Response+JSON", BOTH, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}; charset=utf-8, {JSON}; charset=utf-8", BOTH, GRAPHQL_RESPONSE),
        (f"{JSON}, {GRAPHQL_RESPONSE}", BOTH, GRAPHQL_RESPONSE),
        (f"{JSON}, {GRAPHQL_RESPONSE};q=0.9", BOTH, JSON),
        (f"{JSON};q=0.2, {GRAPHQL_RESPONSE};q=0.21", BOTH, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}, */*", BOTH, GRAPHQL_RESPONSE),
        (f"{JSON}, text/plain, */*", BOTH, JSON),
        (f"{JSON};q=0, */*", BOTH, GRAPHQL_RESPONSE),
        (f"*/*;q=0, {JSON}", BOTH, JSON),
        (f'{JSON};note="a, b";q=0.1, {GRAPHQL_RESPONSE};q=0.2', BOTH, GRAPHQL_RESPONSE),
        (f"{JSON};charset=iso-8859-1, {GRAPHQL_RESPONSE};q=0.1", BOTH, GRAPHQL_RESPONSE),
        (f'{JSON};charset="UTF-8"', BOTH, JSON),
        (BROWSER, ALL, HTML),
        (BROWSER, BOTH, JSON),
        ("text/html", BOTH, None),
        ("image/png, text/csv;q=1", ALL, None),
        (f"{JSON};q=0", BOTH, None),
        (f"{JSON};q=2", BOTH, None),
        (f"{JSON};charset=iso-8859-1", BOTH, None),
        ("nonsense", BOTH, None),
        ("application/json/x", BOTH, None),
    ],
)
def test_negotiate(accept: str | None, offers: tuple[str, ...], expected: str | None) -> None:
    """The heaviest offer wins, then the one named most exactly, then the newer."""
    assert negotiate(accept, offers) == expected


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "APPLICATION/JSON",
        "application/json; charset=utf-8",
        'application/json;charset="UTF-8"',
        "application/json;",
        "application/json; profile=x",
    ],
)
def test_json_bodies(content_type: str) -> None:
    """JSON is JSON with and without naming UTF-8."""
    assert is_json_body(content_type)


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "json",
        "application/graphql",
        "application/graphql-response+json",
        "application/jsonp",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/json, text/plain",
        "text/plain, application/json",
    ],
)
def test_other_bodies(content_type: str) -> None:
    """What a browser may send across origins without asking is never JSON."""
    assert not is_json_body(content_type)


def test_a_hostile_header_costs_little() -> None:
    """A header made to confuse the reader is read with little work."""
    with at_most(40):
        for hostile in (";" * 60_000, 'a/b;c="' + "\\" * 60_000, "a/b;x=" + '"' * 60_000, "a/b " * 20_000):
            negotiate(f"{JSON}{hostile}", BOTH)
            is_json_body(hostile)
