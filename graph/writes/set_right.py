"""What a correction of a placement says of it: the columns as they are to be, and what goes along with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case

from graph.entities.spot import kilometres
from graph.writes.distance import family_of, home_on
from graph.writes.lodging import ARRANGEMENT, MOVE, PARTNER
from graph.writes.stays import LOCAL_KIND
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing

SAID = ("startReason", "endReason", LOCAL_KIND.name, *(each.name for each in MOVE))
"""What is said of a placement besides its home and its days: one text writes them, whichever of them are given."""
OF_REASONS: dict[str, Question] = {
    "start_reason": ("startReason",), "local_kind": (LOCAL_KIND.name,), "move_reason": ("moveReason",),
    "prepared": ("prepared",), "prepared_on": ("preparedOn",),
}  # fmt: skip
"""Of these what the history tells of where it is given."""


def told_besides(writing: Writing, own: Relation, home: Relation | None) -> dict[str, Sql]:
    """What the rules read of it besides its days, where something of that changes."""
    cells: dict[str, Sql] = {}
    if writing.has(*SAID):
        cells["local_kind"] = _said(writing, LOCAL_KIND.name, own.c.local_kind)
        cells["prepared_on"] = _said(writing, "preparedOn", own.c.prepared_on)
    elif writing.has("startedOn"):
        cells["local_kind"] = own.c.local_kind
    if home is not None and writing.has("homeId"):
        cells["arrangement"] = writing.value_or(ARRANGEMENT.name, home.c.form)
    elif writing.has(ARRANGEMENT.name):
        cells["arrangement"] = writing.value_or(ARRANGEMENT.name, own.c.arrangement)
    elif writing.has("startedOn"):
        cells["arrangement"] = own.c.arrangement
    return cells


def _said(writing: Writing, name: str, before: Sql) -> Sql:
    """As the input says, also that it is nothing, or as before."""
    return case((writing.gives(name), writing.value(name)), else_=before)


def set_right(
    writing: Writing, own: Relation, home: Relation | None, start: Sql, end: Sql, why: Sql
) -> tuple[dict[str, Sql], dict[str, Question]]:
    """The columns that the input names, and those that go along with them; of the reasons, which may be left out."""
    values = _where(writing, own, home, start)
    if writing.has("startedOn"):
        values["started_on"] = start
    ends, reasons = writing.has("endedOn"), writing.has(*SAID)
    if ends:
        values["ended_on"] = end
    if ends or reasons:
        values["end_reason"] = case((end.is_(None), NULL), else_=why)
    before = writing.target("placement").c
    if reasons:
        values["start_reason"] = writing.value_or("startReason", before.start_reason)
        values["local_kind"] = _said(writing, LOCAL_KIND.name, before.local_kind)
        values["move_reason"] = _said(writing, "moveReason", before.move_reason)
        values["prepared"] = writing.value_or("prepared", before.prepared)
        values["prepared_on"] = _said(writing, "preparedOn", before.prepared_on)
    optional: dict[str, Question] = dict(OF_REASONS) if reasons else {}
    return values, optional if ends or not reasons else optional | {"end_reason": ("endReason",)}


def _where(writing: Writing, own: Relation, home: Relation | None, start: Sql) -> dict[str, Sql]:
    """Where the child really lived, and how far that is from its family."""
    if home is None:
        before = writing.target("placement").c
        values = {"home_id": NULL, "home_name": NULL, "distance_km": NULL}
        values["arrangement"] = writing.value_or(ARRANGEMENT.name, before.arrangement)
        return {**values, "partner_id": _said(writing, PARTNER.name, before.partner_id)}
    values = {}
    if writing.has("homeId"):
        values = {"home_id": home.c.id, "home_name": home.c.name, "arrangement": home.c.form, "partner_id": NULL}
    if values or writing.has("startedOn"):
        values["distance_km"] = kilometres(family_of(writing, own.c.care_episode_id), home_on(writing, home, start))
    return values
