"""What the law says of a child that comes into care, where whoever takes it in knows it already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_

from graph.declarations.columns import Answer
from graph.declarations.constraints import ENDS
from graph.entities.legal_status import LegalStatusKind
from graph.entities.members import member
from graph.kinds.kind import Kind
from graph.text import TextForm
from graph.writes.keeping import Proposed, keep
from graph.writes.mutation import Given, Group, NewId

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

TABLE = "legal_status"
LEGAL_STATUS = Group(
    "legalStatus",
    "LegalStatusAtEntryInput",
    (
        Given("kind", Kind.ENUMERATION, "What the law says.", required=True, enumeration=LegalStatusKind),
        Given("authority", Kind.TEXT, "Who has decided it.", form=TextForm.NAME),
        Given(
            "reference", Kind.TEXT, "The number under which it is kept there: where the paper is.", form=TextForm.NAME
        ),
        Given(
            "localCode", Kind.TEXT, "What the country's own law or statistics call it.", form=TextForm.NAME
        ),
        Given("parentsAgree", Kind.ENUMERATION, "Whether the parents agree.", enumeration=Answer),
        Given(
            "represented", Kind.ENUMERATION,
            "Whether somebody represents the child before the court or the authority.", enumeration=Answer,
        ),
        Given(
            "appealUntil", Kind.DATE, "The last day on which it may be appealed against.",
            fills=f"{TABLE}.appeal_until",
        ),
        Given("ends", Kind.DATE, "The first day on which it is no longer so.", fills=f"{TABLE}.ended_on"),
    ),
    "What the law says of the child from the first day in care on; left out where nobody has decided yet.",
)  # fmt: skip
STATUS = NewId("legalStatusId", TABLE, "The id of what the law says, with a UUIDv7 of your own.")
COLUMNS = {
    "kind": "kind", "authority": "authority", "reference": "reference", "localCode": "local_code",
    "parentsAgree": "parents_agree", "represented": "represented", "appealUntil": "appeal_until", "ends": "ended_on",
}  # fmt: skip
NOT_KNOWN: ColumnElement[Any] = member(Answer.NOT_KNOWN)
ANSWERS = frozenset({"parents_agree", "represented"})
ENDS_BEFORE = replace(ENDS, path=("input", LEGAL_STATUS.name, "ends"))


def check_legal_status(writing: Writing, child: Relation | None, start: Sql) -> None:
    """It keeps its rules.

    Args:
        writing: the statement, whose input says what the law says.
        child: the child as read; none of one that nobody has recorded before, against whom nothing stands.
        start: the first day.
    """
    ends = _value(writing, "ends")
    writing.check("legal_status_ends_after_start", or_(ends.is_(None), ends > start), ENDS_BEFORE)
    cells: dict[str, Sql] = {"kind": _value(writing, "kind"), "started_on": start, "ended_on": ends}
    cells |= {"appeal_until": _value(writing, "appealUntil")}
    led = {} if child is None else {"child_id": child}
    cells |= {} if child is None else {"child_id": child.c.id}
    at = dict.fromkeys(COLUMNS.values(), LEGAL_STATUS.name) | {"started_on": LEGAL_STATUS.name}
    keep(writing, Proposed(TABLE, cells, led, at))


def write_legal_status(writing: Writing, episode: Relation, start: Sql) -> None:
    """What the law says from the first day of a time in care on.

    Args:
        writing: the statement.
        episode: the new row of that time, as written.
        start: its first day.
    """
    said = {column: _value(writing, name) for name, column in COLUMNS.items()}
    said |= {name: func.coalesce(said[name], NOT_KNOWN, type_=said[name].type) for name in ANSWERS}
    cells = {
        "id": writing.given(STATUS.value, Kind.ID),
        "child_id": episode.c.n_child_id,
        "programme_id": episode.c.n_programme_id,
        "started_on": start,
        **said,
    }
    optional = {column: (f"{LEGAL_STATUS.name}.{name}",) for name, column in COLUMNS.items() if name != "kind"}
    writing.insert(TABLE, cells, episode, optional=optional)


def _value(writing: Writing, name: str) -> Any:  # noqa: ANN401 - a parameter
    return writing.value(f"{LEGAL_STATUS.name}.{name}")
