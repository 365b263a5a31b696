"""A database's catalogue as a set of facts, so that two databases can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg

Fact = tuple[str, ...]

FACTS: Mapping[str, str] = {
    "relation": """
        SELECT c.relname, c.relkind::text, c.relpersistence::text, pg_get_userbyid(c.relowner),
          c.relrowsecurity::text, c.relforcerowsecurity::text, coalesce(c.reloptions::text, ''),
          coalesce(obj_description(c.oid, 'pg_class'), '')
        FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'""",
    "column": """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text,
          a.attgenerated::text, a.attidentity::text, a.attcollation::regcollation::text, a.attstorage::text,
          coalesce(pg_get_expr(e.adbin, e.adrelid), ''), coalesce(col_description(c.oid, a.attnum), ''),
          coalesce(array_to_string(a.attoptions, ','), '')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        LEFT JOIN pg_attrdef e ON e.adrelid = c.oid AND e.adnum = a.attnum
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'
          AND c.relkind <> 'i' AND a.attnum > 0 AND NOT a.attisdropped""",
    "constraint": """
        SELECT c.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated::text, k.conenforced::text
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'""",
    "index": """
        SELECT c.relname, pg_get_indexdef(i.indexrelid), i.indisvalid::text
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'""",
    "policy": """
        SELECT c.relname, p.polname, p.polcmd::text, p.polpermissive::text,
          (SELECT string_agg(pg_get_userbyid(r), ',' ORDER BY pg_get_userbyid(r)) FROM unnest(p.polroles) AS r),
          coalesce(pg_get_expr(p.polqual, p.polrelid), ''), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'""",
    "table right": """
        SELECT c.relname, pg_get_userbyid(g.grantee), g.privilege_type, g.is_grantable::text
        FROM pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) g
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'""",
    "column right": """
        SELECT c.relname, a.attname, pg_get_userbyid(g.grantee), g.privilege_type, g.is_grantable::text
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) g
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'""",
    "function": """
        SELECT p.oid::regprocedure::text, regexp_replace(pg_get_functiondef(p.oid), '\\n\\s+', E'\\n', 'g'),
          pg_get_userbyid(p.proowner)
        FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""",
    "function right": """
        SELECT p.oid::regprocedure::text, pg_get_userbyid(g.grantee), g.privilege_type, g.is_grantable::text
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
        WHERE p.pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""",
    "trigger": """
        SELECT c.relname, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'hearth!_migration%' ESCAPE '!'
          AND NOT t.tgisinternal""",
    "schema right": """
        SELECT n.nspname, pg_get_userbyid(g.grantee), g.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) g
        WHERE n.nspname = 'public'""",
    "extension": "SELECT extname, extversion FROM pg_extension",
    "type": """
        SELECT t.typname, t.typtype::text FROM pg_type t
        WHERE t.typnamespace = 'public'::regnamespace AND t.typrelid = 0 AND t.typelem = 0
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')""",
}


async def snapshot(connection: asyncpg.Connection[Any]) -> frozenset[Fact]:
    """Everything about the tables, functions and rights of a database, but which migrations have run."""
    found: set[Fact] = set()
    for kind, query in FACTS.items():
        found |= {(kind, *(str(value) for value in row)) for row in await connection.fetch(query)}
    return frozenset(found)
