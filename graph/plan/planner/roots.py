"""From the operation's root fields to the roots of the tree, in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.errors import BadUserInput
from graph.kinds.kind import Kind
from graph.kinds.values import each, text
from graph.plan.planner.context import PagePrice, Planning, bad_input, known_country, source
from graph.plan.planner.enumerations import FIELD as ENUMERATION
from graph.plan.planner.enumerations import plan_enumeration
from graph.plan.planner.feed import plan_feed
from graph.plan.planner.figures.fields import FIGURES
from graph.plan.planner.options import OPTIONS, plan_options
from graph.plan.planner.rows import ROOT_PAGE, plan_page, plan_row
from graph.plan.planner.view import view
from graph.plan.read.ids import CodeId, GlobalId, id_of, pair, parse_node_id, part
from graph.plan.tree.filters import All, IsCode, IsId, IsSuggested
from graph.plan.tree.roots import ById, ByIds, Introspected, Root, Viewed
from graph.plan.tree.rows import Row
from graph.plan.tree.values import Fixed, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.declarations.model import EntityModel
    from graph.declarations.suggestions import Suggestion
    from graph.kinds.values import Convert
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path

OTHERS = {**FIGURES, ENUMERATION: plan_enumeration, OPTIONS: plan_options}
"""The fields that no entity has."""
MAX_IDS = 100
"""Ids that one `nodes(ids:)` may name."""
TEXTS, PARSED = each(text), each(parse_node_id)


def plan_roots(planning: Planning, selected: list[Field]) -> tuple[tuple[str, Root], ...]:
    """What each root field answers.

    Raises:
        BadUserInput: an argument cannot be meant.
        TooCostly: planning took too long, or the operation is too large.
    """
    roots: list[tuple[str, Root]] = []
    for field in selected:
        with planning.part:
            roots.append((field.key, _root(planning, field)))
    return tuple(roots)


def _root(planning: Planning, selected: Field) -> Root:
    path = (selected.key,)
    match selected.name:
        case "__typename":
            return Fixed("Query")
        case "__schema" | "__type":
            return Introspected(selected.key)
        case "viewer":
            return Viewed(view(planning.selector, "Viewer", selected.selection_sets))
        case "changes":
            return plan_feed(planning, selected, path)
        case name if name in OTHERS:
            return OTHERS[name](planning, selected, path)
        case "node":
            return _node(planning, selected, path)
        case "nodes":
            return _nodes(planning, selected, path)
        case name:
            for entity, suggestion in planning.model.suggestions:
                if suggestion.name == name:
                    return _suggested(planning, entity, suggestion, selected, path)
            return plan_entity(planning, name, selected, path)


def _suggested(planning: Planning, entity: EntityModel, suggestion: Suggestion, selected: Field, path: Path) -> Root:
    """A page of the rows that a suggestion finds of the row that an argument names."""
    if not _readable(planning, entity, path):
        return Fixed(None)
    page = plan_page(planning, entity, selected, path, None, ROOT_PAGE)
    if page is None:
        return Fixed(None)
    slot, _ = planning.argument(selected, entity.one)
    convert = id_of(entity.type_name, coded=False)
    found = IsSuggested(
        entity,
        suggestion,
        Value(Kind.TEXT, source(slot, (), part(convert, "country"), path)),
        Value(Kind.ID, source(slot, (), part(convert, "uuid"), path)),
    )
    return replace(page, filter=found if page.filter is None else All((found, page.filter)))


def plan_entity(planning: Planning, name: str, selected: Field, path: Path) -> Root:
    """The root field of an entity: its connection, or the one row that an argument names.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    entity = next(one for one in planning.model.by_type.values() if name in (one.one, one.many))
    if not _readable(planning, entity, path):
        return Fixed(None)
    if name == entity.many:
        return plan_page(planning, entity, selected, path, None, ROOT_PAGE) or Fixed(None)
    row = _row(planning, entity, selected, path)
    if entity.is_of_country:
        return _by_id(planning, row, selected, path)
    slot, _ = planning.argument(selected, "code")
    return ById(row, None, Value(Kind.TEXT, source(slot, (), known_country(planning.country_codes), path)))


def _readable(planning: Planning, entity: EntityModel, path: Path) -> bool:
    if planning.tier in entity.readers:
        return True
    planning.refuse(path, "Your role may not read {type}.", params=(("type", entity.type_name),))
    return False


def _row(planning: Planning, entity: EntityModel, selected: Field, path: Path, parent: int | None = None) -> Row:
    inside = planning.selector.fields(entity.type_name, selected.selection_sets)
    return plan_row(planning, entity, inside, path, parent)


def _by_id(planning: Planning, row: Row, selected: Field, path: Path) -> ById:
    slot, _ = planning.argument(selected, "id")
    coded = row.entity.code is not None
    convert = id_of(row.entity.type_name, coded=coded)
    return ById(
        row,
        Value(Kind.TEXT, source(slot, (), part(convert, "country"), path)),
        Value(Kind.ID, source(slot, (), part(convert, "uuid"), path)),
        Value(Kind.TEXT, source(slot, (), part(convert, "code"), path)) if coded else None,
        leads=row.entity.same_as is not None,
    )


def _type_of(planning: Planning, value: object, path: Path, slot: int, steps: Path = ()) -> EntityModel:
    try:
        parsed = parse_node_id(value)
    except BadUserInput as error:
        error.path, error.slot, error.steps = path, slot, steps
        raise
    entity = planning.model.by_type.get(parsed.type_name)
    if entity is None or not _names(parsed, entity):
        raise bad_input("That id names no type of this graph.", "Use an id that an answer gave you.", path, slot, steps)
    return entity


def _names(parsed: GlobalId | CodeId, entity: EntityModel) -> bool:
    """Whether an id is of the form that the ids of a type have."""
    if isinstance(parsed, CodeId):
        return entity.has_id and not entity.is_of_country
    return entity.is_of_country and (parsed.code is None) == (entity.code is None)


def _node(planning: Planning, selected: Field, path: Path) -> Root:
    slot, value = planning.argument(selected, "id")
    entity = _type_of(planning, value, path, slot)
    if not _readable(planning, entity, path):
        return Fixed(None)
    row = _row(planning, entity, selected, path)
    if not entity.is_of_country:
        return ById(row, None, Value(Kind.TEXT, source(slot, (), _own_code, path)))
    return _by_id(planning, row, selected, path)


def _nodes(planning: Planning, selected: Field, path: Path) -> Root:
    slot, value = planning.argument(selected, "ids")
    try:
        ids = _listed_ids(value)
    except BadUserInput as error:
        for each_error in (error, *error.more):
            each_error.path, each_error.slot = path, slot
        raise
    entities: dict[str, EntityModel] = {}
    for place, each_id in enumerate(ids):
        with planning.part:
            entity = _type_of(planning, each_id, path, slot, (place,))
            entities[entity.type_name] = entity
    number = len(planning.prices)
    planning.prices.append(PagePrice(None, None, slot, path))
    rows: list[tuple[Row, IsId | IsCode]] = []
    for name in sorted(entities):
        if planning.tier not in entities[name].readers:
            continue
        rows.append((_row(planning, entities[name], selected, path, number), _own(entities[name], slot, path)))
    if len(rows) < len(entities):
        planning.refuse(path, "Your role may not read some of the types that these ids name.")
    return ByIds(tuple(rows), Value(Kind.TEXT, source(slot, (), _listed_ids, path), many=True))


def _own(entity: EntityModel, slot: int, path: Path) -> IsId | IsCode:
    """Which of the ids are of a type."""
    name = entity.type_name
    if not entity.is_of_country:
        return IsCode(Value(Kind.TEXT, source(slot, (), _own_ids(name, _country), path), many=True))
    return IsId(
        Value(Kind.TEXT, source(slot, (), _own_ids(name, pair), path), many=True),
        Value(Kind.ID, source(slot, (), _own_ids(name, _uuid), path), many=True),
        entity.code,
        entity if entity.same_as else None,
    )


def _listed_ids(value: object) -> list[str]:
    if not isinstance(value, list) or len(value) > MAX_IDS:
        raise BadUserInput(
            "`nodes` takes a list of at most {limit} ids.",
            "Split it over several requests.",
            params=(("limit", MAX_IDS),),
        )
    TEXTS(value)
    return value


def _uuid(found: GlobalId) -> object:
    return found.uuid


def _country(found: CodeId) -> object:
    return found.country


def _own_code(value: object) -> object:
    return parse_node_id(value).country


def _own_ids(type_name: str, one: Callable[[Any], object]) -> Convert:
    def convert(value: object) -> object:
        ids = PARSED(value)
        named = ids if isinstance(ids, list) else []
        return [one(found) for found in named if found.type_name == type_name]

    return convert
