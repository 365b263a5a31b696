"""What one caller may hold at a time, and all callers of a process together.

A caller is everything that its token says of it: issuer, subject, tier, countries and programmes (`Caller.key`). Who
holds its whole share is refused alone, with `TOO_COSTLY`, reason `BUDGET_SPENT`; where the process has no more to give,
with `UNAVAILABLE`. Both say when to come back. A count that has come back to zero is forgotten.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import TooCostly, Unavailable
from graph.reasons import Reason
from graph.refusals import Phrase, Plural
from graph.shares.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUE_BYTES, LIST_BYTES, OBJECT_BYTES = 56, 64, 240
"""What a value takes in memory besides its characters, an empty list, and an object with one member, rounded up."""


OR_LATER = Plural(
    "{first}, or try again in {seconds} seconds.", one="{first}, or try again in {seconds} second.", by="seconds"
)


@dataclass(frozen=True, slots=True)
class Limit:
    """How much of one thing there may be.

    Attributes:
        what: in the plural, as a sentence names it.
        each: how much one caller may hold.
        most: how much all callers of a process may hold.
        first: what a caller does who holds its whole share; the beginning of a sentence.
        retry_after: seconds after which to come back.
        takes_one: whether a caller who holds nothing may take more than a share at once: what has a limit of its own.
    """

    what: Phrase
    each: int
    most: int
    first: Phrase
    retry_after: int = 1
    takes_one: bool = False


class HeldAmounts:
    """How much of one thing is held, and by whom. One event loop uses it: there is no lock.

    Args:
        bound: how much there may be.

    Attributes:
        total: what all callers hold.
    """

    __slots__ = ("_by_caller", "bound", "total")

    def __init__(self, bound: Limit) -> None:
        self.bound = bound
        self.total = 0
        self._by_caller: dict[str, int] = {}

    def of(self, who: str) -> int:
        """What one caller holds.

        Args:
            who: its key.
        """
        return self._by_caller.get(who, 0)

    @property
    def callers(self) -> int:
        """How many callers hold something."""
        return len(self._by_caller)

    def has_room(self, who: str, amount: int = 1) -> bool:
        """Whether a caller may take so much more."""
        held = self._by_caller.get(who, 0)
        return self._is_within(held, amount) and self._is_within(self.total, amount, self.bound.most)

    def take(self, who: str, amount: int = 1) -> None:
        """Hold so much more.

        Raises:
            TooCostly: the caller would hold more than its share.
            Unavailable: all callers together would hold more than there is.
        """
        bound, held = self.bound, self._by_caller.get(who, 0)
        if held + amount > bound.each and not self._is_within(held, amount):
            raise TooCostly(
                "You hold as much as one caller may: {what}.",
                OR_LATER,
                reason=Reason.BUDGET_SPENT,
                retry_after=bound.retry_after,
                params=(("what", bound.what), ("first", bound.first), ("seconds", bound.retry_after)),
            )
        if self.total + amount > bound.most and not self._is_within(self.total, amount, bound.most):
            raise Unavailable(
                "This server holds as much as it may: {what}.",
                "Try again a little later.",
                retry_after=bound.retry_after,
                params=(("what", bound.what),),
            )
        if amount:
            self._by_caller[who] = held + amount
            self.total += amount

    def add(self, who: str, amount: int = 1) -> None:
        """Hold so much more, whatever the bound says: for what must not be lost."""
        if amount:
            self._by_caller[who] = self._by_caller.get(who, 0) + amount
            self.total += amount

    def give(self, who: str, amount: int = 1) -> None:
        """Hold so much less; of what was taken."""
        if not amount:
            return
        held = self._by_caller[who] - amount
        self.total -= amount
        if held:
            self._by_caller[who] = held
        else:
            del self._by_caller[who]

    @contextmanager
    def holding(self, who: str, amount: int, *, anyway: bool = False) -> Iterator[None]:
        """Hold so much more within a block.

        Args:
            who: the caller's key.
            amount: how much.
            anyway: whatever the bound says, as `add`.

        Raises:
            TooCostly: as `take`.
            Unavailable: as `take`.
        """
        (self.add if anyway else self.take)(who, amount)
        try:
            yield
        finally:
            self.give(who, amount)

    def _is_within(self, held: int, amount: int, limit: int | None = None) -> bool:
        limit = self.bound.each if limit is None else limit
        return held + amount <= limit or (self.bound.takes_one and not held)


@dataclass(frozen=True, slots=True)
class CallerBounds:
    """What callers may hold, and how fast they may open what is dear to open.

    Attributes:
        requests: requests under way, over HTTP and over sockets: from the token to the answer.
        bodies: bytes of request bodies under way; one that does not tell its length counts as the longest.
        clients: sockets and event streams.
        subscriptions: subscriptions.
        kept: bytes that operations of sockets and event streams keep while they last, estimated (`kept_bytes`).
        unread: bytes of answers and deliveries that wait for their reader, those being sent among them.
        openings: sockets and event streams that one caller opens in a minute.
        starts: subscriptions that one caller starts in a minute.
    """

    requests: Limit = Limit(Phrase("requests under way"), 100, 5_000, Phrase("Wait for some answers first"))
    bodies: Limit = Limit(
        Phrase("bytes of requests under way"),
        16_000_000,
        256_000_000,
        Phrase("Send large requests one after the other"),
    )
    clients: Limit = Limit(
        Phrase("sockets and event streams"), 100, 5_000, Phrase("Close some of them first"), retry_after=10
    )
    subscriptions: Limit = Limit(
        Phrase("subscriptions"), 1_000, 20_000, Phrase("Complete some of them first"), retry_after=10
    )
    kept: Limit = Limit(
        Phrase("bytes of arguments of operations under way"),
        32_000_000,
        256_000_000,
        Phrase("Complete some operations first"),
        retry_after=10,
        takes_one=True,
    )
    unread: Limit = Limit(
        Phrase("bytes of answers that wait for their reader"),
        64_000_000,
        512_000_000,
        Phrase("Read the answers that wait first"),
        takes_one=True,
    )
    openings: int = 300
    starts: int = 3_000


@dataclass(slots=True)
class Holdings:
    """What the callers of one process hold, by kind; the names are those of `CallerBounds`.

    Args:
        bounds: how much they may.
        gate: how many requests of each begin in a turn of the loop.
    """

    bounds: CallerBounds = field(default_factory=CallerBounds)
    requests: HeldAmounts = field(init=False)
    bodies: HeldAmounts = field(init=False)
    clients: HeldAmounts = field(init=False)
    subscriptions: HeldAmounts = field(init=False)
    kept: HeldAmounts = field(init=False)
    unread: HeldAmounts = field(init=False)
    gate: Gate = field(default_factory=Gate)

    def __post_init__(self) -> None:
        self.requests, self.bodies = HeldAmounts(self.bounds.requests), HeldAmounts(self.bounds.bodies)
        self.clients, self.subscriptions = HeldAmounts(self.bounds.clients), HeldAmounts(self.bounds.subscriptions)
        self.kept, self.unread = HeldAmounts(self.bounds.kept), HeldAmounts(self.bounds.unread)

    @property
    def totals(self) -> dict[str, int]:
        """What all callers hold, by kind."""
        kinds = (self.requests, self.bodies, self.clients, self.subscriptions, self.kept, self.unread)
        return {held.bound.what: held.total for held in kinds}


def kept_bytes(text: str | bytes) -> int:
    """About how many bytes a request takes while it is kept: its characters, and its values as Python has them.

    A megabyte of empty objects is thirty megabytes in memory, so that values are counted besides characters: each but
    the first stands behind a comma or an opening bracket.

    Args:
        text: its JSON.
    """
    if isinstance(text, str):
        values, lists, objects = text.count(","), text.count("["), text.count("{")
    else:
        values, lists, objects = text.count(b","), text.count(b"["), text.count(b"{")
    return len(text) + VALUE_BYTES * values + LIST_BYTES * lists + OBJECT_BYTES * objects
