"""What the GraphQL names mean in the tables: written by hand, from the schema's text, and read from no declaration.

A type that is younger than this file need not be named here: `derived` reads it from the schema and the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.oracle.rows import SAME_AS

NO_FIELDS: Mapping[str, str] = {}
NO_LINKS: Mapping[str, tuple[str, str]] = {}
BOOKKEEPING = {"version": "version", "createdAt": "created_at", "updatedAt": "updated_at"}


@dataclass(frozen=True, slots=True)
class Noun:
    """One type of rows.

    Attributes:
        table: where its rows are.
        one: the root field for one row.
        many: the root field for the connection.
        programme: the column that a caseworker's programmes bound; none where the country alone does.
        values: field to column.
        to_one: field to (column that holds the id, type it leads to).
        to_many: field to (type that points here, column by which it does).
        voided: the column that is filled in a row that was recorded in error.
        same_as: the column by which a record that was taken back leads on to the one that stands for the same.
        coded: whether its ids end in a code: several rows may be of one uuid.
        order: what its rows are ordered by where nobody says: (field, whether it descends).
    """

    table: str
    one: str
    many: str
    programme: str | None = None
    values: Mapping[str, str] = field(default_factory=lambda: NO_FIELDS)
    to_one: Mapping[str, tuple[str, str]] = field(default_factory=lambda: NO_LINKS)
    to_many: Mapping[str, tuple[str, str]] = field(default_factory=lambda: NO_LINKS)
    voided: str | None = None
    same_as: str | None = None
    coded: bool = False
    order: tuple[tuple[str, bool], ...] = ()


NOUNS: dict[str, Noun] = {
    "Country": Noun(
        table="country",
        one="country",
        many="countries",
        values={
            "code": "code",
            "name": "name",
            "region": "region",
            "languages": "languages",
            "currency": "currency",
            "timeZone": "time_zone",
        },
        to_many={
            "children": ("Child", "country_code"),
            "communityPartners": ("CommunityPartner", "country_code"),
            "homes": ("Home", "country_code"),
            "programmes": ("Programme", "country_code"),
        },
    ),
    "Programme": Noun(
        table="programme",
        one="programme",
        many="programmes",
        programme="id",
        values={
            "name": "name",
            "kind": "kind",
            "startedOn": "started_on",
            "endedOn": "ended_on",
            "annualBudget": "annual_budget",
            "jurisdiction": "jurisdiction",
            "peopleReached": "people_reached",
            **BOOKKEEPING,
        },
        to_one={"country": ("country_code", "Country")},
        to_many={
            "children": ("Child", "programme_id"),
            "communityLinks": ("CommunityLink", "programme_id"),
            "homes": ("Home", "programme_id"),
            "placementExceptions": ("PlacementException", "programme_id"),
            "placements": ("Placement", "programme_id"),
            "siblingBonds": ("SiblingBond", "programme_id"),
        },
        voided="voided_at",
    ),
    "Home": Noun(
        table="home",
        one="home",
        many="homes",
        programme="programme_id",
        values={
            "name": "name",
            "form": "form",
            "setting": "setting",
            "capacity": "capacity",
            "locality": "locality",
            "openedOn": "opened_on",
            "closedOn": "closed_on",
            **BOOKKEEPING,
        },
        to_one={"country": ("country_code", "Country"), "programme": ("programme_id", "Programme")},
        to_many={
            "communityLinks": ("CommunityLink", "home_id"),
            "placementExceptions": ("PlacementException", "home_id"),
            "placements": ("Placement", "home_id"),
        },
        voided="voided_at",
    ),
    "Child": Noun(
        table="child",
        one="child",
        many="children",
        programme="programme_id",
        values={
            "caseNumber": "case_number",
            "givenName": "given_name",
            "familyName": "family_name",
            "birthDate": "birth_date",
            "birthDatePrecision": "birth_date_precision",
            "sex": "sex",
            "firstLanguage": "first_language",
            "interests": "interests",
            "enrolledOn": "enrolled_on",
            "reasonForCare": "reason_for_care",
            **BOOKKEEPING,
        },
        to_one={"country": ("country_code", "Country"), "programme": ("programme_id", "Programme")},
        to_many={
            "communityLinks": ("CommunityLink", "child_id"),
            "placements": ("Placement", "child_id"),
            "siblingBonds": ("SiblingBond", "child_id"),
            "siblingBondsOfOthers": ("SiblingBond", "sibling_id"),
        },
        voided="voided_at",
        same_as=SAME_AS,
    ),
    "Placement": Noun(
        table="placement",
        one="placement",
        many="placements",
        programme="programme_id",
        values={
            "homeName": "home_name",
            "startedOn": "started_on",
            "endedOn": "ended_on",
            "startReason": "start_reason",
            "endReason": "end_reason",
            "localKind": "local_kind",
            "voidedAt": "voided_at",
            "voidReason": "void_reason",
            **BOOKKEEPING,
        },
        to_one={
            "country": ("country_code", "Country"),
            "child": ("child_id", "Child"),
            "home": ("home_id", "Home"),
            "programme": ("programme_id", "Programme"),
        },
        to_many={"exceptions": ("PlacementException", "placement_id")},
        voided="voided_at",
    ),
    "PlacementException": Noun(
        table="placement_exception",
        one="placementException",
        many="placementExceptions",
        programme="programme_id",
        values={
            "rule": "rule",
            "dated": "dated",
            "reason": "reason",
            "authorisedBy": "authorised_by",
            **BOOKKEEPING,
        },
        to_one={
            "country": ("country_code", "Country"),
            "placement": ("placement_id", "Placement"),
            "home": ("home_id", "Home"),
            "programme": ("programme_id", "Programme"),
        },
    ),
    "SiblingBond": Noun(
        table="sibling_bond",
        one="siblingBond",
        many="siblingBonds",
        programme="programme_id",
        values={
            "siblingName": "sibling_name",
            "kind": "kind",
            "startedOn": "started_on",
            "endedOn": "ended_on",
            **BOOKKEEPING,
        },
        to_one={
            "country": ("country_code", "Country"),
            "child": ("child_id", "Child"),
            "sibling": ("sibling_id", "Child"),
            "programme": ("programme_id", "Programme"),
        },
        voided="voided_at",
    ),
    "CommunityPartner": Noun(
        table="community_partner",
        one="communityPartner",
        many="communityPartners",
        values={"name": "name", "kind": "kind", "locality": "locality", **BOOKKEEPING},
        to_one={"country": ("country_code", "Country")},
        to_many={"communityLinks": ("CommunityLink", "partner_id")},
        voided="voided_at",
    ),
    "CommunityLink": Noun(
        table="community_link",
        one="communityLink",
        many="communityLinks",
        programme="programme_id",
        values={
            "kind": "kind",
            "startedOn": "started_on",
            "endedOn": "ended_on",
            "note": "note",
            **BOOKKEEPING,
        },
        to_one={
            "country": ("country_code", "Country"),
            "programme": ("programme_id", "Programme"),
            "child": ("child_id", "Child"),
            "home": ("home_id", "Home"),
            "partner": ("partner_id", "CommunityPartner"),
        },
        voided="voided_at",
    ),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A link by way of dated rows of a third table, of which those in force today count; or to one of these."""

    via: str
    near: str
    far: str
    target: str
    many: bool


WAYS: dict[tuple[str, str], Way] = {
    ("Child", "home"): Way("Placement", "child_id", "home_id", "Home", many=False),
    ("Child", "currentPlacement"): Way("Placement", "child_id", "id", "Placement", many=False),
    ("Child", "siblings"): Way("SiblingBond", "child_id", "sibling_id", "Child", many=True),
    ("Home", "children"): Way("Placement", "home_id", "child_id", "Child", many=True),
}

PERIOD = ("started_on", "ended_on")
OPEN = (("home", "opened_on"), ("home", "closed_on"))
STAYS = tuple(("home_stay", name) for name in ("home_id", *PERIOD))
WORKED_OUT: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("Child", "age"): (("child", "birth_date"), ("child", "died_on")),
    ("Child", "inCare"): tuple(("placement", name) for name in ("child_id", *PERIOD)),
    ("CommunityLink", "hasHome"): (("community_link", "home_id"),),
    ("Home", "isOpen"): OPEN,
    ("Home", "occupancy"): STAYS,
    ("Home", "freePlaces"): (("home", "capacity"), *OPEN, *STAYS),
}
"""Fields that are worked out, and the (table, column) that they are worked out from; `sight` says how.

Of those that are not here the declaration says it: `worked_out.py`.
"""

AS_TEXT = frozenset({("Programme", "annualBudget"), ("Programme", "peopleReached")})
"""Numbers that JSON holds as text."""
