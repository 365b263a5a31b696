"""What those who write a part of a statement need of it: the model, its parameters, and aliases that are free.

They know no more of whoever composes the whole, so that these may call them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel, GraphModel
    from graph.plan.sql.missing import NotThere
    from graph.plan.sql.parameters import Parameters
    from graph.plan.sql.relation import Relation
    from graph.plan.tree.sources import Path


class Composition(Protocol):
    """A statement under construction."""

    model: GraphModel
    parameters: Parameters

    def alias(self, entity: EntityModel) -> Relation:
        """The entity's table, or what it is selected from, under the next alias."""

    def number(self) -> int:
        """A fresh number for a source that is no table."""


class Fields(Protocol):
    """Whoever writes the fields of a statement."""

    @property
    def predicates(self) -> Composition:
        """The statement."""

    def seek(self, path: Path, missing: NotThere, there: Any) -> None:  # noqa: ANN401 - an expression
        """Note that a field leans on what may not be there."""
