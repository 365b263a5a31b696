"""Where the value of a parameter comes from.

A plan is cached; its values are not. Each `$n` of a statement has a source that finds its value in the request's
arguments or in the caller's scope.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self
from uuid import UUID

from countries.codes.tags import looked_up
from graph.words.speaking import IN_ENGLISH, Language, spoken
from graph.words.words import Words

if TYPE_CHECKING:
    from countries.packs.keys import RuleKey
    from countries.packs.packs import Packs
    from countries.tenancy.caller import Caller
    from graph.kinds.values import Convert
    from graph.plan.tree.view import View
    from graph.text_keys import TextKey

Path = tuple[str | int, ...]
"""Response keys from the root to a field."""


class Absent(Enum):
    """An argument that the document does not give; `None` is one that it gives as null."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


AHEAD, BEHIND = "ahead", "behind"
"""The countries whose day is another one than the scope's; it is one of the two days beside that."""


class CountryDays(NamedTuple):
    """Today's date, as `Scope` has it."""

    today: date
    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


class Told(Enum):
    """A value that does not fit, which the caller is told already: the request is refused, and the rest looked at."""

    TOLD = "told"


TOLD: Final = Told.TOLD
UNREAD = (AttributeError, LookupError, TypeError)
"""What whoever meets it says, where something else can be read."""


@dataclass(slots=True)
class Scope:
    """What the caller brings into a statement.

    Attributes:
        country: the one country of a national caller.
        countries: the countries of a region.
        programmes: the programmes of a caseworker.
        today: today's date in the country of a national caller; in UTC of whoever sees several.
        viewer: all that `viewer` can answer, by field.
        introspected: the JSON of each `__schema` and `__type` at the root, by response key.
        written: what a mutation brings, by name.
        feed: what the scope's cursors of the changes feed begin with.
        bounds: what the caller's further settings hold, by name.
        writer: who the caller is, as the feed tells writers apart.
        ahead: the countries where the day after `today` has begun, of whoever is answered about several.
        behind: likewise, those where it is the day before still.
        packs: what countries lay down, as this process has loaded it.
        spoken: the language of the answer.
    """

    country: str | None
    countries: tuple[str, ...]
    programmes: tuple[UUID, ...]
    today: date
    viewer: Mapping[str, object] = field(default_factory=dict)
    introspected: Mapping[str, bytes] = field(default_factory=dict)
    written: Mapping[str, object] = field(default_factory=dict)
    feed: str = ""
    bounds: Mapping[str, Sequence[object]] = field(default_factory=dict)
    writer: UUID | None = None
    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    packs: Packs | None = None
    spoken: Language = IN_ENGLISH

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the caller reads, the dearest first: for labels that a country gives itself."""
        return tuple(looked_up(self.spoken.languages))

    @classmethod
    def of(cls, caller: Caller, today: date, **more: Any) -> Self:  # noqa: ANN401 - further attributes, by name
        """What a caller brings on a day."""
        same = (caller.country, caller.countries, caller.programmes, today)
        more.setdefault("spoken", spoken())
        return cls(*same, bounds=caller.bounds, writer=caller.writer, **more)


@dataclass(frozen=True, slots=True)
class FromScope:
    """A value of the caller's scope, by the name of its field."""

    name: str


@dataclass(frozen=True, slots=True)
class FromBound:
    """What a further setting of the caller's scope holds, by its name: a list."""

    name: str


@dataclass(frozen=True, slots=True)
class FromView:
    """What `viewer` answers, as JSON."""

    view: View


@dataclass(frozen=True, slots=True)
class FromIntrospection:
    """What graphql-core answers under a root field's response key, as JSON."""

    key: str


@dataclass(frozen=True, slots=True)
class FromArgument:
    """A value inside an argument.

    Attributes:
        slot: the argument's number in the operation.
        steps: keys and indexes from the argument to the value.
        convert: makes it what PostgreSQL takes, or raises `BadUserInput`.
        path: the field that an error belongs to.
    """

    slot: int
    steps: Path
    convert: Convert
    path: Path


@dataclass(frozen=True, slots=True)
class FromBoth:
    """A value that an argument and the caller's scope make together, such as the days of a period until today.

    Attributes:
        slot: the argument's number in the operation.
        convert: makes it what PostgreSQL takes, or raises what the caller is to hear.
        path: the field that an error belongs to.
        steps: indexes from the argument to the value.
    """

    slot: int
    convert: Callable[[object, Scope], object]
    path: Path
    steps: Path = ()


@dataclass(frozen=True, slots=True)
class FromWords:
    """What needs no table and is said in the language of the answer, as JSON: the plan is the same for all languages.

    Attributes:
        tell: what is told in a language: plain data.
    """

    tell: Callable[[Words], object]


@dataclass(frozen=True, slots=True)
class FromWrite:
    """A value that a mutation brings: of its input, or worked out for it, by its name; or what is made of it.

    Attributes:
        name: the value's.
        key: what is made of the text; nothing where it is the value itself.
    """

    name: str
    key: TextKey | None = None


@dataclass(frozen=True, slots=True)
class FromCursor:
    """The sealed number in a cursor of the changes feed, which belongs to one scope.

    Attributes:
        slot: the argument's number in the operation.
        path: the field that an error belongs to.
    """

    slot: int
    path: Path


@dataclass(frozen=True, slots=True)
class FromPacks:
    """What the country of a national caller has laid down for today: a number or nothing, else a text."""

    key: RuleKey


ValueOrigin = (
    FromScope
    | FromBound
    | FromView
    | FromIntrospection
    | FromArgument
    | FromBoth
    | FromWords
    | FromWrite
    | FromCursor
    | FromPacks
)
