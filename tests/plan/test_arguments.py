"""What of a request's arguments changes the SQL, and what does not: which requests share one plan."""

from __future__ import annotations

import pytest

from graph.errors import BadUserInput, Forbidden
from tests.plan.compiled import prepare, sql

UUID_TEXT = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
WHERE = "query ($w: ChildWhere) { children(where: $w) { totalCount } }"
ORDER = "query ($o: [ChildOrderBy!]) { children(orderBy: $o) { nodes { id } } }"
FIRST = "query ($n: Int) { children(first: $n) { nodes { id } } }"
AFTER = "query ($c: String) { children(after: $c) { nodes { id } } }"
NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{ children(where: { familyName: { eq: "Ada" } }) { totalCount } }',) * 2,
        (
            '{ children(where: { familyName: { eq: "Ada" } }) { totalCount } }',
            '{ children(where: { familyName: { eq: "Bo" } }) { totalCount } }',
        ),
        (
            '{ children(where: { familyName: { in: ["Ada"] } }) { totalCount } }',
            '{ children(where: { familyName: { in: ["Bo", "Cy"] } }) { totalCount } }',
        ),
        (
            '{ children(where: { familyName: { startsWith: "A" } }) { totalCount } }',
            'query Named($unused: String, $x: String = "B")'
            " { children(where: { familyName: { startsWith: $x } }) { totalCount } }".replace("$unused: String, ", ""),
        ),
        (
            "{ children(where: { sex: { eq: FEMALE } }) { totalCount } }",
            "query ($s: Sex = MALE) { children(where: { sex: { eq: $s } }) { totalCount } }",
        ),
        (
            '{ children(where: { birthDate: { gte: "2015-01-01" } }) { totalCount } }',
            '{ children(where: { birthDate: { gte: "2016-12-31" } }) { totalCount } }',
        ),
        (
            f'{{ child(id: "Child_BE_{UUID_TEXT}") {{ givenName }} }}',
            f'{{ child(id: "Child_NL_{UUID_TEXT}") {{ givenName }} }}',
        ),
        (
            f'{{ node(id: "Child_BE_{UUID_TEXT}") {{ id }} }}',
            f'query N {{ node(id: "Child_KE_{UUID_TEXT}") {{ id }} }}',
        ),
        (
            f'{{ nodes(ids: ["Child_BE_{UUID_TEXT}"]) {{ id }} }}',
            f'{{ nodes(ids: ["Child_KE_{UUID_TEXT}", "Child_BE_{UUID_TEXT}"]) {{ id }} }}',
        ),
        ('{ country(code: "BE") { name } }', '{ country(code: "KE") { name } }'),
        ("{ children { nodes { id } } }", "query A { children { nodes { id } } } # the same\n"),
        (
            "{ children(orderBy: [{ familyName: ASC }]) { totalCount } }",
            "query ($o: [ChildOrderBy!] = [{ familyName: ASC }]) { children(orderBy: $o) { totalCount } }",
        ),
    ],
)
def test_documents_that_share_a_plan(one: str, other: str) -> None:
    """Other literals, a variable instead, another name of the operation: the same plan."""
    assert prepare(one).plan is prepare(other).plan


@pytest.mark.parametrize(
    ("document", "one", "other"),
    [
        (WHERE, {"w": {"familyName": {"isNull": True}}}, {"w": {"familyName": {"isNull": False}}}),
        (WHERE, {}, {"w": {"familyName": {"eq": "A"}}}),
        (WHERE, {"w": {"familyName": {"eq": "A"}}}, {"w": {"familyName": {"ne": "A"}}}),
        (WHERE, {"w": {"familyName": {"eq": "A"}}}, {"w": {"givenName": {"eq": "A"}}}),
        (WHERE, {"w": {"and": [{"givenName": {"eq": "A"}}] * 2}}, {"w": {"or": [{"givenName": {"eq": "A"}}] * 2}}),
        (WHERE, {"w": {"and": [{"givenName": {"eq": "A"}}]}}, {"w": {"and": [{"givenName": {"eq": "A"}}] * 2}}),
        (WHERE, {"w": {"siblings": {"some": {"givenName": {"eq": "A"}}}}},
         {"w": {"siblings": {"every": {"givenName": {"eq": "A"}}}}}),
        (ORDER, {"o": [{"familyName": "ASC"}]}, {"o": [{"familyName": "DESC"}]}),
        (ORDER, {"o": [{"familyName": "ASC"}]}, {"o": [{"familyName": "ASC"}, {"givenName": "ASC"}]}),
        (ORDER, {}, {"o": [{"familyName": "ASC"}]}),
        (FIRST, {}, {"n": 3}),
        (AFTER, {}, {"c": f"8053321281.BE_{UUID_TEXT}"}),
        (NODES, {"ids": [f"Child_BE_{UUID_TEXT}"]}, {"ids": [f"Home_BE_{UUID_TEXT}"]}),
        (NODES, {"ids": [f"Child_BE_{UUID_TEXT}"]}, {"ids": [f"Child_BE_{UUID_TEXT}", f"Home_BE_{UUID_TEXT}"]}),
        (NODES, {"ids": []}, {"ids": [f"Home_BE_{UUID_TEXT}"]}),
    ],
)  # fmt: skip
def test_requests_that_do_not(document: str, one: dict[str, object], other: dict[str, object]) -> None:
    """Null tests, presence, structure, orderings and the types that ids name make another statement."""
    assert sql(document, "office", **one) != sql(document, "office", **other)


def test_literal_page_sizes_stand_in_the_text() -> None:
    """A page size in the document is part of the SQL; one in a variable is a parameter for all sizes."""
    three, four = "{ homes(first: 3) { nodes { id } } }", "{ homes(first: 4) { nodes { id } } }"
    assert sql(three) == sql(four).replace("LIMIT 4", "LIMIT 3")
    assert sql(three) != sql(four)
    assert prepare(FIRST, "office", n=3).plan is prepare(FIRST, "office", n=4).plan


def test_null_for_paging_counts_as_absent() -> None:
    """first, last, after and before as null say nothing."""
    plain = sql("{ children { nodes { id } } }")
    assert sql(FIRST, "office", n=None) == plain
    assert sql(AFTER, "office", c=None) == plain
    assert sql("{ children(first: null, last: null, after: null, before: null) { nodes { id } } }") == plain
    assert sql("{ children(first: 2, last: null) { nodes { id } } }").count("LIMIT 2") == 1


def test_tiers_have_their_own_plans() -> None:
    """Each tier's statement has its own tenant predicate."""
    document = "{ programmes { nodes { id } } }"
    assert len({sql(document, tier) for tier in ("caseworker", "office", "region", "headquarters")}) == 4
    assert prepare(document, "office").plan is prepare(document, "kenya").plan


@pytest.mark.parametrize("order", ["skip", "include"])
def test_conditions_choose_the_plan(order: str) -> None:
    """@skip and @include decide what is selected, from literals and variables alike."""
    written = f"query ($on: Boolean!) {{ homes {{ nodes {{ id name @{order}(if: $on) }} }} }}"
    literal = f"{{ homes {{ nodes {{ id name @{order}(if: true) }} }} }}"
    assert sql(written, "office", on=True) == sql(literal)
    assert ("name" in sql(written, "office", on=True)) == (order == "include")
    assert ("name" in sql(written, "office", on=False)) == (order == "skip")


@pytest.mark.parametrize(
    "document",
    [
        "query ($w: ChildWhere) { children(where: { not: $w }) { totalCount } }",
        "query ($f: TextFilter) { children(where: { familyName: $f }) { totalCount } }",
        "query ($t: String) { children(where: { familyName: { eq: $t } }) { totalCount } }",
        "query ($o: [ChildOrderBy!]) { children(orderBy: $o) { totalCount } }",
    ],
)
def test_null_is_no_condition(document: str) -> None:
    """A variable that is null where a condition or an ordering belongs is refused: it could mean all or nothing."""
    name = document.partition("$")[2][0]
    with pytest.raises(BadUserInput, match="null"):
        prepare(document, "office", **{name: None})


def test_an_absent_variable_inside_a_filter_leaves_its_operator_out() -> None:
    """A variable without a value inside an object takes its key away, as the specification says."""
    document = 'query ($t: String) { children(where: { familyName: { eq: $t, startsWith: "A" } }) { totalCount } }'
    assert sql(document) == sql('{ children(where: { familyName: { startsWith: "B" } }) { totalCount } }')


def test_a_cached_plan_checks_what_the_planner_checked() -> None:
    """What depends on a value is checked on every request, also where the plan is remembered."""
    prepare(NODES, "office", ids=[f"Child_BE_{UUID_TEXT}"])
    for ids in ([f"Child_BE_{UUID_TEXT}"] * 101, [f"Child_BE_{UUID_TEXT}", "Child_"], [f"Child_be_{UUID_TEXT}"]):
        with pytest.raises(BadUserInput):
            prepare(NODES, "office", ids=ids)
    node = "query ($id: ID!) { node(id: $id) { id } }"
    (refusal,) = prepare(node, "headquarters", id=f"Child_BE_{UUID_TEXT}").plan.refusals
    assert isinstance(refusal, Forbidden)
    with pytest.raises(BadUserInput):
        prepare(node, "headquarters", id="Child_BE_x")
