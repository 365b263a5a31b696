"""Makes the demonstration data uneven: ties, missing values, odd letters, days about today, rows recorded in error."""

from __future__ import annotations

from collections.abc import Iterator

import asyncpg

from graph.bulk.keys_anew import make_keys
from graph.declarations.leading_on import same_as_column
from graph.declarations.model import EntityModel
from graph.entities import graph_model

STATEMENTS = (
    """
    WITH numbered AS (
      SELECT country_code, id, row_number() OVER (PARTITION BY country_code ORDER BY id) AS n FROM child
    )
    UPDATE child SET
      family_name = CASE n % 6 WHEN 0 THEN NULL WHEN 1 THEN 'Same' ELSE family_name END,
      given_name = CASE n WHEN 2 THEN 'ångström' WHEN 3 THEN 'Ångström' WHEN 5 THEN 'a_b%c\\d' WHEN 7 THEN '😀'
        WHEN 8 THEN U&'\\FFFD' WHEN 9 THEN '' WHEN 10 THEN '"quoted"' WHEN 11 THEN E'two\\nlines' WHEN 13 THEN 'Ana'
        WHEN 14 THEN 'ana' WHEN 15 THEN 'Ana' ELSE given_name END,
      birth_date = CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN DATE '2016-02-29' WHEN 2 THEN DATE '2012-11-23'
        WHEN 3 THEN DATE '2012-11-22' ELSE birth_date END,
      birth_date_precision = CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN 'DAY' WHEN 2 THEN 'DAY' WHEN 3 THEN 'DAY'
        ELSE birth_date_precision END,
      enrolled_on = CASE n % 4 WHEN 0 THEN DATE '2020-01-01' ELSE enrolled_on END,
      updated_at = CASE n % 3 WHEN 0 THEN TIMESTAMPTZ '2026-01-02 03:04:05.6+00' WHEN 1 THEN
        TIMESTAMPTZ '2026-01-02 03:04:05.000007+00' ELSE updated_at END
    FROM numbered WHERE numbered.country_code = child.country_code AND numbered.id = child.id
    """,
    """
    WITH numbered AS (
      SELECT country_code, id, row_number() OVER (PARTITION BY country_code ORDER BY id) AS n
      FROM placement WHERE ended_on IS NULL AND started_on < '2026-11-20'
    )
    UPDATE placement SET
      started_on = CASE n % 9 WHEN 1 THEN DATE '2026-11-23' WHEN 2 THEN DATE '2026-11-22' ELSE started_on END,
      ended_on = CASE n % 9 WHEN 3 THEN DATE '2026-11-23' WHEN 4 THEN DATE '2026-11-22'
        WHEN 5 THEN DATE '2026-11-24' END,
      end_reason = CASE WHEN n % 9 IN (3, 4, 5) THEN 'MOVE' END,
      voided_at = CASE n % 9 WHEN 6 THEN TIMESTAMPTZ '2026-11-21 08:00:00+00' END,
      void_reason = CASE n % 9 WHEN 6 THEN 'Recorded for the wrong child.' END
    FROM numbered WHERE numbered.country_code = placement.country_code AND numbered.id = placement.id
    """,
    """
    UPDATE home_stay SET started_on = p.started_on, ended_on = p.ended_on, voided_at = p.voided_at
    FROM placement p WHERE p.country_code = home_stay.country_code AND p.id = home_stay.id
    """,
    """
    WITH numbered AS (
      SELECT country_code, id, row_number() OVER (PARTITION BY country_code ORDER BY id) AS n FROM sibling_bond
    )
    UPDATE sibling_bond SET
      started_on = CASE n % 5 WHEN 1 THEN DATE '2026-11-23' WHEN 2 THEN DATE '2020-01-01' ELSE started_on END,
      ended_on = CASE n % 5 WHEN 3 THEN DATE '2026-11-23' WHEN 4 THEN DATE '2026-11-22' END
    FROM numbered WHERE numbered.country_code = sibling_bond.country_code AND numbered.id = sibling_bond.id
    """,
    """
    WITH numbered AS (
      SELECT country_code, id, row_number() OVER (PARTITION BY country_code ORDER BY id) AS n FROM home
    ), elsewhere AS (
      SELECT DISTINCT ON (h.country_code, h.id) h.country_code, h.id, p.id AS programme_id
      FROM home h JOIN programme p ON p.country_code = h.country_code AND p.id <> h.programme_id
      ORDER BY h.country_code, h.id, p.id
    )
    UPDATE home SET
      name = CASE n % 3 WHEN 0 THEN 'Same' ELSE name END,
      capacity = CASE n % 2 WHEN 0 THEN 6 ELSE capacity END,
      closed_on = CASE n % 7 WHEN 1 THEN DATE '2026-11-23' WHEN 2 THEN DATE '2026-11-22' ELSE closed_on END,
      programme_id = CASE n % 4 WHEN 1 THEN coalesce(elsewhere.programme_id, home.programme_id)
        ELSE home.programme_id END
    FROM numbered LEFT JOIN elsewhere USING (country_code, id)
    WHERE numbered.country_code = home.country_code AND numbered.id = home.id
    """,
    """
    WITH numbered AS (SELECT country_code, id, row_number() OVER (ORDER BY country_code, id) AS n FROM programme)
    UPDATE programme SET
      name = CASE n % 3 WHEN 0 THEN 'Same' ELSE name END,
      annual_budget = CASE n % 3 WHEN 0 THEN NULL WHEN 1 THEN 1250.00 ELSE 0.10 END,
      people_reached = CASE n % 2 WHEN 0 THEN 9007199254740993 ELSE people_reached END
    FROM numbered WHERE numbered.country_code = programme.country_code AND numbered.id = programme.id
    """,
    """
    WITH numbered AS (
      SELECT country_code, id, row_number() OVER (PARTITION BY country_code ORDER BY id) AS n FROM community_link
    )
    UPDATE community_link SET
      partner_id = CASE n % 4 WHEN 0 THEN NULL ELSE partner_id END,
      started_on = CASE n % 3 WHEN 0 THEN DATE '2021-09-01' ELSE started_on END,
      ended_on = CASE n % 3 WHEN 0 THEN NULL ELSE ended_on END
    FROM numbered WHERE numbered.country_code = community_link.country_code AND numbered.id = community_link.id
    """,
)

COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'
"""


async def make_uneven(operator: asyncpg.Connection[asyncpg.Record]) -> None:
    """Change rows of a database that nothing else uses."""
    for statement in STATEMENTS:
        await operator.execute(statement)
    await make_keys(operator, ["BE", "KE", "NL"])
    await make_keys(operator, ["BE", "KE", "NL"])


async def take_back(operator: asyncpg.Connection[asyncpg.Record]) -> None:
    """Beside a third of the rows of every table that knows of errors stands one that was taken back.

    Where records lead on, half of these lead on to the row beside them. Half of what hung on that one hangs on them.
    """
    for entity in graph_model().by_table.values():
        if entity.void_column is None or entity.shadow_of:
            continue
        columns = [row["column_name"] for row in await operator.fetch(COLUMNS, entity.table)]
        given = dict(_taken_back(entity))
        listed, values = ", ".join(columns), ", ".join(given.get(column, f"o.{column}") for column in columns)
        # The names come from the declarations and the catalogue.
        await operator.execute(
            f"INSERT INTO {entity.table} ({listed}) SELECT {values} FROM {entity.table} o"  # noqa: S608 - as said
            f" WHERE {_drawn('o.id')} % 3 = 0 AND o.{entity.void_column} IS NULL"
        )
    for entity in graph_model().by_table.values():
        for link in entity.led_on:
            target = graph_model().by_table[str(entity.stored[link].target)]
            await operator.execute(
                f"UPDATE {entity.table} t SET {link} = o.id, {same_as_column(link)} = o.{target.same_as}"  # noqa: S608 - as above
                f" FROM {target.table} o WHERE (o.country_code, o.{target.same_as}) = (t.country_code, t.{link})"
                f" AND {_drawn('t.id')} % 2 = 0"
            )


def _taken_back(entity: EntityModel) -> Iterator[tuple[str, str]]:
    yield "id", "md5(o.id::text)::uuid"
    yield str(entity.void_column), "TIMESTAMPTZ '2026-11-21 08:00:00+00'"
    yield "void_reason", "'Recorded twice.'"
    if entity.same_as is not None:
        yield entity.same_as, f"CASE WHEN {_drawn('o.id')} % 2 = 0 THEN o.id END"


def _drawn(id_: str) -> str:
    """A number from 0 to 255, the same in each run."""
    return f"get_byte(uuid_send({id_}), 15)"
