"""Packs as files: every fault is told with its place, and the closer a file is, the more it counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from countries.packs.faults import PacksError
from countries.packs.keys import AGE_OF_MAJORITY, KEYS
from countries.packs.members import FIELDS, FORMS, SETTINGS
from countries.packs.packs import FOLDER, Packs, load_packs
from countries.packs.relations import RELATIONS
from countries.packs.timeline import RuleOrigin
from countries.register.register import Register
from graph.entities import graph_model
from graph.entities.home_form import HomeForm, HomeSetting

HEADER = "key,jurisdiction,from,until,value,unit,certain,source"
MAJORITY = "age_of_majority,,,,18,years,no,Civil Code"


def written(folder: Path, name: str, *lines: str, encoding: str = "utf-8") -> Path:
    """A file of these lines."""
    path = folder / name
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
    return path


def faults(register: Register, path: Path) -> list[tuple[int, str, str]]:
    """The faults of a file that is checked: line, column, and what is wrong with what to do."""
    with pytest.raises(PacksError) as raised:
        load_packs(register, instead=path)
    assert all(fault.what and fault.hint and str(fault).startswith(str(fault.file)) for fault in raised.value.faults)
    return [(fault.line, fault.column, f"{fault.what}; {fault.hint}") for fault in raised.value.faults]


FAULTS: dict[str, tuple[tuple[str, ...], list[tuple[int, str, str]]]] = {
    "an unknown key": (("age_of_majorty,,,,18,years,no,Law",), [(2, "key", "did you mean age_of_majority")]),
    "a key like none": (("zzz,,,,18,years,no,Law",), [(2, "key", "docs/packs.md")]),
    "a part that nothing names": (
        (MAJORITY.replace(",,,,", ",ATLANTIS,,,"),),
        [(2, "jurisdiction", "no programme can stand in ATLANTIS")],
    ),
    "a part in small letters": ((MAJORITY.replace(",,,,", ",Flanders,,,"),), [(2, "jurisdiction", "in capitals")]),
    "a day as a spreadsheet has it": ((MAJORITY.replace(",,,,", ",,01/04/2022,,"),), [(2, "from", "2022-04-01")]),
    "a day that is none": ((MAJORITY.replace(",,,,", ",,,2023-02-29,"),), [(2, "until", "no such day")]),
    "an end before the beginning": (
        (MAJORITY.replace(",,,,", ",,2020-01-01,2020-01-01,"),),
        [(2, "until", "after the first day")],
    ),
    "a value out of bounds": ((MAJORITY.replace("18", "22"),), [(2, "value", "from 15 to 21")]),
    "a value with a point": ((MAJORITY.replace("18", "18.0"),), [(2, "value", "whole number")]),
    "a value that is no member": (
        ("setting_of.SOS_FAMILY,,,,FAMILY,setting,no,Law",),
        [(2, "value", "FAMILY_BASED, RESIDENTIAL, INDEPENDENT")],
    ),
    "a member twice": (
        ("checks_required.STAFF,,,,REFERENCE REFERENCE,checks,no,Law",),
        [(2, "value", "stands there twice")],
    ),
    "no rule where one always is": ((MAJORITY.replace("18", "NOT_APPLICABLE"),), [(2, "value", "always applies")]),
    "a unit that does not fit": ((MAJORITY.replace("years", "months"),), [(2, "unit", "write years")]),
    "neither yes nor no": ((MAJORITY.replace(",no,", ",perhaps,"),), [(2, "certain", "neither yes nor no")]),
    "no source": ((MAJORITY.replace("Civil Code", ""),), [(2, "source", "no source")]),
    "a source without end": ((MAJORITY.replace("Civil Code", "x" * 501),), [(2, "source", "500 characters")]),
    "spaces at an end": ((MAJORITY.replace("18", "18 "),), [(2, "value", "spaces")]),
    "two that overlap": (
        (MAJORITY.replace(",,,,", ",,,2020-01-01,"), MAJORITY.replace(",,,,", ",,2019-06-01,,")),
        [(3, "from", "line 2 says something of the same days")],
    ),
    "the same line twice": ((MAJORITY, MAJORITY), [(3, "from", "line 2 says")]),
    "short ones inside a long one": (
        (
            MAJORITY,
            MAJORITY.replace(",,,,", ",,2001-01-01,2002-01-01,"),
            MAJORITY.replace(",,,,", ",,2003-01-01,2004-01-01,"),
        ),
        [(3, "from", "line 2 says"), (4, "from", "line 2 says")],
    ),
    "a gap": (
        (MAJORITY.replace(",,,,", ",,,2010-01-01,"), MAJORITY.replace(",,,,", ",,2012-01-01,,")),
        [(3, "from", "nothing is said from 2010-01-01 to 2012-01-01")],
    ),
    "too few cells": (("age_of_majority,,,,18,years,no",), [(2, "", "8 cells and this one has 7")]),
    "quotation marks that do not match": (('age_of_majority,,,,18,years,no,"Law',), [(2, "", "quotation marks")]),
    "all that is wrong, at once": (
        ("age_of_majority,,2020-13-01,,99,days,x,", "nothing,,,,1,years,no,Law"),
        [
            (2, "certain", ""),
            (2, "from", "no such day"),
            (2, "source", ""),
            (2, "unit", ""),
            (2, "value", ""),
            (3, "key", ""),
        ],
    ),
    "what contradicts a line of the file": (
        ("compulsory_school_from_age,,,,8,years,no,Law", "compulsory_school_until_age,,,,10,years,no,Law",
         "age_of_majority,,2000-01-01,,15,years,no,Law", "family_only_under_age,,,,16,years,no,Law"),
        [(5, "value", "age_of_majority is 15 in BE.csv, line 4; family_only_under_age is at most age_of_majority")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_every_fault_names_line_and_column_and_says_what_to_do(register: Register, tmp_path: Path, case: str) -> None:
    """Each of them alone, and all of one file together."""
    lines, expected = FAULTS[case]
    found = faults(register, written(tmp_path, "BE.csv", HEADER, *lines))
    shown = [each for each in found if "aftercare" not in each[2]]
    assert [(line, column) for line, column, _ in shown] == [(line, column) for line, column, _ in expected], found
    for (_, _, said), (_, _, wanted) in zip(shown, expected, strict=True):
        assert wanted in said


def test_a_file_is_read_as_spreadsheets_write_it(register: Register, tmp_path: Path) -> None:
    """With semicolons, a byte order mark, columns in another order, empty lines and carriage returns."""
    header = HEADER.replace(",", ";").replace("key;jurisdiction", "jurisdiction;key")
    path = written(tmp_path, "BE.csv", f"\ufeff{header}\r", ";age_of_majority;;;19;years;yes;Law\r", ";;;;;;;\r")
    rule = load_packs(register, instead=path).on("BE", AGE_OF_MAJORITY, date(2026, 1, 1))
    assert (rule.value, rule.whole, rule.certain, rule.origin) == ("19", 19, True, RuleOrigin.INSTALLATION)


NO_PACKS: dict[str, tuple[str, tuple[str, ...], str, int, str]] = {
    "letters of another code": (
        "BE.csv", (HEADER, MAJORITY.replace("Civil", "Código")), "latin-1", 2, "CSV UTF-8",
    ),
    "another header": ("BE.csv", (HEADER.replace("value", "wert"), MAJORITY), "utf-8", 1, "the first line reads"),
    "a column more": ("BE.csv", (f"{HEADER},note", f"{MAJORITY},x"), "utf-8", 1, "no such column"),
    "nothing": ("BE.csv", (), "utf-8", 1, "the column is missing"),
    "a country that is none": ("ZZ.csv", (HEADER, MAJORITY), "utf-8", 0, "no country of the register"),
    "small letters": ("be.csv", (HEADER, MAJORITY), "utf-8", 0, "such as BE.csv"),
    "a default with parts": (
        "default.csv", (HEADER, MAJORITY.replace(",,,,", ",FLANDERS,,,")), "utf-8", 2, "the default has no parts",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", NO_PACKS)
def test_a_file_that_is_no_pack_is_refused_with_what_to_do(register: Register, tmp_path: Path, case: str) -> None:
    """Each says in which line, or of the whole file."""
    name, lines, encoding, line, said = NO_PACKS[case]
    found = faults(register, written(tmp_path, name, *lines, encoding=encoding))
    assert found[0][0] == line
    assert any(said in each for _, _, each in found), found


def test_a_spreadsheet_among_packs_is_refused(register: Register, tmp_path: Path) -> None:
    """Whoever has saved BE.xlsx believes that it counts; a folder that is not there is told too."""
    written(tmp_path, "BE.xlsx", "")
    with pytest.raises(PacksError, match="save it as CSV"):
        load_packs(register, tmp_path)
    with pytest.raises(PacksError, match="no such folder"):
        load_packs(register, tmp_path / "none")


def test_a_default_that_leaves_a_day_out_is_refused(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every rule is said on every day: a country may leave what it likes to the default."""
    ours = (FOLDER / "default.csv").read_text(encoding="utf-8").splitlines()
    without = [line for line in ours if not line.startswith("gatekeeping_hours,")]
    written(tmp_path, "default.csv", *without)
    monkeypatch.setattr("countries.packs.packs.FOLDER", tmp_path)
    with pytest.raises(PacksError, match="gatekeeping_hours is not said on every day"):
        load_packs(register)


def test_the_closer_a_file_is_the_more_it_counts_day_by_day(register: Register, tmp_path: Path) -> None:
    """A part beats the country, the country the default, an installation's file ours; holes fall back."""
    written(
        tmp_path,
        "NP.csv",
        HEADER,
        "jurisdiction_body,HILLS,,,Council of the hills,body,no,Law of the hills",
        "review_interval_months,,1990-01-01,2013-01-01,6,months,no,Law of the country",
        "review_interval_months,HILLS,2000-01-01,2001-01-01,4,months,yes,Law of the hills",
    )
    packs = load_packs(register, tmp_path)
    review = KEYS["review_interval_months"]
    default = packs.on("AL", review, date(2026, 1, 1))

    def said(day: str, part: str = "") -> tuple[str, RuleOrigin]:
        rule = packs.on("NP", review, date.fromisoformat(day), part)
        assert rule.holds(date.fromisoformat(day))
        return rule.source, rule.origin

    ours, theirs = (default.source, RuleOrigin.FEDERATION), RuleOrigin.INSTALLATION
    assert packs.jurisdictions("NP") == ("HILLS",)
    assert "HILLS" in packs.parts
    assert [said(day) for day in ("1989-12-31", "1990-01-01", "2012-12-31", "2013-01-01")] == [
        ours, ("Law of the country", theirs), ("Law of the country", theirs), ours,
    ]  # fmt: skip
    assert [said(day, "HILLS")[0] for day in ("1999-12-31", "2000-01-01", "2001-01-01", "2013-01-01")] == [
        "Law of the country", "Law of the hills", "Law of the country", default.source,
    ]  # fmt: skip
    with pytest.raises(KeyError):
        packs.on("NP", review, date(2026, 1, 1), "PLAINS")


def test_the_digest_is_of_what_is_laid_down_and_of_nothing_else(register: Register, tmp_path: Path) -> None:
    """The same for the same rules, however they are written; another for one source that differs."""
    ours = load_packs(register)
    written(tmp_path, "NP.csv", HEADER, MAJORITY)
    one = load_packs(register, tmp_path)
    written(tmp_path, "NP.csv", HEADER.replace(",", ";"), MAJORITY.replace(",", ";"))
    same = load_packs(register, tmp_path)
    written(tmp_path, "NP.csv", HEADER, MAJORITY.replace("Civil Code", "Civil Code of 2020"))
    other = load_packs(register, tmp_path)
    assert one.digest == same.digest
    assert len({ours.digest, one.digest, other.digest}) == 3


def test_what_keys_name_is_what_the_graph_has(register: Register) -> None:
    """Forms and settings are those of a home, fields are of the graph, relations are between keys of one unit."""
    model = graph_model()
    assert {*FORMS} == {each.value for each in HomeForm}
    assert {*SETTINGS} == {each.value for each in HomeSetting}
    for field in FIELDS:
        type_name, _, name = field.partition(".")
        assert name in model.by_type[type_name].members, field
    for relation in RELATIONS:
        lesser, greater = KEYS[relation.lesser], KEYS[relation.greater]
        assert lesser.unit is greater.unit
        assert lesser.unit.is_number
    for key in KEYS.values():
        assert key.least <= key.most
        assert key.doc.endswith(".")
    assert isinstance(load_packs(register), Packs)


def changes(packs: Packs, place: tuple[str, str]) -> set[date]:
    """The days on which a rule of a place changes, one before each, and one after."""
    days = {rule.from_day for rules in packs.places[place].values() for rule in rules} - {date.min}
    return {date.fromordinal(day.toordinal() + more) for day in days for more in (-1, 0, 1)} or {date(2026, 1, 1)}


def test_every_country_says_one_thing_of_each_rule_on_every_day(register: Register) -> None:
    """All countries and their parts, over every day on which a rule changes, one before and one after."""
    packs = load_packs(register)
    assert {code for code, _ in packs.places} == set(register)
    for place in packs.places:
        assert packs.places[place].keys() == KEYS.keys()
        for day in changes(packs, place):
            for key, rules in packs.places[place].items():
                held = [rule for rule in rules if rule.holds(day)]
                assert len(held) == 1, (place, key, day)
                assert packs.on(place[0], KEYS[key], day, place[1]) is held[0]


def test_majority_is_what_each_countrys_law_says(register: Register) -> None:
    """Majority differs where the law differs, and what Japan and Korea said before is kept."""
    packs = load_packs(register)
    today = {code: packs.on(code, AGE_OF_MAJORITY, date(2026, 11, 30)).whole for code in register}
    assert {"DZ": 19, "KR": 19, "TH": 20, "CM": 21, "EG": 21}.items() <= today.items()
    assert packs.on("JP", AGE_OF_MAJORITY, date(2022, 3, 31)).whole == 20
    assert packs.on("JP", AGE_OF_MAJORITY, date(2022, 4, 1)).whole == 18
    assert packs.on("KR", AGE_OF_MAJORITY, date(2013, 6, 30)).whole == 20
    assert list(today.values()).count(18) >= 120
