"""A mutation's fields: which mutation, where its input is, and the statement that answers the payload's selection.

The payload is read in the mutation's own transaction, by the rights of whoever sent it. Its keys come in the order in
which they are asked for: what no table holds (`errors`, `clientMutationId`) comes in as a parameter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.declarations.doable import MAY_DO
from graph.kinds.kind import Kind
from graph.plan.bind import needs_today, unread
from graph.plan.compile.queries import planning_of
from graph.plan.compile.reads import shown_by
from graph.plan.planner.context import Planning
from graph.plan.planner.rows import plan_row
from graph.plan.planner.view import view
from graph.plan.sql.supposed import supposed_statement
from graph.plan.tree.filters import IsId
from graph.plan.tree.roots import ById, ByIds, Carried
from graph.plan.tree.sources import FromWrite
from graph.plan.tree.values import Fixed, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from countries.tenancy.caller import Tier
    from graph.declarations.model import EntityModel
    from graph.errors import Forbidden
    from graph.plan.compile.queries import Surroundings
    from graph.plan.compile.reads import Shows
    from graph.plan.planner.context import PagePrice
    from graph.plan.read.operation import Field
    from graph.plan.read.reading import Reading
    from graph.plan.sql.compiled import Statement
    from graph.plan.tree.roots import Root
    from graph.plan.tree.sources import Path, ValueOrigin

CARRIED = ("errors", "clientMutationId")


@dataclass(frozen=True, slots=True)
class SupposedAsked:
    """A suggestion that a payload asks of the rows that it shows.

    Attributes:
        table: of the rows.
        suggestion: its name.
        tells: the columns of both rows that are told, besides their ids.
    """

    table: str
    suggestion: str
    tells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The row, or the rows, that a payload shows.

    Attributes:
        table: whose rows; none where it shows no row.
        many: whether there are several.
        tiers: who may do the mutation.
        carried: the payload's further fields that no table holds, and the type of those that are objects.
        supposed: those of them that a suggestion answers.
    """

    table: str | None
    many: bool
    tiers: frozenset[Tier]
    carried: Mapping[str, str | None] = field(default_factory=dict)
    supposed: Mapping[str, SupposedAsked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MutationField:
    """One mutation of an operation.

    Attributes:
        key: the response key.
        name: the mutation; `__typename` for that.
        slot: the argument that holds its input; none where it is refused.
        roots: what the payload answers, in order.
        statement: reads the payload; none where nothing of a table is asked for.
        is_dated: whether it needs today's date.
        unread: arguments that are looked at, though nothing that was selected depends on them.
        shows: the rows about persons that the payload can show.
        supposed: by field, what asks for what the payload supposes, where it is selected.
    """

    key: str
    name: str
    slot: int | None
    roots: tuple[tuple[str, Root], ...]
    statement: Statement | None
    is_dated: bool
    unread: tuple[ValueOrigin, ...] = ()
    shows: tuple[Shows, ...] = ()
    supposed: Mapping[str, Statement] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MutationPlan:
    """A mutation operation, compiled for one tier and one shape of its arguments: fields, prices and refusals."""

    fields: tuple[MutationField, ...]
    prices: tuple[PagePrice, ...]
    refusals: tuple[Forbidden, ...]


def compile_mutations(
    surroundings: Surroundings,
    reading: Reading,
    tier: Tier,
    check_time: Callable[[], None],
    shown: Mapping[str, Shown],
) -> MutationPlan:
    """Compile the payloads of a mutation operation.

    Raises:
        BadUserInput: an argument cannot be meant.
        TooCostly: it is too large, or takes too long.
    """
    planning = planning_of(surroundings, reading, tier, check_time)
    selected = planning.selector.fields("Mutation", [reading.operation.definition.selection_set])
    fields = tuple(_field(surroundings, planning, each, shown) for each in selected)
    return MutationPlan(fields, tuple(planning.prices), tuple(planning.refusals))


def _field(
    surroundings: Surroundings, planning: Planning, selected: Field, shown: Mapping[str, Shown]
) -> MutationField:
    if selected.name == "__typename":
        return MutationField(selected.key, selected.name, None, (), None, is_dated=False)
    of = shown[selected.name]
    if planning.tier not in of.tiers:
        named = (("mutation", selected.name),)
        planning.refuse((selected.key,), "Your role may not do `{mutation}`.", MAY_DO, params=named)
        return MutationField(selected.key, selected.name, None, (), None, is_dated=False)
    roots = payload_roots(planning, selected, of)
    reads = any(isinstance(root, ById | ByIds) for _, root in roots)
    statement = surroundings.statement(planning.tier, roots) if reads else None
    slot, _ = planning.argument(selected, "input")
    sources = statement.sources if statement else ()
    told = {root.name for _, root in roots if isinstance(root, Carried)}
    asked = {name: each for name, each in of.supposed.items() if name in told}
    return MutationField(
        selected.key,
        selected.name,
        slot,
        roots,
        statement,
        is_dated=needs_today(sources),
        unread=unread(roots, sources),
        shows=shown_by(planning.model, planning.tier, roots),
        supposed={name: _supposed(planning, each) for name, each in asked.items()},
    )


def _supposed(planning: Planning, asked: SupposedAsked) -> Statement:
    suggestion = next(each for each in planning.model.by_table[asked.table].suggests if each.name == asked.suggestion)
    return supposed_statement(planning.model, planning.tier, asked.table, suggestion, asked.tells)


def payload_roots(planning: Planning, selected: Field, of: Shown) -> tuple[tuple[str, Root], ...]:
    """What the payload of a mutation answers, in order.

    Raises:
        BadUserInput: an argument in it cannot be meant.
    """
    entity = None if of.table is None else planning.model.by_table[of.table]
    type_name = f"{selected.name[0].upper()}{selected.name[1:]}Payload"
    inside = planning.selector.fields(type_name, selected.selection_sets)
    roots: list[tuple[str, Root]] = []
    for each in inside:
        with planning.part:
            roots.append((each.key, _part(planning, entity, each, type_name, of, (selected.key, each.key))))
    return tuple(roots)


def _part(
    planning: Planning, entity: EntityModel | None, selected: Field, type_name: str, of: Shown, path: Path
) -> Root:
    match selected.name:
        case "__typename":
            return Fixed(type_name)
        case "errors":
            return Carried(selected.key, "errors", view(planning.selector, "MutationError", selected.selection_sets))
        case "clientMutationId":
            return Carried(selected.key, "clientMutationId", None)
        case name if name in of.carried:
            type_of = of.carried[name]
            seen = None if type_of is None else view(planning.selector, type_of, selected.selection_sets)
            return Carried(selected.key, name, seen)
    if entity is None:
        raise TypeError(selected.name)
    inside = planning.selector.fields(entity.type_name, selected.selection_sets)
    row = plan_row(planning, entity, inside, path, None)
    if of.many:
        pairs = Value(Kind.TEXT, FromWrite("shown_pairs"), many=True)
        uuids = Value(Kind.ID, FromWrite("shown_uuids"), many=True)
        return ByIds(((row, IsId(pairs, uuids)),), Value(Kind.TEXT, FromWrite("shown_ids"), many=True))
    return ById(row, Value(Kind.TEXT, FromWrite("shown_country")), Value(Kind.ID, FromWrite("shown_uuid")))
