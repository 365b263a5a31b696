"""`placementOptions`: from its arguments and what is selected of it to nouns, and what of them cannot be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.placement_options import MOST_CHILDREN
from graph.errors import BadUserInput
from graph.kinds.kind import Kind
from graph.kinds.values import day, each, integer
from graph.plan.planner.context import PagePrice, source
from graph.plan.planner.rows import page_size, plan_row
from graph.plan.read.ids import id_of, part
from graph.plan.tree.options import OptionCount, OptionNodes, PlacementOptions
from graph.plan.tree.rows import Row, Scalar
from graph.plan.tree.sources import ABSENT, FromBoth
from graph.plan.tree.values import Fixed, PageSize, Value

if TYPE_CHECKING:
    from datetime import date

    from graph.kinds.values import Convert
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.options import OptionPart
    from graph.plan.tree.sources import Path, Scope

OPTIONS = "placementOptions"
"""The field of the root."""
LIST, OPTION = "PlacementOptions", "PlacementOption"
"""The types of its answer."""
PAGE = 20
"""Options that are told where nobody says how many."""
COLUMN_OF = {
    "freePlaces": "free",
    "distanceKm": "distance_km",
    "schoolDistanceKm": "school_distance_km",
    "siblings": "siblings",
    "moves": "moves",
    "reasonsFor": "reasons_for",
    "reasonsAgainst": "reasons_against",
    "notKnown": "not_known",
}
"""What is told of an option besides its home, by field."""


def plan_options(planning: Planning, selected: Field, path: Path) -> PlacementOptions | Fixed:
    """The field.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    child, home = (planning.model.by_table[name] for name in ("child", "home"))
    if planning.tier not in child.readers or planning.tier not in home.readers:
        planning.refuse(path, "Your role may not read `{field}`.", params=(("field", selected.name),))
        return Fixed(None)
    children = _children(planning, selected, path, child.type_name)
    on_slot, on = planning.argument(selected, "on")
    number = len(planning.prices)
    size = PageSize(PAGE, None, backward=False)
    with planning.part:
        size = _size(planning, selected, path)
    parts: list[tuple[str, OptionPart | Fixed]] = []
    for one in planning.selector.fields(LIST, selected.selection_sets):
        match one.name:
            case "nodes":
                parts.append((one.key, _nodes(planning, one, (*path, one.key), number)))
            case "totalCount":
                parts.append((one.key, OptionCount()))
            case _:
                parts.append((one.key, Fixed(LIST)))
    return PlacementOptions(
        children=children,
        on=None if on in (ABSENT, None) else Value(Kind.DATE, FromBoth(on_slot, _ahead, path)),
        size=size,
        parts=tuple(parts),
        asked=Row(child, (("birthDate", Scalar(child.stored["birth_date"])),)),
        path=path,
    )


def _children(planning: Planning, selected: Field, path: Path, type_name: str) -> Value:
    slot, _ = planning.argument(selected, "childIds")
    return Value(Kind.ID, source(slot, (), _group(part(id_of(type_name), "uuid")), path), many=True)


def _group(one: Convert) -> Convert:
    """Ids of as many children as come in one step, each once."""
    all_of = each(one)

    def convert(value: object) -> object:
        if isinstance(value, list) and not value:
            raise BadUserInput("No child is named.", "Name one child at least.")
        if isinstance(value, list) and len(value) > MOST_CHILDREN:
            raise BadUserInput(
                "A home is looked for of {limit} children at most.",
                "Ask for those who are to live together.",
                params=(("limit", MOST_CHILDREN),),
            )
        ids = all_of(value)
        if isinstance(ids, list) and len(set(ids)) < len(ids):
            raise BadUserInput("A child is named twice.", "Name each child once.")
        return ids

    return convert


def _ahead(value: object, scope: Scope) -> date:
    """A day on which somebody can still come."""
    on = day(value)
    if on < scope.today:
        raise BadUserInput("The day has passed.", "Name today or a day ahead, or leave `on` out.")
    return on


def _size(planning: Planning, selected: Field, path: Path) -> PageSize:
    slot, value = planning.argument(selected, "first")
    if value in (ABSENT, None):
        planning.prices.append(PagePrice(None, PAGE, None, path))
        return PageSize(PAGE, None, backward=False)
    planning.prices.append(PagePrice(None, None, slot, path))
    page_size(value, path, slot)
    return PageSize(None, Value(Kind.BIG_INTEGER, source(slot, (), integer, path)), backward=False)


def _nodes(planning: Planning, selected: Field, path: Path, number: int) -> OptionNodes:
    home = planning.model.by_table["home"]
    entries: list[tuple[str, Row | Fixed | str]] = []
    for one in planning.selector.fields(OPTION, selected.selection_sets):
        match one.name:
            case "home":
                inside = planning.selector.fields(home.type_name, one.selection_sets)
                entries.append((one.key, plan_row(planning, home, inside, (*path, one.key), number)))
            case "__typename":
                entries.append((one.key, Fixed(OPTION)))
            case name:
                entries.append((one.key, COLUMN_OF[name]))
    return OptionNodes(tuple(entries))
