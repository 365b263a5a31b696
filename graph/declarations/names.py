"""What entities are called: each by a name of its own, wherever one is asked for by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKeyConstraint

from graph.declarations.base import table_of
from graph.declarations.declared import camel, label_of, stored_of
from graph.declarations.living import named
from graph.declarations.members import Column, ToMany, ToOne
from graph.declarations.misdeclared import MisdeclaredError, place_of
from graph.declarations.nouns import TableKind
from graph.declarations.owning import owners_of
from graph.declarations.words import LONGEST
from graph.kinds.table import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from enum import StrEnum

    from graph.declarations.base import Entity
    from graph.declarations.members import Member

TYPE = re.compile(r"[A-Z][A-Za-z0-9]*")
FIELD = re.compile(r"[a-z][A-Za-z0-9]*")
SUFFIXES = ("", "Edge", "Connection", "Where", "ListWhere", "OrderBy", "Grouping", "PartInput")
"""The GraphQL types of an entity, behind its own name."""
OWN_TYPES = frozenset({
    "Boolean", "Change", "ChangeConnection", "ChangeEdge", "ChangeKind", "ChangedType", "Code", "CodeList",
    "Completeness", "CountryCoverage", "CountryRule", "Direction", "Enumeration", "EnumerationValue",
    "FigureComparison", "FigureDimension", "FigureSplit",
    "FigureStatus", "Float",
    "GroupCount", "GroupSplit", "HistoryEntry", "Indicator", "IndicatorCell", "IndicatorReport", "IndicatorSplit",
    "Limits", "Mutation", "MutationError", "MutationWarning", "Node", "PageInfo", "Permission", "PlacementOption",
    "PlacementOptionReason", "PlacementOptions", "PrivacyClass",
    "ProvenInterval", "Query", "Reason", "RecordDifference", "Release", "ReportPeriod", "Role", "RuleOrigin",
    "RuleUnit", "SettingReading", "SiblingBondOffer",
    "Subscription", "Timeliness", "Topic", "Viewer",
}) | {row.scalar for row in KINDS.values() if row.scalar}  # fmt: skip
"""The types of the schema that follow from no entity, scalars among them; a test holds both ways."""
OWN_ENDS = ("Filter", "Input", "Payload")
"""How the types of conditions and of mutations end."""
OWN_FIELDS = frozenset({
    "changes", "enumeration", "indicatorReport", "indicators", "node", "nodes", "placementOptions", "releaseProof",
    "releases", "viewer",
})  # fmt: skip
"""The fields of the root that follow from no entity; likewise."""
OF_ROW = ("history", "asKnownAt", "indicator", "codes", "mayDo")
"""The fields that the schema adds to those of a row."""
OF_WHERE = ("and", "or", "not", "isNull")
"""The words of every filter."""
OF_INPUT = ("clientMutationId", "dryRun", "idempotencyKey")
"""The words of every input."""
OF_PAYLOAD = ("clientMutationId", "errors")
"""The words of every payload."""
FILTERS = frozenset(f"{row.condition}Filter" for row in KINDS.values() if row.condition)
"""The conditions of kinds."""


def refuse_names(entities: Iterable[type[Entity]]) -> None:
    """Look at what all entities are called.

    Raises:
        MisdeclaredError: GraphQL or PostgreSQL takes no such name, or another is called so already.
    """
    listed = list(entities)
    for entity in listed:
        for name, message in (*_grammar(entity), *_reserved(entity)):
            raise MisdeclaredError(entity, name, message)
    taken: dict[tuple[str, str], tuple[type[Entity], str]] = {}
    for entity in listed:
        for sort, word, called in _called(entity):
            other, of = taken.setdefault((sort, called), (entity, word))
            if (other, of) != (entity, word):
                message = f"{sort} is called {called} already: {place_of(other, of)}."
                raise MisdeclaredError(entity, word, message)
    _refuse_enumerations(listed)


def _grammar(entity: type[Entity]) -> Iterator[tuple[str, str]]:
    names = entity.names
    if not TYPE.fullmatch(names.type):
        yield "names", f"{names.type!r} is no name of a type: capital first, letters and digits."
    for each in (names.one, names.many):
        if not FIELD.fullmatch(each):
            yield "names", f"{each!r} is no name of a field: small letter first, letters and digits."
    if names.one == names.many and entity.in_graph:
        yield "names", f"one row and many are both called {names.one}; call them apart."
    fields = [
        *(("suggests", each.name) for each in entity.suggests),
        *(("mutations", each.name) for each in named(entity)),
    ]
    for word, each in fields:
        if not FIELD.fullmatch(each):
            yield word, f"{each!r} is no name of a field: small letter first, letters and digits."
    for said in _constrained(entity):
        if len(said.encode()) > LONGEST:
            yield "rules", f"{said} is longer than {LONGEST} bytes, and PostgreSQL would cut it off; name it shorter."


def _reserved(entity: type[Entity]) -> Iterator[tuple[str, str]]:
    """Columns that are called as what GraphQL adds itself."""
    if not entity.in_graph:
        return
    names = entity.names
    if any(_is_own(f"{names.type}{suffix}") for suffix in SUFFIXES if suffix != "PartInput"):
        yield "names", f"{names.type} is a type of the schema's own; call it otherwise."
    if own := OWN_FIELDS.intersection((names.one, names.many, *(each.name for each in entity.suggests))):
        yield "names", f"{min(own)} is a field of the root already; call it otherwise."
    if names.one in OF_PAYLOAD or names.many in OF_PAYLOAD:
        yield "names", "every payload has a field of that name; call it otherwise."
    for column in table_of(entity).columns:
        stored, word = stored_of(column), label_of(column)
        if stored.hidden and stored.link is None:
            continue
        if not FIELD.fullmatch(word):
            yield column.name, f"{word!r} is no name of a field: small letter first, letters and digits; say `api`."
        elif word in (*OF_ROW, *OF_WHERE, *OF_INPUT):
            yield column.name, f"GraphQL has a {word} of its own there; say another name, or `api`."


def _called(entity: type[Entity]) -> Iterator[tuple[str, str, str]]:
    """Of every name: what is called so, the word that says it, and the name."""
    table = str(entity.__tablename__)
    yield "a table", "__tablename__", table
    for suffix in SUFFIXES if entity.in_graph else ("",):
        yield "a type", "names", f"{entity.names.type}{suffix}"
    for each in (entity.names.one, entity.names.many) if entity.in_graph else ():
        yield "a field of the root", "names", each
    for suggestion in entity.suggests:
        yield "a field of the root", "suggests", suggestion.name
    for mutation in named(entity):
        yield "a mutation", "mutations", mutation.name
    if entity.table_kind is not TableKind.SELECTED:
        for said in _indexed(entity):
            yield "an index", "rules", said


def _is_own(name: str) -> bool:
    return name in OWN_TYPES or name.endswith(OWN_ENDS) or f"{name}Filter" in FILTERS


def _constrained(entity: type[Entity]) -> Iterator[str]:
    """The names of a table's constraints and indexes."""
    yield from _indexed(entity)
    table = table_of(entity)
    yield from (str(each.name) for each in table.constraints if each.name)


def _indexed(entity: type[Entity]) -> Iterator[str]:
    """What PostgreSQL keeps an index of: no two of a database have one name."""
    table = table_of(entity)
    yield from (str(each.name) for each in table.indexes)
    for each in table.constraints:
        if each.name and not isinstance(each, CheckConstraint | ForeignKeyConstraint):
            yield str(each.name)


def _refuse_enumerations(entities: Iterable[type[Entity]]) -> None:
    """Two enumerations of one name would be one type, and an entity's type is none."""
    types = {f"{each.names.type}{suffix}": each for each in entities if each.in_graph for suffix in SUFFIXES}
    seen: dict[str, tuple[type[StrEnum], type[Entity], str]] = {}
    for entity in entities:
        for column in table_of(entity).columns if entity.in_graph else ():
            members = stored_of(column).enumeration
            if members is None:
                continue
            if _is_own(members.__name__):
                message = f"{members.__name__} is a type of the schema's own; call the enumeration otherwise."
                raise MisdeclaredError(entity, column.name, message)
            for called in (members.__name__, f"{members.__name__}Filter"):
                if called in types:
                    message = f"{called} is a type of {types[called].__name__}: {place_of(types[called], 'names')}."
                    raise MisdeclaredError(entity, column.name, message)
            before, other, name = seen.setdefault(members.__name__, (members, entity, column.name))
            if before is not members:
                message = f"another enumeration is called {members.__name__} already: {place_of(other, name)}."
                raise MisdeclaredError(entity, column.name, message)


def twice(entity: type[Entity], entities: Iterable[type[Entity]], first: Member, second: Member) -> MisdeclaredError:
    """That two members of a type have one name: told where the second stands, with where the first does."""
    tables = {str(each.__tablename__): each for each in entities}
    own, name = _stands(entity, tables, second, -1)
    other, before = _stands(entity, tables, first, 0)
    message = f"{entity.names.type}.{second.api} is declared twice: {place_of(other, before)}; call one otherwise."
    return MisdeclaredError(own, name, message)


def _stands(
    entity: type[Entity], tables: Mapping[str, type[Entity]], member: Member, which: int
) -> tuple[type[Entity], str]:
    """The class, and the word, that a member comes from; of several that are worked out, the first or the last."""
    match member:
        case ToMany():
            found = tables.get(member.target, entity)
            return found, _word(found, member.far)
        case ToOne():
            return entity, _word(entity, member.near)
        case Column():
            return entity, _word(entity, member.name)
    return entity, [name for name in vars(entity) if camel(name) == member.api][which]


def _word(entity: type[Entity], column: str) -> str:
    """The column; `owner`, where its link follows from that; `country_back`, where the country's does."""
    if column == "country_code":
        return "country_back"
    owned = {each.column for each in owners_of(entity)} | {"programme_id"}
    return "owner" if column in owned and place_of(entity, column) == place_of(entity, "") else column
