"""Who the children are and how they live: bars for the categories of one figure, in one area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.entities.home_form import SETTING_OF
from graph.indicators.model import AreaLevel
from graph.indicators.splits import CATEGORIES, Dimension
from graph.report.cells import FEDERATION, Figure, ReportIndicator, Splits, Status
from graph.report.figures import Report
from graph.report.names import area_name, category_name
from graph.report.page.headlines import STOCK
from graph.report.page.telling import FigureText, told
from graph.report.saying import said

HIDDEN = Figure(Status.SUPPRESSED)
LONGEST = 78.0
"""Per cent of the room for a bar, so that the longest one leaves some for its number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        name: of the category.
        tone: which colour it has, `a`, `b`, `c`, or a setting's name in lower case.
        told: the figure.
        length: per cent; none where there is no number.
        reach: from where to where it may end, per cent; none where it is exact, or no number.
    """

    name: str
    tone: str
    told: FigureText
    length: float | None
    reach: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under one name.

    Attributes:
        name: of the group.
        bars: one or more.
    """

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class SettingShares:
    """An area's children by setting, each part a piece of one bar.

    Attributes:
        name: of the area.
        total: the area's figure.
        parts: name and figure of each setting.
        pieces: name, tone, figure, and per cent of the whole; what is hidden is one piece, which the others leave.
    """

    name: str
    total: FigureText
    parts: tuple[tuple[str, FigureText], ...]
    pieces: tuple[tuple[str, str, FigureText, float], ...]

    @property
    def summary(self) -> str:
        """The parts in words."""
        return ", ".join(f"{name}: {figure.sentence}" for name, figure in self.parts)


def ages(report: Report) -> list[Bars]:
    """Children in care by age group, a bar for each sex."""
    groups, sexes = _met(report, "AGE_GROUP"), _met(report, "SEX")
    both: dict[str, list[tuple[str, Splits]]] = {
        age: [(sex, (("SEX", sex), ("AGE_GROUP", age))) for sex in sexes] for age in groups
    }
    crossed = [(age, [each for each in cells if _has(report, each[1])]) for age, cells in both.items()]
    if not any(cells for _, cells in crossed):
        crossed = [(age, [(age, (("AGE_GROUP", age),))]) for age in groups]
    tones = {sex: "abc"[min(place, 2)] for place, sex in enumerate(sexes)}
    return _bars(report, crossed, tones)


def forms(report: Report) -> list[Bars]:
    """Children in care by form of care, in the colours of the settings."""
    met = _met(report, "CARE_FORM")
    tones = {form: SETTING_OF.get(form, "a").lower() for form in met}
    return _bars(report, [(form, [(form, (("CARE_FORM", form),))]) for form in met], tones)


def settings(report: Report, areas: Iterable[tuple[str, AreaLevel]]) -> dict[str, SettingShares]:
    """Children in care by setting, for each area where some of that is known."""
    stock, met = report.indicators.get(STOCK), _met(report, "SETTING")
    if stock is None or not met:
        return {}
    found = {area: _share(report, stock, area, level, met) for area, level in areas}
    return {area: share for area, share in found.items() if share}


def _share(
    report: Report, stock: ReportIndicator, area: str, level: AreaLevel, met: Iterable[str]
) -> SettingShares | None:
    whole = report.figure(STOCK, area)
    found = {each: report.figure(STOCK, area, (("SETTING", each),)) for each in met}
    if all(figure.status is Status.NOT_AVAILABLE for figure in found.values()):
        return None
    shown = sum(figure.value or 0 for figure in found.values())
    total = max(whole.value or 0, shown) or 1
    pieces = [
        (category_name(each), each.lower(), told(figure, stock), round(100 * figure.value / total, 2))
        for each, figure in found.items()
        if figure.value is not None
    ]
    rest = [category_name(each) for each, figure in found.items() if figure.value is None]
    if rest and (shown < total or not shown):
        # One piece for all of them: where one ends and the other begins is hidden too.
        pieces.append((_listed(rest), "unknown", told(HIDDEN, stock), round(100 - 100 * shown / total, 2)))
    parts = tuple((category_name(each), told(figure, stock)) for each, figure in found.items())
    return SettingShares(area_name(area, level), told(whole, stock), parts, tuple(pieces))


def _listed(names: Sequence[str]) -> str:
    first, *others = names
    for other in others:
        first = said("{first} and {other}", first=first, other=other)
    return first


def _bars(
    report: Report, groups: Iterable[tuple[str, list[tuple[str, Splits]]]], tones: Mapping[str, str]
) -> list[Bars]:
    stock = report.indicators.get(STOCK)
    if stock is None:
        return []
    found = [
        (name, [(each, report.figure(STOCK, FEDERATION, splits)) for each, splits in cells]) for name, cells in groups
    ]
    most = max(((figure.ends or (0, 0))[1] for _, cells in found for _, figure in cells), default=0) or 1
    return [
        Bars(
            category_name(name),
            tuple(
                Bar(
                    category_name(each),
                    tones.get(each, "a"),
                    told(figure, stock),
                    _length(figure, most),
                    _reach(figure, most),
                )
                for each, figure in cells
            ),
        )
        for name, cells in found
    ]


def _length(figure: Figure, most: float) -> float | None:
    return None if figure.value is None else round(LONGEST * figure.value / most, 2)


def _reach(figure: Figure, most: float) -> tuple[float, float] | None:
    if figure.ends is None or figure.uncertainty is None:
        return None
    least, end = (round(LONGEST * each / most, 2) for each in figure.ends)
    return least, end


def _met(report: Report, dimension: str) -> list[str]:
    """The categories that the federation's children in care are split by, without totals, in the catalogue's order."""
    found = {
        category
        for cell in report.cells
        if cell.indicator == STOCK and cell.area == FEDERATION and cell.period == report.current.period
        for name, category in cell.splits
        if name == dimension
    }
    order = [str(each) for each in CATEGORIES[Dimension(dimension)]]
    return sorted(found, key=lambda each: (order.index(each) if each in order else len(order), each))


def _has(report: Report, splits: Splits) -> bool:
    return report.cell(STOCK, FEDERATION, splits) is not None
