"""Rules between rows: what must hold of a row as it is to be, said once, beside its entity.

    Rule("home_is_open", "started_on", HOME_CLOSED, of=("started_on", "ended_on"),
         reads={"home_id": ("opened_on", "closed_on")}, holds=lambda row, led, frame: …)

The same expression is asked of a row that a mutation writes (`graph/writes/keeping.py`: a set of one), of all rows of a
file (`graph/bulk/keeping.py`: a set of many) and of what stands on record (`graph/plan/sql/verdicts.py`). What a day
may be is said at its column, and its rules derive (`day_rules.py`).

A rule that cannot be told, because something that it reads is empty, refuses a write, and is UNKNOWN as a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import ColumnElement, and_, func, literal_column, or_

if TYPE_CHECKING:
    from enum import StrEnum

    from countries.packs.families import RuleFamily
    from countries.packs.keys import RuleKey
    from graph.declarations.row_rules import RowRule
    from graph.refusals import Refusal

Sql = Any
"""An SQL expression."""
EMPTY: ColumnElement[Any] = literal_column("null")
"""The cell of a column that a new row leaves out."""
FALSE: ColumnElement[Any] = literal_column("false")
OWN = "id"
"""The link of a row to itself."""


class RuleFrame(Protocol):
    """What a rule may ask besides the row and the rows that it leads to."""

    @property
    def was(self) -> Any:  # noqa: ANN401 - whatever gives columns
        """The row as it stood, by `c`; every column is empty for a new one. None where nobody has said."""

    @property
    def today(self) -> ColumnElement[Any]:
        """Today's date in the country."""

    def listed(self, codes: str, code: Any, on: Any = None) -> ColumnElement[bool]:  # noqa: ANN401 - expressions of SQL
        """Whether a list of the country has a code: on a day, or on any where none is given."""

    def laid_down(self, policy: RuleKey | RuleFamily, on: Sql, *, jurisdiction: Sql, of: Sql = None) -> Sql:
        """What the country has laid down, on a day: a number, or a text of another unit.

        Args:
            policy: the rule, or one of which each member has a key of its own.
            on: the day.
            jurisdiction: the part of the country that is asked; empty for the whole of it.
            of: the member.
        """


Holds = Callable[[Any, Mapping[str, Any], RuleFrame], Sql]
"""(row, led, frame) -> whether the rule is kept. `led` gives the row that a link leads to; both give columns by `c`."""
Meets = Callable[[Any, Any], Sql]
"""(row, other) -> whether another row stands against the row."""


class Cells:
    """`cells.c.started_on`: columns of a row as it is to be, each an expression; others as they stand in `besides`."""

    def __init__(self, cells: Mapping[str, Sql], besides: Any = None) -> None:  # noqa: ANN401 - whatever gives columns
        self.c = _Columns(cells, besides)
        self.besides = besides


class _Columns:
    def __init__(self, cells: Mapping[str, Sql], besides: Any) -> None:  # noqa: ANN401 - as above
        self._cells, self._besides = cells, besides

    def __getattr__(self, name: str) -> Sql:
        if name in self._cells:
            return self._cells[name]
        if self._besides is None:
            raise KeyError(name)
        return self._besides.c[name]

    def __getitem__(self, name: str) -> Sql:
        return self.__getattr__(name)


@dataclass(frozen=True, slots=True)
class Others:
    """Rows of a table of which none may stand against the row; the row itself never does.

    Attributes:
        table: the table.
        columns: what is read of them.
        meets: which of them stand against the row.
    """

    table: str
    columns: tuple[str, ...]
    meets: Meets


@dataclass(frozen=True, slots=True)
class Seen:
    """A rule from the other side: what is told where the row that is led to changes, and a row here would break it.

    Attributes:
        link: the link that leads to the row that changes; `OWN` for the row itself.
        at: the column there of which a change may break the rule; where that is empty, nothing is broken.
        name: of the check; one for all rules that are seen so.
        refusal: what is told.
        holds: what is asked then, where that is less than the rule.
        of: the columns of the row here that this reads; those of the rule, where nothing is said.
        known: whether it is told in a file of rows on record alone: of a new row the rule itself tells.
        advice: what to do, in a file, where that is something else.
        in_files: whether files alone are asked: the mutation changes the rows here along.
        named: whether a mutation names each of the rows here that would break it.
    """

    link: str
    at: str
    name: str
    refusal: Refusal
    holds: Holds | None = None
    of: tuple[str, ...] = ()
    known: bool = False
    advice: str = ""
    in_files: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold of a row as it is to be.

    Attributes:
        name: of the check, as it is kept under an idempotency key.
        at: the column that it is told at: the input that gives it, the header of a file.
        refusal: what is told.
        of: the columns of the row that it reads, its links besides.
        reads: by link, what it reads of the row that is led to; it is asked where the link leads to a row.
        was: what it reads of the row as it stood.
        holds: what must hold; this, or `others`.
        others: rows that may not be there.
        about: which rows it is about, by the row and what it was alone: of a file the others are not looked at.
        back: how it is seen from rows that are led to.
        empty: whether it is asked also where the column that it is told at is empty.
        left: whether a mutation does not ask a row whose columns `of` stay as they were.
        first: whether it is asked, in a file, of new rows alone: nothing that it reads can change later.
        whole: whether it is asked, in a file, of rows alone in which every cell could be read.
        behind: the rule of the same row that is told instead in a file, where that one is broken too.
        spares: which rows are not asked that are on record, or come to a file with their id, as those that were do.
        restored: whether it is asked of a new row that comes to a file with its id: it was on record elsewhere.
        plans: the column of the first day, where the rule is for plans alone: what has begun by today is a fact.
        exception: for which a fact is let pass where somebody answers for it; nothing lets a plan pass.
        lapses: the day that an exception says on which it holds no longer. A plan is let pass too, where one says it;
            a fact then needs no answer, and is noted where there is one.
        finding: whether a row on record that breaks it is a finding.
        header: the column under which a file tells it, where that is another one.
        advice: what to do, in a file, where that is something else.
        form: what it says of the row by itself, in place of `holds`: a file is told of it while it is read.
    """

    name: str
    at: str
    refusal: Refusal
    of: tuple[str, ...] = ()
    reads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    was: tuple[str, ...] = ()
    holds: Holds | None = None
    others: Others | None = None
    about: Callable[[Any, RuleFrame], Sql] | None = None
    back: tuple[Seen, ...] = ()
    empty: bool = False
    left: bool = False
    first: bool = False
    whole: bool = False
    behind: str = ""
    spares: Callable[[Any], Sql] | None = None
    restored: bool = True
    plans: str = ""
    exception: StrEnum | None = None
    lapses: str = ""
    finding: bool = True
    header: str = ""
    advice: str = ""
    form: RowRule | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the row that it reads."""
        return tuple(dict.fromkeys((*(self.of or (self.at,)), *([self.plans] if self.plans else ()))))


@dataclass(frozen=True, slots=True)
class Answered:
    """What an exception says of a row.

    Attributes:
        by_somebody: whether there is one.
        lapses: whether it says when it lapses.
    """

    by_somebody: Sql
    lapses: Sql


def is_kept(
    rule: Rule,
    row: Any,  # noqa: ANN401 - as above
    led: Mapping[str, Any],
    frame: RuleFrame,
    *,
    nullable: bool,
    answered: Answered | None = None,
) -> Sql:
    """Whether a row that is written keeps a rule, or is let pass as a fact, or as a plan that is to change.

    Args:
        rule: the rule.
        row: the row as it is to be.
        led: the rows that it leads to, by link.
        frame: the rest.
        nullable: whether the column that it is told at may be empty.
        answered: whether somebody answers for it, where the rule knows an exception; None asks what it keeps by
            itself.
    """
    kept = stands(rule, row, led, frame, nullable=nullable)
    passes: list[Sql] = []
    if rule.left and frame.was is not None:
        passes.append(and_(*(row.c[name].is_not_distinct_from(frame.was.c[name]) for name in rule.columns)))
    if rule.plans:
        begun = row.c[rule.plans] <= frame.today
        if rule.exception is None:
            passes.append(begun)
        elif answered is not None and rule.lapses:
            passes += [begun, answered.lapses]
        elif answered is not None:
            passes.append(and_(begun, answered.by_somebody))
    # What is read of no other row is asked first.
    return or_(*passes, kept) if passes else kept


def stands(rule: Rule, row: Any, led: Mapping[str, Any], frame: RuleFrame, *, nullable: bool) -> Sql:  # noqa: ANN401 - as above
    """Whether a row keeps a rule that says what holds, be it a plan or a fact. Arguments as of `is_kept`."""
    if rule.form is not None:
        kept: Sql = rule.form.holds(row)
    elif rule.holds is not None:
        kept = rule.holds(row, led, frame)
    else:
        raise TypeError(rule.name)
    if rule.about is not None:
        kept = or_(~func.coalesce(rule.about(row, frame), FALSE), kept)
    return or_(row.c[rule.at].is_(None), kept) if nullable and not rule.empty else kept


def lasts_beyond(row: Any, span: tuple[str, str], day: Sql) -> Sql:  # noqa: ANN401 - as above
    """Whether a row ends after a day, and holds a night at all; a day that nobody knows lies before every other."""
    begin, end = (row.c[name] for name in span)
    return or_(end.is_(None), end > func.greatest(day, begin))


def one_at_a_time(name: str, table: str, keys: tuple[str, ...], refusal: Refusal, **said: Any) -> Rule:  # noqa: ANN401 - as of Rule
    """That of rows with the same keys no two have a day in common; one that holds no night has none.

    Args:
        name: of the check.
        table: the rows' own.
        keys: the columns that are the same.
        refusal: what is told.
        said: `at`, and what else a rule says; `span`, the columns of the first day and of the end.
    """
    span = begin, end = said.pop("span", ("started_on", "ended_on"))

    def meets(row: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
        return and_(
            *(other.c[key] == row.c[key] for key in keys),
            *([] if row.c[end] is EMPTY else [lasts_beyond(row, span, other.c[begin])]),
            lasts_beyond(other, span, row.c[begin]),
        )

    columns = (*keys, begin, end)
    return Rule(name, refusal=refusal, of=columns, others=Others(table, columns, meets), **{"at": begin, **said})
