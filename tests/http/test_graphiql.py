"""GraphiQL's page, its policy and its assets, as HTTP answers them."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import orjson
import pytest
from graphql import OperationDefinitionNode, parse
from starlette.applications import Starlette
from starlette.routing import Route

from graph.graphiql.assets import AssetsBuildError, build, built_stamp, fingerprint
from graph.graphiql.examples import AUDIENCES, SUBJECTS, Example, load_examples, named_rows
from graph.graphiql.page import DemoCaller, graphiql_assets, graphiql_page

if TYPE_CHECKING:
    from collections.abc import Sequence

STAMP = "0123456789abcdef"
HOSTILE = Example(
    "hostile",
    "</script><script>alert(1)</script>",
    "office",
    "{ a } # <!-- & </SCRIPT>",
    {"n": "<b>"},
    callers=("office",),
    rows="{ n # </script>\n}",
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder of assets as the build leaves it."""
    folder = tmp_path / "graphiql"
    folder.mkdir()
    (folder / "stamp").write_text(STAMP)
    (folder / "graphiql.js").write_text("export {};")
    (tmp_path / "secret.js").write_text("not for the web")
    return folder


def client(
    built: Path, *, callers: Sequence[DemoCaller] = (), examples: Sequence[Example] = (), root_path: str = ""
) -> httpx.AsyncClient:
    """A browser's view of an application that serves nothing but GraphiQL."""
    page = graphiql_page(callers=callers, examples=examples, built=built)
    app = Starlette(routes=[Route("/graphql", page), graphiql_assets(built)])
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, root_path=root_path), base_url="http://hearth.test")


def config_of(page: str) -> Any:  # noqa: ANN401 - any JSON
    """What the page tells its script."""
    block = re.search(r'<script type="application/json" id="config">(.*?)</script>', page, re.DOTALL)
    assert block is not None
    return orjson.loads(block[1])


async def test_page_allows_only_its_own_origin(built: Path) -> None:
    """The page's policy lets no script in but the server's own, and nobody frame it."""
    response = await client(built).get("/graphql")
    policy = dict(directive.split(" ", 1) for directive in response.headers["content-security-policy"].split("; "))

    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "worker-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self' data:",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


async def test_page_names_no_other_address(built: Path) -> None:
    """Every address in the page is a path of this server, and no script stands in the page itself."""
    page = (await client(built).get("/graphql")).text

    assert "//" not in page
    assert f'src="/graphiql/assets/{STAMP}/graphiql.js"' in page
    assert re.findall(r"<script(?![^>]* src=)([^>]*)>", page) == [' type="application/json" id="config"']


async def test_page_is_never_stored(built: Path) -> None:
    """A page that may hold tokens stays out of every cache, and tells caches that it depends on Accept."""
    response = await client(built).get("/graphql")

    assert response.headers["cache-control"] == "no-store"
    assert response.headers["vary"] == "Accept"


async def test_page_hands_over_callers_and_examples(built: Path) -> None:
    """The demonstration's callers and the examples reach the page's script as they are, markup included."""
    callers = [
        DemoCaller("Belgian office", "office", lambda: "token-1", "BE"),
        DemoCaller("Kenyan <office>", "office", lambda: "token-2", "KE"),
        DemoCaller("Headquarters", "headquarters", lambda: "token-3"),
    ]
    response = await client(built, callers=callers, examples=[HOSTILE]).get("/graphql")

    assert config_of(response.text) == {
        "endpoint": "/graphql",
        "callers": [
            {"name": "Belgian office", "role": "office", "country": "BE", "token": "token-1"},
            {"name": "Kenyan <office>", "role": "office", "country": "KE", "token": "token-2"},
            {"name": "Headquarters", "role": "headquarters", "country": None, "token": "token-3"},
        ],
        "roles": list(AUDIENCES),
        "examples": [
            {
                "name": HOSTILE.name,
                "title": HOSTILE.title,
                "audience": "office",
                "document": HOSTILE.document,
                "variables": {"n": "<b>"},
                "subject": "Other",
                "callers": ["office"],
                "rows": HOSTILE.rows,
            }
        ],
    }


async def test_each_page_has_tokens_of_its_own(built: Path) -> None:
    """A token is made when its page is, so that a page that is asked for again brings one that has not expired."""
    made = count(1)
    app = client(built, callers=[DemoCaller("Belgian office", "office", lambda: f"token-{next(made)}", "BE")])
    tokens = [config_of((await app.get("/graphql")).text)["callers"][0]["token"] for _ in range(2)]

    assert tokens == ["token-1", "token-2"]


async def test_no_row_is_looked_for_outside_a_demonstration(built: Path) -> None:
    """Where a reader brings a token, an example names rows that nobody has: no real child is put into a mutation."""
    config = config_of((await client(built, examples=[HOSTILE]).get("/graphql")).text)

    assert [example["rows"] for example in config["examples"]] == [""]


async def test_page_holds_no_token_outside_a_demonstration(built: Path) -> None:
    """Without demonstration callers the page has none to offer, and asks for a token."""
    config = config_of((await client(built).get("/graphql")).text)

    assert config == {"endpoint": "/graphql", "callers": [], "roles": list(AUDIENCES), "examples": []}


async def test_page_works_below_a_path(built: Path) -> None:
    """Behind a proxy that serves Hearth below a path, the page asks and loads below that path."""
    page = (await client(built, root_path="/hearth").get("/hearth/graphql")).text

    assert '"endpoint":"/hearth/graphql"' in page
    assert f'src="/hearth/graphiql/assets/{STAMP}/graphiql.js"' in page


async def test_page_says_what_to_do_when_not_built(tmp_path: Path) -> None:
    """A server without the assets answers with a page that says how to build them."""
    response = await client(tmp_path / "missing").get("/graphql")

    assert response.status_code == 404
    assert "python -m graph.graphiql.assets" in response.text
    assert "script-src" not in response.headers["content-security-policy"]


async def test_assets_never_expire(built: Path) -> None:
    """An asset's address holds the build's fingerprint, so a browser may keep it for ever."""
    response = await client(built).get(f"/graphiql/assets/{STAMP}/graphiql.js")

    assert response.status_code == 200
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-security-policy"] == "default-src 'none'"


@pytest.mark.parametrize(
    "path",
    [
        "/graphiql/assets/fedcba9876543210/graphiql.js",
        f"/graphiql/assets/{STAMP}/missing.js",
        f"/graphiql/assets/{STAMP}/..%2fsecret.js",
        f"/graphiql/assets/{STAMP}/..%5csecret.js",
        f"/graphiql/assets/{STAMP}/%2e%2e",
        f"/graphiql/assets/{STAMP}/",
    ],
)
async def test_assets_serve_nothing_else(built: Path, path: str) -> None:
    """Another build's address, an unknown name and a way out of the folder are not found."""
    response = await client(built).get(path)

    assert response.status_code == 404
    assert "immutable" not in response.headers.get("cache-control", "")


def test_examples_are_read_by_audience() -> None:
    """Every example has its audience, its sentence and one named operation, all different."""
    examples = load_examples()
    operations = [parse(example.document).definitions for example in examples]
    names = [
        definition.name.value
        for definitions in operations
        for definition in definitions
        if isinstance(definition, OperationDefinitionNode) and definition.name
    ]

    assert {example.audience for example in examples} == set(AUDIENCES)
    assert all(example.title.endswith((".", "?")) for example in examples)
    assert len(names) == len(set(names)) == len(examples)


def test_example_without_its_sentence_is_refused(tmp_path: Path) -> None:
    """A document that does not begin with its question is refused by its file's name."""
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "mute.graphql").write_text("{ viewer { role } }")

    with pytest.raises(ValueError, match=r"mute\.graphql"):
        load_examples(tmp_path)


def test_every_example_says_what_it_is_about_and_who_asks() -> None:
    """Its subject is one of the menu's, and its audience is among its callers; each role has a first one."""
    examples = load_examples()

    assert {example.name: example.subject for example in examples if example.subject not in SUBJECTS} == {}
    assert all(example.audience in example.callers for example in examples)
    assert {role for example in examples for role in example.callers} == set(AUDIENCES)


def test_an_example_that_names_a_row_can_find_another() -> None:
    """Where variables hold the id of a row, a query finds one for them; the row itself is the demonstration's."""
    # An admission says the ids of what it makes besides: its placement, its time in care.
    made = {str(each) for row in named_rows("BE") for key, each in row.input.items() if key.lower().endswith("id")}
    for example in load_examples():
        named = set(re.findall(r"[A-Z]\w+_BE_[0-9a-f-]+", str(example.variables)))
        new = {str(dict(each).get("id")) for each in example.variables.values() if isinstance(each, dict)}
        assert bool(named) <= bool(example.rows), f"{example.name} has no examples/{example.audience}/rows/ of its own"
        assert named <= made | (new if example.name.startswith("admit") else set()), example.name


def test_no_two_examples_share_a_key() -> None:
    """Under a key that another mutation has had, the second would be refused."""
    inputs = [each for example in load_examples() for each in example.variables.values() if isinstance(each, dict)]
    keys = [each["idempotencyKey"] for each in inputs if "idempotencyKey" in each]

    assert len(set(keys)) == len(keys) > 1


def test_an_example_that_nobody_may_ask_is_refused(tmp_path: Path) -> None:
    """A caller that is no role is refused by the file's name."""
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "whose.graphql").write_text("# Whose?\n# Asked by: king\n{ viewer { role } }")

    with pytest.raises(ValueError, match=r"whose\.graphql"):
        load_examples(tmp_path)


def test_what_is_said_of_an_example_is_not_in_its_document(tmp_path: Path) -> None:
    """The editor shows the question and the operation; subject and callers are the menu's."""
    (tmp_path / "office").mkdir()
    text = "# Who?\n# Subject: Kings\n# Asked by: caseworker\n{\n  viewer { role } # Subject: none\n}\n"
    (tmp_path / "office" / "who.graphql").write_text(text)
    (example,) = load_examples(tmp_path)

    assert example.document == "# Who?\n{\n  viewer { role } # Subject: none\n}\n"
    assert (example.subject, example.callers, example.rows) == ("Other", ("office", "caseworker"), "")


def test_fingerprint_follows_the_sources(tmp_path: Path) -> None:
    """A change of any source changes the address of the assets."""
    (tmp_path / "src").mkdir()
    for name in ("package.json", "package-lock.json", "build.mjs", "src/main.jsx"):
        (tmp_path / name).write_text("{}")
    before = fingerprint(tmp_path)
    (tmp_path / "src" / "main.jsx").write_text("{ }")

    assert fingerprint(tmp_path) != before


def test_installed_package_needs_no_sources(tmp_path: Path, built: Path) -> None:
    """Where the assets came with the package there is nothing to build and nothing to miss."""
    assert build(tmp_path / "no-web", built) is False
    assert built_stamp(built) == STAMP


def test_missing_sources_and_assets_are_named(tmp_path: Path) -> None:
    """With neither sources nor assets the build says what is missing."""
    with pytest.raises(AssetsBuildError, match="no-web"):
        build(tmp_path / "no-web", tmp_path / "no-assets")


def test_lock_holds_digests_and_no_registry() -> None:
    """Every locked package is held by its digest and none by an address, so any mirror may deliver it."""
    lock = orjson.loads((Path(__file__).parents[2] / "web" / "package-lock.json").read_bytes())
    packages = {path: entry for path, entry in lock["packages"].items() if path}

    assert packages
    assert all("integrity" in entry and "resolved" not in entry for entry in packages.values())
