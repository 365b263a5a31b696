"""The door of the error: no message repeats a value, names a constraint, shows SQL or tells of another's row.

Every answer of the matrix goes through the same look at its errors' words (`send`); here are inputs that provoke.
"""

from __future__ import annotations

import pytest

from tests.countries.leaks.border import CHILD, HIDDEN_CHILD
from tests.countries.leaks.conftest import Send

CANARY = "Zyxomma"
PROVOKING: list[tuple[str, dict[str, object]]] = [
    ("query ($v: String!) { children(where: { familyName: { eq: $v } }) { nodes { id } } }", {"v": f"{CANARY}\x00"}),
    (
        "query ($v: String!) { children(where: { familyName: { startsWith: $v } }) { nodes { id } } }",
        {"v": CANARY * 5000},
    ),
    ("query ($v: Date!) { children(where: { birthDate: { eq: $v } }) { nodes { id } } }", {"v": CANARY}),
    ("query ($v: ID!) { child(id: $v) { id } }", {"v": CANARY}),
    ("query ($v: ID!) { child(id: $v) { id } }", {"v": f"{CANARY}_BE_{CHILD}"}),
    ("query ($v: ID!) { node(id: $v) { id } }", {"v": f"{CANARY}_BE_{CHILD}"}),
    ("query ($v: [ID!]!) { nodes(ids: $v) { id } }", {"v": [CANARY]}),
    ("query ($v: String!) { country(code: $v) { code } }", {"v": CANARY}),
    ("query ($v: String!) { children(after: $v) { nodes { id } } }", {"v": CANARY}),
    ("query ($v: String!) { children(after: $v) { nodes { id } } }", {"v": f"0123456789.BE_{HIDDEN_CHILD}"}),
    ("query ($v: Int!) { children(first: $v) { nodes { id } } }", {"v": CANARY}),
    ("query ($v: Int!) { children(first: $v) { nodes { id } } }", {"v": 2**40}),
    ("query ($v: Int!) { homes(where: { capacity: { gt: $v } }) { nodes { id } } }", {"v": 2**31 - 1}),
    ("query ($v: ChildWhere!) { children(where: $v) { nodes { id } } }", {"v": {"givenName": {"like": CANARY}}}),
    ("query ($v: ChildWhere!) { children(where: $v) { nodes { id } } }", {"v": {CANARY: 1}}),
    ("query ($v: SexFilter!) { children(where: { sex: $v }) { nodes { id } } }", {"v": {"eq": CANARY}}),
    ("query ($v: [ChildOrderBy!]) { children(orderBy: $v) { nodes { id } } }", {"v": [{"givenName": CANARY}]}),
    ("query ($v: String!) { children(where: { caseNumber: { eq: $v } }) { nodes { id } } }", {"v": [CANARY]}),
    ("query ($v: String!) { children(where: { familyName: { gt: $v } }) { nodes { id } } }", {"v": f"\ud800{CANARY}"}),
]


@pytest.mark.parametrize(("document", "variables"), PROVOKING)
@pytest.mark.parametrize("kind", ["caseworker", "office", "headquarters"])
async def test_an_error_repeats_nothing(send: Send, kind: str, document: str, variables: dict[str, object]) -> None:
    """Whatever is wrong with a value, the answer does not say the value; and it is never INTERNAL."""
    response = await send(document, kind, **variables)
    assert CANARY not in str(response.get("errors", []))
    codes = {error["extensions"]["code"] for error in response.get("errors", [])}
    assert codes <= {"BAD_USER_INPUT", "FORBIDDEN", "GRAPHQL_VALIDATION_FAILED", "TOO_COSTLY"}
    for error in response.get("errors", []):
        besides = {"params", "path", "place", "expected"}
        assert error["extensions"].keys() - besides == {"code", "hint", "reason", "retryable"}
        assert error["extensions"]["hint"]


@pytest.mark.parametrize("kind", ["caseworker", "office"])
async def test_an_error_does_not_tell_whether_a_row_exists(send: Send, kind: str) -> None:
    """An id of the wrong type, of a row that is there and of one that is not: the same words."""
    document = "query ($v: ID!) { home(id: $v) { id } }"
    there = await send(document, kind, v=f"Child_BE_{HIDDEN_CHILD}")
    gone = await send(document, kind, v="Child_BE_0199ffff-ffff-7fff-bfff-ffffffffffff")
    assert there == gone
    assert there["errors"]


async def test_a_refusal_does_not_depend_on_the_data(send: Send) -> None:
    """What headquarters may not ask is refused alike for a country with children and one without."""
    document = "query ($c: String!) { country(code: $c) { children { totalCount } homes { nodes { occupancy } } } }"
    answers = [await send(document, "headquarters", c=code) for code in ("BE", "FR")]
    assert answers[0]["errors"] == [{**error, "path": error["path"]} for error in answers[1]["errors"]]
    assert {error["extensions"]["code"] for error in answers[0]["errors"]} == {"FORBIDDEN"}
