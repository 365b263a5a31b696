"""What the writer of migrations adds to tables that are there leaves a database as if they had been made so."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any, ClassVar, Protocol
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import CheckConstraint

import graph.database.additions
import graph.database.ddl
from countries.tenancy.logins import OWNER
from graph.database.additions import additions, standing_in
from graph.database.ddl import statements_for, table_order
from graph.database.migration_writer import write_migration
from graph.database.revisions import MigrationError
from graph.declarations.base import Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.constraints import refusing
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import link, plain, sensitive
from graph.declarations.nouns import NATIONAL
from graph.entities import all_entities
from graph.reasons import Reason
from graph.refusals import bad_input
from tests.conftest import NOW, copy_database
from tests.snapshot import snapshot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from countries.connections.address import Address

    Connection = asyncpg.Connection[Any]


class Holds(Protocol):
    """Puts one form of the table into the catalogue."""

    def __call__(self, *, grown: bool) -> None:
        """The grown one, or the first."""


NAME = "growing_thing"


def declare(*, grown: bool) -> type[Entity]:
    """A table; grown by two columns, one of which filters, a link, a rule and an index."""
    body: dict[str, Any] = {
        "__module__": __name__, "__doc__": "A thing.", "__tablename__": NAME,
        "__annotations__": {"names": ClassVar[Names], "owner": ClassVar[Owner], "note": str},
        "names": Names("GrowingThing", "growingThing", "growingThings"),
        "owner": Owner("child"),
        "note": sensitive(Kind.TEXT, "A note.", creates=NATIONAL),
    }  # fmt: skip
    if grown:
        body["__annotations__"] |= {"size": int | None, "place": str, "home_id": UUID | None, "rules": ClassVar[Any]}
        body |= {
            "size": plain(Kind.INTEGER, "How large.", filters=True, default=None, creates=NATIONAL, changes=NATIONAL),
            "place": sensitive(Kind.TEXT, "Where it's kept.", creates=NATIONAL),
            "home_id": link("home", "In which home.", back=None, default=None, creates=NATIONAL),
            "rules": (
                refusing(
                    CheckConstraint("size > 0", name=f"{NAME}_size_check"),
                    bad_input(Reason.WRONG_AMOUNT, "It has no size.", "Say how large it is."),
                ),
            ),
        }
    kind: Any = type(TenantEntity)
    made: type[Entity] = kind("GrowingThing", (TenantEntity,), body, table=True)
    return made


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[Holds]:
    """Puts one form of the table into the catalogue, and takes it out again."""
    ours = all_entities()

    def hold(*, grown: bool) -> None:
        if NAME in Entity.metadata.tables:
            Entity.metadata.remove(Entity.metadata.tables[NAME])
        entity = declare(grown=grown)
        complete_tables([entity])
        model = read_graph([*ours, entity])
        for module in (graph.database.additions, graph.database.ddl):
            monkeypatch.setattr(module, "graph_model", lambda: model)

    yield hold
    Entity.metadata.remove(Entity.metadata.tables[NAME])


@pytest.fixture
async def owners(server: Address, worker: str) -> AsyncIterator[list[Connection]]:
    """The owner's connections to two databases as the migrations leave them."""
    found: list[Connection] = []
    for name in ("grown", "made"):
        address = await copy_database(server, "empty", f"{name}_{worker}")
        found.append(await asyncpg.connect(**address.connect_arguments(OWNER)))
    yield found
    for each in found:
        await each.close()


@pytest.mark.filterwarnings("ignore:This declarative base already contains a class")
async def test_what_is_added_leaves_what_would_have_been_made(owners: list[Connection], catalogue: Holds) -> None:
    """Columns, defaults, comments, keys, checks, indexes and rights; and what takes it back leaves what was."""
    grown, made = owners
    catalogue(grown=False)
    for statement in statements_for([NAME]):
        await grown.execute(statement)
    before = await snapshot(grown)
    catalogue(grown=True)
    for statement in statements_for([NAME]):
        await made.execute(statement)

    steps = additions(await standing_in(grown), [NAME])
    for step in steps:
        await grown.execute(step.up)
    assert await snapshot(grown) == await snapshot(made)
    assert [step.remark for step in steps if step.remark] == [
        "Rows that are there have no place yet: fill it here. Servers of before do not give it."
    ]
    assert additions(await standing_in(grown), [NAME]) == []

    for step in reversed(steps):
        if step.down:
            await grown.execute(step.down)
    # A right to change the version of rows that nobody may change any more lets nobody change anything.
    assert {fact for fact in await snapshot(grown) ^ before if fact[0] != "column right"} == set()


async def test_nothing_is_added_to_what_is_there(empty: Address) -> None:
    """Every table of ours has its migration, with all its columns, constraints and indexes."""
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    try:
        assert additions(await standing_in(connection), table_order()) == []
    finally:
        await connection.close()


async def test_whatever_is_taken_away_is_written_again(owners: list[Connection]) -> None:
    """Of each table every column that no generated one leans on: dropped with all that hangs on it, and added again."""
    connection, _ = owners
    whole = await snapshot(connection)
    for name in table_order():
        dropped = [f"DROP COLUMN {each} CASCADE" for each in free_columns(name)]
        if dropped:
            await connection.execute("BEGIN")
            await connection.execute(f"TRUNCATE {name} CASCADE")
            await connection.execute(f"ALTER TABLE {name} {', '.join(dropped)}")
            # Who sees which rows is not the writer's: a policy that hung on a column is written by hand.
            policies = {fact for fact in whole - await snapshot(connection) if fact[0] == "policy"}
            for step in additions(await standing_in(connection), table_order()):
                await connection.execute(step.up)
            assert whole - await snapshot(connection) == policies, name
            await connection.execute("ROLLBACK")


def free_columns(name: str) -> list[str]:
    """The columns of a table that are in no key and that no generated column is worked out from."""
    table = Entity.metadata.tables[name]
    worked_out = " ".join(str(column.computed.sqltext) for column in table.columns if column.computed)
    keys = {column.name for column in table.primary_key}
    return [
        column.name
        for column in table.columns
        if column.name not in {*keys, "country_code"} and not re.search(rf"\b{column.name}\b", worked_out)
    ]


def test_tables_are_named(tmp_path: Path) -> None:
    """Only what is named is written, and what it leads to is not; a name that is none is an error with a hint."""
    path = write_migration("Homes alone", NOW, tmp_path, named=["home", "programme"])
    assert path is not None
    strings = [each.value for each in ast.walk(ast.parse(path.read_text())) if isinstance(each, ast.Constant)]
    made = [found for each in strings if isinstance(each, str) for found in re.findall(r"CREATE TABLE (\w+)", each)]
    assert made == ["programme", "home"]
    with pytest.raises(MigrationError) as refused:
        write_migration("Nothing", NOW, tmp_path, named=["home", "palace"])
    assert "palace" in str(refused.value)
    assert refused.value.hint


@pytest.mark.filterwarnings("ignore:This declarative base already contains a class")
async def test_a_column_that_old_servers_do_not_give_contracts(
    tmp_path: Path, owners: list[Connection], catalogue: Holds
) -> None:
    """The file says so, and where rows have to be filled; it is in the form that lint asks for."""
    connection, _ = owners
    catalogue(grown=False)
    for statement in statements_for([NAME]):
        await connection.execute(statement)
    (tmp_path / "first.py").write_text(
        '"""A step."""\n\nrevision = "1"\ndown_revision = None\nCREATE TABLE growing_thing\n'
    )
    catalogue(grown=True)
    path = write_migration("It grows", NOW, tmp_path, named=[NAME], standing=await standing_in(connection))
    assert path is not None
    text = path.read_text()
    assert 'down_revision = "1"\ncontracts = True\n\n\ndef upgrade' in text
    assert "    # Rows that are there have no place yet" in text
    assert "CREATE TABLE" not in text
    assert (
        text.index("ADD COLUMN home_id") < text.index("FOREIGN KEY") < text.index("CREATE INDEX") < text.index("GRANT")
    )
