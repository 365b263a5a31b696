"""By which rules the texts of a country are kept and ordered: what `hearth migrate` has done of it already."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.fields import plain
from graph.declarations.nouns import NOBODY, OFFICE


class TextRules(Entity, table=True):
    """The rules by which all texts of a country are kept; a country without a row has texts of an earlier form."""

    __tablename__ = "text_rules"
    names: ClassVar[Names] = Names("TextRules", "textRules", "textRules")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = OFFICE
    bookkeeping: ClassVar = NOBODY
    in_graph: ClassVar = False

    code: str = plain(Kind.TEXT, "The country's ISO 3166-1 alpha-2 code.", primary_key=True, readers=OFFICE)
    version: int = plain(Kind.INTEGER, "The version of the rules.", readers=NOBODY)
    since: datetime | None = plain(
        Kind.INSTANT, "Since when.", readers=NOBODY, default=None, default_sql="now()", nullable=False
    )
    keys: str | None = plain(
        Kind.TEXT,
        "How the keys are made that its texts are ordered by; empty where rows have none yet.",
        readers=OFFICE,
        default=None,
    )
    keys_since: datetime | None = plain(
        Kind.INSTANT, "When rows without a key, or with another, were last looked for.", readers=NOBODY, default=None
    )
