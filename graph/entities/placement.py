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
from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason
from graph.entities.placement_rules import LIVED_LATER, LIVES_ELSEWHERE, OF_PLACEMENT


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
    at_death: ClassVar = {"end_reason": PlacementEndReason.DEATH}
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
    care_episode_id: UUID | None = link(
        "care_episode",
        "The time in care that it belongs to; empty where it was recorded without one.",
        back="placements",
        back_doc="Where the child has lived in that time.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    home_name: str = copied("home_id", "name", "The home's name, shown also where nothing else of the home may be.")
    started_on: Day = sensitive(
        Kind.DATE,
        "The first day.",
        day=Days(When.PLAN, born=("child_id",), lives=("child_id",), inside=("care_episode_id",)),
        filters=True,
        orders=True,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    ended_on: Day | None = sensitive(
        Kind.DATE,
        "The first day no longer there; empty while the child lives there.",
        day=Days(When.PLAN, lives=("child_id",), after="started_on", inside=("care_episode_id",)),
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
