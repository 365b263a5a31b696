"""The root fields of figures, and a country's figure, as nouns; every refusal by tier is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier
from graph.entities.home_form import HomeForm
from graph.entities.release import ABOVE
from graph.indicators.model import AreaLevel
from graph.plan.planner.context import PagePrice, bad_input
from graph.plan.planner.figures.catalogue import plan_catalogue
from graph.plan.planner.figures.request import check_lattice, named_indicators, read_asked, read_revision, required_days
from graph.plan.planner.view import view
from graph.plan.tree.figures import RELEASE_ROWS, Asked, FigureOf, IndicatorReport, ReleaseProof, Releases
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path
    from graph.plan.tree.view import View

COUNTED = ABOVE | {Tier.OFFICE}
"""Who has figures: offices count their own, whoever is above reads what was published."""
FIGURE = "indicator"
"""The field of a country that is one figure."""


def plan_report(planning: Planning, selected: Field, path: Path) -> IndicatorReport | Fixed:
    """`indicatorReport`.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    if planning.tier not in COUNTED:
        return _refused(planning, path, "Your role may not read figures of indicators.")
    is_live = planning.tier is Tier.OFFICE
    asked = read_asked(planning, selected, path)
    if is_live and asked.levels != (AreaLevel.COUNTRY,):
        return _refused(planning, path, "An office counts its own country; it reads no figures of other areas.")
    if is_live and asked.revision is not None:
        slot, _ = planning.argument(selected, "revision")
        hint = "Use `asKnownAt` for figures as they were on record."
        raise bad_input("Live figures have no revision.", hint, path, slot)
    if not is_live and asked.known_at is not None:
        return _refused(planning, path, "Your role reads published figures; name a `revision` for earlier ones.")
    chosen = view(planning.selector, "IndicatorReport", selected.selection_sets)
    if not is_live and _asks_for_settings(chosen):
        number = len(planning.prices)
        planning.prices.append(PagePrice(None, len(planning.country_codes), None, path))
        planning.prices.append(PagePrice(number, len(HomeForm), None, path))
    return IndicatorReport(asked, chosen, is_live)


def _asks_for_settings(chosen: View) -> bool:
    """Whether a report is to say how each country reads each form of care."""
    coverages = (inside for _, name, inside in chosen.fields if name == "coverage" and inside is not None)
    return any(name == "settings" for each in coverages for _, name, _ in each.fields)


def plan_figure(planning: Planning, selected: Field, path: Path) -> FigureOf | Fixed:
    """`indicator` of a country.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    if planning.tier not in COUNTED:
        return _refused(planning, path, "Your role may not read figures of indicators.")
    slot, code = planning.argument(selected, "code")
    asked = Asked(
        indicators=named_indicators(planning, [code], path, slot),
        splits=(),
        levels=(AreaLevel.COUNTRY,),
        days=required_days(planning, selected, path),
        path=path,
    )
    check_lattice(planning, asked.indicators, asked.levels, asked.splits, (path, slot), brief=asked.days.is_brief)
    chosen = view(planning.selector, "IndicatorCell", selected.selection_sets)
    return FigureOf(asked, chosen, planning.tier is Tier.OFFICE)


def plan_releases(planning: Planning, selected: Field, path: Path) -> Releases | Fixed:
    """`releases`."""
    if planning.tier not in planning.model.by_table["release"].readers:
        return _refused(planning, path, "Your role may not read releases.")
    planning.prices.append(PagePrice(None, RELEASE_ROWS, None, path))
    return Releases(view(planning.selector, "Release", selected.selection_sets))


def plan_proof(planning: Planning, selected: Field, path: Path) -> ReleaseProof | Fixed:
    """`releaseProof`.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    if planning.tier not in planning.model.by_table["figure_proof"].readers:
        return _refused(planning, path, "Only an auditor may read what proves a release.")
    days = required_days(planning, selected, path)
    chosen = view(planning.selector, "ProvenInterval", selected.selection_sets)
    return ReleaseProof(days, read_revision(planning, selected, path), chosen, path)


FIGURES = {
    "indicators": plan_catalogue,
    "indicatorReport": plan_report,
    "releases": plan_releases,
    "releaseProof": plan_proof,
}
"""The root fields of figures."""


def _refused(planning: Planning, path: Path, message: str) -> Fixed:
    planning.refuse(path, message)
    return Fixed(None)
