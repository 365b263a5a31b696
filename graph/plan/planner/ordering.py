"""From an `orderBy` argument to order keys, and the digest that ties a cursor to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Through, ToOne
from graph.plan.planner.context import NotForTierError, Planning, bad_input
from graph.plan.tree.filters import OrderKey

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.plan.tree.sources import Path

MAX_ORDERINGS = 8
DIGEST_LENGTH = 10


def read_order(planning: Planning, entity: EntityModel, slot: int, value: object, path: Path) -> tuple[OrderKey, ...]:
    """The order keys of `orderBy`, the first decides first; rows that tie are ordered by their identity.

    Raises:
        BadUserInput: it is null or empty, too long, or an entry names no or several columns.
        NotForTierError: the tier may not order by a column or a link.
    """
    entries = [value] if isinstance(value, Mapping) else value
    if not isinstance(entries, list) or not entries:
        hint = "Name a column, or leave `orderBy` out."
        raise bad_input("`orderBy` may be neither null nor empty.", hint, path, slot)
    if len(entries) > MAX_ORDERINGS:
        message, hint = "`orderBy` takes at most {limit} columns.", "Leave the later ones out."
        raise bad_input(message, hint, path, slot, params=(("limit", MAX_ORDERINGS),))
    reader = _OrderReader(planning, slot, path)
    keys: list[OrderKey] = []
    for number, entry in enumerate(entries):
        with planning.part:
            keys += reader.keys(entity, entry, (number,), ())
    return tuple(keys)


@dataclass(frozen=True, slots=True)
class _OrderReader:
    """Reads the entries of one `orderBy`."""

    planning: Planning
    slot: int
    path: Path

    def keys(
        self, entity: EntityModel, entry: object, steps: Path, links: tuple[tuple[ToOne | Through, EntityModel], ...]
    ) -> tuple[OrderKey, ...]:
        if not isinstance(entry, Mapping) or len(entry) != 1:
            hint = "Write [{ a: ASC }, { b: DESC }]."
            raise bad_input("An entry of `orderBy` names exactly one column.", hint, self.path, self.slot, steps)
        ((name, inner),) = entry.items()
        steps = (*steps, name)
        if inner is None:
            hint = "Say ASC or DESC."
            raise bad_input("An entry of `orderBy` may not be null.", hint, self.path, self.slot, steps)
        member = entity.members[name]
        if self.planning.tier not in member.readers:
            raise NotForTierError
        if isinstance(member, Column):
            # Where several rows are of one uuid, an id is both: the uuid, and what stands behind it.
            columns = (member,) if member.name != "id" or entity.code is None else (member, entity.code)
            return tuple(OrderKey(links, column, str(getattr(inner, "name", inner)) == "DESC") for column in columns)
        if isinstance(member, Computed):
            return (OrderKey(links, member, str(getattr(inner, "name", inner)) == "DESC"),)
        if isinstance(member, ToOne | Through):
            target = self.planning.model.at(member.target)
            return self.keys(target, inner, steps, (*links, (member, target)))
        raise NotForTierError


def order_digest(entity: EntityModel, order: tuple[OrderKey, ...], *, ranked: bool = False) -> str:
    """Names the entity and the ordering in ten hexadecimal digits; `ranked` says that a search's nearest come first."""
    words = [entity.type_name, *(["search"] if ranked else [])]
    for key in order:
        names = [link.api for link, _ in key.links]
        words.append(".".join([*names, key.column.api]) + (" DESC" if key.descending else " ASC"))
    return sha256("|".join(words).encode()).hexdigest()[:DIGEST_LENGTH]
