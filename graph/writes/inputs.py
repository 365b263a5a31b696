"""From a client's input to the values of a statement; what cannot be meant is refused without a look-up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from graph.declarations.day_bounds import bounds_fault
from graph.errors import BadUserInput, refusal_of
from graph.kinds import values
from graph.kinds.cells import SEPARATOR
from graph.kinds.kind import Kind
from graph.kinds.table import writes
from graph.plan.read import ids
from graph.plan.tree.sources import TOLD
from graph.writes import refusals
from graph.writes.digest import digest_of
from graph.writes.identities import MAX_ROWS, NO_ROW, new_id
from graph.writes.input_rules import rule_faults
from graph.writes.mutation import Given, Group, Linked, NewId, Parts
from graph.writes.row_ids import RowIds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.packs.packs import Packs
    from countries.tenancy.caller import Caller
    from graph.declarations.model import EntityModel, GraphModel
    from graph.kinds.values import Convert
    from graph.plan.tree.sources import Path
    from graph.refusals import Refusal
    from graph.writes.input_rules import InputRules
    from graph.writes.mutation import InputEntry, Mutation


@dataclass(slots=True)
class Inputs:
    """One mutation's input, read.

    Attributes:
        values: the value of each parameter by its name; `exception.reason` for a value inside an object, and a list of
            them for each place of a list of objects.
        present: the names that the client gave; part of what decides the SQL.
        faults: what cannot be meant; with any, nothing is written.
        id: the identity of the payload's row; made here where the client made none.
        is_named: whether the client made that identity.
        version: the version that the client saw.
        key: the idempotency key.
        after: the key of the mutation that this one follows.
        named: where the client has made ids of new rows, by their table.
        digest: SHA-256 of mutation and input, where something is kept under a key or an id.
        dry_run: whether all is to be checked, and nothing written.
    """

    id: UUID
    is_named: bool = False
    values: dict[str, object] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)
    faults: list[Refusal] = field(default_factory=list)
    version: int | None = None
    key: str | None = None
    after: str | None = None
    named: dict[str, Path] = field(default_factory=dict)
    digest: str = ""
    client_mutation_id: str | None = None
    dry_run: bool = False


def read_input(action: Mutation, rules: InputRules, caller: Caller, given: Mapping[str, object], today: date) -> Inputs:
    """Read an input; all that it shows alone to be wrong is among its faults.

    Args:
        action: the mutation.
        rules: what inputs are asked.
        caller: who sends it.
        given: the input, as GraphQL has coerced it.
        today: today's date in the caller's country.
    """
    reader = _Reader(rules.model, caller, today, Inputs(new_id()), rules.packs)
    reader.frame(action, given)
    for taken in action.takes:
        reader.read(taken, given)
    reader.apart(action.takes, given)
    for new in action.makes:
        reader.inputs.values[new.value] = reader.ids.further(new, given)
    inputs = reader.inputs
    inputs.faults += [*action.unsaid(given), *rule_faults(rules.of(action), inputs, given, today)]
    told = {str(step) for fault in inputs.faults for step in fault.path[1:2]}
    changes = inputs.present | told.intersection(each.name for each in action.takes)
    if action.needs_some and not changes - action.explains:
        inputs.faults.append(refusals.NOTHING_GIVEN)
    if (inputs.key is not None or inputs.is_named) and not inputs.faults:
        inputs.digest = digest_of(action.name, given)
    return inputs


def read_given(
    takes: Sequence[InputEntry], model: GraphModel, caller: Caller, given: Mapping[str, object], today: date
) -> Inputs:
    """Read the input of a mutation without a row. Arguments as of `read_input`, and `takes`, what it takes."""
    reader = _Reader(model, caller, today, Inputs(new_id()), None)
    reader.beside(given)
    for taken in takes:
        reader.read(taken, given)
    return reader.inputs


class _Reader:
    def __init__(self, model: GraphModel, caller: Caller, today: date, inputs: Inputs, packs: Packs | None) -> None:
        self.model, self.packs = model, packs
        self.caller = caller
        self.today = today
        self.inputs = inputs
        self.ids = RowIds(model, caller.country, self._global_id, self._refuse, inputs.named)
        self.creates = False

    def frame(self, action: Mutation, given: Mapping[str, object]) -> None:
        """What every input has: whose row, which version, under which key."""
        self.creates = action.creates
        entity = self.model.by_table[action.table]
        if given.get("id") is not None and not action.many:
            own = self.ids.own(entity, given["id"], creates=action.creates)
            self.inputs.id, self.inputs.is_named = own or self.inputs.id, action.creates
        if not action.creates:
            self.inputs.version = self._converted(values.integer, given.get("version"), ("input", "version"))  # type: ignore[assignment]  # it converts to int
        self.inputs.key = self._label("idempotencyKey", given)
        self.beside(given)

    def beside(self, given: Mapping[str, object]) -> None:
        """What the input of every mutation has, whatever it does."""
        self.inputs.client_mutation_id = self._label("clientMutationId", given)
        self.inputs.after = self._label("after", given)
        if self.inputs.after is not None and self.inputs.after == self.inputs.key:
            self._refuse(refusals.AFTER_ITSELF)
        self.inputs.dry_run = given.get("dryRun") is True

    def _label(self, name: str, given: Mapping[str, object]) -> str | None:
        value = given.get(name)
        label = None if value is None else self._converted(values.label, value, ("input", name))
        return label if isinstance(label, str) else None

    def _global_id(self, entity: EntityModel, value: object, path: Path) -> ids.GlobalId | None:
        found = self._converted(ids.id_of(entity.type_name), value, path)
        return found if isinstance(found, ids.GlobalId) else None

    def _converted(self, convert: Convert, value: object, path: Path) -> object:
        try:
            return convert(value)
        except BadUserInput as error:
            for each in (error, *error.more):
                self._refuse(refusal_of(each, (*path, *each.steps)))
            return None

    def _refuse(self, refusal: Refusal) -> None:
        self.inputs.faults.append(refusal)

    def _refuse_null(self, path: Path) -> None:
        self._refuse(replace(refusals.EMPTY, path=path))

    def read(self, taken: InputEntry, given: Mapping[str, object]) -> None:
        """One entry of the input; what stands in place of a list or an object that does not fit holds nothing."""
        if taken.name not in given:
            if isinstance(taken, Group) and taken.many:
                self._group(taken, [])
            if isinstance(taken, Parts) and taken.required:
                self._parts(taken, [])
            return
        value = given[taken.name]
        match taken:
            case Group(many=True):
                self._group(taken, [] if value is None else [_object(item) for item in _items(value)])
            case Group():
                if value is not None:
                    self._object(taken, _object(value))
            case Parts():
                self._parts(taken, [] if value is None else [_object(item) for item in _items(value)])
            case _:
                self._own(taken, value)

    def _own(self, taken: Given | Linked, value: object) -> None:
        path: Path = ("input", taken.name)
        if value is None and not (isinstance(taken, Given) and taken.clears):
            # A new row without a link is one that leaves it out; of a row that is there, a link cannot be taken away.
            if isinstance(taken, Given) or not self.creates:
                self._refuse_null(path)
            return
        if isinstance(taken, Given) and taken.tiers is not None and self.caller.tier not in taken.tiers:
            self._refuse(replace(refusals.NOT_YOURS, path=path))
        self.inputs.present.add(taken.name)
        self.inputs.values[taken.name] = self._value(taken, value, path)

    def _parts(self, parts: Parts, objects: Sequence[Mapping[str, object]]) -> None:
        """The rows of a list, column by column; a value that an object leaves out is empty, or what a new row has."""
        self._count(parts, objects)
        if not 0 < len(objects) <= parts.most:
            return
        own = NewId("id", parts.table, "", inside=parts.name)
        self.inputs.present.add(parts.name)
        self.inputs.values[own.value] = self.ids.further(own, {parts.name: objects})
        for taken in parts.takes:
            column = [
                self._part(taken, each, ("input", parts.name, place, taken.name)) for place, each in enumerate(objects)
            ]
            self.inputs.values[f"{parts.name}.{taken.name}"] = column
        for place, each in enumerate(objects):
            self.apart(parts.takes, each, ("input", parts.name, place))

    def _part(self, taken: Given | Linked, given: Mapping[str, object], path: Path) -> object:
        value = given.get(taken.name)
        if value is None and taken.name in given and isinstance(taken, Given) and not taken.clears:
            self._refuse_null(path)
        found = self._value(taken, value, path)
        return SEPARATOR.join(found) if isinstance(found, list) else found

    def apart(self, takes: Sequence[InputEntry], given: Mapping[str, object], path: Path = ("input",)) -> None:
        """Refuse to be told how much is known of a day that is not there."""
        for taken in takes:
            if isinstance(taken, Given) and taken.about is not None and given.get(taken.name) is not None:
                day = taken.about.of
                if given.get(day) is None and (self.creates or day in given):
                    self._refuse(replace(taken.about.apart, path=(*path, taken.name)))

    def _value(self, taken: Given | Linked, value: object, path: Path) -> object:
        if value is TOLD:
            self._refuse_null(path)
        if value in (None, TOLD):
            return None
        if isinstance(taken, Linked):
            return self._links(taken, value, path) if taken.many else self._link(taken, value, path)
        converted = self._converted(writes(taken), value, path)
        if taken.kind in (Kind.DATE, Kind.TEXT) and taken.fills:
            self._kept(taken, converted, path)
        return converted

    def _kept(self, taken: Given, value: object, path: Path) -> None:
        """A day lies within the bounds of the column that it fills, and a name is one that the country has."""
        table, _, name = taken.fills.partition(".")
        column = self.model.by_table[table].stored[name]
        fault = bounds_fault(column, value, self.today) if isinstance(value, date) else None
        if column.among is not None:
            fault = column.among.fault(value, self.caller.country or "", self.packs)
        if fault is not None:
            self._refuse(replace(fault, path=path))

    def _link(self, taken: Linked, value: object, path: Path) -> UUID | None:
        found = self._global_id(self.model.by_table[taken.table], value, path)
        if found is None:
            return None
        return found.uuid if found.country == self.caller.country else NO_ROW

    def _links(self, taken: Linked, value: object, path: Path) -> list[UUID | None]:
        items = value if isinstance(value, list) else [value]
        if not 0 < len(items) <= MAX_ROWS or len(set(items)) != len(items):
            self._refuse(replace(refusals.DIFFERENT, path=path))
        return [self._link(taken, item, (*path, index)) for index, item in enumerate(items[:MAX_ROWS])]

    def _object(self, group: Group, value: Mapping[str, object]) -> None:
        self.inputs.present.add(group.name)
        for taken in group.takes:
            if taken.name not in value:
                continue
            path = ("input", group.name, taken.name)
            if value[taken.name] is None:
                self._refuse_null(path)
                continue
            self.inputs.present.add(name := f"{group.name}.{taken.name}")
            self.inputs.values[name] = self._value(taken, value[taken.name], path)

    def _count(self, taken: Group | Parts, objects: Sequence[Mapping[str, object]]) -> None:
        if len(objects) > taken.most:
            self._refuse(replace(refusals.TOO_MANY, path=("input", taken.name)).about(limit=taken.most))
        elif not objects and taken.required:
            self._refuse(replace(refusals.NO_PARTS, path=("input", taken.name)))

    def _group(self, group: Group, objects: Sequence[Mapping[str, object]]) -> None:
        self._count(group, objects)
        if objects:
            self.inputs.present.add(group.name)
        for taken in group.takes:
            given = [item.get(taken.name) for item in objects[:MAX_ROWS]]
            if isinstance(taken, Linked) and len(set(given)) != len(given):
                self._refuse(replace(refusals.DIFFERENT, path=("input", group.name)))
            listed = [self._value(taken, each, ("input", group.name, at, taken.name)) for at, each in enumerate(given)]
            self.inputs.values[f"{group.name}.{taken.name}"] = listed


def _items(value: object) -> list[object]:
    """A list of an input: the schema vouches for it, and nothing else is taken for one."""
    if not isinstance(value, list) and value is not TOLD:
        raise TypeError(type(value))
    return value if isinstance(value, list) else []


def _object(value: object) -> Mapping[str, object]:
    """An object of an input, likewise."""
    if not isinstance(value, dict) and value is not TOLD:
        raise TypeError(type(value))
    return value if isinstance(value, dict) else {}
