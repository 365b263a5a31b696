"""Why a value does not fit where it stands: the place, and what is expected there.

Values are read fast elsewhere (`variables.py`, `literals.py`), by functions that only say whether one fits. Where it
does not, it is walked here once more, slowly, for what the caller is to hear. Nothing of what is said repeats a value,
and a key that the schema does not know is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeAlias

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

from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from graphql import GraphQLInputType, GraphQLLeafType, ValueNode

    from graph.errors import Place

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

NULL = "may not be null"
MISSING = "is missing"
OTHER = "does not fit"
ONE_OF = "names no field, or several, or one as null"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that does not fit.

    Attributes:
        steps: keys and indexes that lead to it, from the variable or the argument.
        expected: the type of that place, as the schema writes it.
        fault: what is wrong, behind the name of the place.
        hint: what to write instead.
        others: what of the same argument does not fit either.
    """

    steps: Place
    expected: str
    fault: str
    hint: str
    others: tuple[Misfit, ...] = ()


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
            fault = f"holds a field that does not exist, number {number}"
            yield Misfit(steps, str(whole), fault, _nearly(name, type_))
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
            yield Misfit((*steps, name), str(whole), "does not exist", _nearly(name, type_))
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
    return Misfit(steps, str(type_), fault, _form_of(type_))


def _form_of(type_: GraphQLInputType) -> str:
    """How values of a type are written, in a sentence."""
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(inner, GraphQLList):
        return f"Give a list of {get_named_type(inner)}, without null in it."
    match inner:
        case GraphQLEnumType():
            return listed_names("It is one of", list(inner.values))
        case GraphQLInputObjectType() if inner.is_one_of:
            return f"Give an object with exactly one field. {_fields_of(inner)}"
        case GraphQLInputObjectType():
            return _fields_of(inner)
        case _:
            return FORMS.get(inner.name) or inner.description or f"Give a {inner.name}."


def _fields_of(type_: GraphQLInputObjectType) -> str:
    return listed_names(f"{type_.name} has", list(type_.fields))


def listed_names(begin: str, names: list[str]) -> str:
    """Some names in a sentence, and how many more there are."""
    rest = f", and {len(names) - MAX_MEMBERS} more" if len(names) > MAX_MEMBERS else ""
    return f"{begin} {', '.join(names[:MAX_MEMBERS])}{rest}."


def _nearly(name: str, type_: GraphQLInputObjectType) -> str:
    """What may be meant by a field that does not exist, or why there is none."""
    why = type_.extensions.get(UNSERVED, {}).get(name)
    if why is not None:
        return str(why)
    step(NAME_STEPS)
    return meant(name, list(type_.fields)) or _fields_of(type_)


def meant(name: str, known: list[str]) -> str:
    """Which of the known names may be meant by another one, in a sentence; nothing where none is like it."""
    close = get_close_matches(name, known, 3) if len(name) <= LONGEST_NAME else ()
    return f"Perhaps {' or '.join(f'`{each}`' for each in close)} is meant." if close else ""
