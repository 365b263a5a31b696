"""Plain mutations: from an entity's columns to an action, with the rules that its subject adds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.entities.model import Column
from graph.entities.owners import nobodys
from graph.writes.action import Action, Given, Linked
from graph.writes.draft import FALSE, NULL
from graph.writes.rules import RULES, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from countries.caller import Tier
    from graph.entities.model import DerivedMutation, EntityModel, GraphModel
    from graph.plan.source import Source
    from graph.writes.writing import Sql, Writing


def derived_actions(model: GraphModel) -> Iterator[Action]:
    """The mutations that the entities name."""
    for entity in model.by_type.values():
        for mutation in entity.mutations:
            yield _creation(entity, mutation) if mutation.creates else _change(entity, mutation)


def _creation(entity: EntityModel, mutation: DerivedMutation) -> Action:
    columns = [column for column in _given(entity) if column.written.creates and not column.written.owned]

    def compose(writing: Writing) -> None:
        rule = RULES.get(mutation.name)
        links = _links(writing, entity, columns, rule)
        cells: dict[str, Sql] = {"id": writing.id, **_values(writing, columns, links)}
        _belong(writing, entity, links)
        copies = [column.name for column in entity.stored.values() if column.copy_of]
        cells |= dict.fromkeys(copies, NULL) | _copied(entity, links)
        if rule is not None:
            rule.apply(writing, cells)
        writing.insert(entity.table, cells, *links.values())

    tiers = frozenset.intersection(*(column.written.creates for column in columns))
    takes = tuple(_taken(entity, column, required=not column.has_default) for column in columns)
    return Action(mutation.name, mutation.doc, entity.table, takes, compose, creates=True, tiers=tiers)


def _links(writing: Writing, entity: EntityModel, columns: Sequence[Column], rule: Rule | None) -> dict[str, Source]:
    """The rows that the input names, by column: read in the statement; what is copied of one stays until the commit."""
    found: dict[str, Source] = {}
    for column in columns:
        name = _input_name(column)
        if column.target is not None and writing.has(name):
            copied = entity.taken_from(column.name).values()
            reads, stays = (rule.reads.get(name, ()), name in rule.stays) if rule else ((), False)
            needed = dict.fromkeys((*copied, *reads))
            found[column.name] = writing.linked(name, *needed, stays=stays or bool(copied))
    return found


def _values(writing: Writing, columns: Sequence[Column], links: Mapping[str, Source]) -> dict[str, Sql]:
    """What the input gives; of a link what was read."""
    given = [column for column in columns if writing.has(_input_name(column))]
    return {
        column.name: links[column.name].c.id if column.name in links else writing.value(_input_name(column))
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
        names = [_input_name(entity.stored[name]) for name in owners]
        writing.check("belongs_to_somebody", FALSE, nobodys(entity.type_name, *names))


def _change(entity: EntityModel, mutation: DerivedMutation) -> Action:
    columns = [column for column in _given(entity) if column.written.changes and not column.written.owned]
    rule = RULES.get(mutation.name)

    def compose(writing: Writing) -> None:
        own = writing.own(*(rule.reads.get("id", ()) if rule else ()))
        links = _links(writing, entity, columns, rule)
        cells = _values(writing, columns, links)
        cells |= _copied(entity, links)
        if rule is not None:
            rule.apply(writing, cells)
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


def _input_name(column: Column) -> str:
    """As the field is called; a link with `Id` behind it."""
    return f"{column.label}Id" if column.target is not None else column.label


def _taken(entity: EntityModel, column: Column, *, required: bool) -> Given | Linked:
    name = _input_name(column)
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
    )
