"""The promises of each kind of table, checked against PostgreSQL's catalogue: every fault is one sentence.

A rule is a query that finds what breaks it. `$1` are the tenant tables, `$2` the tables without tenant, `$3` those of
the tenant tables that are ledgers: the graph has no type for them, and their keys are their own; `$4` those of the
tables without tenant that hold published figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.declarations.nouns import TableKind
from tests.access import TIERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import asyncpg

    from graph.declarations.model import GraphModel
    from tests.access import Access

UNDER_MIGRATION = "hearth_migration"

PARAMETERS = (
    "WITH given AS (SELECT $1::text[] AS tenant, $2::text[] AS shared, $3::text[] AS ledgers, $4::text[] AS published) "
)

RULES: Mapping[str, str] = {
    "is declared by no entity": """
        SELECT c.relname FROM pg_class c, given
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind NOT IN ('i', 'I')
          AND c.relname <> 'hearth_migration' AND NOT c.relname = ANY (tenant || shared)""",
    "is declared and not there": """
        SELECT declared.name FROM given, unnest(tenant || shared) AS declared (name)
        WHERE to_regclass('public.' || quote_ident(declared.name)) IS NULL""",
    "is a table of rows or figures without enabled and forced row security": """
        SELECT c.relname FROM pg_class c, given WHERE c.relnamespace = 'public'::regnamespace
          AND c.relname = ANY (tenant || published) AND NOT (c.relrowsecurity AND c.relforcerowsecurity)""",
    "is shared by all and has row security or a policy": """
        SELECT c.relname FROM pg_class c, given
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (shared)
          AND NOT c.relname = ANY (published)
          AND (c.relrowsecurity OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))""",
    "is a policy that is not for exactly one login": """
        SELECT p.polname FROM pg_policy p, given WHERE p.polroles = '{0}' OR cardinality(p.polroles) <> 1""",
    "is a second policy of the same login": """
        SELECT p.polname FROM pg_policy p JOIN pg_policy q USING (polrelid), given
        WHERE p.polroles && q.polroles AND p.oid > q.oid""",
    "is a restrictive policy, or one for some commands only": """
        SELECT p.polname FROM pg_policy p, given WHERE NOT p.polpermissive OR p.polcmd <> '*'""",
    "is a policy with OR or a sub-query": """
        SELECT p.polname FROM pg_policy p, given,
          concat(pg_get_expr(p.polqual, p.polrelid), ' ', pg_get_expr(p.polwithcheck, p.polrelid)) AS says
        WHERE says ~ '\\mOR\\M' OR says ~ '\\mSELECT\\M'""",
    "is a policy that lets headquarters' rows out to another login": """
        SELECT p.polname FROM pg_policy p, given
        WHERE NOT pg_get_expr(p.polqual, p.polrelid) ~ 'country_code = '
          AND p.polroles <> ARRAY[to_regrole('hearth_headquarters')::oid]
          AND p.polroles <> ARRAY[to_regrole('hearth_statistics')::oid]
          AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = p.polrelid AND c.relname = ANY (published)
            AND (p.polroles = ARRAY[to_regrole('hearth_auditor')::oid] OR c.relname = 'release'))""",
    "is a policy with a term that is always true": """
        SELECT p.polname FROM pg_policy p, given,
          regexp_replace(pg_get_expr(p.polqual, p.polrelid), 'current_setting\\([^)]*\\)', '', 'g') AS says
        WHERE says ~* '\\mtrue\\M' AND (says <> 'true'
          OR p.polroles <> ARRAY[to_regrole('hearth_headquarters')::oid]
            AND p.polroles <> ARRAY[to_regrole('hearth_statistics')::oid]
            AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = p.polrelid AND c.relname = ANY (published)))""",
    "is a policy that compares with the scope and says no country": """
        SELECT p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid, given,
          pg_get_expr(p.polqual, p.polrelid) AS says
        WHERE c.relname = ANY (tenant) AND says <> 'true' AND NOT says ~ '^\\(*country_code = '""",
    "is a tenant table whose key is not (country_code, id)": """
        SELECT c.relname FROM pg_class c, given
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (tenant) AND NOT c.relname = ANY (ledgers)
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p'
            AND pg_get_constraintdef(k.oid) = 'PRIMARY KEY (country_code, id)')""",
    "is a ledger without a key that begins with country_code": """
        SELECT c.relname FROM pg_class c, given
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (ledgers)
          AND NOT EXISTS (SELECT FROM pg_constraint k
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
            WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attname = 'country_code')""",
    "is a ledger that other tables lean on": """
        SELECT k.conname FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid, given
        WHERE k.contype = 'f' AND f.relname = ANY (ledgers)""",
    "is a key, exclusion or link of a tenant table that does not begin with country_code": """
        SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid, given
        WHERE c.relname = ANY (tenant) AND k.contype IN ('p', 'u', 'x', 'f')
          AND (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = k.conkey[1])
            IS DISTINCT FROM 'country_code'""",
    "is a link between tenant tables that does not carry the country on both sides": """
        SELECT k.conname FROM pg_constraint k
          JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid, given
        WHERE k.contype = 'f' AND f.relname = ANY (tenant)
          AND (cardinality(k.conkey) NOT IN (2, 3) OR (SELECT a.attname FROM pg_attribute a
            WHERE a.attrelid = f.oid AND a.attnum = k.confkey[1]) IS DISTINCT FROM 'country_code')""",
    "is a link that deletes or empties rows by itself, or is not enforced": """
        SELECT k.conname FROM pg_constraint k, given
        WHERE k.contype = 'f' AND k.conrelid::regclass::text = ANY (tenant || shared)
          AND (k.confdeltype <> 'a' OR k.confupdtype <> 'a' OR NOT k.conenforced OR NOT k.convalidated)""",
    "is an index of a tenant table that does not begin with country_code": """
        SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid, given
        WHERE c.relname = ANY (tenant) AND (SELECT a.attname FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0]) IS DISTINCT FROM 'country_code'""",
    "is an index that is not valid": """
        SELECT i.indexrelid::regclass::text FROM pg_index i, given WHERE NOT i.indisvalid""",
    "is a constraint whose name PostgreSQL made up or a distributed server would cut": """
        SELECT k.conname FROM pg_constraint k, given WHERE k.conrelid::regclass::text = ANY (tenant || shared)
          AND (k.conname ~ '[0-9]$' OR length(k.conname) > 55
            OR NOT starts_with(k.conname, k.conrelid::regclass::text || '_'))""",
    "is a text column that does not compare by code point": """
        SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, given
        WHERE c.relname = ANY (tenant || shared) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attcollation NOT IN (0, '"C"'::regcollation)""",
    "is a column of a type that the graph does not use": """
        SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, given
        WHERE c.relname = ANY (tenant || shared) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
          AND format_type(a.atttypid, NULL) NOT IN ('text', 'text[]', 'uuid', 'integer', 'bigint', 'date', 'numeric',
            'timestamp with time zone')
          AND NOT (format_type(a.atttypid, NULL) = 'jsonb' AND c.relname = ANY (ledgers))""",
    "is a table without a comment": """
        SELECT c.relname FROM pg_class c, given WHERE c.relname = ANY (tenant || shared) AND c.relkind = 'r'
          AND coalesce(obj_description(c.oid, 'pg_class'), '') = ''""",
    "is a column without a comment": """
        SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, given
        WHERE c.relname = ANY (tenant || shared) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
          AND coalesce(col_description(c.oid, a.attnum), '') = ''""",
    "is a trigger": "SELECT t.tgname FROM pg_trigger t, given WHERE NOT t.tgisinternal",
    "is a rule": """
        SELECT r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class, given
        WHERE c.relnamespace = 'public'::regnamespace""",
    "is open to PUBLIC": """
        SELECT c.relname FROM pg_class c, given WHERE c.relnamespace = 'public'::regnamespace
          AND EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee = 0)
        UNION ALL
        SELECT a.attrelid::regclass || '.' || a.attname FROM pg_attribute a, given
        WHERE a.attrelid >= 16384 AND EXISTS (SELECT FROM aclexplode(a.attacl) g WHERE g.grantee = 0)
        UNION ALL
        SELECT p.proname FROM pg_proc p, given WHERE p.pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') AND EXISTS
          (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE g.grantee = 0)
        UNION ALL
        SELECT n.nspname FROM pg_namespace n, given WHERE n.nspname = 'public'
          AND EXISTS (SELECT FROM aclexplode(n.nspacl) g WHERE g.grantee = 0 AND g.privilege_type = 'CREATE')""",
    "lets a login delete or empty it": """
        SELECT c.relname FROM pg_class c, given WHERE c.relnamespace = 'public'::regnamespace
          AND EXISTS (SELECT FROM aclexplode(c.relacl) g
            WHERE g.grantee <> c.relowner AND g.privilege_type IN ('DELETE', 'TRUNCATE')
              -- What an import works with is no record, nor is what a name was found by before it was changed.
              AND NOT ((c.relname = 'import_row' OR c.relname LIKE '%\\_search\\_key') AND g.privilege_type = 'DELETE'
                AND g.grantee IN (to_regrole('hearth_office')::oid, to_regrole('hearth_operator')::oid))
              AND NOT (c.relname IN ('child_search_key', 'community_partner_search_key') AND g.privilege_type = 'DELETE'
                AND g.grantee = to_regrole('hearth_caseworker')::oid))""",
    "lets a login write more than its table's columns say": """
        SELECT c.relname FROM pg_class c, given WHERE c.relnamespace = 'public'::regnamespace
          AND EXISTS (SELECT FROM aclexplode(c.relacl) g
            WHERE g.grantee NOT IN (c.relowner, 0, coalesce(to_regrole('hearth_operator')::oid, 0))
              AND g.privilege_type IN ('INSERT', 'UPDATE'))""",
    "is a right that its holder may pass on": """
        SELECT c.relname FROM pg_class c, given WHERE c.relnamespace = 'public'::regnamespace
          AND EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.is_grantable AND g.grantee <> c.relowner)""",
    "is a function that runs as its owner": """
        SELECT p.proname FROM pg_proc p, given WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""",
    "does not belong to hearth_owner": """
        SELECT c.relname FROM pg_class c, given
        WHERE c.relnamespace = 'public'::regnamespace AND c.relowner <> to_regrole('hearth_owner')
        UNION ALL
        SELECT p.proname FROM pg_proc p, given WHERE p.pronamespace = 'public'::regnamespace
          AND p.proowner <> to_regrole('hearth_owner')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""",
    "is a schema beside public": """
        SELECT n.nspname FROM pg_namespace n, given WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN
          ('public', 'information_schema')""",
    "is a login that could do more than it may": """
        SELECT r.rolname FROM pg_roles r, given WHERE r.rolname ~ '^hearth_' AND (r.rolsuper OR r.rolcreaterole
          OR r.rolcreatedb OR r.rolreplication OR r.rolinherit OR NOT r.rolcanlogin
          OR r.rolbypassrls <> (r.rolname = 'hearth_operator'))""",
    "is a member of another login, or has members": """
        SELECT r.rolname FROM pg_roles r JOIN pg_auth_members m ON r.oid IN (m.member, m.roleid), given
        WHERE r.rolname ~ '^hearth_'""",
}

POLICIES = """
SELECT c.relname AS table, r.rolname AS login FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_roles r ON r.oid = ANY (p.polroles)
"""
RIGHTS = """
SELECT g.privilege_type AS right, c.relname AS table, a.attname AS column, r.rolname AS login
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid CROSS JOIN aclexplode(a.attacl) g
  JOIN pg_roles r ON r.oid = g.grantee
WHERE c.relnamespace = 'public'::regnamespace AND g.privilege_type IN ('INSERT', 'UPDATE')
"""
INDEXED = """
SELECT c.relname AS table, (SELECT array_agg(a.attname ORDER BY k.place)
  FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (number, place)
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number WHERE k.place <= i.indnkeyatts)::text[] AS columns
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NULL
"""
NOT_LEAKPROOF = """
SELECT DISTINCT c.relname AS table, a.attname AS column
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_opclass o ON o.opcintype = a.atttypid AND o.opcdefault
JOIN pg_am m ON m.oid = o.opcmethod AND m.amname = 'btree'
JOIN pg_amop f ON f.amopfamily = o.opcfamily AND f.amoplefttype = a.atttypid AND f.amoprighttype = a.atttypid
JOIN pg_operator q ON q.oid = f.amopopr JOIN pg_proc p ON p.oid = q.oprcode
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT p.proleakproof
"""
"""Columns whose comparisons are not leakproof: under row security their index is not used."""


async def catalogue_faults(connection: asyncpg.Connection[Any], model: GraphModel, access: Access) -> list[str]:
    """What breaks a promise of its kind; empty where all is well."""
    tenant = [table for table, entity in model.by_table.items() if entity.kind is TableKind.TENANT]
    shared = [table for table in model.by_table if table not in tenant]
    published = [table for table, entity in model.by_table.items() if entity.kind is TableKind.FEDERATION]
    ledgers = [table for table in tenant if not model.by_table[table].in_graph]
    faults: list[str] = []
    for promise, rule in RULES.items():
        rows = await connection.fetch(PARAMETERS + rule, tenant, shared, ledgers, published)
        faults += [f"{row[0]} {promise}" for row in rows]
    faults += await _policy_faults(connection, [*tenant, *published], access)
    faults += await _right_faults(connection, access)
    faults += await _index_faults(connection, model, tenant)
    return faults


async def _policy_faults(connection: asyncpg.Connection[Any], tenant: list[str], access: Access) -> list[str]:
    """A login that reads a tenant table has its policy, and no other login has one."""
    held = {(row["table"], row["login"]) for row in await connection.fetch(POLICIES)}
    wanted = {(table, f"hearth_{tier}") for table in tenant for tier in TIERS if access.may_read(tier, table)}
    return [f"{table} has no policy for {login}" for table, login in sorted(wanted - held)] + [
        f"{table} has a policy for {login}, which may not read it" for table, login in sorted(held - wanted)
    ]


async def _right_faults(connection: asyncpg.Connection[Any], access: Access) -> list[str]:
    """Each login may give and change the columns of the file, of tables that it reads, and no others."""
    held = {(row["right"], row["table"], row["column"], row["login"]) for row in await connection.fetch(RIGHTS)}
    wanted = {
        (right, table, column, f"hearth_{tier}")
        for right, lines in (("INSERT", access.creates), ("UPDATE", access.changes))
        for table, column, tier in lines
    }
    return [f"{login} may not {right} {table}.{column}" for right, table, column, login in sorted(wanted - held)] + [
        f"{login} may {right} {table}.{column}" for right, table, column, login in sorted(held - wanted)
    ]


async def _index_faults(connection: asyncpg.Connection[Any], model: GraphModel, tenant: list[str]) -> list[str]:
    """What may be filtered or ordered by is found by an index that row security lets PostgreSQL use."""
    indexed = {(row["table"], tuple(row["columns"])) for row in await connection.fetch(INDEXED)}
    leaking = {(row["table"], row["column"]) for row in await connection.fetch(NOT_LEAKPROOF)}
    return [*_missing_indexes(model, tenant, indexed), *(
        f"{table}.{column.name} may be filtered or ordered by, and its comparisons are not leakproof"
        for table, entity in model.by_table.items()
        for column in entity.stored.values()
        if (column.filters or column.orders) and (table, column.name) in leaking
    )]  # fmt: skip


def _serves(columns: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """An index may hold a further column before the id: two filters that come together find each other in it."""
    return columns == wanted or (len(wanted) > 2 and (*columns[:2], columns[-1]) == wanted)


def _missing_indexes(model: GraphModel, tenant: list[str], indexed: set[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    for table, entity in model.by_table.items():
        for column in entity.stored.values():
            if not (column.filters or column.orders):
                continue
            wanted: tuple[str, ...] = (column.name,)
            if table in tenant:
                wanted = ("country_code", "id") if column.name == "id" else ("country_code", column.name, "id")
            if not any(name == table and _serves(columns, wanted) for name, columns in indexed):
                yield f"{table}.{column.name} may be filtered or ordered by without an index on {wanted}"
