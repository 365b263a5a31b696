from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pycountry
import pytest
from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies

from countries.register.register import Region, Register, RegisterError, load_register

HEADER = "code,name,region,languages,currency,time_zone,source"
BELGIUM = "BE,Belgium,WESTERN_EUROPE,nl fr de,EUR,Europe/Brussels,civil code"
KENYA = "KE,Kenya,EASTERN_AND_SOUTHERN_AFRICA,sw en,KES,Africa/Nairobi,civil code"

Write = Callable[..., Path]


@pytest.fixture(scope="module")
def register() -> Register:
    """The package's own register."""
    return load_register()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that writes lines as a register and answers where."""

    def write_lines(*lines: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "register.csv"
        path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
        return path

    return write_lines


def test_there_are_138_countries_in_code_order(register: Register) -> None:
    """The register has exactly 138 countries, iterated in the order of their codes."""
    assert len(register) == 138
    assert list(register) == sorted(register)
    assert register.codes == tuple(country.code for country in register.values())


def test_belgium_is_read_whole(register: Register) -> None:
    """Every cell of a line arrives in its field, with its type."""
    belgium = register["BE"]
    assert belgium.name == "Belgium"
    assert belgium.region is Region.WESTERN_EUROPE
    assert belgium.languages == ("nl", "fr", "de")
    assert belgium.currency == "EUR"
    assert belgium.time_zone.key == "Europe/Brussels"


def test_it_is_a_mapping_by_code(register: Register) -> None:
    """A code that is no country of the register is not in it, in whatever case."""
    assert "KE" in register
    assert "ke" not in register
    assert "ZZ" not in register
    with pytest.raises(KeyError):
        register["ZZ"]


def test_a_country_cannot_be_changed(register: Register) -> None:
    """A country is frozen, since every part of the process shares it."""
    with pytest.raises(FrozenInstanceError):
        register["BE"].name = "Belgique"  # type: ignore[misc]  # the assignment is what must fail


def test_regions_part_the_countries(register: Register) -> None:
    """Every region has countries, and every country is in exactly one region."""
    assert register.regions == tuple(sorted(Region))
    members = [country.code for region in register.regions for country in register.of_region(region)]
    assert sorted(members) == list(register.codes)
    assert [country.code for country in register.of_region("NORTH_AMERICA")] == ["CA", "US"]


def test_an_unknown_region_is_refused(register: Register) -> None:
    """Asking for a region that does not exist is an error that lists those that do."""
    with pytest.raises(ValueError, match="must be one of EAST_ASIA_AND_PACIFIC, "):
        register.of_region("ATLANTIS")


def test_names_are_those_of_cldr_or_iso(register: Register) -> None:
    """A name is CLDR's English one or ISO's short one, the latter in its natural order of words."""
    territories = Locale("en").territories
    for country in register.values():
        iso = pycountry.countries.get(alpha_2=country.code)
        assert iso is not None
        natural = " ".join(reversed(iso.name.split(", "))).removeprefix("The ")
        assert country.name in {territories[country.code], natural}, country.code


def test_currencies_are_those_of_cldr(register: Register) -> None:
    """A currency is legal tender according to CLDR; Bulgaria's euro of 2026 may be newer than the data."""
    for country in register.values():
        current = {*get_territory_currencies(country.code), *(["EUR"] if country.code == "BG" else [])}
        assert country.currency in current, country.code
    assert register["BG"].currency == "EUR"


def test_time_zones_lie_in_their_country(register: Register) -> None:
    """CLDR places each time zone in the country that has it."""
    zones = get_global("territory_zones")
    for country in register.values():
        assert country.time_zone.key in zones[country.code], country.code


def test_languages_are_spoken_officially(register: Register) -> None:
    """CLDR knows the first language of a country as official there; Montenegro's own name for Serbian is ours."""
    for country in register.values():
        official = {code.split("_")[0] for code in get_official_languages(country.code, regional=True, de_facto=True)}
        assert country.languages[0] in official | ({"cnr"} if country.code == "ME" else set()), country.code


def test_today_is_the_date_where_the_country_is(register: Register) -> None:
    """At one instant it is tomorrow in Fiji and still today in Peru."""
    now = datetime(2026, 3, 31, 13, 0, tzinfo=UTC)
    assert register["FJ"].today(now) == date(2026, 4, 1)
    assert register["PE"].today(now) == date(2026, 3, 31)


def test_today_follows_summer_time(register: Register) -> None:
    """Late in the evening in UTC, Belgium's date depends on the season."""
    assert register["BE"].today(datetime(2026, 1, 15, 22, 30, tzinfo=UTC)) == date(2026, 1, 15)
    assert register["BE"].today(datetime(2026, 7, 15, 22, 30, tzinfo=UTC)) == date(2026, 7, 16)


def test_today_refuses_a_time_without_zone(register: Register) -> None:
    """A naive time names no instant, and guessing one would be off by a day."""
    with pytest.raises(ValueError, match="needs a time zone"):
        register["BE"].today(datetime(2026, 3, 31, 13, 0))  # noqa: DTZ001  # the missing zone is the case


@pytest.mark.parametrize("hour", range(24))
def test_a_country_elsewhere_is_a_day_ahead_or_behind(register: Register, hour: int) -> None:
    """At every hour of a day each country has the date in UTC, the one after it or the one before."""
    now = datetime(2026, 11, 22, hour, 30, tzinfo=UTC)
    ahead, behind = register.elsewhere(now)
    for code, country in register.items():
        days = (code in ahead) - (code in behind)
        assert country.today(now) == now.date() + timedelta(days=days)
    assert ahead or hour < 23
    assert behind or hour > 0


def test_elsewhere_refuses_a_time_without_zone(register: Register) -> None:
    """An instant is one everywhere; a time of day alone is none."""
    with pytest.raises(ValueError, match="time zone"):
        register.elsewhere(datetime(2026, 11, 22))  # noqa: DTZ001 - a time without a zone is what is refused


def test_another_file_can_be_read(write: Write) -> None:
    """A register at a path is read like the package's own, also with the line ends of Windows."""
    assert load_register(write(HEADER, BELGIUM, KENYA)).codes == ("BE", "KE")
    assert load_register(write(f"{HEADER}\r", f"{BELGIUM}\r")).codes == ("BE",)


def test_a_quoted_cell_may_hold_a_comma(write: Write) -> None:
    """Quotation marks work as in any CSV."""
    path = write(HEADER, BELGIUM.replace("Belgium", '"Belgium, Kingdom of"'))
    assert load_register(path)["BE"].name == "Belgium, Kingdom of"


def test_a_missing_file_is_an_operating_system_error(tmp_path: Path) -> None:
    """A file that is not there is no fault of its content."""
    with pytest.raises(FileNotFoundError):
        load_register(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("code", "be"),
        ("code", "ZZ"),
        ("code", "BEL"),
        ("code", ""),
        ("name", ""),
        ("name", " Belgium"),
        ("name", "Bel\tgium"),
        ("name", '"Belgium'),
        ("region", "ATLANTIS"),
        ("region", "western_europe"),
        ("languages", "nl  fr"),
        ("languages", "nl xx"),
        ("languages", "nld"),
        ("languages", "NL"),
        ("languages", "nl fr nl"),
        ("currency", "EURO"),
        ("currency", "eur"),
        ("currency", "BEF"),
        ("time_zone", "Europe/Atlantis"),
        ("time_zone", "Europe/"),
        ("time_zone", "../Brussels"),
        ("time_zone", "localtime"),
        ("source", ""),
        ("source", "civil code,and one cell more"),
    ],
)
def test_a_fault_in_a_cell_is_refused_at_its_place(write: Write, column: str, cell: str) -> None:
    """A bad cell is refused with its line and column."""
    cells = dict(zip(HEADER.split(","), BELGIUM.split(","), strict=True))
    path = write(HEADER, ",".join({**cells, column: cell}.values()), KENYA)
    with pytest.raises(RegisterError, match=f"line 2, column {column}: ") as caught:
        load_register(path)
    assert (caught.value.line, caught.value.column) == (2, column)


@pytest.mark.parametrize(
    ("lines", "line", "column"),
    [
        ((HEADER, KENYA, BELGIUM), 3, "code"),
        ((HEADER, BELGIUM, BELGIUM), 3, "code"),
        ((HEADER, BELGIUM, KENYA.replace("Kenya", "Belgium")), 3, "name"),
        ((HEADER, BELGIUM, "", KENYA), 3, "code"),
        ((HEADER, BELGIUM, KENYA.removesuffix(",civil code")), 3, "source"),
        ((HEADER,), 2, "code"),
        (("",), 1, "code"),
        ((HEADER.replace("languages", "language"), BELGIUM), 1, "languages"),
        ((HEADER.replace("name,region", "region,name"), BELGIUM), 1, "name"),
        ((HEADER.removesuffix(",source"), BELGIUM), 1, "source"),
        ((f"{HEADER},note", BELGIUM), 1, "source"),
        ((f"\ufeff{HEADER}", BELGIUM), 1, "code"),
    ],
)
def test_a_fault_of_the_file_is_refused_at_its_place(
    write: Write, lines: tuple[str, ...], line: int, column: str
) -> None:
    """A wrong header, order, repetition or missing content is refused with its line and column."""
    with pytest.raises(RegisterError, match=f"line {line}, column {column}: ") as caught:
        load_register(write(*lines))
    assert (caught.value.line, caught.value.column) == (line, column)


def test_an_error_does_not_repeat_the_cell(write: Write) -> None:
    """An error says what a cell must be and not what it is."""
    with pytest.raises(RegisterError, match="must be an IANA time zone, such as Europe/Brussels") as caught:
        load_register(write(HEADER, KENYA.replace("Africa/Nairobi", "Africa/Atlantis")))
    assert "Atlantis" not in str(caught.value)


def test_text_that_is_not_utf_8_is_refused_at_its_place(write: Write) -> None:
    """A file in another encoding is refused at the first cell that shows it."""
    path = write(HEADER, BELGIUM, KENYA.replace("civil code", "loi générale"), encoding="latin-1")
    with pytest.raises(RegisterError, match="line 3, column source: the text is not UTF-8"):
        load_register(path)
