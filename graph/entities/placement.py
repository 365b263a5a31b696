"""A placement: that a child lives in a home for a time, or elsewhere while it is in care."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Computed

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, code
from graph.declarations.days import Days, When
from graph.declarations.fields import PERIOD, Day, copied, copied_or_given, link, sensitive
from graph.declarations.lives import Alone, Dated, Voidable, verbs
from graph.declarations.member_rules import JustWhere, OnlyWhere
from graph.declarations.nouns import NATIONAL
from graph.declarations.row_rules import MoreThan, held
from graph.entities.arrangement import (
    OF_A_HOME,
    OF_NO_HOME,
    SETTING_OF,
    MoveReason,
    PlacementArrangement,
    PlacementSetting,
)
from graph.entities.members import case_of
from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason
from graph.entities.placement_rules import (
    HOME_OR_OTHER,
    LIVED_LATER,
    LIVES_ELSEWHERE,
    NO_DISTANCE,
    OF_PLACEMENT,
    PARTNER_OF_HOME,
)


class Placement(TenantEntity, Dated, Voidable, table=True):
    """That a child lives in a home, or elsewhere in care, from the first day to the day before `endedOn`."""

    __tablename__ = "placement"
    names: ClassVar[Names] = Names("Placement", "placement", "placements")
    statistics_reads: ClassVar = (
        "country_code", "child_id", "home_id", "programme_id", "care_episode_id", "arrangement", "setting",
        "started_on", "ended_on", "voided_at", "updated_at",
    )  # fmt: skip
    owner: ClassVar = Owner("child", programme_back=True)
    natural_key: ClassVar = ("child_id", "started_on")
    keeps: ClassVar = OF_PLACEMENT
    outlived: ClassVar = LIVED_LATER
    at_death: ClassVar = {"end_reason": PlacementEndReason.DEATH}
    alone: ClassVar = Alone("child_id", refusal=LIVES_ELSEWHERE, name="placement_one_home_at_a_time")
    rules: ClassVar = (
        held("placement_home_or_other_check", JustWhere("home_id", "arrangement", OF_A_HOME), HOME_OR_OTHER),
        held("placement_partner_check", OnlyWhere("partner_id", "arrangement", OF_NO_HOME), PARTNER_OF_HOME),
        held("placement_distance_check", MoreThan("distance_km", -1), NO_DISTANCE),
    )
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
    home_id: UUID | None = link(
        "home",
        "The home; empty where the child lives in none of ours, or another programme is responsible and the caller is a"
        " caseworker: `arrangement` says which.",
        back="placements",
        back_doc="Who has lived and lives in the home.",
        covers=("child_id", "programme_id", *PERIOD),
        default=None,
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
    home_name: str | None = copied(
        "home_id",
        "name",
        "The home's name, shown also where nothing else of the home may be; empty where there is no home.",
        default=None,
    )
    partner_id: UUID | None = link(
        "community_partner",
        "Which hospital, school or other partner it is, where the child lives in no home of ours.",
        back="placements",
        back_doc="The children who have lived and live there.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    arrangement: PlacementArrangement = copied_or_given(
        "home_id",
        "form",
        "How the child lives: the form of the home, or where it lives in none of ours.",
        kind=Kind.ENUMERATION,
        enumeration=PlacementArrangement,
        filters=True,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    setting: PlacementSetting | None = sensitive(
        Kind.ENUMERATION,
        "What the arrangement counts as in statistics; it follows from it.",
        enumeration=PlacementSetting,
        filters=True,
        generated=Computed(case_of("arrangement", SETTING_OF), persisted=True),
        default=None,
        nullable=False,
    )
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
        day=Days(
            When.PLAN, lives=("child_id",), after="started_on", same_day=True, inside=("care_episode_id",), closed=True
        ),
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
    move_reason: MoveReason | None = sensitive(
        Kind.ENUMERATION,
        "Why the child moved here from where it lived; empty where it did not, or nobody has written that down.",
        enumeration=MoveReason,
        filters=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    prepared: Answer = answered(
        "Whether the child was prepared for it, and was told why (UN Guidelines, paragraph 68).",
        filters=True,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    prepared_on: Day | None = sensitive(
        Kind.DATE,
        "The day on which the child was prepared, or first was; empty where nobody has written that down.",
        day=Days(When.FACT, born=("child_id",), lives=("child_id",)),
        orders=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    distance_km: int | None = sensitive(
        Kind.INTEGER,
        "How far it is from the family's place to the home, in kilometres as the crow flies: worked out on the first"
        " day, and anew when the home moves, of places known to a kilometre or so (UN Guidelines, paragraph 11); empty"
        " where one of them is not known.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
