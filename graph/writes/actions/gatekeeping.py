"""Gatekeeping: the question whether care is necessary, asked and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case

from graph.declarations.columns import Answer
from graph.declarations.days import LIFE
from graph.declarations.doable import RowState
from graph.declarations.obligations import FROM
from graph.entities.gatekeeping_assessment import Alternative, Assessor, GatekeepingOutcome, Necessity
from graph.entities.home_form import HomeForm
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm
from graph.writes.action import Action
from graph.writes.gatekeeping import TABLE, due_by
from graph.writes.keeping import Proposed, keep
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.obligations import check_owed
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing

ASSESSOR = Given(
    "assessor", Kind.ENUMERATION, "Who asks and answers.", enumeration=Assessor, clears=True, fills=f"{TABLE}.assessor"
)
ASSESSED_BY = Given(
    "assessedBy", Kind.TEXT, "Their names.", clears=True, form=TextForm.NAME, fills=f"{TABLE}.assessed_by"
)
IS_OPEN = RowState(
    "assessment_is_open",
    ("completed_on",),
    lambda row, _today: row.c.completed_on.is_(None),
    conflict(
        Reason.ENDED_ALREADY,
        "The assessment has been completed already.",
        "Set it right with correctGatekeepingAssessment.",
        "id",
    ),
)
OUTCOMES = {
    "completedOn": "completed_on", "assessor": "assessor", "assessedBy": "assessed_by", "necessity": "necessity",
    "alternatives": "alternatives", "povertyOnly": "poverty_only", "recommendedForm": "recommended_form",
    "suitabilityReasons": "suitability_reasons", "outcome": "outcome",
}  # fmt: skip
LEFT_OUT = ("assessor", "assessedBy", "necessity", "alternatives", "povertyOnly", "recommendedForm")
"""What an answer may leave out: it stays as it was when the question was asked."""


def _open(writing: Writing) -> None:
    child = writing.linked("childId", "programme_id", *LIFE)
    opened = writing.value_or("openedOn", writing.today)
    due = writing.value_or("dueOn", due_by(writing, opened))
    cells: dict[str, Sql] = {"opened_on": opened, "due_on": due, "completed_on": NULL, "outcome": NULL}
    keep(writing, Proposed(TABLE, cells, {"child_id": child}))
    said = {name: writing.value(given) for given, name in (("assessor", "assessor"), ("assessedBy", "assessed_by"))}
    values = {"id": writing.id, "child_id": child.c.id, "programme_id": child.c.programme_id}
    values |= {"opened_on": opened, "due_on": due, **said}
    writing.insert(TABLE, values, child, optional={"assessor": ("assessor",), "assessed_by": ("assessedBy",)})


def _complete(writing: Writing) -> None:
    target = writing.target(TABLE)
    own = writing.own(*dict.fromkeys((FROM, *OUTCOMES.values(), *reads_of(writing, writing.model.by_table[TABLE], []))))
    check_owed(writing, own, "assessment_is_owed")
    to_be, cells, optional = {}, {}, {}
    for given, name in OUTCOMES.items():
        if given == "suitabilityReasons" or given in LEFT_OUT:
            to_be[name] = _or(writing, given, own.c[name])
            cells[name] = _or(writing, given, target.c[name])
            optional[name] = (given,)
        else:
            to_be[name] = cells[name] = writing.value(given)
    keep_changed(writing, writing.model.by_table[TABLE], own, to_be)
    mine = [target.c.id == own.c.id, target.c.version == own.c.version]
    writing.update(TABLE, cells, where=mine, optional=optional)


def _or(writing: Writing, given: str, otherwise: Sql) -> Sql:
    """A value of the input, or what stood there where it is left out."""
    value = writing.value(given)
    return case((writing.gives(given), value), else_=otherwise)


ACTIONS = (
    Action(
        "openGatekeeping",
        "Asks whether care is necessary for a child, and which care is suitable, before it comes; or soon after, where"
        " it had to come at once.",
        TABLE,
        (
            Linked("childId", "child", "The child.", required=True, fills=f"{TABLE}.child_id"),
            Given(
                "openedOn", Kind.DATE, "The day on which the question was asked; today where it is left out.",
                fills=f"{TABLE}.opened_on",
            ),
            Given(
                "dueOn", Kind.DATE,
                "The day by which it is to be answered; as many hours later as the country lays down, where it is left"
                " out.",
                fills=f"{TABLE}.due_on",
            ),
            ASSESSOR,
            ASSESSED_BY,
        ),
        _open,
        creates=True,
        locks=(Lock("child", "childId"),),
    ),
    Action(
        "completeGatekeeping",
        "Answers whether care is necessary, and which care is suitable. Poverty alone takes no child from its family.",
        TABLE,
        (
            Given(
                "completedOn", Kind.DATE, "The day on which it was answered.", required=True,
                fills=f"{TABLE}.completed_on",
            ),
            ASSESSOR,
            ASSESSED_BY,
            Given(
                "necessity", Kind.ENUMERATION, "Whether care is necessary.", enumeration=Necessity, clears=True,
                fills=f"{TABLE}.necessity",
            ),
            Given(
                "alternatives", Kind.ENUMERATION_LIST,
                "What was tried or offered before, so that the child can stay in its family.",
                enumeration=Alternative, clears=True, fills=f"{TABLE}.alternatives",
            ),
            Given(
                "povertyOnly", Kind.ENUMERATION, "Whether poverty is all that speaks for care.", enumeration=Answer,
                fills=f"{TABLE}.poverty_only",
            ),
            Given(
                "recommendedForm", Kind.ENUMERATION, "The form of care that suits the child.", enumeration=HomeForm,
                clears=True, fills=f"{TABLE}.recommended_form",
            ),
            Given(
                "suitabilityReasons", Kind.TEXT, "Why it suits the child.", clears=True,
                fills=f"{TABLE}.suitability_reasons",
            ),
            Given(
                "outcome", Kind.ENUMERATION, "What came of it.", required=True, enumeration=GatekeepingOutcome,
                fills=f"{TABLE}.outcome",
            ),
        ),
        _complete,
        creates=False,
        locks=(Lock("child", "id", through=(TABLE, "child_id")),),
        state=IS_OPEN,
    ),
)  # fmt: skip
