"""What countries lay down, asked of the graph: in the database, over HTTP, on any day, by every tier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest
import pytest_asyncio

from countries.connections.database import Database
from countries.packs.keys import AGE_OF_MAJORITY, KEYS
from countries.packs.packs import Packs, load_packs
from countries.tenancy.logins import OWNER
from graph.database.migrate import migrate
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.http.app import create_app
from graph.schema.sdl import build_schema
from graph.settings.settings import Settings
from tests.conftest import NOW, copy_database
from tests.http.conftest import SECRET, connect
from tests.http.real_app import tokens
from tests.packs.test_files import HEADER, written
from tests.writes.conftest import callers as writers
from tests.writes.writes import Writes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register
    from countries.tenancy.caller import Caller

TWICE = """
WITH place AS (SELECT DISTINCT code, jurisdiction FROM policy), rule AS (SELECT DISTINCT key FROM policy), changed AS (
  SELECT DISTINCT p.code, p.jurisdiction, d.day + n AS day
  FROM policy p, unnest(ARRAY[p.from_day, p.until_day]) AS d (day), generate_series(-1, 1) AS n WHERE isfinite(d.day)
  UNION SELECT code, jurisdiction, date '2026-11-30' FROM place)
SELECT code, jurisdiction, rule.key, day, count(p.key) AS held FROM changed NATURAL JOIN place CROSS JOIN rule
LEFT JOIN policy p USING (code, jurisdiction)
WHERE p.key IS NULL OR p.key <> rule.key OR (p.from_day <= day AND coalesce(p.until_day, 'infinity') > day)
GROUP BY code, jurisdiction, rule.key, day
HAVING count(*) FILTER (WHERE p.key = rule.key) <> 1
"""
"""The rules of which not exactly one thing holds: of every place, on every day that changes one, and beside it."""
PACK = (
    HEADER,
    # Who was born on 29 February comes of age by another law on that very day.
    "age_of_majority,,,2028-02-29,21,years,no,The law before",
    "age_of_majority,,2028-02-29,2029-03-01,20,years,yes,The law of the leap day",
    "age_of_majority,,2029-03-01,,18,years,no,The law after",
    "jurisdiction_body,FLATLAND,,,Council of the flat land,body,no,Decree of the part",
    "review_interval_months,FLATLAND,2020-01-01,,2,months,yes,Decree of the part",
    "complaint_outside_body,FLATLAND,,,Children's Rights Commissioner,body,no,Decree of the part",
)


@dataclass(slots=True)
class Place:
    """A server on an installation's packs, whose clock the tests set.

    Attributes:
        address: its database.
        packs: what it has loaded.
        writes: writes as BE's office.
        at: the present instant.
        statements: the texts of what was asked of the database.
    """

    address: Address
    packs: Packs
    writes: Writes
    engine: Engine
    callers: dict[str, Caller]
    at: datetime
    statements: list[str]

    async def ask(self, document: str, as_: str = "office", /, **variables: object) -> Any:  # noqa: ANN401 - JSON
        """What the engine answers; the errors, where there are any."""
        answer = orjson.loads(
            (await self.engine.answer(GraphQLRequest(document, variables=variables), self.callers[as_])).body
        )
        return answer["errors"] if "errors" in answer else answer["data"]


class Counted(Database):
    """The real database, which notes what is asked of it."""

    def __init__(self, address: Address, statements: list[str]) -> None:
        super().__init__(address)
        self._statements = statements

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        """As `Database`."""
        self._statements.append(text)
        return await super().read_row(caller, text, values)


@pytest_asyncio.fixture(scope="module")
async def place(
    server: Address,
    worker: str,
    register: Register,
    callers: dict[str, Caller],
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Place]:
    """The world under the packs of an installation, as `hearth migrate` leaves it."""
    address = await copy_database(server, "world", f"packs_{worker}")
    folder = tmp_path_factory.mktemp("packs")
    written(folder, "BE.csv", *PACK)
    packs = load_packs(register, folder)
    await migrate(address, OWNER, register, packs)
    statements: list[str] = []
    database = Counted(address, statements)
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    schema = build_schema()._schema
    writes = Writes(Engine(schema, graph_model(), register, database, lambda: NOW), database, operator, writers())
    await writes.start_programmes()
    engine = Engine(schema, graph_model(), register, database, lambda: made.at, packs=packs)
    made = Place(address, packs, writes, engine, callers, NOW, statements)
    yield made
    await operator.close()
    await database.close()


async def test_nobody_reads_rules_without_a_token(
    database: Database, register: Register, programmes: dict[str, list[UUID]]
) -> None:
    """And all tiers that read countries read them, of their own country and of others; an auditor reads neither."""
    app = create_app(
        Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW),
        Settings(dev_secret=SECRET),
        register,
        ready=database.ready,
    )
    text = '{ country(code: "KE") { rule(key: "gatekeeping_hours") { value unit certain source from until } } }'
    async with connect(app) as client:
        refused = await client.post("/graphql", json={"query": text})
        assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHENTICATED")
        answers = {}
        for kind, header in tokens(programmes).items():
            told = (await client.post("/graphql", json={"query": text}, headers=header)).json()
            answers[kind] = told["data"]["country"]
    assert answers.pop("auditor") is None
    rule = load_packs(register).on("KE", KEYS["gatekeeping_hours"], NOW.date())
    expected = {
        "value": rule.value, "unit": "HOURS", "certain": rule.certain, "source": rule.source, "from": None,
        "until": None,
    }  # fmt: skip
    assert answers == {kind: {"rule": expected} for kind in answers}
    assert len(answers) == 5


async def test_rules_of_a_day_are_those_of_the_packs(place: Place) -> None:
    """Of every key, of the country and of its part, with days, sources, doubts, and whose rule it is."""
    text = """query Q($on: Date, $part: String) { country(code: "BE") { jurisdictions
      rules(on: $on, jurisdiction: $part) {
      key description value number unit source certain laidDownBy jurisdiction from until } } }"""
    assert (await place.ask(text))["country"]["jurisdictions"] == list(place.packs.jurisdictions("BE"))
    for part in ("", "FLATLAND"):
        for day in (date(1999, 1, 1), date(2028, 2, 28), date(2028, 2, 29), date(2029, 3, 1)):
            found = (await place.ask(text, on=day.isoformat(), part=part))["country"]["rules"]
            assert [each["key"] for each in found] == sorted(KEYS)
            for each in found:
                rule = place.packs.on("BE", KEYS[each["key"]], day, part)
                assert each == {
                    "key": rule.key.key, "description": rule.key.doc, "value": rule.value, "number": rule.whole,
                    "unit": rule.key.unit.value, "source": rule.source, "certain": rule.certain,
                    "laidDownBy": rule.origin.value, "jurisdiction": part or None,
                    "from": None if rule.from_day == date.min else rule.from_day.isoformat(),
                    "until": rule.until_day.isoformat() if rule.until_day else None,
                }  # fmt: skip


async def test_one_rule_is_that_of_its_part_and_of_its_day(place: Place) -> None:
    """A part falls back to its country; a country without a part of that name has none; a null is left out."""
    text = """query Q($key: String!, $on: Date, $part: String) { countries(first: 138) { nodes { code
      rule(key: $key, on: $on, jurisdiction: $part) { value laidDownBy } } } }"""
    nodes = (await place.ask(text, "headquarters", key="review_interval_months", part="FLATLAND"))["countries"]["nodes"]
    rules = {each["code"]: each["rule"] for each in nodes}
    assert rules.pop("BE") == {"value": "2", "laidDownBy": "INSTALLATION"}
    assert set(rules.values()) == {None}
    nodes = (await place.ask(text, "region", key="gatekeeping_hours", part="FLATLAND"))["countries"]["nodes"]
    whole = place.packs.on("BE", KEYS["gatekeeping_hours"], NOW.date())
    assert [each["rule"]["value"] for each in nodes if each["rule"]] == [whole.value]
    nodes = (await place.ask(text, "caseworker", key="age_of_majority", on=None, part=None))["countries"]["nodes"]
    assert {each["code"]: int(each["rule"]["value"]) for each in nodes} == {
        code: place.packs.on(code, AGE_OF_MAJORITY, NOW.date()).whole for code, part in place.packs.places if not part
    }


@pytest.mark.parametrize(
    ("variables", "path", "hint"),
    [
        ({"key": "review_intervall"}, "rule", "review_interval_months"),
        ({"key": "zzz"}, "rule", "`country { rules { key } }`"),
        ({"key": "age_of_majority", "part": "FLATLANDS"}, "rule", "FLATLAND"),
        ({"key": "age_of_majority", "part": "ZZZ"}, "rule", "`country { jurisdictions }`"),
        ({"key": "age_of_majority", "on": "2026-02-29"}, "rule", ""),
    ],
)
async def test_what_cannot_be_meant_is_refused_with_what_is_near(
    place: Place, variables: dict[str, object], path: str, hint: str
) -> None:
    """An unknown key, a part that no country has, a day that is none: at the field, without the value."""
    text = """query Q($key: String!, $on: Date, $part: String) { country(code: "BE") {
      rule(key: $key, on: $on, jurisdiction: $part) { value } } }"""
    (error, *more) = await place.ask(text, **variables)
    assert not more
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert path in str(error.get("path", path))
    assert hint in error["extensions"]["hint"]
    assert str(variables["key"]) not in error["message"]


async def test_rules_cost_what_they_are(place: Place) -> None:
    """All rules of all countries are one statement within the price; twice as many are not asked for at once."""
    place.statements.clear()
    text = "{ countries(first: 138) { nodes { ageOfMajority rules { key value description } } } }"
    nodes = (await place.ask(text, "headquarters"))["countries"]["nodes"]
    assert sum(len(each["rules"]) for each in nodes) == len(nodes) * len(KEYS)
    assert len(place.statements) == 1
    many = " ".join(f"r{number}: rules {{ key }}" for number in range(6))
    (error,) = await place.ask(f"{{ countries(first: 138) {{ nodes {{ {many} }} }} }}", "headquarters")
    assert error["extensions"]["code"] == "TOO_COSTLY"


async def test_majority_is_that_of_today_in_each_country(place: Place) -> None:
    """By the country's own clock, whoever asks; one text of SQL for all countries."""
    text = "{ countries(first: 138) { nodes { code ageOfMajority } } }"
    # An hour and a half before midnight in UTC it is the day of the change already in Brussels.
    for hour, minute, age in ((22, 30, 21), (23, 30, 20)):
        place.at = datetime(2028, 2, 28, hour, minute, tzinfo=UTC)
        for kind in ("kenya", "region", "headquarters", "caseworker"):
            nodes = (await place.ask(text, kind))["countries"]["nodes"]
            ages = {each["code"]: each["ageOfMajority"] for each in nodes}
            assert (ages["BE"], ages["JP"], ages["KR"]) == (age, 18, 19), kind
    place.at = NOW


async def test_who_was_born_on_29_february_comes_of_age_by_the_law_of_that_day(place: Place) -> None:
    """The day before the law changes, on the day, and after it; filters find the same, in one statement."""
    child = await place.writes.child(birthDate="2008-02-29")
    text = """query Q($id: ID!, $on: Date!) { child(id: $id) { comesOfAgeOn }
      children(where: { id: { eq: $id }, comesOfAgeOn: { eq: $on } }) { totalCount } }"""
    texts = set()
    for now, of_age in (
        (datetime(2028, 2, 28, 12, tzinfo=UTC), "2029-03-01"),  # 21: a common year has no 29 February
        (datetime(2028, 2, 29, 12, tzinfo=UTC), "2028-02-29"),  # 20, on the very day
        (datetime(2029, 2, 28, 12, tzinfo=UTC), "2028-02-29"),
        (datetime(2029, 3, 1, 12, tzinfo=UTC), "2026-03-01"),  # 18
    ):
        place.at = now
        place.statements.clear()
        told = await place.ask(text, id=child["id"], on=of_age)
        assert told == {"child": {"comesOfAgeOn": of_age}, "children": {"totalCount": 1}}, now
        texts.update(place.statements)
    place.at = NOW
    (statement,) = texts
    assert "policy" not in statement


async def test_the_database_says_one_thing_of_each_rule_on_every_day(place: Place) -> None:
    """All countries and parts, on every day on which a rule changes and beside it: as many rows as the packs have."""
    owner = await asyncpg.connect(**place.address.connect_arguments(OWNER))
    try:
        assert await owner.fetch(TWICE) == []
        held = await owner.fetch(
            "SELECT code, jurisdiction, key, from_day, until_day, value, whole, unit, source, certain, origin"
            " FROM policy"
        )
        assert {tuple(row) for row in held} == set(place.packs.rows())
        assert await owner.fetchval("SELECT digest FROM pack_digest WHERE name = 'rules'") == place.packs.digest
    finally:
        await owner.close()
