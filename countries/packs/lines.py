"""Lines of one pack's file, read and checked: each cell by itself, then all lines of a rule together.

    key,jurisdiction,from,until,value,unit,certain,source

    key           a rule of `keys.py`
    jurisdiction  a part of the country, in capitals; empty for all of it. A part is one because a line of
                  `jurisdiction_body` names it
    from          the first day on which it holds; empty where it always has
    until         the first day on which it no longer does; empty where it holds to this day
    value         what it says, in its unit; NOT_APPLICABLE where nothing is asked
    unit          the unit of the key, in small letters, so that a reader of the file need not look it up
    certain       yes where somebody has read the source, no where it is named from general knowledge
    source        law and article, book, or a link that was opened

UTF-8, with or without a byte order mark; a comma between cells, or a semicolon as spreadsheets of half of Europe write
it; columns in any order. Lines of one rule may neither overlap nor leave a hole between them: what would hold on those
days, nobody said.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from countries.packs.cells import Unfit, read_certain, read_day, read_key, read_part, read_source, read_value
from countries.packs.days import ALWAYS
from countries.packs.faults import PackFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from countries.packs.keys import RuleKey

MARGINS = Unfit("has spaces at an end, line breaks or control characters", "remove them")
COLUMNS = ("key", "jurisdiction", "from", "until", "value", "unit", "certain", "source")


@dataclass(frozen=True, slots=True)
class PackLine:
    """A line.

    Attributes:
        file: where it stands.
        line: counted from 1; the header is line 1.
        part: the part of the country; empty for all of it.
        from_day: the first day, `ALWAYS` where it was not said.
        until_day: the first day no longer; none where it holds to this day.
        value: what it says.
        certain: whether its source was read.
        source: where it is laid down.
    """

    file: Path
    line: int
    key: RuleKey
    part: str
    from_day: date
    until_day: date | None
    value: str
    certain: bool
    source: str

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"{self.file.name}, line {self.line}"


def read_lines(file: Path, *, parts: bool) -> tuple[list[PackLine], list[PackFault]]:
    """The lines of a file whose days can be read, and everything that is wrong with it.

    Args:
        file: the file.
        parts: whether it is of a country, which may have parts; the default has none.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        hint = "save it as CSV in UTF-8 (in a spreadsheet: `CSV UTF-8`)"
        return [], [PackFault(file, line, "", "the text is not UTF-8", hint)]
    rows = _Rows(file, text)
    faults = list(rows.faults)
    lines: list[PackLine] = []
    for number, cells in rows.cells:
        read, wrong = _read(file, number, cells, parts=parts)
        lines += [] if read is None else [read]
        faults += wrong
    faults += _against_each_other(lines)
    return lines, faults


class _Rows:
    """A file taken apart.

    Attributes:
        cells: number and cells by column of each line that has all of them and is not empty.
        faults: what else there is.
    """

    def __init__(self, file: Path, text: str) -> None:
        self.cells: list[tuple[int, dict[str, str]]] = []
        self.faults: list[PackFault] = []
        first = text.partition("\n")[0]
        reader = csv.reader(
            io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True
        )
        try:
            header = next(reader, [])
            self.faults += _wrong_header(file, header)
            if self.faults:
                return
            before = reader.line_num
            for row in reader:
                number, before = before + 1, reader.line_num
                if not any(row):
                    continue
                if len(row) != len(COLUMNS):
                    what = f"a line has {len(COLUMNS)} cells and this one has {len(row)}"
                    hint = "put a text with a comma into quotation marks, and leave no cell out"
                    self.faults.append(PackFault(file, number, "", what, hint))
                else:
                    self.cells.append((number, dict(zip(header, row, strict=True))))
        except csv.Error:
            what, hint = "the quotation marks do not match", "close or remove them"
            self.faults.append(PackFault(file, reader.line_num, "", what, hint))


def _wrong_header(file: Path, header: list[str]) -> Iterator[PackFault]:
    hint = f"the first line reads {','.join(COLUMNS)}"
    for name in header:
        if name not in COLUMNS:
            yield PackFault(file, 1, name if name.isprintable() else "", "there is no such column", hint)
    for name in COLUMNS:
        if name not in header:
            yield PackFault(file, 1, name, "the column is missing", hint)
        elif header.count(name) > 1:
            yield PackFault(file, 1, name, "the column stands there twice", hint)


def _read(file: Path, number: int, cells: dict[str, str], *, parts: bool) -> tuple[PackLine | None, list[PackFault]]:
    """A line, as far as its rule, its part and its days can be read, and what is wrong with it."""
    key, part = read_key(cells["key"]), read_part(cells["jurisdiction"])
    begins, ends = read_day(cells["from"]), read_day(cells["until"])
    value: str | Unfit = "" if isinstance(key, Unfit) else read_value(key, cells["value"])
    certain, source = read_certain(cells["certain"]), read_source(cells["source"])
    said = {
        "key": key, "jurisdiction": part, "from": begins, "until": ends, "value": value, "certain": certain,
        "source": source,
    }  # fmt: skip
    unfit = {column: each for column, each in said.items() if isinstance(each, Unfit)}
    if not isinstance(key, Unfit) and cells["unit"] != key.unit.lower():
        unfit["unit"] = Unfit(f"{key.key} is not counted in it", f"write {key.unit.lower()}")
    if part and not parts:
        unfit["jurisdiction"] = Unfit("the default has no parts", "write the line into the file of its country")
    unfit |= {column: MARGINS for column, cell in cells.items() if cell != cell.strip() or not cell.isprintable()}
    if isinstance(key, Unfit) or isinstance(part, Unfit) or isinstance(begins, Unfit) or isinstance(ends, Unfit):
        return None, _at(file, number, unfit)
    if ends is not None and ends <= (begins or ALWAYS):
        unfit["until"] = Unfit("does not lie after the first day", "it is the first day on which it holds no longer")
        return None, _at(file, number, unfit)
    line = PackLine(file, number, key, part, begins or ALWAYS, ends, str(value), certain is True, str(source))
    return line, _at(file, number, unfit)


def _at(file: Path, number: int, unfit: dict[str, Unfit]) -> list[PackFault]:
    return [PackFault(file, number, column, each.what, each.hint) for column, each in unfit.items()]


def _against_each_other(lines: list[PackLine]) -> Iterator[PackFault]:
    """Lines of one rule, of one part, that overlap or leave a hole."""
    by_rule = sorted(lines, key=lambda each: (each.key.key, each.part, each.from_day, each.line))
    for _, group in groupby(by_rule, key=lambda each: (each.key.key, each.part)):
        last, *same = group
        for each in same:
            yield from _between(last, each)
            if last.until_day is not None and (each.until_day is None or each.until_day > last.until_day):
                last = each


def _between(last: PackLine, following: PackLine) -> Iterator[PackFault]:
    """What is wrong between the line that ends last of those before, and the one that begins next."""
    before, after = sorted((last, following), key=lambda each: each.line)
    if last.until_day is None or last.until_day > following.from_day:
        what = f"line {before.line} says something of the same days"
        day = "" if following.from_day == ALWAYS else f" ({following.from_day.isoformat()})"
        hint = f"let the earlier one end where the later begins{day}, or remove one"
        yield PackFault(after.file, after.line, "from", what, hint)
    elif last.until_day < following.from_day:
        what = f"nothing is said from {last.until_day.isoformat()} to {following.from_day.isoformat()}"
        hint = f"let line {last.line} end where line {following.line} begins, or say in a line what held between"
        yield PackFault(after.file, after.line, "from", what, hint)
