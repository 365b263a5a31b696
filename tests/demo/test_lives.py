"""What is told could have happened: homes, stays, families and their days."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from graph.demo.homes import CAPACITY, most_at_once
from graph.entities.home_form import HomeForm
from tests.demo.told import CASES, LEAP_DAY, TODAY, Case, by_id, grouped, spans, told


def test_an_exception_is_made_for_a_stay_and_on_one_of_its_days() -> None:
    """It names the placement, its child and its home; not every stay that came in a hurry has one."""
    tables = told(CASES[-1])
    placements = by_id(tables["placement"])
    for row in tables["placement_exception"]:
        placement = placements[row["placement_id"]]
        assert [row[name] for name in ("child_id", "home_id", "programme_id")] == [
            placement[name] for name in ("child_id", "home_id", "programme_id")
        ]
        assert placement["started_on"] == row["dated"]
    hurried = [row for row in placements.values() if row["start_reason"] == "EMERGENCY"]
    assert 0 < len(tables["placement_exception"]) < len(hurried)


def test_only_a_programme_without_children_and_homes_has_ended() -> None:
    """Nothing is under it, and it ended after it began."""
    tables = told(CASES[-1])
    under = {row["programme_id"] for table in ("child", "home") for row in tables[table]}
    ended = [row for row in tables["programme"] if row["ended_on"] is not None]
    assert ended
    assert not under & {row["id"] for row in ended}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nobody_lives_in_two_homes_on_one_day(case: Case) -> None:
    """A child's placements are half-open times without a common day; only the last may be open."""
    for placements in grouped(told(case)["placement"], "child_id"):
        ordered = sorted(spans(placements), key=lambda span: span[0])
        for (_, left), (came, _) in pairwise(ordered):
            assert left is not None
            assert left <= came


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_home_is_ever_fuller_than_its_capacity(case: Case) -> None:
    """On every day of its history a home has a place for each child, and is open."""
    tables = told(case)
    homes = by_id(tables["home"])
    for placements in grouped([each for each in tables["placement"] if each["home_id"]], "home_id"):
        home = homes[placements[0]["home_id"]]
        assert most_at_once(spans(placements)) <= home["capacity"]
        for placement in placements:
            assert home["opened_on"] <= placement["started_on"]
            assert home["closed_on"] is None or placement["ended_on"] <= home["closed_on"]
            assert placement["home_name"] == home["name"]


def test_the_fullest_day_counts_who_comes_and_not_who_leaves() -> None:
    """Periods are half-open: on the day of a move the old place is free."""
    a_day = timedelta(days=1)
    assert most_at_once([(TODAY, TODAY + a_day), (TODAY + a_day, None)]) == 1
    assert most_at_once([(TODAY, TODAY + 2 * a_day), (TODAY + a_day, None)]) == 2


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_form_of_home_is_there_within_its_size(case: Case) -> None:
    """Each form of care has a home, and no home has more or fewer places than its form."""
    homes = told(case)["home"]
    assert {home["form"] for home in homes} == set(HomeForm)
    for home in homes:
        fewest, most = CAPACITY[home["form"]]
        assert fewest <= home["capacity"] <= most


@pytest.mark.parametrize("case", CASES, ids=str)
def test_brothers_and_sisters_hold_bonds_to_each_other(case: Case) -> None:
    """Each bond has its twin with the same kind and times, and names the child at its other end."""
    tables = told(case)
    children = by_id(tables["child"])
    bonds = {
        (bond["child_id"], bond["sibling_id"], bond["kind"], bond["started_on"], bond["ended_on"])
        for bond in tables["sibling_bond"]
    }
    assert len(bonds) == len(tables["sibling_bond"])
    for child, sibling, kind, started, ended in bonds:
        assert child != sibling
        assert (sibling, child, kind, started, ended) in bonds
    for bond in tables["sibling_bond"]:
        assert bond["sibling_name"] == children[bond["sibling_id"]]["given_name"]


@pytest.mark.parametrize("case", [*CASES, ("KE", 1000, 1, date(2026, 11, 29))], ids=str)
def test_a_pair_has_one_bond_at_a_time(case: Case) -> None:
    """Also two who grew up at one table, moved, and met again at another."""
    pairs: dict[tuple[UUID, UUID], list[tuple[date, date | None]]] = defaultdict(list)
    for bond in told(case)["sibling_bond"]:
        pairs[bond["child_id"], bond["sibling_id"]].append((bond["started_on"], bond["ended_on"]))
    for times in pairs.values():
        for (_, ended), (started, _) in pairwise(sorted(times, key=lambda time: time[0])):
            assert ended is not None
            assert ended <= started


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_responsible_programme_is_copied_faithfully(case: Case) -> None:
    """A child's placements, bonds and links name the child's programme; a home's links the home's."""
    tables = told(case)
    children, homes = by_id(tables["child"]), by_id(tables["home"])
    for table in ("placement", "sibling_bond", "community_link"):
        for row in tables[table]:
            whose = children[row["child_id"]] if row["child_id"] is not None else homes[row["home_id"]]
            assert row["programme_id"] == whose["programme_id"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_happens_before_its_time_or_after_today(case: Case) -> None:
    """Periods hold a day at least, none begins before what it belongs to, and every day and record is past."""
    tables = told(case)
    programmes, children, homes = (by_id(tables[table]) for table in ("programme", "child", "home"))
    for row in (row for rows in tables.values() for row in rows):
        for begin, end in (("started_on", "ended_on"), ("opened_on", "closed_on")):
            first = row.get(begin) or LEAP_DAY
            assert first <= case[3]
            assert row.get(end) is None or (row[begin] or row[end] - timedelta(days=1)) < row[end] <= case[3]
        assert row["created_at"] <= row["updated_at"]
        assert row["updated_at"].date() < case[3]
    for table, begin in (("child", "enrolled_on"), ("home", "opened_on")):
        for row in tables[table]:
            assert programmes[row["programme_id"]]["started_on"] <= row[begin]
    for link in tables["community_link"]:
        if link["child_id"] is not None:
            birth = children[link["child_id"]]["birth_date"]
            assert birth is None or birth < link["started_on"]
        else:
            assert homes[link["home_id"]]["opened_on"] <= link["started_on"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_ages_are_those_of_children_and_young_people(case: Case) -> None:
    """Who lives in a home is a child or young; how much of a birth date is known agrees with the day on record."""
    living = {row["child_id"] for row in told(case)["placement"] if row["ended_on"] is None}
    for child in told(case)["child"]:
        born, precision = child["birth_date"], child["birth_date_precision"]
        assert (born is None) == (precision is None)
        if born is not None:
            assert 0 <= (case[3] - born).days < (26 if child["id"] in living else 40) * 365.25
            assert precision not in {"MONTH", "YEAR", "ESTIMATED"} or born.day == 1
            assert precision not in {"YEAR", "ESTIMATED"} or born.month == 1


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_placement_has_an_end_reason_once_it_has_ended(case: Case) -> None:
    """Whoever has left, left for a reason; nobody dies in a made-up story."""
    for placement in told(case)["placement"]:
        assert (placement["ended_on"] is None) == (placement["end_reason"] is None)
        assert placement["end_reason"] != "DEATH"
