"""Ends by death that are not said of the child: what a migration left for somebody to decide, listed in a file.

A migration says of the child what a placement's end says. Where there are several such ends, or a fact of a later day
stands against one, nobody but the office knows which is right: each is listed with the facts that stand against it.
"""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click
from sqlalchemy import Date, Text, and_, cast, func, literal_column, or_, select, table, union_all

from countries.connections.coming_in import come_in
from graph.bulk.one_form import sees_all
from graph.entities import graph_model
from graph.plan.sql.compiled import text_of
from graph.plan.sql.relation import Relation
from graph.writes.deaths import DEATH, FOREVER

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import ColumnElement, Select

    from countries.connections.address import Address

COLUMNS = ("country", "child", "placement", "endedOn", "laterFact", "laterStartedOn", "laterEndedOn")
CORRECTIONS = "corrections"
"""Where in the data directory rows are listed that somebody has to correct."""
OWN_EYES = 0o600
ONE: ColumnElement[Any] = literal_column("1")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What was listed.

    Attributes:
        path: the file; CSV with the columns `COLUMNS`, ids and days alone.
        children: how many children it is about.
    """

    path: Path
    children: int


async def list_unsaid_deaths(address: Address, login: str, folder: Path) -> Unsaid | None:
    """List the ends by death that are said of no child; nothing where there is none, or `login` sees none.

    Args:
        address: the database.
        login: who sees past row security there, as the operator does.
        folder: where the file goes. A list that is there already is not written again, and none is overwritten.
    """
    connection = await come_in(address, login)
    try:
        if not await sees_all(connection):
            return None
        rows = await connection.fetch(text_of(_unsaid()))
    finally:
        await connection.close()
    if not rows:
        return None
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    path = _written(folder, text.getvalue().encode())
    return Unsaid(path, len({(row[0], row[1]) for row in rows}))


def _unsaid() -> Select[Any]:
    """Each end by death of a child of whom no death is on record, beside every fact or plan that stands against it."""
    child, ended = (_rows(name, "ended") for name in ("child", "placement"))
    stay, tie = (_rows(name, "later") for name in ("placement", "community_link"))
    country = Relation(table("country").alias("country_ended"))
    today = cast(func.timezone(country.c.time_zone, func.now()), Date)
    # What lasts longer, began later or is another death stands against one.
    longer = [func.coalesce(row.c.ended_on, FOREVER) > ended.c.ended_on + ONE for row in (stay, tie)]
    # A tie that goes on, or was to, ends with a death; where one begins nobody can set right: its first day is kept.
    over = longer[1] & (tie.c.ended_on <= today)
    facts = union_all(
        _facts("Placement", stay).where(
            _of(stay, ended),
            stay.c.voided_at.is_(None),
            stay.c.id != ended.c.id,
            or_(longer[0], stay.c.end_reason == DEATH),
        ),
        _facts("CommunityLink", tie).where(
            _of(tie, ended),
            func.coalesce(tie.c.ended_on, FOREVER) > tie.c.started_on + ONE,
            or_(tie.c.started_on > ended.c.ended_on, over),
        ),
    ).lateral("later")
    mine = and_(child.c.country_code == ended.c.country_code, child.c.id == ended.c.child_id)
    there = country.c.code == ended.c.country_code
    listed = (
        ended.c.country_code.label("country"),
        _named("Child", child).label("child"),
        _named("Placement", ended).label("placement"),
        ended.c.ended_on,
        facts.c.id,
        facts.c.started_on,
        facts.c.ended_on.label("later_ended_on"),
    )
    return (
        select(*listed)
        .select_from(
            ended.clause.join(child.clause, mine).join(country.clause, there).outerjoin(facts, literal_column("true"))
        )
        .where(ended.c.end_reason == DEATH, ended.c.voided_at.is_(None), child.c.died_on.is_(None))
        .order_by(*(literal_column(str(place)) for place in range(1, len(listed) + 1)))
    )


def _rows(name: str, part: str) -> Relation:
    return Relation(table(name).alias(f"{name}_{part}"), graph_model().by_table[name].led_on)


def _facts(type_name: str, row: Relation) -> Select[Any]:
    days = (cast(row.c[name], Date).label(name) for name in ("started_on", "ended_on"))
    return select(_named(type_name, row).label("id"), *days).select_from(row.clause)


def _of(row: Relation, ended: Relation) -> ColumnElement[bool]:
    return and_(row.c.country_code == ended.c.country_code, row.c.child_id == ended.c.child_id)


def _named(type_name: str, row: Relation) -> ColumnElement[Any]:
    """A row's id as clients know it."""
    prefix: ColumnElement[Any] = literal_column(f"'{type_name}_'")
    return prefix.op("||")(row.c.country_code).op("||")(literal_column("'_'")).op("||")(cast(row.c.id, Text))


def _written(folder: Path, text: bytes) -> Path:
    """A file with the text, for its owner's eyes alone; one that holds the same is taken as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = 0
    while True:
        number += 1
        path = folder / f"deaths-{number}.csv"
        try:
            opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWN_EYES)
        except FileExistsError:
            if path.read_bytes() == text:
                return path
            continue
        with os.fdopen(opened, "wb") as file:
            file.write(text)
        return path


async def tell_unsaid_deaths(address: Address, login: str, folder: Path) -> None:
    """Say on the command line where the ends by death are listed that are said of no child, if there are any."""
    unsaid = await list_unsaid_deaths(address, login, folder)
    if unsaid is not None:
        of = "1 child" if unsaid.children == 1 else f"{unsaid.children:,} children"
        click.echo(
            f"The death of {of} is said at the end of a placement alone: facts or plans of later days stand against it,"
            " there are several, or the day lies ahead, or before the birth. They are listed in"
            f" {unsaid.path}; correct or void what is wrong, then use recordDeath."
        )
