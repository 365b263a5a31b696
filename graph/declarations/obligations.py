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
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countries.packs.keys import RuleKey

FROM = "not_owed_from"
WHY = "not_owed_reason"


class NotOwedReason(StrEnum):
    """Why something is owed no longer."""

    CARE_ENDED = "CARE_ENDED"
    CHILD_DIED = "CHILD_DIED"
    REPLACED = "REPLACED"
    RULE_CHANGED = "RULE_CHANGED"
    CHILDS_WISH = "CHILDS_WISH"


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
class Obligation:
    """`obligation: ClassVar = Obligation(due="due_on", done="held_on")` in an entity.

    Attributes:
        due: the column of the day on which it is due; empty in a row that nobody was owed.
        done: the column of the day on which it was done.
        then: which one follows when it was done; none where nothing does.
        outlives: the reasons for which it stays owed: who looks in on those who have left goes on after care has ended.
    """

    due: str
    done: str
    then: Every | None = None
    outlives: tuple[NotOwedReason, ...] = ()


# The work list
