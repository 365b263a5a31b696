"""SDMX 3.0, read back with the library that also checks messages against the schemas of the standard."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.model import Codelist, DataStructureDefinition

from graph.report import ReportFormat, write
from graph.report.cells import Status
from graph.report.figures import Report
from graph.report.sdmx_file import DATA_PART, STRUCTURE_PART, observations
from graph.report.sdmx_structure import ATTRIBUTES, DIMENSIONS, MEASURES
from tests.report.conftest import TELLTALE


@pytest.fixture(scope="module")
def messages(small: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The messages of the small report's archive."""
    path = tmp_path_factory.mktemp("sdmx") / "report.zip"
    write(small, ReportFormat.SDMX, path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def lines(messages: dict[str, str]) -> list[dict[str, Any]]:
    """The observations, checked against their structure while they are read."""
    dataset = get_datasets(messages[DATA_PART], messages[STRUCTURE_PART])[0]
    frame = dataset.data.astype(object)
    found = frame.where(frame.notna(), None).to_dict("records")
    return [{str(name): value for name, value in line.items()} for line in found]


def as_written(value: object) -> object:
    """A value as XML holds it; numbers are equal whatever their type."""
    return float(value) if isinstance(value, int | float) else value


def test_archive_holds_two_messages(messages: dict[str, str]) -> None:
    """Structures come before the data that they describe."""
    assert list(messages) == [STRUCTURE_PART, DATA_PART]


def test_data_reads_back_equal(small: Report, lines: list[dict[str, Any]]) -> None:
    """Each observation has the dimensions, measures and attributes of its cell."""
    names = [*DIMENSIONS, *MEASURES, *ATTRIBUTES]
    expected = [{name: as_written(each[name]) for name in names} for each in observations(small)]

    assert [{name: as_written(line.get(name)) for name in names} for line in lines] == expected


def test_hidden_observation_is_confidential_and_empty(small: Report, lines: list[dict[str, Any]]) -> None:
    """All hidden cells look alike: C, suppressed, and no number."""
    hidden = [line for cell, line in zip(small.cells, lines, strict=True) if cell.figure.status is Status.SUPPRESSED]
    shown = [line for line in lines if line["OBS_VALUE"] is not None]

    assert hidden
    assert {(line["CONF_STATUS"], line["OBS_STATUS"]) for line in hidden} == {("C", "Q")}
    assert all(line[measure] is None for line in hidden for measure in MEASURES)
    assert {line["CONF_STATUS"] for line in shown} == {"F"}


def test_every_code_is_listed(messages: dict[str, str], lines: list[dict[str, Any]]) -> None:
    """The structures list each code that the data use, and name countries by ISO 3166-1 alpha-3."""
    structures = read_sdmx(messages[STRUCTURE_PART]).structures or ()
    lists = {each.id: {code.id for code in each.items} for each in structures if isinstance(each, Codelist)}
    coded = [name for name in lines[0] if f"CL_{name}" in lists]

    assert len(coded) == len(lists)
    assert all({line[name] for line in lines} <= lists[f"CL_{name}"] for name in coded)
    assert {"BEL", "KEN", "FEDERATION", "SOUTH_ASIA"} <= lists["CL_REF_AREA"]


def test_structure_is_told_whole(messages: dict[str, str]) -> None:
    """The data structure definition names the dimensions, measures and attributes."""
    structures = read_sdmx(messages[STRUCTURE_PART]).structures or ()
    definition = next(each for each in structures if isinstance(each, DataStructureDefinition))

    assert [each.id for each in definition.components.dimensions] == list(DIMENSIONS)
    assert [each.id for each in definition.components.measures] == list(MEASURES)
    assert [each.id for each in definition.components.attributes] == list(ATTRIBUTES)


def test_same_report_is_the_same_file(small: Report, tmp_path: Path) -> None:
    """Nothing of the hour or the machine goes into the archive."""
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    write(small, ReportFormat.SDMX, first)
    write(small, ReportFormat.SDMX, second)

    assert first.read_bytes() == second.read_bytes()


def test_hidden_number_is_in_no_message(careless: Report, tmp_path: Path) -> None:
    """A number that the answer holds in a hidden cell by mistake is not written."""
    path = tmp_path / "report.zip"
    write(careless, ReportFormat.SDMX, path)
    with zipfile.ZipFile(path) as archive:
        assert all(str(TELLTALE) not in archive.read(name).decode() for name in archive.namelist())
