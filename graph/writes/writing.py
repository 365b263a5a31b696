"""One mutation's statement, as its action composes it: rows that are read, checks, rows that are written.

    WITH child AS (SELECT … under the caller's policies), home AS (…),
      checks AS (SELECT the names of those that fail), key AS (INSERT … ON CONFLICT …),
      go AS (one row, unless a check fails or the key was used),
      written_1 AS (UPDATE … FROM go … RETURNING old and new), written_2 AS (INSERT … SELECT … FROM go, child, home …),
      history and feed (history_and_feed.py)
    SELECT what came of it

Rows are read and written in one statement, so that nothing can change between a look and a write that leans on it, but
for what a lock holds (statement.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, column, delete, insert, literal_column, select, update

from graph.declarations.leading_on import same_as_column
from graph.plan.sql.relation import Relation
from graph.writes.composer import Composer
from graph.writes.copies import follow
from graph.writes.deciding import decide
from graph.writes.draft import (
    NOW,
    NULL,
    ONE,
    Draft,
    Sql,
    Target,
    Written,
    after,
    identity_of,
    number_until,
    owners_of,
    table_of,
)
from graph.writes.made import with_keys
from graph.writes.obligations import needed_of, write_next
from graph.writes.reckoning import needed_to_reckon, reckoned_cells, with_reckoned_asked
from graph.writes.search_keys import keyed_columns, write_search_keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.tenancy.caller import Tier
    from graph.declarations.model import EntityModel, GraphModel
    from graph.writes.mutation import Mutation
    from graph.writes.shapes import Question

__all__ = ["NOW", "NULL", "ONE", "Draft", "Sql", "Target", "Writing", "Written", "after"]


WRITTEN = "written_"
"""What the sets of written rows are called, before their number."""


class Writing(Composer):
    """Composes one statement. Arguments as of `Composer`."""

    def __init__(
        self,
        model: GraphModel,
        action: Mutation,
        tier: Tier,
        present: frozenset[str],
        *,
        keyed: bool,
        named: bool = False,
    ) -> None:
        super().__init__(model, action, tier, present, keyed=keyed, named=named)
        self._go: CTE | None = None

    @property
    def go(self) -> CTE:
        """As `Composer.go`."""
        if self._go is None:
            self._has_begun = True
            self.checks, self.key, self._go = decide(self)
        return self._go

    # What is written

    def insert(
        self,
        name: str,
        values: Mapping[str, Sql],
        *sources: Relation,
        where: Sequence[Sql] = (),
        must: bool = True,
        optional: Mapping[str, Question] | None = None,
    ) -> Written:
        """As `Composer.insert`."""
        entity = self.model.by_table[name]
        _refuse_stale(entity, values, creates=True)
        values = {**values, **reckoned_cells(self, entity, values, None, {})}
        cells = {"country_code": self.country, **with_keys(entity, values, self.parameters, creates=True)}
        given = (key for key in cells if key != "country_code")
        needed = (*needed_of(entity), *needed_to_reckon(self.model, entity))
        told = (*given, *identity_of(entity), *needed, *keyed_columns(entity))
        rows = self._made(entity, cells, sources, where, tuple(dict.fromkeys(told)))
        columns = tuple(key for key in cells if key not in ("country_code", "id"))
        asked = _with_keys_asked(entity, optional or {})
        made = Written(entity, rows, columns, creates=True, voids=False, must=must, optional=asked)
        write_next(self, self._wrote(made))
        write_search_keys(self, made)
        return made

    def _made(
        self,
        entity: EntityModel,
        cells: Mapping[str, Sql],
        sources: Sequence[Relation],
        where: Sequence[Sql],
        kept: Sequence[str],
    ) -> CTE:
        """The rows that are written: `n_<column>` of those that are kept."""
        chosen = select(*(cell.label(key) for key, cell in cells.items())).select_from(
            self.go, *(source.clause for source in sources)
        )
        statement = insert(table_of(entity.table, cells)).from_select(list(cells), chosen.where(*where))
        returned: Sql = statement.returning(*(column(key).label(f"n_{key}") for key in kept))
        made: CTE = returned.cte(self._next())
        return made

    def update(  # noqa: PLR0913 - a statement has as many parts
        self,
        name: str,
        values: Mapping[str, Sql],
        *,
        where: Sequence[Sql],
        voids: bool = False,
        also_void: bool = False,
        must: bool = True,
        optional: Mapping[str, Question] | None = None,
        instead: Mapping[str, Sql] | None = None,
    ) -> Written:
        """As `Composer.update`; copies follow."""
        said: dict[str, Any] = {"voids": voids, "must": must, "optional": optional or {}, "instead": instead or {}}
        return self._change(name, values, where, void=also_void, **said)

    def repeat(self, name: str, values: Mapping[str, Sql], *, where: Sequence[Sql], borrows: bool) -> Written:
        """As `Composer.repeat`."""
        return self._change(name, values, where, void=True, voids=False, must=False, follows=True, borrows=borrows)

    def _change(
        self,
        name: str,
        values: Mapping[str, Sql],
        where: Sequence[Sql],
        *,
        void: bool,
        **said: Any,  # noqa: ANN401 - as of `Written`
    ) -> Written:
        entity = self.model.by_table[name]
        _refuse_stale(entity, values, creates=False)
        target = self.target(name)
        optional = said.pop("optional", None) or {}
        values = {**values, **reckoned_cells(self, entity, values, target, optional)}
        values = with_keys(entity, values, self.parameters, creates=False)
        cells = dict(values)
        if entity.in_graph:
            cells |= {"version": target.c.version + ONE, "updated_at": NOW}
        cells |= {
            each.name: number_until(each, entity, target, values)
            for each in entity.stored.values()
            if not values.keys().isdisjoint(each.until)
        }
        conditions = [*self.within(name, target, void=void), self.go.c.one == ONE, *where]
        whole = () if said.get("follows") else owners_of(entity)
        keyed = keyed_columns(entity)
        keyed = () if set(keyed).isdisjoint(values) else ("id", *keyed)
        needed = (*needed_of(entity), *needed_to_reckon(self.model, entity))
        kept = tuple(dict.fromkeys((*values, *identity_of(entity), *whole, *needed, *keyed)))
        changed = self._changed(target, cells, conditions, kept)
        # Where a record leads on to is no news of the row, which stands as it was recorded.
        told = tuple(key for key in values if key not in map(same_as_column, entity.led_on))
        asked = with_reckoned_asked(entity, values, _with_keys_asked(entity, optional))
        written = self._wrote(Written(entity, changed, told, creates=False, optional=asked, **said))
        follow(self, written)
        write_next(self, written)
        write_search_keys(self, written)
        return written

    def remove(self, name: str, rows: Relation) -> Written:
        """As `Composer.remove`."""
        entity = self.model.by_table[name]
        return self._wrote(Written(entity, self._removed(entity, rows), (), creates=False, voids=False, must=False))

    def _removed(self, entity: EntityModel, rows: Relation) -> CTE:
        """The rows that go: `n_<column>` of what tells them."""
        target = self.target(entity.table)
        told = [target.c[key] == rows.c[key] for key in entity.identity]
        statement = delete(target.table).where(*self.within(entity.table, target), *told)
        returned: Sql = statement.returning(*(target.c[key].label(f"n_{key}") for key in entity.identity))
        gone: CTE = returned.cte(self._next())
        return gone

    def _changed(self, target: Target, cells: Mapping[str, Sql], where: Sequence[Sql], kept: Sequence[str]) -> CTE:
        """The rows that change: of the columns that are kept `n_<column>`, as they are to be, and `o_<column>`."""
        statement = update(target.table).values(cells).where(*where)
        # Of what it does not write itself, a row tells in whose file it stands.
        led = {name: file for name, file in target.led.items() if name not in cells}
        returned: Sql = statement.returning(
            *(literal_column(f"new.{led.get(key, key)}").label(f"n_{key}") for key in kept),
            *(literal_column(f"old.{led.get(key, key)}").label(f"o_{key}") for key in kept),
        )
        changed: CTE = returned.cte(self._next())
        return changed

    def _wrote(self, written: Written) -> Written:
        self.draft.written.append(written)
        return written

    def _next(self) -> str:
        return f"{WRITTEN}{len(self.draft.written) + 1}"


def _with_keys_asked(entity: EntityModel, optional: Mapping[str, Question]) -> dict[str, Question]:
    """The columns that are written whether or not the input gives them; what is made of a text is asked as the text."""
    keys = {key: names for name, names in optional.items() for key in entity.stored[name].keys.values()}
    return {**keys, **optional}


def _refuse_stale(entity: EntityModel, values: Mapping[str, Sql], *, creates: bool) -> None:
    """What repeats the row that a link leads to is written with the link.

    Raises:
        TypeError: the action has left it out.
    """
    for each in entity.stored.values():
        linked = not values.keys().isdisjoint(copy.link for copy in each.copy_of)
        if each.name not in values and (linked or (creates and each.copy_of)):
            message = f"{entity.table}.{each.name} is a copy, and is written with what it is a copy of"
            raise TypeError(message)
