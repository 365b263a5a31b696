"""Whose row it is, and which of its columns repeat another row's: said once, in the entity.

A row belongs to a child's file, to a home, to whoever else a programme is responsible for, to a programme itself, or to
its country. What it belongs to decides which programme is responsible for it, who sees it, and what it goes along with.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.reasons import Reason
from graph.refusals import Named, Refusal, bad_input

PROGRAMME = "programme"
RESPONSIBLE = "programme_id"
"""The column of the programme that is responsible for a row: a caseworker's policy compares it."""


@dataclass(frozen=True, slots=True, init=False)
class Owner:
    """`owner: ClassVar = Owner("child", "home")` in an entity: whose row it is, the first of these that is given.

    The links follow from it, and the responsible programme as a copy of the owner's; an entity declares a link itself
    where it has more to say of it.

    Attributes:
        tables: of the owners; none for a row of the whole country.
        part_of: the link to the row of the same owner that this one is a part of, as a score is of an assessment; or
            the owner's own link, of what is written with the owner.
        comes_along: whether its rows may come with their whole when that is recorded, as a list of the input.
        programme_back: whether the responsible programme has a connection of these rows. Without it they are found by
            their owner, or in their own list with a condition on the programme.
    """

    tables: tuple[str, ...]
    part_of: str | None
    comes_along: bool
    programme_back: bool

    def __init__(
        self, *tables: str, part_of: str | None = None, comes_along: bool = False, programme_back: bool = False
    ) -> None:
        object.__setattr__(self, "tables", tables)
        object.__setattr__(self, "part_of", part_of)
        object.__setattr__(self, "comes_along", comes_along)
        object.__setattr__(self, "programme_back", programme_back)


COUNTRY = Owner()
"""A row of the whole country: every caseworker there sees it."""


@dataclass(frozen=True, slots=True)
class OwnedBy:
    """One owner that a row may have.

    Attributes:
        table: the owner's table.
        column: the row's own column that says which.
    """

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class CopyOf:
    """What a column repeats.

    Attributes:
        link: the row's own link to the original.
        target: the original's table.
        column: the original.
        unless: the links that are given first: where one of them is, the copy is of another row.
    """

    link: str
    target: str
    column: str
    unless: tuple[str, ...] = ()


def link_to(table: str) -> str:
    """The column by which a row says its owner."""
    return f"{table}_id"


def nobodys(type_name: str, *names: str) -> Refusal:
    """What is told of a row that names none of its owners; the names are those of the fields, or of a file's cells."""
    sentence, advice = "The {type} is nobody's.", "Give one at least of {owners}."
    named = Named(type_name)
    return bad_input(Reason.TIED_TO_NOBODY, sentence, advice, names[0], type=named, owners=", ".join(names))
