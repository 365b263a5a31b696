"""A country: the tenant, and the register that is the same for all."""

from __future__ import annotations

from typing import ClassVar

from countries.packs.keys import AGE_OF_MAJORITY
from graph.declarations.base import Entity, Kind, Names, TableKind, worked_out
from graph.declarations.fields import plain
from graph.declarations.nouns import FEDERATION
from graph.text import TextForm


class Country(Entity, table=True):
    """A country in which the federation cares for children; a national office acts within one."""

    __tablename__ = "country"
    names: ClassVar[Names] = Names("Country", "country", "countries")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = FEDERATION
    statistics_reads: ClassVar = ("code", "region", "time_zone")

    code: str = plain(Kind.TEXT, "ISO 3166-1 alpha-2 code.", primary_key=True, filters=True, orders=True)
    name: str = plain(Kind.TEXT, "English short name.", filters=True, orders=True, form=TextForm.NAME)
    region: str = plain(Kind.TEXT, "The federation's region.", filters=True, orders=True)
    languages: list[str] = plain(Kind.TEXT_LIST, "ISO 639 codes of its languages, the most used in public life first.")
    currency: str = plain(Kind.TEXT, "ISO 4217 code of its currency.")
    time_zone: str = plain(Kind.TEXT, "IANA time zone by which its days begin and end.")
    age_of_majority = worked_out(
        Kind.INTEGER,
        "Age in years at which the law calls a person adult, today.",
        lambda frame, row: frame.policy(AGE_OF_MAJORITY, frame.today_in(row.c.code), country=row.c.code),
        uses=("code",),
        nullable=False,
    )
