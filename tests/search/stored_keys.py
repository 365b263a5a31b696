"""The keys that rows should be found by, put together here, beside the SQL that puts them together there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.search.keys import search_keys
from graph.text import TextForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import asyncpg

    from graph.declarations.model import EntityModel, GraphModel

    Operator = asyncpg.Connection[asyncpg.Record]


def expected(entity: EntityModel, row: Mapping[str, object]) -> set[str]:
    """The keys of a row; none of one that was recorded in error."""
    if entity.searched is None or (entity.void_column is not None and row[entity.void_column] is not None):
        return set()
    texts = {each.name: row[each.name] for each in entity.searched.texts if row[each.name] is not None}
    kept = {name: search_keys(str(text)).split("/") for name, text in texts.items()}
    found = {key for _, keys, _ in kept.values() for key in keys.split(" ")}
    names = [entity.named_by] if entity.named_by else []
    alone = (each for each in entity.searched.texts if each.form is TextForm.NAME and each.name not in entity.named_by)
    names += [(each.name,) for each in alone]
    for name in names:
        found |= set(_in_full([kept[each] for each in name if each in kept]))
    return found - {"", "=", "_="}


def _in_full(parts: list[list[str]]) -> Iterator[str]:
    for ordered in (parts, parts[::-1]):
        yield "=" + "".join(part[0].split(" ")[0] for part in ordered)
        yield "=" + "".join(part[0].split(" ")[1] for part in ordered)
        if all(part[2] for part in parts):
            for place, part in enumerate(ordered):
                for without in part[2].split(" "):
                    wholes = [each[0].split(" ")[0] for each in ordered]
                    wholes[place] = without[1:]
                    yield "_=" + "".join(wholes)


async def assert_found_by(operator: Operator, model: GraphModel) -> int:
    """Every row of every table that is searched has the keys of its texts and no other; how many keys there are."""
    keys = 0
    for entity in model.kept:
        if entity.searched is None:
            continue
        programme = entity.programme_column
        told = ["country_code", "row_id", *([programme] if programme else [])]
        held: dict[tuple[object, ...], set[str]] = {}
        for row in await operator.fetch(f"SELECT * FROM {entity.searched.table}"):  # noqa: S608 - names of a declaration
            held.setdefault(tuple(row[name] for name in told), set()).add(row["key"])
        own = ["country_code", "id", *([programme] if programme else [])]
        rows = await operator.fetch(f"SELECT * FROM {entity.table}")  # noqa: S608 - as above
        wanted = {tuple(row[name] for name in own): found for row in rows if (found := expected(entity, dict(row)))}
        assert held == wanted, f"the rows of {entity.table} are found by other keys than those of their names"
        keys += sum(map(len, held.values()))
    return keys
