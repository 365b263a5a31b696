"""Children: registered, and under another programme. Changing what is on record derives from the entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, or_

from graph.declarations.nouns import OFFICE
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm
from graph.writes.action import Action
from graph.writes.keeping import Proposed, keep
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.new_child import ABOUT, OPTIONAL, check_case_number, child_cells
from graph.writes.offers import TWINS

if TYPE_CHECKING:
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


def _register(writing: Writing) -> None:
    """The first question at the door: a child and its programme; no home yet."""
    since = writing.value_or("enrolledOn", writing.today)
    programme = writing.linked("programmeId", "started_on", "ended_on")
    born = {"birth_date": writing.value("birthDate")} if writing.has("birthDate") else {}
    keep(writing, Proposed("child", {"enrolled_on": since, **born}, {"programme_id": programme}))
    check_case_number(writing, programme)
    cells = child_cells(writing)
    child = {"id": writing.id, "programme_id": programme.c.id, "enrolled_on": since, **cells}
    writing.insert("child", child, programme, optional=OPTIONAL)


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
        "registerChild",
        "Registers a child before anything is decided: who it is, and which programme asks. It is not in care by that.",
        "child",
        (
            *ABOUT,
            Linked("programmeId", "programme", "The programme that is responsible for the child.", required=True),
            Given(
                "enrolledOn", Kind.DATE, "The day from which it is; today where it is left out.",
                fills="child.enrolled_on",
            ),
        ),
        _register,
        creates=True,
        locks=(Lock("programme", "programmeId", in_turn=True, shared=True),),
        supposes=(TWINS,),
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
