"""What is wrong with a catalogue, with file and line: before a server says it to somebody."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po

from graph.words.placeholders import placeholders
from graph.words.template import Key, Message, key_of, texts_of
from graph.words.words import SOURCE, catalogue_file, languages

__all__ = ["CatalogueError", "CatalogueFault", "check_catalogues", "faults_in"]

LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*"\s*)?')
"""A line of a catalogue: a comment, a text, or nothing."""
TRIED = range(1_001)
"""The numbers that a plural's rule is tried with: no language tells further ones apart."""


@dataclass(frozen=True, slots=True)
class CatalogueFault:
    """Something that is wrong.

    Attributes:
        file: the catalogue.
        line: counted from 1.
        fault: what it is, in a sentence.
    """

    file: str
    line: int
    fault: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.fault}"


class CatalogueError(ValueError):
    """Catalogues have faults: all of them, a line each."""

    def __init__(self, faults: Sequence[CatalogueFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


def check_catalogues() -> None:
    """See whether the catalogues that come with the program can be used, be they complete or not.

    Raises:
        CatalogueError: some cannot.
    """
    faults = [fault for tag in languages() if tag != SOURCE for fault in faults_in(Path(str(catalogue_file(tag))))]
    if faults:
        raise CatalogueError(faults)


def faults_in(path: Path, messages: Iterable[Message] | None = None) -> list[CatalogueFault]:
    """What is wrong with a catalogue; nothing where it may be used, be it complete or not.

    Args:
        path: the file; its name is the language's tag.
        messages: everything that the product says; without, what the catalogue itself says in English is looked at.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        Locale.parse(path.stem)
    except (UnknownLocaleError, ValueError):
        return [CatalogueFault(str(path), 1, f"`{path.stem}` is no language tag; name the file as fr.po.")]
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        if torn := [number for number, line in enumerate(lines, 1) if not LINE.fullmatch(line)]:
            return [CatalogueFault(str(path), torn[0], "This is no catalogue of gettext: a text has no end.")]
        # Babel makes up a rule for plurals where the header has none, and takes one that it cannot read for none.
        catalogue = read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)
    except PoFileError as error:
        return [CatalogueFault(str(path), error.lineno + 1, f"This is no catalogue of gettext: {error}.")]
    except UnicodeDecodeError:
        return [CatalogueFault(str(path), 1, "The file is no UTF-8.")]
    known = {each.key: each for each in (_said_by(catalogue) if messages is None else messages)}
    found = [*_of_plurals(path, catalogue), *_of_entries(catalogue, known)]
    return [CatalogueFault(str(path), line, fault) for line, fault in found]


def _said_by(catalogue: Catalog) -> Iterator[Message]:
    for entry in catalogue:
        if entry.id:
            text, plural = (entry.id, None) if isinstance(entry.id, str) else (entry.id[0], entry.id[1])
            yield Message(text, "", entry.context, plural)


def _of_plurals(path: Path, catalogue: Catalog) -> Iterator[tuple[int, str]]:
    forms, written = get_plural(path.stem).num_plurals, catalogue.num_plurals
    try:
        rule = c2py(catalogue.plural_expr)
        used = {rule(number) for number in TRIED}
    except (ValueError, OverflowError, RecursionError, ZeroDivisionError):
        yield 1, f"The rule for plurals cannot be read: {catalogue.plural_expr}"
        return
    if written != forms:
        yield 1, f"The language has {forms} plural forms, and the header says {written}."
    elif used != set(range(written)):
        yield 1, "The rule for plurals names a form that there is none, or leaves one out."


def _of_entries(catalogue: Catalog, known: Mapping[Key, Message]) -> Iterator[tuple[int, str]]:
    for entry in catalogue:
        if not entry.id:
            continue
        message = known.get(key_of(entry))
        if message is None:
            yield _line(entry), "Nothing says that: take it out, or run hearth words update."
        elif bool(message.plural) != bool(entry.pluralizable):
            yield _line(entry), "It has a plural here and none there: run hearth words update."
        elif entry.fuzzy:
            yield _line(entry), "It is marked as unsure: look at it, and take the mark away."
        else:
            yield from ((_line(entry), each) for each in _of_texts(texts_of(entry), message, catalogue.num_plurals))


def _of_texts(texts: Sequence[str], message: Message, forms: int) -> Iterator[str]:
    if not any(texts):
        return
    if message.plural and (len(texts) != forms or not all(texts)):
        yield f"A plural has {forms} forms, and each of them a text."
    wanted = message.placeholders
    for text in texts:
        there = placeholders(text)
        if unknown := there - wanted:
            yield f"It names a parameter that there is none: {', '.join(sorted(unknown))}."
        # "One year" may say the number as a word.
        if (missing := wanted - there) and not (message.plural and len(missing) == 1):
            yield f"It lacks a parameter: {', '.join(sorted(missing))}."


def _line(entry: Entry) -> int:
    return entry.lineno or 1
