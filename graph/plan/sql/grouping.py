"""What is told of a connection's rows without them: how many there are of each kind, and which values they have.

met      the rows that meet the filter, with what they are grouped by
groups   one row for each combination, numbered: the most first, or in the order of the values
entry    what is answered of it, as far as the size goes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, func, select

from graph.declarations.computed import Computed
from graph.declarations.members import Column, ToOne
from graph.kinds.table import NAME_COLLATION
from graph.plan.sql.figures.objects import pairs_of, word
from graph.plan.sql.levels import global_id
from graph.plan.sql.relation import JsonObject, Relation
from graph.plan.tree.rows import GroupCounts

if TYPE_CHECKING:
    from graph.plan.sql.paging import PageReader, Sql
    from graph.plan.tree.rows import Distinct, GroupedBy


def grouped(reader: PageReader, part: GroupCounts | Distinct) -> Sql:
    """`counts` or `distinct` of each page that a reader reads, as a JSON array."""
    by = part.by if isinstance(part, GroupCounts) else (part.of,)
    number = reader.predicates.number()
    table = reader.predicates.alias(reader.spec.entity)
    joined, conditions = reader.connected(table)
    values: list[Sql] = []
    for each in by:
        joined, value = _value(reader, each, table, joined)
        values.append(value)
    hung = reader.hung(table)
    columns = [value.label(f"value_{index}") for index, value in enumerate(values)]
    met = Relation(
        reader.correlated(select(*hung, *columns).select_from(joined).where(*conditions)).subquery(f"met_{number}")
    )
    return reader.listed(_numbered(reader, part, met, len(by)), f"groups_{number}")


def _numbered(reader: PageReader, part: GroupCounts | Distinct, met: Relation, many: int) -> Any:  # noqa: ANN401 - a select
    """The entries, each with what it hangs on and its place, in the order of the answer."""
    hung = [met.c[name] for name in reader.hung_names]
    values = [met.c[f"value_{index}"] for index in range(many)]
    amount: Any = func.count()
    order = [amount.desc(), *values] if isinstance(part, GroupCounts) else values
    place = func.row_number().over(partition_by=hung or None, order_by=order).label("place")
    groups = select(*hung, *values, amount.label("amount"), place).select_from(met.clause).group_by(*hung, *values)
    if not isinstance(part, GroupCounts):
        groups = groups.where(values[0].is_not(None))
    found = Relation(groups.subquery(f"placed_{reader.predicates.number()}"))
    shown = [found.c[name] for name in reader.hung_names]
    entry = _entry(part, found).label("entry")
    rows = select(*shown, entry).select_from(found.clause).where(found.c.place <= reader.sized(part.size))
    return rows.order_by(*shown, found.c.place)


def _entry(part: GroupCounts | Distinct, found: Relation) -> Sql:
    if not isinstance(part, GroupCounts):
        return cast(found.c.value_0, Text)
    splits = [(each.word, found.c[f"value_{index}"]) for index, each in enumerate(part.by)]
    return JsonObject(
        pairs_of(
            part.view,
            {
                "splits": lambda inside: func.json_build_array(
                    *(
                        JsonObject(pairs_of(inside, {"dimension": word(name), "value": cast(value, Text)}))
                        for name, value in splits
                    )
                ),
                "count": found.c.amount,
            },
        )
    )


def _value(reader: PageReader, by: GroupedBy, table: Relation, joined: Any) -> tuple[Any, Sql]:  # noqa: ANN401 - a FROM clause
    """A value, and the rows with what it takes; a row that the caller does not see is none."""
    match by.member:
        case Column() as column:
            return joined, table.c[column.name]
        case Computed() as computed:
            return joined, reader.predicates.worked_out(computed, table, (*reader.outer, table))
        case link:
            target = reader.predicates.model.at(link.target)
            if isinstance(link, ToOne) and not target.is_of_country:
                return joined, word(f"{target.type_name}_").op("||")(table.c[link.near]).collate(NAME_COLLATION)
            joined, far = reader.follow(((link, target),), table, joined)
            return joined, global_id(target, far).collate(NAME_COLLATION)
