"""What runs inside the transaction of a restore: whether the database is empty, and whether every row has come.

The scripts are fixed; names and numbers reach them as rows of temporary tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.database.migrate import FILLED, VERSION_TABLE
from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.backup.manifest import Manifest

NOT_OURS, LIVES, ROWS_DIFFER = "HB001", "HB002", "HB003"
"""The SQLSTATEs that the scripts raise."""

KNOWN = "CREATE TEMPORARY TABLE hearth_known (name text, filled boolean) ON COMMIT DROP;"
EXPECTED = "CREATE TEMPORARY TABLE hearth_expected (name text, rows bigint) ON COMMIT DROP;"

IS_EMPTY = """
SET LOCAL client_min_messages = warning;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '60s';
DO $$
DECLARE
  each record;
  held boolean;
BEGIN
  FOR each IN
    SELECT c.oid, c.oid::regclass AS name, c.relkind, known.filled
    FROM pg_class c LEFT JOIN pg_temp.hearth_known known ON known.name = c.relname
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind NOT IN ('i', 'I', 't', 'c')
      AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
  LOOP
    IF each.filled IS NULL OR each.relkind <> 'r' THEN
      RAISE EXCEPTION USING ERRCODE = 'HB001';
    END IF;
    EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', each.name);
    -- Who does not see the rows goes by the room that they take.
    IF row_security_active(each.oid) THEN
      held := pg_relation_size(each.oid) > 0;
    ELSE
      EXECUTE format('SELECT EXISTS (SELECT FROM %s)', each.name) INTO held;
    END IF;
    IF held AND NOT each.filled THEN
      RAISE EXCEPTION USING ERRCODE = 'HB002';
    END IF;
  END LOOP;
END
$$;
"""
"""Refuses a database that holds somebody's rows, or tables that are not ours; what is there is held until the end."""

CLEARED = """
DO $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_temp.hearth_known known ON known.name = c.relname
    WHERE c.relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', each.name);
  END LOOP;
  FOR each IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'hearth\\_%'
  LOOP
    EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', each.name);
  END LOOP;
END
$$;
"""
"""What a migration left in an empty database makes way for what the dump makes."""

ALL_ROWS = """
DO $$
DECLARE
  each record;
  counted bigint;
BEGIN
  FOR each IN SELECT name, rows FROM pg_temp.hearth_expected LOOP
    EXECUTE format('SELECT count(*) FROM %s', each.name::regclass) INTO counted;
    IF counted <> each.rows THEN
      RAISE EXCEPTION USING ERRCODE = 'HB003';
    END IF;
  END LOOP;
  IF EXISTS (
    SELECT FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND c.oid NOT IN (SELECT name::regclass FROM pg_temp.hearth_expected)
      AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ) THEN
    RAISE EXCEPTION USING ERRCODE = 'HB003';
  END IF;
END
$$;
"""
"""Refuses where a table holds more or fewer rows than the manifest says, or where it says nothing of one."""


def empty_check() -> str:
    """The script that refuses a database that lives."""
    names = {*graph_model().by_table, VERSION_TABLE}
    return "\n".join((KNOWN, *_copied("hearth_known", ((name, name in FILLED) for name in sorted(names))), IS_EMPTY))


def before(manifest: Manifest) -> str:
    """The script in front of what a dump makes."""
    return "\n".join((empty_check(), EXPECTED, *_copied("hearth_expected", manifest.tables.items()), CLEARED))


def _copied(table: str, rows: Iterable[tuple[str, object]]) -> Iterable[str]:
    yield f"COPY pg_temp.{table} FROM stdin;"
    for name, value in rows:
        yield f"{_escaped(name)}\t{value}"
    yield "\\."


def _escaped(name: str) -> str:
    """A text as COPY reads it: nothing in it ends a column, a row or the copy."""
    return name.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
