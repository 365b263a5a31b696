"""The checks that PostgreSQL keeps of a table's columns, and what a caller hears where one of them is broken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint

from graph.entities.days import TOGETHER
from graph.kinds.table import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from graph.entities.declared import Stored

ANSWER = "hearth"
"""Under which a constraint carries its words."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a caller hears of a broken check: what is wrong, what to do, and the column that it is about."""

    message: str
    hint: str
    column: str = ""


NO_MEMBERS = Words("A list is empty, or holds a value that there is none.", "Compare it with the schema.")


def stored_of(column: Any) -> Stored:  # noqa: ANN401 - a column of any type
    """What the declaration says about a column."""
    stored: Stored = column.info["hearth"]
    return stored


def checks_of(table: Table) -> Iterator[CheckConstraint]:
    """The constraints that follow from the columns' own words; those with words of their own answer by them."""
    for column in table.columns:
        stored = stored_of(column)
        if stored.enumeration is not None and column.computed is None:
            listed = ", ".join(f"'{member.value}'" for member in stored.enumeration)
            if KINDS[stored.kind].listed:
                some = f"{column.name} <@ ARRAY[{listed}] AND cardinality({column.name}) > 0"
                yield _answering(f"{table.name}_{column.name}_check", some, NO_MEMBERS, column.name)
            else:
                yield CheckConstraint(f"{column.name} IN ({listed})", name=f"{table.name}_{column.name}_check")
        if stored.longest is not None:
            words = Words(f"It may hold {stored.longest} characters.", "Shorten it.")
            short = f"char_length({column.name}) <= {stored.longest}"
            yield _answering(f"{table.name}_{column.name}_longest", short, words, column.name)
        if stored.about is not None:
            together = f"({stored.about.of} IS NULL) = ({column.name} IS NULL)"
            words = Words(stored.about.apart, TOGETHER)
            yield _answering(f"{table.name}_{column.name}_known", together, words, column.name)
        day = stored.day
        if day is not None and day.after is not None:
            # A period holds at least one day.
            yield CheckConstraint(f"{column.name} > {day.after}", name=f"{table.name}_{column.name}_check")


def _answering(name: str, held: str, words: Words, column: str) -> CheckConstraint:
    return CheckConstraint(held, name=name, info={ANSWER: replace(words, column=column)})
