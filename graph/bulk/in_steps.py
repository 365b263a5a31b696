"""An import's rows written step by step, where one statement that reads and writes would not be one node's.

    each write    the rows that change are held ─> what each row holds and is to hold, kept in a set: `written_1`, …
    then          each set into its table ─> the history of each class ─> the counter ─> the feed

It is composed as on one server, by the same expressions. All rows are worked out before the first is written, so that
they see what one statement would see.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CTE, Column, MetaData, Table, exists, func, literal_column, select, table
from sqlalchemy import cast as typed
from sqlalchemy import column as sql_column

from graph.bulk.routed import RoutedStage
from graph.bulk.staging import CHANGED
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.kinds.table import STORED
from graph.writes.draft import NULL, ONE, default_of
from graph.writes.history_and_feed import SAID, entries_of, touched, written_by
from graph.writes.steps.texts import counting
from graph.writes.writing import WRITTEN, Writing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Select

    from countries.tenancy.caller import Tier
    from graph.bulk.import_context import Ground
    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql, Target
    from graph.writes.mutation import Mutation

FRAME = {"version": "{}.version + 1", "updated_at": "now()"}
"""What a change writes of a row that counts its versions."""
COUNTRY = "country_code"
OF_THE_FEED = ("number", "type", "row_id", "kind", "programme_id")


@dataclass(frozen=True, slots=True)
class WriteStep:
    """Rows that are written.

    Attributes:
        entity: whose they are.
        name: of the set that holds them.
        columns: what is written, column by column.
        chosen: what the set is filled with.
        held: the rows that change, held from here to the commit; none where they are new.
        removes: whether the rows are taken away.
    """

    entity: EntityModel
    name: str
    columns: tuple[str, ...]
    chosen: Select[Any]
    held: Select[Any] | None = None
    removes: bool = False


class Stepwise(Writing):
    """Composes the steps. Arguments as of `Composer`, and the ground that they are taken on."""

    def __init__(self, ground: Ground, action: Mutation, tier: Tier) -> None:
        super().__init__(graph_model(), action, tier, frozenset(), keyed=False)
        self.parameters = ground.parameters
        self.ground = ground
        self.stage = cast("RoutedStage", ground.stage)
        self.steps: list[WriteStep] = []

    @property
    def go(self) -> CTE:
        """Nothing stands in the way: whatever would has been told before."""
        return select(ONE.label("one")).cte("go")

    def _made(
        self,
        entity: EntityModel,
        cells: Mapping[str, Sql],
        sources: Sequence[Relation],
        where: Sequence[Sql],
        kept: Sequence[str],
    ) -> CTE:
        columns = tuple(name for name in cells if name != COUNTRY)
        told = tuple(dict.fromkeys((*columns, *kept)))
        # What nobody gives would be a text where it is empty.
        unsaid = {each: typed(default_of(stored), STORED[stored.kind]) for each, stored in entity.stored.items()}
        values = {name: cells[name] if name in cells else unsaid[name] for name in told}
        chosen = select(*(value.label(f"n_{name}") for name, value in values.items()))
        chosen = chosen.select_from(*(source.clause for source in sources)).where(*where)
        return self._step(entity, columns, chosen, new=told)

    def _changed(self, target: Target, cells: Mapping[str, Sql], where: Sequence[Sql], kept: Sequence[str]) -> CTE:
        entity = self.model.by_table[target.table.name]
        told = tuple(dict.fromkeys(("id", *(name for name in cells if name != "updated_at"), *kept)))
        chosen = (
            select(
                *((cells[name] if name in cells else target.c[name]).label(f"n_{name}") for name in told),
                *(target.c[name].label(f"o_{name}") for name in kept),
            )
            .select_from(target.table)
            .where(*where, *self._not_twice(target))
        )
        rows = chosen.with_only_columns(target.c.id).with_for_update(key_share=True, of=target.table)
        held = select(func.count()).select_from(rows.cte("held"))
        return self._step(entity, tuple(cells), chosen, held, new=told, old=kept)

    def _removed(self, entity: EntityModel, rows: Relation) -> CTE:
        chosen = select(*(rows.c[name].label(f"n_{name}") for name in entity.identity)).select_from(rows.clause)
        return self._step(entity, entity.identity, chosen, new=entity.identity, removes=True)

    def _not_twice(self, target: Target) -> list[Sql]:
        """No row is changed twice: as in one statement, the first change is the one."""
        before = (table(each.name, sql_column("n_id")) for each in self.steps if each.entity.table == target.table.name)
        return [~exists(select(ONE).select_from(rows).where(rows.c.n_id == target.c.id)) for rows in before]

    def _step(  # noqa: PLR0913 - a step has as many parts
        self,
        entity: EntityModel,
        columns: tuple[str, ...],
        chosen: Select[Any],
        held: Select[Any] | None = None,
        *,
        new: Sequence[str],
        old: Sequence[str] = (),
        removes: bool = False,
    ) -> CTE:
        name = self._next()
        sides = [("n_", each) for each in new] + [("o_", each) for each in old]
        types = {side + each: STORED[entity.stored[each].kind] for side, each in sides}
        self.stage.know(Table(name, MetaData(), *(Column(each, type_) for each, type_ in types.items())))
        self.steps.append(WriteStep(entity, name, columns, chosen, held, removes))
        # It stands where a write's own rows would: with the same columns, under the same name.
        return cast("CTE", table(name, *(sql_column(each, type_) for each, type_ in types.items())))

    async def write(self, written: dict[str, object]) -> tuple[list[int], int | None]:
        """Take the steps.

        Args:
            written: the values of `parameters.written`, by name.

        Returns:
            How many rows each wrote; and the last number in the country's feed, none where nothing changed.
        """
        # What was written before in the same run is no part of this.
        for name in (WRITTEN, CHANGED):
            await self.stage.clear(name)
        counts = [await self._fill(each, written) for each in self.steps]
        for step, count in zip(self.steps, counts, strict=True):
            if count:
                await self._write(step)
        for entries in entries_of(self):
            why = NULL if entries.reason is None else entries.reason
            said = {**self._of_the_writer(), "reason": why, **{name: entries.said[name] for name in SAID}}
            chosen = select(*said.values()).select_from(entries.rows).where(*entries.where)
            await self.stage.copy(entries.table, list(said), self.ground.composed(chosen, written), identified=True)
        last = await self._tell(written)
        # Another writing of the same import has sets of the same names.
        for prefix in (WRITTEN, CHANGED):
            await self.stage.clear(prefix)
        return counts, last

    async def _fill(self, step: WriteStep, written: dict[str, object]) -> int:
        if step.held is not None:
            await self.ground.fetch(step.held, written)
        cells = {each.name: each for each in step.chosen.selected_columns}
        return await self.ground.fill(step.name, cells, step.chosen, written)

    async def _write(self, step: WriteStep) -> None:
        if step.removes:
            await self.stage.remove(step.entity.table, step.columns, step.name)
            return
        if step.held is None:
            rows = table(step.name, *(sql_column(f"n_{name}") for name in step.columns))
            await self.stage.copy(
                step.entity.table, step.columns, self.ground.composed(select(*rows.c)), identified=False
            )
            return
        name = step.entity.table
        cells = {each: f"{step.name}.n_{each}" for each in step.columns if each not in FRAME}
        cells |= {each: said.format(name) for each, said in FRAME.items() if each in step.columns}
        await self.stage.change(name, cells, step.name)

    def _of_the_writer(self) -> dict[str, Sql]:
        return {
            "issuer": self.given("issuer", Kind.TEXT),
            "subject": self.given("subject", Kind.TEXT),
            "operation": literal_column(f"'{self.action.name}'"),
        }

    async def _tell(self, written: dict[str, object]) -> int | None:
        """The country's counter, taken once everything else is written, and the feed; the last number."""
        rows = touched(self).subquery("touched")
        cells: dict[str, Sql] = {name: rows.c[name] for name in ("type", "row_id", "kind", "programme_id")}
        cells["place"] = func.row_number().over(order_by=rows.c.place)
        wrote = written_by(self)
        count = await self.ground.fill(CHANGED, cells, select(*cells.values()).select_from(rows))
        if not count:
            return None
        last: int = await self.stage.lane.connection.fetchval(counting(), self.ground.country, count)
        told = table(CHANGED, *(sql_column(name) for name in cells))
        number: Sql = literal_column(str(last - count)) + told.c.place
        chosen = select(number, *(told.c[name] for name in OF_THE_FEED[1:]), *wrote.values()).select_from(told)
        composed = self.ground.composed(chosen, written)
        await self.stage.copy("change", (*OF_THE_FEED, *wrote), composed, identified=False)
        return last
