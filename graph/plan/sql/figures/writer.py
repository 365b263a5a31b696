"""The SQL of every field of figures: of releases above the offices, counted live for an office."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.plan.sql.figures.counted_live import LiveWriter
from graph.plan.sql.figures.proof import proof_sql
from graph.plan.sql.figures.released import ReleasedWriter
from graph.plan.tree.figures import IndicatorReport, ReleaseProof, Releases

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.plan.sql.composition import Fields
    from graph.plan.sql.relation import Relation
    from graph.plan.tree.figures import FigureOf, FigureRoot


class FigureWriter:
    """Writes the fields of one statement.

    Args:
        renderer: numbers aliases and notes what may be missing.
    """

    def __init__(self, renderer: Fields) -> None:
        self._renderer = renderer

    @cached_property
    def _released(self) -> ReleasedWriter:
        return ReleasedWriter(self._renderer)

    @cached_property
    def _live(self) -> LiveWriter:
        return LiveWriter(self._renderer)

    def note(self, root: IndicatorReport) -> None:
        """Hear of a report before any is written."""
        if root.is_live:
            self._live.note(root)

    def root(self, root: FigureRoot) -> Select[Any]:
        """A root field, as one value."""
        match root:
            case Releases():
                return self._released.releases(root)
            case IndicatorReport():
                return self._live.report(root) if root.is_live else self._released.report(root)
            case ReleaseProof():
                return proof_sql(self._released, root)

    def figure(self, figure: FigureOf, base: Relation) -> Select[Any]:
        """The figure of the country that `base` is, as one value."""
        return self._live.figure(figure, base) if figure.is_live else self._released.figure(figure, base)
