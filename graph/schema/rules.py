"""What a country lays down as GraphQL types: its rules on a day, one of them, and the names of its parts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from strawberry.tools import create_type

from countries.packs.timeline import RuleOrigin
from countries.packs.units import RuleUnit
from graph.schema.fields import argument, enumeration_of, list_of, optional, output_field

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

    from graph.declarations.model import EntityModel

ON = "The day; today in the country where it is left out."
PART = "A part of the country, of `jurisdictions`; all of the country where it is left out."


class RuleTypes:
    """Builds the types and fields."""

    def __init__(self) -> None:
        self.rule = create_type(
            "CountryRule",
            [
                output_field("key", str, "Which rule it is, such as `age_of_majority`."),
                output_field("description", str, "What it says, in a sentence."),
                output_field("value", str, "What is laid down, in its unit; NOT_APPLICABLE where nothing is asked."),
                output_field("number", optional(int), "The value, where it is a number."),
                output_field("unit", enumeration_of(RuleUnit), "What the value is counted in."),
                output_field("source", str, "The law and its article, or whatever else lays it down."),
                output_field("certain", bool, "Whether somebody has read the source; if not, the office confirms it."),
                output_field("laidDownBy", enumeration_of(RuleOrigin), "Whose rule it is that holds here."),
                output_field("jurisdiction", optional(str), "The part of the country that was asked for."),
                output_field("from", optional(date), "The first day on which it holds; empty where it always has."),
                output_field(
                    "until", optional(date), "The first day on which it no longer does; empty where it holds on."
                ),
            ],
            description="What a country has laid down for a time: a rule of its policy pack.",
        )

    def of_row(self, entity: EntityModel) -> list[StrawberryField]:
        """`rules`, `rule` and `jurisdictions` of a country, and nothing of other rows."""
        if entity.table != "country":
            return []
        day = argument("on", optional(date), ON)
        part = argument("jurisdiction", optional(str), PART)
        return [
            output_field(
                "rules",
                list_of(self.rule),
                "All that the country has laid down for a day, by key; none where it has no such part.",
                [day, part],
            ),
            output_field(
                "rule",
                optional(self.rule),
                "What the country has laid down for a day, of one key; empty where it has no such part.",
                [argument("key", str, "Which rule."), day, part],
            ),
            output_field(
                "jurisdictions",
                list_of(str),
                "The parts of the country whose law differs, by name.",
            ),
        ]
