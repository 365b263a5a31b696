"""Decisions: somebody has looked at one again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.declarations.doable import RowState
from graph.declarations.obligation_rules import BOTH
from graph.declarations.obligations import FROM
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.mutation import Given, Lock

if TYPE_CHECKING:
    from graph.writes.writing import Writing

TABLE = "decision"
TO_BE_LOOKED_AT = RowState(
    "decision_is_open",
    ("looked_at_on",),
    lambda row, _today: row.c.looked_at_on.is_(None),
    conflict(
        Reason.ENDED_ALREADY,
        "Somebody has looked at the decision again already.",
        "Record what is decided now with recordDecision; a wrong day is set right with correctDecision.",
        "id",
    ),
)


def _looked_at(writing: Writing) -> None:
    entity, target = writing.model.by_table[TABLE], writing.target(TABLE)
    day = writing.value_or("lookedAtOn", writing.today)
    own = writing.own(*dict.fromkeys((FROM, *reads_of(writing, entity, ["looked_at_on"]))))
    writing.check("decision_is_owed", own.c[FROM].is_(None), replace(BOTH, path=("input", "id")))
    keep_changed(writing, entity, own, {"looked_at_on": day})
    mine = [target.c.id == own.c.id, target.c.version == own.c.version]
    writing.update(TABLE, {"looked_at_on": day}, where=mine)


ACTIONS = (
    Action(
        "lookedAtDecision",
        "Records that somebody has looked at a decision again. Whether it stands or falls is a decision of its own:"
        " recordDecision, with who was heard on it.",
        TABLE,
        (
            Given(
                "lookedAtOn", Kind.DATE, "The day on which somebody looked; today where it is left out.",
                fills=f"{TABLE}.looked_at_on",
            ),
        ),
        _looked_at,
        creates=False,
        locks=(Lock("child", "id", through=(TABLE, "child_id")),),
        state=TO_BE_LOOKED_AT,
    ),
)  # fmt: skip
