"""CSV: one line a cell, UTF-8 with its mark, texts guarded against being run by a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from graph.bulk.csv_injection import guarded
from graph.report.cells import DIMENSIONS, ReportCell
from graph.report.figures import Report
from graph.report.names import area_name
from graph.report.notes import reading

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""By this mark a spreadsheet knows that a CSV file is UTF-8."""

HEADER = (
    *("period", "first_day", "last_day", "revision", "published_at"),
    *("indicator", "title", "unit", "definition_version", "provider_share"),
    *("level", "area", "area_name"),
    *(dimension.lower() for dimension in DIMENSIONS),
    *("status", "value", "uncertainty", "numerator", "denominator"),
    *("earlier_status", "earlier_value", "change", "earlier_uncertainty", "change_uncertainty", "reading"),
)


def write_csv(report: Report, path: Path) -> None:
    """Write every cell of every period, each with how it is read; one that is hidden has its status, and no number."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(MARK)
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(report))


def rows(report: Report) -> Iterator[list[str]]:
    """The lines below the header."""
    releases = {edition.period: edition.release for edition in report.editions}
    for cell in report.cells:
        release, indicator = releases[cell.period], report.indicators[cell.indicator]
        texts = (
            *(cell.period.code, cell.period.first_day.isoformat(), cell.period.last_day.isoformat()),
            *(str(release.revision), release.published_at.isoformat() if release.published_at else ""),
            *(indicator.code, indicator.title, indicator.unit),
            *(str(indicator.version), "yes" if indicator.provider_share else "no"),
            *(cell.level.value, cell.area, area_name(cell.area, cell.level)),
            *(dict(cell.splits).get(dimension, "") for dimension in DIMENSIONS),
            cell.figure.status.value,
        )
        yield [*(guarded(text) for text in texts), *_numbers(cell)]


def _numbers(cell: ReportCell) -> list[str]:
    """Numbers stay bare: a guard before a minus would make a text of them."""
    figure, earlier = cell.figure, cell.earlier
    return [
        *(_told(number) for number in (figure.value, figure.uncertainty, figure.numerator, figure.denominator)),
        earlier.status.value if earlier else "",
        _told(earlier.value if earlier else None),
        _told(cell.change),
        _told(earlier.uncertainty if earlier else None),
        _told(cell.change_uncertainty),
        guarded(reading(figure)),
    ]


def _told(number: float | None) -> str:
    return "" if number is None else str(number)
