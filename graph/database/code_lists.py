"""The register of national codes as `hearth migrate` writes it: what the files say, and nothing that they no longer do.

A code that a row holds may go out of force, and stays in its list: the row is readable under its label for ever. A list
that loses one that is in use is refused, with all others, before anything is written.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from countries.codes.code import CodeFault, CodesError
from graph.entities import graph_model
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    import asyncpg

    from countries.codes.code import Code

TAKE_BACK = """
DELETE FROM national_code kept USING (
  SELECT country, list_key, code, from_day, until_day, place, international, label, languages, labels, source,
    certain
  FROM national_code
  EXCEPT
  SELECT country COLLATE "C", list_key COLLATE "C", code COLLATE "C", from_day, until_day, place,
    international COLLATE "C", label COLLATE "C",
    string_to_array(languages, E'\\x1f') COLLATE "C", string_to_array(labels, E'\\x1f') COLLATE "C",
    source COLLATE "C", certain COLLATE "C"
  FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::int[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::text[], $12::text[])
    AS said (country, list_key, code, from_day, until_day, place, international, label, languages, labels, source,
      certain)
) gone
WHERE (kept.country, kept.list_key, kept.code, kept.from_day) = (gone.country, gone.list_key, gone.code, gone.from_day)
"""
LAY_DOWN = """
INSERT INTO national_code
  (country, list_key, code, from_day, until_day, place, international, label, languages, labels, source, certain)
SELECT country, list_key, code, from_day, until_day, place, international, label,
  string_to_array(languages, E'\\x1f'), string_to_array(labels, E'\\x1f'), source, certain
FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::int[], $7::text[], $8::text[], $9::text[],
  $10::text[], $11::text[], $12::text[])
  AS said (country, list_key, code, from_day, until_day, place, international, label, languages, labels, source,
    certain)
ON CONFLICT DO NOTHING
"""
"""What the files say no more goes, what they say new comes."""
LOST = """
SELECT DISTINCT country, list_key, code FROM national_code WHERE (country, list_key, code) NOT IN (
  SELECT country COLLATE "C", list_key COLLATE "C", code COLLATE "C"
  FROM unnest($1::text[], $2::text[], $3::text[]) AS said (country, list_key, code))
ORDER BY country, list_key, code
"""
"""Codes that the files no longer name, on any day."""
USED = "SELECT format('SELECT DISTINCT %1$I FROM %2$I WHERE country_code = $1 AND %1$I = ANY ($2)', $1::text, $2::text)"
"""The statement that finds which codes a column of a table still holds."""
_BETWEEN = "\x1f"
"""Between the labels of a code, as they are sent."""
GROUP = tuple[str, str]
"""A country and the key of a list."""


async def write_codes(connection: asyncpg.Connection[asyncpg.Record], codes: Sequence[Code]) -> None:
    """Let the register hold what the files say.

    Args:
        connection: the owner's.
        codes: every code of every country.

    Raises:
        CodesError: lists have lost codes that rows hold; nothing was written.
    """
    columns = [list(column) for column in zip(*map(_row, codes), strict=True)]
    async with connection.transaction():
        lost = await connection.fetch(LOST, *columns[:3])
        if lost and (faults := [fault async for fault in _still_used(connection, lost, codes)]):
            raise CodesError(faults)
        for statement in (TAKE_BACK, LAY_DOWN):
            await connection.execute(statement, *columns)


def _row(code: Code) -> tuple[object, ...]:
    told = sorted(code.labels.items())
    languages, labels = (_BETWEEN.join(each) for each in zip(*told, strict=True))
    return (
        code.country, code.list, code.code, code.from_day, code.until_day, code.place, code.international, code.label,
        languages, labels, code.source, "YES" if code.certain else "NO",
    )  # fmt: skip


async def _still_used(
    connection: asyncpg.Connection[asyncpg.Record], lost: Sequence[asyncpg.Record], codes: Sequence[Code]
) -> AsyncIterator[CodeFault]:
    """The faults of lists that have lost codes which rows hold. The rows themselves are looked at, and never told."""
    files = {(code.country, code.list): code.file for code in codes}
    by_list: dict[GROUP, list[str]] = defaultdict(list)
    for row in lost:
        by_list[row["country"], row["list_key"]].append(row["code"])
    columns = _columns_of_lists()
    tables = tuple(dict.fromkeys(table for places in columns.values() for table, _ in places))
    # The owner is bound by row security like everybody; in this transaction it looks past it.
    await _each(connection, "ALTER TABLE %I NO FORCE ROW LEVEL SECURITY", tables)
    for (country, key), gone in by_list.items():
        used: set[str] = set()
        for table, column in columns.get(key, ()):
            found = await connection.fetch(await connection.fetchval(USED, column, table), country, gone)
            used.update(row[0] for row in found)
        file = files.get((country, key), f"{country}/{key}.csv")
        for code in sorted(used):
            yield CodeFault(
                file, 1, "code", f"the list {key} of {country} has lost the code {code}, which rows on record hold",
                "put its line back, and say in `until` since when it may not be used",
            )  # fmt: skip
    await _each(connection, "ALTER TABLE %I FORCE ROW LEVEL SECURITY", tables)


async def _each(connection: asyncpg.Connection[asyncpg.Record], statement: str, tables: Sequence[str]) -> None:
    for table in tables:
        await connection.execute(await connection.fetchval("SELECT format($1, $2::text)", statement, table))


def _columns_of_lists() -> Mapping[str, list[tuple[str, str]]]:
    """By list, the tables and columns that hold its codes."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entity in graph_model().by_table.values():
        for column in entity.stored.values() if entity.is_tenant else ():
            if column.kind is Kind.CODE and column.codes is not None:
                found[column.codes.list].append((entity.table, column.name))
    return found
