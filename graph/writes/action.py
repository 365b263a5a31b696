"""A mutation with what it does: the function that composes its statement."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from graph.writes.mutation import Mutation

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.writes.inputs import Inputs
    from graph.writes.writing import Writing


@dataclass(frozen=True, slots=True)
class Action(Mutation):
    """One mutation.

    Attributes:
        compose: writes its checks and its rows.
        prepare: makes the further values that the statement needs: ids of rows that are written along.
    """

    compose: Callable[[Writing], None]
    _: KW_ONLY
    prepare: Callable[[Inputs], None] | None = None
