"""A child's timeline: all that has a day in the child's file, whichever table holds it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names
from graph.declarations.days import MADE, DatePrecision, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.selected import RowsOfMany, SelectedEntity, the_row
from graph.declarations.selection import PartOf

if TYPE_CHECKING:
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel

CHILD = "child"


class TimelineKind(StrEnum):
    """What stands in a child's timeline: a day of a row, by its type and its field."""


def dated_days(entity: EntityModel) -> list[Column]:
    """The days of an entity that somebody gives, but for those with which something ends, or of another's life."""
    days = [(each, each.day) for each in entity.stored.values() if each.day is not None and each.api]
    return [each for each, day in days if day.when is not When.MADE and day.after is None and not day.anothers]


def dated_rows(model: GraphModel) -> Iterator[PartOf]:
    """Every day of a child and of what the child owns, from the declarations alone."""
    for entity in model.by_type.values():
        owners = {owner.table: owner.column for owner in entity.owners}
        child = "id" if entity.table == CHILD else owners.get(CHILD)
        for day in dated_days(entity) if child is not None and entity.is_tenant else ():
            columns = {"child_id": child, "programme_id": entity.programme_column, "day": day.name}
            for each in entity.stored.values():
                if each.day is not None and each.day.after == day.name:
                    columns["ended_on"] = each.name
                if each.about is not None and each.about.of == day.name:
                    columns["precision"] = each.name
            given = {own: name for own, name in columns.items() if name is not None}
            yield PartOf(entity.table, f"{entity.table}_{day.name}".upper(), f"{entity.type_name}: {day.doc}", given)


class TimelineEntry(SelectedEntity, table=True):
    """A day in a child's file: a birth, a stay, a bond, a tie, whatever has one; the latest first where nobody says.

    It is no record of its own: what is written, ended or found mistaken stands in `row`. A day that is not known has no
    entry; of one that is known to a month or a year, the first day of it counts.
    """

    __tablename__ = "timeline_entry"
    names: ClassVar[Names] = Names("TimelineEntry", "timelineEntry", "timelineEntries")
    about_a_person: ClassVar = True
    programme_column: ClassVar = "programme_id"
    order: ClassVar = ("-day",)
    selection: ClassVar = RowsOfMany(dated_rows, kind="kind", given=("child_id", "day"))

    child_id: UUID = link(CHILD, "The child.", back="timeline", back_doc="All that has a day in the child's file.")
    programme_id: UUID = link(
        "programme",
        "The programme that is responsible.",
        back="timeline",
        back_doc="All that has a day in the files of the programme's children.",
    )
    kind: str = sensitive(Kind.ENUMERATION, "What it is.", enumeration=TimelineKind, filters=True, primary_key=True)
    day: Day = personal(
        Kind.DATE, "The day, or the first one; ahead of today where it is planned.", day=MADE, filters=True, orders=True
    )
    precision: DatePrecision | None = personal(
        Kind.ENUMERATION, "How much of the day is known; empty where all of it has to be.", enumeration=DatePrecision,
        default=None,
    )  # fmt: skip
    ended_on: Day | None = sensitive(
        Kind.DATE, "The first day after its last, where it has ended.", day=MADE, filters=True, default=None
    )

    row = the_row("The row itself: ask for what you need of each type, as `... on Placement { homeName }`.")
