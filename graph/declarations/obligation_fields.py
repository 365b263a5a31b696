"""What an entity with an obligation has besides: two columns, and two values that are worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_

from graph.declarations.days import MADE
from graph.declarations.fields import Day, sensitive
from graph.declarations.misdeclared import body_error
from graph.declarations.nouns import NATIONAL, OFFICE
from graph.declarations.worked_out import implied, worked_out
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.frame import Rows, Sql

from graph.declarations.obligations import FROM, WHY, NotOwedReason, Obligation


def with_obligation(body: dict[str, Any], said: Obligation) -> dict[str, Any]:
    """A class's body with what follows: two columns, and two values that are worked out.

    Raises:
        MisdeclaredError: it names no column.
    """
    for name in (said.due, said.done):
        if name not in body["__annotations__"]:
            raise body_error(body, "obligation", f"{name} is no column that is a day.")
    if said.missed is not None and said.missed not in body["__annotations__"]:
        raise body_error(body, "obligation", f"{said.missed} is no column that says why it was missed.")
    if said.between is not None and said.between not in body["__annotations__"]:
        raise body_error(body, "obligation", f"{said.between} is no link to another one.")
    index = open_index(body["__tablename__"])
    uses = (said.due, said.done, FROM, *([said.missed] if said.missed else []))
    may_be_empty = "None" in str(body["__annotations__"][said.due])
    rights: dict[str, Any] = {"creates": OFFICE, "changes": NATIONAL, "owned": True, "default": None}
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
    if said.missed is not None:
        yield row.c[said.missed].is_(None)


def open_index(table: str) -> str:
    """The index of what is still to be done, by the day on which it is due."""
    return f"{table}_open_idx"
