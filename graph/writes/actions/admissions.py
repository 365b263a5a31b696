"""Admissions: a child comes into care, one that is new, one that is registered, one that comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from graph.declarations.days import LIFE
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import bad_input
from graph.writes.action import Action
from graph.writes.beginnings import MAKES, OF_CARE_ALONE, STARTED_ON, TAKES, Beginning, Comer
from graph.writes.care import EPISODE, ONE_REASON, TABLE
from graph.writes.either import Either
from graph.writes.enrolment import take_along
from graph.writes.keeping import Proposed, keep
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.new_child import OPTIONAL, SAID_OF_NEW, check_case_number, child_cells
from graph.writes.offers import TWINS, offers_of

if TYPE_CHECKING:
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing

BOTH = bad_input(
    Reason.ONE_OF_TWO,
    "It names a child on record, and says of a new one as well.",
    "Give childId alone; or leave it out, and say who the child is.",
    "childId",
)
NEITHER = bad_input(
    Reason.ONE_OF_TWO,
    "It names no child on record, and says of no new one.",
    "Give childId; or say who the child is: caseNumber, givenName, sex, programmeId.",
    "childId",
)
NEEDED = bad_input(
    Reason.EMPTY,
    "A new child is not recorded without it.",
    "Give it; or name a child on record by childId alone.",
)
OF_NEW: tuple[Given | Linked, ...] = (
    *SAID_OF_NEW,
    Linked("programmeId", "programme", "The programme that becomes responsible."),
)
WHOSE = Either(
    "childId",
    tuple(each.name for each in OF_NEW),
    needed=("caseNumber", "givenName", "sex", "programmeId"),
    both=BOTH,
    neither=NEITHER,
    lacking=NEEDED,
)
ON_RECORD = ("programme_id", "enrolled_on", "given_name", *LIFE)
SIBLINGS_HELD = Lock("child", "siblings.siblingId")
KIN_HELD = Lock("child", "childId", kin=True)


def _admit(writing: Writing) -> None:
    """One step, so that no child is half admitted."""
    if writing.has(WHOSE.named):
        _take_in(writing, writing.given(EPISODE.value, Kind.ID), writing.value(ONE_REASON.name))
        return
    start = writing.value("startedOn")
    programme = writing.linked("programmeId", "started_on", "ended_on", "jurisdiction")
    born = {"enrolled_on": start, "birth_date": writing.value("birthDate")}
    keep(writing, Proposed("child", born, {"programme_id": programme}, {"enrolled_on": "startedOn"}))
    check_case_number(writing, programme)
    comer = Comer(writing.id, programme.c.id, programme, None, programme)
    episode = writing.given(EPISODE.value, Kind.ID)
    beginning = Beginning(writing, comer, episode, writing.value(ONE_REASON.name))
    cells = {"id": comer.id, "programme_id": comer.programme_id, "enrolled_on": start, **child_cells(writing)}
    cells["reason_for_care"] = beginning.care["primary_reason"]
    optional = {**OPTIONAL, "reason_for_care": (ONE_REASON.name, "primaryReason")}
    beginning.write(writing.insert("child", cells, programme, optional=optional))


def _begin(writing: Writing) -> None:
    _take_in(writing, writing.id, None)


def _take_in(writing: Writing, episode: Sql, one: Sql | None) -> None:
    """A child on record: since when its programme is responsible, goes along with the reason that its file shows."""
    child = writing.linked("childId", *ON_RECORD)
    beginning = Beginning(writing, Comer(child.c.id, child.c.programme_id, child, child), episode, one)
    take_along(writing, writing.value("startedOn"), beginning.is_earlier)
    beginning.write()


def _on_record(inputs: Inputs) -> None:
    """The payload shows the child that is named."""
    named = inputs.values.get(WHOSE.named)
    if isinstance(named, UUID):
        inputs.id = named


def _first_day(*also: str) -> Given:
    return Given("startedOn", Kind.DATE, STARTED_ON, required=True, fills=f"{TABLE}.started_on", fills_too=also)


ACTIONS = (
    Action(
        "admitChild",
        "Takes a child into care, one that is registered (`childId`) or a new one: the child and the programme that is"
        " responsible for it, the first home, what the law says, the bonds with brothers and sisters, in one step."
        " Whether care was necessary is linked where it was asked before, and asked where it was not.",
        "child",
        (
            Linked("childId", "child", "A child on record. Then nothing is said of who it is."),
            *OF_NEW,
            _first_day("placement.started_on", "child.enrolled_on"),
            ONE_REASON,
            *TAKES,
        ),
        _admit,
        creates=True,
        either=WHOSE,
        locks=(
            Lock("child", "childId"),
            SIBLINGS_HELD,
            Lock("home", "homeId"),
            KIN_HELD,
            Lock("programme", "programmeId", in_turn=True, shared=True),
        ),
        prepare=_on_record,
        makes=(EPISODE, *MAKES),
        supposes=(TWINS, offers_of("id", "siblings.siblingId")),
    ),
    Action(
        "beginCare",
        "Takes a registered child into care, or one that comes back: why, from where, and the first home where it is"
        " one of ours. No condition is asked of whoever comes back.",
        TABLE,
        (
            Linked("childId", "child", "The child.", required=True, fills=f"{TABLE}.child_id"),
            _first_day("placement.started_on"),
            *OF_CARE_ALONE,
        ),
        _begin,
        creates=True,
        locks=(Lock("child", "childId"), SIBLINGS_HELD, Lock("home", "homeId"), KIN_HELD),
        makes=MAKES,
    ),
)
