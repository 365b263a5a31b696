"""From a declaration to a value that is worked out: who reads it, and whether an index serves it as it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Table, UniqueConstraint, bindparam

from countries.tenancy.caller import Tier
from graph.declarations.base import Entity
from graph.declarations.computed import Computed, Served
from graph.declarations.declared import ComputedDeclaration, camel, stored_of
from graph.declarations.leading_on import led_on
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.noted import KEY, OWN, NotingFrame
from graph.declarations.selected import SelectedEntity
from graph.kinds.kind import Kind
from graph.kinds.table import KINDS, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

POLICY = "policy"
"""The table that says what countries have laid down."""
POLICY_COLUMNS = ("code", "key", "jurisdiction", "from_day", "until_day", "value", "whole")


def read_computed(
    entity: type[Entity],
    name: str,
    declared: ComputedDeclaration,
    own: frozenset[Tier],
    readers: Mapping[str, frozenset[Tier]],
) -> Computed:
    """The value that a declaration means.

    Args:
        entity: whose it is.
        name: the member.
        declared: what it says.
        own: who reads the entity.
        readers: who reads each table.

    Raises:
        MisdeclaredError: it names what it does not declare, declares what it does not name, or says that lists may be
            narrowed by it where no index serves that.
    """
    reads = dict(declared.reads)
    frame = NotingFrame(entity, name, _tables(), declared.uses, reads)
    _note(frame, declared)
    for wrong in (*_idle(frame, declared), *_unserved(entity, frame, declared)):
        raise frame.refuse(wrong)
    allowed = own & read_by(str(entity.__tablename__), *declared.uses)
    for table, columns in reads.items():
        allowed &= readers[table] & read_by(table, *columns)
    if frame.policies:
        allowed &= readers[POLICY] & read_by(POLICY, *POLICY_COLUMNS)
    return Computed(
        camel(name),
        declared.kind,
        declared.doc,
        declared.value,
        declared.uses,
        allowed,
        nullable=declared.nullable,
        reads=tuple((table, column) for table, columns in reads.items() for column in columns),
        hung=tuple(frame.hung),
        led=tuple(frame.led),
        policies=tuple(sorted(frame.policies)),
        filters=declared.filters,
        orders=declared.orders,
        served=declared.served,
        asks=declared.asks,
        asked_as=declared.asked_as,
    )


def _note(frame: NotingFrame, declared: ComputedDeclaration) -> None:
    """Compose the expressions once, so that what they name is noted."""
    try:
        declared.value(frame, frame.own())
        if declared.served is not None and declared.served.between is not None:
            declared.served.between(frame, bindparam("value", type_=TYPES[declared.kind]))
    except MisdeclaredError:
        raise
    except Exception as error:
        raise frame.refuse(f"it cannot be worked out: {type(error).__name__}: {error}") from error


def read_by(table: str, *columns: str) -> frozenset[Tier]:
    """The tiers that read all these columns."""
    return frozenset(Tier).intersection(*(stored_of(_tables()[table].c[name]).readers for name in columns))


def _tables() -> dict[str, Table]:
    """What is stored, and what is selected."""
    return {**SelectedEntity.metadata.tables, **Entity.metadata.tables}


def _idle(frame: NotingFrame, declared: ComputedDeclaration) -> Iterator[str]:
    """What is declared and not named would keep readers away from what hides nothing."""
    for table, columns in ((OWN, declared.uses), *declared.reads):
        idle = sorted(set(columns) - frame.named.get(table, set()) - KEY)
        if table != OWN and table not in frame.named:
            yield f"`reads` says {table}, and it reads none of that."
        elif idle:
            yield f"`{'uses' if table == OWN else 'reads'}` says {', '.join(idle)}, and it does not name that."
    if frame.dated != (declared.asks is not None):
        yield "what it says of a day that a caller names (`asks`) and what it reads (`frame.on`) are not the same."


def _unserved(entity: type[Entity], frame: NotingFrame, declared: ComputedDeclaration) -> Iterator[str]:
    for table, columns in frame.found_by.items():
        # What is selected is found by the indexes of what it is selected from.
        stored = table in Entity.metadata.tables
        if stored and not any(leads(index, columns) for index in indexes_of(table)):
            by = " or ".join(sorted(columns)) or "nothing"
            yield f"no index finds rows of {table} by {by}: all of them would be read for each row."
    served, kind = declared.served, KINDS[declared.kind]
    if not (declared.filters or declared.orders):
        if served is not None:
            yield "an index is to serve it, and it neither filters nor orders."
        return
    if served is None:
        yield "it filters or orders lists of thousands, and no index is named that serves it: say served=…"
        return
    if declared.filters and not kind.operators:
        yield f"{declared.kind} cannot be filtered by."
    strictly = served.column is not None and served.unless is None
    if declared.orders and (not kind.orders or strictly):
        by = f"order by {served.column}, which goes with it" if strictly else f"{declared.kind} has no order"
        yield f"it cannot be ordered by: {by}."
    yield from _misserved(entity, frame, declared, served)


def _misserved(
    entity: type[Entity], frame: NotingFrame, declared: ComputedDeclaration, served: Served
) -> Iterator[str]:
    if issubclass(entity, SelectedEntity):
        return  # the indexes beneath are those of other tables, each of which has its own
    own = str(entity.__tablename__)
    index = next((each for each in indexes_of(own) if each.name == served.index), None)
    if served.column is not None:
        if index is None or not leads(index, {served.column}):
            yield f"{served.index} is no index of {own} by {served.column}."
        elif served.column not in declared.uses:
            yield f"it goes with {served.column}, and `uses` does not say so."
        elif served.between is None and declared.kind is not Kind.BOOLEAN:
            yield "nothing says which of its column's values can give it: say `between`."
        if served.unless is not None and not any(leads(each, {served.unless}) for each in indexes_of(own)):
            yield f"no index of {own} finds the rows that have {served.unless}."
    elif index is not None and declared.kind is Kind.BOOLEAN:
        if not index.partial:
            yield f"{served.index} holds all rows; what it is to serve holds of some."
    elif not any(
        each.name == served.index and leads(each, columns)
        for table, columns in frame.found_by.items()
        for each in indexes_of(table)
    ):
        yield f"{served.index} is no index by which its rows are found."


class TableIndex:
    """An index, whatever made it: its name, its columns in order, and whether it holds some rows alone."""

    def __init__(self, name: str, columns: list[str], *, partial: bool = False) -> None:
        self.name = name
        self.columns = columns
        self.partial = partial


def indexes_of(table: str) -> Iterator[TableIndex]:
    """The indexes of a table, those of its key and of what is unique among them."""
    found = _tables()[table]
    # A link that leads on is looked up by the record in whose file a row stands.
    links = {file: link for link, file in led_on(found).items()}
    for index in found.indexes:
        partial = index.dialect_options["postgresql"]["where"] is not None
        names = [getattr(each, "name", "") for each in index.expressions]
        yield TableIndex(str(index.name), [links.get(name, name) for name in names], partial=partial)
    for constraint in found.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield TableIndex(str(constraint.name), [each.name for each in constraint.columns])
    yield TableIndex(f"{table}_pkey", [each.name for each in found.primary_key])


def leads(index: TableIndex, columns: set[str] | frozenset[str]) -> bool:
    """Whether an index of a country's rows begins with one of these columns."""
    rest = [each for each in index.columns if each != "country_code"]
    return bool(rest) and rest[0] in columns
