"""The doors of the write behind the graph: what each login can write by SQL itself, whatever the server might forget.

Quantified over every table and column of `access.csv`. Nothing is ever committed.
"""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

import asyncpg
import pytest

from countries.connections.transaction import SCOPE
from graph.declarations.base import Entity
from tests.access import EMPTIED, TIERS
from tests.countries.leaks.conftest import Connection
from tests.countries.leaks.documents import KINDS
from tests.countries.leaks.shape import ACCESS
from tests.countries.leaks.truth import Row, Truth

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]

INSERT = """
SELECT format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$I, $1::text::jsonb)',
  $1::text, string_agg(quote_ident(name), ', ')) FROM unnest($2::text[]) AS name
"""
UPSERT = """
SELECT format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$I, $1::text::jsonb)'
  ' ON CONFLICT (%3$s) DO UPDATE SET %4$I = excluded.%4$I', $1::text, string_agg(quote_ident(name), ', '), $3::text,
  $4::text) FROM unnest($2::text[]) AS name
"""
KEYS = {
    "change": ("number",),
    "change_counter": (),
    "idempotency_key": ("issuer", "subject", "key", "path"),
    "import_row": ("run", "part", "place"),
}
"""What is in a key behind the country, where that is not the id."""
GENERATED = sorted(
    {column.name for table in Entity.metadata.tables.values() for column in table.columns if column.computed}
)
WORKED_OUT = (
    *(f'cannot insert a non-DEFAULT value into column "{name}"' for name in GENERATED),
    *(f'column "{name}" can only be updated to DEFAULT' for name in GENERATED),
)
"""What PostgreSQL itself works out, nobody writes."""
WORKED_WITH = {"run": str(uuid4()), "part": "import_child", "place": 1, "row_id": None, "cells": {}}
"""A row of an import that goes on."""
TENANT = [table for table in ACCESS.tables if "country_code" in ACCESS.columns(table)]


@pytest.fixture
async def logins(border: Address) -> AsyncIterator[dict[str, Connection]]:
    """A plain connection of every login that serves."""
    connections = {tier: await asyncpg.connect(**border.connect_arguments(f"hearth_{tier}")) for tier in TIERS}
    yield connections
    for connection in connections.values():
        await connection.close()


@asynccontextmanager
async def undone(connection: Connection, caller: Caller | None = None) -> AsyncIterator[None]:
    """A transaction that may write, in the caller's scope, and is rolled back."""
    transaction = connection.transaction()
    await transaction.start()
    try:
        if caller is not None:
            await connection.fetchval(SCOPE, *caller.scope)
        yield
    finally:
        await transaction.rollback()


async def text(connection: Connection, form: str, *names: object) -> str:
    """A statement, its names quoted by PostgreSQL itself."""
    made: str = await connection.fetchval(form, *names)
    return made


async def refused(connection: Connection, statement: str, *values: object) -> str | None:
    """What PostgreSQL says where a right or a policy forbids it; nothing where it went on to something else."""
    try:
        async with connection.transaction():
            await connection.execute(statement, *values)
    except (asyncpg.InsufficientPrivilegeError, asyncpg.GeneratedAlwaysError) as error:
        return str(error)
    except asyncpg.IntegrityConstraintViolationError:
        # Row security comes first: a constraint is asked only about what the login may write.
        return None
    return None


def like(row: Row, table: str) -> Row:
    """Another row like this one, under a key of its own."""
    fresh = {"id": str(uuid4()), "key": str(uuid4()), "number": 10**12}
    return {**row, **{name: fresh[name] for name in KEYS.get(table, ("id",)) if name in fresh}}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_login_gives_the_columns_of_the_file_and_no_other(
    logins: dict[str, Connection], kinds: Kinds, kind: str
) -> None:
    """Every column of every table, by itself and without a row: permission denied unless the file lets it be given."""
    caller, tier = kinds[kind], kinds[kind].tier.value
    connection = logins[tier]
    async with undone(connection, caller):
        for table in ACCESS.tables:
            for column in ACCESS.columns(table):
                statement = await text(connection, INSERT, table, [column])
                denied = await refused(connection, statement, "[]")
                assert (denied is None) == (column in ACCESS.may_create(tier, table)), (table, column)
                assert denied is None or denied.startswith((f"permission denied for table {table}", *WORKED_OUT))


@pytest.mark.parametrize("kind", KINDS)
async def test_a_login_changes_the_columns_of_the_file_in_the_rows_of_its_scope(
    logins: dict[str, Connection], truth: Truth, kinds: Kinds, kind: str
) -> None:
    """Every column of every table: as many rows change as the caller sees, or permission is denied."""
    caller, tier = kinds[kind], kinds[kind].tier.value
    connection = logins[tier]
    async with undone(connection, caller):
        for table in ACCESS.tables:
            for column in ACCESS.columns(table):
                form = "SELECT format('UPDATE %1$I SET %2$I = %2$I', $1::text, $2::text)"
                statement = await text(connection, form, table, column)
                if column not in ACCESS.may_change(tier, table):
                    denied = await refused(connection, statement)
                    assert denied is not None, (table, column)
                    assert denied.startswith((f"permission denied for table {table}", *WORKED_OUT))
                    continue
                status = await connection.execute(statement)
                assert status == f"UPDATE {len(truth.visible(caller, table))}", (table, column)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_new_row_is_of_the_own_scope(
    logins: dict[str, Connection], truth: Truth, kinds: Kinds, kind: str
) -> None:
    """A row like one that the caller sees goes in; one like another country's or programme's does not."""
    caller, tier = kinds[kind], kinds[kind].tier.value
    connection = logins[tier]
    async with undone(connection, caller):
        for table in ACCESS.tables:
            columns = ACCESS.may_create(tier, table)
            if not columns:
                continue
            statement = await text(connection, INSERT, table, columns)
            own = truth.visible(caller, table)
            hidden = [row for row in truth.rows[table] if not truth.sees(caller, table, row)]
            for row in own[:2]:
                assert await refused(connection, statement, json.dumps([like(row, table)])) is None, (table, row)
            near = [row for row in hidden if row["country_code"] in caller.countries][:3]
            far = [row for row in hidden if row["country_code"] not in caller.countries][:3]
            if (table, tier) in EMPTIED:
                # Nothing is left of an import's rows: one of another country is made up.
                far = [
                    {**WORKED_WITH, "country_code": next(each for each in ("BE", "KE") if each not in caller.countries)}
                ]
            for row in near + far:
                said = await refused(connection, statement, json.dumps([like(row, table)]))
                assert said is not None, (table, row)
                assert said.startswith("new row violates row-level security policy"), said
            assert far, table


@pytest.mark.parametrize("kind", ["caseworker", "office", "idle", "stray"])
async def test_an_own_row_does_not_go_to_another_scope(
    logins: dict[str, Connection], truth: Truth, kinds: Kinds, kind: str
) -> None:
    """What the caller sees, told anew for another country or another programme, is refused as a new row."""
    caller, tier = kinds[kind], kinds[kind].tier.value
    connection = logins[tier]
    elsewhere = str(kinds["kenya"].country)
    foreign = next(row for row in truth.rows["programme"] if not truth.sees(kinds["caseworker"], "programme", row))
    async with undone(connection, caller):
        for table in TENANT:
            columns = ACCESS.may_create(tier, table)
            for row in truth.rows[table][:2] if columns else ():
                statement = await text(connection, INSERT, table, columns)
                changes: list[Row] = [{"country_code": elsewhere}, {"country_code": None}, {"country_code": ""}]
                if tier == "caseworker" and "programme_id" in columns:
                    changes.append({"country_code": caller.country, "programme_id": foreign["id"]})
                for change in changes:
                    said = await refused(connection, statement, json.dumps([{**like(row, table), **change}]))
                    assert said is not None, (table, change)
                    assert said.startswith("new row violates row-level security policy"), said


@pytest.mark.parametrize("kind", ["caseworker", "office"])
async def test_the_key_of_a_hidden_row_is_no_way_to_change_it(
    logins: dict[str, Connection], truth: Truth, kinds: Kinds, kind: str
) -> None:
    """ON CONFLICT DO UPDATE changes no row that the caller does not see, under the caller's own scope either."""
    caller, tier = kinds[kind], kinds[kind].tier.value
    connection = logins[tier]
    tried = 0
    async with undone(connection, caller):
        for table in TENANT:
            columns, changed = ACCESS.may_create(tier, table), ACCESS.may_change(tier, table)
            settable = [name for name in changed if name in columns]
            near = [row for row in truth.invisible(caller, table) if row["country_code"] == caller.country]
            own = truth.visible(caller, table)
            if not settable or not near or not own:
                continue
            key = ", ".join(("country_code", *KEYS.get(table, ("id",))))
            statement = await text(connection, UPSERT, table, columns, key, settable[0])
            for row in near[:2]:
                aimed = {**own[0], **{name: row[name] for name in KEYS.get(table, ("id",))}}
                said = await refused(connection, statement, json.dumps([aimed]))
                assert said is not None, (table, row)
                assert "violates row-level security policy" in said
                tried += 1
    # An office sees every row of its country: there is none whose key it could meet.
    assert bool(tried) == (kind == "caseworker")


@pytest.mark.parametrize("tier", TIERS)
async def test_nobody_deletes_anything(logins: dict[str, Connection], kinds: Kinds, tier: str) -> None:
    """No login removes a record, empties a table, or merges rows away; in a scope or without one."""
    connection = logins[tier]
    caller = next((each for each in kinds.values() if each.tier.value == tier), None)
    async with undone(connection, caller):
        for table in (*ACCESS.tables, "hearth_migration"):
            for form in ("DELETE FROM %I", "DELETE FROM %I WHERE false", "TRUNCATE %I", "DROP TABLE %I"):
                if form.startswith("DELETE") and (table, tier) in EMPTIED:
                    continue
                statement = await text(connection, "SELECT format($1, $2::text)", form, table)
                said = await refused(connection, statement)
                assert said is not None, (table, form)
                assert said.startswith(("permission denied for table", "must be owner of table")), said


@pytest.mark.parametrize("tier", TIERS)
async def test_without_a_scope_nothing_is_written(
    logins: dict[str, Connection], truth: Truth, kinds: Kinds, tier: str
) -> None:
    """A transaction that forgot its scope changes no row, and adds none."""
    connection = logins[tier]
    async with undone(connection):
        for table in TENANT:
            for column in ACCESS.may_change(tier, table):
                form = "SELECT format('UPDATE %1$I SET %2$I = %2$I', $1::text, $2::text)"
                assert await connection.execute(await text(connection, form, table, column)) == "UPDATE 0", table
            columns = ACCESS.may_create(tier, table)
            for row in truth.visible(kinds["office"], table)[:2] if columns else ():
                statement = await text(connection, INSERT, table, columns)
                said = await refused(connection, statement, json.dumps([like(row, table)]))
                assert said is not None, (table, row)
                assert said.startswith("new row violates row-level security policy")
