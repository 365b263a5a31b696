"""Rows that are written with their parent: a list of an input, and a row of another table for each of its objects.

    unnest(ids, values of a column, …) WITH ORDINALITY ─> the rows that they lead to are read as sets ─> checks
      ─> the parent is written ─> the parts, each with the parent's new id

The text is the same for one part and for a hundred. A part's id is made with the input, and they count up: whoever
lists parts by their identity lists them as they were given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, column, exists, func, literal_column, select

from graph.declarations.days import DatePrecision
from graph.entities.members import member
from graph.kinds.cells import SEPARATOR
from graph.kinds.table import TYPES
from graph.plan.sql.relation import Relation
from graph.refusals import not_found
from graph.writes.checks import CheckKind
from graph.writes.draft import NULL, ONE, is_listed, snake
from graph.writes.made import key_of
from graph.writes.mutation import Linked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Select

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.text_keys import TextKey
    from graph.writes.mutation import Given, Parts
    from graph.writes.writing import Sql, Writing, Written

PLACE = "nth_part"
"""The place of a part in its list, from 1; no column of ours is called so."""
WHOLE_DAY: Sql = member(DatePrecision.DAY)
"""What whoever gives a day alone knows of it."""


def read_parts(writing: Writing, parts: Parts) -> Relation:
    """The rows of a list, and what they lead to: a row that the caller does not see is refused at its place."""
    for taken in parts.takes:
        if isinstance(taken, Linked):
            _read_linked(writing, parts, taken)
    return listed(writing, parts)


def listed(writing: Writing, parts: Parts, alias: str = "given") -> Relation:
    """The rows of a list as they are given, each with its place."""
    arrays = [writing.value(f"{parts.name}.{name}") for name in ("id", *(each.name for each in parts.takes))]
    names = ["id", *(snake(each.name) for each in parts.takes)]
    for name, key in _keys(writing, parts):
        arrays.append(key_of(writing.value(f"{parts.name}.{name}"), key, writing.parameters))
        names.append(key.beside(snake(name)))
    rows = func.unnest(*arrays).table_valued(*(column(name) for name in names), with_ordinality=PLACE)
    return Relation(rows.render_derived(name=f"{snake(parts.name)}_{alias}"))


def _keys(writing: Writing, parts: Parts) -> Iterator[tuple[str, TextKey]]:
    """The texts of which something is made, and what that is."""
    given = {each.name for each in parts.takes}
    for stored in writing.model.by_table[parts.table].stored.values():
        if input_name(stored) in given:
            yield from ((input_name(stored), key) for key in stored.keys)


def missing_of(wanted: Sql, seen: Relation, name: str) -> Select[Any]:
    """The places, from 0, of the ids of a list under which no row was read.

    Args:
        wanted: the ids.
        seen: the rows.
        name: what the list is called in the statement.
    """
    given = func.unnest(wanted).table_valued(column("id"), with_ordinality=PLACE).render_derived(name=f"{name}_given")
    found = exists(select(ONE).select_from(seen.clause).where(seen.c.id == given.c.id).correlate(given))
    place = (given.c[PLACE] - ONE).label("place")
    return select(place).select_from(given).where(given.c.id.is_not(None), ~found)


def place_in(wanted: Sql, key: Sql) -> Sql:
    """The place of an id in a list, from 0."""
    return func.array_position(wanted, key) - ONE


def _read_linked(writing: Writing, parts: Parts, taken: Linked) -> None:
    wanted = writing.value(f"{parts.name}.{taken.name}")
    name = f"{snake(parts.name)}_{snake(taken.name).removesuffix('_id')}"
    source = writing.rows(taken.table)
    there = [*writing.within(taken.table, source), source.c.id == wanted.any_()]
    seen = Relation(
        writing.read_rows(name, select(source.c.id).select_from(source.clause).where(*there), many=True).clause
    )
    missing = missing_of(wanted, seen, name)
    what = writing.model.by_table[taken.table].type_name
    writing.check_each(f"{name}_are_there", missing, not_found(what, parts.name, taken.name), CheckKind.MISSING)


def insert_parts(writing: Writing, parts: Parts, rows: Relation, parent: Written) -> None:
    """Write the rows; they come after their parent, and belong to whom it belongs to."""
    entity = writing.model.by_table[parts.table]
    made = Relation(parent.cte)
    whole = {name.removeprefix("n_"): column for name, column in made.clause.c.items() if name.startswith("n_")}
    writing.insert(parts.table, part_cells(writing, entity, parts, rows, whole), rows, made)


def part_cells(
    writing: Writing, entity: EntityModel, parts: Parts, rows: Relation, whole: Mapping[str, Sql]
) -> dict[str, Sql]:
    """The columns of a part: its own, and what it has of its whole.

    Args:
        writing: the statement.
        entity: the part's.
        parts: the list.
        rows: from `listed`.
        whole: the columns of its whole, by name.
    """
    cells: dict[str, Sql] = {"id": rows.c.id, parts.by: whole["id"]}
    cells |= {name: whole[there] for name, there in entity.taken_from(parts.by).items()}
    by_input = {each.name: each for each in parts.takes}
    for stored in entity.stored.values():
        taken = by_input.get(input_name(stored))
        if taken is not None:
            cells[stored.name] = _cell(writing, entity, stored, taken, rows)
    return cells


def _cell(writing: Writing, entity: EntityModel, stored: Column, taken: Given | Linked, rows: Relation) -> Sql:
    value: Any = rows.c[snake(taken.name)]
    if stored.day is not None and stored.day.today:
        return func.coalesce(value, writing.today)
    if is_listed(taken):
        value = func.string_to_array(value, literal_column(f"'{SEPARATOR}'"), type_=TYPES[stored.kind])
    if stored.about is not None:
        day = rows.c[snake(input_name(entity.stored[stored.about.of]))]
        return case((day.is_(None), NULL), else_=func.coalesce(value, WHOLE_DAY))
    return value if stored.default_sql is None else func.coalesce(value, literal_column(stored.default_sql))


def input_name(stored: Column) -> str:
    """What an input calls a column: as the field is called; a link with `Id` behind it."""
    return f"{stored.label}Id" if stored.target is not None else stored.label
