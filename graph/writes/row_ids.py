"""The identities of the rows that a mutation makes: those that the client gives, and others made here.

A client that works offline goes on with what it has made: it places a child today and ends the stay tomorrow, before
any server has seen either. So whatever a mutation makes, the client may name.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.writes import refusals
from graph.writes.identities import MAX_ROWS, NO_ROW, new_id, new_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from graph.declarations.model import EntityModel, GraphModel
    from graph.plan.read.ids import GlobalId
    from graph.plan.tree.sources import Path
    from graph.refusals import Refusal
    from graph.writes.mutation import NewId


@dataclass(slots=True)
class RowIds:
    """Reads the ids of one mutation's rows.

    Attributes:
        model: all entities.
        country: the caller's.
        converted: an id of an entity's rows, or nothing, and a refusal, where it is none.
        refuse: takes a refusal.
        named: where the client has given an id of a table, the first of each.
    """

    model: GraphModel
    country: str | None
    converted: Callable[[EntityModel, object, Path], GlobalId | None]
    refuse: Callable[[Refusal], None]
    named: dict[str, Path] = field(default_factory=dict)
    _seen: set[tuple[str, UUID]] = field(default_factory=set)

    def own(self, entity: EntityModel, value: object, *, creates: bool) -> UUID | None:
        """The identity of the payload's row. Another country's is as one that is not there: no row has it."""
        if creates:
            return self.of_new(entity, value, ("input", "id"))
        found = self.converted(entity, value, ("input", "id"))
        if found is None:
            return None
        return found.uuid if found.country == self.country else NO_ROW

    def of_new(self, entity: EntityModel, value: object, path: Path) -> UUID | None:
        """The identity that a client gives to a new row; nothing where it cannot have it."""
        found = self.converted(entity, value, path)
        if found is None:
            return None
        if found.country != self.country:
            self.refuse(replace(refusals.ANOTHER_COUNTRY, path=path))
            return None
        named = (entity.table, found.uuid)
        if named in self._seen:
            self.refuse(replace(refusals.TWO_ROWS, path=path))
        self._seen.add(named)
        self.named.setdefault(entity.table, path)
        return found.uuid

    def further(self, new: NewId, given: Mapping[str, object]) -> UUID | list[UUID]:
        """The identity of a further row, or those of several.

        Args:
            new: what the input calls it.
            given: the input.
        """
        if new.inside:
            objects = given.get(new.inside)
            listed = [each.get(new.name) for each in objects] if isinstance(objects, list) else []
            return self._each(new, listed, [("input", new.inside, place, new.name) for place in range(len(listed))])
        value, path = given.get(new.name), ("input", new.name)
        if not new.each:
            return self._each(new, [value], [path])[0]
        for_each = given.get(new.each)
        many = len(for_each) if isinstance(for_each, list) else 1
        items = value if isinstance(value, list) else [value] * many
        if len(items) != many:
            self.refuse(replace(refusals.ONE_EACH, path=path, params=(("list", new.each),)))
        return self._each(new, items, [(*path, place) for place in range(len(items))])

    def _each(self, new: NewId, values: Sequence[object], paths: Sequence[Path]) -> list[UUID]:
        entity = self.model.by_table[new.table]
        made = new_ids(len(values)) if len(values) <= MAX_ROWS else [new_id() for _ in values]
        return [
            own if value is None else self.of_new(entity, value, path) or own
            for value, path, own in zip(values, paths, made, strict=True)
        ]
