"""The noun of a selection on an object that no table holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What is selected of an object: response key, field, and what is selected inside."""

    type_name: str
    fields: tuple[tuple[str, str, View | None], ...]

    def of(self, value: object) -> object:
        """The JSON value that the selection answers."""
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [self.of(item) for item in value]
        if not isinstance(value, Mapping):
            return value
        answer: dict[str, object] = {}
        for key, name, inside in self.fields:
            found = self.type_name if name == "__typename" else value[name]
            answer[key] = found if inside is None else inside.of(found)
        return answer
