"""The bonds that a child who comes into care has with brothers and sisters: each of the two holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from graph.declarations.days import LIFE
from graph.entities.sibling_bond import SiblingBondKind
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.refusals import not_found
from graph.writes.checks import CheckKind
from graph.writes.draft import NULL
from graph.writes.keeping import Proposed, keep
from graph.writes.mirrors import ID_BACK, side_cells
from graph.writes.mutation import Given, Group, Linked, NewId
from graph.writes.parts import missing_of, place_in

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing

SIBLINGS = Group(
    "siblings",
    "AdmittedSiblingInput",
    (
        Linked("siblingId", "child", "The brother or sister.", required=True),
        Given("kind", Kind.ENUMERATION, "What makes them so.", required=True, enumeration=SiblingBondKind),
    ),
    "Brothers and sisters who are in care already.",
    many=True,
)
BOND = NewId("bondId", "sibling_bond", "The id of the child's own bond, with a UUIDv7 of your own.", inside="siblings")
BOND_BACK = NewId(
    ID_BACK, "sibling_bond", "The id of the bond that the brother or sister holds, likewise.", inside="siblings"
)


def read_siblings(writing: Writing, child: Relation | None, start: Sql) -> Relation:
    """Those who are named, each of whom the caller sees and may be bound to.

    Args:
        writing: the statement.
        child: the child as read, with its life; none of one that nobody has recorded before, who is bound to nobody.
        start: the child's first day in care.
    """
    wanted = writing.value("siblings.siblingId")
    source = writing.rows("child")
    rows = select(*(source.c[name] for name in ("id", "programme_id", "given_name", *LIFE))).select_from(source.clause)
    there = [*writing.within("child", source), source.c.id == wanted.any_()]
    siblings = writing.read_rows("siblings", rows.where(*there), many=True)
    missing = missing_of(wanted, siblings, "siblings")
    writing.check_each("siblings_are_there", missing, not_found("Child", "siblings", "siblingId"), CheckKind.MISSING)
    known, place = _known_since(writing, siblings, start), place_in(wanted, siblings.c.id)
    cells: dict[str, Sql] = {"started_on": known}
    led: dict[str, Any] = {"sibling_id": siblings}
    if child is not None:
        key: Sql = select(child.c.id).select_from(child.clause).scalar_subquery()
        cells |= {"child_id": key, "sibling_id": siblings.c.id, "ended_on": NULL}
    keep(writing, Proposed("sibling_bond", cells, led, many=siblings, place=place, listed="siblings"))
    return siblings


def _known_since(writing: Writing, siblings: Relation, start: Sql) -> Sql:
    """The day from which a bond is known: a fact, also of an admission that is planned, and not before a birth."""
    return func.least(func.greatest(start, siblings.c.birth_date), writing.today)


def bind_siblings(writing: Writing, siblings: Relation, child: Relation, start: Sql) -> None:
    """Each of the two holds a bond to the other.

    Args:
        writing: the statement.
        siblings: from `read_siblings`.
        child: who they are bound to: `id`, `programme_id`, `given_name`.
        start: the child's first day in care.
    """
    wanted = writing.value("siblings.siblingId")
    kind = writing.item(writing.value("siblings.kind"), wanted, siblings.c.id)
    known, bond = _known_since(writing, siblings, start), writing.model.by_table["sibling_bond"]
    for ids, one, other in ((BOND, child, siblings), (BOND_BACK, siblings, child)):
        identity = writing.item(writing.given(ids.value, Kind.ID, many=True), wanted, siblings.c.id)
        cells = {"id": identity, **side_cells(bond, one, other), "kind": kind, "started_on": known}
        writing.insert(bond.table, cells, child, siblings, must=False)
