"""From an action to its two statements: the locks, and the one that checks, writes and remembers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import ARRAY, array

from graph.kinds.kind import Kind
from graph.kinds.table import TYPES
from graph.plan.sql.compiled import Statement, compiled
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import Relation
from graph.refusals import Named
from graph.writes.checks import UNKNOWN, CheckKind
from graph.writes.history_and_feed import feed, history
from graph.writes.idempotency import KEY_COLUMNS, KEY_OUTCOME, keep_id
from graph.writes.kin_held import all_of, hold_kin
from graph.writes.leanings import checks_of
from graph.writes.mutation import Linked
from graph.writes.reckoning import reckon
from graph.writes.steps.rehearsing import Rehearsing, rehearsed
from graph.writes.steps.taking import Steps
from graph.writes.writing import NULL, Writing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy import CTE, Select

    from countries.tenancy.caller import Tier
    from graph.declarations.model import GraphModel
    from graph.refusals import Refusal
    from graph.writes.action import Action
    from graph.writes.checks import Check
    from graph.writes.draft import Draft
    from graph.writes.mutation import Lock
    from graph.writes.shapes import Question


@dataclass(frozen=True, slots=True)
class WriteStatement:
    """A mutation, compiled for one tier and one set of given values.

    Attributes:
        locks: locks rows in a statement of its own, so that the next one sees what those wrote who held them before.
        write: answers one row: `failed`, the names of the checks that refuse it; `taken`, whether the key was new;
            `touched`, the ids to show; `written`, how many rows each write wrote; `number`, the last one of the feed.
        checks: what is told where one fails, by name.
        must: which of the writes have to write a row.
        stored: reads what was kept of a key that was used before, or of an id; none where there is neither.
        named: whether what made the row is kept under its id.
        asked: what composing has asked of the input, with the answers: inputs that answer alike have this text.
        optional: what is written whether or not the input gives it, as the history calls it, each with the inputs of
            which one has to be there.
        steps: what follows, where `write` only rehearses: it answers then what the steps need.
    """

    locks: Statement | None
    write: Statement
    checks: Mapping[str, Check]
    must: tuple[bool, ...]
    stored: Statement | None = None
    named: bool = False
    asked: Mapping[Question, bool] = field(default_factory=dict)
    optional: Mapping[str, Question] = field(default_factory=dict)
    steps: Steps | None = None

    def left_out(self, present: Collection[str]) -> list[str]:
        """What the input does not give of what is written, as the history calls it."""
        return [label for label, names in self.optional.items() if not any(name in present for name in names)]

    @property
    def asks_who(self) -> bool:
        """Whether which rows it sees, or may write, depends on who asks."""
        return any(each is not None and each.asks_who for each in (self.locks, self.write, self.stored))

    @property
    def seldom(self) -> frozenset[str]:
        """What it has left out, as few mutations need it."""
        return frozenset(name for name, check in self.checks.items() if check.kind is CheckKind.SELDOM)

    @property
    def refusals(self) -> Mapping[str, Refusal]:
        """Why it can be refused, by the name of the check."""
        return {name: check.refusal for name, check in self.checks.items() if check.kind is not CheckKind.SELDOM}

    def refusal(self, failed: str) -> Refusal:
        """What is told of a check that fails; with the place of a list's row, or the row that it names."""
        name, _, place = failed.partition(":")
        check = self.checks.get(name, UNKNOWN)
        refusal = check.refusal
        if not place:
            return refusal
        if check.names:
            return refusal.about(type=Named(check.names), id=place)
        return replace(refusal, path=(*refusal.path[:2], int(place), *refusal.path[2:]))


def compile_write(  # noqa: PLR0913 - what decides a text
    model: GraphModel,
    action: Action,
    tier: Tier,
    present: frozenset[str],
    *,
    keyed: bool,
    named: bool = False,
    in_steps: bool = False,
) -> WriteStatement:
    """Compile a mutation.

    Args:
        model: all entities.
        action: the mutation.
        tier: whose predicates stand in every level.
        present: the values that the input gives.
        keyed: whether it is sent under an idempotency key.
        named: whether the client has made the id of the payload's new row.
        in_steps: whether it is written step by step, as tables have it that are spread over several servers.
    """
    rehearsing = Rehearsing(model, action, tier, present) if in_steps else None
    writing = rehearsing or Writing(model, action, tier, present, keyed=keyed, named=named)
    action.compose(writing)
    reckon(writing)
    draft = writing.draft
    if writing.checks is None:
        message = f"{action.name} writes nothing"
        raise TypeError(message)
    rehearsal = None if rehearsing is None else rehearsed(rehearsing, writing.checks, _shown(writing))
    outcome = _at_once(writing, writing.checks) if rehearsal is None else rehearsal.statement
    ledgers = (each for each in model.by_table.values() if each.is_tenant and not each.in_graph)
    for entity in (*ledgers, *(each.entity for each in draft.written)):
        writing.parameters.touches(entity)
    must = tuple(each.must for each in draft.written)
    checks = checks_of(draft)
    locks = _locks(writing)
    return WriteStatement(
        locks,
        compiled(outcome, writing.parameters),
        checks,
        must,
        _stored(model, tier) if keyed or named else None,
        named,
        writing.asked,
        _optional(draft),
        None if rehearsal is None else Steps(action.name, rehearsal, must, checks, is_keyed=keyed, is_named=named),
    )


def _optional(draft: Draft) -> dict[str, Question]:
    """What is written whether or not the input gives it, as the history calls it."""
    return {
        each.entity.stored[column].label: names
        for each in draft.written
        for column, names in each.optional.items()
        if each.entity.stored[column].made is None
    }


def _at_once(writing: Writing, checks: CTE) -> Select[Any]:
    """The one statement that checks, writes and remembers."""
    entries = [*history(writing), *([keep_id(writing)] if writing.named else [])]
    counter, numbered = feed(writing, entries)
    written = [select(func.count()).select_from(each.cte).scalar_subquery() for each in writing.draft.written]
    outcome: Select[Any] = select(
        checks.c.failed.label("failed"),
        (literal_column("true") if writing.key is None else _taken(writing.key)).label("taken"),
        _shown(writing).label("touched"),
        array(written).label("written"),
        select(counter.c.last).scalar_subquery().label("number"),
    ).select_from(checks)
    return outcome.add_cte(*entries, numbered)


def _shown(writing: Writing) -> Any:  # noqa: ANN401 - an expression
    return writing.given("touched", Kind.TEXT, many=True) if writing.touched is None else writing.touched


def _stored(model: GraphModel, tier: Tier) -> Statement:
    parameters = Parameters(tier)
    kept = Relation(table("idempotency_key").alias("kept"))
    statement = select(*(kept.c[name] for name in KEY_OUTCOME)).select_from(kept.clause)
    same = (kept.c[name] == parameters.written(name, TYPES[Kind.TEXT]) for name in KEY_COLUMNS[1:])
    return compiled(statement.where(*parameters.tenancy(model.by_table["idempotency_key"], kept), *same), parameters)


def _taken(key: CTE) -> Any:  # noqa: ANN401 - an expression
    return select(key.c.taken).scalar_subquery().is_not(NULL)


def _locks(writing: Writing) -> Statement | None:
    """Owner by owner, each in the order of ids: whoever locks several waits for nobody in a circle."""
    model, action = writing.model, writing.action
    required = {taken.name for taken in action.takes if isinstance(taken, Linked) and taken.required}
    always = required.union(ALWAYS)
    wanted = [lock for lock in action.locks if lock.by in always or writing.has(lock.by.partition(".")[0])]
    if not wanted:
        return None
    in_turn, kin = ([lock for lock in wanted if chosen(lock)] for chosen in (_is_in_turn, _is_of_kin))
    wanted = [lock for lock in wanted if not (lock.in_turn or lock.kin)]
    # What nothing belongs to comes behind all owners.
    others = sorted({lock.table for lock in wanted}.difference(model.roots))
    if stray := [name for name in others if not any(model.leaning_on(name))]:
        message = f"{action.name} locks {', '.join(stray)}, and nothing leans on a row of it"
        raise TypeError(message)
    parameters = Parameters(writing.parameters.tier)
    held = [
        _held(model, parameters, name, locks)
        for name in (*model.roots, *others)
        if (locks := [lock for lock in wanted if lock.table == name])
    ]
    held += hold_kin(model, parameters, all_of(list(_ids(model, parameters, kin)))) if kin else ()
    held += [_in_turn(model, parameters, in_turn)] if in_turn else []
    counts = (select(func.count()).select_from(rows).scalar_subquery() for rows in held)
    return compiled(select(*(count.label(f"locked_{index}") for index, count in enumerate(counts))), parameters)


def _is_in_turn(lock: Lock) -> bool:
    return lock.in_turn


def _is_of_kin(lock: Lock) -> bool:
    return lock.kin


ALWAYS = ("id", "child_ids")
LISTS = ("child_ids", "siblings.siblingId", "children.childId", "children.homeId")


def _held(model: GraphModel, parameters: Parameters, name: str, locks: list[Lock]) -> CTE:
    source = Relation(table(name).alias(f"{name}_held"))
    ids = list(_ids(model, parameters, locks))
    chosen = ids[0] if len(ids) == 1 else func.array_cat(*ids)
    wholly = any(lock.wholly for lock in locks)
    rows = (
        select(source.c.id)
        .select_from(source.clause)
        .where(*parameters.tenancy(model.by_table[name], source), source.c.id == chosen.any_())
        .order_by(source.c.id)
        .with_for_update(key_share=not wholly)
    )
    return rows.cte(f"{name}_locked").prefix_with("MATERIALIZED")


def _in_turn(model: GraphModel, parameters: Parameters, locks: list[Lock]) -> CTE:
    """The country's counter: nobody else writes there meanwhile; or nobody who holds it wholly, where all share it."""
    shared = all(lock.shared for lock in locks)
    key_share = shared or not any(lock.wholly for lock in locks)
    counter = Relation(table("change_counter").alias("counter_held"))
    mine = parameters.tenancy(model.by_table["change_counter"], counter)
    rows = select(counter.c.last).select_from(counter.clause).where(*mine)
    rows = rows.with_for_update(read=shared, key_share=key_share)
    return rows.cte("counter_locked").prefix_with("MATERIALIZED")


def _ids(model: GraphModel, parameters: Parameters, locks: list[Lock]) -> Iterator[Any]:
    for lock in locks:
        many = lock.many or lock.by in LISTS
        key = parameters.written(lock.by, ARRAY(Uuid()) if many else Uuid())
        if lock.through is None:
            yield key if many else array([key], type_=Uuid())
        else:
            name, column = lock.through
            between = Relation(table(name).alias(f"{name}_of_{lock.table}"), model.by_table[name].led_on)
            led = select(between.c[column]).select_from(between.clause)
            led = led.where(
                *parameters.tenancy(model.by_table[name], between), between.c[lock.of] == (key.any_() if many else key)
            )
            yield func.array(led.scalar_subquery(), type_=ARRAY(Uuid()))
