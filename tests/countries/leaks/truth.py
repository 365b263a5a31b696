"""What is true, whoever asks, and who sees which row of it: worked out in Python, by rules written here by hand."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from tests.conftest import NOW
from tests.countries.leaks.shape import ACCESS, VOIDED, Member, Type, snake, types
from tests.oracle.worked_out import Seen, Values, work_out
from tests.selected_rows import selected_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg

Row = dict[str, Any]

TODAY = NOW.date().isoformat()
SAME_AS = "same_as_id"
"""The column by which a record that was taken back leads on to another one of the same."""
WITHOUT_PROGRAMME = {"change", "history_plain", "history_personal", "history_sensitive"}
"""Tables of which every caseworker of the country reads the rows that belong to no programme."""


def programme_column(table: str) -> str | None:
    """The column that bounds what a caseworker sees of a tenant table; none where every caseworker there sees it whole.

    Only a row that is nobody's may be shared so: whoever says whose it is has a programme in `access.csv`.
    """
    if table == "programme":
        return "id"
    if "programme_id" in ACCESS.columns(table):
        return "programme_id"
    assert not graph_model().by_table[table].owners, f"{table}: its rows are somebody's, and name no programme"
    return None


def identity(type_: Type, row: Row) -> str:
    """The id of a row in GraphQL."""
    return f"{type_.name}_{row['country_code']}_{row['id']}" if type_.tenant else str(row["code"])


def in_force(row: Row) -> bool:
    """Whether a period holds today; its end is the first day no longer in it."""
    return row["started_on"] <= TODAY and (row["ended_on"] is None or row["ended_on"] > TODAY)


@cache
def _programmes(caller: Caller) -> frozenset[str]:
    """As rows name them."""
    return frozenset(str(programme) for programme in caller.programmes)


def is_void(table: str, row: Row) -> bool:
    """Whether a row was recorded in error."""
    return table in VOIDED and row[VOIDED[table]] is not None


@dataclass(frozen=True)
class Truth:
    """Every row of every table, as JSON writes its values."""

    rows: dict[str, list[Row]]
    worked: dict[Caller, Values] = field(default_factory=dict)
    """What computed values are, as each caller sees it."""

    def value(self, caller: Caller, type_: Type, member: Member, row: Row) -> Any:  # noqa: ANN401 - JSON
        """A stored or computed value of a visible row, as JSON writes it."""
        if member.name == "id" and not type_.tenant:
            return f"{type_.name}_{row['code']}"
        if not member.worked:
            return row[str(member.column)]
        key = (row["country_code"], UUID(row["id"])) if type_.tenant else (row["code"], row["code"])
        found = self.worked[caller][type_.name, member.name][key]
        return found.isoformat() if isinstance(found, date) else found

    def some_value(self, type_: Type, member: Member, row: Row) -> Any:  # noqa: ANN401 - JSON
        """A value that somebody may read, where the caller may read none."""
        able = [who for who, found in self.worked.items() if found.get((type_.name, member.name))]
        if not member.worked:
            return row[str(member.column)]
        listed = self.listed(able[0], type_.table)
        return self.value(able[0], type_, member, listed[0])

    @cached_property
    def _by_key(self) -> dict[str, dict[tuple[str, ...], Row]]:
        keys = {type_.table: ("country_code", "id") if type_.tenant else ("code",) for type_ in types().values()}
        return {table: {tuple(row[k] for k in key): row for row in self.rows[table]} for table, key in keys.items()}

    @cached_property
    def by_identity(self) -> dict[str, dict[str, Row]]:
        """Every row of a type, whoever may see it, by its id."""
        return {name: {identity(type_, row): row for row in self.rows[type_.table]} for name, type_ in types().items()}

    @cached_property
    def _pointing(self) -> dict[tuple[str, str], dict[tuple[object, object], list[Row]]]:
        """Of a table and a column: the rows by their country and what stands there; filled as links are asked for."""
        return {}

    def standing(self, table: str, row: Row) -> Row:
        """The record that answers to a row's id: the row, or the one that it was taken back for."""
        other = row.get(SAME_AS)
        return row if other is None else self.standing(table, self._by_key[table][row["country_code"], other])

    def named(self, caller: Caller, type_: Type, wanted: str) -> set[str]:
        """The ids of the rows that a caller means by an id: the row itself, and the record that it leads on to."""
        row = self.by_identity[type_.name][wanted]
        if not self.sees(caller, type_.table, row):
            return set()
        return {wanted, identity(type_, self.standing(type_.table, row))}

    def _which_point(self, table: str, column: str, country: object, at: object) -> list[Row]:
        """The rows of a country that have a value in a column."""
        found = self._pointing.get((table, column))
        if found is None:
            found = self._pointing[table, column] = defaultdict(list)
            for row in self.rows[table]:
                found[row["country_code"], row[column]].append(row)
        return found.get((country, at), [])

    @cached_property
    def _led(self) -> dict[tuple[Caller, Member, int], list[Row]]:
        """Where links of rows have led callers."""
        return {}

    def sees(self, caller: Caller, table: str, row: Row) -> bool:
        """Whether a caller sees a row."""
        if not ACCESS.may_read(caller.tier.value, table):
            return False
        if "country_code" not in row or caller.tier is Tier.HEADQUARTERS:
            return True
        if row["country_code"] not in caller.countries:
            return False
        column = programme_column(table) if caller.tier is Tier.CASEWORKER else None
        if column is None or (row[column] is None and table in WITHOUT_PROGRAMME):
            return True
        return row[column] in _programmes(caller)

    def visible(self, caller: Caller, table: str) -> list[Row]:
        """The rows of a table that a caller sees."""
        return [row for row in self.rows[table] if self.sees(caller, table, row)]

    def listed(self, caller: Caller, table: str) -> list[Row]:
        """Those of them that were not recorded in error: lists, links and counts show no others."""
        return [row for row in self.visible(caller, table) if not is_void(table, row)]

    def invisible(self, caller: Caller, table: str) -> list[Row]:
        """The others: of other countries, and of other programmes of the same country, in turn."""
        hidden = [row for row in self.rows[table] if not self.sees(caller, table, row)]
        near = [row for row in hidden if row.get("country_code") in caller.countries]
        far = [row for row in hidden if row.get("country_code") not in caller.countries]
        mixed = [row for pair in zip(near, far, strict=False) for row in pair]
        return mixed + [row for row in hidden if row not in mixed]

    def linked(self, caller: Caller, member: Member, row: Row) -> list[Row]:
        """The rows that a link leads to, as far as the caller sees them and what lies between."""
        assert member.target is not None
        table = snake(member.target)
        key = (caller, member, id(row))
        if key not in self._led:
            self._led[key] = [
                found
                for found in self._linked(caller, member, row, table)
                if self.sees(caller, table, found) and (member.back == SAME_AS or not is_void(table, found))
            ]
        return self._led[key]

    def _linked(self, caller: Caller, member: Member, row: Row, table: str) -> list[Row]:
        if member.through is not None:
            via, near, far = member.through
            between = [
                each
                for each in self._which_point(via, near, row["country_code"], row["id"])
                if in_force(each) and self.sees(caller, via, each) and not is_void(via, each)
            ]
            return [self._by_key[table][row["country_code"], each[far]] for each in between]
        if member.back is not None:
            own = row.get("country_code", row.get("code"))
            here = own if member.back == "country_code" else row["id"]
            return self._which_point(table, member.back, own, here)
        assert member.column is not None
        if member.column == "country_code":
            return [self._by_key[table][row["country_code"],]]
        return [] if row[member.column] is None else [self._by_key[table][row["country_code"], row[member.column]]]


async def work_out_for(address: Mapping[str, Any], truth: Truth, caller: Caller) -> Values:
    """What computed values are, as a caller sees it."""

    def may(type_name: str, name: str) -> bool:
        type_ = types()[type_name]
        return type_.readable(caller.tier.value) and type_.members[name].readable(caller.tier.value)

    days = {row["code"]: NOW.astimezone(ZoneInfo(row["time_zone"])).date() for row in truth.rows["country"]}
    seen = Seen(
        may,
        lambda table: [row["id"] for row in truth.listed(caller, table)],
        lambda table: [row["id"] for row in truth.visible(caller, table)],
        days,
    )
    return await work_out(address, graph_model(), seen)


LINKS = """
SELECT conrelid::regclass::text, a.attname FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
WHERE c.contype = 'f' AND a.attname NOT IN ('country_code', $1)
AND EXISTS (SELECT 1 FROM pg_attribute t WHERE t.attrelid = c.confrelid AND t.attname = $1)
"""
"""Which columns name a record of which there may be two: what is declared of them is asked nothing."""


async def read_truth(operator: asyncpg.Connection[Any]) -> Truth:
    """Every row, read by the one login that sees them all; whose it is, is said by the record that stands."""
    await operator.execute("SET TIME ZONE 'UTC'")
    rows: dict[str, list[Row]] = {}
    for table in ACCESS.tables:
        # The driver gives a query no way to name a table by parameter; PostgreSQL itself quotes it.
        query = await operator.fetchval("SELECT format('SELECT row_to_json(t)::text FROM %I t', $1::text)", table)
        rows[table] = [json.loads(row[0], parse_float=str) for row in await operator.fetch(query)]
    led = {(row["country_code"], row["id"]): row[SAME_AS] for row in rows["child"] if row[SAME_AS] is not None}
    for table, link in await operator.fetch(LINKS, SAME_AS):
        for row in rows[table]:
            while (other := led.get((row["country_code"], row[link]))) is not None:
                row[link] = other
    return Truth(rows | {name: selected_rows(entity, rows) for name, entity in graph_model().selected.items()})
