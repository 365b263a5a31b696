"""Stories are told of every table and every column, alike each time, and of no other."""

from __future__ import annotations

import tracemalloc
from uuid import UUID

import pytest

from countries.register.register import Register
from graph.declarations.base import Entity, TenantEntity
from graph.declarations.leading_on import same_as_column
from graph.declarations.misdeclared import MisdeclaredError
from graph.demo import country_rows
from graph.demo.names import names_of
from graph.demo.places import places_of
from graph.demo.rows import PART
from graph.demo.stories import stories
from graph.demo.tables import KEY, PartRows, brought_columns, told_tables, untold
from graph.entities import all_entities, graph_model
from graph.kinds.values import stored_members
from tests.demo.told import CASES, TODAY, Case, told


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
    """With it and what leads to its rows, or without them, whatever else is told is the same."""
    every = list(country_rows(register["BE"], 60, 1, TODAY))
    for table in stories():
        gone = _with_leading(table)
        fewer = {name: story for name, story in stories().items() if name not in gone}
        with monkeypatch.context() as patch:
            patch.setattr("graph.demo.rows.stories", lambda fewer=fewer: fewer)
            left = [each for each in every if each.table not in gone]
            assert list(country_rows(register["BE"], 60, 1, TODAY)) == left


def _with_leading(table: str) -> set[str]:
    """A story's table, and those whose rows lead to it."""
    gone = {table}
    for name in told_tables():
        if any(column.target in gone for column in graph_model().by_table[name].stored.values()):
            gone.add(name)
    return gone


def test_a_story_of_no_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is named: a misspelled one would never be told."""
    monkeypatch.setattr("graph.demo.stories.told_tables", dict)
    stories.cache_clear()
    with pytest.raises(MisdeclaredError, match=r"stories/\w+\.py:1: .*no table of a country is called so"):
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
    filled = (name for name in left if columns[name].computed is None and columns[name].server_default is None)
    # Where a record leads on to is empty until somebody takes it back for another one.
    assert set(filled) <= {same_as_column(link) for link in graph_model().by_table[table].led_on} | {
        column.name for column in graph_model().by_table[table].stored.values() if column.made is not None
    }


def test_a_story_that_tells_of_no_column_is_refused() -> None:
    """A word that no table has is not dropped in silence; what a new row has by itself is filled in."""
    book = PartRows("BE")
    with pytest.raises(ValueError, match="programme has no column colour that a story could fill"):
        book.rows("programme", [{"id": UUID(int=1), "colour": "red"}])
    (row,) = book.rows("programme", [{"id": UUID(int=1), "name": "Here"}])
    assert dict(zip(brought_columns("programme"), row, strict=True))["people_reached"] == 0


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
        stored = graph_model().by_table[batch.table].stored
        links = [number for number, name in enumerate(batch.columns) if stored[name].target is not None]
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
def test_identities_are_of_version_7_and_begin_with_their_time(case: Case) -> None:
    """An id is a UUID of version 7 of the instant at which its row was recorded."""
    for row in (row for rows in told(case).values() for row in rows):
        assert row["id"].version == 7
        assert row["id"].int >> 80 == round(row["created_at"].timestamp() * 1000)


def test_case_numbers_are_unique_in_the_country() -> None:
    """No two children of a country share a number, also not in two parts of it."""
    numbers = [child["case_number"] for child in told(CASES[-1])["child"]]
    assert len(set(numbers)) == 1000


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
