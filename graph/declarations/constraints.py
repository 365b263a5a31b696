"""What a caller hears of a violated constraint: what its declaration says, or what constraints of its kind say.

Most of what a constraint holds has been checked before, in the same statement; what is left are races and rows that the
caller does not see. The answer names neither a row nor a value nor the constraint.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import CheckConstraint, Column, Constraint, ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table

from graph.declarations.base import Entity
from graph.declarations.declared import camel, label_of, stored_of
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import TableKind
from graph.declarations.one_child import file_of, links_of_one_child, of_another
from graph.declarations.owners import nobodys
from graph.declarations.owning import owners_of
from graph.declarations.row_rules import After, BothOrNeither, Known, NotBefore, RowRule, SomeGiven, held
from graph.kinds.table import KINDS
from graph.reasons import Reason
from graph.refusals import Refusal, bad_input, conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.days import Days
    from graph.refusals import Path

WHY_VOID = "void_reason"
"""The column that says why a row was taken back, where one can be."""
Declared = TypeVar("Declared", bound="Constraint | Index")

RACED = conflict(
    Reason.OTHERS_WRITE, "Others are changing the same rows at this moment.", "Look at them again, and repeat it."
)
TAKEN = conflict(
    Reason.ID_TAKEN,
    "There is a row with that id already.",
    "Make a new id, or repeat under the key of the first time.",
    "id",
)
GONE = conflict(Reason.ROW_GONE, "A row that it leans on is not there any more.", "Look at the rows again.")
NO_COUNTRY = bad_input(
    Reason.NO_SUCH_COUNTRY, "The country is not in the register.", "Ask whoever runs the server to migrate it."
)
NO_MEMBER = bad_input(Reason.NO_MEMBER, "A value is none of those that there are.", "Compare it with the schema.")
NO_MEMBERS = bad_input(
    Reason.NO_MEMBER, "A list is empty, or holds a value that there is none.", "Compare it with the schema."
)
LONG_TEXT = bad_input(Reason.TOO_LONG, "It may hold {limit} characters.", "Shorten it.", limit=0)
ENDS = conflict(
    Reason.ENDS_BEFORE_START,
    "It does not end before its first day.",
    "Check the days: the end is the first day no longer there, and may be the first day itself.",
    "endedOn",
)
ENDS_LATER = conflict(
    Reason.ENDS_BEFORE_START,
    "It ends after its first day.",
    "Check the days: the end is the first day no longer there.",
    "endedOn",
)
"""Of what lasts a day at least."""
NOT_SAID_WHY = bad_input(Reason.REASON_MISSING, "It is not said why it is taken back.", "Give reason.", "reason")
MISSING = bad_input(Reason.EMPTY, "A value that has to be there is missing.", "Compare the input with the schema.")
"""Of any column: PostgreSQL tells which one, and a caller knows it by the input's type."""


def refusing(constraint: Declared, refusal: Refusal) -> Declared:
    """A constraint that says itself what a caller hears."""
    constraint.info["refusal"] = refusal
    return constraint


def foreign_keys(entity: type[Entity], table: Table) -> Iterator[ForeignKeyConstraint]:
    """To the country, and to each row that a link leads to."""
    # A ledger's rows come with rows that have this key; to check it again for each would cost more than their writing.
    if entity.table_kind is TableKind.TENANT and entity.in_graph:
        yield ForeignKeyConstraint(["country_code"], ["country.code"], name=f"{table.name}_country_code_fkey")
    of_one = dict(links_of_one_child(entity, table))
    for column in table.columns:
        declared = stored_of(column).link
        if declared is not None and column.name in of_one:
            yield _of_one_child(table, column.name, declared.target)
        elif declared is not None:
            target = declared.target
            yield ForeignKeyConstraint(
                ["country_code", column.name],
                [f"{target}.country_code", f"{target}.id"],
                name=f"{table.name}_{column.name}_fkey",
            )


def _of_one_child(table: Table, name: str, target: str) -> ForeignKeyConstraint:
    """To a row of the same child (`one_child.py`); what is made before the key that it leads to comes after it."""
    file, there = file_of(table), file_of(Entity.metadata.tables[target])
    key = ForeignKeyConstraint(
        ["country_code", file, name],
        [f"{target}.country_code", f"{target}.{there}", f"{target}.id"],
        name=f"{table.name}_{name}_fkey",
        deferrable=True,
        initially="DEFERRED",
        use_alter=target == table.name,
    )
    return refusing(key, of_another(name, target))


def checks(entity: type[Entity], table: Table) -> Iterator[CheckConstraint]:
    """Of owners, of enumerations, of periods, and of rows that can be taken back."""
    if entity.owner is not None and len(entity.owner.tables) > 1:
        owners = [each.column for each in owners_of(entity)]
        refusal = nobodys(entity.names.type, *map(camel, owners))
        yield held(f"{table.name}_someone_check", SomeGiven(tuple(owners)), refusal)
    for column in table.columns:
        members = stored_of(column).enumeration
        if members is not None and column.computed is None:
            yield _membership(table, column, ", ".join(f"'{member.value}'" for member in members))
        longest = stored_of(column).longest
        if longest is not None:
            short = CheckConstraint(
                f"char_length({column.name}) <= {longest}", name=f"{table.name}_{column.name}_longest"
            )
            yield refusing(short, replace(LONG_TEXT, params=(("limit", longest),), path=_place(column)))
        about = stored_of(column).about
        if about is not None:
            known = Known(about.of, column.name)
            yield held(f"{table.name}_{column.name}_known", known, replace(about.apart, path=_place(column)))
        day = stored_of(column).day
        if day is not None and day.after is not None:
            period = (NotBefore if day.same_day else After)(column.name, day.after)
            yield held(f"{table.name}_{column.name}_check", period, replace(ends_of(day), path=_place(column)))
    void = entity.void_column
    if void is not None and WHY_VOID in table.columns:
        yield held(f"{table.name}_{WHY_VOID}_given", BothOrNeither(void, WHY_VOID), NOT_SAID_WHY)


def ends_of(day: Days) -> Refusal:
    """What is told of an end that comes too early."""
    return ENDS if day.same_day else ENDS_LATER


def row_rules(table: Table) -> list[tuple[RowRule, Refusal]]:
    """What the constraints of a table hold of a row by itself, in the order of their names, and what is told."""
    found = ((str(each.name), each.info) for each in table.constraints if "rule" in each.info)
    return [(info["rule"], info["refusal"]) for _, info in sorted(found, key=lambda each: each[0])]


def _membership(table: Table, column: Column[Any], members: str) -> CheckConstraint:
    """That a value is one of an enumeration's members; of a list, that it names one at least, and no other."""
    name = f"{table.name}_{column.name}_check"
    if not KINDS[stored_of(column).kind].listed:
        return refusing(CheckConstraint(f"{column.name} IN ({members})", name=name), NO_MEMBER)
    some = f"{column.name} <@ ARRAY[{members}] AND cardinality({column.name}) > 0"
    return refusing(CheckConstraint(some, name=name), replace(NO_MEMBERS, path=_place(column)))


def _place(column: Column[Any]) -> Path:
    """Where an input gives a column."""
    return ("input", label_of(column))


def refusals_of(entity: type[Entity], table: Table) -> Iterator[tuple[str, Refusal]]:
    """Each constraint of a table that callers write, and what they hear of it.

    Raises:
        MisdeclaredError: one says nothing, and its kind says nothing either.
    """
    if entity.table_kind is not TableKind.TENANT:
        return
    for index in table.indexes:
        if index.unique:
            yield str(index.name), index.info["refusal"]
    for constraint in table.constraints:
        match constraint:
            case PrimaryKeyConstraint():
                yield f"{table.name}_pkey", TAKEN if _is_given(entity, table) else RACED
            case Constraint(info={"refusal": Refusal() as refusal}):
                yield str(constraint.name), refusal
            case ForeignKeyConstraint():
                yield str(constraint.name), GONE if len(constraint.columns) > 1 else NO_COUNTRY
            case _:
                message = f"{constraint.name} has no sentence: say refusing(…, conflict(…))"
                raise MisdeclaredError(entity, "rules", message)


def _is_given(entity: type[Entity], table: Table) -> bool:
    """Whether a client makes the row's identity, so that it can make one twice."""
    identity = table.primary_key.columns.get("id")
    return identity is not None and (entity.in_graph or bool(stored_of(identity).written.creates))
