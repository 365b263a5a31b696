"""Global ids: taken apart, and as conversions of arguments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING
from uuid import UUID

from graph.errors import BadUserInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.kinds.values import Convert

ID_PATTERN = re.compile(r"([A-Za-z]+)_([A-Z]{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class GlobalId:
    """An id taken apart: `<Type>_<COUNTRY>_<uuid>`."""

    type_name: str
    country: str
    uuid: UUID


def global_id(value: object) -> GlobalId | None:
    """An id taken apart; nothing where it is malformed."""
    return _parsed(value) if isinstance(value, str) else None


def parse_id(value: object) -> GlobalId:
    """Take an id apart.

    Raises:
        BadUserInput: it is malformed; nothing was looked up.
    """
    parsed = global_id(value)
    if parsed is None:
        raise BadUserInput("That is no id of this graph.", "Use an id that an answer gave you, such as Child_BE_….")
    return parsed


@lru_cache(maxsize=256)
def _parsed(value: str) -> GlobalId | None:
    """Remembered for a moment: its type decides the statement, its country and its uuid are two parameters of it."""
    match = ID_PATTERN.fullmatch(value)
    return GlobalId(match[1], match[2], UUID(match[3])) if match else None


def id_of(type_name: str) -> Callable[[object], GlobalId]:
    """A conversion that takes ids of one type only."""

    def convert(value: object) -> GlobalId:
        parsed = parse_id(value)
        if parsed.type_name != type_name:
            raise BadUserInput(
                f"That id does not name a {type_name}.", f"Use an id that begins with {type_name}_, or ask `node(id:)`."
            )
        return parsed

    return convert


def part(convert: Callable[[object], GlobalId], name: str) -> Convert:
    """One part of an id: `country` or `uuid`."""
    take = attrgetter(name)

    def of(value: object) -> object:
        return take(convert(value))

    return of
