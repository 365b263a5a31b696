"""Releases made by hand, as the statistics login writes them: of years in which no test closes a period."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import asyncpg

from countries.tenancy.logins import STATISTICS
from graph.entities.release import COVERAGE, FIGURE, PROOF, STATED
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import AreaLevel
from graph.indicators.period import Period
from graph.plan.sql.figures.objects import categories_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.connections.address import Address
    from graph.indicators.model import Indicator
    from graph.indicators.splits import Splits

CODES = ("CARE_STOCK", "CARE_INFLOW", "DATACARE_ALTERNATIVE_CARE_RATE", "RE_ENTRIES")
COUNTRIES = {"BE": "WESTERN_EUROPE", "KE": "EASTERN_AND_SOUTHERN_AFRICA", "NL": "WESTERN_EUROPE"}
AREAS = (
    ("FEDERATION", "FEDERATION"),
    *(("REGION", region) for region in sorted(set(COUNTRIES.values()))),
    *(("COUNTRY", code) for code in COUNTRIES),
)
COMMITMENT = "c0ffee" * 10 + "cafe"
KNOWN_AT = datetime(2020, 2, 3, 4, 5, tzinfo=UTC)
LATE = "Kenya entered placements late."
RELEASES = (
    (UUID(int=1), Period(2018), 1, None),
    (UUID(int=2), Period(2018), 2, LATE),
    (UUID(int=3), Period(2019), 1, None),
    (UUID(int=4), Period(2019, 4), 1, None),
    (UUID(int=5), Period(2019, None, 12), 1, None),
)

Row = tuple[object, ...]


def number_of(release: UUID, indicator: Indicator, area: str, categories: tuple[str, ...]) -> int:
    """A count that tells every cell from its neighbours; now and then too small to be shown."""
    return (release.int * 31 + len(indicator.code) * 7 + sum(map(ord, area + "".join(categories)))) % 97


def figure_rows(release: UUID, codes: tuple[str, ...] = CODES) -> Iterator[Row]:
    """Every figure of a release."""
    for code in codes:
        indicator = all_indicators()[code]
        for level, area in AREAS:
            for splits in indicator.splits_at(AreaLevel(level)):
                for categories in categories_of(splits):
                    yield figure_row(release, indicator, (level, area), splits, categories)


def figure_row(
    release: UUID, indicator: Indicator, place: tuple[str, str], splits: Splits, categories: tuple[str, ...]
) -> Row:
    """One figure: hidden where its count is below five, and without a value where it is divided by nothing."""
    level, area = place
    count = number_of(release, indicator, area, categories)
    below = None if indicator.denominator is None else count * 3 % 50
    country = area if level == "COUNTRY" else ""
    key = (release, ",".join(splits), level, indicator.code, area, ",".join(categories), country)
    if count < 5:
        return (*key, None, None, None, None, "SUPPRESSED")
    if below == 0:
        return (*key, None, None, None, None, "NOT_AVAILABLE")
    value = count if below is None else round(count * indicator.scale / below, indicator.decimals)
    if below is None and count % 2:
        return (*key, value, count, below, 4, "APPROXIMATE")
    return (*key, value, count, below, None, "PUBLISHED")


def proof_rows(release: UUID) -> Iterator[Row]:
    """What proves a release: one count that is shown, and three that are not."""
    yield (release, "children_in_care", "BE", "", "", 40, 40, None, None, None, None, None, None, None)
    yield (release, "children_in_care", "BE", "SEX", "FEMALE", 3, 3, 0, 9, 5, 5, 5, 1, None)
    yield (release, "children_in_care", "BE", "SEX,AGE_GROUP", "FEMALE,AGE_0_4", 2, 2, 0, 4, 0, 0, 0, 1, None)
    yield (release, "entries", "KE", "", "", 1, 1, 0, 7, 5, 3, 3, 0, None)


def coverage_rows(release: UUID) -> Iterator[Row]:
    """How far the countries' records go."""
    yield (release, "BE", "COMPLETE", "TIMELY", date(2020, 1, 20), 12)
    yield (release, "KE", "PARTIAL", "LATE", date(2019, 11, 2), 7)
    yield (release, "NL", "NOT_ASSESSED", "NO_RECORDS", None, 0)


async def publish(database: Address) -> None:
    """Write the releases."""
    connection = await asyncpg.connect(**database.connect_arguments(STATISTICS))
    definitions = [f"{code}@1" for code in CODES]
    try:
        for release, period, revision, reason in RELEASES:
            stated: Row = (
                release, period.year, period.quarter, period.month, period.first, period.last, revision, reason,
                KNOWN_AT, definitions, COMMITMENT,
            )  # fmt: skip
            await _add(connection, "release", STATED, [stated])
            await _add(connection, "published_figure", FIGURE, list(figure_rows(release)))
            await _add(connection, "figure_proof", PROOF, list(proof_rows(release)))
            await _add(connection, "release_coverage", COVERAGE, list(coverage_rows(release)))
    finally:
        await connection.close()


async def _add(
    connection: asyncpg.Connection[asyncpg.Record], table: str, columns: tuple[str, ...], rows: list[Row]
) -> None:
    places = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    await connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)  # noqa: S608 - names of this module
