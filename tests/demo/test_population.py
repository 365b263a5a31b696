"""A population that lives: what is true of a country after twenty years, within bounds.

The rates that it lives by stand in `graph/demo/rates.py`, with their sources.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import mean
from typing import Any

import pytest

from graph.demo.rates import YEARS
from graph.entities.home_form import SETTING_OF, HomeSetting
from tests.demo.told import FAMILY_FORMS, TODAY, Rows, Tables, by_id, told

COUNTRIES = ("BE", "KE")
A_YEAR = timedelta(days=365)
FIVE_YEARS = 5 * A_YEAR

DIGEST = """
import hashlib
from datetime import date
from countries.register.register import load_register
from graph.demo import country_rows
digest = hashlib.sha256()
for batch in country_rows(load_register()["KE"], 120, 4, date(2026, 11, 22)):
    for row in batch.rows:
        digest.update(repr(row).encode())
print(digest.hexdigest())
"""
"""Enumerations and days stand in a row as they are written: nothing of it hangs on where it lies in memory."""


@pytest.fixture(params=COUNTRIES)
def country(request: pytest.FixtureRequest) -> Tables:
    """A country of a thousand children."""
    return told((request.param, 1000, 1, TODAY))


def _digest(**environment: str) -> str:
    told_there = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", DIGEST],
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.getcwd(), **environment},  # noqa: PTH109 - as it is
        capture_output=True,
        check=True,
        text=True,
    )
    return told_there.stdout.strip()


def test_a_seed_tells_the_same_on_every_machine() -> None:
    """Whatever order sets have there, whatever language it speaks, whatever its clock says: every row is the same."""
    here = _digest(PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    assert here == _digest(PYTHONHASHSEED="777", LC_ALL="tr_TR.UTF-8", TZ="Pacific/Kiritimati")
    assert len(here) == len(hashlib.sha256().hexdigest())


def test_children_came_in_every_year_and_more_come_now(country: Tables) -> None:
    """For twenty years; in the last five more than in the first five."""
    years = Counter(row["started_on"].year for row in country["care_episode"])
    assert min(years) >= TODAY.year - YEARS
    assert all(years[year] for year in range(TODAY.year - YEARS + 1, TODAY.year + 1))
    first, last = (sum(years[TODAY.year - back] for back in backs) for backs in (range(15, 20), range(1, 6)))
    assert first < last < 4 * first


def test_those_who_came_long_ago_are_grown_up_and_gone(country: Tables) -> None:
    """A quarter is of age; nobody of twenty-six lives in a home."""
    living = {row["child_id"] for row in country["placement"] if row["ended_on"] is None}
    known = [child for child in country["child"] if child["birth_date"]]
    ages = {child["id"]: (TODAY - child["birth_date"]).days / 365.25 for child in known}
    assert 0.15 < mean(age >= 18 for age in ages.values()) < 0.5
    assert all(age < 26 for child, age in ages.items() if child in living)


def test_many_go_home_and_some_are_back_within_five_years(country: Tables) -> None:
    """Of whoever left care every third or second one went to the family; of those one to four in ten are back."""
    left = [row for row in country["care_episode"] if row["ended_on"] is not None]
    home = [row for row in left if row["destination"] == "FAMILY"]
    assert 0.3 < len(home) / len(left) < 0.7
    came = defaultdict(list)
    for row in country["care_episode"]:
        came[row["child_id"]].append(row["started_on"])
    long_ago = [row for row in home if row["ended_on"] < TODAY - FIVE_YEARS]
    back = [
        any(row["ended_on"] <= day <= row["ended_on"] + FIVE_YEARS for day in came[row["child_id"]]) for row in long_ago
    ]
    assert 0.07 < mean(back) < 0.45


def test_few_move_often(country: Tables) -> None:
    """Of those in care one in ten at most has had three places within the year; some have moved."""
    here = {row["child_id"] for row in country["placement"] if row["ended_on"] is None}
    since = Counter(
        row["child_id"]
        for row in country["placement"]
        if row["child_id"] in here and (row["ended_on"] is None or row["ended_on"] > TODAY - A_YEAR)
    )
    assert mean(times >= 3 for times in since.values()) < 0.1
    assert mean(times >= 2 for times in since.values()) > 0.05


def test_brothers_and_sisters_mostly_live_together(country: Tables) -> None:
    """Of the pairs in care, seven to nine in ten."""
    where = {row["child_id"]: row["home_id"] for row in country["placement"] if row["ended_on"] is None}
    pairs = [
        where[bond["child_id"]] == where[bond["sibling_id"]]
        for bond in country["sibling_bond"]
        if bond["kind"] != "SOCIAL" and {bond["child_id"], bond["sibling_id"]} <= where.keys()
    ]
    assert 0.65 < mean(pairs) < 0.95


def test_families_are_helped_instead_of_losing_their_children(country: Tables) -> None:
    """One child in eight and more never came into care; most of their families were helped, and poverty took nobody."""
    placed = {row["child_id"] for row in country["placement"]}
    home = {child["id"] for child in country["child"]} - placed
    assert 0.08 < len(home) / 1000 < 0.3
    asked = [row for row in country["gatekeeping_assessment"] if row["child_id"] in home and row["outcome"]]
    assert mean(row["outcome"] == "SUPPORT_FAMILY" for row in asked) > 0.5
    poor = [row for row in country["gatekeeping_assessment"] if row["poverty_only"] == "YES"]
    assert poor
    assert all(row["outcome"] == "SUPPORT_FAMILY" for row in poor)


def test_help_was_tried_before_some_children_came(country: Tables) -> None:
    """Of those in care every tenth and more was kept at home first, and what helped then ended as they came."""
    firsts = {row["child_id"]: row["started_on"] for row in reversed(country["care_episode"])}
    tried = {
        row["child_id"]
        for row in country["gatekeeping_assessment"]
        if row["outcome"] == "SUPPORT_FAMILY" and row["opened_on"] < firsts.get(row["child_id"], date.min)
    }
    assert 0.1 < len(tried) / len(firsts) < 0.5
    helped = {row["child_id"] for row in country["support_service"] if row["origin"] == "GATEKEEPING"}
    assert tried & helped


def test_whoever_leaves_alone_is_of_age(country: Tables) -> None:
    """Nobody goes its own way before the law calls it adult."""
    born = {child["id"]: child["birth_date"] for child in country["child"] if child["birth_date_precision"] == "DAY"}
    left = [row for row in country["placement"] if row["end_reason"] == "INDEPENDENT_LIVING"]
    alone = [row for row in left if row["child_id"] in born]
    assert len(alone) > 30
    assert all((row["ended_on"] - born[row["child_id"]]).days >= 18 * 365 for row in alone)


def _left_in_a_year(country: Tables, kind: str) -> float:
    """Of how many who were there in a year somebody has left, over the last ten years."""
    left, years = 0, 0.0
    for row in country["caregiver"]:
        if row["kind"] == kind:
            first, last = max(row["engaged_on"], TODAY - 10 * A_YEAR), row["left_on"] or TODAY
            years += max((last - first).days, 0) / 365
            left += row["left_on"] is not None and first < row["left_on"]
    return left / years


def test_carers_leave_and_others_come(country: Tables) -> None:
    """Staff leaves more often than families do; nearly every home that is open has somebody who cares."""
    assert 0.15 < _left_in_a_year(country, "STAFF") < 0.4
    assert 0.02 < _left_in_a_year(country, "FAMILY_CARER") < 0.2
    cared = {
        row["home_id"]
        for row in country["caregiver_assignment"]
        if row["home_id"] and row["ended_on"] is None and row["role"] != "LIVES_THERE"
    }
    homes = [home["id"] for home in country["home"] if home["closed_on"] is None]
    assert 0.9 < mean(home in cared for home in homes) <= 1
    assert any(row["end_reason"] == "HANDED_OVER" and row["child_id"] for row in country["caregiver_assignment"])


def test_most_children_have_one_key_carer_at_a_time(country: Tables) -> None:
    """Nine in ten of those in care have one today, and nobody two."""
    today = [row["child_id"] for row in country["caregiver_assignment"] if row["child_id"] and row["ended_on"] is None]
    living = {row["child_id"] for row in country["placement"] if row["ended_on"] is None}
    assert len(set(today)) == len(today)
    assert len(living & set(today)) > 0.85 * len(living)


def test_coming_home_is_tried_first(country: Tables) -> None:
    """Of those who went home of late every second one has spent weekends there; carers rest, and some fall ill."""
    home = [
        row["child_id"]
        for row in country["placement"]
        if row["end_reason"] == "REUNIFICATION_WITH_FAMILY" and row["ended_on"] > TODAY - 3 * A_YEAR
    ]
    tried = {row["child_id"] for row in country["temporary_stay"] if row["kind"] == "TRIAL_AT_HOME"}
    assert 0.3 < mean(child in tried for child in home) < 0.95
    kinds = Counter(row["kind"] for row in country["temporary_stay"])
    assert kinds["RESPITE"] > kinds["HOSPITAL"] > 0
    assert sum(row["home_id"] is not None for row in country["temporary_stay"]) > 0.3 * kinds["RESPITE"]


def test_most_children_have_a_parent_who_lives(country: Tables) -> None:
    """Four of five and more, as homes in many countries find."""
    there = Counter(row["parents_at_entry"] for row in country["care_episode"])
    assert 0.6 < 1 - there["NONE"] / sum(there.values()) < 0.95


def _meeting(country: Tables) -> Rows:
    """Contacts with relatives, which were held or missed."""
    return [row for row in country["family_contact"] if row["relative_id"] and (row["held_on"] or row["missed_reason"])]


def test_most_children_in_care_meet_their_family(country: Tables) -> None:
    """Half and more within three months; one contact in seven to two in five that were planned did not come about."""
    living = {row["child_id"] for row in country["placement"] if row["ended_on"] is None}
    family = {"PARENT", "ADULT_FAMILY", "GUARDIAN"}
    met = {
        row["child_id"]
        for row in country["family_contact"]
        if row["held_on"] and row["held_on"] > TODAY - timedelta(days=91) and row["met_with"] in family
    }
    assert 0.5 < len(living & met) / len(living) < 0.95
    planned = [row for row in _meeting(country) if row["due_on"]]
    assert 0.15 < mean(row["missed_reason"] is not None for row in planned) < 0.4
    ahead = [row for row in country["family_contact"] if row["due_on"] and row["due_on"] > TODAY]
    assert ahead
    assert not any(row["held_on"] or row["missed_reason"] for row in ahead)


def test_nobody_meets_whom_it_may_not_or_whoever_has_died(country: Tables) -> None:
    """And nobody whom nobody finds; some of each are on record."""
    people = by_id(country["relative"])
    assert {"NOT_NOW", "FORBIDDEN"} <= {row["contact"] for row in people.values()}
    assert any(row["living"] == "NO" for row in people.values())
    for row in _meeting(country):
        person = people[row["relative_id"]]
        assert row["child_id"] == person["child_id"]
        assert person["contact"] not in {"NOT_NOW", "FORBIDDEN"}
        assert person["whereabouts"] == "KNOWN"
        assert person["died_on"] is None or row["held_on"] is None or row["held_on"] < person["died_on"]


def test_brothers_and_sisters_share_their_people(country: Tables) -> None:
    """One person stands in the file of each with one name; a mother of half-brothers is another one's step-parent."""
    shared: dict[object, Rows] = defaultdict(list)
    for row in country["relative"]:
        shared[row["person_id"]].append(row)
    several = [rows for rows in shared.values() if len(rows) > 1]
    assert len(several) > 300
    assert all(len({(row["given_name"], row["birth_date"], row["living"]) for row in rows}) == 1 for rows in several)
    assert any(row["caregiver_id"] for row in country["relative"])


def test_brothers_and_sisters_who_live_apart_have_a_decision_and_meet(country: Tables) -> None:
    """Half and more of those who live apart: somebody has decided it, and they are in touch; both files say so."""
    where = {row["child_id"]: row["home_id"] for row in country["placement"] if row["ended_on"] is None}
    apart = {
        (bond["child_id"], bond["sibling_id"])
        for bond in country["sibling_bond"]
        if bond["kind"] != "SOCIAL"
        and {bond["child_id"], bond["sibling_id"]} <= where.keys()
        and where[bond["child_id"]] != where[bond["sibling_id"]]
    }
    decided = {(row["child_id"], row["sibling_id"]) for row in country["decision"] if row["kind"] == "SIBLINGS_APART"}
    met = {(row["child_id"], row["sibling_id"]) for row in country["family_contact"] if row["sibling_id"]}
    assert 0.4 < mean(pair in decided for pair in apart) < 1
    assert 0.6 < mean(pair in met for pair in apart) < 1
    assert all((other, one) in decided for one, other in decided)
    assert all(row["look_again_on"] for row in country["decision"] if row["kind"] in {"SIBLINGS_APART", "CONTACT"})


def test_most_children_are_heard_on_what_is_decided(country: Tables) -> None:
    """Six in ten decisions and more have the child's own word, or that it was asked."""
    heard = {row["decision_id"] for row in country["participation"] if row["role"] == "CHILD" and row["decision_id"]}
    assert 0.6 < mean(row["id"] in heard for row in country["decision"]) < 0.95


def test_homes_open_and_close_and_are_lived_in(country: Tables) -> None:
    """In each five years some open; some have closed; of the places of families and groups half and more are taken."""
    opened = Counter((TODAY.year - home["opened_on"].year) // 5 for home in country["home"])
    assert all(opened[place] for place in range(4))
    assert any(home["closed_on"] for home in country["home"])
    homes = by_id(country["home"])
    places = sum(home["capacity"] for home in homes.values() if home["closed_on"] is None)
    taken = sum(row["ended_on"] is None for row in country["placement"])
    assert 0.3 < taken / places < 1


def test_the_smallest_live_in_families(country: Tables) -> None:
    """Nine in ten of the under-threes who have ever come (UN Guidelines, paragraph 22)."""
    homes, born = by_id(country["home"]), {child["id"]: child["birth_date"] for child in country["child"]}
    small = [homes[row["home_id"]]["form"] in FAMILY_FORMS for row in _of_the_small(country["placement"], born)]
    assert len(small) > 20
    assert mean(small) > 0.9


def _of_the_small(placements: Rows, born: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for row in placements:
        birth = born[row["child_id"]]
        if birth is not None and row["home_id"] is not None and (row["started_on"] - birth).days < 3 * 365:
            yield row


def test_a_young_country_has_nobody_grown_up() -> None:
    """Fewer children than a site has, and all of their families have children today."""
    small = told(("KE", 40, 7, TODAY))
    assert all(SETTING_OF[home["form"]] in set(HomeSetting) for home in small["home"])
    assert all((TODAY - child["birth_date"]).days < 24 * 366 for child in small["child"] if child["birth_date"])
