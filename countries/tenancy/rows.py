"""Which rows of a table a tier sees: a rule for each kind of table and each tier, and none by default.

Policies, the planner's predicates and the check at start all come from here. What an entity does not say itself follows
from what its rows belong to. A tier that a table names as its reader, and for which there is no rule, stops the start:
nothing falls back to all rows.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from countries.tenancy.caller import REACH, Reach, Tier, TierWithoutRule
from countries.tenancy.terms import Everywhere, InCountries, InCountry, OfProgrammes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.tenancy.terms import Bounds


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


TENANT = frozenset({RowsOf.COUNTRY, RowsOf.PROGRAMME, RowsOf.PROGRAMME_OR_COUNTRY})
"""What belongs to one country."""

ALL: Bounds = (Everywhere(),)
COUNTRY: Bounds = (InCountry(),)
COUNTRIES: Bounds = (InCountries(),)

RULES: Mapping[RowsOf, Mapping[Tier, Bounds]] = {
    RowsOf.NOBODY: {
        Tier.CASEWORKER: ALL,
        Tier.OFFICE: ALL,
        Tier.REGION: ALL,
        Tier.HEADQUARTERS: ALL,
        Tier.AUDITOR: ALL,
    },
    RowsOf.COUNTRY: {
        Tier.CASEWORKER: COUNTRY,
        Tier.OFFICE: COUNTRY,
        Tier.REGION: COUNTRIES,
        Tier.HEADQUARTERS: ALL,
    },
    RowsOf.PROGRAMME: {
        Tier.CASEWORKER: (InCountry(), OfProgrammes()),
        Tier.OFFICE: COUNTRY,
        Tier.REGION: COUNTRIES,
        Tier.HEADQUARTERS: ALL,
    },
    RowsOf.PROGRAMME_OR_COUNTRY: {
        Tier.CASEWORKER: (InCountry(), OfProgrammes(or_none=True)),
        Tier.OFFICE: COUNTRY,
        Tier.REGION: COUNTRIES,
        Tier.HEADQUARTERS: ALL,
    },
    RowsOf.FIGURES: {Tier.REGION: ALL, Tier.HEADQUARTERS: ALL, Tier.AUDITOR: ALL},
    RowsOf.FIGURES_BY_COUNTRY: {
        Tier.REGION: (InCountries(or_none=True),),
        Tier.HEADQUARTERS: ALL,
        Tier.AUDITOR: ALL,
    },
}
"""A tier that is missing in a line sees nothing of such tables, and may not be named by one that does not say more."""

PLACES: Mapping[Reach, Bounds] = {
    Reach.ONE_COUNTRY: COUNTRY,
    Reach.COUNTRIES: COUNTRIES,
    Reach.FEDERATION: ALL,
}
"""The term of place that every rule for rows of a country begins with, by the reach of its tier."""


def bounded_by(tier: Tier) -> frozenset[str]:
    """The names of the settings by which a tier sees rows: what its tokens have to say."""
    rules = (rules[tier] for rules in RULES.values() if tier in rules)
    return frozenset(term.setting.name for rule in rules for term in rule if term.setting is not None)


def rule_of(table: str, owner: RowsOf, tier: Tier, said: Mapping[Tier, Bounds]) -> Bounds:
    """Which rows of a table a tier sees; terms that leave their column to the table are without it.

    Args:
        table: its name.
        owner: what its rows belong to.
        tier: who reads it.
        said: what the table says itself, by tier.

    Raises:
        TierWithoutRule: nobody has said.
    """
    rule = said.get(tier, RULES[owner].get(tier))
    if rule is None:
        message = (
            f"{table} names {tier.value} as a reader, and nothing says which of its rows {tier.value} sees:"
            f" they belong to {owner.value}. Say it in the table's `rows` or in countries/tenancy/rows.py, or"
            f" take the tier out of the table's readers."
        )
        raise TierWithoutRule(message)
    return rule


def faults_of(owner: RowsOf, tier: Tier, rule: Bounds) -> Iterator[str]:
    """What cannot be meant in a rule that a table says itself."""
    place = PLACES[REACH[tier]]
    if owner not in TENANT:
        yield f"its rows belong to {owner.value}, and their rules stand in countries/tenancy/rows.py"
    elif tuple(term for term in rule if term.is_place) != place or rule[:1] != place:
        yield f"a rule of {tier.value} begins with {type(place[0]).__name__}(), and names no other place"
    if len(set(rule)) < len(rule):
        yield "a term stands in it twice"
