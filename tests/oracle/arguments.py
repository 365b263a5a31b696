"""Random arguments of fields: ids, pages, cursors, filters and orderings over real values."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from graphql import (
    BooleanValueNode,
    EnumValueNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    IntValueNode,
    NullValueNode,
    StringValueNode,
    ValueNode,
    get_named_type,
)

from tests.oracle.grouping import GROUPED, field_of
from tests.oracle.literals import RealValues, list_of, literal, object_of
from tests.oracle.paging import Label, Order
from tests.oracle.sight import Sight

COMBINED = ("and", "or", "not")
PRESENCE = "isNull"
LISTED = ("in", "notIn")


class Arguments:
    """Draws arguments. Most can be meant; a few cannot."""

    def __init__(self, random: Random, schema: GraphQLSchema, sight: Sight, cursors: dict[Label, list[str]]) -> None:
        self.random = random
        self.schema = schema
        self.sight = sight
        self.cursors = cursors
        self.values = RealValues(random, sight)

    def _chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def of(self, type_name: str, name: str, target: str) -> dict[str, ValueNode]:
        """The arguments of a field that answers `target`."""
        if type_name == "Query":
            match name:
                case "node":
                    return {"id": self._some_id()}
                case "nodes":
                    ids = [self._some_id() for _ in range(self.random.choice((0, 1, 2, 3, 3, 5, 8)))]
                    return {"ids": list_of(ids + ids[:1] if self._chance(0.1) else ids)}
                case "country":
                    code = self.random.choice(["BE", "KE", "NL", "FR"]) if self._chance(0.99) else "XX"
                    return {"code": StringValueNode(value=code)}
        if target.endswith("Connection"):
            page = self._page(target.removesuffix("Connection"), root=type_name == "Query")
            return {**self._day_asked(type_name, name), **page}
        if type_name == "Query":
            return {"id": StringValueNode(value=self.values.id(target))}
        if name in GROUPED:
            return self._grouped(type_name, name)
        return {}

    def _day_asked(self, type_name: str, name: str) -> dict[str, ValueNode]:
        """The day of which rows are asked for, where the connection takes one."""
        type_ = self.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        if "on" not in type_.fields[name].args or self._chance(0.3):
            return {}
        if self._chance(0.1):
            return {"on": NullValueNode()}
        day = self.sight.today - timedelta(days=self.random.choice((-400, 0, 1, 90, 400, 2000)))
        return {"on": StringValueNode(value=day.isoformat())}

    def _grouped(self, type_name: str, name: str) -> dict[str, ValueNode]:
        words = self.schema.type_map[f"{type_name.removesuffix('Connection')}Grouping"]
        assert isinstance(words, GraphQLEnumType)
        may = [word for word in words.values if self.sight.may(type_name.removesuffix("Connection"), field_of(word))]
        known = may if may and self._chance(0.95) else list(words.values)
        number = 1 if name == "distinct" else self.random.choice((1, 1, 2, 2, 3))
        chosen: list[ValueNode] = [EnumValueNode(value=self.random.choice(known)) for _ in range(number)]
        if self._chance(0.9):
            chosen = list({each.value: each for each in chosen if isinstance(each, EnumValueNode)}.values())
        arguments: dict[str, ValueNode] = {"field": chosen[0]} if name == "distinct" else {"by": list_of(chosen)}
        if self._chance(0.7):
            arguments["first"] = IntValueNode(value=str(self.random.choice((1, 2, 5, 20))))
        return arguments

    def _some_id(self) -> ValueNode:
        if self._chance(0.005):
            return StringValueNode(
                value=self.random.choice(["", "Country_be", "Child_BE", "Child_be_1", "Nothing_BE_x"])
            )
        if self._chance(0.05):
            return StringValueNode(value=self.random.choice(["Country_BE", "Country_KE", "Country_ZZ"]))
        types = [name for name in self.sight.nouns if name != "Country"]
        seen = [name for name in types if self.sight.may_see(name)]
        return StringValueNode(value=self.values.id(self.random.choice(seen if seen and self._chance(0.93) else types)))

    def _page(self, type_name: str, *, root: bool) -> dict[str, ValueNode]:
        arguments: dict[str, ValueNode] = {}
        if self._chance(0.85):
            size = self.random.choice((1, 2, 3, 5, 8, 30) if root else (1, 2, 3, 5))
            arguments[self.random.choice(("first", "last"))] = IntValueNode(value=str(size))
        if self._chance(0.2 if root else 0.35):
            arguments["where"] = self.where(type_name, 2)
        if self._chance(0.02):
            arguments["where"] = self.random.choice([NullValueNode(), object_of({})])
        order = self._order(type_name) if self._chance(0.5) else ()
        if order:
            entries: list[ValueNode] = [_entry(path, descending=descending) for path, descending in order]
            arguments["orderBy"] = entries[0] if len(entries) == 1 and self._chance(0.3) else list_of(entries)
        for name in ("after", "before"):
            if self._chance(0.15 if root else 0.25):
                usual: Order = tuple(((each,), last) for each, last in self.sight.nouns[type_name].order)
                cursor = self._cursor((type_name, order or usual))
                if cursor is not None:
                    arguments[name] = StringValueNode(value=cursor)
        for name in ("first", "last", "after", "before"):
            if name not in arguments and self._chance(0.03):
                arguments[name] = NullValueNode()
        return arguments

    # Orderings and cursors

    def _order(self, type_name: str) -> Order:
        keys = orderings(self.schema, self.sight, type_name, 0 if self._chance(0.7) else 2)
        if not keys:
            return ()
        chosen = self.random.sample(keys, min(len(keys), self.random.choice((1, 1, 2, 3))))
        return tuple((path, self._chance(0.5)) for path in chosen)

    def _cursor(self, label: Label) -> str | None:
        """One of this ordering; seldom one of another."""
        known = [cursor for cursor in self.cursors.get(label, []) if self._chance(0.08) or self._is_seen(label, cursor)]
        if self._chance(0.01):
            return self.random.choice(["", "0000000000.BE", *(each[0] for each in self.cursors.values())])
        return self.random.choice(known) if known else None

    def _is_seen(self, label: Label, cursor: str) -> bool:
        if label[0] == "Country":
            return True
        country, _, uuid = cursor.partition(".")[2].partition("_")
        return any(str(row["id"]) == uuid and row["country_code"] == country for row in self.sight.rows(label[0]))

    # Filters

    def where(self, type_name: str, depth: int) -> ValueNode:
        """A filter; links and combinations as deep as `depth`."""
        if self._chance(0.004):
            return self.random.choice([NullValueNode(), object_of({})])
        return object_of(self._fields(type_name, depth))

    def _fields(self, type_name: str, depth: int) -> dict[str, ValueNode]:
        type_ = self.schema.type_map[f"{type_name}Where"]
        assert isinstance(type_, GraphQLInputObjectType)
        names = [name for name in type_.fields if self._usable(type_name, name, depth)]
        chosen = self.random.sample(names, min(len(names), self.random.choice((1, 1, 1, 2))))
        return {name: self._condition(type_name, type_, name, depth) for name in chosen}

    def _linked(self, type_name: str, depth: int) -> ValueNode:
        """A condition on a link to one: on the row there, on whether there is one, on both."""
        if not self._chance(0.3):
            return self.where(type_name, depth)
        asked: dict[str, ValueNode] = {PRESENCE: BooleanValueNode(value=self._chance(0.5))}
        match self.random.choice(("alone", "beside", "or", "not")):
            case "beside":
                return object_of({**self._fields(type_name, depth), **asked})
            case "or":
                return object_of({"or": list_of([object_of(asked), self.where(type_name, depth)])})
            case "not":
                return object_of({"not": object_of(asked)})
        return object_of(asked)

    def _usable(self, type_name: str, name: str, depth: int) -> bool:
        if name == PRESENCE:
            return self._chance(0.002)
        if name in COMBINED:
            return depth > 0
        if not self.sight.may(type_name, name) and not self._chance(0.03):
            return False
        return depth > 0 or self.sight.vocabulary.target_of(type_name, name) is None

    def _condition(self, type_name: str, type_: GraphQLInputObjectType, name: str, depth: int) -> ValueNode:
        if name == PRESENCE:
            return BooleanValueNode(value=True)
        if name == "not":
            return self.where(type_name, depth - 1)
        if name in COMBINED:
            return list_of([self.where(type_name, depth - 1) for _ in range(self.random.choice((1, 2, 2, 3)))])
        target = self.sight.vocabulary.target_of(type_name, name)
        if target is None:
            column = get_named_type(type_.fields[name].type)
            assert isinstance(column, GraphQLInputObjectType)
            return self._column(type_name, name, column)
        if not target[1]:
            return self._linked(target[0], depth - 1)
        quantifiers = self.random.sample(("some", "none", "every", PRESENCE), self.random.choice((1, 1, 1, 2)))
        asked = {each: self.where(target[0], depth - 1) for each in quantifiers if each != PRESENCE}
        if PRESENCE in quantifiers:
            asked[PRESENCE] = BooleanValueNode(value=self._chance(0.5))
        return object_of(asked)

    def _column(self, type_name: str, name: str, type_: GraphQLInputObjectType) -> ValueNode:
        operators = self.random.sample(list(type_.fields), min(len(type_.fields), self.random.choice((1, 1, 1, 2))))
        return object_of({each: self._operand(type_name, name, type_, each) for each in operators})

    def _operand(self, type_name: str, name: str, type_: GraphQLInputObjectType, operator: str) -> ValueNode:
        item = get_named_type(type_.fields[operator].type)
        if operator == "isNull":
            return literal(item, self._chance(0.5))
        values = [self.values.value(type_name, name) for _ in range(self.random.randrange(4))]
        if operator in LISTED:
            return list_of([literal(item, value) for value in values if value is not None])
        value = self.values.value(type_name, name)
        if operator in ("startsWith", "contains"):
            text = str(value or "a")
            start = 0 if operator == "startsWith" else self.random.randrange(len(text))
            value = text[start : start + self.random.randrange(1, 4)]
            value = value.swapcase() if self._chance(0.1) else value
            value = "" if operator == "contains" and self._chance(0.03) else value
        if value is None:
            return literal(get_named_type(type_.fields["isNull"].type), value=True) if operator == "isNull" else (
                NullValueNode()
            )  # fmt: skip
        return literal(item, value)


def orderings(schema: GraphQLSchema, sight: Sight, type_name: str, depth: int) -> list[tuple[str, ...]]:
    """Every key by which rows can be ordered, over at most `depth` links, that the caller may use."""
    type_ = schema.type_map[f"{type_name}OrderBy"]
    assert isinstance(type_, GraphQLInputObjectType)
    found: list[tuple[str, ...]] = []
    for name in type_.fields:
        target = sight.vocabulary.target_of(type_name, name)
        if not sight.may(type_name, name):
            continue
        if target is None:
            found.append((name,))
        elif depth:
            found += [(name, *path) for path in orderings(schema, sight, target[0], depth - 1)]
    return found


def _entry(path: tuple[str, ...], *, descending: bool) -> ValueNode:
    value: ValueNode = EnumValueNode(value="DESC" if descending else "ASC")
    for name in reversed(path):
        value = object_of({name: value})
    return value
