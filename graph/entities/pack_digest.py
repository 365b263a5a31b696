"""Digests of packs: which ones the rows of a database were written from."""

from __future__ import annotations

from typing import ClassVar

from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.fields import plain
from graph.declarations.nouns import FEDERATION


class PackDigest(Entity, table=True):
    """The digest of the packs that `hearth migrate` wrote last: a server with others does not start."""

    __tablename__ = "pack_digest"
    names: ClassVar[Names] = Names("PackDigest", "packDigest", "packDigests")
    table_kind: ClassVar = TableKind.REGISTER
    readers: ClassVar = FEDERATION
    in_graph: ClassVar = False

    name: str = plain(Kind.TEXT, "What was written: `rules`.", primary_key=True)
    digest: str = plain(Kind.TEXT, "The SHA-256 of all that they lay down, in hexadecimal letters.")
