"""SDMX 3.0 structures: concepts, the data structure definition and the dataflow of the international report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pysdmx.model import Codelist, Component, Components, Concept, ConceptScheme, DataType, Role, Schema
from pysdmx.model.dataflow import Dataflow, DataStructureDefinition

from graph.report.figures import Report
from graph.report.sdmx_codes import AGENCY, VERSION, codelists

DSD = "INTERNATIONAL_REPORT"
DIMENSIONS = {
    "FREQ": "Frequency",
    "REF_AREA": "Area: the federation, a region, or a country (ISO 3166-1 alpha-3)",
    "INDICATOR": "Indicator",
    "SEX": "Sex",
    "AGE": "Age in completed years",
    "CARE_SETTING": "Setting of care",
    "CARE_TYPE": "Form of care",
    "PROGRAMME_KIND": "Kind of programme",
    "TIME_PERIOD": "Period",
}
MEASURES = {
    "OBS_VALUE": "Value, in the unit of measure",
    "NUMERATOR": "What was counted",
    "DENOMINATOR": "What it was divided by",
}
ATTRIBUTES = {
    "UNCERTAINTY": (
        "How far the true value may be from this one, up or down, in its unit; none where it is exact",
        DataType.DECIMAL,
        False,
    ),
    "UNIT_MEASURE": ("Unit of measure", DataType.STRING, True),
    "UNIT_MULT": ("Power of ten that the value is in", DataType.INTEGER, True),
    "DECIMALS": ("Digits that the value is rounded to", DataType.INTEGER, True),
    "OBS_STATUS": ("Whether there is a value, and whether it is rounded", DataType.STRING, True),
    "CONF_STATUS": ("Whether the value is hidden to protect children", DataType.STRING, True),
    "COVERAGE": ("Countries of the area whose records of the period are complete, per cent", DataType.DECIMAL, False),
    "DEFINITION_VERSION": ("Version of the indicator's definition", DataType.INTEGER, True),
}
"""Name, type, and whether each observation has it."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The structures of one report.

    Attributes:
        concepts: the scheme.
        codelists: by concept.
        definition: the data structure definition.
        dataflow: the flow of that structure.
        schema: the same, as the writer of data takes it.
    """

    concepts: ConceptScheme
    codelists: Mapping[str, Codelist]
    definition: DataStructureDefinition
    dataflow: Dataflow
    schema: Schema


def structure(report: Report) -> Structure:
    """The structures that describe a report's data."""
    lists = codelists(report)
    concepts = {name: _concept(name, doc, lists) for name, doc in _names().items()}
    components = Components([*_components(concepts)])
    scheme = ConceptScheme(
        "CS_HEARTH",
        name="Concepts of the international report",
        agency=AGENCY,
        version=VERSION,
        items=(*concepts.values(),),
    )
    definition = DataStructureDefinition(
        DSD, name="International report of the federation", agency=AGENCY, version=VERSION, components=components
    )
    dataflow = Dataflow(
        DSD, name="International report of the federation", agency=AGENCY, version=VERSION, structure=definition
    )
    schema = Schema("datastructure", AGENCY, DSD, components, VERSION)
    return Structure(scheme, lists, definition, dataflow, schema)


def _names() -> dict[str, str]:
    return {**DIMENSIONS, **MEASURES, **{name: doc for name, (doc, _, _) in ATTRIBUTES.items()}}


def _concept(name: str, doc: str, lists: Mapping[str, Codelist]) -> Concept:
    urn = f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={AGENCY}:CS_HEARTH({VERSION}).{name}"
    codes = lists.get(name)
    listed = f"urn:sdmx:org.sdmx.infomodel.codelist.{codes.short_urn}" if codes else None
    return Concept(name, urn=urn, name=doc, dtype=_type(name), codes=codes, enum_ref=listed)


def _type(name: str) -> DataType:
    if name in MEASURES:
        return DataType.DOUBLE
    if name == "TIME_PERIOD":
        return DataType.PERIOD
    return ATTRIBUTES[name][1] if name in ATTRIBUTES else DataType.STRING


def _components(concepts: Mapping[str, Concept]) -> list[Component]:
    def made(name: str, role: Role, level: str | None = None, *, required: bool) -> Component:
        concept = concepts[name]
        return Component(
            name,
            required,
            role,
            concept,
            local_dtype=concept.dtype,
            local_codes=concept.codes,
            local_enum_ref=concept.enum_ref,
            attachment_level=level,
        )

    return [
        *(made(name, Role.DIMENSION, required=True) for name in DIMENSIONS),
        *(made(name, Role.MEASURE, required=False) for name in MEASURES),
        *(made(name, Role.ATTRIBUTE, "O", required=always) for name, (_, _, always) in ATTRIBUTES.items()),
    ]
