"""Keys of names are compared as people of a country compare the names; how they are made has a name."""

from __future__ import annotations

from unicodedata import normalize

import icu
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.collation import LETTERS, ROOT, order_of, sort_key
from graph.kinds.kind import MAX_NAME
from graph.text_keys import MAKERS, NOT_MADE, TextKey, behind, made, recipe_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("BE", ["home 1", "Home 1", "Home 2", "Home 10", "House 3"]),
        ("SE", ["C-9", "C-10", "c-11", "D-1"]),
        ("DE", ["2026-9", "2026-10", "2027-1"]),
    ],
)
def test_numbers_inside_a_name_count_as_numbers(country: str, names: list[str]) -> None:
    """House 2 stands before House 10; capitals tell two names apart only where nothing else does."""
    keys = [sort_key(country, name) for name in names]
    assert keys == sorted(set(keys))


@given(TEXTS)
def test_a_key_is_letters_and_none_is_empty(text: str) -> None:
    """Of whatever text: 128 letters of ASCII at most, and never what stands in place of none."""
    for country in ("SE", "CN", ROOT):
        key = sort_key(country, text)
        assert 1 <= len(key) <= 128
        assert set(key.encode()) <= set(LETTERS)
        assert key != NOT_MADE


@given(TEXTS)
def test_a_name_has_one_key_in_every_unicode_form(text: str) -> None:
    """What looks the same stands in the same place."""
    assert {sort_key("FR", normalize(form, text)) for form in ("NFC", "NFD")} == {sort_key("FR", text)}


def test_the_longest_names_fit_an_index() -> None:
    """Three keys of names of as many ideographs as a name may have take a fraction of what an index holds of a row."""
    longest = "".join(chr(0x4E00 + number * 7) for number in range(MAX_NAME))
    assert 3 * max(len(sort_key(country, longest)) for country in ("CN", "JP", ROOT)) < 400


@given(TEXTS, TEXTS)
def test_letters_are_ordered_as_the_library_compares(one: str, other: str) -> None:
    """Whatever two short texts ICU puts into an order, collation C puts their keys into the same."""
    collator = icu.Collator.createInstance(icu.Locale("sv_SE"))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    first, second = sort_key("SE", one[:12]), sort_key("SE", other[:12])
    assert (first > second) - (first < second) == collator.compare(one[:12], other[:12])


def test_how_keys_are_made_has_a_name() -> None:
    """ICU's version, ours, and the language; a country with other keys is behind, and one without any."""
    assert order_of("SE").endswith("sv_SE")
    assert order_of("BE") != order_of("SE")
    assert order_of("XX").endswith("root")
    orders: dict[str, str | None] = {"BE": recipe_of("BE"), "SE": recipe_of("DK"), "KE": None}
    assert behind(orders) == ["KE", "SE"]


def test_what_is_made_of_a_text_is_made_of_a_list_and_of_nothing() -> None:
    """A list's keys stand in its order; of nothing there is none; a number is no text."""
    assert set(MAKERS) == set(TextKey)
    for key in TextKey:
        one = made(key, "SE", "Åsa")
        assert made(key, "SE", ["Åsa", None]) == [one, None]
        assert made(key, "SE", None) is None
        with pytest.raises(TypeError):
            made(key, "SE", 5)
    assert made(TextKey.ORDER, "SE", "Åsa") != made(TextKey.ROOT_ORDER, "SE", "Åsa")
