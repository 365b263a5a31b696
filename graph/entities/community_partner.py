"""A community partner: a school, club, congregation, employer or neighbour."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from graph.declarations.base import COUNTRY, Kind, Names, TenantEntity
from graph.declarations.fields import sensitive
from graph.declarations.lives import Voidable, verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.text import TextForm


class CommunityPartnerKind(StrEnum):
    """What a partner is in its community."""

    SCHOOL = "SCHOOL"
    SPORTS_CLUB = "SPORTS_CLUB"
    ARTS_AND_CULTURE = "ARTS_AND_CULTURE"
    FAITH_COMMUNITY = "FAITH_COMMUNITY"
    NEIGHBOURHOOD = "NEIGHBOURHOOD"
    VOLUNTEER_GROUP = "VOLUNTEER_GROUP"
    EMPLOYER = "EMPLOYER"
    HEALTH_SERVICE = "HEALTH_SERVICE"
    LOCAL_AUTHORITY = "LOCAL_AUTHORITY"
    OTHER = "OTHER"


class CommunityPartner(TenantEntity, Voidable, table=True):
    """Who in the local community stands beside children and homes; all programmes of a country share them."""

    __tablename__ = "community_partner"
    names: ClassVar[Names] = Names("CommunityPartner", "communityPartner", "communityPartners")
    owner: ClassVar = COUNTRY
    natural_key: ClassVar = ("name",)
    country_back: ClassVar = ("communityPartners", "The community partners in the country.")
    mutations: ClassVar = (
        DerivedMutation("addCommunityPartner", "Records who stands beside children and homes.", creates=True),
        DerivedMutation("updateCommunityPartner", "Changes what is on record of a community partner.", creates=False),
        *verbs("correct", "void"),
    )

    name: str = sensitive(
        Kind.TEXT,
        "What people call it.",
        filters=True,
        orders=True,
        creates=NATIONAL,
        changes=NATIONAL,
        form=TextForm.NAME,
    )
    kind: CommunityPartnerKind = sensitive(
        Kind.ENUMERATION,
        "What it is in its community.",
        enumeration=CommunityPartnerKind,
        filters=True,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    locality: str | None = sensitive(
        Kind.TEXT,
        "The village, town or quarter where it is.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        form=TextForm.NAME,
    )
