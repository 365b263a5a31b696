"""`enumeration`: what there is to choose from, with a label in the caller's language. It needs no table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import orjson

from graph.errors import BadUserInput
from graph.plan.planner.view import view
from graph.plan.read.misfits import meant
from graph.plan.tree.roots import Worded
from graph.plan.tree.sources import FromBoth
from graph.reasons import Reason
from graph.words.labels import context_of, label_of

if TYPE_CHECKING:
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path, Scope
    from graph.words.words import Words

FIELD = "enumeration"
LIST_THEM = "`__schema { types { name kind } }` lists them."


def plan_enumeration(planning: Planning, selected: Field, path: Path) -> Worded:
    """The values of the enumeration that an argument names."""
    slot, _ = planning.argument(selected, "name")
    chosen = view(planning.selector, "Enumeration", selected.selection_sets, {"values": "EnumerationValue"})
    known = planning.enumerations

    def told(name: object, scope: Scope) -> object:
        return orjson.dumps(chosen.of(_told(_known(name, known), known, scope.spoken.words)))

    return Worded(FromBoth(slot, told, path))


def _known(name: object, known: Mapping[str, Mapping[str, str]]) -> str:
    if isinstance(name, str) and name in known:
        return name
    near = meant(name, list(known)) if isinstance(name, str) else None
    raise BadUserInput(
        "There is no enumeration of that name.",
        near.template if near else LIST_THEM,
        reason=Reason.NO_MEMBER,
        params=near.params if near else (),
    )


def _told(name: str, known: Mapping[str, Mapping[str, str]], words: Words) -> dict[str, object]:
    context = context_of(name)
    return {
        "name": name,
        "values": [
            {
                "name": member,
                "label": words.say(label_of(member), context),
                "description": words.say(doc, context),
            }
            for member, doc in known[name].items()
        ],
    }
