"""Rows made by hand, in few words, and what a measure counts of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Date, column, insert, literal_column, select, table

from graph.declarations.base import Entity
from graph.declarations.columns import Answer
from graph.entities import graph_model
from graph.entities.caregiver import CaregiverKind
from graph.entities.child import Sex
from graph.entities.destination import DESTINATION_OF, Destination
from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.programme import ProgrammeKind
from graph.indicators.counting import counted
from graph.indicators.model import Part
from graph.indicators.period import Period
from graph.indicators.splits import Dimension, in_order
from graph.plan.sql.compiled import with_values
from graph.plan.sql.policies import of_rule

if TYPE_CHECKING:
    import asyncpg
    from sqlalchemy import ClauseElement, ColumnElement, Select, Subquery

    from countries.packs.keys import RuleKey
    from graph.entities.arrangement import PlacementArrangement
    from graph.entities.care_episode import ParentsAtEntry
    from graph.entities.gatekeeping_assessment import Assessor
    from graph.entities.legal_status import LegalStatusKind
    from graph.entities.met_with import MetWith
    from graph.indicators.model import Indicator, Measure

COUNTRY = "KE"
LONG_AGO = "1990-01-01"
VOIDED = "2026-01-01T00:00:00+00:00"
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
    form: str | None = None


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

    def laid_down(self, rule: RuleKey) -> Subquery:
        """What countries have laid down."""
        return of_rule(Entity.metadata.tables["policy"], rule).subquery(f"policy_{next(self._numbers)}")

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
        return Row(made, self.country, programme, form)

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

    async def stay(  # noqa: PLR0913 - a stay and its time in care have as many columns
        self,
        child: Row,
        home: Row | PlacementArrangement,
        start: str,
        end: str | None = None,
        why: PlacementEndReason | None = None,
        *,
        void: bool = False,
        parents: ParentsAtEntry | None = None,
    ) -> UUID:
        """A placement in a time in care of its own, whose id is returned."""
        taken_back = {"voided_at": VOIDED, "void_reason": "Another child's."} if void else {}
        to = DESTINATION_OF.get(why or PlacementEndReason.OTHER, Destination.NOT_KNOWN)
        episode = await self.episode(child, start, end, to, parents_at_entry=parents, **taken_back)
        await self.placement(child, home, start, end, care_episode_id=episode, end_reason=why, **taken_back)
        return episode

    async def placement(
        self, child: Row, home: Row | PlacementArrangement, start: str, end: str | None = None, **values: object
    ) -> None:
        """A placement, and nothing else: outside a time in care, where none is named; in a home, or elsewhere."""
        at = {"home_id": home.id, "home_name": "A home", "arrangement": home.form} if isinstance(home, Row) else {}
        await self._insert(
            "placement", child_id=child.id, programme_id=child.programme, started_on=start, ended_on=end,
            start_reason="OTHER", **(at or {"arrangement": home}), **values,
        )  # fmt: skip

    async def episode(
        self,
        child: Row,
        start: str,
        end: str | None = None,
        destination: Destination | None = None,
        **values: object,
    ) -> UUID:
        """A time in care; where one ends and nothing is said, nobody knows for where."""
        to = None if end is None else destination or Destination.NOT_KNOWN
        return await self._insert(
            "care_episode", child_id=child.id, programme_id=child.programme, started_on=start, ended_on=end,
            destination=to, **values,
        )  # fmt: skip

    async def asked(self, child: Row, episode: UUID, completed: str | None, assessor: Assessor | None = None) -> None:
        """A gatekeeping assessment of a time in care; not completed, where no day is given."""
        await self._insert(
            "gatekeeping_assessment", child_id=child.id, programme_id=child.programme, care_episode_id=episode,
            opened_on=LONG_AGO, due_on=LONG_AGO, completed_on=completed, outcome=completed and "ADMIT",
            assessor=assessor,
        )  # fmt: skip

    async def met(self, child: Row, whom: MetWith, held: str | None, due: str | None = None) -> None:
        """A contact with a carer of before, who is counted as whom is said; missed, where no day is given."""
        carer = await self.carer(CaregiverKind.FAMILY_CARER, Answer.NOT_KNOWN, LONG_AGO, "1991-01-01")
        await self._insert(
            "family_contact", child_id=child.id, programme_id=child.programme, caregiver_id=carer.id, kind="CALL",
            event_id=child.id, held_on=held, due_on=due or held, met_with=whom,
            missed_reason=None if held else "NO_ESCORT",
        )  # fmt: skip

    async def decided(self, child: Row, on: str, how: str | None = None, *, role: str = "CHILD") -> None:
        """A decision about a child; somebody took part in it, where a means is given, or none (`NONE`) was noted."""
        decision = await self._insert(
            "decision", child_id=child.id, programme_id=child.programme, kind="PLAN", decided_on=on,
            decided_by="An office", outcome="Something.",
        )  # fmt: skip
        if how is not None:
            await self._insert(
                "participation", child_id=child.id, programme_id=child.programme, decision_id=decision, role=role,
                how=None if how == "NONE" else how,
            )  # fmt: skip

    async def ground(self, child: Row, kind: LegalStatusKind, start: str | None, end: str | None = None) -> None:
        """A legal status."""
        await self._insert(
            "legal_status", child_id=child.id, programme_id=child.programme, kind=kind, started_on=start, ended_on=end
        )

    async def carer(
        self, kind: CaregiverKind, qualified: Answer, engaged: str = LONG_AGO, left: str | None = None
    ) -> Row:
        """A caregiver."""
        programme = await self._programme(ProgrammeKind.ALTERNATIVE_CARE)
        made = await self._insert(
            "caregiver", programme_id=programme, given_name="A carer", kind=kind, minimum_qualification=qualified,
            engaged_on=engaged, left_on=left,
        )  # fmt: skip
        return Row(made, self.country, programme)

    async def key_carer(self, child: Row, carer: Row, start: str, end: str | None = None) -> None:
        """A caregiver is the child's key carer."""
        await self._insert(
            "caregiver_assignment", child_id=child.id, programme_id=child.programme, caregiver_id=carer.id,
            caregiver_name="A carer", role="KEY_CARER", started_on=start, ended_on=end,
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
