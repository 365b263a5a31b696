"""`orderBy`, cursors and pages, over lists that are sorted in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.oracle.faults import BadInputError, CursorGoneError, DeniedError
from tests.oracle.filters import check_where, meets
from tests.oracle.rows import Row
from tests.oracle.sight import Sight
from tests.people import is_a_name, place_of
from tests.selected_rows import CodedId

CURSOR = re.compile(
    r"([0-9a-f]{10})\.([A-Z]{2})(?:_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:_([A-Z0-9][A-Z0-9_]*))?)?"
)
MAX_PAGE = 1_000

Order = tuple[tuple[tuple[str, ...], bool], ...]
"""For each key: the fields that lead to the column, and whether it descends."""

Label = tuple[str, Order]
"""What a cursor's digest stands for: a type in an ordering."""


@dataclass(slots=True)
class Digests:
    """Which digest stands for which ordering: learnt from answers, each from its first cursor."""

    by_label: dict[Label, str] = field(default_factory=dict)

    def learn(self, label: Label, digest: str) -> None:
        """Remember a digest. One digest never stands for two orderings, nor two for one."""
        if label not in self.by_label:
            assert digest not in self.by_label.values(), f"{digest} stands for {label} and for another ordering"
            self.by_label[label] = digest


@dataclass(frozen=True, slots=True)
class Cursor:
    """A cursor that the answer must hold, without its digest."""

    label: Label
    tail: str


def cursor_of(label: Label, row: Row) -> Cursor:
    """The cursor of a row in an ordering."""
    return Cursor(label, row["code"] if label[0] == "Country" else f"{row['country_code']}_{row['id']}")


@dataclass(frozen=True, slots=True)
class Paging:
    """The arguments of one connection, read and checked.

    Attributes:
        first: rows from the start; none where `last` is given.
        last: rows from the end.
        after: the row after which the page lies.
        before: the row before which it lies.
    """

    type_name: str
    where: dict[str, Any] | None
    order: Order
    first: int | None
    last: int | None
    after: Row | None
    before: Row | None

    @property
    def label(self) -> Label:
        """What the digests of its cursors stand for."""
        return self.type_name, self.order

    @property
    def size(self) -> int:
        """How many rows it asks for."""
        return self.last or self.first or 0


def read_paging(sight: Sight, digests: Digests, type_name: str, given: dict[str, Any], default: int) -> Paging:
    """Read a connection's arguments.

    Raises:
        DeniedError: the tier may not filter or order so.
        BadInputError: an argument cannot be meant.
        CursorGoneError: a cursor's row is not there.
    """
    if given.get("where"):
        check_where(sight, type_name, given["where"])
    usual: Order = tuple(((name,), last) for name, last in sight.nouns[type_name].order)
    order = tuple(_orders(sight, type_name, given["orderBy"])) if "orderBy" in given else usual
    first, last = read_sizes(given, default)
    rows = {
        name: _named(sight, digests, (type_name, order), given[name])
        for name in ("after", "before")
        if given.get(name) is not None
    }
    if None in rows.values():
        raise CursorGoneError
    return Paging(type_name, given.get("where") or None, order, first, last, rows.get("after"), rows.get("before"))


def read_sizes(given: dict[str, Any], default: int) -> tuple[int | None, int | None]:
    """`first` and `last`, of which one is given."""
    first, last = given.get("first"), given.get("last")
    if first is not None and last is not None:
        raise BadInputError
    for size in (first, last):
        if size is not None and not 1 <= size <= MAX_PAGE:
            raise BadInputError
    return (default, None) if first is None and last is None else (first, last)


def _orders(sight: Sight, type_name: str, given: object) -> Iterator[tuple[tuple[str, ...], bool]]:
    if not isinstance(given, list) or not given:
        raise BadInputError
    for entry in given:
        at, path, inner = type_name, [], entry
        while isinstance(inner, dict):
            ((name, inner),) = inner.items()
            if not sight.may(at, name):
                raise DeniedError
            path.append(name)
            at = (sight.vocabulary.target_of(at, name) or (at,))[0]
        yield tuple(path), inner == "DESC"


def _named(sight: Sight, digests: Digests, label: Label, cursor: str) -> Row | None:
    match = CURSOR.fullmatch(cursor)
    if match is None or (match[3] is None) == (label[0] != "Country") or digests.by_label.get(label) != match[1]:
        raise BadInputError
    if (match[4] is not None) != sight.nouns[label[0]].coded:
        raise BadInputError
    return sight.find(label[0], match[2], named(match[3], match[4]) if match[3] else None)


def named(uuid: str, code: str | None) -> UUID | CodedId:
    """What names a row within its country."""
    return UUID(uuid) if code is None else CodedId(UUID(uuid), code)


def in_order(sight: Sight, type_name: str, order: Order, rows: list[Row]) -> list[Row]:
    """Sorted: by the last key first, since Python's sort is stable; empty values count as the largest."""
    last = order[-1][1] if order else False
    listed = sorted(rows, key=lambda row: _identity(type_name, row), reverse=last)
    for path, descending in reversed(order):
        keys = {id(row): _key(sight, type_name, row, path) for row in listed}
        listed.sort(key=lambda row, keys=keys: keys[id(row)], reverse=descending)  # type: ignore[misc]  # bound now
    return listed


def _identity(type_name: str, row: Row) -> tuple[Any, ...]:
    return (row["code"],) if type_name == "Country" else (row["country_code"], row["id"])


def _key(sight: Sight, type_name: str, row: Row, path: tuple[str, ...]) -> tuple[bool, Any]:
    *links, name = path
    at, here = type_name, row
    for link in links:
        there = sight.linked(at, here, link)
        if not there:
            return True, ""
        at, here = (sight.vocabulary.target_of(at, link) or (at,))[0], there[0]
    value = here["id"].int if name == "id" else sight.comparable(at, here, name)
    if isinstance(value, str) and is_a_name(sight.nouns[at].values.get(name), here):
        value = place_of(value, sight.caller, here)
    return (True, "") if value is None else (False, value)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a connection, and what is said about it."""

    rows: list[Row]
    total: int
    has_next: bool
    has_previous: bool


def cut_page(sight: Sight, paging: Paging, connected: list[Row]) -> Page:
    """The page, of the rows of a connection."""
    name = paging.type_name
    rows = [row for row in connected if paging.where is None or meets(sight, name, row, paging.where)]
    listed = in_order(sight, name, paging.order, rows)
    up_to_after = _up_to(sight, paging, rows, paging.after, inclusive=True)
    up_to_before = _up_to(sight, paging, rows, paging.before, inclusive=False)
    cut = [row for row in listed if id(row) not in up_to_after and (paging.before is None or id(row) in up_to_before)]
    cut_off_at_start = paging.after is not None and bool(up_to_after)
    cut_off_at_end = paging.before is not None and len(up_to_before) < len(listed)
    more = len(cut) > paging.size
    if paging.last is not None:
        return Page(cut[-paging.last :], len(listed), cut_off_at_end, more or cut_off_at_start)
    return Page(cut[: paging.first], len(listed), more or cut_off_at_end, cut_off_at_start)


def _up_to(sight: Sight, paging: Paging, rows: list[Row], mark: Row | None, *, inclusive: bool) -> set[int]:
    """The rows before a marked row, which need not be one of them."""
    if mark is None:
        return set()
    others = [row for row in rows if row is not mark]
    listed = in_order(sight, paging.type_name, paging.order, [*others, mark])
    place = next(index for index, row in enumerate(listed) if row is mark)
    before = {id(row) for row in listed[:place]}
    return before | {id(mark)} if inclusive and len(others) < len(rows) else before
