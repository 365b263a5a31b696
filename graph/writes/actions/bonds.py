"""Sibling bonds: each of two children holds one to the other, and both are written together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.days import LIFE
from graph.entities.sibling_bond import SiblingBondKind
from graph.kinds.kind import Kind
from graph.writes.action import Action
from graph.writes.draft import NULL
from graph.writes.identities import new_id
from graph.writes.keeping import Proposed, keep
from graph.writes.mutation import Given, Linked, Lock

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing


def _record(writing: Writing) -> None:
    child = writing.linked("childId", "programme_id", "given_name", *LIFE)
    sibling = writing.linked("siblingId", "programme_id", "given_name", *LIFE)
    start = writing.value_or("startedOn", writing.today)
    cells = {"child_id": child.c.id, "sibling_id": sibling.c.id, "started_on": start, "ended_on": NULL}
    keep(writing, Proposed("sibling_bond", cells, {"child_id": child, "sibling_id": sibling}))
    kind = writing.value("kind")
    for identity, one, other in (
        (writing.id, child, sibling),
        (writing.given("id_back", Kind.ID), sibling, child),
    ):
        writing.insert("sibling_bond", bond_cells(identity, one, other, kind, start), one, other)


def bond_cells(identity: Sql, one: Relation, other: Relation, kind: Sql, start: Sql) -> dict[str, Sql]:
    """The bond that one child holds to another."""
    return {
        "id": identity,
        "child_id": one.c.id,
        "sibling_id": other.c.id,
        "programme_id": one.c.programme_id,
        "sibling_name": other.c.given_name,
        "kind": kind,
        "started_on": start,
    }


def _two_ids(inputs: Inputs) -> None:
    inputs.values["id_back"] = new_id()


ACTIONS = (
    Action(
        "recordSiblingBond",
        "Records that two children are brothers or sisters, for each of the two.",
        "sibling_bond",
        (
            Linked("childId", "child", "The one child, whose bond the payload shows.", required=True),
            Linked("siblingId", "child", "The other child.", required=True),
            Given(
                "kind",
                Kind.ENUMERATION,
                "What makes them brothers or sisters.",
                required=True,
                enumeration=SiblingBondKind,
            ),
            Given(
                "startedOn",
                Kind.DATE,
                "The day from which the bond is known; today where it is left out.",
                fills="sibling_bond.started_on",
            ),
        ),
        _record,
        creates=True,
        # Both rows carry the other child's name and the own programme: neither may change in between.
        locks=(Lock("child", "childId"), Lock("child", "siblingId")),
        prepare=_two_ids,
    ),
)
