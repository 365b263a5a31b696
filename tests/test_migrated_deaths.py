"""Ends by death of a database from before: said of the child by the migration, or listed for somebody to decide."""

from __future__ import annotations

import csv
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import pytest
import pytest_asyncio

from countries.connections.address import Address
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import OPERATOR, OWNER
from graph.bulk.unsaid import list_unsaid_deaths, tell_unsaid_deaths
from graph.commands.bulk import settle
from graph.database.location import Location
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from graph.settings.settings import Settings
from tests.conftest import NOW, copy_database
from tests.test_migrations import MIGRATIONS, run_alembic

BEFORE = "0008"
CHILDREN = """
SELECT country_code, child_id FROM placement WHERE ended_on IS NULL AND started_on < '2025-02-01' ORDER BY 1, 2
"""
UNTIED = """
UPDATE community_link l SET child_id = NULL, home_id = (
  SELECT h.id FROM home h WHERE h.country_code = l.country_code ORDER BY h.id LIMIT 1
) WHERE child_id IS NOT NULL
"""
"""Ties of the synthetic children would stand against deaths of these days."""
DIES = """
UPDATE placement SET ended_on = $3, end_reason = 'DEATH'
WHERE country_code = $1 AND child_id = $2 AND ended_on IS NULL
"""
STAYS = """
UPDATE home_stay s SET ended_on = p.ended_on FROM placement p
WHERE p.country_code = s.country_code AND p.id = s.id AND s.ended_on IS DISTINCT FROM p.ended_on
"""
TIED = """
INSERT INTO community_link (country_code, programme_id, child_id, kind, started_on, ended_on)
SELECT country_code, programme_id, id, 'SCHOOL', $3, $4 FROM child WHERE country_code = $1 AND id = $2
"""
AGAIN = """
INSERT INTO placement (country_code, child_id, home_id, programme_id, home_name, started_on, ended_on, start_reason,
  end_reason)
SELECT country_code, child_id, home_id, programme_id, home_name, $3, $4, 'RETURN_TO_CARE', $5 FROM placement
WHERE country_code = $1 AND child_id = $2 AND end_reason = 'DEATH'
"""
LIFE = "SELECT died_on::text, died_on_precision, version FROM child WHERE country_code = $1 AND id = $2"
LAST = "SELECT last FROM change_counter WHERE country_code = $1"
VERSION = "SELECT version FROM child WHERE id = $1"
FEED = "SELECT number, type, kind FROM change WHERE country_code = $1 AND number > $2 ORDER BY number"
ENDS = "SELECT started_on::text, ended_on::text FROM community_link WHERE country_code = $1 AND child_id = $2"


@dataclass(frozen=True, slots=True)
class Past:
    """A database as it was, and who sees every row of it."""

    address: Address
    operator: asyncpg.Connection[asyncpg.Record]
    children: dict[str, list[UUID]]

    async def dies(self, country: str, child: UUID, day: str) -> None:
        """An end by death, as it was written then."""
        await self.operator.execute(DIES, country, child, _day(day))

    async def write(self, statement: str, country: str, child: UUID, *values: str | None) -> None:
        """A row as it was written then; days are ISO 8601."""
        days = [value if index >= 2 else _day(value) for index, value in enumerate(values)]
        await self.operator.execute(statement, country, child, *days)

    async def life(self, country: str, child: UUID) -> tuple[Any, ...]:
        """Day of death, its precision, and the version."""
        return tuple(await self.operator.fetchrow(LIFE, country, child) or ())

    async def ends(self, country: str, child: UUID) -> list[tuple[Any, ...]]:
        """The days of a child's ties."""
        return sorted(tuple(row) for row in await self.operator.fetch(ENDS, country, child))


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


@pytest_asyncio.fixture
async def past(server: Address, worker: str) -> AsyncIterator[Past]:
    """A filled database before deaths were said of children."""
    address = await copy_database(server, "world", f"deaths_{worker}")
    await run_alembic(address, MIGRATIONS, BEFORE, down=True)
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    await operator.execute(UNTIED)
    children: dict[str, list[UUID]] = {}
    for row in await operator.fetch(CHILDREN):
        children.setdefault(row["country_code"], []).append(row["child_id"])
    yield Past(address, operator, children)
    await operator.close()


async def test_an_end_by_death_is_said_of_the_child(past: Past, register: Register, tmp_path: Path) -> None:
    """The migration writes day and precision, ends open ties, and leaves history and feed as every write does."""
    begun: dict[str, tuple[int, int]] = {}
    for country in ("BE", "KE"):
        child = past.children[country][0]
        await past.dies(country, child, "2025-03-01")
        await past.write(TIED, country, child, "2023-09-01", None)
        last = await past.operator.fetchval(LAST, country)
        begun[country] = (last or 0, await past.operator.fetchval(VERSION, child))
    await past.operator.execute(STAYS)
    await run_alembic(past.address, MIGRATIONS, "head")
    for country, (last, version) in begun.items():
        child = past.children[country][0]
        assert await past.life(country, child) == ("2025-03-01", "DAY", version + 1)
        assert await past.ends(country, child) == [("2023-09-01", "2025-03-01")]
        feed = await past.operator.fetch(FEED, country, last)
        assert [tuple(row) for row in feed] == [
            (last + 1, "Child", "UPDATED"),
            (last + 2, "CommunityLink", "UPDATED"),
        ]
        assert await past.operator.fetchval(LAST, country) == last + 2
    assert await list_unsaid_deaths(past.address, OPERATOR, tmp_path) is None
    database = Database(past.address)
    await database.open()
    try:
        engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
        office = Caller("oscar", Tier.OFFICE, ("BE",), issuer="https://login.example")
        text = "query Q($id: ID!) { child(id: $id) { diedOn history(first: 1) { operation reason before after } } }"
        id_ = f"Child_BE_{past.children['BE'][0]}"
        body = orjson.loads((await engine.answer(GraphQLRequest(text, variables={"id": id_}), office)).body)
        assert body["data"]["child"] == {
            "diedOn": "2025-03-01",
            "history": [
                {
                    "operation": "migrate",
                    "reason": "The placement ended by death.",
                    "before": {"diedOn": None, "diedOnPrecision": None},
                    "after": {"diedOn": "2025-03-01", "diedOnPrecision": "DAY"},
                }
            ],
        }
        void = (
            "mutation V($input: VoidDeathInput!) { voidDeath(input: $input) { child { diedOn } errors { message } } }"
        )
        given = {"id": id_, "version": begun["BE"][1] + 1, "reason": "Another child."}
        body = orjson.loads((await engine.answer(GraphQLRequest(void, variables={"input": given}), office)).body)
        assert body["data"]["voidDeath"] == {"child": {"diedOn": None}, "errors": []}
    finally:
        await database.close()
    assert await past.ends("BE", past.children["BE"][0]) == [("2023-09-01", None)]


async def test_what_stands_against_a_death_is_listed_and_not_dropped(past: Past, tmp_path: Path) -> None:
    """Several deaths, later stays and later ties stay as they are; a file for one pair of eyes names each."""
    clean, twice, later, tied, ended, ahead, *_ = past.children["BE"]
    for child in (clean, twice, later, tied, ended):
        await past.dies("BE", child, "2025-03-01")
    await past.write(AGAIN, "BE", twice, "2025-04-01", "2025-05-01", "DEATH")
    await past.write(AGAIN, "BE", later, "2025-04-01", None, None)
    await past.write(TIED, "BE", tied, "2025-04-01", None)
    await past.write(TIED, "BE", ended, "2023-09-01", "2025-04-01")
    # None of these stands against a death: it goes on, was to go on, or holds the day after alone.
    await past.write(TIED, "BE", ended, "2023-09-01", None)
    await past.write(TIED, "BE", ended, "2023-09-01", "2999-01-01")
    await past.write(TIED, "BE", ended, "2025-04-01", "2025-04-02")
    await past.dies("BE", ahead, "2999-01-01")
    await past.operator.execute(
        "INSERT INTO home_stay (country_code, id, home_id, started_on, ended_on)"
        " SELECT country_code, id, home_id, started_on, ended_on FROM placement ON CONFLICT DO NOTHING"
    )
    await past.operator.execute(STAYS)
    rows = await past.operator.fetchval("SELECT count(*) FROM placement")
    await run_alembic(past.address, MIGRATIONS, "head")
    assert (await past.life("BE", clean))[0] == "2025-03-01"
    for child in (twice, later, tied, ended, ahead):
        assert (await past.life("BE", child))[:2] == (None, None)
    assert await past.operator.fetchval("SELECT count(*) FROM placement") == rows
    assert ("2025-04-01", None) in await past.ends("BE", tied)

    unsaid = await list_unsaid_deaths(past.address, OPERATOR, tmp_path / "corrections")
    assert unsaid is not None
    assert unsaid.children == 5
    assert stat.S_IMODE(unsaid.path.stat().st_mode) == 0o600
    with unsaid.path.open(newline="", encoding="utf-8") as file:
        listed = list(csv.DictReader(file))
    assert {(row["child"], row["laterStartedOn"], row["laterEndedOn"]) for row in listed} == {
        (f"Child_BE_{twice}", "2025-04-01", "2025-05-01"),
        (f"Child_BE_{twice}", _start(listed, twice), "2025-03-01"),
        (f"Child_BE_{later}", "2025-04-01", ""),
        (f"Child_BE_{tied}", "2025-04-01", ""),
        (f"Child_BE_{ended}", "2023-09-01", "2025-04-01"),
        (f"Child_BE_{ahead}", "", ""),
    }
    assert {row["laterFact"].split("_")[0] for row in listed} == {"Placement", "CommunityLink", ""}
    again = await list_unsaid_deaths(past.address, OPERATOR, tmp_path / "corrections")
    assert again == unsaid
    await past.operator.execute("UPDATE placement SET voided_at = now(), void_reason = 'x' WHERE child_id = $1", ahead)
    other = await list_unsaid_deaths(past.address, OPERATOR, tmp_path / "corrections")
    assert other is not None
    assert other.path != unsaid.path
    assert other.children == 4


def _start(listed: list[dict[str, str]], child: UUID) -> str:
    """The first day of the earlier of two stays that ended by death."""
    return min(row["laterStartedOn"] for row in listed if row["child"] == f"Child_BE_{child}")


async def test_the_command_line_says_where_the_list_is(
    past: Past, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With nothing to say it is silent, and so it is to a login that sees no row."""
    await run_alembic(past.address, MIGRATIONS, "head")
    await tell_unsaid_deaths(past.address, OPERATOR, tmp_path)
    await past.dies("BE", past.children["BE"][0], "2025-03-01")
    await tell_unsaid_deaths(past.address, OWNER, tmp_path)
    assert capsys.readouterr() == ("", "")
    await tell_unsaid_deaths(past.address, OPERATOR, tmp_path)
    told = capsys.readouterr().out
    assert told.startswith("The death of 1 child is said at the end of a placement alone")
    assert f"listed in {tmp_path}/deaths-1.csv;" in told


async def test_an_owner_who_sees_every_row_settles_what_is_of_before(
    past: Past, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A superuser that owns the tables needs no operator: texts are brought to their form, deaths are listed."""
    await run_alembic(past.address, MIGRATIONS, "head")
    await past.dies("BE", past.children["BE"][0], "2025-03-01")
    await past.operator.execute("UPDATE text_rules SET version = 0")
    settings = Settings(data_dir=tmp_path)
    await settle(Location(past.address, (past.address, OWNER), None), settings)
    told = capsys.readouterr()
    assert told.out == ""
    assert "HEARTH_OPERATOR_DATABASE_URL" in told.err
    await settle(Location(past.address, (past.address, SUPERUSER), None), settings)
    told = capsys.readouterr()
    assert f"listed in {tmp_path}/corrections/deaths-1.csv;" in told.out
    assert told.err == ""
    await settle(Location(past.address, (past.address, OWNER), None), settings)
    assert capsys.readouterr() == ("", "")
