"""A filled database of the release before times in care migrates: every figure is what it was, and nothing is guessed.

The demonstration as that release held it: its tables and columns and no other ones. Its own statements count it
(`indicators/counted_by_202611301320.sql`); it migrates, and today's count it again. What a later release adds to it
has its line here, with why.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest_asyncio

from countries.tenancy.logins import OPERATOR
from graph.closing.counting import AllRows
from graph.indicators.catalogue import all_measures
from graph.indicators.counting import counted
from graph.indicators.period import Period
from graph.indicators.splits import Dimension, Splits
from tests.conftest import copy_database
from tests.indicators.hand import written
from tests.test_migrations import MIGRATIONS, run_alembic

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from countries.connections.address import Address

BEFORE = "202611301320"
COUNTED = Path(__file__).parent / "indicators" / f"counted_by_{BEFORE}.sql"
PERIODS = (*(Period(year) for year in range(2014, 2027)), Period(2025, 3), Period(2026, None, 5))
COLUMNS = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name NOT LIKE 'hearth_migration%' AND is_generated = 'NEVER'
ORDER BY table_name, column_name
"""
NOTHING = (None, "NOT_KNOWN")
"""What a row of before says of what nobody had asked."""
WRITTEN: Mapping[str, str] = {
    "placement.arrangement": "who lives in a home lives as its form says",
    "placement.care_episode_id": "a chain of stays is one time in care",
}
"""Columns that a migration fills of what stands."""
TOLD_OF_CARE = {
    "country_code", "id", "version", "created_at", "updated_at", "child_id", "programme_id", "reasons",
    "primary_reason", "emergency", "started_on", "ended_on", "destination",
}  # fmt: skip
"""What the stays of before tell of a time in care: who, when, why and where to, as far as that was on record."""
ADDRESS = {
    "country_code", "id", "version", "created_at", "updated_at", "home_id", "programme_id", "locality", "started_on",
    "ended_on",
}  # fmt: skip
"""Where a home is was never dated: it was there from its first day."""
LEAD_ON = """
WITH two AS (
  SELECT p.country_code, min(p.child_id::text)::uuid AS gone, max(p.child_id::text)::uuid AS stays FROM (
    SELECT country_code, child_id FROM placement WHERE voided_at IS NULL
    GROUP BY 1, 2 HAVING count(*) = 1 AND count(ended_on) = 0
  ) p GROUP BY 1
), of_them AS (
  SELECT two.*, b.started_on AS day, b.programme_id
  FROM two JOIN placement b ON b.country_code = two.country_code AND b.child_id = two.stays
), earlier AS (
  UPDATE placement a SET started_on = day - 400, ended_on = day, end_reason = 'MOVE', child_same_as_id = stays,
    programme_id = of_them.programme_id
  FROM of_them WHERE a.country_code = of_them.country_code AND a.child_id = gone
)
UPDATE child c SET same_as_id = stays, voided_at = now(), void_reason = 'One child.',
  programme_id = of_them.programme_id
FROM of_them WHERE c.country_code = of_them.country_code AND c.id = gone
"""
"""In each country one child has two records; it moved from the home of the one to that of the other."""
TAKEN_BACK = """
UPDATE placement p SET voided_at = now(), void_reason = 'Another child.' FROM (
  SELECT country_code, max(id::text)::uuid AS id FROM placement
  WHERE child_same_as_id IS NULL AND ended_on IS NOT NULL GROUP BY 1
) one WHERE p.country_code = one.country_code AND p.id = one.id
"""
TWO_RECORDS = """
SELECT count(DISTINCT p.care_episode_id) AS times, count(DISTINCT p.child_id) AS records, count(*) AS stays
FROM placement p WHERE voided_at IS NULL GROUP BY p.country_code, p.child_file_id HAVING count(p.child_same_as_id) > 0
"""

Figures = dict[tuple[str, str], dict[tuple[Any, ...], tuple[int, int]]]
"""By measure and period: amount and children by country, and by what splits them."""
Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Statement:
    """What counted a measure then: its text, how it splits, and which days it is asked about, in order."""

    measure: str
    splits: tuple[Splits, ...]
    days: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """A database before and after: what was counted, and every row that there was."""

    counted: Figures
    rows: Rows
    operator: asyncpg.Connection[asyncpg.Record]


def statements() -> list[Statement]:
    """What the release before counted by."""
    found = []
    for block in COUNTED.read_text("utf-8").split("\n\n")[1:]:
        head, text = block.split("\n", 1)
        measure, splits, days = (each.strip() for each in head.removeprefix("--").split("|"))
        dimensions = tuple(
            tuple(Dimension(each) for each in one.strip().split(",") if each) for one in splits.split(";")
        )
        found.append(Statement(measure, dimensions, tuple(days.split(", ")), text.strip().removesuffix(";")))
    return found


def cells(rows: Sequence[Any]) -> dict[tuple[Any, ...], tuple[int, int]]:
    """Rows of a count, by what they are of."""
    of = ("amount", "children")
    return {
        tuple(sorted((name, value) for name, value in row.items() if name not in of and value is not None)): (
            row["amount"],
            row["children"],
        )
        for row in rows
    }


async def read(operator: asyncpg.Connection[asyncpg.Record]) -> Rows:
    """Every row of every table."""
    columns: dict[str, list[str]] = {}
    for row in await operator.fetch(COLUMNS):
        columns.setdefault(row["table_name"], []).append(f'"{row["column_name"]}"')
    read: Rows = {}
    for table, names in columns.items():
        query = f'SELECT to_jsonb(t)::text FROM (SELECT {", ".join(names)} FROM "{table}") t'  # noqa: S608 - of the catalogue
        read[table] = [orjson.loads(row[0]) for row in await operator.fetch(query)]
    return read


@pytest_asyncio.fixture(scope="module")
async def migrated(server: Address, worker: str) -> AsyncIterator[Migrated]:
    """The demonstration of the release before, counted by it, and brought to today."""
    address = await copy_database(server, "world", f"of_before_{worker}")
    await run_alembic(address, MIGRATIONS, BEFORE, down=True)
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    await operator.execute(LEAD_ON)
    await operator.execute(TAKEN_BACK)
    figures: Figures = {}
    for each in statements():
        for period in PERIODS:
            days = {"first": period.first, "last": period.last, "after": period.after}
            found = await operator.fetch(each.text, *(days[name] for name in each.days))
            figures[each.measure, period.label] = cells(found)
    rows = await read(operator)
    await operator.close()
    await run_alembic(address, MIGRATIONS, "head")
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    yield Migrated(figures, rows, operator)
    await operator.close()


async def test_every_figure_is_what_it_was(migrated: Migrated) -> None:
    """Of every measure, every country, every period, every split."""
    assert {each.measure for each in statements()} <= all_measures().keys()
    assert sum(len(each) for each in migrated.counted.values()) > 1_000
    for each in statements():
        for period in PERIODS:
            statement = counted(all_measures()[each.measure], AllRows(period), list(each.splits))
            found = cells(await migrated.operator.fetch(*written(statement)))
            assert found == migrated.counted[each.measure, period.label], (each.measure, period.label)


async def test_what_stood_stands_and_nothing_is_guessed(migrated: Migrated) -> None:
    """No row of before says anything else; what nobody had asked is empty or not known; releases are as they were."""
    today = await read(migrated.operator)
    for table, rows in migrated.rows.items():
        before = {name for row in rows for name in row}
        cut = [{name: value for name, value in row.items() if name in before} for row in today[table]]
        assert sorted(map(orjson.dumps, cut)) == sorted(map(orjson.dumps, rows)), table
        for row in today[table]:
            said = {f"{table}.{name}" for name, value in row.items() if name not in before and value not in NOTHING}
            assert said <= WRITTEN.keys(), table
    made = {table for table, rows in today.items() if rows and not migrated.rows.get(table)}
    assert made == {"care_episode", "home_address"}
    told = {name for row in today["care_episode"] for name, value in row.items() if value not in NOTHING}
    assert told == TOLD_OF_CARE
    assert {name for row in today["home_address"] for name, value in row.items() if value is not None} == ADDRESS


async def test_two_records_of_one_child_tell_of_one_time_in_care(migrated: Migrated) -> None:
    """A move from the home of the one to that of the other ends nothing: it is the file's time in care."""
    found = [tuple(row) for row in await migrated.operator.fetch(TWO_RECORDS)]
    assert found == [(1, 2, 2)] * 3
