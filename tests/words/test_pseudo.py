"""No sentence to a caller escapes translation: asked in a language that is none, every one comes in brackets.

What stands outside of them is where a value stands, such as `$where.sex`: a name of the document, which no language
changes.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import html5lib
import orjson
import pytest

from graph.report import figures
from graph.report.page import render
from graph.schema.sdl import build_schema
from graph.words.speaking import Language, speaking
from graph.words.words import Words
from graph.writes.actions import all_actions
from tests.coercion.test_told import NULLS
from tests.http import test_bad_input, test_graph
from tests.http.real_app import Graph, bearer
from tests.report import sample
from tests.words.conftest import PSEUDO

WHERE = r"(?:[`$A-Za-z_][^⟦⟧]*: )?"
SENTENCE = r"⟦(?:[^⟦⟧]|⟦[^⟦⟧]*⟧)*⟧"
MESSAGE = re.compile(rf"{WHERE}{SENTENCE}", re.DOTALL)
HINT = re.compile(rf"{SENTENCE}(?: {SENTENCE})*", re.DOTALL)
HTML = "{http://www.w3.org/1999/xhtml}"
UUID = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
HEADERS = {
    "no token": {},
    "no bearer": {"Authorization": "Basic abc"},
    "no token at all": {"Authorization": "Bearer x.y.z"},
    "a long one": {"Authorization": "Bearer " + "x" * 9_000},
    "an unknown role": bearer("king"),
    "a country that is none": bearer("office", country="XX"),
    "no countries": bearer("region", countries=[]),
    "a narrowed headquarters": bearer("headquarters", country="BE"),
    "a foreign programme": bearer("caseworker", country="BE", programmes=["Programme_KE_1"]),
}


def told(body: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    """Every message and hint of an answer, of errors and of payloads."""
    if isinstance(body, list):
        for each in body:
            yield from told(each)
    elif isinstance(body, dict):
        if "message" in body:
            yield "message", body["message"]
            yield "hint", body.get("hint") or body.get("extensions", {}).get("hint") or ""
        for each in body.values():
            yield from told(each)


def check(body: Any, about: object) -> int:  # noqa: ANN401 - as above
    """Every sentence of an answer is in brackets; how many there are."""
    found = list(told(body))
    for part, text in found:
        form = MESSAGE if part == "message" else HINT
        assert form.fullmatch(text), (about, part, text)
    return len(found)


async def ask(
    graph: Graph, document: str, as_: str = "office", variables: dict[str, Any] | None = None, **more: str
) -> Any:  # noqa: ANN401 - JSON
    """What is answered in the language that is none."""
    headers = {**graph.headers[as_], "Accept-Language": "eo", **more}
    body = orjson.dumps({"query": document, "variables": variables or {}}, option=orjson.OPT_NON_STR_KEYS)
    response = await graph.client.post(
        "/graphql", content=body, headers={**headers, "Content-Type": "application/json"}
    )
    assert response.headers["content-language"] in {"eo", "en"}
    return response.json()


@pytest.mark.usefixtures("pseudo")
async def test_documents_that_cannot_be_meant(graph: Graph) -> None:
    """Whatever is wrong in grammar, schema or values, graphql-core's own words included."""
    count = 0
    for name, (document, _) in test_bad_input.DOCUMENTS.items():
        count += check(await ask(graph, document), name)
    assert count > len(test_bad_input.DOCUMENTS)


@pytest.mark.usefixtures("pseudo")
async def test_variables_that_cannot_be_meant(graph: Graph) -> None:
    """Of every kind; nulls where none may be."""
    for name, (document, variables, _) in test_bad_input.VARIABLES.items():
        assert check(await ask(graph, document, variables=variables), name)
    for name, (document, _, _) in NULLS.items():
        assert check(await ask(graph, document, variables={"d": None}), name)


@pytest.mark.usefixtures("pseudo")
async def test_bodies_and_headers_that_cannot_be_read(graph: Graph) -> None:
    """What the wire refuses, and who is nobody."""
    for name, (body, _) in test_bad_input.BODIES.items():
        response = await graph.send(body, Accept_Language="eo")
        check(response.json(), name)
    for name, headers in HEADERS.items():
        response = await graph.client.post(
            "/graphql", json={"query": "{ __typename }"}, headers={**headers, "Accept-Language": "eo"}
        )
        assert response.status_code == 401, name
        assert check(response.json(), name)


@pytest.mark.usefixtures("pseudo")
async def test_what_a_role_may_not_read(graph: Graph) -> None:
    """Every root field, as every tier: what is refused is refused in the language."""
    for as_ in graph.headers:
        for document in (*test_graph.OPERATIONS, '{ homes(where: { name: { eq: "a" } }) { nodes { occupancy } } }'):
            check(await ask(graph, document, as_), (as_, document))


@pytest.mark.usefixtures("pseudo")
async def test_inputs_of_every_mutation(graph: Graph) -> None:
    """Made-up values of every input: such that fit by their types and contradict each other, and such that do not."""
    schema = build_schema()._schema
    count = 0
    for name in all_actions():
        type_name = f"{name[0].upper()}{name[1:]}Input"
        document = f"mutation ($i: {type_name}!) {{ {name}(input: $i) {{ errors {{ code message hint }} }} }}"
        for given in _inputs(schema, type_name):
            count += check(await ask(graph, document, variables={"i": given}), name)
    assert count > 2 * len(all_actions())


def _inputs(schema: Any, type_name: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - graphql-core's
    """Nothing, everything of a sort, and everything of another sort."""
    fields = schema.type_map[type_name].fields
    yield {}
    for sort in (0, 1, 2):
        yield {name: _value(field.type, name, sort) for name, field in fields.items()}


def _value(type_: Any, name: str, sort: int) -> Any:  # noqa: ANN401 - as above
    text = str(type_).rstrip("!")
    named = type_.of_type if str(type_).endswith("!") else type_
    if text.startswith("["):
        return [_value(named.of_type, name, sort)]
    if hasattr(named, "fields"):
        return {key: _value(field.type, key, sort) for key, field in named.fields.items()}
    if hasattr(named, "values"):
        return "NONE_SUCH" if sort == 0 else next(iter(named.values))
    of_sort = {
        "ID": ("x", f"{_type_of(name)}_BE_{UUID}", f"{_type_of(name)}_KE_{UUID}"),
        "String": ("", "a text", "x" * 50_000),
        "Int": ("x", 1, -1),
        "Boolean": ("x", False, False),
        "Date": ("x", "2026-01-31", "2126-01-31"),
        "DateTime": ("x", "2026-01-31T00:00:00Z", "2126-01-31T00:00:00Z"),
        "Decimal": ("x", "1.00", "-1"),
        "BigInt": ("x", "1", "-1"),
        "Float": ("x", 1.5, -1.5),
    }  # fmt: skip
    return of_sort[named.name][sort]


def _type_of(name: str) -> str:
    stem = name.removesuffix("Ids").removesuffix("Id")
    return stem[:1].upper() + stem[1:] if stem not in {"id", ""} else "Home"


def test_every_refusal_that_is_declared_is_in_the_template() -> None:
    """Whatever made it, by whichever function: sentence, advice and what is said behind it; in a process of its own."""
    told = subprocess.run([sys.executable, "-m", "tests.words.declared"], capture_output=True, text=True, check=True)
    number, *escaped = told.stdout.splitlines()
    assert int(number) > 100
    assert escaped == []


def test_every_word_of_the_report_is_said(pseudo_words: Words) -> None:
    """All that its page writes is in brackets but numbers, codes, names of countries and of sources, and signs."""
    report = figures.report_of(sample.answer())
    with speaking(Language(pseudo_words, (PSEUDO,))):
        page = render(report)
    tree = html5lib.HTMLParser(strict=True).parse(page)
    assert tree.get("lang") == PSEUDO
    names = {"Belgujo", "Kenjo", "Nepalo", "Peruo"}
    body = tree.find(f"{HTML}body")
    assert body is not None
    text, depth, outside = "".join(body.itertext()), 0, []
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        outside.append(" " if depth or sign == "⟧" else sign)
    names |= set(re.findall(r"[A-Za-z]{2,}", " ".join(each.source for each in report.indicators.values())))
    assert not set(re.findall(r"[A-Za-z]{2,}", "".join(outside))) - names
    attributes = [each.get(name, "") for each in tree.iter() for name in ("aria-label", "title")]
    assert all(not each or "⟦" in each for each in attributes)
