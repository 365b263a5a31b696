"""What of a value fits, where a part of it does not: the rest is read, and looked at along with what does not fit.

Where a part does not fit, `TOLD` stands for it. Whoever reads on finds nothing there that could be meant, and what it
says of that place is no news.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from graphql import GraphQLInputObjectType, GraphQLList, GraphQLNonNull, Undefined, is_required_input_field

from graph.plan.tree.sources import TOLD
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphql import GraphQLInputType

    from graph.errors import HearthError, Place

VALUE_STEPS = 10
"""Steps that looking at a value takes."""


class Misread(NamedTuple):
    """Variables of which not all fit.

    Attributes:
        faults: what does not fit, each with its place.
        rest: the values by name, `TOLD` in place of what does not fit.
        told: those places.
    """

    faults: list[HearthError]
    rest: Mapping[str, object]
    told: list[Place]


class Rest:
    """Reads what fits of values, and keeps the places of what does not.

    Attributes:
        told: those places, each from its variable on.
    """

    def __init__(self) -> None:
        self.told: list[Place] = []

    def read(self, value: object, type_: GraphQLInputType, place: Place) -> Any:  # noqa: ANN401 - of any type
        """A value as graphql-core coerces it, `TOLD` in place of what does not fit.

        Args:
            value: JSON; `Undefined` where nothing was given and something has to be.
            type_: what is expected.
            place: where it lies.
        """
        step(VALUE_STEPS)
        bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if value is None and bare is type_:
            return None
        if isinstance(bare, GraphQLList) and value is not None and value is not Undefined:
            if not isinstance(value, list):
                return [self.read(value, bare.of_type, place)]
            return [self.read(item, bare.of_type, (*place, index)) for index, item in enumerate(value)]
        if isinstance(bare, GraphQLInputObjectType) and isinstance(value, dict):
            return self._object(value, bare, place)
        if value is None or value is Undefined or isinstance(bare, GraphQLInputObjectType | GraphQLList):
            return self._tell(place)
        parse: Callable[[Any], object] = bare.parse_value
        try:
            found = parse(value)
        except Exception:  # noqa: BLE001 - whatever a scalar says: it refuses
            found = Undefined
        return self._tell(place) if found is Undefined else found

    def _object(self, value: Mapping[str, object], type_: GraphQLInputObjectType, place: Place) -> object:
        if type_.is_one_of and (len(value) != 1 or None in value.values()):
            return self._tell(place)
        found: dict[str, object] = {}
        for name, field in type_.fields.items():
            if name in value or is_required_input_field(field):
                found[field.out_name or name] = self.read(value.get(name, Undefined), field.type, (*place, name))
            elif field.default_value is not Undefined:
                found[field.out_name or name] = field.default_value
        return type_.out_type(found)

    def _tell(self, place: Place) -> object:
        self.told.append(place)
        return TOLD
