"""Policies: what each country has laid down, on a day: its packs, resolved (`countries/packs/`)."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import column, func
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from countries.packs.timeline import RuleOrigin
from countries.packs.units import RuleUnit
from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.days import MADE
from graph.declarations.fields import Day, plain
from graph.declarations.nouns import FEDERATION
from graph.described import Described
from graph.text import TextForm


class Certainty(Described):
    """Whether the source of a rule was read."""

    YES = "YES", "Somebody has read it."
    NO = "NO", "It is named from general knowledge; the national office confirms it."


class Policy(Entity, table=True):
    """What a policy of a country says for a time; computed values and rules ask for it on a day."""

    __tablename__ = "policy"
    names: ClassVar[Names] = Names("Policy", "policy", "policies")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = FEDERATION
    statistics_reads: ClassVar = ("code", "key", "jurisdiction", "from_day", "until_day", "whole")
    in_graph: ClassVar = False
    rules: ClassVar = (
        ExcludeConstraint(
            (column("code"), "="),
            (column("key"), "="),
            (column("jurisdiction"), "="),
            (func.daterange(column("from_day"), column("until_day")), "&&"),
            using="gist",
            name="policy_one_at_a_time",
        ),
    )

    code: str = plain(Kind.TEXT, "The country's ISO 3166-1 alpha-2 code.", primary_key=True)
    key: str = plain(Kind.TEXT, "Which policy it is.", primary_key=True)
    jurisdiction: str = plain(
        Kind.TEXT, "The part of the country in which it holds; an empty text for all of it.", primary_key=True
    )
    from_day: Day = plain(Kind.DATE, "The first day on which it holds.", day=MADE, primary_key=True)
    until_day: Day | None = plain(
        Kind.DATE, "The first day on which it no longer does; empty where it holds to this day.", day=MADE, default=None
    )
    value: str = plain(Kind.TEXT, "What it says, in its unit; NOT_APPLICABLE where nothing is asked.")
    whole: int | None = plain(
        Kind.INTEGER, "What it says as a whole number; empty where it is none, or nothing is asked.", default=None
    )
    unit: RuleUnit = plain(Kind.ENUMERATION, "What its value is counted in.", enumeration=RuleUnit)
    source: str = plain(Kind.TEXT, "Where it is laid down.", form=TextForm.NAME)
    certain: Certainty = plain(Kind.ENUMERATION, "Whether somebody has read the source.", enumeration=Certainty)
    origin: RuleOrigin = plain(Kind.ENUMERATION, "Who has laid it down.", enumeration=RuleOrigin)
