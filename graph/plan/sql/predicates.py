"""Conditions in SQL: filters, links between levels, and the alias counter that both share with the renderer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Select, Text, Uuid, and_, column, exists, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import array

from graph.declarations.computed import Computed
from graph.declarations.members import Through, ToMany
from graph.plan.sql.frame import RowFrame
from graph.plan.sql.relation import Relation, row_key, table_source
from graph.plan.sql.selections import selected_source
from graph.plan.sql.suggested import found_of
from graph.plan.tree.filters import All, Compare, IsAnswer, IsCode, IsId, IsNull, IsSuggested, Not, Operator, SomeLinked
from graph.plan.tree.filters import Any as AnyOf
from graph.text import number_key

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from graph.declarations.members import Column, Link
    from graph.declarations.model import EntityModel, GraphModel
    from graph.plan.sql.parameters import Parameters
    from graph.plan.tree.filters import Filter
    from graph.plan.tree.values import Value


@dataclass(frozen=True, slots=True)
class Hook:
    """How the rows of a link hang on a row.

    Attributes:
        via: the dated table between the two, if any.
        on_via: conditions on it.
        on_far: conditions on the linked rows.
    """

    via: Relation | None
    on_via: list[ColumnElement[bool]]
    on_far: list[ColumnElement[bool]]

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """All of them."""
        return [*self.on_via, *self.on_far]

    def sources(self, far: Relation) -> list[FromClause]:
        """What a select of the linked rows reads from."""
        return [far.clause] if self.via is None else [self.via.clause, far.clause]


def _ranges(parts: tuple[Filter, ...]) -> list[Filter | list[Compare]]:
    """The parts, with the comparisons of one value together whose range leaves some rows to be looked at besides.

    Each by itself would leave them, and PostgreSQL takes no range from two conditions with OR.
    """
    found: list[Filter | list[Compare]] = []
    ranges: dict[str, list[Compare]] = {}
    for part in parts:
        column = part.column if isinstance(part, Compare) else None
        if not isinstance(part, Compare) or not isinstance(column, Computed) or not _leaves_some(column):
            found.append(part)
        elif column.api in ranges:
            ranges[column.api].append(part)
        else:
            ranges[column.api] = [part]
            found.append(ranges[column.api])
    return found


def _leaves_some(computed: Computed) -> bool:
    return computed.served is not None and computed.served.unless is not None


class Predicates:
    """Writes conditions on the rows of a level."""

    def __init__(self, model: GraphModel, parameters: Parameters) -> None:
        self.model = model
        self.parameters = parameters
        self._aliases = 0

    def alias(self, entity: EntityModel) -> Relation:
        """The entity's table, or what it is selected from, under the next alias."""
        self._aliases += 1
        name = f"{entity.table}_{self._aliases}"
        return (
            table_source(entity.table, name, entity.led_on)
            if entity.selection is None
            else selected_source(self, entity, name)
        )

    def number(self) -> int:
        """A fresh number for a source that is no table."""
        self._aliases += 1
        return self._aliases

    def hook(self, link: Link, near: Relation, target: EntityModel, far: Relation, on: Value | None = None) -> Hook:
        """How `far` rows hang on a `near` row, on a day where one is asked for; `far` has its own tenant predicate."""
        if not isinstance(link, Through):
            conditions = [far.c[link.far] == near.c[link.near]]
            if target.is_of_country and link.far != "country_code":
                conditions += self.same_country(near, far)
            return Hook(None, [], conditions)
        today = self.parameters.today_of(near) if on is None else self.parameters.value(on)
        if link.is_direct:
            mine = far.c[link.near_key] == near.c.id
            return Hook(None, [], [*self.same_country(near, far), mine, link.condition(far, today)])
        between = self.model.at(link.via)
        via = self.alias(between)
        hung_on_near = [
            *self.same_country(near, via),
            via.c[link.near_key] == near.c.id,
            link.condition(via, today),
            *self.parameters.tenancy(between, via),
        ]
        return Hook(via, hung_on_near, [*self.same_country(via, far), far.c.id == via.c[link.far_key]])

    def same_country(self, near: Relation, far: Relation) -> list[ColumnElement[bool]]:
        """Linked rows are of one country.

        Where every level says `country_code = $1`, to say it once more would only mislead the planner: it takes two
        conditions on a column for more selective than one, and a scan of a whole country's names for a look-up by key.
        """
        return [] if self.parameters.tier.is_national else [far.c.country_code == near.c.country_code]

    def where(  # noqa: C901 - one case for each thing that a condition may be
        self, condition: Filter, source: Relation, outer: tuple[Relation, ...]
    ) -> Any:  # noqa: ANN401 - SQLAlchemy's conditions
        """A filter on the rows of `source`; never unknown where `not` needs to turn it round."""
        match condition:
            case All(parts):
                return and_(*(self._together(part, source, outer) for part in _ranges(parts)))
            case AnyOf(parts):
                return or_(*(self.where(part, source, outer) for part in parts))
            case Not(part):
                return self._complement(part, source, outer)
            case IsNull(column):
                return self._value(column, source, outer).is_(None)
            case IsAnswer(computed, asked):
                value = self.worked_out(computed, source, outer)
                return value if asked else not_(value)
            case IsId():
                return self._is_id(condition, source)
            case IsCode(codes):
                return source.c.code == self.parameters.value(codes).any_()
            case SomeLinked():
                return self._exists(condition, source, outer)
            case IsSuggested():
                return self._is_suggested(condition, source)
            case Compare():
                return self._compare(condition, source, outer)

    def worked_out(
        self, computed: Computed, source: Relation, outer: tuple[Relation, ...], on: Value | None = None
    ) -> Any:  # noqa: ANN401 - as above
        """A computed value of rows of `source`, inside what `outer` names; `on` is the day that the caller names."""
        return computed.value(RowFrame(self, source, outer, on), source)

    def _value(self, column: Column | Computed, source: Relation, outer: tuple[Relation, ...]) -> Any:  # noqa: ANN401 - as above
        return self.worked_out(column, source, outer) if isinstance(column, Computed) else source.c[column.name]

    def _complement(self, part: Filter, source: Relation, outer: tuple[Relation, ...]) -> Any:  # noqa: ANN401 - as above
        inner = self.where(part, source, outer)
        if isinstance(part, IsNull | SomeLinked):
            return not_(inner)
        return inner.is_not(literal_column("true"))

    def _is_suggested(self, condition: IsSuggested, source: Relation) -> ColumnElement[bool]:
        of = self.parameters.value(condition.key)
        if condition.entity.same_as is not None:
            of = self.standing_for(condition.entity, of)
        mine: ColumnElement[bool] = source.c.country_code == self.parameters.value(condition.country)
        return and_(mine, source.c.id.in_(found_of(self, condition.suggestion, of)))

    def standing_for(self, entity: EntityModel, key: Any) -> Any:  # noqa: ANN401 - as above
        """The identity of the record that a key leads to: the one that it was taken back for, or its own.

        The few records that lead on are looked up in an index of their own.
        """
        old = self.alias(entity)
        other = old.c[entity.same_as or ""]
        there = [*self.parameters.tenancy(entity, old, void=True), old.c.id == key, other.is_not(None)]
        led = select(other).select_from(old.clause).where(*there).correlate(None)
        # A select of its own: to a COALESCE of one PostgreSQL compares no index under row security.
        return select(func.coalesce(led.scalar_subquery(), key, type_=Uuid())).scalar_subquery()

    def _is_id(self, condition: IsId, source: Relation) -> ColumnElement[bool]:
        if condition.leads is not None:
            return self._leads_to(condition, condition.leads, source)
        identity = row_key(condition.code, source)
        # The uuid finds the row by its index; the pair makes sure that it is the one of that country.
        return and_(
            source.c.id == self.parameters.value(condition.uuids).any_(),
            identity == self.parameters.value(condition.pairs).any_(),
        )

    def _together(self, part: Filter | list[Compare], source: Relation, outer: tuple[Relation, ...]) -> Any:  # noqa: ANN401 - as above
        if not isinstance(part, list):
            return self.where(part, source, outer)
        computed = part[0].column
        if not isinstance(computed, Computed):
            raise TypeError(computed.name)
        return self._worked_out_compared(computed, part, source, outer)

    def _worked_out_compared(
        self, computed: Computed, conditions: list[Compare], source: Relation, outer: tuple[Relation, ...]
    ) -> Any:  # noqa: ANN401 - as above
        """Comparisons of one value: the range of its index that all of them leave, and each of them."""
        values = [self.parameters.value(each.value) for each in conditions]
        outcomes = [
            self._compared(each, self.worked_out(computed, source, outer), value)
            for each, value in zip(conditions, values, strict=True)
        ]
        operators = (each.operator for each in conditions)
        return and_(*RowFrame(self, source, outer).within(computed, zip(operators, values, strict=True)), *outcomes)

    def _leads_to(self, condition: IsId, entity: EntityModel, source: Relation) -> ColumnElement[bool]:
        """A row is meant by its own id, and by those of the records that were taken back for it."""
        old = self.alias(entity)
        there = [*self.parameters.tenancy(entity, old, void=True), self._is_id(replace(condition, leads=None), old)]
        # Of a row that leads on both: a list shows the other, `alsoRecordedAs` the row itself.
        meant_by = func.unnest(array([old.c.id, old.c[entity.same_as or ""]]))
        led = select(meant_by).select_from(old.clause).where(*there)
        meant: ColumnElement[bool] = (
            source.c.id == func.array(led.correlate(None).scalar_subquery(), type_=ARRAY(Uuid())).any_()
        )
        return meant

    def _compare(self, condition: Compare, source: Relation, outer: tuple[Relation, ...]) -> Any:  # noqa: ANN401 - as above
        compared, value = condition.column, self.parameters.value(condition.value)
        if isinstance(compared, Computed):
            return self._worked_out_compared(compared, [condition], source, outer)
        if compared.key is not None and condition.operator in (Operator.EQ, Operator.IN):
            return self._same_key(condition, source.c[compared.key])
        return self._compared(condition, source.c[compared.name], value)

    def _compared(self, condition: Compare, column: Any, value: Any) -> Any:  # noqa: ANN401 - as above
        match condition.operator:
            case Operator.EQ:
                return column == value
            case Operator.LT:
                return column < value
            case Operator.LTE:
                return column <= value
            case Operator.GT:
                return column > value
            case Operator.GTE:
                return column >= value
            case Operator.IN:
                return column == value.any_()
            case Operator.STARTS_WITH:
                return self._starts_with(condition, column, value)
            case Operator.CONTAINS:
                return func.strpos(column, value) > literal_column("0")

    def _same_key(self, condition: Compare, key: Any) -> Any:  # noqa: ANN401 - as above
        """Two numbers are one where their keys are."""
        value = self.parameters.value(condition.value)
        if condition.operator is Operator.EQ:
            return key == number_key(value)
        number: Any = column("number", Text())
        given = func.unnest(value).table_valued(number).render_derived(name=f"numbers_{self.number()}")
        keys = select(number_key(given.c.number)).select_from(given).scalar_subquery()
        return key == func.array(keys, type_=ARRAY(Text())).any_()

    def _starts_with(self, condition: Compare, column: Any, value: Any) -> Any:  # noqa: ANN401 - as above
        # A range, not LIKE or ^@: under row security and in a generic plan only the range is an index condition.
        return and_(column >= value, column < self.parameters.value(condition.end or condition.value))

    def _exists(self, condition: SomeLinked, near: Relation, outer: tuple[Relation, ...]) -> ColumnElement[bool]:
        far = self.alias(condition.target)
        hook = self.hook(condition.link, near, condition.target, far)
        inside = (*outer, near)
        link = condition.link
        if self.parameters.reads_across and not isinstance(link, Through) and "code" in {link.near, link.far}:
            # Rows of countries and of a register are not looked up for each other: which there are is asked first.
            found = select(far.c[link.far]).select_from(far.clause)
            where = [*self.parameters.tenancy(condition.target, far), *self._met(condition, far, inside)]
            there: ColumnElement[bool] = near.c[link.near].in_(found.where(*where).correlate(None))
            return there
        statement: Select[Any] = (
            select(literal_column("1"))
            .select_from(*hook.sources(far))
            .where(
                *hook.conditions,
                *self.parameters.tenancy(condition.target, far, void=isinstance(link, ToMany) and link.void),
                *self._met(condition, far, inside),
            )
        )
        return exists(statement.correlate(*(source.clause for source in inside)))

    def _met(self, condition: SomeLinked, far: Relation, inside: tuple[Relation, ...]) -> list[Any]:
        """What a linked row has to meet, besides being there."""
        return [] if condition.filter is None else [self.where(condition.filter, far, inside)]
