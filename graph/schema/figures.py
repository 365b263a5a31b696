"""Figures as GraphQL types: the catalogue of indicators, the report, releases, and what proves them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from strawberry.tools import create_type

from graph.indicators.model import Topic
from graph.plan.planner.figures.days import MOST_COMPARED
from graph.plan.planner.figures.request import FigureDimension
from graph.schema.coverage import coverage_type
from graph.schema.fields import argument, enumeration_of, input_field, list_of, optional, output_field, required_field
from graph.schema.figure_words import FigureStatus
from graph.schema.releases import release_type
from graph.schema.semantic_nulls import with_an_error

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

    from graph.declarations.model import EntityModel


class FigureTypes:
    """Builds the types and fields.

    Args:
        types: the object types by name; `Release` joins them.
    """

    def __init__(self, types: dict[str, Any]) -> None:
        self.dimension = enumeration_of(FigureDimension)
        self.topic = enumeration_of(Topic)
        self.status = enumeration_of(FigureStatus)
        self.period = create_type(
            "PeriodInput",
            [
                required_field("year", int, "The calendar year."),
                input_field("quarter", optional(int), "1 to 4, for a quarter of it."),
                input_field("month", optional(int), "1 to 12, for a month of it."),
            ],
            is_input=True,
            description="A year, or a quarter or a month of it.",
        )
        self.split = create_type(
            "FigureSplit",
            [
                output_field("dimension", self.dimension, "What the figure is split by."),
                output_field("value", str, "The category."),
            ],
            description="One category that a figure is about.",
        )
        self.report_period = create_type(
            "ReportPeriod",
            [
                output_field("year", int, "The calendar year."),
                output_field("quarter", optional(int), "1 to 4, for a quarter."),
                output_field("month", optional(int), "1 to 12, for a month."),
                output_field("label", str, "2025, 2025-Q1 or 2025-03."),
                output_field("firstDay", date, "Its first day."),
                output_field("lastDay", date, "Its last day; today, where an office counts a period that still runs."),
            ],
            description="The period of a report.",
        )
        self.release = types["Release"] = release_type()
        self.cell = self._cell()

    def _numbers(self) -> list[StrawberryField]:
        return [
            output_field("value", optional(float), "The indicator, rounded as it says; empty where it is not shown."),
            output_field(
                "numerator",
                optional(float),
                "What was counted: a whole number, which may be larger than an Int for days of many children.",
            ),
            output_field(
                "denominator",
                optional(float),
                "What it is divided by: a whole number, which may be larger than an Int for a federation's children.",
            ),
            output_field(
                "uncertainty",
                optional(float),
                "How far the true value may be from the one shown, at most; empty where that is exact or missing.",
            ),
            output_field("status", self.status, "Whether it is shown, and exact; all hidden ones are alike."),
        ]

    def _cell(self) -> Any:  # noqa: ANN401 - a type made at run time
        comparison = create_type(
            "FigureComparison",
            [
                output_field("period", self.report_period, "The period that is compared with."),
                *self._numbers(),
                output_field(
                    "change", optional(float), "The value less that of the other period, where both are shown."
                ),
                output_field(
                    "changeUncertainty",
                    optional(float),
                    "How far the true change may be from this one: as far as both values together; empty where exact.",
                ),
            ],
            description="The same figure of the period that is compared with.",
        )
        return create_type(
            "IndicatorCell",
            [
                output_field("indicator", str, "The indicator's code."),
                output_field("area", str, "A country's code, a region, or FEDERATION."),
                output_field("country", optional(str), "The country's ISO 3166-1 code, where the area is one."),
                output_field("splits", list_of(self.split), "The categories that it is about; none for the whole."),
                *self._numbers(),
                output_field("comparison", optional(comparison), "The first period that `compareWith` names, if any."),
                output_field("comparisons", list_of(comparison), "Every period that `compareWith` names, in order."),
            ],
            description="One figure: an indicator in an area, whole or in one category of each dimension. Read its"
            " `status` and `uncertainty` with it: most figures above an office are rounded, and may not add up.",
        )

    def _report(self) -> Any:  # noqa: ANN401 - as above
        coverage = coverage_type()
        return create_type(
            "IndicatorReport",
            [
                output_field("period", self.report_period, "The period."),
                output_field(
                    "release", optional(self.release), "Where the figures come from; none where an office counts live."
                ),
                output_field("comparedWith", optional(self.release), "The first release that they are compared with."),
                output_field(
                    "comparedReleases",
                    list_of(self.release),
                    "Every release that they are compared with, in the order of `compareWith`.",
                ),
                output_field("cells", list_of(self.cell), "The figures, by level, indicator, area and categories."),
                output_field("coverage", list_of(coverage), "Of released figures: how far each country's records go."),
            ],
            description="Indicators of a period.",
        )

    def _indicator(self) -> Any:  # noqa: ANN401 - as above
        split = create_type(
            "IndicatorSplit",
            [
                output_field("dimensions", list_of(self.dimension), "The dimensions; none for the whole."),
                output_field(
                    "levels",
                    list_of(self.dimension),
                    "Which areas have published figures by them: COUNTRY, REGION, FEDERATION.",
                ),
                output_field(
                    "quarterLevels",
                    list_of(self.dimension),
                    "Which of them have published figures of quarters and months.",
                ),
            ],
            description="A set of dimensions that an indicator is split by. An office has all of them.",
        )
        return create_type(
            "Indicator",
            [
                output_field("code", str, "Its code; a published code keeps its meaning."),
                output_field("title", str, "What it is called."),
                output_field("topic", self.topic, "What it is grouped under."),
                output_field("unit", str, "Of its value."),
                output_field("numerator", str, "What is counted."),
                output_field("denominator", optional(str), "What that is divided by; none for a count."),
                output_field("exclusions", str, "Who or what is left out."),
                output_field("splits", list_of(split), "The sets of dimensions that split it, and in which areas."),
                output_field("definitionSource", str, "Where the definition comes from."),
                output_field("verified", bool, "Whether it was compared with its source word by word."),
                output_field("version", int, "Counts the changes of the definition, from 1."),
                output_field("decimals", int, "Digits that the value is rounded to."),
                output_field(
                    "providerShare", bool, "Whether it sets the federation's children against a whole country's."
                ),
            ],
            description="An indicator of the catalogue.",
        )

    # The fields

    def of_row(self, entity: EntityModel) -> list[StrawberryField]:
        """`indicator` of a country, and nothing of other rows."""
        if entity.table != "country":
            return []
        field = output_field(
            "indicator",
            optional(self.cell),
            "One figure of the country: released, or counted live for its office; empty where there is none for you.",
            [argument("code", str, "The indicator's code."), argument("period", self.period, "The period.")],
        )
        return [field]

    def roots(self) -> list[StrawberryField]:
        """`indicators`, `indicatorReport`, `releases` and `releaseProof`."""
        return [
            with_an_error(each)
            for each in (
                output_field(
                    "indicators",
                    optional(list_of(self._indicator())),
                    "The catalogue of indicators: what each counts and where its definition comes from.",
                    [argument("topic", optional(self.topic), "Only those of a topic.")],
                ),
                self._report_field(),
                output_field(
                    "releases", optional(list_of(self.release)), "Which periods are closed, the newest first."
                ),
                output_field(
                    "releaseProof",
                    optional(list_of(self._interval())),
                    "Of every secret count of a release, what can be known from all that is published. For auditors.",
                    [argument("period", self.period, "The period."), self._revision()],
                ),
            )
        ]

    def _interval(self) -> Any:  # noqa: ANN401 - as above
        return create_type(
            "ProvenInterval",
            [
                output_field("measure", str, "What was counted."),
                output_field("area", str, "A country's code, a region, or FEDERATION."),
                output_field("splits", list_of(self.split), "The categories that it is about; none for the whole."),
                output_field(
                    "low",
                    float,
                    "The least that the count may be, as far as anybody can tell: a whole number, which may be larger"
                    " than an Int for days of many children.",
                ),
                output_field("high", float, "The most that it may be; as `low`."),
                output_field("shown", bool, "Whether its figure is shown; of others nothing is published."),
            ],
            description="What can be known of a count that is a secret.",
        )

    @staticmethod
    def _revision() -> Any:  # noqa: ANN401 - as above
        return argument("revision", optional(int), "Which release of the period; the latest where none is named.")

    def _report_field(self) -> StrawberryField:
        return output_field(
            "indicatorReport",
            optional(self._report()),
            "Figures of indicators: published ones for regions and headquarters, live ones of an office's country.",
            [
                argument("indicators", list_of(str), "Their codes."),
                argument("period", self.period, "The period."),
                argument(
                    "compareWith",
                    optional(list_of(self.period)),
                    f"Periods to compare with, {MOST_COMPARED} at most; one may stand without the list.",
                ),
                argument("countries", optional(list_of(str)), "ISO codes that narrow the figures of countries."),
                argument(
                    "by",
                    optional(list_of(self.dimension)),
                    "FEDERATION, REGION and COUNTRY say which areas have figures (COUNTRY where none is named); the"
                    " others, all together, what each figure is split by.",
                ),
                argument(
                    "asKnownAt", optional(datetime), "For an office: the figures as its records were at an instant."
                ),
                self._revision(),
            ],
        )
