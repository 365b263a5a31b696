"""The kinds of values, and what a column says of its own values besides."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from enum import StrEnum

    from graph.text import TextForm

MAX_TEXT = 10_000
"""Characters of a text, where its column does not say how many."""
MAX_NAME = 500
"""Characters of a text that lists are filtered or ordered by: an index of PostgreSQL holds some 2,700 bytes."""
MAX_LONG_TEXT = 30_000
"""Characters that a column may say: a cell of a workbook holds 32,767, and what it cannot hold takes seven."""
MAX_CODE = 40
"""Characters of a code of a national list."""


class Kind(Enum):
    """What a value is: its PostgreSQL type, its GraphQL scalar and its operators follow from it (`table.py`)."""

    ID = "id"
    """The row's own identity, or a link's column."""
    TEXT = "text"
    TEXT_LIST = "text list"
    LANGUAGES = "languages"
    """ISO 639 codes of languages, each once, in the order that is given."""
    INTEGER = "integer"
    BIG_INTEGER = "big integer"
    DECIMAL = "decimal"
    DATE = "date"
    INSTANT = "instant"
    ENUMERATION = "enumeration"
    ENUMERATION_LIST = "enumeration list"
    """Some of an enumeration's members: a set, kept in their order."""
    UUID = "uuid"
    """A UUID that is no row's of ours: what several rows have in common, or another system's."""
    BOOLEAN = "boolean"
    """Of what is worked out; what somebody answers may also not be known (`answered` in graph/declarations/base.py)."""
    JSON = "json"
    CODE = "code"
    """A code of one of the country's own lists: kept and asked for as text, told with its label (docs/codes.md)."""


class ValueShape(Protocol):
    """What decides how a value is read besides its kind: a column, an input and a cell of a file each say it."""

    @property
    def kind(self) -> Kind:
        """What it is."""

    @property
    def form(self) -> TextForm:
        """How a text is kept."""

    @property
    def enumeration(self) -> type[StrEnum] | None:
        """The members that it may hold."""

    @property
    def longest(self) -> int | None:
        """The characters that a text may hold, where its column says so."""

    @property
    def is_name(self) -> bool:
        """Whether lists are filtered or ordered by it."""


def limit_of(shape: ValueShape) -> int:
    """The characters that a text may hold."""
    return shape.longest or (MAX_NAME if shape.is_name else MAX_TEXT)
