"""What every table's rows must keep: names that mean one row, keys that stand once, values that no mutation changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, and_, cast, exists, func, or_, select

from countries.tenancy.caller import Tier
from graph.bulk.import_context import FALSE, NULL, ONE, ZERO
from graph.bulk.resolving import hashable
from graph.bulk.sheets import ID, all_sheets
from graph.entities import graph_model
from graph.reasons import Reason
from graph.refusals import Named, conflict, not_found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.sheets import Reference, Sheet
    from graph.plan.sql.relation import Relation
    from graph.refusals import Param, Refusal


LOOK_FOR_IT = "It has to be in the country, or in the same import; compare how it is written."


OF_SHEET = Named("")
"""Stands for the type of a sheet's rows."""
SEVERAL = conflict(
    Reason.NAME_OF_SEVERAL,
    "Several rows are a {type} of that name.",
    "Write its id in place of the name, as an export does.",
    type=OF_SHEET,
)
SAME_NUMBER = conflict(
    Reason.SAID_TWICE,
    "That is the {type} of row {row}: capitals, spaces and hyphens make no difference.",
    "Keep one of the rows, or give each a number of its own where two are meant.",
    row=0,
    type=OF_SHEET,
)
TWICE = conflict(
    Reason.SAID_TWICE, "The file holds that {type} more than once.", "Keep one of the rows.", type=OF_SHEET
)
TWICE_OR_TWO = replace(TWICE, advice="Keep one of the rows, or give each its id where two are meant.")
"""Of what more than one may be: two stays may begin on one day."""
ID_TWICE = conflict(Reason.SAID_TWICE, "The file holds that id more than once.", "Keep one of the rows.")
SEVERAL_ON_RECORD = conflict(
    Reason.NAME_OF_SEVERAL,
    "Several rows on record are that {type}.",
    "Give the id of the one that is meant, as an export does.",
    type=OF_SHEET,
)
UNDER_ANOTHER_ID = conflict(
    Reason.SAME_ON_RECORD,
    "Another {type} on record has that already, under another id.",
    "Leave the id out where the same is meant; else change what tells the two apart.",
    type=OF_SHEET,
)
UNDER_ANOTHER_NUMBER = replace(
    UNDER_ANOTHER_ID,
    sentence="Another {type} on record has that already, under another id; capitals, spaces and hyphens make no"
    " difference.",
)
KEPT = conflict(
    Reason.KEPT_ON_RECORD,
    "It is on record otherwise, and an import does not change it.",
    "Leave it as it is on record.",
)


def _of(sheet: Sheet, refusal: Refusal, **params: Param) -> Refusal:
    return replace(refusal, params=(("type", Named(sheet.entity.type_name)), *params.items()))


@dataclass(frozen=True, slots=True)
class FileCheck:
    """One rule.

    Attributes:
        sheet: whose rows.
        column: the header under which the fault stands.
        refusal: what is wrong with it.
        rows: selects `number` and `value` of every row that breaks it.
        beside: whether it selects `other` too: the number of another row of the file, the refusal's parameter `row`.
    """

    sheet: Sheet
    column: str
    refusal: Refusal
    rows: Select[Any]
    beside: bool = False


def broken(final: Relation, value: Sql, clause: Sql, *conditions: Sql, several: bool = False) -> Select[Any]:
    """The rows of a file that meet conditions, without those that stand for the other side of a bond.

    Args:
        final: the rows as they are to be.
        value: what stands beside the fault.
        clause: what they are selected from.
        conditions: what they meet.
        several: whether those are meant that have the key of several rows on record. Of no other rule are they told:
            nobody knows which row they would have to be compared with.
    """
    chosen = select(final.c.number.label("number"), cast(value, Text).label("value")).select_from(clause)
    meant = final.c.matches > ONE if several else final.c.matches <= ONE
    return chosen.where(final.c.mirrored.is_(FALSE), meant, *conditions)


def common_checks(ground: Ground) -> Iterator[FileCheck]:
    """The rules that hold for every table."""
    for sheet in all_sheets().values():
        if sheet.table not in ground.given:
            continue
        for reference in sheet.references:
            yield from _names(ground, sheet, reference)
        if sheet.key:
            yield from _keys(ground, sheet)
        yield _ids(ground.final(sheet.table), sheet)
        yield from _fixed(ground, sheet)


def _with_file(ground: Ground, sheet: Sheet) -> tuple[Relation, Relation, Sql]:
    """The rows as they are to be, beside the rows as the file holds them."""
    final, staged = ground.final(sheet.table), ground.staged(sheet.table)
    joined = and_(staged.c.number == final.c.number, staged.c.mirrored == final.c.mirrored)
    return final, staged, final.clause.join(staged.clause, joined)


def _names(ground: Ground, sheet: Sheet, reference: Reference) -> Iterator[FileCheck]:
    final, staged, clause = _with_file(ground, sheet)
    types = graph_model().by_table
    cell = sheet.cell(reference.cell)
    value = func.coalesce(staged.c[cell.staged], cast(staged.c[cell.staged_id], Text))
    many = final.c[f"{reference.column}_many"]
    of_one: list[Sql] = []
    if reference.within is not None:
        within = sheet.cell(reference.within.cell)
        around = func.coalesce(staged.c[within.staged], cast(staged.c[within.staged_id], Text))
        arounds = final.c[f"{reference.column}_within_many"]
        type_name = types[reference.within.table].type_name
        yield from _meaning(sheet, within.header, type_name, lambda *met: broken(final, around, clause, *met), arounds)
        known = arounds == ONE if reference.within.required else func.coalesce(arounds, ONE) == ONE
        of_one = [or_(staged.c[cell.staged_id].is_not(None), known)]
    type_name = types[reference.target].type_name
    yield from _meaning(
        sheet, cell.header, type_name, lambda *met: broken(final, value, clause, *met, *of_one), many
    )  # fmt: skip


def _meaning(sheet: Sheet, header: str, type_name: str, rows: Any, many: Sql) -> Iterator[FileCheck]:  # noqa: ANN401 - as below
    yield FileCheck(
        sheet, header, replace(not_found(type_name), advice=LOOK_FOR_IT), rows(many == ZERO),
    )  # fmt: skip
    yield FileCheck(
        sheet, header, replace(SEVERAL, params=(("type", Named(type_name)),)), rows(many > ONE),
    )  # fmt: skip


def _keys(ground: Ground, sheet: Sheet) -> Iterator[FileCheck]:
    last = sheet.entity.stored[sheet.key[-1]]
    column = sheet.header_of(last.name)
    final, alone = ground.final(sheet.table), sheet.entity.void_column
    not_void = [final.c[alone].is_(None)] if alone is not None else []
    shown = final.c[last.name] if last.target is None else cast(NULL, Text)
    keys = [hashable(final.c[sheet.compared(name)], sheet, name) for name in sheet.key]
    number = final.c.number
    named = [final.c[name].is_not(None) for name in sheet.key if not sheet.entity.stored[name].nullable]
    place = func.row_number().over(partition_by=keys, order_by=number)
    without_id = func.bool_or(~final.c.id_given).over(partition_by=keys)

    def of_first(value: Sql) -> Sql:
        return func.first_value(value).over(partition_by=keys, order_by=number)

    marked = (
        select(
            number,
            shown.label("shown"),
            place.label("place"),
            without_id.label("without_id"),
            of_first(number).label("first"),
            (of_first(shown) == shown).label("written_so"),
        )
        .select_from(final.clause)
        .where(final.c.mirrored.is_(FALSE), *not_void, *named)
        .subquery("marked")
    )
    twice = select(
        marked.c.number.label("number"), cast(marked.c.shown, Text).label("value"), marked.c.first.label("other")
    ).where(marked.c.place > ONE)
    if sheet.compared(last.name) != last.name:
        yield FileCheck(
            sheet, column, _of(sheet, SAME_NUMBER, row=0),
            twice.where(marked.c.written_so.is_(FALSE)), beside=True,
        )  # fmt: skip
        twice = twice.where(marked.c.written_so)
    yield FileCheck(
        sheet, column, _of(sheet, TWICE if sheet.unique else TWICE_OR_TWO),
        twice if sheet.unique else twice.where(marked.c.without_id),
    )  # fmt: skip
    yield FileCheck(
        sheet, column, _of(sheet, SEVERAL_ON_RECORD),
        broken(final, shown, final.clause, several=True),
    )  # fmt: skip
    yield _taken(ground, sheet, final, column, shown)


def _ids(final: Relation, sheet: Sheet) -> FileCheck:
    seen = func.row_number().over(partition_by=final.c.id, order_by=final.c.number)
    ids = select(final.c.number, final.c.id, seen.label("place")).select_from(final.clause)
    again = ids.where(final.c.mirrored.is_(FALSE), final.c.id_given).subquery("again")
    told = select(again.c.number.label("number"), cast(again.c.id, Text).label("value")).where(again.c.place > ONE)
    return FileCheck(sheet, ID, ID_TWICE, told)


def _taken(ground: Ground, sheet: Sheet, final: Relation, column: str, shown: Sql) -> FileCheck:
    """A row with an id of its own has the key of another row that stays."""
    rows, other = ground.rows(sheet.table), ground.final(sheet.table)
    conditions = [
        *ground.within(sheet.table, rows),
        *(
            hashable(rows.c[sheet.compared(name)], sheet, name) == hashable(final.c[sheet.compared(name)], sheet, name)
            for name in sheet.key
        ),
        rows.c.id != final.c.id,
        ~exists(select(ONE).select_from(other.clause).where(other.c.id == rows.c.id)),
    ]  # fmt: skip
    if sheet.entity.void_column is not None:
        conditions.append(final.c[sheet.entity.void_column].is_(None))
    if not sheet.unique:
        conditions.append(final.c.known.is_(FALSE))
    alike = sheet.compared(sheet.key[-1]) != sheet.key[-1]
    there = exists(select(ONE).select_from(rows.clause).where(*conditions))
    return FileCheck(
        sheet, column,
        _of(sheet, UNDER_ANOTHER_NUMBER if alike else UNDER_ANOTHER_ID),
        broken(final, shown, final.clause, final.c.id_given, there),
    )  # fmt: skip


def stays(sheet: Sheet, column: str) -> bool:
    """Whether an import leaves a column of a row that exists as it is."""
    kept = sheet.kept(column)
    unchangeable = Tier.OFFICE not in sheet.entity.stored[column].written.changes
    return unchangeable or (kept is not None and not kept.once)


def _fixed(ground: Ground, sheet: Sheet) -> Iterator[FileCheck]:
    """No import does what no mutation does."""
    links = [reference.column for reference in sheet.references]
    for column in (*links, *(str(cell.column) for cell in sheet.values)):
        kept = sheet.kept(column)
        opens = kept is not None and kept.once
        if not opens and not stays(sheet, column):
            continue
        final, rows = ground.final(sheet.table), ground.rows(sheet.table)
        own = and_(*ground.within(sheet.table, rows, void=True), rows.c.id == final.c.id)
        differs = [final.c.known, rows.c[column].is_distinct_from(final.c[column])]
        if column in links:
            differs.append(final.c[column].is_not(None))
        else:
            differs.append(or_(final.c.faulty.is_(FALSE), final.c[column].is_not(None)))
        if opens:
            differs.append(rows.c[column].is_not(None))
        value = NULL if column in links else final.c[column]
        yield FileCheck(
            sheet, sheet.header_of(column), KEPT if kept is None else replace(KEPT, advice=kept.instead),
            broken(final, value, final.clause.join(rows.clause, own), *differs),
        )  # fmt: skip
