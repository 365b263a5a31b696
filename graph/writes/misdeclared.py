"""What entities say of mutations that only the mutations can tell: names that are taken, inputs that there are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.owning import entity_of
from graph.writes.mutation import Group, Parts
from graph.writes.periods import all_rowless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.declarations.model import GraphModel
    from graph.writes.action import Action
    from graph.writes.mutation import InputEntry

FRAME = ("id", "version", "clientMutationId", "dryRun", "idempotencyKey", "after")
"""What inputs take besides columns."""


def refuse_taken(model: GraphModel, verbs: Mapping[str, Action], meant: Mapping[str, Action]) -> None:
    """See that a plain mutation has a name of its own, or that of an action which takes its place.

    Args:
        model: all entities.
        verbs: the plain ones by name.
        meant: those with a meaning of their own.

    Raises:
        MisdeclaredError: its name is one of another table, or of a mutation without a row.
    """
    for entity in model.kept:
        for mutation in entity.mutations:
            verb, other = verbs[mutation.name], meant.get(mutation.name)
            names = [*(taken.name for taken in verb.takes), *(new.name for new in verb.makes if not new.inside)]
            twice = sorted({name for name in names if names.count(name) > 1 or name in FRAME})
            if twice:
                message = f"{mutation.name} takes {twice[0]} twice, a column's and its own; call the column otherwise."
            elif mutation.name in all_rowless():
                message = f"{mutation.name} is a mutation without a row; call this one otherwise."
            elif other is not None and (other.table, other.creates) != (verb.table, verb.creates):
                message = (
                    f"{mutation.name} is an action of {other.table}, which does something else: call it otherwise."
                )
            else:
                continue
            raise MisdeclaredError(entity_of(entity.table) or entity.table, "mutations", message)


def refuse_places(model: GraphModel, actions: Iterable[Action]) -> None:
    """See that a rule is told at an input that somebody gives.

    Raises:
        MisdeclaredError: no mutation takes what its path names.
    """
    taken = {name for action in actions for name in _names(action.takes)}
    for entity in model.kept:
        for rule in entity.keeps:
            for refusal in (rule.refusal, *(seen.refusal for seen in rule.back if not seen.in_files)):
                stray = [step for step in refusal.path[1:] if isinstance(step, str) and step not in taken]
                if stray:
                    message = f"{rule.name}: it is told at {stray[0]}, and no mutation takes an input of that name."
                    raise MisdeclaredError(entity_of(entity.table) or entity.table, "keeps", message)


def _names(takes: Iterable[InputEntry]) -> Iterator[str]:
    for taken in takes:
        yield taken.name
        if isinstance(taken, Group | Parts):
            yield from _names(taken.takes)
