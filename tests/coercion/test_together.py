"""All that a request's input shows to be wrong is told in one answer: variables, arguments, inputs of mutations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.coercion.made_up import SECRETIVE
from tests.http.real_app import Graph, real_client, refusal, tokens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

UUID_TEXT = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
BAD = "BAD_USER_INPUT"
ADMIT = "mutation ($input: AdmitChildInput!) { admitChild(input: $input) { errors { code } } }"
GOOD: dict[str, object] = {
    "caseNumber": "V-1", "givenName": "V", "sex": "FEMALE", "birthDate": "2015-05-31", "reasonForCare": "OTHER",
    "programmeId": f"Programme_BE_{UUID_TEXT}", "homeId": f"Home_BE_{UUID_TEXT}", "startedOn": "2020-01-10",
}  # fmt: skip


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))


async def told(graph: Graph, document: str, as_: str = "office", /, **variables: object) -> set[tuple[str, str, str]]:
    """The path of each error, its reason, and the type that is expected there; none repeats a value."""
    response = await graph.post(document, as_, **variables)
    assert response.status_code == 400, response.text
    assert SECRETIVE not in response.text
    body = response.json()
    assert "data" not in body
    found, places = set(), set()
    for error in body["errors"]:
        said = error["extensions"]
        assert said["hint"].endswith("."), error
        found.add((".".join(said.get("path") or said.get("place") or ()), said["reason"], said.get("expected", "")))
        places.add((str(error.get("path")), str(said.get("place")), said["reason"], error["message"]))
    assert len(places) == len(body["errors"]), body["errors"]
    return found


async def test_nobody_without_a_token_hears_of_an_input(graph: Graph) -> None:
    """Whoever sends no token hears that, and nothing of what does not fit."""
    response = await graph.post(ADMIT, None, input={**GOOD, "birthDate": SECRETIVE})
    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (401, "UNAUTHENTICATED")


async def test_every_fault_of_a_form_comes_at_once(graph: Graph) -> None:
    """What does not fit its type, and what would be refused by itself, in one answer, each at its place."""
    given = {
        **GOOD, "birthDate": "31/05/2015", "sex": SECRETIVE, "caseNumber": "", "givenName": "x" * 5_000,
        "homeId": SECRETIVE, "startedOn": "1700-01-01", "reasonForCare": None, "firstLanguage": 7,
        "siblings": [{"siblingId": f"Home_BE_{UUID_TEXT}", "kind": "FULL"}, {"siblingId": f"Child_BE_{UUID_TEXT}"}],
        "dryRun": "yes", "exception": {"reason": ""}, "nickname": SECRETIVE, "birthDatePrecision": "MONTH",
    }  # fmt: skip
    assert await told(graph, ADMIT, input=given) == {
        ("input.birthDate", "DOES_NOT_FIT", "Date"),
        ("input.sex", "DOES_NOT_FIT", "Sex"),
        ("input.caseNumber", "EMPTY", "String"),
        ("input.givenName", "TOO_LONG", "String"),
        ("input.homeId", "DOES_NOT_FIT", "ID"),
        ("input.startedOn", "DAY_TOO_EARLY", "Date!"),
        ("input.reasonForCare", "EMPTY", "ReasonForCare"),
        ("input.firstLanguage", "DOES_NOT_FIT", "String"),
        ("input.siblings.0.siblingId", "DOES_NOT_FIT", "ID!"),
        ("input.siblings.1.kind", "DOES_NOT_FIT", "SiblingBondKind!"),
        ("input.dryRun", "DOES_NOT_FIT", "Boolean"),
        ("input.exception.reason", "EMPTY", "String!"),
        ("input.exception.authorisedBy", "DOES_NOT_FIT", "String!"),
        ("input", "DOES_NOT_FIT", "AdmitChildInput!"),
    }


async def test_a_path_is_the_arguments_also_below_a_variable(graph: Graph) -> None:
    """`path` leads from the argument on, as that of a payload's error; `place` from the variable on."""
    document = """mutation ($born: Date, $about: [AdmittedSiblingInput!]) {
        a: admitChild(input: { caseNumber: "1", givenName: "V", sex: FEMALE, birthDate: $born, reasonForCare: OTHER,
            programmeId: "Programme_BE_ID", homeId: "Home_BE_ID", startedOn: "2020-01-10", siblings: $about }
        ) { errors { code } } }""".replace('ID"', f'{UUID_TEXT}"')
    response = await graph.post(document, born="31/05/2015", about=[{"siblingId": 3.5, "kind": "FULL"}])
    errors = {tuple(error["extensions"]["place"]): error for error in response.json()["errors"]}
    assert set(errors) == {("$born",), ("$about", 0, "siblingId")}
    assert errors["$born",]["extensions"]["path"] == ["input", "birthDate"]
    assert errors["$about", 0, "siblingId"]["extensions"]["path"] == ["input", "siblings", "0", "siblingId"]
    assert all(error["path"] == ["a"] for error in errors.values())


async def test_what_follows_from_a_fault_is_no_news(graph: Graph) -> None:
    """What leans on a value that does not fit is not told beside it; what does not lean on it is."""
    given = {**GOOD, "birthDate": SECRETIVE, "birthDatePrecision": "MONTH", "startedOn": "2015-01-01"}
    assert {path for path, _, _ in await told(graph, ADMIT, input=given)} == {"input.birthDate"}
    home = {"id": f"Home_BE_{UUID_TEXT}", "version": 1, "capacity": "many"}
    update = "mutation ($input: UpdateHomeInput!) { updateHome(input: $input) { errors { code } } }"
    assert {path for path, _, _ in await told(graph, update, input=home)} == {"input.capacity"}
    assert {path for path, _, _ in await told(graph, update, input={"version": 1.5})} == {"input.id", "input.version"}


async def test_one_fault_of_a_payload_alone_is_told_in_the_payload(graph: Graph) -> None:
    """Where all fits its type the mutation answers as ever: its own errors are in its payload, all of them."""
    document = ADMIT.replace("errors { code }", "errors { code reason path }")
    given = {**GOOD, "caseNumber": " ", "startedOn": "1700-01-01", "programmeId": "x"}
    found = (await graph.data(document, input=given))["admitChild"]["errors"]
    assert {(".".join(error["path"]), error["reason"]) for error in found} == {
        ("input.caseNumber", "EMPTY"), ("input.startedOn", "DAY_TOO_EARLY"), ("input.programmeId", "DOES_NOT_FIT"),
    }  # fmt: skip


async def test_mutations_of_one_operation_are_looked_at_together(graph: Graph) -> None:
    """A fault of one mutation's input, of another's, and of a payload's argument are one answer, each at its field."""
    document = """mutation ($a: AddCommunityPartnerInput!, $b: UpdateHomeInput!, $first: Int) {
        one: addCommunityPartner(input: $a) { errors { code } }
        two: updateHome(input: $b) { home { children(first: $first) { totalCount } } } }"""
    response = await graph.post(
        document, a={"name": " ", "kind": SECRETIVE}, b={"id": "x", "version": 1, "name": "A"}, first=0
    )
    refusal(response, BAD)
    found = {(".".join(map(str, each["path"])), *each["extensions"]["path"]) for each in response.json()["errors"]}
    assert found == {
        ("one", "input", "name"), ("one", "input", "kind"), ("two", "input", "id"), ("two.home.children", "first"),
    }  # fmt: skip


QUERY = """query ($where: ChildWhere, $first: Int, $id: ID!, $ids: [ID!]!, $on: [Date!], $code: String!, $last: Int) {
    children(where: $where, first: $first, after: "x", orderBy: []) { nodes { placements(last: $last) { totalCount } } }
    child(id: $id) { id }
    nodes(ids: $ids) { id }
    born: children(where: { birthDate: { in: $on } }) { totalCount }
    country(code: $code) { code } }"""


async def test_every_argument_of_a_query_is_looked_at(graph: Graph) -> None:
    """Variables, filters, pages, orders, cursors, ids and codes, in one answer."""
    where = {"sex": {"eq": SECRETIVE}, "givenName": {"startsWith": ""}, "home": {}, "and": [], "id": {"in": ["a", "b"]}}
    found = await told(
        graph, QUERY, where=where, first=2_000, id=SECRETIVE, ids=["Child_XX", f"Child_BE_{UUID_TEXT}", "y"],
        on=["2015-01-01", "31/05/2015", None], code="XX", last="3",
    )  # fmt: skip
    assert {path for path, _, _ in found} == {
        "where.sex.eq", "where.givenName.startsWith", "where.home", "where.and", "where.id.in.0", "where.id.in.1",
        "first", "after", "orderBy", "last", "id", "ids.0", "ids.2", "where.birthDate.in.1", "where.birthDate.in.2",
        "code",
    }  # fmt: skip
    assert {reason for _, reason, _ in found} == {"DOES_NOT_FIT"}
    assert ("where.birthDate.in.1", "DOES_NOT_FIT", "Date!") in found


async def test_every_argument_of_a_report_is_looked_at(graph: Graph) -> None:
    """Indicators, periods, countries and splits that there are not, in one answer."""
    document = """query ($codes: [String!]!, $period: PeriodInput!, $with: [PeriodInput!], $in: [String!]) {
        indicatorReport(indicators: $codes, period: $period, compareWith: $with, countries: $in) {
            cells { value } } }"""
    found = await told(
        graph, document, "headquarters", codes=["NONE", "CARE_STOCK", "NO"], period={"year": 2025, "month": "May"},
        **{"with": [{"year": 2018}, {"year": 2019, "quarter": 1, "month": 2}, "x"], "in": ["BE", "XX", "YY"]},
    )  # fmt: skip
    assert {path for path, _, _ in found} == {
        "indicators.0", "indicators.2", "period.month", "compareWith.1.month", "compareWith.2",
        "countries.1", "countries.2",
    }  # fmt: skip


async def test_the_feed_and_the_past_are_looked_at(graph: Graph) -> None:
    """A cursor that is none, a type that there is not, and pages out of bounds, in one answer."""
    document = """query ($since: String, $types: [ChangedType!], $first: Int, $at: DateTime!, $id: ID!) {
        changes(since: $since, types: $types, first: $first) { head }
        child(id: $id) { history(first: 0) { operation } asKnownAt(instant: $at) } }"""
    found = await told(graph, document, since=SECRETIVE, types=["Child"], first=-1, at="yesterday", id="Child_BE_1")
    assert {path for path, _, _ in found} == {"since", "types.0", "first", "instant", "id"}


UNDECLARED = [
    ("{ viewer { role } }", {"x": 1}, 200),
    ("query ($first: Int) { children(first: $first) { totalCount } }", {"frist": [{}], "first": 1}, 200),
    ("query ($first: Int) { children(first: $first) { totalCount } }", {"first": "x", "a": None, "b": {}}, 400),
]


@pytest.mark.parametrize(("document", "variables", "status"), UNDECLARED)
async def test_a_variable_that_is_not_declared(
    graph: Graph, document: str, variables: dict[str, Any], status: int
) -> None:
    """It is passed over, as the specification has it; what is declared is looked at all the same."""
    response = await graph.post(document, **variables)
    assert response.status_code == status
    if status == 200:
        assert set(response.json()) == {"data"}
    else:
        assert [error["extensions"]["place"] for error in response.json()["errors"]] == [["$first"]]


async def test_the_variables_of_the_other_operations_may_come_along(graph: Graph) -> None:
    """Whoever keeps several operations in one document sends what it has for all of them, as GraphiQL does."""
    document = (
        "query A($a: Int) { children(first: $a) { totalCount } } query B($b: Int) { homes(first: $b) { totalCount } }"
    )
    for name, status in (("A", 200), ("B", 200)):
        body = {"query": document, "operationName": name, "variables": {"a": 1, "b": 2}}
        response = await graph.client.post("/graphql", json=body, headers=graph.headers["office"])
        assert (response.status_code, set(response.json())) == (status, {"data"})


@pytest.mark.parametrize("variables", [[], "x", 3, True, [{"id": 1}]])
async def test_variables_that_are_no_object(graph: Graph, variables: object) -> None:
    """They are refused with what they have to be, and not repeated."""
    body = {"query": "{ viewer { role } }", "variables": variables}
    response = await graph.client.post("/graphql", json=body, headers=graph.headers["office"])
    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (400, BAD)
    assert error["extensions"]["place"] == ["variables"]
    assert error["extensions"]["expected"] == "object"


LITERALS = """{ children(where: { birthDate: { gte: "Xanthippe" }, sex: { in: [MALE, NONE] }, nom: { eq: "A" } },
    frist: 3, orderBy: [{ birthDate: UP }]) { totalCount } homes(first: 3.5) { totalCount }
    country { code } }"""


async def test_every_fault_of_a_document_comes_at_once(graph: Graph) -> None:
    """Values, arguments that do not exist and such as are missing, each with its place and what is expected there."""
    response = await graph.post(LITERALS)
    assert SECRETIVE not in response.text
    errors = response.json()["errors"]
    assert {error["extensions"]["code"] for error in errors} == {"GRAPHQL_VALIDATION_FAILED"}
    said = [error["extensions"] for error in errors]
    found = {(".".join(each["path"]), each.get("expected", "")) for each in said}
    assert found == {
        ("where.birthDate.gte", "Date"), ("where.sex.in.1", "Sex!"), ("where.nom", "ChildWhere"),
        ("orderBy.0.birthDate", "Direction"), ("first", "Int"), ("code", "String!"), ("frist", ""),
    }  # fmt: skip
    hints = {".".join(each["path"]): each["hint"] for each in said}
    assert "`first`" in hints["frist"]
    assert "MALE" in hints["where.sex.in.1"]
