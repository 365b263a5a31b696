"""What becomes of a row: that it holds for a time, was recorded in error, is set right. Said once, by what the row is.

    class Activity(TenantEntity, Dated, Voidable, Corrected, table=True):
        owner: ClassVar = Owner("child")
        alone: ClassVar = Alone("child_id", "kind")
        mutations: ClassVar = verbs("record", "correct", "end", "void")

Each brings its columns, unless the entity declares one itself because it has more to say of it; the checks of its table
follow from them (`constraints.py`), and so do the verbs (`graph/writes/derived.py`, `verbs.py`).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from graph.declarations.days import Days, When
from graph.declarations.fields import plain, sensitive
from graph.declarations.nouns import NATIONAL, OFFICE, Alone, DerivedMutation, PartsOf
from graph.declarations.verbs import Verb
from graph.kinds.kind import Kind
from graph.refusals import Named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from countries.tenancy.caller import Tier
    from graph.declarations.verbs import VerbName
    from graph.refusals import Refusal

__all__ = ["Alone", "Corrected", "Dated", "ReviewedBy", "Voidable", "verbs"]

STARTED_ON, ENDED_ON = "started_on", "ended_on"
VOIDED_AT, VOID_REASON = "voided_at", "void_reason"


class Dated:
    """A row that holds from a first day to the day before its end, which is empty while it goes on.

    What ends on its first day holds no night: it overlaps nothing, is in no figure, and stays on record.

    `when` says whether the days may lie ahead; `at_end` names the columns that are said with the end, and only then;
    `alone` that there is one such row at a time; `outlived` is what a file is told of a child that dies where such a
    row of it goes on; `cut_by_death` says that one which was to begin later keeps its first day, and is not voided;
    `at_death` is what is said with an end by death, by column; `ends_with` is the link to the row in whose days it
    lies, and with which it ends.
    """

    when: ClassVar[When] = When.PLAN
    at_end: ClassVar[tuple[str, ...]] = ()
    alone: ClassVar[Alone | None] = None
    outlived: ClassVar[Refusal | None] = None
    cut_by_death: ClassVar[bool] = False
    at_death: ClassVar[Mapping[str, StrEnum]] = {}
    ends_with: ClassVar[str | None] = None
    if TYPE_CHECKING:
        started_on: date | None
        ended_on: date | None


class Voidable:
    """A row that can be found to have been recorded in error: it stays on record, and lists and counts leave it out.

    `voided_by` are the tiers that take one back, where they are fewer than those who record it.
    """

    voided_by: ClassVar[frozenset[Tier]] = NATIONAL
    if TYPE_CHECKING:
        voided_at: datetime | None
        void_reason: str | None


class Corrected:
    """A row of facts: what may be given with a new one may be set right later, with a reason, and not changed else."""


class ReviewedBy:
    """A row that somebody looks at again, by a day that is said."""

    if TYPE_CHECKING:
        review_by: date | None


Columns = dict[str, tuple[Any, Any]]
"""By name a column's annotation and its declaration."""


def columns_of(
    bases: tuple[type, ...],
    type_name: str,
    when: When | None,
    records: frozenset[Tier],
    *,
    readers: frozenset[Tier] = NATIONAL,
    voids: frozenset[Tier] = NATIONAL,
) -> Columns:
    """The columns that an entity has from what its rows are.

    Args:
        bases: of its class.
        type_name: its GraphQL type.
        when: whether its days may lie ahead, where it says so itself.
        records: the tiers that record it: none but these ends it, or takes it back.
        readers: who reads its rows: whoever does has to know which of them were taken back.
        voids: who may take one back, of those who record it.
    """
    found: Columns = {}
    for base in bases:
        if issubclass(base, Dated):
            found |= _period(when or base.when, records)
        if issubclass(base, ReviewedBy):
            found |= _review(records)
        if issubclass(base, Voidable):
            found |= _void(type_name, records & voids, readers)
    return found


def _period(when: When, records: frozenset[Tier]) -> Columns:
    first = sensitive(
        Kind.DATE, "The first day.", day=Days(when, owners=True), filters=True, orders=True, creates=records
    )
    end = sensitive(
        Kind.DATE,
        "The first day after its last, once it has ended.",
        day=Days(when, after=STARTED_ON, same_day=True, owners=True),
        filters=True,
        default=None,
        creates=records,
        changes=records,
        reasoned=True,
    )
    return {STARTED_ON: (date, first), ENDED_ON: (date | None, end)}


def _void(type_name: str, records: frozenset[Tier], readers: frozenset[Tier]) -> Columns:
    taken_back = f"When the {Named(type_name).words} was found to have been recorded in error;"
    rights: dict[str, Any] = {"default": None, "creates": OFFICE, "changes": records, "owned": True}
    # What leaves the country's rows out of lists is read by all who read the lists.
    of = sensitive if readers <= NATIONAL else plain
    return {
        VOIDED_AT: (
            datetime | None,
            of(Kind.INSTANT, f"{taken_back} lists and counts leave it out.", readers=readers, **rights),
        ),
        VOID_REASON: (str | None, sensitive(Kind.TEXT, "How the error came about.", **rights)),
    }


def _review(records: frozenset[Tier]) -> Columns:
    day = sensitive(
        Kind.DATE,
        "The day by which somebody looks at it again.",
        day=Days(When.PLAN),
        filters=True,
        orders=True,
        default=None,
        creates=records,
        changes=records,
    )
    return {"review_by": (date | None, day)}


# The verbs


def verbs(*said: VerbName, parts: tuple[PartsOf, ...] = ()) -> tuple[DerivedMutation, ...]:
    """The plain mutations of an entity, each called by its verb and the type: `recordActivity`, `endActivity`.

    Args:
        said: the verbs.
        parts: the rows that may come with a new one.

    Raises:
        ValueError: one is no verb.
    """
    stray = [each for each in said if each not in set(Verb)]
    if stray:
        message = f"{stray[0]} is no verb; say {', '.join(Verb)}"
        raise ValueError(message)
    return tuple(
        DerivedMutation("", "", creates=verb is Verb.RECORD, parts=parts if verb is Verb.RECORD else (), verb=verb)
        for verb in map(Verb, said)
    )
