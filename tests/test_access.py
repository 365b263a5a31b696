"""`access.csv` itself: it is read strictly, and what people wrote there keeps what was promised about writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.access import FIGURES, HEADER, read_access

if TYPE_CHECKING:
    from pathlib import Path

ACCESS = read_access()
LINE = ",".join(HEADER) + "\n"
HISTORIES = ("history_plain", "history_personal", "history_sensitive")


def test_nobody_writes_what_nobody_of_the_tier_reads() -> None:
    """Whoever writes a column reads it: a statement that writes tells what was there, and row security compares."""
    assert ACCESS.creates | ACCESS.changes <= ACCESS.reads


def test_only_a_country_writes_and_nobody_outside_it() -> None:
    """Region, headquarters, auditor and listener write nothing, and the statistics login adds to releases alone."""
    written = ACCESS.creates | ACCESS.changes
    assert {tier for _, _, tier in written} == {"caseworker", "office", "statistics"}
    assert {table for table, _, tier in written if tier == "statistics"} == FIGURES
    assert {tier for table, _, tier in written if table in FIGURES} == {"statistics"}
    assert not any(tier == "statistics" for _, _, tier in ACCESS.changes)


def test_what_is_counted_names_nobody() -> None:
    """Of a person, the statistics login reads what figures are split by, and neither name, number nor story."""
    read = {(table, column) for table, column, tier in ACCESS.reads if tier == "statistics"}
    assert {column for table, column in read if table == "child"} == {
        "country_code", "id", "programme_id", "birth_date", "sex", "voided_at",
    }  # fmt: skip
    assert not {column for _, column in read} & {
        "given_name", "family_name", "case_number", "interests", "first_language", "reason_for_care", "enrolled_on",
        "name", "home_name", "sibling_name", "void_reason", "note", "before", "after", "subject",
        "caregiver_name", "phone", "authority", "reference", "local_code", "assessed_by", "family_locality",
        "caregiver_id",
    }  # fmt: skip


def test_what_was_hidden_is_known_to_the_auditor_as_an_interval_and_to_nobody_above_an_office_as_a_number() -> None:
    """The proofs are the auditor's alone; the counts behind them are read by no tier at all."""
    proofs = {(column, tier) for table, column, tier in ACCESS.reads if table == "figure_proof"}
    assert {tier for _, tier in proofs} == {"auditor", "statistics"}
    assert {tier for column, tier in proofs if column in ("amount", "children")} == {"statistics"}


def test_a_caseworker_writes_nothing_that_an_office_does_not() -> None:
    """A caseworker's rights are some of the office's."""
    for allowed in (ACCESS.reads, ACCESS.creates, ACCESS.changes):
        mine = {(table, column) for table, column, tier in allowed if tier == "caseworker"}
        assert mine <= {(table, column) for table, column, tier in allowed if tier == "office"}


def test_what_a_row_is_and_when_it_came_is_never_changed() -> None:
    """Nobody changes a country, an identity or when something was recorded; a ledger's own clock is the database's."""
    fixed = {"country_code", "id", "created_at", "number", "row_id", "type", "changed_at", "issuer", "subject"}
    assert {line for line in ACCESS.changes if line[1] in fixed} == set()
    given = {(table, column) for table, column, _ in ACCESS.creates}
    assert given & {
        (table, column) for table in ACCESS.tables for column in ("created_at", "updated_at", "version")
    } <= {(table, "version") for table in HISTORIES}
    assert given & {("change", "changed_at"), *((table, "recorded_at") for table in HISTORIES)} == set()


def test_history_and_feed_are_only_added_to() -> None:
    """What has been written there stays; the office alone hands a child's history on to another programme."""
    changed = {line for line in ACCESS.changes if line[0] in ("change", *HISTORIES)}
    assert changed == {(table, "programme_id", "office") for table in HISTORIES}


def test_the_responsible_programme_is_changed_by_the_office_alone() -> None:
    """A caseworker who could change it would move rows out of sight, or into the own programmes."""
    assert {tier for _, column, tier in ACCESS.changes if column == "programme_id"} == {"office"}


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("table,column,office\n", "header"),
        (f"{LINE[:-1]},minister\nchild,sex,r,r,-,-,-,-,-,-\n", "header"),
        (f"{LINE}child,sex,r,perhaps,-,-,-,-,-\n", "perhaps"),
        (f"{LINE}child,sex,r,cr,-,-,-,-,-\n", "not understood"),
        (f"{LINE}child,sex,r,R,-,-,-,-,-\n", "not understood"),
        (f"{LINE}child,sex,r,,-,-,-,-,-\n", "not understood"),
        (f"{LINE}child,sex,r,r-,-,-,-,-,-\n", "not understood"),
        (f"{LINE}child,sex,r,r,-,-,-,-\n", "not understood"),
        (f"{LINE}child,sex,r,r,-,-,-,-,-,-\n", "not understood"),
        (f"{LINE}child\n", "not understood"),
        (f"{LINE}child,sex,r,r,-,-,-,-,-\nchild,sex,r,-,-,-,-,-,-\n", "twice"),
    ],
)
def test_the_file_is_read_strictly(tmp_path: Path, body: str, word: str) -> None:
    """A faulty header or cell, a cell too few or too many, and a column that stands twice, are refused."""
    file = tmp_path / "access.csv"
    file.write_text(body)
    with pytest.raises(ValueError, match=word):
        read_access(file)


def test_a_cell_says_what_a_tier_may(tmp_path: Path) -> None:
    """Read, create and change are told apart, in every combination; a dash is nothing."""
    file = tmp_path / "access.csv"
    file.write_text(f"{LINE}child,sex,r,rc,rw,rcw,-,c,w\n")
    access = read_access(file)
    assert {tier for _, _, tier in access.reads} == {"caseworker", "office", "region", "headquarters"}
    assert {tier for _, _, tier in access.creates} == {"office", "headquarters", "statistics"}
    assert {tier for _, _, tier in access.changes} == {"region", "headquarters", "listener"}
