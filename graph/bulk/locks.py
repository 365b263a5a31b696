"""Which rows a file leans on: held before it is written, children first, then homes, as every mutation does.

They are held after everything has been looked up and checked, not while it is: that takes as long as the writing does.
Whatever others wrote meanwhile has its place in the country's feed; where some of it touches the file, the file is
looked up and checked once more with the rows held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Select, and_, exists, func, literal_column, or_, select, union

from graph.bulk.import_context import ONE, ZERO
from graph.bulk.sheets import ID, all_sheets, name_of
from graph.declarations.owners import PROGRAMME
from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.sheets import Sheet
    from graph.declarations.model import EntityModel


@dataclass(frozen=True, slots=True)
class ImportLocks:
    """What an import keeps from others until its commit.

    Attributes:
        children: how many.
        homes: how many.
        seconds: about how long: what writes takes as long as what came before it.
        others: how many rows of other tables that own rows, by what many of them are called.
    """

    children: int
    homes: int
    seconds: float
    others: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, rows: Mapping[str, int], seconds: float) -> ImportLocks:
        """What `locking` counted, by table."""
        types = graph_model().by_table
        others = ((types[name].many, count) for name, count in rows.items() if name not in ("child", "home"))
        return cls(rows["child"], rows["home"], seconds, tuple(others))

    @property
    def rows(self) -> int:
        """How many in all."""
        return self.children + self.homes + sum(count for _, count in self.others)


def locking(ground: Ground, *, hold: bool) -> Select[Any]:
    """Hold the rows that the file means, or count them; one row, a column for each table of owners: how many.

    They are held in the order in which every mutation holds them.
    """
    return select(*(_count(ground, table, hold=hold).label(table) for table in graph_model().roots))


def _count(ground: Ground, table: str, *, hold: bool) -> Any:  # noqa: ANN401 - an expression
    meant = _meant(ground, table)
    if meant is None:
        return ZERO
    rows = ground.rows(table)
    chosen = select(rows.c.id).select_from(rows.clause).where(*ground.within(table, rows), rows.c.id.in_(meant))
    if hold:
        chosen = chosen.order_by(rows.c.id).with_for_update(key_share=True)
    held = chosen.cte(f"{table}_held").prefix_with("MATERIALIZED")
    return select(func.count()).select_from(held).scalar_subquery()


def last_number(ground: Ground) -> Select[Any]:
    """How far the country's feed is: `last`, in one row; no row where nothing was ever written."""
    counter = ground.rows("change_counter")
    return select(counter.c.last).select_from(counter.clause).where(*ground.within("change_counter", counter))


def touching(ground: Ground) -> Select[Any]:
    """Whether what was written after the number `since` touches the file: `touched`, in one row.

    It does where a row that the file brings, names or leads to has changed, or one that leads to such a row.
    """
    touched = (each for sheet in all_sheets().values() for each in _touching(ground, sheet))
    return select(or_(literal_column("false"), *touched).label("touched"))


def _is_shared(entity: EntityModel) -> bool:
    """Whether many rows lead to one of these, a programme or a row of the whole country.

    That another does so too is nothing to the file. That they change themselves is.
    """
    return not entity.owners or entity.table == PROGRAMME


def _touching(ground: Ground, sheet: Sheet) -> Iterator[Sql]:
    types = graph_model().by_table
    links = {each.name: types[each.target] for each in sheet.entity.stored.values() if each.target is not None}
    leading = {name: target.table for name, target in links.items() if not _is_shared(target)}
    for column, target in {ID: sheet.table, **leading}.items():
        meant = _meant(ground, target)
        if meant is not None:
            rows, entry = ground.rows(sheet.table), ground.rows("change")
            since = [
                *ground.within("change", entry),
                entry.c.number > ground.parameters.written("since", BigInteger()),
                entry.c.type == literal_column(f"'{sheet.entity.type_name}'"),
            ]
            own = [*ground.within(sheet.table, rows, void=True), rows.c.id == entry.c.row_id]
            changed = select(ONE).select_from(entry.clause.join(rows.clause, and_(*own)))
            yield exists(changed.where(*since, rows.c[column].in_(meant)))


def _meant(ground: Ground, table: str) -> Any:  # noqa: ANN401 - a SELECT, or nothing
    """The ids of the rows that the file means: those that were found, and those of every name that stands in it.

    Of which programme a name is does not matter here: that is more than enough.
    """
    found, names = list(_ids(ground, table)), list(_names(ground, table))
    if names:
        rows = ground.rows(table)
        named = [*ground.within(table, rows), rows.c[str(_named_by(table))].in_(union(*names))]
        found.append(select(rows.c.id).select_from(rows.clause).where(*named))
    return union(*found) if found else None


def _ids(ground: Ground, table: str) -> Iterator[Select[Any]]:
    for sheet in all_sheets().values():
        if sheet.table in ground.given:
            final = ground.final(sheet.table)
            columns = [reference.column for reference in sheet.references if reference.target == table]
            for name in columns + [ID] * (sheet.table == table):
                yield select(final.c[name]).select_from(final.clause).where(final.c[name].is_not(None))


def _names(ground: Ground, table: str) -> Iterator[Select[Any]]:
    key = _named_by(table)
    for sheet in all_sheets().values():
        if key is None or sheet.table not in ground.given:
            continue
        staged = ground.staged(sheet.table)
        headers = {reference.cell for reference in sheet.references if reference.target == table}
        withins = (reference.within for reference in sheet.references)
        headers |= {within.cell for within in withins if within is not None and within.table == table}
        cells = [cell for cell in sheet.cells if cell.header in headers]
        cells += [cell for cell in sheet.values if sheet.table == table and cell.compared == key]
        for cell in cells:
            name = staged.c[cell.compared]
            yield select(name).select_from(staged.clause).where(name.is_not(None))


def _named_by(table: str) -> str | None:
    """The column that the name of a row is compared by, where a name tells one."""
    named = name_of(table)
    return None if named is None else named.key or named.name
