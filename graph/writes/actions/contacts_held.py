"""What became of a contact that was planned: held or missed, in both files where it is of brothers and sisters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, or_

from graph.declarations.doable import RowState
from graph.declarations.obligation_rules import BOTH
from graph.declarations.obligations import FROM
from graph.entities.family_contact import MissedReason
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.actions.contacts import HELD, KIND, NOTE, SUPERVISED, WISH
from graph.writes.contacts import BOTH_FILES, KEY, TABLE, WRITTEN, facing_reason, mirror_of, read_mirrored
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.mutation import Given

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

IS_OPEN = RowState(
    "contact_is_open",
    ("held_on", "missed_reason"),
    lambda row, _today: and_(row.c.held_on.is_(None), row.c.missed_reason.is_(None)),
    conflict(
        Reason.ENDED_ALREADY,
        "The contact has come about, or was missed, already.",
        "Set it right with correctFamilyContact.",
        "id",
    ),
)


def _own(writing: Writing, *changing: str) -> Relation:
    """The row, which is open, and in no way owed no longer."""
    entity = writing.model.by_table[TABLE]
    read = (*KEY, "due_on", "held_on", "missed_reason", FROM, *reads_of(writing, entity, list(changing)))
    own = writing.own(*dict.fromkeys(read))
    writing.check("contact_is_owed", own.c[FROM].is_(None), replace(BOTH, path=("input", "id")))
    return own


def _held(writing: Writing) -> None:
    held = writing.value_or("heldOn", writing.today)
    _settle(writing, {"held_on": held}, {"held_on": held}, ("kind", "supervised", "wish", "note"))


def _missed(writing: Writing) -> None:
    reason = writing.value("missedReason")
    _settle(writing, {"missed_reason": reason}, {"missed_reason": facing_reason(reason)}, ("wish", "note"))


def _settle(writing: Writing, cells: dict[str, Sql], facing: dict[str, Sql], also: tuple[str, ...]) -> None:
    """The row says what became of it, and so does the other file's, unless its own team has said already.

    Args:
        writing: the statement.
        cells: what became of it.
        facing: the same as the other file says it.
        also: what the input may say besides.
    """
    entity, target = writing.model.by_table[TABLE], writing.target(TABLE)
    own = _own(writing, *cells)
    keep_changed(writing, entity, own, dict(cells))
    other = read_mirrored(writing, own)
    is_open = and_(other.c.held_on.is_(None), other.c.missed_reason.is_(None))
    says_so = and_(*(other.c[name] == value for name, value in facing.items()))
    given = {name: case((writing.gives(name), writing.value(name)), else_=target.c[name]) for name in also}
    mirror = mirror_of(own, other, or_(is_open, says_so))
    mine = [target.c.id == own.c.id, target.c.version == own.c.version]
    optional = {name: (name,) for name in also}
    writing.update(TABLE, {**cells, **given, "mirror": mirror}, where=mine, optional=optional)
    there = writing.target(TABLE)
    both = {name: (name,) for name in also if name in ("kind", "supervised")}
    along = {name: case((writing.gives(name), writing.value(name)), else_=there.c[name]) for name in both}
    where = [there.c.id == other.c.id, is_open]
    writing.update(TABLE, {**facing, **along, "mirror": WRITTEN}, where=where, must=False, optional=both)


ACTIONS = (
    Action(
        "contactHeld",
        "Records that a contact that was planned has come about.",
        TABLE,
        (
            replace(HELD, required=False, doc="The day on which it came about; today where it is left out."),
            replace(KIND, required=False, doc="How they were in touch, where it came about otherwise than planned."),
            SUPERVISED, WISH, NOTE,
        ),
        _held,
        creates=False,
        locks=BOTH_FILES,
        state=IS_OPEN,
    ),
    Action(
        "contactMissed",
        "Records that a contact that was planned did not come about, and why.",
        TABLE,
        (
            Given(
                "missedReason", Kind.ENUMERATION, "Why it did not.", required=True, enumeration=MissedReason,
                fills=f"{TABLE}.missed_reason",
            ),
            WISH, NOTE,
        ),
        _missed,
        creates=False,
        locks=BOTH_FILES,
        state=IS_OPEN,
    ),
)  # fmt: skip
