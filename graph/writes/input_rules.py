"""What an input alone shows: the rules of a row by itself, asked of what is given, before anything is looked up.

    endedOn: 2020-01-01, startedOn: 2021-01-01      ENDS_BEFORE_START at input.endedOn

They are those that the table holds, that the entity keeps and that follow from its life, each as it is declared. A rule
is asked where all that it reads is known of the input: of a new row also what is left out, of a row that changes what
is given. What it does not know, the statement asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from sqlalchemy import Boolean, ColumnElement, column, func, literal_column

from graph.declarations.base import Entity
from graph.declarations.constraints import row_rules
from graph.declarations.day_bounds import span_of
from graph.declarations.declared import camel
from graph.declarations.plain_conditions import Evaluate, OnlySqlError, condition_of
from graph.declarations.row_rules import BothOrNeither, Known
from graph.declarations.rules import OWN, Cells, is_kept
from graph.writes.identities import NO_ROW
from graph.writes.mutation import Given, Linked, Parts
from graph.writes.refusals import not_together

if TYPE_CHECKING:
    from datetime import date

    from countries.packs.families import RuleFamily
    from countries.packs.keys import RuleKey
    from countries.packs.packs import Packs
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.rules import Rule
    from graph.refusals import Path, Refusal
    from graph.writes.mutation import Mutation


class ReadInput(Protocol):
    """An input, read, as far as its rules ask."""

    @property
    def values(self) -> Mapping[str, object]:
        """By name, as of `Inputs`."""

    @property
    def present(self) -> AbstractSet[str]:
        """The names that are given."""

    @property
    def faults(self) -> Sequence[Refusal]:
        """What cannot be meant."""


TODAY = "today of the country"
"""Under which the conditions find it; no column is called so."""
ANSWERED: ColumnElement[bool] = literal_column("true", Boolean())
Filled: TypeAlias = "Mapping[str, Mapping[str, Given | Linked]]"
"""By table and column, what gives it."""


@dataclass(frozen=True, slots=True)
class InputRule:
    """A rule of a row by itself.

    Attributes:
        columns: what it reads.
        holds: whether it holds, for values of them.
        refusal: what is told where it does not, with its path from `input` on.
    """

    columns: tuple[str, ...]
    holds: Evaluate
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class RowOfInput:
    """A row that an input gives columns of.

    Attributes:
        filled: what gives a column.
        rules: what is asked of it.
        empty: what a new row holds that leaves a column out; of other columns nobody knows.
        is_today: the columns that hold today where they are left out of a new row.
    """

    filled: Mapping[str, Given | Linked]
    rules: tuple[InputRule, ...]
    empty: frozenset[str]
    is_today: frozenset[str]


@dataclass(frozen=True, slots=True)
class RowsOfInput:
    """The rows of a mutation's input: those that it gives itself, and those of each of its lists of parts."""

    own: tuple[RowOfInput, ...]
    parts: Mapping[str, RowOfInput]


class InputRules:
    """The rules that inputs are asked, worked out once for each mutation.

    Args:
        model: all entities.
        packs: what countries lay down, where some input names it.
    """

    def __init__(self, model: GraphModel, packs: Packs | None = None) -> None:
        self.model, self.packs = model, packs
        self._known: dict[str, RowsOfInput] = {}

    def of(self, action: Mutation) -> RowsOfInput:
        """What the input of a mutation is asked."""
        known = self._known.get(action.name)
        if known is None:
            known = self._known[action.name] = self._rows_of(action)
        return known

    def _rows_of(self, action: Mutation) -> RowsOfInput:
        filled = filled_by([each for each in action.takes if isinstance(each, Given | Linked)])
        own = (self._row(table, of, is_new=action.creates) for table, of in filled.items())
        parts = {
            each.name: self._row(each.table, filled_by(each.takes).get(each.table, {}), is_new=True)
            for each in action.takes
            if isinstance(each, Parts)
        }
        return RowsOfInput(tuple(own), parts)

    def _row(self, table: str, filled: Mapping[str, Given | Linked], *, is_new: bool) -> RowOfInput:
        entity = self.model.by_table[table]
        given = [entity.stored[name] for name in filled]
        is_today = {each.name for each in given if is_new and each.day is not None and each.day.today}
        empty = {each.name for each in given if is_new and each.default_sql is None} - is_today
        rules = tuple(rule for rule in rules_of(entity, filled) if filled.keys() >= set(rule.columns))
        return RowOfInput(filled, rules, frozenset(empty), frozenset(is_today))


def filled_by(takes: Collection[Given | Linked]) -> Filled:
    """What of an input gives which column of which table."""
    found: dict[str, dict[str, Given | Linked]] = {}
    for taken in takes:
        for place in (taken.fills, *taken.fills_too):
            table, _, name = place.partition(".")
            if name and not (isinstance(taken, Linked) and taken.many):
                found.setdefault(table, {})[name] = taken
    return found


def rules_of(entity: EntityModel, filled: Mapping[str, Given | Linked]) -> Iterator[InputRule]:
    """The rules of an entity's row by itself, each told where the input gives what it is about.

    How much is known of a day is no rule here: the reader of the input says where it is told apart from its day.
    """
    inputs = {name: taken.name for name, taken in filled.items()}
    for form, refusal in row_rules(Entity.metadata.tables[entity.table]) if entity.selection is None else ():
        if not isinstance(form, Known):
            yield from _rule(form.columns, form.holds(_row(form.columns)), refusal)
    for name in entity.at_end:
        end = span_of(entity)[1]
        together = BothOrNeither(end, name)
        refusal = not_together(entity.type_name, entity.stored[name].label)
        yield from _rule(together.columns, together.holds(_row(together.columns)), refusal)
    for rule in entity.keeps:
        # For which somebody may answer, the statement asks.
        is_alone = rule.others is None and rule.exception is None and set(rule.reads) <= {OWN}
        if is_alone and rule.was == () and rule.about is None:
            columns = tuple(dict.fromkeys((*rule.columns, *rule.reads.get(OWN, ()))))
            row = _row(columns)
            holds = is_kept(rule, row, {OWN: row}, _Frame(), nullable=entity.stored[rule.at].nullable)
            path = ("input", input_of(set(inputs.values()), entity, rule, inputs))
            yield from _rule(columns, holds, replace(rule.refusal, path=path))


class _Frame:
    today: Any = column(TODAY)
    was: Any = None

    @staticmethod
    def listed(codes: str, code: Any, on: Any = None) -> Any:  # noqa: ANN401 - as of `RuleFrame`
        """Which codes there are the statement asks."""
        return func.listed(codes, code, on)

    @staticmethod
    def laid_down(policy: RuleKey | RuleFamily, on: Any, *, jurisdiction: Any, of: Any = None) -> Any:  # noqa: ANN401 - likewise
        """Likewise what the country has laid down."""
        return func.laid_down(str(policy), on, jurisdiction, of)


def _row(columns: Collection[str]) -> Cells:
    return Cells({name: column(name) for name in columns})


def _rule(columns: tuple[str, ...], holds: Any, refusal: Refusal) -> Iterator[InputRule]:  # noqa: ANN401 - an SQL expression
    try:
        yield InputRule(columns, condition_of(holds), refusal)
    except OnlySqlError:
        return  # the statement asks it


def input_of(inputs: Collection[str], entity: EntityModel, rule: Rule, at: Mapping[str, str]) -> str:
    """The input that a rule is told at: the one that gives its column, or else another that it reads.

    What goes on is told at its first day.

    Args:
        inputs: the names of all.
        entity: whose rule.
        rule: the rule.
        at: the input that gives a column, where it is not the column's own name; or that one rule is told at.
    """
    day = entity.stored[rule.at].day
    begins = [day.after] if day is not None and day.after is not None else []
    names = [at.get(rule.name, at.get(rule.at, camel(rule.at)))]
    names += [at.get(name, camel(name)) for name in (*begins, *rule.columns)]
    return next((name for name in names if name in inputs), names[0])


def told_at(entity: EntityModel, cells: Collection[str]) -> dict[str, str]:
    """An end that nobody gives is told at the first day that somebody does."""
    days = ((each.name, each.day.after) for each in entity.stored.values() if each.day is not None and each.day.after)
    return {end: camel(first) for end, first in days if end not in cells and first in cells}


def rule_faults(rows: RowsOfInput, read: ReadInput, given: Mapping[str, object], today: date) -> Iterator[Refusal]:
    """What of the rules of rows by themselves an input breaks, as far as it knows the rows.

    Args:
        rows: what its mutation is asked.
        read: the input, read, with the faults that are known.
        given: the input as it was given.
        today: today's date in the country.
    """
    faulty = {str(fault.path[1]) for fault in read.faults if len(fault.path) > 1}
    values = {name: read.values.get(name) for name in read.present - faulty}
    for row in rows.own:
        yield from _broken(row, values, faulty | read.present, today)
    for name, row in rows.parts.items():
        listed = given.get(name) if name in read.present else None
        for place, each in enumerate(listed if isinstance(listed, list) else ()):
            path: Path = ("input", name, place)
            wrong = {str(fault.path[3]) for fault in read.faults if fault.path[:3] == path and len(fault.path) > 3}  # noqa: PLR2004 - behind the place
            cells = dict(_cells_of_part(read, name, place, each, wrong))
            for refusal in _broken(row, cells, {*cells, *wrong}, today):
                yield replace(refusal, path=(*path, *refusal.path[1:]))


def _cells_of_part(
    read: ReadInput, name: str, place: int, given: Mapping[str, object], wrong: Collection[str]
) -> Iterator[tuple[str, object]]:
    for key, value in given.items():
        column_of = read.values.get(f"{name}.{key}")
        if value is not None and key not in wrong and isinstance(column_of, list):
            yield key, column_of[place]


def _broken(row: RowOfInput, values: Mapping[str, object], given: Collection[str], today: date) -> Iterator[Refusal]:
    """What of a row's rules an input breaks.

    Args:
        row: the row.
        values: by the input's name, those that were given and could be read.
        given: the names that the input gives, also with a fault.
        today: today's date in the country.
    """
    known: dict[str, object] = {TODAY: today}
    for name, taken in row.filled.items():
        if taken.name in values:
            # Rows of another country are all one, that is not there: nothing is known of them.
            known |= {} if values[taken.name] == NO_ROW else {name: values[taken.name]}
        elif taken.name not in given and name in row.empty:
            known[name] = None
        elif taken.name not in given and name in row.is_today:
            known[name] = today
    for rule in row.rules:
        if known.keys() >= set(rule.columns) and rule.holds(known) is False:
            yield rule.refusal
