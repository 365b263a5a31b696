"""A community link: that a child or a home belongs to the community around it."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.fields import PERIOD, Day, link, sensitive
from graph.declarations.lives import Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.described import Described
from graph.reasons import Reason
from graph.refusals import conflict


class CommunityLinkKind(Described):
    """How a child or a home belongs to the community (UN Guidelines, paragraphs 85 and 86)."""

    SCHOOL = "SCHOOL", "Goes to a school, a kindergarten, or learns a trade."
    SPORTS_CLUB = "SPORTS_CLUB", "Plays or trains with a club or a team."
    ARTS_AND_CULTURE = "ARTS_AND_CULTURE", "Makes music, acts, paints, or goes to a youth centre."
    FAITH = "FAITH", "Belongs to a community of faith."
    NEIGHBOUR = "NEIGHBOUR", "Is at home with people of the neighbourhood."
    VOLUNTEER = "VOLUNTEER", "Somebody gives the child or the home their time."
    EMPLOYER = "EMPLOYER", "Works, or learns by working."
    HEALTH_SERVICE = "HEALTH_SERVICE", "Is cared for by a doctor or a therapist of the place."
    PEER_GROUP = "PEER_GROUP", "Meets others of the same age."
    OTHER = "OTHER", "None of these."


TIED_LATER = conflict(
    Reason.TIED_LATER,
    "The child has a tie to the community after that day.",
    "Let it end by then, or on the day after its first, with correctCommunityLink; or check the day.",
    "diedOn",
)


class CommunityLink(TenantEntity, Dated, Voidable, Corrected, table=True):
    """A child's or a home's tie to the community around: a school, a club, a neighbour, a first employer."""

    __tablename__ = "community_link"
    names: ClassVar[Names] = Names("CommunityLink", "communityLink", "communityLinks")
    statistics_reads: ClassVar = ("country_code", "child_id", "started_on", "ended_on", "voided_at")
    owner: ClassVar = Owner("child", "home", programme_back=True)
    natural_key: ClassVar = ("child_id", "home_id", "partner_id", "started_on", "kind")
    outlived: ClassVar = TIED_LATER
    cut_by_death: ClassVar = True
    mutations: ClassVar = (
        DerivedMutation(
            "addCommunityLink", "Records that a child or a home belongs to the community around.", creates=True
        ),
        *verbs("correct", "end", "void"),
    )

    child_id: UUID | None = link(
        "child",
        "The child, where the tie is a child's.",
        back="communityLinks",
        back_doc="The child's ties to the community.",
        covers=("programme_id", "partner_id", "kind", *PERIOD),
        default=None,
        creates=NATIONAL,
    )
    home_id: UUID | None = link(
        "home",
        "The home, where the tie is the whole home's.",
        back="communityLinks",
        back_doc="The home's ties to the community.",
        default=None,
        creates=NATIONAL,
    )
    partner_id: UUID | None = link(
        "community_partner",
        "The partner on the other side, where it is on record.",
        back="communityLinks",
        back_doc="The children and homes that the partner is tied to.",
        default=None,
        creates=NATIONAL,
    )
    kind: CommunityLinkKind = sensitive(
        Kind.ENUMERATION, "What the tie is about.", enumeration=CommunityLinkKind, filters=True, creates=NATIONAL
    )
    started_on: Day
    ended_on: Day | None
    note: str | None = sensitive(
        Kind.TEXT,
        "What it means to the child or the home, in a sentence.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
