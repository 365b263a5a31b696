"""Bad input through the whole server: a code, a message without values, a hint, in time, and never a fault of ours."""

from __future__ import annotations

import base64
from datetime import timedelta
from time import time
from typing import TYPE_CHECKING, Any

import jwt
import orjson
import pytest

from graph.execute import queries
from graph.identity.authenticator import DEVELOPMENT_ISSUER
from tests.effort import at_most
from tests.http.conftest import SECRET
from tests.http.real_app import REFUSALS, Graph, bearer, real_client, refusal, tokens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

UUID_TEXT = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
SECRETIVE = "Xanthippe"
"""A value that no message may repeat."""

PIECES = 200
"""Generous: a refusal takes far less, a check that blows up far more."""

PARSE, INVALID, BAD, COSTLY = "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "TOO_COSTLY"


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))


DOCUMENTS = {
    "nothing": ("", PARSE),
    "only a comment": ("# nothing", PARSE),
    "only blanks": ("  \n\t,", PARSE),
    "an open brace": ("{ homes {", PARSE),
    "a brace too many": ("{ homes { totalCount } } }", PARSE),
    "an open string": ('{ homes(where: { name: { eq: "a } }) { totalCount } }', PARSE),
    "an open block string": ('{ homes(where: { name: { eq: """a } }) { totalCount } }', PARSE),
    "a wrong escape": (r'{ homes(where: { name: { eq: "\x" } }) { totalCount } }', PARSE),
    "half a surrogate escaped": (r'{ homes(where: { name: { eq: "\uD800" } }) { totalCount } }', PARSE),
    "a code point beyond Unicode": (r'{ homes(where: { name: { eq: "\u{110000}" } }) { totalCount } }', PARSE),
    "no name": ("query 1 { viewer { role } }", PARSE),
    "a defining document": ("type Query { a: Int }", INVALID),
    "only a fragment": ("fragment F on Home { id }", INVALID),
    "an unknown field": ("{ homes { nodes { secret } } }", INVALID),
    "an unknown root": ("{ users { id } }", INVALID),
    "an unknown argument": ("{ homes(limit: 3) { totalCount } }", INVALID),
    "an unknown operator": ('{ homes(where: { name: { like: "a" } }) { totalCount } }', INVALID),
    "an unknown column of a filter": ('{ homes(where: { locality: { eq: "a" } }) { totalCount } }', INVALID),
    "an unknown ordering": ("{ homes(orderBy: [{ locality: ASC }]) { totalCount } }", INVALID),
    "two orderings in one": ("{ homes(orderBy: [{ name: ASC, form: ASC }]) { totalCount } }", INVALID),
    "no ordering in one": ("{ homes(orderBy: [{}]) { totalCount } }", INVALID),
    "an unknown direction": ("{ homes(orderBy: [{ name: UP }]) { totalCount } }", INVALID),
    "an unknown member": ("{ homes(where: { form: { eq: PALACE } }) { totalCount } }", INVALID),
    "a member as text": ('{ homes(where: { form: { eq: "YOUTH_HOME" } }) { totalCount } }', INVALID),
    "a float for a whole number": ("{ homes(first: 1.5) { totalCount } }", INVALID),
    "text for a whole number": ('{ homes(first: "1") { totalCount } }', INVALID),
    "a whole number for text": ("{ homes(where: { name: { eq: 3 } }) { totalCount } }", INVALID),
    "a huge whole number": ("{ homes(first: 99999999999999999999) { totalCount } }", INVALID),
    "a monstrous whole number": ("{ homes(first: " + "9" * 5_000 + ") { totalCount } }", INVALID),
    "an impossible day": ('{ children(where: { birthDate: { eq: "2015-02-30" } }) { totalCount } }', INVALID),
    "a day with a time": ('{ children(where: { birthDate: { eq: "2015-02-03T00:00:00Z" } }) { totalCount } }', INVALID),
    "the year nought": ('{ children(where: { birthDate: { eq: "0000-01-01" } }) { totalCount } }', INVALID),
    "a day in other digits": ('{ children(where: { birthDate: { eq: "२०१५-०१-०१" } }) { totalCount } }', INVALID),
    "a number for a day": ("{ children(where: { birthDate: { eq: 20150101 } }) { totalCount } }", INVALID),
    "no selection": ("{ homes }", INVALID),
    "a selection on a value": ("{ homes { totalCount { id } } }", INVALID),
    "no id": ("{ home { id } }", INVALID),
    "an unknown fragment": ("{ homes { ...F } }", INVALID),
    "a fragment on a value": ("{ homes { ...F } } fragment F on String { id }", INVALID),
    "a fragment that cannot apply": ("{ homes { nodes { ... on Child { id } } } }", INVALID),
    "an unused variable": ("query ($a: Int) { homes { totalCount } }", INVALID),
    "an undefined variable": ("{ homes(first: $n) { totalCount } }", INVALID),
    "a variable of an output type": ("query ($a: Home) { homes { totalCount } }", INVALID),
    "a variable in the wrong place": ("query ($a: String) { homes(first: $a) { totalCount } }", INVALID),
    "keys that conflict": ("{ homes { a: totalCount a: pageInfo { hasNextPage } } }", INVALID),
    "an unknown directive": ("{ homes @cached { totalCount } }", INVALID),
    "@defer": ("{ homes { ... @defer { totalCount } } }", INVALID),
    "@stream": ("{ homes { nodes @stream(initialCount: 1) { id } } }", INVALID),
    "the same argument twice": ("{ homes(first: 1, first: 2) { totalCount } }", INVALID),
    "a mutation without its input": ("mutation { openHome { home { id } } }", INVALID),
    "an unknown mutation": ("mutation { deleteChild(id: 1) { id } }", INVALID),
    "an unknown field of an input": (
        'mutation { closeHome(input: { id: "X", version: 1, closedOn: "2026-01-01", why: "x" }) { __typename } }',
        INVALID,
    ),
    "an unknown field of a payload": (
        'mutation { closeHome(input: { id: "Home_BE_1", version: 1, closedOn: "2026-01-01" }) { id } }',
        INVALID,
    ),
    "an unknown subscription": ("subscription { homeOpened { id } }", INVALID),
    "a cycle of fragments": ("{ homes { ...A } } fragment A on HomeConnection { ...A }", INVALID),
    "a long cycle of fragments": (
        "{ homes { nodes { ...F0 } } } "
        + " ".join(f"fragment F{n} on Home {{ programme {{ homes {{ nodes {{ ...F{n + 1} }} }} }} }}" for n in range(9))
        + " fragment F9 on Home { ...F0 }",
        INVALID,
    ),
    "an operation name twice": ("query A { __typename } query A { __typename }", INVALID),
    "an empty column": ("{ homes(where: { name: {} }) { totalCount } }", BAD),
    "a null column": ("{ homes(where: { name: null }) { totalCount } }", BAD),
    "a null operator": ("{ homes(where: { name: { eq: null } }) { totalCount } }", BAD),
    "a null isNull": ("{ children(where: { familyName: { isNull: null } }) { totalCount } }", BAD),
    "an empty and": ("{ homes(where: { and: [] }) { totalCount } }", BAD),
    "an and of nothing": ("{ homes(where: { and: [{}] }) { totalCount } }", BAD),
    "a null or": ("{ homes(where: { or: null }) { totalCount } }", BAD),
    "a null not": ("{ homes(where: { not: null }) { totalCount } }", BAD),
    "an empty some": ("{ homes(where: { children: { some: {} } }) { totalCount } }", BAD),
    "a null every": ("{ homes(where: { children: { every: null } }) { totalCount } }", BAD),
    "an empty link": ("{ children(where: { home: {} }) { totalCount } }", BAD),
    "an empty ordering": ("{ homes(orderBy: []) { totalCount } }", BAD),
    "a null ordering": ("{ homes(orderBy: null) { totalCount } }", BAD),
    "a prefix of nothing": ('{ homes(where: { name: { startsWith: "" } }) { totalCount } }', BAD),
    "a negative page": ("{ homes(first: -1) { totalCount } }", BAD),
    "an empty page": ("{ homes(first: 0) { totalCount } }", BAD),
    "a page too large": ("{ homes(first: 100000) { totalCount } }", BAD),
    "a page too large from the end": ("{ homes(last: 1001) { totalCount } }", BAD),
    "both first and last": ("{ homes(first: 1, last: 1) { totalCount } }", BAD),
    "an unknown country": ('{ country(code: "XX") { name } }', BAD),
    "a country in small letters": ('{ country(code: "be") { name } }', BAD),
    "a country of another kind": ('{ country(code: "") { name } }', BAD),
    "NUL in an unknown country": (r'{ country(code: "\u0000") { name } }', BAD),
    "NUL in a string": (r'{ homes(where: { name: { eq: "a\u0000b" } }) { totalCount } }', BAD),
    "NUL in a list": (r'{ homes(where: { name: { in: ["a", "\u0000"] } }) { totalCount } }', BAD),
    "NUL in a prefix": (r'{ homes(where: { name: { startsWith: "\u0000" } }) { totalCount } }', BAD),
    "NUL in a cursor": (r'{ homes(after: "\u0000") { totalCount } }', BAD),
    "NUL in an id": (r'{ home(id: "Home_BE_\u0000") { id } }', BAD),
    "a number for an id": ("{ home(id: 3) { id } }", BAD),
    "an id of another type": (f'{{ home(id: "Child_BE_{UUID_TEXT}") {{ id }} }}', BAD),
    "an id of no type": (f'{{ node(id: "Viewer_BE_{UUID_TEXT}") {{ id }} }}', BAD),
    "a register's id": (f'{{ node(id: "Country_BE_{UUID_TEXT}") {{ id }} }}', BAD),
    "an id of another type in a filter": (
        f'{{ homes(where: {{ id: {{ in: ["Child_BE_{UUID_TEXT}"] }} }}) {{ totalCount }} }}', BAD
    ),
    "a cursor of nothing": ('{ homes(after: "") { totalCount } }', BAD),
    "a cursor of another graph": ('{ homes(after: "YXJyYXljb25uZWN0aW9uOjA=") { totalCount } }', BAD),
    "a cursor of another ordering": (f'{{ homes(after: "0123456789.BE_{UUID_TEXT}") {{ totalCount }} }}', BAD),
    "too many rows": (
        "{ homes(first: 1000) { nodes { children(first: 1000) { nodes { id } } } } }", COSTLY
    ),
    "too many rows in branches": (
        "{ " + " ".join(f"a{n}: homes(first: 1000) {{ totalCount }}" for n in range(51)) + " }", COSTLY
    ),
    "too deep": ("{ homes { nodes { programme { " * 30 + "id" + " } } }" * 30, COSTLY),
    "too many brackets": ("{" * 100_000, COSTLY),
    "too deep a filter": (
        "{ homes(where: " + "{ not: " * 70 + '{ name: { eq: "a" } }' + " }" * 70 + ") { totalCount } }", COSTLY
    ),
    "too many tokens": ("{ homes(where: { name: { in: [" + '"a" ' * 10_001 + "] } }) { totalCount } }", COSTLY),
    "too many fields": ("{ homes { nodes { " + "id " * 2_001 + "} } }", COSTLY),
    "too many repetitions": ("{ homes { nodes { " + "id " * 60 + "} } }", COSTLY),
    "too many repeated objects": ("{ homes { nodes { " + "programme { id } " * 600 + "} } }", COSTLY),
    "too many aliases": ("{ homes { nodes { " + " ".join(f"a{n}: id" for n in range(501)) + " } } }", COSTLY),
    "too many comparisons": (
        "{ homes(where: { or: [" + '{ name: { eq: "a" } }' * 201 + "] }) { totalCount } }", COSTLY
    ),
    "a list too long": ("{ homes(where: { name: { in: [" + '"a" ' * 1_001 + "] } }) { totalCount } }", BAD),
    "too many ids": ("{ nodes(ids: [" + f'"Home_BE_{UUID_TEXT}" ' * 101 + "]) { id } }", BAD),
    "too many orderings": ("{ homes(orderBy: [" + "{ name: ASC } " * 9 + "]) { totalCount } }", BAD),
    "text too long": ('{ homes(where: { name: { eq: "' + "a" * 10_001 + '" } }) { totalCount } }', BAD),
}  # fmt: skip


@pytest.mark.parametrize("what", DOCUMENTS)
async def test_documents(graph: Graph, what: str) -> None:
    """A document that cannot be meant is refused whole, the same the second time, and soon."""
    document, code = DOCUMENTS[what]
    with at_most(PIECES):
        first = await graph.post(document)
        told = refusal(first, code)
        assert (await graph.post(document)).text == first.text
    assert len(first.content) < 100_000
    assert UUID_TEXT not in told


WHERE = "query ($w: HomeWhere) { homes(where: $w) { totalCount } }"
FIRST = "query ($n: Int) { homes(first: $n) { totalCount } }"
DEEP: dict[str, Any] = {"name": {"eq": "a"}}
for _ in range(60):
    DEEP = {"not": DEEP}

VARIABLES: dict[str, tuple[str, dict[str, object], str]] = {
    "text for a number": (FIRST, {"n": SECRETIVE}, BAD),
    "a float for a number": (FIRST, {"n": 1.5}, BAD),
    "a huge number": (FIRST, {"n": 2**40}, BAD),
    "a truth value for a number": (FIRST, {"n": True}, BAD),
    "a list for a number": (FIRST, {"n": [1]}, BAD),
    "null where a value must be": ("query ($n: Int!) { homes(first: $n) { totalCount } }", {"n": None}, BAD),
    "nothing where a value must be": ("query ($n: Int!) { homes(first: $n) { totalCount } }", {}, BAD),
    "a negative page": (FIRST, {"n": -1}, BAD),
    "an unknown member": (
        "query ($s: Sex) { children(where: { sex: { eq: $s } }) { totalCount } }", {"s": SECRETIVE}, BAD
    ),
    "an impossible day": (
        "query ($d: Date) { children(where: { birthDate: { eq: $d } }) { totalCount } }", {"d": "2015-13-45"}, BAD
    ),
    "a number for text": ("query ($t: String) { homes(where: { name: { eq: $t } }) { totalCount } }", {"t": 3}, BAD),
    "an object for text": ("query ($t: String) { homes(where: { name: { eq: $t } }) { totalCount } }", {"t": {}}, BAD),
    "an unknown key": (WHERE, {"w": {SECRETIVE: 1}}, BAD),
    "a list for a filter": (WHERE, {"w": []}, BAD),
    "an empty condition": (WHERE, {"w": {"name": {}}}, BAD),
    "a null condition": (WHERE, {"w": {"name": None}}, BAD),
    "an empty ordering": ("query ($o: [HomeOrderBy!]) { homes(orderBy: $o) { totalCount } }", {"o": []}, BAD),
    "two orderings in one": (
        "query ($o: [HomeOrderBy!]) { homes(orderBy: $o) { totalCount } }", {"o": [{"name": "ASC", "form": "ASC"}]}, BAD
    ),
    "no ordering in one": ("query ($o: [HomeOrderBy!]) { homes(orderBy: $o) { totalCount } }", {"o": [{}]}, BAD),
    "a null ordering in one": (
        "query ($o: [HomeOrderBy!]) { homes(orderBy: $o) { totalCount } }", {"o": [{"name": None}]}, BAD
    ),
    "a hundred thousand names": (
        "query ($in: [String!]) { homes(where: { name: { in: $in } }) { totalCount } }", {"in": ["a"] * 100_000}, BAD
    ),
    "a hundred thousand ids": (
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["a"] * 100_000}, BAD
    ),
    "a hundred thousand wrong numbers": (
        "query ($in: [Int!]) { homes(where: { capacity: { in: $in } }) { totalCount } }", {"in": ["a"] * 100_000}, BAD
    ),
    "a hundred thousand conditions": (
        WHERE, {"w": {"or": [{"name": {"eq": "a"}}] * 30_000}}, COSTLY
    ),
    "text too long": (
        "query ($t: String) { homes(where: { name: { eq: $t } }) { totalCount } }", {"t": "a" * 500_000}, BAD
    ),
    "malformed ids": ("query ($id: ID!) { home(id: $id) { name } }", {"id": f"{SECRETIVE}_BE_{UUID_TEXT}"}, BAD),
    "a malformed node": ("query ($id: ID!) { node(id: $id) { id } }", {"id": SECRETIVE}, BAD),
    "a malformed one among ids": (
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": [f"Home_BE_{UUID_TEXT}", SECRETIVE]}, BAD
    ),
    "a malformed cursor": ("query ($c: String) { homes(after: $c) { totalCount } }", {"c": SECRETIVE}, BAD),
    "a malformed cursor backward": (
        "query ($c: String) { homes(last: 1, before: $c) { totalCount } }", {"c": "x" * 10_000}, BAD
    ),
    "an unknown country": ("query ($c: String!) { country(code: $c) { name } }", {"c": SECRETIVE}, BAD),
    "NUL in a country's code": ("query ($c: String!) { country(code: $c) { name } }", {"c": "B\x00"}, BAD),
    "too deep a list": (WHERE, {"w": {"and": [[[[[[[]]]]]]]}}, BAD),
    "null for a condition": ("query ($b: Boolean!) { homes @skip(if: $b) { totalCount } }", {"b": None}, BAD),
    "text for a condition": ("query ($b: Boolean!) { homes @skip(if: $b) { totalCount } }", {"b": "true"}, BAD),
}  # fmt: skip


@pytest.mark.parametrize("what", VARIABLES)
async def test_variables(graph: Graph, what: str) -> None:
    """A variable that cannot be meant is refused; the message names the variable and never what it holds."""
    document, variables, code = VARIABLES[what]
    with at_most(PIECES):
        response = await graph.post(document, **variables)
    told = refusal(response, code)
    assert SECRETIVE not in told
    assert len(response.content) < 600 * len(response.json()["errors"]) <= 600 * 101


async def test_filters_of_sixty_levels(graph: Graph) -> None:
    """A filter of sixty levels in a variable is answered or refused, never a fault; so is one of a hundred."""
    document = WHERE
    wide: dict[str, Any] = {"name": {"eq": "a"}}
    for _ in range(14):
        wide = {"children": {"some": {"home": wide}}}
    deeper = DEEP
    for _ in range(40):
        deeper = {"not": deeper}
    with at_most(PIECES):
        response = await graph.post(document, w=DEEP)
        if response.status_code == 200:
            assert response.json() == {"data": {"homes": {"totalCount": 0}}}
        else:
            assert response.json()["errors"][0]["extensions"]["code"] in (BAD, COSTLY)
        response = await graph.post(document, w=wide)
        assert response.status_code in (200, 400)
        refusal(await graph.post(document, w=deeper), BAD)


async def test_values_in_a_default(graph: Graph) -> None:
    """The default of a variable is checked as its value is."""
    refusal(await graph.post("query ($n: Int = 1001) { homes(first: $n) { totalCount } }"), BAD)
    refusal(await graph.post('query ($n: Int = "a") { homes(first: $n) { totalCount } }'), INVALID)


async def test_a_cursor_of_another_ordering(graph: Graph) -> None:
    """A cursor goes with the ordering and the type that it came from."""
    found = await graph.data("{ homes(first: 1, orderBy: [{ name: ASC }]) { edges { cursor } } }")
    cursor = found["homes"]["edges"][0]["cursor"]
    for field in (
        "homes(after: $c)",
        "homes(after: $c, orderBy: [{ name: DESC }])",
        "homes(before: $c, last: 1, orderBy: [{ name: ASC }, { form: ASC }])",
        "programmes(after: $c, orderBy: [{ name: ASC }])",
        "countries(after: $c, orderBy: [{ name: ASC }])",
    ):
        response = await graph.post(f"query ($c: String!) {{ {field} {{ totalCount }} }}", c=cursor)
        assert cursor not in refusal(response, BAD)


async def test_a_cursor_whose_row_is_gone(graph: Graph) -> None:
    """Where the row is gone, or another country's, its connection is null with one error; the rest answers."""
    ordering = "orderBy: [{ name: ASC }]"
    found = await graph.data(f"{{ homes(first: 1, {ordering}) {{ edges {{ cursor }} }} }}", "kenya")
    foreign = found["homes"]["edges"][0]["cursor"]
    digest = foreign.partition(".")[0]
    for cursor in (foreign, f"{digest}.BE_00000000-0000-7000-8000-000000000000"):
        response = await graph.post(
            f"query ($c: String!) {{ gone: homes(after: $c, {ordering}) {{ totalCount nodes {{ id }} }}"
            " programmes { totalCount } }",
            c=cursor,
        )
        body = response.json()
        assert response.status_code == 200
        assert body["data"]["gone"] is None
        assert body["data"]["programmes"]["totalCount"] > 0
        (error,) = body["errors"]
        assert (error["path"], error["extensions"]["code"]) == (["gone"], BAD)
        assert cursor not in response.text


EQUALS = b'"query": "query ($t: String) { homes(where: { name: { eq: $t } }) { totalCount } }"'
TYPENAME = b'"query": "{ __typename }"'
BODIES: dict[str, tuple[bytes, int]] = {
    "an empty body": (b"", 400),
    "no JSON": (b"{", 400),
    "no object": (b"3", 400),
    "a batch of nothing": (b"[]", 400),
    "no query": (b'{"variables": {}}', 400),
    "a query that is no text": (b'{"query": 3}', 400),
    "a query that is null": (b'{"query": null}', 400),
    "variables that are a list": (b'{"query": "{ __typename }", "variables": []}', 400),
    "variables that are text": (b'{"query": "{ __typename }", "variables": "{}"}', 400),
    "a document twice": (b"{" + TYPENAME + b", " + TYPENAME + b"}", 400),
    "variables twice": (b"{" + EQUALS + b', "variables": {"t": "a"}, "variables": {}}', 400),
    "a variable twice": (b"{" + EQUALS + b', "variables": {"t": "a", "\\u0074": null}}', 400),
    "a field of a variable twice": (b"{" + TYPENAME + b', "variables": {"w": {"sex": {}, "sex": 1}}}', 400),
    "an operation name that is no text": (b'{"query": "{ __typename }", "operationName": 3}', 400),
    "NUL as a byte": (b'{"query": "{ __typename }\x00"}', 400),
    "NUL in the document": (b'{"query": "{ __typename }\\u0000"}', 400),
    "NUL in a variable": (b"{" + EQUALS + b', "variables": {"t": "\\u0000"}}', 400),
    "NUL in a variable's key": (b'{"query": "{ __typename }", "variables": {"\\u0000": 1}}', 400),
    "half a surrogate in the document": (b'{"query": "{ country(code: \\"\\ud800\\") { name } }"}', 400),
    "half a surrogate in a variable": (b'{"query": "{ __typename }", "variables": {"t": "\\udfff"}}', 400),
    "half a surrogate as bytes": (b'{"query": "{ __typename }", "variables": {"t": "\xed\xa0\x80"}}', 400),
    "no UTF-8": (b'{"query": "{ __typename }\xff"}', 400),
    "a byte order mark": (b'\xef\xbb\xbf{"query": "{ __typename }"}', 400),
    "NaN": (b'{"query": "{ __typename }", "variables": {"n": NaN}}', 400),
    "endless nesting": (b"{" + TYPENAME + b', "variables": {"n": ' + b"[" * 400_000 + b"]" * 400_000 + b"}}", 400),
    "nesting that JSON allows": (b"{" + TYPENAME + b', "variables": {"n": ' + b"[" * 900 + b"]" * 900 + b"}}", 400),
    "a body too long": (b'{"query": "' + b" " * 1_000_001 + b'{ __typename }"}', 413),
}  # fmt: skip


@pytest.mark.parametrize("what", BODIES)
async def test_bodies(graph: Graph, what: str) -> None:
    """A body that holds no request is refused with what is wrong about it."""
    body, status = BODIES[what]
    response = await graph.send(body, accept="application/graphql-response+json")
    told = refusal(response, COSTLY if status == 413 else BAD, status)
    assert "\x00" not in told


async def test_no_number_is_too_large(graph: Graph) -> None:
    """A number that no column can hold is refused or finds nothing, whatever its size and form."""
    document = "query ($n: Int) { homes(where: { capacity: { eq: $n } }) { totalCount } }"
    for number in (b"1e400", b"-1e400", b"1" * 5_000, b"1e18", b"18446744073709551616", b"0.1", b"-0.0"):
        body = b'{"query": ' + orjson.dumps(document) + b', "variables": {"n": ' + number + b"}}"
        response = await graph.send(body, accept="application/graphql-response+json")
        assert response.status_code in (200, 400), number
        assert response.status_code == 200 or response.json()["errors"][0]["extensions"]["code"] == BAD


async def test_content_types(graph: Graph) -> None:
    """A body says that it is JSON in UTF-8, or it is not read."""
    body = b'{"query": "{ __typename }"}'
    for content_type in (
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ):
        refusal(await graph.send(body, content_type=content_type), BAD, 415)
    refusal(await graph.send(body, content_type="application/json; charset=latin-1"), BAD, 415)
    refusal(await graph.send(body, content_encoding="gzip"), BAD, 415)


async def test_operation_names(graph: Graph) -> None:
    """Of several operations one is named; a name that is not there is refused, and so is no name."""
    document = "query A { __typename } query B { viewer { role } }"

    async def run(name: object) -> Any:  # noqa: ANN401 - a response
        body = orjson.dumps({"query": document, "operationName": name})
        return await graph.send(body, accept="application/graphql-response+json")

    assert (await run("B")).json() == {"data": {"viewer": {"role": "office"}}}
    assert "operationName" in refusal(await run(None), BAD)
    assert SECRETIVE not in refusal(await run(SECRETIVE), BAD)
    refusal(await run("a"), BAD)


async def test_many_operations_beside_many_fields(graph: Graph) -> None:
    """Only the operation that is named is prepared, however many stand beside it."""
    fields = "... { id name form setting capacity } " * 190
    document = (
        " ".join(f"query A{number} {{ __typename }}" for number in range(600))
        + f" query B {{ homes(first: 1) {{ nodes {{ ...F }} }} }} fragment F on Home {{ {fields} }}"
    )
    body = orjson.dumps({"query": document, "operationName": "A7"})
    with at_most(PIECES):
        response = await graph.send(body, accept="application/graphql-response+json")
    assert response.status_code in (200, 400)


BOMBS = {
    "spreads that double": "{ homes { nodes { ...F0 } } } "
    + " ".join(f"fragment F{n} on Home {{ ...F{n + 1} ...F{n + 1} }}" for n in range(90))
    + " fragment F90 on Home { id }",
    "links that double": "{ homes { nodes { ...F0 } } } "
    + " ".join(
        f"fragment F{n} on Home {{ a: programme {{ homes {{ nodes {{ ...F{n + 1} }} }} }}"
        f" b: programme {{ homes {{ nodes {{ ...F{n + 1} }} }} }} }}"
        for n in range(30)
    )
    + " fragment F30 on Home { id }",
    "keys that meet in inline fragments": "{ homes { nodes { "
    + "... { programme { homes { nodes { id } } } } " * 390
    + "} } }",
    "keys that meet in fragments": "{ homes { nodes { "
    + " ".join(f"...F{n}" for n in range(190))
    + " } } } "
    + " ".join(f"fragment F{n} on Home {{ programme {{ homes {{ nodes {{ id name }} }} }} }}" for n in range(190)),
    "names that differ": "{ homes { nodes { " + " ".join(f"x{n}" for n in range(1_990)) + " } } }",
    "strings that never end": '\\"""\n' * 60_000,
    "comments that hide brackets": "{ homes #\r" * 4_000,
    "variables that nobody uses": "query ("
    + " ".join(f"$v{n}: Int" for n in range(2_400))
    + ") { homes { totalCount } }",
}


@pytest.mark.parametrize("what", BOMBS)
async def test_documents_that_multiply(graph: Graph, what: str) -> None:
    """A short document that means endless work is refused, or answered, with little work."""
    with at_most(PIECES):
        response = await graph.post(BOMBS[what])
    assert len(response.content) < 100_000
    if response.status_code != 200:
        assert response.status_code == 400
        assert {error["extensions"]["code"] for error in response.json()["errors"]} <= set(REFUSALS)


async def test_repeated_fields_are_refused_at_once(graph: Graph) -> None:
    """Two thousand repetitions are refused before anything compares each with each."""
    document = "{ homes { nodes { " + "programme { name } " * 990 + "} } }"
    with at_most(PIECES / 2):
        refusal(await graph.post(document), COSTLY)


def forged(claims: dict[str, object], **options: Any) -> dict[str, str]:  # noqa: ANN401 - of PyJWT
    """A header with a token of our own making."""
    whole = {"iss": DEVELOPMENT_ISSUER, "sub": "mallory", "exp": int(time()) + 600, **claims}
    given = {"key": SECRET, "algorithm": "HS256", **options}
    return {"Authorization": f"Bearer {jwt.encode({k: v for k, v in whole.items() if v is not None}, **given)}"}


OFFICE: dict[str, object] = {"role": "office", "country": "BE"}


def unsigned(role: str) -> str:
    """A token without a signature that says so."""
    parts = (
        {"alg": "none", "typ": "JWT"},
        {"iss": DEVELOPMENT_ISSUER, "sub": "m", "exp": int(time()) + 600, "role": role},
    )
    return ".".join(base64.urlsafe_b64encode(orjson.dumps(part)).decode().rstrip("=") for part in parts) + "."


HEADERS = {
    "nothing": {},
    "another scheme": {"Authorization": "Basic b2ZmaWNlOm9mZmljZQ=="},
    "no token": {"Authorization": "Bearer "},
    "no JWT": {"Authorization": "Bearer a.b.c"},
    "none": {"Authorization": f"Bearer {unsigned('headquarters')}"},
    "another key": forged(OFFICE, key="another-secret-that-is-long-enough-for-hmac"),
    "another algorithm": forged(OFFICE, key=SECRET * 2, algorithm="HS512"),
    "expired": forged({**OFFICE, "exp": int(time()) - 1}),
    "for ever": forged({**OFFICE, "exp": int(time()) + int(timedelta(days=400).total_seconds())}),
    "without end": forged({**OFFICE, "exp": None}),
    "without an issuer": forged({**OFFICE, "iss": None}),
    "of nobody": forged({**OFFICE, "sub": None}),
    "of an unknown role": forged({"role": "operator"}),
    "of a list of roles": forged({"role": ["headquarters"]}),
    "of an unknown country": forged({"role": "office", "country": "XX"}),
    "of an office of no country": forged({"role": "office"}),
    "of a region of no country": forged({"role": "region"}),
    "of a caseworker of another country's programme": forged(
        {"role": "caseworker", "country": "BE", "programmes": [f"Programme_KE_{UUID_TEXT}"]}
    ),
}


@pytest.mark.parametrize("what", HEADERS)
async def test_tokens(graph: Graph, what: str) -> None:
    """A token that is expired, forged, unsigned or says too little opens nothing, and nothing of it is repeated."""
    response = await graph.client.post("/graphql", json={"query": "{ homes { totalCount } }"}, headers=HEADERS[what])
    told = refusal(response, "UNAUTHENTICATED", 401)
    assert "mallory" not in told
    assert response.headers["www-authenticate"].startswith("Bearer")


async def test_a_caseworker_without_programmes_sees_nothing(graph: Graph) -> None:
    """A caseworker whose token names no programme, or one that does not exist, sees no row."""
    for programmes in ([], [f"Programme_BE_{UUID_TEXT}"]):
        headers = bearer("caseworker", country="BE", programmes=programmes)
        body = {"query": "{ children { totalCount } homes { totalCount } programmes { totalCount } }"}
        response = await graph.client.post("/graphql", json=body, headers=headers)
        assert response.json() == {
            "data": {"children": {"totalCount": 0}, "homes": {"totalCount": 0}, "programmes": {"totalCount": 0}}
        }


async def test_addresses(graph: Graph) -> None:
    """What a GET cannot carry is refused: a mutation, malformed variables, NUL, a parameter twice."""
    for query in (
        "query=mutation+{+a+}",
        "query={+__typename+}&variables=[",
        "query={+__typename+}&variables=[]",
        "query={+__typename+}&query={+a+}",
        'query={+__typename+}&variables={"a":1,"a":2}',
        "query={+__typename+}%00",
        "query=%FF",
        "variables={}",
        "",
    ):
        response = await graph.client.get(f"/graphql?{query}", headers=graph.headers["office"])
        assert 400 <= response.status_code < 500 or "data" not in response.json(), query
        assert "errors" in response.json()


async def test_an_answer_that_is_too_large(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer beyond the limit is not sent: every root is null, each with one error that says what to do."""
    monkeypatch.setattr(queries, "MAX_BYTES", 1_000)
    response = await graph.post("{ children { nodes { id } } homes { totalCount } }")
    body = response.json()
    assert response.status_code == 200
    assert body["data"] == {"children": None, "homes": None}
    told = [(error["path"], error["extensions"]["code"], error["extensions"]["hint"]) for error in body["errors"]]
    assert [each[:2] for each in told] == [(["children"], COSTLY), (["homes"], COSTLY)]
    assert all(hint for _, _, hint in told)
    assert await graph.data("{ homes { totalCount } }")
