"""Answers in the language of their reader: messages, hints, labels, titles; never a code, an id or a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph.documents.enumerations import enumerations_of
from graph.execute.mutations import Mutations
from graph.execute.queries import Queries
from graph.schema.sdl import build_schema
from graph.words.words import languages, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.http.real_app import Graph

FORMS = '{ enumeration(name: "HomeForm") { name values { name label description } } }'
UNKNOWN = '{ child(id: "Child_KE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e") { home(x: 1) { id } } }'
NO_ROW = (
    'mutation { endPlacement(input: { id: "Placement_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e", version: 1,'
    ' endedOn: "2026-01-31", endReason: MOVE }) { errors { code reason message hint path } } }'
)


async def said(graph: Graph, document: str, language: str, as_: str | None = "office") -> tuple[Any, str]:
    """What is answered, and in which language."""
    headers = {"Accept": "application/graphql-response+json", "Accept-Language": language}
    headers |= graph.headers[as_] if as_ else {}
    response = await graph.client.post("/graphql", json={"query": document}, headers=headers)
    assert "Accept-Language" in response.headers["vary"]
    return response.json(), response.headers["content-language"]


async def test_nobody_is_refused_in_their_language(graph: Graph) -> None:
    """Without a token each language says so, with the same code, and says which language it is."""
    found = {}
    for language in languages():
        body, spoken = await said(graph, FORMS, language, None)
        assert spoken == language
        (error,) = body["errors"]
        assert error["extensions"]["code"] == "UNAUTHENTICATED"
        found[error["message"]] = language
    assert len(found) == len(languages())


@pytest.mark.parametrize("as_", ["caseworker", "office", "region", "headquarters", "auditor"])
async def test_an_enumeration_has_labels_for_every_tier(graph: Graph, as_: str) -> None:
    """Names stay, labels and meanings are of the language; each value of the schema is there."""
    english, _ = await said(graph, FORMS, "en", as_)
    french, spoken = await said(graph, FORMS, "fr-BE", as_)
    assert spoken == "fr"
    values = {each["name"]: each for each in english["data"]["enumeration"]["values"]}
    assert values["SMALL_GROUP_HOME"]["label"] == "Small group home"
    assert values["SOS_FAMILY"]["label"] == "SOS family"
    assert list(values) == list(enumerations_of(build_schema()._schema)["HomeForm"])
    for each in french["data"]["enumeration"]["values"]:
        known = values[each["name"]]
        assert each["label"] == words_of("fr").say(known["label"], "HomeForm")
        assert each["description"] != known["description"]


async def test_every_enumeration_of_the_schema_is_there(graph: Graph) -> None:
    """By a variable as by a literal, beside other fields and alone."""
    document = "query ($name: String!) { viewer { role } enumeration(name: $name) { name values { label } } }"
    for name, values in enumerations_of(build_schema()._schema).items():
        found = (await graph.data(document, "office", name=name))["enumeration"]
        assert found["name"] == name
        assert len(found["values"]) == len(values)
        assert all(each["label"] for each in found["values"])


async def test_an_unknown_enumeration_is_refused_with_names_that_are_like_it(graph: Graph) -> None:
    """In the language of whoever asks; the names are of the schema."""
    body, spoken = await said(graph, '{ enumeration(name: "HomeFrom") { name } }', "de")
    (error,) = body["errors"]
    assert spoken == "de"
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "HomeForm" in error["extensions"]["hint"]
    assert "Perhaps" not in error["extensions"]["hint"]


async def test_indicators_have_titles_of_the_language(graph: Graph) -> None:
    """Titles and definitions change, codes and topics do not."""
    document = "{ indicators { code topic title numerator exclusions unit } }"
    english, _ = await said(graph, document, "en")
    french, spoken = await said(graph, document, "fr")
    assert spoken == "fr"
    pairs = list(zip(english["data"]["indicators"], french["data"]["indicators"], strict=True))
    assert all((one["code"], one["topic"]) == (other["code"], other["topic"]) for one, other in pairs)
    assert all(one["title"] != other["title"] for one, other in pairs)


async def test_a_payload_tells_its_refusal_in_the_language(graph: Graph) -> None:
    """Message and hint change; code, reason and path do not."""
    told = {}
    for language in ("en", "fr", "ar"):
        body, _ = await said(graph, NO_ROW, language)
        (error,) = body["data"]["endPlacement"]["errors"]
        told[language] = error
    assert len({each["message"] for each in told.values()}) == len(told)
    assert len({each["hint"] for each in told.values()}) == len(told)
    assert len({(each["code"], each["reason"], tuple(each["path"])) for each in told.values()}) == 1


async def test_a_mutation_that_is_repeated_tells_its_refusal_in_the_language_of_whoever_repeats_it(
    graph: Graph,
) -> None:
    """What is kept under a key has no words."""
    document = NO_ROW.replace("version: 1,", 'version: 1, idempotencyKey: "in-two-languages",')
    told = [
        (await said(graph, document, language))[0]["data"]["endPlacement"]["errors"][0] for language in ("fr", "ar")
    ]
    again = (await said(graph, NO_ROW, "ar"))[0]["data"]["endPlacement"]["errors"][0]
    assert told[0]["message"] != told[1]["message"]
    assert told[1] == again


async def test_a_country_s_codes_have_labels_of_the_language_else_of_the_country(graph: Graph) -> None:
    """Codes stay; a language in which the list has no label reads one of the country's or English."""
    document = '{ country(code: "BE") { codes(list: LEGAL_STATUSES) { code label } } }'
    told = {}
    for language in ("nl", "fr-BE", "en", "sw"):
        body, _ = await said(graph, document, language)
        told[language] = {each["code"]: each["label"] for each in body["data"]["country"]["codes"]}
    assert len({tuple(each) for each in told.values()}) == 1
    assert len({tuple(told[language].values()) for language in ("nl", "fr-BE", "en")}) == 3
    assert told["sw"] == told["en"]


async def test_a_refusal_that_is_remembered_is_told_in_each_language(graph: Graph) -> None:
    """The document is refused once, and worded for each of its readers; then English again."""
    told = [(await said(graph, UNKNOWN, language))[0]["errors"][0]["message"] for language in ("en", "nl", "es", "en")]
    assert told[0] == told[3]
    assert len(set(told)) == 3


async def test_a_language_that_is_not_here_falls_back_and_says_so(graph: Graph) -> None:
    """English, with `Content-Language: en`."""
    body, spoken = await said(graph, FORMS, "sw, xh;q=0.5")
    assert spoken == "en"
    assert body["data"]["enumeration"]["values"][0]["label"] == "SOS family"


async def test_introspection_is_english(graph: Graph) -> None:
    """Descriptions of the schema are for who writes programs, and say which language they are."""
    _, spoken = await said(graph, "{ __schema { queryType { description } } }", "fr")
    assert spoken == "en"


async def test_another_language_compiles_nothing(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan and its statement are the same for all languages."""
    compiled: list[str] = []

    def counting(of: type, name: str) -> None:
        before: Callable[..., Any] = getattr(of, name)

        def counted(self: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it is given
            compiled.append(name)
            return before(self, *given, **named)

        monkeypatch.setattr(of, name, counted)

    counting(Queries, "_compile")
    counting(Mutations, "_compile")
    documents = ['{ enumeration(name: "Sex") { values { label } } homes(first: 1) { nodes { form } } }', NO_ROW]
    for document in documents:
        await said(graph, document, "en")
    first = len(compiled)
    assert first == len(documents)
    for language in languages():
        for document in documents:
            await said(graph, document, language)
    assert len(compiled) == first


async def test_each_operation_of_a_batch_is_answered_in_the_language(graph: Graph) -> None:
    """Data and refusals alike."""
    body = [{"query": FORMS}, {"query": UNKNOWN}]
    headers = {**graph.headers["office"], "Accept-Language": "fr"}
    response = await graph.client.post("/graphql", json=body, headers=headers)
    forms, refused = response.json()
    assert response.headers["content-language"] == "fr"
    assert forms["data"]["enumeration"]["values"][0]["label"] != "SOS family"
    assert refused["errors"][0]["message"] == (await said(graph, UNKNOWN, "fr"))[0]["errors"][0]["message"]


async def test_what_routing_refuses_is_said_in_the_language(graph: Graph) -> None:
    """A path that there is none, a method that is none, and a body that is none."""
    headers = {**graph.headers["office"], "Accept-Language": "pt-BR"}
    for response in (
        await graph.client.get("/nothing", headers=headers),
        await graph.client.put("/graphql", headers=headers),
        await graph.client.post("/graphql", content=b"{", headers={**headers, "Content-Type": "application/json"}),
    ):
        assert response.headers["content-language"] == "pt"
        english = await graph.client.request(
            response.request.method, response.request.url, content=response.request.content,
            headers={**graph.headers["office"], "Content-Type": "application/json"},
        )  # fmt: skip
        assert english.json()["errors"][0]["message"] != response.json()["errors"][0]["message"]
