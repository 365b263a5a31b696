"""What must hold before a mutation goes: of the rows read, of each row of a list, or that no row stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists

from graph.writes.checks import Check, CheckKind
from graph.writes.draft import TRUE

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select

    from graph.refusals import Refusal
    from graph.writes.draft import Draft, Sql


class Checking:
    """Whatever composes a statement, as far as it says what has to hold."""

    draft: Draft
    _has_begun: bool

    def check(
        self,
        name: str,
        condition: Sql,
        refusal: Refusal,
        kind: CheckKind = CheckKind.RULE,
        *,
        leans_on: Collection[str] = (),
    ) -> None:
        """Refuse the write unless a condition on the rows read holds; `NULL` is not enough.

        Args:
            name: of the check.
            condition: what has to hold.
            refusal: what is told where it does not.
            kind: what it means where it does not.
            leans_on: the checks without which nobody can tell whether it holds, besides those of the rows that it
                reads (`leanings.py`).

        Raises:
            TypeError: a write has been composed already, which would not wait for it.
        """
        if self._has_begun:
            raise TypeError(name)
        self.draft.checks[name] = (condition, Check(refusal, kind, frozenset(leans_on)))

    def check_each(
        self,
        name: str,
        places: Select[Any],
        refusal: Refusal,
        kind: CheckKind = CheckKind.RULE,
        *,
        leans_on: Collection[str] = (),
    ) -> None:
        """Refuse the write where rows of a list do not hold: each is told at its `place`, from 0. Else as `check`."""
        self.check(name, TRUE, refusal, kind, leans_on=leans_on)
        self.draft.places[name] = places

    def check_none(self, name: str, rows: Select[Any], refusal: Refusal, type_name: str) -> None:
        """Refuse the write where rows stand against it, and name each of them.

        Args:
            name: of the check.
            rows: their `id`, as far as the caller sees them.
            refusal: what is told of each; its parameters `type` and `id` say which it is.
            type_name: the rows' GraphQL type.
        """
        self.check(name, ~exists(rows), refusal)
        self.draft.checks[name] = (~exists(rows), Check(refusal, names=type_name))
        self.draft.against[name] = rows
