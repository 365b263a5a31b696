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

UUID_PATTERN = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
CODE_PATTERN = r"[A-Z0-9][A-Z0-9_]{0,99}"
"""What tells selected rows of one uuid apart: a member of an enumeration, or a whole number."""
ID_PATTERN = re.compile(rf"([A-Za-z]+)_([A-Z]{{2}})_({UUID_PATTERN})(?:_({CODE_PATTERN}))?", re.ASCII)
CODE_ID_PATTERN = re.compile(r"([A-Za-z]+)_([A-Z]{2})", re.ASCII)
NO_ID = ("That is no id of this graph.", "Use an id that an answer gave you, such as Child_BE_….")


@dataclass(frozen=True, slots=True)
class GlobalId:
    """An id taken apart: `<Type>_<COUNTRY>_<uuid>`, and `_<code>` behind it where a type has several rows of one."""

    type_name: str
    country: str
    uuid: UUID
    code: str | None = None


@dataclass(frozen=True, slots=True)
class CodeId:
    """The id of a register's row taken apart: `Country_BE`."""

    type_name: str
    country: str


def code_id(value: object) -> CodeId | None:
    """The id of a register's row, taken apart; nothing where it is none."""
    match = CODE_ID_PATTERN.fullmatch(value) if isinstance(value, str) else None
    return CodeId(match[1], match[2]) if match else None


def parse_node_id(value: object) -> GlobalId | CodeId:
    """Take the id of anything apart that has one.

    Raises:
        BadUserInput: it is malformed; nothing was looked up.
    """
    return code_id(value) or parse_any_id(value)


def global_id(value: object) -> GlobalId | None:
    """An id taken apart; nothing where it is malformed."""
    return _parsed(value) if isinstance(value, str) else None


def parse_any_id(value: object) -> GlobalId:
    """Take an id apart, of a stored row or a selected one.

    Raises:
        BadUserInput: it is malformed; nothing was looked up.
    """
    parsed = global_id(value)
    if parsed is None:
        raise BadUserInput(*NO_ID)
    return parsed


def parse_id(value: object) -> GlobalId:
    """Take the id of a stored row apart.

    Raises:
        BadUserInput: it is malformed; nothing was looked up.
    """
    parsed = parse_any_id(value)
    if parsed.code is not None:
        raise BadUserInput(*NO_ID)
    return parsed


@lru_cache(maxsize=256)
def _parsed(value: str) -> GlobalId | None:
    """Remembered for a moment: its type decides the statement, its country and its uuid are two parameters of it."""
    match = ID_PATTERN.fullmatch(value)
    return GlobalId(match[1], match[2], UUID(match[3]), match[4]) if match else None


def id_of(type_name: str, *, coded: bool = False) -> Callable[[object], GlobalId]:
    """A conversion that takes ids of one type only; `coded` are those that end in a code."""

    def convert(value: object) -> GlobalId:
        parsed = parse_any_id(value)
        if parsed.type_name != type_name:
            raise BadUserInput(
                "That id does not name a {type}.",
                "Use an id that begins with {type}_, or ask `node(id:)`.",
                params=(("type", type_name),),
            )
        if (parsed.code is None) == coded:
            raise BadUserInput(*NO_ID)
        return parsed

    return convert


def pair(found: GlobalId) -> str:
    """An id without its type: `<COUNTRY>_<uuid>`, and `_<code>` where it has one."""
    told = f"{found.country}_{found.uuid}"
    return told if found.code is None else f"{told}_{found.code}"


def part(convert: Callable[[object], GlobalId], name: str) -> Convert:
    """One part of an id: `country`, `uuid` or `code`."""
    take = attrgetter(name)

    def of(value: object) -> object:
        return take(convert(value))

    return of
