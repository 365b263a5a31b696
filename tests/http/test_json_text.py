"""What is seen of a request's JSON before it is read, or without going through all of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.documents.limits import MAX_VALUES
from graph.http.json_text import FEW, TOO_MANY, holds_too_much, names_nul

if TYPE_CHECKING:
    import httpx

TEXTS = st.text(st.sampled_from('a"\\\x00u0,[{: \n\u00e9'), max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
)


def has_nul_name(value: object) -> bool:
    """The same, by going through all of it."""
    if isinstance(value, dict):
        return any("\x00" in name or has_nul_name(inner) for name, inner in value.items())
    return any(map(has_nul_name, value)) if isinstance(value, list) else False


def marks(value: object) -> int:
    """Commas and opening brackets outside of texts."""
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return max(len(value), 1) + sum(map(marks, inside))
    return 0


@given(st.dictionaries(TEXTS, VALUES, max_size=4), st.integers(1, 12))
def test_the_text_tells_what_the_values_would(members: dict[str, object], most: int) -> None:
    """Whatever stands in texts, names with a NUL are found and values are counted, however it is written."""
    so_many = re.compile(TOO_MANY.pattern.replace(b"%d" % (MAX_VALUES + 1), b"%d" % most), TOO_MANY.flags)
    assert so_many != TOO_MANY
    for text in (orjson.dumps(members), json.dumps(members, indent=1).encode()):
        assert names_nul(text, members) == has_nul_name(members)
        assert (so_many.match(text) is not None) == (marks(members) >= most)


def test_as_many_values_as_may_be() -> None:
    """One more is too many; what stands in a text is none."""
    most = orjson.dumps({"a": [1] * (MAX_VALUES - 1)})
    assert not holds_too_much(most)
    assert holds_too_much(most.replace(b"[", b"[1,"))
    assert not holds_too_much(orjson.dumps({"a": "[,{" * MAX_VALUES}))


def test_of_very_many_values_nobody_says_which() -> None:
    """A NUL among more values than are gone through refuses the request, wherever it stands."""
    assert names_nul(orjson.dumps({"a": ["\x00", *[1] * FEW]}), {})
    assert not names_nul(orjson.dumps({"a": ["\\u0000", *[1] * FEW]}), {})


@pytest.mark.parametrize(
    "body", [b"[" + b"[]," * 330_000 + b"1]", b'{"query":"{a}","variables":{"a":[' + b"1," * MAX_VALUES + b"1]}}"]
)
async def test_too_many_values(client: httpx.AsyncClient, body: bytes) -> None:
    """A body of more values than variables may have is refused, and not even read."""
    response = await client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"] == f"The body holds more than {MAX_VALUES} values."
