"""The type of `viewer`: who is asking, and what they may do."""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.tools import create_type

from countries.tenancy.caller import Tier, every_tier
from graph.described import Described
from graph.schema.fields import enumeration_of, list_of, output_field

ROWS = "Rows that one operation may ask for: the product of page sizes down the tree."
MAY_DO = "The mutations that the caller may do; `mayDo` of a row says which of them to that row."
COUNTRIES = "ISO codes of the countries it is bound to; none for headquarters."
PROGRAMMES = "Ids of the programmes that a caseworker is bound to."


MEANS = {
    Tier.CASEWORKER: "Looks after children of its own programmes.",
    Tier.OFFICE: "The national office: all programmes of its country.",
    Tier.REGION: "Looks after some countries: programmes, homes and published figures.",
    Tier.HEADQUARTERS: "All countries: programmes, homes and published figures.",
    Tier.AUDITOR: "Looks at releases, and at what proves them.",
}
every_tier(MEANS, "what it may do, in a sentence,")
ROLES: Any = {tier.value: (tier.value, MEANS[tier]) for tier in Tier}
Role: Any = Described("Role", ROLES)
Role.__doc__ = "What a token says that its bearer is."


def viewer_type() -> type:
    """The type of `viewer`."""
    limits = create_type(
        "Limits",
        [
            output_field("rows", int, ROWS),
            output_field("bytes", int, "Bytes that one answer may have."),
            output_field("pageSize", int, "Rows that one page may have."),
        ],
        description="What one operation may ask for.",
    )
    permission = create_type(
        "Permission",
        [
            output_field("type", str, "The type."),
            output_field("reads", list_of(str), "Its fields that the caller may read."),
            output_field("filters", list_of(str), "Its fields that the caller may filter by."),
        ],
        description="What the caller may do with one type.",
    )
    return create_type(
        "Viewer",
        [
            output_field("subject", str, "Who it is at the issuer of the token."),
            output_field("role", enumeration_of(Role), "Which role the token carries."),
            output_field("countries", list_of(str), COUNTRIES),
            output_field("programmes", list_of(strawberry.ID), PROGRAMMES),
            output_field("limits", limits, "What one operation may ask for."),
            output_field("mayDo", list_of(str), MAY_DO),
            output_field("may", list_of(permission), "What the caller may read, type by type."),
        ],
        description="Who is asking.",
    )
