"""What a selected entity selects, read: whose rows it shows to whom, and every contradiction in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, bindparam, column, literal_column, select, table, true

from countries.tenancy.caller import Tier
from countries.tenancy.terms import OfProgrammes
from graph.declarations.days import When
from graph.declarations.declared import RowDeclaration, stored_of
from graph.declarations.misdeclared import MisdeclaredError, place_of
from graph.declarations.owning import entity_of
from graph.declarations.privacy import CLOSER
from graph.declarations.selection import PartOf, RowsOfMany, SelectOf
from graph.declarations.selections import PartRead, SelectRead, Together
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ColumnElement, Subquery

    from countries.packs.keys import RuleKey
    from graph.declarations.base import Entity
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.selected import SelectedEntity
    from graph.declarations.selections import Selection

KEY = ("country_code", "id")
CODES = (Kind.ENUMERATION, Kind.INTEGER)
"""What may stand at the end of an id."""
NAME = re.compile(r"[A-Z][A-Z0-9_]*")
EVERYBODY = frozenset(Tier)
LAID_DOWN = "policy"
"""The register of what countries have laid down."""


@dataclass(frozen=True, slots=True)
class SelectionRead:
    """What a selected entity turned out to be.

    Attributes:
        selection: what it selects.
        readers: the tiers that read all of it, or of many parts one at least.
        members: the column that says of which part a row is, and its members, where there are parts.
    """

    selection: Selection
    readers: frozenset[Tier]
    members: Mapping[str, type[StrEnum]]


def read_selection(entity: type[SelectedEntity], model: GraphModel) -> SelectionRead:
    """What an entity selects from those that are stored.

    Raises:
        MisdeclaredError: it contradicts itself, or what it selects from.
    """
    if getattr(entity, "selection", None) is None:
        raise MisdeclaredError(entity, "selection", "it selects nothing; say RowsOfMany(…) or SelectOf(…).")
    for name, message in _unfit(entity):
        raise MisdeclaredError(entity, name, message)
    said = entity.selection
    try:
        reading = _together(entity, said, model) if isinstance(said, RowsOfMany) else _worked_out(entity, said, model)
    except MisdeclaredError:
        raise
    except Exception as error:
        message = f"it cannot be selected: {type(error).__name__}: {error}"
        raise MisdeclaredError(entity, "selection", message) from error
    if not reading.readers:
        raise MisdeclaredError(entity, "selection", "nobody reads all that it reads; leave out what is for few.")
    if "readers" in vars(entity) and not entity.readers <= reading.readers:
        names = ", ".join(sorted(tier.value for tier in entity.readers - reading.readers))
        raise MisdeclaredError(entity, "readers", f"{names} may not read all that it reads; name those who do.")
    return SelectionRead(reading.selection, reading.readers & entity.readers, reading.members)


def _unfit(entity: type[SelectedEntity]) -> Iterator[tuple[str, str]]:
    """What the entity says of itself that nothing selected can be."""
    columns = {each.name: each for each in _columns(entity)}
    key = tuple(each.name for each in columns.values() if each.primary_key)
    code = columns[key[2]] if len(key) == len(KEY) + 1 else None
    if key[: len(KEY)] != KEY or len(key) > len(KEY) + 1 or (code is not None and not _is_code(code)):
        yield "id", "its key is (country_code, id), and at most an enumeration or a whole number that is never empty."
    if entity.mutations or any(stored_of(each).written.creates for each in columns.values()):
        yield "mutations", "what is selected is never written; write what it is selected from."
    for each in columns.values():
        day = stored_of(each).day
        if day is not None and day.when is not When.MADE:
            yield each.name, "nobody gives a day here; say day=MADE, the column that it repeats has its own rule."
    for name in entity.order:
        if name.removeprefix("-") not in columns:
            yield "order", f"there is no column {name.removeprefix('-')}."
    if entity.programme_column is not None and entity.programme_column not in columns:
        yield "programme_column", f"there is no column {entity.programme_column}."
    for name, each in vars(entity).items():
        if isinstance(each, RowDeclaration) and not isinstance(entity.selection, RowsOfMany):
            yield name, "no row is worked out; only rows of many tables lead to the stored one."


def _columns(entity: type[Entity]) -> Any:  # noqa: ANN401 - SQLAlchemy's columns, of any type
    return vars(entity)["__table__"].columns


def _is_code(column: Any) -> bool:  # noqa: ANN401 - a column of any type
    return stored_of(column).kind in CODES and not stored_of(column).hidden


# Rows of many tables


def _together(entity: type[SelectedEntity], said: RowsOfMany, model: GraphModel) -> SelectionRead:
    columns = {each.name: each for each in _columns(entity)}
    for name in (said.kind, *said.given):
        if name not in columns:
            raise MisdeclaredError(entity, "selection", f"there is no column {name}.")
    if stored_of(columns[said.kind]).kind is not Kind.ENUMERATION or not columns[said.kind].primary_key:
        raise MisdeclaredError(entity, said.kind, "it tells parts apart: an enumeration, and the key's last column.")
    parts = list(said.parts(model))
    if len({part.name for part in parts}) < len(parts) or not parts:
        raise MisdeclaredError(entity, "selection", "each part has a name of its own, and there is one at least.")
    read = []
    for part in parts:
        for message in _wrong_part(entity, said, part, model):
            raise MisdeclaredError(entity, "selection", f"{part.name}: {message}")
        beneath = model.by_table[part.table]
        _refuse_unordered(entity, part, beneath)
        allowed = _readers(beneath, {*part.columns.values(), *KEY})
        read.append(PartRead(part.table, part.name, part.columns, beneath.void_column, allowed))
    readers = frozenset[Tier]().union(*(part.readers for part in read))
    declared = stored_of(columns[said.kind]).enumeration
    members = _members(
        declared.__name__ if declared else "",
        (declared.__doc__ or "").strip() if declared else "",
        tuple((part.name, part.doc) for part in parts),
    )
    return SelectionRead(Together(tuple(read), said.kind, said.given), readers, {said.kind: members})


@cache
def _members(name: str, doc: str, members: tuple[tuple[str, str], ...]) -> type[StrEnum]:
    """One enumeration for the same members, whoever reads the entities."""
    made: type[StrEnum] = StrEnum(name, {each: each for each, _ in members})  # type: ignore[misc]  # its members come from the model
    made.__doc__ = doc
    for each, said in members:
        setattr(made[each], "doc", said)  # noqa: B010 - a member that is made here has what others declare
    return made


def _wrong_part(entity: type[SelectedEntity], said: RowsOfMany, part: PartOf, model: GraphModel) -> Iterator[str]:  # noqa: C901 - each case is one sentence
    beneath, columns = model.by_table.get(part.table), {each.name: each for each in _columns(entity)}
    if beneath is None or not beneath.is_tenant or not beneath.in_graph:
        yield f"there is no entity {part.table} whose rows belong to a country."
        return
    if not NAME.fullmatch(part.name):
        yield "a part is named as a member of an enumeration, in capitals."
    for own, repeated in part.columns.items():
        if own not in columns or repeated not in beneath.stored:
            yield f"there is no column {own}, or no {part.table}.{repeated}."
        elif own in (*KEY, said.kind):
            yield f"{own} follows from the row itself."
        elif _stored_kind(stored_of(columns[own]).kind) is not _stored_kind(beneath.stored[repeated].kind):
            yield f"{own} is not of the kind of {part.table}.{repeated}."
        elif CLOSER.index(stored_of(columns[own]).privacy) < CLOSER.index(beneath.stored[repeated].privacy):
            yield f"{own} says less of a person than {part.table}.{repeated}; give it that class."
    for name in (each for each in columns if not columns[each].nullable and each not in (*KEY, said.kind, *said.given)):
        if name not in part.columns:
            yield f"{name} is never empty, and nothing fills it; say it is `given` where rows without it are left out."
        elif beneath.stored[part.columns[name]].nullable:
            yield f"{name} is never empty, and {part.table}.{part.columns[name]} may be; say it is `given`."
    bound = (isinstance(term, OfProgrammes) for tier in beneath.readers for term in beneath.rule(tier))
    if any(bound) and part.columns.get(entity.programme_column or "") != beneath.programme_column:
        yield "its rows are of programmes; name the selection's programme_column, and fill it from there."


def _refuse_unordered(entity: type[SelectedEntity], part: PartOf, beneath: EntityModel) -> None:
    """That a list is ordered by what nothing finds is told at the column beneath: it is what lacks the word."""
    for own, repeated in part.columns.items():
        if stored_of(_columns(entity)[own]).orders and not _has_index(beneath.stored[repeated]):
            message = (
                f"rows of {entity.names.type} are ordered by it ({place_of(entity, 'selection')}), and "
                f"{part.table}.{repeated} has no index; let it filter or order."
            )
            raise MisdeclaredError(entity_of(part.table) or entity, repeated, message)


def _has_index(column: Column) -> bool:
    return column.filters or column.orders or column.target is not None


def _stored_kind(kind: Kind) -> Kind:
    """A member is kept as a text; PostgreSQL takes a select apart where the columns of all parts are of one type."""
    return Kind.TEXT if kind is Kind.ENUMERATION else kind


def _readers(beneath: EntityModel, columns: set[str]) -> frozenset[Tier]:
    """Who reads all these columns of a table, and whether its rows were recorded in error."""
    read = columns | ({beneath.void_column} if beneath.void_column else set())
    return beneath.readers.intersection(*(beneath.stored[name].readers for name in read if name in beneath.stored))


# A select


class Noting:
    """A frame that notes what is read, and reads nothing."""

    def __init__(self) -> None:
        self.read: dict[str, set[str]] = {}
        self.today: ColumnElement[Any] = bindparam("today", type_=Date())

    def rows(self, name: str, *columns: str) -> Subquery:
        """As `SelectionFrame`."""
        self.read.setdefault(name, set()).update(("country_code", *columns))
        return select(*(column(each) for each in ("country_code", *columns))).select_from(table(name)).subquery()

    @staticmethod
    def same_country(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """As `SelectionFrame`."""
        del one, other
        return true()

    def policy(self, policy: RuleKey, country: ColumnElement[Any], on: ColumnElement[Any]) -> ColumnElement[Any]:
        """As `SelectionFrame`."""
        del policy, country, on
        self.read.setdefault(LAID_DOWN, set()).update(
            ("code", "key", "jurisdiction", "from_day", "until_day", "value", "whole")
        )
        return literal_column("0")


def _worked_out(entity: type[SelectedEntity], said: SelectOf, model: GraphModel) -> SelectionRead:
    frame = Noting()
    wanted = [each.name for each in _columns(entity)]
    given = list(said.select(frame).selected_columns.keys())
    if sorted(given) != sorted(wanted):
        listed = ", ".join(wanted)
        raise MisdeclaredError(entity, "selection", f"the select's columns are not {listed}, each once.")
    readers = EVERYBODY
    for name, columns in frame.read.items():
        beneath = model.by_table.get(name)
        if beneath is None or not (beneath.is_tenant or name == LAID_DOWN) or not columns <= {*beneath.stored}:
            raise MisdeclaredError(entity, "selection", f"it reads {name}, or columns of it, that are not there.")
        readers &= _readers(beneath, columns)
    if not frame.read:
        raise MisdeclaredError(entity, "selection", "it reads nothing; take rows from `frame.rows(…)`.")
    reads = {name: frozenset(columns) for name, columns in frame.read.items()}
    return SelectionRead(SelectRead(said.select, reads), readers, {})
