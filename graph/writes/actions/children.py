"""Children: coming into care, and under another programme. Changing what is on record derives from the entity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import array as pg_array

from graph.declarations.days import LIFE, DatePrecision
from graph.declarations.nouns import OFFICE
from graph.entities.child import NUMBER_TAKEN, Sex
from graph.entities.placement_reasons import PlacementStartReason
from graph.entities.reason_for_care import ReasonForCare
from graph.entities.sibling_bond import SiblingBondKind
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import conflict, not_found
from graph.text import TextForm, number_key
from graph.writes.action import Action
from graph.writes.care import ABOUT_CARE, EPISODE, begin_care, care_cells
from graph.writes.checks import CheckKind
from graph.writes.gates import check_gates
from graph.writes.keeping import Proposed, keep
from graph.writes.key_carers import follow_home, key_carers_follow
from graph.writes.mirrors import ID_BACK, side_cells
from graph.writes.mutation import Given, Group, Linked, Lock, NewId
from graph.writes.offers import TWINS, offers_of
from graph.writes.parts import missing_of, place_in
from graph.writes.stays import (
    EXCEPTION,
    HOME,
    LOCAL_KIND,
    check_room,
    crowding,
    insert_placement,
    local_kind,
)
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.writes.writing import Sql, Writing

RESPONSIBLE_ALREADY = conflict(
    Reason.RESPONSIBLE_ALREADY,
    "That programme is responsible already.",
    "Look at the child as it is now.",
    "programmeId",
)
RESPONSIBLE_LATER = conflict(
    Reason.ENROLLED_LATER,
    "The present programme has become responsible later than that.",
    "Check the day.",
    "movedOn",
)
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
PLACEMENT = NewId("placementId", "placement", "The id of the first placement, with a UUIDv7 of your own.")
BOND = NewId(
    "bondId", "sibling_bond", "The id of the new child's own bond, with a UUIDv7 of your own.", inside="siblings"
)
BOND_BACK = NewId(
    ID_BACK, "sibling_bond", "The id of the bond that the brother or sister holds, likewise.", inside="siblings"
)
ABOUT = (
    Given(
        "caseNumber", Kind.TEXT, "The office's own number, unique within the programme.", required=True, is_name=True,
        form=TextForm.NUMBER,
    ),
    Given(
        "givenName", Kind.TEXT, "The name that the child is called by.", required=True, is_name=True,
        form=TextForm.NAME,
    ),
    Given(
        "familyName", Kind.TEXT, "The family's name; some people have one name only.", clears=True, is_name=True,
        form=TextForm.NAME,
    ),
    Given(
        "nameReading", Kind.TEXT, "How the name is read, in letters or in kana, where its writing does not say so.",
        clears=True, is_name=True, form=TextForm.NAME,
    ),
    Given(
        "birthDate", Kind.DATE, "The day of birth, or the first day of the time that is known.", clears=True,
        fills="child.birth_date",
    ),
    Given(
        "birthDatePrecision", Kind.ENUMERATION, "How much of the birth date is known; the day, where nothing is said.",
        enumeration=DatePrecision,
    ),
    Given("sex", Kind.ENUMERATION, "Sex as recorded.", required=True, enumeration=Sex),
    Given(
        "firstLanguage", Kind.TEXT, "ISO 639 code of the language that the child grew up in.", clears=True,
        form=TextForm.NAME,
    ),
    Given("interests", Kind.TEXT, "What the child likes and is good at, in the child's own words.", clears=True),
    Given(
        "reasonForCare", Kind.ENUMERATION, "Why the child comes into care.", required=True, enumeration=ReasonForCare,
    ),
)  # fmt: skip
COLUMNS = {
    "caseNumber": "case_number", "givenName": "given_name", "familyName": "family_name",
    "nameReading": "name_reading", "birthDate": "birth_date", "birthDatePrecision": "birth_date_precision",
    "sex": "sex", "firstLanguage": "first_language", "interests": "interests", "reasonForCare": "reason_for_care",
}  # fmt: skip
OPTIONAL = {COLUMNS[each.name]: (each.name,) for each in ABOUT if not each.required} | {
    "birth_date_precision": ("birthDate", "birthDatePrecision")
}
"""What may be left out of a child, and by which of the inputs it is given."""
SAID_OF_CHILD = frozenset({"reasons", "primary_reason"})
"""What an admission says of care also by the one reason that it asks for."""


def _admit(writing: Writing) -> None:
    """The child, the first home, the responsible programme, the bonds: one step, so that no child is half admitted."""
    start = writing.value("startedOn")
    programme = writing.linked("programmeId", "started_on", "ended_on")
    home = writing.linked("homeId", *HOME)
    born = {"birth_date": writing.value("birthDate")} if writing.has("birthDate") else {}
    at = {"enrolled_on": "startedOn"}
    keep(writing, Proposed("child", {"enrolled_on": start, **born}, {"programme_id": programme}, at))
    kind = local_kind(writing)
    stay = Proposed("placement", {"started_on": start, "ended_on": NULL, **kind}, {"home_id": home})
    keep(writing, stay)
    care = _care(writing)
    keep(writing, Proposed("care_episode", {**care, "started_on": start}, {}))
    check_case_number(writing, programme)
    crowded = crowding(writing, home, start, None, ONE, None)
    check_room(writing, crowded, start)
    broken = check_gates(writing, home, start)
    follows = key_carers_follow(writing, home, start, None)
    siblings = _siblings(writing, start) if writing.has("siblings") else None
    child = {"id": writing.id, "programme_id": programme.c.id, "enrolled_on": start, **child_cells(writing, ABOUT)}
    child["reason_for_care"] = care["primary_reason"]
    admitted = writing.insert("child", child, programme, optional=OPTIONAL)
    episode = writing.given(EPISODE.value, Kind.ID)
    owner = {"id": episode, "child_id": writing.id, "programme_id": programme.c.id}
    begun = begin_care(writing, care, owner, start, programme, said=SAID_OF_CHILD)
    placement = {
        "id": writing.given(PLACEMENT.value, Kind.ID),
        "care_episode_id": episode,
        "child_id": writing.id,
        "home_id": home.c.id,
        "programme_id": programme.c.id,
        "home_name": home.c.name,
        "started_on": start,
        "start_reason": writing.value_or("startReason", literal_column("'ADMISSION'")),
        **kind,
    }
    placed = insert_placement(
        writing, placement, programme, home, row=stay, crowded=crowded, first=begun, broken=broken
    )
    if follows:
        follow_home(writing, placed, start, None)
    if siblings is not None:
        _bind(writing, siblings, Relation(admitted.cte), start)


def child_cells(writing: Writing, about: Sequence[Given]) -> dict[str, Sql]:
    """What the input says of a new child."""
    cells: dict[str, Sql] = {COLUMNS[each.name]: writing.value(each.name) for each in about}
    known = writing.value_or("birthDatePrecision", literal_column("'DAY'"))
    cells["birth_date_precision"] = case((cells["birth_date"].is_not(None), known), else_=cells["birth_date_precision"])
    return cells


def _care(writing: Writing) -> dict[str, Sql]:
    """What is said of care; who names one reason alone names the first."""
    cells, one = care_cells(writing), writing.value("reasonForCare")
    primary = func.coalesce(cells["primary_reason"], one, type_=one.type)
    reasons = func.coalesce(cells["reasons"], pg_array([primary]), type_=cells["reasons"].type)
    return {**cells, "primary_reason": primary, "reasons": reasons}


def check_case_number(writing: Writing, programme: Relation) -> None:
    """No other child of the programme has that number."""
    other = writing.rows("child")
    same = [
        *writing.within("child", other),
        other.c.programme_id == select(programme.c.id).scalar_subquery(),
        other.c.case_number_key == number_key(writing.value("caseNumber")),
    ]
    writing.check(
        "case_number_is_new",
        ~exists(select(literal_column("1")).select_from(other.clause).where(*same)),
        replace(NUMBER_TAKEN, advice="Look for the child before you admit it."),
    )


def _siblings(writing: Writing, start: Sql) -> Relation:
    wanted = writing.value("siblings.siblingId")
    source = writing.rows("child")
    rows = select(*(source.c[name] for name in ("id", "programme_id", "given_name", *LIFE))).select_from(source.clause)
    there = [*writing.within("child", source), source.c.id == wanted.any_()]
    siblings = writing.read_rows("siblings", rows.where(*there), many=True)
    missing = missing_of(wanted, siblings, "siblings")
    writing.check_each("siblings_are_there", missing, not_found("Child", "siblings", "siblingId"), CheckKind.MISSING)
    known, place = {"started_on": _known_since(writing, siblings, start)}, place_in(wanted, siblings.c.id)
    bonds = Proposed(
        "sibling_bond", known, {"sibling_id": siblings}, many=siblings, place=place, listed="siblings"
    )  # fmt: skip
    keep(writing, bonds)
    return siblings


def _known_since(writing: Writing, siblings: Relation, start: Sql) -> Sql:
    """The day from which a bond is known: a fact, also of an admission that is planned, and not before a birth."""
    return func.least(func.greatest(start, siblings.c.birth_date), writing.today)


def _bind(writing: Writing, siblings: Relation, admitted: Relation, start: Sql) -> None:
    """Each of the two holds a bond to the other."""
    wanted = writing.value("siblings.siblingId")
    kind = writing.item(writing.value("siblings.kind"), wanted, siblings.c.id)
    names = select(
        admitted.c.n_id.label("id"),
        admitted.c.n_programme_id.label("programme_id"),
        admitted.c.n_given_name.label("given_name"),
    )
    child = Relation(names.select_from(admitted.clause).subquery("admitted"))
    known, bond = _known_since(writing, siblings, start), writing.model.by_table["sibling_bond"]
    for ids, one, other in ((BOND, child, siblings), (BOND_BACK, siblings, child)):
        identity = writing.item(writing.given(ids.value, Kind.ID, many=True), wanted, siblings.c.id)
        cells = {"id": identity, **side_cells(bond, one, other), "kind": kind, "started_on": known}
        writing.insert(bond.table, cells, child, siblings, must=False)


def _move(writing: Writing) -> None:
    """All that is the child's goes along (`copies.py`): the new team sees everything, and the old one nothing."""
    own = writing.own("programme_id", "enrolled_on", "birth_date")
    programme = writing.linked("programmeId", "started_on", "ended_on", stays=True)
    day = writing.value_or("movedOn", writing.today)
    writing.check(
        "programme_changes",
        own.c.programme_id != programme.c.id,
        RESPONSIBLE_ALREADY,
    )
    writing.check(
        "moves_after_enrolment",
        day >= own.c.enrolled_on,
        RESPONSIBLE_LATER,
    )
    at = {"enrolled_on": "movedOn"}
    keep(writing, Proposed("child", {"enrolled_on": day}, {"programme_id": programme, "id": own}, at))
    cells: dict[str, Sql] = {"programme_id": programme.c.id, "enrolled_on": day}
    if writing.has("caseNumber"):
        cells["case_number"] = writing.value("caseNumber")
    child = writing.target("child")
    led = child.c.same_as_id == own.c.id
    if "case_number" in cells:
        cells["case_number"] = case((led, child.c.case_number), else_=cells["case_number"])
    # Records that were taken back for this one go where it goes.
    named = and_(child.c.id == own.c.id, child.c.version == own.c.version)
    writing.update("child", cells, where=[or_(named, led)], also_void=True)


ACTIONS = (
    Action(
        "admitChild",
        "Takes a child into care: the child, the responsible programme, the first home and the bonds with brothers and "
        "sisters, in one step.",
        "child",
        (
            *ABOUT,
            Linked("programmeId", "programme", "The programme that becomes responsible.", required=True),
            Linked("homeId", "home", "The first home.", required=True),
            Given(
                "startedOn", Kind.DATE, "The first day in care, and in the home.", required=True,
                fills="placement.started_on", fills_too=("child.enrolled_on",),
            ),
            Given(
                "startReason", Kind.ENUMERATION, "Why the child comes to the home; its admission where it is left out.",
                enumeration=PlacementStartReason,
            ),
            LOCAL_KIND,
            *ABOUT_CARE,
            SIBLINGS,
            EXCEPTION,
        ),
        _admit,
        creates=True,
        locks=(
            Lock("child", "siblings.siblingId"),
            Lock("home", "homeId"),
            Lock("programme", "programmeId", in_turn=True, shared=True),
        ),
        makes=(PLACEMENT, EPISODE, BOND, BOND_BACK),
        supposes=(TWINS, offers_of("id", "siblings.siblingId")),
    ),
    Action(
        "moveToProgramme",
        "Makes another programme responsible for a child, with everything that is on record of it.",
        "child",
        (
            Linked("programmeId", "programme", "The programme that becomes responsible.", required=True),
            Given("movedOn", Kind.DATE, "From which day on; today where it is left out.", fills="child.enrolled_on"),
            Given(
                "caseNumber", Kind.TEXT, "The child's number there, where it gets another one.", is_name=True,
                form=TextForm.NUMBER,
            ),
        ),
        _move,
        creates=False,
        tiers=OFFICE,
        locks=(Lock("child", "id", wholly=True),),
    ),
)  # fmt: skip
