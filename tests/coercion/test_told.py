"""What a caller hears of a value that does not fit: the variable, the place, what is expected, and never the value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import orjson
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


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))


FIGURES = "query (%s) { indicatorReport(%s) { cells { value } } }"
NULLS: dict[str, tuple[str, str, list[Any] | None]] = {
    "an item of a list": (
        'query ($d: String = "x") { children(where: { sex: { eq: MALE }, caseNumber: { in: [$d] } }) { totalCount } }',
        "where.caseNumber.in[0]",
        ["children"],
    ),
    "an item that is a filter": (
        "query ($d: ChildWhere = { sex: { eq: MALE } }) { children(where: { and: [$d] }) { totalCount } }",
        "where.and[0]",
        ["children"],
    ),
    "an ordering": (
        "query ($d: ChildOrderBy = { id: ASC }) { a: children(orderBy: [{ birthDate: ASC }, $d]) { totalCount } }",
        "orderBy[1]",
        ["a"],
    ),
    "a whole argument": ('query ($d: ID = "x") { child(id: $d) { id } }', "", ["child"]),
    "an id": ('query ($d: ID = "x") { nodes(ids: [$d]) { id } }', "ids[0]", ["nodes"]),
    "a country": (
        FIGURES % ('$d: String = "BE"', 'indicators: ["CARE_STOCK"], period: { year: 2019 }, countries: [$d]'),
        "countries[0]",
        ["indicatorReport"],
    ),
    "a year": (
        FIGURES % ("$d: Int = 2019", 'indicators: ["CARE_STOCK"], period: { year: $d }'),
        "period.year",
        ["indicatorReport"],
    ),
    "an indicator": (
        FIGURES % ('$d: String = "CARE_STOCK"', "indicators: [$d], period: { year: 2019 }"),
        "indicators[0]",
        ["indicatorReport"],
    ),
    "a split": (
        FIGURES % ("$d: FigureDimension = SEX", 'indicators: ["CARE_STOCK"], period: { year: 2019 }, by: [$d]'),
        "by[0]",
        ["indicatorReport"],
    ),
    "a type of the feed": (
        "query ($d: ChangedType = CHILD) { changes(types: [$d]) { head } }",
        "types[0]",
        ["changes"],
    ),
    "inside a fragment": (
        (
            'query ($d: String = "x") { homes(first: 2) { nodes { ...F } } } '
            "fragment F on Home { c: children(where: { givenName: { in: [$d] } }) { totalCount } }"
        ),
        "where.givenName.in[0]",
        ["homes", "nodes", "c"],
    ),
    "a condition": ("query ($d: Boolean = true) { homes { totalCount @skip(if: $d) } }", "", None),
    "the name of a type": ('query ($d: String = "Child") { __type(name: $d) { name } }', "", ["__type"]),
    "a condition of introspection": (
        "query ($d: Boolean = true) { __schema { types @include(if: $d) { name } } }",
        "",
        None,
    ),
    "an argument of introspection": (
        'query ($d: Boolean = true) { __type(name: "Child") { fields(includeDeprecated: $d) { name } } }',
        "",
        ["__type", "fields"],
    ),
}


@pytest.mark.parametrize("what", NULLS)
async def test_null_where_nothing_may_be(graph: Graph, what: str) -> None:
    """A variable with a default that is given as null refuses the request; without it, or with a value, all is well."""
    document, named, path = NULLS[what]
    (error,) = (await graph.post(document, d=None)).json()["errors"]
    assert error["extensions"]["code"] == BAD
    assert error["extensions"]["reason"] == "DOES_NOT_FIT"
    assert error["extensions"]["place"] == ["$d"]
    assert "`$d`" in error["message"]
    assert named in error["message"]
    assert error["locations"]
    assert error.get("path") == path
    assert (await graph.post(document, d=None)).json()["errors"] == [error]
    # Without it the default stands there, and fits; whether it can be meant is another question.
    for other in (await graph.post(document)).json().get("errors", ()):
        assert "null" not in other["message"]


@pytest.mark.parametrize(
    "document",
    [
        'query ($d: ID = "x") { __typename children(where: { id: { in: [$d] } }) @skip(if: true) { totalCount } }',
        (
            f'query ($d: ID = "x") {{ node(id: "Home_BE_{UUID_TEXT}") {{ '
            "... on Child { placements(where: { id: { in: [$d] } }) { totalCount } } } }"
        ),
    ],
)
async def test_what_is_not_asked_for_is_not_read(graph: Graph, document: str) -> None:
    """An argument of a field that is left out is not read, as the specification says."""
    await graph.data(document, "office", d=None)


EMPTY = [
    ("{ %s(where: null) { totalCount } }", {}),
    ("{ %s(where: {}) { totalCount } }", {}),
    ("query ($w: %s) { %s(where: $w) { totalCount } }", {}),
    ("query ($w: %s) { %s(where: $w) { totalCount } }", {"w": None}),
    ("query ($w: %s) { %s(where: $w) { totalCount } }", {"w": {}}),
    ("query ($w: %s = {}) { %s(where: $w) { totalCount } }", {}),
    ("query ($w: %s = null) { %s(where: $w) { totalCount } }", {}),
]


@pytest.mark.parametrize(("document", "variables"), EMPTY)
async def test_an_empty_filter_at_the_top_means_all(graph: Graph, document: str, variables: dict[str, object]) -> None:
    """`null`, `{}` and an absent variable show all rows, at every root connection, the second time too."""
    for many, type_ in (("children", "ChildWhere"), ("homes", "HomeWhere"), ("placements", "PlacementWhere")):
        all_of_them = await graph.data(f"{{ {many} {{ totalCount }} }}")
        text = document % ((type_, many) if "$w" in document else many)
        for _ in range(2):
            assert await graph.data(text, "office", **variables) == all_of_them
        assert all_of_them[many]["totalCount"] > 0


async def test_an_empty_filter_of_a_nested_connection_means_all(graph: Graph) -> None:
    """The same inside a row, and in an object whose only variable is absent."""
    document = "query ($w: ChildWhere, $f: DateFilter) { homes { nodes { id children%s { totalCount } } } }"
    bare = document.replace("($w: ChildWhere, $f: DateFilter)", "") % ""
    all_of_them = await graph.data(bare)
    for given in ("(where: null)", "(where: {})"):
        assert await graph.data(bare.replace("children", f"children{given}")) == all_of_them
    text = document.replace(", $f: DateFilter", "") % "(where: $w)"
    for variables in EMPTIES:
        assert await graph.data(text, "office", **variables) == all_of_them
    absent = document.replace("$w: ChildWhere, ", "") % "(where: { birthDate: $f })"
    assert await graph.data(absent) == all_of_them
    some = await graph.data(absent, "office", f={"gte": "2999-01-01"})
    assert all(home["children"]["totalCount"] == 0 for home in some["homes"]["nodes"])


EMPTIES: list[dict[str, object]] = [{}, {"w": None}, {"w": {}}]
BELOW = [
    ({"sex": None}, ["$w", "sex"], "SexFilter"),
    ({"sex": {}}, ["$w", "sex"], "SexFilter"),
    ({"sex": {"eq": None}}, ["$w", "sex", "eq"], "Sex"),
    ({"and": None}, ["$w", "and"], "[ChildWhere!]"),
    ({"and": []}, ["$w", "and"], "[ChildWhere!]"),
    ({"or": [{"sex": {"eq": "MALE"}}, {}]}, ["$w", "or", 1], "ChildWhere!"),
    ({"not": {}}, ["$w", "not"], "ChildWhere"),
    ({"not": {"not": {"home": {}}}}, ["$w", "not", "not", "home"], "HomeWhere"),
    ({"placements": {"some": {}}}, ["$w", "placements", "some"], "PlacementWhere"),
    ({"placements": {}}, ["$w", "placements"], "PlacementListWhere"),
    ({"placements": {"none": {"startedOn": None}}}, ["$w", "placements", "none", "startedOn"], "DateFilter"),
    ({"givenName": {"in": None}}, ["$w", "givenName", "in"], "[String!]"),
    ({"givenName": {"in": ["a", "x" * 10_001]}}, ["$w", "givenName", "in", 1], "String!"),
    ({"givenName": {"startsWith": ""}}, ["$w", "givenName", "startsWith"], "String"),
    ({"id": {"in": [f"Child_BE_{UUID_TEXT}", SECRETIVE]}}, ["$w", "id", "in", 1], "ID!"),
    ({"sex": {"isNull": None}}, ["$w", "sex", "isNull"], "Boolean"),
    ({"home": {"isNull": None}}, ["$w", "home", "isNull"], "Boolean"),
    ({"home": {"isNull": True, "or": []}}, ["$w", "home", "or"], "[HomeWhere!]"),
    ({"home": {"or": [{"isNull": True}, {}]}}, ["$w", "home", "or", 1], "HomeWhere!"),
    ({"placements": {"isNull": None}}, ["$w", "placements", "isNull"], "Boolean"),
]
NO_LINK = [
    ({"isNull": True}, ["$w", "isNull"]),
    ({"and": [{"isNull": False}]}, ["$w", "and", 0, "isNull"]),
    ({"placements": {"some": {"isNull": True}}}, ["$w", "placements", "some", "isNull"]),
    ({"placements": {"none": {"home": {"not": {"programme": {"isNull": False}}}, "not": {"isNull": True}}}},
     ["$w", "placements", "none", "not", "isNull"]),
]  # fmt: skip


@pytest.mark.parametrize(("where", "place"), NO_LINK)
async def test_a_row_of_a_list_is_not_asked_whether_it_is_there(
    graph: Graph, where: dict[str, object], place: list[Any]
) -> None:
    """`isNull` is asked of a link: elsewhere it could mean nothing, and is refused at its place, with what to do."""
    response = await graph.post("query ($w: ChildWhere) { kids: children(where: $w) { totalCount } }", w=where)
    refusal(response, BAD)
    (error,) = response.json()["errors"]
    assert (error["path"], error["extensions"]["place"]) == (["kids"], place)
    assert error["message"].endswith("`isNull` is asked of a link; a row of a list is there.")
    assert "programme: { isNull: true }" in error["extensions"]["hint"]


@pytest.mark.parametrize(("where", "place", "expected"), BELOW)
async def test_an_empty_filter_below_the_top_is_refused(
    graph: Graph, where: dict[str, object], place: list[Any], expected: str
) -> None:
    """Inside a filter `null` and `{}` could mean all or nothing; the place is told, also of a value that is bad."""
    response = await graph.post("query ($w: ChildWhere) { kids: children(where: $w) { totalCount } }", w=where)
    told = refusal(response, BAD)
    (error,) = response.json()["errors"]
    assert (error["extensions"]["place"], error["extensions"]["expected"]) == (place, expected)
    assert error["path"] == ["kids"]
    assert SECRETIVE not in told
    literal = "{ kids: children(where: { sex: { eq: MALE }, home: { form: {} } }) { totalCount } }"
    (error,) = (await graph.post(literal)).json()["errors"]
    assert error["extensions"]["place"] == ["where", "home", "form"]
    assert error["locations"] == [{"line": 1, "column": literal.index("{}") + 1}]


INPUT: dict[str, object] = {
    "caseNumber": "V-1", "givenName": "V", "sex": "female", "birthDate": "31/05/2015", "reasonForCare": "OTHER",
    "programmeId": f"Programme_BE_{UUID_TEXT}", "homeId": f"Home_BE_{UUID_TEXT}", "startedOn": "2020-01-10",
}  # fmt: skip
ADMIT = "mutation ($i: AdmitChildInput!) { admitChild(input: $i) { errors { code } } }"
REQUIRED = ("startedOn",)
FAULTS: list[tuple[object, set[tuple[tuple[Any, ...], str]]]] = [
    (INPUT, {(("$i", "sex"), "Sex"), (("$i", "birthDate"), "Date")}),
    (None, {(("$i",), "AdmitChildInput!")}),
    (SECRETIVE, {(("$i",), "AdmitChildInput!")}),
    ([INPUT], {(("$i",), "AdmitChildInput!")}),
    (
        {},
        {(("$i", name), "") for name in REQUIRED},
    ),
]


@pytest.mark.parametrize(("given", "wanted"), FAULTS)
async def test_a_wrong_input_names_every_place(
    graph: Graph, given: object, wanted: set[tuple[tuple[Any, ...], str]]
) -> None:
    """Each fault of an input has an error of its own, with its path and the type that is expected."""
    response = await graph.post(ADMIT, i=given)
    refusal(response, BAD)
    errors = response.json()["errors"]
    told = {(tuple(error["extensions"]["place"]), error["extensions"]["expected"]) for error in errors}
    assert all(error["path"] == ["admitChild"] for error in errors)
    assert {place for place, _ in wanted} <= {place for place, _ in told}
    assert {each for each in wanted if each[1]} <= told
    for text in ("female", "31/05", "V-1", SECRETIVE):
        assert text not in response.text


async def test_a_wrong_variable_is_told_at_the_first_field_that_reads_it(graph: Graph) -> None:
    """In aliases, fragments and lists; a variable that only a directive reads belongs to no field."""
    for text, path in (
        ("query ($v: Int) { a: viewer { role } b: homes(first: $v) { totalCount } }", ["b"]),
        (("query ($v: Int) { homes { ...F } } fragment F on HomeConnection { n: nodes { c: children(first: $v)"
         " { totalCount } } }"), ["homes", "n", "c"]),
        ("query ($v: [Int!]) { homes(where: { or: [{ capacity: { in: $v } }] }) { totalCount } }", ["homes"]),
        ("query ($v: Boolean!) { homes @skip(if: $v) { totalCount } }", None),
    ):  # fmt: skip
        (error,) = (await graph.post(text, v=SECRETIVE)).json()["errors"]
        assert (error["extensions"]["place"][0], error.get("path")) == ("$v", path)


async def test_a_hundred_faults_are_named_and_the_rest_is_told(graph: Graph) -> None:
    """All faults of an input are told together; of more than a hundred the last error says that there are more."""
    document = "query ($n: [Int!]) { homes(where: { capacity: { in: $n } }) { totalCount } }"
    for given, told in ((99, 99), (100, 100), (101, 101), (999, 101)):
        response = await graph.post(document, n=["a"] * given)
        errors = response.json()["errors"]
        assert [error["extensions"].get("place") for error in errors[:100]] == [
            ["$n", place] for place in range(min(given, 100))
        ]
        assert len(errors) == told
        assert ("More" in errors[-1]["message"]) is (given > 100)


async def test_a_field_that_does_not_exist(graph: Graph) -> None:
    """A key that the schema does not know is counted, not repeated; one that is nearly right is found."""
    response = await graph.post(ADMIT, i={**INPUT, "sex": "FEMALE", "birthDate": "2015-05-31", "familyNme": SECRETIVE})
    (error,) = response.json()["errors"]
    assert error["extensions"]["place"] == ["$i"]
    assert "number 9" in error["message"]
    assert "`familyName`" in error["extensions"]["hint"]
    assert "familyNme" not in response.text


LITERALS = [
    ('{ children(where: { birthDate: { gte: "Xanthippe" } }) { totalCount } }', ["where", "birthDate", "gte"], "Date"),
    ("{ children(where: { sex: { in: [MALE, XANTHIPPE] } }) { totalCount } }", ["where", "sex", "in", 1], "Sex!"),
    ('{ children(where: { nom: { eq: "Xanthippe" } }) { totalCount } }', ["where", "nom"], "ChildWhere"),
    ("{ children(first: 99999999999) { totalCount } }", ["first"], "Int"),
    ("{ children(where: { and: [null] }) { totalCount } }", ["where", "and", 0], "ChildWhere!"),
    ('query ($d: Date = "Xanthippe") { children(where: { birthDate: { eq: $d } }) { totalCount } }', ["$d"], "Date"),
    ("{ homes @skip(if: null) { totalCount } }", ["if"], "Boolean!"),
    (
        'mutation { closeHome(input: { id: "Xanthippe", version: "Xanthippe" }) { __typename } }',
        ["input", "closedOn"],
        "Date!",
    ),
]


@pytest.mark.parametrize(("document", "place", "expected"), LITERALS)
async def test_a_wrong_literal_has_its_place(graph: Graph, document: str, place: list[Any], expected: str) -> None:
    """What is written in the document is refused as what a variable holds: its place, what is expected, no value."""
    response = await graph.post(document)
    told = refusal(response, "GRAPHQL_VALIDATION_FAILED")
    places = [
        (error["extensions"].get("place"), error["extensions"].get("expected")) for error in response.json()["errors"]
    ]
    assert (place, expected) in places
    assert all(error["locations"] for error in response.json()["errors"])
    for text in ("xanthippe", "999"):
        assert text not in told.lower()


async def test_nul_in_a_variable_has_its_place(graph: Graph) -> None:
    """PostgreSQL keeps no text with NUL: the place in the variable is told, also where a list of texts holds it."""
    document = "query ($w: ChildWhere) { children(where: $w) { totalCount } }"
    response = await graph.post(document, w={"or": [{"givenName": {"in": ["a", "b\x00"]}}]})
    assert "NUL" in refusal(response, BAD)
    (error,) = response.json()["errors"]
    assert error["extensions"]["place"] == ["$w", "or", 0, "givenName", "in", 1]
    assert error["path"] == ["children"]


async def test_a_syntax_error_repeats_no_value(graph: Graph) -> None:
    """Text and numbers at the place of a syntax error are not repeated."""
    for written in ('"Xanthippe"', '"""Xanthippe"""', "4711", "47.11"):
        told = refusal(await graph.post(f"{{ children({written}) {{ totalCount }} }}"), "GRAPHQL_PARSE_FAILED")
        assert "Xanthippe" not in told
        assert "47" not in told


async def test_variables_of_a_get(graph: Graph) -> None:
    """A GET's variables are read alike."""
    query = quote("query ($w: ChildWhere) { children(where: $w) { totalCount } }")
    for variables, count in (({"w": {}}, 1), ({"w": {"sex": {}}}, 0)):
        address = f"/graphql?query={query}&variables={quote(orjson.dumps(variables).decode())}"
        headers = {**graph.headers["office"], "Accept": "application/graphql-response+json"}
        response = await graph.client.get(address, headers=headers)
        assert response.status_code == (200 if count else 400)
        assert count or response.json()["errors"][0]["extensions"]["place"] == ["$w", "sex"]


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ("first: 0", ["first"]), ("first: 1001", ["first"]), ("last: -1", ["last"]), ("first: 1, last: 1", ["last"]),
        ('after: "x"', ["after"]), ('before: ""', ["before"]), ("orderBy: []", ["orderBy"]),
        ("orderBy: null", ["orderBy"]),
        ("orderBy: [" + "{ id: ASC } " * 9 + "]", ["orderBy"]), ('where: { id: { eq: "x" } }', ["where", "id", "eq"]),
    ],
)  # fmt: skip
async def test_arguments_of_a_page(graph: Graph, arguments: str, place: list[str]) -> None:
    """A page that cannot be meant says which of its arguments is at fault, at the root and inside."""
    for text, path in (
        (f"{{ children({arguments}) {{ totalCount }} }}", ["children"]),
        (f"{{ homes {{ nodes {{ c: children({arguments}) {{ totalCount }} }} }} }}", ["homes", "nodes", "c"]),
    ):
        (error,) = (await graph.post(text)).json()["errors"]
        assert (error["extensions"]["code"], error["extensions"]["place"], error["path"]) == (BAD, place, path)


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ("query ($w: ChildWhere) { children(where: $w) { pageInfo { __typename } } }", ["children"]),
        (
            "query ($w: ChildWhere) { homes { nodes { c: children(where: $w) { __typename } } } }",
            ["homes", "nodes", "c"],
        ),
        (
            """mutation ($w: ChildWhere, $i: UpdateHomeInput!) {
                u: updateHome(input: $i) { home { children(where: $w) { __typename } } }
            }""",
            ["u", "home", "children"],
        ),
    ],
)
async def test_a_wrong_argument_is_refused_whatever_is_selected(graph: Graph, document: str, path: list[str]) -> None:
    """An argument on which nothing that is selected depends is looked at all the same."""
    home = {"id": f"Home_BE_{UUID_TEXT}", "version": 1, "name": "A"}
    more = {"i": home} if "$i" in document else {}
    told = (await graph.post(document, w={"id": {"eq": SECRETIVE}}, **more)).json()
    (error,) = told["errors"]
    assert "data" not in told
    assert (error["path"], error["extensions"]["place"]) == (path, ["$w", "id", "eq"])


async def test_a_comparison_that_no_cell_shows_is_looked_at(graph: Graph) -> None:
    """A report's other arguments are refused at their place too, where nothing that is selected depends on them."""
    document = """query ($c: [PeriodInput!], $n: [String!]) {
        indicatorReport(indicators: ["CARE_STOCK"], period: { year: 2019 }, compareWith: $c, countries: $n) {
            period { label }
        }
    }"""
    for variables, place in (
        ({"c": [{"year": 2018}, {"year": 2019, "month": 13}]}, ["$c", 1, "month"]),
        ({"n": ["XX"]}, ["$n", 0]),
    ):
        told = (await graph.post(document, **variables)).json()
        (error,) = told["errors"]
        assert "data" not in told
        assert error["extensions"]["place"] == place
