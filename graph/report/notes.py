"""What a reader has to know besides the figures, in sentences: for the workbook and for the page."""

from __future__ import annotations

from datetime import UTC, date, datetime

from graph.report.cells import Figure, Status
from graph.report.figures import Report
from graph.report.names import category_name, country_name

HIDDEN = (
    "A hidden figure is one that would say too little, or that does not fit beside the others. "
    "All hidden figures look alike, whatever the reason."
)
NOT_AVAILABLE = (
    "A figure that is not available has nothing to be made of: nothing to divide by, no such number in that country, "
    "or too few places in its homes for a share, a rate or a mean to say much."
)
APPROXIMATE = (
    "The true value is at most so far from the one that is shown, up or down. A figure without it is exact: homes, "
    "their places, and what is zero because there is no home or programme for it."
)
CHANGES = (
    "A change may be off by as much as both figures are. Where that is as much as the change, figures do not tell "
    "whether there was one, or which way it went."
)
ROUNDING = (
    "Counts of children, of what happened to them and of their ties are rounded to multiples of five, up or down by "
    "lot: the true count is at most 4 away, also where a zero is shown. Days are rounded to those of five children on "
    "every day. Homes and their places are exact. Rates, shares and means are made of rounded counts; how far the true "
    "value may be from the one that is shown stands beside it. Values are rounded to the digits shown, halves away "
    "from zero. Changes are those of the rounded values. Figures may not add up."
)
SETTINGS = "Every country's homes are counted as the same setting by their form of care: the federation's one reading."
READ_OTHERWISE = "Rules of some countries read it otherwise, which changes no figure: {readings}."
PROVIDER_SHARE = (
    "Rates for each 100,000 children set the children in the federation's care against all children of a country. "
    "They tell the federation's part, not how many children of the country live in care."
)
DEFINITIONS = (
    "Where a definition is marked as not yet compared, its words have not been held against the source word by word."
)


def notes(report: Report) -> list[tuple[str, str]]:
    """Subject and sentence, in the order of reading."""
    release, period = report.current.release, report.current.period
    compared = report.compared_with
    told = [
        ("Period", f"{day(period.first_day)} to {day(period.last_day)}."),
        ("Compared with", f"{compared.code}." if compared else "No other period."),
        ("Release", _release(report)),
        ("Records as known", f"{instant(release.as_known_at)}." if release.as_known_at else ""),
        ("Reason of the revision", release.reason or ""),
        ("Countries", f"{len(report.countries)}."),
        ("Coverage", coverage(report)),
        ("± (within, up or down)", APPROXIMATE),
        ("Changes", CHANGES),
        ("c: hidden", HIDDEN),
        ("n/a: not available", NOT_AVAILABLE),
        ("Rounding", ROUNDING),
        ("Settings of care", settings(report)),
        ("Rates of the population", PROVIDER_SHARE),
        ("Definitions", DEFINITIONS),
    ]
    return [(subject, sentence) for subject, sentence in told if sentence]


def reading(figure: Figure) -> str:
    """How a figure is to be read, in a few words."""
    match figure.status:
        case Status.APPROXIMATE if figure.uncertainty is not None:
            return f"rounded: the true value is at most {figure.uncertainty} away"
        case Status.SUPPRESSED:
            return "hidden, to protect children; not zero"
        case Status.NOT_AVAILABLE:
            return "not available"
        case _:
            return "exact"


def coverage(report: Report) -> str:
    """How much of the federation the figures rest on, in a sentence."""
    told = report.current.coverage.values()
    complete = sum(each.complete for each in told)
    timely = sum(each.complete and each.timely for each in told)
    return f"{complete} of {len(told)} countries are complete, {timely} of them in time." if told else "Not known."


def settings(report: Report) -> str:
    """By which reading forms of care count as settings, and which countries' own rules read one otherwise."""
    readings = [
        f"{country_name(code)}, {category_name(form)} as {category_name(setting).lower()}"
        for code, each in sorted(report.current.coverage.items(), key=lambda told: country_name(told[0]))
        for form, setting in each.read_otherwise
    ]
    return f"{SETTINGS} {READ_OTHERWISE.format(readings='; '.join(readings))}" if readings else SETTINGS


def _release(report: Report) -> str:
    release = report.current.release
    when = f", published {instant(release.published_at)}" if release.published_at else ""
    return f"Revision {release.revision}{when}."


def day(value: date) -> str:
    """A day in words: 31 December 2025."""
    return f"{value.day} {value:%B %Y}"


def instant(value: datetime) -> str:
    """An instant in words, UTC."""
    told = value.astimezone(UTC)
    return f"{day(told)}, {told:%H:%M} UTC"
