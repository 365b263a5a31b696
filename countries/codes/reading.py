"""The file of a code list: what its lines hold, and everything that is wrong with them, told at once.

UTF-8, commas, a header line:

    code           as the country writes it; the lines of one code follow one another, the earlier first
    from           the first day on which it may be used; empty where it always could
    until          the first day on which it no longer may; empty where it may to this day
    international  what it maps to: a code of the list's international set (`lists.py`); empty where the list has none
    certain        yes or no: whether whoever wrote the line has seen the source
    source         law, article, return or book; a link only where there is one
    en, cy, …      the label, a column a language (BCP 47): English, and one of the country's languages at least

The order of the lines is the order in which a choice is shown.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from difflib import get_close_matches
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from countries.codes.code import ALWAYS, ENGLISH, Code, CodeFault
from countries.codes.lists import LISTS
from countries.codes.tags import is_tag, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from countries.codes.lists import CodeList
    from countries.register.register import Register

DEFAULT = "default"
"""The folder of the lists that hold for every country without one of its own."""
COLUMNS = ("code", "from", "until", "international", "certain", "source")
"""The columns before the languages."""
_CODE = re.compile(r"\w(?:[\w ./()+-]{0,38}[\w.)+])?")
_CERTAIN = {"yes": True, "no": False}
_DAY_HINT = "write a day as 2022-04-01, or leave it empty"


class _Lines(NamedTuple):
    """What of a file could be read: the languages, and each line's number with its cells."""

    languages: tuple[str, ...]
    lines: list[tuple[int, list[str]]]


class _ListReader:
    """Reads one file, and notes what is wrong with it."""

    def __init__(self, path: Path, register: Register) -> None:
        self.file = str(path)
        self.country = path.parent.name
        self.known = LISTS.get(path.stem)
        self.faults: list[CodeFault] = []
        self.broken: set[str] = set()
        """Codes of which a line could not be read: what lies between their lines is not known."""
        self.spoken: tuple[str, ...] = ()
        if self.country in register:
            self.spoken = register[self.country].languages
        elif self.country != DEFAULT:
            self.note(1, "", "there is no country of that code in the register", "name the folder as GB or default")
        if self.known is None:
            self.note(1, "", "there is no such list", _near(path.stem, LISTS))

    def note(self, line: int, column: str, fault: str, hint: str) -> None:
        self.faults.append(CodeFault(self.file, line, column, fault, hint))

    def lines(self, content: bytes) -> _Lines | None:
        """The lines of the file; nothing where it cannot be read as such."""
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            self.note(line, "", "the file is not UTF-8", "save it as CSV UTF-8")
            return None
        try:
            reader = csv.reader(StringIO(text, newline=""), strict=True)
            rows = [(reader.line_num, cells) for cells in reader]
        except csv.Error as error:
            self.note(text.count("\n") + 1, "", f"the file is no CSV: {error}", "look at its quotation marks")
            return None
        header = tuple(rows[0][1]) if rows else ()
        if header[: len(COLUMNS)] != COLUMNS:
            meant = f"begin it with {','.join(COLUMNS)}, the languages behind it"
            separated = "the columns stand between semicolons; " if ";" in "".join(header) else ""
            self.note(1, "", f"{separated}the first line names other columns", meant)
            return None
        languages = header[len(COLUMNS) :]
        self._languages(languages)
        lines: list[tuple[int, list[str]]] = []
        for number, cells in rows[1:]:
            if len(cells) == len(header):
                lines.append((number, cells))
            else:
                fault = f"a line has {len(header)} cells and this one has {len(cells)}"
                self.note(number, header[min(len(cells), len(header) - 1)], fault, "count its commas")
        if not rows[1:]:
            self.note(1, "code", "the list has no code", "give it one, or remove the file")
        return _Lines(languages, lines)

    def _languages(self, tags: tuple[str, ...]) -> None:
        for place, tag in enumerate(tags):
            if not is_tag(tag):
                self.note(1, tag or "language", "that is no language tag", "write one of BCP 47, such as cy or pt-BR")
            elif tag in tags[:place]:
                self.note(1, tag, "the language has two columns", "keep one")
        if ENGLISH not in tags:
            self.note(
                1, ENGLISH, "the column of English labels is missing", "add it: every code has a label in English"
            )
        if self.spoken and not set(self.spoken) & set(map(language_of, tags)):
            self.note(
                1, self.spoken[0], "no label is in a language of the country",
                f"add a column of {' or '.join(self.spoken)}",
            )  # fmt: skip

    def code(self, line: int, cells: list[str], languages: tuple[str, ...]) -> Code | None:
        """The code of a line; nothing where something is wrong with it."""
        told = len(self.faults)
        code, from_, until, international, certain, source = cells[: len(COLUMNS)]
        if not _CODE.fullmatch(code):
            self.note(line, "code", "that cannot be a code", "write 1 to 40 letters, digits, and _ . / ( ) + - between")
        begins, ends = self._day(line, "from", from_) or ALWAYS, self._day(line, "until", until)
        if ends is not None and ends <= begins:
            self.note(line, "until", "it ends before it begins", "give a day after the first one")
        if self.known is not None:
            self._mapped(line, self.known, international)
        if certain not in _CERTAIN:
            self.note(
                line, "certain", "that is neither yes nor no", "write yes where you have seen the source, else no"
            )
        if not source or source != source.strip() or not source.isprintable():
            self.note(
                line, "source", "it is not said where the code comes from", "name the law, the return or the book"
            )
        labels = self._labels(line, dict(zip(languages, cells[len(COLUMNS) :], strict=True)))
        if len(self.faults) > told or self.known is None or ENGLISH not in labels:
            self.broken.add(code)
            return None
        return Code(
            self.country, self.known.key, code, begins, ends, line - 1, international or None, _CERTAIN[certain],
            source, labels, labels[ENGLISH], self.file,
        )  # fmt: skip

    def _day(self, line: int, column: str, cell: str) -> date | None:
        try:
            return date.fromisoformat(cell) if cell else None
        except ValueError:
            self.note(line, column, "there is no such day", _DAY_HINT)
            return None

    def _mapped(self, line: int, known: CodeList, international: str) -> None:
        if known.international and not international:
            self.note(line, "international", "the code is mapped to nothing", f"name one of {_all(known)}")
        elif known.international and international not in known.international:
            near = _near(international, known.international)
            self.note(line, "international", "there is no such international code", near)
        elif international and not known.international:
            self.note(line, "international", "codes of this list map to nothing", "leave it empty")

    def _labels(self, line: int, cells: dict[str, str]) -> dict[str, str]:
        labels = {tag: label for tag, label in cells.items() if label}
        for tag, label in labels.items():
            if label != label.strip() or not label.isprintable():
                self.note(line, tag, "the label has blanks around it, or what nobody sees", "write it on one line")
        if ENGLISH in cells and ENGLISH not in labels:
            self.note(line, ENGLISH, "the label in English is missing", "give one")
        spoken = set(self.spoken) & set(map(language_of, cells))
        if spoken and not spoken & set(map(language_of, labels)):
            tag = next(each for each in self.spoken if each in spoken)
            self.note(
                line, tag, "no label is in a language of the country", f"give one in {' or '.join(sorted(spoken))}"
            )
        return labels

    def times(self, codes: list[tuple[int, Code]]) -> None:
        """That each code has one line on each of its days, and no day between them without one."""
        ended: dict[str, tuple[int, Code]] = {}
        for line, code in codes:
            before = ended.get(code.code)
            ended[code.code] = line, code
            if before is None or code.code in self.broken:
                continue
            number, last = before
            if last.until_day is None or last.until_day > code.from_day:
                fault = f"line {number} of the same code holds on that day still"
                self.note(line, "from", fault, "end that one first, or remove one of the two")
            elif last.until_day < code.from_day:
                fault = f"between line {number} and this one there are days without the code"
                self.note(line, "from", fault, f"let it begin on {last.until_day}, or give the later one another code")


def read_list(path: Path, register: Register) -> tuple[list[Code], list[CodeFault]]:
    """The codes of a file, and all that is wrong with it; of a line with a fault there is no code.

    Raises:
        OSError: it cannot be read.
    """
    reader = _ListReader(path, register)
    read = reader.lines(path.read_bytes())
    found: list[tuple[int, Code]] = []
    for line, cells in read.lines if read is not None else ():
        code = reader.code(line, cells, read.languages) if read is not None else None
        if code is not None:
            found.append((line, code))
    reader.times(found)
    return [code for _, code in found], sorted(reader.faults, key=lambda fault: fault.line)


def _all(known: CodeList) -> str:
    return ", ".join(known.international)


def _near(word: str, words: Iterable[str]) -> str:
    listed = list(words)
    near = get_close_matches(word, listed, n=3)
    return f"did you mean {' or '.join(near)}?" if near else f"name one of {', '.join(listed)}"
