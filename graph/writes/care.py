"""Care: what whoever takes a child in says of it, and the time in care that it is written as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, literal_column

from graph.declarations.columns import Answer
from graph.entities.care_episode import EnteredFrom, ParentsAtEntry, ReferredBy
from graph.entities.destination import DESTINATION_OF
from graph.entities.members import cases_of
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.reason_for_care import ReasonForCare
from graph.kinds.kind import Kind
from graph.text import TextForm
from graph.writes.mutation import Given, NewId
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing, Written

TABLE = "care_episode"
EPISODE = NewId("careEpisodeId", TABLE, "The id of the time in care that begins, with a UUIDv7 of your own.")
ABOUT_CARE = (
    Given(
        "reasons", Kind.ENUMERATION_LIST, "Why the child comes into care; left out where nobody knows yet.",
        enumeration=ReasonForCare, clears=True, fills=f"{TABLE}.reasons",
    ),
    Given(
        "primaryReason", Kind.ENUMERATION, "The first of the reasons.", enumeration=ReasonForCare, clears=True,
        fills=f"{TABLE}.primary_reason",
    ),
    Given(
        "emergency", Kind.ENUMERATION, "Whether it has to be at once.", enumeration=Answer, fills=f"{TABLE}.emergency"
    ),
    Given(
        "enteredFrom", Kind.ENUMERATION, "With whom the child lived before.", enumeration=EnteredFrom, clears=True,
        fills=f"{TABLE}.entered_from",
    ),
    Given(
        "referredBy", Kind.ENUMERATION, "Who has brought the child to attention.", enumeration=ReferredBy, clears=True,
        fills=f"{TABLE}.referred_by",
    ),
    Given(
        "parentsAtEntry", Kind.ENUMERATION, "Which parents the child has.", enumeration=ParentsAtEntry, clears=True,
        fills=f"{TABLE}.parents_at_entry",
    ),
    Given(
        "disabledAtEntry", Kind.ENUMERATION, "Whether the child has a disability.", enumeration=Answer,
        fills=f"{TABLE}.disabled_at_entry",
    ),
    Given(
        "familyLocality", Kind.TEXT, "The village, town or quarter where the family lives.", clears=True,
        form=TextForm.NAME, fills=f"{TABLE}.family_locality",
    ),
    Given(
        "familyLatitudeE2", Kind.INTEGER, "The latitude of that place in hundredths of a degree.", clears=True,
        fills=f"{TABLE}.family_latitude_e2",
    ),
    Given(
        "familyLongitudeE2", Kind.INTEGER, "Its longitude, likewise.", clears=True,
        fills=f"{TABLE}.family_longitude_e2",
    ),
)  # fmt: skip
"""What is said of a time in care as it begins."""
ONE_REASON = Given(
    "reasonForCare", Kind.ENUMERATION,
    "Why the child comes into care, where one reason is all that is said: it is `primaryReason` and `reasons` then.",
    enumeration=ReasonForCare,
)  # fmt: skip
SAID = {each.name: each.fills.partition(".")[2] for each in ABOUT_CARE}
NOT_KNOWN: ColumnElement[Any] = literal_column("'NOT_KNOWN'")
ANSWERS = frozenset({"emergency", "disabledAtEntry"})


def care_cells(writing: Writing) -> dict[str, Sql]:
    """The columns of a time in care as the input gives them."""
    return {
        column: writing.value_or(name, NOT_KNOWN) if name in ANSWERS else writing.value(name)
        for name, column in SAID.items()
    }


def begin_care(
    writing: Writing,
    cells: Mapping[str, Sql],
    child: Mapping[str, Sql],
    start: Sql,
    *sources: Relation,
    has_one: bool = False,
) -> Written:
    """Write the time in care that begins.

    Args:
        writing: the statement.
        cells: from `care_cells`.
        child: `id`, `child_id` and `programme_id` of the new row.
        start: the first day.
        sources: what these come from.
        has_one: whether the one reason may be all that is said.
    """
    optional: dict[str, Question] = {column: (name,) for name, column in SAID.items()}
    if has_one:
        optional |= {name: (*optional[name], ONE_REASON.name) for name in ("reasons", "primary_reason")}
    return writing.insert(TABLE, {**child, **cells, "started_on": start}, *sources, optional=optional)


def leaves_care(reason: Sql) -> Sql:
    """The destination that an end of a placement says, where it is an end of care; a death says so of the child."""
    outside = {said: to for said, to in DESTINATION_OF.items() if said is not PlacementEndReason.DEATH}
    return case(*cases_of(reason, outside), else_=NULL)
