"""Releases as a GraphQL type: what is said of a period's figures that are out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import strawberry
from strawberry.tools import create_type

from graph.schema.fields import list_of, optional, output_field


def release_type() -> Any:  # noqa: ANN401 - a type made at run time
    """`Release`."""
    return create_type(
        "Release",
        [
            output_field("id", strawberry.ID, "The release: opaque, and the same for ever."),
            output_field("year", int, "The calendar year."),
            output_field("quarter", optional(int), "1 to 4, where the period is a quarter."),
            output_field("month", optional(int), "1 to 12, where it is a month."),
            output_field("firstDay", date, "The period's first day."),
            output_field("lastDay", date, "Its last day; stocks are of this day."),
            output_field("revision", int, "Counts the releases of the period, from 1."),
            output_field("publishedAt", datetime, "When it was published."),
            output_field("knownAt", datetime, "As of when the offices' records were read."),
            output_field("reason", optional(str), "Why the period was published anew."),
            output_field("definitions", list_of(str), "The indicators as they were defined then: CODE@version."),
            output_field(
                "commitment",
                optional(str),
                "The SHA-256 digest of the key with which counts were rounded; empty in a release of before.",
            ),
        ],
        description="A closed period's figures, published once and never changed; a later revision, with a reason,"
        " replaces them. Counts of people are rounded so that nobody can be told; auditors read what proves it.",
    )
