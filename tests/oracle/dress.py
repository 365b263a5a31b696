"""Random arguments, aliases, fragments, variables and directives, on a document that selects something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from graphql import (
    ArgumentNode,
    BooleanValueNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    NameNode,
    NullValueNode,
    ObjectFieldNode,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    get_named_type,
    parse_type,
    print_ast,
    value_from_ast_untyped,
)

from tests.oracle.arguments import Arguments
from tests.oracle.paging import Label
from tests.oracle.sight import Sight

MAX_DEPTH = 4
PARTS = ("nodes", "edges", "pageInfo", "totalCount", "counts", "distinct")
OFTEN = {"nodes": 0.5, "edges": 0.5, "counts": 0.1, "distinct": 0.1}
"""How often a part is added to a connection; others 0.3."""
ALIASES = ("a", "A", "select_", "value", "page_", "row", "count", "long" * 16)
"""Beginnings of aliases: such as SQL may stumble over, one longer than PostgreSQL's names."""

CAN_BE_ABSENT = frozenset({"first", "last", "after", "before", "where", "orderBy"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    document: str
    variables: dict[str, Any] = field(default_factory=dict)
    operation: str | None = None


class Dresser:
    """Dresses one document for one caller.

    Args:
        random: decides everything.
        schema: the real schema.
        sight: what the caller may and sees.
        cursors: cursors of earlier answers, by what their digests stand for.
    """

    def __init__(self, random: Random, schema: GraphQLSchema, sight: Sight, cursors: dict[Label, list[str]]) -> None:
        self.random = random
        self.schema = schema
        self.sight = sight
        self.vocabulary = sight.vocabulary
        self.arguments = Arguments(random, schema, sight, cursors)
        self.definitions: list[VariableDefinitionNode] = []
        self.fragments: list[FragmentDefinitionNode] = []
        self.given: dict[str, Any] = {}
        self.aliases = 0

    def _chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def dress(self, shape: DocumentNode) -> Asked:
        """One request from a shape."""
        (operation,) = (node for node in shape.definitions if isinstance(node, OperationDefinitionNode))
        selected = self._selections("Query", operation.selection_set.selections, 0)
        several = self._chance(0.05)
        named = several or bool(self.definitions) or self._chance(0.2)
        definitions: list[Any] = [
            OperationDefinitionNode(
                operation=OperationType.QUERY,
                name=NameNode(value="Asked") if named else None,
                variable_definitions=tuple(self.definitions),
                selection_set=selected,
            ),
            *self.fragments,
        ]
        text = print_ast(DocumentNode(definitions=tuple(definitions)))
        if several:
            text += "\n\nquery Other { __typename }\n"
        return Asked(text, self.given, "Asked" if several else None)

    # Selections

    def _selections(self, type_name: str, selections: Iterable[SelectionNode], depth: int) -> SelectionSetNode:
        kept: list[SelectionNode] = []
        for node in selections:
            if isinstance(node, InlineFragmentNode) and node.type_condition is not None:
                inner = self._selections(node.type_condition.name.value, node.selection_set.selections, depth)
                kept.append(InlineFragmentNode(type_condition=node.type_condition, selection_set=inner))
            elif isinstance(node, FieldNode) and self._wanted(type_name, node.name.value):
                kept.append(self._field(type_name, node, depth))
        kept += [self._field(type_name, bare(name), depth) for name in self._more(type_name, kept, depth)]
        fields = [node for node in kept if isinstance(node, FieldNode) and type_name != "Query"]
        if fields and self._chance(0.08):
            kept.append(self._field(type_name, bare(self.random.choice(fields).name.value), depth, again=True))
        if not kept or self._chance(0.07):
            kept.append(bare("__typename"))
        self.random.shuffle(kept)
        return SelectionSetNode(selections=tuple(self._wrapped(type_name, kept)))

    def _wanted(self, type_name: str, name: str) -> bool:
        if type_name in self.vocabulary.nouns:
            return self.sight.may(type_name, name) or self._chance(0.15)
        root = self.vocabulary.by_one.get(name, self.vocabulary.by_many.get(name)) if type_name == "Query" else None
        return root is None or self.sight.may_see(root) or self._chance(0.15)

    def _more(self, type_name: str, kept: list[SelectionNode], depth: int) -> list[str]:
        """Fields to add: parts of a connection that has none, or a few of a row's."""
        there = {node.name.value for node in kept if isinstance(node, FieldNode)}
        if type_name.endswith("Connection"):
            type_ = self.schema.type_map[type_name]
            assert isinstance(type_, GraphQLObjectType)
            parts = [part for part in PARTS if part in type_.fields]
            chosen = [part for part in parts if self._chance(OFTEN.get(part, 0.3))]
            return [part for part in (chosen or ["nodes"]) if part not in there]
        if type_name.endswith("Edge"):
            return [name for name in ("cursor", "node") if name not in there and self._chance(0.6)]
        if type_name in ("GroupCount", "GroupSplit"):
            leaves = ("count", "splits") if type_name == "GroupCount" else ("value", "dimension")
            return [name for name in leaves if name not in there and self._chance(0.7)]
        if type_name == "PageInfo":
            all_of_it = ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")
            return [name for name in all_of_it if name not in there and self._chance(0.6)]
        if type_name == "Query":
            seen = [name for name, target in self.vocabulary.by_many.items() if self.sight.may_see(target)]
            return [] if not seen or there & set(seen) else [self.random.choice(seen)]
        if type_name not in self.vocabulary.nouns:
            return []
        type_ = self.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        names = [name for name in type_.fields if name not in there and self.sight.may(type_name, name)]
        values = [name for name in names if self.vocabulary.target_of(type_name, name) is None]
        links = [name for name in names if self.vocabulary.target_of(type_name, name)] if depth < MAX_DEPTH else []
        chosen = self.random.sample(values, min(len(values), self.random.randrange(3)))
        often = 0.6 if depth < 2 else 0.25
        return chosen + ([self.random.choice(links)] if links and self._chance(often) else [])

    def _field(self, type_name: str, node: FieldNode, depth: int, *, again: bool = False) -> FieldNode:
        name = node.name.value
        if name == "__typename":
            return node
        type_ = self.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        definition = type_.fields[name]
        target = get_named_type(definition.type).name
        arguments = [
            ArgumentNode(name=NameNode(value=each), value=self._lifted(definition.args[each].type, value, each))
            for each, value in self.arguments.of(type_name, name, target).items()
        ]
        self.random.shuffle(arguments)
        alias = node.alias
        if again or self._chance(0.12):
            self.aliases += 1
            alias = NameNode(value=f"{self.random.choice(ALIASES)}{self.aliases}")
        inside = None
        if isinstance(get_named_type(definition.type), GraphQLObjectType | GraphQLInterfaceType):
            deeper = depth + (target in self.vocabulary.nouns)
            inside = self._selections(target, node.selection_set.selections if node.selection_set else (), deeper)
        return FieldNode(
            alias=alias,
            name=node.name,
            arguments=tuple(arguments),
            directives=self._directives(0.05),
            selection_set=inside,
        )

    def _wrapped(self, type_name: str, kept: list[SelectionNode]) -> list[SelectionNode]:
        """Some of the selections in a fragment; sometimes one of them twice, to be merged."""
        if self._chance(0.06):
            kept = [*kept, self._part_of(self.random.choice(kept))]
        if not self._chance(0.15):
            return kept
        start = self.random.randrange(len(kept))
        end = self.random.randrange(start + 1, len(kept) + 1)
        inner = SelectionSetNode(selections=tuple(kept[start:end]))
        directives = self._directives(0.3)
        condition = NamedTypeNode(name=NameNode(value=type_name))
        wrapped: SelectionNode
        if self._chance(0.5):
            name = NameNode(value=f"Part{len(self.fragments) + 1}")
            self.fragments.append(FragmentDefinitionNode(name=name, type_condition=condition, selection_set=inner))
            wrapped = FragmentSpreadNode(name=name, directives=directives)
            if self._chance(0.2):
                return [*kept[:start], wrapped, *kept[end:], FragmentSpreadNode(name=name)]
        else:
            typed = condition if self._chance(0.6) else None
            wrapped = InlineFragmentNode(type_condition=typed, selection_set=inner, directives=directives)
        return [*kept[:start], wrapped, *kept[end:]]

    def _part_of(self, node: SelectionNode) -> SelectionNode:
        """The same field again, with some of what it selects."""
        if not isinstance(node, FieldNode) or node.selection_set is None:
            return node
        inside = node.selection_set.selections
        some = tuple(self.random.sample(inside, self.random.randrange(1, len(inside) + 1)))
        return replace(node, selection_set=SelectionSetNode(selections=some))

    def _directives(self, probability: float) -> tuple[DirectiveNode, ...]:
        if not self._chance(probability):
            return ()
        name = self.random.choice(("include", "skip"))
        shown = self._chance(0.7)
        value: ValueNode = BooleanValueNode(value=shown == (name == "include"))
        if self._chance(0.5):
            value = self._variable("Boolean!", value)
        return (
            DirectiveNode(name=NameNode(value=name), arguments=(ArgumentNode(name=NameNode(value="if"), value=value),)),
        )

    # Variables

    def _lifted(self, type_: Any, value: ValueNode, name: str) -> ValueNode:  # noqa: ANN401 - any input type
        """A literal, or a variable in its place, or variables inside it."""
        if name in CAN_BE_ABSENT and self._chance(0.03):
            variable = f"v{len(self.definitions) + 1}"
            self._define(variable, str(type_).rstrip("!"), None)
            return VariableNode(name=NameNode(value=variable))
        if self._chance(0.25):
            return self._variable(str(type_), value)
        return self._inside(type_, value)

    def _inside(self, type_: Any, value: ValueNode) -> ValueNode:  # noqa: ANN401 - as above
        named = get_named_type(type_)
        if not isinstance(value, ObjectValueNode) or not isinstance(named, GraphQLInputObjectType):
            return value
        fields = []
        for each in value.fields:
            inner = named.fields[each.name.value].type
            replaced = self._inside(inner, each.value)
            if replaced is each.value and self._chance(0.12):
                replaced = self._variable(f"{inner}!" if named.is_one_of else str(inner), each.value)
            fields.append(ObjectFieldNode(name=each.name, value=replaced))
        return ObjectValueNode(fields=tuple(fields))

    def _variable(self, type_text: str, value: ValueNode) -> VariableNode:
        name = f"v{len(self.definitions) + 1}"
        if self._chance(0.2) and not isinstance(value, NullValueNode):
            self._define(name, type_text, value)
            if self._chance(0.3):
                self.given[name] = value_from_ast_untyped(value)
        else:
            if self._chance(0.3) and not type_text.endswith("!") and not isinstance(value, NullValueNode):
                type_text += "!"
            self._define(name, type_text, None)
            self.given[name] = value_from_ast_untyped(value)
        return VariableNode(name=NameNode(value=name))

    def _define(self, name: str, type_text: str, default: Any) -> None:  # noqa: ANN401 - any constant
        self.definitions.append(
            VariableDefinitionNode(
                variable=VariableNode(name=NameNode(value=name)),
                type=parse_type(type_text),
                default_value=default,
            )
        )


def bare(name: str) -> FieldNode:
    """A field without anything."""
    return FieldNode(name=NameNode(value=name))
