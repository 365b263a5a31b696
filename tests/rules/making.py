"""Made-up rows: a row of any table with the rows that it leads to, its days drawn from a few that lie close."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

import asyncpg

from graph.declarations.base import Entity
from graph.declarations.constraints import WHY_VOID, row_rules
from graph.declarations.member_rules import AmongListed, GivenWhere, JustWhere, OnlyWhere
from graph.declarations.row_rules import BothOrNeither, RowRule
from graph.entities import graph_model
from graph.entities.caregiver_assignment import CaregiverRole, KeyCarerOfAChild, OfOne
from graph.kinds.kind import Kind
from graph.writes.identities import new_id
from tests.bulk.files import TODAY
from tests.owning import keys_of

if TYPE_CHECKING:
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel

Operator: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
Values: TypeAlias = "dict[str, Any]"
COUNTRY = "BE"
DAYS = tuple(date(2020, month, day) for month in (1, 2, 3) for day in (1, 2, 15, 28))
AHEAD = TODAY + timedelta(days=20)
"""What begins on it is a plan."""
YOUNG = TODAY - timedelta(days=400)
"""A birth date of one who is small still on `AHEAD`."""
LENGTHS = (1, 20, 40, 80)
YEARS = (DAYS[0].year - 1, DAYS[0].year, DAYS[0].year + 1, TODAY.year + 1, TODAY.year + 10)
"""Of a number that tells rows apart: a year. The last is one of which nobody has plans yet."""
CODES = ("PLEEGGEZIN", "BYGONE", "NEVER")
"""Of the country's list: one that may be used on every day, one until the middle of them, and one that is none."""
SELDOM, OFTEN = 0.25, 0.5
NUMBERS = count(1)
"""No text is said twice, whichever maker says it: some of them are of one row of the country alone."""
ROOM = 50
"""Of a home: room is another test's."""


def written(entity: EntityModel) -> list[Column]:
    """The columns that somebody gives a row."""
    table = Entity.metadata.tables[entity.table]
    machinery = ("created_at", "updated_at", "version")
    return [
        column
        for column in entity.stored.values()
        if table.columns[column.name].computed is None
        and table.columns[column.name].server_default is None
        and column.name not in machinery
    ]


def _is_beside(entity: EntityModel, target: EntityModel) -> bool:
    """Whether a link leads from one row of a child's file to another one."""
    return all([each.table for each in one.owners] == ["child"] for one in (entity, target)) and not entity.part_of


@dataclass
class Maker:
    """Makes rows, and writes those that others lead to.

    Attributes:
        operator: writes them, whatever the rules say.
        random: what is drawn.
        rows: what was made, by id.
    """

    operator: Operator
    random: Random
    rows: dict[UUID, Values] = field(default_factory=dict)
    _made: int = 0

    async def row(self, entity: EntityModel, like: Values | None = None, *, written_too: bool = False) -> Values:
        """A row that is not written; `like` gives columns that it has.

        One that is `written_too` leads to rows of the same child alone, which its table holds.
        """
        said = {"country_code": COUNTRY, "id": new_id(), **(like or {})}
        self._made = next(NUMBERS)
        for column in written(entity):
            if column.name not in said and not column.copy_of:
                said[column.name] = await self._value(entity, column, said, written_too=written_too)
        if not written_too and self.random.random() < SELDOM:
            self._led_alike(entity, said)
        for column in entity.stored.values():
            for copy in column.copy_of:
                if said.get(column.name) is None and said.get(copy.link) is not None:
                    said[column.name] = self.rows[said[copy.link]][copy.column]
        forms = [form for form, _ in row_rules(Entity.metadata.tables[entity.table])]
        for form in sorted(forms, key=lambda each: isinstance(each, KeyCarerOfAChild)):
            self._mend(entity, form, said)
        return said

    def _led_alike(self, entity: EntityModel, said: Values) -> None:
        """A home is that of the placement to which the row leads as well."""
        links = {name: said[name] for name, column in entity.stored.items() if column.target and said.get(name)}
        for name in [each for each in links if entity.stored[each].target == "home"]:
            for led in links.values():
                said[name] = self.rows.get(led, {}).get(name) or said[name]

    def _mend(self, entity: EntityModel, form: RowRule, said: Values) -> None:
        """What a table holds of the row alone is tried elsewhere: here a row keeps it."""
        match form:
            case BothOrNeither(one, other) if (said.get(one) is None) is not (said.get(other) is None):
                said |= {one: None, other: None}
            case AmongListed(name, listed) if said.get(name) not in (said.get(listed) or ()):
                said[name] = None
            case GivenWhere(name) if said.get(name) is None:
                said[name] = self._drawn(entity, entity.stored[name], said)
            case OnlyWhere(name, of, members) if said.get(of) not in members:
                said[name] = None
            case JustWhere(name, of, members) if said.get(name) is None and said.get(of) in (None, *members):
                others = [each.value for each in entity.stored[of].enumeration or () if each not in members]
                said[of] = self.random.choice(others)
            case JustWhere(_, of, members) if said.get(of) in members and self.random.random() < SELDOM:
                said[of] = self.random.choice(members).value
            case OfOne(one, other) if said.get(one) is not None and said.get(other) is not None:
                said[self.random.choice((one, other))] = None
            case KeyCarerOfAChild() if said.get("child_id") is not None:
                said["role"] = CaregiverRole.KEY_CARER.value
            case KeyCarerOfAChild():
                said["role"] = CaregiverRole.TEAM.value

    async def _value(self, entity: EntityModel, column: Column, said: Values, *, written_too: bool) -> Any:  # noqa: ANN401 - of any type
        if column.name == entity.same_as:
            return None  # a record that stands leads on to nobody
        if column.target is not None:
            target = graph_model().by_table.get(column.target)
            if target is None or not target.is_tenant:
                return None
            like: Values = {}
            if _is_beside(entity, target):
                if column.nullable and self.random.random() < SELDOM:
                    return None
                like = {"child_id": said["child_id"]} if written_too or self.random.random() < OFTEN else {}
            led = await self.row(target, like, written_too=True)
            await self.write(target, led)
            return led["id"]
        if column.name in (entity.void_column, WHY_VOID) or column.among is not None:
            return None
        if column.about is not None:
            known = said.get(column.about.of)
            return None if known is None else self.random.choice(list(column.enumeration or ())).value
        if column.nullable and self.random.random() < SELDOM:
            return None
        return self._drawn(entity, column, said)

    def _drawn(self, entity: EntityModel, column: Column, said: Values) -> Any:  # noqa: ANN401 - likewise
        match column.kind:
            case Kind.DATE if column.day is not None and column.day.after is not None:
                # Of some things nobody knows when they began.
                began = said[column.day.after] or self.random.choice(DAYS)
                return began + timedelta(days=self.random.choice(LENGTHS))
            case Kind.DATE if any(rule.plans == column.name for rule in entity.keeps) and self.random.random() < OFTEN:
                return AHEAD
            case Kind.DATE:
                days = (YOUNG,) if column.name == "birth_date" and self.random.random() < SELDOM else DAYS
                return self.random.choice(days)
            case Kind.ENUMERATION_LIST:
                members = [each.value for each in column.enumeration or ()]
                return self.random.sample(members, self.random.choice((1, 2)))
            case Kind.ENUMERATION:
                return self.random.choice(list(column.enumeration or ())).value
            case Kind.INTEGER if column.name in (entity.files.key or ()):
                return self.random.choice(YEARS)
            case Kind.INTEGER | Kind.BIG_INTEGER:
                return ROOM
            case Kind.CODE:
                return self.random.choice(CODES)
            case Kind.TEXT:
                return f"{column.name} {self._made}"
            case _:
                return None

    async def write(self, entity: EntityModel, row: Values) -> None:
        """Write a row, as the table's own constraints let it."""
        row |= keys_of(entity, row)
        await self.operator.copy_records_to_table(entity.table, records=[tuple(row.values())], columns=list(row))
        self.rows[row["id"]] = row
