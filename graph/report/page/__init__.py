"""HTML: one page for a board, which loads nothing, runs nothing, and prints well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.indicators.model import AreaLevel
from graph.report import notes, saying
from graph.report.cells import FEDERATION
from graph.report.figures import Report
from graph.report.page.covering import covering
from graph.report.page.headlines import STOCK, big_indicators, headlines, lead
from graph.report.page.panels import FEW, panels
from graph.report.page.people import ages, forms, settings
from graph.report.page.spread import regions, spreads
from graph.report.page.tables import tables
from graph.report.page.telling import told
from graph.report.page.trends import GUTTER, line
from graph.report.page.world import CLASSES, world


def write_page(report: Report, path: Path) -> None:
    """Write the page."""
    path.write_text(render(report), encoding="utf-8")


def render(report: Report) -> str:
    """The page."""
    environment = Environment(
        loader=PackageLoader("graph.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2", globals=dict(saying.globals_of_page())).render(_context(report))


def _context(report: Report) -> dict[str, Any]:
    """What the template shows: values that are worked out, nothing that it has to think about."""
    areas = [(FEDERATION, AreaLevel.FEDERATION), *((region, AreaLevel.REGION) for region in regions(report))]
    stock = report.indicators.get(STOCK)
    return {
        "report": report,
        "notes": notes,
        "day": saying.day,
        "instant": saying.instant,
        "told": told,
        "headlines": headlines(report),
        "lead": lead(report),
        "map": world(report),
        "classes": CLASSES,
        "ages": ages(report),
        "forms": forms(report),
        "settings": list(settings(report, areas).values()),
        "lines": [found for each in big_indicators(report) if (found := line(report, each, FEDERATION, GUTTER))],
        "region_lines": [found for area, _ in areas[1:] if stock and (found := line(report, stock, area))],
        "spreads": spreads(report),
        "panels": panels(report),
        "few": FEW,
        "tables": tables(report),
        "covering": covering(report),
    }
