"""Obligations: a row that is due on a day, done on a day, or owed no longer, with a reason.

    class Review(TenantEntity, table=True):
        owner: ClassVar = Owner("child")
        obligation: ClassVar = Obligation(due="due_on", done="held_on", then=Every(REVIEW_INTERVAL, ("kind",)))

        due_on: Day = sensitive(Kind.DATE, "…", day=…, filters=True, orders=True, …)
        held_on: Day | None = sensitive(Kind.DATE, "…", day=Days(When.FACT), default=None, …)

What is due is a row, and what is overdue a range of an index: nobody works out over all rows what they should hold.
From the word follow the columns `not_owed_from` and `not_owed_reason`, their checks, the index of the open rows, the
values `owed` and `overdue` that it serves, and the next row in the statement that says that one was done.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, Index, and_

from graph.entities.days import MADE
from graph.entities.misdeclared import MisdeclaredError
from graph.entities.selection import PartOf
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Constraint, Table

    from countries.policies import Policy
    from graph.entities.base import Entity
    from graph.entities.frame import Frame, Rows, Sql
    from graph.entities.model import EntityModel, GraphModel

FROM = "not_owed_from"
WHY = "not_owed_reason"


class NotOwedReason(StrEnum):
    """Why something is owed no longer."""

    CARE_ENDED = "CARE_ENDED"
    CHILD_DIED = "CHILD_DIED"
    REPLACED = "REPLACED"
    RULE_CHANGED = "RULE_CHANGED"
    CHILDS_WISH = "CHILDS_WISH"


@dataclass(frozen=True, slots=True)
class Every:
    """When one was done, the next is owed so many days later as the country has laid down on that day.

    Attributes:
        policy: how many days.
        keeps: the columns that the next one has of the one before, besides its owner: what kind it is.
    """

    policy: Policy
    keeps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """`obligation: ClassVar = Obligation(due="due_on", done="held_on")` in an entity.

    Attributes:
        due: the column of the day on which it is due; empty in a row that nobody was owed.
        done: the column of the day on which it was done.
        then: which one follows when it was done; none where nothing does.
        outlives: the reasons for which it stays owed: who looks in on those who have left goes on after care has ended.
    """

    due: str
    done: str
    then: Every | None = None
    outlives: tuple[NotOwedReason, ...] = ()


BOTH = conflict(
    Reason.NOT_OWED,
    "It is owed no longer, and was not done.",
    "Look at it again: what has been done all the same is a new row, without a day on which it is due.",
)
HALF = bad_input(
    Reason.HALF_GIVEN, "The day from which it is owed no longer and the reason come together.", "Give both, or neither."
)


def with_obligation(body: dict[str, Any], said: Obligation) -> dict[str, Any]:
    """A class's body with what follows: two columns, and two values that are worked out."""
    from graph.entities.base import Day, implied, sensitive, worked_out  # which declares its own base with this module
    from graph.entities.model import NATIONAL

    index = open_index(body["__tablename__"])
    uses = (said.due, said.done, FROM)
    may_be_empty = "None" in str(body["__annotations__"][said.due])
    rights: dict[str, Any] = {"changes": NATIONAL, "owned": True, "default": None}
    made = {
        FROM: sensitive(Kind.DATE, "From when it is owed no longer; empty as long as it is.", day=MADE, **rights),
        WHY: sensitive(
            Kind.ENUMERATION, "Why it is owed no longer.", enumeration=NotOwedReason, nullable=True, **rights
        ),
        "owed": worked_out(
            Kind.BOOLEAN,
            "Whether it is still to be done.",
            lambda _, row: and_(*_open(said, row, may_be_empty=may_be_empty)),
            uses=uses if may_be_empty else uses[1:],
            nullable=False,
            filters=True,
            served=implied(index),
        ),
        "overdue": worked_out(
            Kind.BOOLEAN,
            "Whether it is still to be done, and was due before today.",
            lambda frame, row: and_(*_open(said, row, may_be_empty=may_be_empty), row.c[said.due] < frame.today),
            uses=uses,
            nullable=False,
            filters=True,
            served=implied(index),
        ),
    }
    annotations = {**body["__annotations__"], FROM: Day | None, WHY: NotOwedReason | None}
    return {**body, **{name: each for name, each in made.items() if name not in body}, "__annotations__": annotations}


def _open(said: Obligation, row: Rows, *, may_be_empty: bool) -> Iterator[Sql]:
    """What the index of open rows holds, in its words; never empty."""
    if may_be_empty:
        yield row.c[said.due].is_not(None)
    yield row.c[said.done].is_(None)
    yield row.c[FROM].is_(None)


def open_index(table: str) -> str:
    """The index of what is still to be done, by the day on which it is due."""
    return f"{table}_open_idx"


def obligation_rules(entity: type[Entity], made: Table) -> Iterator[Constraint | Index]:
    """The checks and the index of an entity with an obligation.

    Raises:
        MisdeclaredError: it names no day, or none that may be empty.
    """
    from graph.entities.constraints import refusing

    said, table, columns = entity.obligation, made.name, made.columns
    if said is None:
        return
    for name in (said.due, said.done):
        if name not in columns or columns[name].info["hearth"].kind is not Kind.DATE:
            raise MisdeclaredError(entity, "obligation", f"{name} is no column that is a day.")
    if not columns[said.done].nullable:
        raise MisdeclaredError(entity, "obligation", f"{said.done} is empty until it was done; it may be empty.")
    never_both = CheckConstraint(f"{said.done} IS NULL OR {FROM} IS NULL", name=f"{table}_done_or_not_owed_check")
    yield refusing(never_both, BOTH)
    together = CheckConstraint(f"({FROM} IS NULL) = ({WHY} IS NULL)", name=f"{table}_{WHY}_given")
    yield refusing(together, HALF)
    keys = [columns["country_code"], columns[said.due], columns["id"]]
    beside = [name for name in ("programme_id",) if name in columns]
    still_open = and_(columns[said.done].is_(None), columns[FROM].is_(None))
    yield Index(open_index(table), *keys, postgresql_include=beside, postgresql_where=still_open)


def refuse_obligation(entity: type[Entity], read: EntityModel) -> None:
    """Look at what the next row is made of.

    Raises:
        MisdeclaredError: whoever says that one was done may not write the next, or it would lack something.
    """
    said = read.obligation
    if said is None or said.then is None:
        return
    writes = read.stored[said.done].written
    tiers = writes.creates | writes.changes
    made = dict.fromkeys((said.due, *said.then.keeps, *next_links(read)))
    for name in made:
        if name not in read.stored:
            raise MisdeclaredError(entity, "obligation", f"the next row keeps {name}, and there is no such column.")
        if not tiers <= read.stored[name].written.creates:
            message = f"who says that it was done writes the next row, and may not give its {name}."
            raise MisdeclaredError(entity, "obligation", message)
    known = {"country_code", "id", *made}
    for column in read.stored.values():
        if column.is_required and column.name not in known:
            message = f"the next row lacks {column.name}, which is never empty; say that it `keeps` it."
            raise MisdeclaredError(entity, "obligation", message)


def next_links(read: EntityModel) -> tuple[str, ...]:
    """What the next row has of the one before as a matter of course: whose it is, and what repeats that."""
    owners = [owner.column for owner in read.owners if owner.column != "id"]
    copies = [each.name for each in read.stored.values() if any(copy.link in owners for copy in each.copy_of)]
    return tuple(dict.fromkeys((*owners, *copies)))


# The work list


def owed_rows(model: GraphModel) -> Iterator[PartOf]:
    """What is owed of every kind, for a selected entity with `due_on`, `done_on`, `not_owed_from` and `child_id`.

    Its rows are told apart by their tables, and those that are done stand in it too: PostgreSQL takes such a select
    apart as long as no part has a condition, and asks each table's index of open rows. The entity's own `owed` and
    `overdue` (`owed_of`) are its conditions.
    """
    for entity in model.by_type.values():
        said = entity.obligation
        if said is None:
            continue
        owners = {f"{owner.table}_id": owner.column for owner in entity.owners}
        columns = {"due_on": said.due, "done_on": said.done, FROM: FROM}
        columns |= {name: column for name, column in owners.items() if name == "child_id"}
        if entity.programme_column is not None:
            columns["programme_id"] = entity.programme_column
        yield PartOf(entity.table, entity.table.upper(), entity.doc.partition("\n")[0], columns)


def owed_of(frame: Frame, row: Rows) -> Sql:
    """Whether a row of the work list is still to be done."""
    del frame
    return and_(row.c.done_on.is_(None), row.c[FROM].is_(None))


def overdue_of(frame: Frame, row: Rows) -> Sql:
    """Whether it was due before today besides."""
    return and_(owed_of(frame, row), row.c.due_on < frame.today)
