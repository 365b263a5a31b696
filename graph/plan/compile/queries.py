"""One operation to one plan: the statement, what to check on every request, and what was refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.plan.bind import needs_today, unread
from graph.plan.compile.reads import shown_by
from graph.plan.planner.context import NOTHING, Planning
from graph.plan.planner.feed import asks_types, of_types
from graph.plan.planner.roots import plan_roots
from graph.plan.read.selection import Selector
from graph.plan.sql.compiled import Statement
from graph.plan.sql.statement import write_statement
from graph.plan.tree.roots import Introspected, Viewed, Worded
from graph.plan.tree.sources import AHEAD, FromScope
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.packs.packs import Packs
    from countries.tenancy.caller import Tier
    from graph.declarations.doable import Doables
    from graph.declarations.model import GraphModel
    from graph.errors import Forbidden
    from graph.plan.compile.reads import Shows
    from graph.plan.planner.context import PagePrice
    from graph.plan.read.reading import Reading
    from graph.plan.tree.roots import Root
    from graph.plan.tree.sources import ValueOrigin


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the compiler knows beside the operation; the same for the life of the process.

    Attributes:
        model: all entities.
        interfaces: the interfaces by the name of the type that implements them.
        country_codes: the countries of the register.
        is_distributed: whether countries' rows may be on nodes of their own.
        doables: all mutations, for who asks what may be done.
        packs: what countries lay down.
        enumerations: what each value of each enumeration means, for who asks what there is to choose from.
    """

    model: GraphModel
    interfaces: Mapping[str, frozenset[str]]
    country_codes: frozenset[str]
    is_distributed: bool = False
    doables: Doables = NOTHING
    packs: Packs | None = None
    enumerations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def statement(self, tier: Tier, roots: tuple[tuple[str, Root], ...]) -> Statement:
        """Roots as one statement.

        Raises:
            TooCostly: it would be larger than PostgreSQL should have to plan.
        """
        return write_statement(self.model, tier, roots, is_distributed=self.is_distributed)


@dataclass(frozen=True, slots=True)
class Plan:
    """An operation, compiled for one tier and one shape of its arguments.

    Attributes:
        statement: the one SQL statement; none where no root field needs a table.
        roots: the roots of the tree, for what needs no table.
        prices: every connection, for the price that each request pays.
        refusals: one error for each field that the tier may not use.
        unread: arguments that are looked at, though nothing that was selected depends on them.
        is_dated: whether its values need today's date.
        is_dated_by_country: whether they need that of several countries.
        views: whether it asks who the caller is.
        introspects: whether it asks about the schema.
        asks_types: whether its statement looks for rows of the types on a page of the feed (`page_types.py`).
        shows: the rows about persons that its answer can show.
    """

    statement: Statement | None
    roots: tuple[tuple[str, Root], ...]
    prices: tuple[PagePrice, ...]
    refusals: tuple[Forbidden, ...]
    unread: tuple[ValueOrigin, ...]
    is_dated: bool
    is_dated_by_country: bool
    views: bool
    introspects: bool
    asks_types: bool
    shows: tuple[Shows, ...]


def planning_of(
    surroundings: Surroundings,
    reading: Reading,
    tier: Tier,
    check_time: Callable[[], None],
) -> Planning:
    """One run of the planner over an operation."""
    return Planning(
        model=surroundings.model,
        tier=tier,
        selector=Selector(reading.operation, reading.conditions, surroundings.interfaces),
        slots=reading.operation.slots,
        values=reading.arguments,
        country_codes=surroundings.country_codes,
        check_time=check_time,
        doables=surroundings.doables,
        packs=surroundings.packs,
        enumerations=surroundings.enumerations,
    )


def compile_operation(
    surroundings: Surroundings,
    reading: Reading,
    tier: Tier,
    check_time: Callable[[], None],
    types: frozenset[str] | None = None,
) -> Plan:
    """Compile an operation.

    Args:
        surroundings: what the compiler knows.
        reading: the operation, and what the request gives for it.
        tier: whose rights apply.
        check_time: raises `TooCostly` once it has taken too long.
        types: those that its statement looks for on a page of the feed; all, where nothing is said.

    Raises:
        BadUserInput: an argument cannot be meant.
        TooCostly: it is too large, or `check_time` says that compiling took too long.
    """
    planning = planning_of(surroundings, reading, tier, check_time)
    selected = planning.selector.fields("Query", [reading.operation.definition.selection_set])
    roots = plan_roots(planning, selected)
    needs_table = any(not isinstance(root, Fixed | Viewed | Introspected | Worded) for _, root in roots)
    check_time()
    asked = roots if types is None else of_types(roots, types)
    statement = surroundings.statement(tier, asked) if needs_table else None
    sources = statement.sources if statement else ()
    beside = unread(roots, sources)
    return Plan(
        statement,
        roots,
        tuple(planning.prices),
        tuple(planning.refusals),
        beside,
        is_dated=needs_today((*sources, *beside)),
        is_dated_by_country=FromScope(AHEAD) in sources,
        views=any(isinstance(root, Viewed) for _, root in roots),
        introspects=any(isinstance(root, Introspected) for _, root in roots),
        asks_types=needs_table and asks_types(roots),
        shows=shown_by(surroundings.model, tier, roots),
    )
