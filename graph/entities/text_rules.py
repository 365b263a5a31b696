"""By which rules the texts of a country are kept: what `hearth migrate` has brought to one form already."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.fields import plain
from graph.declarations.nouns import NOBODY


class TextRules(Entity, table=True):
    """The rules by which all texts of a country are kept; a country without a row has texts of an earlier form."""

    __tablename__ = "text_rules"
    names: ClassVar[Names] = Names("TextRules", "textRules", "textRules")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = NOBODY
    in_graph: ClassVar = False

    code: str = plain(Kind.TEXT, "The country's ISO 3166-1 alpha-2 code.", primary_key=True, readers=NOBODY)
    version: int = plain(Kind.INTEGER, "The version of the rules.", readers=NOBODY)
    since: datetime | None = plain(
        Kind.INSTANT, "Since when.", readers=NOBODY, default=None, default_sql="now()", nullable=False
    )
