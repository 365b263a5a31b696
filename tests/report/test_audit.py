"""The auditor's page: what it says, that it is one page, and that nobody's words become its markup."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from countries.connections.address import Address
from countries.register.register import Register
from graph.closing.examining import Examination
from graph.closing.named import NamedRelease, release_named
from graph.commands.audit import audit, write_audit
from graph.errors import BadUserInput, Conflict, NotFound
from graph.indicators.period import Period, PeriodError
from graph.report.audit import digest_of, render_audit
from graph.settings.settings import Settings
from tests.releases import LATE

RELEASE: dict[str, Any] = {
    "year": 2025, "quarter": None, "month": None, "firstDay": "2025-01-01", "lastDay": "2025-12-31", "revision": 2,
    "publishedAt": "2026-02-03T04:05:06Z", "knownAt": "2026-02-03T04:00:00Z", "reason": "Kenya was late.",
    "definitions": ["CARE_STOCK@1", "CARE_INFLOW@1"], "commitment": "ab" * 32,
    "id": "c0ffee00-0000-4000-8000-00000000cafe",
}  # fmt: skip


def row(
    measure: str, area: str, low: int, high: int, *categories: tuple[str, str], shown: bool = True
) -> dict[str, Any]:
    """One count as an auditor reads it."""
    splits = [{"dimension": dimension, "value": value} for dimension, value in categories]
    return {"measure": measure, "area": area, "splits": splits, "low": low, "high": high, "shown": shown}


PROOF = [
    row("care_days", "FEDERATION", 1_096_000, 1_099_649),
    row("children_in_care", "BE", 0, 4, ("SEX", "FEMALE")),
    row("children_in_care", "FEDERATION", 2_996, 3_004),
    row("children_in_care", "WESTERN_EUROPE", 11, 19, shown=False),
]


class Read(HTMLParser):
    """Elements, attributes and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins one."""
        self.elements.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Ends the one that was begun last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """What a person reads."""
        if "style" not in self.open:
            self.words += data.split()

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.words)


def page(proof: list[dict[str, Any]] = PROOF, **other: object) -> Read:
    """A page of a release, read."""
    return Read(render_audit("2025", {**RELEASE, **other}, proof, 3))


def test_it_says_what_the_release_is() -> None:
    """Its period, its revision with the reason, its definitions, and the digests that it is bound to."""
    text = page().text
    for told in ("2025-01-01 to 2025-12-31", "2 of 3: Kenya was late.", "CARE_STOCK@1, CARE_INFLOW@1", "ab" * 32):
        assert told in text
    assert digest_of(PROOF) in text


def test_it_tells_rounded_counts_from_those_left_out() -> None:
    """How many there are of each, in all and of each measure, and every one with its interval."""
    text = page().text
    assert "Rounded: 3" in text
    assert "Left out: 1" in text
    assert "Children in care 2 1 5" in text
    assert "Care days 1 0 3,650" in text
    assert "Children in care rounded 2,996 3,004" in text
    assert "Children in care: Female rounded 0 4" in text
    assert "Children in care left out 11 19" in text
    assert "1 count, 1 left out" in text


def test_areas_come_in_their_order() -> None:
    """The federation, its regions, its countries, by their names."""
    text = page().text
    places = [text.index(each) for each in ("Federation 2 counts,", "Western Europe 1 count,", "Belgium 1 count,")]
    assert places == sorted(places)


def test_a_count_that_is_narrower_is_named() -> None:
    """Where a register leaves fewer than five numbers the page says so, and of which counts."""
    assert "All 4 counts may be five whole numbers or more." in page().text
    text = page([*PROOF, row("children_in_care", "NL", 0, 2)]).text
    assert "1 of 5 counts may be fewer" in text
    assert "Netherlands, Children in care: 0 to 2" in text
    assert "All 5" not in text


def test_a_release_of_before_counts_were_rounded_has_no_key() -> None:
    """And a first release has no reason."""
    text = page(commitment=None, reason=None, revision=1).text
    assert "this release is of before counts were rounded" in text
    assert "1 of 3 What" in text


def test_it_loads_nothing_and_runs_nothing() -> None:
    """No script, no address, no image, no handler: it is whole by itself, on paper too; and it is well formed."""
    read = page()
    assert not read.open
    assert not {"script", "link", "img", "iframe", "object", "form", "a", "svg", "details"} & set(read.elements)
    assert {name for name, _ in read.attributes} <= {"lang", "charset", "name", "content", "class", "scope"}
    source = render_audit("2025", RELEASE, PROOF, 3)
    assert "http" not in source
    assert "url(" not in source
    assert "@media print" in source


def test_words_of_others_stay_words() -> None:
    """A reason that is markup is read as it was written."""
    attack = '<script>alert(1)</script> & "more"'
    read = page(reason=attack)
    assert "script" not in read.elements
    assert attack in read.text


def test_the_digest_is_of_all_that_is_said() -> None:
    """Another interval, another category, a count that is left out, one that is missing: another digest."""
    others = [
        PROOF[1:],
        [*PROOF[1:], row("care_days", "FEDERATION", 1_096_000, 1_099_650)],
        [*PROOF[1:], row("care_days", "FEDERATION", 1_096_000, 1_099_649, shown=False)],
        [*PROOF[1:], row("care_days", "FEDERATION", 1_096_000, 1_099_649, ("SEX", "FEMALE"))],
        [*PROOF[1:], row("care_days", "FEDERATION", 1_096_000, 1_099_649, ("AGE_GROUP", "FEMALE"))],
    ]
    assert len({digest_of(each) for each in (PROOF, *others)}) == 1 + len(others)


RELEASE_ID = UUID("c0ffee00-0000-4000-8000-00000000cafe")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025", NamedRelease(Period(2025))),
        (" 2025/12 ", NamedRelease(Period(2025), 12)),
        ("2025-Q3", NamedRelease(Period(2025, 3))),
        ("2025-q3", NamedRelease(Period(2025, 3))),
        ("2025Q3", NamedRelease(Period(2025, 3))),
        ("2025-Q3/1", NamedRelease(Period(2025, 3), 1)),
        ("2025/R2", NamedRelease(Period(2025), 2)),
        ("2025-03/2", NamedRelease(Period(2025, None, 3), 2)),
        (str(RELEASE_ID), NamedRelease(id=RELEASE_ID)),
        (RELEASE_ID.hex.upper(), NamedRelease(id=RELEASE_ID)),
    ],
)
def test_a_release_is_named(text: str, meant: NamedRelease) -> None:
    """By its period, by period and revision, or by its own id, as the graph answers it."""
    assert release_named(text) == meant


@pytest.mark.parametrize(
    "text",
    ["", "25", "2025-Q", "2025-3", "2025/", "2025/-1", "2025/x", "\uff12\uff10\uff12\uff15", "2025; DROP",
     "2025 2", "Q1", "2025-01-01", "c0ffee00", f"{RELEASE_ID}/1"],
)  # fmt: skip
def test_what_names_no_release_is_refused(text: str) -> None:
    """In one sentence, with how a release is named."""
    with pytest.raises(BadUserInput) as refusal:
        release_named(text)
    assert "2025-Q1" in refusal.value.hint
    assert "releases { id }" in refusal.value.hint


@pytest.mark.parametrize("text", ["2025-Q5", "2025-Q0", "2025-13", "2025-00", "0000"])
def test_there_are_four_quarters_and_twelve_months(text: str) -> None:
    """A period that is none is not looked for."""
    with pytest.raises(PeriodError):
        release_named(text)


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """It may be evidence; nothing is asked before that is clear."""
    path = tmp_path / "proof.html"
    path.write_text("evidence")
    with pytest.raises(Conflict, match="there already") as refusal:
        write_audit(Settings(data_dir=tmp_path / "none"), "2025", path)
    assert path.read_text() == "evidence"
    assert "Name a file" in refusal.value.hint
    assert not (tmp_path / "none").exists()


async def test_the_page_of_a_release_that_is_out(world: Address, register: Register) -> None:
    """The latest where none is named, or the one that is; what does not belong together is said."""
    latest = await audit(world, register, NamedRelease(Period(2018)))
    first = await audit(world, register, NamedRelease(Period(2018), 1))
    assert f"2 of 2: {LATE}" in Read(latest.page).text
    text = Read(first.page).text
    assert "revision 1" in text
    assert "Rounded: 2 " in text
    assert "Left out: 1 " in text
    assert "Entries left out 0 7" in text
    assert "The proof does not hold" in text
    assert "children_in_care BE MALE_OTHER_OR_UNKNOWN: there is no row." in text
    assert (first.label, first.faults > 0) == ("2018, release 1", True)


@pytest.mark.parametrize(("period", "revision"), [(Period(2017), None), (Period(2018), 3), (Period(2018, 1), None)])
async def test_a_release_that_is_not_there(
    world: Address, register: Register, period: Period, revision: int | None
) -> None:
    """It is said what there is, or what to do."""
    with pytest.raises(NotFound) as refusal:
        await audit(world, register, NamedRelease(period, revision))
    assert "close-period" in refusal.value.hint or "1 to 2" in refusal.value.hint


def test_the_page_says_what_was_looked_at_and_what_failed() -> None:
    """How often each thing was looked for, and where it is not so; of many faults the first."""
    faults = tuple(f"cell {each}: not." for each in range(102))
    checks = (Examination("It is so.", 1_200, ()), Examination("It adds up.", 300, faults))
    text = Read(render_audit("2025", RELEASE, PROOF, 3, checks)).text
    assert "The proof does not hold: 102 faults." in text
    assert "It is so. 1,200 0" in text
    assert "It adds up. 300 102" in text
    assert "cell 99: not." in text
    assert "cell 100: not." not in text
    assert "and 2 more" in text
    assert "The proof holds." in Read(render_audit("2025", RELEASE, PROOF, 3, checks[:1])).text
