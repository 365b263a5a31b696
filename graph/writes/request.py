"""One mutation as somebody sends it: who, on which day, and what; from here come the values of its statements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.writes.draft import types_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from countries.tenancy.caller import Caller
    from graph.plan.tree.sources import Scope
    from graph.writes.action import Action
    from graph.writes.inputs import Inputs
    from graph.writes.statement import WriteStatement


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """One mutation as somebody sends it.

    Attributes:
        caller: who sends it.
        inputs: its input, read.
        place: the response key of its field: an idempotency key keeps an outcome for each.
        scope: what the caller brings into every statement of the operation.
    """

    caller: Caller
    inputs: Inputs
    place: str
    scope: Scope

    @property
    def today(self) -> date:
        """Today's date in the caller's country."""
        return self.scope.today

    def bringing(self, written: Mapping[str, object]) -> Scope:
        """The scope of one statement, with the values that are written for it, by name."""
        return replace(self.scope, written=written)

    def written(self, action: Action, type_name: str, statement: WriteStatement) -> dict[str, object]:
        """The values of a mutation's statements, by name: those of its input, and those that come with every one.

        Args:
            action: the mutation.
            type_name: the GraphQL type of the row that its payload shows.
            statement: what is run.
        """
        inputs, caller = self.inputs, self.caller
        shown = inputs.values.get("ids") if action.many else [inputs.id]
        touched = [f"{type_name}_{caller.country}_{each}" for each in (shown if isinstance(shown, list) else [])]
        return {
            **_unsaid(action),
            **inputs.values,
            "named": list(inputs.present),
            "left_out": statement.left_out(inputs.present),
            "id": inputs.id,
            "version": inputs.version,
            "issuer": caller.issuer,
            "subject": caller.subject,
            "writer": caller.writer,
            "key": inputs.key,
            "path": self.place,
            "digest": inputs.digest,
            "touched": touched,
            "global_id": touched[0] if touched else None,
        }


@cache
def _unsaid(action: Action) -> dict[str, None]:
    """What an input may leave out of a row is empty."""
    return dict.fromkeys(name for name, _ in types_of(action))
