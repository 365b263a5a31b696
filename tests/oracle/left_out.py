"""The schema without what no name explains, and without what is no row of today: documents ask for the rest."""

from __future__ import annotations

import re
from dataclasses import replace

from graphql import (
    IDLE,
    REMOVE,
    DocumentNode,
    InputObjectTypeDefinitionNode,
    ObjectTypeDefinitionNode,
    OperationType,
    ScalarTypeDefinitionNode,
    SchemaDefinitionNode,
    Visitor,
    VisitorAction,
    parse,
    print_ast,
    visit,
)

from graph.entities import graph_model
from tests.oracle.vocabulary import Vocabulary

ROOTS = frozenset({"viewer", "node", "nodes"})
"""Root fields that lead to no one type of rows."""
NOT_OF_TODAY = frozenset(
    {
        "history",
        "asKnownAt",
        "mayDo",
        "changes",
        "enumeration",
        "indicators",
        "indicatorReport",
        "indicator",
        "codes",
        "releases",
        "releaseProof",
        "row",
    }
).union(suggestion.name for _, suggestion in graph_model().suggestions)
"""What was written and when, and what was counted, is in no table of rows; a selected row leads to a row of any type.

What is supposed of a row is found by more than links. A country's lists of codes are a register's, and no rows.

These fields have tests of their own.
"""
OF_THE_LAW = frozenset({("Country", "rules"), ("Country", "rule"), ("Country", "jurisdictions")})
"""What a country lays down is no row of anybody's; `tests/packs/` reads it as each caller."""
OTHER_TYPES = re.compile(
    r"HistoryEntry|Change(Connection|Edge)?|Mutation(Error|Warning)?|Subscription|\w+(Offer|Payload)"
    r"|Enumeration(Value)?|Indicator\w*|Figure\w+|Release|ReportPeriod|CountryCoverage|CountryRule|Rule(Origin|Unit)|ProvenInterval"
)
"""Their types, and those of operations that do not query."""
JSON = "JSON"
"""The scalar of what rows were; no other field has it."""
INPUTS = ("Where", "OrderBy")
COMBINED = frozenset({"and", "or", "not", "isNull"})


def without_unknown(sdl: str, vocabulary: Vocabulary) -> tuple[str, list[str]]:
    """The schema's text with known types and fields alone, and what was left out of it."""
    taken = _TakeOut(parse(sdl), vocabulary)
    return print_ast(visit(parse(sdl), taken)), sorted(taken.left_out)


class _TakeOut(Visitor):
    """Takes out fields, and the types of rows that are none of ours."""

    def __init__(self, document: DocumentNode, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.left_out: set[str] = set()
        definitions = [node for node in document.definitions if isinstance(node, ObjectTypeDefinitionNode)]
        rows = {node.name.value for node in definitions if is_row(node)}
        self.unknown = rows - vocabulary.nouns.keys()
        self.gone = {f"{name}{end}" for name in self.unknown for end in ("", "Connection", "Edge")}
        self.gone |= {f"{name}{end}" for name in self.unknown for end in (*INPUTS, "ListWhere")}

    @staticmethod
    def enter_schema_definition(node: SchemaDefinitionNode, *_: object) -> SchemaDefinitionNode:
        roots = (each for each in node.operation_types if each.operation is OperationType.QUERY)
        return replace(node, operation_types=tuple(roots))

    def enter_object_type_definition(
        self, node: ObjectTypeDefinitionNode, *_: object
    ) -> ObjectTypeDefinitionNode | VisitorAction:
        name = node.name.value
        if name in self.gone:
            self.left_out |= {name} & self.unknown
            return REMOVE
        if OTHER_TYPES.fullmatch(name) and not is_row(node):
            return REMOVE
        return replace(node, fields=tuple(each for each in node.fields or () if self._stays(name, each.name.value)))

    def enter_scalar_type_definition(self, node: ScalarTypeDefinitionNode, *_: object) -> VisitorAction:
        return REMOVE if node.name.value == JSON else IDLE

    def enter_input_object_type_definition(
        self, node: InputObjectTypeDefinitionNode, *_: object
    ) -> InputObjectTypeDefinitionNode | VisitorAction:  # fmt: skip
        name = node.name.value
        if name in self.gone:
            return REMOVE
        owner = next(
            (name.removesuffix(end) for end in INPUTS if name.removesuffix(end) in self.vocabulary.nouns), None
        )
        kept = [each for each in node.fields or ()
                if owner is None or each.name.value in COMBINED or self._stays(owner, each.name.value)]  # fmt: skip
        return replace(node, fields=tuple(kept))

    def _stays(self, type_name: str, name: str) -> bool:
        known = self.vocabulary
        if (type_name, name) in OF_THE_LAW:
            return False
        if name in NOT_OF_TODAY and (type_name == "Query" or type_name in known.nouns):
            return False
        if type_name == "Query":
            stays = name in ROOTS or name in known.by_one or name in known.by_many
        else:
            stays = type_name not in known.nouns or known.knows(type_name, name)
        if not stays:
            self.left_out.add(f"{type_name}.{name}")
        return stays


def is_row(node: ObjectTypeDefinitionNode) -> bool:
    """Whether it defines a type whose rows have ids."""
    return any(each.name.value == "Node" for each in node.interfaces or ())
