"""Tools of other people read the schema and the examples: whatever frontends generate from them has to be accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import pytest_asyncio

from graph.graphiql.assets import AssetsBuildError
from tests.outside.frontend import (
    DIRECTIONS,
    codegen_config,
    lay_out,
    operations,
    paged_fields,
    pagination_fragment,
    relay_module,
    schema_without,
    tagged,
    typescript_that_uses,
)
from tests.outside.installed import INSTALLED, Tools, install

OPERATIONS = list(operations())
RELAY = {"src": "src", "schema": "schema.graphql", "language": "javascript", "eagerEsModules": True}


@pytest_asyncio.fixture(scope="module")
async def node() -> str:
    """Node.js, with the tools installed."""
    try:
        return await install()
    except AssetsBuildError as fault:
        pytest.skip(str(fault))


@pytest.fixture
def tools(node: str, tmp_path: Path) -> Tools:
    """The tools in a folder with the schema and the examples."""
    lay_out(tmp_path)
    (tmp_path / "node_modules").symlink_to(INSTALLED / "node_modules")
    return Tools(node, tmp_path)


async def test_codegen_writes_types_of_every_operation(tools: Tools) -> None:
    """graphql-codegen generates TypeScript that compiles, has every operation, and fits the examples' variables."""
    (tools.folder / "codegen.json").write_text(codegen_config(), "utf-8")
    (tools.folder / "uses.ts").write_text(typescript_that_uses(OPERATIONS), "utf-8")

    await tools.accept("graphql-codegen", "--config", "codegen.json")
    await tools.accept("tsc", "--noEmit", "--strict", "uses.ts")


SCREEN = """query Screen { children { totalCount nodes { country { code } programme { name } home { name } } }
  homes { nodes { name occupancy } } }"""
USED = """import type { ScreenQuery } from './operations';
export const taken = (all: ScreenQuery): number => all.homes.nodes.reduce((sum, home) => sum + home.occupancy, 0);
export const first = (all: ScreenQuery): string => all.children.nodes.map(child => child.country.code).join();
"""
LIVES = "export const where = (all: ScreenQuery): string => all.children.nodes.map(child => child.home.name).join();"


async def test_codegen_reads_what_is_null_for_rights_alone(tools: Tools) -> None:
    """For a client that throws on errors the types of a screen are not optional, but for what may be empty."""
    (tools.folder / "examples" / "screen.graphql").write_text(SCREEN, "utf-8")
    (tools.folder / "codegen.json").write_text(codegen_config(throws_errors=True), "utf-8")
    (tools.folder / "uses.ts").write_text(USED, "utf-8")
    await tools.accept("graphql-codegen", "--config", "codegen.json")
    await tools.accept("tsc", "--noEmit", "--strict", "uses.ts")

    (tools.folder / "uses.ts").write_text(USED + LIVES, "utf-8")
    assert "child.home" in await tools.refuse("tsc", "--noEmit", "--strict", "uses.ts")

    (tools.folder / "codegen.json").write_text(codegen_config(), "utf-8")
    (tools.folder / "uses.ts").write_text(USED, "utf-8")
    await tools.accept("graphql-codegen", "--config", "codegen.json")
    assert "all.homes" in await tools.refuse("tsc", "--noEmit", "--strict", "uses.ts")


async def test_relay_compiles_every_operation_and_pages_every_connection(tools: Tools) -> None:
    """relay-compiler compiles every operation and a page of every connection, and misses an edge without its cursor."""
    source = tools.folder / "src"
    source.mkdir()
    (tools.folder / "relay.config.json").write_text(json.dumps(RELAY), "utf-8")
    for operation in OPERATIONS:
        (source / f"{operation.name}.js").write_text(relay_module(operation), "utf-8")
    fragments = [
        pagination_fragment("Pages", type_name, field, *direction)
        for type_name, field in paged_fields()
        for direction in DIRECTIONS
    ]
    (source / "Pages.js").write_text(tagged(fragments), "utf-8")

    await tools.accept("relay-compiler")
    written = {path.name for path in (source / "__generated__").iterdir()}
    assert {f"{operation.name}{operation.kind}.graphql.js" for operation in OPERATIONS} <= written
    assert {"Pages_Query_children_first.graphql.js", "Pages_Home_children_first.graphql.js"} <= written

    (tools.folder / "schema.graphql").write_text(schema_without("ChildEdge", "cursor"), "utf-8")
    assert "cursor" in await tools.refuse("relay-compiler")


async def test_inspector_validates_every_operation_and_sees_what_breaks(tools: Tools) -> None:
    """graphql-inspector validates every operation, sees no change in the same schema, and a removed field breaks it."""
    (tools.folder / "less.graphql").write_text(schema_without("Child", "givenName"), "utf-8")
    documents = "examples/**/*.graphql"

    await tools.accept("graphql-inspector", "validate", documents, "schema.graphql", "--deprecated")
    assert "givenName" in await tools.refuse("graphql-inspector", "validate", documents, "less.graphql")

    assert "No changes detected" in await tools.accept("graphql-inspector", "diff", "schema.graphql", "schema.graphql")
    found = await tools.refuse("graphql-inspector", "diff", "schema.graphql", "less.graphql")
    assert "Field givenName was removed from object type Child" in found
    assert "Detected 1 breaking change" in found
