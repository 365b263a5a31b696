"""The keys that a name or a number is found by, made when it is written.

    Stéphanie Anne ─> stephanieanne stephanieanne / stephanie ~stfn anne … /

First all of it as one word, in its own script and in Latin letters: of given and family name PostgreSQL makes the full
name of these. Then its keys, each as a search looks for it. Last, of a name in syllables or ideographs, all of it
without each of its signs, behind a `-`.

`~` stands before what is heard of a word, `_` before a word without one of its signs, `=` before a full name. None of
them is a letter: no beginning of a word meets such a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.search.folding import Word, beginnings_of, joined, words_of
from graph.search.sounds import consonants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RECIPE = 1
"""The version of what this folder makes of a name: keys of another one are made anew."""
HEARD, OMITTED, WHOLE, WITHOUT = "~", "_", "=", "-"
PART, BETWEEN = "/", " "
LONGEST = 60
"""Signs of a key; of a longer word it is the beginning."""
MOST_KEYS = 60
"""Keys of one text: a name of more than a dozen words is found by those."""
MOST_SIGNS = 8
"""Of a longer word in syllables nobody looks for one that is wrong."""


def name_keys(name: str) -> str:
    """What is kept of a name; of one that holds no letter and no digit the empty text."""
    words = words_of(name)
    if not words:
        return ""
    keys: list[str] = []
    for place, word in enumerate(words):
        later = joined(words[place:])
        keys += [word.own, word.latin, later.own, later.latin, *_heard(word)]
        keys += [OMITTED + each for each in omissions(word.signs)]
    for word in beginnings_of(name):
        keys += [word.own, word.latin]
    whole = joined(words)
    return _kept(whole, keys, [WITHOUT + each for each in omissions(whole.signs, least=1)])


def number_keys(number: str) -> str:
    """What is kept of a number: all from each of its words on. Nobody hears one, or means another."""
    words = words_of(number)
    later = [joined(words[place:]) for place in range(len(words))]
    return _kept(later[0], [form for each in later for form in (each.own, each.latin)], []) if words else ""


def omissions(signs: tuple[str, ...], least: int = 2) -> Iterator[str]:
    """A word of syllables without each of them, where it has as many as `least`."""
    if least <= len(signs) <= MOST_SIGNS:
        for place in range(len(signs)):
            yield "".join(signs[:place] + signs[place + 1 :])


def _heard(word: Word) -> Iterator[str]:
    """What is heard of a word. One consonant tells too little, but of scripts that write few other letters."""
    sound = consonants(word.latin)
    if len(sound) > 1 or (sound and word.latin != word.own):
        yield HEARD + sound


def _kept(whole: Word, keys: Iterable[str], without: Iterable[str]) -> str:
    first = (whole.own[:LONGEST], (whole.latin or whole.own)[:LONGEST])
    kept = list(dict.fromkeys(each[:LONGEST] for each in keys if each))[:MOST_KEYS]
    return PART.join(BETWEEN.join(part) for part in (first, kept, dict.fromkeys(without)))
