"""The one form of a text, and the key of a number: what is kept, what is left out, what makes no difference."""

# ruff: noqa: RUF001 - names of many scripts are the point

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, bindparam, select

from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.plan.sql.compiled import text_of
from graph.text import CONTROLS, HYPHENS, SPACES, UNSEEN, TextForm, is_blank, normal, normal_part, normal_start
from graph.text import number_key as key_of
from graph.writes.actions import all_actions
from graph.writes.mutation import Given, Group
from tests.writings import WRITINGS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    import asyncpg

    from graph.writes.mutation import InputEntry

NAME, NUMBER, PROSE = TextForm.NAME, TextForm.NUMBER, TextForm.PROSE
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
LETTERS = st.text(
    st.sampled_from("aeéñöçÅłŁßЖйΩ漢字علیرضاदेवनागरीසිංහලবাংলাกฎຂ" + "\u0301\u0308\u093c\u0323"), min_size=1, max_size=12
)
MARKS = st.sampled_from([chr(first) for first, _ in (*UNSEEN, *CONTROLS)])
BLANKS = st.sampled_from([chr(code) for first, last in SPACES for code in (first, last)])
DASHES = st.sampled_from([chr(code) for first, last in HYPHENS for code in (first, last)])


@given(TEXTS)
@settings(deadline=None)
def test_a_text_in_its_form_stays_as_it_is(text: str) -> None:
    """To bring it to its form once more changes nothing, whatever the form; the form is NFC."""
    for form in TextForm:
        once = normal(text, form)
        assert normal(once, form) == once
        assert normalize("NFC", once) == once


@given(TEXTS)
@settings(deadline=None)
def test_one_text_in_two_forms_of_unicode_is_one(text: str) -> None:
    """Composed or taken apart, it comes to the same."""
    for form in TextForm:
        assert normal(normalize("NFD", text), form) == normal(normalize("NFC", text), form)


@given(st.lists(LETTERS, min_size=1, max_size=4), st.data())
@settings(deadline=None)
def test_what_nobody_sees_makes_no_second_name(words: list[str], data: st.DataObject) -> None:
    """Other spaces between words, and spaces around, make no difference."""
    typed = data.draw(BLANKS)
    for word in words:
        typed += word + data.draw(st.text(BLANKS, min_size=1, max_size=3))
    assert normal(typed, NAME) == normal(" ".join(words), NAME)


@given(st.lists(st.from_regex(r"[A-Za-z0-9éß]+", fullmatch=True), min_size=1, max_size=4), st.data())
@settings(deadline=None)
def test_marks_and_hyphens_make_no_second_name(words: list[str], data: st.DataObject) -> None:
    """Marks without width between Latin letters, and one hyphen in another's place, make no difference."""
    typed = data.draw(DASHES).join(data.draw(MARKS) + word + data.draw(MARKS) for word in words)
    assert normal(typed, NAME) == normal("-".join(words), NAME)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("NB\N{NO-BREAK SPACE}2", "NB 2"),
        ("NB\N{ZERO WIDTH SPACE} 2", "NB 2"),
        ("NB 2\N{LEFT-TO-RIGHT MARK}", "NB 2"),
        ("NB  2", "NB 2"),
        ("\tNB\n2 ", "NB 2"),
        ("NB\N{NON-BREAKING HYPHEN}2", "NB-2"),
        ("NB\N{EN DASH}2", "NB-2"),
        ("NB\N{MINUS SIGN}2", "NB-2"),
        ("NB\N{EM DASH}2", "NB\N{EM DASH}2"),
        ("\N{RIGHT-TO-LEFT MARK}NB 2\ufeff", "NB 2"),
        ("An\N{SOFT HYPHEN}na\N{COMBINING GRAPHEME JOINER}", "Anna"),
        ("e\N{COMBINING GRAPHEME JOINER}\N{COMBINING ACUTE ACCENT}", "é"),
        ("A\x07n\x1fna\x7f", "An na"),
        ("\N{HANGUL FILLER}\N{BRAILLE PATTERN BLANK}", ""),
        # What joins letters, or keeps them apart, stays where it does.
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("\u200cعلی رضا\u200c", "علی رضا"),
        ("دارا\u200cب", "داراب"),
        ("An\u200cna", "Anna"),
        ("श्\u200dरेया", "श्\u200dरेया"),
        ("र्\u200dयाक", "र्\u200dयाक"),
        ("රාජ\u200dපක්\u200dෂ", "රාජපක්\u200dෂ"),
        ("র\u200d্যাব", "র\u200d্যাব"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("a\U000e0100b\ufe0f", "ab"),
        ("\u0633\u0644\u0627\u0645\u200f", "\u0633\u0644\u0627\u0645"),
    ],
)
def test_a_name_is_kept_as_a_person_reads_it(typed: str, kept: str) -> None:
    """Spaces, hyphens and marks that nobody sees are brought to one; what shapes letters stays."""
    assert normal(typed, NAME) == kept
    assert normal(typed, NUMBER) == kept
    assert is_blank(typed) == (not kept)


def test_prose_keeps_its_lines_and_spaces() -> None:
    """Nothing but the way letters are composed changes: lines, spaces, hyphens and marks are the writer's."""
    typed = "Zoe\u0308  likes\r\n\tbees\N{EM DASH}and \N{NON-BREAKING HYPHEN}\u200b"
    assert normal(typed, PROSE) == typed.replace("e\u0308", "ë")


def test_the_part_of_a_name_keeps_the_space_at_its_ends() -> None:
    """A list is narrowed by `Anna ` to those who have a second name; a start has nothing before it."""
    assert normal_start(" Zoe\u0308\u00a0 ", NAME) == "Zoë "
    assert normal_part("\u00a0de\u200b  la ", NAME) == " de la "
    assert normal_part("\u200b", NAME) == ""


# Numbers


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def key(operator: asyncpg.Connection[asyncpg.Record]) -> Callable[[str], Awaitable[str]]:
    """What PostgreSQL compares a number by."""
    text = text_of(select(key_of(bindparam("number", type_=Text()))))

    async def asked(number: str) -> str:
        return str(await operator.fetchval(text, number))

    return asked


async def test_one_number_however_it_is_written(key: Callable[[str], Awaitable[str]]) -> None:
    """Capitals, wide letters, marks, and spaces against hyphens make no difference, before and after it is kept."""
    assert {await key(each) for each in WRITINGS} == {"nb-2"}
    assert {await key(normal(each, NUMBER)) for each in WRITINGS} == {"nb-2"}


@pytest.mark.parametrize(
    ("one", "other"), [("1-23", "12-3"), ("NB 2", "NB2"), ("NB 2", "NB/2"), ("NB 2", "NB 20"), ("é", "e"), ("-", "")]
)
async def test_what_a_person_sees_makes_another_number(
    key: Callable[[str], Awaitable[str]], one: str, other: str
) -> None:
    """Where a number is cut, its digits, its letters and their accents tell it from another one."""
    assert await key(one) != await key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Straße 1", "STRASSE 1"), ("NÉ 1", "ne\u0301-1"), ("ΌΣ 1", "ός 1"), ("क्\u200dष 1", "क्ष 1")]
)
async def test_capitals_of_every_script_make_no_difference(
    key: Callable[[str], Awaitable[str]], one: str, other: str
) -> None:
    """Letters are compared as Unicode folds them, not as ASCII does."""
    assert await key(one) == await key(other)


async def test_the_key_of_a_number_is_that_of_the_number_as_it_is_kept(key: Callable[[str], Awaitable[str]]) -> None:
    """No text has another key once it is in its form, or once it is taken apart."""
    found: list[str] = []

    @given(TEXTS)
    @settings(deadline=None, max_examples=150, database=None)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    for text in found:
        assert await key(normal(text, NUMBER)) == await key(text), ascii(text)
        assert await key(normalize("NFD", text)) == await key(text), ascii(text)


# Declarations


def test_what_lists_are_filtered_by_is_a_name_or_a_number() -> None:
    """A text that is looked up has a form in which it is looked up."""
    loose = [
        f"{entity.table}.{column.name}"
        for entity in graph_model().by_type.values()
        for column in entity.stored.values()
        if entity.is_tenant and column.kind is Kind.TEXT and column.api and column.form is PROSE
        and (column.filters or column.orders)
    ]  # fmt: skip
    assert not loose


def test_an_input_has_the_form_of_the_column_that_it_fills() -> None:
    """Whatever mutation a text comes by, it is kept alike."""
    seen = 0
    for action in all_actions().values():
        entity = graph_model().by_table[action.table]
        by_api = {column.api: column for column in entity.stored.values() if column.api}
        for taken in _texts(action.takes):
            if taken.name in by_api:
                seen += 1
                assert taken.form is by_api[taken.name].form, (action.name, taken.name)
    assert seen > 15


def _texts(takes: tuple[InputEntry, ...]) -> Iterator[Given]:
    for taken in takes:
        if isinstance(taken, Group):
            yield from _texts(taken.takes)
        elif isinstance(taken, Given) and taken.kind is Kind.TEXT:
            yield taken
