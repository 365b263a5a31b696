"""A bounded memory of the latest: documents by their text, plans by what changes their SQL."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Held = TypeVar("Held")


class Latest(Generic[Key, Held]):
    """Keeps the `limit` entries used last. One event loop uses it: there is no lock."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._held: OrderedDict[Key, Held] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    def get(self, key: Key) -> Held | None:
        """The entry, which is now the one used last."""
        held = self._held.get(key)
        if held is not None:
            self._held.move_to_end(key)
        return held

    def put(self, key: Key, held: Held) -> None:
        """Keep an entry; the one unused for longest goes where there are too many."""
        self._held[key] = held
        self._held.move_to_end(key)
        if len(self._held) > self.limit:
            self._held.popitem(last=False)
