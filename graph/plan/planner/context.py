"""What the planner carries while it walks one operation: the caller's tier, the arguments, and what it found out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.declarations.doable import Doables
from graph.errors import BadUserInput, Forbidden, HearthError, TooLarge
from graph.kinds.values import Convert, text
from graph.plan.read.ids import CODE_PATTERN, UUID_PATTERN
from graph.plan.read.misfits import Misfit
from graph.plan.read.places import argument_error
from graph.plan.tree.sources import ABSENT, UNREAD, FromArgument, Path

if TYPE_CHECKING:
    from countries.packs.packs import Packs
    from countries.tenancy.caller import Tier
    from graph.declarations.model import EntityModel, GraphModel
    from graph.plan.read.operation import Field, Slot
    from graph.plan.read.selection import Selector
    from graph.plan.tree.periods import PeriodDays
    from graph.refusals import Params

NOTHING = Doables()
MAX_FILTERS = 200
"""Comparisons in the filters of one operation."""


class NotForTierError(Exception):
    """The tier may not use an argument of a field; the field is answered with null."""


@dataclass(frozen=True, slots=True)
class PagePrice:
    """What a connection may cost: its size and the connection around it.

    Attributes:
        parent: the number of the connection around it; none at the root.
        fixed: the size that the document writes, or the default.
        slot: the argument that gives the size, where a variable does.
        path: the response keys that lead to it.
    """

    parent: int | None
    fixed: int | None
    slot: int | None
    path: Path


class Guard:
    """A part of the planning whose faults leave the other parts to be looked at, where all are to be told.

    `with planning.part:` in front of what may refuse; where faults are not collected, the first one ends the planning.

    Args:
        faults: where they are noted.
        is_told: whether something stands in place of values that do not fit: whoever cannot read that says no news.
    """

    __slots__ = ("_faults", "_is_told")

    def __init__(self, faults: list[HearthError] | None, *, is_told: bool = False) -> None:
        self._faults, self._is_told = faults, is_told

    def __enter__(self) -> None:
        """Nothing is kept."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Note a fault of an argument, and go on; whatever else it is goes on itself."""
        if self._faults is None:
            return False
        if not isinstance(error, BadUserInput):
            return self._is_told and isinstance(error, UNREAD)
        self._faults += (error, *error.more)
        return True


@dataclass(slots=True)
class Planning:
    """One run of the planner over one operation.

    Attributes:
        model: all entities.
        tier: whose rights apply.
        selector: reads the operation's selection sets.
        slots: the operation's arguments, as the document writes them.
        values: their values in this request.
        country_codes: the countries of the register.
        check_time: raises `TooCostly` once planning has taken too long.
        doables: all mutations, for who asks what may be done.
        packs: what countries lay down.
        enumerations: what each value of each enumeration means.
        refusals: one error for each field that the tier may not use.
        prices: every connection, a parent before what is inside it.
        filters: how many comparisons were read so far.
        periods: the periods of figures that were read so far, by the number of the first that is the same.
        faults: those of arguments, where all of them are collected.
        part: guards a part of the planning.
    """

    model: GraphModel
    tier: Tier
    selector: Selector
    slots: Sequence[Slot]
    values: Sequence[object]
    country_codes: frozenset[str]
    check_time: Callable[[], None]
    doables: Doables = NOTHING
    packs: Packs | None = None
    enumerations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    refusals: list[Forbidden] = field(default_factory=list)
    prices: list[PagePrice] = field(default_factory=list)
    filters: int = 0
    periods: dict[int, PeriodDays] = field(default_factory=dict)
    faults: list[HearthError] = field(default_factory=list)
    part: Guard = Guard(None)  # noqa: RUF009 - it holds nothing

    def collect(self, *, is_told: bool) -> None:
        """Go on behind a fault of an argument, and note it; `is_told` as of `Guard`."""
        self.part = Guard(self.faults, is_told=is_told)

    def argument(self, selected: Field, name: str) -> tuple[int, object]:
        """An argument's slot and value; `ABSENT` where it is not given.

        Raises:
            BadUserInput: a variable in it is null where nothing may be.
        """
        slot = selected.arguments.get(name)
        if slot is None:
            return -1, ABSENT
        value = self.values[slot]
        if isinstance(value, Misfit):
            operation, conditions = self.selector.operation, self.selector.conditions
            error = argument_error(value, operation, conditions, slot)
            error.more = tuple(argument_error(each, operation, conditions, slot) for each in value.others)
            raise error
        return slot, value

    def look_at(self, slot: int, convert: Convert, path: Path) -> None:
        """Note what is wrong with an argument that nothing is planned with."""
        try:
            convert(self.values[slot])
        except BadUserInput as error:
            for each in (error, *error.more):
                each.path, each.slot = path, slot
            self.faults += (error, *error.more)

    @property
    def known_fault(self) -> BadUserInput:
        """A fault that is noted already, for whoever cannot go on without what is at fault."""
        return next(each for each in reversed(self.faults) if isinstance(each, BadUserInput))

    def refuse(self, path: Path, message: str, told_by: str = "may", *, params: Params = ()) -> None:
        """Note that the field at `path` is answered with null; the field `told_by` of `viewer` tells who may."""
        hint = "Leave it out, or ask with a token whose role may use it; see `viewer { {told_by} }`."
        self.refusals.append(Forbidden(message, hint, path, params=params, aside=(("told_by", told_by),)))

    def count_filter(self, path: Path) -> None:
        """Count one comparison.

        Raises:
            TooCostly: there are too many.
        """
        self.filters += 1
        if self.filters > MAX_FILTERS:
            raise TooLarge(
                "The filters hold more than {limit} comparisons.",
                "Use `in` for lists of values.",
                path,
                params=(("limit", MAX_FILTERS),),
            )


def source(slot: int, steps: Path, convert: Convert, path: Path) -> FromArgument:
    """A value inside an argument, for the field at `path`."""
    return FromArgument(slot, steps, convert, path)


def bad_input(
    message: str, hint: str, path: Path, slot: int | None = None, steps: Path = (), *, params: Params = ()
) -> BadUserInput:
    """An argument that cannot be meant, at the field that it belongs to; `slot` and `steps` say where in it."""
    return BadUserInput(message, hint, path, slot=slot, steps=steps, params=params)


def known_country(codes: frozenset[str]) -> Callable[[object], str]:
    """A conversion that takes codes of the register's countries."""

    def convert(value: object) -> str:
        code = text(value)
        if code not in codes:
            raise BadUserInput("No such country.", "Use an ISO 3166-1 code that `countries { nodes { code } }` gives.")
        return code

    return convert


CURSOR_PATTERN = re.compile(rf"([0-9a-f]{{10}})\.([A-Z]{{2}})(?:_({UUID_PATTERN})(?:_({CODE_PATTERN}))?)?", re.ASCII)


def cursor_part(digest: str, entity: EntityModel, group: int) -> Convert:
    """A conversion that takes a cursor of one ordering: group 2 is the country, group 3 the uuid, group 4 the code.

    A cursor names its row and the ordering, never a value of the row.
    """

    def convert(value: object) -> str:
        match = CURSOR_PATTERN.fullmatch(value) if isinstance(value, str) else None
        if match is None or (match[3] is None) == entity.is_of_country or (match[4] is None) != (entity.code is None):
            raise BadUserInput("That is no cursor of this graph.", "Use a cursor that this connection gave you.")
        if match[1] != digest:
            raise BadUserInput(
                "That cursor belongs to another connection or another ordering.",
                "Use it with the `orderBy` that it came from, or start again without a cursor.",
            )
        return match[group]

    return convert
