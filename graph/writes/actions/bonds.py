"""Sibling bonds: each of two children holds one to the other, and both are written together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, literal_column, or_, select

from graph.entities.days import LIFE
from graph.entities.sibling_bond import BOND_KNOWN, SAME_CHILD, SiblingBondKind
from graph.kinds.kind import Kind
from graph.plan.source import Source
from graph.writes.action import Action, Given, Linked, Lock
from graph.writes.days import check_lives
from graph.writes.identities import new_id

if TYPE_CHECKING:
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing


def _record(writing: Writing) -> None:
    child = writing.linked("childId", "programme_id", "given_name", *LIFE)
    sibling = writing.linked("siblingId", "programme_id", "given_name", *LIFE)
    start = writing.value_or("startedOn", writing.today)
    writing.check(
        "two_children",
        child.c.id != sibling.c.id,
        SAME_CHILD,
    )
    check_lives(writing, "sibling_bond", {"started_on": start}, {"child_id": child, "sibling_id": sibling})
    bond = writing.rows("sibling_bond")
    known = [
        *writing.within("sibling_bond", bond),
        bond.c.child_id == select(child.c.id).scalar_subquery(),
        bond.c.sibling_id == select(sibling.c.id).scalar_subquery(),
        or_(bond.c.ended_on.is_(None), bond.c.ended_on > start),
    ]
    there = exists(select(literal_column("1")).select_from(bond.clause).where(*known))
    writing.check("bond_is_new", ~there, BOND_KNOWN)
    kind = writing.value("kind")
    for identity, one, other in (
        (writing.id, child, sibling),
        (writing.given("id_back", Kind.ID), sibling, child),
    ):
        writing.insert("sibling_bond", bond_cells(identity, one, other, kind, start), one, other)


def bond_cells(identity: Sql, one: Source, other: Source, kind: Sql, start: Sql) -> dict[str, Sql]:
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
