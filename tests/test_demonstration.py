"""The demonstration as somebody meets it: `hearth demo`, a process with a data directory of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from benchmarks.ports import claim_port
from graph.graphiql.examples import load_examples
from tests.example_rows import found_in, refusals_of, rows_in, with_found
from tests.http.test_graphiql import config_of
from tests.test_cli import HEARTH, PATIENCE, ROOT, run, until_ready

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.graphiql.examples import Example

QUERY = "{ children(first: 2) { nodes { id givenName home { name form } } totalCount } }"
CHILDREN = 200
EXAMPLES = load_examples()
CALLERS = {
    "Belgian caseworker": ("caseworker", "BE"),
    "Belgian office": ("office", "BE"),
    "Kenyan office": ("office", "KE"),
    "Region": ("region", ""),
    "Headquarters": ("headquarters", ""),
    "Auditor": ("auditor", ""),
}
"""The demonstration's callers: role, and the country whose rows they may make."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """A running demonstration: its address, what it printed, its folder."""
    folder = tmp_path_factory.mktemp("demo")
    port = claim_port()
    output = folder / "output"
    with output.open("w") as file:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*HEARTH, "demo", "--port", str(port), "--countries", "BE,KE", "--children", str(CHILDREN)],
            cwd=ROOT,
            env={**os.environ, "HEARTH_DATA_DIR": str(folder / "data")},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        until_ready(address, process, output)
        yield address, output.read_text(), folder
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0, output.read_text()


def tokens(printed: str) -> dict[str, str]:
    """The tokens that the demonstration printed, by caller."""
    return dict(re.findall(r"^([^\n:]+):\n\s+(\S+\.\S+\.\S+)$", printed, re.MULTILINE))


def ask(
    address: str, token: str, query: str = QUERY, variables: dict[str, Any] | None = None, accept: str = "*/*"
) -> httpx.Response:
    """One request over HTTP; of a stream its beginning."""
    headers = {"Authorization": f"Bearer {token}", "Accept": accept}
    body = {"query": query, "variables": variables or {}}
    with httpx.stream("POST", f"{address}/graphql", json=body, headers=headers, timeout=PATIENCE) as answer:
        if "text/event-stream" not in answer.headers["content-type"]:
            answer.read()
        return answer


def test_demo_prints_a_ready_token_for_each_kind_of_caller(demo: tuple[str, str, Path]) -> None:
    """The demonstration prints tokens that its server takes at once, and each sees what its role may."""
    address, printed, _ = demo
    found = tokens(printed)

    assert set(found) == set(CALLERS)
    for name in ("Belgian caseworker", "Belgian office", "Kenyan office"):
        assert ask(address, found[name]).json()["data"]["children"]["nodes"], name
    refused = ask(address, found["Headquarters"]).json()
    assert refused["data"]["children"] is None
    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"


def test_two_offices_of_the_demo_see_different_children(demo: tuple[str, str, Path]) -> None:
    """The Belgian and the Kenyan office ask the same question and share no child."""
    address, printed, _ = demo
    found = tokens(printed)
    belgian, kenyan = (
        {node["id"] for node in ask(address, found[name]).json()["data"]["children"]["nodes"]}
        for name in ("Belgian office", "Kenyan office")
    )

    assert belgian
    assert kenyan
    assert not belgian & kenyan


def test_a_token_made_beside_the_demo_is_taken_by_it(demo: tuple[str, str, Path]) -> None:
    """`hearth token` prints a token and nothing else, with the key of the same data directory."""
    address, _, folder = demo
    printed = run("token", "--role", "office", "--country", "KE", folder=folder).stdout

    assert printed.count("\n") == 1
    assert ask(address, printed.strip()).json()["data"]["children"]["totalCount"] == CHILDREN


def test_a_request_without_a_token_is_refused(demo: tuple[str, str, Path]) -> None:
    """Nobody asks anonymously: 401 and UNAUTHENTICATED."""
    address, _, _ = demo
    answer = httpx.post(f"{address}/graphql", json={"query": QUERY})

    assert answer.status_code == httpx.codes.UNAUTHORIZED
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_a_server_that_is_told_to_stop_has_a_line_for_every_request(
    demo: tuple[str, str, Path], tmp_path: Path
) -> None:
    """None of the lines that wait is left over when SIGTERM ends the process right after an answer; its code is 0."""
    _, printed, folder = demo
    port, output = claim_port(), tmp_path / "output"
    environment = {**os.environ, "HEARTH_DATA_DIR": str(folder / "data")}
    with output.open("w") as file:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*HEARTH, "serve", "--port", str(port)], cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT
        )
    try:
        until_ready(f"http://127.0.0.1:{port}", process, output)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            for _ in range(5):
                answer = client.post(
                    "/graphql",
                    json={"query": QUERY},
                    headers={"Authorization": f"Bearer {tokens(printed)['Belgian office']}"},
                )
                assert answer.json()["data"]["children"]["nodes"], output.read_text()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
    assert process.returncode == 0, output.read_text()
    lines = [line for line in output.read_text().splitlines() if "hearth.access request" in line]
    assert [" status=200 " in line for line in lines] == [True] * 5, output.read_text()


def test_explained_sql_runs_and_is_one_statement(demo: tuple[str, str, Path], tmp_path: Path) -> None:
    """`hearth explain` prints the plan as comments, then one statement, for several roots four levels deep."""
    query = tmp_path / "query.graphql"
    query.write_text(
        "{ homes { nodes { name children { nodes { givenName placements { nodes { home { name } } } } } } }"
        " programmes { totalCount } countries(first: 3) { nodes { code } } }"
    )
    printed = run(
        "explain", str(query), "--role", "office", "--country", "BE", "--variables", "{}", folder=demo[2]
    ).stdout
    statement = [line for line in printed.splitlines() if not line.startswith("--")]

    assert "3 root fields, 1 statement" in printed
    assert sum(line.endswith(";") for line in statement) == 1
    assert statement[-1].endswith(";")


def assert_runs(address: str, token: str, example: Example, variables: dict[str, Any]) -> None:
    """The example is answered with rows and nothing is refused; what follows something is let in."""
    if "subscription " in example.document:
        begun = ask(address, token, example.document, variables, accept="text/event-stream")
        assert (begun.status_code, begun.headers["content-type"].partition(";")[0]) == (200, "text/event-stream")
        return
    answer = ask(address, token, example.document, variables).json()
    assert refusals_of(answer) == [], (example.name, variables)
    assert rows_in(answer["data"]), example.name


def test_every_example_runs_as_it_stands(demo: tuple[str, str, Path]) -> None:
    """The rows that its variables name are there, as they name them, whatever other examples have changed."""
    address, printed, _ = demo
    found = tokens(printed)
    assert "was refused" not in printed
    for example in EXAMPLES:
        caller = next(name for name, (role, _) in CALLERS.items() if role == example.audience)
        assert_runs(address, found[caller], example, example.variables)


def test_the_example_of_a_child_on_record_twice_finds_the_other_record(demo: tuple[str, str, Path]) -> None:
    """As it stands, and with the rows that its own query finds for the office: neither is one of nobody."""
    address, printed, _ = demo
    token = tokens(printed)["Belgian office"]
    (example,) = (each for each in EXAMPLES if each.name == "is_a_child_on_record_twice")
    rows = found_in(ask(address, token, example.rows).json()["data"])
    for variables in (example.variables, with_found(example.variables, rows, "BE")):
        answer = ask(address, token, example.document, variables).json()["data"]
        assert [each["caseNumber"] for each in answer["possibleDuplicates"]["nodes"]] == ["EX-95"]


def test_every_example_runs_again_and_again_as_each_of_its_callers(demo: tuple[str, str, Path]) -> None:
    """With rows that the caller's own query finds for it, and a key of its own each time."""
    address, printed, _ = demo
    found = tokens(printed)
    for example in EXAMPLES:
        for caller in (name for name, (role, _) in CALLERS.items() if role in example.callers):
            for _ in range(2):
                rows: dict[str, Any] = {}
                if example.rows:
                    answer = ask(address, found[caller], example.rows).json()
                    assert "errors" not in answer, (example.name, answer)
                    assert all(map(rows_in, answer["data"].values())), (example.name, caller, answer)
                    rows = found_in(answer["data"])
                variables = with_found(example.variables, rows, CALLERS[caller][1])
                assert_runs(address, found[caller], example, variables)


def test_the_page_of_the_demo_has_new_tokens(demo: tuple[str, str, Path]) -> None:
    """Each page brings tokens that are taken, for the callers that were printed; without one nobody is answered."""
    address, printed, _ = demo
    page = httpx.get(f"{address}/graphql", headers={"Accept": "text/html"})
    if page.status_code == httpx.codes.NOT_FOUND:
        pytest.skip("GraphiQL is not built: python -m graph.graphiql.assets")
    config = config_of(page.text)

    assert [(each["name"], each["role"], each["country"] or "") for each in config["callers"]] == [
        (name, *of) for name, of in CALLERS.items()
    ]
    for caller in config["callers"]:
        assert ask(address, caller["token"], "{ viewer { role } }").json()["data"]["viewer"]["role"]
    assert set(tokens(printed)) == {each["name"] for each in config["callers"]}
