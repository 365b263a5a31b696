"""What an entity says of the rows that a reader sees: its terms compare columns that are there, and of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.rows import faults_of
from countries.tenancy.terms import AuthoredBy, NotAmong, OfProgrammes, Own, Unless
from graph.declarations.misdeclared import MisdeclaredError
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.tenancy.terms import Term
    from graph.declarations.base import Entity
    from graph.declarations.model import EntityModel

COMPARES: Mapping[type[Term], frozenset[Kind]] = {
    OfProgrammes: frozenset({Kind.ID}),
    Own: frozenset({Kind.ID, Kind.UUID}),
    AuthoredBy: frozenset({Kind.TEXT_LIST}),
    NotAmong: frozenset({Kind.TEXT_LIST}),
    Unless: frozenset({Kind.ENUMERATION, Kind.TEXT}),
}
"""The kinds of the column that a term is about."""


def refuse_bounds(entity: type[Entity], read: EntityModel, others: Mapping[str, EntityModel]) -> None:
    """See that a policy, and a predicate, can be written for every reader.

    Args:
        entity: the class.
        read: what it says.
        others: all that are read, by table.

    Raises:
        TierWithoutRule: a table names a reader, and nothing says which of its rows it sees.
        MisdeclaredError: what it says cannot be meant.
    """
    for fault in _faults(read):
        raise MisdeclaredError(entity, "rows", fault)
    for tier in read.readers:
        read.rule(tier)
    for name, fault in _of_copies(read, others):
        raise MisdeclaredError(entity, name, fault)


def _faults(read: EntityModel) -> Iterator[str]:
    for tier, rule in read.said.items():
        if tier not in read.readers:
            yield f"{tier.value} does not read the table; say it in `readers`, or leave it out."
        yield from (f"{fault}." for fault in faults_of(read.rows_of, tier, rule))
        for term in read.rule(tier):
            for name in term.columns:
                yield from _of_column(read, term, name)


def _of_copies(read: EntityModel, others: Mapping[str, EntityModel]) -> Iterator[tuple[str, str]]:
    """What a copy would tell of rows that its reader is kept from by more than their programme."""
    for column in read.stored.values():
        for copy in column.copy_of:
            target = others[copy.target]
            kept = sorted(tier.value for tier in column.readers & target.readers if target.is_narrowed(tier))
            if kept and column.target is None:
                yield (
                    column.name,
                    f"it repeats rows of {copy.target}, not all of which {kept[0]} sees; narrow `readers`.",
                )


def _of_column(read: EntityModel, term: Term, name: str) -> Iterator[str]:
    """What is wrong with the column that a term is about."""
    said, column = type(term).__name__, read.stored.get(name)
    if column is None:
        yield f"{said} is about the column {name or 'of a programme'}, which is not there."
    elif column.kind not in COMPARES.get(type(term), {column.kind}):
        yield f"{said} compares no column like {name}, which is of Kind.{column.kind.name}."
    elif isinstance(term, Unless) and column.enumeration is not None and term.value not in set(column.enumeration):
        yield f"{name} is never {term.value!r}: {column.enumeration.__name__} has no such member."
