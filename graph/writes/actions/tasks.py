"""Tasks: what was to be done has been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case

from graph.declarations.doable import RowState
from graph.declarations.obligations import FROM
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.mutation import Given, Lock
from graph.writes.obligations import check_owed

if TYPE_CHECKING:
    from graph.writes.writing import Writing

TABLE = "task"
TO_BE_DONE = RowState(
    "task_is_open",
    ("done_on",),
    lambda row, _today: row.c.done_on.is_(None),
    conflict(Reason.ENDED_ALREADY, "The task has been done already.", "Set it right with correctTask.", "id"),
)


def _done(writing: Writing) -> None:
    entity, target = writing.model.by_table[TABLE], writing.target(TABLE)
    done = writing.value_or("doneOn", writing.today)
    own = writing.own(*dict.fromkeys((FROM, *reads_of(writing, entity, ["done_on"]))))
    check_owed(writing, own, "task_is_owed")
    keep_changed(writing, entity, own, {"done_on": done})
    outcome = case((writing.gives("outcome"), writing.value("outcome")), else_=target.c.outcome)
    mine = [target.c.id == own.c.id, target.c.version == own.c.version]
    writing.update(TABLE, {"done_on": done, "outcome": outcome}, where=mine, optional={"outcome": ("outcome",)})


ACTIONS = (
    Action(
        "doneTask",
        "Records that a task was done, and what came of it.",
        TABLE,
        (
            Given(
                "doneOn", Kind.DATE, "The day on which it was done; today where it is left out.",
                fills=f"{TABLE}.done_on",
            ),
            Given("outcome", Kind.TEXT, "What came of it.", clears=True, fills=f"{TABLE}.outcome"),
        ),
        _done,
        creates=False,
        locks=(Lock("child", "id", through=(TABLE, "child_id")),),
        state=TO_BE_DONE,
    ),
)  # fmt: skip
