"""Contacts: planned, held as planned or as it came about, and missed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, exists, func, literal_column, or_, select, union_all

from graph.declarations.columns import Answer
from graph.declarations.days import LIFE
from graph.declarations.one_child import of_another
from graph.entities.family_contact import ContactKind, ContactWish
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import conflict, not_found
from graph.writes.action import Action
from graph.writes.checks import CheckKind
from graph.writes.contacts import (
    TABLE,
    of_carers,
    of_relatives,
    of_siblings,
    write_contacts,
)
from graph.writes.draft import NULL, ONE
from graph.writes.keeping import Proposed, keep
from graph.writes.mirrors import ID_BACK
from graph.writes.mutation import Given, Linked, Lock, NewId
from graph.writes.parts import missing_of

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing

OTHER_SIDE = NewId(ID_BACK, TABLE, "The id of the row in the brother's or sister's file, with a UUIDv7 of your own.")
NOT_THEIRS = replace(of_another("sibling_bond_id", "sibling_bond"), path=("input", "siblingBondIds"))
NOT_OF_THEM = replace(of_another("relative_id", "relative"), path=("input", "relativeIds"))
MEETS_NOBODY = conflict(
    Reason.MEETS_NOBODY,
    "It is not said whom the child has met: none of those who are named is of its family.",
    "Record the relative for it first, or leave the child out.",
    "childIds",
)
KIND = Given(
    "kind", Kind.ENUMERATION, "How they are in touch.", required=True, enumeration=ContactKind, fills=f"{TABLE}.kind"
)
SUPERVISED = Given(
    "supervised", Kind.ENUMERATION, "Whether somebody is there to look after the child meanwhile.",
    enumeration=Answer, fills=f"{TABLE}.supervised",
)  # fmt: skip
WISH = Given(
    "wish", Kind.ENUMERATION, "Whether the child wants it; that nobody has asked, where it is left out.",
    enumeration=ContactWish, fills=f"{TABLE}.wish",
)  # fmt: skip
NOTE = Given("note", Kind.TEXT, "How it was, and what somebody has to know of it.", clears=True, fills=f"{TABLE}.note")
EVENT = Given(
    "eventId", Kind.UUID,
    "What the contacts of one event have in common, with a UUID of your own; a new event, where it is left out.",
    fills=f"{TABLE}.event_id",
)  # fmt: skip
HELD = Given("heldOn", Kind.DATE, "The day on which it came about.", required=True, fills=f"{TABLE}.held_on")

ALL_THERE = ("child_is_there", "relative_is_there", "sibling_bond_is_there", "caregiver_is_there")
"""Without one of them nobody can tell whom the children have met."""


def _said(writing: Writing) -> dict[str, Sql]:
    """What the input says of each of the rows."""
    event = select(func.coalesce(writing.value("eventId"), func.uuidv7()).label("id"))
    read = writing.read_rows("event", event)
    return {
        "kind": writing.value("kind"),
        "event_id": select(read.c.id).select_from(read.clause).scalar_subquery(),
        "supervised": writing.value_or("supervised", literal_column("'NOT_KNOWN'")),
        "wish": writing.value_or("wish", literal_column("'NOT_ASKED'")),
        "note": writing.value("note"),
    }


def _plan(writing: Writing) -> None:
    """One child and one whom it is to meet."""
    child = writing.linked("childId", "programme_id", *LIFE)
    relative = writing.linked("relativeId", "child_id", "relation", "contact", "living", optional=True)
    bond = writing.linked("siblingBondId", "child_id", "sibling_id", optional=True)
    carer = writing.linked("caregiverId", optional=True)
    theirs = or_(writing.value("siblingBondId").is_(None), bond.c.child_id == child.c.id)
    writing.check("bond_is_its_own", theirs, of_another("sibling_bond_id", "sibling_bond"))
    due, said = writing.value("dueOn"), _said(writing)
    cells: dict[str, Sql] = {
        "child_id": child.c.id, "programme_id": child.c.programme_id, "relative_id": relative.c.id,
        "due_on": due, "held_on": NULL, "missed_reason": NULL, "kind": said["kind"],
    }  # fmt: skip
    keep(writing, Proposed(TABLE, cells, {"child_id": child, "relative_id": relative}, maybe=("relative_id",)))
    day = {"kind": said["kind"], "due_on": due}
    rows = union_all(
        of_relatives(writing, child, relative, due, writing.id),
        of_siblings(writing, child, bond, day, writing.id),
        of_carers(child, carer, writing.id),
    )
    write_contacts(
        writing, writing.read_rows("contacts", rows, many=True), said | {"due_on": due},
        writing.given(OTHER_SIDE.value, Kind.ID),
    )  # fmt: skip


def _record(writing: Writing) -> None:
    """All who met, and whom: of each of them its own file says so."""
    held, said = writing.value("heldOn"), _said(writing)
    children = _all_of(writing, "childIds", "child", "programme_id", *LIFE)
    named = _all_of(writing, "relativeIds", "relative", "person_id")
    bonds = _all_of(writing, "siblingBondIds", "sibling_bond", "child_id", "sibling_id")
    carers = _all_of(writing, "caregiverIds", "caregiver")
    relatives = _of_the_same_persons(writing, named, children)
    strays = _strays(writing, "relativeIds", named, "person_id", relatives, "person_id")
    writing.check_each("relatives_are_theirs", strays, NOT_OF_THEM, leans_on=("child_is_there",))
    strays = _strays(writing, "siblingBondIds", bonds, "child_id", children, "id")
    writing.check_each("bonds_are_theirs", strays, NOT_THEIRS, leans_on=("child_is_there",))
    day = {"kind": said["kind"], "held_on": held}
    rows = union_all(
        of_relatives(writing, children, relatives, held, func.uuidv7()),
        of_siblings(writing, children, bonds, day, func.uuidv7()),
        of_carers(children, carers, func.uuidv7()),
    )
    contacts = writing.read_rows("contacts", rows, many=True)
    met = exists(select(ONE).select_from(contacts.clause).where(contacts.c.child_id == children.c.id))
    alone = select((func.array_position(writing.value("childIds"), children.c.id) - ONE).label("place"))
    alone = alone.select_from(children.clause).where(~met.correlate(children.clause))
    writing.check_each("each_meets_somebody", alone, MEETS_NOBODY, leans_on=ALL_THERE)
    cells: dict[str, Sql] = {
        **{name: contacts.c[name] for name in ("child_id", "programme_id", "relative_id", "sibling_id")},
        "kind": said["kind"], "held_on": held, "due_on": NULL, "missed_reason": NULL,
    }  # fmt: skip
    keep(writing, Proposed(TABLE, cells, many=contacts))
    prefix = literal_column("'FamilyContact_'").op("||")(writing.country).op("||")(literal_column("'_'"))
    ids = select(func.array_agg(prefix.op("||")(cast(contacts.c.id, Text)))).select_from(contacts.clause)
    writing.touched = func.coalesce(ids.scalar_subquery(), literal_column("'{}'::text[]"))
    write_contacts(writing, contacts, said | {"held_on": held})


def _all_of(writing: Writing, name: str, table: str, *columns: str) -> Relation:
    """The rows that a list of the input names, as far as the caller sees them; who names another is told where."""
    wanted, source = writing.value(name), writing.rows(table)
    rows = select(*(source.c[column] for column in ("id", *columns))).select_from(source.clause)
    there = [*writing.within(table, source), source.c.id == wanted.any_()]
    read = writing.read_rows(f"{table}_named", rows.where(*there), many=True)
    what = writing.model.by_table[table].type_name
    missing = missing_of(wanted, read, table)
    writing.check_each(f"{table}_is_there", missing, not_found(what, name), CheckKind.MISSING)
    return read


def _of_the_same_persons(writing: Writing, named: Relation, children: Relation) -> Relation:
    """The children's own rows of those who are named: of a mother whom three share each has one."""
    row = writing.rows("relative")
    persons = select(named.c.person_id).select_from(named.clause)
    theirs = select(children.c.id).select_from(children.clause)
    there = [*writing.within("relative", row), row.c.person_id.in_(persons), row.c.child_id.in_(theirs)]
    told = (row.c[name] for name in ("id", "child_id", "person_id", "relation"))
    return writing.read_rows("relatives", select(*told).select_from(row.clause).where(*there), many=True)


def _strays(writing: Writing, given: str, mine: Relation, link: str, among: Relation, key: str) -> Any:  # noqa: ANN401 - a SELECT of what a list leads to
    """The places, from 0, of those of a list that lead to none of some rows."""
    found = exists(select(ONE).select_from(among.clause).where(among.c[key] == mine.c[link]).correlate(mine.clause))
    place = (func.array_position(writing.value(given), mine.c.id) - ONE).label("place")
    return select(place).select_from(mine.clause).where(~found)


ACTIONS = (
    Action(
        "planContact",
        "Plans that a child meets somebody of its family, calls or writes: a relative, a brother or sister, a carer of"
        " before. Refused where they may not meet, and where the relative has died.",
        TABLE,
        (
            Linked("childId", "child", "The child.", required=True, fills=f"{TABLE}.child_id"),
            Linked(
                "relativeId", "relative", "The relative whom it is to meet, of the child's own file.",
                fills=f"{TABLE}.relative_id",
            ),
            Linked(
                "siblingBondId", "sibling_bond",
                "The child's bond with the brother or sister whom it is to meet, whoever cares for them.",
                through="sibling_id",
                fills=f"{TABLE}.sibling_id",
            ),
            Linked(
                "caregiverId", "caregiver", "The carer of before whom it is to meet.", fills=f"{TABLE}.caregiver_id"
            ),
            KIND,
            Given(
                "dueOn", Kind.DATE, "The day for which it is planned.", required=True, fills=f"{TABLE}.due_on"
            ),
            SUPERVISED, WISH, NOTE, EVENT,
        ),
        _plan,
        creates=True,
        locks=(Lock("child", "childId"), Lock("child", "siblingBondId", through=("sibling_bond", "sibling_id"))),
        makes=(OTHER_SIDE,),
    ),
    Action(
        "recordContact",
        "Records that children have met somebody of their family, called or written, all on one afternoon: a row for"
        " each child and each whom it met. What has come about is a fact, also where they may not meet.",
        TABLE,
        (
            Linked("childIds", "child", "The children.", required=True, many=True, fills=f"{TABLE}.child_id"),
            Linked(
                "relativeIds", "relative",
                "The relatives whom they met; of one whom brothers and sisters share the row of one of them is enough.",
                many=True, fills=f"{TABLE}.relative_id",
            ),
            Linked(
                "siblingBondIds", "sibling_bond",
                "The children's bonds with brothers and sisters whom they met, whoever cares for them.",
                many=True, through="sibling_id",
                fills=f"{TABLE}.sibling_id",
            ),
            Linked(
                "caregiverIds", "caregiver", "The carers of before whom all of them met.", many=True,
                fills=f"{TABLE}.caregiver_id",
            ),
            KIND, HELD, SUPERVISED, WISH, NOTE, EVENT,
        ),
        _record,
        creates=True,
        many=True,
        locks=(
            Lock("child", "childIds", many=True),
            Lock("child", "siblingBondIds", through=("sibling_bond", "sibling_id"), many=True),
        ),
    ),
)  # fmt: skip
