from __future__ import annotations

import asyncio
import multiprocessing
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from io import StringIO
from itertools import pairwise
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from rich.console import Console

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register, load_register
from countries.tenancy.logins import OPERATOR
from graph.declarations.base import Entity, TenantEntity
from graph.demo import counted, country_rows, largest_programmes, seed
from graph.demo.crew import crew_size
from graph.demo.fill import looked_up
from graph.demo.homes import CAPACITY, most_at_once
from graph.demo.names import locale_of, names_of
from graph.demo.places import places_of
from graph.demo.rows import PART
from graph.demo.stories import stories
from graph.demo.tables import KEY, PartRows, told_tables, untold
from graph.entities import all_entities, graph_model
from graph.entities.child import Sex
from graph.entities.home import HomeForm
from graph.errors import BadUserInput, Conflict, Unavailable
from graph.kinds.kind import Kind
from graph.kinds.values import stored_members
from graph.text import normal
from tests.conftest import CHILDREN, NOW, SEED, WORLD, copy_database

TODAY = date(2026, 11, 22)
LEAP_DAY = date(2024, 2, 29)
FAMILY_FORMS = frozenset({HomeForm.SOS_FAMILY, HomeForm.FOSTER_FAMILY, HomeForm.KINSHIP_FAMILY})
CASES = (
    ("BE", 100, 1, TODAY),
    ("KE", 100, 1, TODAY),
    ("JP", 120, 5, LEAP_DAY),
    ("BO", 7, 2, TODAY),
    ("BE", 1000, 1, TODAY),
)

Rows = list[dict[str, Any]]
Tables = dict[str, Rows]
Case = tuple[str, int, int, date]


@cache
def told(case: Case) -> Tables:
    """The story of a case, by table."""
    code, children, number, today = case
    tables: Tables = defaultdict(list)
    for batch in country_rows(load_register()[code], children, number, today):
        tables[batch.table] += [dict(zip(batch.columns, row, strict=True)) for row in batch.rows]
    return tables


def by_id(rows: Rows) -> dict[UUID, dict[str, Any]]:
    """Rows by their identity."""
    return {row["id"]: row for row in rows}


def grouped(rows: Rows, column: str) -> Iterator[Rows]:
    """Rows that share a value."""
    groups: dict[object, Rows] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return iter(groups.values())


def spans(rows: Iterable[dict[str, Any]]) -> list[tuple[date, date | None]]:
    """When each of the rows is in force."""
    return [(row["started_on"], row["ended_on"]) for row in rows]


def test_the_same_arguments_tell_the_same_story(register: Register) -> None:
    """Every batch of a second telling equals the first one, identities and times of recording included."""
    first = list(country_rows(register["KE"], 60, 1, TODAY))
    assert first == list(country_rows(register["KE"], 60, 1, TODAY))
    assert first != list(country_rows(register["KE"], 60, 2, TODAY))


def test_a_country_does_not_depend_on_the_others(register: Register) -> None:
    """A country's rows are the same whether it is told first, or after others have drawn names."""
    names_of.cache_clear()
    places_of.cache_clear()
    first = list(country_rows(register["RW"], 40, 1, TODAY))
    names_of.cache_clear()
    places_of.cache_clear()
    for other in ("BE", "KE"):
        list(country_rows(register[other], 40, 1, TODAY))
    assert first == list(country_rows(register["RW"], 40, 1, TODAY))


def test_every_table_of_a_country_has_its_story() -> None:
    """A table without a row in the demonstration is refused here, or says why nothing is told of it."""
    tables = {entity.table for entity in graph_model().by_type.values() if entity.is_tenant}
    filled = {table for table, rows in told(CASES[-1]).items() if rows}
    assert filled == tables - untold().keys()
    assert filled == told_tables().keys()


def test_a_story_by_itself_changes_no_other(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """With it, or without it, whatever else is told is the same."""
    every = list(country_rows(register["BE"], 60, 1, TODAY))
    for table in stories():
        fewer = {name: story for name, story in stories().items() if name != table}
        with monkeypatch.context() as patch:
            patch.setattr("graph.demo.rows.stories", lambda fewer=fewer: fewer)
            assert list(country_rows(register["BE"], 60, 1, TODAY)) == [each for each in every if each.table != table]


def test_a_story_of_no_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is named: a misspelled one would never be told."""
    monkeypatch.setattr("graph.demo.stories.told_tables", dict)
    stories.cache_clear()
    with pytest.raises(ValueError, match="no table of a country is called"):
        stories()
    stories.cache_clear()


@pytest.mark.parametrize("table", told_tables())
def test_every_column_is_filled_by_some_story(table: str) -> None:
    """A column that is empty in every row is refused here, or says why nothing is told of it."""
    rows = told(CASES[-1])[table]
    empty = {name for name in told_tables()[table] if all(row[name] is None for row in rows)}
    assert {f"{table}.{name}" for name in empty} == {name for name in untold() if name.startswith(f"{table}.")}


def test_what_nothing_is_told_of_says_why() -> None:
    """In a sentence, of a table or a column that there is."""
    for name, why in untold().items():
        table, _, column = name.partition(".")
        assert table in graph_model().by_table
        assert not column or column in graph_model().by_table[table].stored
        assert why.endswith(".")


@pytest.mark.parametrize("table", told_tables())
def test_every_column_that_a_client_sees_is_told_of(table: str) -> None:
    """The columns that COPY brings are the table's own, but for those that PostgreSQL works out or keeps for itself."""
    columns = Entity.metadata.tables[table].columns
    shown = {
        column.name
        for column in columns
        if column.computed is None and not (column.info["hearth"].hidden and column.info["hearth"].link is None)
    }
    assert set(told_tables()[table]) == shown | set(KEY)
    left = {column.name for column in columns} - set(told_tables()[table])
    assert all(columns[name].computed is not None or columns[name].server_default is not None for name in left)


def test_a_story_that_tells_of_no_column_is_refused() -> None:
    """A word that no table has is not dropped in silence; what a new row has by itself is filled in."""
    book = PartRows()
    with pytest.raises(ValueError, match="programme has no column colour that a story could fill"):
        book.rows("programme", [{"id": UUID(int=1), "colour": "red"}])
    ((*_, reached),) = book.rows("programme", [{"id": UUID(int=1), "name": "Here"}])
    assert reached == 0


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


def test_every_text_is_in_its_form(register: Register) -> None:
    """Names of every language are kept as the graph keeps them: nothing of the demonstration would be back-filled."""
    model = graph_model().by_table
    loose = [
        (code, batch.table, name)
        for code, country in register.items()
        for batch in country_rows(country, 5, 1, TODAY)
        if batch.table in model
        for place, name in enumerate(batch.columns)
        if model[batch.table].stored[name].kind is Kind.TEXT
        for row in batch.rows
        if row[place] is not None and normal(str(row[place]), model[batch.table].stored[name].form) != row[place]
    ]
    assert not loose


def test_enumerated_columns_hold_values_of_their_enumeration() -> None:
    """Each value of such a column is a member of what its entity declares."""
    seen = 0
    for entity in all_entities():
        if not issubclass(entity, TenantEntity):
            continue
        for column in entity.__table__.columns:  # type: ignore[attr-defined] # SQLModel makes it
            allowed = column.info["hearth"].enumeration
            if allowed is not None and column.computed is None:
                cells = [row[column.name] for row in told(CASES[-1])[entity.__tablename__]]  # type: ignore[index] # a string by now
                values = {each for cell in cells for each in (cell if isinstance(cell, list) else [cell])} - {None}
                assert values <= set(allowed)
                seen += len(values)
                lists = [cell for cell in cells if isinstance(cell, list)]
                assert lists == [stored_members(allowed)(cell) for cell in lists]
    assert seen > 50


def test_every_link_finds_its_row_in_an_earlier_batch(register: Register) -> None:
    """Written in their order, the batches satisfy every foreign key, also across the parts of a country."""
    seen: set[object] = set()
    for batch in country_rows(register["NL"], PART + 20, 1, TODAY):
        links = [number for number, name in enumerate(batch.columns) if name.endswith("_id")]
        for row in batch.rows:
            assert {row[number] for number in links} - {None} <= seen
        new = {row[1] for row in batch.rows}
        assert len(new) == len(batch.rows)
        assert not new & seen
        seen |= new


@pytest.mark.parametrize("children", [1, 2, 40, PART, PART + 1])
def test_there_are_as_many_children_as_asked_for(register: Register, children: int) -> None:
    """No family brings one child too many, and no part of a country loses one."""
    batches = country_rows(register["SE"], children, 4, TODAY)
    assert sum(len(batch.rows) for batch in batches if batch.table == "child") == children


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
    for placements in grouped(tables["placement"], "home_id"):
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
            assert row.get(begin, LEAP_DAY) <= case[3]
            assert row.get(end) is None or row[begin] < row[end] <= case[3]
        assert row["created_at"] <= row["updated_at"]
        assert row["updated_at"].date() < case[3]
        for begin in ("enrolled_on", "opened_on"):
            assert begin not in row or programmes[row["programme_id"]]["started_on"] <= row[begin]
    for link in tables["community_link"]:
        if link["child_id"] is not None:
            birth = children[link["child_id"]]["birth_date"]
            assert birth is None or birth < link["started_on"]
        else:
            assert homes[link["home_id"]]["opened_on"] <= link["started_on"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_ages_are_those_of_children_and_young_people(case: Case) -> None:
    """Nobody is older than 23, and how much of a birth date is known agrees with the day on record."""
    for child in told(case)["child"]:
        born, precision = child["birth_date"], child["birth_date_precision"]
        assert (born is None) == (precision is None)
        if born is not None:
            assert 0 <= (case[3] - born).days < 24 * 365.25
            assert precision not in {"MONTH", "YEAR", "ESTIMATED"} or born.day == 1
            assert precision not in {"YEAR", "ESTIMATED"} or born.month == 1


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_placement_has_an_end_reason_once_it_has_ended(case: Case) -> None:
    """Whoever has left, left for a reason; nobody dies in a made-up story."""
    for placement in told(case)["placement"]:
        assert (placement["ended_on"] is None) == (placement["end_reason"] is None)
        assert placement["end_reason"] != "DEATH"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_identities_are_of_version_7_and_begin_with_their_time(case: Case) -> None:
    """An id is a UUID of version 7 of the instant at which its row was recorded."""
    for row in (row for rows in told(case).values() for row in rows):
        assert row["id"].version == 7
        assert row["id"].int >> 80 == round(row["created_at"].timestamp() * 1000)


def test_case_numbers_are_unique_in_the_country() -> None:
    """No two children of a country share a number, also not in two parts of it."""
    numbers = [child["case_number"] for child in told(CASES[-1])["child"]]
    assert len(set(numbers)) == 1000


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


def test_most_children_are_in_care_and_some_are_not() -> None:
    """Of a thousand children more than half live in a home today, and more than a tenth in none."""
    today = sum(placement["ended_on"] is None for placement in told(CASES[-1])["placement"])
    assert 550 < today < 900


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
    assert len(small) > 20
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
    tables = told((code, 100, 1, TODAY))
    children, homes = by_id(tables["child"]), by_id(tables["home"])
    assert any(
        children[bond["child_id"]]["programme_id"] != children[bond["sibling_id"]]["programme_id"]
        for bond in tables["sibling_bond"]
    )
    assert any(
        placement["programme_id"] != homes[placement["home_id"]]["programme_id"] and placement["ended_on"] is None
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


ROWS_READ = """
SELECT t.relname AS table, t.seq_tup_read AS by_scan,
  sum(i.idx_tup_read) FILTER (WHERE i.indexrelname = t.relname || '_pkey') AS by_key,
  sum(i.idx_tup_read) FILTER (WHERE i.indexrelname <> t.relname || '_pkey') AS by_other_indexes
FROM pg_stat_user_tables t JOIN pg_stat_user_indexes i USING (relid) WHERE t.relname = ANY ($1)
GROUP BY t.relid, t.relname, t.seq_tup_read
"""
OTHERS_THERE = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""
"""A session tells what it has read at the latest when it goes; its client does not wait for that."""


async def stored(address: Address, table: str) -> list[tuple[object, ...]]:
    """The rows of a table as the operator sees them, in the columns and order of the generator."""
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    try:
        columns = ", ".join(told_tables()[table])
        rows = await connection.fetch(f"SELECT {columns} FROM {table} ORDER BY country_code, id")  # noqa: S608 - names from this repository
    finally:
        await connection.close()
    return [tuple(row) for row in rows]


async def test_a_seed_writes_what_the_generator_tells(empty: Address, register: Register) -> None:
    """The database holds exactly the generated rows, its statistics know of them, and progress counts each child."""
    done: dict[str, int] = defaultdict(int)

    def progress(code: str, children: int) -> None:
        done[code] += children

    report = await seed(empty, register, ["KE", "BE"], 30, 3, today=TODAY, progress=progress)
    assert report.seeded == ("BE", "KE")
    assert report.skipped == ()
    assert report.rows["child"] == 60
    assert done == {"BE": 30, "KE": 30}
    for table in told_tables():
        expected = sorted(
            (
                row
                for code in report.seeded
                for batch in country_rows(register[code], 30, 3, TODAY)
                if batch.table == table
                for row in batch.rows
            ),
            key=lambda row: (row[0], row[1]),
        )
        assert await stored(empty, table) == expected
    connection = await asyncpg.connect(**empty.connect_arguments(OPERATOR))
    assert await connection.fetchval("SELECT reltuples FROM pg_class WHERE relname = 'child'") == 60
    await connection.close()


@pytest.mark.parametrize("before", [(), ("NL",)], ids=["empty", "analysed when small"])
async def test_foreign_keys_are_looked_up_by_their_keys(
    empty: Address, register: Register, before: tuple[str, ...]
) -> None:
    """No link of a large country is checked by reading a table: that would take its square in time."""
    for code in before:
        await seed(empty, register, [code], 2, 1, today=TODAY)
    await seed(empty, register, ["BE"], 3 * PART, 1, today=TODAY, processes=1)
    connection = await asyncpg.connect(**empty.connect_arguments(OPERATOR))
    try:
        while await connection.fetchval(OTHERS_THERE):  # noqa: ASYNC110 - the server sets no event here
            await asyncio.sleep(0.01)
        read = await connection.fetch(ROWS_READ, looked_up())
    finally:
        await connection.close()
    assert {row["table"] for row in read} == set(looked_up())
    often = [row for row in read if row["by_key"] > 1_000]
    assert {row["table"] for row in often} >= {"programme", "home", "community_partner", "child"}
    for row in often:
        assert row["by_scan"] + row["by_other_indexes"] < row["by_key"], row
    # What few rows lead to is read more for other reasons; it is still found by its key.
    assert all(row["by_key"] for row in read)


async def test_each_placement_takes_the_days_of_its_home(world: Address) -> None:
    """The stays mirror the placements exactly, one for one: id, home, days, and whether it was recorded in error."""
    placements = (
        "SELECT country_code, id, home_id, started_on, ended_on, voided_at FROM placement ORDER BY country_code, id"
    )
    connection = await asyncpg.connect(**world.connect_arguments(OPERATOR))
    try:
        lived = await connection.fetch(placements)
        taken = await connection.fetch(placements.replace("FROM placement", "FROM home_stay"))
    finally:
        await connection.close()
    assert taken == lived
    assert {row["country_code"] for row in taken} == set(WORLD)


async def test_a_filled_country_is_left_as_it_is(empty: Address, register: Register) -> None:
    """A second seed writes only the countries that had nothing, and says which it left alone."""
    await seed(empty, register, ["BE"], 10, 1, today=TODAY)
    before = await stored(empty, "child")
    done: list[tuple[str, int]] = []
    report = await seed(empty, register, ["BE", "NL"], 12, 2, today=TODAY, progress=lambda *told: done.append(told))
    assert (report.seeded, report.skipped) == (("NL",), ("BE",))
    assert sorted(done) == [("BE", 12), ("NL", 12)]
    assert [row for row in await stored(empty, "child") if row[0] == "BE"] == before


async def test_two_seeds_at_once_write_a_country_once(empty: Address, register: Register) -> None:
    """The second waits for the first, and finds the country filled."""
    reports = await asyncio.gather(*(seed(empty, register, ["BE"], 10, number, today=TODAY) for number in (1, 2)))
    assert sorted(report.seeded for report in reports) == [(), ("BE",)]
    assert len(await stored(empty, "child")) == 10


async def test_the_number_of_processes_changes_no_row(empty: Address, world: Address, register: Register) -> None:
    """Two processes write the rows that one wrote, and progress reaches its total."""
    done: dict[str, int] = defaultdict(int)

    def progress(code: str, children: int) -> None:
        done[code] += children

    report = await seed(empty, register, WORLD, CHILDREN, SEED, today=NOW.date(), progress=progress, processes=2)
    assert done == dict.fromkeys(WORLD, CHILDREN)
    for table in told_tables():
        rows = await stored(empty, table)
        assert rows == await stored(world, table)
        assert report.rows[table] == len(rows)


async def test_a_seed_that_is_stopped_leaves_whole_countries(empty: Address, register: Register) -> None:
    """Ctrl-C cancels: what a process was at is undone, no process stays, and the next seed goes on."""
    codes, children = list(register)[:12], PART + 20
    stopped: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def progress(_code: str, _children: int) -> None:
        if not stopped.done():
            stopped.set_result(None)

    work = asyncio.create_task(seed(empty, register, codes, children, 1, today=TODAY, progress=progress, processes=2))
    await stopped
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert multiprocessing.active_children() == []
    whole = Counter(row[0] for row in await stored(empty, "child"))
    assert set(whole.values()) <= {children}
    assert len(whole) < len(codes)


async def test_what_a_process_meets_is_told_by_the_first(empty: Address, register: Register) -> None:
    """A table that may not be filled is the same sentence out of a crew, and no row stays."""
    connection = await asyncpg.connect(**empty.connect_arguments(SUPERUSER))
    await connection.execute("REVOKE INSERT ON community_link FROM hearth_operator")
    await connection.close()
    with pytest.raises(Conflict) as refusal:
        await seed(empty, register, ["BE", "KE"], 10, 1, processes=2)
    assert "hearth migrate" in refusal.value.hint
    assert await stored(empty, "programme") == []


def test_memory_does_not_grow_with_the_children(register: Register) -> None:
    """Telling of eight times as many children takes no eightfold memory: one part is all that is ever held."""

    def peak(children: int) -> int:
        tracemalloc.start()
        for _ in country_rows(register["BE"], children, 1, TODAY):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(2 * PART)  # the names of each language are drawn once
    assert peak(8 * PART) < 2 * peak(PART)


@pytest.mark.parametrize(
    ("children", "countries", "processors", "processes"),
    [(400, 4, 8, 1), (20_000, 1, 8, 1), (138_000, 138, 2, 2), (138_000, 138, 96, 8), (6_000, 3, 8, 3)],
)
def test_more_processes_than_one_where_they_pay(
    monkeypatch: pytest.MonkeyPatch, children: int, countries: int, processors: int, processes: int
) -> None:
    """A small seed is done by one process, and no process waits for a country or a processor."""
    monkeypatch.setattr("graph.demo.crew._processors", lambda: processors)
    assert crew_size(children, countries) == processes


def test_progress_without_a_terminal_is_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line for each tenth that takes a second, with what is left at the last line's pace, and one at the end."""
    clock = iter([0.0, 0.1, 10.0, 10.5, 12.0, 12.1])
    monkeypatch.setattr("graph.demo.progress.monotonic", lambda: next(clock))
    shown = StringIO()
    with counted("Children", 2000, Console(file=shown)) as advance:
        for more in (200, 300, 200, 300, 1000):
            advance(more)
    assert shown.getvalue().splitlines() == [
        "Children: 500 of 2,000 in 0:00:10, 0:00:30 left",
        "Children: 1,000 of 2,000 in 0:00:12, 0:00:04 left",
        "Children: 2,000 of 2,000 in 0:00:12, 0:00:00 left",
    ]


def test_progress_in_a_terminal_is_a_bar() -> None:
    """A terminal shows how many are done, for how long, and how long it will take yet."""
    shown = StringIO()
    with counted("Children", 2000, Console(file=shown, force_terminal=True, width=100)) as advance:
        advance(500)
    assert "500/2000" in shown.getvalue()
    assert "left" in shown.getvalue()


async def test_the_largest_programme_comes_first(world: Address) -> None:
    """The sizes are true counts of children, falling, and together they are the country's children."""
    sizes = await largest_programmes(world, "BE")
    children = await stored(world, "child")
    counts = [sum(row[5] == size.id for row in children) for size in sizes]
    assert [size.children for size in sizes] == counts == sorted(counts, reverse=True)
    assert sum(counts) == sum(row[0] == "BE" for row in children)


async def test_unknown_codes_are_refused_before_anything_is_written(empty: Address, register: Register) -> None:
    """One code that is none stops the whole seed, by name."""
    with pytest.raises(BadUserInput, match="XX") as refusal:
        await seed(empty, register, ["BE", "XX"], 10, 1)
    assert "BE,KE" in refusal.value.hint
    assert await stored(empty, "programme") == []


@pytest.mark.parametrize(("codes", "children"), [([], 10), (["BE"], 0)])
async def test_nothing_to_make_is_refused(world: Address, register: Register, codes: list[str], children: int) -> None:
    """No country, or no child, is a mistake and not an empty success."""
    with pytest.raises(BadUserInput):
        await seed(world, register, codes, children, 1)


async def test_a_database_without_tables_asks_for_the_migration(
    server: Address, worker: str, register: Register
) -> None:
    """What is missing is said in the commands' words."""
    bare = await copy_database(server, "template0", f"bare_{worker}")
    with pytest.raises(Conflict) as refusal:
        await seed(bare, register, ["BE"], 10, 1)
    assert "hearth migrate" in refusal.value.hint


async def test_a_database_without_the_country_asks_for_the_migration(empty: Address, register: Register) -> None:
    """A register row that is missing is found before the first row is written."""
    connection = await asyncpg.connect(**empty.connect_arguments(SUPERUSER))
    await connection.execute("DELETE FROM country WHERE code = 'BE'")
    await connection.close()
    with pytest.raises(Conflict) as refusal:
        await seed(empty, register, ["BE", "KE"], 10, 1)
    assert "hearth migrate" in refusal.value.hint
    assert await stored(empty, "programme") == []


async def test_a_server_that_is_not_there_is_unavailable(register: Register) -> None:
    """Nobody reads a stack trace because the database is down."""
    with pytest.raises(Unavailable):
        await seed(Address("postgresql://127.0.0.1:1/hearth"), register, ["BE"], 10, 1)
