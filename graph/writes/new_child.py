"""A child that nobody has recorded before: what is said of it, by whichever mutation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import case, exists, literal_column, select

from graph.declarations.columns import Answer
from graph.declarations.days import DatePrecision
from graph.entities.child import Sex
from graph.entities.child_rules import NUMBER_TAKEN
from graph.entities.paper import Paper
from graph.kinds.kind import Kind
from graph.text import TextForm, number_key
from graph.writes.mutation import Given

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

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
    Given("birthRegistered", Kind.ENUMERATION, "Whether the birth is registered.", enumeration=Answer),
    Given(
        "papers", Kind.ENUMERATION_LIST, "The papers that are with the child's file.", clears=True, enumeration=Paper,
    ),
    Given(
        "careTonight", Kind.TEXT, "What whoever is there tonight has to know: an allergy, a medicine, what helps.",
        clears=True, longest=500,
    ),
)  # fmt: skip
COLUMNS = {
    "caseNumber": "case_number", "givenName": "given_name", "familyName": "family_name",
    "nameReading": "name_reading", "birthDate": "birth_date", "birthDatePrecision": "birth_date_precision",
    "sex": "sex", "firstLanguage": "first_language", "interests": "interests",
    "birthRegistered": "birth_registered", "papers": "papers", "careTonight": "care_tonight",
}  # fmt: skip
OPTIONAL = {COLUMNS[each.name]: (each.name,) for each in ABOUT if not each.required} | {
    "birth_date_precision": ("birthDate", "birthDatePrecision")
}
"""What may be left out of a child, and by which of the inputs it is given."""
SAID_OF_NEW: tuple[Given, ...] = tuple(replace(each, required=False) for each in ABOUT)
"""The same where a child on record may be named instead."""


def child_cells(writing: Writing) -> dict[str, Sql]:
    """What the input says of a new child."""
    cells: dict[str, Sql] = {COLUMNS[each.name]: writing.value(each.name) for each in ABOUT}
    known = writing.value_or("birthDatePrecision", literal_column("'DAY'"))
    cells["birth_registered"] = writing.value_or("birthRegistered", literal_column(f"'{Answer.NOT_KNOWN}'"))
    cells["birth_date_precision"] = case((cells["birth_date"].is_not(None), known), else_=cells["birth_date_precision"])
    return cells


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
