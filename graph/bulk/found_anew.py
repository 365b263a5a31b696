"""The keys that rows are found by, made anew with what they are made of: what they had goes, what they have comes.

Each statement is of one table and names its country, so that it is one node's where tables are spread over several.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Text, Uuid, bindparam, column, delete, func, select, table
from sqlalchemy.dialects.postgresql import insert

from graph.declarations.search_keys import KEY
from graph.plan.sql.compiled import with_values
from graph.plan.sql.relation import Relation
from graph.plan.sql.search_keys import keys_of
from graph.writes.draft import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from graph.declarations.model import EntityModel

KeyRow = tuple[object, ...]
"""A key of a row, by the columns of the table of keys."""


@dataclass(slots=True)
class FoundAnew:
    """The keys of some rows, in one transaction.

    Attributes:
        entity: whose rows.
        connection: of a login that sees past row security.
        code: their country.
        ids: which.
    """

    entity: EntityModel
    connection: asyncpg.Connection[asyncpg.Record]
    code: str
    ids: Sequence[object]
    _before: set[KeyRow] = field(default_factory=set)

    async def hold(self) -> None:
        """Keep the rows from others, and look which keys they have."""
        rows = Relation(table(self.entity.table).alias("held"))
        chosen = select(rows.c.id).select_from(rows.clause).where(*self._mine(rows)).order_by(rows.c.id)
        await self._fetch(chosen.with_for_update(key_share=True))
        self._before = await self._keys()

    async def settle(self) -> None:
        """Take the keys away that the rows have no longer, and add those that they have now."""
        now = await self._keys()
        await self._remove(self._before - now)
        await self._add(now)

    def _mine(self, rows: Relation) -> list[Any]:
        code, ids = bindparam("code", type_=Text()), bindparam("ids", type_=ARRAY(Uuid()))
        return [rows.c.country_code == code, rows.c.id == ids.any_()]

    async def _keys(self) -> set[KeyRow]:
        rows = Relation(table(self.entity.table).alias("held"))
        found = await self._fetch(keys_of(self.entity, rows).where(*self._mine(rows)))
        return {tuple(row.values())[1:] for row in found}

    async def _fetch(self, statement: Any) -> list[asyncpg.Record]:  # noqa: ANN401 - a SELECT
        text, values = with_values(statement, code=self.code, ids=list(self.ids))
        return list(await self.connection.fetch(text, *values))

    async def _remove(self, keys: set[KeyRow]) -> None:
        said, target, given = self._said(keys)
        told = [target.c[name] == said.c[name] for name in self._names]
        statement = delete(target).where(target.c.country_code == bindparam("code", type_=Text()), *told)
        await self._run(statement, given)

    async def _add(self, keys: set[KeyRow]) -> None:
        """Those that are there already stay: a row from before may have some."""
        said, target, given = self._said(keys)
        code = bindparam("code", type_=Text())
        chosen = select(code, *(said.c[name] for name in self._names)).select_from(said.clause)
        statement = insert(target).from_select(["country_code", *self._names], chosen)
        await self._run(statement.on_conflict_do_nothing(), given)

    @property
    def _names(self) -> tuple[str, ...]:
        programme = () if self.entity.programme_column is None else (self.entity.programme_column,)
        return (KEY, *programme, "row_id")

    def _said(self, keys: set[KeyRow]) -> tuple[Relation, Any, dict[str, list[object]]]:
        """Keys as rows, the table of keys, and the values."""
        lists: dict[str, list[object]] = {f"of_{name}": [] for name in self._names}
        for each in keys:
            for listed, value in zip(lists.values(), each, strict=True):
                listed.append(value)
        types = {name: Text() if name == KEY else Uuid() for name in self._names}
        arrays = [bindparam(f"of_{name}", type_=ARRAY(type_)) for name, type_ in types.items()]
        rows = func.unnest(*arrays).table_valued(*map(column, self._names)).render_derived(name="said")
        searched = self.entity.searched
        return Relation(rows), table_of(searched.table if searched else "", ("country_code", *self._names)), lists

    async def _run(self, statement: Any, given: dict[str, list[object]]) -> None:  # noqa: ANN401 - a statement
        if any(given.values()):
            text, values = with_values(statement, code=self.code, **given)
            await self.connection.execute(text, *values)
