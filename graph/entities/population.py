"""National child populations: the denominators that no office's records hold."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import CheckConstraint

from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.fields import plain
from graph.declarations.nouns import FEDERATION
from graph.text import TextForm


class Population(Entity, table=True):
    """How many children lived in a country in a year, by whose count; indicators over it are provider shares."""

    __tablename__ = "population"
    names: ClassVar[Names] = Names("Population", "population", "populations")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = FEDERATION
    in_graph: ClassVar = False
    statistics_reads: ClassVar = ("code", "year", "children")
    rules: ClassVar = (CheckConstraint("children > 0", name="population_children_check"),)

    code: str = plain(Kind.TEXT, "The country's ISO 3166-1 alpha-2 code.", primary_key=True)
    year: int = plain(Kind.INTEGER, "The year; the count is of its middle.", primary_key=True)
    children: int = plain(Kind.BIG_INTEGER, "Children aged 0 to 17.")
    source: str = plain(Kind.TEXT, "Who counted or estimated them, and where it was published.", form=TextForm.NAME)
