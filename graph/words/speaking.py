"""In which language the task at hand is spoken with: set where a request comes in, asked where a sentence goes out.

It is of the task, as the scope is of the transaction: what is remembered between requests (plans, statements, refusals)
holds texts as they are declared, and each answer is worded as its own caller reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from graph.words.negotiation import preferred, served
from graph.words.words import ENGLISH, SOURCE, Words, words_of

__all__ = ["IN_ENGLISH", "Language", "speak", "speaking", "spoken", "spoken_by"]


@dataclass(frozen=True, slots=True)
class Language:
    """The language of an answer.

    Attributes:
        words: what is said in it.
        languages: all that the client reads, the dearest first and English last: for labels of a country's own, which
            know other languages than the catalogues.
    """

    words: Words = ENGLISH
    languages: tuple[str, ...] = (SOURCE,)

    @property
    def tag(self) -> str:
        """For `Content-Language`."""
        return self.words.tag


IN_ENGLISH = Language()
REMEMBERED_HEADERS = 500
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=IN_ENGLISH)


def spoken() -> Language:
    """The language of the task at hand."""
    return _SPOKEN.get()


@lru_cache(maxsize=REMEMBERED_HEADERS)
def spoken_by(header: str) -> Language:
    """The language that a client reads by its `Accept-Language`, or by a tag that it names itself."""
    if not header:
        return IN_ENGLISH
    wanted = preferred(header)
    return Language(words_of(served(wanted)), wanted)


def speak(language: Language) -> None:
    """Speak a language from now on, in this task and in those that it begins."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language for a while."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)
