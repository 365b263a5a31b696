"""A bounded memory of the latest: documents by their text, plans by what changes their SQL."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Held = TypeVar("Held")


class Latest(Generic[Key, Held]):
    """Keeps the entries used last. One event loop uses it: there is no lock.

    Args:
        entries: how many it keeps.
        weight: what they may weigh together, in the unit of `put`.
    """

    def __init__(self, entries: int, weight: int) -> None:
        self._entries = entries
        self._limit = weight
        self._weight = 0
        self._held: OrderedDict[Key, tuple[Held, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    @property
    def weight(self) -> int:
        """What the entries weigh together."""
        return self._weight

    def get(self, key: Key) -> Held | None:
        """The entry, which is now the one used last."""
        found = self._held.get(key)
        if found is None:
            return None
        self._held.move_to_end(key)
        return found[0]

    def put(self, key: Key, held: Held, weight: int = 1) -> None:
        """Keep an entry; those unused for longest go where there is too much. One too heavy alone is not kept."""
        self._drop(key)
        if weight > self._limit:
            return
        self._held[key] = (held, weight)
        self._weight += weight
        while len(self._held) > self._entries or self._weight > self._limit:
            self._drop(next(iter(self._held)))

    def _drop(self, key: Key) -> None:
        found = self._held.pop(key, None)
        if found is not None:
            self._weight -= found[1]
