"""Indicators counted from rows in plain Python, from their definitions in words and not from their expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any
from uuid import UUID

import asyncpg

from graph.indicators.period import Period

CATEGORIES = {
    "SEX": ("FEMALE", "MALE_OTHER_OR_UNKNOWN"),
    "AGE_GROUP": ("AGE_0_4", "AGE_5_9", "AGE_10_14", "AGE_15_17", "AGE_18_PLUS_OR_UNKNOWN"),
    "SETTING": ("FAMILY_BASED", "RESIDENTIAL", "INDEPENDENT", "OTHER"),
    "CARE_FORM": (
        "SOS_FAMILY", "FOSTER_FAMILY", "KINSHIP_FAMILY", "SMALL_GROUP_HOME", "YOUTH_HOME",
        "SUPERVISED_INDEPENDENT_LIVING", "EMERGENCY_SHELTER", "OTHER",
    ),
    "PROGRAMME_KIND": (
        "ALTERNATIVE_CARE", "FAMILY_STRENGTHENING", "YOUTH_CARE", "AFTERCARE", "EMERGENCY", "EDUCATION", "COMMUNITY",
    ),
}  # fmt: skip

IN_CARE = """
voided_at IS NULL AND setting <> 'NOT_CARE' AND care_episode_id IN (
  SELECT e.id FROM care_episode e WHERE e.country_code = $1 AND e.voided_at IS NULL)
"""
Row = asyncpg.Record
Split = tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """Something that counts: how much, and what it may be split by."""

    amount: int
    child: Row | None = None
    place: Row | None = None
    on: date | None = None
    programme: UUID | None = None


@dataclass(frozen=True)
class Rows:
    """A country's rows, those that are void left out."""

    children: dict[UUID, Row]
    homes: dict[UUID, Row]
    programmes: dict[UUID, Row]
    stays: list[Row]
    ties: list[Row]
    bonds: list[Row]
    population: dict[int, int]


async def read_rows(operator: asyncpg.Connection[asyncpg.Record], country: str) -> Rows:
    """The rows of a country, as whoever sees every row."""

    async def rows(table: str, condition: str = "true") -> list[Row]:
        statement = f"SELECT * FROM {table} WHERE country_code = $1 AND {condition}"  # noqa: S608 - names of this module
        return list(await operator.fetch(statement, country))

    known = await operator.fetch("SELECT year, children FROM population WHERE code = $1", country)
    return Rows(
        {row["id"]: row for row in await rows("child")},
        {row["id"]: row for row in await rows("home")},
        {row["id"]: row for row in await rows("programme")},
        await rows("placement", IN_CARE),
        await rows("community_link"),
        await rows("sibling_bond"),
        {row["year"]: row["children"] for row in known},
    )


class Hand:
    """Counts a period.

    Args:
        rows: a country's.
        period: the period.
        today: where the period still runs, its last day.
    """

    def __init__(self, rows: Rows, period: Period, today: date) -> None:
        self.rows = rows
        self.year = period.year
        self.first = period.first
        self.last = min(period.last, today)
        self.after = self.last + timedelta(days=1)

    def figure(self, code: str, split: Split, cell: tuple[str, ...]) -> tuple[Decimal | None, int, int | None]:
        """Value, numerator and denominator of one cell."""
        above, below, scale, decimals = self.definitions[code]
        numerator = self.count(above(), split, cell)
        if below is None:
            return Decimal(numerator), numerator, None
        denominator = self.rows.population.get(self.year) if below == "POPULATION" else self.count(below(), split, cell)
        if not denominator:
            return None, numerator, denominator
        value = Decimal(numerator * scale) / denominator
        return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), numerator, denominator

    @property
    def definitions(self) -> dict[str, tuple[Callable[[], Iterable[Fact]], Any, int, int]]:
        """By code: what is counted, what it is divided by, scale and decimals."""
        return {
            "CARE_STOCK": (self.living, None, 1, 0),
            "CARE_INFLOW": (self.coming, None, 1, 0),
            "CARE_OUTFLOW": (self.leaving, None, 1, 0),
            "RE_ENTRIES": (self.coming_again, self.coming, 100, 1),
            "DATACARE_ALTERNATIVE_CARE_RATE": (self.minors, "POPULATION", 100_000, 1),
            "COMMUNITY_LINKS_PER_CHILD": (self.links, self.living, 1, 2),
            "WITHOUT_COMMUNITY_LINKS": (self.alone, self.living, 100, 1),
            "SIBLINGS_TOGETHER": (lambda: self.siblings(together=True), self.siblings, 100, 1),
            "HOMES_BY_FORM": (self.homes, None, 1, 0),
            "OCCUPANCY": (self.housed, self.places, 100, 1),
        }

    def count(self, facts: Iterable[Fact], split: Split, cell: tuple[str, ...]) -> int:
        """What the facts of one cell add up to."""
        return sum(fact.amount for fact in facts if tuple(self.category(fact, one) for one in split) == cell)

    def category(self, fact: Fact, dimension: str) -> str:
        """Where a fact belongs."""
        if dimension == "SEX":
            assert fact.child is not None
            return "FEMALE" if fact.child["sex"] == "FEMALE" else "MALE_OTHER_OR_UNKNOWN"
        if dimension == "AGE_GROUP":
            assert fact.child is not None
            assert fact.on is not None
            return age_group(fact.child["birth_date"], fact.on)
        if dimension == "PROGRAMME_KIND":
            assert fact.programme is not None
            return str(self.rows.programmes[fact.programme]["kind"])
        assert fact.place is not None
        if dimension == "SETTING":
            return str(fact.place["setting"])
        form = str(fact.place["arrangement" if "arrangement" in fact.place else "form"])
        return form if form in CATEGORIES["CARE_FORM"] else "OTHER"

    # What is counted

    def _fact(self, stay: Row, on: date, amount: int = 1) -> Fact:
        return Fact(amount, self.rows.children[stay["child_id"]], stay, on, stay["programme_id"])

    def living(self) -> Iterator[Fact]:
        """Who is in care on the last day."""
        return (self._fact(stay, self.last) for stay in self.rows.stays if in_force(stay, self.last))

    def housed(self) -> Iterator[Fact]:
        """Those of them who live in a home."""
        return (fact for fact in self.living() if fact.place is not None and fact.place["home_id"] is not None)

    def minors(self) -> Iterator[Fact]:
        """Those of them under eighteen."""
        for fact in self.living():
            assert fact.child is not None
            if age_group(fact.child["birth_date"], self.last) != "AGE_18_PLUS_OR_UNKNOWN":
                yield fact

    def coming(self) -> Iterator[Fact]:
        """The first time in the period that each child came from outside."""
        return (self._fact(stay, stay["started_on"]) for stay in self._first_entries())

    def _first_entries(self) -> list[Row]:
        ends = {(stay["child_id"], stay["ended_on"]) for stay in self.rows.stays}
        found: dict[UUID, Row] = {}
        for stay in sorted(self.rows.stays, key=lambda each: each["started_on"]):
            outside = (stay["child_id"], stay["started_on"]) not in ends
            if self.first <= stay["started_on"] < self.after and outside:
                found.setdefault(stay["child_id"], stay)
        return list(found.values())

    def coming_again(self) -> Iterator[Fact]:
        """Those of them who had been in care before."""
        for stay in self._first_entries():
            earlier = [each for each in self.rows.stays if each["child_id"] == stay["child_id"]]
            if any(each["ended_on"] and each["ended_on"] < stay["started_on"] for each in earlier):
                yield self._fact(stay, stay["started_on"])

    def leaving(self) -> Iterator[Fact]:
        """The last time in the period that each child went out."""
        begins = {(stay["child_id"], stay["started_on"]) for stay in self.rows.stays}
        found: dict[UUID, Row] = {}
        for stay in sorted(self.rows.stays, key=lambda each: each["ended_on"] or date.max):
            end = stay["ended_on"]
            if end and self.first <= end < self.after and (stay["child_id"], end) not in begins:
                found[stay["child_id"]] = stay
        return (self._fact(stay, stay["ended_on"]) for stay in found.values())

    def links(self) -> Iterator[Fact]:
        """The links in force of those who live in a home on the last day."""
        held = [tie["child_id"] for tie in self.rows.ties if in_force(tie, self.last)]
        for fact in self.living():
            assert fact.child is not None
            yield Fact(held.count(fact.child["id"]), fact.child, fact.place, self.last)

    def alone(self) -> Iterator[Fact]:
        """Those without one."""
        return (Fact(1, fact.child, fact.place, fact.on) for fact in self.links() if fact.amount == 0)

    def siblings(self, *, together: bool = False) -> Iterator[Fact]:
        """Each day of the period on which a child and its brother or sister are in care."""
        for bond in self.rows.bonds:
            for own, other in product(self._of(bond["child_id"]), self._of(bond["sibling_id"])):
                spans = (bond, own, other)
                begin = max(self.first, *(each["started_on"] for each in spans))
                end = min(self.after, *(each["ended_on"] or self.after for each in spans))
                if end > begin and (not together or own["home_id"] == other["home_id"] is not None):
                    yield self._fact(own, self.last, (end - begin).days)

    def _of(self, child: UUID) -> list[Row]:
        return [stay for stay in self.rows.stays if stay["child_id"] == child]

    def homes(self) -> Iterator[Fact]:
        """Homes that are open on the last day."""
        for home in self.rows.homes.values():
            if home["opened_on"] <= self.last and (home["closed_on"] is None or home["closed_on"] > self.last):
                yield Fact(1, None, home, None, home["programme_id"])

    def places(self) -> Iterator[Fact]:
        """Their places."""
        for fact in self.homes():
            assert fact.place is not None
            yield Fact(fact.place["capacity"], None, fact.place, None, fact.programme)


def in_force(row: Row, day: date) -> bool:
    """Whether a row's period holds a day."""
    return bool(row["started_on"] <= day and (row["ended_on"] is None or row["ended_on"] > day))


def age_group(born: date | None, on: date) -> str:
    """The group of a completed age; a child of 29 February has its birthday on 1 March of a common year."""
    if born is None:
        return "AGE_18_PLUS_OR_UNKNOWN"
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    for end, group in ((5, "AGE_0_4"), (10, "AGE_5_9"), (15, "AGE_10_14"), (18, "AGE_15_17")):
        if age < end:
            return group
    return "AGE_18_PLUS_OR_UNKNOWN"
