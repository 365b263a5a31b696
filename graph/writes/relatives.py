"""Relatives: what is said of a person stands in the row of each child whose relative it is, and is the same in all.

    recordRelative(childIds: [A, B, C])  ->  three rows, one personId
    correctRelative(id: of A's, phone)   ->  A's row, and what is of the person in B's and C's

Rows that the caller does not see stay as they are: where another programme is responsible for C, the office finds that
they differ (`graph/entities/differing_relative.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from graph.entities.relative import OF_PERSON
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import bad_input, not_found
from graph.writes.checks import CheckKind
from graph.writes.draft import ONE
from graph.writes.identities import new_id
from graph.writes.keeping import Proposed, keep
from graph.writes.mutation import Linked, Lock, NewId
from graph.writes.parts import input_name, missing_of, place_in
from graph.writes.persons import PERSON, TABLE, say_of_others
from graph.writes.said_cells import changed_cell
from graph.writes.verbs.columns import created, must_give, new_cell, taken, written
from graph.writes.verbs.links import read_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.plan.sql.relation import Relation
    from graph.writes.inputs import Inputs
    from graph.writes.mutation import Given
    from graph.writes.writing import Sql, Writing

NEW = NewId(
    "relativeIds",
    TABLE,
    "The ids of the new rows, one for each of `childIds` in the same order, with UUIDv7s of your own.",
    each="childIds",
)
CHILDREN = Linked(
    "childIds", "child", "The children whose relative it is: brothers and sisters, mostly.", required=True, many=True
)
LOCKS = (Lock("child", "child_ids"), Lock("child", PERSON, through=(TABLE, "child_id"), of="person_id"))
"""Nobody makes another programme responsible for one of the children meanwhile."""
WHOSE = ("child_id", "person_id")
"""What is said of a row otherwise than its columns."""
UNSAID = bad_input(
    Reason.EMPTY,
    "Of somebody new it has to be said.",
    "Give it; or name somebody on record by personId.",
    "whereabouts",
)
NOT_KNOWN = not_found("Relative", PERSON)


def takes_of(model: GraphModel) -> Iterator[Given | Linked]:
    """What an input says of a relative: the columns of the tie, and of the person where nobody is named."""
    entity = model.by_table[TABLE]
    for column in created(entity):
        if column.name not in WHOSE:
            yield taken(entity, column, required=must_give(column) and column.name not in OF_PERSON, new=True)


def read_children(writing: Writing) -> Relation:
    """The children that are named, each of whom the caller sees: `id`, and what a row copies of them."""
    entity, wanted = writing.model.by_table[TABLE], writing.given("child_ids", Kind.ID, many=True)
    source = writing.rows("child")
    copied = entity.taken_from("child_id").values()
    rows = select(source.c.id, *(source.c[name] for name in copied)).select_from(source.clause)
    there = [*writing.within("child", source), source.c.id == wanted.any_()]
    children = writing.read_rows("children", rows.where(*there), many=True)
    missing = missing_of(wanted, children, "children")
    writing.check_each("children_are_there", missing, not_found("Child", CHILDREN.name), CheckKind.MISSING)
    return children


def record(writing: Writing) -> None:
    """A row for each child; who is on record already is the same person, whatever is not said anew."""
    entity, children = writing.model.by_table[TABLE], read_children(writing)
    wanted = writing.given("child_ids", Kind.ID, many=True)
    columns = [column for column in created(entity) if column.name not in WHOSE]
    plain = [column for column in columns if column.target is None]
    person = _read_person(writing, entity) if writing.has(PERSON) else None
    links = read_links(writing, entity, columns, apart=0)
    required = [each for each in plain if each.is_required and (person is None or each.name not in OF_PERSON)]
    for each in required:
        if each.name in OF_PERSON:
            name = input_name(each)
            writing.check(
                f"{each.name}_is_said", writing.value(name).is_not(None), replace(UNSAID, path=("input", name))
            )
    chosen, optional = written(writing, entity, plain, required)
    cells = {each.name: _new(writing, entity, each, person) for each in chosen}
    cells |= {name: led.cell("id") for name, led in links.items()}
    optional |= {name: (input_name(entity.stored[name]),) for name in links}
    if person is not None:
        cells |= {name: person.c[name] for name in OF_PERSON if name not in cells}
        if (carer := links.get("caregiver_id")) is not None:
            cells["caregiver_id"] = carer.cell_or("id", person.c.caregiver_id)
        optional = {name: names for name, names in optional.items() if name not in OF_PERSON}
    cells |= {"child_id": children.c.id, "person_id": writing.given("person", Kind.UUID)}
    cells |= {name: children.c[there] for name, there in entity.taken_from("child_id").items()}
    place = place_in(wanted, children.c.id)
    keep(writing, Proposed(TABLE, cells, {}, many=children, place=place, listed=CHILDREN.name))
    identity = writing.item(writing.given("ids", Kind.ID, many=True), wanted, children.c.id)
    sources = (children,) if person is None else (children, person)
    writing.insert(TABLE, {"id": identity, **cells}, *sources, optional=optional)
    if person is not None:
        say_of_others(writing, writing.given("person", Kind.UUID))


def _new(writing: Writing, entity: EntityModel, column: Column, person: Relation | None) -> Sql:
    if person is None or column.name not in OF_PERSON:
        return new_cell(writing, entity, column)
    return changed_cell(writing, entity, column, person, optional=True)


def _read_person(writing: Writing, entity: EntityModel) -> Relation:
    """What is on record of a person, by the first of the rows that the caller sees."""
    row = writing.rows(TABLE)
    made = [key for name in OF_PERSON for key in entity.stored[name].keys.values()]
    there = [*writing.within(TABLE, row), row.c.person_id == writing.value(PERSON)]
    listed = (row.c[name] for name in ("id", *OF_PERSON, *made))
    rows = select(*listed).select_from(row.clause).where(*there).order_by(row.c.id).limit(ONE)
    person = writing.read_rows("person", rows)
    writing.check("person_is_there", person.c.id.is_not(None), NOT_KNOWN, CheckKind.MISSING)
    return person


def one_person(inputs: Inputs) -> None:
    """All rows are of one person, new or on record."""
    person = inputs.values.get(PERSON) or new_id()
    inputs.values |= {"person": person, "child_ids": inputs.values.get(CHILDREN.name), "ids": inputs.values[NEW.value]}
