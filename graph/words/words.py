"""What the product says in one language: a catalogue in memory, and English where it says nothing.

    words.say("There is no such {type}.")        the sentence, its parameters still to be filled in
    words.say("Unknown", "Sex")                  a label, in the context of its enumeration
    words.count("one year", "{years} years", 3)  by the plural forms of the language

A catalogue is a file of GNU gettext, `catalogues/<language>.po`; whoever adds a language adds that file. It is compiled
when it is first asked for, or when a server starts.
"""

from __future__ import annotations

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

__all__ = ["ENGLISH", "SOURCE", "Words", "catalogue_file", "compile_catalogues", "languages", "words_of"]

SOURCE = "en"
"""The language of what is declared: the one that every other falls back to."""
SUFFIX = ".po"


class Words:
    """A language.

    Args:
        tag: of the language, such as `fr`.
        translations: the catalogue; without it all is said as it is declared.

    Attributes:
        tag: as given, for `Content-Language`.
        locale: its numbers, days and names of countries.
    """

    __slots__ = ("_translations", "locale", "tag")

    def __init__(self, tag: str, translations: NullTranslations | None = None) -> None:
        self.tag = tag
        self.locale = Locale.parse(tag)
        self._translations = translations or NullTranslations()

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return bool(self.locale.text_direction == "rtl")

    def say(self, text: str, context: str | None = None) -> str:
        """A text in this language, its parameters as they are.

        Args:
            text: as it is declared, in English.
            context: what tells it apart from the same text elsewhere.
        """
        if not text:
            return text
        return self._translations.gettext(text) if context is None else self._translations.pgettext(context, text)

    def count(self, one: str, many: str, number: int, context: str | None = None) -> str:
        """What is said of a number of things, by the plural forms of the language; parameters as they are."""
        if context is None:
            return self._translations.ngettext(one, many, number)
        return self._translations.npgettext(context, one, many, number)

    def either(self, names: Sequence[str]) -> str:
        """Names with the language's *or* between them."""
        return format_list(names, style="or", locale=self.locale)


ENGLISH = Words(SOURCE)


def _folder() -> Traversable:
    return files("graph.words") / "catalogues"


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are, English first, the others by their tags."""
    found = {each.name.removesuffix(SUFFIX) for each in _folder().iterdir() if each.name.endswith(SUFFIX)}
    return (SOURCE, *sorted(found - {SOURCE}))


def catalogue_file(tag: str) -> Traversable:
    """Where a language's catalogue is."""
    return _folder() / f"{tag}{SUFFIX}"


def compile_catalogues() -> None:
    """Have every language at hand, so that nobody's request waits for one."""
    for tag in languages():
        words_of(tag)


@cache
def words_of(tag: str) -> Words:
    """A language that there is.

    Raises:
        KeyError: there is none of that tag.
    """
    if tag not in languages():
        raise KeyError(tag)
    if tag == SOURCE:
        return ENGLISH
    with catalogue_file(tag).open("rb") as text:
        catalogue = read_po(text, locale=tag)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(tag, GNUTranslations(compiled))
