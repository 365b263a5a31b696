"""`viewer`: what the caller is and may do. It needs no table, only the caller."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.plan.cost import MAX_BYTES, MAX_ROWS
from graph.plan.planner import MAX_PAGE

if TYPE_CHECKING:
    from graphql import SelectionSetNode

    from countries.caller import Caller
    from graph.entities.model import GraphModel
    from graph.plan.selection import Selector

TYPE_OF = {"limits": "Limits", "may": "Permission", "errors": "MutationError"}


@dataclass(frozen=True, slots=True)
class View:
    """What is selected of an object that the scope holds: response key, field, and what is selected inside."""

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


def view(selector: Selector, type_name: str, selection_sets: Iterable[SelectionSetNode]) -> View:
    """Read a selection on the viewer."""
    return View(
        type_name,
        tuple(
            (
                field.key,
                field.name,
                view(selector, TYPE_OF[field.name], field.selection_sets) if field.selection_sets else None,
            )
            for field in selector.fields(type_name, selection_sets)
        ),
    )


def viewer_of(caller: Caller, model: GraphModel) -> dict[str, object]:
    """All that `viewer` can answer for a caller."""
    return {
        "subject": caller.subject,
        "role": caller.tier.value,
        "countries": list(caller.countries),
        "programmes": [f"Programme_{caller.country}_{programme}" for programme in caller.programmes],
        "limits": {"rows": MAX_ROWS, "bytes": MAX_BYTES, "pageSize": MAX_PAGE},
        "may": [
            {
                "type": entity.type_name,
                "reads": [member.api for member in entity.members.values() if caller.tier in member.readers],
                "filters": [
                    member.api
                    for member in entity.members.values()
                    if caller.tier in member.readers and getattr(member, "filters", False)
                ],
            }
            for entity in model.by_type.values()
            if caller.tier in entity.readers
        ],
    }
