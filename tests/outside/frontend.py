"""A frontend's folder for each tool: the schema, the examples, and what a frontend would write around them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graphql import (
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    NameNode,
    ObjectTypeDefinitionNode,
    OperationDefinitionNode,
    Visitor,
    build_schema,
    is_required_argument,
    is_specified_scalar_type,
    parse,
    print_ast,
    visit,
)

ROOT = Path(__file__).parents[2]
SDL = (ROOT / "schema.graphql").read_text("utf-8")
SCHEMA = build_schema(SDL)
EXAMPLES = ROOT / "examples"

DIRECTIONS = (("first", "after"), ("last", "before"))
"""How a connection is paged: forwards and backwards."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the examples.

    Attributes:
        name: as its document calls it.
        kind: Query, Mutation or Subscription.
        document: the text that it stands in.
        variables: the values that lie beside it, where any do.
    """

    name: str
    kind: str
    document: str
    variables: dict[str, Any] | None


def operations() -> Iterator[Operation]:
    """Every operation of every document below `examples/`."""
    for path in sorted(EXAMPLES.rglob("*.graphql")):
        document = path.read_text("utf-8")
        values = path.with_suffix(".variables.json")
        variables = json.loads(values.read_text("utf-8")) if values.is_file() else None
        for definition in parse(document).definitions:
            if isinstance(definition, OperationDefinitionNode):
                assert definition.name, f"{path}: name the operation; code is generated under its name"
                yield Operation(definition.name.value, definition.operation.value.capitalize(), document, variables)


def lay_out(folder: Path) -> None:
    """Copy the schema and the examples to where a tool runs."""
    (folder / "schema.graphql").write_text(SDL, "utf-8")
    shutil.copytree(EXAMPLES, folder / "examples")


def schema_without(type_name: str, field_name: str) -> str:
    """The schema's text without one field of an object type."""
    document = parse(SDL)
    definitions = tuple(
        replace(each, fields=tuple(field for field in each.fields or () if field.name.value != field_name))
        if isinstance(each, ObjectTypeDefinitionNode) and each.name.value == type_name
        else each
        for each in document.definitions
    )
    assert definitions != document.definitions, f"{type_name} has no {field_name}"
    return print_ast(replace(document, definitions=definitions))


def codegen_config(*, throws_errors: bool = False) -> str:
    """The configuration of graphql-codegen: a file for the schema and one for the operations.

    Every scalar of our own is written as text, and a generated type must not fall back to `any`. A client that throws
    on errors (`throws_errors`) never meets a null that comes with one: types are made by `@semanticNonNull`.
    """
    ours = [
        name
        for name, type_ in SCHEMA.type_map.items()
        if isinstance(type_, GraphQLScalarType) and not is_specified_scalar_type(type_)
    ]
    return json.dumps(
        {
            "schema": "schema.graphql",
            "documents": "examples/**/*.graphql",
            "config": {
                "namingConvention": "keep",
                "strictScalars": True,
                "enumsAsTypes": True,
                "scalars": dict.fromkeys(ours, "string"),
                **({"nullability": {"errorHandlingClient": True}} if throws_errors else {}),
            },
            "generates": {
                "types.ts": {"plugins": ["typescript"]},
                "operations.ts": {
                    "plugins": ["typescript-operations"],
                    "config": {"importSchemaTypesFrom": "types.ts"},
                },
            },
        }
    )


def typescript_that_uses(all_operations: list[Operation]) -> str:
    """A program that names the types of every operation, and passes the examples' variables."""
    lines = ["import type * as Operations from './operations';"]
    for each in all_operations:
        generated = f"Operations.{each.name}{each.kind}"
        lines.append(f"export type {each.name} = {generated};")
        lines.append(f"export type {each.name}Variables = {generated}Variables;")
        if each.variables is not None:
            lines.append(f"export const of{each.name}: {each.name}Variables = {json.dumps(each.variables)};")
    return "\n".join(lines)


class _RelayNames(Visitor):
    """Gives a document the names that Relay asks for: all begin with the name of their module."""

    def __init__(self, operation: Operation) -> None:
        super().__init__()
        self.operation = operation

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: object) -> OperationDefinitionNode:
        return replace(node, name=NameNode(value=f"{self.operation.name}{self.operation.kind}"))

    def enter_fragment_definition(self, node: FragmentDefinitionNode, *_: object) -> FragmentDefinitionNode:
        return replace(node, name=self._of_fragment(node.name))

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> FragmentSpreadNode:
        return replace(node, name=self._of_fragment(node.name))

    def _of_fragment(self, name: NameNode) -> NameNode:
        return NameNode(value=f"{self.operation.name}_{name.value}")


def relay_module(operation: Operation) -> str:
    """A module that asks an example's operation through Relay; the fragments of its document come along."""
    wanted = [
        each
        for each in parse(operation.document).definitions
        if isinstance(each, FragmentDefinitionNode)
        or (isinstance(each, OperationDefinitionNode) and each.name and each.name.value == operation.name)
    ]
    return tagged(print_ast(visit(each, _RelayNames(operation))) for each in wanted)


def tagged(documents: Iterable[str]) -> str:
    """A module of documents, each in Relay's tag."""
    return "\n".join(f"graphql`\n{document}\n`;" for document in documents)


def paged_fields() -> Iterator[tuple[str, str]]:
    """Every connection of the types that Relay can ask again for a next page: the query itself, and nodes.

    The feed of changes has no pages to go back to: it goes on from `since`, and is no list that a screen shows.
    """
    node = SCHEMA.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    for type_ in (SCHEMA.type_map["Query"], *SCHEMA.get_possible_types(node)):
        assert isinstance(type_, GraphQLObjectType)
        for name, field in type_.fields.items():
            # What hangs on a row that an argument names is paged as every connection is.
            asks = any(is_required_argument(each) for each in field.args.values())
            if str(field.type).rstrip("!").endswith("Connection") and "since" not in field.args and not asks:
                yield type_.name, name


def pagination_fragment(module: str, type_name: str, field: str, counts: str, cursor: str) -> str:
    """A fragment that pages through a connection, forwards or backwards, in the words that Relay checks most."""
    name = f"{type_name}_{field}_{counts}"
    return f"""
      fragment {module}_{name} on {type_name}
      @argumentDefinitions(count: {{ type: "Int", defaultValue: 20 }}, cursor: {{ type: "String" }})
      @refetchable(queryName: "{module}{name}Query") {{
        {field}({counts}: $count, {cursor}: $cursor) @connection(key: "{module}{name}_{field}") {{
          edges {{ node {{ __typename }} }}
          totalCount
        }}
      }}
    """
