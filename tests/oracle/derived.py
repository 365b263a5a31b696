"""Names that nobody wrote down, read from the schema's text and PostgreSQL's catalogue.

A type is its table in snake case, a value its column, a link its foreign key. Where that leaves open which of two
foreign keys belongs to which connection, or by way of which table a link leads, the declaration is asked, and believed
as far as there are such foreign keys. What cannot be read so without guessing is left out of the documents, and said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, get_named_type

from graph.declarations.members import Through, ToMany
from graph.declarations.model import GraphModel
from graph.entities import graph_model
from tests.oracle.catalogue import Catalogue
from tests.oracle.codes import CODE
from tests.oracle.left_out import NOT_OF_TODAY
from tests.oracle.nouns import Noun, Way
from tests.oracle.rows import SAME_AS
from tests.oracle.vocabulary import BY_HAND, Vocabulary

HUMP = re.compile(r"(?<!^)(?=[A-Z])")
"""Where a word begins, be it of one letter: `hoursAWeek`."""
WIDE = frozenset({"BigInt", "Decimal"})

Link = tuple[str, str]
"""(column, type)"""


def snake(name: str) -> str:
    """`MentoringRelationship` as PostgreSQL writes it."""
    return HUMP.sub("_", name).lower()


def derive(
    schema: GraphQLSchema, catalogue: Catalogue, known: Vocabulary = BY_HAND, declared: GraphModel | None = None
) -> Vocabulary:
    """What is known, and every type and field beside it whose meaning follows from its name and the foreign keys.

    What names leave open is settled by what is `declared`: by default the entities of this process.
    """
    return Deriving(schema, catalogue, known, declared or graph_model()).vocabulary()


class Deriving:
    """One reading of a schema beside a catalogue."""

    def __init__(self, schema: GraphQLSchema, catalogue: Catalogue, known: Vocabulary, declared: GraphModel) -> None:
        self.schema = schema
        self.catalogue = catalogue
        self.known = known
        self.declared = declared
        self.nouns = dict(known.nouns)

    def vocabulary(self) -> Vocabulary:
        """All names: first the types, then what they hold, then the links between them."""
        self.nouns |= dict(self._new_nouns())
        wide = set(self.known.as_text)
        for name, noun in list(self.nouns.items()):
            values = dict(self._values(name))
            self.nouns[name] = replace(noun, values={**noun.values, **values})
            wide |= {(name, each) for each in values if self._leads_to(name, each) in WIDE}
        for name, noun in list(self.nouns.items()):
            self.nouns[name] = replace(noun, to_one={**noun.to_one, **dict(self._to_one(name))})
        for name, noun in list(self.nouns.items()):
            self.nouns[name] = replace(noun, to_many={**noun.to_many, **dict(self._to_many(name))})
        for name, noun in list(self.nouns.items()):
            self.nouns[name] = replace(noun, to_many={**noun.to_many, **dict(self._settled(name))})
        ways = {way: found for name in self.nouns for way, found in self._ways(name)}
        return replace(self.known, nouns=self.nouns, ways={**self.known.ways, **ways}, as_text=frozenset(wide))

    # Types

    def _new_nouns(self) -> Iterator[tuple[str, Noun]]:
        node, query = self.schema.type_map["Node"], self.schema.query_type
        assert isinstance(node, GraphQLInterfaceType)
        assert query is not None
        # Beside the list of a type stand others of its rows: what is supposed of a row.
        listed = {name: each for name, each in query.fields.items() if name not in {"nodes", *NOT_OF_TODAY}}
        roots = {get_named_type(each.type).name: name for name, each in listed.items()}
        for type_ in self.schema.get_possible_types(node):
            name, columns = type_.name, {column.name for column in self.catalogue.of(snake(type_.name))}
            if name not in self.nouns and "id" in columns and {name, f"{name}Connection"} <= roots.keys():
                programme = "programme_id" if "programme_id" in columns else None
                voided = "voided_at" if "voided_at" in columns else None
                same_as = SAME_AS if SAME_AS in columns else None
                yield (
                    name,
                    Noun(
                        snake(name), roots[name], roots[f"{name}Connection"], programme, voided=voided, same_as=same_as
                    ),
                )

    def _fields(self, name: str) -> dict[str, GraphQLField]:
        """The fields of a type that nobody wrote down."""
        type_ = self.schema.type_map[name]
        assert isinstance(type_, GraphQLObjectType)
        known = replace(self.known, nouns=self.nouns)
        return {each: field for each, field in type_.fields.items() if not known.knows(name, each)}

    def _leads_to(self, name: str, field: str) -> str:
        type_ = self.schema.type_map[name]
        assert isinstance(type_, GraphQLObjectType)
        return str(get_named_type(type_.fields[field].type))

    # Fields

    def _values(self, name: str) -> Iterator[tuple[str, str]]:
        columns = {column.name for column in self.catalogue.of(self.nouns[name].table)}
        for field, definition in self._fields(name).items():
            type_ = get_named_type(definition.type)
            is_row = isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and type_.name != CODE
            if not is_row and snake(field) in columns:
                yield field, snake(field)

    def _to_one(self, name: str) -> Iterator[tuple[str, Link]]:
        """By the column's name; where a link bears another name, by the only foreign key that is left for it."""
        table, taken = self.nouns[name].table, {column for column, _ in self.nouns[name].to_one.values()}
        fields = {field: self._leads_to(name, field) for field in self._fields(name)}
        fields = {field: target for field, target in fields.items() if target in self.nouns}
        for field, target in list(fields.items()):
            column = "country_code" if field == "country" else f"{snake(field)}_id"
            if self.catalogue.target_of(table, column) == self.nouns[target].table and column not in taken:
                taken.add(column)
                yield field, (column, fields.pop(field))
        for field, target in alone(fields):
            left = [name for name in self._leading(table, self.nouns[target].table) if name not in taken]
            if len(left) == 1:
                yield field, (left[0], target)

    def _to_many(self, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """By the only foreign key of the other table that leads here and belongs to no field yet."""
        noun = self.nouns[name]
        ends = {f"{target}Connection": target for target in self.nouns}
        leads = {field: self._leads_to(name, field) for field in self._fields(name)}
        for field, target in alone({field: ends[end] for field, end in leads.items() if end in ends}):
            table, taken = self.nouns[target].table, set(noun.to_many.values())
            left = [name for name in self._leading(table, noun.table) if (target, name) not in taken]
            if len(left) == 1:
                yield field, (target, left[0])

    def _settled(self, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Of several foreign keys that lead here, the one that a connection is declared by."""
        for field, member in self._declared(name):
            if isinstance(member, ToMany):
                target = self.declared.at(member.target).type_name
                if target in self.nouns and member.far in self._leading(member.target, self.nouns[name].table):
                    yield field, (target, member.far)

    def _ways(self, name: str) -> Iterator[tuple[tuple[str, str], Way]]:
        """The links that lead by way of a table which has a foreign key to either end."""
        for field, member in self._declared(name):
            if isinstance(member, Through):
                via, target = (self.declared.by_table[each].type_name for each in (member.via, member.target))
                leads = {link.name: link.target for link in self.catalogue.links if link.table == member.via}
                ends = (self.nouns[name].table, member.target)
                # A dated row may be the one that is led to.
                far = member.target if (member.via, member.far_key) == (member.target, "id") else None
                found = (leads.get(member.near_key), far or leads.get(member.far_key))
                if found == ends and {via, target} <= set(self.nouns):
                    yield (name, field), Way(via, member.near_key, member.far_key, target, member.many)

    def _declared(self, name: str) -> Iterator[tuple[str, object]]:
        """What is declared of the fields that no name explains."""
        entity = self.declared.by_type.get(name)
        members = {} if entity is None else entity.members
        return ((field, members[field]) for field in self._fields(name) if field in members)

    def _leading(self, table: str, target: str) -> list[str]:
        """The columns by which one table names rows of another."""
        return [link.name for link in self.catalogue.links if (link.table, link.target) == (table, target)]


def alone(fields: dict[str, str]) -> Iterable[tuple[str, str]]:
    """The fields whose target no other of them has: two of one kind could be mixed up."""
    often = Counter(fields.values())
    return [(field, target) for field, target in fields.items() if often[target] == 1]
