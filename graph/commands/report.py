"""`hearth report`: one query as headquarters, and a file of what it answers. Nothing but published figures is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from countries.connections.database import Database
from countries.connections.limits import LIMITS
from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from graph.commands.asking import ask
from graph.database.location import prepared_place
from graph.entities import graph_model
from graph.errors import BadUserInput, NotFound
from graph.execute.engine import Engine
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import AreaLevel
from graph.indicators.period import Period
from graph.reasons import Reason
from graph.report import ReportFormat, write
from graph.report.figures import report_of
from graph.schema.sdl import build_schema
from graph.words.negotiation import is_language
from graph.words.speaking import IN_ENGLISH, Language, speaking, spoken_by
from graph.words.words import SOURCE, languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from graph.indicators.splits import Splits
    from graph.settings.settings import Settings

READER = Caller("hearth report", Tier.HEADQUARTERS, issuer="hearth")
ALONE = {READER.tier: LIMITS[READER.tier]}
"""The one login that a report needs, and whose password is asked for."""
READ_BY_PEOPLE = frozenset({ReportFormat.HTML, ReportFormat.XLSX})
MOST_YEARS = 10
"""How far back the trends go."""

CATALOGUE = """
  indicators {
    code title topic unit decimals numerator denominator exclusions definitionSource verified version providerShare
    splits { dimensions }
  }
"""
CELLS = """
    period { year quarter month firstDay lastDay }
    release { revision publishedAt asKnownAt: knownAt reason }
    cells {
      indicator area country splits { dimension value } value numerator denominator uncertainty status
      %s
    }
"""
COMPARED = "comparison { value numerator denominator uncertainty status change changeUncertainty }"
COVERAGE = "coverage { country completeness timeliness lastEntryOn settings { form counted national jurisdiction } }"
RELEASES = "{ releases { year quarter month } }"


async def write_report(
    settings: Settings, period: Period, form: ReportFormat, path: Path, language: str = SOURCE
) -> int:
    """Write the report of a period that is closed.

    Args:
        settings: where the database is.
        period: what it is about.
        form: how it is written.
        path: the file.
        language: the tag of the language of what people read; a region's falls back to its language.

    Returns:
        How many figures it holds.

    Raises:
        BadUserInput: there is no catalogue of the language.
        NotFound: the period is not closed.
        OSError: the file cannot be written.
    """
    spoken = _language(language)
    register = load_register()
    async with prepared_place(settings, register) as place:
        database = Database(place.address, ALONE)
        try:
            await database.open()
            engine = Engine(build_schema()._schema, graph_model(), register, database)  # noqa: SLF001 - as graph/serving/server.py
            closed = {_period(each) for each in (await ask(engine, RELEASES, READER))["releases"]}
            if period not in closed:
                raise NotFound(
                    "{period} is not closed.",
                    "Close it first: hearth close-period.",
                    reason=Reason.NOT_PUBLISHED,
                    params=(("period", period.label),),
                )
            report = report_of(_shaped(await ask(engine, report_query(period, closed), READER)))
        finally:
            await database.close()
    with speaking(spoken if form in READ_BY_PEOPLE else IN_ENGLISH):
        write(report, form, path)
    return len(report.cells)


def _language(tag: str) -> Language:
    """The language that a report is written in: whoever names one means it, and gets no other unasked."""
    spoken = spoken_by(tag) if is_language(tag) else IN_ENGLISH
    if spoken.tag != tag.lower().partition("-")[0]:
        raise BadUserInput(
            "There is no catalogue of that language.",
            "Name one of {languages}.",
            params=(("languages", ", ".join(languages())),),
        )
    return spoken


def _period(release: Mapping[str, Any]) -> Period:
    return Period(release["year"], release["quarter"], release["month"])


def report_query(period: Period, closed: set[Period]) -> str:
    """The one query behind a report: every indicator in every area and split, beside the year before where it is out.

    Args:
        period: what the report is about.
        closed: the periods that have a release.
    """
    before = Period(period.year - 1, period.quarter, period.month)
    compared = before if before in closed else None
    fields = [CATALOGUE, _report("report", period, compared, AreaLevel.FEDERATION, (), coverage=True)]
    for number, (level, split) in enumerate(_levels_and_splits(period)):
        fields.append(_report(f"part_{number}", period, compared, level, split))
    for year in sorted({each.year for each in closed} - {period.year, before.year})[-MOST_YEARS:]:
        past = Period(year, period.quarter, period.month)
        if past in closed and year < period.year:
            fields += [_report(f"past_{year}_{level.value}", past, None, level, ()) for level in AreaLevel]
    return f"{{{''.join(fields)}}}"


def _levels_and_splits(period: Period) -> Iterator[tuple[AreaLevel, Splits]]:
    indicators = all_indicators().values()
    for level in AreaLevel:
        for split in sorted(
            {each for indicator in indicators for each in indicator.splits_at(level, brief=period.is_brief)}
        ):
            if split or level is not AreaLevel.FEDERATION:
                yield level, split


def _report(
    name: str, period: Period, compared: Period | None, level: AreaLevel, split: Splits, *, coverage: bool = False
) -> str:
    codes = [each.code for each in all_indicators().values() if split in each.splits_at(level, brief=period.is_brief)]
    by = ", ".join([level.value, *(each.value for each in split)])
    arguments = f"indicators: {orjson.dumps(codes).decode()}, period: {_written(period)}, by: [{by}]"
    if compared is not None:
        arguments += f", compareWith: {_written(compared)}"
    inside = CELLS % (COMPARED if compared is not None else "")
    return f"  {name}: indicatorReport({arguments}) {{{inside}{COVERAGE if coverage else ''}\n  }}\n"


def _written(period: Period) -> str:
    parts = {"year": period.year, "quarter": period.quarter, "month": period.month}
    return f"{{{', '.join(f'{name}: {value}' for name, value in parts.items() if value is not None)}}}"


def _shaped(data: Mapping[str, Any]) -> dict[str, Any]:
    """The answer as reports take it: splits by their names, coverage in yes and no."""
    shaped = dict(data)
    shaped["indicators"] = [
        {**each, "splits": [split["dimensions"] for split in each["splits"]]} for each in data["indicators"]
    ]
    shaped["report"] = {**data["report"], "coverage": [_covered(each) for each in data["report"]["coverage"]]}
    return shaped


def _covered(country: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "country": country["country"],
        "complete": country["completeness"] == "COMPLETE",
        "timely": country["timeliness"] == "TIMELY",
        "lastEntryAt": country["lastEntryOn"],
        "note": None,
        "settings": country["settings"],
    }
