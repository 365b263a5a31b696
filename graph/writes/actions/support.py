"""Support: whoever has left comes back and asks, at any age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import literal_column

from graph.entities.support_service import SupportKind
from graph.kinds.kind import Kind
from graph.writes.action import Action
from graph.writes.mutation import Given, Linked, Lock

if TYPE_CHECKING:
    from graph.writes.writing import Writing

TABLE = "support_service"


def _return(writing: Writing) -> None:
    """Nothing is asked of whoever comes: what they want is written down, and is to be answered."""
    child = writing.linked("childId", "programme_id")
    values = {
        "id": writing.id,
        "child_id": child.c.id,
        "programme_id": child.c.programme_id,
        "kind": writing.value("kind"),
        "for_whom": literal_column("'CHILD'"),
        "origin": literal_column("'RETURN'"),
        "wish": writing.value("wish"),
        "asked_on": writing.today,
        "answer": literal_column("'OPEN'"),
    }
    writing.insert(TABLE, values, child, optional={"kind": ("kind",)})


ACTIONS = (
    Action(
        "returnForSupport",
        "Records that somebody who has left care came back and asks for help: at any age, and on no condition.",
        TABLE,
        (
            Linked("childId", "child", "Who has come back.", required=True, fills=f"{TABLE}.child_id"),
            Given("wish", Kind.TEXT, "What they ask for, in their own words.", required=True, fills=f"{TABLE}.wish"),
            Given(
                "kind", Kind.ENUMERATION, "What the help is about, where that is clear.", enumeration=SupportKind,
                clears=True, fills=f"{TABLE}.kind",
            ),
        ),
        _return,
        creates=True,
        locks=(Lock("child", "childId"),),
    ),
)  # fmt: skip
