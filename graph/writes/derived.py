"""Plain mutations: from an entity's columns to an action, with the rules that its subject adds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import case, func

from graph.entities.model import Column, ToMany
from graph.entities.owners import nobodys
from graph.writes.action import Action, Given, Linked, Parts
from graph.writes.draft import FALSE, NULL
from graph.writes.parts import WHOLE_DAY, input_name, insert_parts, read_parts
from graph.writes.rules import RULES, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from countries.caller import Tier
    from graph.entities.model import DerivedMutation, EntityModel, GraphModel, PartsOf
    from graph.plan.source import Source
    from graph.writes.writing import Sql, Writing


def derived_actions(model: GraphModel) -> Iterator[Action]:
    """The mutations that the entities name."""
    for entity in model.by_type.values():
        for mutation in entity.mutations:
            yield _creation(model, entity, mutation) if mutation.creates else _change(entity, mutation)


def _creation(model: GraphModel, entity: EntityModel, mutation: DerivedMutation) -> Action:
    columns = _created(entity)
    parts = tuple(_parts(model, entity, each) for each in mutation.parts)
    precisions = list(_precisions(columns))

    def compose(writing: Writing) -> None:
        rule = RULES.get(mutation.name)
        links = _links(writing, entity, columns, rule)
        cells: dict[str, Sql] = {"id": writing.id, **_values(writing, columns, links)}
        _belong(writing, entity, links)
        copies = [column.name for column in entity.stored.values() if column.copy_of]
        cells |= dict.fromkeys(copies, NULL) | _copied(entity, links)
        cells |= {
            column.name: case((cells[day].is_(None), NULL), else_=WHOLE_DAY)
            for column, day in precisions
            if day in cells and column.name not in cells
        }
        if rule is not None:
            rule.apply(writing, cells)
        listed = [(each, read_parts(writing, each)) for each in parts if writing.has(each.name)]
        parent = writing.insert(entity.table, cells, *links.values())
        for each, rows in listed:
            insert_parts(writing, each, rows, parent)

    written = [*columns, *(column for each in parts for column in _created(model.by_table[each.table]))]
    tiers = frozenset.intersection(*(column.written.creates for column in written))
    takes = tuple(_taken(entity, column, required=column.is_required) for column in columns)
    return Action(mutation.name, mutation.doc, entity.table, (*takes, *parts), compose, creates=True, tiers=tiers)


def _created(entity: EntityModel) -> list[Column]:
    """The columns that come with a new row, and that no action owns."""
    return [column for column in _given(entity) if column.written.creates and not column.written.owned]


def _parts(model: GraphModel, entity: EntityModel, said: PartsOf) -> Parts:
    """The list of an input whose rows come with their parent; `derive.py` has seen that it can be meant."""
    of = model.by_table[said.table]
    back = next(each for each in entity.members.values() if isinstance(each, ToMany) and each.target == said.table)
    made = {back.far, *of.taken_from(back.far)}
    columns = [column for column in _created(of) if column.name not in made]
    takes = tuple(_taken(of, column, required=column.is_required) for column in columns)
    return Parts(back.api, f"{of.type_name}PartInput", of.table, back.far, takes, back.doc, said.required)


def _links(writing: Writing, entity: EntityModel, columns: Sequence[Column], rule: Rule | None) -> dict[str, Source]:
    """The rows that the input names, by column: read in the statement; what is copied of one stays until the commit."""
    found: dict[str, Source] = {}
    for column in columns:
        name = input_name(column)
        if column.target is not None and writing.has(name):
            copied = entity.taken_from(column.name).values()
            reads, stays = (rule.reads.get(name, ()), name in rule.stays) if rule else ((), False)
            needed = dict.fromkeys((*copied, *reads))
            found[column.name] = writing.linked(name, *needed, stays=stays or bool(copied))
    return found


def _values(writing: Writing, columns: Sequence[Column], links: Mapping[str, Source]) -> dict[str, Sql]:
    """What the input gives; of a link what was read."""
    given = [column for column in columns if writing.has(input_name(column))]
    return {
        column.name: links[column.name].c.id if column.name in links else writing.value(input_name(column))
        for column in given
    }


def _copied(entity: EntityModel, links: Mapping[str, Source]) -> dict[str, Sql]:
    """What repeats the rows that are linked: the first of them that is given."""
    found: dict[str, Sql] = {}
    for name, source in links.items():
        for own, there in entity.taken_from(name).items():
            found.setdefault(own, source.c[there])
    return found


def _belong(writing: Writing, entity: EntityModel, links: Mapping[str, Source]) -> None:
    """A row is somebody's: one of its owners is given."""
    owners = [owner.column for owner in entity.owners]
    if len(owners) > 1 and links.keys().isdisjoint(owners):
        names = [input_name(entity.stored[name]) for name in owners]
        writing.check("belongs_to_somebody", FALSE, nobodys(entity.type_name, *names))


def _change(entity: EntityModel, mutation: DerivedMutation) -> Action:
    columns = [column for column in _given(entity) if column.written.changes and not column.written.owned]
    rule = RULES.get(mutation.name)
    precisions = list(_precisions(columns))
    reads = tuple(dict.fromkeys([*(each.name for each, _ in precisions), *(rule.reads.get("id", ()) if rule else ())]))

    def compose(writing: Writing) -> None:
        own = writing.own(*reads)
        links = _links(writing, entity, columns, rule)
        cells = _values(writing, columns, links)
        cells |= _copied(entity, links)
        if rule is not None:
            rule.apply(writing, cells)
        for column, day in precisions:
            if day in cells and column.name not in cells:
                # Who gives a day and not how much of it is known means the day, unless more is on record.
                known = func.coalesce(own.c[column.name], WHOLE_DAY)
                cells[column.name] = case((cells[day].is_(None), NULL), else_=known)
        target = writing.target(entity.table)
        writing.update(entity.table, cells, where=[target.c.id == own.c.id, target.c.version == own.c.version])

    everybody = frozenset.union(*(column.written.changes for column in columns))
    takes = tuple(_changed(entity, column, everybody) for column in columns)
    return Action(
        mutation.name,
        mutation.doc,
        entity.table,
        takes,
        compose,
        creates=False,
        needs_some=True,
        tiers=everybody,
        locks=rule.locks if rule else (),
    )


def _precisions(columns: list[Column]) -> Iterator[tuple[Column, str]]:
    """The columns that say how much of a day is known, each with the column of the day."""
    return ((column, column.about.of) for column in columns if column.about is not None)


def _changed(entity: EntityModel, column: Column, everybody: frozenset[Tier]) -> Given | Linked:
    taken = _taken(entity, column, required=False)
    if isinstance(taken, Linked) or column.written.changes == everybody:
        return taken
    return replace(taken, tiers=column.written.changes)


def _given(entity: EntityModel) -> Iterator[Column]:
    return (
        column
        for column in entity.stored.values()
        if column.name not in ("country_code", "id", "version", "updated_at")
    )


def _taken(entity: EntityModel, column: Column, *, required: bool) -> Given | Linked:
    name = input_name(column)
    if column.target is not None:
        return Linked(name, column.target, column.doc, required=required)
    return Given(
        name,
        column.kind,
        column.doc,
        required=required,
        enumeration=column.enumeration,
        clears=column.nullable,
        is_name=column.filters or column.orders,
        fills=f"{entity.table}.{column.name}" if column.day is not None else "",
        form=column.form,
        longest=column.longest,
        about=None if column.about is None else replace(column.about, of=entity.stored[column.about.of].label),
    )
