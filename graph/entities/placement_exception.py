"""A placement exception: that a child came to live where a rule would not have let it be planned."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, sensitive
from graph.declarations.files import Beside
from graph.declarations.nouns import NATIONAL
from graph.described import Described
from graph.text import TextForm


class PlacementRule(Described):
    """A rule for planned placements that a fact may break."""

    CAPACITY = "CAPACITY", "A home holds no more children than it has places for."
    HOME_NOT_LICENSED = (
        "HOME_NOT_LICENSED",
        "A home has a licence where its country asks for one (UN Guidelines, paragraph 105).",
    )
    CARER_NOT_CLEARED = (
        "CARER_NOT_CLEARED",
        "Whoever cares for children, or lives with them, has been checked (UN Guidelines, paragraph 113).",
    )
    UNDER_THREE = (
        "UNDER_THREE",
        "A child under the age that its country says lives in a family (UN Guidelines, paragraph 22).",
    )
    SIBLINGS_APART = (
        "SIBLINGS_APART",
        "Brothers and sisters live together (UN Guidelines, paragraph 17).",
    )
    PARENT_AND_CHILD_APART = (
        "PARENT_AND_CHILD_APART",
        "A parent in our care and its child live together (UN Guidelines, paragraph 17).",
    )


class PlacementException(TenantEntity, table=True):
    """That a placement broke a rule when it was recorded as a fact: why, and who authorised it; it stays on record."""

    __tablename__ = "placement_exception"
    names: ClassVar[Names] = Names("PlacementException", "placementException", "placementExceptions")
    owner: ClassVar = Owner("child", part_of="placement_id", programme_back=True)
    natural_key: ClassVar = ("placement_id", "rule", "dated")
    beside: ClassVar = {
        "reason": Beside("exceptionReason", "Where the child came although the home was full: why it had to be."),
        "authorised_by": Beside("exceptionAuthorisedBy", "Who authorised it."),
    }

    placement_id: UUID = link(
        "placement",
        "The placement.",
        back="exceptions",
        back_doc="The rules that it broke when it was recorded.",
        creates=NATIONAL,
        owned=True,
    )
    home_id: UUID | None = link(
        "home",
        "The home; empty where the child lives in none of ours.",
        back="placementExceptions",
        back_doc="The placements in the home that broke a rule.",
        default=None,
        creates=NATIONAL,
        owned=True,
    )
    rule: PlacementRule = sensitive(
        Kind.ENUMERATION,
        "The rule that was broken.",
        enumeration=PlacementRule,
        filters=True,
        creates=NATIONAL,
        owned=True,
    )
    dated: Day = sensitive(
        Kind.DATE,
        "The first day on which it was.",
        day=Days(When.PLAN, inside=("placement_id",)),
        filters=True,
        orders=True,
        creates=NATIONAL,
        owned=True,
    )
    lapses_on: Day | None = sensitive(
        Kind.DATE,
        "The first day on which it holds no longer, where one was set: by then the rule is kept, or somebody decides"
        " anew.",
        day=Days(When.PLAN, after="dated"),
        filters=True,
        default=None,
        creates=NATIONAL,
        owned=True,
    )
    reason: str = sensitive(Kind.TEXT, "Why it had to be.", creates=NATIONAL, owned=True)
    authorised_by: str = sensitive(Kind.TEXT, "Who authorised it.", creates=NATIONAL, owned=True, form=TextForm.NAME)
