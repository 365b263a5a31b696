"""Columns of a sort that many entities have: members, codes, answers of yes and no, days of which not all is known.

Each is said in the words of `base.py`, and means no more than they do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from graph.declarations.code_lists import Coded
from graph.declarations.days import DatePrecision, Precision
from graph.declarations.declared import DayAbout
from graph.declarations.fields import sensitive
from graph.described import Described
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from enum import StrEnum

    from graph.declarations.days import Days

Declares = Callable[..., Any]
"""`plain`, `personal` or `sensitive`: what declares a column of a privacy class."""


def listed(members: type[StrEnum], doc: str, *, of: Declares = sensitive, **options: Any) -> Any:  # noqa: ANN401 - as in base
    """Some of an enumeration's members: a set, which is empty (null) or names one at least.

    It is neither filtered nor ordered by: what lists are narrowed by has a column of its own. Options as `plain`; `of`
    is the privacy class.
    """
    return of(Kind.ENUMERATION_LIST, doc, enumeration=members, **options)


def code(codes: str, doc: str, *, dated: str = "", of: Declares = sensitive, **options: Any) -> Any:  # noqa: ANN401 - as in base
    """A code of one of the country's own lists (docs/codes.md). It is told as `{ code label international }`.

    Who writes one is asked whether the list has it on the day that the row is about; what is on record stays readable.

    Args:
        codes: the list's key, one of `countries/codes/lists.py`.
        doc: what it says of the row.
        dated: the column of the day on which the code has to be in force; today, where nothing is said.
        of: the privacy class.
        options: as of `plain`.
    """
    return of(Kind.CODE, doc, codes=Coded(codes, dated), **options)


class Answer(Described):
    """An answer to a question of yes and no; what nobody has asked is not known, and never as it should be."""

    YES = "YES", "It is so."
    NO = "NO", "It is not so."
    NOT_KNOWN = "NOT_KNOWN", "Nobody has asked, or nobody knows."


def answered(doc: str, *, of: Declares = sensitive, **options: Any) -> Any:  # noqa: ANN401 - as in base
    """What somebody answers with yes or no, or does not know: never a BOOLEAN, and never empty. Options as `listed`."""
    unasked = {"default": Answer.NOT_KNOWN, "default_sql": "'NOT_KNOWN'"}
    return of(Kind.ENUMERATION, doc, enumeration=Answer, **unasked | options)


def day_about(doc: str, *, day: Days, known: str, noun: str = "day", of: Declares = sensitive, **options: Any) -> Any:  # noqa: ANN401 - as in base
    """A day of which not all may be known, and behind it the column `<name>_precision` that says how much.

    The two are there together, or neither; who gives the day alone means the day. Of a day known to a month or a year
    the first day of it is kept.

    Args:
        doc: the sentence of the day.
        day: what it may be.
        known: the sentence of the precision.
        noun: what a person calls the day.
        of: the privacy class of both.
        options: as of `plain`; all but `filters`, `orders`, `then`, `covers` and `api` are of both.
    """
    of_day = {"filters", "orders", "then", "covers", "api"}
    shared = {name: value for name, value in options.items() if name not in of_day}
    api = {"api": f"{options['api']}Precision"} if "api" in options else {}
    return DayAbout(
        of(Kind.DATE, doc, day=day, **options),
        lambda name: of(
            Kind.ENUMERATION, known, enumeration=DatePrecision, about=Precision(name, noun), **shared, **api
        ),
        "default" in options,
    )
