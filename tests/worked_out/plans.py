"""What a computed value says of the index that serves it, as documents whose plans show whether it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from graph.declarations.base import Entity
from graph.declarations.computed import Computed
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.declarations.computed import Served
    from graph.declarations.model import GraphModel

ASKED = {
    Kind.BOOLEAN: ("{ eq: true }",),
    Kind.DATE: ('{ gte: "2027-01-01", lt: "2028-01-01" }', '{ in: ["2027-01-01", "2027-02-01"] }'),
    Kind.INTEGER: ("{ gte: 16, lt: 18 }", "{ eq: 2 }", "{ in: [2, 3] }"),
}
"""What is asked of a value by its kind."""
RARER = {
    ("Home", "isOpen"): "{ eq: false }",
    ("Placement", "hasCareEpisode"): "{ eq: false }",
    ("Placement", "hasHome"): "{ eq: false }",
    ("PlacementException", "hasHome"): "{ eq: false }",
    ("GatekeepingAssessment", "hasCareEpisode"): "{ eq: false }",
    ("Decision", "hasCareEpisode"): "{ eq: false }",
    ("Task", "hasCareEpisode"): "{ eq: false }",
}
"""Of a yes or no that most rows have, the answer of the few: for the other one PostgreSQL may walk all."""


def indexes_of_some(column: str) -> set[str]:
    """The indexes that hold those rows alone of which a column says something."""
    wheres = (
        (str(index.name), index.dialect_options["postgresql"]["where"])
        for table in Entity.metadata.tables.values()
        for index in table.indexes
    )
    return {name for name, where in wheres if where is not None and column in str(where)}


def empty_in(name: str) -> list[str]:
    """The columns that are empty in the rows that an index holds; none where it holds all."""
    wheres = (
        index.dialect_options["postgresql"]["where"]
        for table in Entity.metadata.tables.values()
        for index in table.indexes
        if index.name == name
    )
    return [column for where in wheres for column in re.findall(r"(\w+) IS NULL", str(where))]


def serves(served: Served, steps: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a plan is served as a value says: by the index itself, or by the range of the column that it is on.

    Another index that holds the column may be the better one: PostgreSQL skips over the few values before it. What is
    taken apart into columns may be found by an index of the rows that have one, or by whose rows they are, which a
    caseworker's statement says too. So may the rows that an index of some rows holds.
    """
    steps = list(steps)
    names = {step.get("Index Name") for step in steps}
    if served.column is None:
        entered = [f"({column} IS NULL" for column in empty_in(served.index)]
        entered += ["(programme_id "] if entered else []
        return served.index in names or any(each in step.get("Index Cond", "") for step in steps for each in entered)
    if served.between is None and names & indexes_of_some(served.column):
        return True
    # A link that leads on is looked for in the file where the row stands.
    columns = [served.column, served.column.replace("_id", "_file_id")]
    columns += [] if served.between is not None else ["programme_id"]
    return any(f"({name} " in step.get("Index Cond", "") for step in steps for name in columns)


def served_by_an_index(model: GraphModel) -> Iterator[tuple[str, str, Served]]:
    """(the field, a document that filters or orders by it, what it says serves that).

    An order by columns of the row alone is made of the rows that the list has: no other row is looked up for it.
    """
    for entity in model.by_type.values():
        for member in entity.members.values():
            if not isinstance(member, Computed) or member.served is None or entity.selection is not None:
                continue
            shown = "{ totalCount nodes { id } }"
            rarer = RARER.get((entity.type_name, member.api))
            filters = ASKED[member.kind] if rarer is None else (rarer,)
            for number, asked in enumerate(filters if member.filters else ()):
                document = f"{{ {entity.many}(first: 20, where: {{ {member.api}: {asked} }}) {shown} }}"
                yield f"{entity.type_name}.{member.api} {number}", document, member.served
            if member.orders and member.reads:
                document = f"{{ {entity.many}(first: 20, orderBy: [{{ {member.api}: DESC }}]) {shown} }}"
                yield f"{entity.type_name}.{member.api} ordered", document, member.served
