"""What is owed: its checks and its index, what the next row is made of, the list of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Index, and_

from graph.declarations.constraints import refusing
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.obligation_fields import open_index
from graph.declarations.obligations import FROM, WHY
from graph.declarations.row_rules import BothOrNeither, held
from graph.declarations.selection import PartOf
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Constraint, Table

    from graph.declarations.base import Entity
    from graph.declarations.frame import Frame, Rows, Sql
    from graph.declarations.model import EntityModel, GraphModel

BOTH = conflict(
    Reason.NOT_OWED,
    "It is owed no longer, and was not done.",
    "Look at it again: what has been done all the same is a new row, without a day on which it is due.",
)
HALF = bad_input(
    Reason.HALF_GIVEN, "The day from which it is owed no longer and the reason come together.", "Give both, or neither."
)


def obligation_rules(entity: type[Entity], made: Table) -> Iterator[Constraint | Index]:
    """The checks and the index of an entity with an obligation.

    Raises:
        MisdeclaredError: it names no day, none that may be empty, or one for both.
    """
    said, table, columns = entity.obligation, made.name, made.columns
    if said is None:
        return
    for name in (said.due, said.done):
        if name not in columns or columns[name].info["hearth"].kind is not Kind.DATE:
            raise MisdeclaredError(entity, "obligation", f"{name} is no column that is a day.")
    if not columns[said.done].nullable:
        raise MisdeclaredError(entity, "obligation", f"{said.done} is empty until it was done; it may be empty.")
    if said.due == said.done:
        message = f"{said.due} says when it is due and when it was done; name two days."
        raise MisdeclaredError(entity, "obligation", message)
    never_both = CheckConstraint(f"{said.done} IS NULL OR {FROM} IS NULL", name=f"{table}_done_or_not_owed_check")
    yield refusing(never_both, BOTH)
    yield held(f"{table}_{WHY}_given", BothOrNeither(FROM, WHY), HALF)
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
