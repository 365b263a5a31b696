"""Why a value does not fit where it stands: the place, and what is expected there.

Values are read fast elsewhere (`variables.py`, `literals.py`), by functions that only say whether one fits. Where it
does not, it is walked here once more, slowly, for what the caller is to hear. Nothing of what is said repeats a value,
and a key that the schema does not know is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    Undefined,
    VariableNode,
    get_named_type,
    is_required_input_field,
)

from graph.refusals import Spoken
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from graphql import GraphQLInputType, GraphQLLeafType, ValueNode

    from graph.errors import Place
    from graph.refusals import Param, Params

MAX_MEMBERS = 20
"""Members of an enumeration, or fields of an input, that a hint lists."""
FORMS = {
    "Int": "A whole number between -2147483648 and 2147483647, without quotation marks.",
    "Float": "A finite number, without quotation marks.",
    "String": "Text between quotation marks.",
    "ID": "An id that an answer gave, as text.",
    "Boolean": "true or false, without quotation marks.",
}
"""How values of the specification's own scalars are written; the others say it in their descriptions."""

VALUE_STEPS = 10
"""Steps that looking at a value takes: one whose type refuses it has raised an error."""
NAME_STEPS = 100
"""Steps that it takes to see whether a name is like one of an input's fields."""
LONGEST_NAME = 60
"""Characters of a name that may be like another one."""

UNSERVED = "unserved"
"""What an input of filters or of orders is told beside its fields: why values that are worked out are none of them."""

NULL = "{named} may not be null: {expected} is expected."
MISSING = "{named} is missing: {expected} is expected."
OTHER = "{named} does not fit: {expected} is expected."
ONE_OF = "{named} names no field, or several, or one as null: {expected} is expected."
UNKNOWN = "{named} does not exist: {expected} is expected."
UNKNOWN_KEY = "{named} holds a field that does not exist, number {number}: {expected} is expected."
"""What is wrong, behind the name of the place."""


class Listing(NamedTuple):
    """A sentence that lists names.

    Attributes:
        all: its template where it lists all of them.
        some: its template where there are `{more}`.
    """

    all: str
    some: str


ONE_OF_THEM = Listing("It is one of {names}.", "It is one of {names}, and {more} more.")
FIELDS = Listing("{type} has {names}.", "{type} has {names}, and {more} more.")
EXACTLY_ONE = Listing(
    "Give an object with exactly one field. {type} has {names}.",
    "Give an object with exactly one field. {type} has {names}, and {more} more.",
)
MEANT = (
    "Perhaps `{first}` is meant.",
    "Perhaps `{first}` or `{second}` is meant.",
    "Perhaps `{first}` or `{second}` or `{third}` is meant.",
)
"""By how many names are like the one that is given."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that does not fit.

    Attributes:
        steps: keys and indexes that lead to it, from the variable or the argument.
        expected: the type of that place, as the schema writes it.
        fault: what is wrong, a template: `{named}` is the place, `{expected}` the type.
        hint: what to write instead, a template.
        params: what the two name beside that.
        others: what of the same argument does not fit either.
    """

    steps: Place
    expected: str
    fault: str
    hint: str
    params: Params = ()
    others: tuple[Misfit, ...] = ()

    def params_at(self, named: str) -> Params:
        """The parameters, with the place as a person reads it."""
        return (("named", named), ("expected", self.expected), *self.params)


Misfits: TypeAlias = "Iterator[Misfit]"


def of_value(value: object, type_: GraphQLInputType, steps: Place = ()) -> Misfits:
    """What of a given value does not fit a type (specification, 3.10 and 6.1.2).

    Args:
        value: JSON; `Undefined` where nothing was given.
        type_: what is expected.
        steps: where it lies.
    """
    step(VALUE_STEPS)
    bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if value is None or value is Undefined:
        if bare is not type_:
            yield misfit(steps, type_, NULL if value is None else MISSING)
    elif isinstance(bare, GraphQLList):
        if not isinstance(value, list):
            yield from of_value(value, bare.of_type, steps)
        else:
            for index, item in enumerate(value):
                yield from of_value(item, bare.of_type, (*steps, index))
    elif isinstance(bare, GraphQLInputObjectType) and isinstance(value, dict):
        yield from _of_object(value, bare, type_, steps)
    elif isinstance(bare, GraphQLInputObjectType) or not _is_leaf(value, bare):
        yield misfit(steps, type_, OTHER)


def _of_object(
    value: Mapping[str, object], type_: GraphQLInputObjectType, whole: GraphQLInputType, steps: Place
) -> Misfits:
    for name, field in type_.fields.items():
        if name in value or is_required_input_field(field):
            yield from of_value(value.get(name, Undefined), field.type, (*steps, name))
    for number, name in enumerate(value, 1):
        if name not in type_.fields:
            nearly = _nearly(name, type_)
            yield Misfit(steps, str(whole), UNKNOWN_KEY, nearly.template, (("number", number), *nearly.params))
    if type_.is_one_of and (len(value) != 1 or None in value.values()):
        yield misfit(steps, whole, ONE_OF)


def _is_leaf(value: object, type_: GraphQLLeafType) -> bool:
    parse: Callable[[Any], object] = type_.parse_value
    try:
        return parse(value) is not Undefined
    except Exception:  # noqa: BLE001 - whatever a scalar says: it refuses
        return False


def of_literal(
    node: ValueNode, type_: GraphQLInputType, variables: Mapping[str, object] | None, steps: Place = ()
) -> Misfits:
    """What of a value in the document does not fit, under variables that fit their own types.

    Args:
        node: the value.
        type_: what is expected.
        variables: the values of those that have one; none at all where only the document is looked at.
        steps: where it lies in the argument.
    """
    step(VALUE_STEPS)
    bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(node, VariableNode):
        if variables is not None and bare is not type_ and variables.get(node.name.value) is None:
            yield misfit(steps, type_, NULL if node.name.value in variables else MISSING)
    elif isinstance(node, NullValueNode):
        if bare is not type_:
            yield misfit(steps, type_, NULL)
    elif isinstance(bare, GraphQLList):
        for item, place in _items(node, steps):
            yield from of_literal(item, bare.of_type, variables, place)
    elif isinstance(bare, GraphQLInputObjectType) and isinstance(node, ObjectValueNode):
        yield from _of_object_literal(node, bare, type_, variables, steps)
    elif isinstance(bare, GraphQLInputObjectType) or not _is_leaf_literal(node, bare, variables):
        yield misfit(steps, type_, OTHER)


def _items(node: ValueNode, steps: Place) -> list[tuple[ValueNode, Place]]:
    """The items of a list; a single value stands for a list of one."""
    if not isinstance(node, ListValueNode):
        return [(node, steps)]
    return [(item, (*steps, index)) for index, item in enumerate(node.values)]


def _of_object_literal(
    node: ObjectValueNode,
    type_: GraphQLInputObjectType,
    whole: GraphQLInputType,
    variables: Mapping[str, object] | None,
    steps: Place,
) -> Misfits:
    written = {field.name.value: field.value for field in node.fields}
    for name, field in type_.fields.items():
        value = written.get(name)
        if value is None or _value_of(value, variables) is Undefined:
            if is_required_input_field(field):
                yield misfit((*steps, name), field.type, MISSING)
        else:
            yield from of_literal(value, field.type, variables, (*steps, name))
    for name in written:
        if name not in type_.fields:
            nearly = _nearly(name, type_)
            yield Misfit((*steps, name), str(whole), UNKNOWN, nearly.template, nearly.params)
    held = [_value_of(value, variables) for value in written.values()]
    if type_.is_one_of and (len(held) != 1 or held[0] is None or held[0] is Undefined):
        yield misfit(steps, whole, ONE_OF)


def _value_of(node: ValueNode, variables: Mapping[str, object] | None) -> object:
    """Nothing for null, `Undefined` for a variable that is not given, and else whatever stands there."""
    if isinstance(node, VariableNode) and variables is not None:
        return variables.get(node.name.value, Undefined)
    return None if isinstance(node, NullValueNode) else node


def _is_leaf_literal(node: ValueNode, type_: GraphQLLeafType, variables: Mapping[str, object] | None) -> bool:
    # Only inside a list or an object a variable can stand, and to copy them for each value would take long.
    given = dict(variables or {}) if isinstance(node, ListValueNode | ObjectValueNode) else None
    try:
        return type_.parse_literal(node, given) is not Undefined
    except Exception:  # noqa: BLE001 - as above
        return False


def misfit(steps: Place, type_: GraphQLInputType, fault: str) -> Misfit:
    """A value that does not fit, and how one of that type is written."""
    form = _form_of(type_)
    return Misfit(steps, str(type_), fault, form.template, form.params)


def _form_of(type_: GraphQLInputType) -> Spoken:
    """How values of a type are written, in a sentence."""
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(inner, GraphQLList):
        return Spoken("Give a list of {type}, without null in it.", (("type", str(get_named_type(inner))),))
    match inner:
        case GraphQLEnumType():
            return listed_names(ONE_OF_THEM, list(inner.values))
        case GraphQLInputObjectType() if inner.is_one_of:
            return _fields_of(inner, EXACTLY_ONE)
        case GraphQLInputObjectType():
            return _fields_of(inner)
        case _:
            form = FORMS.get(inner.name) or inner.description
            return Spoken(form) if form else Spoken("Give a {type}.", (("type", inner.name),))


def _fields_of(type_: GraphQLInputObjectType, listing: Listing = FIELDS) -> Spoken:
    return listed_names(listing, list(type_.fields), ("type", type_.name))


def listed_names(listing: Listing, names: list[str], *params: tuple[str, Param]) -> Spoken:
    """Some names in a sentence, and how many more there are."""
    told, more = ("names", ", ".join(names[:MAX_MEMBERS])), len(names) - MAX_MEMBERS
    return Spoken(listing.all, (*params, told)) if more <= 0 else Spoken(listing.some, (*params, told, ("more", more)))


def _nearly(name: str, type_: GraphQLInputObjectType) -> Spoken:
    """What may be meant by a field that does not exist, or why there is none."""
    why: Spoken | None = type_.extensions.get(UNSERVED, {}).get(name)
    if why is not None:
        return why
    step(NAME_STEPS)
    return meant(name, list(type_.fields)) or _fields_of(type_)


def meant(name: str, known: list[str]) -> Spoken | None:
    """Which of the known names may be meant by another one, in a sentence; nothing where none is like it."""
    close = get_close_matches(name, known, len(MEANT)) if len(name) <= LONGEST_NAME else ()
    return (
        Spoken(MEANT[len(close) - 1], tuple(zip(("first", "second", "third"), close, strict=False))) if close else None
    )
