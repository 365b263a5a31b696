"""What Python makes of the texts that a statement writes: the expression over them, once more over their keys.

    coalesce($name, home_1.name)    ─>    coalesce($name's key, home_1.name_order)

A parameter's key is a parameter of its own, made of the same value; a column's stands beside it, in a table, in what
another write has returned, and in rows that came with a list or a file. So whoever writes a name writes what lists are
ordered by, without a word about it, and each column that repeats the name has it from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Case, ColumnClause, Text, case, column, func, literal_column
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import BinaryExpression, Null
from sqlalchemy.sql.functions import coalesce
from sqlalchemy.sql.operators import getitem

from graph.plan.tree.sources import FromWrite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.model import EntityModel
    from graph.plan.sql.parameters import Parameters
    from graph.text_keys import TextKey

Sql = Any
"""An SQL expression."""
NULL: Sql = literal_column("null")


def with_keys(
    entity: EntityModel, values: Mapping[str, Sql], parameters: Parameters, *, creates: bool
) -> dict[str, Sql]:
    """The cells of a row, and what is made of the texts among them.

    Args:
        entity: whose row it is.
        values: the cells, by column.
        parameters: of the statement.
        creates: whether the row is new: what is made of a text that it leaves out is none.

    Raises:
        TypeError: a text is worked out in a way of which nobody knows the key.
    """
    found = dict(values)
    for each in entity.stored.values():
        if each.made is None or each.name in values:
            continue
        if each.made.text in values:
            found[each.name] = key_of(values[each.made.text], each.made.key, parameters)
        elif creates and each.nullable:
            found[each.name] = NULL
    return found


def key_of(value: Sql, key: TextKey, parameters: Parameters) -> Sql:
    """What is made of a text that is written. Arguments as of `with_keys`, and which key it is.

    Raises:
        TypeError: nobody knows how.
    """
    match value:
        case BindParameter():
            return _of_parameter(value, key, parameters)
        case Null() | ColumnClause(is_literal=True, name="null"):
            return value
        case ColumnClause(is_literal=False):
            return _of_column(value, key)
        case Case():
            whens = [(condition, key_of(result, key, parameters)) for condition, result in value.whens]
            return case(*whens, else_=None if value.else_ is None else key_of(value.else_, key, parameters))
        case coalesce():
            return func.coalesce(*(key_of(each, key, parameters) for each in value.clauses), type_=value.type)
        case BinaryExpression() if value.operator is getitem:
            return key_of(value.left, key, parameters)[value.right]
    message = f"nobody knows what is made of {type(value).__name__} {value}"
    raise TypeError(message)


def _of_parameter(value: BindParameter[Any], key: TextKey, parameters: Parameters) -> Sql:
    source = parameters.sources[value.key]
    if not isinstance(source, FromWrite):
        raise TypeError(source)
    return parameters.written(source.name, ARRAY(Text()) if isinstance(value.type, ARRAY) else Text(), key=key)


def _of_column(value: ColumnClause[Any], key: TextKey) -> Sql:
    beside: ColumnClause[Any] = column(key.beside(value.name))
    beside.table = value.table
    return beside
