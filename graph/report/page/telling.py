"""Figures as the page writes them: digits, a word where there is no number, and how much more or less than before."""

from __future__ import annotations

from dataclasses import dataclass

from graph.report.cells import SHOWN, Figure, ReportCell, ReportIndicator, Status
from graph.report.saying import MINUS, number, of_unit, said, to_say

WORDS = {Status.SUPPRESSED: to_say("hidden"), Status.NOT_AVAILABLE: to_say("n/a")}
NARROW = "\N{NARROW NO-BREAK SPACE}"
MORE = {
    "count": (
        (to_say("{digits} more than in {before}"), to_say("about {digits} more than in {before}, give or take {far}")),
        (
            to_say("{digits} fewer than in {before}"),
            to_say("about {digits} fewer than in {before}, give or take {far}"),
        ),
    ),
    "percent": (
        (to_say("{digits} points above {before}"), to_say("about {digits} points above {before}, give or take {far}")),
        (to_say("{digits} points below {before}"), to_say("about {digits} points below {before}, give or take {far}")),
    ),
    "rate": (
        (to_say("{digits} above {before}"), to_say("about {digits} above {before}, give or take {far}")),
        (to_say("{digits} below {before}"), to_say("about {digits} below {before}, give or take {far}")),
    ),
}
"""A figure that is larger than before, or smaller: exact, and rounded."""


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
    def is_hidden(self) -> bool:
        """Whether it is hidden."""
        return self.status is Status.SUPPRESSED

    @property
    def written(self) -> str:
        """The figure where there is room for no more than itself: `985 ±4`."""
        return f"{self.text} {self.within}".strip()

    @property
    def sentence(self) -> str:
        """The figure where it is read aloud: `64.2 percent, give or take 1.2`, `hidden`, `not available`."""
        if self.is_number:
            text = f"{self.text}{NARROW}{self.unit}" if self.unit == "%" else f"{self.text} {self.unit}".strip()
            return said("{figure}, give or take {far}", figure=text, far=self.within[1:]) if self.within else text
        return said("not available") if self.status is Status.NOT_AVAILABLE else self.text


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


def told(figure: Figure, indicator: ReportIndicator) -> FigureText:
    """A figure as it is written."""
    if figure.value is None:
        return FigureText(said(WORDS.get(figure.status, WORDS[Status.NOT_AVAILABLE])), figure.status)
    within = "" if figure.uncertainty is None else f"±{number(figure.uncertainty, indicator.decimals)}"
    return FigureText(number(figure.value, indicator.decimals), figure.status, unit(indicator), within)


def unit(indicator: ReportIndicator) -> str:
    """What stands behind a number of an indicator: `%`, `children per 100,000`."""
    return "%" if indicator.unit == "percent" else "" if indicator.unit == "ratio" else of_unit(indicator.unit)


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
        text = said("no change from {before} that figures can tell", before=before)
        return FigureChange("≈", text, f"≈ ±{number(far, indicator.decimals)}")
    if not any(sign in "123456789" for sign in digits):
        return FigureChange("=", said("the same as in {before}", before=before), f"±{digits}")
    up = cell.change > 0
    sign, short = ("▲", f"+{digits}") if up else ("▼", f"{MINUS}{digits}")
    share = ""
    if far is not None:
        short += f" ±{number(far, indicator.decimals)}"
    if indicator.denominator is None and cell.earlier.value and far is None:
        share = f"{'+' if up else MINUS}{number(abs(cell.change) / cell.earlier.value * 100, 1)}{NARROW}%"
    plain, about = MORE[_kind(indicator)][0 if up else 1]
    if far is None:
        return FigureChange(sign, said(plain, digits=digits, before=before), short, share)
    told_far = number(far, indicator.decimals)
    return FigureChange(sign, said(about, digits=digits, before=before, far=told_far), short, share)


def _kind(indicator: ReportIndicator) -> str:
    return "count" if indicator.denominator is None else "percent" if indicator.unit == "percent" else "rate"
