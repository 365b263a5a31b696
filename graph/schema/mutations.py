"""The mutations as GraphQL types: inputs, payloads, and the errors of a payload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.tools import create_type

from graph.declarations.nouns import Privacy
from graph.kinds.kind import Kind
from graph.kinds.table import said_of
from graph.reasons import Reason
from graph.schema.fields import argument, input_field, list_of, optional, output_field, required_field
from graph.schema.privacy import marked
from graph.schema.semantic_nulls import with_an_error
from graph.writes.actions import all_actions
from graph.writes.mutation import Given, Group, Linked, NewId, Parts
from graph.writes.periods import all_rowless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from enum import StrEnum

    from strawberry.types.field import StrawberryField

    from graph.declarations.model import GraphModel
    from graph.writes.action import Action
    from graph.writes.mutation import InputEntry
    from graph.writes.rowless import Rowless

KEY_DOC = (
    "Makes the mutation safe to repeat: for 30 days the same key with the same input gives the outcome of the first."
)
AFTER_DOC = (
    "The `idempotencyKey` of a mutation of yours that has to be done first: where it was refused, or is not known, this"
    " one is refused with reason `AFTER_REFUSED`. One that is under way is waited for a little."
)
CLIENT_DOC = "Comes back in the payload as it is."
DRY_DOC = "Whether nothing is to be written: all is checked, the payload shows what would be, and nobody hears of it."
DRY_KEY_DOC = " No key is used up; under one that was used before, it tells that outcome."


OF_A_PART = NewId("id", "", "The id of the new row, with a UUIDv7 of your own.")


class MutationTypes:
    """Builds the `Mutation` type.

    Args:
        model: all entities.
        types: the object types by name.
        type_of: the GraphQL type of a kind, and of an enumeration's.
    """

    def __init__(
        self,
        model: GraphModel,
        types: dict[str, Any],
        type_of: Callable[[Kind, type[StrEnum] | None], Any],
    ) -> None:
        self.model = model
        self.types = types
        self.type_of = type_of
        self.groups: dict[str, Any] = {}
        self.supposed = {"MutationWarning": self._warning(), "SiblingBondOffer": self._offer()}
        self.error = create_type(
            "MutationError",
            [
                output_field("code", str, "What kind of refusal it is; one of the codes of `extensions.code`."),
                output_field("reason", type_of(Kind.ENUMERATION, Reason), "Why: what a screen branches on."),
                output_field("message", str, "What is wrong, in a sentence."),
                output_field(
                    "params",
                    type_of(Kind.JSON, None),
                    "What sentence and hint put in, by name: limits, names of types.",
                ),
                output_field("path", list_of(str), "Where in the arguments, from `input` on; indexes count from 0."),
                output_field("hint", str, "What to do."),
            ],
            description="Why a mutation was refused; nothing of it was written.",
        )

    def _warning(self) -> type:
        made = [
            output_field("code", str, "What kind of refusal it would be."),
            output_field("reason", self.type_of(Kind.ENUMERATION, Reason), "Why: what a screen branches on."),
            output_field("message", str, "What somebody should look at, in a sentence."),
            output_field("params", self.type_of(Kind.JSON, None), "What sentence and hint put in, by name."),
            output_field("path", list_of(str), "Where in the arguments, from `input` on."),
            output_field("hint", str, "What to do."),
            output_field("ids", list_of(strawberry.ID), "The rows that it is about, 100 at most."),
        ]
        # That there are such rows is about a person, whatever the sentence.
        return create_type(
            "MutationWarning",
            [marked(each, Privacy.SENSITIVE) for each in made],
            description="What somebody should look at, though the mutation was done.",
        )

    def _offer(self) -> type:
        name = self.model.by_table["child"].stored["given_name"].privacy
        return create_type(
            "SiblingBondOffer",
            [
                marked(output_field("child", strawberry.ID, "A child."), Privacy.SENSITIVE),
                marked(output_field("childName", str, "The name that the child is called by."), name),
                marked(
                    output_field("sibling", strawberry.ID, "A brother or sister of the child's brother or sister."),
                    Privacy.SENSITIVE,
                ),
                marked(output_field("siblingName", str, "The name that the other one is called by."), name),
            ],
            description="A bond that may follow from others; `recordSiblingBond` records it.",
        )

    def mutation(self) -> type:
        """The root of every mutation."""
        fields = [
            with_an_error(
                output_field(
                    action.name,
                    optional(self._payload(action)),
                    action.doc,
                    [argument("input", self._input(action), "What to write.")],
                )
            )
            for action in all_actions().values()
        ]
        fields += [self._without_row(mutation) for mutation in all_rowless().values()]
        return create_type(
            "Mutation",
            fields,
            description="Everything that can be changed. Several in one operation run in order, each all or nothing.",
        )

    def _without_row(self, mutation: Rowless) -> StrawberryField:
        takes = create_type(
            f"{mutation.type_name}Input",
            [*(self._taken(taken) for taken in mutation.takes), *self._beside()],
            is_input=True,
            description=f"What `{mutation.name}` takes.{mutation.takes_doc}",
        )
        tells = [
            output_field(each.name, optional(self.types[each.type_name] if each.is_object else int), each.doc)
            for each in mutation.tells
        ]
        payload = create_type(
            f"{mutation.type_name}Payload",
            [*tells, *self._outcome()],
            description=f"What came of `{mutation.name}`.",
        )
        taken = [argument("input", takes, mutation.asks)]
        return with_an_error(output_field(mutation.name, optional(payload), mutation.doc, taken))

    def _outcome(self) -> Iterator[StrawberryField]:
        """What every payload has."""
        yield output_field("errors", list_of(self.error), "Why it was refused; empty where it was done.")
        yield output_field("clientMutationId", optional(str), CLIENT_DOC)

    @staticmethod
    def _beside(further: str = "") -> Iterator[StrawberryField]:
        """What every input has."""
        yield input_field("clientMutationId", optional(str), CLIENT_DOC)
        yield input_field("after", optional(str), AFTER_DOC)
        yield input_field("dryRun", optional(bool), DRY_DOC + further)

    def _payload(self, action: Action) -> type:
        entity = self.model.by_table[action.table]
        row = self.types[entity.type_name]
        if action.many:
            shown = output_field(entity.many, optional(list_of(row)), "The rows as they are now; null where refused.")
        else:
            shown = output_field(
                entity.one, optional(row), "The row as it is now; null where refused, unless it has changed since."
            )
        return create_type(
            f"{action.type_name}Payload",
            [
                shown,
                *(
                    output_field(each.name, list_of(self.supposed[each.type_name]), each.doc)
                    for each in action.supposes
                ),
                *self._outcome(),
            ],
            description=f"What came of `{action.name}`.",
        )

    def _input(self, action: Action) -> type:
        further = [_new_id(new) for new in action.makes if not new.inside]
        return create_type(
            f"{action.type_name}Input",
            [*self._frame(action), *(self._taken(taken, action.makes) for taken in action.takes), *further],
            is_input=True,
            description=f"What `{action.name}` takes.",
        )

    def _frame(self, action: Action) -> Iterator[StrawberryField]:
        if not action.creates:
            yield required_field("id", strawberry.ID, "The row to change.")
            yield required_field("version", int, "The version of the row that you saw.")
        elif not action.many:
            doc = "The id of the new row, with a UUIDv7 of your own; made here where it is left out."
            yield input_field("id", optional(strawberry.ID), doc)
        yield from self._beside(DRY_KEY_DOC)
        yield input_field("idempotencyKey", optional(str), KEY_DOC)

    def _taken(self, taken: InputEntry, makes: Sequence[NewId] = ()) -> StrawberryField:
        match taken:
            case Group():
                group = self._group(taken, [new for new in makes if new.inside == taken.name])
                if taken.required:
                    return required_field(taken.name, list_of(group), taken.doc)
                return input_field(taken.name, optional(list_of(group) if taken.many else group), taken.doc)
            case Parts():
                further = [new for new in makes if new.inside == taken.name]
                many = list_of(self._group(taken, [OF_A_PART, *further]))
                if taken.required:
                    return required_field(taken.name, many, taken.doc)
                return input_field(taken.name, optional(many), taken.doc)
            case Linked(many=True):
                type_: Any = list_of(strawberry.ID)
            case Linked():
                type_ = strawberry.ID
            case Given():
                type_ = self.type_of(taken.kind, taken.enumeration)
        doc = taken.doc + said_of(taken) if isinstance(taken, Given) else taken.doc
        if taken.required:
            return required_field(taken.name, type_, doc)
        return input_field(taken.name, optional(type_), doc)

    def _group(self, group: Group | Parts, makes: Sequence[NewId]) -> Any:  # noqa: ANN401 - a type made at run time
        if group.type_name not in self.groups:
            fields = [*(self._taken(taken) for taken in group.takes), *map(_new_id, makes)]
            self.groups[group.type_name] = create_type(group.type_name, fields, is_input=True, description=group.doc)
        return self.groups[group.type_name]


def _new_id(new: NewId) -> StrawberryField:
    type_: Any = list_of(strawberry.ID) if new.each else strawberry.ID
    return input_field(new.name, optional(type_), f"{new.doc} Made here where it is left out.")
