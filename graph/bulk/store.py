"""The two statements that write an import: every table's rows with their history, and then their places in the feed.

They are composed as a mutation is (`graph/writes/`), with the rows that are to be in place of an input. A mutation is
one statement; of a hundred thousand rows PostgreSQL looks after every link at the end of theirs, for seconds, and
everybody else who writes in the country would wait for the counter as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, exists, func, literal_column, select
from sqlalchemy.dialects.postgresql import array

from countries.tenancy.caller import Tier, writer_of
from graph.bulk.checks import stays
from graph.bulk.import_context import FALSE, ONE, ZERO, filled
from graph.bulk.in_steps import Stepwise
from graph.bulk.keeping import let_pass
from graph.bulk.room_in_homes import Crowding
from graph.bulk.routed import RoutedStage
from graph.bulk.sheets import ID, all_sheets
from graph.bulk.staging import CHANGED, changed_table, columns_of
from graph.entities import graph_model
from graph.entities.placement_exception import PlacementRule
from graph.plan.sql.relation import Relation
from graph.writes.action import Action
from graph.writes.ending_along import end_along
from graph.writes.history_and_feed import feed, history, numbered, touched
from graph.writes.writing import Writing, after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from enum import StrEnum

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.sheets import Sheet
    from graph.writes.mutation import Mutation
    from graph.writes.writing import Target, Written

OPERATION = "import"
FOREVER: Sql = literal_column("'infinity'::date")
IMPORT = Action(OPERATION, "Brings rows in bulk.", "child", (), lambda _: None, creates=True)


@dataclass(frozen=True, slots=True)
class StoredRows:
    """What was written.

    Attributes:
        created: new rows, by sheet.
        changed: rows that changed, by sheet; copies that followed among them.
        number: the last number that it took in the country's feed; none where nothing changed.
    """

    created: dict[str, int]
    changed: dict[str, int]
    number: int | None

    def with_care(self, begun: int, number: int | None) -> StoredRows:
        """The same, with times in care that placements tell of, and the last number that was taken behind these."""
        many = graph_model().by_table["care_episode"].many
        created = {**self.created, many: self.created.get(many, 0) + begun} if begun else self.created
        return StoredRows(created, self.changed, number or self.number)


def writing_on(ground: Ground, action: Mutation) -> Writing:
    """What composes the writes of an import, or of what is done as one: at once, or step by step."""
    if isinstance(ground.stage, RoutedStage):
        return Stepwise(ground, action, Tier.OFFICE)
    writing = Writing(graph_model(), action, Tier.OFFICE, frozenset(), keyed=False)
    writing.parameters = ground.parameters
    return writing


def composed(writing: Writing) -> Select[Any]:
    """What is written, with its history and its places in the feed, as one statement.

    Its row is `written`, how many rows each write wrote, and `number`, the last one of the feed.
    """
    entries = list(history(writing))
    counter, fed = feed(writing, entries)
    number = select(counter.c.last).scalar_subquery()
    return _counted(writing).add_columns(number.label("number")).add_cte(*entries, fed)


def _counted(writing: Writing) -> Select[Any]:
    written = [select(func.count()).select_from(each.cte).scalar_subquery() for each in writing.draft.written]
    return select(array(written).label("written"))


class Store:
    """Composes the statement."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.writing = writing_on(ground, IMPORT)
        self.writing.draft.sparing = True
        # Copies that no file holds follow their original; a file's own rows bring theirs.
        self.writing.draft.apart |= {name: partial(self._apart, name) for name in ground.given}

    def _apart(self, name: str, target: Target) -> Sql:
        own = self.ground.final(name)
        return ~exists(select(ONE).select_from(own.clause).where(own.c.id == target.c.id))

    def draft(self) -> None:
        """Compose what is written."""
        for sheet in all_sheets().values():
            if sheet.table not in self.ground.given:
                continue
            if sheet.alone is not None:
                self._in_turn(sheet, *sheet.alone)
            else:
                made, changed = self._insert(sheet), self._update(sheet)
                self._follow(sheet, made, [] if changed is None else [changed])
            for part in dict.fromkeys(cell.part for cell in sheet.of_parts):
                PARTS[str(part)](self)

    def compose(self) -> Select[Any]:
        """The statement that writes; its row is `written`, how many each wrote. What gets a number is noted."""
        rows = touched(self.writing).subquery("touched")
        cells: dict[str, Sql] = {name: rows.c[name] for name in ("type", "row_id", "kind", "programme_id")}
        cells["place"] = func.row_number().over(order_by=rows.c.place)
        noted = filled(CHANGED, cells, select(*cells.values()).select_from(rows)).returning(ONE).cte("noted")
        return _counted(self.writing).add_cte(*history(self.writing), noted)

    def numbering(self) -> Select[Any]:
        """The statement that takes the country's counter; its row is `number`, the last one of the feed."""
        rows = changed_table()
        settled = select(func.count().label("changes")).select_from(rows)
        counter, entries = numbered(self.writing, rows, settled, rows.c.place)
        return select(select(counter.c.last).scalar_subquery().label("number")).add_cte(entries)

    async def write(self, issuer: str, subject: str) -> StoredRows:
        """Write everything; once it has its numbers, nobody else writes in the country until the commit.

        Args:
            issuer: who vouches for the subject, for the history.
            subject: who imports.
        """
        self.draft()
        who: dict[str, object] = {
            "issuer": issuer, "subject": subject, "writer": writer_of(issuer, subject), "key": None,
        }  # fmt: skip
        if isinstance(self.writing, Stepwise):
            rows, number = await self.writing.write(who)
        else:
            (row,), (last,) = (
                await self.ground.fetch(self.compose(), who),
                await self.ground.fetch(self.numbering(), who),
            )
            rows, number = row["written"], last["number"]
        created: dict[str, int] = {}
        changed: dict[str, int] = {}
        for written, count in zip(self.writing.draft.written, rows, strict=True):
            if written.entity.in_graph and count:
                counts = created if written.creates else changed
                counts[written.entity.many] = counts.get(written.entity.many, 0) + count
        return StoredRows(created, changed, number)

    def _insert(self, sheet: Sheet, *more: Relation) -> Written:
        final = self.ground.final(sheet.table)
        cells = {ID: final.c.id, **{name: final.c[name] for name in columns_of(sheet)}}
        return self.writing.insert(sheet.table, cells, final, *more, where=[final.c.known.is_(FALSE)], must=False)

    def _changing(self, sheet: Sheet) -> list[str]:
        return [name for name in columns_of(sheet) if not stays(sheet, name)]

    def _update(self, sheet: Sheet, *where: Sql, final: Relation | None = None) -> Written | None:
        names = self._changing(sheet)
        if not names:
            return None
        source = final or self.ground.final(sheet.table)
        target = self.writing.target(sheet.table)
        cells = {name: source.c[name] for name in names}
        own = [target.c.id == source.c.id, source.c.known, source.c.same.is_(FALSE)]
        return self.writing.update(sheet.table, cells, where=[*own, *where], must=False)

    def _in_turn(self, sheet: Sheet, first: str, last: str) -> None:
        """Times that become shorter make room for those that become longer, and those for new ones."""
        target, final = self.writing.target(sheet.table), self.ground.final(sheet.table)
        shorter = (final.c[first] >= target.c[first]) & (
            func.coalesce(final.c[last], FOREVER) <= func.coalesce(target.c[last], FOREVER)
        )
        changes: list[Written] = []
        for condition in (shorter, ~shorter):
            before = [after(changes[-1]).c.rows >= ZERO] if changes else []
            changed = self._update(sheet, condition, *before, final=final)
            if changed is not None:
                changes.append(changed)
        placed = self._insert(sheet, *(after(each) for each in changes[-1:]))
        self._follow(sheet, placed, changes)

    def _follow(self, sheet: Sheet, made: Written, changes: Sequence[Written]) -> None:
        """What hangs on the rows of a sheet: their shadows, and what ends with them."""
        self._shadow(sheet, made, changes)
        for changed in changes:
            end_along(self.writing, changed)

    def _shadow(self, sheet: Sheet, made: Written, changes: Sequence[Written]) -> None:
        """What has a row for each row of the sheet, under the same id, has what that one has."""
        for shadow in graph_model().by_table.values():
            if sheet.table not in shadow.shadow_of:
                continue
            rows = Relation(made.cte)
            columns = [name for name in shadow.stored if name not in shadow.key]
            cells = {ID: rows.c.n_id, **{name: rows.c[f"n_{name}"] for name in columns}}
            self.writing.insert(shadow.table, cells, rows, must=False)
            taken = self.writing.target(shadow.table)
            moving = [name for name in columns if not stays(sheet, name)]
            for changed in changes:
                moved = Relation(changed.cte)
                values = {name: moved.c[f"n_{name}"] for name in moving}
                self.writing.update(shadow.table, values, where=[taken.c.id == moved.c.n_id], must=False)

    def write_exceptions(self) -> None:
        """Keep on record that children came although the home was full, or another rule would not have let them."""
        ground, final, sheet = self.ground, self.ground.final("placement"), all_sheets()["placement"]
        self._write_exceptions(PlacementRule.CAPACITY, final, Crowding(ground).first_full(final))
        for rule in sheet.entity.keeps:
            if rule.exception is not None:
                final = ground.final("placement")
                broken = let_pass(ground, sheet, rule).subquery(f"broken_{rule.name}")
                day = select(broken.c.day).where(broken.c.id == final.c.id).scalar_subquery()
                self._write_exceptions(rule.exception, final, day)

    def _write_exceptions(self, rule: StrEnum, final: Relation, day: Sql) -> None:
        ground = self.ground
        chosen = (
            select(
                final.c.id,
                final.c.child_id,
                final.c.home_id,
                final.c.programme_id,
                final.c.exception_reason,
                final.c.exception_authorised_by,
                day.label("day"),
            )
            .select_from(final.clause)
            .where(final.c.same.is_(FALSE), final.c.exception_reason.is_not(None), final.c.voided_at.is_(None))
        )
        made = Relation(chosen.subquery(f"exceptions_made_{len(self.writing.draft.written)}"))
        known = ground.rows("placement_exception")
        broken: Sql = literal_column(f"'{rule}'")
        told = [
            *ground.within("placement_exception", known),
            known.c.placement_id == made.c.id,
            known.c.rule == broken,
            known.c.dated == made.c.day,
        ]
        there = exists(select(ONE).select_from(known.clause).where(*told))
        cells = {
            ID: ground.stage.new_id,
            "placement_id": made.c.id,
            "child_id": made.c.child_id,
            "home_id": made.c.home_id,
            "programme_id": made.c.programme_id,
            "rule": broken,
            "dated": made.c.day,
            "reason": made.c.exception_reason,
            "authorised_by": made.c.exception_authorised_by,
        }
        self.writing.insert("placement_exception", cells, made, where=[made.c.day.is_not(None), ~there], must=False)


PARTS: Mapping[str, Callable[[Store], None]] = {"placement_exception": Store.write_exceptions}
"""How what a whole's row says of a part is written, by the part's table: what else the part says hangs on a rule."""
