"""What a reader has to know besides the figures, in sentences: for the workbook and for the page."""

from __future__ import annotations

from graph.report.cells import Figure, Status
from graph.report.figures import Report
from graph.report.names import category_name, country_name
from graph.report.saying import day, instant, number, said, to_say

HIDDEN = to_say(
    "A hidden figure is one that would say too little, or that does not fit beside the others. "
    "All hidden figures look alike, whatever the reason."
)
NOT_AVAILABLE = to_say(
    "A figure that is not available has nothing to be made of: nothing to divide by, no such number in that country, "
    "or too few places in its homes for a share, a rate or a mean to say much."
)
APPROXIMATE = to_say(
    "The true value is at most so far from the one that is shown, up or down. A figure without it is exact: homes, "
    "their places, and what is zero because there is no home or programme for it."
)
CHANGES = to_say(
    "A change may be off by as much as both figures are. Where that is as much as the change, figures do not tell "
    "whether there was one, or which way it went."
)
ROUNDING = to_say(
    "Counts of children, of what happened to them and of their ties are rounded to multiples of five, up or down by "
    "lot: the true count is at most 4 away, also where a zero is shown. Days are rounded to those of five children on "
    "every day. Homes and their places are exact. Rates, shares and means are made of rounded counts; how far the true "
    "value may be from the one that is shown stands beside it. Values are rounded to the digits shown, halves away "
    "from zero. Changes are those of the rounded values. Figures may not add up."
)
SETTINGS = to_say(
    "Every country's homes are counted as the same setting by their form of care: the federation's one reading."
)
READ_OTHERWISE = to_say("Rules of some countries read it otherwise, which changes no figure: {readings}.")
READ_AS = to_say("{country}, {form} as {setting}")
PROVIDER_SHARE = to_say(
    "Rates for each 100,000 children set the children in the federation's care against all children of a country. "
    "They tell the federation's part, not how many children of the country live in care."
)
DEFINITIONS = to_say(
    "Where a definition is marked as not yet compared, its words have not been held against the source word by word."
)


def notes(report: Report) -> list[tuple[str, str]]:
    """Subject and sentence, in the order of reading."""
    release, period = report.current.release, report.current.period
    compared = report.compared_with
    told = [
        (said("Period"), said("{first} to {last}.", first=day(period.first_day), last=day(period.last_day))),
        (said("Compared with"), f"{compared.code}." if compared else said("No other period.")),
        (said("Release"), _release(report)),
        (said("Records as known"), f"{instant(release.as_known_at)}." if release.as_known_at else ""),
        (said("Reason of the revision"), release.reason or ""),
        (said("Countries"), f"{number(len(report.countries), 0)}."),
        (said("Coverage"), coverage(report)),
        (said("± (within, up or down)"), said(APPROXIMATE)),
        (said("Changes"), said(CHANGES)),
        (said("c: hidden"), said(HIDDEN)),
        (said("n/a: not available"), said(NOT_AVAILABLE)),
        (said("Rounding"), said(ROUNDING)),
        (said("Settings of care"), settings(report)),
        (said("Rates of the population"), said(PROVIDER_SHARE)),
        (said("Definitions"), said(DEFINITIONS)),
    ]
    return [(subject, sentence) for subject, sentence in told if sentence]


def reading(figure: Figure) -> str:
    """How a figure is to be read, in a few words."""
    match figure.status:
        case Status.APPROXIMATE if figure.uncertainty is not None:
            return said("rounded: the true value is at most {far} away", far=figure.uncertainty)
        case Status.SUPPRESSED:
            return said("hidden, to protect children; not zero")
        case Status.NOT_AVAILABLE:
            return said("not available")
        case _:
            return said("exact")


def coverage(report: Report) -> str:
    """How much of the federation the figures rest on, in a sentence."""
    told = report.current.coverage.values()
    complete = sum(each.complete for each in told)
    timely = sum(each.complete and each.timely for each in told)
    if not told:
        return said("Not known.")
    return said(
        "{complete} of {all} countries are complete, {timely} of them in time.",
        complete=number(complete, 0),
        all=number(len(told), 0),
        timely=number(timely, 0),
    )


def settings(report: Report) -> str:
    """By which reading forms of care count as settings, and which countries' own rules read one otherwise."""
    readings = [
        said(READ_AS, country=country_name(code), form=category_name(form), setting=category_name(setting))
        for code, each in sorted(report.current.coverage.items(), key=lambda told: country_name(told[0]))
        for form, setting in each.read_otherwise
    ]
    return f"{said(SETTINGS)} {said(READ_OTHERWISE, readings='; '.join(readings))}" if readings else said(SETTINGS)


def _release(report: Report) -> str:
    release = report.current.release
    if release.published_at is None:
        return said("Revision {revision}.", revision=release.revision)
    return said("Revision {revision}, published {when}.", revision=release.revision, when=instant(release.published_at))
