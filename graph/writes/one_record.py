"""Two records that become one: what cannot both stand of what hangs on them, each named by its own refusal.

It derives from what the entities declare. Of which there is one at a time, both records may not have one on one day.
What a rule asks of the row that is led to is asked of the record that stays. And nobody is tied to themselves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, literal_column, or_, select

from graph.declarations.lives import ENDED_ON, STARTED_ON
from graph.declarations.living import second
from graph.declarations.rules import stands
from graph.plan.sql.rule_frame import SqlFrame
from graph.reasons import Reason
from graph.refusals import Named, conflict
from graph.writes.draft import ONE, TRUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import EntityModel
    from graph.declarations.rules import Rule
    from graph.plan.sql.relation import Relation
    from graph.refusals import Refusal
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing

AT = ("input", "sameAsId")


def check_both_stand(writing: Writing, gone: Relation, stays: Relation) -> None:
    """Refuse what could not stand of both records together, each kind of it under its own name.

    Args:
        writing: the statement.
        gone: the record that is taken back.
        stays: the one that it leads on to, with all columns that rules read of it.
    """
    for entity, links in led_to(writing, writing.action.table):
        if entity.alone is not None:
            _check_alone(writing, entity, links, gone, stays)
        if len(links) > 1:
            _check_themselves(writing, entity, links, gone, stays)
        for link in links:
            for rule in entity.keeps:
                if rule.reads.keys() == {link} and not rule.was:
                    _check_rule(writing, entity, link, rule, (gone, stays))


def check_nothing_stands(writing: Writing, gone: Relation) -> None:
    """Refuse to take a record back on which rows stand, each type of them under its own name."""
    for entity, links in led_to(writing, writing.action.table):
        # A part goes along with its whole.
        if entity.part_of is None or entity.part_of in links:
            row = writing.rows(entity.table)
            mine = or_(*(row.c[link] == gone.c.id for link in links))
            told = conflict(
                Reason.STANDS_ON_IT,
                "A {type} of the child stands on record.",
                "Take the {type} back first; or say sameAsId, where the child was recorded twice.",
                "id",
                type=Named(entity.type_name),
            )
            there = _there(writing, entity, row, mine, gone)
            writing.check(f"no_{entity.table}_stands", ~there, told)


def columns_read(writing: Writing, table: str) -> tuple[str, ...]:
    """The columns that rules read of the record that stays."""
    return tuple(
        dict.fromkeys(
            name
            for entity, links in led_to(writing, table)
            for rule in entity.keeps
            for link in links
            for name in rule.reads.get(link, ())
        )
    )


def led_to(writing: Writing, table: str) -> Iterator[tuple[EntityModel, tuple[str, ...]]]:
    """The entities whose rows lead to such a record, each with the links that do."""
    for entity in writing.model.kept:
        links = tuple(link for link in entity.led_on if entity.stored[link].target == table)
        if links:
            yield entity, links


def _check_alone(
    writing: Writing, entity: EntityModel, links: tuple[str, ...], gone: Relation, stays: Relation
) -> None:
    """Of what there is one at a time, both may not have one on one day."""
    alone = entity.alone
    sides = [] if alone is None else [link for link in links if link in alone.by]
    if alone is None or not sides:
        return
    one, other = writing.rows(entity.table), writing.rows(entity.table)
    # Said of the row alone, it means the innermost one.
    meant: list[Sql] = [literal_column(f"({alone.where})")] if alone.where else []
    mine = or_(
        *(
            and_(
                one.c[link] == gone.c.id,
                other.c[link] == stays.c.id,
                one.c.id != other.c.id,
                *(one.c[name] == other.c[name] for name in alone.by if name != link),
            )
            for link in sides
        )
    )
    days = [func.daterange(row.c[STARTED_ON], row.c[ENDED_ON]) for row in (one, other)]
    twin = _there(writing, entity, other, and_(mine, days[0].op("&&")(days[1]), *meant), gone, stays, one)
    there = _there(writing, entity, one, and_(twin, *meant), gone, stays)
    refusal = alone.refusal or second(entity.type_name)
    writing.check(f"{entity.table}_of_one_at_a_time", ~there, _named(refusal, entity))


def _check_themselves(
    writing: Writing, entity: EntityModel, links: tuple[str, ...], gone: Relation, stays: Relation
) -> None:
    """What ties two children ties nobody to themselves."""
    row = writing.rows(entity.table)
    pairs = [(one, other) for one in links for other in links if one != other]
    mine = or_(*(and_(row.c[one] == gone.c.id, row.c[other] == stays.c.id) for one, other in pairs))
    told = conflict(
        Reason.SAME_CHILD,
        "The two have a {type} with one another.",
        "Take the {type} back first: nobody has one with themselves.",
        type=Named(entity.type_name),
    )
    there = _there(writing, entity, row, mine, gone, stays)
    writing.check(f"{entity.table}_of_two", ~there, replace(told, path=AT))


def _check_rule(
    writing: Writing, entity: EntityModel, link: str, rule: Rule, records: tuple[Relation, Relation]
) -> None:
    """A rule that reads nothing but the record holds of the one that stays."""
    gone, stays = records
    if rule.others is not None or rule.form is not None:
        return
    row = writing.rows(entity.table)
    nullable = entity.stored[rule.at].nullable
    kept = stands(rule, row, {link: stays}, SqlFrame(writing.today, writing.country), nullable=nullable)
    if rule.spares is not None:
        kept = or_(kept, func.coalesce(rule.spares(row), literal_column("false")))
    there = _there(writing, entity, row, and_(row.c[link] == gone.c.id, kept.is_not(TRUE)), gone, stays)
    writing.check(f"{entity.table}_{rule.name}", ~there, _named(rule.refusal, entity))


def _there(writing: Writing, entity: EntityModel, row: Relation, meets: Sql, *around: Relation) -> Sql:
    """Whether there is such a row that was not taken back; what is around it is read already."""
    found = select(ONE).select_from(row.clause).where(*writing.within(entity.table, row), meets)
    return exists(found.correlate(*(each.clause for each in around)))


def _named(refusal: Refusal, entity: EntityModel) -> Refusal:
    """A rule's own refusal, told at the record that stays, with the type of the rows that break it."""
    params = tuple(dict((*refusal.params, ("type", Named(entity.type_name)))).items())
    return replace(refusal, path=AT, params=params)
