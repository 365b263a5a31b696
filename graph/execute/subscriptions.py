"""A subscription, ready to run: each run is one statement under the subscriber's own rights.

What subscribes with the same plan, arguments and scope has the same key, and may share what a run brings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from graph.documents.limits import compile_clock
from graph.errors import TooCostly
from graph.execute.response import body
from graph.memory import Latest
from graph.plan.bind import bind, check_arguments
from graph.plan.compile.subscriptions import compile_subscription
from graph.plan.planner.cost import MAX_BYTES, check_price
from graph.plan.tree.feed import SINCE
from graph.plan.tree.sources import Scope
from graph.sqlstates import raise_public
from graph.words.speaking import Language, speaking, spoken, spoken_by

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from typing import Any
    from uuid import UUID

    from countries.packs.packs import Packs
    from countries.tenancy.caller import Caller
    from graph.execute.page_types import PageTypes
    from graph.plan.compile.queries import Surroundings
    from graph.plan.compile.subscriptions import LivePlan
    from graph.plan.read.reading import Reading
    from graph.plan.sql.compiled import Statement

PLANS = 500
PLAN_CHARACTERS = 5_000_000
LARGEST = 2**63 - 1
NOBODY = Scope(None, (), (), date.min)
"""What binds a value that hangs on no caller."""


class Reads(Protocol):
    """The database, as far as subscriptions need it."""

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> Any:  # noqa: ANN401 - a record
        """Run one statement in a read-only transaction in the caller's scope."""


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A page of the feed: how many changes it holds, the number to go on from, the newest, and the response.

    `history` is as that of a look.
    """

    held: int
    end: int
    head: int
    history: UUID | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Look:
    """What has changed behind a number: the newest number, and the types of the rows that the caller hears of.

    Attributes:
        head: the newest number of the country's feed.
        types: what has changed.
        history: of which history the feed is; none before its first change. A restore or a promotion begins another.
    """

    head: int
    types: frozenset[str]
    history: UUID | None


@dataclass(frozen=True, slots=True)
class Live:
    """One subscription of one caller.

    Attributes:
        key: equal for whoever gets the same deliveries: operation, arguments, tier and scope.
        caller: under whose rights it runs.
        touched_by: the types whose changes can alter the answer; none where every change is a delivery.
        spoken: the language of its deliveries.
    """

    key: Hashable
    caller: Caller
    touched_by: tuple[str, ...] | None
    spoken: Language
    _plan: LivePlan
    _arguments: Sequence[object]
    _database: Reads
    _today: Callable[[Caller], date]
    _pages: PageTypes
    _plan_key: Hashable
    _packs: Packs | None

    @property
    def reads_unheard(self) -> bool:
        """Whether any change in the country may alter the answer, whoever hears of it."""
        return self._plan.reads_unheard

    @property
    def country(self) -> str:
        """The country whose changes it is about."""
        return self.caller.countries[0]

    async def head(self) -> Look:
        """The newest number of the country's feed, and no type.

        Raises:
            HearthError: the database does not say.
        """
        # Behind the largest number there is nothing whose types could be told.
        return await self.look(LARGEST)

    async def look(self, since: int) -> Look:
        """What has changed behind a number.

        Raises:
            HearthError: the database does not say.
        """
        look = self._plan.look
        row = await self._read(look.text, self._values(look, {SINCE.name: since}))
        return Look(row["head"], frozenset(row["types"]), row["history"])

    async def page(self, since: int) -> FeedPage:
        """The changes behind a number, as a response.

        Raises:
            HearthError: the database does not give them, or they are too large.
        """
        if self._plan.asks_types:
            key, roots = self._plan_key, self._plan.roots
            _, row = await self._pages.ask(self.caller, key, roots, lambda each: self._page_by(each, since))
        else:
            row = await self._page_by(self._plan.statement, since)
        held, end, head = row["reached"]
        return FeedPage(held, end, head, row["history"], self._body(row["data"]))

    async def _page_by(self, statement: Statement, since: int) -> Any:  # noqa: ANN401 - a record
        return await self._read(statement.text, self._values(statement, {SINCE.name: since}))

    async def row(self) -> bytes:
        """The row as a response; null where the caller sees none.

        Raises:
            HearthError: the database does not give it, or it is too large.
        """
        row = await self._read(self._plan.statement.text, self._values(self._plan.statement, {}))
        return self._body(row["data"])

    def check(self) -> None:
        """See whether every argument can be meant.

        Raises:
            BadUserInput: one cannot.
        """
        self._values(self._plan.statement, {SINCE.name: 0})
        check_arguments(self._plan.unread, self._arguments, self._scope({}))

    def _values(self, statement: Statement, written: Mapping[str, object]) -> list[object]:
        return bind(statement.sources, self._arguments, self._scope(written))

    def _scope(self, written: Mapping[str, object]) -> Scope:
        caller = self.caller
        today = self._today(caller) if self._plan.is_dated else date.min
        return Scope.of(caller, today, written=written, feed=caller.feed, packs=self._packs, spoken=self.spoken)

    def _body(self, data: bytes) -> bytes:
        if len(data) > MAX_BYTES:
            raise TooCostly(
                "A delivery is larger than {limit} bytes.",
                "Ask for smaller pages or fewer fields.",
                params=(("limit", MAX_BYTES),),
            )
        with speaking(self.spoken):
            return body(data, self._plan.refusals)

    async def _read(self, text: str, values: Sequence[object]) -> Any:  # noqa: ANN401 - a record
        try:
            return await self._database.read_row(self.caller, text, values)
        except Exception as error:  # noqa: BLE001 - raised again as what callers hear
            raise_public(error, self.caller.tier)


class Subscriptions:
    """Plans subscriptions.

    Args:
        surroundings: what the compiler knows.
        database: runs statements for a caller.
        today: today's date in a caller's country.
        pages: asks for pages of the feed.
    """

    def __init__(
        self, surroundings: Surroundings, database: Reads, today: Callable[[Caller], date], pages: PageTypes
    ) -> None:
        self._surroundings = surroundings
        self._database = database
        self._today = today
        self._pages = pages
        self._plans: Latest[Hashable, LivePlan] = Latest(PLANS, PLAN_CHARACTERS)

    def knows(self, caller: Caller, reading: Reading) -> bool:
        """Whether its plan is remembered."""
        return self._plans.get(reading.key(caller.tier)) is not None

    def live(self, caller: Caller, reading: Reading) -> Live:
        """A subscription, checked as a query would be.

        Raises:
            BadUserInput: an argument cannot be meant.
            Forbidden: the caller's role hears of no change.
            TooCostly: it asks for too much.
        """
        key, values = reading.key(caller.tier), reading.arguments
        plan = self._plans.get(key)
        if plan is None:
            plan = compile_subscription(self._surroundings, reading, caller.tier, compile_clock())
            self._plans.put(key, plan, len(reading.operation.normal_text) + len(plan.statement.text))
        check_price(plan.prices, values)
        language = _language(plan, values)
        asks = caller.in_person() if plan.asks_who else caller
        # Programmes in another order are the same scope. The whole scope is in the key, no digest of it.
        digest = sha256(repr((key, values)).encode("utf-8", "surrogatepass")).digest()
        shared = (digest, asks.share, caller.writer if plan.tells_writer else None, language.languages)
        around = (self._database, self._today, self._pages, key, self._surroundings.packs)
        live = Live(shared, asks, plan.touched_by, language, plan, values, *around)
        live.check()
        return live


def _language(plan: LivePlan, values: Sequence[object]) -> Language:
    """The language that the argument names; else that of the connection.

    Raises:
        BadUserInput: it is no language tag.
    """
    if plan.language is None:
        return spoken()
    (tag,) = bind([plan.language], values, NOBODY)
    return spoken_by(tag) if isinstance(tag, str) else spoken()
