"""The keys that a name or a number is found by, made when it is written.

    Stéphanie Anne ─> stephanieanne stephanieanne/stephanie ~stfn stephanieanne anne/

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


def search_keys(text: str) -> str:
    """What is kept of a name or a number.

    Returns:
        The parts as above; of a text that holds no letter and no digit three empty ones.
    """
    parts = [words for part in text.split() if (words := words_of(part))]
    words = [word for part in parts for word in part]
    keys: list[str] = []
    place = 0
    for part in parts:
        for word in part:
            later = joined(words[place:])
            # A number begins at each of its words, and nobody hears or mistypes one.
            if not any(each.is_number for each in part):
                keys += [word.own, word.latin, *_heard(word), *(OMITTED + each for each in omissions(word.signs))]
            keys += [later.own, later.latin]
            place += 1
    for word in beginnings_of(text):
        keys += [word.own, word.latin]
    whole = joined(words)
    return _kept(whole, keys, [WITHOUT + each for each in omissions(whole.signs, least=1)])


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
