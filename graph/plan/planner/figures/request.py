"""From the arguments of a report to what it asks for, or to what is wrong with them.

Whether figures may be asked for depends on the shape of the request and on the lattice of splits, never on a value.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from countries.register.register import Region
from graph.described import Described
from graph.errors import Forbidden
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import AreaLevel
from graph.indicators.splits import CATEGORIES, Dimension, in_order
from graph.kinds.kind import Kind
from graph.kinds.values import each, instant, integer
from graph.plan.planner.context import PagePrice, bad_input, known_country, source
from graph.plan.planner.figures.days import read_days, read_several
from graph.plan.tree.figures import Asked
from graph.plan.tree.sources import ABSENT, FromBoth
from graph.plan.tree.values import Value
from graph.refusals import Spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.indicators.model import Indicator
    from graph.indicators.splits import Splits
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.periods import PeriodDays
    from graph.plan.tree.sources import Path, Scope


NO_FIGURES = {
    (True, False): "{indicator} has no figures by {splits} at the level {level}.",
    (True, True): "{indicator} has no figures by {splits} at the level {level} of a quarter or a month.",
    (False, False): "{indicator} has no figures as a whole at the level {level}.",
    (False, True): "{indicator} has no figures as a whole at the level {level} of a quarter or a month.",
}
"""By whether a split is asked for, and whether there would be figures of the year."""
HAS = "It has, by level and split: {figures}."
HAS_OF_PARTS = "It has of quarters and months, by level and split: {figures}."


class FigureDimension(Described):
    """What figures are split by: areas, and what is true of children, homes and programmes."""

    FEDERATION = "FEDERATION", "One figure of all countries together."
    REGION = "REGION", "One for each region."
    COUNTRY = "COUNTRY", "One for each country."
    SEX = "SEX", "By the sex of the children."
    AGE_GROUP = "AGE_GROUP", "By the age of the children."
    SETTING = "SETTING", "By what the form of care counts as: family-based, residential, independent."
    CARE_FORM = "CARE_FORM", "By the form of the home."
    PROGRAMME_KIND = "PROGRAMME_KIND", "By what the programme offers."


AREAS: Mapping[AreaLevel, tuple[str, ...]] = {
    AreaLevel.FEDERATION: (AreaLevel.FEDERATION.value,),
    AreaLevel.REGION: tuple(region.value for region in Region),
    AreaLevel.COUNTRY: (),
}
"""The areas of each level, but for the countries."""
CODES_HINT = "`indicators { code splits }` lists what there is."


def read_asked(planning: Planning, selected: Field, path: Path) -> Asked:
    """All arguments of `indicatorReport`, and its price.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    codes_slot, codes = planning.argument(selected, "indicators")
    by_slot, by = planning.argument(selected, "by")
    indicators: tuple[Indicator, ...] = ()
    days: PeriodDays | None = None
    compared: tuple[PeriodDays, ...] = ()
    with planning.part:
        indicators = named_indicators(planning, codes, path, codes_slot)
    levels, splits = _dimensions(by)
    with planning.part:
        days = required_days(planning, selected, path)
    with planning.part:
        compared = read_several(planning, selected, "compareWith", path)
    brief = any(each_one is not None and each_one.is_brief for each_one in (days, *compared))
    at = (path, codes_slot if by_slot < 0 else by_slot)
    if days is not None:
        with planning.part:
            check_lattice(planning, indicators, levels, splits, at, brief=brief)
    slot, countries = planning.argument(selected, "countries")
    with planning.part:
        if countries == []:
            raise bad_input("No country is named.", "Name one at least, or leave `countries` out.", path, slot)
    if days is None:
        if isinstance(countries, list):
            planning.look_at(slot, each(known_country(planning.country_codes)), path)
        raise planning.known_fault
    is_named = isinstance(countries, list)
    asked = Asked(
        indicators=indicators,
        splits=splits,
        levels=levels,
        days=days,
        path=path,
        compared=compared,
        revision=read_revision(planning, selected, path),
        known_at=_known_at(planning, selected, path),
        countries=_areas(planning, slot, (), path) if is_named else None,
        areas=_areas(planning, slot, levels, path) if is_named else None,
    )
    _price(planning, asked, slot if is_named else None)
    return asked


def named_indicators(planning: Planning, codes: object, path: Path, slot: int) -> tuple[Indicator, ...]:
    """The indicators that are named, each once, in the order of their codes.

    Raises:
        BadUserInput: there is none, or no such one.
    """
    listed = codes if isinstance(codes, list) else []
    if not listed:
        raise bad_input("No indicator is named.", CODES_HINT, path, slot)
    known = all_indicators()
    for place, code in enumerate(listed):
        with planning.part:
            if code not in known:
                raise bad_input("There is no such indicator.", CODES_HINT, path, slot, (place,))
    return tuple(known[code] for code in sorted(known.keys() & set(listed)))


def required_days(planning: Planning, selected: Field, path: Path) -> PeriodDays:
    """The period that a figure is about.

    Raises:
        BadUserInput: it is a quarter and a month.
    """
    days = read_days(planning, selected, "period", path)
    if days is None:
        slot, _ = planning.argument(selected, "period")
        raise bad_input("No period is named.", "Name a year, and a quarter or a month of it.", path, slot)
    return days


def read_revision(planning: Planning, selected: Field, path: Path) -> Value | None:
    """The revision of a release that is named."""
    slot, given = planning.argument(selected, "revision")
    return None if given in (ABSENT, None) else Value(Kind.INTEGER, source(slot, (), integer, path))


def _known_at(planning: Planning, selected: Field, path: Path) -> Value | None:
    slot, given = planning.argument(selected, "asKnownAt")
    return None if given in (ABSENT, None) else Value(Kind.INSTANT, source(slot, (), instant, path))


def _dimensions(by: object) -> tuple[tuple[AreaLevel, ...], Splits]:
    """The levels of areas and the split that are asked for."""
    words = {str(getattr(one, "value", one)) for one in by} if isinstance(by, list) else set()
    levels = tuple(level for level in AREAS if level.value in words)
    splits = in_order({dimension for dimension in Dimension if dimension.value in words})
    return levels or (AreaLevel.COUNTRY,), splits


def check_lattice(
    planning: Planning,
    indicators: tuple[Indicator, ...],
    levels: tuple[AreaLevel, ...],
    splits: Splits,
    at: tuple[Path, int],
    *,
    brief: bool,
) -> None:
    """Check that every indicator has figures of these areas by this split, in a year or (`brief`) in a part of one.

    `at` is the field and the argument that an error belongs to.

    Raises:
        BadUserInput: one has none; the hint says which it has.
    """
    for indicator in indicators:
        for level in levels:
            # An office splits its own figures by whatever there is anywhere.
            is_own = planning.tier.is_national
            there = indicator.splits if is_own else indicator.splits_at(level, brief=brief)
            if splits not in there:
                is_of_a_part = brief and splits in indicator.splits_at(level)
                has, params = _lattice(indicator, brief=brief and not is_own), (("indicator", indicator.code),)
                told = (*params, ("level", level.value), ("splits", ", ".join(splits)), *has.params)
                raise bad_input(NO_FIGURES[bool(splits), is_of_a_part], has.template, *at, params=told)


def _lattice(indicator: Indicator, *, brief: bool) -> Spoken:
    """Which figures of an indicator there are: by which splits at which level, as `by` would name them."""
    told = []
    for level in AreaLevel:
        by = ", ".join(f"[{', '.join(one)}]" for one in sorted(indicator.splits_at(level, brief=brief)))
        told.append(f"{level.value}: {by or '-'}")
    return Spoken(HAS_OF_PARTS if brief else HAS, (("figures", "; ".join(told)),))


def _areas(planning: Planning, slot: int, levels: tuple[AreaLevel, ...], path: Path) -> Value:
    """The countries that are named, each within the caller's mandate, and every area of other levels beside them."""
    read = each(known_country(planning.country_codes))
    beside = [area for level in levels for area in AREAS[level]]

    def convert(value: object, scope: Scope) -> object:
        named = read(value)
        mandate = (scope.country,) if scope.country else scope.countries
        if mandate and not set(named if isinstance(named, list) else ()) <= set(mandate):
            raise Forbidden("A country that is named is outside your mandate.", "Name only those of `viewer`.")
        return [*(named if isinstance(named, list) else ()), *beside]

    return Value(Kind.TEXT, FromBoth(slot, convert, path), many=True)


def _price(planning: Planning, asked: Asked, slot: int | None) -> None:
    """Cells: indicators by categories by periods, in each area. Who sees few countries pays for all of them."""
    categories = prod(len(CATEGORIES[each_one]) for each_one in asked.splits)
    periods = 1 + len(asked.compared)
    number = len(planning.prices)
    planning.prices.append(PagePrice(None, len(asked.indicators) * categories * periods, None, asked.path))
    others = sum(len(AREAS[level]) for level in asked.levels)
    if others:
        planning.prices.append(PagePrice(number, others, None, asked.path))
    if AreaLevel.COUNTRY in asked.levels:
        every = 1 if planning.tier.is_national else len(planning.country_codes)
        planning.prices.append(PagePrice(number, every if slot is None else None, slot, asked.path))
