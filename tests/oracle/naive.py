"""The naive executor: walks the document over Python rows, field by field, and says what the answer must be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
)
from graphql.execution.values import get_variable_values

from tests.oracle.codes import CODE, CODES, code_of
from tests.oracle.faults import BadInputError, CursorGoneError, DeniedError
from tests.oracle.filters import ID, is_id, meets
from tests.oracle.grouping import GROUPED, check_groups, grouped
from tests.oracle.paging import Digests, Page, Paging, cursor_of, cut_page, named, read_paging
from tests.oracle.reading import Reading, Sets, sets_of
from tests.oracle.rows import Row
from tests.oracle.sight import Sight

OF_A_COUNTRY = re.compile("Country_[A-Z]{2}")
ROOT_PAGE, NESTED_PAGE = 50, 20
MAX_ROWS = 50_000

Path = tuple[str, ...]


@dataclass(slots=True)
class Expected:
    """What the answer must be: data and errors, or a refusal of the whole.

    Attributes:
        errors: (code, path), the path of response keys without list indexes.
        refusals: the codes of which one refuses the whole request; no data then.
        rows: how many rows the answer shows, and groups of rows.
    """

    data: dict[str, object] | None = None
    errors: set[tuple[str, Path]] = field(default_factory=set)
    refusals: set[str] = field(default_factory=set)
    rows: int = 0


def expect(
    schema: GraphQLSchema,
    document: DocumentNode,
    name: str | None,
    variables: dict[str, object],
    sight: Sight,
    digests: Digests,
) -> Expected:
    """The answer to a valid document."""
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    operation = next(node for node in operations if name is None or (node.name and node.name.value == name))
    coerced = get_variable_values(schema, operation.variable_definitions or (), variables)
    if isinstance(coerced, list):
        return Expected(refusals={"BAD_USER_INPUT"})
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    walk = Walk(schema, fragments, coerced, sight, digests)
    price = walk.price_of_roots(operation.selection_set)
    if price > MAX_ROWS:
        walk.expected.refusals.add("TOO_COSTLY")
    if walk.expected.refusals:
        return Expected(refusals=walk.expected.refusals)
    walk.expected.data = walk.roots(operation.selection_set)
    return walk.expected


@dataclass(slots=True)
class Walk(Reading):
    """One walk over one operation: first over its fields, whatever rows there are, then over the rows."""

    sight: Sight
    digests: Digests
    expected: Expected = field(default_factory=Expected)

    # Without looking at rows: refusals, errors and the price

    def price_of_roots(self, selection_set: SelectionSetNode) -> int:
        """How many rows are asked for; notes every error on the way."""
        return sum(self._price_of_root(nodes, (key,)) for key, nodes in self.fields("Query", [selection_set]).items())

    def _price_of_root(self, nodes: list[FieldNode], path: Path) -> int:
        name = nodes[0].name.value
        given = self.arguments("Query", nodes[0]) if name != "__typename" else {}
        match name:
            case "__typename":
                return 0
            case "node" | "nodes":
                listed = given["ids"] if name == "nodes" else [given["id"]]
                types = {self._type_of(each) for each in listed} - {None}
                seen = sorted(each for each in types if each and self.sight.may_see(each))
                if len(seen) < len(types):
                    self.expected.errors.add(("FORBIDDEN", path))
                inside = sum(self._price(each, sets_of(nodes), path) for each in seen)
                return len(listed) * (inside or 1) if name == "nodes" else inside
            case _ if name in self.sight.vocabulary.by_one:
                type_name = self.sight.vocabulary.by_one[name]
                if not self.sight.may_see(type_name):
                    self.expected.errors.add(("FORBIDDEN", path))
                    return 0
                self._check_one(type_name, given)
                return self._price(type_name, sets_of(nodes), path)
        type_name = self.sight.vocabulary.by_many[name]
        if not self.sight.may_see(type_name):
            self.expected.errors.add(("FORBIDDEN", path))
            return 0
        return self._price_of_page("Query", type_name, nodes, path, ROOT_PAGE)

    def _type_of(self, value: str) -> str | None:
        if OF_A_COUNTRY.fullmatch(value):
            return "Country"
        match = ID.fullmatch(value)
        known = match is not None and match[1] in self.sight.nouns and match[1] != "Country"
        if match is None or not known or (match[4] is not None) != self.sight.nouns[match[1]].coded:
            self.expected.refusals.add("BAD_USER_INPUT")
            return None
        return match[1]

    def _check_one(self, type_name: str, given: dict[str, Any]) -> None:
        if type_name == "Country":
            known = given["code"] in {row["code"] for row in self.sight.tables.rows["country"]}
        else:
            known = is_id(given["id"], type_name, coded=self.sight.nouns[type_name].coded)
        if not known:
            self.expected.refusals.add("BAD_USER_INPUT")

    def _price(self, type_name: str, sets: Sets, path: Path) -> int:
        price = 0
        for key, nodes in self.fields(type_name, sets).items():
            name, at = nodes[0].name.value, (*path, key)
            if not self.sight.may(type_name, name):
                self.expected.errors.add(("FORBIDDEN", at))
            elif (target := None if name == "__typename" else self.sight.vocabulary.target_of(type_name, name)) is None:
                continue
            elif target[1]:
                price += self._price_of_page(type_name, target[0], nodes, at, NESTED_PAGE)
            else:
                price += self._price(target[0], sets_of(nodes), at)
        return price

    def _price_of_page(self, near: str, type_name: str, nodes: list[FieldNode], path: Path, default: int) -> int:
        given = self.arguments(near, nodes[0])
        size = default
        try:
            size = read_paging(self.sight, self.digests, type_name, given, default).size
        except DeniedError:
            self.expected.errors.add(("FORBIDDEN", path))
            return 0
        except BadInputError:
            self.expected.refusals.add("BAD_USER_INPUT")
        except CursorGoneError:
            self.expected.errors.add(("BAD_USER_INPUT", path))
            size = given.get("last") or given.get("first") or default
        inside = beside = 0
        for key, parts in self.fields(f"{type_name}Connection", sets_of(nodes)).items():
            if parts[0].name.value == "nodes":
                inside += self._price(type_name, sets_of(parts), (*path, key))
            elif parts[0].name.value == "edges":
                for inner, entries in self.fields(f"{type_name}Edge", sets_of(parts)).items():
                    if entries[0].name.value == "node":
                        inside += self._price(type_name, sets_of(entries), (*path, key, inner))
            elif parts[0].name.value in GROUPED:
                beside += self._price_of_groups(type_name, parts, (*path, key))
        return size * (inside or 1) + beside

    def _price_of_groups(self, type_name: str, nodes: list[FieldNode], path: Path) -> int:
        try:
            size, may = check_groups(self.sight, type_name, self.arguments(f"{type_name}Connection", nodes[0]))
        except BadInputError:
            self.expected.refusals.add("BAD_USER_INPUT")
            return 0
        if not may:
            self.expected.errors.add(("FORBIDDEN", path))
        return size

    # Over the rows

    def roots(self, selection_set: SelectionSetNode) -> dict[str, object]:
        """The value of `data`."""
        return {key: self._root(nodes) for key, nodes in self.fields("Query", [selection_set]).items()}

    def _root(self, nodes: list[FieldNode]) -> object:
        name = nodes[0].name.value
        if name == "__typename":
            return "Query"
        given = self.arguments("Query", nodes[0])
        if name == "nodes":
            return [self._by_id(each, nodes) for each in given["ids"]]
        if name == "country":
            found = self.sight.find("Country", given["code"], None)
            return self._row("Country", found, sets_of(nodes)) if found else None
        if name == "node" or name in self.sight.vocabulary.by_one:
            return self._by_id(given["id"], nodes)
        return self._connection("Query", None, self.sight.vocabulary.by_many[name], nodes, ROOT_PAGE)

    def _by_id(self, value: str, nodes: list[FieldNode]) -> object:
        if OF_A_COUNTRY.fullmatch(value):
            there = self.sight.find("Country", value.removeprefix("Country_"), None)
            return self._row("Country", there, sets_of(nodes)) if there else None
        match = ID.fullmatch(value)
        assert match is not None
        found = self.sight.by_id(match[1], match[2], named(match[3], match[4]))
        return self._row(match[1], found, sets_of(nodes)) if found else None

    def _row(self, type_name: str, row: Row, sets: Sets) -> dict[str, object]:
        self.expected.rows += 1
        return {key: self._value(type_name, row, nodes) for key, nodes in self.fields(type_name, sets).items()}

    def _value(self, type_name: str, row: Row, nodes: list[FieldNode]) -> object:
        name = nodes[0].name.value
        if name == "__typename":
            return type_name
        if not self.sight.may(type_name, name):
            return None
        target = self.sight.vocabulary.target_of(type_name, name)
        if target is None and self._leads_to(type_name, name) == CODE:
            return self._code(type_name, row, nodes)
        if target is None:
            return self.sight.value(type_name, row, name)
        if target[1]:
            return self._connection(type_name, row, target[0], nodes, NESTED_PAGE)
        linked = self.sight.linked(type_name, row, name)
        return self._row(target[0], linked[0], sets_of(nodes)) if linked else None

    def _leads_to(self, type_name: str, name: str) -> str:
        type_ = self.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        return str(get_named_type(type_.fields[name].type))

    def _code(self, type_name: str, row: Row, nodes: list[FieldNode]) -> dict[str, object] | None:
        noun = self.sight.nouns[type_name]
        listed, day = self.sight.tables.rows[CODES], self.sight.days[row["country_code"]]
        told = code_of(listed, noun.table, noun.values[nodes[0].name.value], row, day)
        if told is None:
            return None
        return {key: told[inner[0].name.value] for key, inner in self.fields(CODE, sets_of(nodes)).items()}

    def _connection(
        self, near: str, row: Row | None, type_name: str, nodes: list[FieldNode], default: int
    ) -> dict[str, object] | None:
        if not self.sight.may_see(type_name):
            return None
        try:
            given = self.arguments(near, nodes[0])
            paging = read_paging(self.sight, self.digests, type_name, given, default)
        except (DeniedError, CursorGoneError):
            return None
        name = nodes[0].name.value
        asked = given.get("on")
        on = date.fromisoformat(asked) if isinstance(asked, str) else None
        connected = self.sight.rows(type_name) if row is None else self.sight.linked(near, row, name, on)
        page = cut_page(self.sight, paging, connected)
        parts = self.fields(f"{type_name}Connection", sets_of(nodes))
        met = [row for row in connected if paging.where is None or meets(self.sight, type_name, row, paging.where)]
        return {
            key: self._groups(type_name, met, inner)
            if inner[0].name.value in GROUPED
            else self._part(paging, page, inner)
            for key, inner in parts.items()
        }

    def _groups(self, type_name: str, rows: list[Row], nodes: list[FieldNode]) -> object:
        groups = grouped(self, self.sight, type_name, rows, nodes)
        self.expected.rows += len(groups or ())
        return groups

    def _part(self, paging: Paging, page: Page, nodes: list[FieldNode]) -> object:
        match nodes[0].name.value:
            case "totalCount":
                return page.total
            case "nodes":
                return [self._row(paging.type_name, row, sets_of(nodes)) for row in page.rows]
            case "edges":
                entries = self.fields(f"{paging.type_name}Edge", sets_of(nodes))
                return [{key: self._entry(paging, row, inner) for key, inner in entries.items()} for row in page.rows]
            case "pageInfo":
                return dict(self._page_info(paging, page, nodes))
            case _:
                return f"{paging.type_name}Connection"

    def _entry(self, paging: Paging, row: Row, nodes: list[FieldNode]) -> object:
        match nodes[0].name.value:
            case "cursor":
                return cursor_of(paging.label, row)
            case "node":
                return self._row(paging.type_name, row, sets_of(nodes))
            case _:
                return f"{paging.type_name}Edge"

    def _page_info(self, paging: Paging, page: Page, nodes: list[FieldNode]) -> Iterator[tuple[str, object]]:
        for key, inner in self.fields("PageInfo", sets_of(nodes)).items():
            match inner[0].name.value:
                case "hasNextPage":
                    yield key, page.has_next
                case "hasPreviousPage":
                    yield key, page.has_previous
                case "startCursor":
                    yield key, cursor_of(paging.label, page.rows[0]) if page.rows else None
                case "endCursor":
                    yield key, cursor_of(paging.label, page.rows[-1]) if page.rows else None
                case _:
                    yield key, "PageInfo"
