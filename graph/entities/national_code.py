"""National codes: what each country's lists hold, for which days, under which labels."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import column, func
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.days import MADE
from graph.declarations.fields import Day, plain
from graph.declarations.nouns import FEDERATION
from graph.text import TextForm


class NationalCode(Entity, table=True):
    """A code of a country's list for a time; columns of `Kind.CODE` hold one, `country { codes(list) }` shows them."""

    __tablename__ = "national_code"
    names: ClassVar[Names] = Names("NationalCode", "nationalCode", "nationalCodes")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = FEDERATION
    in_graph: ClassVar = False
    rules: ClassVar = (
        ExcludeConstraint(
            (column("country"), "="),
            (column("list_key"), "="),
            (column("code"), "="),
            (func.daterange(column("from_day"), column("until_day")), "&&"),
            using="gist",
            name="national_code_one_at_a_time",
        ),
    )

    country: str = plain(Kind.TEXT, "The country's ISO 3166-1 alpha-2 code.", primary_key=True)
    list_key: str = plain(Kind.TEXT, "Which list it is of, by its key.", primary_key=True)
    code: str = plain(Kind.TEXT, "The code, as the country writes it.", primary_key=True)
    from_day: Day = plain(Kind.DATE, "The first day on which it may be used.", day=MADE, primary_key=True)
    until_day: Day | None = plain(
        Kind.DATE, "The first day on which it no longer may; empty where it may to this day.", day=MADE, default=None
    )
    place: int = plain(Kind.INTEGER, "Its place in the list as it is shown, from 1.")
    international: str | None = plain(
        Kind.TEXT, "The international code that it maps to; empty in a list that maps to none.", default=None
    )
    label: str = plain(Kind.TEXT, "What is told where no language that is asked for has a label.", form=TextForm.NAME)
    languages: list[str] = plain(Kind.TEXT_LIST, "The tags of the languages that it has a label in (BCP 47).")
    labels: list[str] = plain(Kind.TEXT_LIST, "The labels, in the order of the languages.")
    source: str = plain(Kind.TEXT, "Where it is laid down.", form=TextForm.NAME)
    certain: str = plain(Kind.TEXT, "YES or NO: whether whoever wrote it has seen the source.")
