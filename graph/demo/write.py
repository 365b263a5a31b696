"""`hearth seed`: countries into the database, each in one transaction of the operator's, several at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

import asyncpg

from graph.demo.crew import crew_size, fill_together
from graph.demo.fill import Order, fill, operator, shadows
from graph.demo.rates import YEARS
from graph.demo.tables import told_tables
from graph.errors import BadUserInput, Conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from countries.connections.address import Address
    from countries.register.register import Register, RegisteredCountry

    Connection = asyncpg.Connection[asyncpg.Record]

ONE_SEED_AT_A_TIME = 0x4865617274680001
"""The advisory lock of whoever seeds a database."""

STILL_YEARS = 6
"""For how long nobody has come or left where a country stands still."""


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What a seed did.

    Attributes:
        seeded: codes of the countries that were filled, in the order of their codes.
        skipped: codes of those that had programmes before.
        rows: how many rows were written, by table.
    """

    seeded: tuple[str, ...]
    skipped: tuple[str, ...]
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class ProgrammeSize:
    """One programme and how many children it is responsible for."""

    id: UUID
    name: str
    children: int


async def seed(  # noqa: PLR0913 - what to seed, and how it tells of it
    address: Address,
    register: Register,
    codes: Sequence[str],
    children: int | Mapping[str, int],
    seed: int,
    *,
    still: Collection[str] = (),
    today: date | None = None,
    years: int = YEARS,
    progress: Callable[[str, int], None] | None = None,
    processes: int | None = None,
) -> SeedReport:
    """Fill countries with synthetic rows; a country that has programmes is left as it is.

    Args:
        address: a migrated database.
        register: the countries that there may be.
        codes: which of them to fill.
        children: how many children in each; or how many in which, by code.
        seed: the same one writes the same rows, in however many processes.
        still: codes of countries in which nobody has come or left for years.
        today: the last day of the story; without it, today in each country.
        years: so far back the population lives; 0 where all families have children today.
        progress: called with a country's code and how many of its children more are done.
        processes: how many fill countries side by side; without it, as many as the work and this machine make use of.

    Raises:
        BadUserInput: a code is in no register, or the number is none; nothing was written.
        Conflict: the database is not migrated, or not for these countries.
        Unavailable: the database cannot be reached, or refuses the operator; finished countries stay.
    """
    countries = _known(register, codes)
    many = _sizes(codes, children)
    tell = progress or _silence
    async with operator(address) as connection:
        await connection.fetchval("SELECT pg_advisory_lock($1)", ONE_SEED_AT_A_TIME)
        await _check_register(connection, countries)
        filled = await _filled(connection, countries)
        for code in sorted(filled):
            tell(code, many[code])
        waiting = (country for country in countries if country.code not in filled)
        last = {country: _last_day(country, today, country.code in still) for country in waiting}
        orders = [Order(country, many[country.code], seed, day, years) for country, day in last.items()]
        size = processes or crew_size(sum(order.children for order in orders), len(orders))
        alone = _fill_alone(connection, orders, tell) if size == 1 else None
        written = await (alone or fill_together(address, orders, size, tell))
        if orders:
            await connection.execute(f"ANALYZE country, {', '.join([*told_tables(), *shadows()])}")
    rows = {table: written[table] for table in told_tables()}
    return SeedReport(tuple(order.country.code for order in orders), tuple(sorted(filled)), rows)


def _sizes(codes: Sequence[str], children: int | Mapping[str, int]) -> dict[str, int]:
    """How many children each country is to have."""
    many = {code: children if isinstance(children, int) else children.get(code, 0) for code in codes}
    if min(many.values()) < 1:
        raise BadUserInput("There is no child to make.", "Ask for one child a country at least: --children 100.")
    return many


def _last_day(country: RegisteredCountry, today: date | None, is_still: bool) -> date:  # noqa: FBT001 - one of two stories
    """The last day of a country's story; where nobody comes or leaves any more, it ended years ago."""
    last = today or country.today(datetime.now(UTC))
    return last.replace(year=last.year - STILL_YEARS, day=1) if is_still else last


async def _fill_alone(
    connection: Connection, orders: Sequence[Order], tell: Callable[[str, int], None]
) -> Counter[str]:
    """Carry out orders one after the other."""
    rows: Counter[str] = Counter()
    for order in orders:
        rows += await fill(connection, order, partial(tell, order.country.code))
    return rows


async def largest_programmes(address: Address, code: str) -> list[ProgrammeSize]:
    """The programmes of a country, the one with most children first.

    Raises:
        Unavailable: the database cannot be reached, or refuses the operator.
    """
    async with operator(address) as connection:
        rows = await connection.fetch(
            "SELECT p.id, p.name, count(c.id) AS children FROM programme AS p LEFT JOIN child AS c"
            " ON c.country_code = p.country_code AND c.programme_id = p.id"
            " WHERE p.country_code = $1 GROUP BY p.country_code, p.id, p.name ORDER BY count(c.id) DESC, p.id",
            code,
        )
    return [ProgrammeSize(UUID(str(row["id"])), row["name"], row["children"]) for row in rows]


def _known(register: Register, codes: Sequence[str]) -> list[RegisteredCountry]:
    unknown = sorted(set(codes).difference(register))
    if unknown:
        raise BadUserInput(
            f"No country of the register has the code {', '.join(unknown)}.",
            "Write ISO 3166-1 alpha-2 codes in capitals, a comma between: BE,KE; or all.",
        )
    if not codes:
        raise BadUserInput("There is no country to fill.", "Name one at least, such as BE; or all.")
    return [register[code] for code in sorted(set(codes))]


async def _check_register(connection: Connection, countries: Sequence[RegisteredCountry]) -> None:
    """Refuse before the first row where the migration has not filled the register."""
    codes = [country.code for country in countries]
    found = await connection.fetchval("SELECT count(*) FROM country WHERE code = ANY ($1)", codes)
    if found < len(codes):
        raise Conflict("The database does not know all of these countries.", "Run hearth migrate first.")


async def _filled(connection: Connection, countries: Sequence[RegisteredCountry]) -> frozenset[str]:
    """Which countries have programmes: one question for all."""
    rows = await connection.fetch(
        "SELECT DISTINCT country_code FROM programme WHERE country_code = ANY ($1)",
        [country.code for country in countries],
    )
    return frozenset(row["country_code"] for row in rows)


def _silence(_code: str, _children: int) -> None:
    """Nobody asked for progress."""
