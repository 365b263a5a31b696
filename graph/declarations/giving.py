"""That a row can be recorded: what it has to have somebody gives, and somebody may give all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.verbs import Verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.base import Entity
    from graph.declarations.model import EntityModel

MADE = ("country_code", "id", "version", "created_at", "updated_at")
"""What every row has, and nobody gives or changes by itself."""


def refuse_ungiven(entity: type[Entity], read: EntityModel) -> None:
    """Look at what the plain mutation that records a row gives it.

    Raises:
        MisdeclaredError: it could never be recorded, or never changed.
    """
    does = {mutation.does for mutation in read.mutations}
    if Verb.RECORD in does:
        for name, message in _ungiven(read):
            raise MisdeclaredError(entity, name, message)
    changed = [each for each in read.stored.values() if each.written.changes and not each.written.owned]
    if Verb.CHANGE in does and not any(not each.written.reasoned for each in changed if each.name not in MADE):
        raise MisdeclaredError(entity, "mutations", "nothing of it may be changed; say `changes` of a column.")


def _ungiven(read: EntityModel) -> Iterator[tuple[str, str]]:
    given = [each for each in read.stored.values() if each.written.creates and not each.written.owned]
    for column in read.stored.values():
        if column.name in MADE or column in given or column.copy_of or column.generated or not column.is_required:
            continue
        if column.written.owned and column.written.creates:
            yield column.name, "an action alone writes it (`owned`), and a row without it is recorded by a plain verb."
        else:
            yield column.name, "a new row has to have it, and nobody gives it; say `creates`, or what it is by default."
    tiers = frozenset(Tier).intersection(*(each.written.creates for each in given))
    if not tiers:
        yield "mutations", "nobody may give all that a new row takes; let one tier `creates` every column."
