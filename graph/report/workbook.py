"""XLSX: a sheet a topic, areas down and indicators across, with a sheet of notes before and one of definitions behind.

A cell without a number holds a symbol, so that it is neither taken for zero nor for forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from graph.bulk.csv_injection import escaped
from graph.report.cells import DIMENSIONS as DIMENSION_CODES
from graph.report.cells import Figure, ReportCell, ReportIndicator, ReportPeriod, Splits, Status
from graph.report.figures import Report
from graph.report.names import DIMENSIONS, LEVELS, area_name, category_name, topic_name
from graph.report.notes import notes
from graph.report.saying import of_indicator, of_unit, said, to_say

SYMBOLS: Mapping[Status, str] = {Status.SUPPRESSED: to_say("c"), Status.NOT_AVAILABLE: to_say("n/a")}
"""What stands for a number that is not there; the sheet of notes says it in words."""
KEYS = (
    to_say("Level"),
    to_say("Area"),
    to_say("Code"),
    to_say("Period"),
    *(DIMENSIONS[code] for code in DIMENSION_CODES),
)
KEY_WIDTHS = (12, 32, 36, 10, 24, 30, 16, 30, 22)
DEFINITION = (
    to_say("Code"),
    to_say("Indicator"),
    to_say("Unit"),
    to_say("Numerator"),
    to_say("Denominator"),
    to_say("Left out"),
    to_say("Source"),
    to_say("Compared with it"),
    to_say("Version"),
)
"""The headings of definitions."""
COUNTED = {"numerator": to_say("Numerator"), "denominator": to_say("Denominator")}
SYMBOLS_TOLD = to_say(
    "Within, up or down: how far the true value may be from the one that is shown   c: hidden, to protect children  "
    " n/a: not available   (see Notes)"
)
NONE = "None."
"""What an indicator says where it leaves nothing out, or divides by nothing."""
HEAD_ROWS = 3
"""The sheet's title, the indicators' codes, the headings."""
LINE = 15
"""The height of a line of text in points; a sheet does not fit its rows to wrapped texts by itself everywhere."""
PARTS = ("value", "uncertainty", "change", "change_uncertainty", "numerator", "denominator")
ALWAYS = frozenset({"value", "uncertainty", "change", "change_uncertainty"})
"""Those that a count has too."""
"""The columns of an indicator."""

INK, PALE, HATCH = "17494F", "E3EFEE", "EFE6D8"
FACE = "Calibri"
BOLD = Font(FACE, bold=True)
TITLE = Font(FACE, bold=True, size=14, color=INK)
QUIET = Font(FACE, color="6B6B6B", size=9)
HEADING = PatternFill("solid", fgColor=PALE)
HIDDEN = PatternFill("lightUp", fgColor="B9A98C")
ABSENT = Font(FACE, italic=True, color="6B6B6B")
WRAPPED = Alignment(wrap_text=True, vertical="top")
RIGHT = Alignment(horizontal="right")
ABOVE_NUMBERS = Alignment(wrap_text=True, vertical="top", horizontal="right")
UNDER = Border(bottom=Side("thin", color=INK))


def write_workbook(report: Report, path: Path) -> None:
    """Write the workbook."""
    book = Workbook(write_only=True)
    book.properties.title = said("International report {period}", period=report.current.period.code)
    book.properties.creator = "Hearth"
    _prose(book.create_sheet(said("Notes")), [(said("Subject"), said("What it means")), *notes(report)], (28, 110))
    for topic in dict.fromkeys(indicator.topic for indicator in report.indicators.values()):
        indicators = [each for each in report.indicators.values() if each.topic == topic]
        _Topic(book.create_sheet(topic_name(topic)[:31]), report, indicators).write(topic)
    definitions = [
        tuple(said(heading) for heading in DEFINITION),
        *(_definition(each) for each in report.indicators.values()),
    ]
    _prose(book.create_sheet(said("Definitions")), definitions, (34, 40, 20, 50, 50, 30, 50, 12, 9))
    book.save(path)


class _Topic:
    """The sheet of one topic."""

    def __init__(self, sheet: Any, report: Report, indicators: Sequence[ReportIndicator]) -> None:  # noqa: ANN401 - a sheet
        self.sheet = sheet
        self.report = report
        self.indicators = indicators
        self.columns = [
            (indicator, part) for indicator in indicators for part in PARTS if part in ALWAYS or indicator.denominator
        ]

    def write(self, topic: str) -> None:
        self._layout()
        report, sheet = self.report, self.sheet
        title = f"{topic_name(topic)}, {report.current.period.code}"
        symbols = said(SYMBOLS_TOLD)
        sheet.append([_text(sheet, title, TITLE), *[None] * 3, _text(sheet, symbols, QUIET)])
        codes = [indicator.code if part == "value" else "" for indicator, part in self.columns]
        sheet.append([_text(sheet, text, QUIET, None, RIGHT) for text in (*[""] * len(KEYS), *codes)])
        headings = [*(said(key) for key in KEYS), *(_heading(indicator, part) for indicator, part in self.columns)]
        styles = [*[WRAPPED] * len(KEYS), *[ABOVE_NUMBERS] * len(self.columns)]
        sheet.append(
            [_text(sheet, text, BOLD, HEADING, style, UNDER) for text, style in zip(headings, styles, strict=True)]
        )
        rows = self._rows()
        sheet.auto_filter.ref = f"A{HEAD_ROWS}:{get_column_letter(len(headings))}{HEAD_ROWS + len(rows)}"
        for (period, area, splits), cells in rows.items():
            first = next(iter(cells.values()))
            keys = [said(LEVELS[first.level]), area_name(area, first.level), area, period.code]
            keys += [category_name(dict(splits).get(dimension, "ALL")) for dimension in DIMENSION_CODES]
            numbers = [self._number(indicator, cells.get(indicator.code), part) for indicator, part in self.columns]
            sheet.append([*(_text(sheet, key, None if splits else BOLD) for key in keys), *numbers])

    def _layout(self) -> None:
        """Widths and what stays in sight; a sheet that is written row by row wants to know before the first row."""
        self.sheet.freeze_panes = f"C{HEAD_ROWS + 1}"
        self.sheet.sheet_view.zoomScale = 90
        for place, width in enumerate(KEY_WIDTHS, 1):
            self.sheet.column_dimensions[get_column_letter(place)].width = width
        for place, (_, part) in enumerate(self.columns, len(KEYS) + 1):
            column = self.sheet.column_dimensions[get_column_letter(place)]
            column.width = 18 if part == "value" else 14
            column.outlineLevel = 0 if part in ALWAYS else 1
        longest = max((len(_heading(indicator, part)) for indicator, part in self.columns), default=0)
        self.sheet.row_dimensions[HEAD_ROWS].height = LINE * -(-longest // 14)
        _print_layout(self.sheet)
        self.sheet.print_title_rows = f"1:{HEAD_ROWS}"

    def _rows(self) -> dict[tuple[ReportPeriod, str, Splits], dict[str, ReportCell]]:
        """The cells of each line: the newest period first, wholes before their parts."""
        codes = {indicator.code for indicator in self.indicators}
        lines: dict[tuple[ReportPeriod, str, Splits], dict[str, ReportCell]] = {}
        for cell in self.report.cells:
            if cell.indicator in codes:
                lines.setdefault((cell.period, cell.area, cell.splits), {})[cell.indicator] = cell
        newest = sorted({period for period, _, _ in lines}, reverse=True)
        return dict(sorted(lines.items(), key=lambda each: (newest.index(each[0][0]), bool(each[0][2]))))

    def _number(self, indicator: ReportIndicator, cell: ReportCell | None, part: str) -> Any:  # noqa: ANN401 - a cell
        if cell is None or (part.startswith("change") and cell.earlier is None):
            return None
        number = getattr(cell if part.startswith("change") else cell.figure, part)
        if number is None and part == "change_uncertainty":
            return None
        if number is None and part == "uncertainty" and cell.figure.is_shown:
            return None
        if number is None:
            return self._absent(cell.figure, cell.earlier if part == "change" else None)
        found = WriteOnlyCell(self.sheet, number)
        found.number_format = number_format(indicator, part)
        if not cell.splits and part == "value":
            found.font = BOLD
        return found

    def _absent(self, figure: Figure, earlier: Figure | None) -> Any:  # noqa: ANN401 - a cell
        shown = figure.is_shown and earlier
        status = earlier.status if earlier and shown else figure.status
        found = _text(self.sheet, said(SYMBOLS.get(status, SYMBOLS[Status.NOT_AVAILABLE])), ABSENT)
        found.alignment = RIGHT
        if status is Status.SUPPRESSED:
            found.fill = HIDDEN
        return found


def _print_layout(sheet: Any) -> None:  # noqa: ANN401 - a sheet
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def number_format(indicator: ReportIndicator, part: str = "value") -> str:
    """How a spreadsheet shows a number of an indicator: `#,##0.0`; a change with its sign."""
    if part in {"numerator", "denominator"}:
        return "#,##0"
    shown = "#,##0" + (f".{'0' * indicator.decimals}" if indicator.decimals else "")
    return f"+{shown};-{shown};0" if part == "change" else shown


def _heading(indicator: ReportIndicator, part: str) -> str:
    match part:
        case "value":
            return f"{of_indicator(indicator.title)} ({of_unit(indicator.unit)})"
        case "uncertainty":
            return said("Within, up or down")
        case "change":
            return said("Change")
        case "change_uncertainty":
            return said("Change within, up or down")
        case _:
            return said(COUNTED[part])


def _definition(indicator: ReportIndicator) -> tuple[str, ...]:
    return (
        *(indicator.code, of_indicator(indicator.title), of_unit(indicator.unit), of_indicator(indicator.numerator)),
        *(of_indicator(indicator.denominator or NONE), of_indicator(indicator.exclusions), indicator.source),
        *(said("yes") if indicator.verified else said("not yet"), str(indicator.version)),
    )


def _prose(sheet: Any, lines: Iterable[Sequence[str]], widths: Sequence[int]) -> None:  # noqa: ANN401 - a sheet
    """A sheet of sentences, its first line the headings."""
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    _print_layout(sheet)
    for number, line in enumerate(lines):
        most = max(-(-len(text) // width) for text, width in zip(line, widths, strict=True))
        sheet.row_dimensions[number + 1].height = LINE * max(1, most)
        style = (BOLD, HEADING, WRAPPED, UNDER) if number == 0 else (None, None, WRAPPED, None)
        sheet.append([_text(sheet, text, *style) for text in line])


def _text(
    sheet: Any,  # noqa: ANN401 - a sheet
    text: str,
    font: Font | None = None,
    fill: PatternFill | None = None,
    alignment: Alignment | None = None,
    border: Border | None = None,
) -> Any:  # noqa: ANN401 - a cell
    """A cell of text, which stays text whatever it begins with."""
    cell = WriteOnlyCell(sheet, escaped(text))
    cell.data_type = "s"
    for name, style in (("font", font), ("fill", fill), ("alignment", alignment), ("border", border)):
        if style is not None:
            setattr(cell, name, style)
    return cell
