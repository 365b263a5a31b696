"""Codes of countries' own lists as GraphQL types: a code with its label, and which lists there are."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from strawberry.tools import create_type

from countries.codes.lists import LISTS
from graph.declarations.nouns import Privacy
from graph.kinds.kind import Kind
from graph.plan.planner.codes import CODE_TYPE, CODES
from graph.schema.fields import argument, enumeration_of, list_of, optional, output_field
from graph.schema.privacy import marked
from graph.schema.scalars import TYPE_OF_KIND

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

CODES_DOC = "The codes of one of the country's own lists that are in force on a day, in the order of the list."


class CodeTypes:
    """Makes the types; what a row's code answers, and what a list holds, is the same type."""

    def __init__(self) -> None:
        names: Any = StrEnum("CodeList", {each.name: each.name for each in LISTS.values()})  # type: ignore[misc]  # made at run time
        names.__doc__ = "A list of codes that a country may keep."
        for each in LISTS.values():
            setattr(names[each.name], "doc", each.doc)  # noqa: B010 - members made at run time have no attribute declared
        self.lists = enumeration_of(names)
        day: Any = TYPE_OF_KIND[Kind.DATE]
        self.code: Any = create_type(
            CODE_TYPE,
            [
                output_field("code", str, "As the country writes it: what inputs and filters take."),
                output_field("label", str, "What it is called: in your language, else the country's, else English."),
                output_field(
                    "international", optional(str), "The international code that it maps to, where its list has one."
                ),
                output_field(
                    "from", optional(day), "The first day on which it may be used; empty where it always could."
                ),
                output_field(
                    "until", optional(day), "The first day on which it no longer may; empty where it may to this day."
                ),
                output_field("source", str, "The law, the return or the book that has it."),
                output_field("certain", bool, "Whether whoever wrote it down has seen the source."),
            ],
            description="A code of one of a country's own lists.",
        )

    def of_country(self) -> StrawberryField:
        """`codes` of a country."""
        day: Any = TYPE_OF_KIND[Kind.DATE]
        made = output_field(
            CODES,
            list_of(self.code),
            CODES_DOC,
            [
                argument("list", self.lists, "Which list."),
                argument("on", optional(day), "On which day; today in the country where it is left out."),
            ],
        )
        return marked(made, Privacy.PLAIN)
