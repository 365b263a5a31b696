"""The values that levels need: of arguments, of constants, of pages and their cursors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.kinds.kind import Kind
    from graph.plan.tree.sources import FromArgument, FromBoth, FromWrite, Path


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter: its kind decides the type in PostgreSQL, its source where the value comes from."""

    kind: Kind
    source: FromArgument | FromBoth | FromWrite
    many: bool = False


@dataclass(frozen=True, slots=True)
class Cursor:
    """A position: the row that it names, read again under the caller's own policies."""

    country: Value
    identity: Value
    path: Path
    code: Value | None = None


@dataclass(frozen=True, slots=True)
class PageSize:
    """How many rows: fixed by the document, or a parameter."""

    fixed: int | None
    value: Value | None
    backward: bool


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text that is the same for all rows: `__typename`, or nothing (null)."""

    text: str | None
