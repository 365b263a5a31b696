"""All that the input alone shows to be wrong, told together: variables, arguments, and what mutations are given.

A request is refused at its first fault. Then it is read once more, aside (`graph/plan/compile/faults.py`): what does
not fit in its variables, what cannot be meant in its arguments, and what a mutation would refuse in its payload without
a look at a row. A place is told once; what follows from a value that does not fit is no news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.documents.limits import compile_clock
from graph.errors import BadUserInput, Conflict, Forbidden, HearthError
from graph.plan.compile.faults import argument_faults
from graph.plan.read.named_places import locations
from graph.plan.read.places import find, placed
from graph.plan.read.selection import Selector
from graph.plan.tree.sources import UNREAD, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from countries.tenancy.caller import Caller
    from graph.errors import Place
    from graph.plan.compile.mutations import Shown
    from graph.plan.compile.queries import Surroundings
    from graph.plan.read.operation import Slot
    from graph.plan.read.reading import Reading
    from graph.refusals import Refusal
    from graph.writes.outcomes import Performs

MAX_TOLD = 100
"""Faults that one answer names."""
KINDS: Mapping[str, type[HearthError]] = {each.code: each for each in (BadUserInput, Conflict, Forbidden)}
"""What refuses an input without a look at a row."""


class InputFaults:
    """Finds all that is wrong with what a request gives.

    Args:
        surroundings: what the compiler knows.
        today: today's date in a caller's country.
        shown: what the payload of each mutation shows.
        performers: who does each mutation.
    """

    def __init__(
        self,
        surroundings: Surroundings,
        today: Callable[[Caller], date],
        shown: Mapping[str, Shown],
        performers: Mapping[str, Performs],
    ) -> None:
        self._surroundings = surroundings
        self._today = today
        self._shown, self._performers = shown, performers

    def of(self, reading: Reading, caller: Caller, first: Sequence[HearthError] = ()) -> list[HearthError]:
        """What is wrong, `first` what is known already; each place once.

        Args:
            reading: the operation, and what the request gives.
            caller: who sends it.
            first: why it has been refused.
        """
        slots = reading.operation.slots
        scope = Scope.of(caller, self._today(caller), feed=caller.feed)
        found = argument_faults(self._surroundings, reading, caller.tier, compile_clock(), scope, self._shown)
        arguments = [placed(each, slots) for each in found]
        others = [placed(each, slots) for each in first]
        told = [*reading.faults, *_each_once([*arguments, *self._of_mutations(reading, caller), *others], reading.told)]
        if len(told) > MAX_TOLD:
            told[MAX_TOLD:] = [BadUserInput("More values do not fit.", "Correct those that are named first.")]
        return told

    def _of_mutations(self, reading: Reading, caller: Caller) -> Iterator[HearthError]:
        definition = reading.operation.definition
        if definition.operation.value != "mutation":
            return
        selector = Selector(reading.operation, reading.conditions, self._surroundings.interfaces)
        for field in selector.fields("Mutation", [definition.selection_set]):
            slot = field.arguments.get("input")
            given = None if slot is None else reading.arguments[slot]
            if slot is None or not isinstance(given, dict) or caller.tier not in self._shown[field.name].tiers:
                continue
            try:
                refusals = self._performers[field.name].faults(caller, field.name, given, self._today(caller))
            except UNREAD:
                if not reading.told:
                    raise
                continue
            for refusal in refusals:
                yield _error(refusal, field.key, reading.operation.slots[slot])


def _error(refusal: Refusal, key: str, slot: Slot) -> HearthError:
    """What a payload would tell, as an error of the request."""
    found = find(slot, refusal.path[1:])
    return KINDS[refusal.code](
        refusal.sentence,
        refusal.advice,
        (key,),
        locations(found.node),
        refusal.reason,
        place=found.place,
        expected=str(found.type_),
        argument=found.argument,
        params=refusal.params,
        further=refusal.further,
        named=found.named,
    )


def _each_once(errors: Iterable[HearthError], told: Sequence[Place]) -> Iterator[HearthError]:
    """The errors of places that are told of not yet, neither themselves nor what is around or inside them."""
    found = set[object]()
    for error in errors:
        place = error.place
        where = (place, error.path, error.message)
        if where in found or (place is not None and any(_meet(place, other) for other in told)):
            continue
        found.add(where)
        yield error


def _meet(one: Place, other: Place) -> bool:
    return one[: len(other)] == other or other[: len(one)] == one
