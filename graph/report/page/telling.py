"""Figures as the page writes them: digits, a word where there is no number, and how much more or less than before."""

from __future__ import annotations

from dataclasses import dataclass

from graph.report.cells import SHOWN, Figure, ReportCell, ReportIndicator, Status

WORDS = {Status.SUPPRESSED: "hidden", Status.NOT_AVAILABLE: "n/a"}
MINUS = "\N{MINUS SIGN}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure as it is written.

    Attributes:
        text: `1,234`, `64.2`, `hidden`, `n/a`.
        status: whether it is a number.
        unit: behind it; empty where the heading says it, and where there is no number.
        within: how far the true value may be from it, `±4`; empty where it is exact, and where there is no number.
    """

    text: str
    status: Status
    unit: str = ""
    within: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return self.status in SHOWN

    @property
    def written(self) -> str:
        """The figure where there is room for no more than itself: `985 ±4`."""
        return f"{self.text} {self.within}".strip()

    @property
    def sentence(self) -> str:
        """The figure where it is read aloud: `64.2 percent, give or take 1.2`, `hidden`, `not available`."""
        if self.is_number:
            said = f"{self.text}{NARROW}{self.unit}" if self.unit == "%" else f"{self.text} {self.unit}".strip()
            return f"{said}, give or take {self.within[1:]}" if self.within else said
        return "not available" if self.status is Status.NOT_AVAILABLE else self.text


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What has become of a figure since the period that it is compared with.

    Attributes:
        sign: `▲`, `▼`, `=` where it is the same, or `≈` where figures do not tell.
        text: `312 more than in 2024`, `about 310 more than in 2024, give or take 8`.
        short: `+312`, `+310 ±8`.
        share: `+2.6 %` of the earlier figure; empty where that says nothing, or more than the figures do.
    """

    sign: str
    text: str
    short: str
    share: str = ""


def number(value: float, decimals: int) -> str:
    """Digits in groups of three, a true minus before them: `1,234.5`."""
    text = f"{abs(value):,.{decimals}f}"
    return f"{MINUS}{text}" if value < 0 and text.strip("0.,") else text


def told(figure: Figure, indicator: ReportIndicator) -> FigureText:
    """A figure as it is written."""
    if figure.value is None:
        return FigureText(WORDS.get(figure.status, WORDS[Status.NOT_AVAILABLE]), figure.status)
    within = "" if figure.uncertainty is None else f"±{number(figure.uncertainty, indicator.decimals)}"
    return FigureText(number(figure.value, indicator.decimals), figure.status, unit(indicator), within)


def unit(indicator: ReportIndicator) -> str:
    """What stands behind a number of an indicator: `%`, `children per 100,000`."""
    return "%" if indicator.unit == "percent" else "" if indicator.unit == "ratio" else indicator.unit


def change(cell: ReportCell | None, indicator: ReportIndicator, before: str) -> FigureChange | None:
    """How a figure differs from the earlier one; none where one of them is no number.

    Where either may be off by as much as they differ, nobody can say which way it went, and nothing is said.

    Args:
        cell: the figure and the earlier one.
        indicator: what it means.
        before: the name of the earlier period.
    """
    if cell is None or cell.change is None or cell.earlier is None:
        return None
    digits, far = number(abs(cell.change), indicator.decimals), cell.change_uncertainty
    if far is not None and abs(cell.change) <= far:
        return FigureChange(
            "≈", f"no change from {before} that figures can tell", f"≈ ±{number(far, indicator.decimals)}"
        )
    if not digits.strip("0.,"):
        return FigureChange("=", f"the same as in {before}", f"±{digits}")
    up = cell.change > 0
    sign, short = ("▲", f"+{digits}") if up else ("▼", f"{MINUS}{digits}")
    share, about, off = "", "", ""
    if far is not None:
        about, off = "about ", f", give or take {number(far, indicator.decimals)}"
        short += f" ±{number(far, indicator.decimals)}"
    match indicator:
        case ReportIndicator(denominator=None):
            text = f"{about}{digits} {'more' if up else 'fewer'} than in {before}{off}"
            if cell.earlier.value and far is None:
                share = f"{'+' if up else MINUS}{abs(cell.change) / cell.earlier.value * 100:.1f}{NARROW}%"
        case ReportIndicator(unit="percent"):
            text = f"{about}{digits} points {'above' if up else 'below'} {before}{off}"
        case _:
            text = f"{about}{digits} {'above' if up else 'below'} {before}{off}"
    return FigureChange(sign, text, short, share)
