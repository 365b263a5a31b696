"""A community partner: a school, club, congregation, employer or neighbour."""

from __future__ import annotations

from typing import ClassVar

from graph.declarations.base import COUNTRY, Kind, Names, TenantEntity
from graph.declarations.fields import sensitive
from graph.declarations.lives import Voidable, verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.declarations.row_rules import Within, held
from graph.described import Described
from graph.entities.home_address import EAST, NO_SUCH_LATITUDE, NO_SUCH_LONGITUDE, NORTH
from graph.text import TextForm


class CommunityPartnerKind(Described):
    """What a partner is in its community."""

    SCHOOL = "SCHOOL", "A school, a kindergarten, a place to learn a trade."
    SPORTS_CLUB = "SPORTS_CLUB", "A club or a team."
    ARTS_AND_CULTURE = "ARTS_AND_CULTURE", "A music school, a theatre, a library, a youth centre."
    FAITH_COMMUNITY = "FAITH_COMMUNITY", "A parish, a mosque, a temple, or another community of faith."
    NEIGHBOURHOOD = "NEIGHBOURHOOD", "Neighbours, or an association of theirs."
    VOLUNTEER_GROUP = "VOLUNTEER_GROUP", "People who give their time."
    EMPLOYER = "EMPLOYER", "A business that takes young people in."
    HEALTH_SERVICE = "HEALTH_SERVICE", "A surgery, a hospital, a therapist."
    LOCAL_AUTHORITY = "LOCAL_AUTHORITY", "The municipality, or an office of it."
    OTHER = "OTHER", "None of these."


class CommunityPartner(TenantEntity, Voidable, table=True):
    """Who in the local community stands beside children and homes; all programmes of a country share them."""

    __tablename__ = "community_partner"
    names: ClassVar[Names] = Names("CommunityPartner", "communityPartner", "communityPartners")
    owner: ClassVar = COUNTRY
    natural_key: ClassVar = ("name",)
    country_back: ClassVar = ("communityPartners", "The community partners in the country.")
    rules: ClassVar = (
        held("community_partner_latitude_check", Within("latitude_e2", -NORTH, NORTH), NO_SUCH_LATITUDE),
        held("community_partner_longitude_check", Within("longitude_e2", -EAST, EAST), NO_SUCH_LONGITUDE),
    )
    mutations: ClassVar = (
        DerivedMutation("addCommunityPartner", "Records who stands beside children and homes.", creates=True),
        DerivedMutation("updateCommunityPartner", "Changes what is on record of a community partner.", creates=False),
        *verbs("correct", "void"),
    )

    name: str = sensitive(
        Kind.TEXT,
        "What people call it.",
        searched=True,
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
    latitude_e2: int | None = sensitive(
        Kind.INTEGER,
        "How far north of the equator it is, in hundredths of a degree, a kilometre or so; below 0 south of it.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    longitude_e2: int | None = sensitive(
        Kind.INTEGER,
        "How far east of Greenwich, in hundredths of a degree; below 0 west of it.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
