"""A country is as mixed as the field knows it, and names are those of its languages."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from countries.register.register import Register
from graph.demo import country_rows
from graph.demo.names import locale_of, names_of
from graph.demo.places import places_of
from graph.entities import graph_model
from graph.entities.child import Sex
from graph.kinds.kind import Kind
from graph.text import normal
from tests.demo.told import CASES, FAMILY_FORMS, TODAY, by_id, told


def test_every_text_is_in_its_form(register: Register) -> None:
    """Names of every language are kept as the graph keeps them: nothing of the demonstration would be back-filled."""
    model = graph_model().by_table
    loose = [
        (code, batch.table, name)
        for code, country in register.items()
        for batch in country_rows(country, 5, 1, TODAY)
        if batch.table in model
        for place, name in enumerate(batch.columns)
        if model[batch.table].stored[name].kind is Kind.TEXT and model[batch.table].stored[name].made is None
        for row in batch.rows
        if row[place] is not None and normal(str(row[place]), model[batch.table].stored[name].form) != row[place]
    ]
    assert not loose


def test_lives_differ() -> None:
    """A thousand children show what the field knows: gaps, reunions, unknown birthdays, one name, every sex."""
    tables = told(CASES[-1])
    children, placements, bonds = tables["child"], tables["placement"], tables["sibling_bond"]
    assert {child["sex"] for child in children} == set(Sex)
    assert {child["birth_date_precision"] for child in children} == {None, "DAY", "MONTH", "YEAR", "ESTIMATED"}
    assert any(child["family_name"] is None for child in children)
    assert {child["first_language"] for child in children} == {None, "nl", "fr", "de"}
    assert {bond["kind"] for bond in bonds} == {"FULL", "HALF", "STEP", "ADOPTIVE", "SOCIAL"}
    assert any(bond["ended_on"] for bond in bonds)
    assert {placement["start_reason"] for placement in placements} >= {
        "ADMISSION", "MOVE", "EMERGENCY", "REUNITING_SIBLINGS", "RETURN_TO_CARE", "TOWARDS_INDEPENDENCE",
    }  # fmt: skip
    assert {placement["end_reason"] for placement in placements} >= {
        None, "MOVE", "REUNIFICATION_WITH_FAMILY", "ADOPTION", "INDEPENDENT_LIVING", "HOME_CLOSED",
    }  # fmt: skip
    assert any(home["closed_on"] for home in tables["home"])
    assert len({link["kind"] for link in tables["community_link"]}) == 10
    assert any(link["partner_id"] is None for link in tables["community_link"])


def test_many_children_are_in_care_and_many_have_left() -> None:
    """Of a thousand children of twenty years four in ten live in a home today; most of the others have gone."""
    today = sum(placement["ended_on"] is None for placement in told(CASES[-1])["placement"])
    assert 350 < today < 550


def test_small_children_live_in_families() -> None:
    """Of those under three in care today, nine in ten live in a family (UN Guidelines, paragraph 22)."""
    tables = told(CASES[-1])
    homes, children = by_id(tables["home"]), by_id(tables["child"])
    small = [
        homes[placement["home_id"]]["form"]
        for placement in tables["placement"]
        if placement["ended_on"] is None
        and (born := children[placement["child_id"]]["birth_date"]) is not None
        and (TODAY - born).days < 3 * 365
    ]
    assert len(small) > 10
    assert sum(form in FAMILY_FORMS for form in small) >= 0.9 * len(small)


def test_most_brothers_and_sisters_live_together_and_some_do_not() -> None:
    """Of the siblings under fourteen in care today, four in five share a home (UN Guidelines, paragraph 17)."""
    tables = told(CASES[-1])
    children = by_id(tables["child"])
    young = {
        child["id"]
        for child in children.values()
        if child["birth_date"] is not None and (TODAY - child["birth_date"]).days < 14 * 365
    }
    where = {row["child_id"]: row["home_id"] for row in tables["placement"] if row["ended_on"] is None}
    pairs = [
        where[bond["child_id"]] == where[bond["sibling_id"]]
        for bond in tables["sibling_bond"]
        if bond["kind"] == "FULL" and {bond["child_id"], bond["sibling_id"]} <= young & where.keys()
    ]
    assert 0.8 * len(pairs) <= sum(pairs) < len(pairs)


@pytest.mark.parametrize("code", ["BE", "KE"])
def test_some_siblings_and_homes_belong_to_another_programme(code: str) -> None:
    """A caseworker meets siblings and homes of which only the name may be shown."""
    tables = told((code, 1000, 1, TODAY))
    children, homes = by_id(tables["child"]), by_id(tables["home"])
    assert any(
        children[bond["child_id"]]["programme_id"] != children[bond["sibling_id"]]["programme_id"]
        for bond in tables["sibling_bond"]
    )
    assert any(
        placement["ended_on"] is None and placement["programme_id"] != homes[placement["home_id"]]["programme_id"]
        for placement in tables["placement"]
    )


def test_every_country_and_language_has_names_that_faker_knows(register: Register) -> None:
    """No country falls through to names that Faker makes up for want of a list, and each has places enough."""
    for country in register.values():
        for language in country.languages:
            assert find_spec(f"faker.providers.person.{locale_of(country, language)}") is not None
        assert len(places_of(country)) >= 8


@pytest.mark.parametrize(
    ("locale", "brother", "sister"),
    [("cs_CZ", "ný", "ná"), ("ru_RU", "ов", "ова"), ("is_IS", "son", "dóttir"), ("lv_LV", "iņš", "iņa")],
)
def test_sisters_and_brothers_bear_the_forms_of_one_name(locale: str, brother: str, sister: str) -> None:
    """Where family names have two forms, a sister's agrees with her brother's."""
    names = [name for name in names_of(locale).families if name.of(Sex.MALE).endswith(brother)]
    assert names
    for name in names:
        assert name.of(Sex.FEMALE) == name.of(Sex.MALE).removesuffix(brother) + sister
