"""A placement: that a child lives in a home for a time."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import code
from graph.declarations.days import Days, When
from graph.declarations.fields import PERIOD, Day, copied, link, sensitive
from graph.declarations.lives import Alone, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.described import Described
from graph.entities.placement_rules import LIVED_LATER, LIVES_ELSEWHERE, OF_PLACEMENT


class PlacementStartReason(Described):
    """Why a child came to live in a home."""

    ADMISSION = "ADMISSION", "The child comes into care."
    MOVE = "MOVE", "The child comes from another home."
    EMERGENCY = "EMERGENCY", "It had to be at once."
    REUNITING_SIBLINGS = "REUNITING_SIBLINGS", "The child joins a brother or a sister."
    RETURN_TO_CARE = "RETURN_TO_CARE", "The child had left care, and comes back."
    TOWARDS_INDEPENDENCE = "TOWARDS_INDEPENDENCE", "A step towards living on their own."
    OTHER = "OTHER", "None of these."


class PlacementEndReason(Described):
    """Why a child no longer lives in a home. Neither a birthday nor a mistake is a reason: care goes on."""

    MOVE = "MOVE", "The child goes to another home."
    REUNIFICATION_WITH_FAMILY = "REUNIFICATION_WITH_FAMILY", "The child goes back to its parents."
    KINSHIP_CARE_OUTSIDE = (
        "KINSHIP_CARE_OUTSIDE",
        "Relatives take the child in; the federation is not responsible any more.",
    )
    FOSTER_CARE_OUTSIDE = "FOSTER_CARE_OUTSIDE", "A foster family of somebody else takes the child in."
    ADOPTION = "ADOPTION", "The child is adopted."
    INDEPENDENT_LIVING = "INDEPENDENT_LIVING", "The young person lives on their own."
    HOME_CLOSED = "HOME_CLOSED", "The home has closed."
    ABSENT_WITHOUT_CONTACT = "ABSENT_WITHOUT_CONTACT", "The child is away, and nobody knows where."
    DEATH = "DEATH", "The child has died; `recordDeath` says so of the child."
    OTHER = "OTHER", "None of these."


class Placement(TenantEntity, Dated, Voidable, table=True):
    """That a child lives in a home, from the first day to the day before `endedOn`."""

    __tablename__ = "placement"
    names: ClassVar[Names] = Names("Placement", "placement", "placements")
    statistics_reads: ClassVar = (
        "country_code", "child_id", "home_id", "programme_id", "started_on", "ended_on", "end_reason", "voided_at",
        "updated_at",
    )  # fmt: skip
    owner: ClassVar = Owner("child", programme_back=True)
    natural_key: ClassVar = ("child_id", "started_on")
    keeps: ClassVar = OF_PLACEMENT
    outlived: ClassVar = LIVED_LATER
    alone: ClassVar = Alone("child_id", refusal=LIVES_ELSEWHERE, name="placement_one_home_at_a_time")
    mutations: ClassVar = verbs("void")

    child_id: UUID = link(
        "child",
        "The child.",
        back="placements",
        back_doc="Where the child has lived and lives.",
        covers=("home_id", "programme_id", *PERIOD, "start_reason", "end_reason"),
        creates=NATIONAL,
        owned=True,
    )
    home_id: UUID = link(
        "home",
        "The home; empty where another programme is responsible and the caller is a caseworker.",
        back="placements",
        back_doc="Who has lived and lives in the home.",
        covers=("child_id", "programme_id", *PERIOD),
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    home_name: str = copied("home_id", "name", "The home's name, shown also where nothing else of the home may be.")
    started_on: Day = sensitive(
        Kind.DATE,
        "The first day.",
        day=Days(When.PLAN, born=("child_id",), lives=("child_id",)),
        filters=True,
        orders=True,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    ended_on: Day | None = sensitive(
        Kind.DATE,
        "The first day no longer there; empty while the child lives there.",
        day=Days(When.PLAN, lives=("child_id",), after="started_on"),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    start_reason: PlacementStartReason = sensitive(
        Kind.ENUMERATION,
        "Why the child came.",
        enumeration=PlacementStartReason,
        filters=True,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    end_reason: PlacementEndReason | None = sensitive(
        Kind.ENUMERATION,
        "Why the child left.",
        enumeration=PlacementEndReason,
        filters=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    local_kind: str | None = code(
        "placement_kinds",
        "The kind of placement as the country's law or national return names it; empty where it keeps no such list.",
        dated="started_on",
        filters=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
