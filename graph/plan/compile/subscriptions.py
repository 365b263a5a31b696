"""A subscription operation: its one field planned as a query's would be, under the subscriber's tier.

`changed` is the feed behind a number that the deliverer brings; `childChanged` is the row of `child(id:)`, with the
types of rows whose change can alter its answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from countries.tenancy.terms import sees_countries
from graph.declarations.computed import Computed
from graph.declarations.model import EntityModel
from graph.errors import BadUserInput, Forbidden
from graph.kinds.values import language_tag
from graph.plan.bind import needs_today, unread
from graph.plan.compile.queries import planning_of
from graph.plan.compile.reads import shown_by
from graph.plan.planner.context import source
from graph.plan.planner.feed import asks_types, of_types, plan_feed
from graph.plan.planner.roots import plan_entity
from graph.plan.sql.feed_probe import look_statement
from graph.plan.tree.feed import Feed
from graph.plan.tree.nouns_in import nouns_in
from graph.plan.tree.sources import ABSENT, FromArgument, FromScope
from graph.plan.tree.values import Fixed
from graph.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from countries.tenancy.caller import Tier
    from graph.declarations.model import GraphModel
    from graph.plan.compile.queries import Surroundings
    from graph.plan.compile.reads import Shows
    from graph.plan.planner.context import PagePrice, Planning
    from graph.plan.read.operation import Field, Operation
    from graph.plan.read.reading import Reading
    from graph.plan.sql.compiled import Statement
    from graph.plan.tree.roots import Root
    from graph.plan.tree.sources import ValueOrigin

FEED, ROW = "changed", "childChanged"
AROUND_A_CHILD = frozenset({"Child", "Placement", "SiblingBond", "CommunityLink", "PlacementException", "Home"})
"""Types whose rows stand in a child's answer, or decide whether there is one, whatever is selected."""


@dataclass(frozen=True, slots=True)
class LivePlan:
    """A subscription, compiled for one tier and one shape of its arguments.

    Attributes:
        statement: the one statement of each delivery.
        look: says before it how far the feed has come, and in which types.
        prices: every connection, for the price.
        refusals: one error for each field inside that the tier may not use.
        is_dated: whether its values need today's date.
        touched_by: the types whose changes can alter the answer of a row; none for the feed.
        reads_unheard: whether the answer of a row hangs on rows of whose changes the tier hears some alone: any change
            in the country may alter it.
        asks_who: whether what it delivers depends on who listens.
        unread: arguments that are looked at, though nothing that was selected depends on them.
        roots: the one field, planned.
        asks_types: whether the statement looks for rows of the types on a page (`page_types.py`); this one for none.
        tells_writer: whether it tells what whoever listens has written.
        shows: the rows about persons that a delivery can show.
        language: the argument that names the language; none where it is left out.
    """

    statement: Statement
    look: Statement
    prices: tuple[PagePrice, ...]
    refusals: tuple[Forbidden, ...]
    is_dated: bool
    touched_by: tuple[str, ...] | None
    reads_unheard: bool
    asks_who: bool
    unread: tuple[ValueOrigin, ...]
    roots: tuple[tuple[str, Root], ...]
    asks_types: bool
    tells_writer: bool
    shows: tuple[Shows, ...]
    language: FromArgument | None


def compile_subscription(
    surroundings: Surroundings,
    reading: Reading,
    tier: Tier,
    check_time: Callable[[], None],
) -> LivePlan:
    """Compile a subscription.

    Raises:
        BadUserInput: it has not exactly one field, or an argument cannot be meant.
        Forbidden: the tier hears of no change, or not of these types.
        TooCostly: it is too large, or takes too long.
    """
    planning = planning_of(surroundings, reading, tier, check_time)
    field = _field(planning, reading.operation)
    feed = field.name == FEED
    root = _root(planning, field)
    if isinstance(root, Fixed):
        raise planning.refusals[-1]
    check_time()
    roots = ((field.key, root),)
    paged = asks_types(roots)
    statement = surroundings.statement(tier, of_types(roots, frozenset()) if feed else roots)
    beside = unread(root, statement.sources)
    look = look_statement(surroundings.model, tier)
    # Which tables a page is read from shows only then; whoever shares it must see the same rows of any.
    asks_who = statement.asks_who or look.asks_who or (paged and _asks_who(surroundings.model, tier))
    return LivePlan(
        statement,
        look,
        tuple(planning.prices),
        tuple(planning.refusals),
        is_dated=needs_today((*statement.sources, *beside)),
        touched_by=None
        if isinstance(root, Feed)
        else tuple(sorted(AROUND_A_CHILD | _types_in(root, surroundings.model))),
        reads_unheard=_reads_unheard(root, surroundings.model, tier),
        asks_who=asks_who,
        unread=beside,
        roots=roots,
        asks_types=paged,
        tells_writer=FromScope("writer") in statement.sources,
        shows=shown_by(surroundings.model, tier, roots),
        language=_language(planning, field),
    )


def _language(planning: Planning, field: Field) -> FromArgument | None:
    slot, value = planning.argument(field, "language")
    return None if value is ABSENT else source(slot, (), language_tag, (field.key,))


def subscribed_root(planning: Planning, operation: Operation) -> Root:
    """What a subscription reads.

    Raises:
        BadUserInput: it has not exactly one field, or an argument cannot be meant.
        Forbidden: the tier hears of no change.
    """
    return _root(planning, _field(planning, operation))


def _root(planning: Planning, field: Field) -> Root:
    path = (field.key,)
    if field.name == FEED:
        return plan_feed(planning, field, path, live=True)
    return plan_entity(planning, "child", field, path)


def _field(planning: Planning, operation: Operation) -> Field:
    """The one field of the operation, which the tier may subscribe to."""
    selected = planning.selector.fields("Subscription", [operation.definition.selection_set])
    if len(selected) != 1 or selected[0].name not in {FEED, ROW}:
        raise BadUserInput(
            "A subscription has exactly one field.",
            "Ask for `{feed}` or `{row}`.",
            reason=Reason.DOCUMENT_INVALID,
            params=(("feed", FEED), ("row", ROW)),
        )
    field = selected[0]
    if not planning.tier.is_national:
        raise Forbidden(
            "Your role may not subscribe to `{field}`.",
            "See `viewer { may }`.",
            (field.key,),
            params=(("field", field.name),),
        )
    return field


def _asks_who(model: GraphModel, tier: Tier) -> bool:
    return any(entity.asks_who(tier) for entity in model.by_table.values())


def _types_in(tree: object, model: GraphModel) -> frozenset[str]:
    """The types whose rows a tree reads; of a selection those that it is selected from, because only these change."""
    found: set[str] = set()
    for noun in nouns_in(tree):
        if isinstance(noun, EntityModel):
            tables = (noun.table,) if noun.selection is None else noun.selection.tables
            found |= {model.by_table[table].type_name for table in tables}
    found |= {model.at(each).type_name for name in _read_by(tree) for each in model.at(name).shadow_of or (name,)}
    return frozenset(found)


def _read_by(tree: object) -> Iterator[str]:
    """The tables that values are worked out from which a tree shows, compares or orders by."""
    for noun in nouns_in(tree):
        for value in (getattr(noun, "member", None), getattr(noun, "column", None)):
            if isinstance(value, Computed):
                yield from (table for table, _ in value.reads)


def _reads_unheard(tree: object, model: GraphModel, tier: Tier) -> bool:
    """Whether a value of a tree is worked out from such rows."""
    return any(_is_unheard(model.at(name), model, tier) for name in _read_by(tree))


def _is_unheard(entity: EntityModel, model: GraphModel, tier: Tier) -> bool:
    """Whether rows are seen of a table whose changes the feed tells some callers of the tier alone."""
    written = [model.at(each) for each in entity.shadow_of or (entity.table,)]
    return sees_countries(entity.rule(tier)) and not all(sees_countries(each.rule(tier)) for each in written)
