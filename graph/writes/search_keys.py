"""The keys that rows are found by, written in the statement that writes the rows.

    written_1 AS (UPDATE child … RETURNING new and old),
    written_2 AS (DELETE FROM child_search_key USING the keys of the old row that the new one has not),
    written_3 AS (INSERT INTO child_search_key SELECT the keys of the new row that the old one has not)

Both are put together of columns that stand in the row (`graph/declarations/searched.py`), so that a given name's keys
follow where the family name changes. They go along to another programme. What is found to be an error loses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, all_, or_, select, true

from graph.declarations.search_keys import KEY, ROW
from graph.plan.sql.relation import Relation
from graph.plan.sql.search_keys import each_of, is_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.declarations.model import EntityModel
    from graph.declarations.searched import Searched
    from graph.writes.composer import Composer
    from graph.writes.draft import Sql, Written


def keyed_columns(entity: EntityModel) -> tuple[str, ...]:
    """What a write has to tell of its rows, so that their keys can be written."""
    searched = entity.searched
    return () if searched is None else (*searched.needed, *_programme(entity))


def write_search_keys(writing: Composer, written: Written) -> None:
    """Write the keys of new rows, and those that changed rows have now or have no longer."""
    entity, searched = written.entity, written.entity.searched
    if searched is None or set(keyed_columns(entity)).isdisjoint(written.columns):
        return
    keyed = _keyed(written, searched)
    told = (*_programme(entity), ROW)
    if not written.creates:
        writing.remove(searched.table, _besides(keyed, "o", "n", told))
    come = _besides(keyed, "n", None if written.creates else "o", told)
    writing.insert(searched.table, {name: come.c[name] for name in (KEY, *told)}, come, must=False)


def _programme(entity: EntityModel) -> tuple[str, ...]:
    return () if entity.programme_column is None else (entity.programme_column,)


def _keyed(written: Written, searched: Searched) -> CTE:
    """What was written, with the keys of each row as it is and as it was."""
    rows, told = Relation(written.cte), (*_programme(written.entity), "id")
    columns: list[Any] = []
    for side in ("n",) if written.creates else ("n", "o"):
        keys = searched.keys(lambda name, side=side: rows.c[f"{side}_{name}"])  # type: ignore[misc]  # a default is no parameter
        columns += [keys.label(f"{side}_keys"), *(rows.c[f"{side}_{name}"] for name in told)]
    return select(*columns).select_from(rows.clause).cte(f"keyed_{written.cte.name}")


def _besides(keyed: CTE, side: str, other: str | None, told: Sequence[str]) -> Relation:
    """The keys of the rows on one side, but for those that they have on the other side too."""
    rows = Relation(keyed)
    each = each_of(rows.c[f"{side}_keys"])
    where: list[Sql] = [is_key(each)]
    own = {ROW: "id"}
    if other is not None:
        moved = (rows.c[f"{side}_{name}"] != rows.c[f"{other}_{name}"] for name in told if name != ROW)
        where.append(or_(each.c[KEY] != all_(rows.c[f"{other}_keys"]), *moved))
    found = select(each.c[KEY], *(rows.c[f"{side}_{own.get(name, name)}"].label(name) for name in told))
    found = found.select_from(rows.clause.join(each, true())).where(*where).distinct()
    return Relation(found.subquery(f"{side}_{keyed.name}"))
