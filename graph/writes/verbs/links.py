"""The rows that an input names: read in the statement, under the caller's policies, and taken from what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case, or_, select

from graph.declarations.owners import nobodys
from graph.writes.draft import FALSE, NULL
from graph.writes.keeping import led_reads
from graph.writes.mirrors import facing
from graph.writes.parts import input_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

TOLD_APART = 3
"""So many links that may be left out have texts of their own, eight in all; of more, one text reads them all."""


@dataclass(frozen=True, slots=True)
class Led:
    """The row that a link leads to.

    Attributes:
        source: the row as read.
        given: whether the input names one; nothing where it does for certain.
    """

    source: Relation
    given: Sql | None = None

    def cell(self, name: str) -> Sql:
        """A column of it; empty where the input names no row."""
        return self.source.c[name] if self.given is None else select(self.source.c[name]).scalar_subquery()

    def cell_or(self, name: str, otherwise: Sql) -> Sql:
        """A column of it, or what stands for it where the input names no row."""
        return self.cell(name) if self.given is None else case((self.given, self.cell(name)), else_=otherwise)


def read_links(
    writing: Writing,
    entity: EntityModel,
    columns: Sequence[Column],
    *,
    apart: int = TOLD_APART,
    more: Sequence[Mapping[str, Sequence[str]]] = (),
) -> dict[str, Led]:
    """The rows that the input names, by column; what is copied of one, or a rule leans on, stays until the commit.

    Args:
        writing: the statement.
        entity: whose links.
        columns: the columns that somebody may give.
        apart: how many links that may be left out have texts of their own.
        more: what else is read of the rows, by link.
    """
    links = [column for column in columns if column.target is not None]
    optional = [column for column in links if column.nullable or not writing.action.creates]
    told_apart = len(optional) <= apart
    read = links if told_apart or not optional else [each for each in links if each not in optional]
    if not told_apart and writing.has(*(input_name(each) for each in optional)):
        read = links
    found: dict[str, Led] = {}
    for column in read:
        name, may_lack = input_name(column), column in optional and not told_apart
        if column in optional and told_apart and not writing.has(name):
            continue
        copied, (reads, stays) = tuple(entity.taken_from(column.name).values()), led_reads(writing, entity, column.name)
        other = facing(entity, column.name)
        of_pair = () if other == column.name else entity.taken_from(other).values()
        besides = [name for each in more for name in each.get(column.name, ())]
        needed = dict.fromkeys((*copied, *of_pair, *reads, *besides))
        # The two of a pair are held already.
        leant_on = (stays or bool(copied) or bool(besides)) and other == column.name
        source = writing.linked(name, *needed, stays=leant_on, optional=may_lack)
        found[column.name] = Led(source, writing.value(name).is_not(None) if may_lack else None)
    return found


def copied_cells(entity: EntityModel, links: Mapping[str, Led], otherwise: Mapping[str, Sql]) -> dict[str, Sql]:
    """What repeats the rows that are linked: the first of them that is given.

    Args:
        entity: whose copies.
        links: the rows.
        otherwise: what a copy is where none of them is given; empty where nothing is said.
    """
    found: dict[str, list[tuple[Sql | None, Sql]]] = {}
    for name, led in links.items():
        for own, there in entity.taken_from(name).items():
            found.setdefault(own, []).append((led.given, led.cell(there)))
    return {own: _first(listed, otherwise.get(own, NULL)) for own, listed in found.items()}


def _first(listed: Sequence[tuple[Sql | None, Sql]], otherwise: Sql) -> Sql:
    cases: list[tuple[Sql, Sql]] = []
    for given, cell in listed:
        if given is None:
            otherwise = cell
            break
        cases.append((given, cell))
    return case(*cases, else_=otherwise) if cases else otherwise


def check_owned(writing: Writing, entity: EntityModel, links: Mapping[str, Led]) -> None:
    """A row is somebody's: one of its owners is given."""
    owners = [owner.column for owner in entity.owners]
    named = [links[name].given for name in owners if name in links]
    given = [each for each in named if each is not None]
    if len(owners) > 1 and len(given) == len(named):
        names = [input_name(entity.stored[name]) for name in owners]
        writing.check("belongs_to_somebody", or_(FALSE, *given) if given else FALSE, nobodys(entity.type_name, *names))
