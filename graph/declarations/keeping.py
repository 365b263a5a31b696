"""The rules that an entity keeps: those that it declares and those that its days bring; what cannot be meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.declarations.base import table_of
from graph.declarations.code_rules import code_rules
from graph.declarations.day_rules import day_rules
from graph.declarations.lives import Dated
from graph.declarations.living import second
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.one_child import LINK, links_of_one_child, of_another
from graph.declarations.rule_reading import unread, unsaid
from graph.declarations.rules import OWN, Rule, one_at_a_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from enum import StrEnum

    from graph.declarations.base import Entity
    from graph.declarations.model import EntityModel


def with_rules(models: list[EntityModel], entities: Iterable[type[Entity]]) -> list[EntityModel]:
    """Every entity with its rules.

    Raises:
        MisdeclaredError: one cannot be meant.
    """
    by_table = {model.table: model for model in models}
    ruled = []
    for model, entity in zip(models, entities, strict=True):
        outlived, cut = (entity.outlived, entity.cut_by_death) if issubclass(entity, Dated) else (None, False)
        of_days = day_rules(model, by_table, outlived, cut=cut)
        keeps = (
            *entity.keeps,
            *_alone(model, entity),
            *of_days,
            *code_rules(model),
            *_of_one_child(model, entity),
        )
        names = [rule.name for rule in keeps]
        for rule in keeps:
            for wrong in _misfits(model, rule, names, by_table):
                raise MisdeclaredError(entity, "keeps", f"{rule.name}: {wrong}")
        ruled.append(replace(model, keeps=keeps))
    return ruled


def _of_one_child(model: EntityModel, entity: type[Entity]) -> Iterator[Rule]:
    """A link between two rows of a child's file leads to a row of the same one; programmes share their homes."""
    for name, target in links_of_one_child(entity, table_of(entity)):
        # A part has its owner of its whole.
        if name != model.part_of:
            yield _of_one(name, target)


def _of_one(name: str, target: str) -> Rule:
    return Rule(
        f"{name}_of_the_same_{LINK}",
        name,
        of_another(name, target),
        of=(name, LINK),
        reads={name: (LINK,)},
        holds=lambda row, led, _frame: led[name].c[LINK] == row.c[LINK],
    )


def _alone(model: EntityModel, entity: type[Entity]) -> Iterator[Rule]:
    """That there is one at a time, unless the entity says so in words of its own."""
    alone = model.alone
    if alone is None or alone.where or any(rule.others is not None for rule in entity.keeps):
        return
    yield one_at_a_time("one_at_a_time", model.table, alone.by, alone.refusal or second(model.type_name))


def _misfits(model: EntityModel, rule: Rule, names: list[str], by_table: Mapping[str, EntityModel]) -> Iterator[str]:
    yield from unsaid(rule)
    if names.count(rule.name) > 1:
        yield "two rules have that name"
    if [rule.holds, rule.others, rule.form].count(None) != 2:  # noqa: PLR2004 - all but one
        yield "it says what holds, or which rows may not be there; one of the two"
    for name in (rule.at, *rule.columns, *rule.was, *([rule.header] if rule.header else ())):
        if name not in model.stored:
            yield f"there is no column {name}"
    if rule.exception is not None and not rule.plans:
        yield "an exception lets a fact pass: say `plans`, the column of the first day"
    if rule.exception is not None and not _keeps_exceptions(model, rule.exception, by_table):
        yield f"nothing keeps its exceptions: a part of {model.table} names the {type(rule.exception).__name__}"
    if rule.lapses and rule.exception is None:
        yield "it says that an exception lapses, and knows none"
    if rule.behind and rule.behind not in names:
        yield f"there is no rule {rule.behind}"
    yield from _stray(model, rule, by_table)
    yield from unread(model, rule, by_table)


def _keeps_exceptions(model: EntityModel, exception: StrEnum, by_table: Mapping[str, EntityModel]) -> bool:
    """Whether a part of the entity has a column that says which rule it is about."""
    parts = (each for each in by_table.values() if each.part_of is not None)
    return any(
        part.stored[str(part.part_of)].target == model.table and column.enumeration is type(exception)
        for part in parts
        for column in part.stored.values()
    )


def _stray(model: EntityModel, rule: Rule, by_table: Mapping[str, EntityModel]) -> Iterator[str]:
    """What a rule reads of other rows is there."""
    led = {OWN: model} | {
        name: by_table[column.target] for name, column in model.stored.items() if column.target is not None
    }
    for link, columns in rule.reads.items():
        if link not in led:
            yield f"{link} is no link"
        elif stray := [name for name in columns if name not in led[link].stored]:
            yield f"{led[link].table} has no column {stray[0]}"
    for seen in rule.back:
        if seen.at not in rule.reads.get(seen.link, ()):
            yield f"it is seen from {seen.link}.{seen.at}, and does not read that"
    if rule.others is not None:
        other = by_table.get(rule.others.table)
        if other is None or not other.stored.keys() >= set(rule.others.columns):
            yield f"{rule.others.table} is no table with the columns {', '.join(rule.others.columns)}"
