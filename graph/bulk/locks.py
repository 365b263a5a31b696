"""Rows that an import leans on, held before it looks: children first, then homes, as every mutation does.

Which rows the file means is not known yet; every row that has one of its names is held, which is more than enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, or_, select, union

from graph.bulk.sheets import all_sheets

if TYPE_CHECKING:
    from graph.bulk.ground import Ground

KEYS = {"child": "case_number_key", "home": "name"}


def locking(ground: Ground) -> Select[Any] | None:
    """The statement that holds them; nothing where the file names neither a child nor a home."""
    held = [rows for table in KEYS if (rows := _held(ground, table)) is not None]
    if not held:
        return None
    return select(*(select(func.count()).select_from(rows).scalar_subquery() for rows in held))


def _held(ground: Ground, table: str) -> Any:  # noqa: ANN401 - a CTE, or nothing
    names: list[Any] = []
    ids: list[Any] = []
    for sheet in all_sheets().values():
        if sheet.table not in ground.given:
            continue
        staged = ground.staged(sheet.table)
        if sheet.table == table:
            own = {cell.compared for cell in sheet.values} & {KEYS[table]}
            names += [select(staged.c[name]).select_from(staged.clause) for name in own]
            ids.append(select(staged.c.id).select_from(staged.clause))
        for reference in sheet.references:
            if reference.target == table:
                cell = sheet.cell(reference.cell)
                names.append(select(staged.c[cell.compared]).select_from(staged.clause))
                ids.append(select(staged.c[cell.staged_id]).select_from(staged.clause))
    if not names:
        return None
    rows = ground.rows(table)
    meant = or_(rows.c[KEYS[table]].in_(union(*names)), rows.c.id.in_(union(*ids)))
    chosen = select(rows.c.id).select_from(rows.clause).where(*ground.within(table, rows), meant)
    chosen = chosen.order_by(rows.c.id).with_for_update(key_share=True)
    return chosen.cte(f"{table}_locked").prefix_with("MATERIALIZED")
