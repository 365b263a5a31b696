"""An office's own figures as SQL, counted now from its rows: whole, and in one statement.

rows      a table's rows of the country                              frame.py
counted   a measure by the categories that have facts                graph/indicators/counting.py
filled    the same for every cell of the split, also where it is zero
figures   an indicator's cells: numerator, denominator, value
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Integer, Numeric, Text, and_, case, cast, column, func, literal_column, select
from sqlalchemy import union_all as all_of
from sqlalchemy import values as value_rows

from graph.indicators.counting import counted, narrowing
from graph.indicators.model import Part
from graph.indicators.splits import in_order
from graph.plan.sql.figures.frame import OfficeFrame
from graph.plan.sql.figures.objects import (
    NO_JSON,
    alone,
    before,
    categories_of,
    compared_in,
    listed,
    pairs_of,
    several,
    splits_value,
    word,
)
from graph.plan.sql.levels import Level
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Hashable

    from sqlalchemy import ColumnElement, Select

    from graph.indicators.model import Indicator
    from graph.indicators.splits import Splits
    from graph.plan.sql.composition import Fields
    from graph.plan.sql.figures.objects import Values
    from graph.plan.sql.paging import Sql
    from graph.plan.tree.figures import Asked, FigureOf, IndicatorReport
    from graph.plan.tree.periods import PeriodDays
    from graph.plan.tree.view import View

NUMBERS = ("value", "numerator", "denominator")
NOTHING: ColumnElement[Any] = literal_column("0")
EXACT: ColumnElement[Any] = literal_column("NULL::numeric")
"""An office's own figures are exact."""


class LiveWriter:
    """Writes what counts an office's rows.

    Args:
        renderer: numbers aliases.
    """

    def __init__(self, renderer: Fields) -> None:
        self.predicates = renderer.predicates
        self.parameters = renderer.predicates.parameters
        self._frames: dict[Hashable, OfficeFrame] = {}
        self._filled: dict[Hashable, Relation] = {}
        self._sets: dict[Hashable, set[Splits]] = {}
        self._together: dict[Hashable, Relation] = {}

    def note(self, report: IndicatorReport) -> None:
        """Hear of a report before any is written: what several of them count of the same rows is counted together."""
        asked = report.asked
        for days in (asked.days, *asked.compared[: _shown(asked, report.view)]):
            for part in (part for indicator in asked.indicators for part in indicator.parts):
                sets = self._sets.setdefault((part.measure.code, days, asked.known_at), set())
                sets.add(in_order({*asked.splits, *part.fixed}))

    def report(self, report: IndicatorReport) -> Select[Any]:
        """`indicatorReport` as one value; there is no release, and of live figures nothing is left uncovered."""
        asked = report.asked
        values: Values = {
            "period": lambda inside: self.parameters.value(asked.days.told(inside)),
            "release": lambda _: NO_JSON,
            "comparedWith": lambda _: NO_JSON,
            "comparedReleases": lambda _: several(()),
            "cells": lambda inside: self._cells(asked, inside),
            "coverage": lambda _: literal_column("'[]'::json"),
        }
        return alone(self.predicates, pairs_of(report.view, values), "report")

    def figure(self, figure: FigureOf, base: Relation) -> Select[Any]:
        """`indicator` of the country that `base` is; nothing where that is not the office's own."""
        rows = self._figures(figure.asked, 0)
        level = Level(self.predicates, rows.clause, (base, rows))
        value = level.object(pairs_of(figure.view, self._values(figure.asked, rows, level, 0)), "figure")
        return select(value.label("value")).select_from(level.clause).where(base.c.code == self.parameters.country)

    def _cells(self, asked: Asked, view: View) -> Sql:
        shown = compared_in(view, len(asked.compared))
        rows = self._figures(asked, shown)
        level = Level(self.predicates, rows.clause, (rows,))
        pairs = pairs_of(view, self._values(asked, rows, level, shown))
        conditions = []
        if asked.countries is not None:
            conditions.append(self.parameters.country == self.parameters.value(asked.countries).any_())
        return listed(self.predicates, pairs, level, conditions, [rows.c.place, rows.c.n])

    def _values(self, asked: Asked, rows: Relation, level: Level, shown: int) -> Values:
        def one(inside: View, place: int) -> Sql:
            told = {"period": lambda period: self.parameters.value(asked.compared[place].told(period))}
            return level.object(pairs_of(inside, told | _comparison(rows, before(place))), "comparison")

        keys: dict[tuple[str, ...], Sql] = {
            each: literal_column(str(n)) for n, each in enumerate(categories_of(asked.splits))
        }
        return {
            "indicator": rows.c.indicator,
            "area": self.parameters.country,
            "country": self.parameters.country,
            "splits": lambda inside: splits_value(inside, asked.splits, rows.c.n, keys),
            **{name: rows.c[name] for name in NUMBERS},
            "uncertainty": EXACT,
            "status": _status(rows.c.value),
            "comparison": lambda inside: one(inside, 0) if shown else NO_JSON,
            "comparisons": lambda inside: several([one(inside, place) for place in range(shown)]),
        }

    def _figures(self, asked: Asked, shown: int) -> Relation:
        """The cells of every indicator: its place, the cell's number, the numbers of all periods."""
        parts = [self._indicator(asked, place, each, shown) for place, each in enumerate(asked.indicators)]
        rows = parts[0] if len(parts) == 1 else all_of(*parts)
        return Relation(rows.subquery(f"figures_{self.predicates.number()}"))

    def _indicator(self, asked: Asked, place: int, indicator: Indicator, shown: int) -> Select[Any]:
        clause, first, numbers = self._numbers(asked, asked.days, indicator, None)
        columns = [
            literal_column(str(place)).label("place"),
            word(indicator.code).label("indicator"),
            first.c.n,
            *(number.label(name) for name, number in zip(NUMBERS, numbers, strict=True)),
        ]
        for other, days in enumerate(asked.compared[:shown]):
            clause, _, others = self._numbers(asked, days, indicator, (clause, first))
            columns += [number.label(f"{before(other)}{name}") for name, number in zip(NUMBERS, others, strict=True)]
        return select(*columns).select_from(clause)

    def _numbers(
        self, asked: Asked, days: PeriodDays, indicator: Indicator, beside: tuple[Any, Relation] | None
    ) -> tuple[Any, Relation, tuple[Sql, Sql, Sql]]:
        """A FROM clause, its first source, and value, numerator and denominator of an indicator in a period."""
        top = self._cell(asked, days, indicator.numerator)
        clause = top.clause if beside is None else beside[0].join(top.clause, top.c.n == beside[1].c.n)
        if indicator.denominator is None:
            return clause, top, (top.c.amount, top.c.amount, cast(literal_column("null"), BigInteger))
        match indicator.denominator:
            case Part() as part:
                below = self._cell(asked, days, part)
            case _:
                below = self._population(days)
        clause = clause.join(below.clause, below.c.n == top.c.n)
        scaled: Sql = cast(top.c.amount, Numeric)
        if indicator.scale != 1:
            scaled *= literal_column(str(indicator.scale))
        value = func.round(scaled / func.nullif(below.c.amount, NOTHING), literal_column(str(indicator.decimals)))
        return clause, top, (value, top.c.amount, below.c.amount)

    def _population(self, days: PeriodDays) -> Relation:
        """The children of the country in the period's year, as a cell; empty where the register does not know them."""
        table = self.predicates.alias(self.predicates.model.by_table["population"])
        conditions = [table.c.code == self.parameters.country, table.c.year == self.parameters.value(days.year)]
        known = select(NOTHING.label("n"), func.max(table.c.children).label("amount"))
        rows = known.select_from(table.clause).where(*conditions)
        return Relation(rows.subquery(f"population_of_{self.predicates.number()}"))

    def _cell(self, asked: Asked, days: PeriodDays, part: Part) -> Relation:
        """The cells of a measure under an alias of its own; equal counts are made once."""
        key = (part.measure.code, tuple(sorted(part.fixed.items())), asked.splits, days, asked.known_at)
        if key not in self._filled:
            found = self._counted(asked, days, part)
            rows = self._fill(asked, Relation(found.subquery(f"counted_{self.predicates.number()}")))
            self._filled[key] = Relation(rows.cte(f"filled_{self.predicates.number()}").prefix_with("MATERIALIZED"))
        return Relation(self._filled[key].clause.alias(f"cells_{self.predicates.number()}"))

    def _counted(self, asked: Asked, days: PeriodDays, part: Part) -> Select[Any]:
        """A measure's categories that have facts; where it is split in several ways, all are counted in one go."""
        frame = self._frames.setdefault((days, asked.known_at), OfficeFrame(self.predicates, days, asked.known_at))
        key = (part.measure.code, days, asked.known_at)
        sets, mine = self._sets.get(key, set()), in_order({*asked.splits, *part.fixed})
        if mine not in sets or len(sets) == 1:
            return _amounts(counted(part.measure, frame, [asked.splits], part.fixed))
        if key not in self._together:
            every = _amounts(counted(part.measure, frame, sorted(sets)))
            named = every.cte(f"together_{self.predicates.number()}").prefix_with("MATERIALIZED")
            self._together[key] = Relation(named)
        rows = Relation(self._together[key].clause.alias(f"split_{self.predicates.number()}"))
        used = in_order({each for one in sets for each in one})
        split = [rows.c[each.column].is_not(None) if each in mine else rows.c[each.column].is_(None) for each in used]
        narrowed = narrowing({each: rows.c[each.column] for each in used}, part.fixed)
        columns = [rows.c[name] for name in ("country_code", *(each.column for each in asked.splits), "amount")]
        return select(*columns).select_from(rows.clause).where(*split, *narrowed)

    def _fill(self, asked: Asked, found: Relation) -> Select[Any]:
        """Every cell of a split by its number, also where nothing was counted."""
        amount = cast(func.coalesce(func.sum(found.c.amount), NOTHING), BigInteger).label("amount")
        if not asked.splits:
            return select(NOTHING.label("n"), amount).select_from(found.clause)
        names = [each.column for each in asked.splits]
        cells = [(n, *each) for n, each in enumerate(categories_of(asked.splits))]
        grid = value_rows(
            column("n", Integer),
            *(column(name, Text) for name in names),
            name=f"grid_{self.predicates.number()}",
            literal_binds=True,
        ).data(cells)
        same = and_(*(found.c[name] == grid.c[name] for name in names))
        return select(grid.c.n, amount).select_from(grid.outerjoin(found.clause, same)).group_by(grid.c.n)


def _amounts(found: Select[Any]) -> Select[Any]:
    """Without how many children are behind them: that concerns those who hide figures."""
    return found.with_only_columns(*(each for each in found.selected_columns if each.key != "children"))


def _shown(asked: Asked, view: View) -> int:
    """How many periods beside its own a report reads."""
    cells = [inside for _, name, inside in view.fields if name == "cells" and inside is not None]
    return max((compared_in(inside, len(asked.compared)) for inside in cells), default=0)


def _status(value: Sql) -> Sql:
    return case((value.is_(None), word("NOT_AVAILABLE")), else_=word("PUBLISHED"))


def _comparison(rows: Relation, other: str) -> dict[str, Any]:
    return {
        **{name: rows.c[f"{other}{name}"] for name in NUMBERS},
        "uncertainty": EXACT,
        "status": _status(rows.c[f"{other}value"]),
        "change": rows.c.value - rows.c[f"{other}value"],
        "changeUncertainty": EXACT,
    }
