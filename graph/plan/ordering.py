"""From an `orderBy` argument to order keys, and the digest that ties a cursor to them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.entities.model import Column, Through, ToOne
from graph.plan.context import Planning, RefusedError, bad_input
from graph.plan.tree import OrderKey

if TYPE_CHECKING:
    from graph.entities.model import EntityModel
    from graph.plan.values import Path

MAX_ORDERINGS = 8
DIGEST_LENGTH = 10


def read_order(planning: Planning, entity: EntityModel, value: object, path: Path) -> tuple[OrderKey, ...]:
    """The order keys of `orderBy`, the first decides first; rows that tie are ordered by their identity.

    Raises:
        BadUserInput: it is null or empty, too long, or an entry names no or several columns.
        RefusedError: the tier may not order by a column or a link.
    """
    entries = [value] if isinstance(value, Mapping) else value
    if not isinstance(entries, list) or not entries:
        raise bad_input("`orderBy` may be neither null nor empty.", "Name a column, or leave `orderBy` out.", path)
    if len(entries) > MAX_ORDERINGS:
        raise bad_input(f"`orderBy` takes at most {MAX_ORDERINGS} columns.", "Leave the later ones out.", path)
    return tuple(_key(planning, entity, entry, path, ()) for entry in entries)


def _key(
    planning: Planning,
    entity: EntityModel,
    entry: object,
    path: Path,
    links: tuple[tuple[ToOne | Through, EntityModel], ...],
) -> OrderKey:
    if not isinstance(entry, Mapping) or len(entry) != 1:
        raise bad_input("An entry of `orderBy` names exactly one column.", "Write [{ a: ASC }, { b: DESC }].", path)
    ((name, inner),) = entry.items()
    if inner is None:
        raise bad_input("An entry of `orderBy` may not be null.", "Say ASC or DESC.", path)
    member = entity.members[name]
    if planning.tier not in member.readers:
        raise RefusedError
    if isinstance(member, Column):
        return OrderKey(links, member, str(getattr(inner, "name", inner)) == "DESC")
    if isinstance(member, ToOne | Through):
        target = planning.model.by_table[member.target]
        return _key(planning, target, inner, path, (*links, (member, target)))
    raise RefusedError


def order_digest(entity: EntityModel, order: tuple[OrderKey, ...]) -> str:
    """Names the entity and the ordering in ten hexadecimal digits."""
    words = [entity.type_name]
    for key in order:
        names = [link.api for link, _ in key.links]
        words.append(".".join([*names, key.column.api]) + (" DESC" if key.descending else " ASC"))
    return sha256("|".join(words).encode()).hexdigest()[:DIGEST_LENGTH]
