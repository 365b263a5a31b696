"""The feed's page asks only the types on it: its statement is written anew where others have come.

What is selected of each type was planned once, with its price and its refusals, whatever is on the page. The statement
holds the tables of the types that stood on the last page of the same plan. Beside its answer it says which types stand
on this one. Where it does not know one of them, it is written for just these, and asked again. So a statement does not
grow with the number of types, and a client that goes on from page to page mostly asks once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.memory import Latest
from graph.plan.planner.feed import of_types

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable

    from countries.tenancy.caller import Caller
    from graph.documents.slices import Slices
    from graph.plan.compile.queries import Surroundings
    from graph.plan.sql.compiled import Statement
    from graph.plan.tree.roots import Root

STATEMENTS, CHARACTERS = 500, 5_000_000
PLANS = 1_000
"""Plans of which the last page's types are remembered."""
NONE: frozenset[str] = frozenset()
"""What the first statement of a plan knows: mostly its page is empty."""


class PageTypes:
    """Asks for pages of the feed.

    Args:
        surroundings: what the compiler knows.
        slices: does what takes long.
    """

    def __init__(self, surroundings: Surroundings, slices: Slices) -> None:
        self._surroundings = surroundings
        self._slices = slices
        self._statements: Latest[Hashable, Statement] = Latest(STATEMENTS, CHARACTERS)
        self._last: Latest[Hashable, frozenset[str]] = Latest(PLANS, PLANS)

    async def ask(
        self,
        caller: Caller,
        key: Hashable,
        roots: tuple[tuple[str, Root], ...],
        asked: Callable[[Statement], Awaitable[Any]],
    ) -> tuple[Statement, Any]:
        """The statement that knew every type on its page, and the row that it answered.

        Args:
            caller: who asks.
            key: of the plan.
            roots: of the plan, with what is selected of every type.
            asked: runs a statement.

        Raises:
            HearthError: the database does not answer, or the page's statement would be too large.
        """
        types, is_again = self._last.get(key) or NONE, False
        while True:
            statement = await self._statement(caller, key, roots, types)
            row = await asked(statement)
            found = NONE if row is None else frozenset(row["types"])
            if found <= types:
                return statement, row
            # What is written meanwhile may bring a type once more: then it is kept along.
            types, is_again = types | found if is_again else found, True
            self._last.put(key, types, 1)

    async def _statement(
        self, caller: Caller, key: Hashable, roots: tuple[tuple[str, Root], ...], types: frozenset[str]
    ) -> Statement:
        place = (key, types)
        held = self._statements.get(place)
        while held is None:

            def written() -> Statement:
                made = self._surroundings.statement(caller.tier, of_types(roots, types))
                self._statements.put(place, made, len(made.text))
                return made

            held = await self._slices.once(caller, place, written, checked=True) or self._statements.get(place)
        return held
