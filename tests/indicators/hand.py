"""Rows made by hand, in few words, and what a measure counts of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Date, column, insert, literal_column, select, table

from graph.declarations.base import Entity
from graph.entities import graph_model
from graph.entities.child import Sex
from graph.entities.home_form import HomeForm
from graph.entities.programme import ProgrammeKind
from graph.indicators.counting import counted
from graph.indicators.model import Part
from graph.indicators.period import Period
from graph.indicators.splits import Dimension, in_order
from graph.plan.sql.compiled import with_values

if TYPE_CHECKING:
    import asyncpg
    from sqlalchemy import ClauseElement, ColumnElement, Select, Subquery

    from graph.entities.placement_reasons import PlacementEndReason
    from graph.indicators.model import Indicator, Measure

COUNTRY = "KE"
LONG_AGO = "1990-01-01"
YEAR = Period.of(2025)
"""The period of most tests."""


Cells = dict[tuple[str, ...], tuple[int, int]]
"""Amount and children by country and categories."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that others point to."""

    id: UUID
    country: str
    programme: UUID


class PlainFrame:
    """The frame of a test: all rows, and days that stand in the statement.

    Args:
        period: its days.
    """

    def __init__(self, period: Period) -> None:
        self.first: ColumnElement[Any] = literal_column(f"DATE '{period.first}'", Date())
        self.last: ColumnElement[Any] = literal_column(f"DATE '{period.last}'", Date())
        self.after: ColumnElement[Any] = literal_column(f"DATE '{period.after}'", Date())
        self._numbers = count(1)

    def rows(self, table: str, *columns: str) -> Subquery:
        """A table's rows that are not void."""
        source, led = Entity.metadata.tables[table], graph_model().by_table[table].led_on
        read = (source.c[led.get(name, name)].label(name) for name in columns)
        statement: Select[Any] = select(source.c.country_code, *read)
        if "voided_at" in source.c:
            statement = statement.where(source.c.voided_at.is_(None))
        return statement.subquery(f"{table}_{next(self._numbers)}")

    @staticmethod
    def same_country(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """Of every country there are rows."""
        return one == other


def written(statement: ClauseElement) -> tuple[Any, ...]:
    """A statement's text and its values."""
    text, values = with_values(statement)
    return (text, *values)


async def cells(
    connection: asyncpg.Connection[asyncpg.Record], measure: Measure, period: Period, *dimensions: Dimension
) -> Cells:
    """What a measure counts, by country and one split."""
    return await part_cells(connection, Part(measure), period, *dimensions)


async def part_cells(
    connection: asyncpg.Connection[asyncpg.Record], part: Part, period: Period, *dimensions: Dimension
) -> Cells:
    """The same of a measure that may be narrowed to a category."""
    split = in_order(set(dimensions))
    rows = await connection.fetch(*written(counted(part.measure, PlainFrame(period), [split], part.fixed)))
    return {
        (row["country_code"], *(row[each.column] for each in split)): (row["amount"], row["children"]) for row in rows
    }


class Hand:
    """Makes rows, and counts them.

    Args:
        connection: of the operator, who may write every row.
        country: whose rows they are. The ids are the same in each country.
    """

    def __init__(self, connection: asyncpg.Connection[asyncpg.Record], country: str = COUNTRY) -> None:
        self.connection = connection
        self.country = country
        self._numbers = count(1)
        self._programmes: dict[str, UUID] = {}

    async def home(
        self,
        form: HomeForm = HomeForm.SOS_FAMILY,
        *,
        kind: ProgrammeKind = ProgrammeKind.ALTERNATIVE_CARE,
        places: int = 9,
        opened: str = LONG_AGO,
        closed: str | None = None,
    ) -> Row:
        """A home."""
        programme = await self._programme(kind)
        made = await self._insert(
            "home", programme_id=programme, name="A home", form=form, capacity=places, opened_on=opened,
            closed_on=closed,
        )  # fmt: skip
        return Row(made, self.country, programme)

    async def child(
        self,
        born: str | None = "2015-06-15",
        sex: Sex = Sex.FEMALE,
        *,
        kind: ProgrammeKind = ProgrammeKind.ALTERNATIVE_CARE,
    ) -> Row:
        """A child."""
        programme = await self._programme(kind)
        made = await self._insert(
            "child", programme_id=programme, case_number=str(next(self._numbers)), given_name="A child",
            birth_date=born, birth_date_precision=born and "DAY", sex=sex, enrolled_on=LONG_AGO,
        )  # fmt: skip
        return Row(made, self.country, programme)

    async def stay(
        self,
        child: Row,
        home: Row,
        start: str,
        end: str | None = None,
        why: PlacementEndReason | None = None,
        *,
        void: bool = False,
    ) -> None:
        """A placement."""
        await self._insert(
            "placement", child_id=child.id, home_id=home.id, programme_id=child.programme, home_name="A home",
            started_on=start, ended_on=end, start_reason="OTHER", end_reason=why,
            voided_at="2026-01-01T00:00:00+00:00" if void else None, void_reason="Another child's." if void else None,
        )  # fmt: skip

    async def bond(self, one: Row, other: Row, start: str = LONG_AGO, end: str | None = None) -> None:
        """Two children are brothers or sisters: a row for each of them."""
        for child, sibling in ((one, other), (other, one)):
            await self._insert(
                "sibling_bond", child_id=child.id, sibling_id=sibling.id, programme_id=child.programme,
                sibling_name="A child", kind="FULL", started_on=start, ended_on=end,
            )  # fmt: skip

    async def tie(self, whose: Row, start: str, end: str | None = None, *, of_home: bool = False) -> None:
        """A community link of a child, or of a whole home."""
        owner = {"home_id" if of_home else "child_id": whose.id}
        await self._insert(
            "community_link", programme_id=whose.programme, kind="SCHOOL", started_on=start, ended_on=end, **owner
        )

    async def amount(self, measure: Measure, period: Period = YEAR) -> int:
        """What a measure counts in the country."""
        found = await cells(self.connection, measure, period)
        return found.get((self.country,), (0, 0))[0]

    async def by(self, measure: Measure, *dimensions: Dimension, period: Period = YEAR) -> dict[str, int]:
        """What it counts in each category; those of two dimensions with a slash between them."""
        found = await cells(self.connection, measure, period, *dimensions)
        return {"/".join(key[1:]): amount for key, (amount, _) in found.items() if key[0] == self.country}

    async def children(self, measure: Measure, period: Period = YEAR) -> int:
        """How many children are behind what it counts."""
        found = await cells(self.connection, measure, period)
        return found.get((self.country,), (0, 0))[1]

    async def parts(self, indicator: Indicator, period: Period = YEAR) -> tuple[int, ...]:
        """Numerator and denominator of an indicator; of a rate over a population only the former."""
        found = [await part_cells(self.connection, part, period) for part in indicator.parts]
        return tuple(each.get((self.country,), (0, 0))[0] for each in found)

    async def _programme(self, kind: ProgrammeKind) -> UUID:
        if kind not in self._programmes:
            self._programmes[kind] = await self._insert("programme", name="A programme", kind=kind, started_on=LONG_AGO)
        return self._programmes[kind]

    async def _insert(self, into: str, **values: object) -> UUID:
        made = UUID(int=next(self._numbers))
        columns = Entity.metadata.tables[into].c
        row = {"country_code": self.country, "id": made, **values}
        for name, value in row.items():
            if isinstance(value, str) and name.endswith(("_on", "_date", "_at")):
                row[name] = columns[name].type.python_type.fromisoformat(value)
        # Without the model's own defaults: what is not given is what the database makes of it.
        bare = table(into, *(column(name, columns[name].type) for name in row))
        await self.connection.execute(*written(insert(bare).values(row)))
        return made
