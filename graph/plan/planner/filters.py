"""From a `where` argument to a filter: own columns, linked rows, and, or, not.

A comparison with an empty value is false, and `not` is the exact complement. A whole filter that is `null` or `{}` is
none: every filter bar starts empty, and shows all. Inside a filter both are errors, because nobody can tell there
whether they mean everything or nothing.

A condition on a link is one on the row that it leads to, which has to be there. `isNull` asks whether it is: beside
other conditions of the link, and inside its and, or and not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.declarations.members import Column, ToMany, ToOne, ToRow
from graph.errors import BadUserInput
from graph.kinds.kind import Kind
from graph.kinds.table import compares
from graph.kinds.values import each, text
from graph.plan.planner.context import NotForTierError, Planning, bad_input, source
from graph.plan.read.ids import id_of, pair, part
from graph.plan.tree.filters import All, Any, Compare, Filter, IsAnswer, IsId, IsNull, Not, Operator, SomeLinked
from graph.plan.tree.values import Value
from graph.text import TextForm, normal_part, normal_start

if TYPE_CHECKING:
    from graph.declarations.members import Link
    from graph.declarations.model import EntityModel
    from graph.kinds.values import Convert
    from graph.plan.tree.sources import Path
    from graph.refusals import Param


def _start_in_form(form: TextForm) -> Convert:
    return lambda value: normal_start(text(value), form)


def _end_in_form(form: TextForm) -> Convert:
    return lambda value: prefix_end(normal_start(text(value), form))


def _part_in_form(form: TextForm) -> Convert:
    def part_of(value: object) -> str:
        given = text(value)
        found = normal_part(given, form)
        if given and not found:
            raise BadUserInput("`contains` holds nothing that is stored.", "Write what is to be seen of the text.")
        return found

    return part_of


IS_NULL = "isNull"
NO_CONDITION = "`{field}` may be neither null nor empty."
"""Whether there is nothing: no value, or at the end of a link no row that the caller sees."""
STARTS: Mapping[TextForm, Convert] = {form: _start_in_form(form) for form in TextForm}
ENDS: Mapping[TextForm, Convert] = {form: _end_in_form(form) for form in TextForm}
PARTS: Mapping[TextForm, Convert] = {form: _part_in_form(form) for form in TextForm}
"""One function a form, so that equal filters are one parameter."""


@dataclass(frozen=True, slots=True)
class FilterReader:
    """Reads one `where` argument of the field at `path`."""

    planning: Planning
    slot: int
    path: Path

    def read_filter(self, entity: EntityModel, value: object, steps: Path = ()) -> Filter:
        """The filter on rows of `entity`.

        Raises:
            BadUserInput: null or an empty object stands where a condition should.
            NotForTierError: the tier may not filter by a column or a link.
        """
        given = self._object(value, steps)
        self.planning.check_time()
        parts: list[Filter] = []
        for name, inner in given.items():
            with self.planning.part:
                parts.append(self._part(entity, name, inner, (*steps, name)))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _object(self, value: object, steps: Path) -> Mapping[str, object]:
        if not isinstance(value, Mapping) or not value:
            raise self._bad_input(
                "A condition inside a filter may be neither null nor empty.",
                "Name one at least, or leave it out.",
                steps,
            )
        return value

    def _bad_input(self, message: str, hint: str, steps: Path, *params: tuple[str, Param]) -> BadUserInput:
        return bad_input(message, hint, self.path, self.slot, steps, params=params)

    def _part(self, entity: EntityModel, name: str, value: object, steps: Path) -> Filter:
        if name in ("and", "or"):
            return self._list(entity, name, value, steps)
        if name == "not":
            return Not(self.read_filter(entity, value, steps))
        if name == IS_NULL:
            raise self._bad_input(
                "`isNull` is asked of a link; a row of a list is there.",
                "Leave it out, or ask it of a link, such as `programme: { isNull: true }`.",
                steps,
            )
        found = entity.members[name]
        if self.planning.tier not in found.readers:
            raise NotForTierError
        match found:
            case Column():
                return self._column(entity, found, value, steps)
            case Computed():
                return self._column(entity, found, value, steps)
            case ToRow():
                raise NotForTierError
            case ToMany():
                return self._many(found, value, steps)
            case ToOne():
                return self._linked(found, value, steps)
            case _:
                return self._many(found, value, steps) if found.many else self._linked(found, value, steps)

    def _list(self, entity: EntityModel, name: str, value: object, steps: Path) -> Filter:
        if not isinstance(value, list) or not value:
            raise self._bad_input(NO_CONDITION, "Give it at least one condition.", steps, ("field", name))
        parts: list[Filter] = []
        for index, inner in enumerate(value):
            with self.planning.part:
                parts.append(self.read_filter(entity, inner, (*steps, index)))
        return All(tuple(parts)) if name == "and" else Any(tuple(parts))

    def _linked(self, link: Link, value: object, steps: Path) -> Filter:
        """A condition on a link to one: on the row there, or on whether there is one."""
        target = self.planning.model.at(link.target)
        if not asks_presence(value):
            return SomeLinked(link, target, self.read_filter(target, value, steps))
        parts: list[Filter] = []
        of_row: dict[str, object] = {}
        for name, inner in self._object(value, steps).items():
            if name == IS_NULL:
                parts.append(self._presence(link, inner, (*steps, name)))
            elif not asks_presence({name: inner}):
                of_row[name] = inner
            elif name == "not":
                parts.append(Not(self._linked(link, inner, (*steps, name))))
            else:
                listed = inner if isinstance(inner, list) else []
                found = tuple(self._linked(link, each, (*steps, name, place)) for place, each in enumerate(listed))
                parts.append(All(found) if name == "and" else Any(found))
        if of_row:
            parts.append(SomeLinked(link, target, self.read_filter(target, of_row, steps)))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _presence(self, link: Link, asked: object, steps: Path) -> Filter:
        self.planning.check_time()
        self.planning.count_filter(self.path)
        if asked is None:
            hint = "Say true for a link that leads to no row that you see, or false."
            raise self._bad_input("`isNull` may not be null.", hint, steps)
        there = SomeLinked(link, self.planning.model.at(link.target), None)
        return Not(there) if asked else there

    def _many(self, link: Link, value: object, steps: Path) -> Filter:
        target = self.planning.model.at(link.target)
        parts: list[Filter] = []
        for quantifier, inner in self._object(value, steps).items():
            with self.planning.part:
                at = (*steps, quantifier)
                match quantifier:
                    case "isNull":
                        parts.append(self._presence(link, inner, at))
                    case "some":
                        parts.append(SomeLinked(link, target, self.read_filter(target, inner, at)))
                    case "none":
                        parts.append(Not(SomeLinked(link, target, self.read_filter(target, inner, at))))
                    case _:
                        parts.append(Not(SomeLinked(link, target, Not(self.read_filter(target, inner, at)))))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _column(self, entity: EntityModel, column: Column | Computed, value: object, steps: Path) -> Filter:
        parts: list[Filter] = []
        for operator, operand in self._object(value, steps).items():
            self.planning.count_filter(self.path)
            with self.planning.part:
                if operand is None:
                    raise self._bad_input(
                        "`{operator}` may not be null.",
                        "Use `isNull: true` to find rows without a value.",
                        (*steps, operator),
                        ("operator", operator),
                    )
                parts.append(self._comparison(entity, column, operator, operand, (*steps, operator)))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _comparison(
        self, entity: EntityModel, column: Column | Computed, operator: str, operand: object, steps: Path
    ) -> Filter:
        match operator:
            case "eq" if column.kind is Kind.BOOLEAN and isinstance(column, Computed):
                return IsAnswer(column, bool(operand))
            case _ if operator == IS_NULL:
                return IsNull(column) if operand else Not(IsNull(column))
            case "ne":
                # A comparison with an empty value is false: also this one.
                return All((Not(IsNull(column)), Not(self._comparison(entity, column, "eq", operand, steps))))
            case "notIn":
                return All((Not(IsNull(column)), Not(self._comparison(entity, column, "in", operand, steps))))
            case _ if column.kind is Kind.ID:
                return self._identity(entity, operator, steps)
            case "in":
                return Compare(column, Operator.IN, self._value(column, each(conversion(column)), steps, many=True))
            case "startsWith":
                end = self._value(column, ENDS[column.form], steps)
                return Compare(column, Operator.STARTS_WITH, self._value(column, STARTS[column.form], steps), end)
            case "contains":
                return Compare(column, Operator.CONTAINS, self._value(column, PARTS[column.form], steps))
            case _:
                return Compare(column, Operator(operator), self._value(column, conversion(column), steps))

    def _identity(self, entity: EntityModel, operator: str, steps: Path) -> Filter:
        convert = id_of(entity.type_name, coded=entity.code is not None)

        def told(value: object) -> str:
            return pair(convert(value))

        def listed(one: Convert) -> Convert:
            return each(one) if operator == "in" else lambda value: [one(value)]

        return IsId(
            Value(Kind.TEXT, source(self.slot, steps, listed(told), self.path), many=True),
            Value(Kind.ID, source(self.slot, steps, listed(part(convert, "uuid")), self.path), many=True),
            entity.code,
            entity if entity.same_as else None,
        )

    def _value(self, column: Column | Computed, convert: Convert, steps: Path, *, many: bool = False) -> Value:
        return Value(column.kind, source(self.slot, steps, convert, self.path), many=many)


def asks_presence(value: object) -> bool:
    """Whether a condition on a link asks whether there is a row, itself or inside its and, or and not."""
    if not isinstance(value, Mapping):
        return False
    inside = [value.get("not"), *(value.get("and") or ()), *(value.get("or") or ())]
    return IS_NULL in value or any(asks_presence(each) for each in inside)


def conversion(column: Column | Computed) -> Convert:
    """What makes a client's value one that the column may hold: a text in the form in which it is stored."""
    return compares(column)


def prefix_end(value: object) -> str:
    """The first text, by code point, after all that begin with `value`."""
    head = text(value).rstrip("\U0010ffff")
    if not head:
        raise BadUserInput("`startsWith` needs at least one character.", "Leave it out, or name the first letters.")
    following = ord(head[-1]) + 1
    if 0xD800 <= following <= 0xDFFF:  # noqa: PLR2004 - the surrogates, which no text may hold
        following = 0xE000
    return head[:-1] + chr(following)
