"""Room in homes, told for all of them at once: how many live there from each day on which that changes.

A stay for which somebody answers (an exception) takes a place, and is not counted when the others are; one that is only
planned is counted, whatever somebody says. A guest (a temporary stay) takes a place as whoever lives there does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Integer, Text, and_, case, cast, exists, func, literal_column, or_, select, union, union_all

from graph.bulk.checks import FileCheck, broken
from graph.bulk.import_context import FALSE, NULL, ONE, TRUE, ZERO
from graph.bulk.sheets import all_sheets
from graph.entities.members import member
from graph.entities.placement_exception import PlacementRule
from graph.entities.room import FULL, HOME_TOO_SMALL, is_crowded, occupancy
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.import_context import Ground, Sql
    from graph.refusals import Refusal

LOOKED_AT: Sql = literal_column("20")
"""Days of one home, on which it is too full, that faults are looked for on."""
OF_ROOM: Sql = member(PlacementRule.CAPACITY)
TOO_FULL = replace(
    FULL,
    advice="Choose another home or day. Where the child lives there already, fill exceptionReason and"
    " exceptionAuthorisedBy.",
)
GUESTS = "temporary_stay"
NO_BED = replace(
    FULL,
    advice="Choose another home or day. Where the child was there already, bring an exception of its placement there.",
)
TOLD = {"placement": TOO_FULL, GUESTS: NO_BED}
"""The tables whose rows take days of a home, and what a file of them is told."""


def _numbers(excused: Sql) -> list[Sql]:
    """How many a stay counts for: of those who live there, and of those for whom nobody answers."""
    return [ONE.label("lives"), case((excused, ZERO), else_=ONE).label("unexcused")]


class Crowding:
    """The stays in the homes that an import touches, and the days on which those are too full."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.stays = Relation(self._stays().cte("stays"))
        self.days = Relation(self._days().cte("days"))

    def _homes(self) -> Sql:
        """The homes that are looked at."""
        parts = []
        for table in TOLD.keys() & self.ground.given:
            final = self.ground.final(table)
            parts.append(select(final.c.home_id.label("id")).select_from(final.clause).where(final.c.same.is_(FALSE)))
        if "home" in self.ground.given:
            home = self.ground.final("home")
            parts.append(select(home.c.id).select_from(home.clause).where(home.c.same.is_(FALSE)))
        return union(*parts)

    def _stays(self) -> Sql:
        homes = self._homes().subquery("homes_touched")
        return union_all(*(part for table in TOLD for part in self._stays_of(table, homes)))

    def _stays_of(self, table: str, homes: Sql) -> Iterator[Sql]:
        ground, rows = self.ground, self.ground.rows(table)
        of: Sql = literal_column(f"'{table}'").label("of")
        kept = [*ground.within(table, rows), rows.c.home_id.in_(select(homes.c.id))]
        if table in ground.given:
            other = ground.final(table)
            kept.append(~exists(select(ONE).select_from(other.clause).where(other.c.id == rows.c.id)))
        begun = rows.c.started_on <= ground.today_value
        stored = select(
            rows.c.home_id,
            rows.c.started_on,
            rows.c.ended_on,
            of,
            cast(NULL, Integer).label("number"),
            TRUE.label("same"),
            *_numbers(begun & self._excused(table, rows)),
        ).select_from(rows.clause)
        yield stored.where(*kept)
        if table not in ground.given:
            return
        final = ground.final(table)
        answered = self._excused(table, final)
        if table != GUESTS:
            answered |= final.c.exception_reason.is_not(None)
        coming = select(
            final.c.home_id,
            final.c.started_on,
            final.c.ended_on,
            of,
            final.c.number,
            final.c.same,
            *_numbers((final.c.started_on <= ground.today_value) & answered),
        ).select_from(final.clause)
        yield coming.where(
            final.c.voided_at.is_(None), final.c.started_on.is_not(None), final.c.child_id.is_not(None),
            final.c.home_id.in_(select(homes.c.id)),
            or_(final.c.ended_on.is_(None), final.c.ended_on > final.c.started_on),
        )  # fmt: skip

    def _excused(self, table: str, stay: Relation) -> Sql:
        """Whether an exception to this rule is on record, or comes with the file."""
        ground = self.ground
        rows = ground.rows("placement_exception")
        placement_id = stay.c.placement_id if table == GUESTS else stay.c.id
        known = [*ground.within("placement_exception", rows), rows.c.placement_id == placement_id]
        known += [rows.c.rule == OF_ROOM, rows.c.home_id == stay.c.home_id]
        excused: Sql = exists(select(ONE).select_from(rows.clause).where(*known))
        if "placement_exception" in ground.given:
            final = ground.final("placement_exception")
            coming = [final.c.placement_id == placement_id, func.coalesce(final.c.rule, OF_ROOM) == OF_ROOM]
            coming.append(final.c.home_id == stay.c.home_id)
            excused |= exists(select(ONE).select_from(final.clause).where(*coming))
        return excused

    def _days(self) -> Sql:
        """`home_id`, `day`, `until` the next one, `lives` and `unexcused`: how many; `capacity`."""
        days = occupancy(self.stays, "lives", "unexcused").subquery("occupied")
        home = self.ground.state("home", "capacity")
        return select(*days.c, home.c.capacity).select_from(days.join(home.clause, home.c.id == days.c.home_id))

    def checks(self) -> Iterator[FileCheck]:
        """The rules of room."""
        for table, refusal in TOLD.items():
            if table in self.ground.given:
                yield self._too_many(table, refusal)
        if "home" in self.ground.given:
            yield self._too_small()

    def _too_many(self, table: str, refusal: Refusal) -> FileCheck:
        days, stays = self.days, self.stays
        place = func.row_number().over(partition_by=days.c.home_id, order_by=days.c.day)
        full = (
            select(days.c.home_id, days.c.day, days.c.capacity, place.label("place"))
            .select_from(days.clause)
            .where(is_crowded(days.c.unexcused, days.c.capacity))
            .subquery("full_days")
        )
        lives = and_(
            stays.c.home_id == full.c.home_id,
            stays.c.unexcused == ONE,
            stays.c.started_on <= full.c.day,
            or_(stays.c.ended_on.is_(None), stays.c.ended_on > full.c.day),
            full.c.place <= LOOKED_AT,
        )
        first_come = func.row_number().over(
            partition_by=[full.c.home_id, full.c.day],
            order_by=[stays.c.same.desc(), stays.c.started_on, stays.c.number],
        )
        ranked = (
            select(stays.c.of, stays.c.number, stays.c.same, full.c.day, full.c.capacity, first_come.label("place"))
            .select_from(full.join(stays.clause, lives))
            .subquery("ranked")
        )
        rows = (
            select(ranked.c.number.label("number"), cast(func.min(ranked.c.day), Text).label("value"))
            .where(
                ranked.c.place > ranked.c.capacity,
                ranked.c.same.is_(FALSE),
                ranked.c.of == literal_column(f"'{table}'"),
            )
            .group_by(ranked.c.number)
        )
        return FileCheck(all_sheets()[table], "homeName", refusal, rows)

    def _too_small(self) -> FileCheck:
        """A home keeps room for everybody who lives there, or is to live there."""
        ground, days = self.ground, self.days
        final, rows = ground.final("home"), ground.rows("home")
        own = and_(*ground.within("home", rows), rows.c.id == final.c.id, final.c.capacity < rows.c.capacity)
        crowded = exists(
            select(ONE)
            .select_from(days.clause)
            .where(
                days.c.home_id == final.c.id,
                is_crowded(days.c.lives, days.c.capacity),
                or_(days.c.until.is_(None), days.c.until > ground.today_value),
            )
        )
        return FileCheck(
            all_sheets()["home"], "capacity", HOME_TOO_SMALL,
            broken(final, final.c.capacity, final.clause.join(rows.clause, own), crowded),
        )  # fmt: skip

    def first_full(self, placement: Relation) -> Sql:
        """The first day of a stay on which its home holds more children than it has places for."""
        days = self.days
        return (
            select(func.min(days.c.day))
            .select_from(days.clause)
            .where(
                days.c.home_id == placement.c.home_id,
                is_crowded(days.c.lives, days.c.capacity),
                days.c.day >= placement.c.started_on,
                or_(placement.c.ended_on.is_(None), days.c.day < placement.c.ended_on),
            )
            .scalar_subquery()
        )
