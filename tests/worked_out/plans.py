"""What a computed value says of the index that serves it, as documents whose plans show whether it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.declarations.computed import Computed
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.declarations.computed import Served
    from graph.declarations.model import GraphModel

ASKED = {
    Kind.BOOLEAN: ("{ eq: true }",),
    Kind.DATE: ('{ gte: "2027-01-01", lt: "2028-01-01" }', '{ in: ["2027-01-01", "2027-02-01"] }'),
    Kind.INTEGER: ("{ gte: 17 }", "{ eq: 2 }"),
}
"""What is asked of a value by its kind."""


def serves(served: Served, steps: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a plan is served as a value says: by the index itself, or by the range of the column that it is on.

    Another index that holds the column may be the better one: PostgreSQL skips over the few values before it.
    """
    if served.column is None:
        return served.index in {step.get("Index Name") for step in steps}
    return any(f"({served.column} " in step.get("Index Cond", "") for step in steps)


def served_by_an_index(model: GraphModel) -> Iterator[tuple[str, str, Served]]:
    """(the field, a document that filters or orders by it, what it says serves that)."""
    for entity in model.by_type.values():
        for member in entity.members.values():
            if not isinstance(member, Computed) or member.served is None or entity.selection is not None:
                continue
            shown = "{ totalCount nodes { id } }"
            for number, asked in enumerate(ASKED[member.kind] if member.filters else ()):
                document = f"{{ {entity.many}(first: 20, where: {{ {member.api}: {asked} }}) {shown} }}"
                yield f"{entity.type_name}.{member.api} {number}", document, member.served
            if member.orders:
                document = f"{{ {entity.many}(first: 20, orderBy: [{{ {member.api}: DESC }}]) {shown} }}"
                yield f"{entity.type_name}.{member.api} ordered", document, member.served
