"""SDMX 3.0: an archive of two messages of SDMX-ML, `structure.xml` and `data.xml`.

SDMX keeps structures and data in messages of their own, and a receiver loads the structures first; one archive keeps
them together. pysdmx writes both.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
from pysdmx.io.format import Format
from pysdmx.io.pd import PandasDataset
from pysdmx.io.writer import write_sdmx
from pysdmx.model import Organisation
from pysdmx.model.message import Header

from graph.report.cells import FEDERATION, ReportCell, Status
from graph.report.editions import Edition
from graph.report.figures import Report
from graph.report.names import region_of
from graph.report.sdmx_codes import (
    AGENCY,
    CONFIDENTIAL,
    OBSERVATION,
    SPLIT_DIMENSIONS,
    TOTAL,
    area_code,
    category_code,
    frequency,
    unit_code,
)
from graph.report.sdmx_structure import ATTRIBUTES, DIMENSIONS, MEASURES, Structure, structure

STRUCTURE_PART, DATA_PART = "structure.xml", "data.xml"
FREE, HIDDEN = CONFIDENTIAL


def write_sdmx_archive(report: Report, path: Path) -> None:
    """Write the archive."""
    described = structure(report)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, message in ((STRUCTURE_PART, _structures(report, described)), (DATA_PART, _data(report, described))):
            part = zipfile.ZipInfo(name, _moment(report))
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, message)


def observations(report: Report) -> Iterator[dict[str, object]]:
    """Each cell by the components of the structure; what it does not have is none."""
    covered = {edition.period: _covered(edition) for edition in report.editions}
    for cell in report.cells:
        yield _observation(report, cell, covered[cell.period])


def _observation(report: Report, cell: ReportCell, covered: Mapping[str, float]) -> dict[str, object]:
    indicator, figure = report.indicators[cell.indicator], cell.figure
    splits = dict(cell.splits)
    return {
        "FREQ": frequency(cell.period.code),
        "REF_AREA": area_code(cell.area, cell.level),
        "INDICATOR": indicator.code,
        **{
            name: category_code(dimension, splits[dimension]) if dimension in splits else TOTAL
            for dimension, name in SPLIT_DIMENSIONS.items()
        },
        "TIME_PERIOD": cell.period.code,
        "OBS_VALUE": figure.value,
        "NUMERATOR": figure.numerator,
        "DENOMINATOR": figure.denominator,
        "UNCERTAINTY": figure.uncertainty,
        "UNIT_MEASURE": unit_code(indicator),
        "UNIT_MULT": 0,
        "DECIMALS": indicator.decimals,
        "OBS_STATUS": OBSERVATION[figure.status],
        "CONF_STATUS": HIDDEN if figure.status is Status.SUPPRESSED else FREE,
        "COVERAGE": covered.get(cell.area),
        "DEFINITION_VERSION": indicator.version,
    }


def _covered(edition: Edition) -> dict[str, float]:
    """The share of each area's countries that are complete, per cent."""
    shares: dict[str, list[bool]] = {}
    for country, found in edition.coverage.items():
        for area in (country, region_of(country), FEDERATION):
            if area:
                shares.setdefault(area, []).append(found.complete)
    return {area: round(100 * sum(complete) / len(complete), 1) for area, complete in shares.items()}


def _structures(report: Report, described: Structure) -> str:
    found = write_sdmx(
        [described.concepts, *described.codelists.values(), described.definition, described.dataflow],
        Format.STRUCTURE_SDMX_ML_3_0,
        header=_header(report, "STRUCTURE"),
    )
    return found or ""


def _data(report: Report, described: Structure) -> str:
    frame = pd.DataFrame(observations(report), columns=[*DIMENSIONS, *MEASURES, *ATTRIBUTES])
    dataset = PandasDataset(structure=described.schema, data=frame)
    return write_sdmx([dataset], Format.DATA_SDMX_ML_3_0, header=_header(report, "DATA")) or ""


def _header(report: Report, kind: str) -> Header:
    edition = report.current
    name = f"{AGENCY}_{edition.period.code}_R{edition.release.revision}_{kind}"
    prepared = edition.release.published_at or datetime.now(UTC)
    return Header(id=name, sender=Organisation(AGENCY, name="Hearth"), prepared=prepared)


def _moment(report: Report) -> tuple[int, int, int, int, int, int]:
    """The time of the archive's parts: that of the release, so that the same report is the same file."""
    published = report.current.release.published_at
    return published.timetuple()[:6] if published else (1980, 1, 1, 0, 0, 0)
