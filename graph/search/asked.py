"""What a search looks for: of each of its words beginnings and keys, each with how far it is from what was typed.

Every word has to be found in a row. Or all of them as one, whatever stands between them: that finds full names that are
written without a space, with one too many, or with a letter in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.search.folding import Word, joined, words_of
from graph.search.keys import BETWEEN, HEARD, LONGEST, OMITTED, PART, WHOLE, omissions
from graph.search.misspelt import one_letter_more_or_less, one_letter_off
from graph.search.sounds import consonants

if TYPE_CHECKING:
    from collections.abc import Iterator

EXACT, BEGINS, NEAR, MISSPELT, HALF, SOUNDS = range(6)
"""How far a row's word is from the search's: it is the word; begins so; holds all its signs; is one letter or sign off;
shares one of two signs; sounds alike. A row is as far as all words together."""
MOST_LETTERS = 120
MOST_WORDS = 12
MOST_MISSPELT = 24
"""Letters of a word in which one may be wrong."""
LEAST_MISSPELT = 3
"""Letters of a word in which one may be wrong where it is all that is asked for; beside others it may be shorter."""
REMEMBERED = 32
"""Searches of which the outcome is known: one statement asks for its parts one by one."""


class SearchError(ValueError):
    """A search that cannot be meant.

    Attributes:
        message: what is wrong, a template.
        hint: what to do, likewise.
        params: their parameters.
    """

    def __init__(self, message: str, hint: str, *params: tuple[str, int]) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.params = params


@dataclass(frozen=True, slots=True)
class Beginnings:
    """How the keys of a word begin, in its own script and in Latin letters.

    Attributes:
        starts: beginnings of keys.
    """

    starts: tuple[str, ...]

    @property
    def ends(self) -> tuple[str, ...]:
        """The first text behind all that begin so, for each."""
        return tuple(start[:-1] + chr(ord(start[-1]) + 1) for start in self.starts)

    @property
    def patterns(self) -> tuple[str, ...]:
        """The same as patterns of LIKE, in what stands beside a name (`graph/search/keys.py`), behind a space."""
        return tuple(f"%{before}{start}%" for start in self.starts for before in (BETWEEN, PART))


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search looks for; the lists of keys are in step.

    Attributes:
        words: how each word begins, by its place; one alone is all of them as one too.
        whole: how several as one begin; its place is behind the last.
        keys: keys, each once for a word.
        key_places: the place of the word that each is of.
        key_distances: how far a row is by it.
    """

    words: tuple[Beginnings, ...]
    whole: Beginnings
    keys: tuple[str, ...]
    key_places: tuple[int, ...]
    key_distances: tuple[int, ...]


def words_in(text: object) -> int:
    """How many words a search has; none where it cannot be meant."""
    try:
        return len(asked(text).words) if isinstance(text, str) else 0
    except SearchError:
        return 0


def is_blank(text: object) -> bool:
    """Whether a search asks for nothing, as one that nobody has typed into: then it means all."""
    return text is None or (isinstance(text, str) and not text.strip())


@lru_cache(maxsize=REMEMBERED)
def asked(text: str) -> Sought:
    """What a search looks for.

    Args:
        text: as it was typed.

    Raises:
        SearchError: it is too long, or holds no letter and no digit.
    """
    if len(text) > MOST_LETTERS:
        hint = "Write the first letters of each name."
        raise SearchError("A search holds {limit} letters at most.", hint, ("limit", MOST_LETTERS))
    words = [word for part in text.split() for word in _between_spaces(part)]
    if not words:
        raise SearchError("The search holds no letter and no digit.", "Write how a name or a number begins.")
    if len(words) > MOST_WORDS:
        limit = ("limit", MOST_WORDS)
        raise SearchError("A search holds {limit} words at most.", "Write fewer of the names.", limit)
    alone, whole = len(words) == 1, joined(words)
    distances = [_around_word(word, alone=alone) for word in words]
    distances.append(_around_whole(whole, alone=alone))
    # Whose name as one begins with a letter has a word that begins with it.
    as_one = tuple(WHOLE + start for start in _forms(whole) if len(whole.own) > 1)
    if alone:
        each, as_one = [(*_forms(whole), *as_one)], ()
    else:
        each = [tuple(_forms(word)) for word in words]
    return Sought(
        tuple(map(Beginnings, each)),
        Beginnings(as_one),
        tuple(key for each in distances for key in each),
        tuple(place for place, each in enumerate(distances) for _ in each),
        tuple(far for each in distances for far in each.values()),
    )


def _between_spaces(part: str) -> list[Word]:
    """The words of what stands between spaces. A number is one: its keys begin at each of its words."""
    words = words_of(part)
    return [joined(words)] if any(word.is_number for word in words) else words


def _forms(word: Word) -> Iterator[str]:
    return (form for form in dict.fromkeys((word.own[:LONGEST], word.latin[:LONGEST])) if form)


def _around_word(word: Word, *, alone: bool) -> dict[str, int]:
    """The keys of other words that one may have been meant to be, each with how far it is."""
    if word.is_number:
        return {}
    sound = consonants(word.latin)
    found = {HEARD + sound: SOUNDS} if sound else {}
    if word.signs:
        # All of them as one says more: a word is one step further off.
        return found | {key: far + 1 for key, far in _signs_off(word.signs, "").items()}
    if len(word.own) <= MOST_MISSPELT and (len(word.own) >= LEAST_MISSPELT or not alone):
        found |= dict.fromkeys(one_letter_off(word.own), MISSPELT)
    found.pop("", None)
    return found


def _around_whole(whole: Word, *, alone: bool) -> dict[str, int]:
    """The same of all words as one."""
    if whole.is_number:
        return {}
    if whole.signs:
        return _signs_off(whole.signs, WHOLE)
    if len(whole.own) > MOST_MISSPELT or (alone and len(whole.own) <= LEAST_MISSPELT):
        return {}
    # What is wrong within one of several words that word finds itself.
    meant = one_letter_off(whole.own) if alone else one_letter_more_or_less(whole.own)
    return dict.fromkeys((WHOLE + each for each in meant), MISSPELT)


def _signs_off(signs: tuple[str, ...], mark: str) -> dict[str, int]:
    """What is one sign off: two have changed places, one is left out, too many, or another one."""
    far = MISSPELT if len(signs) > 2 else HALF  # noqa: PLR2004 - of two signs one is half
    fewer = list(omissions(signs))
    found = dict.fromkeys((*(mark + each for each in fewer), *(OMITTED + mark + each for each in fewer)), far)
    for at in range(len(signs) - 1):
        found[mark + "".join((*signs[:at], signs[at + 1], signs[at], *signs[at + 2 :]))] = NEAR
    if len(signs) > 1 or mark:
        found[OMITTED + mark + "".join(signs)] = NEAR
    return found
