"""Words as a search compares them, and what is looked for of each; text alone, no database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search.asked import MISSPELT, SearchError, asked
from graph.search.folding import words_of
from graph.search.keys import search_keys
from graph.search.misspelt import alphabet_of, one_letter_off
from graph.search.sounds import consonants


@pytest.mark.parametrize(
    ("text", "own", "latin"),
    [
        ("Stéphanie", "stephanie", "stephanie"), ("Łukasz", "lukasz", "lukasz"), ("straße", "strasse", "strasse"),
        ("İsmail", "ismail", "ismail"), ("Ærø", "aero", "aero"), ("Екатерина", "екатерина", "ekaterina"),
        ("Ёлкин", "елкин", "elkin"), ("أحمد", "احمد", "hmd"), ("مُحَمَّد", "محمد", "muhamad"), ("יוסף", "יוספ", "yvsf"),
        ("王小明", "王小明", "wangxiaoming"), ("ヤマダ", "やまだ", "yamada"), ("राम", "राम", "ram"),
        ("\uff21\uff22\uff11", "ab1", "ab1"),
        ("١٢٣", "123", "123"), ("सिं\u200dह", "सिंह", "simh"),
    ],
)  # fmt: skip
def test_a_word_is_compared_in_its_script_and_in_latin_letters(text: str, own: str, latin: str) -> None:
    """Without capitals, accents, vowel points, widths and marks that nobody sees."""
    (word,) = words_of(text)
    assert (word.own, word.latin) == (own, latin)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mohammed", "محمد"), ("Yusuf", "يوسف"), ("Khadija", "خديجة"), ("Katharina", "Catarina"), ("Stephan", "Stefaan")],
)
def test_what_sounds_alike_has_the_same_consonants(one: str, other: str) -> None:
    """Scripts that write no vowels, and spellings of one name."""
    (first,), (second,) = words_of(one), words_of(other)
    assert consonants(first.latin) == consonants(second.latin) != ""


@given(st.text(max_size=40))
def test_whatever_somebody_writes_has_keys_that_can_be_told_apart(text: str) -> None:
    """Three parts, and in each keys without a space or a mark of the others."""
    whole, keys, without = search_keys(text).split("/")
    assert len(whole.split(" ")) == 2
    for key in keys.split(" "):
        assert key.lstrip("~_").isalnum() or not key.isascii() or key == ""
    assert all(each.startswith("-") for each in without.split(" ") if each)


@given(st.text(max_size=20))
def test_whatever_somebody_types_is_looked_for_or_refused_in_a_sentence(text: str) -> None:
    """Lists in step, and no key that means everything."""
    if not words_of(text):
        with pytest.raises(SearchError, match="no letter") as told:
            asked(text)
        assert told.value.hint
        return
    found = asked(text)
    for word in (*found.words, found.whole):
        assert len(word.starts) == len(word.ends) == len(word.patterns) / 2
        assert all(start < end for start, end in zip(word.starts, word.ends, strict=True))
        assert not any(sign in start for start in word.starts for sign in "%_\\")
    assert all(word.starts for word in found.words)
    assert len(found.keys) == len(found.key_places) == len(found.key_distances)
    assert all(found.keys)
    assert set(found.key_places) <= set(range(len(found.words) + 1))


@pytest.mark.parametrize("name", ["anna", "анна", "Ελένη", "राम", "ნინო", "Արամ"])
def test_every_mistake_is_looked_for(name: str) -> None:
    """A letter less, more, another or swapped, in the word's own script."""
    (word,) = words_of(name)
    off = set(one_letter_off(word.own))
    letter = alphabet_of(word.own)[0]
    for place in range(len(word.own)):
        assert word.own[:place] + word.own[place + 1 :] in off
        assert word.own[:place] + letter + word.own[place:] in off
    assert word.own[1] + word.own[0] + word.own[2:] in off
    nearest = dict(zip(asked(name).keys, asked(name).key_distances, strict=True))
    assert all(nearest[each] == MISSPELT for each in off - {""})


def test_a_search_asks_for_a_bounded_number_of_keys() -> None:
    """The longest search of the scripts with most letters."""
    for text in ("व" * 24, "व" * 10 + " " + "व" * 10, " ".join(["abcdefghij"] * 10)):
        assert len(asked(text).keys) < 10_000


def test_a_row_of_a_long_name_has_a_bounded_number_of_keys() -> None:
    """A name of five hundred letters is found by its first words."""
    _, keys, _ = search_keys("ab " * 160).split("/")
    assert len(keys.split(" ")) <= 60
    assert max(map(len, keys.split(" "))) <= 61
