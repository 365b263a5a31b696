"""The parts that types are made of: fields, arguments, inputs, and the operators of each kind of value."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import get_object_definition
from strawberry.types.enum import StrawberryEnumDefinition
from strawberry.types.field import StrawberryField

from graph.described import Described

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

OPERATOR_DOCS = {
    "eq": "Is this value.",
    "ne": "Has a value, and it is another one.",
    "in": "Is one of these values.",
    "notIn": "Has a value, and it is none of these.",
    "lt": "Is smaller, or earlier.",
    "lte": "Is smaller or the same.",
    "gt": "Is larger, or later.",
    "gte": "Is larger or the same.",
    "startsWith": "Begins with this text; capitals count.",
    "contains": "Holds this text somewhere; capitals count.",
    "isNull": "Has no value (true), or has one (false).",
}
PAGE_ARGUMENTS = (
    ("first", int, "How many rows from the start, 1 to 1000."),
    ("after", str, "Only rows after the one with this cursor."),
    ("last", int, "How many rows from the end, 1 to 1000."),
    ("before", str, "Only rows before the one with this cursor."),
)


WHERE_DOC = "Which rows: those that meet it; all of them where it is null or {}. Inside it both are refused."
SEARCH_DOC = (
    "Which rows: each word that is given begins a word of {}. Capitals, accents, apostrophes and their order make no"
    " difference. What is misspelt by a letter, sounds alike or is in another script is found too. The nearest come"
    " first, unless orderBy says otherwise. All of them where it is null or empty."
)
ORDER_DOC = "In which order, names as people of the country order them; rows that tie are ordered by their identity."


class Direction(Described):
    """The direction of an ordering. Rows without a value come last in ASC and first in DESC."""

    ASC = "ASC", "The smallest or earliest first; rows without a value last."
    DESC = "DESC", "The largest or latest first; rows without a value before all."


def _python(name: str) -> str:
    """What Python calls a field: a word of its own it cannot."""
    return f"{name}_" if iskeyword(name) else name


def output_field(name: str, type_: object, doc: str, arguments: Iterable[StrawberryArgument] = ()) -> StrawberryField:
    """A field of an object."""
    made = StrawberryField(
        python_name=_python(name),
        graphql_name=name,
        type_annotation=StrawberryAnnotation(type_),
        description=doc,
    )
    made.arguments = list(arguments)
    return made


def argument(name: str, type_: object, doc: str) -> StrawberryArgument:
    """An argument of a field."""
    return StrawberryArgument(
        python_name=name, graphql_name=name, type_annotation=StrawberryAnnotation(type_), description=doc
    )


def input_field(name: str, type_: object, doc: str) -> StrawberryField:
    """A field of an input, which may be left out."""
    return StrawberryField(
        python_name=_python(name),
        graphql_name=name,
        type_annotation=StrawberryAnnotation(type_),
        description=doc,
        default=strawberry.UNSET,
    )


def presence_field(*, many: bool) -> StrawberryField:
    """Whether a link leads anywhere: the field of a filter on linked rows, be they many or one."""
    of_one = "Of a link alone: it leads to no row that you see (true), or to one (false)."
    of_many = "There is no linked row that you see (true), or there is one at least (false)."
    return input_field("isNull", optional(bool), of_many if many else of_one)


def required_field(name: str, type_: Any, doc: str) -> StrawberryField:  # noqa: ANN401 - as `optional`
    """A field of an input that must be there."""
    return StrawberryField(
        python_name=name, graphql_name=name, type_annotation=StrawberryAnnotation(type_), description=doc
    )


def list_of(type_: Any) -> Any:  # noqa: ANN401 - as `optional`
    """A list of a type made at run time."""
    return list[type_]


def optional(type_: Any) -> Any:  # noqa: ANN401 - a type made at run time
    """A type made at run time, or null."""
    return type_ | None


def enumeration_of(members: type[StrEnum]) -> Any:  # noqa: ANN401 - a type made at run time
    """An enumeration, with a sentence for each member that has one."""
    made: Any = strawberry.enum(members, description=(members.__doc__ or "").strip())
    definition: StrawberryEnumDefinition = made.__strawberry_definition__
    for member, value in zip(members, definition.values, strict=True):
        value.description = getattr(member, "doc", None)
    return made


def add_fields(made: type, fields: Iterable[StrawberryField]) -> None:
    """Give a type further fields once the types that they lead to are made."""
    definition = get_object_definition(made, strict=True)
    for each in fields:
        each.origin = made
        definition.fields.append(each)
