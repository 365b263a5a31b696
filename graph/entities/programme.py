"""A programme: what the federation does in one place, under one responsible team."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, plain
from graph.declarations.nouns import FEDERATION, DerivedMutation
from graph.described import Described
from graph.text import TextForm

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

RUN = ("started_on", "ended_on")
"""The columns that `runs` reads."""


def runs(programme: Any, day: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: ANN401 - table, alias or sub-select
    """Whether a programme runs on a day."""
    begun: ColumnElement[bool] = programme.c.started_on <= day
    open_ended: ColumnElement[bool] = programme.c.ended_on.is_(None) | (programme.c.ended_on > day)
    return begun & open_ended


class ProgrammeKind(Described):
    """What a programme offers."""

    ALTERNATIVE_CARE = "ALTERNATIVE_CARE", "Homes for children who cannot live with their parents."
    FAMILY_STRENGTHENING = "FAMILY_STRENGTHENING", "Support, so that children can stay with their families."
    YOUTH_CARE = "YOUTH_CARE", "Homes and support for young people on their way to adult life."
    AFTERCARE = "AFTERCARE", "Support for those who have left care."
    EMERGENCY = "EMERGENCY", "Help after a disaster, or in flight."
    EDUCATION = "EDUCATION", "Schools, kindergartens and training."
    COMMUNITY = "COMMUNITY", "Work with a place and its people."


class Programme(TenantEntity, table=True):
    """What the federation does in one place, under one responsible team; gifts go straight to it."""

    __tablename__ = "programme"
    names: ClassVar[Names] = Names("Programme", "programme", "programmes")
    readers: ClassVar = FEDERATION
    statistics_reads: ClassVar = ("country_code", "id", "kind", "started_on", "ended_on")
    bookkeeping: ClassVar = FEDERATION
    owner: ClassVar = Owner("programme")
    natural_key: ClassVar = ("name",)
    country_back: ClassVar = ("programmes", "The programmes in the country.")
    mutations: ClassVar = (DerivedMutation("startProgramme", "Starts a programme.", creates=True),)

    name: str = plain(
        Kind.TEXT, "The name that people know it by.", filters=True, orders=True, creates=OFFICE, form=TextForm.NAME
    )
    kind: ProgrammeKind = plain(
        Kind.ENUMERATION, "What it offers.", enumeration=ProgrammeKind, filters=True, orders=True, creates=OFFICE
    )
    started_on: Day = plain(Kind.DATE, "Its first day.", day=Days(When.PLAN), filters=True, orders=True, creates=OFFICE)
    ended_on: Day | None = plain(
        Kind.DATE,
        "The first day after its last, once it has ended.",
        day=Days(When.PLAN, after="started_on"),
        default=None,
        creates=OFFICE,
    )
    annual_budget: Decimal | None = plain(
        Kind.DECIMAL, "Money planned for the running year, in the country's currency.", default=None, creates=OFFICE
    )
    people_reached: int = plain(
        Kind.BIG_INTEGER,
        "People reached by its public campaigns since it began, counted once for each time.",
        default=0,
        default_sql="0",
        creates=OFFICE,
        owned=True,
    )
