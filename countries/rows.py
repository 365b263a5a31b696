"""Which rows of a table a tier sees: one rule for each kind of table and each tier, and none by default.

Policies, the planner's predicates and the check at start all come from here. A tier that a table names as its reader,
and that has no rule for tables of its kind, stops the start: nothing falls back to all rows.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from countries.caller import Tier, TierWithoutRule

if TYPE_CHECKING:
    from collections.abc import Mapping


class RowsOf(Enum):
    """What a table's rows belong to, as far as who reads one depends on it."""

    NOBODY = "nobody"
    """A register: whoever may read the table reads all of it."""
    COUNTRY = "a country"
    PROGRAMME = "a programme"
    PROGRAMME_OR_COUNTRY = "a programme, or without one every caseworker of the country"
    FIGURES = "a period"
    """Published, of no country."""
    FIGURES_BY_COUNTRY = "a period, and a country or none"


class Rows(Enum):
    """Which rows: a policy, and the planner's predicate that says the same."""

    ALL = "all"
    OF_COUNTRY = "the own country's"
    OF_PROGRAMMES = "the own country's, of the own programmes"
    OF_PROGRAMMES_OR_NONE = "the own country's, of the own programmes or of none"
    OF_COUNTRIES = "the own countries'"
    OF_COUNTRIES_OR_NONE = "the own countries', and of no single country"


RULES: Mapping[RowsOf, Mapping[Tier, Rows]] = {
    RowsOf.NOBODY: {
        Tier.CASEWORKER: Rows.ALL,
        Tier.OFFICE: Rows.ALL,
        Tier.REGION: Rows.ALL,
        Tier.HEADQUARTERS: Rows.ALL,
        Tier.AUDITOR: Rows.ALL,
    },
    RowsOf.COUNTRY: {
        Tier.CASEWORKER: Rows.OF_COUNTRY,
        Tier.OFFICE: Rows.OF_COUNTRY,
        Tier.REGION: Rows.OF_COUNTRIES,
        Tier.HEADQUARTERS: Rows.ALL,
    },
    RowsOf.PROGRAMME: {
        Tier.CASEWORKER: Rows.OF_PROGRAMMES,
        Tier.OFFICE: Rows.OF_COUNTRY,
        Tier.REGION: Rows.OF_COUNTRIES,
        Tier.HEADQUARTERS: Rows.ALL,
    },
    RowsOf.PROGRAMME_OR_COUNTRY: {
        Tier.CASEWORKER: Rows.OF_PROGRAMMES_OR_NONE,
        Tier.OFFICE: Rows.OF_COUNTRY,
        Tier.REGION: Rows.OF_COUNTRIES,
        Tier.HEADQUARTERS: Rows.ALL,
    },
    RowsOf.FIGURES: {Tier.REGION: Rows.ALL, Tier.HEADQUARTERS: Rows.ALL, Tier.AUDITOR: Rows.ALL},
    RowsOf.FIGURES_BY_COUNTRY: {
        Tier.REGION: Rows.OF_COUNTRIES_OR_NONE,
        Tier.HEADQUARTERS: Rows.ALL,
        Tier.AUDITOR: Rows.ALL,
    },
}
"""A tier that is missing in a line sees nothing of such tables, and may not be named by one."""


def rows_of(table: str, owner: RowsOf, tier: Tier) -> Rows:
    """Which rows of a table a tier sees.

    Raises:
        TierWithoutRule: nobody has said.
    """
    rule = RULES[owner].get(tier)
    if rule is None:
        message = (
            f"{table} names {tier.value} as a reader, and nothing says which of its rows {tier.value} sees:"
            f" they belong to {owner.value}. Say it in countries/rows.py, or take the tier out of the table's readers."
        )
        raise TierWithoutRule(message)
    return rule
