"""What a release knew of a country, as GraphQL types: how far its records go, and how it reads forms of care."""

from __future__ import annotations

from datetime import date
from typing import Any

from strawberry.tools import create_type

from graph.entities.home_form import HomeForm, HomeSetting
from graph.schema.fields import enumeration_of, list_of, optional, output_field
from graph.schema.figure_words import Completeness, Timeliness


def coverage_type() -> Any:  # noqa: ANN401 - a type made at run time
    """`CountryCoverage`."""
    return create_type(
        "CountryCoverage",
        [
            output_field("country", str, "The country's ISO 3166-1 code."),
            output_field(
                "completeness",
                enumeration_of(Completeness),
                "COMPLETE where nearly all birth dates of children in care are on record.",
            ),
            output_field(
                "timeliness",
                enumeration_of(Timeliness),
                "TIMELY where the country wrote records after the period had ended.",
            ),
            output_field("lastEntryOn", optional(date), "The day of the country's last record, in UTC."),
            output_field(
                "settings",
                list_of(_setting_type()),
                "What the country's rules read each form of care as, beside how figures count it; by form.",
            ),
        ],
        description="What a release knew of a country's records.",
    )


def _setting_type() -> Any:  # noqa: ANN401 - as above
    return create_type(
        "SettingReading",
        [
            output_field("form", enumeration_of(HomeForm), "The form of care."),
            output_field(
                "counted", enumeration_of(HomeSetting), "The setting that figures count it as, in every country."
            ),
            output_field(
                "national",
                enumeration_of(HomeSetting),
                "The setting that the country's own rules read it as, on the last day of the period.",
            ),
            output_field("jurisdiction", optional(str), "The part of the country, where that reads it in its own way."),
            output_field("source", str, "Whose reading it is: the law, or the statistics, that says so."),
            output_field("certain", bool, "Whether somebody has read the source; if not, the office confirms it."),
        ],
        description="What a form of care counts as: by the federation's one reading in all figures, and by the"
        " country's own.",
    )
