"""Policies: what each country has laid down, on a day."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import column, func
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.days import MADE
from graph.declarations.fields import Day, plain
from graph.declarations.nouns import FEDERATION
from graph.text import TextForm


class Policy(Entity, table=True):
    """What a policy of a country says for a time; computed values and rules ask for it on a day."""

    __tablename__ = "policy"
    names: ClassVar[Names] = Names("Policy", "policy", "policies")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = FEDERATION
    in_graph: ClassVar = False
    rules: ClassVar = (
        ExcludeConstraint(
            (column("code"), "="),
            (column("key"), "="),
            (func.daterange(column("from_day"), column("until_day")), "&&"),
            using="gist",
            name="policy_one_at_a_time",
        ),
    )

    code: str = plain(Kind.TEXT, "The country's ISO 3166-1 alpha-2 code.", primary_key=True)
    key: str = plain(Kind.TEXT, "Which policy it is.", primary_key=True)
    from_day: Day = plain(Kind.DATE, "The first day on which it holds.", day=MADE, primary_key=True)
    until_day: Day | None = plain(
        Kind.DATE, "The first day on which it no longer does; empty where it holds to this day.", day=MADE, default=None
    )
    whole: int = plain(Kind.INTEGER, "What it says, a whole number.")
    source: str = plain(Kind.TEXT, "Where it is laid down.", form=TextForm.NAME)
