"""Documents that are known beforehand, and persisted queries where there are none."""

from __future__ import annotations

from hashlib import sha1, sha256
from typing import TYPE_CHECKING

import httpx
import orjson
import pytest

from graph.execute.trusted import KnownDocuments, ManifestError
from graph.http.app import create_app
from graph.serving.trusted import trusted_documents
from graph.settings.settings import Settings, SettingsError, TrustedDocuments
from tests.http.conftest import SECRET, connect
from tests.http.real_app import tokens

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register
    from graph.execute.engine import Engine

HOMES = "query Homes { homes(first: 2) { totalCount nodes { id } } }"
OTHER = "{ programmes { totalCount } }"


def digest(text: str) -> str:
    """The SHA-256 that libraries send."""
    return sha256(text.encode()).hexdigest()


def persisted(text: str) -> dict[str, object]:
    """What Apollo's and urql's persisted queries send at first."""
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest(text)}}}


def written(folder: Path, manifest: object) -> Path:
    """The manifest of a build."""
    path = folder / "persisted-documents.json"
    path.write_bytes(manifest if isinstance(manifest, bytes) else orjson.dumps(manifest))
    return path


class Posts:
    """Posts as somebody to an application with a manifest."""

    def __init__(self, client: httpx.AsyncClient, headers: dict[str, dict[str, str]]) -> None:
        self.client, self.headers = client, headers

    async def __call__(self, body: object, who: str | None = "office") -> Any:  # noqa: ANN401 - JSON
        """The response, read."""
        return (await self.client.post("/graphql", json=body, headers=self.headers[who] if who else {})).json()


async def posts(
    engine: Engine,
    database: Database,
    register: Register,
    headers: dict[str, dict[str, str]],
    **settings: Any,  # noqa: ANN401 - of Settings
) -> Posts:
    """An application of the seeded world."""
    chosen = Settings(dev_secret=SECRET, **settings)
    manifest = trusted_documents(chosen, engine)
    app = create_app(engine, chosen, register, ready=database.ready, known=manifest)
    return Posts(connect(app), headers)


@pytest.fixture
def headers(programmes: dict[str, list[UUID]]) -> dict[str, dict[str, str]]:
    """A token of each caller."""
    return tokens(programmes)


def reason(answer: dict[str, Any]) -> str:
    """Why an answer was refused."""
    (error,) = answer["errors"]
    return str(error["extensions"]["reason"])


async def test_persisted_queries_are_not_supported_in_the_words_that_libraries_look_for(
    world_engine: Engine, database: Database, register: Register, headers: dict[str, dict[str, str]]
) -> None:
    """Apollo and urql send the document then; with it the digest is looked at, and a wrong one refused."""
    post = await posts(world_engine, database, register, headers)
    assert (await post(persisted(HOMES), None))["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    answer = await post(persisted(HOMES))
    assert [error["message"] for error in answer["errors"]] == ["PersistedQueryNotSupported"]
    assert reason(answer) == "DOCUMENT_NOT_TRUSTED"
    assert (await post({**persisted(HOMES), "query": HOMES}))["data"]["homes"]["totalCount"] > 0
    assert reason(await post({**persisted(OTHER), "query": HOMES})) == "DOCUMENT_NOT_TRUSTED"
    assert reason(await post({"documentId": digest(HOMES)})) == "DOCUMENT_NOT_TRUSTED"


@pytest.mark.parametrize(
    "wrong",
    [
        {"extensions": {"persistedQuery": {"version": 1}}},
        {"extensions": {"persistedQuery": "x"}},
        {"documentId": 7},
        {"documentId": ""},
        {"extensions": {}},
        {},
    ],
)
async def test_a_request_that_names_no_document_is_refused(
    world_engine: Engine, database: Database, register: Register, headers: dict[str, dict[str, str]], wrong: object
) -> None:
    """Its place says which member is wrong."""
    post = await posts(world_engine, database, register, headers)
    assert reason(await post(wrong)) == "BODY_UNREADABLE"


@pytest.mark.parametrize("as_", ["object", "prefixed", "sha1", "apollo"])
async def test_a_document_of_the_manifest_is_run_by_its_id(
    world_engine: Engine,
    database: Database,
    register: Register,
    headers: dict[str, dict[str, str]],
    tmp_path: Path,
    as_: str,
) -> None:
    """Whichever build wrote it; another country gets its own rows, and what is unknown is sent whole."""
    id_ = {"sha1": sha1(HOMES.encode(), usedforsecurity=False).hexdigest(), "prefixed": f"sha256:{digest(HOMES)}"}.get(
        as_, digest(HOMES)
    )
    apollo = {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": id_, "body": HOMES}]}
    path = written(tmp_path, apollo if as_ == "apollo" else {id_: HOMES})
    trusted = {"trusted_documents": TrustedDocuments.PREFERRED, "trusted_documents_file": path}
    post = await posts(world_engine, database, register, headers, **trusted)
    assert "errors" in await post({"documentId": id_}, None)
    office, kenya = await post({"documentId": id_}), await post({"documentId": id_}, "kenya")
    assert office["data"]["homes"]["nodes"] != kenya["data"]["homes"]["nodes"]
    assert await post({"documentId": id_, "operationName": "Homes"}) == office
    batch = await post([{"documentId": id_}, {"query": HOMES}, {"documentId": "no"}])
    assert batch[:2] == [office, office]
    assert reason(batch[2]) == "DOCUMENT_NOT_TRUSTED"
    if as_ != "sha1":
        assert await post(persisted(HOMES)) == office
    assert (await post(persisted(OTHER)))["errors"][0]["message"] == "PersistedQueryNotFound"
    assert (await post({"query": OTHER}))["data"]["programmes"]["totalCount"] > 0
    assert reason(await post({"documentId": id_, "query": OTHER})) == "DOCUMENT_NOT_TRUSTED"


async def test_where_trusted_documents_are_required_no_other_is_run(
    world_engine: Engine, database: Database, register: Register, headers: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    """By its id or letter by letter a known one is; introspection and everything else is not."""
    path = written(tmp_path, {digest(HOMES): HOMES})
    trusted = {"trusted_documents": TrustedDocuments.REQUIRED, "trusted_documents_file": path}
    post = await posts(world_engine, database, register, headers, **trusted)
    for body in ({"documentId": digest(HOMES)}, persisted(HOMES), {"query": HOMES}):
        assert (await post(body))["data"]["homes"]["totalCount"] > 0
    for body in ({"query": OTHER}, {"query": f"{HOMES} "}, {"query": "{ __schema { queryType { name } } }"}):
        answer = await post(body)
        assert (reason(answer), answer["errors"][0]["extensions"]["code"]) == ("DOCUMENT_NOT_TRUSTED", "FORBIDDEN")
    assert reason(await post({**persisted(OTHER), "query": OTHER})) == "DOCUMENT_NOT_TRUSTED"


LIES = [
    ({digest(OTHER): HOMES}, "has another digest"),
    ({sha1(OTHER.encode(), usedforsecurity=False).hexdigest(): HOMES}, "has another digest"),
    ({"sha256:" + digest(OTHER): HOMES}, "has another digest"),
    ({"homes": "{ nothing }"}, "does not fit the schema"),
    ({"homes": "{ homes "}, "does not fit the schema"),
    ({"homes": 7}, "has no id, or no document"),
    ({"": HOMES}, "has no id, or no document"),
    ({}, "no JSON object with documents"),
    ([HOMES], "no JSON object with documents"),
    (b"no JSON", "no JSON"),
    (b'{"a": "{ __typename }", "a": "{ homes { totalCount } }"}', "gives a member twice"),
    ({"format": "apollo-persisted-query-manifest", "operations": [{"id": "a"}]}, "has no id, or no document"),
]


@pytest.mark.parametrize(("manifest", "said"), LIES)
def test_a_manifest_that_lies_is_refused_at_the_start(
    world_engine: Engine, tmp_path: Path, manifest: object, said: str
) -> None:
    """The variable that names it, and which document is wrong; nothing is served."""
    settings = Settings(
        dev_secret=SECRET,
        trusted_documents=TrustedDocuments.REQUIRED,
        trusted_documents_file=written(tmp_path, manifest),
    )
    with pytest.raises(SettingsError, match=said) as raised:
        trusted_documents(settings, world_engine)
    assert "HEARTH_TRUSTED_DOCUMENTS_FILE" in str(raised.value)


def test_two_documents_of_one_id_are_no_manifest() -> None:
    """Also where one id is written with its prefix."""
    operations = [{"id": "a", "body": HOMES}, {"id": "a", "body": OTHER}]
    manifest = {"format": "apollo-persisted-query-manifest", "operations": operations}
    with pytest.raises(ManifestError, match="two documents"):
        KnownDocuments.of(TrustedDocuments.PREFERRED, manifest)


def test_trusted_documents_want_a_manifest(tmp_path: Path) -> None:
    """A guard that is not there must not seem to be."""
    with pytest.raises(SettingsError, match="no manifest is named"):
        Settings.from_environment({"HEARTH_TRUSTED_DOCUMENTS": "required"})
    missing = {"HEARTH_TRUSTED_DOCUMENTS": "required", "HEARTH_TRUSTED_DOCUMENTS_FILE": str(tmp_path / "no")}
    with pytest.raises(SettingsError, match="no such file"):
        Settings.from_environment(missing)
