"""Mutations without a row: a second kind beside actions. What one takes, who may do it, and what its payload tells.

It writes no row of a country, so that there is no history, feed, key or version; what it does, it does as somebody else
than its caller. Its input is read and its payload told as those of actions are.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from graph.errors import codes_of
from graph.writes.inputs import read_given
from graph.writes.outcomes import Outcome
from graph.writes.payload import told_refusals, without_rows
from graph.writes.refusals import AFTER_UNKNOWN
from graph.writes.transaction import given_to

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from countries.tenancy.caller import Caller, Tier
    from graph.declarations.model import GraphModel
    from graph.plan.compile.mutations import MutationField
    from graph.plan.tree.sources import Scope
    from graph.refusals import Refusal
    from graph.writes.following import Course
    from graph.writes.inputs import Inputs
    from graph.writes.mutation import Given
    from graph.writes.outcomes import Go


@dataclass(frozen=True, slots=True)
class Tells:
    """A field of the payload besides `errors` and `clientMutationId`: null where the mutation is refused.

    Attributes:
        name: the field.
        type_name: its GraphQL type: an object type of the schema, or `Int`.
        doc: its sentence.
    """

    name: str
    type_name: str
    doc: str

    @property
    def is_object(self) -> bool:
        """Whether it is selected further."""
        return self.type_name != "Int"


@dataclass(frozen=True, slots=True)
class Rowless:
    """One mutation without a row.

    Attributes:
        name: the mutation field.
        doc: what it does, in a sentence.
        takes: its input, besides `clientMutationId` and `dryRun`.
        takes_doc: further sentences of the input type.
        asks: what its `input` is, in a sentence.
        tells: what its payload tells.
        tiers: who may do it.
    """

    name: str
    doc: str
    takes: tuple[Given, ...]
    takes_doc: str
    asks: str
    tells: tuple[Tells, ...]
    tiers: frozenset[Tier]

    @property
    def type_name(self) -> str:
        """The beginning of the names of its input and payload types."""
        return self.name[0].upper() + self.name[1:]

    @property
    def carried(self) -> Mapping[str, str | None]:
        """The payload's own fields, and the type of those that are objects."""
        return {each.name: each.type_name if each.is_object else None for each in self.tells}


@dataclass(frozen=True, slots=True)
class Did:
    """What came of it: the payload's own fields, or why it was refused."""

    told: Mapping[str, object] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()


Deed = Callable[["Inputs", "datetime"], Awaitable[Did]]
"""Does it: its input, of which nothing is at fault, and the present instant. With `dry_run` all is checked, and nothing
done. Raises HearthError where it could not be done."""


class RowlessPerformer:
    """Does mutations without a row.

    Args:
        model: all entities.
        mutations: what there is to do.
        deeds: how each is done, by its name.

    Raises:
        KeyError: for one of them nothing says how.
    """

    def __init__(self, model: GraphModel, mutations: Mapping[str, Rowless], deeds: Mapping[str, Deed]) -> None:
        self._model = model
        self._mutations = {name: (mutation, deeds[name]) for name, mutation in mutations.items()}

    async def go(
        self,
        caller: Caller,
        field: MutationField,
        arguments: Any,  # noqa: ANN401 - a sequence of any values
        scope: Scope,
        course: Course,
        *,
        checked: bool,  # noqa: ARG002 - as of Performer: nothing is compiled here
    ) -> Go:
        """One mutation, read; nothing of it has been done."""
        mutation, deed = self._mutations[field.name]
        inputs = read_given(mutation.takes, self._model, caller, given_to(field, arguments), scope.today)
        return partial(self._perform, caller, mutation, deed, field, inputs, course.now)

    def faults(self, caller: Caller, name: str, given: Mapping[str, object], today: date) -> Sequence[Refusal]:
        """As of `Performs`."""
        mutation, _ = self._mutations[name]
        return read_given(mutation.takes, self._model, caller, given, today).faults

    @staticmethod
    async def _perform(
        caller: Caller, mutation: Rowless, deed: Deed, field: MutationField, inputs: Inputs, now: datetime
    ) -> Outcome:
        faults = inputs.faults or ([AFTER_UNKNOWN] if inputs.after is not None else [])
        did = Did(refusals=tuple(faults)) if faults else await deed(inputs, now)
        carried = {
            **dict.fromkeys(mutation.carried),
            **did.told,
            "errors": told_refusals(did.refusals, caller, lambda _: False),
            "clientMutationId": inputs.client_mutation_id,
        }
        return Outcome(without_rows(field.roots, carried), codes=codes_of(did.refusals))
