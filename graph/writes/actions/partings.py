"""`placeSiblingsApart`: who belongs together comes to live apart, with reasons, contact and a day to look again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Text, cast, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from graph.declarations.columns import Answer
from graph.declarations.constraints import ENDS
from graph.declarations.rules import Cells
from graph.entities.family_contact import ContactKind
from graph.entities.placement_rules import THE_HOMES
from graph.kinds.kind import Kind
from graph.refusals import not_found
from graph.text import TextForm
from graph.writes import refusals
from graph.writes.action import Action
from graph.writes.actions.placements import START, WHY_END, WHY_START
from graph.writes.begun import has_begun
from graph.writes.checks import CheckKind
from graph.writes.enrolment import enrol_along, enrolled_later
from graph.writes.keeping import Proposed, keep
from graph.writes.key_carers import NAME_STAYS
from graph.writes.lodging import MOVE
from graph.writes.mutation import Given, Group, Linked, Lock, Parts
from graph.writes.partings import decide_apart, pairs_apart, plan_contacts, write_planned
from graph.writes.parts import PLACE, listed, missing_of
from graph.writes.placing import CARE, leave, read_children
from graph.writes.several_homes import LISTED, lodge_each, settle_each
from graph.writes.stays import EXCEPTION
from graph.writes.stays_in_care import check_stays_in_care
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing

MOST = 12
CHILDREN = Parts(
    LISTED,
    "ChildApartInput",
    "placement",
    "child_id",
    (Linked("childId", "child", "The child.", required=True), Linked("homeId", "home", "Its home.", required=True)),
    "Who moves, twelve at most, each with the home where it is to live; who stays where it is is left out.",
    required=True,
    most=MOST,
)
CONTACT = Group(
    "contact",
    "PlannedContactInput",
    (
        Given(
            "kind", Kind.ENUMERATION, "How they are in touch.", required=True, enumeration=ContactKind,
            fills="family_contact.kind",
        ),
        Given(
            "dueOn", Kind.DATE, "The day for which it is planned.", required=True, fills="family_contact.due_on"
        ),
        Given(
            "supervised", Kind.ENUMERATION, "Whether somebody is there to look after the children meanwhile.",
            enumeration=Answer, fills="family_contact.supervised",
        ),
    ),
    "How those who come apart stay in touch, once at least: each contact is planned for each two of them.",
    many=True,
    required=True,
    most=MOST,
)  # fmt: skip
DECIDED = (
    Given("outcome", Kind.TEXT, "What was decided.", required=True, fills="decision.outcome"),
    Given("reasons", Kind.TEXT, "Why they cannot live together for now.", required=True, fills="decision.reasons"),
    Given(
        "decidedBy", Kind.TEXT, "Who has decided it.", required=True, form=TextForm.NAME, fills="decision.decided_by"
    ),
    Given(
        "decidedOn", Kind.DATE, "The day on which it was decided; today where it is left out.",
        fills="decision.decided_on",
    ),
    Given(
        "lookAgainOn", Kind.DATE, "The day by which somebody looks at it again.", required=True,
        fills="decision.look_again_on",
    ),
)  # fmt: skip
LOOKS_BEFORE = replace(ENDS, path=("input", "lookAgainOn"))


def _place_apart(writing: Writing) -> None:
    """All who are to move do so on one day, or nobody does."""
    wanted, start = writing.given("child_ids", Kind.ID, many=True), writing.value("startedOn")
    children, stays = read_children(writing)
    missing = missing_of(wanted, children, "children")
    writing.check_each("children_are_there", missing, not_found("Child", LISTED, "childId"), CheckKind.MISSING)
    _check_once(writing, wanted)
    check_stays_in_care(writing, writing.value("endReason"))
    writing.check("looks_again_later", writing.value("lookAgainOn") > start, LOOKS_BEFORE)
    where = lodge_each(writing, children, stays, wanted, start)
    going = where.children
    pairs = pairs_apart(writing, going, start)
    row = _check_stays(writing, going, start)
    said = _check_decisions(writing, pairs)
    planned = plan_contacts(writing, going, pairs)
    writing.touched = _shown(writing, going)
    first = enrolled_later(writing, going, start, many=True)
    left = leave(writing, going, stays, start)
    cells = {
        "id": going.c.placement_id,
        "child_id": going.c.id,
        "care_episode_id": going.c.care_episode_id,
        "programme_id": going.c.programme_id,
        "started_on": start,
        "start_reason": writing.value_or("startReason", literal_column("'MOVE'")),
    }
    placed = settle_each(writing, where, cells, row, start, left)
    enrol_along(writing, going, start, first)
    decide_apart(writing, pairs, said, placed)
    write_planned(writing, planned)


def _shown(writing: Writing, going: Relation) -> Sql:
    """The placements in the order of the list."""
    prefix = literal_column("'Placement_'").op("||")(writing.country).op("||")(literal_column("'_'"))
    ids = aggregate_order_by(prefix.op("||")(cast(going.c.placement_id, Text)), going.c.place)
    shown = select(func.array_agg(ids)).select_from(going.clause).scalar_subquery()
    return func.coalesce(shown, literal_column("'{}'::text[]"))


def _check_once(writing: Writing, wanted: Sql) -> None:
    """Each child goes to one home."""
    said = listed(writing, CHILDREN)
    again = func.array_position(wanted, said.c.child_id) < said.c[PLACE]
    places = select((said.c[PLACE] - ONE).label("place")).select_from(said.clause).where(again)
    refusal = replace(refusals.DIFFERENT, path=("input", LISTED, "childId"))
    writing.check_each("each_goes_to_one_home", places, refusal)


def _check_stays(writing: Writing, going: Relation, start: Sql) -> Proposed:
    cells = {
        "child_id": going.c.id, "programme_id": going.c.programme_id, "started_on": start, "ended_on": NULL,
        "prepared_on": writing.value("preparedOn"), "care_episode_id": going.c.care_episode_id,
        "home_id": going.c.home_id, "arrangement": going.c.form,
    }  # fmt: skip
    care = {name: going.c[label] for name, label in CARE.items()} | {"child_id": going.c.id}
    led = {"child_id": Cells({"enrolled_on": start}, going), "care_episode_id": Cells(care, going)}
    row = Proposed(
        "placement", cells, led, many=going, apart=lambda other: ~has_begun(other, start, writing.today),
        place=going.c.place, listed=LISTED, maybe=("care_episode_id",),
    )  # fmt: skip
    keep(writing, row, besides=(THE_HOMES,))
    return row


def _check_decisions(writing: Writing, pairs: Relation) -> dict[str, Sql]:
    """What the input says of each decision."""
    event = writing.read_rows("decided_as_one", select(func.uuidv7().label("id")))
    said: dict[str, Sql] = {
        "decided_on": writing.value_or("decidedOn", writing.today),
        "decided_by": writing.value("decidedBy"),
        "outcome": writing.value("outcome"),
        "reasons": writing.value("reasons"),
        "look_again_on": writing.value("lookAgainOn"),
        "event_id": select(event.c.id).select_from(event.clause).scalar_subquery(),
    }
    keep(writing, Proposed("decision", {**said, "child_id": pairs.c.child_id}, many=pairs))
    return said


def _each_child(inputs: Inputs) -> None:
    inputs.values |= {"child_ids": inputs.values[f"{LISTED}.childId"], "ids": inputs.values[f"{LISTED}.id"]}


ACTIONS = (
    Action(
        "placeSiblingsApart",
        "Lets brothers and sisters, or a parent and its child, come to live apart from a day on (UN Guidelines,"
        " paragraph 17): with reasons, with contact, and with a day on which somebody looks again. Each two of them"
        " have a decision in both files, and their contacts are planned.",
        "placement",
        (CHILDREN, START, WHY_START, WHY_END, *MOVE, *DECIDED, CONTACT, EXCEPTION),
        _place_apart,
        creates=True,
        many=True,
        locks=(
            Lock("child", "child_ids"),
            Lock("home", f"{LISTED}.homeId"),
            Lock("child", "child_ids", kin=True),
            NAME_STAYS,
        ),
        prepare=_each_child,
    ),
)  # fmt: skip
