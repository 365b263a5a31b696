"""Obligations: a row that is due on a day, done on a day, or owed no longer, with a reason.

    class Review(TenantEntity, table=True):
        owner: ClassVar = Owner("child")
        obligation: ClassVar = Obligation(due="due_on", done="held_on", then=Every(REVIEW_INTERVAL, ("kind",)))

        due_on: Day = sensitive(Kind.DATE, "…", day=…, filters=True, orders=True, …)
        held_on: Day | None = sensitive(Kind.DATE, "…", day=Days(When.FACT), default=None, …)

What is due is a row, and what is overdue a range of an index: nobody works out over all rows what they should hold.
From the word follow the columns `not_owed_from` and `not_owed_reason`, their checks, the index of the open rows, the
values `owed` and `overdue` that it serves, and the next row in the statement that says that one was done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.described import Described

if TYPE_CHECKING:
    from enum import StrEnum

    from countries.packs.keys import RuleKey

FROM = "not_owed_from"
WHY = "not_owed_reason"


class NotOwedReason(Described):
    """Why something is owed no longer."""

    CARE_ENDED = "CARE_ENDED", "The child has left care."
    CHILD_DIED = "CHILD_DIED", "The child has died."
    REPLACED = "REPLACED", "Something else has taken its place."
    RULE_CHANGED = "RULE_CHANGED", "The country has laid down another rule."
    CHILDS_WISH = "CHILDS_WISH", "The child does not want it."


@dataclass(frozen=True, slots=True)
class Every:
    """When one was done, the next is owed so much later as the country has laid down on that day.

    Attributes:
        policy: how many days, or months.
        keeps: the columns that the next one has of the one before, besides its owner: what kind it is.
    """

    policy: RuleKey
    keeps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spared:
    """For a reason the rows of some kinds stay owed: a visit after a return goes on when care has ended.

    Attributes:
        reason: the reason.
        column: the column that says of which kind a row is; it is never empty.
        members: the kinds that stay owed.
    """

    reason: NotOwedReason
    column: str
    members: tuple[StrEnum, ...]


@dataclass(frozen=True, slots=True)
class Obligation:
    """`obligation: ClassVar = Obligation(due="due_on", done="held_on")` in an entity.

    Attributes:
        due: the column of the day on which it is due; empty in a row that nobody was owed.
        done: the column of the day on which it was done.
        then: which one follows when it was done; none where nothing does.
        missed: the column that says why it did not come about and is not to be made up for; none where what was not
            done stays due. A missed one is neither done nor owed.
        between: the link to the other one of two, where it is owed to both: the death of either ends it.
        outlives: the reasons for which it stays owed: who looks in on those who have left goes on after care has ended.
        spares: likewise, of some kinds of its rows alone.
    """

    due: str
    done: str
    then: Every | None = None
    missed: str | None = None
    between: str | None = None
    outlives: tuple[NotOwedReason, ...] = ()
    spares: tuple[Spared, ...] = ()

    @property
    def empty(self) -> tuple[str, ...]:
        """The columns that are empty as long as it is still to be done, besides the day from which it is not owed."""
        return (self.done,) if self.missed is None else (self.done, self.missed)


# The work list
