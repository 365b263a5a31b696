"""The register: the countries that may be tenants, and what is true of each for everybody.

`register.csv` has one line a country, sorted by code:

    code       ISO 3166-1 alpha-2
    name       English short name
    region     one of `Region`
    languages  ISO 639-1 codes, official ones first, a space between; ISO 639-3 where 639-1 has none
    currency   ISO 4217, the one in use now
    time_zone  IANA, the capital's
    source     where the values come from that CLDR does not know, and which of them are uncertain

Name, languages, currency and time zone are CLDR's unless `source` says otherwise. What a country lays down stands in
its pack (`countries/packs/`), with its days and its source.

The file is read whole and checked strictly when a process starts: a register with a fault starts nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

_T = TypeVar("_T")

_FILE = Path(__file__).with_name("register.csv")
_COLUMNS = ("code", "name", "region", "languages", "currency", "time_zone", "source")


class RegisterError(ValueError):
    """A fault at one place of the register.

    Attributes:
        line: counted from 1; the header is line 1.
        column: the column's name in the header.
    """

    def __init__(self, fault: str, line: int, column: str) -> None:
        super().__init__(f"register of countries, line {line}, column {column}: {fault}")
        self.line = line
        self.column = column


class Region(StrEnum):
    """The regions of the federation, after UNICEF's regional classification."""

    EAST_ASIA_AND_PACIFIC = "EAST_ASIA_AND_PACIFIC"
    EASTERN_AND_SOUTHERN_AFRICA = "EASTERN_AND_SOUTHERN_AFRICA"
    EASTERN_EUROPE_AND_CENTRAL_ASIA = "EASTERN_EUROPE_AND_CENTRAL_ASIA"
    LATIN_AMERICA_AND_CARIBBEAN = "LATIN_AMERICA_AND_CARIBBEAN"
    MIDDLE_EAST_AND_NORTH_AFRICA = "MIDDLE_EAST_AND_NORTH_AFRICA"
    NORTH_AMERICA = "NORTH_AMERICA"
    SOUTH_ASIA = "SOUTH_ASIA"
    WEST_AND_CENTRAL_AFRICA = "WEST_AND_CENTRAL_AFRICA"
    WESTERN_EUROPE = "WESTERN_EUROPE"


@dataclass(frozen=True, slots=True)
class RegisteredCountry:
    """One country of the register.

    Attributes:
        code: ISO 3166-1 alpha-2, the tenant's key.
        name: English short name.
        region: the region of the federation.
        languages: ISO 639 codes, official ones first.
        currency: ISO 4217.
        time_zone: the capital's; its name is `time_zone.key`.
    """

    code: str
    name: str
    region: Region
    languages: tuple[str, ...]
    currency: str
    time_zone: ZoneInfo

    def today(self, now: datetime) -> date:
        """The date in this country at an instant.

        Raises:
            ValueError: `now` has no time zone, so that it is no instant.
        """
        if now.tzinfo is None:
            raise ValueError("now needs a time zone: pass datetime.now(UTC)")
        return now.astimezone(self.time_zone).date()


class Register(Mapping[str, RegisteredCountry]):
    """The countries by code, in the order of their codes."""

    def __init__(self, countries: Iterable[RegisteredCountry]) -> None:
        self._by_code = {country.code: country for country in sorted(countries, key=lambda country: country.code)}

    def __getitem__(self, code: str) -> RegisteredCountry:
        return self._by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, sorted."""
        return tuple(self._by_code)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions that have a country here, sorted by name."""
        return tuple(sorted({country.region for country in self.values()}))

    def elsewhere(self, now: datetime, today: date | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The countries in which it is the day after a date, and those in which it is the day before.

        Args:
            now: the instant.
            today: the date then, somewhere of the register; without, the one in UTC. No two of its countries are more
                than a day apart.

        Raises:
            ValueError: `now` has no time zone, so that it is no instant.
        """
        here = today or now.astimezone(UTC).date()
        days = {code: country.today(now) for code, country in self._by_code.items()}
        ahead = tuple(code for code, day in days.items() if day > here)
        return ahead, tuple(code for code, day in days.items() if day < here)

    def of_region(self, name: str) -> tuple[RegisteredCountry, ...]:
        """The countries of one region, in the order of their codes.

        Raises:
            ValueError: there is no region of that name.
        """
        region = _region(name)
        return tuple(country for country in self.values() if country.region is region)


def load_register(path: Path | None = None) -> Register:
    """Read and check a register; without a path, the one of this package.

    Raises:
        RegisterError: the file has a fault; the error names line and column.
        OSError: the file cannot be read.
    """
    # Bytes that are no UTF-8 become surrogates here, so that the check of each cell can name their place.
    text = (path or _FILE).read_bytes().decode("utf-8", errors="surrogateescape")
    header, *lines = (line.removesuffix("\r") for line in text.removesuffix("\n").split("\n"))
    _check_header(_split(1, header))
    countries: list[RegisteredCountry] = []
    names: set[str] = set()
    for number, line in enumerate(lines, start=2):
        country = _country(_row(number, line))
        _check_order(number, country, countries[-1] if countries else None)
        if country.name in names:
            raise RegisterError("another line has this name; a country has one line", number, "name")
        names.add(country.name)
        countries.append(country)
    if not countries:
        raise RegisterError("there is no country; write one line for each", 2, "code")
    return Register(countries)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line, split into cells by column."""

    line: int
    cells: dict[str, str]

    def read(self, column: str, parse: Callable[[str], _T]) -> _T:
        """The cell of a column, parsed; the parser's ValueError becomes a RegisterError at this place."""
        try:
            return parse(self.cells[column])
        except ValueError as fault:
            raise RegisterError(str(fault), self.line, column) from None


def _split(number: int, line: str) -> list[str]:
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        # Nothing before the first quotation mark is quoted, so that its commas tell the column.
        index = min(line.partition('"')[0].count(","), len(_COLUMNS) - 1)
        raise RegisterError("the quotation marks do not match; close or remove them", number, _COLUMNS[index]) from None


def _check_header(cells: list[str]) -> None:
    for expected, found in zip_longest(_COLUMNS, cells):
        if expected != found:
            fault = f"the first line must read {','.join(_COLUMNS)}, in UTF-8 without a byte order mark"
            raise RegisterError(fault, 1, expected or _COLUMNS[-1])


def _row(number: int, line: str) -> _Row:
    found = _split(number, line)
    if len(found) != len(_COLUMNS):
        place = _COLUMNS[min(len(found), len(_COLUMNS) - 1)]
        fault = f"a line has {len(_COLUMNS)} cells and this one has {len(found)}; write one line for each country"
        raise RegisterError(fault, number, place)
    row = _Row(number, dict(zip(_COLUMNS, found, strict=True)))
    for column in _COLUMNS:
        row.read(column, _check_text)
    return row


def _country(row: _Row) -> RegisteredCountry:
    return RegisteredCountry(
        code=row.read("code", _code),
        name=row.cells["name"],
        region=row.read("region", _region),
        languages=row.read("languages", _languages),
        currency=row.read("currency", _currency),
        time_zone=row.read("time_zone", _time_zone),
    )


def _check_order(number: int, country: RegisteredCountry, previous: RegisteredCountry | None) -> None:
    if previous is None or country.code > previous.code:
        return
    if country.code == previous.code:
        raise RegisterError("the line before has this code; a country has one line", number, "code")
    raise RegisterError("lines are sorted by code and this one comes too late; move it up", number, "code")


def _check_text(cell: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in cell):
        raise ValueError("the text is not UTF-8; save the file in UTF-8")
    if not cell:
        raise ValueError("the cell is empty; every cell has a value")
    if cell != cell.strip() or not cell.isprintable():
        raise ValueError("spaces at an end and control characters are not allowed; remove them")


def _code(cell: str) -> str:
    # pycountry takes long to import, and only reading a register needs it; it also ignores the case of letters.
    import pycountry

    country = pycountry.countries.get(alpha_2=cell)
    if country is None or country.alpha_2 != cell:
        raise ValueError("must be an ISO 3166-1 alpha-2 code in capitals, such as BE")
    return cell


def _region(cell: str) -> Region:
    if cell not in Region.__members__:
        raise ValueError(f"must be one of {', '.join(Region)}")
    return Region(cell)


def _languages(cell: str) -> tuple[str, ...]:
    import pycountry

    codes = tuple(cell.split(" "))
    for code in codes:
        language = pycountry.languages.get(alpha_3=code) or pycountry.languages.get(alpha_2=code)
        if language is None or code != getattr(language, "alpha_2", language.alpha_3):
            raise ValueError(
                "must be ISO 639-1 codes with one space between (ISO 639-3 where 639-1 has none): nl fr de"
            )
    if len(set(codes)) < len(codes):
        raise ValueError("a language stands there twice; remove one")
    return codes


def _currency(cell: str) -> str:
    import pycountry

    currency = pycountry.currencies.get(alpha_3=cell)
    if currency is None or currency.alpha_3 != cell:
        raise ValueError("must be an ISO 4217 code in capitals of a currency in use, such as EUR")
    return cell


def _time_zone(cell: str) -> ZoneInfo:
    fault = "must be an IANA time zone, such as Europe/Brussels"
    if "/" not in cell:  # `localtime` and the like are files of the machine, not places
        raise ValueError(fault)
    try:
        return ZoneInfo(cell)
    except (KeyError, ValueError, OSError):
        raise ValueError(fault) from None
