"""`hearth explain`: what a query compiles to, for a reader and for `psql`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.register.register import load_register
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.planner.cost import MAX_ROWS, check_price
from graph.plan.tree.figures import IndicatorReport, ReleaseProof, Releases
from graph.plan.tree.roots import ById, ByIds
from graph.plan.tree.rows import Page
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager

    from countries.tenancy.caller import Caller
    from graph.execute.queries import OneRow, Prepared
    from graph.plan.tree.roots import Root


class NoDatabase:
    """Explaining reads nothing, and writes as for one server."""

    is_distributed = False

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> OneRow | None:
        """Never called.

        Raises:
            RuntimeError: always.
        """
        del caller, text, values
        message = "explain does not run the statement"
        raise RuntimeError(message)

    def writing(self, caller: Caller) -> AbstractAsyncContextManager[object]:
        """Never called.

        Raises:
            RuntimeError: always.
        """
        del caller
        message = "explain writes nothing"
        raise RuntimeError(message)


def explain_query(document: str, variables: dict[str, object], caller: Caller) -> str:
    """The plan as SQL comments, then the statement, closed by `;`.

    Raises:
        HearthErrors: the document cannot be meant.
        HearthError: the operation cannot be meant, or costs too much.
    """
    engine = Engine(build_schema()._schema, graph_model(), load_register(), NoDatabase())  # noqa: SLF001 - Strawberry's own way to the core schema
    prepared = engine.prepare(GraphQLRequest(document, variables=variables), caller)
    lines = [f"-- {line}" for line in _plan_lines(prepared, caller)]
    statement = prepared.plan.statement
    text = statement.text if statement else "SELECT 'no table is needed' AS data"
    return "\n".join([*lines, text.rstrip() + ";", ""])


def _plan_lines(prepared: Prepared, caller: Caller) -> list[str]:
    plan = prepared.plan
    lines = [f"{caller.tier.value}: {len(plan.roots)} root fields, {1 if plan.statement else 0} statement"]
    lines += [f"{key}: {_root_line(root)}" for key, root in plan.roots]
    lines.append(f"asks for at most {check_price(plan.prices, prepared.arguments)} rows of {MAX_ROWS}")
    lines += [f"may show rows of {each.table}: {', '.join(one.value for one in each.classes)}" for each in plan.shows]
    lines += [f"refused: {'.'.join(map(str, error.path or ()))}: {error}" for error in plan.refusals]
    if plan.statement:
        lines += [
            f"${number} {type(source).__name__}: {getattr(source, 'name', '')}".rstrip(": ")
            for number, source in enumerate(plan.statement.sources, 1)
        ]
    return lines


def _root_line(root: Root) -> str:
    match root:
        case Page():
            return f"a page of {root.entity.type_name}"
        case ById():
            return f"one {root.row.entity.type_name} by its key"
        case ByIds():
            return "rows by their ids"
        case IndicatorReport():
            return f"{len(root.asked.indicators)} indicators, {'counted live' if root.is_live else 'as published'}"
        case Releases() | ReleaseProof():
            return "what is closed, or what proves it"
        case _:
            return "needs no table"
