"""Policy packs: what every country lays down, on every day, with its source.

`countries/packs/default.csv` holds every rule on every day. `countries/packs/<CODE>.csv` says what a country, or a part
of it, lays down instead. An installation may have a folder with files of the same names and form: their
lines lie over ours, day by day. `lines.py` says what a line is, `timeline.py` which one counts.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from countries.packs.days import ALWAYS
from countries.packs.faults import PackFault, PacksError
from countries.packs.keys import KEYS, PART_BODY
from countries.packs.lines import read_lines
from countries.packs.relations import RELATIONS
from countries.packs.timeline import RuleOrigin, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from countries.packs.keys import RuleKey
    from countries.packs.lines import PackLine
    from countries.packs.timeline import LaidDown, Layer
    from countries.register.register import Register

FOLDER = Path(__file__).parent
DEFAULT = "default"
"""The name of the file that every country falls back to."""
_SPREADSHEETS = (".xlsx", ".xls", ".ods", ".numbers", ".tsv", ".txt")

_Said = dict[tuple[str, str], list["PackLine"]]
"""Lines of one file, by part and key."""


@dataclass(frozen=True)
class Packs:
    """What every country and every part of one lays down.

    Attributes:
        places: the rules of each place, by the country's code and the part; the part is empty for all of the country.
    """

    places: Mapping[tuple[str, str], Mapping[str, tuple[LaidDown, ...]]]

    def jurisdictions(self, code: str) -> tuple[str, ...]:
        """The parts of a country, sorted; none where its law is one."""
        return tuple(sorted(part for country, part in self.places if country == code and part))

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts of all countries, sorted."""
        return tuple(sorted({part for _, part in self.places if part}))

    def on(self, code: str, key: RuleKey, day: date, jurisdiction: str = "") -> LaidDown:
        """What holds of a rule on a day.

        Raises:
            KeyError: there is no such country, or it has no such part.
        """
        rules = self.places[code, jurisdiction][key.key]
        return next(each for each in reversed(rules) if each.from_day <= day)

    def rows(self) -> Iterator[tuple[str, str, str, date, date | None, str, int | None, str, str, str, str]]:
        """All that they lay down, a row for each time: what the table `policy` holds.

        Code, part, key, first day, first day no longer, value, value as a number, unit, source, YES or NO, origin.
        """
        for (code, part), rules in self.places.items():
            for key, pieces in rules.items():
                for each in pieces:
                    yield (
                        code, part, key, each.from_day, each.until_day, each.value, each.whole, each.key.unit.value,
                        each.source, "YES" if each.certain else "NO", each.origin.value,
                    )  # fmt: skip

    @cached_property
    def digest(self) -> str:
        """What tells these packs from others: the SHA-256 of all that they lay down, in hexadecimal letters."""
        said = hashlib.sha256()
        known: dict[int, bytes] = {}
        for (code, part), rules in sorted(self.places.items()):
            said.update(f"{code}\t{part}\n".encode())
            for each in (each for key in sorted(rules) for each in rules[key]):
                # Most countries share most rules.
                if id(each) not in known:
                    words = (
                        each.key.key, each.from_day.isoformat(), each.until_day.isoformat() if each.until_day else "",
                        each.value, each.key.unit.value, each.source, str(each.certain), each.origin.value,
                    )  # fmt: skip
                    known[id(each)] = ("\t".join(words) + "\n").encode()
                said.update(known[id(each)])
        return said.hexdigest()


def load_packs(register: Register, own: Path | None = None, instead: Path | None = None) -> Packs:
    """Read and check all packs.

    Args:
        register: the countries.
        own: an installation's folder, over ours.
        instead: a file that somebody wants to know to be right: it lies over ours, in the place of the file of its name
            in `own`; where it is one of ours it is read as that.

    Raises:
        PacksError: files have faults; the error has all of them, each with file, line and column.
        OSError: a file cannot be read.
    """
    faults: list[PackFault] = []
    ours = _files(FOLDER, register, faults)
    theirs = _files(own, register, faults) if own is not None else {}
    if instead is not None:
        name = _name(instead, register, faults)
        if name is not None and instead.resolve() != ours.get(name, FOLDER).resolve():
            theirs = {**theirs, name: instead}
    said = {
        (origin, name): _by_rule(file, name, faults)
        for origin, files in ((RuleOrigin.INSTALLATION, theirs), (RuleOrigin.COUNTRY, ours))
        for name, file in files.items()
    }
    faults += _nobody_s(said)
    if faults:
        raise PacksError(faults)
    places = _places(said, register)
    faults += _holes(places)
    if not faults:
        faults += _contradictions(places)
    if faults:
        raise PacksError(faults)
    return Packs(places)


# Files


def _files(folder: Path, register: Register, faults: list[PackFault]) -> dict[str, Path]:
    """The packs of a folder, by the code of their country, or `default`."""
    if not folder.is_dir():
        faults.append(
            PackFault(folder, 0, "", "there is no such folder", "make it, or name the one that has the packs")
        )
        return {}
    found: dict[str, Path] = {}
    for file in sorted(folder.iterdir()):
        if file.name.startswith((".", "~")) or not file.is_file():
            continue
        suffix = file.suffix.lower()
        if suffix in _SPREADSHEETS:
            faults.append(PackFault(file, 0, "", "is no pack", "save it as CSV in UTF-8 beside, and take it away"))
        elif suffix == ".csv" and (name := _name(file, register, faults)) is not None:
            found[name] = file
    return found


def _name(file: Path, register: Register, faults: list[PackFault]) -> str | None:
    if file.name == f"{DEFAULT}.csv" or (file.suffix == ".csv" and file.stem in register):
        return file.stem
    hint = f"name it {DEFAULT}.csv, or after the code of a country of the register, such as BE.csv"
    faults.append(PackFault(file, 0, "", "no country of the register has this code", hint))
    return None


def _by_rule(file: Path, name: str, faults: list[PackFault]) -> _Said:
    lines, wrong = read_lines(file, parts=name != DEFAULT)
    faults += wrong
    said: _Said = {}
    for line in lines:
        said.setdefault((line.part, line.key.key), []).append(line)
    return said


# Places


def _places(
    said: Mapping[tuple[RuleOrigin, str], _Said], register: Register
) -> dict[tuple[str, str], dict[str, tuple[LaidDown, ...]]]:
    def layers(name: str, part: str, key: str, ours: RuleOrigin) -> Iterator[Layer]:
        for origin, called in ((RuleOrigin.INSTALLATION, RuleOrigin.INSTALLATION), (RuleOrigin.COUNTRY, ours)):
            if lines := said.get((origin, name), {}).get((part, key)):
                yield called, lines

    behind = {key: list(layers(DEFAULT, "", key, RuleOrigin.FEDERATION)) for key in KEYS}
    default = {key: timeline(behind[key]) for key in KEYS}
    places: dict[tuple[str, str], dict[str, tuple[LaidDown, ...]]] = {}
    for code in register:
        parts = {part for (_, name), lines in said.items() if name == code for part, _ in lines if part}
        for part in ("", *sorted(parts)):
            above = places.get((code, ""), default)
            rules = dict(above)
            for key in KEYS:
                if own := list(layers(code, part, key, RuleOrigin.PART if part else RuleOrigin.COUNTRY)):
                    country = list(layers(code, "", key, RuleOrigin.COUNTRY)) if part else []
                    rules[key] = timeline([*own, *country, *behind[key]])
            places[code, part] = rules
    return places


def _nobody_s(said: Mapping[tuple[RuleOrigin, str], _Said]) -> Iterator[PackFault]:
    """Lines of parts in which no programme can stand, for nothing names them: the first line of each."""
    named: dict[str, set[str]] = {}
    for (_, code), lines in said.items():
        named.setdefault(code, set()).update(part for part, key in lines if key == PART_BODY.key)
    for (_, code), lines in said.items():
        firsts: dict[str, PackLine] = {}
        for (part, _), each in lines.items():
            if part not in firsts or each[0].line < firsts[part].line:
                firsts[part] = each[0]
        for part, first in sorted(firsts.items()):
            if part and part not in named[code]:
                near = ", ".join(sorted(named[code] - {""}))
                hint = f"add a line of {PART_BODY.key} that says whose rules these are"
                hint += f", or name one that there is: {near}" if near else ""
                yield PackFault(first.file, first.line, "jurisdiction", f"no programme can stand in {part}", hint)


def _holes(places: Mapping[tuple[str, str], Mapping[str, tuple[LaidDown, ...]]]) -> list[PackFault]:
    """The days on which the default says nothing of a rule: files that end somewhere leave them to it."""
    found: dict[str, PackFault] = {}
    for rules in places.values():
        for key, pieces in rules.items():
            whole = bool(pieces) and pieces[0].from_day == ALWAYS and pieces[-1].until_day is None
            if key in found or (whole and all(one.until_day == other.from_day for one, other in pairwise(pieces))):
                continue
            what, hint = f"{key} is not said on every day", "say it in lines of the default that leave no day out"
            found[key] = PackFault(FOLDER / f"{DEFAULT}.csv", 0, "key", what, hint)
    return list(found.values())


def _contradictions(places: Mapping[tuple[str, str], Mapping[str, tuple[LaidDown, ...]]]) -> list[PackFault]:
    """Rules that say more than others that hang together with them, each pair of lines once."""
    found: dict[tuple[str, int, str, int], PackFault] = {}
    for (code, part), rules in places.items():
        for relation in RELATIONS:
            for lesser in rules[relation.lesser]:
                for greater in rules[relation.greater]:
                    if not _together(lesser, greater) or lesser.whole is None or greater.whole is None:
                        continue
                    if not relation.holds(lesser.whole, greater.whole):
                        fault = _contradiction(code, part, lesser, greater, strict=not relation.may_equal)
                        one, other = lesser.line, greater.line
                        found.setdefault((str(one.file), one.line, str(other.file), other.line), fault)
    return list(found.values())


def _together(one: LaidDown, other: LaidDown) -> bool:
    return (one.until_day is None or other.from_day < one.until_day) and (
        other.until_day is None or one.from_day < other.until_day
    )


def _contradiction(code: str, part: str, lesser: LaidDown, greater: LaidDown, *, strict: bool) -> PackFault:
    # It is told at the line that is closer to the country: that one was written against the other.
    at, other = (lesser, greater) if lesser.origin is not RuleOrigin.FEDERATION else (greater, lesser)
    first = max(lesser.from_day, greater.from_day)
    where = f"{code} {part}".strip()
    day = "" if first == ALWAYS else f" from {first.isoformat()}"
    bound = "less than" if strict else "at most"
    what = f"{where}{day}: {at.key.key} is {at.value} here, and {other.key.key} is {other.value} in {other.line.place}"
    hint = f"{lesser.key.key} is {bound} {greater.key.key}: correct one of the two"
    return PackFault(at.line.file, at.line.line, "value", what, hint)
