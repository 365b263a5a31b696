"""Published figures as SQL: the release of a period, and ranges of the figures' own primary key.

What is read was protected before it was written. A figure is found by release, split, level and indicator, in the order
of the primary key, and answered as it lies there: nothing is worked out but the JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, literal_column, select

from graph.indicators.model import AreaLevel
from graph.plan.sql.figures.objects import (
    NO_JSON,
    before,
    categories_of,
    compared_in,
    listed,
    pairs_of,
    several,
    splits_value,
    word,
)
from graph.plan.sql.figures.settings import settings_sql
from graph.plan.sql.levels import Level
from graph.plan.sql.missing import NotThere
from graph.plan.sql.relation import Relation
from graph.plan.tree.figures import RELEASE_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select

    from graph.plan.sql.composition import Fields
    from graph.plan.sql.figures.objects import Values
    from graph.plan.sql.paging import Sql
    from graph.plan.tree.figures import Asked, FigureOf, IndicatorReport, Releases
    from graph.plan.tree.periods import PeriodDays
    from graph.plan.tree.sources import Path
    from graph.plan.tree.values import Value
    from graph.plan.tree.view import View

RELEASE = {
    "id": "id", "year": "year", "quarter": "quarter", "month": "month", "firstDay": "first_day", "lastDay": "last_day",
    "revision": "revision", "publishedAt": "published_at", "knownAt": "known_at", "reason": "reason",
    "definitions": "definitions", "commitment": "commitment",
}  # fmt: skip
"""The columns behind the fields of a release."""
COVERAGE = {
    "country": "country_code", "completeness": "completeness", "timeliness": "timeliness",
    "lastEntryOn": "last_entry_on",
}  # fmt: skip
NUMBERS = ("value", "numerator", "denominator", "uncertainty", "status")
ORDER = ("level", "indicator", "area", "categories")
ONE: ColumnElement[Any] = literal_column("1")


class ReleasedWriter:
    """Writes what reads releases.

    Args:
        renderer: numbers aliases and notes what may be missing.
    """

    def __init__(self, renderer: Fields) -> None:
        self.renderer = renderer
        self.predicates = renderer.predicates
        self.parameters = renderer.predicates.parameters

    def chosen(self, days: PeriodDays, revision: Value | None, path: Path) -> Relation:
        """The release of a period, the latest where none is named; one row, or none where it is missing."""
        entity = self.predicates.model.by_table["release"]
        table = self.predicates.alias(entity)
        conditions = [
            table.c.year == self.parameters.value(days.year),
            table.c.quarter.is_(None)
            if days.quarter is None
            else table.c.quarter == self.parameters.value(days.quarter),
            table.c.month.is_(None) if days.month is None else table.c.month == self.parameters.value(days.month),
        ]
        if revision is not None:
            conditions.append(table.c.revision == self.parameters.value(revision))
        rows = (
            select(*(table.c[name] for name in RELEASE.values()))
            .select_from(table.clause)
            .where(*conditions)
            .order_by(table.c.revision.desc())
            .limit(ONE)
        )
        found = Relation(rows.cte(f"release_{self.predicates.number()}").prefix_with("MATERIALIZED"))
        there = exists(select(ONE).select_from(found.clause).correlate(None))
        self.renderer.seek(path, NotThere.RELEASE if revision is None else NotThere.REVISION, there)
        return found

    def report(self, report: IndicatorReport) -> Select[Any]:
        """`indicatorReport` as one value; no row where a release is missing."""
        asked = report.asked
        chosen = self.chosen(asked.days, asked.revision, asked.path)
        level = Level(self.predicates, chosen.clause, (chosen,))
        others = [self.chosen(days, None, asked.path) for days in asked.compared]
        for other in others:
            level.clause = level.clause.join(other.clause, literal_column("true"))
            level.inside = (*level.inside, other)
        values: dict[str, Any] = {
            "period": lambda inside: self.parameters.value(asked.days.told(inside)),
            "release": lambda inside: self._release(inside, chosen, level),
            "comparedWith": lambda inside: self._release(inside, others[0], level) if others else NO_JSON,
            "comparedReleases": lambda inside: several([self._release(inside, other, level) for other in others]),
            "cells": lambda inside: self._cells(asked, inside, chosen, others),
            "coverage": lambda inside: self._coverage(asked, inside, chosen),
        }
        value = level.object(pairs_of(report.view, values), "report")
        return select(value.label("value")).select_from(level.clause)

    def figure(self, figure: FigureOf, base: Relation) -> Select[Any]:
        """`indicator` of the country that `base` is, as one value."""
        asked = figure.asked
        chosen = self.chosen(asked.days, None, asked.path)
        table = self.predicates.alias(self.predicates.model.by_table["published_figure"])
        level = Level(self.predicates, table.clause, (base, table))
        value = level.object(pairs_of(figure.view, self._values(asked, table, level, 0)), "figure")
        conditions = [*self._read(asked, table, chosen), table.c.area == base.c.code]
        return select(value.label("value")).select_from(level.clause).where(*conditions)

    def releases(self, releases: Releases) -> Select[Any]:
        """`releases`, the latest period first, and of two that end together the longer one."""
        table = self.predicates.alias(self.predicates.model.by_table["release"])
        level = Level(self.predicates, table.clause, (table,))
        values = _stated(table)
        rows = (
            select(level.object(pairs_of(releases.view, values), "release").label("entry"))
            .select_from(level.clause)
            .order_by(table.c.last_day.desc(), table.c.first_day, table.c.revision.desc())
            .limit(literal_column(str(RELEASE_ROWS)))
        )
        found = Relation(rows.subquery(f"listed_{self.predicates.number()}"))
        gathered = func.coalesce(func.json_agg(found.c.entry), literal_column("'[]'::json"))
        return select(gathered.label("value")).select_from(found.clause)

    @staticmethod
    def _release(view: View, release: Relation, level: Level) -> Sql:
        values = _stated(release)
        return level.object(pairs_of(view, values), "release")

    @staticmethod
    def id_of(release: Relation) -> Sql:
        """The release's id, as a value that is known before the range is read."""
        return select(release.c.id).select_from(release.clause).correlate(None).scalar_subquery()

    def _read(self, asked: Asked, table: Relation, release: Relation) -> list[ColumnElement[bool]]:
        """Which figures: the range of the primary key."""
        levels = [word(level.value) for level in asked.levels]
        codes = [word(indicator.code) for indicator in asked.indicators]
        conditions = [
            table.c.release_id == self.id_of(release),
            table.c.split_by == word(",".join(asked.splits)),
            table.c.level == levels[0] if len(levels) == 1 else table.c.level.in_(levels),
            table.c.indicator == codes[0] if len(codes) == 1 else table.c.indicator.in_(codes),
        ]
        if asked.areas is not None and AreaLevel.COUNTRY in asked.levels:
            conditions.append(table.c.area == self.parameters.value(asked.areas).any_())
        return conditions

    def _cells(self, asked: Asked, view: View, chosen: Relation, others: Sequence[Relation]) -> Sql:
        """The range first, in order, with the figures of other releases beside it; then one object for each row.

        A sub-select with an order is read as it stands, so that what would be sorted is the rows and not their JSON.
        """
        entity = self.predicates.model.by_table["published_figure"]
        table = self.predicates.alias(entity)
        clause: Any = table.clause
        columns: list[Sql] = [table.c[name] for name in (*ORDER, "country_code", *NUMBERS)]
        shown = compared_in(view, len(others))
        for place, other in enumerate(others[:shown]):
            compared = self.predicates.alias(entity)
            same = (compared.c[name] == table.c[name] for name in ORDER)
            clause = clause.outerjoin(compared.clause, and_(*self._read(asked, compared, other), *same))
            columns += [compared.c[name].label(f"{before(place)}{name}") for name in NUMBERS]
        rows = select(*columns).select_from(clause).where(*self._read(asked, table, chosen))
        in_order = rows.order_by(*(table.c[name] for name in ORDER))
        page = Relation(in_order.subquery(f"page_{self.predicates.number()}"))
        level = Level(self.predicates, page.clause, (page,))
        pairs = pairs_of(view, self._values(asked, page, level, shown))
        return listed(self.predicates, pairs, level, [], [])

    def _values(self, asked: Asked, rows: Relation, level: Level, shown: int) -> Values:
        keys: dict[tuple[str, ...], Sql] = {each: word(",".join(each)) for each in categories_of(asked.splits)}

        def one(inside: View, place: int) -> Sql:
            told = {"period": lambda period: self.parameters.value(asked.compared[place].told(period))}
            return level.object(pairs_of(inside, told | _comparison(rows, before(place))), "comparison")

        only_countries = asked.levels == (AreaLevel.COUNTRY,)
        return {
            "indicator": rows.c.indicator,
            "area": rows.c.area,
            "country": rows.c.country_code if only_countries else func.nullif(rows.c.country_code, word("")),
            "splits": lambda inside: splits_value(inside, asked.splits, rows.c.categories, keys),
            **{name: rows.c[name] for name in NUMBERS},
            "comparison": lambda inside: one(inside, 0) if shown else NO_JSON,
            "comparisons": lambda inside: several([one(inside, place) for place in range(shown)]),
        }

    def _coverage(self, asked: Asked, view: View, chosen: Relation) -> Sql:
        table = self.predicates.alias(self.predicates.model.by_table["release_coverage"])
        level = Level(self.predicates, table.clause, (table,))
        conditions = [table.c.release_id == self.id_of(chosen)]
        if asked.countries is not None:
            conditions.append(table.c.country_code == self.parameters.value(asked.countries).any_())
        values: dict[str, Any] = {name: table.c[column] for name, column in COVERAGE.items()}
        last_day = select(chosen.c.last_day).select_from(chosen.clause).correlate(None).scalar_subquery()
        values["settings"] = lambda inside: settings_sql(self.predicates, inside, table, last_day)
        pairs = pairs_of(view, values)
        return listed(self.predicates, pairs, level, conditions, [table.c.country_code])


def _stated(release: Relation) -> Values:
    """What is said of a release. One of before counts were rounded is bound to no key."""
    values: dict[str, Any] = {name: release.c[column] for name, column in RELEASE.items()}
    return values | {"commitment": func.nullif(release.c.commitment, word(""))}


def _comparison(rows: Relation, other: str) -> dict[str, Any]:
    return {
        **{name: rows.c[f"{other}{name}"] for name in NUMBERS},
        # A figure that the other release lacks was not there to be hidden.
        "status": func.coalesce(rows.c[f"{other}status"], word("NOT_AVAILABLE")),
        # What is not published has no value.
        "change": rows.c.value - rows.c[f"{other}value"],
        "changeUncertainty": _both(rows, other),
    }


def _both(rows: Relation, other: str) -> ColumnElement[Any]:
    """What a change may be off by: the sum of what both values may; nothing where both are exact, or one is missing."""
    far = [func.coalesce(rows.c[name], literal_column("0")) for name in ("uncertainty", f"{other}uncertainty")]
    told = and_(rows.c.value.is_not(None), rows.c[f"{other}value"].is_not(None))
    return case((told, func.nullif(far[0] + far[1], literal_column("0"))))
