"""The international report: published figures as CSV, XLSX, SDMX, JSON and one page of HTML.

report = figures.read(answer)
write(report, Format.HTML, path)
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.report.figures import Report


class ReportFormat(StrEnum):
    """How a report is written; each is one file."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    SDMX = "sdmx"
    """An archive (ZIP) of two messages, structures and data."""
    HTML = "html"


def write(report: Report, form: ReportFormat, path: Path) -> None:
    """Write a report into a file, which is overwritten where it is there.

    Args:
        report: what `figures.report_of` made of the answer.
        form: how it is written.
        path: the file; its folder is there.

    Raises:
        OSError: the file cannot be written.
    """
    match form:
        case ReportFormat.JSON:
            from graph.report.json_file import write_json

            write_json(report, path)
        case ReportFormat.CSV:
            from graph.report.csv_file import write_csv

            write_csv(report, path)
        case ReportFormat.XLSX:
            from graph.report.workbook import write_workbook

            write_workbook(report, path)
        case ReportFormat.SDMX:
            from graph.report.sdmx_file import write_sdmx_archive

            write_sdmx_archive(report, path)
        case ReportFormat.HTML:
            from graph.report.page import write_page

            write_page(report, path)
