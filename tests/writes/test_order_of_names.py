"""Lists order as people of the country order, whatever is written by whichever way, in cursors too."""

# ruff: noqa: RUF001 - letters of other scripts are the point

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countries.tenancy.caller import Caller, Tier
from graph.bulk.keys_anew import make_keys
from graph.entities import graph_model
from graph.text import TextForm, normal
from tests.owning import assert_keys_agree

if TYPE_CHECKING:
    from countries.register.register import Register
    from tests.writes.writes import Writes

IN_ORDER = {
    "SE": ["Andersson", "Vik", "Wall", "Zorn", "Åberg", "Ärlig", "Öberg"],
    "FI": ["Ahonen", "Zorn", "Åberg", "Öhman"],
    "DK": ["Andersen", "Zahle", "Æble", "Østergaard", "Aaberg", "Aarup", "Åse"],
    "DE": ["Muller", "Müller", "Mvz", "Strab", "Strasse", "Straße"],
    "CZ": ["Cimrman", "Čech", "Dvořák", "Hrubý", "Chalupa", "Ivan"],
    "HU": ["Cukor", "Czakó", "Csaba", "Dudás"],
    "EE": ["Saar", "Šor", "Zed", "Žukov", "Tamm", "Õun"],
    "ES": ["Canto", "Caño", "Caos", "Llano", "Luz", "Núñez", "Nuño"],
    "NL": ["de Boer", "De Boer", "Ibo", "IJsbrand", "van Dijk", "Van Eyck", "Yves"],
    "FR": ["Cote", "Coté", "Côte", "Côté", "Éboué", "Ecker", "Élan", "Oeuf", "Œuvrard"],
    "TR": ["Cem", "Çelik", "Ihsan", "Ilgaz", "İnan", "Su", "Şahin"],
    "VN": ["An", "Dũng", "Đào"],
    "RU": ["Егор", "Ёлка", "Жук", "Яков", "Zed"],
    "UA": ["Ганна", "Ґонта", "Іван", "Їжак", "Яна"],
    "EG": ["آمنة", "أحمد", "باسم", "محمد", "Adam"],
    "ET": ["ሀና", "ለማ", "አበበ", "Abel"],
    "CN": ["李", "王", "张", "Anna"],
    "KE": ["Home 2", "Home 10", "House 1"],
}
"""Names as people of a country order them, by country; each is one that the letters' codes, or another country, would
order otherwise."""
LIST = """
query L($first: Int, $last: Int, $after: String, $before: String, $order: [CommunityPartnerOrderBy!]) {
  communityPartners(first: $first, last: $last, after: $after, before: $before, orderBy: $order) {
    nodes { name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}
"""


def office(country: str) -> Caller:
    """The office of a country."""
    return Caller("oscar", Tier.OFFICE, (country,), (), "https://login.example")


async def walked(writes: Writes, caller: Caller, direction: str, *, backward: bool = False) -> list[str]:
    """The names of a country's partners, two at a time."""
    found: list[str] = []
    cursor, more = None, True
    while more:
        size = {"last": 2, "before": cursor} if backward else {"first": 2, "after": cursor}
        body = await writes.send(LIST, caller, order=[{"name": direction}], **size)
        assert "errors" not in body, body
        page = body["data"]["communityPartners"]
        names = [node["name"] for node in page["nodes"]]
        found = [*names, *found] if backward else [*found, *names]
        more = page["pageInfo"]["hasPreviousPage" if backward else "hasNextPage"]
        cursor = page["pageInfo"]["startCursor" if backward else "endCursor"]
    return found


@pytest.mark.parametrize("country", IN_ORDER)
async def test_names_stand_as_people_of_the_country_order_them(writes: Writes, country: str) -> None:
    """By cursors both ways and in both directions; another country sees none of them."""
    names, caller = IN_ORDER[country], office(country)
    was = set(await walked(writes, caller, "ASC"))
    for name in sorted(names, key=lambda each: each[::-1]):
        await writes.ok("addCommunityPartner", caller, name=name, kind="SCHOOL")
    ours = [name for name in await walked(writes, caller, "ASC") if name not in was]
    assert ours == names
    assert [name for name in await walked(writes, caller, "ASC", backward=True) if name not in was] == names
    assert [name for name in await walked(writes, caller, "DESC") if name not in was] == names[::-1]
    assert await walked(writes, office("IE"), "ASC") == []


async def test_a_name_that_changes_moves_and_equality_stays_exact(writes: Writes) -> None:
    """A list follows a change at once; `eq` and `startsWith` tell capitals and accents apart, as ever."""
    caller = office("NO")
    rows = [
        await writes.ok("addCommunityPartner", caller, name=name, kind="SCHOOL") for name in ("Ås", "Bygdøy", "Øst")
    ]
    assert await walked(writes, caller, "ASC") == ["Bygdøy", "Øst", "Ås"]
    await writes.ok("updateCommunityPartner", caller, id=rows[0]["id"], version=1, name="as")
    assert await walked(writes, caller, "ASC") == ["as", "Bygdøy", "Øst"]
    query = "query F($where: CommunityPartnerWhere) { communityPartners(where: $where) { nodes { name } } }"
    for where, found in (
        ({"name": {"eq": "As"}}, []), ({"name": {"eq": "as"}}, ["as"]), ({"name": {"startsWith": "O"}}, []),
        ({"name": {"startsWith": "Ø"}}, ["Øst"]), ({"name": {"gte": "a"}}, ["as", "Øst"]),
    ):  # fmt: skip
        body = await writes.send(query, caller, where=where)
        assert sorted(node["name"] for node in body["data"]["communityPartners"]["nodes"]) == found, where


async def test_who_ties_is_ordered_by_what_comes_next(writes: Writes) -> None:
    """Families first, then given names, and of children alike the identity; who has no family name stands last."""
    home = await writes.home(capacity=9)
    for family, name in (("Zoë", "A"), ("Zoe", "Ömer"), ("Zoe", "Odo"), (None, "Aa"), ("Zoe", "Odo")):
        await writes.child(home, familyName=family, givenName=name)
    text = (
        "query C($home: ID!) { home(id: $home) { children(orderBy: [{ familyName: ASC }, { givenName: ASC }])"
        " { nodes { id familyName givenName } } } }"
    )
    body = await writes.send(text, "office", home=home["id"])
    nodes = body["data"]["home"]["children"]["nodes"]
    assert [(node["familyName"], node["givenName"]) for node in nodes] == [
        ("Zoe", "Odo"), ("Zoe", "Odo"), ("Zoe", "Ömer"), ("Zoë", "A"), (None, "Aa"),
    ]  # fmt: skip
    assert nodes[0]["id"] < nodes[1]["id"]


async def test_lists_of_many_countries_have_one_order(writes: Writes) -> None:
    """Headquarters order the programmes of all countries by CLDR's root, which no country's language changes."""
    names = {"DK": "Aarhus", "SE": "Åbo", "BE": "Ako", "CZ": "Chalupa", "HR": "Čakovec", "RU": "Москва", "ET": "አዲስ"}
    for country, name in names.items():
        await writes.ok("startProgramme", office(country), name=name, kind="EDUCATION", startedOn="2020-01-01")
    text = (
        "query P($of: [String!]!, $by: [ProgrammeOrderBy!]) { programmes(where: { name: { in: $of } }, orderBy: $by)"
        " { nodes { name } } }"
    )
    for as_ in ("headquarters", Caller("rosa", Tier.REGION, tuple(names), (), "https://login.example")):
        body = await writes.send(text, as_, of=list(names.values()), by=[{"name": "ASC"}])
        found = [node["name"] for node in body["data"]["programmes"]["nodes"]]
        assert found == ["Aarhus", "Åbo", "Ako", "Čakovec", "Chalupa", "Москва", "አዲስ"]


async def test_who_may_not_read_a_name_may_not_order_by_it(writes: Writes) -> None:
    """A home's name is the country's: for headquarters its place in an order is forbidden too, and nothing leaks."""
    for as_ in ("headquarters", "region"):
        body = await writes.send("{ homes(orderBy: [{ name: ASC }]) { nodes { id } } }", as_)
        assert [error["extensions"]["code"] for error in body["errors"]] == ["FORBIDDEN"]


async def test_countries_stand_as_people_look_for_them(writes: Writes, register: Register) -> None:
    """Côte d'Ivoire before Croatia, Türkiye before Uganda: in one order for all."""
    body = await writes.send("{ countries(first: 200, orderBy: [{ name: ASC }]) { nodes { name } } }", "headquarters")
    names = [node["name"] for node in body["data"]["countries"]["nodes"]]
    assert len(names) == len(register)
    assert all(normal(name, TextForm.NAME) == name for name in names)
    for before, after in (("Côte d'Ivoire", "Croatia"), ("Türkiye", "Uganda")):
        assert names.index(before) < names.index(after)


async def test_the_graph_tells_nothing_of_keys(writes: Writes) -> None:
    """They are no field, filter or order; no history, past or feed names them."""
    child = await writes.child(givenName="Åsa")
    await writes.ok("updateChild", id=child["id"], version=1, givenName="Östen")
    body = await writes.send(
        "query Q($id: ID!, $now: DateTime!) { child(id: $id) { history { before after } asKnownAt(instant: $now) }"
        " changes { nodes { __typename } } __schema { types { fields { name } inputFields { name } } } }",
        "office", id=child["id"], now="2100-01-01T00:00:00Z",
    )  # fmt: skip
    told = str(body["data"])
    assert "Östen" in told
    keys = {column.label for entity in graph_model().kept for column in entity.stored.values() if column.made}
    assert keys
    assert not [key for key in keys if f"'{key}'" in told]


async def test_keys_are_made_anew(writes: Writes) -> None:
    """Rows without a key, rows that another server has written since, and all of a country of another order."""
    operator = writes.operator
    await writes.child(givenName="Ida", familyName=None)
    await operator.execute("UPDATE home SET name_order = '' WHERE country_code = 'BE'")
    await operator.execute("UPDATE child SET family_name = 'Zoé', updated_at = now() WHERE country_code = 'NL'")
    await operator.execute("UPDATE child SET family_name_order = 'of before' WHERE country_code = 'KE'")
    await operator.execute("UPDATE text_rules SET keys = 'ICU 4' WHERE code = 'KE'")
    before = await operator.fetch("SELECT id, version FROM child ORDER BY country_code, id")
    changes = await operator.fetchval("SELECT count(*) FROM change")
    written = await make_keys(operator)
    assert written > 0
    await assert_keys_agree(operator, graph_model())
    assert await operator.fetch("SELECT id, version FROM child ORDER BY country_code, id") == before
    assert await operator.fetchval("SELECT count(*) FROM change") == changes
    assert await make_keys(operator) == 0
