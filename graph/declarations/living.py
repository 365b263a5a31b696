"""What follows from what becomes of a row: whose days a day lies in, who sets right what, one at a time.

It runs once, after all entities are imported, as `owning.py` does: an owner may be declared later than what is its.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.declarations.nouns import Alone, DerivedMutation
from graph.declarations.verbs import Verb, name_of, sentence_of
from graph.refusals import Named

if TYPE_CHECKING:
    from graph.declarations.base import Entity
    from graph.refusals import Refusal


from typing import TYPE_CHECKING

from sqlalchemy import column, func
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from graph.declarations.base import among_themselves
from graph.declarations.constraints import refusing
from graph.declarations.days import LIFE
from graph.declarations.leading_on import led_on
from graph.declarations.link_rules import InOne
from graph.declarations.lives import ENDED_ON, STARTED_ON, VOIDED_AT, Corrected, Dated, Voidable
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.owners import PROGRAMME, OwnedBy
from graph.declarations.owning import owners_of
from graph.reasons import Reason
from graph.refusals import Refusal, conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from graph.declarations.base import Entity
    from graph.declarations.declared import Stored
    from graph.declarations.lives import Alone


def complete_lives(entity: type[Entity], table: Table) -> None:
    """Fill in whose life, and whose days, a day lies in; and who sets right what."""
    for each in table.columns:
        stored: Stored = each.info["hearth"]
        if stored.day is not None and stored.day.owners:
            stored = _within_owners(entity, stored)
        each.info["hearth"] = _set_right(entity, each, stored)


def _within_owners(entity: type[Entity], stored: Stored) -> Stored:
    """A day lies in the lives of those whose row it is, and in the days of what is theirs and has some."""
    if stored.day is None:
        return stored
    lives, inside = [], []
    for owner in (*owners_of(entity), *_other_of_pair(entity)):
        columns = entity.metadata.tables[owner.table].columns
        if owner.column == "id" or owner.table == PROGRAMME:
            continue
        if set(LIFE) <= set(columns.keys()):
            lives.append(owner.column)
        elif any(days is not None and days.after for days in (each.info["hearth"].day for each in columns)):
            inside.append(owner.column)
    day = stored.day
    if issubclass(entity, Dated) and entity.ends_with is not None:
        inside.append(entity.ends_with)
    born = dict.fromkeys((*day.born, *(lives if day.after is None else ())))
    within = dict.fromkeys((*day.lives, *lives)), dict.fromkeys((*day.inside, *inside))
    day = replace(day, born=tuple(born), lives=tuple(within[0]), inside=tuple(within[1]), owners=False)
    return replace(stored, day=day)


def _other_of_pair(entity: type[Entity]) -> Iterator[OwnedBy]:
    """The other one of a pair, for whom what holds of the one holds too."""
    name = entity.mirrored_by
    columns = entity.metadata.tables[str(entity.__tablename__)].columns
    declared = columns[name].info["hearth"].link if name is not None and name in columns else None
    if name is not None and declared is not None and declared.target in entity.metadata.tables:
        yield OwnedBy(declared.target, name)


def _set_right(entity: type[Entity], each: Any, stored: Stored) -> Stored:  # noqa: ANN401 - a column of any type
    """Of a row of facts whoever may give a column may correct it; whose row it is, nobody changes."""
    written = stored.written
    if issubclass(entity, Dated) and each.name in entity.at_end:
        return replace(stored, written=replace(written, changes=written.changes or written.creates, reasoned=True))
    given = written.creates and not (written.owned or written.changes or stored.copies)
    if not issubclass(entity, Corrected) or not given or each.name in fixed_links(entity):
        return stored
    return replace(stored, written=replace(written, changes=written.creates, reasoned=True))


def fixed_links(entity: type[Entity]) -> frozenset[str]:
    """The links that say whose row it is, what it is a part of, and who the other one of a pair is."""
    part_of = None if entity.owner is None else entity.owner.part_of
    said = [name for name in (part_of, entity.mirrored_by) if name]
    forms = (each.info.get("rule") for each in entity.rules)
    said += [name for form in forms if isinstance(form, InOne) for name in form.names]
    return frozenset({*(owner.column for owner in owners_of(entity)), *said})


def at_end_of(entity: type[Entity]) -> tuple[str, ...]:
    """The columns that are said with the end of a dated row."""
    return entity.at_end if issubclass(entity, Dated) else ()


def alone_of(entity: type[Entity]) -> Alone | None:
    """That there is one such row at a time, where the entity says so."""
    return entity.alone if issubclass(entity, Dated) else None


def exclusion(entity: type[Entity], table: Table) -> Iterator[ExcludeConstraint]:
    """Of rows of which there is one at a time, with what is told of a second one."""
    alone = alone_of(entity)
    if alone is None:
        return
    days, led = func.daterange(column(STARTED_ON), column(ENDED_ON)), led_on(table)
    yield refusing(
        ExcludeConstraint(
            (column("country_code"), "="),
            *((column(led.get(name, name)), "=") for name in alone.by),
            (days, "&&"),
            using="gist",
            where=among_themselves(alone.where, voids=entity.void_column is not None),
            name=alone.name or f"{table.name}_one_at_a_time",
        ),
        alone.refusal or second(entity.names.type),
    )


def second(type_name: str) -> Refusal:
    """What is told where there is one on some of the days already."""
    return conflict(
        Reason.ONE_AT_A_TIME,
        "There is a {type} of that sort on one of these days already.",
        "End the other {type} first, or choose other days.",
        "startedOn",
        type=Named(type_name),
    )


# What cannot be meant


def refuse_lives(entity: type[Entity], table: Table) -> None:
    """Look at what an entity says of what becomes of its rows.

    Raises:
        MisdeclaredError: it contradicts itself.
    """
    for name, message in (*_stray_verbs(entity, table), *_stray_names(entity, table)):
        raise MisdeclaredError(entity, name, message)


def _stray_verbs(entity: type[Entity], table: Table) -> Iterator[tuple[str, str]]:
    names: set[str] = set()
    for mutation in named(entity):
        if mutation.name in names:
            yield "mutations", f"two of them are called {mutation.name}."
        names.add(mutation.name)
        if mutation.does is Verb.END and not issubclass(entity, Dated):
            yield "mutations", "a row that is not dated does not end; say Dated among its bases."
        if mutation.does is Verb.VOID and entity.void_column is None:
            yield "mutations", "a row that cannot be taken back has no such verb; say Voidable among its bases."
        changed = [each.info["hearth"].written for each in table.columns]
        if mutation.does is Verb.CORRECT and not any(each.changes and not each.owned for each in changed):
            yield (
                "mutations",
                "nothing of it may be set right; say Corrected among its bases, or `changes` of a column.",
            )


def _stray_names(entity: type[Entity], table: Table) -> Iterator[tuple[str, str]]:
    if issubclass(entity, Dated):
        for name in entity.at_end:
            if name not in table.columns or not table.columns[name].nullable:
                yield "at_end", f"{name} is no column that is empty until the end; name one."
        alone = entity.alone
        stray = [] if alone is None else [name for name in alone.by if name not in table.columns]
        if stray:
            yield "alone", f"there is no column {', '.join(stray)}; name what the rows of a sort have in common."
        link = entity.ends_with
        led = None if link is None or link not in table.columns else table.columns[link].info["hearth"].link
        if link is not None and (led is None or ENDED_ON not in entity.metadata.tables[led.target].columns):
            yield "ends_with", f"{link} is no link to a row that ends; name the one in whose days it lies."
    if issubclass(entity, Voidable) and entity.void_column != VOIDED_AT:
        yield "void_column", "it follows from Voidable; leave it out."


def named(entity: type[Entity]) -> tuple[DerivedMutation, ...]:
    """The mutations that an entity names, each with its name and its sentence."""
    type_name = entity.names.type
    return tuple(
        replace(
            each, name=each.name or name_of(each.does, type_name), doc=each.doc or sentence_of(each.does, type_name)
        )
        for each in entity.mutations
    )
