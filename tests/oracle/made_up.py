"""Rows for tables that the demonstration leaves empty in a country: by columns' types and foreign keys, and uneven."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from graphlib import TopologicalSorter
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
from graphql import GraphQLEnumType, GraphQLObjectType, GraphQLSchema, build_schema, get_named_type

from graph.entities import graph_model
from graph.text import normal
from tests.oracle.catalogue import Catalogue, Column, read_catalogue
from tests.oracle.derived import derive
from tests.oracle.rows import SAME_AS, read_rows
from tests.oracle.vocabulary import Vocabulary
from tests.owning import keys_of

COUNTRIES = ("BE", "KE", "NL")
ROWS = 15
"""In each of the countries, or as many of them as the table's own rules let in."""
TRIES = 8
"""So often a row is drawn anew where a rule of its table refuses it."""

PROGRAMME, CHILD = "programme_id", "child_id"
TODAY = date(2026, 11, 22)
WORDS = ("Same", "ana", "Ana", "Ångström", "a_b%c\\d", "😀", '"quoted"', "two\nlines", "")
VALUES: dict[str, tuple[Any, ...]] = {
    "text": WORDS,
    "text[]": ([], ["Same"], ["ana", "Ana"]),
    "integer": (1, 2, 2, 3, 6),
    "bigint": (1, 2, 10, 10, 9007199254740993),
    "numeric": (Decimal("0.10"), Decimal("1250.00"), Decimal("9.50"), Decimal(10)),
    "boolean": (True, False),
    "uuid": tuple(UUID(int=(0x01990002_0000_7000_8000 << 48) + number) for number in (1, 1, 2)),
    "timestamp with time zone": (
        datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        datetime(2026, 1, 2, 3, 4, 5, 600_000, tzinfo=UTC),
        datetime(2026, 1, 2, 3, 4, 5, 7, tzinfo=UTC),
    ),
}
FIRST_DAYS = (*(TODAY + timedelta(days=days) for days in (-1, 0, 1)), date(2020, 1, 1), date(2020, 1, 1))
LENGTHS = (1, 2, 400)
"""Days from one date of a row to the next: several periods begin or end about today."""

if TYPE_CHECKING:
    Connection = asyncpg.Connection[asyncpg.Record]

Keys = dict[tuple[str, str], list[UUID]]
"""The rows that a foreign key may name, by table and country."""


async def fill_empty_tables(operator: Connection, sdl: str) -> dict[str, int]:
    """Fill every table of tenants where a country has no row in it, of all types; how many rows each of them took."""
    schema, catalogue = build_schema(sdl), await read_catalogue(operator)
    return await make_up_rows(operator, schema, catalogue, derive(schema, catalogue))


async def make_up_rows(
    operator: Connection, schema: GraphQLSchema, catalogue: Catalogue, vocabulary: Vocabulary
) -> dict[str, int]:
    """Fill every table of tenants where a country has no row in it; how many rows each of them took.

    A row that a rule of its table refuses is left out: nothing here knows the rules.
    """
    made: dict[str, int] = {}
    keys: Keys = {}
    for table, type_name in in_order(catalogue, vocabulary):
        rows = await read_rows(operator, table)
        there = {row["country_code"] for row in rows}
        missing = [number for number in range(ROWS * len(COUNTRIES)) if COUNTRIES[number % len(COUNTRIES)] not in there]
        if missing:
            maker = Maker(Random(table), catalogue, members_of(schema, vocabulary, type_name), keys)  # noqa: S311 - reproducible, not secret
            made[table] = sum([await maker.insert(operator, table, number) for number in missing])
            rows = await read_rows(operator, table)
        for row in rows:
            keys.setdefault((table, row["country_code"]), []).append(row["id"])
    return made


def in_order(catalogue: Catalogue, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The tables of tenants and their types, each after those that it leads to."""
    types = {noun.table: name for name, noun in vocabulary.nouns.items() if name != "Country"}
    leads = {table: {link.target for link in catalogue.links if link.table == table} - {table} for table in types}
    return [(table, types[table]) for table in TopologicalSorter(leads).static_order() if table in types]


def members_of(schema: GraphQLSchema, vocabulary: Vocabulary, type_name: str) -> dict[str, tuple[str, ...]]:
    """What an enumerated column may hold, as GraphQL tells it."""
    type_ = schema.type_map[type_name]
    assert isinstance(type_, GraphQLObjectType)
    types = {column: get_named_type(type_.fields[field].type)
             for field, column in vocabulary.nouns[type_name].values.items() if field in type_.fields}  # fmt: skip
    return {column: tuple(each.values) for column, each in types.items() if isinstance(each, GraphQLEnumType)}


def as_stored(column: Column, text: str) -> str:
    """A text as every way of writing leaves it: filters look for what is stored so."""
    entity = graph_model().by_table.get(column.table)
    declared = entity.stored.get(column.name) if entity else None
    return text if declared is None or declared.form is None else normal(text, declared.form)


class Maker:
    """Makes rows of one table."""

    def __init__(self, random: Random, catalogue: Catalogue, members: dict[str, tuple[str, ...]], keys: Keys) -> None:
        self.random = random
        self.catalogue = catalogue
        self.members = members
        self.keys = keys

    async def insert(self, operator: Connection, table: str, number: int) -> bool:
        """Make and write one row; whether the table took it."""
        for _ in range(TRIES):
            row = self._row(table, number)
            await self._of_one_child(operator, table, row)
            await self._of_its_owner(operator, table, row)
            if (entity := graph_model().by_table.get(table)) is not None:
                row |= keys_of(entity, row)
            try:
                async with operator.transaction():
                    await operator.copy_records_to_table(table, records=[tuple(row.values())], columns=list(row))
            except (asyncpg.IntegrityConstraintViolationError, asyncpg.DataError):
                continue
            return True
        return False

    def _owner(self, table: str) -> str | None:
        """The first column that names a row of a programme, or a programme."""
        for column in self.catalogue.of(table):
            target = self.catalogue.target_of(table, column.name)
            if target == "programme" and column.name == PROGRAMME:
                continue
            if target is not None and PROGRAMME in {each.name for each in self.catalogue.of(target)}:
                return column.name
        return PROGRAMME

    async def _of_one_child(self, operator: Connection, table: str, row: dict[str, Any]) -> None:
        """A row of a child that leads to another one is of the same child."""
        for column in self.catalogue.of(table) if CHILD in row else ():
            target = self.catalogue.target_of(table, column.name)
            is_of_one = target is not None and CHILD in {each.name for each in self.catalogue.of(target)}
            if is_of_one and row.get(column.name) is not None:
                query = f"SELECT {CHILD} FROM {target} WHERE country_code = $1 AND id = $2"  # noqa: S608 - of the catalogue
                row[CHILD] = await operator.fetchval(query, row["country_code"], row[column.name])

    async def _of_its_owner(self, operator: Connection, table: str, row: dict[str, Any]) -> None:
        """A row below another one is of that one's programme: of the first that it names."""
        for column in self.catalogue.of(table) if PROGRAMME in row else ():
            target = self.catalogue.target_of(table, column.name)
            has_one = target is not None and PROGRAMME in {each.name for each in self.catalogue.of(target)}
            if has_one and row.get(column.name) is not None:
                query = f"SELECT {PROGRAMME} FROM {target} WHERE country_code = $1 AND id = $2"  # noqa: S608 - of the catalogue
                row[PROGRAMME] = await operator.fetchval(query, row["country_code"], row[column.name])
                return

    def _row(self, table: str, number: int) -> dict[str, Any]:
        country = COUNTRIES[number % len(COUNTRIES)]
        row: dict[str, Any] = {"country_code": country, "id": UUID(int=(0x01990001_0000_7000_8000 << 48) + number)}
        day = self.random.choice(FIRST_DAYS)
        for column in self.catalogue.of(table):
            # Where a record leads on to is said as it is taken back: no row begins so.
            if column.filled or column.name in row or column.name.endswith(SAME_AS):
                continue
            if column.type == "date":
                row[column.name] = day
                day += timedelta(days=self.random.choice(LENGTHS))
            else:
                row[column.name] = self._value(column, country, number // len(COUNTRIES))
            if column.nullable and self.random.random() < 0.3:
                row[column.name] = None
        return row

    def _value(self, column: Column, country: str, turn: int) -> Any:  # noqa: ANN401 - a value of any type
        target = self.catalogue.target_of(column.table, column.name)
        drawn: tuple[Any, ...] | list[Any] = VALUES.get(column.type, ())
        if target is not None:
            drawn = self.keys.get((target, country), [])
            if drawn and column.name == self._owner(column.table):
                # In turns, from first to last: every programme gets its share of rows.
                return drawn[turn * max(1, len(drawn) // ROWS) % len(drawn)]
        elif column.name in self.members:
            drawn = self.members[column.name]
            if column.type.endswith("[]"):
                return [each for each in drawn if self.random.random() < 0.5] or [drawn[0]]
        value = self.random.choice(drawn) if drawn else None
        return as_stored(column, value) if isinstance(value, str) else value
