"""What a word may have been meant to be, where a letter is left out, too many or wrong, or two have changed places."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graph.search.folding import script_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

REACH = 0x40
"""How far around a word's letters Unicode is looked through for others of its script."""
BEYOND = {"ARABIC": "پچژگ", "CYRILLIC": "ґ", "LATIN": "abcdefghijklmnopqrstuvwxyz"}
"""Letters that languages have given to a script, and that stand further off."""


def one_letter_off(word: str) -> Iterator[str]:
    """Every word that one mistake makes of another."""
    letters = alphabet_of(word)
    for place, here in enumerate(word):
        before, behind = word[:place], word[place + 1 :]
        if behind and behind[0] != here:
            yield before + behind[0] + here + behind[1:]
        yield from (before + letter + behind for letter in letters if letter != here)
    yield from one_letter_more_or_less(word)


def one_letter_more_or_less(word: str) -> Iterator[str]:
    """Every word with one letter more or less: where a space is a letter too many, or a letter became one."""
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
    for place in range(len(word) + 1):
        yield from (word[:place] + letter + word[place:] for letter in alphabet_of(word))


def alphabet_of(word: str) -> str:
    """The letters of the scripts that a word is written in, as words are compared."""
    scripts: dict[str, list[int]] = {}
    for letter in word:
        if not letter.isdigit():
            scripts.setdefault(script_of(letter), []).append(ord(letter))
    return "".join(_letters(script, min(codes) // REACH, max(codes) // REACH) for script, codes in scripts.items())


@lru_cache(maxsize=128)
def _letters(script: str, first: int, last: int) -> str:
    if script == "LATIN":
        return BEYOND[script]
    around = map(chr, range((first - 1) * REACH, (last + 2) * REACH))
    found = {letter for letter in around if script_of(letter) == script and _is_compared(letter)}
    return "".join(sorted(found.union(BEYOND.get(script, ""))))


def _is_compared(letter: str) -> bool:
    """Whether a letter stands for itself in words as they are compared."""
    return [word.own for word in words_of(letter)] == [letter]
