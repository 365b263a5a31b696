"""National code lists: every file is checked, line by line, and a code is one on each of its days."""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import countries.codes
from countries.codes.code import CodesError
from countries.codes.codes import check, is_list, load_codes
from countries.codes.lists import LISTS
from countries.codes.tags import is_tag, looked_up
from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.reason_for_care import ReasonForCare
from tests.countries.lists import FOSTER, GONE, HEADER, KIN, KIN_AGAIN, NEW, written

if TYPE_CHECKING:
    from countries.register.register import Register


def test_every_list_is_read_and_a_code_means_one_thing_on_a_day(register: Register) -> None:
    """Ten countries at least have lists of their own; of one code no two lines hold on a day, and none is missing."""
    codes = load_codes(register)
    assert {code.country for code in codes} == set(register)
    own = {path.name for path in Path(countries.codes.__path__[0]).iterdir()} & set(register)
    assert len(own) >= 11
    for _, times in groupby(codes, lambda code: (code.country, code.list, code.code)):
        for before, after in pairwise(sorted(times, key=lambda code: code.from_day)):
            assert before.until_day == after.from_day
    england = {code.code: code for code in codes if (code.country, code.list) == ("GB", "legal_statuses")}
    assert england.keys() == {"C1", "C2", "D1", "E1", "V2", "V3", "V4", "L1", "L2", "L3", "J1", "J2", "J3"}
    assert england["D1"].is_in_force(date(2005, 12, 29))
    assert not england["D1"].is_in_force(date(2005, 12, 30))
    assert not any(code.certain for code in codes if code.source.endswith("to be confirmed by the national office"))


def test_a_list_maps_to_what_the_federation_counts_by() -> None:
    """The international codes are the members of the enumerations that say the same."""
    assert LISTS["legal_grounds"].international.keys() == set(ReasonForCare)
    assert LISTS["placement_ends"].international.keys() == set(PlacementEndReason)
    assert LISTS["placement_kinds"].international.keys() > set(HomeForm)


BAD = {
    "a header without its columns": ((FOSTER,), (1, "")),
    "semicolons": ((HEADER.replace(",", ";"), FOSTER.replace(",", ";")), (1, "")),
    "no line": ((HEADER,), (1, "code")),
    "a cell too few": ((HEADER, FOSTER.removesuffix(",Foster family")), (2, "en")),
    "a cell too many": ((HEADER, f"{FOSTER},more"), (2, "en")),
    "no code": ((HEADER, FOSTER.replace("PLEEGGEZIN", "")), (2, "code")),
    "a day that is none": ((HEADER, KIN.replace("2024-01-01", "2024-02-30")), (2, "until")),
    "an end before its beginning": ((HEADER, KIN.replace(",,2024", ",2025-01-01,2024")), (2, "until")),
    "mapped to nothing": ((HEADER, FOSTER.replace("FOSTER_FAMILY", "")), (2, "international")),
    "mapped to what there is not": ((HEADER, FOSTER.replace("FOSTER_FAMILY", "FOSTER")), (2, "international")),
    "neither certain nor not": ((HEADER, FOSTER.replace(",no,", ",perhaps,")), (2, "certain")),
    "no source": ((HEADER, FOSTER.replace("Decree", "")), (2, "source")),
    "a language that is none": ((HEADER.replace("nl", "dutch"), FOSTER), (1, "dutch")),
    "a language twice": ((HEADER.replace("nl", "fr"), FOSTER), (1, "fr")),
    "no English": ((HEADER.removesuffix(",en"), FOSTER.removesuffix(",Foster family")), (1, "en")),
    "no label in English": ((HEADER, FOSTER.removesuffix("Foster family")), (2, "en")),
    "none of the country's languages": ((HEADER.replace("nl,fr", "es,it"), FOSTER), (1, "nl")),
    "no label in one of them": ((HEADER, "X,,,OTHER,no,Decree,,,Other"), (2, "nl")),
    "two lines on one day": ((HEADER, FOSTER, FOSTER), (3, "from")),
    "an overlap": ((HEADER, KIN, KIN_AGAIN.replace("2024", "2023")), (3, "from")),
    "a gap": ((HEADER, KIN, KIN_AGAIN.replace("2024", "2025")), (3, "from")),
}


@pytest.mark.parametrize(("lines", "place"), BAD.values(), ids=BAD)
def test_a_fault_names_file_line_and_column(
    register: Register, tmp_path: Path, lines: tuple[str, ...], place: tuple[int, str]
) -> None:
    """Each says what is wrong and what to do, and the list is not loaded."""
    path = written(tmp_path, *lines)
    faults = check(path, register)
    assert place in [(fault.line, fault.column) for fault in faults]
    assert all(str(fault).startswith(f"{path}, line {fault.line}") and fault.hint for fault in faults)
    with pytest.raises(CodesError):
        load_codes(register, tmp_path)


def test_all_faults_are_told_at_once(register: Register, tmp_path: Path) -> None:
    """Of one file and of several, in the order of their lines."""
    path = written(tmp_path, HEADER, FOSTER.replace(",no,", ",No,"), KIN.replace("Decree", ""), "short")
    assert [fault.line for fault in check(path, register)] == [2, 3, 4]
    other = written(tmp_path, HEADER, FOSTER, country="ZZ")
    third = written(tmp_path, HEADER, FOSTER, name="placement_kind")
    assert "placement_kinds" in str(check(third, register)[0])
    with pytest.raises(CodesError) as raised:
        load_codes(register, tmp_path)
    assert {fault.file for fault in raised.value.faults} == {str(path), str(other), str(third)}


def test_a_file_that_is_not_utf8_names_the_line(register: Register, tmp_path: Path) -> None:
    """As a spreadsheet of old writes it."""
    path = written(tmp_path, HEADER)
    path.write_bytes(path.read_bytes() + "é,,,OTHER,no,x,x,x,x\n".encode("latin-1"))
    (fault,) = check(path, register)
    assert (fault.line, fault.fault) == (2, "the file is not UTF-8")


def test_an_installation_puts_its_list_in_the_place_of_ours(register: Register, tmp_path: Path) -> None:
    """One list of one country, and no other; where it has none, the list of every country holds."""
    path = written(tmp_path, HEADER, FOSTER, KIN, KIN_AGAIN, GONE, NEW)
    assert is_list(path)
    assert not check(path, register)
    ours, own = load_codes(register), load_codes(register, tmp_path)
    belgian = [code for code in own if (code.country, code.list) == ("BE", "placement_kinds")]
    assert [code.code for code in belgian] == ["PLEEGGEZIN", "NETWERK", "NETWERK", "VOORBIJ", "NIEUW"]
    assert (belgian[-1].label, belgian[-1].file) == ("Nieuw", str(path))
    rest = set(map(str, own)) - set(map(str, belgian))
    assert rest < set(map(str, ours))
    assert {code.country for code in own if code.list == "school_levels"} == set(register)


def test_a_language_tag_is_one_of_bcp_47() -> None:
    """A language, perhaps a script and a region, each in its own case; a label is looked for under ever less of it."""
    assert all(map(is_tag, ("en", "cy", "zgh", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419")))
    assert not any(map(is_tag, ("", "english", "xx", "EN", "pt_BR", "pt-ZZ", "pt-br", "en-")))
    assert list(looked_up(("zh-Hant-TW", "zh", "en"))) == ["zh-Hant-TW", "zh-Hant", "zh", "en"]
