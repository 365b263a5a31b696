"""Jurisdictions: the parts of countries whose own rules hold there, as the countries' packs name them."""

from __future__ import annotations

from typing import ClassVar

from countries.packs.packs import Packs
from graph.declarations.among import Among
from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.fields import plain
from graph.declarations.nouns import FEDERATION
from graph.reasons import Reason
from graph.refusals import bad_input

NO_SUCH_PART = bad_input(
    Reason.NO_SUCH_PART,
    "The country's pack names no such part.",
    "Write one of {names}, or leave it empty where the rules of the whole country hold.",
    "jurisdiction",
    names="",
)
NO_PARTS = bad_input(
    Reason.NO_SUCH_PART,
    "The country's pack names no parts: its rules hold everywhere in it.",
    "Leave it empty.",
    "jurisdiction",
)


PART_GONE = bad_input(
    Reason.NO_SUCH_PART,
    "The register names no such part of the country.",
    "Look at `jurisdictions` of the country, or leave it empty.",
    "jurisdiction",
)
A_PART = Among(Packs.jurisdictions, NO_SUCH_PART, NO_PARTS)
"""One of the parts that the country's pack names."""


class Jurisdiction(Entity, table=True):
    """A part of a country with rules of its own: programmes stand in it, and a pack that is laid down keeps it then."""

    __tablename__ = "jurisdiction"
    names: ClassVar[Names] = Names("Jurisdiction", "jurisdiction", "jurisdictions")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = FEDERATION
    in_graph: ClassVar = False

    code: str = plain(Kind.TEXT, "The country's ISO 3166-1 alpha-2 code.", primary_key=True)
    name: str = plain(Kind.TEXT, "The part, as the country's pack names it.", primary_key=True)
