"""A composed statement as text: `$1`, `$2`, …, and where each finds its value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql.asyncpg import PGCompiler_asyncpg, dialect

from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.plan.sql.parameters import Parameters
    from graph.plan.tree.sources import ValueOrigin

ELEMENT_STEPS = 15
"""Steps that an element of SQL takes to be written."""


class InSteps(PGCompiler_asyncpg):
    """SQLAlchemy's compiler for the driver, which takes a step for the elements that each statement has most of."""

    def visit_column(self, *elements: Any, **options: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy's
        """A column."""
        step(ELEMENT_STEPS)
        return super().visit_column(*elements, **options)

    def visit_label(self, *elements: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        """An expression with a name."""
        step(ELEMENT_STEPS)
        return super().visit_label(*elements, **options)  # type: ignore[no-untyped-call]  # it has no types

    def visit_select(self, *elements: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        """A SELECT, or one inside another."""
        step(4 * ELEMENT_STEPS)
        return super().visit_select(*elements, **options)  # type: ignore[no-untyped-call]  # it has no types

    def visit_bindparam(self, *elements: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        """A parameter."""
        step(ELEMENT_STEPS)
        return super().visit_bindparam(*elements, **options)  # type: ignore[no-untyped-call]  # it has no types

    def visit_function(self, *elements: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        """A function's call."""
        step(ELEMENT_STEPS)
        return super().visit_function(*elements, **options)

    def visit_binary(self, *elements: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        """A comparison, and the like."""
        step(ELEMENT_STEPS)
        return super().visit_binary(*elements, **options)  # type: ignore[no-untyped-call]  # it has no types


DIALECT = dialect()  # type: ignore[no-untyped-call]  # the dialect's constructor has no types
DIALECT.statement_compiler = InSteps


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL statement. A query's row holds `data`, the response's JSON, and what is told beside it (`beside.py`).

    Attributes:
        text: SQL with `$1`, `$2`, ….
        sources: where the value of each parameter comes from, in order.
        beside: the side columns that it has, each with what its elements are about.
        asks_who: whether its rows depend on who asks: nobody else's may be run in the same transaction.
    """

    text: str
    sources: tuple[ValueOrigin, ...]
    beside: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    asks_who: bool = False


def compiled(statement: Any, parameters: Parameters, beside: Mapping[str, tuple[Any, ...]] | None = None) -> Statement:  # noqa: ANN401 - any statement
    """The statement that is composed with these parameters.

    Args:
        statement: whatever can be run: SELECT, INSERT, UPDATE.
        parameters: where the values of its parameters come from.
        beside: the side columns that it has.
    """
    made = statement.compile(dialect=DIALECT)
    sources = tuple(parameters.sources[name] for name in _names(made))
    return Statement(str(made), sources, beside or {}, parameters.asks_who)


def text_of(statement: Any) -> str:  # noqa: ANN401 - as above, and DDL
    """The text of a statement without parameters, or with `$1` written out."""
    return str(statement.compile(dialect=DIALECT))


def with_values(statement: Any, **values: object) -> tuple[str, list[object]]:  # noqa: ANN401 - as above
    """The text of a statement that brings its own values, and these in order; `values` adds to them, by name."""
    made = statement.compile(dialect=DIALECT)
    brought = made.params | values
    return str(made), [brought[name] for name in _names(made)]


def _names(made: Any) -> list[str]:  # noqa: ANN401 - what SQLAlchemy has compiled
    """The names of the parameters, in order; DDL has none."""
    return getattr(made, "positiontup", None) or []
